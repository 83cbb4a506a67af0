//! Typed mocks check each operation's method, path, query, headers and body; error responses are the document's
//! examples.

#![cfg(all(feature = "mock", feature = "sandbox"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use cloudsnap::contract::{Contract, ExamplePlace};
use cloudsnap::mock::example;
use cloudsnap::spec::PathSegment;
use cloudsnap::{Auth, Client, ErrorKind, Provider, RetryPolicy};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The document's example of a success, as the generated type.
pub fn success<T: DeserializeOwned>(provider: Provider, operation: &str, status: u16) -> T {
    let body = example(provider, operation, status).unwrap_or_else(|| panic!("no example of {operation} {status}"));
    serde_json::from_value(body).unwrap_or_else(|error| panic!("{operation} {status}: {error}"))
}

/// The document's example of a request, as sent; `None` for an operation without a body.
pub fn request_body(provider: Provider, operation: &str) -> Option<Value> {
    let mut examples = Contract::of(provider).examples().into_iter();
    let body = examples.find(|example| example.operation == operation && example.place == ExamplePlace::Request);
    body.map(|example| example.value)
}

/// The document's example of a request, as the generated type.
pub fn request<T: DeserializeOwned>(provider: Provider, operation: &str) -> T {
    let body = request_body(provider, operation).unwrap_or_else(|| panic!("no example request for {operation}"));
    serde_json::from_value(body).unwrap_or_else(|error| panic!("{operation}: {error}"))
}

/// A string for the path.
pub fn segment(text: &str) -> PathSegment {
    text.parse().unwrap()
}

/// A client that sends each request once.
pub fn client(provider: Provider, auth: Auth, base_url: String) -> Client {
    Client::builder(provider).base_url(base_url).auth(auth).retry(RetryPolicy::never()).build().unwrap()
}

/// The error responses documented for an operation.
pub fn refusals(provider: Provider, operation: &str) -> Vec<u16> {
    let operation = Contract::of(provider).operation(operation).unwrap();
    let status = |key: &str| match key {
        "5XX" => 503,
        "default" => 418,
        exact => exact.parse().unwrap_or_else(|_| panic!("{exact} is not a status")),
    };
    operation.statuses().map(status).filter(|status| *status >= 400).collect()
}

/// The expected kind of error for a response.
pub fn kind_of(status: u16, body: Option<&Value>) -> ErrorKind {
    // ManageIQ's status for an action it understood but its object does not allow.
    let refused = |pointer| body.and_then(|body| body.pointer(pointer)) == Some(&Value::Bool(false));
    if refused("/success") || refused("/results/0/success") {
        return ErrorKind::Conflict;
    }
    match status {
        401 => ErrorKind::Unauthorized,
        403 => ErrorKind::Forbidden,
        404 => ErrorKind::NotFound,
        409 => ErrorKind::Conflict,
        429 => ErrorKind::RateLimited,
        400..=499 => ErrorKind::Invalid,
        _ => ErrorKind::Unavailable,
    }
}

/// One test per operation: what the mock expects, what it returns, and the call that must match.
macro_rules! wire {
    ($provider:expr, $module:ident, $hatch:ident, $auth:expr, $header:expr;
     $($operation:ident: |$when:ident| $expect:expr, |$then:ident| $response:expr, |$client:ident| $call:expr;)*) => {
        $(
            #[tokio::test]
            async fn $operation() {
                use cloudsnap::mock::$module::MockServerExt;
                let name = stringify!($operation);
                let (header, value) = $header;
                let server = httpmock::MockServer::start_async().await;
                let mock = server.$operation(|$when, $then| {
                    let expected = $expect;
                    let expected = expected.into_inner().header(header, value);
                    // The body as written in the document, not as produced by the generated type.
                    match crate::request_body($provider, name) {
                        Some(body) => drop(expected.header("content-type", "application/json").json_body(body)),
                        None => drop(expected.is_true(|request| request.body_ref().is_empty())),
                    }
                    let _ = $response;
                });
                let client = crate::client($provider, $auth, server.base_url());
                let $client = client.$hatch().unwrap();
                let response = $call.send().await;
                response.unwrap_or_else(|error| panic!("{name}: {}", cloudsnap::Error::from(error)));
                mock.assert_async().await;
                mock.delete_async().await;

                for status in crate::refusals($provider, name) {
                    let mock = server.$operation(|$when, then| {
                        drop($expect);
                        drop(cloudsnap::mock::refusal(then.into_inner(), $provider, name, status));
                    });
                    let error: cloudsnap::Error = $call.send().await.map(drop).unwrap_err().into();
                    mock.assert_async().await;
                    mock.delete_async().await;
                    let body = cloudsnap::mock::example($provider, name, status);
                    let expected = (Some(status), crate::kind_of(status, body.as_ref()));
                    assert_eq!((error.status(), error.kind()), expected, "{name} {status}: {error}");
                    if body.is_some() {
                        assert_ne!(error.message(), "no reason was given", "{name} {status}");
                    }
                }
            }
        )*
    };
}

#[path = "wire/coverage.rs"]
mod coverage;
#[cfg(feature = "genesiscloud")]
#[path = "wire/genesiscloud.rs"]
mod genesiscloud;
#[cfg(feature = "hyperstack")]
#[path = "wire/hyperstack.rs"]
mod hyperstack;
#[cfg(feature = "manageiq")]
#[path = "wire/manageiq.rs"]
mod manageiq;
#[cfg(feature = "syminet")]
#[path = "wire/syminet.rs"]
mod syminet;
