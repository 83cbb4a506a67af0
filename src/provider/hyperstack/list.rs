//! Reads from Hyperstack: lists, over all pages, and single rows.

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
    Adapter, Keep, Kept, Lean, Numbered, Part, Sent, Undecoded, about, identified, of_vm, or_listed, read, unread,
};
use crate::spec;

/// No maximum page size is documented; other clients use 100.
const PAGE_SIZE: i64 = 100;

identified!(rows::Snapshot, rows::Vm, rows::Id);

impl Adapter<Client> {
    // --- calls ---

    /// Awaits a call. A response that contains a refusal in place of the object becomes an error with the reason.
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

    /// Awaits a call whose response reports its own success.
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
        sending: impl Future<Output = Undecoded>,
    ) -> Result<T, Error> {
        match self.received::<T>(sending).await {
            Ok(response) => self.affirmed(operation, &response).map(|()| response),
            Err(whole) => Err(unread(self.attempt(operation, std::future::ready(*whole)).await)),
        }
    }

    pub(super) fn affirmed(&self, operation: &str, response: &impl Envelope) -> Result<(), Error> {
        match response.status() {
            Some(status) if map::is_refusal(status) => {
                Err(self.denied(operation, response.message().unwrap_or_default()))
            }
            _ => Ok(()),
        }
    }

    /// A modifying request that is refused has no effect. A reading request that is refused proves nothing about the object, and can be
    /// retried.
    fn denied(&self, operation: &str, reason: &str) -> Error {
        let reason = if reason.is_empty() { "no reason was given" } else { reason };
        let reason = self.masked_text(reason);
        let why = format!("the response is successful, but its `status` reports a refusal: {reason}");
        let safe = spec::operation(Client::PROVIDER, operation).is_some_and(|operation| operation.safe);
        Error::new(if safe { ErrorKind::Unavailable } else { ErrorKind::OperationFailed }, why)
    }

    // --- pages ---

    /// A page of a list; requested again if it may not exist.
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
        F: Future<Output = Undecoded>,
    {
        let page = Numbered::of(format!("hyperstack {operation}"), wanted)?;
        let mut part = self.part(operation, wanted, ask(page.number()), ids, rows).await;
        if is_beyond_end(&page, &part) {
            part = self.part(operation, wanted, ask(page.number()), ids, rows).await;
        }
        page.page(if is_beyond_end(&page, &part) { Ok(part_of(Vec::new())) } else { part })
    }

    async fn part<T: Lean + Envelope, I: DeserializeOwned + Keep, E: Identified>(
        &self,
        operation: &'static str,
        wanted: &Wanted,
        sending: impl Future<Output = Undecoded>,
        ids: fn(I) -> Option<Part<rows::Id>>,
        rows: fn(T) -> Vec<E>,
    ) -> Result<Part<E>, Error> {
        let mut refused = None;
        let part = self.page(wanted, sending, ids, |response| {
            refused = self.affirmed(operation, &response).err();
            part_of(rows(response))
        });
        match (part.await, refused) {
            (_, Some(refused)) => Err(refused),
            (Ok(part), None) => Ok(part),
            (Err(whole), None) => Err(unread(self.attempt(operation, std::future::ready(*whole)).await)),
        }
    }

    /// A page of the account's snapshots.
    pub(super) async fn snapshot_page(&self, wanted: Wanted) -> Result<Page<Kept<rows::Snapshot>>, Error> {
        let ask = |number| self.client.list_snapshots().page(number).page_size(PAGE_SIZE).response();
        let ids = |response: rows::SnapshotIds| part_if(&response.status, response.snapshots);
        self.numbered("list_snapshots", &wanted, ask, ids, |response: rows::SnapshotListAnswer| response.snapshots)
            .await
    }

    /// A page of the machines.
    pub(super) async fn vm_page(&self, wanted: Wanted) -> Result<Page<Kept<rows::Vm>>, Error> {
        let ask = |number| self.client.list_vms().page(number).page_size(PAGE_SIZE).response();
        let ids = |response: rows::VmIds| part_if(&response.status, response.instances);
        self.numbered("list_vms", &wanted, ask, ids, |response: rows::VmListAnswer| response.instances).await
    }

    /// The snapshots of the account, as far as they can be read.
    async fn reading(&self) -> Reading<Kept<rows::Snapshot>> {
        self.shared(|token| Box::pin(self.snapshot_page(token))).await
    }

    /// All snapshots of a machine, selected from the account's list.
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
        let response: Result<rows::VmAnswer, _> = read!(self.shown, get_vm.vm_id(id));
        let row = response.map_err(|error| named(error, id))?.instance;
        about(row, |row| row.id == id, "vm", id)
    }

    /// A snapshot by its ID. The vendor documents no response for an unknown ID, so the list decides.
    pub(super) async fn snapshot_row(&self, id: i64) -> Result<Kept<rows::Snapshot>, Error> {
        let response: Result<rows::SnapshotAnswer, _> = read!(self.shown, get_snapshot.snapshot_id(id));
        let row = match response {
            Ok(response) => response.snapshot,
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
        let response: Result<rows::ImageAnswer, _> = read!(self.shown, get_image.image_id(id));
        let row = response.map_err(|error| named(error, id))?.image;
        about(row, |row| row.id == id, "image", id)
    }

    /// The snapshot of a reference, which belongs to the machine that the reference names, if any.
    pub(super) async fn row(&self, snapshot: &SnapshotRef) -> Result<Kept<rows::Snapshot>, Error> {
        let vm = snapshot.vm.as_ref().map(VmId::number).transpose()?;
        let row = self.snapshot_row(snapshot.id.number()?).await?;
        of_vm(row.id, Some(row.vm_id), vm)?;
        Ok(row)
    }
}

/// Whether a page is beyond the end. The response for such a page is not documented: if the page is not found twice, the list ends, unless
/// the page before it was full, because then the rest may have been lost.
fn is_beyond_end<T>(page: &Numbered, response: &Result<T, Error>) -> bool {
    let absent = |error: &Error| error.kind() == ErrorKind::NotFound || error.is_from_elsewhere();
    !page.follows_full(PAGE_SIZE) && response.as_ref().is_err_and(absent)
}

/// A 404 that does not contain the ID of the requested object may be for a path that the provider does not know.
fn named(error: Error, id: i64) -> Error {
    let names = error.kind() != ErrorKind::NotFound || map::names(error.message(), id);
    if names { error } else { error.sent_from_elsewhere() }
}

/// A list ends with an empty page, because the meaning of `count` is not documented.
///
/// So even a short list takes two requests, and the pager reads page 1 again: the largest page size of the server is not documented
/// either, and if page 1 was full, an entry may have moved to it from page 2 between the two requests.
fn part_of<T: Identified>(items: Vec<T>) -> Part<T> {
    Part::new(items, Claims::default(), None)
}

fn part_if(status: &serde_json::Value, ids: Vec<rows::Id>) -> Option<Part<rows::Id>> {
    (!map::is_refusal(status)).then(|| part_of(ids))
}
