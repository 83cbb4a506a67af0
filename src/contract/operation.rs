//! One operation of a document, read into what the checks need: template, parameters, bodies, statuses.

use percent_encoding::percent_decode_str;

/// What the document says of one operation.
#[derive(Clone, Debug)]
pub struct OperationContract {
    id: String,
    method: String,
    path: String,
    template: Vec<Segment>,
    pub(super) parameters: Vec<Parameter>,
    /// Whether a body is demanded, and the media types that it may have; `None` where the document shows no body.
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

    /// The operationId, or method and path template where the document gives none.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The HTTP method, upper case.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The path template, below the base URL: `/images/snapshots/{slice_id}`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The documented statuses as the document writes them, in its order: `200`, `5XX`, `default`.
    pub fn statuses(&self) -> impl Iterator<Item = &str> {
        self.responses.iter().map(|response| response.key.as_str())
    }

    /// The entry among [`statuses`](Self::statuses) that speaks of this status: the exact one, else the range, else
    /// `default`, else the one whose `x-status-range` covers it. `None` if the status is undocumented.
    pub fn documented(&self, status: u16) -> Option<&str> {
        self.response(status).map(|response| response.key.as_str())
    }

    pub(super) fn response(&self, status: u16) -> Option<&Response> {
        let wanted = [StatusKey::Exact(status), StatusKey::Range(status / 100), StatusKey::Default];
        let listed = wanted.iter().find_map(|key| self.responses.iter().find(|response| response.status == *key));
        listed.or_else(|| self.responses.iter().find(|response| response.range == Some(status / 100)))
    }

    /// The values of the path parameters, percent-decoded, if the path fits the template.
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

    /// Orders operations that fit the same path: a literal segment comes before a parameter, one with more text around its
    /// parameters before one with less; the left decides.
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
    /// `{name}`, several, or with text around them: `{name}.{format}`. Each parameter with the text after it.
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

/// The values of parameters that stand in one segment, none of them empty. Where several readings fit, the first parameter has
/// the least.
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

/// Where a parameter stands.
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
    /// The place of the schema in the document.
    pub(super) schema: Option<String>,
    /// The value is JSON in text (`content: application/json`).
    pub(super) json: bool,
}

/// A media type and the place of its schema in the document.
#[derive(Clone, Debug)]
pub(super) struct Media {
    /// Lower case, as the document writes it.
    pub(super) name: String,
    pub(super) schema: Option<String>,
}

impl Media {
    pub(super) fn is_json(&self) -> bool {
        is_json(&self.name)
    }

    /// The documented media type that speaks of this content type: the same, else `type/*`, else `*/*`.
    pub(super) fn find<'a>(content: &'a [Self], content_type: &str) -> Option<&'a Self> {
        let wanted = essence(content_type);
        let kind = wanted.split('/').next().unwrap_or_default();
        let candidates = [wanted.clone(), format!("{kind}/*"), "*/*".to_owned()];
        candidates.iter().find_map(|candidate| content.iter().find(|media| essence(&media.name) == *candidate))
    }
}

/// The media type without its parameters, lower case.
pub(super) fn essence(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_lowercase()
}

/// Whether bodies of this media type are JSON.
pub(super) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    matches!(&*essence, "application/json" | "text/json") || essence.ends_with("+json")
}

#[derive(Clone, Debug)]
pub(super) struct Response {
    pub(super) status: StatusKey,
    /// As the document writes it.
    pub(super) key: String,
    pub(super) content: Vec<Media>,
    /// `x-status-range`: it speaks for the unlisted statuses of this range, too.
    pub(super) range: Option<u16>,
    /// `x-unspecified-body`: a body of unknown form may come.
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
