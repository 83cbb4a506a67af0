//! Typed mocks of the providers' operations (feature `mock`), for testing programs that use the generated clients.
//!
//! Each operation is a method of a provider's `MockServerExt` on [`httpmock::MockServer`], with typed parameters and
//! typed successful responses. Error responses come from the document's examples: see [`refusal`].
//!
//! ```
//! # #[cfg(feature = "syminet")] {
//! use cloudsnap::deps::httpmock::MockServer;
//! use cloudsnap::mock::{refusal, syminet::MockServerExt};
//! use cloudsnap::{Auth, Client, Provider};
//!
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! let server = MockServer::start_async().await;
//! let mock = server.delete_snapshot(|when, then| {
//!     when.snapshot_id(7);
//!     refusal(then.into_inner(), Provider::Syminet, "delete_snapshot", 404);
//! });
//!
//! let client = Client::builder(Provider::Syminet)
//!     .base_url(server.base_url())
//!     .auth(Auth::token("test-token"))
//!     .build()?;
//! let generated = client.as_syminet().ok_or("not Syminet")?;
//! let refused = generated.delete_snapshot().snapshot_id(7).send().await;
//! let error: cloudsnap::Error = refused.unwrap_err().into();
//! assert_eq!(error.kind(), cloudsnap::ErrorKind::NotFound);
//! mock.assert_async().await;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?; }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use httpmock::Then;
use serde_json::Value;

use crate::contract::{Contract, ExamplePlace};
use crate::providers::providers;
use crate::spec::Provider;

macro_rules! mocks {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $id:literal $title:literal $as_client:ident;)*) => {$(
        #[doc = concat!("Every documented operation of ", $title, ".")]
        #[cfg(feature = $id)]
        // Generated text: its documentation comes from the document, and its style from the generator.
        #[allow(missing_docs, rustdoc::all, clippy::all, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "generated")]
        pub mod $module {
            include!(concat!(env!("OUT_DIR"), "/", $id, "_mock.rs"));
        }
    )*};
}

providers!(mocks);

/// The document's first example for the response of an operation with this status, whether documented for the status
/// itself, its range (`4XX`) or `default`.
pub fn example(provider: Provider, operation: &str, status: u16) -> Option<Value> {
    let contract = Contract::of(provider);
    let key = contract.operation(operation)?.documented(status)?;
    let of_status = |place: &ExamplePlace| matches!(place, ExamplePlace::Response(of) if of == key);
    let mut examples = contract.examples().into_iter();
    examples.find(|example| example.operation == operation && of_status(&example.place)).map(|example| example.value)
}

/// A path parameter as sent by the generated client, for use in a mock's regular expression.
fn segment(value: impl std::fmt::Display) -> String {
    regex::escape(&progenitor_client::encode_path(&value.to_string()))
}

/// Responds with this status and the document's example for it; without a body if the document has none.
pub fn refusal(then: Then, provider: Provider, operation: &str, status: u16) -> Then {
    let then = then.status(status);
    match example(provider, operation, status) {
        Some(body) => then.json_body(body),
        None => then,
    }
}
