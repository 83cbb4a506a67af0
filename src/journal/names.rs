//! Matches objects to the names that were requested for them. All rules about names are here.

use std::fmt;

/// How a provider modifies names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameRule {
    /// It may append a dash and the Unix time: `nightly-1731969462`.
    pub(crate) unix_time: bool,
    /// The maximum number of characters it keeps.
    pub(crate) longest: Option<usize>,
}

impl NameRule {
    /// The provider does not modify names.
    pub(crate) const PLAIN: Self = Self { unix_time: false, longest: None };

    /// The name as stored by the provider.
    fn kept<'a>(&self, name: &'a str) -> &'a str {
        let name = name.trim();
        let cut = self.longest.and_then(|longest| name.char_indices().nth(longest));
        cut.map_or(name, |(end, _)| name[..end].trim_end())
    }
}

/// The name and description requested for an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Requested<'a> {
    pub(crate) name: &'a str,
    /// The description sent; if none was given, some adapters send the name.
    pub(crate) description: Option<&'a str>,
}

/// The name and description shown in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) name: Option<String>,
    /// Set where a description is sent along with the name.
    pub(crate) description: Option<String>,
    /// Whether the platform chooses its own snapshot names and preserves only the description.
    pub(crate) renamed: bool,
}

/// What an object was matched by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Name,
    /// By its name followed by the creation time.
    NameAndTime,
    Description,
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "its name",
            Self::NameAndTime => "its name, to which the provider appends a time",
            Self::Description => "its description",
        })
    }
}

/// Whether an object matches the requested name.
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
    // Many objects may share a description chosen by the user: it counts only if there is nothing else.
    let counts = seen.renamed || description == requested.name.trim();
    let same = seen.description.as_deref().is_some_and(|seen| seen.trim() == description);
    (counts && same).then_some(By::Description)
}

/// Whether an object shows a description other than the one that was sent. A provider may shorten it.
pub(crate) fn contradicts(shown: Option<&str>, requested: Requested<'_>) -> bool {
    let shown = shown.map(str::trim).filter(|shown| !shown.is_empty());
    shown.zip(requested.description).is_some_and(|(shown, sent)| !sent.trim().starts_with(shown))
}

/// The names that may have been requested for an object.
pub(crate) fn requested_names(rule: NameRule, seen: &Seen) -> Vec<String> {
    let name = seen.name.as_deref().map(str::trim);
    let stamp = name.filter(|_| rule.unix_time).and_then(|name| name.rsplit_once('-'));
    let plain = stamp.filter(|(plain, _)| name.is_some_and(|name| is_stamped(name, plain))).map(|(plain, _)| plain);
    // If the provider preserves names, the description may be any text.
    let description = seen.description.as_deref().filter(|_| seen.renamed).map(str::trim);
    [name, plain, description].into_iter().flatten().map(str::to_owned).collect()
}

/// Matches `nightly-1731969462` for `nightly`.
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
    fn matches_by_name_or_by_name_with_time() {
        let stamps = NameRule { longest: None, ..STAMPS };
        assert_eq!(by(stamps, "nightly", "nightly"), Some(By::Name));
        assert_eq!(by(stamps, "nightly-1731969462", "nightly"), Some(By::NameAndTime));
        assert_eq!(by(NameRule::PLAIN, "nightly-1731969462", "nightly"), None);
        for other in ["nightly-2", "nightly-20241118", "nightlyx", "x-nightly", "nightly-17319694629", "Nightly"] {
            assert_eq!(by(stamps, other, "nightly"), None, "{other}");
        }
    }

    #[test]
    fn names_are_compared_as_stored_by_the_provider() {
        assert_eq!(by(NameRule::PLAIN, "nightly", " nightly "), Some(By::Name));
        assert_eq!(by(STAMPS, "0123456789", "0123456789abc"), Some(By::Name));
        assert_eq!(by(NameRule::PLAIN, "0123456789", "0123456789abc"), None);
        // The cut is between characters, not within one.
        assert_eq!(by(STAMPS, "äöüäöüäöüä", "äöüäöüäöüäöü"), Some(By::Name));
    }

    #[test]
    fn lists_the_names_that_may_have_been_requested() {
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
    fn another_description_contradicts() {
        let contradicts = |shown, description| contradicts(shown, Requested { name: "nightly", description });
        for shown in [None, Some(""), Some(" "), Some("by me"), Some(" by me "), Some("by")] {
            assert!(!contradicts(shown, Some("by me")), "{shown:?}");
        }
        assert!(!contradicts(Some("by others"), None), "none was sent");
        assert!(contradicts(Some("by others"), Some("by me")) && contradicts(Some("by me too"), Some("by me")));
    }

    #[test]
    fn matches_by_description_only_if_it_is_conclusive() {
        let seen = |description: &str, renamed| Seen {
            name: Some("web (snapshot)".to_owned()),
            description: Some(description.to_owned()),
            renamed,
        };
        let by = |seen, description| recognise(NameRule::PLAIN, &seen, Requested { name: "nightly", description });
        assert_eq!(by(seen("nightly", false), None), Some(By::Description));
        assert_eq!(by(seen("nightly", false), Some("nightly")), Some(By::Description));
        assert_eq!(by(seen("nightly", true), Some("for the record")), None);
        // Any snapshot of a machine may have this description.
        assert_eq!(by(seen("for the record", false), Some("for the record")), None);
        assert_eq!(by(seen("for the record", true), Some("for the record")), Some(By::Description));
    }
}
