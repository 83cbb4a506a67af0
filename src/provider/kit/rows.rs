//! Checks on responses about an object: that it is the requested one and belongs to the requested machine, and what it means if it is
//! absent.

use std::fmt::Display;
use std::future::Future;

use crate::error::{Error, ErrorKind};
use crate::model::{Deleted, InvalidId, Resource, Restored, Snapshot, Vm};
use crate::page::Reading;
use crate::provider::backend::Observation;

/// The error for a response that does not fit its request: it is about something else, or contradicts itself.
pub(crate) fn unfit(why: impl Into<String>) -> Error {
    Error::new(ErrorKind::Contract, why)
}

/// The row of a response, if it is about the requested object.
pub(crate) fn about<T>(row: T, is: impl FnOnce(&T) -> bool, what: &str, id: impl Display) -> Result<T, Error> {
    if is(&row) { Ok(row) } else { Err(unfit(format!("the response is about a {what} other than {id}"))) }
}

/// A response about another object may come from a cache or a gateway, so it is unknown whether the request took effect.
pub(crate) fn another() -> Error {
    unfit("the response is about an object other than the requested one").after_effect()
}

/// The ID from a response, for an object that callers can refer to. An invalid one is a fault of the response.
pub(crate) fn decode_id<T>(id: Result<T, InvalidId>) -> Result<T, Error> {
    id.map_err(|_| unfit("the response contains an invalid ID"))
}

/// The message that a snapshot belongs to another machine.
pub(crate) fn not_of(snapshot: impl Display, of: impl Display, vm: impl Display) -> String {
    format!("snapshot {snapshot} belongs to VM {of}, not {vm}")
}

/// Checks that a snapshot belongs to the requested machine; one of another machine is not found. A snapshot without a machine fits any.
pub(crate) fn of_vm<T: Display + PartialEq>(id: impl Display, of: Option<T>, vm: Option<T>) -> Result<(), Error> {
    match of.zip(vm) {
        Some((of, vm)) if of != vm => Err(Error::new(ErrorKind::NotFound, not_of(id, of, vm))),
        _ => Ok(()),
    }
}

/// The error of a check.
pub(crate) fn nothing_sent(kind: ErrorKind, why: impl Display) -> Error {
    Error::new(kind, format!("{why}; nothing was sent"))
}

/// An object, or `None` if the provider reports it as not found.
pub(crate) fn found<T>(row: Result<T, Error>) -> Result<Option<T>, Error> {
    match row {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        row => row.map(Some),
    }
}

/// Searches the list of objects if a response proves nothing about the object itself.
pub(crate) async fn or_listed<T: Clone>(
    error: Error,
    list: impl Future<Output = Reading<T>>,
    is: impl Fn(&T) -> bool,
) -> Result<T, Error> {
    let Ok(row) = list.await.find(is) else { return Err(error) };
    row.ok_or_else(|| Error::new(ErrorKind::NotFound, "the account's list does not contain it"))
}

/// An object to be deleted existed a moment ago, and an earlier attempt may have arrived: then it is gone, as requested.
pub(crate) fn gone_on_retry(sent: Result<(), Error>) -> Result<(), Error> {
    match sent {
        Err(error) if error.kind() == ErrorKind::NotFound && error.attempts() > 1 => Ok(()),
        sent => sent,
    }
}

/// The result of a delete.
pub(crate) fn deleted(id: impl Display) -> Resource {
    Resource::Deleted(Deleted { id: id.to_string(), deleted: true })
}

/// What an error means for a delete: the provider itself reports the object as not found, or only its list does not contain it.
pub(crate) fn absent(error: Error, id: impl Display) -> Result<Observation, Error> {
    match error.kind() {
        ErrorKind::NotFound if error.status().is_some() => Ok(Observation::Done(deleted(id))),
        ErrorKind::NotFound => Ok(Observation::Unlisted(deleted(id))),
        _ => Err(error),
    }
}

/// The operation succeeded with this snapshot.
pub(crate) fn ready(snapshot: Snapshot) -> Observation {
    Observation::Done(Resource::Snapshot(Box::new(snapshot)))
}

/// The operation succeeded with this new machine.
pub(crate) fn new_machine(vm: Vm) -> Observation {
    let restored = Restored { vm_id: Some(vm.id.clone()), vm: Some(vm), confirmed: true };
    Observation::Done(Resource::Restored(Box::new(restored)))
}

/// The operation is running, with this status.
pub(crate) fn running(status: impl Into<String>) -> Observation {
    Observation::Running { status: Some(status.into()), progress: None }
}

/// Whether the caller considers this status finished.
pub(crate) fn is_done_status(status: &str, done_words: &[String]) -> bool {
    done_words.iter().any(|status_text| status_text.eq_ignore_ascii_case(status))
}
