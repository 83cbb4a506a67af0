//! The providers, their OpenAPI documents and the table of their operations. Imports nothing from the crate; any module
//! may import it.

use std::fmt;
use std::str::FromStr;

use crate::providers::providers;

macro_rules! table {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $id:literal $title:literal $as_client:ident;)*) => {
        /// A provider the crate has a document for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Provider {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Provider {
            /// All providers, in display order.
            pub const ALL: &'static [Provider] = &[$(Self::$variant),*];

            /// The name used by documents, Cargo features, environment variables and the command line: lower case, one
            /// word.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }

            /// The display name.
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$variant => $title,)*
                }
            }
        }

        /// The OpenAPI document the crate was built with: the unmodified YAML.
        ///
        /// ```
        /// use cloudsnap::spec::{self, Provider};
        /// assert!(spec::document(Provider::Syminet).starts_with("openapi: 3.0.3"));
        /// ```
        pub const fn document(provider: Provider) -> &'static str {
            match provider {
                $(Provider::$variant => include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/openapi/", $id, ".yaml")),)*
            }
        }

        /// The same document as JSON.
        pub const fn document_json(provider: Provider) -> &'static str {
            match provider {
                $(Provider::$variant => include_str!(concat!(env!("OUT_DIR"), "/", $id, ".json")),)*
            }
        }

        /// The operations of a provider, in document order.
        pub const fn operations(provider: Provider) -> &'static [Operation] {
            match provider {
                $(Provider::$variant => include!(concat!(env!("OUT_DIR"), "/", $id, "_operations.rs")),)*
            }
        }
    };
}

providers!(table);

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl serde::Serialize for Provider {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> serde::Deserialize<'de> for Provider {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The text is not the name of a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownProvider(String);

impl fmt::Display for UnknownProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<_> = Provider::ALL.iter().map(|provider| provider.id()).collect();
        write!(f, "unknown provider {:?}; available: {}", self.0, known.join(", "))
    }
}

impl std::error::Error for UnknownProvider {}

impl FromStr for Provider {
    type Err = UnknownProvider;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|provider| provider.id().eq_ignore_ascii_case(text))
            .ok_or_else(|| UnknownProvider(text.to_owned()))
    }
}

/// An operation of a document, with the properties needed by retry rules, prompts, `verify` and `api`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Operation {
    /// The operationId.
    pub id: &'static str,
    /// The HTTP method, in upper case.
    pub method: &'static str,
    /// The path template, relative to the base URL: `/images/snapshots/{slice_id}`.
    pub path: &'static str,
    /// A one-line description.
    pub summary: &'static str,
    /// Whether it modifies nothing. Not every GET is safe: Syminet disables backups with one.
    pub safe: bool,
    /// Whether sending it twice has the same effect as sending it once.
    pub idempotent: bool,
    /// The documented error statuses, as written in the document: `404`, `4XX`, `default`.
    pub(crate) refusals: &'static [&'static str],
    /// How to recognize the bodies of these errors: the keys, and how many of them must be present.
    pub(crate) forms: &'static [(&'static [&'static str], usize)],
    /// The action in the request body, if the document defines exactly one.
    pub(crate) action: Option<&'static str>,
}

impl Operation {
    /// Whether this 4xx status is documented.
    pub(crate) fn knows_refusal(&self, status: u16) -> bool {
        let text = status.to_string();
        self.refusals.iter().any(|known| matches!(*known, "default" | "4XX") || *known == text)
    }

    /// Whether a body looks like the provider's own error responses.
    pub(crate) fn is_form_of_refusal(&self, body: &serde_json::Value) -> bool {
        let Some(body) = body.as_object() else { return false };
        let holds = |keys: &[&str]| keys.iter().filter(|key| body.contains_key(**key)).count();
        self.forms.iter().any(|(keys, least)| holds(keys) >= *least)
    }

    /// The operation as it is with this body: an undocumented action turns a read into a modification.
    pub(crate) fn with_body(&self, body: Option<&serde_json::Value>) -> Self {
        let harmless = match (body, self.action) {
            (None, _) => true,
            (Some(body), Some(action)) => body.get("action").and_then(serde_json::Value::as_str) == Some(action),
            (Some(_), None) => false,
        };
        if self.safe && !harmless { Self { safe: false, idempotent: false, ..*self } } else { *self }
    }
}

/// The operation with this operationId.
pub fn operation(provider: Provider, id: &str) -> Option<&'static Operation> {
    operations(provider).iter().find(|operation| operation.id == id)
}

/// The operation matched by a method and a path relative to the base URL. Literal segments take precedence over
/// parameters: `/snapshots/name-availability/x` is not the snapshot "name-availability".
///
/// ```
/// use cloudsnap::spec::{self, Provider};
/// let found = spec::find(Provider::Syminet, "GET", "/images/snapshots/7");
/// assert_eq!(found.map(|operation| operation.id), Some("list_slice_snapshots"));
/// ```
pub fn find(provider: Provider, method: &str, path: &str) -> Option<&'static Operation> {
    operations(provider)
        .iter()
        .filter(|operation| operation.method.eq_ignore_ascii_case(method) && matches(operation.path, path))
        .min_by_key(|operation| operation.path.matches('{').count())
}

fn matches(template: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    template.split('/').all(|part| {
        segments.next().is_some_and(|segment| if part.starts_with('{') { !segment.is_empty() } else { part == segment })
    }) && segments.next().is_none()
}

/// A secret in a request or response: a value with the format `password` in the documents. `Debug` does not reveal it,
/// and it is wiped when dropped. It is serialized in plain text, because it has to be sent.
///
/// ```
/// use cloudsnap::spec::SecretText;
/// let token = SecretText::from("5b0d7c61".to_owned());
/// assert_eq!(format!("{token:?}"), "SecretText(***)");
/// assert_eq!(token.expose(), "5b0d7c61");
/// ```
#[derive(Clone)]
pub struct SecretText(zeroize::Zeroizing<String>);

impl SecretText {
    /// The secret itself. Be careful where it goes.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for SecretText {
    fn from(text: String) -> Self {
        Self(zeroize::Zeroizing::new(text))
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(***)")
    }
}

impl serde::Serialize for SecretText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> serde::Deserialize<'de> for SecretText {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// Text that is safe as a single URL path segment; the generated clients accept it for string IDs.
///
/// Rejected are empty text, `.` and `..` (which change the path when the URL is normalized), separators, percent signs,
/// control characters, leading or trailing whitespace, and more than 255 bytes.
///
/// ```
/// use cloudsnap::spec::PathSegment;
/// assert!("18efeec8-94f0-4776-8ff2-5e9b49c74608".parse::<PathSegment>().is_ok());
/// assert!("..".parse::<PathSegment>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PathSegment(String);

/// The text cannot be used as a path segment. The message says why, and omits the text if it is not printable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidPathSegment(String);

impl fmt::Display for InvalidPathSegment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidPathSegment {}

impl PathSegment {
    /// Checks a text that is `what`, without keeping it.
    pub(crate) fn check(text: &str, what: &str) -> Result<(), InvalidPathSegment> {
        const FORBIDDEN: [char; 5] = ['/', '\\', '%', '?', '#'];
        let why = if text.is_empty() {
            "is empty".to_owned()
        } else if text == "." || text == ".." {
            "is a dot segment".to_owned()
        } else if text.len() > 255 {
            format!("is {} bytes long (at most 255)", text.len())
        } else if text.trim() != text {
            "starts or ends with whitespace".to_owned()
        } else if text.chars().any(char::is_control) {
            "contains a control character".to_owned()
        } else if let Some(bad) = text.chars().find(|c| FORBIDDEN.contains(c)) {
            format!("contains {bad:?}")
        } else {
            return Ok(());
        };
        let shown: String = text.chars().take(40).collect();
        Err(InvalidPathSegment(format!("{shown:?} is not a valid {what}: it {why}")))
    }
}

impl FromStr for PathSegment {
    type Err = InvalidPathSegment;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::check(text, "ID").map(|()| Self(text.to_owned()))
    }
}

impl TryFrom<&str> for PathSegment {
    type Error = InvalidPathSegment;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<String> for PathSegment {
    type Error = InvalidPathSegment;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl fmt::Display for PathSegment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::ops::Deref for PathSegment {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl serde::Serialize for PathSegment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for PathSegment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
