//! Records as the API shows them: all their fields, and the selection that a request makes with `attributes` and `expand`.

use serde_json::{Map, Value};

use super::{Refused, error};
use crate::sandbox::wire::Request;

/// Describes a class of records.
pub(super) struct Model {
    /// The class name used in messages.
    pub class: &'static str,
    /// The columns of a complete record, in order.
    pub columns: &'static [&'static str],
    /// Columns that exist but are not emulated.
    pub hidden: &'static [&'static str],
    /// Computed attributes, sent on request.
    pub virtuals: &'static [&'static str],
    /// Relations to other records, sent on request.
    pub relations: &'static [&'static str],
}

impl Model {
    /// Whether an attribute has a single value that can be compared.
    pub fn has_value(&self, name: &str) -> bool {
        [self.columns, self.hidden, self.virtuals].iter().any(|names| names.contains(&name))
    }
}

/// A record before it is reduced to the requested fields.
pub(super) struct Record {
    pub href: String,
    pub columns: Map<String, Value>,
    pub virtuals: Map<String, Value>,
    pub relations: Map<String, Value>,
    /// Subcollections that `expand` can embed. Empty ones are omitted from the record.
    pub embedded: Map<String, Value>,
    pub actions: Vec<Value>,
}

impl Record {
    pub fn new(href: String, columns: Value) -> Self {
        let columns = match columns {
            Value::Object(columns) => columns,
            _ => Map::new(),
        };
        let (virtuals, relations, embedded) = (Map::new(), Map::new(), Map::new());
        Self { href, columns, virtuals, relations, embedded, actions: Vec::new() }
    }

    pub fn value(&self, name: &str) -> Option<&Value> {
        self.columns.get(name).or_else(|| self.virtuals.get(name))
    }

    /// The complete record: all columns, and the actions the role may perform.
    pub fn whole(&self) -> Value {
        self.shaped(&Shape::default())
    }

    /// The record as selected by `attributes` and `expand`.
    pub fn shaped(&self, shape: &Shape) -> Value {
        let mut shown = Map::new();
        shown.insert("href".to_owned(), self.href.clone().into());
        let trimmed = shape.attributes.iter().any(|name| self.columns.contains_key(name));
        for (name, value) in &self.columns {
            if !trimmed || name == "id" || shape.attributes.contains(name) {
                shown.insert(name.clone(), value.clone());
            }
        }
        for name in &shape.attributes {
            let related = |relation: &str| self.relations.get(relation).cloned();
            let value = match name.as_str() {
                "href_slug" => self.href.split_once("/api/").map(|(_, slug)| strip_version(slug).to_owned().into()),
                name => self.virtuals.get(name).cloned().or_else(|| related(name)),
            };
            if let Some(value) = value {
                shown.insert(name.clone(), value);
            }
        }
        for name in &shape.expand {
            if let Some(value) = self.embedded.get(name).filter(|value| value.as_array().is_some_and(|v| !v.is_empty()))
            {
                shown.insert(name.clone(), value.clone());
            }
        }
        let with_actions = !trimmed || shape.attributes.iter().any(|name| name == "actions");
        if with_actions && !self.actions.is_empty() {
            shown.insert("actions".to_owned(), self.actions.clone().into());
        }
        Value::Object(shown)
    }
}

fn strip_version(slug: &str) -> &str {
    match slug.strip_prefix('v').and_then(|rest| rest.split_once('/')) {
        Some((version, rest)) if version.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => slug,
    }
}

/// The fields selected by `attributes` and `expand`.
#[derive(Default)]
pub(super) struct Shape {
    pub attributes: Vec<String>,
    pub expand: Vec<String>,
}

impl Shape {
    pub fn read(request: &Request, model: &Model) -> Result<Self, Refused> {
        let names = |parameter: &str| -> Vec<String> {
            let text = request.query(parameter).unwrap_or_default();
            text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
        };
        let (attributes, expand) = (names("attributes"), names("expand"));
        let known = |name: &str| {
            matches!(name, "id" | "href" | "href_slug" | "actions")
                || model.has_value(name)
                || model.relations.contains(&name.split(['.', '/']).next().unwrap_or_default())
        };
        let unknown: Vec<&str> = attributes.iter().map(String::as_str).filter(|name| !known(name)).collect();
        if !unknown.is_empty() {
            return Err(error(400, format!("Invalid attributes specified: {}", unknown.join(","))));
        }
        if let Some(both) = expand.iter().find(|name| attributes.contains(name)) {
            return Err(error(400, format!("Cannot expand subcollection {both} by name and virtual attribute")));
        }
        Ok(Self { attributes, expand })
    }

    pub fn expands(&self, name: &str) -> bool {
        self.expand.iter().any(|known| known == name)
    }
}
