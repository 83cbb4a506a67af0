//! Hyperstack: snapshots of virtual machines, and images made from them. Facts: `openapi/hyperstack.yaml`,
//! `openapi/provenance/hyperstack.md`.
//!
//! The answers name what they make, in one of two shapes. Status words are an open set. A list ends with an empty page, and
//! the snapshots of one machine are picked out here. A success may carry `status: false`, or errors beside the new machine. In this
//! folder: `list` (pages), `change` (what changes something), `map` (portable objects), `wait` (what became of it).

mod change;
mod list;
mod map;
mod wait;

use std::any::Any;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use http::HeaderName;
use jiff::SignedDuration;
use progenitor_client::ResponseValue;
use serde::de::DeserializeOwned;

use super::clock::Clock;
use super::{Backend, Credentials, Observation, Profile, baseline, call, masked_text, unfit};
use crate::capability::{Capabilities, unsupported};
use crate::error::{Error, ErrorKind};
use crate::generated::PerCall;
use crate::generated::hyperstack::{Client as Generated, types};
use crate::handle::Ticket;
use crate::journal::{Journal, NameRule, Rules};
use crate::model::{Action, Backup, ListSnapshots, RestoreTarget, Snapshot, SnapshotRef, Vm, VmId};
use crate::page::{Page, PageToken};
use crate::spec::Provider;
use crate::transport::auth::FixedHeader;
use crate::transport::{Auth, Authenticate, CallOptions, RateLimit, Transport};
use change::{check_new_vm, description};
use map::Envelope;
pub(super) use map::is_absence;

const PROVIDER: Provider = Provider::Hyperstack;

// --- connection ---

/// The public service allows 500 requests a minute from one address.
pub(crate) const PROFILE: Profile = Profile {
    base_url: Some("https://infrahub-api.nexgencloud.com/v1"),
    rate_limit: Some(RateLimit::new(500, Duration::from_secs(60))),
    rules: Rules {
        names: NameRule { unix_time: false, longest: Some(50) },
        latest: SignedDuration::from_mins(10),
        skew: SignedDuration::from_secs(5),
    },
};

/// An API key in a header of its own, without a prefix.
pub(crate) fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str> {
    match credentials.auth {
        Auth::Token(key) => Ok(Arc::new(FixedHeader::new(HeaderName::from_static("api_key"), "", key.expose())?)),
        _ => Err("Hyperstack takes an API key: Auth::token"),
    }
}

/// The adapter.
#[derive(Clone)]
pub(crate) struct Hyperstack {
    client: Generated,
    transport: Transport,
    journal: Arc<Journal>,
    clock: Clock,
}

impl Hyperstack {
    pub(crate) fn new(transport: Transport, journal: Arc<Journal>) -> Self {
        Self { client: Generated::over(transport.clone()), transport, journal, clock: Clock::default() }
    }

    pub(crate) fn generated(&self) -> &Generated {
        &self.client
    }

    fn per_call(&self, call: &CallOptions) -> Generated {
        self.client.per_call(self.transport.with(call.clone()))
    }

    // --- calls ---

    /// Awaits a call. An answer that cannot be read because it says no in place of the object is that refusal.
    async fn sent<T: DeserializeOwned + 'static>(
        &self,
        operation: &'static str,
        sending: impl Future<Output = Result<ResponseValue<T>, progenitor_client::Error<()>>>,
    ) -> Result<T, Error> {
        let response = sending.await;
        if let Err(progenitor_client::Error::InvalidResponsePayload(body, _)) = &response
            && let Some(reason) = map::reason_in(body)
        {
            return Err(self.denied(operation, &reason));
        }
        let response = call(PROVIDER, operation, std::future::ready(response)).await?;
        self.clock.note(response.headers());
        Ok(response.into_inner())
    }

    /// Awaits a call whose success says so itself.
    async fn query<T: DeserializeOwned + Envelope + 'static>(
        &self,
        operation: &'static str,
        sending: impl Future<Output = Result<ResponseValue<T>, progenitor_client::Error<()>>>,
    ) -> Result<T, Error> {
        let response = self.sent(operation, sending).await?;
        self.affirmed(operation, &response)?;
        Ok(response)
    }

    fn affirmed(&self, operation: &str, response: &impl Envelope) -> Result<(), Error> {
        match response.status() {
            Some(status) if map::says_no(status) => Err(self.denied(operation, response.message().unwrap_or_default())),
            _ => Ok(()),
        }
    }

    /// A change that is denied is not done. A look that is denied says nothing of what is looked at, and may be made again.
    fn denied(&self, operation: &str, reason: &str) -> Error {
        let reason = if reason.is_empty() { "no reason was given" } else { reason };
        let reason = masked_text(&self.transport, reason);
        let why = format!("answered as a success that says it is none (by its `status`): {reason}");
        let safe = crate::spec::operation(PROVIDER, operation).is_some_and(|operation| operation.safe);
        Error::new(if safe { ErrorKind::Unavailable } else { ErrorKind::OperationFailed }, why)
    }

    async fn vm_row(&self, options: &CallOptions, id: i64) -> Result<types::Vm, Error> {
        let sending = self.per_call(options);
        let row = self.query("get_vm", sending.get_vm().vm_id(id).send()).await;
        let row = row.map_err(|error| about(error, id))?.instance;
        if row.id == id { Ok(row) } else { Err(unfit(format!("the response is about vm {}, not vm {id}", row.id))) }
    }

    /// A snapshot by its id. The vendor declares no 404 here, and tells nowhere what it answers in its place: the list knows.
    async fn snapshot_row(&self, options: &CallOptions, id: i64) -> Result<types::Snapshot, Error> {
        let sending = self.per_call(options);
        let row = match self.query("get_snapshot", sending.get_snapshot().snapshot_id(id).send()).await {
            Ok(response) => response.snapshot,
            Err(error) => match about(error, id) {
                error if error.is_from_elsewhere() || error.status() == Some(400) => {
                    let Ok(rows) = self.all_snapshots(options).await else { return Err(error) };
                    let row = rows.into_iter().find(|row| row.id == id);
                    row.ok_or_else(|| Error::new(ErrorKind::NotFound, "it is in no list of the account"))?
                }
                error => return Err(error),
            },
        };
        if row.id == id { Ok(row) } else { Err(unfit(format!("the response is about snapshot {}, not {id}", row.id))) }
    }

    async fn image_row(&self, options: &CallOptions, id: i64) -> Result<types::Image, Error> {
        let sending = self.per_call(options);
        let row = self.query("get_image", sending.get_image().image_id(id).send()).await;
        let row = row.map_err(|error| about(error, id))?.image;
        if row.id == id { Ok(row) } else { Err(unfit(format!("the response is about image {}, not {id}", row.id))) }
    }

    /// The snapshot that a reference means: of the machine that it names, if it names one.
    async fn row(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<types::Snapshot, Error> {
        let of = snapshot.vm.as_ref().map(VmId::number).transpose()?;
        let row = self.snapshot_row(options, snapshot.id.number()?).await?;
        match of {
            Some(of) if of != row.vm_id => {
                let why = format!("snapshot {} is of vm {}, not of vm {of}", row.id, row.vm_id);
                Err(Error::new(ErrorKind::NotFound, why))
            }
            _ => Ok(row),
        }
    }
}

/// A 404 that does not name the object that was asked for may be of a path which the provider does not know.
fn about(error: Error, id: i64) -> Error {
    let names = error.kind() != ErrorKind::NotFound || map::names(error.message(), id);
    if names { error } else { error.sent_from_elsewhere() }
}

// --- the verbs ---

#[async_trait]
impl Backend for Hyperstack {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn capabilities(&self, _vm: Option<&VmId>) -> Capabilities {
        Capabilities {
            list_vms: true,
            list_snapshots: true,
            create_snapshot: true,
            description: true,
            labels: true,
            restore_new_vm: true,
            restore_confirmed: true,
            delete_snapshot: true,
            delete_vm: true,
            create_image: true,
            ..Capabilities::default()
        }
    }

    async fn vms(&self, options: &CallOptions, token: Option<PageToken>) -> Result<Page<Vm>, Error> {
        self.vm_page(options, token).await?.try_map(|row| map::vm(&row))
    }

    async fn snapshots(
        &self,
        options: &CallOptions,
        list: &ListSnapshots,
        token: Option<PageToken>,
    ) -> Result<Page<Snapshot>, Error> {
        let of = list.vm.as_ref().map(VmId::number).transpose()?;
        // `search` is not sent: whether a part of a name is enough for it is not documented.
        let wanted = |row: &types::Snapshot| {
            of.is_none_or(|of| row.vm_id == of) && list.name.as_deref().is_none_or(|name| row.name.contains(name))
        };
        self.snapshot_page(options, token).await?.retain(wanted).try_map(|row| map::snapshot(&row))
    }

    async fn snapshot(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        map::snapshot(&self.row(options, snapshot).await?)
    }

    fn image_of(&self, snapshot: &Snapshot) -> Option<String> {
        map::image_in(&snapshot.raw)
    }

    async fn backups(&self, _options: &CallOptions, _vm: &VmId) -> Result<Vec<Backup>, Error> {
        Err(unsupported(PROVIDER, "list backups", ""))
    }

    async fn prepare(&self, options: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => {
                let of = request.vm.number()?;
                let vm = self.vm_row(options, of).await?;
                let rows = self.all_snapshots(options).await;
                let ids = |rows: Vec<types::Snapshot>| {
                    rows.iter().filter(|row| row.vm_id == of).map(|row| row.id.to_string()).collect()
                };
                ticket.baseline = baseline(rows.map(ids))?;
                ticket.description = Some(description(request).to_owned());
                if request.description.is_none() {
                    let sent = description(request);
                    ticket.warnings.push(format!("a description is needed and none was given: {sent:?} is sent"));
                }
                if vm.volume_attachments.is_some_and(|volumes| !volumes.is_empty()) {
                    ticket.warnings.push("the snapshot holds the root disk only, none of the attached volumes".into());
                }
                if vm.status.eq_ignore_ascii_case("ACTIVE") {
                    ticket.warnings.push("the machine is running and may be switched off for a while".into());
                }
            }
            Action::RestoreSnapshot(request) => {
                let RestoreTarget::NewVm(new) = &request.target else {
                    return Err(unsupported(PROVIDER, "restore in place", ""));
                };
                check_new_vm(new)?;
                self.source(options, &request.snapshot).await?;
                let rows = self.all_vms(options).await;
                let ids = |rows: Vec<types::Vm>| {
                    rows.iter().filter(|row| row.name == new.name).map(|row| row.id.to_string()).collect()
                };
                ticket.baseline = baseline(rows.map(ids))?;
            }
            Action::DeleteSnapshot(request) => {
                let row = self.row(options, &request.snapshot).await?;
                match map::image_of(&row) {
                    Some((id, name)) => {
                        let name = masked_text(&self.transport, name.unwrap_or_default());
                        ticket.warnings.push(format!("the image {id} {name:?} made from it is deleted with it"));
                    }
                    None if row.is_image == Some(true) => {
                        ticket.warnings.push("the image made from it is deleted with it".to_owned());
                    }
                    None => {}
                }
            }
            Action::DeleteVm(request) => drop(self.vm_row(options, request.vm.number()?).await?),
            Action::CreateImage(request) => {
                let row = self.source(options, &request.snapshot).await?;
                ticket.baseline = Some(map::image_of(&row).map(|(id, _)| id.to_string()).into_iter().collect());
                ticket.warnings.push("the image is deleted with its snapshot".to_owned());
            }
            _ => return Err(unsupported(PROVIDER, "this", "")),
        }
        // For a handle that is all that is left of a process which died while it was sending.
        ticket.sent_at = Some(self.clock.now());
        Ok(())
    }

    async fn submit(&self, options: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => self.create(options, request, ticket).await,
            Action::RestoreSnapshot(request) => match &request.target {
                RestoreTarget::NewVm(new) => self.restore(options, &request.snapshot, new, ticket).await,
                RestoreTarget::InPlace(_) => Err(unsupported(PROVIDER, "restore in place", "")),
            },
            Action::DeleteSnapshot(request) => self.delete(options, &request.snapshot).await,
            Action::DeleteVm(request) => self.delete_vm(options, request.vm.number()?).await,
            Action::CreateImage(request) => self.image(options, request, ticket).await,
            _ => Err(unsupported(PROVIDER, "this", "")),
        }
    }

    async fn observe(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error> {
        self.poll_once(options, ticket, done_words).await
    }
}
