//! Follows everything that applies to the same value: references, `allOf` and similar keywords. These paths may be
//! circular.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::document::{Node, target};
use super::report::segment;

/// The positions of references that lead back to themselves without descending into the value: following one would
/// never end.
pub(super) fn circular(document: &Value) -> BTreeSet<String> {
    let mut graph = Graph::default();
    graph.collect(document, &mut String::new());
    let mut search = Search { graph: &graph, state: BTreeMap::new(), circular: BTreeSet::new() };
    for place in graph.references.keys() {
        search.visit(place);
    }
    search.circular
}

/// The references of a document by position, and which of them apply to the same value.
#[derive(Default)]
struct Graph {
    references: BTreeMap<String, String>,
}

impl Graph {
    fn collect(&mut self, value: &Value, place: &mut String) {
        let end = place.len();
        match value {
            Value::Object(map) => {
                if let Some(pointer) = map.get("$ref").and_then(Value::as_str).and_then(target) {
                    self.references.insert(place.clone(), pointer);
                    return;
                }
                for (key, inner) in map {
                    place.push('/');
                    place.push_str(&segment(key));
                    self.collect(inner, place);
                    place.truncate(end);
                }
            }
            Value::Array(items) => {
                for (index, inner) in items.iter().enumerate() {
                    place.push('/');
                    place.push_str(&index.to_string());
                    self.collect(inner, place);
                    place.truncate(end);
                }
            }
            _ => {}
        }
    }

    /// The references at this position, or below it under keywords that apply to the same value.
    fn within<'a>(&'a self, place: &'a str) -> impl Iterator<Item = &'a str> {
        let below = self.references.range(place.to_owned()..).take_while(move |(at, _)| at.starts_with(place));
        below.filter_map(move |(at, _)| {
            let rest = at.strip_prefix(place)?;
            same_value(rest).then_some(at.as_str())
        })
    }
}

/// Whether the path only goes through `allOf/0`, `anyOf/1`, `not` and the like.
fn same_value(way: &str) -> bool {
    let mut segments = way.split('/');
    if segments.next() != Some("") {
        return false;
    }
    while let Some(keyword) = segments.next() {
        let fits = match keyword {
            "not" => true,
            "allOf" | "anyOf" | "oneOf" => {
                segments.next().is_some_and(|index| index.bytes().all(|byte| byte.is_ascii_digit()))
            }
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
}

struct Search<'a> {
    graph: &'a Graph,
    /// For each reference: false while its target is being visited, true afterwards.
    state: BTreeMap<&'a str, bool>,
    circular: BTreeSet<String>,
}

impl<'a> Search<'a> {
    fn visit(&mut self, place: &'a str) {
        self.state.insert(place, false);
        let Some(target) = self.graph.references.get(place) else { return };
        for next in self.graph.within(target) {
            match self.state.get(next) {
                // The reference that closes the circle is the one removed.
                Some(false) => drop(self.circular.insert(next.to_owned())),
                Some(true) => {}
                None => self.visit(next),
            }
        }
        self.state.insert(place, true);
    }
}

/// The schemas that every value at this position must match: the one there, and the parts of its `allOf`, with
/// references resolved and without duplicates.
pub(super) fn parts<'a>(document: &'a Value, node: Node<'a>) -> Vec<Node<'a>> {
    reached(document, node, &["allOf"])
}

/// The schemas that a value at this position may match: those above, and the alternatives in `anyOf` and `oneOf` among
/// them, without duplicates.
pub(super) fn forms<'a>(document: &'a Value, node: Node<'a>) -> Vec<Node<'a>> {
    reached(document, node, &["allOf", "anyOf", "oneOf"])
}

fn reached<'a>(document: &'a Value, node: Node<'a>, keywords: &[&str]) -> Vec<Node<'a>> {
    let (mut reached, mut seen, mut open) = (Vec::new(), BTreeSet::new(), vec![node]);
    while let Some(node) = open.pop() {
        let Ok(node) = node.resolved(document) else { continue };
        if seen.insert(node.pointer.clone()) {
            open.extend(keywords.iter().flat_map(|keyword| node.items(keyword)).rev());
            reached.push(node);
        }
    }
    reached
}

/// Whether any part of a schema requires a name that its own parts do not mark.
pub(super) fn demands(document: &Value, place: &str, names: &BTreeSet<String>) -> bool {
    let Some(node) = Node::at(document, place).filter(|_| !names.is_empty()) else { return false };
    parts(document, node).iter().any(|part| {
        let required = part.value.get("required").and_then(Value::as_array);
        required.is_some_and(|list| list.iter().filter_map(Value::as_str).any(|name| names.contains(name)))
    })
}

/// Adds the names of properties that the schema, or a part of its `allOf`, marks with the flag.
pub(super) fn marked(document: &Value, schema: &Map<String, Value>, flag: &str, names: &mut BTreeSet<String>) {
    let mut add = |properties: Option<&Value>| {
        for (name, property) in properties.and_then(Value::as_object).into_iter().flatten() {
            let node = Node { value: property, pointer: String::new() };
            if node.resolved(document).is_ok_and(|node| node.flag(flag) == Some(true)) {
                names.insert(name.clone());
            }
        }
    };
    add(schema.get("properties"));
    for value in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
        // Positions are unknown here, and only needed to visit each part once.
        let pointer = format!("{value:p}");
        for part in parts(document, Node { value, pointer }) {
            add(part.value.get("properties"));
        }
    }
}
