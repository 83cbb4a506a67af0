//! Genesis Cloud: instances, their snapshots, imports, clones and replicas. Facts: `openapi/genesiscloud.yaml`,
//! `openapi/provenance/genesiscloud.md`. Here: the connection and the verbs.
//!
//! Each answer to a create carries the id of what is made. There is no idempotency key: where such an answer is lost,
//! what was made is found by name, source and region among what was created since the request was sent, by the server's
//! own clock.

mod check;
mod lists;
mod mapping;
mod watch;

use std::any::Any;
use std::future::Future;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::SignedDuration;
use progenitor_client::ResponseValue;
use serde::de::DeserializeOwned;

pub(super) use self::mapping::is_absence;
use super::clock::Clock;
use super::{Backend, Credentials, Observation, Profile, call, decode_id, is_new, unfit};
use crate::capability::{Capabilities, unsupported};
use crate::error::{Error, ErrorKind};
use crate::generated::PerCall;
use crate::generated::genesiscloud::{Client as Generated, types};
use crate::handle::{Ticket, Verb};
use crate::journal::{Journal, NameRule, Rules};
use crate::model::{
    Action, Backup, ListSnapshots, Login, NewVm, RestoreTarget, Snapshot, SnapshotId, SnapshotRef, Vm, VmId,
};
use crate::page::{Page, PageToken};
use crate::spec::{Provider, SecretText};
use crate::transport::auth::FixedHeader;
use crate::transport::{Auth, Authenticate, CallOptions, RateLimit, Transport};

const PROVIDER: Provider = Provider::GenesisCloud;

// --- connection ---

/// The public service, and the rate that users' wrappers read from the vendor's pages.
pub(crate) const PROFILE: Profile = Profile {
    base_url: Some("https://api.genesiscloud.com/compute/v1"),
    rate_limit: Some(RateLimit::new(10, std::time::Duration::from_secs(1))),
    rules: Rules { names: NameRule::PLAIN, latest: SignedDuration::from_mins(10), skew: SignedDuration::from_secs(5) },
};

/// A bearer token, or the same token in the header that the vendor calls deprecated.
pub(crate) fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str> {
    let header = match credentials.auth {
        Auth::Token(token) | Auth::Bearer(token) => {
            FixedHeader::new(http::header::AUTHORIZATION, "Bearer ", token.expose())?
        }
        Auth::XAuthToken(token) => FixedHeader::new(http::HeaderName::from_static("x-auth-token"), "", token.expose())?,
        Auth::Basic { .. } => return Err("Genesis Cloud takes a token: Auth::token"),
    };
    Ok(Arc::new(header))
}

/// The adapter.
#[derive(Clone)]
pub(crate) struct GenesisCloud {
    client: Generated,
    transport: Transport,
    journal: Arc<Journal>,
    clock: Clock,
}

impl GenesisCloud {
    pub(crate) fn new(transport: Transport, journal: Arc<Journal>) -> Self {
        Self { client: Generated::over(transport.clone()), transport, journal, clock: Clock::default() }
    }

    pub(crate) fn generated(&self) -> &Generated {
        &self.client
    }

    fn per_call(&self, call: &CallOptions) -> Generated {
        self.client.per_call(self.transport.with(call.clone()))
    }

    /// Awaits a generated call, and takes down what the answer tells of the server's clock.
    async fn ask<T: DeserializeOwned + 'static>(
        &self,
        operation: &'static str,
        sending: impl Future<Output = Result<ResponseValue<T>, progenitor_client::Error<()>>>,
    ) -> Result<T, Error> {
        let response = call(PROVIDER, operation, sending).await?;
        self.clock.note(response.headers());
        Ok(response.into_inner())
    }

    // --- reads ---

    /// A snapshot as the provider sent it. A 404 that is not the provider's own is held against the list.
    async fn get(&self, options: &CallOptions, id: &SnapshotId) -> Result<types::Snapshot, Error> {
        let client = self.per_call(options);
        let request = client.get_snapshot().snapshot_id(check::snapshot_id(id)?);
        let row = match self.ask("get_snapshot", request.send()).await {
            Ok(response) => response.snapshot,
            Err(error) if error.is_from_elsewhere() => {
                let Ok(rows) = self.all_snapshots(options, None).await else { return Err(error) };
                let row = rows.into_iter().find(|row| row.id == id.as_str());
                row.ok_or_else(|| Error::new(ErrorKind::NotFound, "it is in no list of the account"))?
            }
            Err(error) => return Err(error),
        };
        if row.id != id.as_str() {
            return Err(unfit(format!("the response is about another snapshot than {id}")));
        }
        Ok(row)
    }

    /// An instance as the provider sent it.
    async fn instance(&self, options: &CallOptions, vm: &VmId) -> Result<types::Instance, Error> {
        let client = self.per_call(options);
        let id = check::instance_id(vm)?;
        let row = self.ask("get_instance", client.get_instance().instance_id(id).send()).await?.instance;
        if row.id != id {
            return Err(unfit(format!("the response is about another instance than {id}")));
        }
        Ok(row)
    }

    /// A snapshot, of the machine that the reference names. What shows no machine (a clone, an import) is not held
    /// against one.
    async fn row(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<types::Snapshot, Error> {
        let wanted = snapshot.vm.as_ref().map(check::instance_id).transpose()?;
        let row = self.get(options, &snapshot.id).await?;
        match (wanted, mapping::source_instance(&row)) {
            (Some(vm), Some(of)) if vm != of => {
                let why = format!("snapshot {} is of vm {of}, not of vm {vm}", snapshot.id);
                Err(Error::new(ErrorKind::NotFound, why))
            }
            _ => Ok(row),
        }
    }

    /// Whether what an answer names can be what the request made.
    fn is_new(&self, ticket: &Ticket, id: &str, made: &str) -> bool {
        is_new(ticket, PROFILE.rules, &self.clock, id, Some(made))
    }

    // --- restore ---

    /// Sends the request for a new instance, made from the snapshot. `prepare` has settled the region.
    async fn restore(
        &self,
        options: &CallOptions,
        snapshot: &SnapshotId,
        new: &NewVm,
        region: Option<String>,
    ) -> Result<types::Instance, Error> {
        let missing = || Error::new(ErrorKind::Invalid, "host name, type or region of the new machine is missing");
        let (mut body, mut options) = (types::InstanceCreation::builder(), options.clone());
        match &new.login {
            Some(Login::SshKeys(keys)) => body = body.ssh_keys(keys.clone()),
            Some(Login::Password(password)) => {
                body = body.password(SecretText::from(password.expose().to_owned()));
                options = options.hiding(password.clone());
            }
            None => {}
        }
        let body = body
            .name(new.name.clone())
            .hostname(new.hostname.clone().ok_or_else(missing)?)
            .type_(new.vm_type.clone().ok_or_else(missing)?)
            .region(types::Region(region.ok_or_else(missing)?))
            .image(snapshot.to_string());
        let client = self.per_call(&options);
        let sent = self.ask("create_instance", client.create_instance().body(body).send()).await;
        let made = sent.map_err(|error| match error.code() {
            Some("02035") => error.hint("the snapshot cannot run on this type of machine: choose another --type"),
            _ => error,
        });
        Ok(made?.instance)
    }
}

/// The id of what an answer to a change names, if that fits the request. Another object may be what a cache or a gateway had at hand:
/// whether the request took effect is then not known.
fn fitting(id: String, fits: bool) -> Result<String, Error> {
    if !fits {
        return Err(unfit("the response is about another object than the request").after_effect());
    }
    match decode_id(SnapshotId::new(&id)) {
        Ok(_) => Ok(id),
        Err(error) => Err(error.after_effect()),
    }
}

// --- the verbs ---

#[async_trait]
impl Backend for GenesisCloud {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn capabilities(&self, _vm: Option<&VmId>) -> Capabilities {
        Capabilities {
            list_vms: true,
            list_snapshots: true,
            create_snapshot: true,
            replica: true,
            restore_new_vm: true,
            restore_confirmed: true,
            rename_snapshot: true,
            delete_snapshot: true,
            delete_vm: true,
            clone_snapshot: true,
            import_snapshot: true,
            ..Capabilities::default()
        }
    }

    async fn vms(&self, options: &CallOptions, token: Option<PageToken>) -> Result<Page<Vm>, Error> {
        self.instance_page(options, token).await?.try_map(|row| mapping::vm_of(&row))
    }

    async fn snapshots(
        &self,
        options: &CallOptions,
        list: &ListSnapshots,
        token: Option<PageToken>,
    ) -> Result<Page<Snapshot>, Error> {
        let named = |row: &types::Snapshot| list.name.as_deref().is_none_or(|wanted| row.name.contains(wanted));
        let page = self.snapshot_page(options, list.vm.as_ref(), token).await?;
        let of = list.vm.as_ref().map(VmId::as_str);
        let elsewhere = |row: &types::Snapshot| {
            let source = row.source_instance_id.as_deref().filter(|source| !source.is_empty());
            source.zip(of).is_some_and(|(source, of)| source != of)
        };
        if page.items.iter().any(elsewhere) {
            return Err(unfit("the list of one instance holds a snapshot of another"));
        }
        page.retain(named).try_map(|row| {
            let mut snapshot = mapping::snapshot_of(&row)?;
            // The list of an instance need not repeat whose it is.
            snapshot.vm.id = snapshot.vm.id.or_else(|| list.vm.clone());
            Ok(snapshot)
        })
    }

    async fn snapshot(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        mapping::snapshot_of(&self.row(options, snapshot).await?)
    }

    async fn backups(&self, _options: &CallOptions, _vm: &VmId) -> Result<Vec<Backup>, Error> {
        Err(unsupported(PROVIDER, "list backups", "it has snapshots: snapshots list"))
    }

    async fn prepare(&self, options: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => self.check_create(options, request, ticket).await?,
            Action::RestoreSnapshot(request) => match &request.target {
                RestoreTarget::NewVm(new) => self.check_restore(options, &request.snapshot, new, ticket).await?,
                RestoreTarget::InPlace(_) => return Err(unsupported(PROVIDER, "restore in place", "give --new-vm")),
            },
            Action::RenameSnapshot(request) => drop(self.row(options, &request.snapshot).await?),
            Action::DeleteVm(request) => drop(self.instance(options, &request.vm).await?),
            Action::DeleteSnapshot(request) => drop(self.row(options, &request.snapshot).await?),
            Action::CloneSnapshot(request) => self.check_clone(options, request, ticket).await?,
            Action::ImportSnapshot(request) => self.check_import(request, ticket)?,
            _ => return Err(unsupported(PROVIDER, "this", "")),
        }
        // For a handle that is all that is left of a process which died while it was sending.
        ticket.sent_at = Some(self.clock.now());
        self.keep_baseline(options, ticket).await
    }

    async fn submit(&self, options: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        let client = self.per_call(options);
        ticket.sent_at = Some(self.clock.now());
        match action {
            Action::CreateSnapshot(request) => {
                let body = types::SnapshotCreation {
                    name: request.name.clone(),
                    replicated_region: request.replica_region.clone(),
                };
                let sending =
                    client.create_instance_snapshot().instance_id(check::instance_id(&request.vm)?).body(body);
                let made = self.ask("create_instance_snapshot", sending.send()).await?.snapshot;
                let of = mapping::source_instance(&made).is_none_or(|of| of == request.vm.as_str());
                let new = self.is_new(ticket, &made.id, &made.created_at);
                ticket.resource = Some(fitting(made.id, made.name == request.name && of && new)?);
            }
            Action::RestoreSnapshot(request) => {
                let RestoreTarget::NewVm(new) = &request.target else {
                    return Err(unsupported(PROVIDER, "restore in place", "give --new-vm"));
                };
                let made = self.restore(options, &request.snapshot.id, new, ticket.region.clone()).await?;
                let fits = made.name == new.name && self.is_new(ticket, &made.id, &made.created_at);
                ticket.resource = Some(fitting(made.id, fits)?);
            }
            Action::CloneSnapshot(request) => {
                let region = types::Region(request.region.clone());
                let body = types::SnapshotClone { name: request.name.clone(), region };
                let sending = client.clone_snapshot().snapshot_id(check::snapshot_id(&request.snapshot.id)?).body(body);
                let made = self.ask("clone_snapshot", sending.send()).await?.snapshot;
                let source = mapping::source_snapshot(&made).is_none_or(|of| of == request.snapshot.id.as_str());
                let new = made.id != request.snapshot.id.as_str() && self.is_new(ticket, &made.id, &made.created_at);
                let fits = made.name == request.name && source && new;
                ticket.resource = Some(fitting(made.id, fits)?);
            }
            Action::ImportSnapshot(request) => {
                let body = types::SnapshotImport {
                    name: request.name.clone(),
                    os_type: request.os_type.clone().map(types::OsType),
                    region: types::Region(request.region.clone()),
                    size: request.size_gib.into(),
                    url: request.url.clone(),
                };
                let made = self.ask("import_snapshot", client.import_snapshot().body(body).send()).await?.snapshot;
                let fits = made.name == request.name && self.is_new(ticket, &made.id, &made.created_at);
                ticket.resource = Some(fitting(made.id, fits)?);
            }
            Action::RenameSnapshot(request) => {
                let body = types::SnapshotRenaming { name: Some(request.name.clone()) };
                let sending =
                    client.rename_snapshot().snapshot_id(check::snapshot_id(&request.snapshot.id)?).body(body);
                let row = self.ask("rename_snapshot", sending.send()).await?.snapshot;
                fitting(row.id.clone(), row.id == request.snapshot.id.as_str())?;
            }
            Action::DeleteSnapshot(request) => {
                let sending = client.delete_snapshot().snapshot_id(check::snapshot_id(&request.snapshot.id)?);
                match self.ask("delete_snapshot", sending.send()).await {
                    // It was there a moment ago, and an earlier attempt may have arrived: it is gone, as asked.
                    Err(error) if error.kind() == ErrorKind::NotFound && error.attempts() > 1 => {}
                    other => other?,
                }
            }
            Action::DeleteVm(request) => {
                let sending = client.delete_instance().instance_id(check::instance_id(&request.vm)?);
                match self.ask("delete_instance", sending.send()).await {
                    // It was there a moment ago, and an earlier attempt may have arrived: it is gone, as asked.
                    Err(error) if error.kind() == ErrorKind::NotFound && error.attempts() > 1 => {}
                    other => other?,
                }
            }
            _ => return Err(unsupported(PROVIDER, "this", "")),
        }
        Ok(())
    }

    async fn observe(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error> {
        match ticket.verb {
            Verb::CreateSnapshot | Verb::CloneSnapshot | Verb::ImportSnapshot => {
                self.made(options, ticket, done_words).await
            }
            Verb::RestoreSnapshot => self.restored(options, ticket, done_words).await,
            Verb::RenameSnapshot => self.renamed(options, ticket).await,
            Verb::DeleteSnapshot => self.deleted(options, ticket).await,
            Verb::DeleteVm => self.instance_deleted(options, ticket).await,
            _ => Err(unsupported(PROVIDER, "this", "")),
        }
    }
}
