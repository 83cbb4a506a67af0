//! An operation of a document, in the form needed for checking: template, parameters, bodies, statuses.

use percent_encoding::percent_decode_str;

/// An operation as specified by the document.
#[derive(Clone, Debug)]
pub struct OperationContract {
    id: String,
    method: String,
    path: String,
    template: Vec<Segment>,
    pub(super) parameters: Vec<Parameter>,
    /// Whether a body is required, and the media types it may have; `None` if the document specifies no body.
    pub(super) body: Option<(bool, Vec<Media>)>,
    pub(super) responses: Vec<Response>,
}

impl OperationContract {
    pub(super) fn new(
        id: String,
        method: String,
        path: String,
        parameters: Vec<Parameter>,
        body: Option<(bool, Vec<Media>)>,
        responses: Vec<Response>,
    ) -> Self {
        let template = path.split('/').map(Segment::parse).collect();
        Self { id, method, path, template, parameters, body, responses }
    }

    /// The operationId, or method and path template if the document has none.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The HTTP method, in upper case.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The path template, relative to the base URL: `/images/snapshots/{slice_id}`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The documented statuses as written in the document, in order: `200`, `5XX`, `default`.
    pub fn statuses(&self) -> impl Iterator<Item = &str> {
        self.responses.iter().map(|response| response.key.as_str())
    }

    /// The entry of [`statuses`](Self::statuses) that applies to this status: the exact status, otherwise its range,
    /// otherwise `default`, otherwise the one whose `x-status-range` covers it. `None` if the status is undocumented.
    pub fn documented(&self, status: u16) -> Option<&str> {
        self.response(status).map(|response| response.key.as_str())
    }

    pub(super) fn response(&self, status: u16) -> Option<&Response> {
        let wanted = [StatusKey::Exact(status), StatusKey::Range(status / 100), StatusKey::Default];
        let listed = wanted.iter().find_map(|key| self.responses.iter().find(|response| response.status == *key));
        listed.or_else(|| self.responses.iter().find(|response| response.range == Some(status / 100)))
    }

    /// The path parameters, percent-decoded, if the path matches the template.
    pub(super) fn captures(&self, path: &str) -> Option<Vec<(&str, String)>> {
        let mut segments = path.split('/');
        let mut captures = Vec::new();
        for part in &self.template {
            let text = percent_decode_str(segments.next()?).decode_utf8_lossy().into_owned();
            match part {
                Segment::Literal(literal) if *literal == text => {}
                Segment::Literal(_) => return None,
                Segment::Parameters { before, parameters } => {
                    captures.extend(taken(text.strip_prefix(before.as_str())?, parameters)?);
                }
            }
        }
        segments.next().is_none().then_some(captures)
    }

    /// Orders operations that match the same path: literal segments come before parameters, and parameters with more
    /// text around them before those with less; segments further left take precedence.
    pub(super) fn rank(&self) -> Vec<usize> {
        let one = |part: &Segment| match part {
            Segment::Literal(_) => 0,
            Segment::Parameters { before, parameters } => {
                let literal = before.len() + parameters.iter().map(|(_, after)| after.len()).sum::<usize>();
                usize::MAX - literal
            }
        };
        self.template.iter().map(one).collect()
    }
}

#[derive(Clone, Debug)]
enum Segment {
    Literal(String),
    /// `{name}`, several of them, or with text around them: `{name}.{format}`. Each parameter with the text that
    /// follows it.
    Parameters {
        before: String,
        parameters: Vec<(String, String)>,
    },
}

impl Segment {
    fn parse(text: &str) -> Self {
        let mut pieces = text.split('{');
        let before = pieces.next().unwrap_or_default().to_owned();
        let parameters: Option<Vec<_>> = pieces
            .map(|piece| piece.split_once('}').map(|(name, after)| (name.to_owned(), after.to_owned())))
            .collect();
        match parameters {
            Some(parameters) if !parameters.is_empty() => Self::Parameters { before, parameters },
            _ => Self::Literal(text.to_owned()),
        }
    }
}

/// The values of several parameters in one segment, none of them empty. If the segment is ambiguous, earlier parameters
/// are as short as possible.
fn taken<'a>(text: &str, parameters: &'a [(String, String)]) -> Option<Vec<(&'a str, String)>> {
    let ((name, after), rest) = parameters.split_first()?;
    if rest.is_empty() {
        let value = text.strip_suffix(after.as_str()).filter(|value| !value.is_empty())?;
        return Some(vec![(name, value.to_owned())]);
    }
    text.char_indices().skip(1).find_map(|(end, _)| {
        let mut captures = taken(text[end..].strip_prefix(after.as_str())?, rest)?;
        captures.insert(0, (name, text[..end].to_owned()));
        Some(captures)
    })
}

/// Where a parameter occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Path,
    Query,
    Header,
}

#[derive(Clone, Debug)]
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) part: Part,
    pub(super) required: bool,
    pub(super) style: String,
    pub(super) explode: bool,
    /// The position of the schema in the document.
    pub(super) schema: Option<String>,
    /// Whether the value is JSON in a string (`content: application/json`).
    pub(super) json: bool,
}

/// A media type and the position of its schema in the document.
#[derive(Clone, Debug)]
pub(super) struct Media {
    /// In lower case, as written in the document.
    pub(super) name: String,
    pub(super) schema: Option<String>,
}

impl Media {
    pub(super) fn is_json(&self) -> bool {
        is_json(&self.name)
    }

    /// The documented media type that applies to this content type: the same one, otherwise `type/*`, otherwise `*/*`.
    pub(super) fn find<'a>(content: &'a [Self], content_type: &str) -> Option<&'a Self> {
        let wanted = essence(content_type);
        let kind = wanted.split('/').next().unwrap_or_default();
        let candidates = [wanted.clone(), format!("{kind}/*"), "*/*".to_owned()];
        candidates.iter().find_map(|candidate| content.iter().find(|media| essence(&media.name) == *candidate))
    }
}

/// The media type without its parameters, in lower case.
pub(super) fn essence(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_lowercase()
}

/// Whether bodies with this media type are JSON.
pub(super) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    matches!(&*essence, "application/json" | "text/json") || essence.ends_with("+json")
}

#[derive(Clone, Debug)]
pub(super) struct Response {
    pub(super) status: StatusKey,
    /// As written in the document.
    pub(super) key: String,
    pub(super) content: Vec<Media>,
    /// `x-status-range`: it also applies to the unlisted statuses in this range.
    pub(super) range: Option<u16>,
    /// `x-unspecified-body`: the body may have any format.
    pub(super) unspecified: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StatusKey {
    Exact(u16),
    /// `5XX` is 5.
    Range(u16),
    Default,
}

impl StatusKey {
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text == "default" {
            return Some(Self::Default);
        }
        if let Some(range) = text.to_uppercase().strip_suffix("XX") {
            return range.parse().ok().filter(|range| (1..=5).contains(range)).map(Self::Range);
        }
        text.parse().ok().filter(|status| (100..=599).contains(status)).map(Self::Exact)
    }
}
