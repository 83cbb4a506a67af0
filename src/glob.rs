//! Globs for names: `*` matches any text, `?` matches any single character, and everything else is literal.
//! Case-sensitive and anchored at both ends.

/// Whether the whole of `text` matches `pattern`. Linear in memory and at most quadratic in time, whatever the pattern.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t) = (0, 0);
    // Where to resume if a later part does not match: the last star, and the first character it does not cover yet.
    let mut retry: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                retry = Some((p, t));
                p += 1;
            }
            Some(&c) if c == '?' || c == text[t] => {
                p += 1;
                t += 1;
            }
            _ => match retry {
                Some((star, covered)) => {
                    retry = Some((star, covered + 1));
                    (p, t) = (star + 1, covered + 1);
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

/// Whether the pattern contains wildcards.
pub(crate) fn is_glob(pattern: &str) -> bool {
    pattern.contains(['*', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks() {
        for (pattern, text) in [
            ("*", ""),
            ("db-*", "db-"),
            ("db-*", "db-1"),
            ("*-1", "db-1"),
            ("d?-*1", "db-11"),
            ("a*b*c", "aXbbYc"),
            ("é?", "éü"),
        ] {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in
            [("", "x"), ("db-*", "xdb-1"), ("db-*", "DB-1"), ("?", ""), ("a*b*c", "aXbYcd"), ("web", "web-1")]
        {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }

    #[test]
    fn a_hostile_pattern_is_matched_quickly() {
        assert!(!matches(&format!("{}b", "*a".repeat(100)), &"a".repeat(20_000)));
    }
}
