//! The identity of list entries, to recognize them on other pages. Takes as little memory as possible.

use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use crate::reader::Short;

/// The identity of an entry: a numeric ID itself, or a 128-bit hash of any other text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Number(u64),
    Text(u128),
}

impl Key {
    /// The key of an ID. A number with leading zeros is a different ID.
    pub(crate) fn of(id: &str) -> Self {
        let canonical = !id.starts_with('0') && id.bytes().all(|byte| byte.is_ascii_digit());
        match canonical.then(|| id.parse()) {
            Some(Ok(number)) => Self::Number(number),
            _ => Self::Text(hash(id)),
        }
    }

    /// The key of a numeric ID, which may be negative.
    pub(crate) fn number(id: i64) -> Self {
        u64::try_from(id).map_or_else(|_| Self::of(&id.to_string()), Self::Number)
    }

    /// Both kinds as one number: only hashes have the highest bit set.
    fn bits(self) -> u128 {
        match self {
            Self::Number(number) => number.into(),
            Self::Text(hash) => hash | 1 << 127,
        }
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

impl From<&Short> for Key {
    fn from(id: &Short) -> Self {
        Self::of(id)
    }
}

impl From<&Option<Short>> for Key {
    fn from(id: &Option<Short>) -> Self {
        Self::of(id.as_deref().unwrap_or_default())
    }
}

impl From<&Option<String>> for Key {
    fn from(id: &Option<String>) -> Self {
        Self::of(id.as_deref().unwrap_or_default())
    }
}

/// The same in every process, because page tokens may leave it. A server gains nothing from creating two IDs with the same hash: it
/// could omit entries anyway.
fn hash(text: &str) -> u128 {
    let mut hasher = SipHasher13::new();
    hasher.write(text.as_bytes());
    hasher.finish128().as_u128()
}

/// Odd numbers without a pattern: the first digits of pi and e.
const SEEDS: [u64; 2] = [0x243f_6a88_85a3_08d3, 0xb7e1_5162_8aed_2a6b];

/// Folds the 128-bit product, so that each bit of the result depends on all bits of the factors.
fn mixed(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    (product >> 64) as u64 ^ product as u64
}

/// A digest of the entries of a page, in order; the same in each process.
pub(crate) fn digest(keys: &[Key]) -> u64 {
    let [start, step] = SEEDS;
    keys.iter().fold(start ^ keys.len() as u64, |digest, key| {
        let bits = key.bits();
        mixed(digest ^ bits as u64 ^ step, step ^ (bits >> 64) as u64 ^ digest.rotate_left(32))
    })
}

/// The entries seen so far, at about 16 bytes each. A single hash table would take twice the memory, and three times as much while it
/// grows.
#[derive(Default)]
pub(crate) struct Seen {
    /// Sorted: one part for a short list, [`PARTS`] for a long one.
    parts: Vec<Vec<u128>>,
    count: usize,
}

/// The number of parts of a long list.
const PARTS: usize = 4096;

/// The number of entries from which a list is long.
const LONG: usize = 2048;

fn part_of(bits: u128, parts: usize) -> usize {
    let [start, step] = SEEDS;
    mixed(bits as u64 ^ start, step ^ (bits >> 64) as u64) as usize % parts
}

impl Seen {
    /// Adds an entry; `false` if it was added before.
    pub(super) fn insert(&mut self, key: Key) -> bool {
        if self.parts.is_empty() {
            self.parts.push(Vec::new());
        } else if self.parts.len() == 1 && self.count >= LONG {
            self.divide();
        }
        let bits = key.bits();
        let index = part_of(bits, self.parts.len());
        let Some(part) = self.parts.get_mut(index) else { return false };
        let Err(place) = part.binary_search(&bits) else { return false };
        if part.len() == part.capacity() {
            part.reserve_exact(part.len() / 4 + 4);
        }
        part.insert(place, bits);
        self.count += 1;
        true
    }

    /// Whether the entry was added.
    pub(super) fn has(&self, key: Key) -> bool {
        let bits = key.bits();
        let part = self.parts.get(part_of(bits, self.parts.len().max(1)));
        part.is_some_and(|part| part.binary_search(&bits).is_ok())
    }

    fn divide(&mut self) {
        let whole = self.parts.pop().unwrap_or_default();
        self.parts.resize_with(PARTS, Vec::new);
        for bits in whole {
            // The entries are in order, so each part is sorted.
            self.parts[part_of(bits, PARTS)].push(bits);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.count
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

    /// Enough entries for all parts.
    #[test]
    fn long_lists_are_tracked_exactly() {
        const COUNT: u64 = 20_000;
        let mut seen = Seen::default();
        let keys = |n: u64| [Key::Number(n.wrapping_mul(0x9e37_79b9_7f4a_7c15)), Key::of(&format!("id-{n}"))];
        for key in (0..COUNT).flat_map(keys) {
            assert!(!seen.has(key) && seen.insert(key) && seen.has(key) && !seen.insert(key), "{key:?}");
        }
        assert_eq!(seen.len() as u64, 2 * COUNT);
        assert!((0..COUNT).flat_map(keys).all(|key| seen.has(key)));
        assert!((COUNT..2 * COUNT).flat_map(keys).all(|key| !seen.has(key)));
        let kept: usize = seen.parts.iter().map(Vec::capacity).sum();
        assert!(kept < seen.len() * 5 / 4 + 4 * PARTS, "room for {kept}");
    }

    #[test]
    fn digests_depend_on_order_length_and_kind() {
        let of = |ids: &[&str]| digest(&ids.iter().map(|id| Key::of(id)).collect::<Vec<_>>());
        assert_eq!(of(&["1", "2", "a"]), of(&["1", "2", "a"]));
        let all = [
            &["1", "2"][..],
            &["2", "1"],
            &["1"],
            &[],
            &["1", "2", "2"],
            &["0"],
            &["a"],
            &["b"],
            &["a", "b"],
            &["b", "a"],
            &["01"],
        ];
        let different: std::collections::HashSet<_> = all.iter().map(|ids| of(ids)).collect();
        assert_eq!(different.len(), all.len());
    }
}
