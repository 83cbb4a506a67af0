//! The members of an object, and the check that its keys are distinct.

use std::collections::HashSet;

use serde::de::value::{BorrowedStrDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess};

use super::odd::Odd;
use super::scan::{self, Token};
use super::shape::{NONE, Node};
use super::state::{FEW, Reader};

/// The members of an object.
pub(super) struct Members<'a, 'de> {
    pub(super) reader: &'a mut Reader<'de>,
    /// No key was read yet.
    pub(super) first: bool,
    course: Course,
    /// The index of its first key in `keys`.
    base: usize,
    /// One bit for each hash of its keys: a new bit is a new key.
    bits: u64,
    /// The key hashes of a large object.
    #[expect(clippy::box_collection, reason = "few objects are large, and all others stay small")]
    many: Option<Box<HashSet<u64>>>,
    /// The node of the last key, or of the object itself before its first key.
    node: u32,
    /// Where the text before the last key starts.
    lead: usize,
    /// Where the value of the last key starts, if this is known.
    value_at: Option<usize>,
}

/// How the keys of an object relate to those of the first object of its array.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Course {
    /// They are some of those keys, in the same order, and therefore distinct.
    Same,
    /// This is the first object: its keys are remembered.
    First,
    /// They are not related, and compared with each other.
    Own,
}

impl<'a, 'de> Members<'a, 'de> {
    /// The members of the object that starts here.
    pub(super) fn of(reader: &'a mut Reader<'de>) -> Result<Self, Odd> {
        reader.enter()?;
        reader.scan.expect(b'{')?;
        let (base, node) = (reader.keys.len(), reader.parent);
        let course = match node {
            NONE => Course::Own,
            node if reader.shapes.has_keys(node) => Course::Same,
            _ => Course::First,
        };
        Ok(Self { reader, first: true, course, base, bits: 0, many: None, node, lead: 0, value_at: None })
    }

    /// Whether another key follows: then it is the last one of `keys`. Consumes the closing brace.
    pub(super) fn more(&mut self) -> Result<bool, Odd> {
        if self.course == Course::Same && self.same_key() { Ok(true) } else { self.own_key() }
    }

    /// Takes the next key if it is one of the first object's.
    fn same_key(&mut self) -> bool {
        let Reader { scan, shapes, keys, .. } = &mut *self.reader;
        let Some((node, Node { lead, key, end, .. })) = shapes.find(scan, self.node, self.first) else { return false };
        keys.push(*key);
        self.value_at = Some(scan.at() + lead.len());
        scan.move_to(scan.at() + end);
        (self.node, self.first) = (node, false);
        true
    }

    fn own_key(&mut self) -> Result<bool, Odd> {
        let Self { reader, base, .. } = self;
        self.lead = reader.scan.at();
        if reader.scan.take(b'}') {
            reader.depth -= 1;
            reader.keys.truncate(*base);
            self.first = false;
            return Ok(false);
        }
        if !std::mem::take(&mut self.first) {
            reader.scan.expect(b',')?;
        }
        let mut key = reader.scan.key()?;
        if key.escaped {
            key.hash = scan::hash_of(&key.unescaped()?);
        }
        if self.course == Course::Same {
            (self.course, self.node) = (Course::Own, NONE);
            self.bits = reader.keys[*base..].iter().fold(0, |bits, key| bits | key.bit());
        }
        self.note(key)?;
        Ok(true)
    }

    /// Checks that the key is a new one.
    fn note(&mut self, key: Token<'de>) -> Result<(), Odd> {
        let keys = &self.reader.keys[self.base..];
        let is_candidate = if keys.len() < FEW {
            self.bits & key.bit() != 0
        } else {
            let many = self.many.get_or_insert_with(|| Box::new(keys.iter().map(|key| key.hash).collect()));
            !many.insert(key.hash)
        };
        if is_candidate {
            for other in keys.iter().filter(|other| other.hash == key.hash) {
                if key.is_same(other)? {
                    return Err(Odd::doubled());
                }
            }
        }
        self.bits |= key.bit();
        self.reader.keys.push(key);
        Ok(())
    }

    /// Moves on to the value of the last key.
    pub(super) fn value(&mut self) -> Result<(), Odd> {
        let Reader { scan, shapes, keys, parent, .. } = &mut *self.reader;
        match self.value_at.take() {
            Some(at) => scan.move_to(at),
            None => {
                let end = scan.at() - self.lead;
                scan.expect(b':')?;
                if let (Course::First, Some(key)) = (self.course, keys.last()) {
                    scan.peek();
                    let is_first = keys.len() == self.base + 1;
                    let node = Node::new(scan.text(self.lead, scan.at())?, *key, end);
                    self.node = shapes.add(self.node, is_first, node);
                    if self.node == NONE {
                        self.course = Course::Own;
                    }
                }
            }
        }
        *parent = self.node;
        Ok(())
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = Odd;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Odd> {
        if !self.more()? {
            return Ok(None);
        }
        match self.reader.keys.last() {
            Some(key) if key.escaped => {
                let key: StringDeserializer<Odd> = key.unescaped()?.into_deserializer();
                seed.deserialize(key).map(Some)
            }
            Some(key) => seed.deserialize(BorrowedStrDeserializer::new(key.text)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Odd> {
        self.value()?;
        seed.deserialize(&mut *self.reader)
    }
}
