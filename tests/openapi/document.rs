//! A document as seen by the rules: its text, operations and schemas; and how a rule is tested.

use cloudsnap::spec::{self, Provider};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

use crate::yaml;

/// A document as text and as JSON.
pub struct Document {
    /// The provider's id, or `house` for the fixture.
    pub name: &'static str,
    pub text: String,
    pub json: Value,
}

/// A rule: returns its violations, each with its location in the document.
pub type Rule = fn(&Document) -> Vec<String>;

/// A defect planted in the fixture: (original text, replacement, text that the finding must contain).
pub type Plant = (&'static str, &'static str, &'static str);

/// One operation with its location.
pub struct Operation<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub value: &'a Value,
}

impl Operation<'_> {
    pub fn id(&self) -> &str {
        self.value["operationId"].as_str().unwrap_or_default()
    }

    /// A finding about this operation.
    pub fn finding(&self, what: impl std::fmt::Display) -> String {
        format!("{} {} ({}): {what}", self.method.to_uppercase(), self.path, self.id())
    }
}

/// One schema with its JSON pointer.
pub struct Schema<'a> {
    pub at: String,
    pub value: &'a Value,
}

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

impl Document {
    pub fn of(provider: Provider) -> Self {
        let json = serde_json::from_str(spec::document_json(provider)).expect("build.rs writes JSON");
        Self { name: provider.id(), text: spec::document(provider).to_owned(), json }
    }

    fn fixture(text: String) -> Self {
        let json = yaml::read(&text).unwrap_or_else(|error| panic!("the fixture is not YAML: {error}\n{text}"));
        Self { name: "house", text, json }
    }

    pub fn operations(&self) -> Vec<Operation<'_>> {
        let mut operations = Vec::new();
        for (path, item) in object(&self.json["paths"]) {
            for (method, value) in object(item).filter(|(key, _)| METHODS.contains(&key.as_str())) {
                operations.push(Operation { method, path, value });
            }
        }
        operations
    }

    /// Resolves a node: itself, or the target of its `$ref`.
    pub fn resolve<'a>(&'a self, node: &'a Value) -> &'a Value {
        let Some(target) = node["$ref"].as_str() else { return node };
        let found = target.strip_prefix('#').and_then(|pointer| self.json.pointer(pointer));
        found.unwrap_or_else(|| panic!("{}: {target} does not exist", self.name))
    }

    /// All schemas, at every depth: of components, parameters, headers, bodies and responses. References are not followed.
    pub fn schemas(&self) -> Vec<Schema<'_>> {
        let mut found = Vec::new();
        for (name, schema) in object(&self.json["components"]["schemas"]) {
            collect_schema(format!("/components/schemas/{name}"), schema, &mut found);
        }
        find_schemas("", &self.json, &mut found);
        found
    }

    /// The schemas reachable from responses, following references, each once.
    pub fn response_schemas(&self) -> Vec<Schema<'_>> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        for operation in self.operations() {
            for (status, response) in object(&operation.value["responses"]) {
                let response = self.resolve(response);
                for (media, content) in object(&response["content"]) {
                    let at = format!("/paths{}/{}/{status}/{media}", operation.path, operation.method);
                    self.reach(at, &content["schema"], &mut seen, &mut found);
                }
            }
        }
        found
    }

    fn reach<'a>(&'a self, at: String, node: &'a Value, seen: &mut BTreeSet<&'a str>, found: &mut Vec<Schema<'a>>) {
        let mut own = Vec::new();
        collect_schema(at, node, &mut own);
        for schema in own {
            match schema.value["$ref"].as_str() {
                Some(target) if seen.insert(target) => {
                    let at = target.trim_start_matches('#').to_owned();
                    self.reach(at, self.resolve(schema.value), seen, found);
                }
                Some(_) => {}
                None => found.push(schema),
            }
        }
    }
}

/// The entries of an object; empty for any other value.
pub fn object(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

/// The elements of an array; empty for any other value.
pub fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The strings of an array.
pub fn texts(value: &Value) -> impl Iterator<Item = &str> {
    array(value).filter_map(Value::as_str)
}

/// Whether this is a non-empty string.
pub fn has_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

fn collect_schema<'a>(at: String, schema: &'a Value, found: &mut Vec<Schema<'a>>) {
    if !schema.is_object() {
        return;
    }
    for (name, property) in object(&schema["properties"]) {
        collect_schema(format!("{at}/properties/{name}"), property, found);
    }
    for keyword in ["items", "additionalProperties", "not"] {
        collect_schema(format!("{at}/{keyword}"), &schema[keyword], found);
    }
    for keyword in ["allOf", "anyOf", "oneOf"] {
        for (index, branch) in array(&schema[keyword]).enumerate() {
            collect_schema(format!("{at}/{keyword}/{index}"), branch, found);
        }
    }
    found.push(Schema { at, value: schema });
}

fn find_schemas<'a>(at: &str, node: &'a Value, found: &mut Vec<Schema<'a>>) {
    for (key, value) in object(node) {
        let at = format!("{at}/{}", key.replace('/', "~1"));
        match key.as_str() {
            "schema" => collect_schema(at, value, found),
            "schemas" | "example" | "examples" => {}
            _ => find_schemas(&at, value, found),
        }
    }
    for (index, value) in array(node).enumerate() {
        find_schemas(&format!("{at}/{index}"), value, found);
    }
}

const HOUSE: &str = include_str!("../fixtures/house.yaml");

/// Checks a rule against all four documents, after testing that it finds each planted defect and accepts the clean fixture.
pub fn check_rule(rule: Rule, plants: &[Plant]) {
    let clean = rule(&Document::fixture(HOUSE.to_owned()));
    assert!(clean.is_empty(), "the rule reports the clean fixture:\n{}", clean.join("\n"));
    assert!(!plants.is_empty(), "the rule is not tested with any planted defect");
    for (from, to, named) in plants {
        assert!(HOUSE.contains(from), "tests/fixtures/house.yaml no longer contains {from:?}");
        let found = rule(&Document::fixture(HOUSE.replacen(from, to, 1)));
        assert!(
            found.iter().any(|finding| finding.contains(named)),
            "replacing {from:?} with {to:?} should give a finding with {named:?}, but gave {found:#?}"
        );
    }
    let mut broken = Vec::new();
    for &provider in Provider::ALL {
        broken.extend(rule(&Document::of(provider)).into_iter().map(|what| format!("openapi/{provider}.yaml: {what}")));
    }
    assert!(broken.is_empty(), "{} findings\n{}", broken.len(), broken.join("\n"));
}
