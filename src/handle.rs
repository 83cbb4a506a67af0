//! The ticket of an operation: the contents of its handle.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::error::{Advice, Error, ErrorKind};
use crate::model::{SnapshotId, UnknownName, VmId, Warning, WarningKind, by_name};
use crate::sealed::Handle;
use crate::spec::Provider;

/// Identifies handles and their version.
const PREFIX: &str = "cs1.";

/// Longer texts are not handles.
const MAX_LEN: usize = 256 * 1024;

impl Handle {
    pub(crate) fn seal(ticket: &Ticket) -> Self {
        let json = serde_json::to_vec(ticket).unwrap_or_default();
        Self(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(json)))
    }

    pub(crate) fn open(&self) -> Result<Ticket, Error> {
        open(&self.0)
    }

    /// The provider it belongs to.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if it was deserialized from an altered text.
    pub fn provider(&self) -> Result<Provider, Error> {
        self.open().map(|ticket| ticket.provider)
    }

    /// Describes the operation: `create snapshot "nightly" for VM 3247`.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if it was deserialized from an altered text.
    pub fn describe(&self) -> Result<String, Error> {
        self.open().map(|ticket| ticket.to_string())
    }
}

fn open(text: &str) -> Result<Ticket, Error> {
    let invalid =
        |why: &str| Error::new(ErrorKind::Invalid, format!("invalid handle: {why}")).hint(Advice::CompleteHandle);
    if text.len() > MAX_LEN {
        return Err(invalid("too long"));
    }
    let body = text.strip_prefix(PREFIX).ok_or_else(|| invalid("does not start with `cs1.`"))?;
    let json = URL_SAFE_NO_PAD.decode(body).map_err(|_| invalid("truncated or altered"))?;
    serde_json::from_slice(&json).map_err(|_| invalid("truncated or altered"))
}

impl FromStr for Handle {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        open(text)?;
        Ok(Self(text.to_owned()))
    }
}

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Verb {
    /// Creates a snapshot of a machine.
    CreateSnapshot,
    /// Restores a snapshot, in place or to a new machine.
    RestoreSnapshot,
    /// Renames a snapshot.
    RenameSnapshot,
    /// Deletes a snapshot.
    DeleteSnapshot,
    /// Deletes a machine.
    DeleteVm,
    /// Copies a snapshot to another region.
    CloneSnapshot,
    /// Creates a snapshot from an image at a URL.
    ImportSnapshot,
    /// Creates an image from a snapshot.
    CreateImage,
    /// Restores a machine from a backup.
    RestoreBackup,
    /// Enables automatic backups of a machine.
    EnableBackups,
    /// Disables automatic backups of a machine.
    DisableBackups,
}

impl Verb {
    /// All verbs.
    pub const ALL: &'static [Self] = &[
        Self::CreateSnapshot,
        Self::RestoreSnapshot,
        Self::RenameSnapshot,
        Self::DeleteSnapshot,
        Self::DeleteVm,
        Self::CloneSnapshot,
        Self::ImportSnapshot,
        Self::CreateImage,
        Self::RestoreBackup,
        Self::EnableBackups,
        Self::DisableBackups,
    ];

    /// The name of the verb: `create snapshot`.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CreateSnapshot => "create snapshot",
            Self::RestoreSnapshot => "restore snapshot",
            Self::RenameSnapshot => "rename snapshot",
            Self::DeleteSnapshot => "delete snapshot",
            Self::DeleteVm => "delete vm",
            Self::CloneSnapshot => "clone snapshot",
            Self::ImportSnapshot => "import snapshot",
            Self::CreateImage => "create image",
            Self::RestoreBackup => "restore backup",
            Self::EnableBackups => "enable backups",
            Self::DisableBackups => "disable backups",
        }
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// Parses the label: `create snapshot`.
impl FromStr for Verb {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        by_name(Self::ALL, Self::label, text)
    }
}

impl Verb {
    /// The kind of its result, as in [`Outcome`](crate::Outcome).
    pub(crate) fn outcome(self) -> &'static str {
        match self {
            Self::CreateSnapshot | Self::RenameSnapshot | Self::CloneSnapshot | Self::ImportSnapshot => "snapshot",
            Self::RestoreSnapshot | Self::RestoreBackup => "restored",
            Self::DeleteSnapshot | Self::DeleteVm => "deleted",
            Self::CreateImage => "image",
            Self::EnableBackups | Self::DisableBackups => "backups",
        }
    }
}

/// Everything needed to determine the outcome of an operation. Stored in handles, so it must not contain secrets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Ticket {
    pub(crate) provider: Provider,
    pub(crate) base_url: String,
    /// Identifies the credentials without revealing them.
    pub(crate) account: String,
    /// The name the user gave the account: it stays valid when the credentials change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) account_name: Option<String>,
    pub(crate) verb: Verb,
    /// The machine it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) vm: Option<VmId>,
    /// The snapshot or backup that it acts on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) target: Option<SnapshotId>,
    /// The requested name of the new object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// The requested description, if it helps to recognize the object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// The requested region of the new object or its replica.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) region: Option<String>,
    /// Consecutive polls that contradicted the accepted request.
    #[serde(default, rename = "odd_looks", skip_serializing_if = "is_zero")]
    pub(crate) contradictions: u32,
    /// The IDs (for a rename: the name) that existed before the request was sent: whatever is new was created by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) baseline: Option<Vec<String>>,
    /// When the newest of these was created, by the provider's clock: anything older is not new, even if a lagging server omitted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) newest: Option<jiff::Timestamp>,
    /// When the baseline was taken, by this machine's clock.
    #[serde(default, rename = "asked_at", skip_serializing_if = "Option::is_none")]
    pub(crate) baseline_at: Option<jiff::Timestamp>,
    /// When the request was sent, by the server's clock if it reports one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sent_at: Option<jiff::Timestamp>,
    /// The ID of the created object, once known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) resource: Option<String>,
    /// The provider's task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) task: Option<String>,
    /// The request may or may not have taken effect.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) uncertain: bool,
    /// Why the outcome may stay unknown although the provider reports that its part is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) doubt: Option<String>,
    /// New objects with other names, as of the last poll. Not part of the handle.
    #[serde(skip)]
    pub(crate) near: Vec<String>,
    /// Side effects the user should know about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) warnings: Vec<Warning>,
    /// Unique for each operation: an object claimed for it in one poll is its own in the next.
    #[serde(default, skip_serializing_if = "is_unmarked")]
    pub(crate) mark: u64,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

fn is_unmarked(mark: &u64) -> bool {
    *mark == 0
}

impl Ticket {
    pub(crate) fn new(provider: Provider, base_url: &str, account: &str, verb: Verb) -> Self {
        Self {
            provider,
            base_url: base_url.to_owned(),
            account: account.to_owned(),
            account_name: None,
            verb,
            vm: None,
            target: None,
            name: None,
            description: None,
            region: None,
            contradictions: 0,
            baseline: None,
            newest: None,
            baseline_at: None,
            sent_at: None,
            resource: None,
            task: None,
            uncertain: false,
            doubt: None,
            near: Vec::new(),
            warnings: Vec::new(),
            mark: fastrand::u64(1..),
        }
    }

    /// Adds a warning, once.
    pub(crate) fn warn(&mut self, kind: WarningKind, text: impl Into<String>) {
        let warning = Warning::new(kind, text);
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.verb.label())?;
        if let Some(target) = &self.target {
            write!(f, " {target}")?;
        }
        if let Some(name) = &self.name {
            write!(f, " {name:?}")?;
        }
        if let Some(vm) = &self.vm {
            write!(f, " for VM {vm}")?;
        }
        Ok(())
    }
}
