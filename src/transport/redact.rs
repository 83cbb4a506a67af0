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

/// Of a long row of tokens only the last few can still be on their way.
const REMEMBERED: usize = 12;

/// Takes the secrets of a client out of texts that leave it: errors, logs, dry runs. A server may echo a header.
pub(crate) struct Redactor {
    /// Those of the credentials.
    known: Vec<Zeroizing<String>>,
    /// Those that the server gave out.
    learned: RwLock<Vec<Zeroizing<String>>>,
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redactor")
    }
}

impl Redactor {
    /// Secrets as they are, as JSON text has them, and as URLs have them. Texts shorter than four characters are not looked for:
    /// they would blacken everything.
    pub(crate) fn new(secrets: impl IntoIterator<Item = String>) -> Self {
        let long = secrets.into_iter().filter(|secret| secret.len() >= 4);
        Self { known: long.flat_map(forms).map(Zeroizing::new).collect(), learned: RwLock::default() }
    }

    /// From now on this text is a secret too: a token that was just given out. The last few are remembered.
    pub(crate) fn learn(&self, secret: String) {
        let secret = Zeroizing::new(secret);
        let mut learned = self.learned.write().unwrap_or_else(PoisonError::into_inner);
        if secret.len() >= 4 && !learned.contains(&secret) {
            learned.push(secret);
            let surplus = learned.len().saturating_sub(REMEMBERED);
            learned.drain(..surplus);
        }
    }

    /// All secrets. One may be a part of another: the longer goes first, or its rest would be left.
    fn all(&self) -> Vec<Zeroizing<String>> {
        let learned = self.learned.read().unwrap_or_else(PoisonError::into_inner);
        let learned = learned.iter().flat_map(|secret| forms(secret.to_string())).map(Zeroizing::new);
        let mut all: Vec<Zeroizing<String>> = self.known.iter().cloned().chain(learned).collect();
        all.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        all
    }

    /// The same, for further secrets too.
    pub(crate) fn and(&self, more: &[Secret]) -> Self {
        let more = more.iter().map(|secret| secret.expose().to_owned());
        Self::new(self.all().iter().map(|secret| secret.to_string()).chain(more))
    }

    /// The text without the secrets, and without what stands for a user in a URL.
    pub(crate) fn text(&self, text: &str) -> String {
        let mut clean = without_users(text);
        for secret in self.all() {
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
                    (self.text(&key), value)
                };
                Value::Object(map.into_iter().map(clean).collect())
            }
            other => other,
        }
    }

    /// A secret stands in the body, however it is written.
    #[cfg(feature = "contract")]
    pub(crate) fn is_in(&self, bytes: &[u8]) -> bool {
        let shown = String::from_utf8_lossy(bytes);
        let all = self.all();
        let holds = |text: &str| all.iter().any(|secret| text.contains(secret.as_str()));
        // Read and written again, JSON has no escapes that need not be.
        holds(&shown) || serde_json::from_slice::<Value>(bytes).is_ok_and(|value| holds(&value.to_string()))
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

/// The forms in which a server may echo a secret.
fn forms(secret: String) -> [String; 5] {
    const COMPONENT: &percent_encoding::AsciiSet =
        &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    let quoted = Value::from(secret.as_str()).to_string();
    let component = percent_encoding::utf8_percent_encode(&secret, COMPONENT).to_string();
    let form = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    // As a key in a JSON pointer.
    let pointer = secret.replace('~', "~0").replace('/', "~1");
    [quoted[1..quoted.len() - 1].to_owned(), component, form, pointer, secret]
}

/// `https://user:password@host` as `https://***@host`.
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
    fn an_echo_in_any_form_is_masked() {
        let redactor = Redactor::new(["tok+/=\"1".to_owned()]);
        let echoes = ["x tok+~1=\"1", "x tok+/=\"1", r#"x tok+/=\"1"#, "x tok%2B%2F%3D%221"];
        for text in echoes {
            assert_eq!(redactor.text(text), "x ***", "{text}");
        }
        assert_eq!(redactor.body(br#"{"tok+/=\"1": 7}"#), r#"{"***":7}"#, "also as a key");
        let nested = Redactor::new(["abcd".to_owned(), "abcd-efgh".to_owned()]);
        assert_eq!(nested.text("abcd-efgh"), "***", "the longer one goes first");
    }

    #[test]
    fn the_user_of_a_url_is_not_shown() {
        let clean = |text: &str| Redactor::new([]).text(text);
        assert_eq!(
            clean("at https://me:pw@h.example/a?b and ftp://x@y"),
            "at https://***@h.example/a?b and ftp://***@y"
        );
        assert_eq!(clean("https://me:p@w@h.example/x"), "https://***@h.example/x");
        for plain in ["https://h.example/a@b", "a@b://c", "mail me@h.example", "://", "x://"] {
            assert_eq!(clean(plain), plain);
        }
    }

    #[test]
    fn a_long_body_is_cut_at_a_character() {
        let redactor = Redactor::new([]);
        let clean = redactor.body("é".repeat(10_000).as_bytes());
        assert!(clean.len() < 10_000 && clean.ends_with("(20000 bytes in all)"));
    }
}
