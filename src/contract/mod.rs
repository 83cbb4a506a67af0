//! Holds requests and answers against an OpenAPI 3.0 document (feature `contract`).
//!
//! [`Contract::of`] has the document of a provider, [`Contract::from_json`] takes any other of version 3.0. A check
//! gives [`Finding`]s, each of which is a **violation** (the document is broken) or an **addition** (the document is
//! exceeded: an undocumented field, a new value of an open set). Schemas are compiled when they are first needed, and
//! kept.
//!
//! To test a server of one's own, hand over its document and what it answered:
//!
//! ```
//! use cloudsnap::contract::{Contract, Rule};
//!
//! let document = serde_json::from_str(r#"{
//!     "openapi": "3.0.3",
//!     "info": { "title": "Pets", "version": "1.0.0" },
//!     "paths": { "/pets/{id}": { "get": {
//!         "operationId": "get_pet",
//!         "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }],
//!         "responses": { "200": { "description": "The pet.", "content": { "application/json": { "schema": {
//!             "type": "object",
//!             "required": ["name"],
//!             "properties": { "name": { "type": "string" }, "born": { "type": "string", "format": "date" } }
//!         } } } } }
//!     } } }
//! }"#)?;
//! let contract = Contract::from_json(document)?;
//!
//! // From method and path to the operation, then from the response to the findings.
//! let matched = contract.find("GET", "/pets/7").ok_or("an undocumented call")?;
//! assert_eq!(matched.parameters, [("id", "7".to_owned())]);
//! let good = br#"{ "name": "Rex", "born": "2021-05-01" }"#;
//! assert!(contract.check_response(matched.operation, 200, Some("application/json"), good).is_empty());
//!
//! let bad = br#"{ "name": null, "age": 4 }"#;
//! let findings = contract.check_response(matched.operation, 200, Some("application/json"), bad);
//! assert_eq!(findings.len(), 2);
//! assert_eq!(
//!     findings[0].to_string(),
//!     "get_pet 200: violation (type) in the response's body at /name: expected string, found null",
//! );
//! assert_eq!(findings[1].rule, Rule::UndocumentedField);
//! assert!(!findings[1].is_violation());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A YAML document is turned into JSON first, with any YAML reader that gives a [`serde_json::Value`], or outside the
//! program (`redocly bundle openapi.yaml --ext json`). `examples/own_server.rs` reads YAML with `serde-saphyr`, calls a
//! server with `reqwest`, and holds each request and each answer against the document.
//!
//! What is checked: parameters in path, query (all styles, exploded or not) and headers; request bodies; statuses,
//! media types and bodies of answers, with `nullable`, `allOf`, `anyOf`, `oneOf`, `not`, the formats `date`,
//! `date-time`, `time`, `email`, `hostname`, `ipv4`, `ipv6`, `uri`, `uuid`, `byte`, `int32` and `int64`, `readOnly` and
//! `writeOnly`, and the extensions `x-extensible-enum`, `x-types` (several types, where OpenAPI 3.0 has one), `x-variants` (the
//! forms that a value may have), `x-status-range` (an answer speaks for unlisted statuses, too) and `x-unspecified-body`
//! (`openapi/README.md` says more). A keyword that cannot be applied is told as [`Rule::Document`], with its place in the
//! document, and all others are obeyed. Not checked: security schemes, cookies, headers of answers, `discriminator`, `links`
//! and `callbacks`.

mod body;
mod cycle;
mod document;
mod finding;
mod operation;
mod report;
mod request;
mod response;
mod schema;
mod secrets;
mod translate;
mod variants;
mod walk;

use std::fmt;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

pub use document::{DocumentError, Example, ExamplePlace};
pub use finding::{Finding, Location, Rule, Severity};
pub use operation::OperationContract;
pub use request::RequestParts;

use crate::spec::{self, Provider};
use schema::Schemas;
use secrets::Secrets;

/// An OpenAPI 3.0 document, ready to hold requests and answers against.
pub struct Contract {
    document: Arc<Value>,
    operations: Vec<OperationContract>,
    schemas: Schemas,
    secrets: Secrets,
    error: Option<DocumentError>,
}

/// The operation that a method and a path mean.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Matched<'a> {
    /// The operation.
    pub operation: &'a OperationContract,
    /// The values of the path parameters by name, percent-decoded, in the order of the path.
    pub parameters: Vec<(&'a str, String)>,
}

impl Contract {
    /// The contract of a provider, from the document that the crate was built from. It is read once.
    ///
    /// A document that cannot be read gives a contract without operations, and [`error`](Self::error) tells why. The
    /// crate's own tests refuse such a document, so this is for the unexpected.
    pub fn of(provider: Provider) -> &'static Self {
        static CONTRACTS: [OnceLock<Contract>; Provider::ALL.len()] = [const { OnceLock::new() }; Provider::ALL.len()];
        let read = || {
            let parsed = serde_json::from_str(spec::document_json(provider));
            let parsed = parsed.map_err(|error| DocumentError::new(format!("it is not JSON: {error}")));
            parsed.and_then(Self::from_json).unwrap_or_else(Self::broken)
        };
        CONTRACTS[provider as usize].get_or_init(read)
    }

    /// The contract of any OpenAPI 3.0 document.
    ///
    /// # Errors
    /// The document is not of version 3.0.x, a reference in it leads nowhere or out of it, two operations have the same
    /// id, or a key under `responses` is no status.
    pub fn from_json(document: Value) -> Result<Self, DocumentError> {
        let operations = document::operations(&document)?;
        Ok(Self::new(document, operations, None))
    }

    fn broken(error: DocumentError) -> Self {
        Self::new(Value::Null, Vec::new(), Some(error))
    }

    fn new(document: Value, operations: Vec<OperationContract>, error: Option<DocumentError>) -> Self {
        let document = Arc::new(document);
        let secrets = Secrets::of(&document);
        Self { schemas: Schemas::new(Arc::clone(&document)), document, operations, secrets, error }
    }

    /// Why an embedded document could not be read; `None` if it could.
    pub fn error(&self) -> Option<&DocumentError> {
        self.error.as_ref()
    }

    /// The document itself.
    pub fn document(&self) -> &Value {
        &self.document
    }

    /// The operations, in the document's order.
    pub fn operations(&self) -> &[OperationContract] {
        &self.operations
    }

    /// The operation of that operationId.
    pub fn operation(&self, id: &str) -> Option<&OperationContract> {
        self.operations.iter().find(|operation| operation.id() == id)
    }

    /// The operation that a method and a path mean. The path is below the base URL, percent-encoded, without a query.
    /// Literal segments win over parameters; `None` if the document knows no such call.
    pub fn find(&self, method: &str, path: &str) -> Option<Matched<'_>> {
        self.operations
            .iter()
            .filter(|operation| operation.method().eq_ignore_ascii_case(method))
            .filter_map(|operation| Some(Matched { parameters: operation.captures(path)?, operation }))
            .min_by_key(|matched| matched.operation.rank())
    }

    /// The examples of all bodies, in the document's order, references resolved.
    pub fn examples(&self) -> Vec<Example> {
        document::examples(&self.document, &self.operations)
    }
}

impl fmt::Debug for Contract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operations: Vec<_> = self.operations.iter().map(OperationContract::id).collect();
        f.debug_struct("Contract").field("operations", &operations).field("error", &self.error).finish_non_exhaustive()
    }
}
