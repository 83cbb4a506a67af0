//! The environment of the tests: a sandbox of Hyperstack and clients for it, and servers with given responses.

use std::time::Duration;

use cloudsnap::sandbox::{Sandbox, SandboxBuilder};
use cloudsnap::{Client, CreateSnapshot, Provider, Snapshot};
use httpmock::MockServer;
use serde_json::Value;

pub use crate::common::{Fixture, MINUTE, quick, waiting};

pub const PROVIDER: Provider = Provider::Hyperstack;

impl Fixture {
    pub async fn start() -> Self {
        Self::of(Sandbox::builder(PROVIDER).delay(Duration::from_secs(30))).await
    }

    pub async fn of(builder: SandboxBuilder) -> Self {
        Self::new(PROVIDER, builder).await
    }

    pub fn create(&self, name: &str) -> CreateSnapshot {
        CreateSnapshot::new(self.vm.clone(), name).description("made by a test")
    }

    /// The initial snapshot with that name.
    pub async fn seeded(&self, name: &str) -> Snapshot {
        let named = |snapshot: &Snapshot| snapshot.name.as_deref() == Some(name);
        self.all().await.into_iter().find(named).unwrap()
    }
}

/// A server with these responses: method, path, status, body.
pub async fn server(responses: &[(&str, &str, u16, Value)]) -> MockServer {
    let server = MockServer::start_async().await;
    for (method, path, status, body) in responses {
        let method: httpmock::Method = method.parse().unwrap();
        server
            .mock_async(|when, then| {
                when.method(method).path(*path).header("api_key", "a-test-key");
                then.status(*status).json_body(body.clone());
            })
            .await;
    }
    server
}

/// A client for such a server.
pub fn on(server: &MockServer) -> Client {
    crate::common::lenient(PROVIDER, server.base_url(), "a-test-key".to_owned())
}
