//! Finds a secret in a text in any spelling: literal, escaped for JSON, URLs or HTML (also twice), in UTF-16,
//! hexadecimal or base64.
//!
//! Escapes are decoded during comparison, character by character, so spellings need not be listed and may be mixed.
//! Encodings with a different alphabet (hexadecimal, base64 at each of its three alignments) have patterns of their
//! own.

use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use zeroize::Zeroizing;

/// Shorter secrets are not searched for: they would match unrelated text.
pub(super) const SHORTEST: usize = 4;

/// Fewer base64 characters are too weak a match.
const SHORTEST_BASE64: usize = 5;

/// One form of a secret.
struct Pattern {
    chars: Zeroizing<Vec<char>>,
    /// Whether case matters.
    exact: bool,
    /// The length of the secret in bytes.
    secret: usize,
    /// How many base64 characters around a match also contain bits of the secret.
    around: (usize, usize),
}

/// All forms of some secrets, ready for searching.
pub(super) struct Spellings {
    patterns: Vec<Pattern>,
    /// The patterns by the first byte of a possible match.
    begin: Vec<Vec<u16>>,
}

impl Default for Spellings {
    fn default() -> Self {
        Self::of([])
    }
}

impl Spellings {
    pub(super) fn of<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut patterns: Vec<Pattern> = Vec::new();
        for secret in secrets {
            for core in [secret, crate::secret::undecorated(secret)] {
                for pattern in forms(core).into_iter().filter(|pattern| pattern.chars.len() >= SHORTEST) {
                    if !patterns.iter().any(|other| other.exact == pattern.exact && other.chars == pattern.chars) {
                        patterns.push(pattern);
                    }
                }
            }
        }
        let mut begin = vec![Vec::new(); 256];
        for (index, pattern) in (0..u16::MAX).zip(&patterns) {
            let mut utf8 = [0; 4];
            let byte = pattern.chars[0].encode_utf8(&mut utf8).as_bytes()[0];
            for byte in [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()].into_iter().chain(*b"%&\\~+") {
                let list: &mut Vec<u16> = &mut begin[usize::from(byte)];
                if !list.contains(&index) {
                    list.push(index);
                }
            }
        }
        Self { patterns, begin }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// Adds the positions of all secrets of at least this length in the text.
    pub(super) fn find(&self, text: &[u8], least: usize, found: &mut Vec<Range<usize>>) {
        if self.is_empty() {
            return;
        }
        let mut at = 0;
        while at < text.len() {
            // Most bytes begin no pattern.
            let candidates = &self.begin[usize::from(text[at])];
            if !candidates.is_empty()
                && let Some(range) = self.longest(candidates, text, at, least)
            {
                at = range.end;
                found.push(range);
            } else {
                at += 1;
            }
        }
    }

    /// The longest match of any of these patterns that starts here.
    fn longest(&self, candidates: &[u16], text: &[u8], at: usize, least: usize) -> Option<Range<usize>> {
        let mut longest: Option<Range<usize>> = None;
        for index in candidates {
            let pattern = &self.patterns[usize::from(*index)];
            if pattern.secret < least {
                continue;
            }
            if let Some(range) = pattern.matches(text, at)
                && longest.as_ref().is_none_or(|known| range.end >= known.end)
            {
                longest = Some(range);
            }
        }
        longest
    }
}

/// The secret itself and its forms in other alphabets.
fn forms(secret: &str) -> Vec<Pattern> {
    if secret.len() < SHORTEST {
        return Vec::new();
    }
    let mut chars = Zeroizing::new(secret.chars().collect::<Vec<char>>());
    // Escaping doubles backslashes, so any number of them matches any other.
    chars.dedup_by(|a, b| *a == '\\' && *b == '\\');
    let hex = secret.bytes().flat_map(|byte| format!("{byte:02x}").chars().collect::<Vec<_>>()).collect();
    let mut forms = vec![
        Pattern { chars, exact: false, secret: secret.len(), around: (0, 0) },
        Pattern { chars: Zeroizing::new(hex), exact: false, secret: secret.len(), around: (0, 0) },
    ];
    for (shift, partial) in [(0, 0), (1, 2), (2, 3)] {
        let mut bytes = Zeroizing::new(vec![0; shift]);
        bytes.extend_from_slice(secret.as_bytes());
        for text in [STANDARD_NO_PAD.encode(&*bytes), URL_SAFE_NO_PAD.encode(&*bytes)].map(Zeroizing::new) {
            // The first and last characters may also contain bits of the surrounding text.
            let whole = bytes.len() * 8 / 6;
            let chars: Vec<char> = text.chars().take(whole).skip(partial).collect();
            if chars.len() >= SHORTEST_BASE64 {
                forms.push(Pattern {
                    chars: Zeroizing::new(chars),
                    exact: true,
                    secret: secret.len(),
                    around: (partial.min(2), 3),
                });
            }
        }
    }
    forms
}

impl Pattern {
    /// The extent of a match that starts here.
    fn matches(&self, text: &[u8], start: usize) -> Option<Range<usize>> {
        // Most candidates fail here, without an allocation.
        if self.cannot_go_on(text, start) {
            return None;
        }
        let (mut now, mut next) = (vec![start], Vec::new());
        for (index, expected) in self.chars.iter().enumerate() {
            for at in now.drain(..) {
                let at = if index == 0 { at } else { skip_filling(text, at) };
                self.spelled(*expected, text, at, &mut next);
            }
            if next.is_empty() {
                return None;
            }
            next.sort_unstable();
            next.dedup();
            std::mem::swap(&mut now, &mut next);
        }
        let end = now.into_iter().max()?;
        let is_base64 = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=');
        let before = text[..start].iter().rev().take(self.around.0).take_while(is_base64).count();
        let after = text[end..].iter().take(self.around.1).take_while(is_base64).count();
        Some(start - before..end + after)
    }

    /// Whether the first two characters are literal and the second differs from the secret's.
    fn cannot_go_on(&self, text: &[u8], start: usize) -> bool {
        let is_plain =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b' ' | b',' | b':');
        match (text[start], text.get(start + 1)) {
            (first, Some(second)) if is_plain(first) && is_plain(*second) => {
                !u8::try_from(self.chars[1]).is_ok_and(|wanted| wanted.eq_ignore_ascii_case(second))
            }
            _ => false,
        }
    }

    fn is(&self, expected: char, found: char) -> bool {
        expected == found || !self.exact && expected.eq_ignore_ascii_case(&found)
    }

    /// Where the character encoded here ends, for each way it can be decoded.
    fn spelled(&self, expected: char, text: &[u8], at: usize, ends: &mut Vec<usize>) {
        let Some(&byte) = text.get(at) else { return };
        let mut utf8 = [0; 4];
        let literal = expected.encode_utf8(&mut utf8).len();
        let same = text.get(at..at + literal).is_some_and(|here| match self.exact {
            true => here == &utf8[..literal],
            false => here.eq_ignore_ascii_case(&utf8[..literal]),
        });
        if same {
            ends.push(at + literal);
        }
        match byte {
            b'+' if expected == ' ' => ends.push(at + 1),
            b'~' if expected == '/' && text.get(at + 1) == Some(&b'1') => ends.push(at + 2),
            b'~' if expected == '~' && text.get(at + 1) == Some(&b'0') => ends.push(at + 2),
            b'%' => ends.extend(self.percent(&utf8[..literal], text, at)),
            b'&' => self.entity(expected, text, at, ends),
            b'\\' => self.escape(expected, text, at, ends),
            _ => {}
        }
    }

    /// `%2F`, `%2f`, and `%252F` if escaped twice; one per byte.
    fn percent(&self, utf8: &[u8], text: &[u8], start: usize) -> Option<usize> {
        let mut at = start;
        for wanted in utf8 {
            let mut digits = text.get(at..)?.strip_prefix(b"%")?;
            let is_wanted = |digits: &[u8]| {
                let value = digits.get(..2).and_then(|digits| u8::try_from(number(digits, 16)?).ok());
                value.is_some_and(|value| self.is(char::from(*wanted), char::from(value)))
            };
            while !is_wanted(digits) {
                digits = digits.strip_prefix(b"25")?;
            }
            at = text.len() - digits.len() + 2;
        }
        Some(at)
    }

    /// `&quot;`, `&#34;`, `&#x22;`, and `&amp;quot;` if escaped twice.
    fn entity(&self, expected: char, text: &[u8], start: usize, ends: &mut Vec<usize>) {
        let mut name = &text[start + 1..];
        loop {
            let length = name.iter().take(10).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
            let (word, rest) = name.split_at(length);
            let rest = rest.strip_prefix(b";").unwrap_or(rest);
            if meaning(word).is_some_and(|meant| self.is(expected, meant)) {
                ends.push(text.len() - rest.len());
            }
            if word != b"amp" {
                return;
            }
            name = rest;
        }
    }

    /// `\"`, `\/`, `\u0022`, `\u{22}`, `\x22`, after any number of backslashes.
    fn escape(&self, expected: char, text: &[u8], start: usize, ends: &mut Vec<usize>) {
        let at = start + text[start..].iter().take_while(|byte| **byte == b'\\').count();
        if expected == '\\' {
            ends.push(at);
        }
        let rest = &text[at..];
        let code =
            |range: Range<usize>| rest.get(range).filter(|digits| is_hex(digits)).and_then(|digits| number(digits, 16));
        let (value, length) = match rest {
            [b'u', b'{', tail @ ..] => {
                let digits = tail.iter().take(6).take_while(|byte| byte.is_ascii_hexdigit()).count();
                (code(2..2 + digits), digits + 3)
            }
            [b'u' | b'U', ..] => match (code(1..5), rest.get(5..7), code(7..11)) {
                (Some(high @ 0xd800..0xdc00), Some(b"\\u" | b"\\U"), Some(low @ 0xdc00..0xe000)) => {
                    (Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)), 11)
                }
                (value, ..) => (value, 5),
            },
            [b'x' | b'X', ..] => (code(1..3), 3),
            _ => (None, 0),
        };
        if value.and_then(char::from_u32).is_some_and(|value| self.is(expected, value)) {
            ends.push(at + length);
        }
        let mut utf8 = [0; 4];
        let literal = expected.encode_utf8(&mut utf8).as_bytes();
        if expected != '\\' && rest.get(..literal.len()).is_some_and(|here| here.eq_ignore_ascii_case(literal)) {
            ends.push(at + literal.len());
        }
    }
}

/// Zero bytes between the characters, as in UTF-16; also if they are escaped or already replaced.
fn skip_filling(text: &[u8], mut at: usize) -> usize {
    const FILLING: [&[u8]; 5] = [b"\0", b"\\u0000", b"\\u{0}", b"\\0", "\u{fffd}".as_bytes()];
    while let Some(filling) = FILLING.iter().find(|filling| text[at..].starts_with(filling)) {
        at += filling.len();
    }
    at
}

fn is_hex(digits: &[u8]) -> bool {
    !digits.is_empty() && digits.iter().all(u8::is_ascii_hexdigit)
}

/// The character denoted by a name or number between `&` and `;`.
fn meaning(word: &[u8]) -> Option<char> {
    match word {
        [b'#', b'x' | b'X', digits @ ..] => char::from_u32(number(digits, 16)?),
        [b'#', digits @ ..] => char::from_u32(number(digits, 10)?),
        word => NAMED.iter().find(|(known, _)| known.as_bytes().eq_ignore_ascii_case(word)).map(|(_, meant)| *meant),
    }
}

fn number(digits: &[u8], radix: u32) -> Option<u32> {
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok()
}

/// The HTML names of characters that occur in tokens.
const NAMED: [(&str, char); 36] = [
    ("quot", '"'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("apos", '\''),
    ("plus", '+'),
    ("sol", '/'),
    ("bsol", '\\'),
    ("equals", '='),
    ("lowbar", '_'),
    ("hyphen", '-'),
    ("dash", '-'),
    ("period", '.'),
    ("comma", ','),
    ("colon", ':'),
    ("semi", ';'),
    ("num", '#'),
    ("dollar", '$'),
    ("percnt", '%'),
    ("excl", '!'),
    ("quest", '?'),
    ("ast", '*'),
    ("midast", '*'),
    ("commat", '@'),
    ("lpar", '('),
    ("rpar", ')'),
    ("lbrack", '['),
    ("lsqb", '['),
    ("rbrack", ']'),
    ("rsqb", ']'),
    ("lbrace", '{'),
    ("lcub", '{'),
    ("rbrace", '}'),
    ("rcub", '}'),
    ("grave", '`'),
    ("verbar", '|'),
];
