//! Snapshots, in portable form.

use serde::{Deserialize, Serialize};

use super::{Raw, SnapshotId, SnapshotRef, UnknownName, VmId, read_time};
use crate::spec::Provider;

/// The status of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SnapshotStatus {
    /// It is being created and cannot be used yet.
    Creating,
    /// It can be restored.
    Ready,
    /// It is being deleted.
    Deleting,
    /// It could not be created.
    Failed,
    /// The provider reports no status or an undocumented one; see `provider_status`.
    Unknown,
}

impl SnapshotStatus {
    /// The name of the status: `creating`, `ready`, `deleting`, `failed`, `unknown`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Creating => "creating",
            Self::Ready => "ready",
            Self::Deleting => "deleting",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

impl std::fmt::Display for SnapshotStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for SnapshotStatus {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        super::by_name(&[Self::Creating, Self::Ready, Self::Deleting, Self::Failed, Self::Unknown], Self::as_str, text)
    }
}

/// The machine of a snapshot, as far as the provider shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct VmSummary {
    /// Its ID, as used in requests.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub id: Option<VmId>,
    /// Its name.
    pub name: Option<String>,
}

/// The unit of a [`Size`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum SizeUnit {
    /// Bytes.
    #[serde(rename = "bytes")]
    Bytes,
    /// 10^9 bytes.
    #[serde(rename = "GB")]
    Gb,
    /// 2^30 bytes.
    #[serde(rename = "GiB")]
    Gib,
}

impl SizeUnit {
    /// The symbol: `bytes`, `GB`, `GiB`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Gb => "GB",
            Self::Gib => "GiB",
        }
    }
}

impl std::fmt::Display for SizeUnit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A size in the provider's own unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Size {
    /// The number sent by the provider, which may be a fraction. Exact up to 2^53.
    #[serde(serialize_with = "whole_if_possible")]
    pub value: f64,
    /// The unit; `None` if the provider documents none.
    pub unit: Option<SizeUnit>,
}

/// Writes 8 as 8, not as 8.0.
fn whole_if_possible<S: serde::Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match value.fract() == 0.0 && value.abs() <= EXACT {
        true => serializer.serialize_i64(*value as i64),
        false => serializer.serialize_f64(*value),
    }
}

impl Size {
    /// A size in this unit.
    pub fn new(value: f64, unit: Option<SizeUnit>) -> Self {
        Self { value, unit }
    }

    pub(crate) fn whole(value: i64, unit: Option<SizeUnit>) -> Self {
        Self::new(value as f64, unit)
    }
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.unit {
            Some(unit) => write!(f, "{} {unit}", self.value),
            None => write!(f, "{}", self.value),
        }
    }
}

/// A snapshot of a machine. Fields that the provider does not report are `None`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Snapshot {
    /// Its ID.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: SnapshotId,
    /// Its name.
    pub name: Option<String>,
    /// Its description.
    pub description: Option<String>,
    /// Its status.
    pub status: SnapshotStatus,
    /// Its status as reported by the provider.
    pub provider_status: Option<String>,
    /// The machine it was created from.
    pub vm: VmSummary,
    /// Its size.
    pub size: Option<Size>,
    /// Its region.
    pub region: Option<String>,
    /// Its labels, if the provider supports labels.
    #[serde(default)]
    pub labels: Option<Vec<String>>,
    /// When it was created. `None` sorts before all times: code that deletes the oldest snapshots must skip those without a time, as
    /// [`retention`](crate::retention) does.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub created_at: Option<jiff::Timestamp>,
    /// The provider's text for the time, if it cannot be parsed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at_text: Option<String>,
    /// The provider.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub provider: Provider,
    /// The provider's complete JSON for it.
    #[serde(skip)]
    pub raw: Raw,
}

impl Snapshot {
    /// A snapshot with only its ID set; assign the other fields as needed.
    ///
    /// ```
    /// use cloudsnap::{Provider, Snapshot, SnapshotId, SnapshotStatus};
    /// let mut snapshot = Snapshot::new(Provider::Syminet, SnapshotId::new("14901")?);
    /// snapshot.status = SnapshotStatus::Ready;
    /// let read: Snapshot = serde_json::from_str(&serde_json::to_string(&snapshot)?)?;
    /// assert_eq!(read, snapshot);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(provider: Provider, id: SnapshotId) -> Self {
        Self {
            id,
            name: None,
            description: None,
            status: SnapshotStatus::Unknown,
            provider_status: None,
            vm: VmSummary::default(),
            size: None,
            region: None,
            labels: None,
            created_at: None,
            created_at_text: None,
            provider,
            raw: Raw::default(),
        }
    }

    /// Parses the provider's time, or keeps its text.
    pub(crate) fn created(mut self, text: Option<&str>) -> Self {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.created_at = read_time(text);
            self.created_at_text = self.created_at.is_none().then(|| text.to_owned());
        }
        self
    }
}

/// Includes the machine, if known, so that it works on every provider.
impl From<&Snapshot> for SnapshotRef {
    fn from(snapshot: &Snapshot) -> Self {
        Self { id: snapshot.id.clone(), vm: snapshot.vm.id.clone() }
    }
}
