//! The sandbox as seen over HTTP by a plain client that is independent of this crate's. One file per topic and
//! provider.
#![cfg(feature = "sandbox")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod faults;
mod genesiscloud;
mod pages;
mod server;
mod state;
mod syminet;

use std::time::Duration;

use cloudsnap::contract::Contract;
use cloudsnap::sandbox::{Credential, Sandbox, SandboxBuilder};
use cloudsnap::spec::Provider;
use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;

/// Long enough to be observed; passes only by advancing the clock.
const DELAY: Duration = Duration::from_secs(3600);

/// A sandbox of one provider, and an authenticated client.
struct Api {
    sandbox: Sandbox,
    provider: Provider,
    http: reqwest::Client,
}

/// A complete response.
#[derive(Debug)]
struct Response {
    status: u16,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Response {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The rows of a list in its envelope.
    fn rows(&self) -> Vec<Value> {
        self.json()["data"].as_array().unwrap().clone()
    }
}

impl Api {
    async fn start(provider: Provider, builder: SandboxBuilder) -> Self {
        Self { sandbox: builder.start().await.unwrap(), provider, http: client() }
    }

    async fn syminet() -> Self {
        Self::start(Provider::Syminet, Sandbox::builder(Provider::Syminet).delay(DELAY)).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.base_url(self.provider))
    }

    /// An authenticated request.
    fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let request = self.http.request(method.parse::<Method>().unwrap(), self.url(path));
        match self.sandbox.credential(self.provider) {
            Credential::Token(token) => request.bearer_auth(token),
            Credential::Basic { username, password } => request.basic_auth(username, Some(password)),
            other => panic!("{other:?}"),
        }
    }

    /// Sends a request and validates the response strictly against the document: not even additions are accepted.
    async fn send(&self, method: &str, path: &str, body: Option<Value>) -> Response {
        let request = self.request(method, path);
        let request = if let Some(body) = &body { request.json(body) } else { request };
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let response = Response { status, headers, body: response.bytes().await.unwrap().to_vec() };
        let contract = Contract::of(self.provider);
        if let Some(found) = contract.find(method, path.split('?').next().unwrap()) {
            let content_type = response.headers.get("content-type").map(|value| value.to_str().unwrap());
            let findings = contract.check_response(found.operation, status, content_type, &response.body);
            assert!(findings.is_empty(), "{method} {path}: {findings:?}");
        }
        response
    }

    async fn get(&self, path: &str) -> Response {
        self.send("GET", path, None).await
    }

    async fn post(&self, path: &str, body: Value) -> Response {
        self.send("POST", path, Some(body)).await
    }

    fn pass(&self) {
        self.sandbox.advance(DELAY + Duration::from_secs(1));
    }
}

fn client() -> reqwest::Client {
    // reqwest requires a provider even if no connection is encrypted. Several tests in one process may install it.
    #[cfg(feature = "tls-ring")]
    let _ = rustls::crypto::ring::default_provider().install_default();
    let never = reqwest::redirect::Policy::none();
    reqwest::Client::builder().no_proxy().redirect(never).timeout(Duration::from_secs(10)).build().unwrap()
}
