//! ManageIQ: snapshots of VMs and instances. Facts: `openapi/manageiq.yaml`, `openapi/provenance/manageiq.md`.
//!
//! Changes are queued: responses contain a task, never the new snapshot. The body reports whether a request was accepted, whatever the
//! HTTP status. The server does not compare the machine of a snapshot, so this is done here.

mod auth;
mod change;
mod check;
mod list;
mod machine;
mod map;
mod observe;
mod rows;

use std::sync::Arc;

use jiff::SignedDuration;
use serde_json::Value;

use crate::capability::Capabilities;
use crate::error::Error;
use crate::generated::manageiq::Client;
use crate::handle::{Ticket, Verb};
use crate::journal::{Rules, Seen};
use crate::model::{Action, ListSnapshots, Snapshot, SnapshotRef, Vm, VmId, VmKind};
use crate::page::{Page, Wanted};
use crate::provider::backend::{Credentials, Observation, Profile, Service, Verbs, not_offered};
use crate::provider::kit::{Adapter, Kept, onto};
use crate::spec::Provider;
use crate::transport::Authenticate;

impl Service for Client {
    const PROVIDER: Provider = Provider::ManageIq;
    type Row = Kept<rows::Snapshot>;

    /// Every installation has its own address. The source code contains no rate limit.
    const PROFILE: Profile = Profile {
        path: Some("/api"),
        sessions: true,
        lists_by_vm: true,
        // Requests are queued, and the times of snapshots come from the provider behind the server.
        rules: Rules {
            latest: SignedDuration::from_hours(1),
            skew: SignedDuration::from_mins(5),
            ..Profile::PLAIN.rules
        },
        // Also with its kind: the same machine may be accessible as a VM although the list has it as an instance.
        is_vm_id: |vm| VmId::new(vm.id()).is_ok_and(|id| id.number().is_ok()),
        results: |body| body.get("results").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default(),
        ..Profile::PLAIN
    };
    /// Tasks have a state, snapshots do not.
    const HAS_STATUS_WORDS: bool = false;

    fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str> {
        auth::authenticator(credentials)
    }

    fn is_absence(body: &Value) -> bool {
        map::is_absence(body)
    }

    fn capabilities(vm: Option<&VmId>) -> Capabilities {
        // Clouds ignore `memory`, and instances cannot be reverted.
        let vms = vm.and_then(VmId::kind).is_none_or(|kind| kind == VmKind::Vm);
        Capabilities {
            list_vms: true,
            list_snapshots: true,
            create_snapshot: true,
            description: true,
            memory: vms,
            restore_in_place: vms,
            restore_confirmed: vms,
            delete_snapshot: true,
            ..Capabilities::default()
        }
    }

    fn seen(snapshot: &Snapshot) -> Seen {
        let class = snapshot.raw.get("type").and_then(serde_json::Value::as_str);
        map::seen(snapshot.name.as_deref(), snapshot.description.as_deref(), class)
    }
}

impl Verbs for Adapter<Client> {
    async fn vms(&self, page: Wanted) -> Result<Page<Vm>, Error> {
        self.vm_page(page.token, false).await?.try_map(|(machine, row)| Ok(map::vm(row, machine.vm_id()?)))
    }

    async fn snapshots(&self, list: &ListSnapshots, page: Wanted) -> Result<Page<Snapshot>, Error> {
        self.listed(list, page.token).await
    }

    async fn snapshot(&self, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        let (machine, row) = self.row(snapshot).await?;
        map::snapshot(row, machine.vm_id()?)
    }

    async fn prepare(&self, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => self.check_create(request, ticket).await,
            Action::RestoreSnapshot(request) => {
                self.check_restore(&request.snapshot, onto(&request.target)?, ticket).await
            }
            Action::DeleteSnapshot(request) => self.check_row(&request.snapshot, ticket).await,
            _ => Err(not_offered()),
        }
    }

    async fn submit(&self, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        ticket.sent_at = Some(self.clock.now());
        ticket.task = match action {
            Action::CreateSnapshot(request) => self.create(request).await?,
            Action::RestoreSnapshot(request) => self.restore(&request.snapshot.id, onto(&request.target)?).await?,
            Action::DeleteSnapshot(request) => self.delete(&request.snapshot).await?,
            _ => return Err(not_offered()),
        };
        Ok(())
    }

    async fn observe(&self, ticket: &mut Ticket, _done_words: &[String]) -> Result<Observation, Error> {
        match ticket.verb {
            Verb::CreateSnapshot => self.created(ticket).await,
            Verb::DeleteSnapshot => self.deleted(ticket).await,
            Verb::RestoreSnapshot => self.restored(ticket).await,
            _ => Err(not_offered()),
        }
    }
}
