//! Validates requests and responses against an OpenAPI 3.0 document (feature `contract`).
//!
//! [`Contract::of`] returns the contract of a provider; [`Contract::from_json`] accepts any document of version 3.0. A
//! check returns [`Finding`]s, each of which is either a **violation** (of the document) or an **addition**
//! (undocumented content: a new field, or a new value of an open set). Schemas are compiled on first use and cached.
//!
//! To test your own server, supply its document and its responses:
//!
//! ```
//! use cloudsnap::contract::{Contract, Rule};
//!
//! let document = serde_json::from_str(r#"{
//!     "openapi": "3.0.3",
//!     "info": { "title": "Pets", "version": "1.0.0" },
//!     "paths": { "/pets/{id}": { "get": {
//!         "operationId": "get_pet",
//!         "parameters": [{
//!             "name": "id", "in": "path", "required": true,
//!             "schema": { "type": "integer" }
//!         }],
//!         "responses": { "200": {
//!             "description": "The pet.",
//!             "content": { "application/json": { "schema": {
//!                 "type": "object",
//!                 "required": ["name"],
//!                 "properties": {
//!                     "name": { "type": "string" },
//!                     "born": { "type": "string", "format": "date" }
//!                 }
//!             } } }
//!         } }
//!     } } }
//! }"#)?;
//! let contract = Contract::from_json(document)?;
//!
//! // From method and path to the operation, then to the findings.
//! let matched = contract.find("GET", "/pets/7").ok_or("an undocumented call")?;
//! assert_eq!(matched.parameters, [("id", "7".to_owned())]);
//! let good = br#"{ "name": "Rex", "born": "2021-05-01" }"#;
//! let check = |body: &[u8]| {
//!     let json = Some("application/json");
//!     contract.check_response(matched.operation, 200, json, body)
//! };
//! assert!(check(good).is_empty());
//!
//! let bad = br#"{ "name": null, "age": 4 }"#;
//! let findings = check(bad);
//! assert_eq!(findings.len(), 2);
//! assert_eq!(
//!     findings[0].to_string(),
//!     "get_pet 200: violation (type) in the response body at /name: \
//!      expected string, found null",
//! );
//! assert_eq!(findings[1].rule, Rule::UndocumentedField);
//! assert!(!findings[1].is_violation());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! To use a YAML document, convert it to JSON first, with any YAML parser that produces a [`serde_json::Value`], or
//! with an external tool (`redocly bundle openapi.yaml --ext json`). `examples/own_server.rs` reads YAML with
//! `serde-saphyr`, calls a server with `reqwest`, and validates each request and response against the document.
//!
//! What is checked: path, query (all styles, exploded or not) and header parameters; request bodies; the statuses,
//! media types and bodies of responses, including `nullable`, `allOf`, `anyOf`, `oneOf`, `not`, the formats `date`,
//! `date-time`, `time`, `email`, `hostname`, `ipv4`, `ipv6`, `uri`, `uuid`, `byte`, `int32` and `int64`, `readOnly` and
//! `writeOnly`, and the extensions `x-extensible-enum`, `x-types` (several types, where OpenAPI 3.0 allows one),
//! `x-variants` (the alternative forms of a value), `x-status-range` (a response also applies to unlisted statuses) and
//! `x-unspecified-body` (see `openapi/README.md` for details). A keyword that cannot be applied is reported as
//! [`Rule::Document`] with its position in the document, and all others still apply. Not checked: security schemes,
//! cookies, response headers, `discriminator`, `links` and `callbacks`.

mod body;
mod cycle;
mod document;
mod finding;
mod operation;
mod outline;
mod report;
mod request;
mod response;
mod rules;
mod schema;
mod secrets;
mod translate;
mod variants;
mod walk;

use std::fmt;
use std::sync::OnceLock;

use serde_json::Value;

pub use document::{DocumentError, Example, ExamplePlace};
pub use finding::{Finding, Location, Rule, Severity};
pub use operation::OperationContract;
pub use request::RequestParts;

use crate::spec::{self, Provider};
use schema::Schemas;
use secrets::Secrets;

/// An OpenAPI 3.0 document, ready to validate requests and responses.
pub struct Contract {
    /// An embedded document as a whole, if it is needed: `schemas` has only what rules need of it.
    embedded: Option<Embedded>,
    operations: Vec<OperationContract>,
    schemas: Schemas,
    secrets: Secrets,
    error: Option<DocumentError>,
}

/// The JSON of an embedded document, and the complete document once it was read.
struct Embedded {
    json: &'static str,
    document: OnceLock<Value>,
}

/// The operation matched by a method and path.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Matched<'a> {
    /// The operation.
    pub operation: &'a OperationContract,
    /// The path parameters by name, percent-decoded, in path order.
    pub parameters: Vec<(&'a str, String)>,
}

impl Contract {
    /// The contract of a provider, from the document the crate was built with. It is parsed only once.
    ///
    /// If the document cannot be read, the contract has no operations, and [`error`](Self::error) says why. The crate's
    /// own tests reject such a document, so this is only a safeguard.
    pub fn of(provider: Provider) -> &'static Self {
        static CONTRACTS: [OnceLock<Contract>; Provider::ALL.len()] = [const { OnceLock::new() }; Provider::ALL.len()];
        let read = || {
            let json = spec::document_json(provider);
            let rules = rules::read(json).map_err(|error| DocumentError::new(format!("invalid JSON: {error}")));
            let contract = rules.and_then(Self::from_json).unwrap_or_else(Self::broken);
            Self { embedded: Some(Embedded { json, document: OnceLock::new() }), ..contract }
        };
        CONTRACTS[provider as usize].get_or_init(read)
    }

    /// Creates a contract from any OpenAPI 3.0 document.
    ///
    /// # Errors
    /// The version is not 3.0.x, a reference cannot be resolved or leads out of the document, two operations have the
    /// same ID, or a key under `responses` is not a status.
    pub fn from_json(document: Value) -> Result<Self, DocumentError> {
        let operations = document::operations(&document)?;
        Ok(Self::new(document, operations, None))
    }

    fn broken(error: DocumentError) -> Self {
        Self::new(Value::Null, Vec::new(), Some(error))
    }

    fn new(document: Value, operations: Vec<OperationContract>, error: Option<DocumentError>) -> Self {
        let secrets = Secrets::of(&document);
        Self { embedded: None, schemas: Schemas::new(document), operations, secrets, error }
    }

    /// Why an embedded document could not be read; `None` if it could.
    pub fn error(&self) -> Option<&DocumentError> {
        self.error.as_ref()
    }

    /// The document itself.
    pub fn document(&self) -> &Value {
        match &self.embedded {
            Some(Embedded { json, document }) => {
                document.get_or_init(|| serde_json::from_str(json).unwrap_or_default())
            }
            None => self.schemas.document(),
        }
    }

    /// The operations, in document order.
    pub fn operations(&self) -> &[OperationContract] {
        &self.operations
    }

    /// The operation with this operationId.
    pub fn operation(&self, id: &str) -> Option<&OperationContract> {
        self.operations.iter().find(|operation| operation.id() == id)
    }

    /// The operation matched by a method and path. The path is relative to the base URL, percent-encoded, and without a
    /// query. Literal segments take precedence over parameters; `None` if the document has no such operation.
    pub fn find(&self, method: &str, path: &str) -> Option<Matched<'_>> {
        self.operations
            .iter()
            .filter(|operation| operation.method().eq_ignore_ascii_case(method))
            .filter_map(|operation| Some(Matched { parameters: operation.captures(path)?, operation }))
            .min_by_key(|matched| matched.operation.rank())
    }

    /// The examples of all bodies, in document order, with references resolved.
    pub fn examples(&self) -> Vec<Example> {
        document::examples(self.document(), &self.operations)
    }
}

impl fmt::Debug for Contract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operations: Vec<_> = self.operations.iter().map(OperationContract::id).collect();
        f.debug_struct("Contract").field("operations", &operations).field("error", &self.error).finish_non_exhaustive()
    }
}
