//! Short texts without an allocation: times, ids and class names that are only read while a response is processed.

use std::fmt;
use std::ops::Deref;

use serde::de::{self, Deserialize, Deserializer, Visitor};

/// The longest text that is stored inline: that of a UUID, a time with a zone, or a class name.
const INLINE: usize = 62;

/// A text that is stored inline if it is short.
#[derive(Clone)]
pub(crate) struct Short(Form);

#[derive(Clone)]
enum Form {
    Inline(u8, [u8; INLINE]),
    Long(String),
}

impl From<&str> for Short {
    fn from(text: &str) -> Self {
        let mut bytes = [0; INLINE];
        Self(match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
            (Some(inline), Ok(length)) => {
                inline.copy_from_slice(text.as_bytes());
                Form::Inline(length, bytes)
            }
            _ => Form::Long(text.to_owned()),
        })
    }
}

impl Deref for Short {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Form::Inline(length, bytes) => std::str::from_utf8(&bytes[..usize::from(*length)]).unwrap_or_default(),
            Form::Long(text) => text,
        }
    }
}

impl fmt::Debug for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<'de> Deserialize<'de> for Short {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Short;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Short, E> {
                Ok(text.into())
            }
        }

        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_any_length_are_kept() {
        for length in [0, 1, 61, 62, 63, 300] {
            let text = "é".repeat(length / 2) + &"x".repeat(length % 2);
            assert_eq!(&*Short::from(text.as_str()), text, "{length}");
            let read: Short = crate::reader::read(&format!("{text:?}")).unwrap();
            assert_eq!(&*read, text, "{length}");
        }
        assert!(crate::reader::read::<Short>("7").is_err());
    }
}
