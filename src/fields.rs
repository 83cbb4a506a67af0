//! `Deserialize` and `Serialize` for structures, in a fraction of the code that serde derives. The documents have more than a hundred
//! structures, and every program that depends on the crate compiles all of them.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde::ser::{Serialize, SerializeStruct};

/// Implements `Deserialize`, as serde derives it: keys that are not named are ignored, and only a field of an optional type may be absent.
macro_rules! read_fields {
    ($name:ident { $($field:ident $($wire:literal)?)* }) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Members;
                impl<'de> ::serde::de::Visitor<'de> for Members {
                    type Value = $name;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str(concat!("struct ", stringify!($name)))
                    }
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut members: A) -> Result<$name, A::Error> {
                        $(let mut $field = None;)*
                        while let Some(key) = crate::fields::key(&mut members)? {
                            $(if key == crate::fields::name!($field $($wire)?) {
                                crate::fields::take(&mut members, &mut $field, crate::fields::name!($field $($wire)?))?;
                                continue;
                            })*
                            crate::fields::skip(&mut members)?;
                        }
                        Ok($name { $($field: crate::fields::given($field, crate::fields::name!($field $($wire)?))?,)* })
                    }
                }
                deserializer.deserialize_struct(stringify!($name), &[$(crate::fields::name!($field $($wire)?)),*], Members)
            }
        }
    };
}

/// Implements `Serialize`: fields with `[optional]` are left out if they are `None`.
macro_rules! write_fields {
    ($name:ident { $($field:ident $($wire:literal)? $([$optional:tt])?)* }) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                const FIELDS: &[&str] = &[$(stringify!($field)),*];
                #[allow(unused_mut, reason = "objects without fields")]
                let mut fields = serializer.serialize_struct(stringify!($name), FIELDS.len())?;
                $(crate::fields::write_fields!(@ fields, self.$field, crate::fields::name!($field $($wire)?) $(, $optional)?);)*
                ::serde::ser::SerializeStruct::end(fields)
            }
        }
    };
    (@ $fields:ident, $field:expr, $name:expr, optional) => {
        crate::fields::put_given(&mut $fields, $name, &$field)?
    };
    (@ $fields:ident, $field:expr, $name:expr) => {
        ::serde::ser::SerializeStruct::serialize_field(&mut $fields, $name, &$field)?
    };
}

/// The name of a field in JSON.
macro_rules! name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}

pub(crate) use name;
pub(crate) use read_fields;
#[allow(unused_imports, reason = "not used where no provider is enabled")]
pub(crate) use write_fields;

/// A key, borrowed if the text has it as it is.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl<'de> Visitor<'de> for Text {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_identifier(Text)
    }
}

/// The next key.
pub(crate) fn key<'de, A: MapAccess<'de>>(members: &mut A) -> Result<Option<Cow<'de, str>>, A::Error> {
    Ok(members.next_key()?.map(|Key(key)| key))
}

/// Reads the value of a field.
pub(crate) fn take<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    members: &mut A,
    field: &mut Option<T>,
    name: &'static str,
) -> Result<(), A::Error> {
    if field.is_some() {
        return Err(de::Error::duplicate_field(name));
    }
    *field = Some(members.next_value()?);
    Ok(())
}

/// Skips a value.
pub(crate) fn skip<'de, A: MapAccess<'de>>(members: &mut A) -> Result<(), A::Error> {
    members.next_value::<IgnoredAny>().map(drop)
}

/// The value of a field. If there is none, a type that is optional is `None`, and any other one an error.
pub(crate) fn given<'de, T: Deserialize<'de>, E: de::Error>(field: Option<T>, name: &'static str) -> Result<T, E> {
    struct Absent<E>(&'static str, PhantomData<E>);

    impl<'de, E: de::Error> Deserializer<'de> for Absent<E> {
        type Error = E;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
            Err(E::missing_field(self.0))
        }

        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            visitor.visit_none()
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq tuple
            tuple_struct map struct enum identifier ignored_any
        }
    }

    field.map_or_else(|| T::deserialize(Absent(name, PhantomData)), Ok)
}

/// Writes a field that has a value.
#[allow(dead_code, reason = "not used where no provider is enabled")]
pub(crate) fn put_given<S: SerializeStruct, T: Serialize>(
    fields: &mut S,
    name: &'static str,
    field: &Option<T>,
) -> Result<(), S::Error> {
    match field {
        Some(value) => fields.serialize_field(name, value),
        None => fields.skip_field(name),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, from_str, from_value, json, to_value};

    #[derive(Debug, PartialEq)]
    struct Ours {
        id: i64,
        class: Option<String>,
        value: Value,
        parent: Option<i64>,
    }

    read_fields! { Ours { id class "type" value parent } }
    write_fields! { Ours { id class "type" [optional] value parent } }

    /// The same as serde derives it.
    #[derive(serde::Deserialize, serde::Serialize)]
    struct Derived {
        id: i64,
        #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
        class: Option<String>,
        value: Value,
        parent: Option<i64>,
    }

    #[test]
    fn the_result_is_that_of_derived_implementations() {
        for text in [
            r#"{"id": 7, "type": "a", "value": [1], "parent": 3}"#,
            r#"{"value": null, "more": {"id": 1}, "id": 7}"#,
            r#"{"id": 7, "t\u0079pe": "a", "value": 1, "class": "b"}"#,
            r#"{"id": 7, "value": 1, "type": null, "parent": null}"#,
            r#"{"id": 7}"#,
            r#"{"value": 1}"#,
            r#"{"id": "7", "value": 1}"#,
            r#"{"id": 7, "value": 1, "type": 5}"#,
            r#"{"id": 7, "value": 1, "id": 7}"#,
            r#"{"id": null, "value": 1}"#,
            "7",
            "null",
        ] {
            let texts = |ours: Result<Ours, _>, derived: Result<Derived, serde_json::Error>| {
                let shown = |error: serde_json::Error| error.to_string();
                let ours =
                    ours.map_err(shown).map(|ours| (serde_json::to_string(&ours).unwrap(), to_value(ours).unwrap()));
                let derived = derived.map_err(|error| shown(error).replace("struct Derived", "struct Ours"));
                (ours, derived.map(|derived| (serde_json::to_string(&derived).unwrap(), to_value(derived).unwrap())))
            };
            let (ours, derived) = texts(from_str(text), from_str(text));
            assert_eq!(ours, derived, "{text}");
            if let Ok(value) = from_str::<Value>(text) {
                let (ours, derived) = texts(from_value(value.clone()), from_value(value));
                assert_eq!(ours, derived, "{text}");
            }
        }
    }

    #[test]
    fn an_array_is_not_an_object() {
        assert!(from_value::<Ours>(json!([7, "a", 1, 2])).is_err());
    }
}
