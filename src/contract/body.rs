//! Holds a body against the documented media types and their schema; requests and answers share it.

use serde_json::Value;
use serde_json::error::Category;

use super::Contract;
use super::finding::{Location, Rule, Severity};
use super::operation::{Media, essence, is_json};
use super::report::Report;
use super::schema::Direction;
use super::walk::Walk;
use crate::body::{self, sketch};

/// The places of findings about a body, and which way it goes.
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
    /// Chooses the documented media type and holds the body against its schema.
    pub(super) fn check_body<'a>(
        &'a self,
        way: Way,
        content: &[Media],
        content_type: Option<&str>,
        body: &[u8],
        report: &mut Report<'a>,
    ) {
        let media = match content_type {
            // Not known, as for a body that was saved to a file: the first documented one that the body may be is taken.
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
        // A range such as `*/*` tells nothing; what was sent does.
        let json = media.is_json() || media.name.contains('*') && content_type.is_some_and(is_json);
        let value = if json {
            match body::json(body) {
                Ok(value) => {
                    self.twice(way, body, report);
                    value
                }
                Err(error) => {
                    let what = match error.classify() {
                        // Nothing else of serde's is about size.
                        Category::Syntax if error.to_string().starts_with("recursion limit") => {
                            "JSON of at most 127 levels: hold its parts against the document one by one".to_owned()
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
            // Of other forms only the media type is checked.
            return;
        };
        let Some(schema) = &media.schema else { return };
        self.schemas.check(way.direction, schema, &value, way.body, "", report);
        Walk { schemas: &self.schemas, direction: way.direction, location: way.body, report }.value(schema, &value, "");
    }

    /// Notes keys that stand twice in one object: what it says depends on who reads it.
    fn twice<'a>(&'a self, way: Way, bytes: &[u8], report: &mut Report<'a>) {
        for pointer in body::doubled(&body::mended(bytes)) {
            let details = ("each key once in an object", "the key twice", "body");
            report.plain(Severity::Violation, way.body, &pointer, Rule::Json, details);
        }
    }
}
