//! Syminet: slices, their snapshots and automatic backups. Facts: `openapi/syminet.yaml`, `openapi/provenance/syminet.md`.
//!
//! No changing call tells an id, so a new snapshot is found by what is new in the account list. No call gets one snapshot, or
//! lists slices. The end of a restore, and of switching backups, cannot be seen. In this folder: `list` (the account's snapshots),
//! `map` (portable objects), `wait` (what became of it).

mod list;
mod map;
mod wait;

use std::any::Any;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::SignedDuration;

use super::clock::Clock;
use super::{Backend, Credentials, Observation, Profile, call};
use crate::capability::{Capabilities, unsupported};
use crate::error::{Error, ErrorKind};
use crate::generated::PerCall;
use crate::generated::syminet::{Client as Generated, types};
use crate::handle::Ticket;
use crate::journal::{Journal, NameRule, Rules};
use crate::model::{
    Action, Backup, ListSnapshots, RestoreTarget, Snapshot, SnapshotId, SnapshotRef, SnapshotStatus, Vm, VmId,
    read_time,
};
use crate::page::{Page, PageToken};
use crate::spec::Provider;
use crate::transport::auth::FixedHeader;
use crate::transport::{Auth, Authenticate, CallOptions, RetryPolicy, Transport};
pub(super) use map::is_absence;
use map::{backup_of, snapshot_of, snapshot_of_slice, status_of};
use wait::is_of;

const PROVIDER: Provider = Provider::Syminet;

// --- connection ---

/// The public service. No rate limit is documented.
pub(crate) const PROFILE: Profile = Profile {
    base_url: Some("https://cloud.syminet.com/api/v1"),
    rate_limit: None,
    // The names of the vendor's examples end with the time.
    rules: Rules {
        names: NameRule { unix_time: true, longest: None },
        latest: SignedDuration::from_mins(10),
        skew: SignedDuration::from_secs(5),
    },
};

/// A bearer token; the vendor writes the scheme in lower case.
pub(crate) fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str> {
    match credentials.auth {
        Auth::Token(token) | Auth::Bearer(token) => {
            Ok(Arc::new(FixedHeader::new(http::header::AUTHORIZATION, "bearer ", token.expose())?))
        }
        _ => Err("Syminet takes a token: Auth::token"),
    }
}

/// The adapter.
#[derive(Clone)]
pub(crate) struct Syminet {
    client: Generated,
    transport: Transport,
    journal: Arc<Journal>,
    clock: Clock,
}

impl Syminet {
    pub(crate) fn new(transport: Transport, journal: Arc<Journal>) -> Self {
        Self { client: Generated::over(transport.clone()), transport, journal, clock: Clock::default() }
    }

    pub(crate) fn generated(&self) -> &Generated {
        &self.client
    }

    fn per_call(&self, call: &CallOptions) -> Generated {
        self.client.per_call(self.transport.with(call.clone()))
    }

    // --- restore ---

    /// Reads the snapshot before a restore: what is not ready, not ours to write, or of another machine is refused.
    async fn check_restore(&self, options: &CallOptions, snapshot: &SnapshotRef, onto: &VmId) -> Result<(), Error> {
        let slice = onto.number()?;
        let rows = self.account(options).await?;
        let id = snapshot.id.number()?;
        let row = rows.iter().find(|row| row.id == id);
        let row = row.ok_or_else(|| {
            Error::new(ErrorKind::NotFound, "no snapshot by this id in the account")
                .hint("`snapshots list` shows what there is")
        })?;
        let refused = |kind, why: String| Err(Error::new(kind, format!("{why}; nothing was sent")));
        if row.vm_id.is_some_and(|of| of != slice) {
            let of = row.vm_id.unwrap_or_default();
            return refused(ErrorKind::Invalid, format!("the snapshot is of vm {of}, not of vm {slice}"));
        }
        match status_of(row) {
            SnapshotStatus::Creating => {
                return refused(ErrorKind::Conflict, "the snapshot is still being made".to_owned());
            }
            SnapshotStatus::Unknown => {
                return refused(ErrorKind::Conflict, "the snapshot does not show as finished".to_owned());
            }
            _ => {}
        }
        if row.perms.as_deref() == Some("ro") {
            return refused(ErrorKind::Forbidden, "the snapshot is read-only (perms: ro)".to_owned());
        }
        let locked = rows.iter().any(|row| row.vm_id == Some(slice) && row.vm_perms.as_deref() == Some("ro"));
        if locked {
            return refused(ErrorKind::Forbidden, "the machine is read-only (vm_perms: ro)".to_owned());
        }
        Ok(())
    }
}

// --- the verbs ---

#[async_trait]
impl Backend for Syminet {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn capabilities(&self, _vm: Option<&VmId>) -> Capabilities {
        Capabilities {
            list_snapshots: true,
            create_snapshot: true,
            restore_in_place: true,
            rename_snapshot: true,
            delete_snapshot: true,
            list_backups: true,
            restore_backup: true,
            switch_backups: true,
            ..Capabilities::default()
        }
    }

    async fn vms(&self, _options: &CallOptions, _token: Option<PageToken>) -> Result<Page<Vm>, Error> {
        Err(unsupported(PROVIDER, "list machines", ""))
    }

    async fn snapshots(
        &self,
        options: &CallOptions,
        list: &ListSnapshots,
        token: Option<PageToken>,
    ) -> Result<Page<Snapshot>, Error> {
        let named = |name: &str| list.name.as_deref().is_none_or(|wanted| name.contains(wanted));
        let Some(vm) = &list.vm else {
            let page = self.account_page(options, list.name.as_deref(), token).await?;
            return page.retain(|row| named(&row.name)).try_map(|row| snapshot_of(&row));
        };
        let client = self.per_call(options);
        let request = client.list_slice_snapshots().slice_id(vm.number()?);
        let rows = call(PROVIDER, "list_slice_snapshots", request.send()).await?.into_inner().data;
        let items = rows
            .iter()
            .filter(|row| named(&row.name))
            .map(|row| snapshot_of_slice(row, vm))
            .collect::<Result<_, _>>()?;
        Ok(Page::last(items))
    }

    async fn snapshot(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        snapshot_of(&self.row(options, snapshot).await?)
    }

    async fn backups(&self, options: &CallOptions, vm: &VmId) -> Result<Vec<Backup>, Error> {
        let client = self.per_call(options);
        let request = client.list_backups().slice_id(vm.number()?);
        let list = call(PROVIDER, "list_backups", request.send()).await?.into_inner();
        list.data.iter().map(|row| backup_of(row, vm)).collect()
    }

    async fn prepare(&self, options: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => {
                let slice = request.vm.number()?;
                let rows = self.account(options).await?;
                ticket.newest = rows.iter().filter_map(|row| read_time(&row.created)).max();
                let of_vm = rows.iter().filter(|row| is_of(row, Some(slice)));
                ticket.baseline = Some(of_vm.map(|row| row.id.to_string()).collect());
                ticket.sent_at = Some(self.clock.now());
            }
            Action::RestoreSnapshot(request) => {
                if let RestoreTarget::InPlace(vm) = &request.target {
                    self.check_restore(options, &request.snapshot, vm).await?;
                }
            }
            Action::RenameSnapshot(request) => {
                ticket.baseline = Some(vec![self.row(options, &request.snapshot).await?.name]);
            }
            Action::DeleteSnapshot(request) => {
                self.row(options, &request.snapshot).await?;
            }
            Action::RestoreBackup(request) => {
                let backups = self.backups(options, &request.vm).await?;
                if !backups.iter().any(|backup| backup.id == request.backup) {
                    let why = format!("vm {} has no backup {}; nothing was sent", request.vm, request.backup);
                    return Err(Error::new(ErrorKind::NotFound, why).hint("`backups list` shows what there is"));
                }
            }
            Action::EnableBackups(request) => drop(request.vm.number()?),
            Action::DisableBackups(request) => drop(request.vm.number()?),
            _ => return Err(unsupported(PROVIDER, "this", "")),
        }
        Ok(())
    }

    async fn submit(&self, options: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        let client = self.per_call(options);
        // A restore is sent once, come what may: a second one, late, would erase what was done since.
        let once = self.per_call(&options.clone().retry(RetryPolicy::never()));
        match action {
            Action::CreateSnapshot(request) => {
                ticket.sent_at = Some(self.clock.now());
                let body = types::SnapshotNameRequest { snapshot_name: request.name.clone() };
                let request = client.create_snapshot().slice_id(request.vm.number()?).body(body);
                call(PROVIDER, "create_snapshot", request.send()).await?;
            }
            Action::RestoreSnapshot(request) => {
                let RestoreTarget::InPlace(vm) = &request.target else {
                    return Err(unsupported(PROVIDER, "restore as a new machine", ""));
                };
                let request = once.restore_snapshot().snapshot_id(request.snapshot.id.number()?).slice_id(vm.number()?);
                call(PROVIDER, "restore_snapshot", request.send()).await?;
            }
            Action::RenameSnapshot(request) => {
                let body = types::SnapshotNameRequest { snapshot_name: request.name.clone() };
                let request = client.rename_snapshot().snapshot_id(request.snapshot.id.number()?).body(body);
                call(PROVIDER, "rename_snapshot", request.send()).await?;
            }
            Action::DeleteSnapshot(request) => {
                let request = client.delete_snapshot().snapshot_id(request.snapshot.id.number()?);
                match call(PROVIDER, "delete_snapshot", request.send()).await {
                    // It was there a moment ago, and an earlier attempt may have arrived: it is gone, as asked.
                    Err(error) if error.kind() == ErrorKind::NotFound && error.attempts() > 1 => {}
                    other => drop(other?),
                }
            }
            Action::RestoreBackup(request) => {
                let backup = SnapshotId::new(request.backup.as_str())?.number()?;
                let request = once.restore_backup().slice_id(request.vm.number()?).backup_id(backup);
                call(PROVIDER, "restore_backup", request.send()).await?;
            }
            Action::EnableBackups(request) => {
                let request = client.enable_backups().slice_id(request.vm.number()?);
                call(PROVIDER, "enable_backups", request.send()).await?;
            }
            Action::DisableBackups(request) => {
                let request = client.disable_backups().slice_id(request.vm.number()?);
                call(PROVIDER, "disable_backups", request.send()).await?;
            }
            _ => return Err(unsupported(PROVIDER, "this", "")),
        }
        Ok(())
    }

    async fn observe(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        _done_words: &[String],
    ) -> Result<Observation, Error> {
        self.poll_once(options, ticket).await
    }
}
