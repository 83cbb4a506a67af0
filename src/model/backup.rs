//! A backup, in the portable form.

use serde::{Deserialize, Serialize};

use super::{BackupId, Raw, Size, VmSummary};
use crate::spec::Provider;

/// A backup that the provider's automatic service made of a machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Backup {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: BackupId,
    /// Its name: `automatic`.
    pub name: Option<String>,
    /// When it was made.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub created_at: Option<jiff::Timestamp>,
    /// The provider's text for the time, where it cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at_text: Option<String>,
    /// Its size.
    pub size: Option<Size>,
    /// The machine that it is of.
    pub vm: VmSummary,
    /// The provider.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub provider: Provider,
    /// Everything that the provider said of it, in its own words.
    #[serde(skip)]
    pub raw: Raw,
}

impl Backup {
    /// A backup of which only the id is known; the rest can be set field by field.
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
