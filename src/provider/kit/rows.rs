//! What an answer about an object is held against: that it is the one that was asked for, of the machine it was asked for by; and
//! what it means if there is none.

use std::fmt::Display;
use std::future::Future;

use crate::error::{Error, ErrorKind};
use crate::model::{Deleted, InvalidId, Resource, Restored, Snapshot, Vm};
use crate::page::Reading;
use crate::provider::backend::Observation;

/// An answer that does not fit its request: it is about something else, or cannot be what it says.
pub(crate) fn unfit(why: impl Into<String>) -> Error {
    Error::new(ErrorKind::Contract, why)
}

/// The row of an answer, if it is about the object that was asked for.
pub(crate) fn about<T>(row: T, is: impl FnOnce(&T) -> bool, what: &str, id: impl Display) -> Result<T, Error> {
    if is(&row) { Ok(row) } else { Err(unfit(format!("the response is about another {what} than {id}"))) }
}

/// Another object may be what a cache or a gateway had at hand: whether the request took effect is then not known.
pub(crate) fn another() -> Error {
    unfit("the response is about another object than the request").after_effect()
}

/// The id that an answer names, for an object that a caller can name. What cannot be one was not refused before sending: the
/// answer is wrong.
pub(crate) fn decode_id<T>(id: Result<T, InvalidId>) -> Result<T, Error> {
    id.map_err(|_| unfit("the response has an id that cannot be one"))
}

/// That a snapshot is of another machine.
pub(crate) fn not_of(snapshot: impl Display, of: impl Display, vm: impl Display) -> String {
    format!("snapshot {snapshot} is of vm {of}, not of vm {vm}")
}

/// A snapshot that was asked for by a machine is none that is there, if it is of another. What does not show its machine is not
/// held against one.
pub(crate) fn of_vm<T: Display + PartialEq>(id: impl Display, of: Option<T>, vm: Option<T>) -> Result<(), Error> {
    match of.zip(vm) {
        Some((of, vm)) if of != vm => Err(Error::new(ErrorKind::NotFound, not_of(id, of, vm))),
        _ => Ok(()),
    }
}

/// What a check refuses.
pub(crate) fn nothing_sent(kind: ErrorKind, why: impl Display) -> Error {
    Error::new(kind, format!("{why}; nothing was sent"))
}

/// An object, or none where the provider knows no such.
pub(crate) fn found<T>(row: Result<T, Error>) -> Result<Option<T>, Error> {
    match row {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        row => row.map(Some),
    }
}

/// What proves nothing of an object is held against the list of them.
pub(crate) async fn or_listed<T: Clone>(
    error: Error,
    list: impl Future<Output = Reading<T>>,
    is: impl Fn(&T) -> bool,
) -> Result<T, Error> {
    let Ok(row) = list.await.find(is) else { return Err(error) };
    row.ok_or_else(|| Error::new(ErrorKind::NotFound, "it is in no list of the account"))
}

/// What is to be deleted was there a moment ago, and an earlier attempt may have arrived: then it is gone, as asked.
pub(crate) fn gone_on_retry(sent: Result<(), Error>) -> Result<(), Error> {
    match sent {
        Err(error) if error.kind() == ErrorKind::NotFound && error.attempts() > 1 => Ok(()),
        sent => sent,
    }
}

/// The end of a delete.
pub(crate) fn deleted(id: impl Display) -> Resource {
    Resource::Deleted(Deleted { id: id.to_string(), deleted: true })
}

/// What an error says of the end of a delete: the provider itself knows no such object, or only its list does not have it.
pub(crate) fn absent(error: Error, id: impl Display) -> Result<Observation, Error> {
    match error.kind() {
        ErrorKind::NotFound if error.status().is_some() => Ok(Observation::Done(deleted(id))),
        ErrorKind::NotFound => Ok(Observation::Unlisted(deleted(id))),
        _ => Err(error),
    }
}

/// It has ended with this snapshot.
pub(crate) fn ready(snapshot: Snapshot) -> Observation {
    Observation::Done(Resource::Snapshot(Box::new(snapshot)))
}

/// It has ended with this new machine.
pub(crate) fn new_machine(vm: Vm) -> Observation {
    let restored = Restored { vm_id: Some(vm.id.clone()), vm: Some(vm), confirmed: true };
    Observation::Done(Resource::Restored(Box::new(restored)))
}

/// It is under way, in these words.
pub(crate) fn running(status: impl Into<String>) -> Observation {
    Observation::Running { status: Some(status.into()), progress: None }
}

/// The caller says that this status means done.
pub(crate) fn is_done_status(status: &str, done_words: &[String]) -> bool {
    done_words.iter().any(|status_text| status_text.eq_ignore_ascii_case(status))
}
