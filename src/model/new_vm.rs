//! The machine that a restore creates.

use serde::{Deserialize, Serialize};

use crate::secret::Secret;

/// How one signs in to a new machine.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Login {
    /// By SSH keys, named by the provider's ids.
    SshKeys(Vec<String>),
    /// By a password. It is not serialised.
    #[serde(serialize_with = "not_serialised")]
    Password(Secret),
}

fn not_serialised<S: serde::Serializer>(_: &Secret, _: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom("a password is not serialised: give it when the request is made"))
}

/// A machine to be made from a snapshot.
///
/// Hyperstack needs the name alone, and the contract where the account has several. Genesis Cloud needs host name, type and login
/// as well, and refuses a contract; the region must be that of the snapshot.
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
    /// The region (Genesis Cloud): where the snapshot lies.
    pub region: Option<String>,
    /// How one signs in (Genesis Cloud).
    pub login: Option<Login>,
    /// The contract that it is billed under (Hyperstack).
    pub contract: Option<String>,
}

impl NewVm {
    /// A machine by this name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), hostname: None, vm_type: None, region: None, login: None, contract: None }
    }

    /// With this host name.
    #[must_use]
    pub fn hostname(mut self, hostname: impl Into<String>) -> Self {
        self.hostname = Some(hostname.into());
        self
    }

    /// Of this type or size, by the provider's word.
    #[must_use]
    pub fn vm_type(mut self, vm_type: impl Into<String>) -> Self {
        self.vm_type = Some(vm_type.into());
        self
    }

    /// In this region.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// One signs in so.
    #[must_use]
    pub fn login(mut self, login: Login) -> Self {
        self.login = Some(login);
        self
    }

    /// Billed under this contract.
    #[must_use]
    pub fn contract(mut self, contract: impl Into<String>) -> Self {
        self.contract = Some(contract.into());
        self
    }
}
