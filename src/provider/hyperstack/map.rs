//! From Hyperstack's words and objects to the portable ones.

use super::rows;
use crate::error::Error;
use crate::generated::hyperstack::types;
use crate::model::{Image, Size, SizeUnit, Snapshot, SnapshotId, SnapshotStatus, Vm, VmId};
use crate::provider::kit::Kept;
use crate::spec::Provider;
use crate::text::printable;

/// The word is one of these; letter case is ignored.
fn is_any(status_text: &str, known: &[&str]) -> bool {
    known.iter().any(|known| status_text.eq_ignore_ascii_case(known))
}

/// The word that a snapshot's status is told by: empty where an older answer has none.
pub(super) fn status_text(row: &rows::Snapshot) -> &str {
    row.status.as_deref().unwrap_or_default()
}

pub(super) fn status(row: &rows::Snapshot) -> SnapshotStatus {
    status_of(status_text(row))
}

/// What a snapshot's status means. The set is open: what is not known here is `Unknown`, and shown as it was sent.
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

/// What a machine's status means for the one who made it from a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VmPhase {
    /// It is being made, or the word is not known here.
    Creating,
    /// It is there, whatever was done with it since.
    Made,
    /// It could not be made.
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

/// The machine is on the way from one state to another, or a snapshot is being made of it: later it may do what it refuses now.
pub(super) fn is_passing(vm: &rows::Vm) -> bool {
    const PASSING: [&str; 7] = ["CREATING", "BUILD", "STOPPING", "STARTING", "REBOOTING", "HIBERNATING", "RESTORING"];
    vm.is_snapshotting == Some(true) || is_any(&vm.status, &PASSING)
}

pub(super) fn snapshot(row: Kept<rows::Snapshot>) -> Result<Snapshot, Error> {
    let (row, raw) = row.parts();
    let mut snapshot =
        Snapshot::new(Provider::Hyperstack, SnapshotId::of_number(row.id)).created(row.created_at.as_deref());
    snapshot.status = status(&row);
    snapshot.name = Some(row.name);
    snapshot.description = row.description;
    snapshot.provider_status = row.status;
    snapshot.vm.id = Some(VmId::of_number(row.vm_id));
    snapshot.vm.name = row.vm_name;
    // While it is being made the size is 0, which is not its size.
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
        id: VmId::of_number(row.id),
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

/// The image made from a snapshot: id and name, as far as they are told.
pub(super) fn image_of(row: &rows::Snapshot) -> Option<(i64, Option<&str>)> {
    let image = row.custom_image.as_ref()?;
    Some((image.id?, image.name.as_deref()))
}

/// The same from a snapshot as it was told, in words.
pub(super) fn image_in(raw: &serde_json::Map<String, serde_json::Value>) -> Option<String> {
    let id = raw.get("custom_image").and_then(|image| image.get("id")).and_then(serde_json::Value::as_i64);
    match (id, raw.get("is_image").and_then(serde_json::Value::as_bool)) {
        (Some(id), _) => Some(format!("image {id}")),
        (None, Some(true)) => Some("an image".to_owned()),
        (None, _) => None,
    }
}

/// What a success carries beside its object: warnings, by subject.
pub(super) fn warnings(errors: Option<&types::RestoreErrors>) -> Vec<String> {
    let reported = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let errors = errors.into_iter().flat_map(|errors| errors.iter());
    errors.map(|(subject, value)| printable(&format!("{subject}: {}", reported(value)))).collect()
}

/// The answers that say by a `status` of their own whether they are a success.
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

/// The `status` in a body says no. A number is an HTTP status.
pub(super) fn says_no(status: &serde_json::Value) -> bool {
    match status {
        serde_json::Value::Bool(yes) => !yes,
        serde_json::Value::Number(status) => status.as_i64().is_some_and(|status| status == 0 || status >= 400),
        _ => false,
    }
}

/// The reason in a body that is none of the documented successes and whose `status` says no.
pub(super) fn reason_in(body: &[u8]) -> Option<String> {
    let body: serde_json::Value = serde_json::from_slice(body).ok()?;
    let status = body.get("status")?;
    let message = body.get("message").and_then(serde_json::Value::as_str).unwrap_or_default();
    says_no(status).then(|| message.to_owned())
}

/// The provider's errors say by a `status` of their own that they are none, and why.
pub(super) fn is_absence(body: &serde_json::Value) -> bool {
    let reason = body.get("error_reason").and_then(serde_json::Value::as_str);
    body.get("status").is_some_and(says_no)
        && body.get("message").is_some_and(serde_json::Value::is_string)
        && reason.is_none_or(|reason| reason == "not_found")
}

/// A message names an object by its id; that of a path which the provider does not know names none.
pub(super) fn names(message: &str, id: i64) -> bool {
    message.split(|c: char| !c.is_ascii_digit()).any(|number| number.parse() == Ok(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_words_known_and_unknown() {
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
    fn a_status_of_their_own_can_say_no() {
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
