//! Other people's documents: circular references, several parameters in a segment, invalid keywords, and subschemas
//! that affect each other.

use cloudsnap::contract::{Contract, Finding, RequestParts, Rule};
use http::{HeaderMap, HeaderValue};
use serde_json::{Value, json};

/// A document with these schemas and one operation, `POST /things`, whose request and response are a `Thing`.
fn schemas(schemas: Value) -> Contract {
    let content = json!({ "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } });
    let operation = json!({ "operationId": "thing", "requestBody": { "content": content }, "responses": { "200": { "content": content } } });
    let document = json!({ "openapi": "3.0.3", "paths": { "/things": { "post": operation } }, "components": { "schemas": schemas } });
    Contract::from_json(document).unwrap()
}

fn findings(contract: &Contract, value: &Value) -> Vec<Finding> {
    let body = serde_json::to_vec(value).unwrap();
    contract.check_response(&contract.operations()[0], 200, Some("application/json"), &body)
}

fn reported(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {}", finding.rule, finding.pointer)).collect()
}

fn response(contract: &Contract, value: &Value) -> Vec<String> {
    reported(&findings(contract, value))
}

fn sent(contract: &Contract, content_type: Option<&'static str>, body: &Value) -> Vec<String> {
    let mut headers = HeaderMap::new();
    headers.extend(content_type.map(|text| (http::header::CONTENT_TYPE, HeaderValue::from_static(text))));
    let body = serde_json::to_vec(body).unwrap();
    let parts = RequestParts { path: "/things", query: None, headers: &headers, body: &body };
    reported(&contract.check_request(&contract.operations()[0], &parts))
}

#[test]
fn circular_references_terminate_and_hide_nothing() {
    let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    for keyword in ["oneOf", "anyOf", "allOf"] {
        let contract = schemas(json!({
            "Thing": { "type": "object", "properties": { "a": reference("A") } },
            "A": { keyword: [reference("B"), { "type": "string", "maxLength": 3 }] },
            "B": { keyword: [reference("A"), { "type": "string", "minLength": 0 }] },
        }));
        let good = response(&contract, &json!({ "a": "abc" }));
        assert!(good.contains(&"document ".to_owned()), "{keyword} {good:?}");
        let bad = response(&contract, &json!({ "a": 7 }));
        assert!(bad.iter().any(|reported| reported.ends_with(" /a")), "{keyword} {bad:?}");
        let circle = findings(&contract, &json!({ "a": "abc" }));
        assert!(
            circle[0].expected.contains("/components/schemas/") && circle[0].expected.contains("refers back"),
            "{circle:?}"
        );
    }
    let alone = schemas(
        json!({ "Thing": { "type": "object", "allOf": [reference("Thing")], "properties": { "n": { "type": "string" } } } }),
    );
    assert_eq!(response(&alone, &json!({ "n": 7 })), ["document ", "type /n"]);
    let not = schemas(json!({ "Thing": { "type": "object", "not": reference("Thing") } }));
    assert_eq!(response(&not, &json!({})), ["document "]);
    // A tree descends into the value and therefore ends.
    let tree = schemas(
        json!({ "Thing": { "type": "object", "properties": { "left": reference("Thing"), "n": { "type": "integer" } } } }),
    );
    assert_eq!(response(&tree, &json!({ "left": { "left": { "n": "x" } } })), ["type /left/left/n"]);
    // One schema reachable on very many paths.
    let mut many = json!({ "S20": { "type": "object", "properties": { "n": { "type": "integer" } } } });
    many["Thing"] = reference("S0");
    for level in 0..20 {
        let below = reference(&format!("S{}", level + 1));
        many[format!("S{level}")] = json!({ "allOf": [below, { "type": "object" }] });
    }
    assert_eq!(response(&schemas(many), &json!({ "n": "x", "m": 1 })), ["type /n", "undocumented_field /m"]);
}

#[test]
fn an_invalid_keyword_is_reported_for_the_document_and_hides_nothing_else() {
    let faults = [
        (json!({ "pattern": "(" }), "pattern"),
        (json!({ "pattern": 7 }), "pattern"),
        (json!({ "minLength": -1 }), "minLength"),
        (json!({ "maxLength": 1e30 }), "maxLength"),
        (json!({ "multipleOf": 0 }), "multipleOf"),
        (json!({ "minimum": "1" }), "minimum"),
        (json!({ "exclusiveMinimum": true }), "exclusiveMinimum"),
        (json!({ "exclusiveMaximum": "x" }), "exclusiveMaximum"),
        (json!({ "enum": [] }), "enum"),
        (json!({ "enum": "a" }), "enum"),
        (json!({ "required": true }), "required"),
        (json!({ "properties": [] }), "properties"),
        (json!({ "items": [{}] }), "items"),
        (json!({ "anyOf": {} }), "anyOf"),
        (json!({ "allOf": [] }), "allOf"),
        (json!({ "nullable": "true" }), "nullable"),
        (json!({ "uniqueItems": 1 }), "uniqueItems"),
        (json!({ "additionalProperties": "no" }), "additionalProperties"),
        (json!({ "const": 1 }), "const"),
        (json!({ "patternProperties": {} }), "patternProperties"),
        (json!({ "x-types": "string" }), "x-types"),
        (json!({ "$ref": 7 }), "$ref"),
    ];
    for (schema, keyword) in faults {
        let contract = schemas(json!({
            "Thing": { "type": "object", "properties": { "odd": schema, "n": { "type": "integer" } } },
            "Other": { "type": "string", "pattern": "(" },
        }));
        let seen = findings(&contract, &json!({ "odd": "text", "n": "x" }));
        assert_eq!(reported(&seen), ["document ", "type /n"], "{keyword}: {seen:?}");
        let place = format!("at /components/schemas/Thing/properties/odd/{keyword}: ");
        assert!(seen[0].expected.contains(&place) && seen[0].is_violation(), "{seen:?}");
    }
    let types = schemas(json!({ "Thing": { "type": ["object", "string"], "required": ["n"] } }));
    assert_eq!(response(&types, &json!({})), ["document ", "required /n"]);
}

#[test]
fn numeric_exclusive_bounds_are_enforced() {
    let contract = schemas(json!({ "Thing": { "type": "object", "properties": {
        "a": { "type": "integer", "exclusiveMinimum": 5, "exclusiveMaximum": 9 },
        "b": { "type": "number", "minimum": 7, "exclusiveMinimum": 5 },
        "c": { "type": "integer", "minimum": 5, "exclusiveMinimum": true },
    } } }));
    assert_eq!(response(&contract, &json!({ "a": 6, "b": 7, "c": 6 })), [""; 0]);
    assert_eq!(response(&contract, &json!({ "a": 5, "b": 6, "c": 5 })), ["range /a", "range /b", "range /c"]);
    assert_eq!(response(&contract, &json!({ "a": 9 })), ["range /a"]);
}

#[test]
fn parts_of_all_of_affect_each_other() {
    let contract = schemas(json!({
        "Base": { "type": "object", "required": ["id", "password"], "properties": { "name": { "type": "string" } } },
        "Deep": { "allOf": [{ "$ref": "#/components/schemas/Base" }] },
        "Thing": { "allOf": [
            { "$ref": "#/components/schemas/Deep" },
            { "properties": { "id": { "type": "integer", "readOnly": true }, "password": { "type": "string", "writeOnly": true } } },
        ] },
    }));
    assert_eq!(response(&contract, &json!({ "id": 1 })), [""; 0]);
    assert_eq!(response(&contract, &json!({})), ["required /id"]);
    assert_eq!(response(&contract, &json!({ "id": 1, "password": "x" })), ["write_only /password"]);
    let json = Some("application/json");
    assert_eq!(sent(&contract, json, &json!({ "password": "x" })), [""; 0]);
    assert_eq!(sent(&contract, json, &json!({ "name": 7 })), ["required /password", "type /name"]);
}

#[test]
fn array_and_object_parameters_across_all_of() {
    let array = json!({ "allOf": [{ "type": "array" }, { "items": { "type": "integer" } }] });
    let object = json!({ "allOf": [{ "type": "object" }, { "properties": { "n": { "type": "integer" } } }] });
    let document = json!({ "openapi": "3.0.3", "paths": { "/things": { "get": { "operationId": "list", "responses": {}, "parameters": [
        { "name": "ids", "in": "query", "schema": array },
        { "name": "by", "in": "query", "style": "deepObject", "schema": object },
    ] } } } });
    let contract = Contract::from_json(document).unwrap();
    let query = |query: &str| {
        let headers = HeaderMap::new();
        let parts = RequestParts { path: "/things", query: Some(query), headers: &headers, body: b"" };
        reported(&contract.check_request(&contract.operations()[0], &parts))
    };
    assert_eq!(query("ids=1&ids=2&by[n]=3"), [""; 0]);
    assert_eq!(query("ids=1&ids=x&by[n]=y"), ["type /ids/1", "type /by/n"]);
}

/// Only the alternatives of a parameter show that it is an array or an object.
#[test]
fn array_and_object_parameters_by_their_alternatives() {
    let numbers = json!({ "type": "array", "items": { "type": "integer" } });
    let size =
        |name: &str| json!({ "type": "object", "required": [name], "properties": { name: { "type": "integer" } } });
    let document = json!({ "openapi": "3.0.3", "paths": { "/things": { "get": { "operationId": "list", "responses": {}, "parameters": [
        { "name": "ids", "in": "query", "schema": { "anyOf": [numbers, { "type": "array", "items": { "type": "boolean" } }] } },
        { "name": "by", "in": "query", "style": "deepObject", "schema": { "anyOf": [size("least"), { "allOf": [size("most")] }] } },
        { "name": "page", "in": "query", "schema": { "oneOf": [size("offset"), size("number")] } },
        { "name": "one", "in": "query", "schema": { "anyOf": [{ "type": "string", "enum": ["all"] }, numbers] } },
    ] } } } });
    let contract = Contract::from_json(document).unwrap();
    let query = |query: &str| {
        let headers = HeaderMap::new();
        let parts = RequestParts { path: "/things", query: Some(query), headers: &headers, body: b"" };
        reported(&contract.check_request(&contract.operations()[0], &parts))
    };
    assert_eq!(query("ids=1&ids=2&by[least]=3&offset=7&one=all"), [""; 0]);
    assert_eq!(query("by[most]=3&number=7"), [""; 0]);
    assert_eq!(query("ids=1&ids=x"), ["any_of /ids"]);
    assert_eq!(query("by[least]=x&offset=x"), ["any_of /by", "one_of /page"]);
    assert_eq!(query("one=none"), ["any_of /one"]);
}

#[test]
fn several_parameters_in_a_segment() {
    let get = |id: &str| {
        json!({ "get": { "operationId": id, "responses": {}, "parameters": [
        { "name": "x", "in": "path", "required": true, "schema": { "type": "integer" } },
        { "name": "y", "in": "path", "required": true, "schema": { "type": "string", "enum": ["json", "xml"] } },
    ] } })
    };
    let paths = json!({ "/tiles/{x}-{z}.{y}": get("tile"), "/tiles/{x}.{y}": get("file"), "/tiles/{x}": get("one") });
    let contract = Contract::from_json(json!({ "openapi": "3.0.3", "paths": paths })).unwrap();
    let find = |path: &str| {
        let found = contract.find("GET", path)?;
        let values: Vec<_> = found.parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Some(format!("{} {}", found.operation.id(), values.join(" ")))
    };
    assert_eq!(find("/tiles/7-8.json").unwrap(), "tile x=7 z=8 y=json");
    assert_eq!(find("/tiles/7.json").unwrap(), "file x=7 y=json");
    assert_eq!(find("/tiles/7").unwrap(), "one x=7");
    assert_eq!(find("/tiles/7.a.b").unwrap(), "file x=7 y=a.b");
    assert_eq!(find("/tiles/.json").unwrap(), "one x=.json", "values are never empty");
    let headers = HeaderMap::new();
    let parts = RequestParts { path: "/tiles/x.pdf", query: None, headers: &headers, body: b"" };
    assert_eq!(reported(&contract.check_request(contract.operation("file").unwrap(), &parts)), ["type /x", "enum /y"]);
}

#[test]
fn json_and_missing_media_types() {
    let schema = json!({ "type": "object", "properties": { "n": { "type": "integer" } } });
    let content = json!({ "text/html": {}, "text/json": { "schema": schema } });
    let operation = json!({ "operationId": "thing", "requestBody": { "content": content }, "responses": { "200": { "content": content } } });
    let contract =
        Contract::from_json(json!({ "openapi": "3.0.3", "paths": { "/things": { "post": operation } } })).unwrap();
    let check = |content_type| {
        reported(&contract.check_response(&contract.operations()[0], 200, content_type, br#"{"n":"x"}"#))
    };
    assert_eq!(check(Some("text/json")), ["type /n"]);
    assert_eq!(check(None), ["type /n"]);
    assert_eq!(sent(&contract, None, &json!({ "n": "x" })), ["content_type /content-type", "type /n"]);
    assert_eq!(sent(&contract, Some("text/json"), &json!({ "n": 1 })), [""; 0]);
}

#[test]
fn several_types_by_extension() {
    let contract = schemas(json!({ "Thing": { "type": "object", "properties": {
        "status": { "x-types": ["boolean", "integer"] },
        "maybe": { "x-types": ["boolean", "integer"], "nullable": true },
        "both": { "type": "string", "x-types": ["string"] },
    } } }));
    let fault = "document ";
    assert_eq!(response(&contract, &json!({ "status": true, "maybe": null })), [fault]);
    assert_eq!(response(&contract, &json!({ "status": 200, "maybe": 1 })), [fault]);
    assert_eq!(response(&contract, &json!({ "status": "x", "maybe": "y" })), [fault, "type /status", "type /maybe"]);
    assert_eq!(response(&contract, &json!({ "status": null })), [fault, "type /status"]);
    assert!(findings(&contract, &json!({ "status": "x" }))[1].expected.contains("boolean"));
}

/// The same for `check` and for a client: how such an object is interpreted depends on the parser.
#[test]
fn duplicate_keys_byte_order_marks_and_unpaired_surrogates() {
    let contract = schemas(
        json!({ "Thing": { "type": "object", "properties": { "n": { "type": "integer" }, "s": { "type": "string" } } } }),
    );
    let check = |body: &[u8]| {
        reported(&contract.check_response(&contract.operations()[0], 200, Some("application/json"), body))
    };
    assert_eq!(check(br#"{"n":1,"n":2}"#), ["json /n"]);
    assert_eq!(check(br#"{"n":1,"n":"x"}"#), ["json /n", "type /n"]);
    assert_eq!(check("\u{feff}{\"n\":1}".as_bytes()), [""; 0]);
    assert_eq!(check(br#"{"s":"a\ud83d","n":1}"#), [""; 0]);
    assert_eq!(check(b"{\"s\":\"a\xff\"}"), [""; 0]);
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let found = contract.check_response(&contract.operations()[0], 200, Some("application/json"), deep.as_bytes());
    assert!(found[0].rule == Rule::Json && found[0].expected.contains("separately"), "{found:?}");
}

/// Keys chosen by a server are hidden just like its values.
#[test]
fn findings_without_values_hide_keys_chosen_by_the_server() {
    let contract = schemas(json!({ "Thing": { "type": "object", "properties": {
        "hosts": { "type": "object", "additionalProperties": { "type": "object", "properties": { "port": { "type": "integer" } } } },
        "one": { "anyOf": [{ "type": "object", "additionalProperties": { "type": "integer" } }, { "type": "string" }] },
    } } }));
    let value = json!({ "hosts": { "db.example": { "port": "x", "10.0.0.1": 1, "new_field": 1 } }, "tok-12345": 1, "one": { "web": "x" } });
    let pointers: Vec<_> = findings(&contract, &value).into_iter().map(|finding| finding.without_value()).collect();
    let reported = serde_json::to_string(&pointers).unwrap();
    for secret in ["db.example", "10.0.0.1", "tok-12345", "web"] {
        assert!(!reported.contains(secret), "{secret}: {reported}");
    }
    for place in ["/hosts/*/port", "/hosts/*/*", "/hosts/*/new_field"] {
        assert!(pointers.iter().any(|finding| finding.pointer == place), "{place}: {reported}");
    }
}
