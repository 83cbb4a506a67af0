//! Walks a value along its schema to find what a validator does not report: undocumented fields, new values of open
//! sets, and properties that belong to the other direction.

use std::sync::Arc;

use serde_json::Value;

use super::document::Direction;
use super::finding::{Location, Rule, Severity};
use super::outline::{Additional, Link, Outline};
use super::report::{Report, segment};
use super::schema::Schemas;

pub(super) struct Walk<'a, 'r> {
    pub(super) schemas: &'a Schemas,
    pub(super) direction: Direction,
    pub(super) location: Location,
    pub(super) report: &'r mut Report<'a>,
}

/// The schemas that apply to one value.
#[derive(Default)]
struct Applicable {
    schemas: Vec<Arc<Outline>>,
    /// Those already followed: references may be circular, or lead to one schema on several paths.
    seen: Vec<Arc<Outline>>,
    /// Set if no alternative matches, so that it is unknown which fields are documented. The mismatch itself is already
    /// a finding.
    unclear: bool,
}

impl Walk<'_, '_> {
    pub(super) fn value(&mut self, schema: &str, value: &Value, pointer: &str) {
        if let Some(schema) = self.schemas.outline(schema) {
            self.visit(vec![schema], value, &mut pointer.to_owned());
        }
    }

    /// The schema itself. Every reference exists, except where the document has data.
    fn follow(&self, link: &Link) -> Option<Arc<Outline>> {
        match link {
            Link::Inline(schema) => Some(Arc::clone(schema)),
            Link::Reference(pointer) => self.schemas.outline(pointer.as_ref()?),
        }
    }

    /// `pointer` is the position of the value. It is extended for what is in it, and restored.
    fn visit(&mut self, schemas: Vec<Arc<Outline>>, value: &Value, pointer: &mut String) {
        if self.report.is_full() {
            return;
        }
        let mut applicable = Applicable::default();
        for schema in schemas {
            self.gather(schema, value, &mut applicable);
        }
        let end = pointer.len();
        match value {
            Value::Object(map) => {
                for (name, inner) in map {
                    pointer.push('/');
                    pointer.push_str(&segment(name));
                    self.property(&applicable, name, inner, pointer);
                    pointer.truncate(end);
                }
            }
            Value::Array(items) => {
                let schemas = applicable.schemas.iter().filter_map(|schema| self.follow(schema.items.as_ref()?));
                let schemas: Vec<_> = schemas.collect();
                for (index, item) in items.iter().enumerate().take_while(|_| !schemas.is_empty()) {
                    pointer.push('/');
                    pointer.push_str(&index.to_string());
                    self.visit(schemas.clone(), item, pointer);
                    pointer.truncate(end);
                }
            }
            Value::Null => {}
            scalar => {
                for schema in &applicable.schemas {
                    self.open_set(schema, scalar, pointer);
                }
            }
        }
    }

    /// Follows `allOf`, and those alternatives that the value matches.
    fn gather(&self, schema: Arc<Outline>, value: &Value, applicable: &mut Applicable) {
        if applicable.seen.iter().any(|seen| seen.pointer == schema.pointer) {
            return;
        }
        applicable.seen.push(Arc::clone(&schema));
        for part in schema.all.iter().filter_map(|link| self.follow(link)) {
            self.gather(part, value, applicable);
        }
        for choice in &schema.choices {
            let fits = |pointer: &str| self.schemas.is_valid(self.direction, pointer, value);
            let fitting: Vec<_> = choice.iter().filter(|alternative| fits(&alternative.pointer)).collect();
            applicable.unclear |= fitting.is_empty();
            for part in fitting.into_iter().filter_map(|alternative| self.follow(&alternative.schema)) {
                self.gather(part, value, applicable);
            }
        }
        applicable.schemas.push(schema);
    }

    fn property(&mut self, applicable: &Applicable, name: &str, value: &Value, pointer: &mut String) {
        let mut links = Vec::new();
        // Without any list of properties, the object is free-form: nothing in it is undocumented.
        let mut listed = false;
        let mut announced = applicable.unclear;
        for schema in &applicable.schemas {
            listed |= schema.properties.is_some();
            if let Some(property) = schema.properties.as_ref().and_then(|properties| properties.get(name)) {
                links.push(property);
                continue;
            }
            match &schema.additional {
                // Forbidden properties are already violations; allowed ones are documented.
                Some(Additional::Announced) => announced = true,
                Some(Additional::Schema(schema)) => links.push(schema),
                None => {}
            }
        }
        if links.is_empty() {
            if listed && !announced {
                let details = ("only documented fields", value);
                self.report.value(Severity::Addition, self.location, pointer, Rule::UndocumentedField, details);
            }
            return;
        }
        let schemas: Vec<_> = links.into_iter().filter_map(|link| self.follow(link)).collect();
        for schema in &schemas {
            self.other_direction(schema, value, pointer);
        }
        self.visit(schemas, value, pointer);
    }

    fn other_direction(&mut self, schema: &Outline, value: &Value, pointer: &str) {
        let (is_other, rule, expected) = match self.direction {
            Direction::Request => {
                (schema.read_only, Rule::ReadOnly, "the field to be absent (only responses may contain it)")
            }
            Direction::Response => {
                (schema.write_only, Rule::WriteOnly, "the field to be absent (only requests may contain it)")
            }
        };
        if is_other {
            self.report.value(Severity::Violation, self.location, pointer, rule, (expected, value));
        }
    }

    fn open_set(&mut self, schema: &Outline, value: &Value, pointer: &str) {
        let Some(known) = &schema.open_set else { return };
        if !known.contains(value) {
            let names: Vec<_> = known.iter().map(Value::to_string).collect();
            let expected = format!("one of the documented values: {}", names.join(", "));
            self.report.value(Severity::Addition, self.location, pointer, Rule::OpenSet, (&expected, value));
        }
    }
}
