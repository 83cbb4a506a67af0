//! Syminet: slices, their snapshots and automatic backups. Facts: `openapi/syminet.yaml`, `openapi/provenance/syminet.md`.
//!
//! No response to a modifying request contains an ID, so new snapshots are found in the account's list. There is no call for a single
//! snapshot or for the list of slices. The API does not report the completion of restores or of enabling and disabling backups.

mod change;
mod check;
mod list;
mod map;
mod observe;
mod rows;

use std::sync::Arc;

use serde_json::Value;

use crate::capability::Capabilities;
use crate::error::Error;
use crate::generated::syminet::Client;
use crate::handle::{Ticket, Verb};
use crate::journal::{NameRule, Rules};
use crate::model::{Action, Backup, ListSnapshots, Snapshot, SnapshotRef, VmId};
use crate::page::{Page, Wanted};
use crate::provider::backend::{Credentials, Observation, Profile, Service, Verbs, not_offered};
use crate::provider::kit::{Adapter, Kept, header, onto, read};
use crate::spec::Provider;
use crate::transport::{Auth, Authenticate};

impl Service for Client {
    const PROVIDER: Provider = Provider::Syminet;
    type Row = Kept<rows::Snapshot>;

    /// The public service. No rate limit is documented.
    const PROFILE: Profile = Profile {
        base_url: Some("https://cloud.syminet.com/api/v1"),
        // The names in the vendor's examples end with a time.
        rules: Rules { names: NameRule { unix_time: true, longest: None }, ..Profile::PLAIN.rules },
        caution: |verb| {
            (verb == Verb::DisableBackups).then_some("Syminet does not allow them to be re-enabled for 72 hours.")
        },
        fields: &[("slice_id", "vm_id")],
        ..Profile::PLAIN
    };
    /// The list shows the progress of snapshots as numbers and flags.
    const HAS_STATUS_WORDS: bool = false;

    /// A bearer token; the vendor writes the scheme in lower case.
    fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str> {
        match credentials.auth {
            Auth::Token(token) | Auth::Bearer(token) => header(http::header::AUTHORIZATION, "bearer ", token),
            _ => Err("Syminet requires a token: Auth::token"),
        }
    }

    fn is_absence(body: &Value) -> bool {
        map::is_absence(body)
    }

    fn capabilities(_vm: Option<&VmId>) -> Capabilities {
        Capabilities {
            list_snapshots: true,
            create_snapshot: true,
            restore_in_place: true,
            rename_snapshot: true,
            delete_snapshot: true,
            list_backups: true,
            restore_backup: true,
            automatic_backups: true,
            ..Capabilities::default()
        }
    }
}

impl Verbs for Adapter<Client> {
    async fn snapshots(&self, list: &ListSnapshots, page: Wanted) -> Result<Page<Snapshot>, Error> {
        let named = |name: &str| list.name.as_deref().is_none_or(|wanted| name.contains(wanted));
        let Some(vm) = &list.vm else {
            let page = self.snapshot_page(list.name.as_deref(), page).await?;
            return page.retain(|row| named(&row.name)).try_map(map::snapshot);
        };
        let list: rows::SliceSnapshotList = read!(self.read, list_slice_snapshots.slice_id(vm.number()?))?;
        let rows = list.data.into_iter().filter(|row| named(&row.name));
        Ok(Page::last(rows.map(|row| map::slice_snapshot(row, vm)).collect::<Result<_, _>>()?))
    }

    async fn snapshot(&self, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        map::snapshot(self.row(snapshot).await?)
    }

    async fn backups(&self, vm: &VmId) -> Result<Vec<Backup>, Error> {
        let list: rows::BackupList = read!(self.read, list_backups.slice_id(vm.number()?))?;
        list.data.into_iter().map(|row| map::backup(row, vm)).collect()
    }

    async fn prepare(&self, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => self.check_create(&request.vm, ticket).await,
            Action::RestoreSnapshot(request) => self.check_restore(&request.snapshot, onto(&request.target)?).await,
            Action::RenameSnapshot(request) => {
                ticket.baseline = Some(vec![self.row(&request.snapshot).await?.name.clone()]);
                Ok(())
            }
            Action::DeleteSnapshot(request) => self.check_delete(&request.snapshot, ticket).await,
            Action::RestoreBackup(request) => self.check_backup(request).await,
            Action::EnableBackups(request) => request.vm.number().map(drop),
            Action::DisableBackups(request) => request.vm.number().map(drop),
            _ => Err(not_offered()),
        }
    }

    async fn submit(&self, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => self.create(request, ticket).await,
            Action::RestoreSnapshot(request) => self.restore(&request.snapshot, onto(&request.target)?).await,
            Action::RenameSnapshot(request) => self.rename(request).await,
            Action::DeleteSnapshot(request) => self.delete(&request.snapshot).await,
            Action::RestoreBackup(request) => self.restore_backup(request).await,
            Action::EnableBackups(request) => self.enable_backups(&request.vm).await,
            Action::DisableBackups(request) => self.disable_backups(&request.vm).await,
            _ => Err(not_offered()),
        }
    }

    async fn observe(&self, ticket: &mut Ticket, _done_words: &[String]) -> Result<Observation, Error> {
        match ticket.verb {
            Verb::CreateSnapshot => self.created(ticket).await,
            Verb::RestoreSnapshot | Verb::RestoreBackup => Ok(observe::restored(ticket)),
            Verb::RenameSnapshot => self.renamed(ticket).await,
            Verb::DeleteSnapshot => self.deleted(ticket).await,
            Verb::EnableBackups => Ok(observe::switched(ticket, true)),
            Verb::DisableBackups => Ok(observe::switched(ticket, false)),
            _ => Err(not_offered()),
        }
    }
}
