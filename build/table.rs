//! Writes the operation table: what retry, prompts, `verify` and `api` must know of each operation.

use serde_json::Value;

/// Methods that OpenAPI 3.0 knows, with what HTTP says of them: (name, safe, idempotent).
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

/// The table as a Rust expression, in the order of the document.
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
            rows.push_str(&format!(
                "    Operation {{ id: {id:?}, method: {method:?}, path: {path:?}, summary: {summary:?}, safe: {safe}, \
                 idempotent: {idempotent} }},\n"
            ));
        }
    }
    Ok(format!("&[\n{rows}]\n"))
}
