//! One rule each, on small documents: rules that the providers' documents do not use, and the format of findings.

use cloudsnap::contract::{Contract, Finding, RequestParts};
use http::{HeaderMap, HeaderValue};
use serde_json::{Value, json};

/// A document with one operation, `POST /things/{id}`, whose request and response have this schema.
fn thing(schema: Value) -> Contract {
    document(json!({
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }],
        "requestBody": { "content": { "application/json": { "schema": schema } } },
        "responses": { "200": { "content": { "application/json": { "schema": schema } } } },
    }))
}

fn document(mut operation: Value) -> Contract {
    operation["operationId"] = json!("thing");
    let document = json!({ "openapi": "3.0.3", "paths": { "/things/{id}": { "post": operation } } });
    Contract::from_json(document).unwrap()
}

/// Findings as `severity rule pointer`.
fn reported(findings: &[Finding]) -> Vec<String> {
    let one = |finding: &Finding| format!("{} {} {}", finding.severity, finding.rule, finding.pointer);
    findings.iter().map(one).collect()
}

fn response(contract: &Contract, value: &Value) -> Vec<String> {
    let body = serde_json::to_vec(value).unwrap();
    reported(&contract.check_response(&contract.operations()[0], 200, Some("application/json"), &body))
}

fn sent(contract: &Contract, query: &str, body: &Value) -> Vec<String> {
    let mut headers = HeaderMap::new();
    let body = if body.is_null() { Vec::new() } else { serde_json::to_vec(body).unwrap() };
    if !body.is_empty() {
        headers.insert("content-type", HeaderValue::from_static("application/json; charset=utf-8"));
    }
    let parts = RequestParts { path: "/things/7", query: Some(query), headers: &headers, body: &body };
    reported(&contract.check_request(&contract.operations()[0], &parts))
}

#[test]
fn null_requires_nullable_with_a_type() {
    let contract = thing(json!({ "type": "object", "properties": {
        "plain": { "type": "string" },
        "nullable": { "type": "string", "nullable": true },
        "typeless": { "nullable": true, "allOf": [{ "type": "string" }] },
        "constants": { "type": "string", "nullable": true, "enum": ["a"] },
        "anything": { "description": "of any type" },
    } }));
    let nulls = json!({ "plain": null, "nullable": null, "typeless": null, "constants": null, "anything": null });
    let wanted = ["violation type /plain", "violation type /typeless", "violation enum /constants"];
    assert_eq!(response(&contract, &nulls), wanted);
}

#[test]
fn rarely_used_keywords_are_enforced() {
    let contract = thing(json!({ "type": "object", "minProperties": 1, "maxProperties": 11, "properties": {
        "even": { "type": "integer", "multipleOf": 2 },
        "above": { "type": "number", "minimum": 0, "exclusiveMinimum": true },
        "below": { "type": "number", "maximum": 1, "exclusiveMaximum": true },
        "small": { "type": "integer", "format": "int32" },
        "set": { "type": "array", "uniqueItems": true, "maxItems": 3, "items": {} },
        "one": { "oneOf": [{ "type": "integer" }, { "type": "number" }] },
        "other": { "not": { "type": "string" } },
        "day": { "type": "string", "format": "date" },
        "key": { "type": "string", "format": "uuid" },
        "data": { "type": "string", "format": "byte" },
        "address": { "type": "string", "format": "ipv4" },
        "link": { "type": "string", "format": "uri" },
    } }));
    assert_eq!(response(&contract, &json!({})), ["violation properties "]);
    let good = json!({ "even": 4, "above": 0.5, "below": 0.5, "small": -2147483648_i64, "set": [1, "1"], "one": 0.5,
        "other": 1, "day": "2024-02-29", "key": "18EFEEC8-94f0-4776-8ff2-5e9b49c74608", "data": "aGk=",
        "address": "10.0.0.1" });
    assert_eq!(response(&contract, &good), [""; 0]);
    let bad = json!({ "even": 3, "above": 0, "below": 1, "small": 2147483648_i64, "set": [1, 1], "one": 1,
        "other": "text", "day": "2025-02-29", "key": "18efeec8", "data": "h&", "address": "10.0.0.256",
        "link": "not a link" });
    let mut wanted = [
        "violation properties ",
        "violation multiple_of /even",
        "violation range /above",
        "violation range /below",
        "violation range /small",
        "violation unique_items /set",
        "violation one_of /one",
        "violation not /other",
        "violation format /day",
        "violation format /key",
        "violation format /data",
        "violation format /address",
        "violation format /link",
    ];
    wanted.sort_unstable();
    let mut found = response(&contract, &bad);
    found.sort_unstable();
    assert_eq!(found, wanted);
}

#[test]
fn properties_are_limited_to_their_direction() {
    let contract = thing(json!({ "type": "object", "required": ["id", "password"], "properties": {
        "id": { "type": "integer", "readOnly": true },
        "password": { "type": "string", "writeOnly": true },
    } }));
    assert_eq!(response(&contract, &json!({ "id": 1 })), [""; 0]);
    assert_eq!(response(&contract, &json!({ "id": 1, "password": "x" })), ["violation write_only /password"]);
    assert_eq!(response(&contract, &json!({})), ["violation required /id"]);
    assert_eq!(sent(&contract, "", &json!({ "password": "x" })), [""; 0]);
    assert_eq!(sent(&contract, "", &json!({ "id": 1, "password": "x" })), ["violation read_only /id"]);
    assert_eq!(sent(&contract, "", &json!({})), ["violation required /password"]);
}

#[test]
fn fields_are_documented_by_all_applicable_subschemas() {
    let contract = thing(json!({
        "allOf": [{ "type": "object", "properties": { "base": { "type": "integer" } } }],
        "properties": { "own": { "type": "object" } },
        "anyOf": [
            { "required": ["a"], "properties": { "a": { "x-extensible-enum": ["x"] }, "same": {} } },
            { "required": ["b"], "properties": { "b": { "type": "array", "items": { "properties": { "c": {} } } } } },
        ],
    }));
    let known = json!({ "base": 1, "own": { "free": 1 }, "a": "x", "same": 1 });
    assert_eq!(response(&contract, &known), [""; 0]);
    let news = json!({ "base": 1, "a": "y", "b": [{ "c": 1, "d/~": 2 }], "e": 3 });
    let wanted = ["addition open_set /a", "addition undocumented_field /b/0/d~1~0", "addition undocumented_field /e"];
    assert_eq!(response(&contract, &news), wanted);
    // `b` belongs to an alternative that does not match here.
    let wrong = json!({ "a": "x", "b": 7 });
    assert_eq!(response(&contract, &wrong), ["addition undocumented_field /b"]);
    // If no alternative matches, fields are not reported as undocumented as well.
    assert_eq!(response(&contract, &json!({ "e": 3 })), ["violation any_of "]);
}

#[test]
fn free_form_objects_may_contain_anything() {
    let contract = thing(json!({ "type": "object", "additionalProperties": { "type": "integer" }, "properties": {
        "map": { "type": "object" },
        "open": { "type": "object", "additionalProperties": true, "properties": { "a": {} } },
        "closed": { "type": "object", "additionalProperties": false, "properties": { "a": {} } },
    } }));
    assert_eq!(response(&contract, &json!({ "map": { "x": 1 }, "open": { "y": 1 }, "count": 3 })), [""; 0]);
    let wrong = json!({ "closed": { "a": 1, "z": 1 }, "count": "3" });
    let mut found = response(&contract, &wrong);
    found.sort_unstable();
    assert_eq!(found, ["violation additional_properties /closed/z", "violation type /count"]);
}

#[test]
fn schemas_may_be_recursive() {
    let document = json!({ "openapi": "3.0.0", "paths": { "/tree": { "get": { "responses": { "200": {
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Tree" } } } } } } } },
        "components": { "schemas": { "Tree": { "type": "object", "required": ["name"], "properties": {
            "name": { "type": "string" }, "parts": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } },
        } } } } });
    let contract = Contract::from_json(document).unwrap();
    assert_eq!(contract.operations()[0].id(), "GET /tree");
    let tree = json!({ "name": "a", "parts": [{ "name": "b", "parts": [{ "name": 1, "new": 2 }] }] });
    let wanted = ["violation type /parts/0/parts/0/name", "addition undocumented_field /parts/0/parts/0/new"];
    assert_eq!(response(&contract, &tree), wanted);
}

#[test]
fn references_may_point_anywhere_in_the_document() {
    let contract = document(json!({ "responses": {
        "200": { "content": { "application/json": { "schema": { "properties": { "value": { "type": "integer" } } } } } },
        "default": { "content": { "application/json": { "schema":
            { "$ref": "#/paths/~1things~1%7Bid%7D/post/responses/200/content/application~1json/schema" } } } },
    } }));
    let operation = &contract.operations()[0];
    let found = contract.check_response(operation, 404, Some("application/json"), br#"{ "value": "x" }"#);
    assert_eq!(reported(&found), ["violation type /value"]);
}

#[test]
fn arrays_and_objects_in_the_query() {
    let parameter = |name: &str, more: Value| {
        let mut parameter =
            json!({ "name": name, "in": "query", "schema": { "type": "array", "items": { "type": "integer" } } });
        parameter.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        parameter
    };
    let object = json!({ "type": "object", "required": ["n"], "properties": { "n": { "type": "integer" } } });
    let contract = document(json!({ "responses": {}, "parameters": [
        parameter("ids[]", json!({})),
        parameter("comma", json!({ "explode": false })),
        parameter("pipe", json!({ "explode": false, "style": "pipeDelimited" })),
        parameter("space", json!({ "explode": false, "style": "spaceDelimited" })),
        parameter("deep", json!({ "style": "deepObject", "explode": true, "schema": object })),
        parameter("form", json!({ "schema": { "type": "object", "properties": { "m": { "type": "boolean" } } } })),
        parameter("either", json!({ "schema": { "anyOf": [{ "type": "boolean" }, { "type": "integer" }] } })),
        { "name": "json", "in": "query", "content": { "application/json": { "schema": object } } },
    ] }));
    let good = "ids[]=1&ids%5B%5D=2&comma=1,2&pipe=1|2&space=1+2&deep[n]=7&m=true&either=false&json=%7B%22n%22:1%7D";
    assert_eq!(sent(&contract, good, &Value::Null), [""; 0]);
    let bad = "ids[]=1&ids[]=b&comma=1,&pipe=1,2&space=1|2&deep[n]=x&m=yes&either=1.5&json=%7B%7D&other=1&comma2";
    let wanted = [
        "violation type /ids[]/1",
        "violation type /comma/1",
        "violation type /pipe/0",
        "violation type /space/0",
        "violation type /deep/n",
        "violation type /form/m",
        "violation any_of /either",
        "violation required /json/n",
        "addition undocumented_parameter /other",
        "addition undocumented_parameter /comma2",
    ];
    assert_eq!(sent(&contract, bad, &Value::Null), wanted);
}

#[test]
fn undocumented_and_missing_bodies() {
    let contract = document(json!({ "responses": {
        "200": { "content": { "text/plain": { "schema": { "type": "string", "maxLength": 3 } }, "image/*": {} } },
        "202": { "x-unspecified-body": true },
        "204": { "description": "nothing" },
        "4XX": { "content": { "application/problem+json": { "schema": { "type": "object" } } } },
        "500": { "content": { "application/json": { "schema": { "type": "object" } } } },
        "5xx": { "description": "anything" },
    } }));
    let operation = &contract.operations()[0];
    let check =
        |status, content_type, body: &[u8]| reported(&contract.check_response(operation, status, content_type, body));
    assert_eq!(check(200, Some("Text/Plain; charset=utf-8"), b"abc"), [""; 0]);
    assert_eq!(check(200, Some("text/plain"), b"abcd"), ["violation length "]);
    assert_eq!(check(200, Some("image/png"), b"\x89PNG"), [""; 0]);
    assert_eq!(check(200, Some("application/json"), b"{}"), ["violation content_type /content-type"]);
    assert_eq!(check(200, None, b""), ["violation body "]);
    assert_eq!(check(202, Some("text/html"), b"<p>done</p>"), [""; 0]);
    assert_eq!(check(204, None, b"\r\n"), [""; 0]);
    assert_eq!(check(204, Some("application/json"), b"{}"), ["addition undocumented_body "]);
    assert_eq!(check(404, Some("application/problem+json"), b"[]"), ["violation type "]);
    assert_eq!(check(404, Some("text/html"), b"<html>"), ["violation content_type /content-type"]);
    assert_eq!(check(404, None, b"<html>"), ["violation json "]);
    assert_eq!(check(500, Some("text/html"), b"<html>"), [""; 0]);
    assert_eq!(check(500, Some("application/json"), b""), [""; 0]);
    assert_eq!(check(500, Some("application/json"), b"[]"), ["violation type "]);
    assert_eq!(check(503, Some("text/html"), b"<html>"), [""; 0]);
    assert_eq!(check(302, None, b""), ["violation status "]);
    assert_eq!(operation.documented(503), Some("5xx"));
    assert_eq!(operation.statuses().collect::<Vec<_>>(), ["200", "202", "204", "4XX", "500", "5xx"]);
}

#[test]
fn all_headers_but_three_are_parameters() {
    let header =
        |name: &str, kind: &str| json!({ "name": name, "in": "header", "required": true, "schema": { "type": kind } });
    let contract = document(json!({ "responses": {}, "parameters": [
        header("X-Count", "integer"), header("Accept", "integer"), header("authorization", "integer"),
    ] }));
    let operation = &contract.operations()[0];
    let mut headers = HeaderMap::new();
    let check = |headers: &HeaderMap| {
        reported(
            &contract.check_request(operation, &RequestParts { path: "/things/7", query: None, headers, body: b"" }),
        )
    };
    assert_eq!(check(&headers), ["violation required /X-Count"]);
    headers.insert("x-count", HeaderValue::from_static("many"));
    assert_eq!(check(&headers), ["violation type /X-Count"]);
    headers.insert("x-count", HeaderValue::from_static("3"));
    assert_eq!(check(&headers), [""; 0]);
}

#[test]
fn literal_segments_take_precedence_over_parameters() {
    let operation = |id: &str| json!({ "operationId": id, "responses": {} });
    let contract = Contract::from_json(json!({ "openapi": "3.0.3", "paths": {
        "/a/{x}": { "get": operation("any") },
        "/a/new": { "get": operation("new"), "post": operation("make") },
        "/a/{x}.json": { "get": operation("file") },
        "/{y}/b/{z}": { "get": operation("right") },
        "/a/{y}/{z}": { "get": operation("left") },
    } }))
    .unwrap();
    let find = |method, path| contract.find(method, path).map(|matched| matched.operation.id());
    assert_eq!(find("get", "/a/new"), Some("new"));
    assert_eq!(find("GET", "/a/%6eew"), Some("new"));
    assert_eq!(find("GET", "/a/b/c"), Some("left"));
    assert_eq!(find("GET", "/c/b/c"), Some("right"));
    assert_eq!(find("GET", "/a/"), None);
    assert_eq!(find("GET", "/a"), None);
    assert_eq!(find("PUT", "/a/new"), None);
    let matched = contract.find("GET", "/a/b%2Fc%20d").unwrap();
    assert_eq!(matched.parameters, [("x", "b/c d".to_owned())]);
}

#[test]
fn unusable_documents_are_rejected() {
    let refused = |document: Value| Contract::from_json(document).unwrap_err().to_string();
    let with = |paths: Value| json!({ "openapi": "3.0.3", "paths": paths });
    assert!(refused(json!({ "openapi": "3.1.0" })).contains("\"3.1.0\""));
    assert!(refused(json!({ "swagger": "2.0" })).contains("key `openapi` is missing"));
    assert!(refused(json!([])).contains("key `openapi` is missing"));
    let lost = json!({ "/a": { "get": { "responses": { "200": { "$ref": "#/components/responses/Lost" } } } } });
    assert!(refused(with(lost)).contains("#/components/responses/Lost"));
    let outside = json!({ "/a": { "get": { "responses": { "200": { "$ref": "other.yaml#/x" } } } } });
    assert!(refused(with(outside)).contains("other.yaml#/x"));
    let circle = json!({ "/a": { "$ref": "#/paths/~1a" } });
    assert!(refused(with(circle)).contains("circular reference"));
    let twice = json!({ "/a": { "get": { "operationId": "x" } }, "/b": { "get": { "operationId": "x" } } });
    assert!(refused(with(twice)).contains("second \"x\""));
    let status = json!({ "/a": { "get": { "responses": { "2000": {} } } } });
    assert!(refused(with(status)).contains("\"2000\""));
    // A document without content has no operations.
    assert!(Contract::from_json(json!({ "openapi": "3.0.3", "paths": {} })).unwrap().operations().is_empty());
}

#[test]
fn a_schema_that_does_not_compile_is_reported() {
    let contract = thing(json!({ "type": "string", "pattern": "(" }));
    assert_eq!(response(&contract, &json!("x")), ["violation document "]);
}
