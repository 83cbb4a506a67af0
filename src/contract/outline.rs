//! What walking a value needs to know of a schema. It is read from the document once: most values have the same few
//! schemas.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use serde_json::Value;

use super::document::{Node, has_any, target};

/// A schema that is not a reference.
#[derive(Debug)]
pub(super) struct Outline {
    /// Its position in the document.
    pub(super) pointer: String,
    /// The parts of its `allOf`.
    pub(super) all: Vec<Link>,
    /// Each of `anyOf`, `oneOf` and `x-variants` that it has.
    pub(super) choices: Vec<Vec<Alternative>>,
    /// `None` if it does not list properties.
    pub(super) properties: Option<HashMap<String, Link>>,
    pub(super) additional: Option<Additional>,
    pub(super) items: Option<Link>,
    /// `x-extensible-enum`.
    pub(super) open_set: Option<Vec<Value>>,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
}

/// One of several forms of a value.
#[derive(Debug)]
pub(super) struct Alternative {
    /// The position of the schema, or of the reference to it.
    pub(super) pointer: String,
    pub(super) schema: Link,
}

/// `additionalProperties`.
#[derive(Debug)]
pub(super) enum Additional {
    /// They are allowed or forbidden.
    Announced,
    /// They have this schema.
    Schema(Link),
}

/// A schema within another one.
#[derive(Debug)]
pub(super) enum Link {
    Inline(Arc<Outline>),
    /// The position it refers to; `None` if that is in another document. References may be circular.
    Reference(Option<String>),
}

impl Link {
    fn of(node: &Node<'_>) -> Self {
        match node.text("$ref") {
            Some(reference) => Self::Reference(target(reference)),
            None => Self::Inline(Arc::new(Outline::of(node))),
        }
    }
}

impl Outline {
    fn of(node: &Node<'_>) -> Self {
        let alternatives = |keyword: &&str| -> Vec<_> {
            let schemas = node.items(keyword).into_iter();
            schemas.map(|node| Alternative { schema: Link::of(&node), pointer: node.pointer }).collect()
        };
        let properties = || -> HashMap<_, _> {
            let properties = node.entries("properties").into_iter();
            properties.map(|(name, node)| (name.to_owned(), Link::of(&node))).collect()
        };
        let additional = |node: Node<'_>| match node.value.is_boolean() {
            true => Additional::Announced,
            false => Additional::Schema(Link::of(&node)),
        };
        let lists = node.value.as_object().is_some_and(|map| has_any(map, &["properties"]));
        let choices = ["anyOf", "oneOf", "x-variants"];
        Self {
            pointer: node.pointer.clone(),
            all: node.items("allOf").iter().map(Link::of).collect(),
            choices: choices.iter().map(alternatives).filter(|choice| !choice.is_empty()).collect(),
            properties: lists.then(properties),
            additional: node.child("additionalProperties").map(additional),
            items: node.child("items").as_ref().map(Link::of),
            open_set: node.value.get("x-extensible-enum").and_then(Value::as_array).cloned(),
            read_only: node.flag("readOnly") == Some(true),
            write_only: node.flag("writeOnly") == Some(true),
        }
    }
}

/// The outlines of a document's schemas, by position.
#[derive(Debug, Default)]
pub(super) struct Outlines(RwLock<HashMap<String, Arc<Outline>>>);

impl Outlines {
    /// The schema at this position, or the one that a reference there leads to.
    pub(super) fn at(&self, document: &Value, pointer: &str) -> Option<Arc<Outline>> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(pointer) {
            return Some(Arc::clone(known));
        }
        // Read without holding the lock: two threads may both do it, and one result is kept.
        let node = Node::at(document, pointer)?.resolved(document).ok()?;
        let fresh = Arc::new(Outline::of(&node));
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(known.entry(pointer.to_owned()).or_insert(fresh)))
    }
}
