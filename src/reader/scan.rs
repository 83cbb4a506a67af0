//! The tokenizer: processes strings eight bytes at a time. It accepts the same JSON as serde_json.

use super::odd::Odd;

/// A position in the text.
pub(super) struct Scan<'de> {
    text: &'de str,
    at: usize,
    /// Whether the last string contains escapes.
    escaped: bool,
}

/// A string without its quotes, as it is in the text.
#[derive(Clone, Copy)]
pub(super) struct Token<'de> {
    pub(super) text: &'de str,
    /// Whether it contains escapes.
    pub(super) escaped: bool,
    /// The hash of its value.
    pub(super) hash: u64,
}

impl Token<'_> {
    pub(super) const EMPTY: Self = Self { text: "", escaped: false, hash: 0 };

    /// One of 64 bits, by the hash.
    pub(super) fn bit(&self) -> u64 {
        1 << (self.hash >> 58)
    }

    /// The value of a string that contains escapes.
    pub(super) fn unescaped(&self) -> Result<String, Odd> {
        unescaped(self.text)
    }

    /// Whether both have the same value.
    pub(super) fn is_same(&self, other: &Self) -> Result<bool, Odd> {
        if self.escaped || other.escaped {
            return Ok(self.unescaped()? == other.unescaped()?);
        }
        Ok(self.text == other.text)
    }
}

/// The value of a string that contains escapes.
#[cold]
pub(super) fn unescaped(text: &str) -> Result<String, Odd> {
    serde_json::from_str(&format!("\"{text}\"")).map_err(|_| Odd::UNREAD)
}

/// The kind of the next value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    True,
    False,
    Number,
    Text,
    List,
    Object,
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// Sets the high bit of the first byte that is a quote, a backslash or a control character. Higher bytes may be set as well and are
/// meaningless.
fn special(word: u64) -> u64 {
    let is = |byte: u8| {
        let differs = word ^ (ONES * u64::from(byte));
        differs.wrapping_sub(ONES) & !differs
    };
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    (is(b'"') | is(b'\\') | control) & HIGH
}

fn mixed(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The hash of a text as [`Scan::key`] makes it.
pub(super) fn hash_of(text: &str) -> u64 {
    let words = text.as_bytes().chunks(8).map(|chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        u64::from_le_bytes(word)
    });
    let hash = words.fold(0, mixed);
    // `Scan::key` always mixes in the remainder, even if it is empty.
    if text.len().is_multiple_of(8) { mixed(hash, 0) } else { hash }
}

impl<'de> Scan<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self { text, at: 0, escaped: false }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn move_to(&mut self, at: usize) {
        self.at = at;
    }

    pub(super) fn text(&self, start: usize, end: usize) -> Result<&'de str, Odd> {
        self.text.get(start..end).ok_or(Odd::UNREAD)
    }

    /// Whether this text is next.
    pub(super) fn is_next(&self, text: &str) -> bool {
        self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(text.as_bytes()))
    }

    /// Skips whitespace and returns the next byte without consuming it.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                byte => return Some(*byte),
            }
        }
        None
    }

    /// Consumes this byte if it is next.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Odd> {
        if self.take(byte) { Ok(()) } else { Err(Odd::UNREAD) }
    }

    pub(super) fn kind(&mut self) -> Result<Kind, Odd> {
        Ok(match self.peek().ok_or(Odd::UNREAD)? {
            b'"' => Kind::Text,
            b'{' => Kind::Object,
            b'[' => Kind::List,
            b'n' => Kind::Null,
            b't' => Kind::True,
            b'f' => Kind::False,
            _ => Kind::Number,
        })
    }

    /// Consumes one of the three literals.
    pub(super) fn word(&mut self, word: &str) -> Result<(), Odd> {
        let is_next = self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes()));
        self.at += word.len();
        if is_next { Ok(()) } else { Err(Odd::UNREAD) }
    }

    /// Consumes a string. Returns it as it is in the text, without its quotes.
    pub(super) fn string(&mut self) -> Result<&'de str, Odd> {
        self.raw::<false>().map(|(text, _)| text)
    }

    /// Whether the last string contains escapes.
    pub(super) fn is_escaped(&self) -> bool {
        self.escaped
    }

    /// Consumes a string that is a key. The hash of one with escapes is yet to be made.
    pub(super) fn key(&mut self) -> Result<Token<'de>, Odd> {
        self.raw::<true>().map(|(text, hash)| Token { text, hash, escaped: self.escaped })
    }

    #[inline]
    fn raw<const HASHED: bool>(&mut self) -> Result<(&'de str, u64), Odd> {
        self.expect(b'"')?;
        let bytes = self.text.as_bytes();
        let (start, mut at, mut hash) = (self.at, self.at, 0);
        self.escaped = false;
        loop {
            let (word, read) = match bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
                Some(chunk) => (u64::from_le_bytes(*chunk), 8),
                None => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    let mut word = [0; 8];
                    word[..rest.len()].copy_from_slice(rest);
                    // Missing bytes read as control characters and end the loop.
                    (u64::from_le_bytes(word), rest.len())
                }
            };
            let found = special(word);
            if found == 0 {
                if HASHED {
                    hash = mixed(hash, word);
                }
                at += 8;
                continue;
            }
            let before = (found.trailing_zeros() / 8) as usize;
            let end = at + before;
            match bytes.get(end).filter(|_| before < read) {
                Some(b'"') => {
                    if HASHED {
                        let rest = word & ((1 << (8 * before)) - 1);
                        hash = mixed(hash, rest);
                    }
                    self.at = end + 1;
                    return Ok((self.text(start, end)?, hash));
                }
                Some(b'\\') => {
                    // The escaped character may be a quote. The hash is no longer used.
                    self.escaped = true;
                    at = end + 2;
                }
                _ => {
                    self.at = at;
                    return Err(Odd::UNREAD);
                }
            }
        }
    }

    /// Consumes a number; also returns whether it is an integer.
    pub(super) fn number(&mut self) -> Result<(&'de str, bool), Odd> {
        let (bytes, start) = (self.text.as_bytes(), self.at);
        let mut at = start;
        let next = |at: usize| bytes.get(at).copied().unwrap_or_default();
        let digits = |mut at: usize| {
            let start = at;
            while next(at).is_ascii_digit() {
                at += 1;
            }
            if at > start { Ok(at) } else { Err(Odd::UNREAD) }
        };
        at += usize::from(next(at) == b'-');
        at = if next(at) == b'0' { at + 1 } else { digits(at)? };
        let mut whole = true;
        if next(at) == b'.' {
            whole = false;
            at = digits(at + 1)?;
        }
        if matches!(next(at), b'e' | b'E') {
            whole = false;
            at += 1;
            at += usize::from(matches!(next(at), b'+' | b'-'));
            at = digits(at)?;
        }
        self.at = at;
        Ok((self.text(start, at)?, whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_do_not_depend_on_how_the_text_is_split() {
        for text in
            ["", "a", "sevenxx", "eight888", "nine99999", "sixteen letters!", "a key of some length, with commas"]
        {
            let quoted = format!("\"{text}\"   ");
            let key = Scan::new(&quoted).key().unwrap();
            assert_eq!((key.text, key.escaped, key.hash), (text, false, hash_of(text)), "{text}");
        }
    }

    #[test]
    fn strings_end_at_their_closing_quote() {
        for (text, end) in [(r#""a\"b" "#, 6), (r#""\\""#, 4), (r#""12345678\\" x"#, 12), ("\"\u{e9}\u{1f4be}\"", 8)] {
            let mut scan = Scan::new(text);
            assert!(scan.string().is_ok() && scan.at() == end, "{text}: {}", scan.at());
        }
        for text in ["\"", "\"abc", "\"a\nb\"", "\"a\\\"", "\"12345678", "x", "\"\\"] {
            assert!(Scan::new(text).key().is_err(), "{text}");
        }
    }
}
