//! What is read of Hyperstack: lists over all pages, and single rows.

use std::future::Future;

use serde::de::DeserializeOwned;

use super::map::{self, Envelope};
use super::rows;
use crate::error::{Error, ErrorKind};
use crate::generated::hyperstack::Client;
use crate::model::{SnapshotRef, VmId};
use crate::page::{Claims, Identified, Page, Reading, Wanted};
use crate::provider::backend::Service;
use crate::provider::kit::{
    Adapter, Answered, Keep, Kept, Lean, Numbered, Part, Sent, about, identified, of_vm, or_listed, read, unread,
};
use crate::spec;

/// No greatest size of a page is documented; 100 is in use elsewhere.
const PAGE_SIZE: i64 = 100;

identified!(rows::Snapshot, rows::Vm, rows::Id);

impl Adapter<Client> {
    // --- calls ---

    /// Awaits a call. An answer that cannot be read because it says no in place of the object is that refusal.
    pub(super) async fn attempt<T: DeserializeOwned + 'static>(
        &self,
        operation: &'static str,
        sending: impl Future<Output = Sent<T>>,
    ) -> Result<T, Error> {
        let response = sending.await;
        if let Err(progenitor_client::Error::InvalidResponsePayload(body, _)) = &response
            && let Some(reason) = map::reason_in(body)
        {
            return Err(self.denied(operation, &reason));
        }
        self.sent(operation, std::future::ready(response)).await
    }

    /// Awaits a call whose success says so itself.
    pub(super) async fn query<T: DeserializeOwned + Envelope + 'static>(
        &self,
        operation: &'static str,
        sending: impl Future<Output = Sent<T>>,
    ) -> Result<T, Error> {
        let response = self.attempt(operation, sending).await?;
        self.affirmed(operation, &response)?;
        Ok(response)
    }

    /// The same for a response of which only some fields are decoded.
    async fn shown<T: Lean + Envelope>(
        &self,
        operation: &'static str,
        sending: impl Future<Output = Answered>,
    ) -> Result<T, Error> {
        match self.received::<T>(sending).await {
            Ok(answer) => self.affirmed(operation, &answer).map(|()| answer),
            Err(whole) => Err(unread(self.attempt(operation, std::future::ready(*whole)).await)),
        }
    }

    pub(super) fn affirmed(&self, operation: &str, answer: &impl Envelope) -> Result<(), Error> {
        match answer.status() {
            Some(status) if map::says_no(status) => Err(self.denied(operation, answer.message().unwrap_or_default())),
            _ => Ok(()),
        }
    }

    /// A change that is denied is not done. A look that is denied says nothing of what is looked at, and may be made again.
    fn denied(&self, operation: &str, reason: &str) -> Error {
        let reason = if reason.is_empty() { "no reason was given" } else { reason };
        let reason = self.masked_text(reason);
        let why = format!("decode_id as a success that says it is none (by its `status`): {reason}");
        let safe = spec::operation(Client::PROVIDER, operation).is_some_and(|operation| operation.safe);
        Error::new(if safe { ErrorKind::Unavailable } else { ErrorKind::OperationFailed }, why)
    }

    // --- pages ---

    /// One page of a list; requested again if it may not exist.
    async fn numbered<T, I, E, F>(
        &self,
        operation: &'static str,
        wanted: &Wanted,
        ask: impl Fn(i64) -> F,
        ids: fn(I) -> Option<Part<rows::Id>>,
        rows: fn(T) -> Vec<E>,
    ) -> Result<Page<E>, Error>
    where
        T: Lean + Envelope,
        I: DeserializeOwned + Keep,
        E: Identified,
        F: Future<Output = Answered>,
    {
        let page = Numbered::of(format!("hyperstack {operation}"), wanted)?;
        let mut part = self.part(operation, wanted, ask(page.number()), ids, rows).await;
        if is_behind(&page, &part) {
            part = self.part(operation, wanted, ask(page.number()), ids, rows).await;
        }
        page.page(if is_behind(&page, &part) { Ok(part_of(Vec::new())) } else { part })
    }

    async fn part<T: Lean + Envelope, I: DeserializeOwned + Keep, E: Identified>(
        &self,
        operation: &'static str,
        wanted: &Wanted,
        sending: impl Future<Output = Answered>,
        ids: fn(I) -> Option<Part<rows::Id>>,
        rows: fn(T) -> Vec<E>,
    ) -> Result<Part<E>, Error> {
        let mut refused = None;
        let part = self.page(wanted, sending, ids, |answer| {
            refused = self.affirmed(operation, &answer).err();
            part_of(rows(answer))
        });
        match (part.await, refused) {
            (_, Some(refused)) => Err(refused),
            (Ok(part), None) => Ok(part),
            (Err(whole), None) => Err(unread(self.attempt(operation, std::future::ready(*whole)).await)),
        }
    }

    /// One page of the account's snapshots.
    pub(super) async fn snapshot_page(&self, wanted: Wanted) -> Result<Page<Kept<rows::Snapshot>>, Error> {
        let ask = |number| self.client.list_snapshots().page(number).page_size(PAGE_SIZE).response();
        let ids = |answer: rows::SnapshotIds| part_if(&answer.status, answer.snapshots);
        self.numbered("list_snapshots", &wanted, ask, ids, |answer: rows::SnapshotListAnswer| answer.snapshots).await
    }

    /// One page of the machines.
    pub(super) async fn vm_page(&self, wanted: Wanted) -> Result<Page<Kept<rows::Vm>>, Error> {
        let ask = |number| self.client.list_vms().page(number).page_size(PAGE_SIZE).response();
        let ids = |answer: rows::VmIds| part_if(&answer.status, answer.instances);
        self.numbered("list_vms", &wanted, ask, ids, |answer: rows::VmListAnswer| answer.instances).await
    }

    /// The snapshots of the account, as far as they can be read.
    async fn reading(&self) -> Reading<Kept<rows::Snapshot>> {
        self.shared(|token| Box::pin(self.snapshot_page(token))).await
    }

    /// All snapshots of a machine: they are picked out of the account's list.
    pub(super) async fn snapshots_of(&self, vm: i64) -> Result<Vec<Kept<rows::Snapshot>>, Error> {
        let rows = self.reading().await.whole()?;
        Ok(rows.iter().filter(|row| row.vm_id == vm).cloned().collect())
    }

    /// All machines of the account.
    pub(super) async fn all_vms(&self) -> Result<Vec<Kept<rows::Vm>>, Error> {
        self.all(|token| Box::pin(self.vm_page(token))).await
    }

    // --- single rows ---

    pub(super) async fn vm_row(&self, id: i64) -> Result<Kept<rows::Vm>, Error> {
        let answer: Result<rows::VmAnswer, _> = read!(self.shown, get_vm.vm_id(id));
        let row = answer.map_err(|error| named(error, id))?.instance;
        about(row, |row| row.id == id, "vm", id)
    }

    /// A snapshot by its id. The vendor declares no 404 here, and tells nowhere what it answers in its place: the list knows.
    pub(super) async fn snapshot_row(&self, id: i64) -> Result<Kept<rows::Snapshot>, Error> {
        let answer: Result<rows::SnapshotAnswer, _> = read!(self.shown, get_snapshot.snapshot_id(id));
        let row = match answer {
            Ok(answer) => answer.snapshot,
            Err(error) => match named(error, id) {
                error if error.is_from_elsewhere() || error.status() == Some(400) => {
                    or_listed(error, self.reading(), |row| row.id == id).await?
                }
                error => return Err(error),
            },
        };
        about(row, |row| row.id == id, "snapshot", id)
    }

    pub(super) async fn image_row(&self, id: i64) -> Result<Kept<rows::Image>, Error> {
        let answer: Result<rows::ImageAnswer, _> = read!(self.shown, get_image.image_id(id));
        let row = answer.map_err(|error| named(error, id))?.image;
        about(row, |row| row.id == id, "image", id)
    }

    /// The snapshot that a reference means: of the machine that it names, if it names one.
    pub(super) async fn row(&self, snapshot: &SnapshotRef) -> Result<Kept<rows::Snapshot>, Error> {
        let vm = snapshot.vm.as_ref().map(VmId::number).transpose()?;
        let row = self.snapshot_row(snapshot.id.number()?).await?;
        of_vm(row.id, Some(row.vm_id), vm)?;
        Ok(row)
    }
}

/// Nothing is documented of what is behind the last page. A server that knows no such page, also when it is asked again, has said that
/// the list ends, if the page before it was not full; behind a full one it may have lost the rest.
fn is_behind<T>(page: &Numbered, response: &Result<T, Error>) -> bool {
    let absent = |error: &Error| error.kind() == ErrorKind::NotFound || error.is_from_elsewhere();
    !page.follows_full(PAGE_SIZE) && response.as_ref().is_err_and(absent)
}

/// A 404 that does not name the object that was asked for may be of a path which the provider does not know.
fn named(error: Error, id: i64) -> Error {
    let names = error.kind() != ErrorKind::NotFound || map::names(error.message(), id);
    if names { error } else { error.sent_from_elsewhere() }
}

/// The list ends with an empty page: the meaning of `count` is not documented.
///
/// So even a short list takes two requests, and the pager reads page 1 again: the largest page size of the server is not documented
/// either, and if page 1 was full, an entry may have moved to it from page 2 between the two requests.
fn part_of<T: Identified>(items: Vec<T>) -> Part<T> {
    Part::new(items, Claims::default(), None)
}

fn part_if(status: &serde_json::Value, ids: Vec<rows::Id>) -> Option<Part<rows::Id>> {
    (!map::says_no(status)).then(|| part_of(ids))
}
