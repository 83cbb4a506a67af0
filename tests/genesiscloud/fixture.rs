//! The environment of the tests: a sandbox of Genesis Cloud and clients for it.

use std::time::Duration;

use cloudsnap::sandbox::{Sandbox, SandboxBuilder};
use cloudsnap::{Auth, CallOptions, Client, CreateSnapshot, Login, NewVm, Provider};

pub use crate::common::{Fixture, MINUTE, quick, waiting};

pub const PROVIDER: Provider = Provider::GenesisCloud;
/// The region of the machine.
pub const NORTH: &str = "NORD-NO-KRS-1";
pub const SOUTH: &str = "EUC-DE-MUC-1";
pub const TOKEN: &str = "a-test-token";

impl Fixture {
    pub async fn start() -> Self {
        Self::of(Sandbox::builder(PROVIDER).delay(Duration::from_secs(30))).await
    }

    pub async fn of(builder: SandboxBuilder) -> Self {
        Self::new(PROVIDER, builder).await
    }

    pub fn create(&self, name: &str) -> CreateSnapshot {
        CreateSnapshot::new(self.vm.clone(), name)
    }
}

/// The token that the sandbox accepts.
pub fn token(sandbox: &Sandbox) -> String {
    crate::common::token(sandbox, PROVIDER)
}

/// A client that validates each response against the document.
pub fn client(base_url: String, auth: Auth, options: CallOptions) -> Client {
    crate::common::strict(PROVIDER, base_url, auth, options)
}

/// A client that does not validate responses.
pub fn lenient(base_url: String) -> Client {
    crate::common::lenient(PROVIDER, base_url, TOKEN.to_owned())
}

/// A new instance with all required fields.
pub fn new_vm(region: &str, login: Option<Login>) -> NewVm {
    let mut vm = NewVm::new("restored");
    (vm.hostname, vm.vm_type) = (Some("restored-1".to_owned()), Some("vcpu-4_memory-8g".to_owned()));
    (vm.region, vm.login) = (Some(region.to_owned()), login);
    vm
}

pub fn keys() -> Option<Login> {
    Some(Login::SshKeys(vec!["04f6b2d8-1a7c-4e39-b5d0-c8e9137f62a4".to_owned()]))
}
