//! Handling of foreign text: which characters must not reach a terminal, and how bytes are decoded. It imports nothing.

use std::borrow::Cow;

/// Characters that move the cursor, change colors or the reading direction, or are invisible: they could make two
/// different names look alike.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The text with each such character replaced by U+FFFD.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect()
}

/// A hash of a text for names of files and accounts: stable across machines and versions, unlike the standard library's. Not
/// collision-resistant against an attacker.
pub(crate) fn hash(text: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = siphasher::sip::SipHasher13::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// At most this many characters, all of them printable.
pub(crate) fn short(text: &str, most: usize) -> String {
    text.chars().take(most).map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect()
}

/// The text without the byte order mark that some servers and editors put at the start.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The byte order of UTF-16, if the bytes are UTF-16: recognized by a byte order mark, or by a zero byte next to the
/// first character.
fn utf16(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    match bytes {
        [0xff, 0xfe, ..] | [b' '..=b'~', 0, _, 0, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] | [0, b' '..=b'~', 0, _, ..] => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// Whether the bytes are UTF-16.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    utf16(bytes).is_some()
}

/// Decodes UTF-8 or UTF-16, without the byte order mark.
pub(crate) fn read(bytes: &[u8]) -> Cow<'_, str> {
    match utf16(bytes) {
        Some(order) => {
            let units = bytes.as_chunks::<2>().0.iter().map(|pair| order(*pair)).filter(|unit| *unit != 0xfeff);
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>().into()
        }
        None => String::from_utf8_lossy(without_mark(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_replaced() {
        for c in [
            '\u{1b}',
            '\u{9b}',
            '\u{61c}',
            '\u{202e}',
            '\u{2066}',
            '\u{200b}',
            '\u{2060}',
            '\u{ad}',
            '\u{feff}',
            '\u{e0041}',
            '\u{3164}',
        ] {
            assert_eq!(printable(&format!("a{c}b")), "a\u{fffd}b", "{c:?}");
        }
        let plain = "Sicherung \u{2014} \u{5e74}\u{5ea6} \u{1f4be} \u{5d0}\u{5d1}";
        assert_eq!(printable(plain), plain);
    }

    #[test]
    fn the_hash_of_a_text_is_stable() {
        assert_eq!(format!("{:016x}", hash("")), "d1fba762150c532c");
        assert_ne!(hash("a"), hash("b"));
    }

    #[test]
    fn text_is_decoded_from_both_encodings() {
        let utf16 = |order: fn(u16) -> [u8; 2], text: &str| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        for text in ["\u{feff}<html>", "{\"a\":1}"] {
            let plain = text.trim_start_matches('\u{feff}');
            assert_eq!(read(text.as_bytes()), plain);
            assert_eq!(read(&utf16(u16::to_le_bytes, text)), plain);
            assert_eq!(read(&utf16(u16::to_be_bytes, text)), plain);
        }
    }
}
