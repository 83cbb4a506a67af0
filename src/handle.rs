//! What is sealed in the handle of an operation: its ticket.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::error::{Advice, Error, ErrorKind};
use crate::model::{SnapshotId, UnknownWord, VmId, Warning, WarningKind, by_word};
use crate::sealed::Handle;
use crate::spec::Provider;

/// Tells handles from other text, and their versions apart.
const PREFIX: &str = "cs1.";

/// Handles longer than this were not made here.
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
    /// [`ErrorKind::Invalid`] if the text was changed since it was read.
    pub fn provider(&self) -> Result<Provider, Error> {
        self.open().map(|ticket| ticket.provider)
    }

    /// What it waits for, in words: `create snapshot "nightly" of vm 3247`.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if the text was changed since it was read.
    pub fn describe(&self) -> Result<String, Error> {
        self.open().map(|ticket| ticket.to_string())
    }
}

fn open(text: &str) -> Result<Ticket, Error> {
    let invalid = |why: &str| {
        Error::new(ErrorKind::Invalid, format!("this is no handle of a cloudsnap operation: {why}"))
            .hint(Advice::WholeHandle)
    };
    if text.len() > MAX_LEN {
        return Err(invalid("it is too long"));
    }
    let body = text.strip_prefix(PREFIX).ok_or_else(|| invalid("it does not start with `cs1.`"))?;
    let json = URL_SAFE_NO_PAD.decode(body).map_err(|_| invalid("it is cut off or changed"))?;
    serde_json::from_slice(&json).map_err(|_| invalid("it is cut off or changed"))
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
    /// A snapshot is made of a machine.
    CreateSnapshot,
    /// A machine is put back to a snapshot, or a new one is made from it.
    RestoreSnapshot,
    /// A snapshot gets another name.
    RenameSnapshot,
    /// A snapshot is deleted.
    DeleteSnapshot,
    /// A machine is deleted.
    DeleteVm,
    /// A snapshot is copied to another region.
    CloneSnapshot,
    /// A snapshot is made from an image at a URL.
    ImportSnapshot,
    /// An image is made from a snapshot.
    CreateImage,
    /// A machine is put back to a backup.
    RestoreBackup,
    /// The automatic backups of a machine are switched on.
    EnableBackups,
    /// The automatic backups of a machine are switched off.
    DisableBackups,
}

impl Verb {
    /// All of them.
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

    /// The words of it: `create snapshot`.
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

/// By its words: `create snapshot`.
impl FromStr for Verb {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        by_word(Self::ALL, Self::label, text)
    }
}

impl Verb {
    /// The kind of object that it ends with, as [`Outcome`](crate::Outcome) names it.
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

/// All that is needed to find out what became of an operation. Lives in a handle: no secret may enter it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Ticket {
    pub(crate) provider: Provider,
    pub(crate) base_url: String,
    /// What tells the credentials apart, without telling them.
    pub(crate) account: String,
    /// The account by the name that its user gave it: good for other credentials of the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) account_name: Option<String>,
    pub(crate) verb: Verb,
    /// The machine it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) vm: Option<VmId>,
    /// The snapshot or backup that it acts on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) target: Option<SnapshotId>,
    /// The name that the new object was asked to have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// The description that is sent along with it, where it helps to recognise the object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// The region that the new object, or its replica, was asked to be in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) region: Option<String>,
    /// Looks in a row that contradicted what the provider had accepted.
    #[serde(default, rename = "odd_looks", skip_serializing_if = "is_zero")]
    pub(crate) contradictions: u32,
    /// Ids (of a rename: the name) that were there before the request was sent: what is new is ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) baseline: Option<Vec<String>>,
    /// When the newest of these was made, by the provider's clock: what is older is not new, whatever a lagging look shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) newest: Option<jiff::Timestamp>,
    /// When the baseline was taken, by this machine's clock.
    #[serde(default, rename = "asked_at", skip_serializing_if = "Option::is_none")]
    pub(crate) baseline_at: Option<jiff::Timestamp>,
    /// When the request was sent, by the server's clock where it tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sent_at: Option<jiff::Timestamp>,
    /// The id of what was made, once it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) resource: Option<String>,
    /// The provider's task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) task: Option<String>,
    /// The request may or may not have taken effect.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) uncertain: bool,
    /// The provider says that its part is done, and nothing shows: why it cannot be told whether anything will.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) doubt: Option<String>,
    /// What is new and bears another name, as the last look saw it. Not part of the handle.
    #[serde(skip)]
    pub(crate) near: Vec<String>,
    /// What the user should know beside the result.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) warnings: Vec<Warning>,
    /// Tells it from all other operations: what one look claimed for it is its own in the next.
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
            write!(f, " of vm {vm}")?;
        }
        Ok(())
    }
}
