//! Finds the word that was probably meant.

/// The known word closest to a misspelled one, if any is close.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let best = known.iter().map(|known| (distance(word, known), *known)).min()?;
    (best.0 <= 1 + word.chars().count() / 4).then_some(best.1)
}

/// The edit distance: letters to change, add or remove.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_close_words_are_suggested() {
        let known = ["token", "token_file", "provider"];
        for (word, near) in [("tokn", Some("token")), ("token_fle", Some("token_file")), ("privoder", Some("provider"))]
        {
            assert_eq!(nearest(word, &known), near, "{word}");
        }
        assert_eq!(nearest("colour", &known), None);
    }
}
