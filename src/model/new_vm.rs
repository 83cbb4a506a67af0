//! The machine that a restore creates.

use serde::{Deserialize, Serialize};

use crate::secret::Secret;

/// How users sign in to a new machine.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Login {
    /// With SSH keys, identified by the provider's IDs.
    SshKeys(Vec<String>),
    /// With a password, which is never serialized.
    #[serde(serialize_with = "not_serialized")]
    Password(Secret),
}

fn not_serialized<S: serde::Serializer>(_: &Secret, _: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom("passwords are not serialized: set the password when the request is sent"))
}

/// A machine to create from a snapshot.
///
/// Hyperstack requires only the name, and a contract if the account has several. Genesis Cloud also requires a host name, type and
/// login, and does not support contracts; the region must be that of the snapshot.
///
/// ```
/// use cloudsnap::{Login, NewVm};
/// let vm = NewVm::new("web-1-restored")
///     .hostname("web-1")
///     .vm_type("vcpu-2_memory-4g_disk-80g")
///     .login(Login::SshKeys(vec!["0b1c2d3e".to_owned()]));
/// # let _ = vm;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NewVm {
    /// Its name.
    pub name: String,
    /// Its host name (Genesis Cloud).
    pub hostname: Option<String>,
    /// Its type or size (Genesis Cloud).
    pub vm_type: Option<String>,
    /// Its region (Genesis Cloud), which must be that of the snapshot.
    pub region: Option<String>,
    /// How users sign in (Genesis Cloud).
    pub login: Option<Login>,
    /// Its billing contract (Hyperstack).
    pub contract: Option<String>,
}

impl NewVm {
    /// A machine with this name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), hostname: None, vm_type: None, region: None, login: None, contract: None }
    }

    /// Sets the host name.
    #[must_use]
    pub fn hostname(mut self, hostname: impl Into<String>) -> Self {
        self.hostname = Some(hostname.into());
        self
    }

    /// Sets the type or size, in the provider's terms.
    #[must_use]
    pub fn vm_type(mut self, vm_type: impl Into<String>) -> Self {
        self.vm_type = Some(vm_type.into());
        self
    }

    /// Sets the region.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Sets how users sign in.
    #[must_use]
    pub fn login(mut self, login: Login) -> Self {
        self.login = Some(login);
        self
    }

    /// Sets the billing contract.
    #[must_use]
    pub fn contract(mut self, contract: impl Into<String>) -> Self {
        self.contract = Some(contract.into());
        self
    }
}
