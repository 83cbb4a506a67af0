//! Writes the operation table: what retries, prompts, `verify` and `api` need to know about each operation.

use serde_json::Value;

/// The methods of OpenAPI 3.0 and their HTTP semantics: (name, safe, idempotent).
const METHODS: [(&str, bool, bool); 8] = [
    ("get", true, true),
    ("head", true, true),
    ("options", true, true),
    ("trace", true, true),
    ("put", false, true),
    ("delete", false, true),
    ("post", false, false),
    ("patch", false, false),
];

/// The table as a Rust expression, in document order.
pub fn operations(document: &Value) -> Result<String, String> {
    let mut rows = String::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, safe, idempotent) in METHODS {
            let Some(operation) = item.get(method) else { continue };
            let id = operation["operationId"].as_str().ok_or_else(|| format!("{method} {path} has no operationId"))?;
            let flag = |name: &str, by_method: bool| operation[name].as_bool().unwrap_or(by_method);
            let summary = operation["summary"].as_str().unwrap_or_default();
            let method = method.to_uppercase();
            let (safe, idempotent) = (flag("x-safe", safe), flag("x-idempotent", idempotent));
            let (refusals, forms) = refusals(document, operation);
            let action = only_action(document, operation);
            rows.push_str(&format!(
                "    Operation {{ id: {id:?}, method: {method:?}, path: {path:?}, summary: {summary:?}, safe: {safe}, \
                 idempotent: {idempotent}, refusals: &{refusals:?}, forms: &{forms}, action: {action:?} }},\n"
            ));
        }
    }
    Ok(format!("&[\n{rows}]\n"))
}

/// The 4xx responses documented for an operation, and the shape of their bodies: the keys, and how many of them must be
/// present.
fn refusals<'a>(document: &'a Value, operation: &'a Value) -> (Vec<&'a str>, String) {
    let mut statuses = Vec::new();
    let mut forms = Vec::new();
    for (status, response) in operation["responses"].as_object().into_iter().flatten() {
        if !status.starts_with('4') && status != "default" {
            continue;
        }
        statuses.push(status.as_str());
        let response = resolved(document, response);
        statuses.extend(response["x-status-range"].as_str());
        for content in response["content"].as_object().into_iter().flat_map(|content| content.values()) {
            let schema = resolved(document, &content["schema"]);
            let several = schema["anyOf"].as_array().or_else(|| schema["x-variants"].as_array());
            let alternatives = several.map_or(std::slice::from_ref(schema), Vec::as_slice);
            for schema in alternatives {
                let form = form(resolved(document, schema));
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
        }
    }
    let forms: Vec<String> = forms.iter().map(|(keys, least)| format!("(&{keys:?}, {least})")).collect();
    (statuses, format!("[{}]", forms.join(", ")))
}

/// The keys that identify a body: the required ones, or else most of the optional ones.
fn form(schema: &Value) -> (Vec<&str>, usize) {
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if !required.is_empty() {
        let least = required.len();
        return (required, least);
    }
    let keys: Vec<&str> = schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    let least = keys.len() / 2 + 1;
    (keys, least)
}

/// The only action that a request body may contain, if the document defines just one.
fn only_action<'a>(document: &'a Value, operation: &'a Value) -> Option<&'a str> {
    let body = resolved(document, &operation["requestBody"]);
    let schema = resolved(document, &body["content"]["application/json"]["schema"]);
    match resolved(document, &schema["properties"]["action"])["enum"].as_array()?.as_slice() {
        [only] => only.as_str(),
        _ => None,
    }
}

fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str().and_then(|reference| document.pointer(reference.strip_prefix('#')?)) {
        Some(target) => resolved(document, target),
        None => value,
    }
}
