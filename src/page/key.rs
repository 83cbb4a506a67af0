//! What makes an entry of a list the same entry on another page, in as few bytes as that takes.

use std::collections::HashSet;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

/// The identity of an entry: a numeric id as it is, any other text as a hash of 128 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Number(u64),
    Text(u128),
}

impl Key {
    /// The key of an id. A number in another spelling than the shortest is another id.
    pub(crate) fn of(id: &str) -> Self {
        let canonical = !id.starts_with('0') && id.bytes().all(|byte| byte.is_ascii_digit());
        match id.parse() {
            Ok(number) if canonical => Self::Number(number),
            _ => Self::Text(hash([id])),
        }
    }

    /// The key of a number that the provider uses as an id, also of a negative one.
    pub(crate) fn number(id: i64) -> Self {
        u64::try_from(id).map_or_else(|_| Self::of(&id.to_string()), Self::Number)
    }
}

impl From<&i64> for Key {
    fn from(id: &i64) -> Self {
        Self::number(*id)
    }
}

impl From<&String> for Key {
    fn from(id: &String) -> Self {
        Self::of(id)
    }
}

impl From<&Option<String>> for Key {
    fn from(id: &Option<String>) -> Self {
        Self::of(id.as_deref().unwrap_or_default())
    }
}

/// The same in each process, because page tokens leave it. A server that prepared two ids with one hash would gain nothing: it
/// could as well leave an entry out.
fn hash(parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> u128 {
    let mut hasher = SipHasher13::new();
    parts.into_iter().for_each(|part| hasher.write(part.as_ref()));
    hasher.finish128().as_u128()
}

/// A digest of the entries of a page, in their order.
pub(crate) fn digest(keys: &[Key]) -> u64 {
    let bytes = |key: &Key| match key {
        Key::Number(number) => (0_u8, u128::from(*number)),
        Key::Text(text) => (1, *text),
    };
    hash(keys.iter().map(bytes).map(|(kind, key)| [&[kind][..], &key.to_be_bytes()].concat())) as u64
}

/// The entries seen so far.
#[derive(Default)]
pub(super) struct Seen {
    numbers: HashSet<u64>,
    texts: HashSet<u128>,
}

impl Seen {
    /// Adds an entry; `false` if it was there.
    pub(super) fn insert(&mut self, key: Key) -> bool {
        match key {
            Key::Number(number) => self.numbers.insert(number),
            Key::Text(hash) => self.texts.insert(hash),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.numbers.len() + self.texts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_exactly_and_texts_by_their_hash() {
        assert_eq!(Key::of("71"), Key::Number(71));
        assert_eq!(Key::number(71), Key::of("71"));
        for other in ["071", "", "0", "+71", "-71", "71 ", "a", "18446744073709551616"] {
            assert!(matches!(Key::of(other), Key::Text(_)), "{other:?}");
            assert_eq!(Key::of(other), Key::of(other));
        }
        assert_eq!(Key::number(-71), Key::of("-71"));
        let mut seen = Seen::default();
        for id in ["71", "071", "a", "b"] {
            assert!(seen.insert(Key::of(id)) && !seen.insert(Key::of(id)), "{id}");
        }
        assert_eq!(seen.len(), 4);
    }
}
