//! A JSON deserializer for response bodies. In a single pass it decodes a value, detects duplicate keys in every object,
//! and reports the byte ranges of objects that are kept as they were sent.
//!
//! It accepts what serde_json accepts, yields the same values, and reports errors as serde_json does, except that it does not read an
//! array as the fields of a structure. All responses are decoded by it alone: with a second deserializer, or a wrapper around it, each
//! generated type would be compiled again.

mod fault;
mod members;
mod odd;
mod scan;
mod shape;
mod short;
mod state;

use std::convert::Infallible;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::value::StringDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, Expected, IntoDeserializer, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

pub(crate) use fault::{Fault, Step, steps_to};
use members::Members;
pub(crate) use odd::Odd;
use scan::{Kind, Scan, unescaped};
use shape::{NONE, Shapes};
pub(crate) use short::Short;
use state::{FEW, Reader};

/// Deserializes a complete text.
pub(crate) fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Odd> {
    let mut reader = Reader::new(text);
    T::deserialize(&mut reader).and_then(|value| reader.end().map(|()| value))
}

/// Deserializes a complete body. The error has the cause and the position.
pub(crate) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    let mut reader = Reader::new(std::str::from_utf8(body).unwrap_or_default());
    let value = T::deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    value.map_err(|odd| Fault::new(body, &odd, reader.scan.at()))
}

/// A value and its byte range in the text.
#[derive(Debug)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) place: Range<usize>,
}

/// The name by which a [`Placed`] requests its range.
const PLACED: &str = "cloudsnap::reader::Placed";

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Parts<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Parts<T> {
            type Value = Placed<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value and its byte range")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Placed<T>, A::Error> {
                let missing = || de::Error::custom("only this deserializer provides byte ranges");
                let value = parts.next_element()?.ok_or_else(missing)?;
                let start = parts.next_element()?.ok_or_else(missing)?;
                let end = parts.next_element()?.ok_or_else(missing)?;
                Ok(Placed { value, place: start..end })
            }
        }

        deserializer.deserialize_newtype_struct(PLACED, Parts(std::marker::PhantomData))
    }
}

/// The nesting limit of serde_json.
const DEEPEST: u32 = 127;

impl<'de> Reader<'de> {
    fn new(text: &'de str) -> Self {
        Self { scan: Scan::new(text), keys: Vec::with_capacity(FEW), depth: 0, shapes: Shapes::default(), parent: NONE }
    }

    /// Checks that nothing follows.
    fn end(&mut self) -> Result<(), Odd> {
        if self.scan.peek().is_some() { Err(Odd::UNREAD) } else { Ok(()) }
    }

    fn enter(&mut self) -> Result<(), Odd> {
        self.depth += 1;
        if self.depth > DEEPEST { Err(Odd::UNREAD) } else { Ok(()) }
    }

    /// An error before the first element or key was read concerns the whole value, which starts here.
    #[cold]
    fn unwanted(&mut self, odd: Odd, took_none: bool, start: usize) -> Odd {
        if took_none {
            self.scan.move_to(start);
        }
        odd
    }

    /// Skips a value, still checking it for duplicate keys.
    fn skip(&mut self) -> Result<(), Odd> {
        match self.scan.kind()? {
            Kind::Null => self.scan.word("null"),
            Kind::True => self.scan.word("true"),
            Kind::False => self.scan.word("false"),
            Kind::Number => self.scan.number().map(|_| ()),
            Kind::Text => {
                let text = self.scan.string()?;
                // Invalid escapes are errors here as well.
                if self.scan.is_escaped() { unescaped(text).map(|_| ()) } else { Ok(()) }
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
                while members.more()? {
                    members.value()?;
                    members.reader.skip()?;
                }
                Ok(())
            }
        }
    }
}

/// The elements of an array.
struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    first: bool,
    ended: bool,
    /// The node of the array, under which all its elements are.
    parent: u32,
}

impl<'a, 'de> Items<'a, 'de> {
    fn of(reader: &'a mut Reader<'de>) -> Result<Self, Odd> {
        reader.enter()?;
        reader.scan.expect(b'[')?;
        let parent = reader.parent;
        Ok(Self { reader, first: true, ended: false, parent })
    }

    /// Whether another element follows. Consumes the closing bracket.
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
        if self.parent == NONE && self.reader.scan.peek() == Some(b'{') {
            self.parent = self.reader.shapes.root();
        }
        self.reader.parent = self.parent;
        Ok(true)
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Odd;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Odd> {
        if self.more()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

/// The value, then the start and the end of its range.
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

/// An error instead of any value: that it is not what was expected.
struct Unexpected<'a>(&'a dyn Expected);

impl Visitor<'_> for Unexpected<'_> {
    type Value = Infallible;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Values of one kind. A type requests the kind that it needs, so that only this code is compiled for it.
impl<'de> Reader<'de> {
    #[cold]
    fn unexpected<T>(&mut self, expected: &dyn Expected) -> Result<T, Odd> {
        self.deserialize_any(Unexpected(expected)).map(|never| match never {})
    }

    fn boolean<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Odd> {
        let value = self.scan.kind()? == Kind::True;
        self.scan.word(if value { "true" } else { "false" })?;
        visitor.visit_bool(value)
    }

    fn number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Odd> {
        let (digits, whole) = self.scan.number()?;
        match digits.parse::<u64>() {
            Ok(number) => return visitor.visit_u64(number),
            // serde_json reads -0 as a float.
            Err(_) if whole && digits != "-0" => {
                if let Ok(number) = digits.parse::<i64>() {
                    return visitor.visit_i64(number);
                }
            }
            Err(_) => {}
        }
        let number: f64 = digits.parse().map_err(|_| Odd::UNREAD)?;
        if number.is_finite() { visitor.visit_f64(number) } else { Err(Odd::UNREAD) }
    }

    fn text<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Odd> {
        let text = self.scan.string()?;
        if self.scan.is_escaped() {
            return visitor.visit_string(unescaped(text)?);
        }
        visitor.visit_borrowed_str(text)
    }

    fn list<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Odd> {
        let start = self.scan.at();
        let mut items = Items::of(self)?;
        match visitor.visit_seq(&mut items) {
            // A visitor that stops early has not read the array.
            Ok(value) => items.more().and_then(|more| if more { Err(Odd::UNREAD) } else { Ok(value) }),
            Err(odd) => Err(items.reader.unwanted(odd, items.first && !items.ended, start)),
        }
    }

    fn object<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Odd> {
        let start = self.scan.at();
        let mut members = Members::of(self)?;
        match visitor.visit_map(&mut members) {
            Ok(value) => Ok(value),
            Err(odd) => Err(members.reader.unwanted(odd, members.first, start)),
        }
    }
}

macro_rules! only {
    ($kind:pat, $read:ident: $($method:ident($($argument:ty)?))*) => {$(
        fn $method<V: Visitor<'de>>(self, $(_: $argument,)? visitor: V) -> Result<V::Value, Odd> {
            match self.scan.kind()? {
                $kind => self.$read(visitor),
                _ => self.unexpected(&visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        match self.scan.kind()? {
            Kind::Null => self.scan.word("null").and_then(|()| visitor.visit_unit()),
            Kind::True | Kind::False => self.boolean(visitor),
            Kind::Number => self.number(visitor),
            Kind::Text => self.text(visitor),
            Kind::List => self.list(visitor),
            Kind::Object => self.object(visitor),
        }
    }

    only! { Kind::True | Kind::False, boolean: deserialize_bool() }
    only! { Kind::Number, number: deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_u8() deserialize_u16()
    deserialize_u32() deserialize_u64() deserialize_f32() deserialize_f64() }
    only! { Kind::Text, text: deserialize_char() deserialize_str() deserialize_string() deserialize_identifier() }
    only! { Kind::List, list: deserialize_seq() deserialize_tuple(usize) }
    only! { Kind::Object, object: deserialize_map() }

    /// Unlike serde_json, this does not read an array as the fields of a structure.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Odd> {
        self.deserialize_map(visitor)
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

    /// Unit variants only; serde_json decodes the others.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Odd> {
        if self.scan.kind()? != Kind::Text {
            return Err(Odd::UNREAD);
        }
        let text = self.scan.string()?;
        let word = if self.scan.is_escaped() { unescaped(text)? } else { text.to_owned() };
        let word: StringDeserializer<Odd> = word.into_deserializer();
        visitor.visit_enum(word)
    }

    forward_to_deserialize_any! {
        i128 u128 bytes byte_buf unit unit_struct tuple_struct
    }
}

#[cfg(test)]
mod tests;
