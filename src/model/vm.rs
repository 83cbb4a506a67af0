//! Machines, images, and the results of operations.

use serde::{Deserialize, Serialize};

use super::{Raw, Snapshot, VmId};
use crate::spec::Provider;

/// A virtual machine, which providers call slice, VM or instance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Vm {
    /// Its ID, as used in requests.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: VmId,
    /// Its name.
    pub name: Option<String>,
    /// Its status as reported by the provider.
    pub status: Option<String>,
    /// Its region.
    pub region: Option<String>,
    /// Its labels, where the provider has labels.
    #[serde(default)]
    pub labels: Option<Vec<String>>,
    /// The provider.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub provider: Provider,
    /// The provider's complete JSON for it.
    #[serde(skip)]
    pub raw: Raw,
}

impl Vm {
    /// A machine with only its ID set; assign the other fields as needed.
    pub fn new(provider: Provider, id: VmId) -> Self {
        Self { id, name: None, status: None, region: None, labels: None, provider, raw: Raw::default() }
    }
}

/// An image created from a snapshot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Image {
    /// Its ID.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its labels, where the provider has labels.
    #[serde(default)]
    pub labels: Option<Vec<String>>,
    /// The provider.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub provider: Provider,
    /// The provider's complete JSON for it.
    #[serde(skip)]
    pub raw: Raw,
}

impl Image {
    /// An image with only its ID set; assign the other fields as needed.
    pub fn new(provider: Provider, id: impl Into<String>) -> Self {
        Self { id: id.into(), name: None, labels: None, provider, raw: Raw::default() }
    }
}

/// A deleted object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Deleted {
    /// Its former ID.
    pub id: String,
    /// Always true.
    pub deleted: bool,
}

/// A restored machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Restored {
    /// The machine: the one that was restored in place, or the new one.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub vm_id: Option<VmId>,
    /// The machine as shown by the provider, if it is.
    pub vm: Option<Vm>,
    /// False if the provider accepted the request but offers no way to observe completion.
    pub confirmed: bool,
}

/// The result of enabling or disabling the automatic backups of a machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BackupState {
    /// The machine.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub vm_id: Option<VmId>,
    /// Whether they were enabled.
    pub enabled: bool,
    /// False if the provider accepted the request but offers no way to observe completion.
    pub confirmed: bool,
}

/// The result of any kind of operation; see [`Client::resume_any`](crate::Client::resume_any).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Resource {
    /// A snapshot.
    Snapshot(Box<Snapshot>),
    /// An image.
    Image(Box<Image>),
    /// An object was deleted.
    Deleted(Deleted),
    /// A machine was restored.
    Restored(Box<Restored>),
    /// Backups were enabled or disabled.
    Backups(BackupState),
}

/// A type that can be the result of an operation. Implemented only by types of this crate.
pub trait Outcome: Sized + Send + sealed::Sealed + 'static {
    /// The kind of object; empty for any.
    #[doc(hidden)]
    const KIND: &'static str;
    #[doc(hidden)]
    fn from_resource(resource: Resource) -> Option<Self>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! outcome {
    ($($kind:literal $type:ty, $pattern:pat => $value:expr;)*) => {$(
        impl sealed::Sealed for $type {}
        impl Outcome for $type {
            const KIND: &'static str = $kind;
            fn from_resource(resource: Resource) -> Option<Self> {
                match resource {
                    $pattern => Some($value),
                    _ => None,
                }
            }
        }
    )*};
}

outcome! {
    "snapshot" Snapshot, Resource::Snapshot(snapshot) => *snapshot;
    "image" Image, Resource::Image(image) => *image;
    "deleted" Deleted, Resource::Deleted(deleted) => deleted;
    "restored" Restored, Resource::Restored(restored) => *restored;
    "backups" BackupState, Resource::Backups(switch) => switch;
}

impl sealed::Sealed for Resource {}
impl Outcome for Resource {
    const KIND: &'static str = "";
    fn from_resource(resource: Resource) -> Option<Self> {
        Some(resource)
    }
}
