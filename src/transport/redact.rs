//! The redactor: removes known secrets from any text that leaves a client.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};

use serde_json::Value;
use zeroize::Zeroizing;

use super::spelling::{SHORTEST, Spellings};
use crate::secret::{MASK, Secret, names_a_secret, without_users};
use crate::text;

/// A secret of this length does not occur in an ID or name by chance.
#[cfg(feature = "cli")]
const UNMISTAKABLE: usize = 12;

/// Of a long series of tokens, only the last few can still be in use.
const REMEMBERED: usize = 12;

/// Removes a client's secrets from any text that leaves it: errors, logs, dry runs, reports. A server may echo a
/// header.
///
/// Created once per connection, and once per call that carries its own secret: searching for secrets builds nothing.
#[derive(Default)]
pub(crate) struct Redactor {
    /// The connection's redactor, if this one is for the secrets of a call.
    connection: Option<Arc<Redactor>>,
    /// The secrets in the credentials or of the call.
    known: Spellings,
    /// The secrets issued by the server.
    learned: RwLock<Learned>,
}

#[derive(Default)]
struct Learned {
    secrets: Vec<Zeroizing<String>>,
    spellings: Spellings,
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redactor")
    }
}

impl Redactor {
    /// Texts shorter than four characters are not masked: they would match unrelated text.
    pub(crate) fn new(secrets: impl IntoIterator<Item = String>) -> Self {
        let secrets: Vec<_> = secrets.into_iter().map(Zeroizing::new).collect();
        Self { known: Spellings::of(secrets.iter().map(|secret| secret.as_str())), ..Self::default() }
    }

    /// Treats this text as a secret from now on: a newly issued token. Only the last few are remembered.
    pub(crate) fn learn(&self, secret: String) {
        let secret = Zeroizing::new(secret);
        let mut learned = self.learned.write().unwrap_or_else(PoisonError::into_inner);
        if secret.len() >= SHORTEST && !learned.secrets.contains(&secret) {
            learned.secrets.push(secret);
            let surplus = learned.secrets.len().saturating_sub(REMEMBERED);
            learned.secrets.drain(..surplus);
            learned.spellings = Spellings::of(learned.secrets.iter().map(|secret| secret.as_str()));
        }
    }

    /// The same redactor with additional secrets.
    pub(crate) fn and(self: &Arc<Self>, more: &[Secret]) -> Self {
        let known = Spellings::of(more.iter().map(Secret::expose));
        Self { connection: Some(Arc::clone(self)), known, learned: RwLock::default() }
    }

    fn collect(&self, text: &[u8], least: usize, places: &mut Vec<Range<usize>>) {
        self.known.find(text, least, places);
        self.learned.read().unwrap_or_else(PoisonError::into_inner).spellings.find(text, least, places);
        if let Some(connection) = &self.connection {
            connection.collect(text, least, places);
        }
    }

    /// The positions of all secrets of at least this length, in order and without overlaps.
    fn places(&self, text: &[u8], least: usize) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        self.collect(text, least, &mut places);
        places.sort_by_key(|place| place.start);
        places.dedup_by(|later, earlier| {
            let overlap = later.start < earlier.end;
            if overlap {
                earlier.end = earlier.end.max(later.end);
            }
            overlap
        });
        places
    }

    /// The bytes with secrets removed, in any encoding.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Vec<u8> {
        self.masked(bytes, SHORTEST)
    }

    /// Data for programs, with those secrets removed that cannot occur by chance.
    #[cfg(feature = "cli")]
    pub(crate) fn data(&self, text: &str) -> String {
        String::from_utf8_lossy(&self.masked(text.as_bytes(), UNMISTAKABLE)).into_owned()
    }

    fn masked(&self, bytes: &[u8], least: usize) -> Vec<u8> {
        let (mut clean, mut done) = (Vec::with_capacity(bytes.len()), 0);
        for place in self.places(bytes, least) {
            clean.extend_from_slice(&bytes[done..place.start]);
            clean.extend_from_slice(MASK.as_bytes());
            done = place.end;
        }
        clean.extend_from_slice(&bytes[done..]);
        clean
    }

    /// The text with secrets and the user part of URLs removed.
    pub(crate) fn text(&self, text: &str) -> String {
        // Secrets begin and end at character boundaries.
        let clean = String::from_utf8(self.bytes(text.as_bytes()));
        let clean = clean.unwrap_or_else(|odd| String::from_utf8_lossy(odd.as_bytes()).into_owned());
        if clean.contains("://") { without_users(&clean) } else { clean }
    }

    /// The value with secrets removed, and with everything under a key that names a secret.
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
            // A password may consist of digits.
            Value::Number(number) if self.is_in(number.to_string().as_bytes()) => Value::String(MASK.to_owned()),
            other => other,
        }
    }

    /// Whether the body contains a secret in any spelling.
    pub(crate) fn is_in(&self, bytes: &[u8]) -> bool {
        !self.places(bytes, SHORTEST).is_empty()
    }

    /// A body for people to read: JSON with secret keys masked, or text; at most 4 KiB.
    pub(crate) fn body(&self, bytes: &[u8]) -> String {
        const LIMIT: usize = 4096;
        let read = text::read(bytes);
        let text = match serde_json::from_str::<Value>(&read) {
            Ok(value) => self.json(value).to_string(),
            Err(_) => self.text(&read),
        };
        match text.char_indices().nth(LIMIT) {
            Some((end, _)) => format!("{}... ({} bytes in total)", &text[..end], bytes.len()),
            None => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_echoed_token_is_masked_everywhere() {
        let redactor = Redactor::new(["tok-12345".to_owned()]);
        let body = br#"{"error":"bad header bearer tok-12345","password":"x","deep":[{"auth_token":"y"}]}"#;
        let clean = redactor.body(body);
        assert!(!clean.contains("tok-12345") && !clean.contains("\"x\"") && !clean.contains("\"y\""), "{clean}");
        assert_eq!(redactor.text("at tok-12345!"), "at ***!");
    }

    #[test]
    fn additional_secrets_are_masked_in_both_forms() {
        let redactor = Arc::new(Redactor::new(["tok-12345".to_owned()])).and(&[Secret::new(r#"Pa"ss\w0rd"#)]);
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
        assert_eq!(nested.text("abcd-efgh"), "***", "the longer secret is masked first");
    }

    #[test]
    fn the_user_part_of_a_url_is_masked() {
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
    fn a_long_body_is_truncated_at_a_character_boundary() {
        let redactor = Redactor::new([]);
        let clean = redactor.body("é".repeat(10_000).as_bytes());
        assert!(clean.len() < 10_000 && clean.ends_with("(20000 bytes in total)"));
    }

    /// In every spelling a server might use.
    #[test]
    fn an_echo_in_any_spelling_is_masked() {
        const SECRET: &str = "tok+/a\"b&c\\dé-0123";
        let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
        let percent = |upper: bool| {
            let each = |byte: u8| if upper { format!("%{byte:02X}") } else { format!("%{byte:02x}") };
            SECRET.bytes().map(each).collect::<String>()
        };
        let json = Value::from(SECRET).to_string();
        let json = &json[1..json.len() - 1];
        let twice = Value::from(json).to_string();
        let html = SECRET.replace('&', "&amp;").replace('"', "&quot;").replace('+', "&plus;");
        let numeric = |c: char| if c.is_alphanumeric() { c.to_string() } else { format!("&#{};", u32::from(c)) };
        let spellings = [
            SECRET.to_owned(),
            json.to_owned(),
            json.replace('/', "\\/"),
            twice[1..twice.len() - 1].to_owned(),
            SECRET.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect(),
            SECRET.chars().map(|c| format!("\\u{:04X}", u32::from(c))).collect(),
            percent(true),
            percent(false),
            percent(false).replace('%', "%25"),
            html.clone(),
            html.replace('&', "&amp;"),
            SECRET.chars().map(numeric).collect(),
            SECRET.chars().map(|c| format!("&#x{:x};", u32::from(c))).collect(),
            hex(SECRET),
            hex(SECRET).to_uppercase(),
            SECRET.to_uppercase().replace('É', "é"),
            SECRET.replace('/', "~1"),
            format!("{SECRET:?}")[1..].trim_end_matches('"').to_owned(),
        ];
        let redactor = Redactor::new([SECRET.to_owned()]);
        for spelling in spellings {
            assert_eq!(redactor.text(&format!("a {spelling} z")), "a *** z", "{spelling}");
        }
    }

    /// Base64 of a text containing a secret, at each alignment, reveals none of its characters.
    #[test]
    fn base64_around_a_secret_is_masked() {
        use base64::Engine;
        use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
        const SECRET: &str = "tok>>??-SECRET-0123456789";
        let redactor = Redactor::new([SECRET.to_owned()]);
        for before in 0..7 {
            for after in 0..4 {
                let text = format!("{}{SECRET}{}", &"user:pw"[..before], &"tail"[..after]);
                for engine in [STANDARD, URL_SAFE, URL_SAFE_NO_PAD] {
                    let echo = engine.encode(&text);
                    let clean = redactor.text(&format!("<{echo}>"));
                    assert!(clean.contains("***") && clean.len() < 20, "{text}: {clean}");
                }
            }
        }
    }

    #[test]
    fn invalid_utf8_is_masked() {
        let redactor = Redactor::new(["tok-12345".to_owned()]);
        let utf16 = |order: fn(u16) -> [u8; 2]| "a tok-12345 z".encode_utf16().flat_map(order).collect::<Vec<u8>>();
        for bytes in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes), b"\xff\xfe\x80 tok-12345 \xff".to_vec()] {
            let clean = redactor.bytes(&bytes);
            assert!(clean.windows(3).any(|part| part == b"***"), "{clean:?}");
            assert!(!redactor.is_in(&clean) && !redactor.body(&bytes).contains("12345"), "{clean:?}");
        }
    }

    #[test]
    fn a_token_is_masked_even_if_it_was_given_with_decoration() {
        for given in ["\"tok-12345\"", "Bearer tok-12345", "\u{feff}tok-12345", "Authorization: Bearer 'tok-12345'"] {
            assert_eq!(Redactor::new([given.to_owned()]).text("no: tok-12345!"), "no: ***!", "{given}");
        }
        assert_eq!(
            Redactor::new(["12345678".to_owned()]).json(serde_json::json!([12345678, 1])),
            serde_json::json!(["***", 1])
        );
    }

    #[test]
    fn other_text_is_unchanged() {
        let redactor = Redactor::new(["tok-12345".to_owned(), "dG9r".to_owned()]);
        for text in [
            "tok-1234",
            "tok--12345",
            "token 12345",
            "%74%6f%6b%2d1234",
            "&amp;tok",
            "\\u0074ok-1234",
            "tok-1234%",
            "\\",
            "&",
            "%",
        ] {
            assert_eq!(redactor.text(text), text);
        }
    }
}
