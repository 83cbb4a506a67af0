//! Machines, images, and what the long verbs end with.

use serde::{Deserialize, Serialize};

use super::{Raw, Snapshot, VmId};
use crate::spec::Provider;

/// A virtual machine: a slice, a vm or an instance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Vm {
    /// Its id, as requests take it.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: VmId,
    /// Its name.
    pub name: Option<String>,
    /// Its state, in the provider's word.
    pub status: Option<String>,
    /// The region that it runs in.
    pub region: Option<String>,
    /// Its labels, where the provider has labels.
    #[serde(default)]
    pub labels: Option<Vec<String>>,
    /// The provider.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub provider: Provider,
    /// Everything that the provider said of it, in its own words.
    #[serde(skip)]
    pub raw: Raw,
}

impl Vm {
    /// A machine of which only the id is known; the rest can be set field by field.
    pub fn new(provider: Provider, id: VmId) -> Self {
        Self { id, name: None, status: None, region: None, labels: None, provider, raw: Raw::default() }
    }
}

/// An image made from a snapshot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Image {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its labels, where the provider has labels.
    #[serde(default)]
    pub labels: Option<Vec<String>>,
    /// The provider.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub provider: Provider,
    /// Everything that the provider said of it, in its own words.
    #[serde(skip)]
    pub raw: Raw,
}

impl Image {
    /// An image of which only the id is known; the rest can be set field by field.
    pub fn new(provider: Provider, id: impl Into<String>) -> Self {
        Self { id: id.into(), name: None, labels: None, provider, raw: Raw::default() }
    }
}

/// A deleted object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Deleted {
    /// The id that it had.
    pub id: String,
    /// Always true.
    pub deleted: bool,
}

/// A restored machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Restored {
    /// The machine: the one put back, or the new one.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub vm_id: Option<VmId>,
    /// What the provider says of the machine, where it tells.
    pub vm: Option<Vm>,
    /// False where the provider took the order and offers no way to see its end.
    pub confirmed: bool,
}

/// The automatic backups of a machine, after they were switched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BackupSwitch {
    /// The machine.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub vm_id: Option<VmId>,
    /// What was asked for.
    pub enabled: bool,
    /// False where the provider took the order and offers no way to see its end.
    pub confirmed: bool,
}

/// What an operation of any kind ends with: see [`Client::resume_any`](crate::Client::resume_any).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Resource {
    /// A snapshot.
    Snapshot(Box<Snapshot>),
    /// An image.
    Image(Box<Image>),
    /// An object is gone.
    Deleted(Deleted),
    /// A machine was restored.
    Restored(Box<Restored>),
    /// Backups were switched.
    Backups(BackupSwitch),
}

/// What an operation can end with. The crate's own types implement it.
pub trait Outcome: Sized + Send + sealed::Sealed + 'static {
    /// Which kind of object it is; empty for any.
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
    "backups" BackupSwitch, Resource::Backups(switch) => switch;
}

impl sealed::Sealed for Resource {}
impl Outcome for Resource {
    const KIND: &'static str = "";
    fn from_resource(resource: Resource) -> Option<Self> {
        Some(resource)
    }
}
