//! Hyperstack: snapshots of virtual machines, and images made from them. Facts: `openapi/hyperstack.yaml`,
//! `openapi/provenance/hyperstack.md`.
//!
//! Responses contain the new object, in one of two forms. Statuses are an open set. A list ends with an empty page, and the snapshots of a
//! machine are selected here. A successful response may contain `status: false`, or errors next to the new machine.

mod change;
mod check;
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
use crate::generated::hyperstack::Client;
use crate::handle::{Ticket, Verb};
use crate::journal::{NameRule, Rules};
use crate::model::{Action, ListSnapshots, Snapshot, SnapshotRef, Vm, VmId};
use crate::page::{Page, Wanted};
use crate::provider::backend::{Credentials, Observation, Profile, Service, Verbs, not_offered};
use crate::provider::kit::{Adapter, Kept, header, new_vm};
use crate::spec::Provider;
use crate::transport::{Auth, Authenticate, RateLimit};

impl Service for Client {
    const PROVIDER: Provider = Provider::Hyperstack;
    type Row = Kept<rows::Snapshot>;

    /// The public service allows 500 requests a minute from one address.
    const PROFILE: Profile = Profile {
        base_url: Some("https://infrahub-api.nexgencloud.com/v1"),
        rate_limit: Some(RateLimit::new(500, Duration::from_secs(60))),
        rules: Rules { names: NameRule { unix_time: false, longest: Some(50) }, ..Profile::PLAIN.rules },
        ..Profile::PLAIN
    };

    /// An API key in a header of its own, without a prefix.
    fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str> {
        match credentials.auth {
            Auth::Token(key) => header(HeaderName::from_static("api_key"), "", key),
            _ => Err("Hyperstack requires an API key: Auth::token"),
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

    fn image_of(snapshot: &Snapshot) -> Option<String> {
        map::image_in(&snapshot.raw)
    }
}

impl Verbs for Adapter<Client> {
    async fn vms(&self, page: Wanted) -> Result<Page<Vm>, Error> {
        self.vm_page(page).await?.try_map(map::vm)
    }

    async fn snapshots(&self, list: &ListSnapshots, page: Wanted) -> Result<Page<Snapshot>, Error> {
        let of = list.vm.as_ref().map(VmId::number).transpose()?;
        // `search` is not sent: it is not documented whether it matches a part of a name.
        let wanted = |row: &Kept<rows::Snapshot>| {
            of.is_none_or(|of| row.vm_id == of) && list.name.as_deref().is_none_or(|name| row.name.contains(name))
        };
        self.snapshot_page(page).await?.retain(wanted).try_map(map::snapshot)
    }

    async fn selected_of(&self, vm: &VmId) -> Result<Option<Vec<Snapshot>>, Error> {
        let rows = self.snapshots_of(vm.number()?).await?;
        rows.into_iter().map(map::snapshot).collect::<Result<_, _>>().map(Some)
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
            Action::DeleteSnapshot(request) => self.check_delete(&request.snapshot, ticket).await?,
            Action::DeleteVm(request) => drop(self.vm_row(request.vm.number()?).await?),
            Action::CreateImage(request) => self.check_image(&request.snapshot, ticket).await?,
            _ => return Err(not_offered()),
        }
        // For the handle of a process that dies while sending.
        ticket.sent_at = Some(self.clock.now());
        Ok(())
    }

    async fn submit(&self, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => self.create(request, ticket).await,
            Action::RestoreSnapshot(request) => self.restore(&request.snapshot, new_vm(&request.target)?, ticket).await,
            Action::DeleteSnapshot(request) => self.delete(&request.snapshot).await,
            Action::DeleteVm(request) => self.delete_vm(&request.vm).await,
            Action::CreateImage(request) => self.image(request, ticket).await,
            _ => Err(not_offered()),
        }
    }

    async fn observe(&self, ticket: &mut Ticket, done_words: &[String]) -> Result<Observation, Error> {
        match ticket.verb {
            Verb::CreateSnapshot => self.created(ticket, done_words).await,
            Verb::RestoreSnapshot => self.restored(ticket, done_words).await,
            Verb::DeleteSnapshot => self.deleted(ticket).await,
            Verb::DeleteVm => self.vm_deleted(ticket).await,
            Verb::CreateImage => self.imaged(ticket).await,
            _ => Err(not_offered()),
        }
    }
}
