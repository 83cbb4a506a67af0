//! What is read of Hyperstack: lists over all pages, and single rows.

use std::future::Future;

use serde::de::DeserializeOwned;

use super::map::{self, Envelope};
use crate::error::{Error, ErrorKind};
use crate::generated::hyperstack::{Client, types};
use crate::model::{SnapshotRef, VmId};
use crate::page::{Claims, Identified, Page, PageToken, Reading};
use crate::provider::backend::Service;
use crate::provider::kit::{Adapter, Numbered, Part, Sent, about, ask, identified, of_vm, or_listed};
use crate::spec;

/// No greatest size of a page is documented; 100 is in use elsewhere.
const PAGE_SIZE: i64 = 100;

identified!(types::Snapshot, types::Vm);

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

    pub(super) fn affirmed(&self, operation: &str, response: &impl Envelope) -> Result<(), Error> {
        match response.status() {
            Some(status) if map::says_no(status) => Err(self.denied(operation, response.message().unwrap_or_default())),
            _ => Ok(()),
        }
    }

    /// A change that is denied is not done. A look that is denied says nothing of what is looked at, and may be made again.
    fn denied(&self, operation: &str, reason: &str) -> Error {
        let reason = if reason.is_empty() { "no reason was given" } else { reason };
        let reason = self.masked_text(reason);
        let why = format!("answered as a success that says it is none (by its `status`): {reason}");
        let safe = spec::operation(Client::PROVIDER, operation).is_some_and(|operation| operation.safe);
        Error::new(if safe { ErrorKind::Unavailable } else { ErrorKind::OperationFailed }, why)
    }

    // --- pages ---

    /// One page of a list, as the provider sent it; asked for once more where there may be none.
    async fn page<A, T, F>(
        &self,
        operation: &'static str,
        token: Option<PageToken>,
        ask: impl Fn(i64) -> F,
        rows: fn(A) -> Vec<T>,
    ) -> Result<Page<T>, Error>
    where
        A: DeserializeOwned + Envelope + 'static,
        T: Identified,
        F: Future<Output = Sent<A>>,
    {
        let page = Numbered::of(format!("hyperstack {operation}"), token.as_ref())?;
        let mut response = self.query(operation, ask(page.number())).await;
        if is_behind(&page, &response) {
            response = self.query(operation, ask(page.number())).await;
        }
        let rows = if is_behind(&page, &response) { Vec::new() } else { rows(response?) };
        // It ends with an empty page: what `count` counts is not documented.
        page.page(Ok(rows), |items| Part { items, claims: Claims::default(), total: None })
    }

    /// One page of the account's snapshots.
    pub(super) async fn snapshot_page(&self, token: Option<PageToken>) -> Result<Page<types::Snapshot>, Error> {
        let ask = |number| self.client.list_snapshots().page(number).page_size(PAGE_SIZE).send();
        self.page("list_snapshots", token, ask, |response: types::SnapshotListAnswer| response.snapshots).await
    }

    /// One page of the machines.
    pub(super) async fn vm_page(&self, token: Option<PageToken>) -> Result<Page<types::Vm>, Error> {
        let ask = |number| self.client.list_vms().page(number).page_size(PAGE_SIZE).send();
        self.page("list_vms", token, ask, |response: types::VmListAnswer| response.instances).await
    }

    /// The snapshots of the account, as far as they can be read.
    async fn reading(&self) -> Reading<types::Snapshot> {
        self.shared(|token| Box::pin(self.snapshot_page(token))).await
    }

    /// All snapshots of a machine: they are picked out of the account's list.
    pub(super) async fn snapshots_of(&self, vm: i64) -> Result<Vec<types::Snapshot>, Error> {
        let rows = self.reading().await.whole()?;
        Ok(rows.iter().filter(|row| row.vm_id == vm).cloned().collect())
    }

    /// All machines of the account.
    pub(super) async fn all_vms(&self) -> Result<Vec<types::Vm>, Error> {
        self.all(|token| Box::pin(self.vm_page(token))).await
    }

    // --- single rows ---

    pub(super) async fn vm_row(&self, id: i64) -> Result<types::Vm, Error> {
        let row = ask!(self.query, get_vm.vm_id(id)).map_err(|error| named(error, id))?.instance;
        about(row, |row| row.id == id, "vm", id)
    }

    /// A snapshot by its id. The vendor declares no 404 here, and tells nowhere what it answers in its place: the list knows.
    pub(super) async fn snapshot_row(&self, id: i64) -> Result<types::Snapshot, Error> {
        let row = match ask!(self.query, get_snapshot.snapshot_id(id)) {
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

    pub(super) async fn image_row(&self, id: i64) -> Result<types::Image, Error> {
        let row = ask!(self.query, get_image.image_id(id)).map_err(|error| named(error, id))?.image;
        about(row, |row| row.id == id, "image", id)
    }

    /// The snapshot that a reference means: of the machine that it names, if it names one.
    pub(super) async fn row(&self, snapshot: &SnapshotRef) -> Result<types::Snapshot, Error> {
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
