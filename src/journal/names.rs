//! By what an object is recognised as the one that was asked for: the one place for the rules about names.

use std::fmt;

/// What a provider does to the names that it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameRule {
    /// It may add a dash and the Unix time: `nightly-1731969462`.
    pub(crate) unix_time: bool,
    /// It keeps no more characters than this.
    pub(crate) longest: Option<usize>,
}

impl NameRule {
    /// Names are kept as they are given.
    #[allow(dead_code, reason = "not every provider keeps them so, and each can be built alone")]
    pub(crate) const PLAIN: Self = Self { unix_time: false, longest: None };

    /// The name as the provider keeps it.
    fn kept<'a>(&self, name: &'a str) -> &'a str {
        let name = name.trim();
        let cut = self.longest.and_then(|longest| name.char_indices().nth(longest));
        cut.map_or(name, |(end, _)| name[..end].trim_end())
    }
}

/// What an object was asked to be called.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Requested<'a> {
    pub(crate) name: &'a str,
    /// The description that was sent; where none was given, some adapters send the name.
    pub(crate) description: Option<&'a str>,
}

/// What a list shows of an object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) name: Option<String>,
    /// Where a description is sent along with the name.
    pub(crate) description: Option<String>,
    /// What runs the machine calls snapshots as it likes, and keeps the description alone.
    pub(crate) renamed: bool,
}

/// By what an object was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Name,
    /// By its name with the time of its making behind it.
    NameAndTime,
    Description,
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "its name",
            Self::NameAndTime => "its name, to which the provider adds a time",
            Self::Description => "its description",
        })
    }
}

/// Whether an object is called what was asked for.
pub(crate) fn recognise(rule: NameRule, seen: &Seen, requested: Requested<'_>) -> Option<By> {
    let wanted = rule.kept(requested.name);
    if let Some(name) = seen.name.as_deref().map(|name| rule.kept(name)) {
        if name == wanted {
            return Some(By::Name);
        }
        if rule.unix_time && is_stamped(name, wanted) {
            return Some(By::NameAndTime);
        }
    }
    let description = requested.description.unwrap_or(requested.name).trim();
    // A description that somebody chose may stand for many: it counts only where there is nothing else.
    let counts = seen.renamed || description == requested.name.trim();
    let same = seen.description.as_deref().is_some_and(|seen| seen.trim() == description);
    (counts && same).then_some(By::Description)
}

/// The names that an object may have been asked to have.
pub(crate) fn requested_names(rule: NameRule, seen: &Seen) -> Vec<String> {
    let name = seen.name.as_deref().map(str::trim);
    let stamp = name.filter(|_| rule.unix_time).and_then(|name| name.rsplit_once('-'));
    let plain = stamp.filter(|(plain, _)| name.is_some_and(|name| is_stamped(name, plain))).map(|(plain, _)| plain);
    // Where the name is kept, a description may be anybody's words.
    let description = seen.description.as_deref().filter(|_| seen.renamed).map(str::trim);
    [name, plain, description].into_iter().flatten().map(str::to_owned).collect()
}

/// `nightly-1731969462` for `nightly`.
fn is_stamped(name: &str, wanted: &str) -> bool {
    let time = name.strip_prefix(wanted).and_then(|rest| rest.strip_prefix('-'));
    time.is_some_and(|time| time.len() == 10 && time.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAMPS: NameRule = NameRule { unix_time: true, longest: Some(10) };

    fn by(rule: NameRule, name: &str, requested: &str) -> Option<By> {
        let seen = Seen { name: Some(name.to_owned()), ..Seen::default() };
        recognise(rule, &seen, Requested { name: requested, description: None })
    }

    #[test]
    fn the_name_or_the_name_with_a_time() {
        let stamps = NameRule { longest: None, ..STAMPS };
        assert_eq!(by(stamps, "nightly", "nightly"), Some(By::Name));
        assert_eq!(by(stamps, "nightly-1731969462", "nightly"), Some(By::NameAndTime));
        assert_eq!(by(NameRule::PLAIN, "nightly-1731969462", "nightly"), None);
        for other in ["nightly-2", "nightly-20241118", "nightlyx", "x-nightly", "nightly-17319694629", "Nightly"] {
            assert_eq!(by(stamps, other, "nightly"), None, "{other}");
        }
    }

    #[test]
    fn names_are_compared_as_they_are_kept() {
        assert_eq!(by(NameRule::PLAIN, "nightly", " nightly "), Some(By::Name));
        assert_eq!(by(STAMPS, "0123456789", "0123456789abc"), Some(By::Name));
        assert_eq!(by(NameRule::PLAIN, "0123456789", "0123456789abc"), None);
        // Cut between characters, not within one.
        assert_eq!(by(STAMPS, "äöüäöüäöüä", "äöüäöüäöüäöü"), Some(By::Name));
    }

    #[test]
    fn what_may_have_been_asked_for() {
        let seen = |name: &str, description: Option<&str>| Seen {
            name: Some(name.to_owned()),
            description: description.map(str::to_owned),
            renamed: name.ends_with("(snapshot)"),
        };
        let stamped = "nightly-2026-11-27-1731969462";
        assert_eq!(requested_names(STAMPS, &seen(stamped, None)), [stamped, "nightly-2026-11-27"]);
        assert_eq!(requested_names(NameRule::PLAIN, &seen(stamped, None)), [stamped]);
        assert_eq!(requested_names(NameRule::PLAIN, &seen("web (snapshot)", Some("n-1"))), ["web (snapshot)", "n-1"]);
        assert_eq!(requested_names(NameRule::PLAIN, &seen("web", Some("n-1"))), ["web"]);
    }

    #[test]
    fn a_description_counts_where_it_is_told() {
        let seen = |description: &str, renamed| Seen {
            name: Some("web (snapshot)".to_owned()),
            description: Some(description.to_owned()),
            renamed,
        };
        let by = |seen, description| recognise(NameRule::PLAIN, &seen, Requested { name: "nightly", description });
        assert_eq!(by(seen("nightly", false), None), Some(By::Description));
        assert_eq!(by(seen("nightly", false), Some("nightly")), Some(By::Description));
        assert_eq!(by(seen("nightly", true), Some("for the record")), None);
        // Every snapshot of a machine may have it.
        assert_eq!(by(seen("for the record", false), Some("for the record")), None);
        assert_eq!(by(seen("for the record", true), Some("for the record")), Some(By::Description));
    }
}
