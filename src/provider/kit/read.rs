//! What the adapters read of answers: rows with the fields that they need, made from the same bytes that stay as the raw object. The
//! generated types, which have all fields of the document, are made only where an answer cannot be read, to tell why.

use std::ops::{Deref, Range};

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::body;
use crate::model::Raw;
use crate::page::{Identified, Key};
use crate::reader::{self, Placed};
use crate::transport::Received;

/// A row, with everything that was sent of it.
#[derive(Clone, Debug)]
pub(crate) struct Kept<T> {
    row: T,
    place: Range<usize>,
    pub(crate) raw: Raw,
}

impl<T> Deref for Kept<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.row
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Kept<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Placed { value, place } = Placed::deserialize(deserializer)?;
        Ok(Self { row: value, place, raw: Raw::default() })
    }
}

impl<T> Kept<T> {
    /// The row alone, and what was sent of it.
    pub(crate) fn parts(self) -> (T, Raw) {
        (self.row, self.raw)
    }
}

impl<T: Identified> Identified for Kept<T> {
    fn key(&self) -> Key {
        self.row.key()
    }
}

/// What may have rows in it that are to be kept.
pub(crate) trait Keep {
    /// Takes hold of the bytes of its rows.
    fn keep(&mut self, body: &Bytes);
}

impl<T: Keep> Keep for Kept<T> {
    fn keep(&mut self, body: &Bytes) {
        self.raw = Raw::of(body, self.place.clone());
        self.row.keep(body);
    }
}

impl<T: Keep> Keep for Vec<T> {
    fn keep(&mut self, body: &Bytes) {
        self.iter_mut().for_each(|item| item.keep(body));
    }
}

impl<T: Keep> Keep for Option<T> {
    fn keep(&mut self, body: &Bytes) {
        self.iter_mut().for_each(|item| item.keep(body));
    }
}

impl<T: Lean> Lean for Kept<T> {
    type Whole = T::Whole;
}

/// An answer as an adapter reads it.
pub(crate) trait Lean: DeserializeOwned + Keep {
    /// The same with all that the document has: what cannot be read is told by it.
    type Whole: DeserializeOwned + 'static;
}

/// Declares what is read of a schema of the document: a row or an answer. `in` names the fields that hold rows; `of` the generated type
/// of a whole answer. A test holds the fields against the document.
macro_rules! lean {
    ($($(#[$doc:meta])* $name:ident $(of $whole:ty)? $(, schema $schema:literal)? $(, in $($inner:ident)+)? {
        $($field:ident $(= $wire:literal)?: $type:ty,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, serde::Deserialize)]
        #[allow(dead_code, reason = "what the document requires has to be there, whether it is used or not")]
        pub(super) struct $name {
            $($(#[serde(rename = $wire)])? pub(super) $field: $type,)*
        }

        impl crate::provider::kit::Keep for $name {
            fn keep(&mut self, _body: &bytes::Bytes) {
                $($(crate::provider::kit::Keep::keep(&mut self.$inner, _body);)+)?
            }
        }

        $(impl crate::provider::kit::Lean for $name {
            type Whole = $whole;
        })?
    )*

        /// What is declared, for the test that holds it against the document.
        #[cfg(test)]
        const DECLARED: &[crate::provider::kit::Declared] = &[$((
            [$($schema,)? stringify!($name)][0],
            &[$((
                [$($wire,)? stringify!($field)][0],
                !matches!(stringify!($type).as_bytes(), [b'O', b'p', b't', b'i', b'o', b'n', ..]),
            ),)*],
        ),)*];
    };
}

pub(crate) use lean;

/// Reads a successful response, or nothing if it does not have the expected form.
pub(super) fn received<T: DeserializeOwned + Keep>(response: &reqwest::Response) -> Option<T> {
    let body = body::mended_bytes(&response.extensions().get::<Received>()?.body);
    let mut value: T = reader::read(std::str::from_utf8(&body).ok()?).ok()?;
    value.keep(&body);
    Some(value)
}

/// Each field is one of its schema, must be there where the document says so, and none that must be there is left out.
#[cfg(test)]
pub(crate) fn fits_the_document(provider: crate::spec::Provider, declared: &[Declared]) {
    let document: serde_json::Value = serde_json::from_str(crate::spec::document_json(provider)).unwrap();
    for (schema, fields) in declared {
        let found = &document["components"]["schemas"][*schema];
        let required: Vec<&str> =
            found["required"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
        for (field, must) in *fields {
            assert!(found["properties"].get(field).is_some(), "{provider}: the schema {schema} has no {field}");
            assert_eq!(*must, required.contains(field), "{provider}: whether {field} of {schema} has to be there");
        }
        for name in required {
            let mut all = declared.iter().filter(|(of, _)| of == schema).flat_map(|(_, fields)| *fields);
            let is_declared = all.any(|(field, _)| *field == name);
            assert!(is_declared, "{provider}: {schema} requires {name}, and nobody looks whether it is there");
        }
    }
}

/// A schema, and its fields: the name on the wire, and whether the field has to be there.
#[cfg(test)]
pub(crate) type Declared = (&'static str, &'static [(&'static str, bool)]);
