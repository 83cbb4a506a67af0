//! Secrets: one type that does not show itself, and the redactor that takes known secrets out of any text.

use std::fmt;
use std::sync::{PoisonError, RwLock};

use serde_json::Value;
use zeroize::Zeroizing;

/// A token or password. `Debug` shows none of it, and our copy is wiped when dropped.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Wraps a secret. Blanks and line ends around it are dropped: they come from files and shells.
    pub fn new(text: impl Into<String>) -> Self {
        let text = Zeroizing::new(text.into());
        Self(Zeroizing::new(text.trim().to_owned()))
    }

    /// The secret itself. Take care where it goes.
    pub fn expose(&self) -> &str {
        &self.0
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

/// What stands in place of a secret.
const MASK: &str = "***";

/// The first secrets are those of the credentials: they stay.
const KEPT: usize = 4;

/// Takes the secrets of a client out of texts that leave it: errors, logs, dry runs. A server may echo a header.
pub(crate) struct Redactor {
    secrets: RwLock<Vec<Zeroizing<String>>>,
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redactor")
    }
}

impl Redactor {
    /// Texts shorter than four characters are not looked for: they would blacken everything.
    pub(crate) fn new(secrets: impl IntoIterator<Item = String>) -> Self {
        let redactor = Self { secrets: RwLock::default() };
        secrets.into_iter().for_each(|secret| redactor.learn(secret));
        redactor
    }

    /// From now on this text is a secret too: a token that was just given out.
    pub(crate) fn learn(&self, secret: String) {
        let secret = Zeroizing::new(secret);
        let mut secrets = self.secrets.write().unwrap_or_else(PoisonError::into_inner);
        if secret.len() >= 4 && !secrets.contains(&secret) {
            secrets.push(secret);
            // Of a long row of tokens only the last few can still be on their way.
            let surplus = secrets.len().saturating_sub(16);
            if surplus > 0 {
                secrets.drain(KEPT..KEPT + surplus);
            }
        }
    }

    /// The same, for further secrets too: as they are, and as JSON text has them.
    pub(crate) fn and(&self, more: &[Secret]) -> Self {
        let quoted = |secret: &Secret| Value::from(secret.expose()).to_string();
        let escaped = |secret: &Secret| quoted(secret).trim_start_matches('"').strip_suffix('"').map(str::to_owned);
        let more = more.iter().flat_map(|secret| [Some(secret.expose().to_owned()), escaped(secret)]);
        let known = self.secrets.read().unwrap_or_else(PoisonError::into_inner);
        Self::new(known.iter().map(|secret| secret.to_string()).chain(more.flatten()))
    }

    /// The text without the secrets.
    pub(crate) fn text(&self, text: &str) -> String {
        let mut clean = text.to_owned();
        for secret in self.secrets.read().unwrap_or_else(PoisonError::into_inner).iter() {
            if clean.contains(secret.as_str()) {
                clean = clean.replace(secret.as_str(), MASK);
            }
        }
        clean
    }

    /// The value without the secrets, and without what stands under a key that names one.
    pub(crate) fn json(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(items) => Value::Array(items.into_iter().map(|item| self.json(item)).collect()),
            Value::Object(map) => {
                let clean = |(key, value): (String, Value)| {
                    let value = if names_a_secret(&key) { Value::String(MASK.to_owned()) } else { self.json(value) };
                    (key, value)
                };
                Value::Object(map.into_iter().map(clean).collect())
            }
            other => other,
        }
    }

    /// A body for people: JSON with secret keys masked, or text; at most 4 KiB.
    pub(crate) fn body(&self, bytes: &[u8]) -> String {
        const LIMIT: usize = 4096;
        let text = match serde_json::from_slice::<Value>(bytes) {
            Ok(value) => self.json(value).to_string(),
            Err(_) => self.text(&String::from_utf8_lossy(bytes)),
        };
        match text.char_indices().nth(LIMIT) {
            Some((end, _)) => format!("{}... ({} bytes in all)", &text[..end], bytes.len()),
            None => text,
        }
    }
}

fn names_a_secret(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    ["password", "passwd", "secret", "token", "api_key", "apikey", "authorization", "cookie", "private_key"]
        .iter()
        .any(|name| key.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_show_itself() {
        assert_eq!(format!("{:?}", Secret::new("hunter22")), "Secret(***)");
        assert_eq!(Secret::new(" token\n").expose(), "token");
    }

    #[test]
    fn an_echoed_token_is_masked_wherever_it_stands() {
        let redactor = Redactor::new(["tok-12345".to_owned()]);
        let body = br#"{"error":"bad header bearer tok-12345","password":"x","deep":[{"auth_token":"y"}]}"#;
        let clean = redactor.body(body);
        assert!(!clean.contains("tok-12345") && !clean.contains("\"x\"") && !clean.contains("\"y\""), "{clean}");
        assert_eq!(redactor.text("at tok-12345!"), "at ***!");
    }

    #[test]
    fn further_secrets_are_masked_in_either_form() {
        let redactor = Redactor::new(["tok-12345".to_owned()]).and(&[Secret::new(r#"Pa"ss\w0rd"#)]);
        for text in ["tok-12345", r#"Pa"ss\w0rd"#, r#"Pa\"ss\\w0rd"#] {
            assert_eq!(redactor.text(text), MASK, "{text}");
        }
    }

    #[test]
    fn a_long_body_is_cut_at_a_character() {
        let redactor = Redactor::new([]);
        let clean = redactor.body("é".repeat(10_000).as_bytes());
        assert!(clean.len() < 10_000 && clean.ends_with("(20000 bytes in all)"));
    }
}
