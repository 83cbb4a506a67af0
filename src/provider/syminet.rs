//! Syminet: slices, their snapshots and automatic backups. Facts: `openapi/syminet.yaml`, `openapi/provenance/syminet.md`.
//!
//! No changing call tells an id, so a new snapshot is found by what is new in the account list. No call gets one snapshot, or
//! lists slices. The end of a restore, and of switching backups, cannot be seen.

use std::any::Any;
use std::collections::HashSet;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::{Backend, Credentials, Observation, Profile, call};
use crate::capability::{Capabilities, RestoreMode, unsupported};
use crate::error::{Error, ErrorKind};
use crate::generated::PerCall;
use crate::generated::syminet::{Client as Generated, types};
use crate::handle::{Ticket, Verb};
use crate::ledger::{self, Candidate, Claim};
use crate::model::{
    Action, Backup, BackupId, BackupSwitch, Deleted, ListSnapshots, Resource, RestoreTarget, Restored, Size, Snapshot,
    SnapshotId, SnapshotRef, SnapshotStatus, Vm, VmId, raw_of, read_time,
};
use crate::page::{self, Page, PageToken};
use crate::spec::Provider;
use crate::transport::auth::FixedHeader;
use crate::transport::{Auth, Authenticate, CallOptions, RetryPolicy, Transport};

const PROVIDER: Provider = Provider::Syminet;

// --- connection ---

/// The public service. No rate limit is documented.
pub(crate) const PROFILE: Profile = Profile { base_url: Some("https://cloud.syminet.com/api/v1"), rate_limit: None };

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
}

impl Syminet {
    pub(crate) fn new(transport: Transport) -> Self {
        Self { client: Generated::over(transport.clone()), transport }
    }

    pub(crate) fn generated(&self) -> &Generated {
        &self.client
    }

    fn per_call(&self, call: &CallOptions) -> Generated {
        self.client.per_call(self.transport.with(call.clone()))
    }

    // --- lists ---

    /// One page of the account's snapshots, as the provider sent it.
    async fn account_page(
        &self,
        options: &CallOptions,
        query: Option<&str>,
        token: Option<PageToken>,
    ) -> Result<Page<types::Snapshot>, Error> {
        let number = PageToken::as_number(token.as_ref(), 1);
        let client = self.per_call(options);
        let mut request = client.list_snapshots().page(i64::try_from(number).unwrap_or(i64::MAX));
        if let Some(query) = query {
            request = request.query(query);
        }
        let page = call(PROVIDER, "list_snapshots", request.send()).await?.into_inner();
        // The walk ends by `pages`, and by an empty page should `pages` be wrong.
        let more = !page.data.is_empty() && i64::try_from(number).is_ok_and(|number| number < page.pages);
        let total = u64::try_from(page.results).ok();
        Ok(Page::last(page.data).then(more.then(|| PageToken::number(number + 1))).of_total(total))
    }

    /// All snapshots of the account.
    async fn account(&self, options: &CallOptions) -> Result<Vec<types::Snapshot>, Error> {
        let (adapter, options) = (self.clone(), options.clone());
        let all = page::stream(PROVIDER, move |token| {
            let (adapter, options) = (adapter.clone(), options.clone());
            Box::pin(async move { adapter.account_page(&options, None, token).await })
        });
        page::collect(all).await
    }

    /// The row of one snapshot: there is no call for it.
    async fn row(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<types::Snapshot, Error> {
        let id = snapshot.id.number()?;
        let row = self.account(options).await?.into_iter().find(|row| row.id == id);
        let row = row.ok_or_else(|| {
            Error::new(ErrorKind::NotFound, "no snapshot by this id in the account")
                .hint("`snapshots list` shows what there is")
        })?;
        match (&snapshot.vm, row.vm_id) {
            (Some(vm), Some(of)) if vm.number()? != of => {
                let why = format!("snapshot {id} is of vm {of}, not of vm {vm}");
                Err(Error::new(ErrorKind::NotFound, why))
            }
            _ => Ok(row),
        }
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

    // --- waiting ---

    /// What became of a create: something new in the list that is ours.
    async fn created(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let rows = self.account(options).await?;
        if ticket.resource.is_none() {
            match ledger::claim(ticket, candidates(&rows, ticket)?) {
                Claim::Nothing => return Ok(Observation::Pending),
                Claim::Ambiguous(ids) => return Ok(Observation::Ambiguous(ids)),
                Claim::Mine(id) => ticket.resource = Some(id),
            }
        }
        let id = ticket.resource.clone().unwrap_or_default();
        match rows.iter().find(|row| row.id.to_string() == id) {
            None => Ok(Observation::Gone),
            Some(row) if status_of(row) == SnapshotStatus::Ready => Ok(Observation::Done(snapshot_of_row(row)?)),
            Some(row) => Ok(Observation::Running { status: None, progress: progress_of(row) }),
        }
    }
}

impl page::Identified for types::Snapshot {
    fn identity(&self) -> String {
        self.id.to_string()
    }
}

/// What is in the list and was not there before, of the ticket's machine, in the order of ids.
fn candidates(rows: &[types::Snapshot], ticket: &Ticket) -> Result<Vec<Candidate>, Error> {
    let slice = ticket.vm.as_ref().map(VmId::number).transpose()?;
    let before: HashSet<&str> = ticket.baseline.iter().flatten().map(String::as_str).collect();
    let mut new: Vec<&types::Snapshot> = rows
        .iter()
        .filter(|row| is_of(row, slice))
        .filter(|row| !before.contains(row.id.to_string().as_str()) && !is_older(row, ticket.newest))
        .collect();
    new.sort_by_key(|row| row.id);
    Ok(new.into_iter().map(|row| Candidate { id: row.id.to_string(), name: Some(row.name.clone()) }).collect())
}

/// It is of that slice, for all that is shown.
fn is_of(row: &types::Snapshot, slice: Option<i64>) -> bool {
    row.vm_id.is_none() || row.vm_id == slice
}

/// It was made before others that were there already: a lagging look may show what was deleted. The vendor's times have no zone, and
/// may so jump with the season.
fn is_older(row: &types::Snapshot, newest: Option<Timestamp>) -> bool {
    const JUMP: SignedDuration = SignedDuration::from_hours(2);
    let since = newest.and_then(|newest| newest.checked_sub(JUMP).ok());
    read_time(&row.created).zip(since).is_some_and(|(created, since)| created < since)
}

/// It bears the name that was asked for, or that name with something added, which is not the name that it had.
fn is_renamed(row: &types::Snapshot, ticket: &Ticket) -> bool {
    let Some(wanted) = &ticket.name else { return false };
    let before = ticket.baseline.iter().flatten().any(|name| *name == row.name);
    row.name == *wanted || (row.name.contains(wanted.as_str()) && !before)
}

// --- mapping ---

/// A flag of unknown type: null, false, 0 and their texts mean no.
fn is_set(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(flag)) => *flag,
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::String(text)) => !matches!(text.trim().to_ascii_lowercase().as_str(), "" | "0" | "false" | "no"),
        Some(_) => true,
    }
}

/// Finished snapshots show how long they took. One that shows neither that nor progress is not taken for finished.
fn status_of(row: &types::Snapshot) -> SnapshotStatus {
    if is_set(row.in_progress.as_ref()) {
        SnapshotStatus::Creating
    } else if row.duration.as_deref().is_some_and(|duration| !duration.is_empty()) {
        SnapshotStatus::Ready
    } else if is_set(row.progress.as_ref()) {
        SnapshotStatus::Creating
    } else {
        SnapshotStatus::Unknown
    }
}

/// The progress as a fraction, where it reads like a percentage.
fn progress_of(row: &types::Snapshot) -> Option<f32> {
    let percent = match row.progress.as_ref()? {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().trim_end_matches('%').parse().ok()?,
        _ => return None,
    };
    (0.0..=100.0).contains(&percent).then_some((percent / 100.0) as f32)
}

fn id_of(number: i64) -> Result<SnapshotId, Error> {
    Ok(SnapshotId::new(number.to_string())?)
}

fn snapshot_of_row(row: &types::Snapshot) -> Result<Resource, Error> {
    Ok(Resource::Snapshot(Box::new(snapshot_of(row)?)))
}

fn snapshot_of(row: &types::Snapshot) -> Result<Snapshot, Error> {
    let mut snapshot = Snapshot::new(PROVIDER, id_of(row.id)?).created(Some(&row.created));
    snapshot.name = Some(row.name.clone());
    snapshot.status = status_of(row);
    snapshot.vm.id = row.vm_id.map(|id| VmId::new(id.to_string())).transpose()?;
    snapshot.vm.name = row.vmname.clone();
    // The unit is not documented.
    snapshot.size = row.snapshot_size.map(|size| Size::new(size, None));
    snapshot.region = row.region.clone();
    snapshot.raw = raw_of(row);
    Ok(snapshot)
}

fn snapshot_of_slice(row: &types::SliceSnapshot, vm: &VmId) -> Result<Snapshot, Error> {
    let mut snapshot = Snapshot::new(PROVIDER, id_of(row.id)?).created(Some(&row.created));
    snapshot.name = Some(row.name.clone());
    let finished = row.duration.as_deref().is_some_and(|duration| !duration.is_empty());
    snapshot.status = if finished { SnapshotStatus::Ready } else { SnapshotStatus::Unknown };
    snapshot.vm.id = Some(vm.clone());
    snapshot.size = row.backup_full_size.map(|size| Size::new(size, None));
    snapshot.raw = raw_of(row);
    Ok(snapshot)
}

fn backup_of(row: &types::Backup, vm: &VmId) -> Result<Backup, Error> {
    let created_at = read_time(&row.created);
    Ok(Backup {
        id: BackupId::new(row.backup_id.to_string())?,
        name: Some(row.name.clone()),
        created_at_text: created_at.is_none().then(|| row.created.clone()),
        created_at,
        size: row.backup_full_size.map(|size| Size::new(size, None)),
        vm: crate::model::VmSummary { id: Some(vm.clone()), name: None },
        provider: PROVIDER,
        raw: raw_of(row),
    })
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
            restore: Some(RestoreMode::InPlace),
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
            let (next, total) = (page.next.clone(), page.total);
            let items = page.items.iter().filter(|row| named(&row.name)).map(snapshot_of).collect::<Result<_, _>>()?;
            return Ok(Page::last(items).then(next).of_total(total));
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
                ticket.sent_at = Some(Timestamp::now());
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
        let restored =
            |confirmed| Resource::Restored(Box::new(Restored { vm_id: ticket.vm.clone(), vm: None, confirmed }));
        let switched =
            |enabled| Resource::Backups(BackupSwitch { vm_id: ticket.vm.clone(), enabled, confirmed: false });
        match ticket.verb {
            Verb::CreateSnapshot => self.created(options, ticket).await,
            // Nothing of it can be seen: an answer that was lost stays lost.
            Verb::RestoreSnapshot | Verb::RestoreBackup | Verb::EnableBackups | Verb::DisableBackups
                if ticket.uncertain =>
            {
                Ok(Observation::Unseen)
            }
            Verb::RestoreSnapshot | Verb::RestoreBackup => Ok(Observation::Accepted(restored(false))),
            Verb::EnableBackups => Ok(Observation::Accepted(switched(true))),
            Verb::DisableBackups => Ok(Observation::Accepted(switched(false))),
            Verb::RenameSnapshot | Verb::DeleteSnapshot => {
                let Some(target) = ticket.target.clone() else { return Ok(Observation::Gone) };
                let id = target.number()?;
                let row = self.account(options).await?.into_iter().find(|row| row.id == id);
                Ok(match (ticket.verb, row) {
                    (Verb::DeleteSnapshot, None) => {
                        Observation::Done(Resource::Deleted(Deleted { id: target.to_string(), deleted: true }))
                    }
                    // Nothing shows that the request arrived.
                    (Verb::DeleteSnapshot, Some(_)) if ticket.uncertain => Observation::Pending,
                    (Verb::DeleteSnapshot, Some(_)) => {
                        Observation::Running { status: Some("still listed".to_owned()), progress: None }
                    }
                    (_, None) => Observation::Gone,
                    (_, Some(row)) if is_renamed(&row, ticket) => Observation::Done(snapshot_of_row(&row)?),
                    (_, Some(_)) => Observation::Pending,
                })
            }
            _ => Err(unsupported(PROVIDER, "this", "")),
        }
    }
}
