//! A finding: its position, the rule, its severity, and the actual value.

use std::fmt;

use serde::Serialize;

/// A difference between what was received and what the document specifies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The operationId, or method and path template if the document has none.
    pub operation: String,
    /// The HTTP status of the response; `None` for a request.
    pub status: Option<u16>,
    /// The part of the request or response.
    pub location: Location,
    /// JSON pointer into that part. For parameters, the first segment is the parameter's name; for something missing,
    /// it points to where it should be. Empty for the part as a whole.
    pub pointer: String,
    /// The rule that was violated, or the kind of addition.
    pub rule: Rule,
    /// Whether the document is violated or only exceeded.
    pub severity: Severity,
    /// What the document specifies, in at most 240 characters.
    pub expected: String,
    /// What was found, in at most 120 characters. Values under names such as `password` or `token` are masked, as are
    /// those that the document marks as `writeOnly` or `format: password`.
    pub found: String,
    /// The JSON type of what was found, or `nothing`, `text`, `status`, `body`.
    pub found_type: &'static str,
    /// The pointer without anything that may be data: keys that are not names in the document.
    #[serde(skip)]
    pub(super) shape: String,
}

impl Finding {
    /// The same finding without the value: only its type is shown. Keys are values, too, if a server uses host names or
    /// addresses as keys, so keys that the document does not name are shown as `*`. A new field keeps its name if it
    /// consists of words joined by `_`. For reports that are shared with others.
    #[must_use]
    pub fn without_value(mut self) -> Self {
        self.pointer.clone_from(&self.shape);
        if matches!(self.rule, Rule::AnyOf | Rule::OneOf)
            && let Some((forms, _)) = self.expected.split_once("; ")
        {
            // The position of the closest alternative's failure contains keys.
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

    /// Whether the document is violated, rather than only exceeded.
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
            // Names come from the other side: their control characters must not reach a terminal.
            write!(f, " at {}", self.pointer.escape_debug())?;
        }
        write!(f, ": expected {}, found {}", self.expected, self.found)
    }
}

/// Whether the document is violated or only exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Something the document requires is missing, or something it forbids is present.
    Violation,
    /// Something the document does not mention: an undocumented field, or a new value of an open set.
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

/// The part of a request or response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Location {
    /// The path, relative to the base URL.
    RequestPath,
    /// The query of the URL.
    RequestQuery,
    /// The headers of the request.
    RequestHeader,
    /// The body of the request.
    RequestBody,
    /// The status of the response.
    ResponseStatus,
    /// The headers of the response.
    ResponseHeader,
    /// The body of the response.
    ResponseBody,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RequestPath => "path",
            Self::RequestQuery => "query",
            Self::RequestHeader => "request headers",
            Self::RequestBody => "request body",
            Self::ResponseStatus => "status",
            Self::ResponseHeader => "response headers",
            Self::ResponseBody => "response body",
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
            /// The rule's name as used in reports: lower case, words joined by `_`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

rules! {
    /// The document has no response for this status.
    Status = "status",
    /// The media type is not one of those documented.
    ContentType = "content_type",
    /// A required body is missing.
    Body = "body",
    /// The body is not the JSON that its media type promises.
    Json = "json",
    /// The path does not match the operation's template.
    Path = "path",
    /// A required property or parameter is missing.
    Required = "required",
    /// The value has the wrong type, or is null where null is not allowed.
    Type = "type",
    /// The value is not one of those allowed.
    Enum = "enum",
    /// The string does not have the documented format (`date-time`, `uuid`, ...).
    Format = "format",
    /// The string does not match the documented regular expression.
    Pattern = "pattern",
    /// The string is too short or too long.
    Length = "length",
    /// The number is too small or too large.
    Range = "range",
    /// The number is not a multiple of the documented one.
    MultipleOf = "multiple_of",
    /// The array has too few or too many items.
    Items = "items",
    /// The array contains duplicate items.
    UniqueItems = "unique_items",
    /// The object has too few or too many properties.
    Properties = "properties",
    /// The object has a property that the document forbids.
    AdditionalProperties = "additional_properties",
    /// The value matches none of the documented alternatives.
    AnyOf = "any_of",
    /// The value matches none, or more than one, of several mutually exclusive alternatives.
    OneOf = "one_of",
    /// The value has a form that the document excludes.
    Not = "not",
    /// A request contains a property that only responses may contain.
    ReadOnly = "read_only",
    /// A response contains a property that only requests may contain.
    WriteOnly = "write_only",
    /// The document itself cannot be applied here, for example because a regular expression does not compile.
    Document = "document",
    /// A field that is not in the document.
    UndocumentedField = "undocumented_field",
    /// A query parameter that is not in the document.
    UndocumentedParameter = "undocumented_parameter",
    /// A body where the document specifies none.
    UndocumentedBody = "undocumented_body",
    /// A value that is not yet listed in an open set (`x-extensible-enum`).
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
