//! Secrets: a type that hides its value, and the one list of names whose values are secret.
//!
//! The lowest layer of the crate: transport, contract, model and error may import it; it imports none of them.

use std::fmt;

use zeroize::Zeroizing;

/// A token or password. `Debug` does not reveal it, and our copy is wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Wraps a secret. Surrounding whitespace and line breaks are removed, because they come from files and shells.
    pub fn new(text: impl Into<String>) -> Self {
        let text = Zeroizing::new(text.into());
        Self(Zeroizing::new(text.trim().to_owned()))
    }

    /// Wraps a secret to the letter: a password may begin or end with a space.
    ///
    /// ```
    /// use cloudsnap::{Auth, Secret};
    /// let auth = Auth::basic("admin", Secret::exactly("ends with a space "));
    /// # let _ = auth;
    /// assert_eq!(Secret::new("from a file\n").expose(), "from a file");
    /// ```
    pub fn exactly(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The secret itself. Be careful where it goes.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Describes anything copied along with a token that is not part of it, without revealing the token.
    pub(crate) fn decoration(&self) -> Option<&'static str> {
        let text = self.expose();
        if text.contains(INVISIBLE) {
            return Some("it contains an invisible character (a byte order mark or a zero-width space)");
        }
        let lower = text.to_ascii_lowercase();
        if PREFIXES.iter().any(|prefix| lower.starts_with(prefix)) {
            return Some("it starts with the name of a header or scheme, such as `Bearer`");
        }
        let quoted =
            text.len() > 1 && QUOTES.iter().any(|(open, close)| text.starts_with(*open) && text.ends_with(*close));
        quoted.then_some("it is enclosed in quotation marks")
    }
}

/// Characters that editors do not show.
const INVISIBLE: [char; 5] = ['\u{feff}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}'];

/// What may precede a token in a header, in lower case.
const PREFIXES: [&str; 6] = ["bearer ", "basic ", "token ", "authorization:", "x-auth-token:", "api_key:"];

/// Quotation marks, as typed or as produced by word processors.
const QUOTES: [(char, char); 6] =
    [('"', '"'), ('\'', '\''), ('`', '`'), ('\u{201c}', '\u{201d}'), ('\u{2018}', '\u{2019}'), ('<', '>')];

/// The text without anything that people copy along with a token: quotation marks, scheme, invisible characters. A
/// server may echo the token alone.
pub(crate) fn undecorated(text: &str) -> &str {
    let mut core = text;
    loop {
        let mut shorter = core.trim_matches(|c: char| c.is_whitespace() || INVISIBLE.contains(&c));
        for (open, close) in QUOTES {
            shorter = shorter.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).unwrap_or(shorter);
        }
        for prefix in PREFIXES {
            let starts = shorter.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
            shorter = if starts { &shorter[prefix.len()..] } else { shorter };
        }
        if shorter.len() == core.len() {
            return core;
        }
        core = shorter;
    }
}

impl std::hash::Hash for Secret {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.expose().hash(state);
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl<T: Into<String>> From<T> for Secret {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// Read, and never written: what serialises a secret says so by [`Secret::expose`].
impl<'de> serde::Deserialize<'de> for Secret {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::exactly)
    }
}

/// Names whose values are secret, in lower case and without separators. A name that contains one of them matches.
const NAMES: [&str; 13] = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "token",
    "apikey",
    "accesskey",
    "privatekey",
    "authorization",
    "credential",
    "cookie",
    "userdata",
    "startupscript",
];

/// Whether the value under this name must never be shown: `auth_token`, `API-Key`, `rootPassword`, `apiKey`.
pub(crate) fn names_a_secret(name: &str) -> bool {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect();
    NAMES.iter().any(|listed| plain.contains(listed))
}

/// What stands in place of a secret.
pub(crate) const MASK: &str = "***";

/// Masks `https://user:password@host` as `https://***@host`.
pub(crate) fn without_users(text: &str) -> String {
    let (mut clean, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("://") {
        let (head, tail) = rest.split_at(at + 3);
        clean.push_str(head);
        let end = tail.find(|c: char| matches!(c, '/' | '?' | '#' | '"' | '<' | '>') || c.is_whitespace());
        let (authority, after) = tail.split_at(end.unwrap_or(tail.len()));
        rest = match authority.rfind('@') {
            Some(at) => {
                clean.push_str(MASK);
                &tail[at..]
            }
            None => {
                clean.push_str(authority);
                after
            }
        };
    }
    clean.push_str(rest);
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_hides_its_value() {
        assert_eq!(format!("{:?}", Secret::new("hunter22")), "Secret(***)");
        assert_eq!(Secret::new(" token\n").expose(), "token");
    }

    #[test]
    fn secret_names_match_in_any_naming_style() {
        for name in
            ["auth_token", "API-Key", "apiKey", "rootPassword", "privateKey", "user_data", "Set-Cookie", "passphrase"]
        {
            assert!(names_a_secret(name), "{name}");
        }
        for name in ["name", "key", "status", "pass", "user"] {
            assert!(!names_a_secret(name), "{name}");
        }
    }

    #[test]
    fn surplus_characters_copied_with_a_token_are_detected() {
        for text in [
            "\"tok-12345\"",
            "'tok-12345'",
            "\u{feff}tok-12345",
            "Bearer tok-12345",
            "bearer  tok-12345",
            "\u{201c}tok-12345\u{201d}",
        ] {
            assert!(Secret::new(text).decoration().is_some(), "{text}");
            assert_eq!(undecorated(text), "tok-12345", "{text}");
        }
        for text in ["tok-12345", "tok\"12345", "bearertok", "eyJh.eyJz.c2ln=="] {
            assert_eq!((Secret::new(text).decoration(), undecorated(text)), (None, text));
        }
    }
}
