//! What a check finds: where, which rule, how bad, and what was there.

use std::fmt;

use serde::Serialize;

/// A difference between what was seen and what the document says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The operationId, or method and path template where the document gives none.
    pub operation: String,
    /// The HTTP status of the answer; `None` for a request.
    pub status: Option<u16>,
    /// The part of the request or of the answer.
    pub location: Location,
    /// JSON pointer into that part. For parameters the first segment is the parameter's name; for something that is
    /// missing it points at the place where it belongs. Empty for the part as a whole.
    pub pointer: String,
    /// The rule that was broken, or the kind of novelty.
    pub rule: Rule,
    /// Whether the document is broken or only exceeded.
    pub severity: Severity,
    /// What the document says, at most 240 characters.
    pub expected: String,
    /// What was there, at most 120 characters. Values under names such as `password` or `token` are masked, and so are
    /// those that the document marks as `writeOnly` or `format: password`.
    pub found: String,
    /// The JSON type of what was there, or `nothing`, `text`, `status`, `body`.
    pub found_type: &'static str,
    /// The pointer without what may be data: keys that are no names of the document.
    #[serde(skip)]
    pub(super) shape: String,
}

impl Finding {
    /// The same finding without the value: what was there is told by its type alone. Keys are values too, where a server uses
    /// hosts or addresses as such: those that the document does not name are told as `*`. A new field keeps its name if that is a
    /// word or several, joined by `_`. For reports that leave the house.
    #[must_use]
    pub fn without_value(mut self) -> Self {
        self.pointer.clone_from(&self.shape);
        if matches!(self.rule, Rule::AnyOf | Rule::OneOf)
            && let Some((forms, _)) = self.expected.split_once("; ")
        {
            // The place at which the nearest form fails has keys in it.
            self.expected = forms.to_owned();
        }
        if !matches!(self.found_type, "nothing" | "status") {
            self.found = format!("({})", self.found_type);
        }
        self
    }

    /// The pointer, in which keys that the document does not name stand as `*`.
    pub(crate) fn shape(&self) -> &str {
        &self.shape
    }

    /// Whether the document is broken, not only exceeded.
    pub fn is_violation(&self) -> bool {
        self.severity == Severity::Violation
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.operation)?;
        if let Some(status) = self.status {
            write!(f, " {status}")?;
        }
        write!(f, ": {} ({}) in the {}", self.severity, self.rule, self.location)?;
        if !self.pointer.is_empty() {
            // Names come from the other side: no control character of theirs may reach a terminal.
            write!(f, " at {}", self.pointer.escape_debug())?;
        }
        write!(f, ": expected {}, found {}", self.expected, self.found)
    }
}

/// Whether the document is broken or only exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Something the document demands is missing, or something it forbids is there.
    Violation,
    /// Something the document does not speak of: an undocumented field, a new value of an open set.
    Addition,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Violation => "violation",
            Self::Addition => "addition",
        })
    }
}

/// The part of a request or of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Location {
    /// The path, below the base URL.
    RequestPath,
    /// The query of the URL.
    RequestQuery,
    /// The headers of the request.
    RequestHeader,
    /// The body of the request.
    RequestBody,
    /// The status of the answer.
    ResponseStatus,
    /// The headers of the answer.
    ResponseHeader,
    /// The body of the answer.
    ResponseBody,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RequestPath => "path",
            Self::RequestQuery => "query",
            Self::RequestHeader => "request's headers",
            Self::RequestBody => "request's body",
            Self::ResponseStatus => "status",
            Self::ResponseHeader => "answer's headers",
            Self::ResponseBody => "answer's body",
        })
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])+ $name:ident = $text:literal,)+) => {
        /// The rule that a finding is about. The text forms are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Rule { $($(#[$doc])+ $name,)+ }

        impl Rule {
            /// The rule's name as reports print it: lower case, words joined by `_`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

rules! {
    /// The document has no answer for this status.
    Status = "status",
    /// The media type is not among the documented ones.
    ContentType = "content_type",
    /// A body is demanded and there is none.
    Body = "body",
    /// The body is not the JSON that its media type promises.
    Json = "json",
    /// The path does not fit the operation's template.
    Path = "path",
    /// A demanded property or parameter is missing.
    Required = "required",
    /// The value has another type; null where null is not allowed.
    Type = "type",
    /// The value is not among those allowed.
    Enum = "enum",
    /// The text does not have the documented form (`date-time`, `uuid`, ...).
    Format = "format",
    /// The text does not match the documented regular expression.
    Pattern = "pattern",
    /// The text is too short or too long.
    Length = "length",
    /// The number is too small or too large.
    Range = "range",
    /// The number is not a multiple of the documented one.
    MultipleOf = "multiple_of",
    /// The array has too few or too many items.
    Items = "items",
    /// The array has equal items.
    UniqueItems = "unique_items",
    /// The object has too few or too many properties.
    Properties = "properties",
    /// The object has a property that the document forbids.
    AdditionalProperties = "additional_properties",
    /// The value fits none of the documented alternatives.
    AnyOf = "any_of",
    /// The value fits none, or several, of alternatives that exclude one another.
    OneOf = "one_of",
    /// The value has a form that the document excludes.
    Not = "not",
    /// A request carries a property that only answers may have.
    ReadOnly = "read_only",
    /// An answer carries a property that only requests may have.
    WriteOnly = "write_only",
    /// The document itself cannot be applied here, say because of a regular expression that does not compile.
    Document = "document",
    /// A field that the document does not know.
    UndocumentedField = "undocumented_field",
    /// A query parameter that the document does not know.
    UndocumentedParameter = "undocumented_parameter",
    /// A body where the document shows none.
    UndocumentedBody = "undocumented_body",
    /// A value that an open set (`x-extensible-enum`) does not list yet.
    OpenSet = "open_set",
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
