//! A reader of JSON for answers: it borrows what it can, notices keys that stand twice in one object, and tells where an object stands
//! that is to be kept as it was sent. One walk does what reading, looking for such keys and cutting a list into objects would do in
//! three.
//!
//! It takes and gives what serde_json does, or nothing: whoever gets nothing asks serde_json, which tells what is wrong.

mod scan;

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, StringDeserializer};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use scan::{Kind, Piece, Scan};

/// Why a body was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Odd {
    /// A key stands twice in one object: what it says depends on who reads it.
    Doubled,
    /// It is no JSON, or not what the type needs.
    Unread,
}

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Doubled => "a key stands twice in one object",
            Self::Unread => "it cannot be read",
        })
    }
}

impl std::error::Error for Odd {}

impl de::Error for Odd {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Unread
    }
}

/// Reads a whole text.
pub(crate) fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Odd> {
    let mut reader = Reader { scan: Scan::new(text), keys: Vec::new(), places: Vec::new(), depth: 0 };
    let value = T::deserialize(&mut reader)?;
    if reader.scan.peek().is_some() { Err(Odd::Unread) } else { Ok(value) }
}

/// A value, and where it stands in the text.
#[derive(Debug)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) place: Range<usize>,
}

/// By this name a [`Placed`] is asked for.
const PLACED: &str = "cloudsnap::reader::Placed";

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Parts<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Parts<T> {
            type Value = Placed<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value and its place")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Placed<T>, A::Error> {
                let missing = || de::Error::custom("only this reader knows places");
                let value = parts.next_element()?.ok_or_else(missing)?;
                let start = parts.next_element()?.ok_or_else(missing)?;
                let end = parts.next_element()?.ok_or_else(missing)?;
                Ok(Placed { value, place: start..end })
            }
        }

        deserializer.deserialize_newtype_struct(PLACED, Parts(std::marker::PhantomData))
    }
}

/// As deep as serde_json goes.
const DEEPEST: u32 = 127;

/// Up to so many keys of one object are compared one by one.
const FEW: usize = 64;

struct Reader<'de> {
    scan: Scan<'de>,
    /// The hashes of the keys of all objects that are open, one after the other.
    keys: Vec<u64>,
    /// The keys themselves.
    places: Vec<Piece>,
    depth: u32,
}

impl<'de> Reader<'de> {
    /// What a piece means, where it is not what stands there.
    fn unescaped(&self, piece: Piece) -> Result<String, Odd> {
        let quoted = self.scan.text(piece.start - 1, piece.end + 1)?;
        serde_json::from_str(quoted).map_err(|_| Odd::Unread)
    }

    fn is_same(&self, one: Piece, other: Piece) -> Result<bool, Odd> {
        if one.escaped || other.escaped {
            return Ok(self.unescaped(one)? == self.unescaped(other)?);
        }
        Ok(self.scan.text(one.start, one.end)? == self.scan.text(other.start, other.end)?)
    }

    fn enter(&mut self) -> Result<(), Odd> {
        self.depth += 1;
        if self.depth > DEEPEST { Err(Odd::Unread) } else { Ok(()) }
    }

    /// Goes over a value that nobody wants; keys that stand twice are noticed in it, too.
    fn skip(&mut self) -> Result<(), Odd> {
        match self.scan.kind()? {
            Kind::Null => self.scan.word("null"),
            Kind::True => self.scan.word("true"),
            Kind::False => self.scan.word("false"),
            Kind::Number => self.scan.number().map(|_| ()),
            Kind::Text => {
                let piece = self.scan.string::<false>()?;
                // Not every escape is one.
                if piece.escaped { self.unescaped(piece).map(|_| ()) } else { Ok(()) }
            }
            Kind::List => {
                let mut items = Items::of(self)?;
                while items.more()? {
                    items.reader.skip()?;
                }
                Ok(())
            }
            Kind::Object => {
                let mut members = Members::of(self)?;
                while members.key()?.is_some() {
                    members.reader.scan.expect(b':')?;
                    members.reader.skip()?;
                }
                Ok(())
            }
        }
    }
}

/// The entries of a list.
struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    first: bool,
    ended: bool,
}

impl<'a, 'de> Items<'a, 'de> {
    fn of(reader: &'a mut Reader<'de>) -> Result<Self, Odd> {
        reader.enter()?;
        reader.scan.expect(b'[')?;
        Ok(Self { reader, first: true, ended: false })
    }

    /// Another entry comes. At the end the walk goes on behind the list.
    fn more(&mut self) -> Result<bool, Odd> {
        if !self.ended && self.reader.scan.take(b']') {
            self.reader.depth -= 1;
            self.ended = true;
        }
        if self.ended {
            return Ok(false);
        }
        if !std::mem::take(&mut self.first) {
            self.reader.scan.expect(b',')?;
        }
        Ok(true)
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Odd;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Odd> {
        if self.more()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

/// The members of an object.
struct Members<'a, 'de> {
    reader: &'a mut Reader<'de>,
    first: bool,
    /// Where its keys begin among those of all open objects.
    base: usize,
    /// The hashes, where there are many.
    many: HashSet<u64>,
}

impl<'a, 'de> Members<'a, 'de> {
    fn of(reader: &'a mut Reader<'de>) -> Result<Self, Odd> {
        reader.enter()?;
        reader.scan.expect(b'{')?;
        let base = reader.keys.len();
        Ok(Self { reader, first: true, base, many: HashSet::new() })
    }

    /// The next key. At the end the walk goes on behind the object.
    fn key(&mut self) -> Result<Option<Piece>, Odd> {
        let Self { reader, base, .. } = self;
        if reader.scan.take(b'}') {
            reader.depth -= 1;
            reader.keys.truncate(*base);
            reader.places.truncate(*base);
            return Ok(None);
        }
        if !std::mem::take(&mut self.first) {
            reader.scan.expect(b',')?;
        }
        let mut piece = reader.scan.string::<true>()?;
        if piece.escaped {
            piece.hash = scan::hash_of(&reader.unescaped(piece)?);
        }
        self.note(piece)?;
        Ok(Some(piece))
    }

    fn note(&mut self, piece: Piece) -> Result<(), Odd> {
        let keys = &self.reader.keys[self.base..];
        let seen = if keys.len() < FEW {
            keys.contains(&piece.hash)
        } else {
            if self.many.is_empty() {
                self.many.extend(keys);
            }
            !self.many.insert(piece.hash)
        };
        if seen {
            for (hash, other) in keys.iter().zip(&self.reader.places[self.base..]) {
                if *hash == piece.hash && self.reader.is_same(piece, *other)? {
                    return Err(Odd::Doubled);
                }
            }
        }
        self.reader.keys.push(piece.hash);
        self.reader.places.push(piece);
        Ok(())
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = Odd;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Odd> {
        let Some(piece) = self.key()? else { return Ok(None) };
        if piece.escaped {
            let key: StringDeserializer<Odd> = self.reader.unescaped(piece)?.into_deserializer();
            return seed.deserialize(key).map(Some);
        }
        seed.deserialize(BorrowedStrDeserializer::new(self.reader.scan.text(piece.start, piece.end)?)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Odd> {
        self.reader.scan.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// A value, then its place.
struct PlacedParts<'a, 'de> {
    reader: &'a mut Reader<'de>,
    start: usize,
    given: u8,
}

impl<'de> SeqAccess<'de> for PlacedParts<'_, 'de> {
    type Error = Odd;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Odd> {
        self.given += 1;
        match self.given {
            1 => seed.deserialize(&mut *self.reader).map(Some),
            2 => seed.deserialize(self.start.into_deserializer()).map(Some),
            3 => seed.deserialize(self.reader.scan.at().into_deserializer()).map(Some),
            _ => Ok(None),
        }
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        match self.scan.kind()? {
            Kind::Null => self.scan.word("null").and_then(|()| visitor.visit_unit()),
            Kind::True => self.scan.word("true").and_then(|()| visitor.visit_bool(true)),
            Kind::False => self.scan.word("false").and_then(|()| visitor.visit_bool(false)),
            Kind::Number => {
                let (digits, whole) = self.scan.number()?;
                match digits.parse::<u64>() {
                    Ok(number) => return visitor.visit_u64(number),
                    // Minus nothing is no whole number.
                    Err(_) if whole && digits != "-0" => {
                        if let Ok(number) = digits.parse::<i64>() {
                            return visitor.visit_i64(number);
                        }
                    }
                    Err(_) => {}
                }
                let number: f64 = digits.parse().map_err(|_| Odd::Unread)?;
                if number.is_finite() { visitor.visit_f64(number) } else { Err(Odd::Unread) }
            }
            Kind::Text => {
                let piece = self.scan.string::<false>()?;
                if piece.escaped {
                    return visitor.visit_string(self.unescaped(piece)?);
                }
                visitor.visit_borrowed_str(self.scan.text(piece.start, piece.end)?)
            }
            Kind::List => {
                let mut items = Items::of(self)?;
                let value = visitor.visit_seq(&mut items)?;
                // A visitor that wants less than there is has not read it.
                if items.more()? { Err(Odd::Unread) } else { Ok(value) }
            }
            Kind::Object => visitor.visit_map(Members::of(self)?),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        match self.scan.kind()? {
            Kind::Null => self.scan.word("null").and_then(|()| visitor.visit_none()),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Odd> {
        if name != PLACED {
            return visitor.visit_newtype_struct(self);
        }
        self.scan.peek();
        let start = self.scan.at();
        visitor.visit_seq(PlacedParts { reader: self, start, given: 0 })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        self.skip()?;
        visitor.visit_unit()
    }

    /// Values of one word alone; what else there is, serde_json reads.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Odd> {
        if self.scan.kind()? != Kind::Text {
            return Err(Odd::Unread);
        }
        let piece = self.scan.string::<false>()?;
        let word: StringDeserializer<Odd> = match piece.escaped {
            true => self.unescaped(piece)?.into_deserializer(),
            false => self.scan.text(piece.start, piece.end)?.to_owned().into_deserializer(),
        };
        visitor.visit_enum(word)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct
        map struct identifier
    }
}

#[cfg(test)]
mod tests;
