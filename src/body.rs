//! Examines a body before it is parsed as JSON: what to call it if it is not JSON, what to repair, and which keys are
//! duplicated. The client and the contract engine share this, so that both judge alike.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use bytes::Bytes;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::text;

/// How much of a page is searched for its title.
const HEAD: usize = 64 * 1024;

/// Describes a body whose first bytes show that it is not JSON: `an HTML page titled "Sign in"`. The description quotes
/// the server, so mask and clean it before showing it.
pub(crate) fn foreign(bytes: &[u8]) -> Option<String> {
    let compressed = match bytes {
        [0x1f, 0x8b, ..] => Some("gzip"),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Some("zstd"),
        [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..] => Some("zlib (deflate)"),
        _ => None,
    };
    if let Some(how) = compressed {
        return Some(format!("{} bytes compressed with {how}, which was not requested", bytes.len()));
    }
    if text::is_utf16(bytes) {
        return Some("text in UTF-16 instead of UTF-8".to_owned());
    }
    let start = text::without_mark(bytes).trim_ascii_start();
    if start.first() != Some(&b'<') {
        return None;
    }
    let head = String::from_utf8_lossy(&start[..start.len().min(HEAD)]);
    let lower = head.to_ascii_lowercase();
    let is_login =
        lower.contains("type=\"password\"") || lower.contains("type='password'") || lower.contains("type=password");
    let kind = match (lower.starts_with("<?xml") && !lower.contains("<html"), is_login) {
        (true, _) => "XML",
        (false, true) => "an HTML page that asks for a password",
        (false, false) => "an HTML page",
    };
    Some(match title(&head, &lower) {
        Some(title) if kind != "XML" => format!("{kind}, titled {title:?}"),
        _ => kind.to_owned(),
    })
}

/// The title of an HTML page, on one line.
pub(crate) fn title_of(page: &str) -> Option<String> {
    title(page, &page.to_ascii_lowercase())
}

fn title(page: &str, lower: &str) -> Option<String> {
    const MOST: usize = 120;
    let open = lower.find("<title")?;
    let start = open + lower[open..].find('>')? + 1;
    let end = start + lower[start..].find("</title")?;
    let words = page[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
    let title: String = words.chars().take(MOST).collect();
    (!title.is_empty()).then_some(title)
}

/// Describes a body without quoting it: text of unknown format may contain secrets.
#[cfg(feature = "contract")]
pub(crate) fn sketch(body: &[u8]) -> String {
    let start = text::without_mark(body).trim_ascii_start();
    let kind = match start.first() {
        None => return "nothing".to_owned(),
        Some(b'<') => "HTML or XML",
        Some(_) if matches!(body, [0x1f, 0x8b, ..]) => "gzip",
        Some(_) if text::is_utf16(body) => "UTF-16",
        Some(_) if serde_json::from_slice::<serde::de::IgnoredAny>(start).is_ok() => "JSON",
        Some(_) if std::str::from_utf8(body).is_ok() => "text",
        Some(_) => "binary data",
    };
    format!("{} bytes of {kind}", body.len())
}

/// The body in a form that a JSON parser accepts: without a byte order mark, and with U+FFFD in place of unpaired
/// surrogates and invalid UTF-8. This way, one bad character in a name does not make a whole list unreadable.
pub(crate) fn repaired(body: &[u8]) -> Cow<'_, [u8]> {
    let plain = text::without_mark(body);
    let plain: Cow<'_, [u8]> = match std::str::from_utf8(plain) {
        Ok(_) => plain.into(),
        Err(_) => String::from_utf8_lossy(plain).into_owned().into_bytes().into(),
    };
    let halves = halves(&plain);
    if halves.is_empty() {
        return plain;
    }
    let mut whole = plain.into_owned();
    for at in halves {
        whole[at..at + 4].copy_from_slice(b"fffd");
    }
    whole.into()
}

/// The same for shared bytes: copies only where something is repaired.
pub(crate) fn repaired_bytes(body: &Bytes) -> Bytes {
    match repaired(body) {
        Cow::Borrowed(same) => body.slice_ref(same),
        Cow::Owned(repaired) => repaired.into(),
    }
}

/// The positions of the digits in escapes of unpaired surrogates.
fn halves(text: &[u8]) -> Vec<usize> {
    let unit = |at: usize| {
        let digits = text.get(at..)?.strip_prefix(b"\\u")?.get(..4)?;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(next) = memchr::memchr(b'\\', &text[at..]) {
        at += next;
        at += match (unit(at), unit(at + 6)) {
            (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => 12,
            (Some(0xd800..0xe000), _) => {
                found.push(at + 2);
                6
            }
            // The escaped character may itself be a backslash.
            _ => 2.min(text.len() - at),
        };
    }
    found
}

/// JSON pointers to keys that occur twice in one object; how such an object is interpreted depends on the parser.
/// Returns at most 100, and none if the body is not JSON.
pub(crate) fn doubled(body: &[u8]) -> Vec<String> {
    let (mut found, mut path) = (Vec::new(), Vec::new());
    let mut reader = serde_json::Deserializer::from_slice(body);
    // Parse errors are left to whoever parses the body.
    let _ = Keys { path: &mut path, found: &mut found }.deserialize(&mut reader);
    found
}

/// A key of an object, borrowed from the body where it is written without escapes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// One step of the path to a value. Paths are rarely needed, so only then are they made into pointers.
enum Step<'a> {
    Key(Key<'a>),
    Index(usize),
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(Key(name)) => write!(f, "/{}", name.replace('~', "~0").replace('/', "~1")),
            Self::Index(index) => write!(f, "/{index}"),
        }
    }
}

struct Keys<'a, 'de> {
    path: &'a mut Vec<Step<'de>>,
    found: &'a mut Vec<String>,
}

impl<'de> DeserializeSeed<'de> for Keys<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Keys<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen: HashSet<Key<'de>> = HashSet::new();
        while let Some(key) = map.next_key::<Key<'de>>()? {
            let is_new = seen.insert(key.clone());
            self.path.push(Step::Key(key));
            if !is_new && self.found.len() < 100 {
                self.found.push(self.path.iter().map(Step::to_string).collect());
            }
            map.next_value_seed(Keys { path: self.path, found: self.found })?;
            self.path.pop();
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for index in 0_usize.. {
            self.path.push(Step::Index(index));
            let more = items.next_element_seed(Keys { path: self.path, found: self.found })?.is_some();
            self.path.pop();
            if !more {
                break;
            }
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Parses a body as JSON after repairing it.
pub(crate) fn json(body: &[u8]) -> Result<Value, serde_json::Error> {
    serde_json::from_slice(&repaired(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_that_are_not_json_are_described() {
        let page =
            "\u{feff} <!DOCTYPE html><html><head><title>\n Sign in \u{b7} SSO</title></head><input type=\"password\">";
        assert_eq!(
            foreign(page.as_bytes()).unwrap(),
            "an HTML page that asks for a password, titled \"Sign in \u{b7} SSO\""
        );
        assert_eq!(foreign(b"<html><h1>502</h1>").unwrap(), "an HTML page");
        assert_eq!(foreign(b"<?xml version=\"1.0\"?><list/>").unwrap(), "XML");
        assert!(foreign(&[0x1f, 0x8b, 8, 0]).unwrap().contains("gzip"));
        let utf16: Vec<u8> = "{\"a\":1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(foreign(&utf16).unwrap().contains("UTF-16"));
        for plain in ["", "{}", "[]", "no", "\u{feff}{}", "7", "x"] {
            assert_eq!(foreign(plain.as_bytes()), None, "{plain}");
        }
    }

    #[test]
    fn one_bad_character_does_not_make_a_body_unreadable() {
        let name = |body: &[u8]| json(body).unwrap()["n"].as_str().unwrap().to_owned();
        assert_eq!(name(br#"{"n":"a\ud83d"}"#), "a\u{fffd}");
        assert_eq!(name(br#"{"n":"\udcbe\ud83d\u0041"}"#), "\u{fffd}\u{fffd}A");
        assert_eq!(name(br#"{"n":"\ud83d\udcbe"}"#), "\u{1f4be}", "a surrogate pair is kept");
        assert_eq!(name(br#"{"n":"\\ud83d"}"#), "\\ud83d", "an escaped backslash makes it plain text");
        assert_eq!(name(b"\xef\xbb\xbf{\"n\":\"a\xffb\"}"), "a\u{fffd}b");
        assert_eq!(repaired(b"\\"), b"\\".as_slice());
        assert_eq!(repaired(b"\\ud8"), b"\\ud8".as_slice());
    }

    #[test]
    fn duplicate_keys_are_found_at_any_depth() {
        let body = br#"{"id":1,"rows":[{"a/b":1,"c":{}},{"a/b":1,"a\u002fb":2,"c":{"x":1,"x":1}}],"id":2}"#;
        assert_eq!(doubled(body), ["/rows/1/a~1b", "/rows/1/c/x", "/id"]);
        assert_eq!(doubled(br#"{"a":[{"a":1},{"a":-1.5}],"b":null,"c":true,"d":"x"}"#), [""; 0]);
        assert_eq!(doubled(b"no"), [""; 0]);
    }
}
