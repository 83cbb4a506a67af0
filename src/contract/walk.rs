//! Walks a value along its schema to find what a validator does not report: undocumented fields, new values of open
//! sets, and properties that belong to the other direction.

use std::collections::BTreeSet;

use serde_json::Value;

use super::document::Direction;
use super::document::{Node, has_any};
use super::finding::{Location, Rule, Severity};
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
struct Applicable<'a> {
    nodes: Vec<Node<'a>>,
    /// The positions of the nodes: references may be circular, or lead to one schema on several paths.
    seen: BTreeSet<String>,
    /// Set if no alternative matches, so that it is unknown which fields are documented. The mismatch itself is already
    /// a finding.
    unclear: bool,
}

impl<'a> Walk<'a, '_> {
    pub(super) fn value(&mut self, schema: &str, value: &Value, pointer: &str) {
        if let Some(node) = Node::at(self.schemas.document(), schema) {
            self.visit(vec![node], value, pointer);
        }
    }

    fn visit(&mut self, schemas: Vec<Node<'a>>, value: &Value, pointer: &str) {
        if self.report.is_full() {
            return;
        }
        let mut applicable = Applicable::default();
        for node in schemas {
            self.gather(node, value, &mut applicable);
        }
        match value {
            Value::Object(map) => {
                for (name, inner) in map {
                    self.property(&applicable, name, inner, &format!("{pointer}/{}", segment(name)));
                }
            }
            Value::Array(items) => {
                let schemas: Vec<_> = applicable.nodes.iter().filter_map(|node| node.child("items")).collect();
                for (index, item) in items.iter().enumerate().take_while(|_| !schemas.is_empty()) {
                    self.visit(schemas.clone(), item, &format!("{pointer}/{index}"));
                }
            }
            Value::Null => {}
            scalar => {
                for node in &applicable.nodes {
                    self.open_set(node, scalar, pointer);
                }
            }
        }
    }

    /// Follows references, `allOf`, and those alternatives that the value matches.
    fn gather(&self, node: Node<'a>, value: &Value, applicable: &mut Applicable<'a>) {
        let Ok(node) = node.resolved(self.schemas.document()) else { return };
        if !applicable.seen.insert(node.pointer.clone()) {
            return;
        }
        for part in node.items("allOf") {
            self.gather(part, value, applicable);
        }
        for keyword in ["anyOf", "oneOf", "x-variants"] {
            let alternatives = node.items(keyword);
            let any = !alternatives.is_empty();
            let fitting: Vec<_> = alternatives
                .into_iter()
                .filter(|part| self.schemas.is_valid(self.direction, &part.pointer, value))
                .collect();
            applicable.unclear |= any && fitting.is_empty();
            for part in fitting {
                self.gather(part, value, applicable);
            }
        }
        applicable.nodes.push(node);
    }

    fn property(&mut self, applicable: &Applicable<'a>, name: &str, value: &Value, pointer: &str) {
        let mut schemas = Vec::new();
        // Without any list of properties, the object is free-form: nothing in it is undocumented.
        let mut listed = false;
        let mut announced = applicable.unclear;
        for node in &applicable.nodes {
            listed |= node.value.as_object().is_some_and(|map| has_any(map, &["properties"]));
            if let Some(property) = node.child("properties").and_then(|properties| properties.child(name)) {
                schemas.push(property);
                continue;
            }
            match node.child("additionalProperties") {
                // Forbidden properties are already violations; allowed ones are documented.
                Some(other) if other.value.is_boolean() => announced = true,
                Some(other) => schemas.push(other),
                None => {}
            }
        }
        if schemas.is_empty() {
            if listed && !announced {
                let details = ("only documented fields", value);
                self.report.value(Severity::Addition, self.location, pointer, Rule::UndocumentedField, details);
            }
            return;
        }
        for node in &schemas {
            self.other_direction(node, value, pointer);
        }
        self.visit(schemas, value, pointer);
    }

    fn other_direction(&mut self, node: &Node<'a>, value: &Value, pointer: &str) {
        let Ok(node) = node.clone().resolved(self.schemas.document()) else { return };
        let (flag, rule, expected) = match self.direction {
            Direction::Request => {
                ("readOnly", Rule::ReadOnly, "the field to be absent (only responses may contain it)")
            }
            Direction::Response => {
                ("writeOnly", Rule::WriteOnly, "the field to be absent (only requests may contain it)")
            }
        };
        if node.flag(flag) == Some(true) {
            self.report.value(Severity::Violation, self.location, pointer, rule, (expected, value));
        }
    }

    fn open_set(&mut self, node: &Node<'a>, value: &Value, pointer: &str) {
        let Some(known) = node.value.get("x-extensible-enum").and_then(Value::as_array) else { return };
        if !known.contains(value) {
            let names: Vec<_> = known.iter().map(Value::to_string).collect();
            let expected = format!("one of the documented values: {}", names.join(", "));
            self.report.value(Severity::Addition, self.location, pointer, Rule::OpenSet, (&expected, value));
        }
    }
}
