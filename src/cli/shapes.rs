//! JSON types that commands print in addition to the portable objects, and the columns of all tables.

use schemars::JsonSchema;
use serde::Serialize;

use super::failure::Failure;
use super::table::{Column, Columns};
use super::text::{age, time};
use crate::error::Error;
use crate::handle::{Ticket, Verb};
use crate::model::{Backup, BackupState, Deleted, Image, Restored, Size, SizeUnit, Snapshot, Vm};
use crate::transport::PlannedRequest;

/// The result of a mutating command: one shape for all commands, with and without `--wait`, on success and on failure.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Report<T> {
    /// The operation, e.g. `create_snapshot`.
    pub(crate) operation: String,
    /// The provider; null if the command failed before it was known.
    pub(crate) provider: Option<String>,
    /// The profile of the connection; null if no profile was used.
    pub(crate) profile: Option<String>,
    /// `pending`, `running`, `done`, `accepted` (completion is not reported), `failed` or `unknown` (it may have taken effect).
    pub(crate) state: String,
    /// The object that it creates or changes.
    pub(crate) resource: ResourceId,
    /// The finished object, once there is one.
    pub(crate) result: Option<T>,
    /// Warnings and remarks.
    pub(crate) warnings: Vec<String>,
    /// The handle to wait with; null once it has finished.
    pub(crate) handle: Option<String>,
    /// Why it failed, or why its outcome is not known.
    pub(crate) error: Option<Problem>,
}

/// The name of an operation in reports, e.g. `create_snapshot`.
pub(crate) fn operation_name(verb: Verb) -> String {
    verb.label().split(' ').collect::<Vec<_>>().join("_")
}

/// An object by kind and id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct ResourceId {
    /// `snapshot`, `vm` or `image`.
    pub(crate) kind: &'static str,
    /// Its ID; null if not known yet.
    pub(crate) id: Option<String>,
}

impl ResourceId {
    pub(crate) fn new(kind: &'static str, id: Option<&dyn std::fmt::Display>) -> Self {
        Self { kind, id: id.map(ToString::to_string) }
    }

    /// The object that the operation of a ticket creates or changes.
    pub(crate) fn of(ticket: &Ticket) -> Self {
        let vm = || ticket.vm.as_ref().map(ToString::to_string);
        let target = || ticket.target.as_ref().map(ToString::to_string);
        let (kind, id) = match ticket.verb {
            Verb::RenameSnapshot | Verb::DeleteSnapshot => ("snapshot", target()),
            Verb::CreateImage => ("image", ticket.resource.clone()),
            // With a name it creates a new machine; the ticket's machine is then the one the snapshot belongs to.
            Verb::RestoreSnapshot if ticket.name.is_some() => ("vm", ticket.resource.clone()),
            Verb::RestoreSnapshot
            | Verb::DeleteVm
            | Verb::RestoreBackup
            | Verb::EnableBackups
            | Verb::DisableBackups => ("vm", vm()),
            _ => ("snapshot", ticket.resource.clone()),
        };
        Self { kind, id }
    }
}

/// An error, for programs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Problem {
    /// The kind of error: `not_found`, `conflict`...
    pub(crate) kind: String,
    /// The whole message.
    pub(crate) message: String,
    /// The HTTP status, if there was a response.
    pub(crate) status: Option<u16>,
    /// The provider's error code.
    pub(crate) code: Option<String>,
}

impl Problem {
    pub(crate) fn of_failure(failure: &Failure) -> Self {
        let local = |kind: &str| {
            let message = failure.lines().first().map(|line| line.trim_start_matches("error: ").to_owned());
            Self { kind: kind.to_owned(), message: message.unwrap_or_default(), status: None, code: None }
        };
        match failure {
            Failure::Call(error) => Self::of(error),
            Failure::Usage(..) => local("usage"),
            Failure::Stopped(..) => local("stopped"),
            Failure::NotFound(_) => local("not_found"),
            _ => local("local"),
        }
    }

    pub(crate) fn of(error: &Error) -> Self {
        let code = error.code().map(str::to_owned);
        Self { kind: error.kind().to_string(), message: error.to_string(), status: error.status(), code }
    }
}

/// The output of a mutating command: its result, or with `--dry-run` the request.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only for the schema")]
pub(crate) enum Changed<T> {
    /// The result.
    Report(Box<Report<T>>),
    /// With `--dry-run`.
    Planned(Planned),
}

/// The same for a restore: `--dry-run --safety-snapshot` prints two requests.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only for the schema")]
pub(crate) enum Restoring {
    /// The result.
    Report(Box<Report<Restored>>),
    /// With `--dry-run`.
    Planned(Planned),
    /// With `--dry-run --safety-snapshot`.
    Both(Vec<Planned>),
}

/// A request that a dry run did not send.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Planned {
    /// The HTTP method.
    pub(crate) method: String,
    /// The whole URL.
    pub(crate) url: String,
    /// The JSON body, if there is one; passwords are masked.
    pub(crate) body: Option<serde_json::Value>,
}

impl From<PlannedRequest> for Planned {
    fn from(PlannedRequest { method, url, body }: PlannedRequest) -> Self {
        Self { method, url, body }
    }
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn joined(labels: Option<&Vec<String>>) -> String {
    labels.map(|labels| labels.join(",")).unwrap_or_default()
}

/// Bytes in a readable unit; any other unit unchanged.
pub(crate) fn size(size: Size) -> String {
    const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];
    if size.unit != Some(SizeUnit::Bytes) || size.value < 1024.0 {
        return size.to_string();
    }
    let (mut value, mut unit) = (size.value / 1024.0, UNITS[0]);
    for larger in &UNITS[1..] {
        if value >= 1024.0 {
            (value, unit) = (value / 1024.0, larger);
        }
    }
    format!("{value:.1} {unit}")
}

fn when(at: Option<jiff::Timestamp>, reported: Option<&String>) -> String {
    at.map(time).or_else(|| reported.cloned()).unwrap_or_default()
}

macro_rules! columns {
    ($type:ty, $($name:literal $shown:literal => $value:expr;)*) => {
        impl Columns for $type {
            fn columns() -> Vec<Column<Self>> {
                vec![$(Column { name: $name, shown: $shown, value: $value }),*]
            }
        }
    };
}

columns! { Snapshot,
    "id" true => |it| it.id.to_string();
    "name" true => |it| text(it.name.as_ref());
    "status" true => |it| it.status.to_string();
    "provider_status" false => |it| text(it.provider_status.as_ref());
    "vm" true => |it| text(it.vm.id.as_ref());
    "vm_name" false => |it| text(it.vm.name.as_ref());
    "size" true => |it| text(it.size.map(size));
    "region" false => |it| text(it.region.as_ref());
    "labels" true => |it| joined(it.labels.as_ref());
    "created" true => |it| when(it.created_at, it.created_at_text.as_ref());
    "age" true => |it| it.created_at.map(age).unwrap_or_default();
    "description" false => |it| text(it.description.as_ref());
    "provider" false => |it| it.provider.to_string();
}
columns! { Vm,
    "id" true => |it| it.id.to_string();
    "name" true => |it| text(it.name.as_ref());
    "status" true => |it| text(it.status.as_ref());
    "region" true => |it| text(it.region.as_ref());
    "labels" true => |it| joined(it.labels.as_ref());
    "provider" false => |it| it.provider.to_string();
}
columns! { Backup,
    "id" true => |it| it.id.to_string();
    "name" true => |it| text(it.name.as_ref());
    "vm" true => |it| text(it.vm.id.as_ref());
    "vm_name" false => |it| text(it.vm.name.as_ref());
    "size" true => |it| text(it.size.map(size));
    "created" true => |it| when(it.created_at, it.created_at_text.as_ref());
    "provider" false => |it| it.provider.to_string();
}
columns! { Image,
    "id" true => |it| it.id.clone();
    "name" true => |it| text(it.name.as_ref());
    "labels" true => |it| joined(it.labels.as_ref());
    "provider" false => |it| it.provider.to_string();
}
columns! { Deleted,
    "id" true => |it| it.id.clone();
    "deleted" true => |it| yes_no(it.deleted);
}
columns! { Restored,
    "vm" true => |it| text(it.vm_id.as_ref());
    "name" true => |it| text(it.vm.as_ref().and_then(|vm| vm.name.as_ref()));
    "status" true => |it| text(it.vm.as_ref().and_then(|vm| vm.status.as_ref()));
    "confirmed" true => |it| yes_no(it.confirmed);
}
columns! { BackupState,
    "vm" true => |it| text(it.vm_id.as_ref());
    "enabled" true => |it| yes_no(it.enabled);
    "confirmed" true => |it| yes_no(it.confirmed);
}

impl<T> Columns for Report<T> {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "id", shown: true, value: |it| text(it.resource.id.as_ref()) },
            Column { name: "kind", shown: true, value: |it| it.resource.kind.to_owned() },
            Column { name: "operation", shown: true, value: |it| it.operation.clone() },
            Column { name: "state", shown: true, value: |it| it.state.clone() },
            Column { name: "error", shown: true, value: |it| text(it.error.as_ref().map(|error| &error.kind)) },
        ]
    }
}

pub(crate) fn yes_no(flag: bool) -> String {
    if flag { "yes" } else { "no" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_shown_in_a_readable_unit() {
        let bytes = |value| size(Size::whole(value, Some(SizeUnit::Bytes)));
        assert_eq!(bytes(4_294_967_296), "4.0 GiB");
        assert_eq!([bytes(0), bytes(1023), bytes(1536)], ["0 bytes", "1023 bytes", "1.5 KiB"]);
        assert_eq!([size(Size::whole(8, None)), size(Size::whole(20, Some(SizeUnit::Gb)))], ["8", "20 GB"]);
    }
}
