//! Backups, in portable form.

use serde::{Deserialize, Serialize};

use super::{BackupId, Raw, Size, VmSummary};
use crate::spec::Provider;

/// A backup of a machine, created by the provider's automatic backup service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Backup {
    /// Its ID.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: BackupId,
    /// Its name: `automatic`.
    pub name: Option<String>,
    /// When it was created.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub created_at: Option<jiff::Timestamp>,
    /// The provider's text for the time, if it cannot be parsed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at_text: Option<String>,
    /// Its size.
    pub size: Option<Size>,
    /// The machine it was created from.
    pub vm: VmSummary,
    /// The provider.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub provider: Provider,
    /// The provider's complete JSON for it.
    #[serde(skip)]
    pub raw: Raw,
}

impl Backup {
    /// A backup with only its ID set; assign the other fields as needed.
    pub fn new(provider: Provider, id: BackupId) -> Self {
        Self {
            id,
            name: None,
            created_at: None,
            created_at_text: None,
            size: None,
            vm: VmSummary::default(),
            provider,
            raw: Raw::default(),
        }
    }
}
