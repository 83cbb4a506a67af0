//! Converts Hyperstack's statuses and objects to portable ones.

use super::rows;
use crate::error::Error;
use crate::generated::hyperstack::types;
use crate::model::{Image, Size, SizeUnit, Snapshot, SnapshotId, SnapshotStatus, Vm, VmId};
use crate::provider::kit::Kept;
use crate::spec::Provider;
use crate::text::printable;

/// Whether the status is one of these, ignoring case.
fn is_any(status_text: &str, known: &[&str]) -> bool {
    known.iter().any(|known| status_text.eq_ignore_ascii_case(known))
}

/// The status text of a snapshot; empty if an older response has none.
pub(super) fn status_text(row: &rows::Snapshot) -> &str {
    row.status.as_deref().unwrap_or_default()
}

pub(super) fn status(row: &rows::Snapshot) -> SnapshotStatus {
    status_of(status_text(row))
}

/// The meaning of a snapshot's status. The set is open: anything not listed here is `Unknown`, and shown unchanged.
fn status_of(status_text: &str) -> SnapshotStatus {
    if is_any(status_text, &["CREATING"]) {
        SnapshotStatus::Creating
    } else if is_any(status_text, &["SUCCESS", "SUCCESSFUL", "COMPLETE"]) {
        SnapshotStatus::Ready
    } else if is_any(status_text, &["DELETING", "DELETED"]) {
        SnapshotStatus::Deleting
    } else if is_any(status_text, &["ERROR", "FAILED"]) {
        SnapshotStatus::Failed
    } else {
        SnapshotStatus::Unknown
    }
}

/// What the status of a machine means after it was created from a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VmPhase {
    /// It is being created, or the status is unknown.
    Creating,
    /// It exists, whatever was done with it since.
    Made,
    /// It could not be created.
    Failed,
    /// It is being deleted.
    Going,
}

pub(super) fn vm_phase(status_text: &str) -> VmPhase {
    if is_any(status_text, &["ACTIVE", "SHUTOFF", "STOPPING", "REBOOTING", "HIBERNATING", "HIBERNATED"]) {
        VmPhase::Made
    } else if is_any(status_text, &["ERROR"]) {
        VmPhase::Failed
    } else if is_any(status_text, &["DELETING", "DELETED"]) {
        VmPhase::Going
    } else {
        VmPhase::Creating
    }
}

/// Whether the machine is in transition or a snapshot of it is being created: what it refuses now may succeed later.
pub(super) fn is_passing(vm: &rows::Vm) -> bool {
    const PASSING: [&str; 7] = ["CREATING", "BUILD", "STOPPING", "STARTING", "REBOOTING", "HIBERNATING", "RESTORING"];
    vm.is_snapshotting == Some(true) || is_any(&vm.status, &PASSING)
}

pub(super) fn snapshot(row: Kept<rows::Snapshot>) -> Result<Snapshot, Error> {
    let (row, raw) = row.parts();
    let mut snapshot =
        Snapshot::new(Provider::Hyperstack, SnapshotId::from_number(row.id)).created(row.created_at.as_deref());
    snapshot.status = status(&row);
    snapshot.name = Some(row.name);
    snapshot.description = row.description;
    snapshot.provider_status = row.status;
    snapshot.vm.id = Some(VmId::from_number(row.vm_id));
    snapshot.vm.name = row.vm_name;
    // While it is being created, its size is 0.
    let known = |size: &i64| *size != 0 || snapshot.status == SnapshotStatus::Ready;
    snapshot.size = row.size.filter(known).map(|size| Size::whole(size, Some(SizeUnit::Gb)));
    snapshot.region = row.region;
    snapshot.labels = row.labels;
    snapshot.raw = raw;
    Ok(snapshot)
}

pub(super) fn vm(row: Kept<rows::Vm>) -> Result<Vm, Error> {
    let (row, raw) = row.parts();
    Ok(Vm {
        id: VmId::from_number(row.id),
        name: Some(row.name),
        status: Some(row.status),
        region: row.environment.and_then(|environment| environment.region),
        labels: row.labels.map(label_texts),
        provider: Provider::Hyperstack,
        raw,
    })
}

/// The texts of labels, which are strings or objects with a text.
fn label_texts(labels: Vec<serde_json::Value>) -> Vec<String> {
    let text = |label: &serde_json::Value| label.as_str().or_else(|| label.get("label")?.as_str()).map(str::to_owned);
    labels.iter().filter_map(text).collect()
}

pub(super) fn image(row: Kept<rows::Image>) -> Image {
    let (row, raw) = row.parts();
    let labels = row.labels.map(label_texts);
    Image { id: row.id.to_string(), name: Some(row.name), labels, provider: Provider::Hyperstack, raw }
}

/// The ID and name of the image created from a snapshot, if known.
pub(super) fn image_of(row: &rows::Snapshot) -> Option<(i64, Option<&str>)> {
    let image = row.custom_image.as_ref()?;
    Some((image.id?, image.name.as_deref()))
}

/// A description of the image created from a snapshot, from its original fields.
pub(super) fn image_in(raw: &serde_json::Map<String, serde_json::Value>) -> Option<String> {
    let id = raw.get("custom_image").and_then(|image| image.get("id")).and_then(serde_json::Value::as_i64);
    match (id, raw.get("is_image").and_then(serde_json::Value::as_bool)) {
        (Some(id), _) => Some(format!("image {id}")),
        (None, Some(true)) => Some("an image".to_owned()),
        (None, _) => None,
    }
}

/// The warnings in a successful response, by subject.
pub(super) fn warnings(errors: Option<&types::RestoreErrors>) -> Vec<String> {
    let reported = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let errors = errors.into_iter().flat_map(|errors| errors.iter());
    errors.map(|(subject, value)| printable(&format!("{subject}: {}", reported(value)))).collect()
}

/// Responses with a `status` field that reports whether they are a success.
pub(super) trait Envelope {
    fn status(&self) -> Option<&serde_json::Value>;
    fn message(&self) -> Option<&str>;
}

macro_rules! envelopes {
    ($($name:ty),*) => {$(
        impl Envelope for $name {
            fn status(&self) -> Option<&serde_json::Value> {
                Some(&self.status)
            }
            fn message(&self) -> Option<&str> {
                Some(&self.message)
            }
        }
    )*};
}
envelopes!(
    rows::SnapshotAnswer,
    rows::SnapshotListAnswer,
    rows::VmAnswer,
    rows::VmListAnswer,
    types::SnapshotAnswer,
    types::MessageAnswer,
    types::RestoreSnapshotAnswer,
    types::CreateImageAnswer
);

impl Envelope for rows::ImageAnswer {
    fn status(&self) -> Option<&serde_json::Value> {
        self.status.as_ref()
    }
    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

/// Whether the `status` in a body reports a refusal. A number is an HTTP status.
pub(super) fn is_refusal(status: &serde_json::Value) -> bool {
    match status {
        serde_json::Value::Bool(yes) => !yes,
        serde_json::Value::Number(status) => status.as_i64().is_some_and(|status| status == 0 || status >= 400),
        _ => false,
    }
}

/// The reason in an undocumented body whose `status` reports a refusal.
pub(super) fn reason_in(body: &[u8]) -> Option<String> {
    let body: serde_json::Value = serde_json::from_slice(body).ok()?;
    let status = body.get("status")?;
    let message = body.get("message").and_then(serde_json::Value::as_str).unwrap_or_default();
    is_refusal(status).then(|| message.to_owned())
}

/// The provider's errors have a `status` field and a message.
pub(super) fn is_absence(body: &serde_json::Value) -> bool {
    let reason = body.get("error_reason").and_then(serde_json::Value::as_str);
    body.get("status").is_some_and(is_refusal)
        && body.get("message").is_some_and(serde_json::Value::is_string)
        && reason.is_none_or(|reason| reason == "not_found")
}

/// Whether a message contains the ID of an object. The message for an unknown path contains none.
pub(super) fn names(message: &str, id: i64) -> bool {
    message.split(|c: char| !c.is_ascii_digit()).any(|number| number.parse() == Ok(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_and_unknown_statuses() {
        for (status_text, status) in [
            ("CREATING", SnapshotStatus::Creating),
            ("SUCCESS", SnapshotStatus::Ready),
            ("Successful", SnapshotStatus::Ready),
            ("COMPLETE", SnapshotStatus::Ready),
            ("ERROR", SnapshotStatus::Failed),
            ("failed", SnapshotStatus::Failed),
            ("DELETING", SnapshotStatus::Deleting),
            ("COMPLETED", SnapshotStatus::Unknown),
            ("", SnapshotStatus::Unknown),
        ] {
            assert_eq!(status_of(status_text), status, "{status_text:?}");
        }
        for (status_text, phase) in [
            ("CREATING", VmPhase::Creating),
            ("BUILD", VmPhase::Creating),
            ("ACTIVE", VmPhase::Made),
            ("SHUTOFF", VmPhase::Made),
            ("ERROR", VmPhase::Failed),
            ("DELETING", VmPhase::Going),
            ("WOBBLY", VmPhase::Creating),
        ] {
            assert_eq!(vm_phase(status_text), phase, "{status_text:?}");
        }
    }

    #[test]
    fn the_status_in_a_body_can_report_a_refusal() {
        for (body, no) in [
            (r#"{"status": false, "message": "x"}"#, Some("x")),
            (r#"{"status": 404, "message": "x"}"#, Some("x")),
            (r#"{"status": false}"#, Some("")),
            (r#"{"status": true, "message": "x"}"#, None),
            (r#"{"status": 200, "message": "x"}"#, None),
            (r#"{"status": "false", "message": "x"}"#, None),
            (r#"{"message": "x"}"#, None),
            ("<html>", None),
        ] {
            assert_eq!(reason_in(body.as_bytes()).as_deref(), no, "{body}");
        }
    }
}
