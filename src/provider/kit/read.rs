//! How adapters decode responses: into rows with only the fields that they use, plus the original bytes as the raw object. The
//! generated types, which have all documented fields, are used only for the error if a response cannot be decoded.

use std::ops::{Deref, Range};

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::body;
use crate::model::Raw;
use crate::page::{Identified, Key};
use crate::reader::{self, Placed};
use crate::transport::Received;

/// A row with its original bytes.
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
    /// Splits it into the row and the raw object.
    pub(crate) fn parts(self) -> (T, Raw) {
        (self.row, self.raw)
    }
}

impl<T: Identified> Identified for Kept<T> {
    fn key(&self) -> Key {
        self.row.key()
    }
}

/// Types that may contain [`Kept`] rows.
pub(crate) trait Keep {
    /// Attaches the raw objects to its rows.
    fn keep(&mut self, body: &Bytes);
}

impl<T: Keep> Keep for Kept<T> {
    fn keep(&mut self, body: &Bytes) {
        self.raw = Raw::slice(body, self.place.clone());
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

/// A response as an adapter decodes it.
pub(crate) trait Lean: DeserializeOwned + Keep {
    /// The generated type of the response, which provides the decode error.
    type Whole: DeserializeOwned + 'static;
}

/// Declares the fields that are decoded of a schema: `of` names the generated type of a response, `schema` the schema if it has another
/// name, `in` the fields that contain rows. [`fits_the_document`] checks the fields against the document.
macro_rules! lean {
    ($($(#[$doc:meta])* $name:ident $(of $whole:ty)? $(, schema $schema:literal)? $(, in $($inner:ident)+)? {
        $($field:ident $(= $wire:literal)?: $type:ty,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        #[allow(dead_code, reason = "required fields must be present, even if unused")]
        pub(crate) struct $name {
            $(pub(super) $field: $type,)*
        }

        crate::fields::read_fields! { $name { $($field $($wire)?)* } }

        impl crate::provider::kit::Keep for $name {
            fn keep(&mut self, _body: &bytes::Bytes) {
                $($(crate::provider::kit::Keep::keep(&mut self.$inner, _body);)+)?
            }
        }

        $(impl crate::provider::kit::Lean for $name {
            type Whole = $whole;
        })?
    )*

        /// All declared fields, for the comparison with the document.
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

/// Decodes a successful response; `None` if it does not have the expected form.
pub(super) fn received<T: DeserializeOwned + Keep>(response: &reqwest::Response) -> Option<T> {
    let body = body::repaired_bytes(&response.extensions().get::<Received>()?.body);
    let mut value: T = reader::read(std::str::from_utf8(&body).ok()?).ok()?;
    value.keep(&body);
    Some(value)
}

/// Checks that each declared field exists, that exactly the required ones are mandatory, and that no required field is missing.
#[cfg(test)]
pub(crate) fn fits_the_document(provider: crate::spec::Provider, declared: &[Declared]) {
    let document: serde_json::Value = serde_json::from_str(crate::spec::document_json(provider)).unwrap();
    for (schema, fields) in declared {
        let found = &document["components"]["schemas"][*schema];
        let required: Vec<&str> =
            found["required"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
        for (field, must) in *fields {
            assert!(found["properties"].get(field).is_some(), "{provider}: the schema {schema} has no {field}");
            assert_eq!(*must, required.contains(field), "{provider}: whether {field} of {schema} is required");
        }
        for name in required {
            let mut all = declared.iter().filter(|(of, _)| of == schema).flat_map(|(_, fields)| *fields);
            let is_declared = all.any(|(field, _)| *field == name);
            assert!(is_declared, "{provider}: {schema} requires {name}, which is not declared");
        }
    }
}

/// A schema and its fields, with whether each is mandatory.
#[cfg(test)]
pub(crate) type Declared = (&'static str, &'static [(&'static str, bool)]);
