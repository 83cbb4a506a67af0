//! Genesis Cloud: instances, their snapshots, imports, clones and replicas. Facts: `openapi/genesiscloud.yaml`,
//! `openapi/provenance/genesiscloud.md`.
//!
//! Each response to a create contains the ID of the new object. There is no idempotency key: if the response is lost, the new object is
//! found by its name, source and region among the objects created since the request was sent, by the server's clock.

mod change;
mod check;
mod ids;
mod list;
mod map;
mod observe;
mod rows;

use std::sync::Arc;
use std::time::Duration;

use http::HeaderName;
use serde_json::Value;

use crate::capability::Capabilities;
use crate::error::Error;
use crate::generated::genesiscloud::Client;
use crate::handle::{Ticket, Verb};
use crate::model::{Action, ListSnapshots, Snapshot, SnapshotRef, Vm, VmId};
use crate::page::{Page, Wanted};
use crate::provider::backend::{Credentials, Observation, Profile, Service, Verbs, not_offered};
use crate::provider::kit::{Adapter, Kept, header, new_vm, unfit};
use crate::spec::Provider;
use crate::transport::{Auth, Authenticate, RateLimit};

impl Service for Client {
    const PROVIDER: Provider = Provider::GenesisCloud;
    type Row = Kept<rows::Snapshot>;

    /// The public service, and the rate limit that third-party clients take from the vendor's documentation.
    const PROFILE: Profile = Profile {
        base_url: Some("https://api.genesiscloud.com/compute/v1"),
        rate_limit: Some(RateLimit::new(10, Duration::from_secs(1))),
        // The document permits other IDs than UUIDs, but these may just as well be names.
        is_vm_id: |vm| ids::is_uuid(vm.as_str()),
        ..Profile::PLAIN
    };

    /// A bearer token, or the same token in the deprecated header.
    fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str> {
        match credentials.auth {
            Auth::Token(token) | Auth::Bearer(token) => header(http::header::AUTHORIZATION, "Bearer ", token),
            Auth::XAuthToken(token) => header(HeaderName::from_static("x-auth-token"), "", token),
            Auth::Basic { .. } => Err("Genesis Cloud requires a token: Auth::token"),
        }
    }

    fn is_absence(body: &Value) -> bool {
        map::is_absence(body)
    }

    fn capabilities(_vm: Option<&VmId>) -> Capabilities {
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
}

impl Verbs for Adapter<Client> {
    async fn vms(&self, page: Wanted) -> Result<Page<Vm>, Error> {
        self.vm_page(page).await?.try_map(map::vm)
    }

    async fn snapshots(&self, list: &ListSnapshots, page: Wanted) -> Result<Page<Snapshot>, Error> {
        let named = |row: &Kept<rows::Snapshot>| list.name.as_deref().is_none_or(|wanted| row.name.contains(wanted));
        let page = self.snapshot_page(list.vm.as_ref(), page).await?;
        let of = list.vm.as_ref().map(VmId::id);
        let elsewhere = |row: &Kept<rows::Snapshot>| {
            let source = row.source_instance_id.as_deref().filter(|source| !source.is_empty());
            source.zip(of).is_some_and(|(source, of)| source != of)
        };
        if page.items.iter().any(elsewhere) {
            return Err(unfit("the list of an instance contains a snapshot of another instance"));
        }
        page.retain(named).try_map(|row| {
            let mut snapshot = map::snapshot(row)?;
            // The list of an instance may omit the instance.
            snapshot.vm.id = snapshot.vm.id.or_else(|| list.vm.clone());
            Ok(snapshot)
        })
    }

    async fn snapshot(&self, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        map::snapshot(self.row(snapshot).await?)
    }

    async fn prepare(&self, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => self.check_create(request, ticket).await?,
            Action::RestoreSnapshot(request) => {
                self.check_restore(&request.snapshot, new_vm(&request.target)?, ticket).await?;
            }
            Action::RenameSnapshot(request) => drop(self.row(&request.snapshot).await?),
            Action::DeleteSnapshot(request) => drop(self.row(&request.snapshot).await?),
            Action::DeleteVm(request) => drop(self.vm_row(&request.vm).await?),
            Action::CloneSnapshot(request) => self.check_clone(request, ticket).await?,
            Action::ImportSnapshot(request) => self.check_import(request, ticket)?,
            _ => return Err(not_offered()),
        }
        // For the handle of a process that dies while sending.
        ticket.sent_at = Some(self.clock.now());
        self.keep_baseline(ticket).await
    }

    async fn submit(&self, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        ticket.sent_at = Some(self.clock.now());
        match action {
            Action::CreateSnapshot(request) => self.create(request, ticket).await,
            Action::RestoreSnapshot(request) => self.restore(&request.snapshot, new_vm(&request.target)?, ticket).await,
            Action::RenameSnapshot(request) => self.rename(request).await,
            Action::DeleteSnapshot(request) => self.delete(&request.snapshot).await,
            Action::DeleteVm(request) => self.delete_vm(&request.vm).await,
            Action::CloneSnapshot(request) => self.clone_to(request, ticket).await,
            Action::ImportSnapshot(request) => self.import(request, ticket).await,
            _ => Err(not_offered()),
        }
    }

    async fn observe(&self, ticket: &mut Ticket, done_words: &[String]) -> Result<Observation, Error> {
        match ticket.verb {
            Verb::CreateSnapshot | Verb::CloneSnapshot | Verb::ImportSnapshot => self.created(ticket, done_words).await,
            Verb::RestoreSnapshot => self.restored(ticket, done_words).await,
            Verb::RenameSnapshot => self.renamed(ticket).await,
            Verb::DeleteSnapshot => self.deleted(ticket).await,
            Verb::DeleteVm => self.vm_deleted(ticket).await,
            _ => Err(not_offered()),
        }
    }
}
