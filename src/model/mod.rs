//! The portable objects: IDs, snapshots, backups, machines, and requests.

mod backup;
mod id;
mod label;
mod new_vm;
mod raw;
mod request;
mod snapshot;
mod vm;
mod warning;

pub use backup::Backup;
pub(crate) use id::number;
pub use id::{BackupId, InvalidId, SnapshotId, SnapshotRef, VmId, VmKind};
pub use label::Label;
pub use new_vm::{Login, NewVm};
pub use raw::Raw;
pub use request::{
    Action, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, DeleteVm, DisableBackups, EnableBackups,
    ImportSnapshot, ListSnapshots, RenameSnapshot, Request, RestoreBackup, RestoreSnapshot, RestoreTarget,
};
pub use snapshot::{Size, SizeUnit, Snapshot, SnapshotStatus, VmSummary};
pub use vm::{BackupState, Deleted, Image, Outcome, Resource, Restored, Vm};
pub use warning::{Warning, WarningKind};

use std::fmt;

use jiff::Timestamp;
use jiff::civil::DateTime;

/// The text is not the name of any variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    text: String,
    known: Vec<&'static str>,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown name {:?}; expected one of {}", self.text, self.known.join(", "))
    }
}

impl std::error::Error for UnknownName {}

/// The variant with this name.
pub(crate) fn by_name<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str, text: &str) -> Result<T, UnknownName> {
    all.iter()
        .copied()
        .find(|one| name(*one) == text)
        .ok_or_else(|| UnknownName { text: text.to_owned(), known: all.iter().map(|one| name(*one)).collect() })
}

/// Parses a provider's time: RFC 3339, or without a zone (`2025-02-04 10:19:36.925397`), which means UTC. A zone in brackets is accepted
/// only after an offset.
pub(crate) fn read_time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    // Skips the date, whose hyphens are not the signs of an offset.
    let has_offset = text.get(10..).is_some_and(|time| time.contains(['Z', 'z', '+', '-']));
    if has_offset && let Ok(time) = text.parse::<Timestamp>() {
        return Some(time);
    }
    // A zone name alone is ambiguous: some local times occur twice.
    if text.contains('[') {
        return None;
    }
    let civil: DateTime = text.parse().ok()?;
    civil.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::read_time;

    #[test]
    fn times_are_parsed_in_all_known_formats() {
        let utc = read_time("2025-02-04T10:19:36.925397Z");
        assert!(utc.is_some());
        assert_eq!(read_time("2025-02-04 10:19:36.925397"), utc);
        assert_eq!(read_time("2025-02-04T10:19:36.925397"), utc);
        assert_eq!(read_time("2025-02-04T12:19:36.925397+02:00"), utc);
        for odd in ["", "now", "2025-02-30 10:00:00", "0", "2025-02-04T10:19:36[Europe/Berlin]"] {
            assert_eq!(read_time(odd), None, "{odd:?}");
        }
    }
}
