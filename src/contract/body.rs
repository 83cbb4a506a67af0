//! Validates a body against the documented media types and their schemas; shared by requests and responses.

use serde_json::Value;
use serde_json::error::Category;

use super::Contract;
use super::document::Direction;
use super::finding::{Location, Rule, Severity};
use super::operation::{Media, essence, is_json};
use super::report::Report;
use super::walk::Walk;
use crate::body::{self, sketch};

/// The positions of findings about a body, and its direction.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub(super) direction: Direction,
    pub(super) header: Location,
    pub(super) body: Location,
}

pub(super) const REQUEST: Way =
    Way { direction: Direction::Request, header: Location::RequestHeader, body: Location::RequestBody };
pub(super) const RESPONSE: Way =
    Way { direction: Direction::Response, header: Location::ResponseHeader, body: Location::ResponseBody };

impl Contract {
    /// Selects the documented media type and validates the body against its schema.
    pub(super) fn check_body<'a>(
        &'a self,
        way: Way,
        content: &[Media],
        content_type: Option<&str>,
        body: &[u8],
        report: &mut Report<'a>,
    ) {
        let media = match content_type {
            // Unknown, e.g. for a body saved to a file: use the first documented media type the body may have.
            None => {
                let json = body::json(body).is_ok();
                content.iter().find(|media| json && media.is_json()).or(content.first())
            }
            Some(text) => Media::find(content, text),
        };
        let Some(media) = media else {
            let names: Vec<_> = content.iter().map(|media| media.name.as_str()).collect();
            let found = content_type.map(essence).unwrap_or_default();
            let details = (names.join(" or "), format!("{found:?}"));
            report.plain(
                Severity::Violation,
                way.header,
                "/content-type",
                Rule::ContentType,
                (&details.0, &details.1, "text"),
            );
            return;
        };
        // A range such as `*/*` gives no detail; what was sent does.
        let json = media.is_json() || media.name.contains('*') && content_type.is_some_and(is_json);
        let value = if json {
            let whole = body::repaired(body);
            match serde_json::from_slice(&whole) {
                Ok(value) => {
                    self.twice(way, &whole, report);
                    value
                }
                Err(error) => {
                    let what = match error.classify() {
                        // No other serde error is about size.
                        Category::Syntax if error.to_string().starts_with("recursion limit") => {
                            "JSON with at most 127 levels (validate its parts separately)".to_owned()
                        }
                        _ => format!("JSON ({error})"),
                    };
                    let details = (what, sketch(body));
                    report.plain(Severity::Violation, way.body, "", Rule::Json, (&details.0, &details.1, "body"));
                    return;
                }
            }
        } else if essence(&media.name).starts_with("text/") {
            Value::String(String::from_utf8_lossy(body).into_owned())
        } else {
            // For other formats, only the media type is checked.
            return;
        };
        let Some(schema) = &media.schema else { return };
        self.schemas.check(way.direction, schema, &value, way.body, "", report);
        Walk { schemas: &self.schemas, direction: way.direction, location: way.body, report }.value(schema, &value, "");
    }

    /// Reports keys that occur twice in one object: the meaning of such an object depends on the parser.
    fn twice<'a>(&'a self, way: Way, json: &[u8], report: &mut Report<'a>) {
        for pointer in body::doubled(json) {
            let details = ("unique keys in each object", "a duplicate key", "body");
            report.plain(Severity::Violation, way.body, &pointer, Rule::Json, details);
        }
    }
}
