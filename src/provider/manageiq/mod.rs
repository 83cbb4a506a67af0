//! ManageIQ: snapshots of vms and instances. Facts: `openapi/manageiq.yaml`, `openapi/provenance/manageiq.md`.
//!
//! Changes are queued: the answer names a task, never the new snapshot. Whether it was accepted stands in the body, whatever the
//! status. The server does not compare the machine of a snapshot, so that is done here. In this folder: `auth` (credentials),
//! `machine` (the calls that exist for both kinds), `list` (pages), `map` (portable objects), `wait` (what became of it).

mod auth;
mod list;
mod machine;
mod map;
mod wait;

use std::any::Any;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::SignedDuration;

use super::clock::Clock;
use super::{Backend, Observation, Profile, masked_text, unfit};
use crate::capability::{Capabilities, unsupported};
use crate::error::{Error, ErrorKind};
use crate::generated::PerCall;
use crate::generated::manageiq::{Client as Generated, types};
use crate::handle::{Ticket, Verb};
use crate::journal::{Journal, NameRule, Rules, Seen};
use crate::model::{
    Action, Backup, CreateSnapshot, ListSnapshots, RestoreTarget, Snapshot, SnapshotRef, Vm, VmId, VmKind,
};
use crate::page::{Page, PageToken};
use crate::spec::Provider;
use crate::transport::{CallOptions, Transport};
use machine::Machine;

pub(crate) use auth::authenticator;
pub(super) use map::is_absence;

const PROVIDER: Provider = Provider::ManageIq;

// --- connection ---

/// Every installation has its own address. The code shows no limit on the rate of requests.
pub(crate) const PROFILE: Profile = Profile {
    base_url: None,
    rate_limit: None,
    // Requests are queued, and snapshots are dated by the provider behind the server.
    rules: Rules { names: NameRule::PLAIN, latest: SignedDuration::from_hours(1), skew: SignedDuration::from_mins(5) },
};

/// The adapter.
#[derive(Clone)]
pub(crate) struct ManageIq {
    client: Generated,
    transport: Transport,
    journal: Arc<Journal>,
    clock: Clock,
}

impl ManageIq {
    pub(crate) fn new(transport: Transport, journal: Arc<Journal>) -> Self {
        Self { client: Generated::over(transport.clone()), transport, journal, clock: Clock::default() }
    }

    pub(crate) fn generated(&self) -> &Generated {
        &self.client
    }

    fn per_call(&self, call: &CallOptions) -> Generated {
        self.client.per_call(self.transport.with(call.clone()))
    }

    // --- one snapshot ---

    /// The record of a snapshot and its machine; `otherwise` is the kind of error if it is none of that machine.
    ///
    /// Reading and acting by id find the snapshots of all machines, so the machine is compared here.
    async fn own(
        &self,
        options: &CallOptions,
        snapshot: &SnapshotRef,
        otherwise: ErrorKind,
    ) -> Result<(Machine, types::Snapshot), Error> {
        let vm = snapshot.vm.as_ref().ok_or_else(|| {
            Error::new(ErrorKind::Invalid, "ManageIQ needs the machine of a snapshot")
                .hint("name it: --vm vms/ID or --vm instances/ID")
        })?;
        let machine = Machine::of(vm)?;
        let row = self.get_snapshot(options, &machine, &snapshot.id).await?;
        let id = map::id_of(row.id.as_deref())?;
        if id.to_string() != snapshot.id.as_str() {
            let why = format!("the answer is the record of snapshot {id}, not of snapshot {}", snapshot.id);
            return Err(unfit(why));
        }
        let refused = |why: String| Err(Error::new(otherwise, format!("{why}; nothing was sent")));
        match row.vm_or_template_id.as_deref() {
            Some(of) if of == machine.id => {}
            Some(of) => {
                let of = masked_text(&self.transport, of);
                return refused(format!("snapshot {} is of vm {of}, not of vm {machine}", snapshot.id));
            }
            None => return refused(format!("the server does not say of which machine snapshot {} is", snapshot.id)),
        }
        if self.is_running_state(options, &machine, &row).await? {
            return refused(format!("{} is the running state of vm {machine}, not a snapshot", snapshot.id));
        }
        Ok((machine, row))
    }
}

/// The description that is sent. Where none is given, the name: oVirt takes the description for the name, and OpenStack's form
/// demands one.
fn description(request: &CreateSnapshot) -> &str {
    request.description.as_deref().unwrap_or(&request.name)
}

// --- the verbs ---

#[async_trait]
impl Backend for ManageIq {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn capabilities(&self, vm: Option<&VmId>) -> Capabilities {
        // Clouds ignore `memory`, and instances have no action to revert.
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

    async fn vms(&self, options: &CallOptions, token: Option<PageToken>) -> Result<Page<Vm>, Error> {
        self.machines(options, token, false).await?.try_map(|(machine, row)| map::vm(&row, &machine))
    }

    async fn snapshots(
        &self,
        options: &CallOptions,
        list: &ListSnapshots,
        token: Option<PageToken>,
    ) -> Result<Page<Snapshot>, Error> {
        self.listed(options, list, token).await
    }

    async fn snapshot(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        let (machine, row) = self.own(options, snapshot, ErrorKind::NotFound).await?;
        map::snapshot(&row, &machine)
    }

    fn seen(&self, snapshot: &Snapshot) -> Seen {
        let class = snapshot.raw.get("type").and_then(serde_json::Value::as_str);
        map::seen(snapshot.name.as_deref(), snapshot.description.as_deref(), class)
    }

    async fn backups(&self, _options: &CallOptions, _vm: &VmId) -> Result<Vec<Backup>, Error> {
        Err(unsupported(PROVIDER, "list backups of a machine", "it has snapshots: snapshots list"))
    }

    async fn prepare(&self, options: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        match action {
            Action::CreateSnapshot(request) => {
                let machine = Machine::of(&request.vm)?;
                let rows = self.rows_of(options, &machine, &[]).await?;
                if rows.iter().any(map::is_of_vcloud) {
                    let there = "the machine has a snapshot, and its platform (vCloud) keeps one for each machine: the \
                                 create may be refused, or take the place of the one that is there";
                    ticket.warnings.push(there.to_owned());
                }
                ticket.baseline = Some(rows.into_iter().filter_map(|row| row.id).collect());
                ticket.vm = Some(machine.vm_id()?);
                ticket.description = Some(description(request).to_owned());
                ticket.sent_at = Some(self.clock.now());
            }
            Action::RestoreSnapshot(request) => {
                let RestoreTarget::InPlace(onto) = &request.target else {
                    return Err(unsupported(PROVIDER, "restore as a new machine", ""));
                };
                let onto = Machine::of(onto)?;
                if let Some(vm) = &request.snapshot.vm
                    && Machine::of(vm)?.id != onto.id
                {
                    let why = format!("a snapshot of vm {vm} cannot be restored onto vm {onto}; nothing was sent");
                    return Err(Error::new(ErrorKind::Invalid, why));
                }
                let snapshot = SnapshotRef::new(request.snapshot.id.clone()).of(onto.vm_id()?);
                self.own(options, &snapshot, ErrorKind::Invalid).await?;
                ticket.vm = Some(onto.vm_id()?);
            }
            Action::DeleteSnapshot(request) => {
                let (machine, _) = self.own(options, &request.snapshot, ErrorKind::Invalid).await?;
                ticket.vm = Some(machine.vm_id()?);
            }
            _ => return Err(unsupported(PROVIDER, "this", "")),
        }
        Ok(())
    }

    async fn submit(&self, options: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        ticket.sent_at = Some(self.clock.now());
        ticket.task = match action {
            Action::CreateSnapshot(request) => {
                let fields = types::SnapshotEntry {
                    name: Some(request.name.clone()),
                    description: Some(description(request).to_owned()),
                    memory: request.memory.then_some(true),
                    ..Default::default()
                };
                self.create(options, &Machine::of(&request.vm)?, fields).await?
            }
            Action::RestoreSnapshot(request) => {
                let RestoreTarget::InPlace(onto) = &request.target else {
                    return Err(unsupported(PROVIDER, "restore as a new machine", ""));
                };
                self.revert(options, &Machine::of(onto)?, &request.snapshot.id).await?
            }
            Action::DeleteSnapshot(request) => {
                let vm = request.snapshot.vm.as_ref();
                let vm =
                    vm.ok_or_else(|| Error::new(ErrorKind::Invalid, "ManageIQ needs the machine of a snapshot"))?;
                self.delete(options, &Machine::of(vm)?, &request.snapshot.id).await?
            }
            _ => return Err(unsupported(PROVIDER, "this", "")),
        };
        Ok(())
    }

    async fn observe(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        _done_words: &[String],
    ) -> Result<Observation, Error> {
        match ticket.verb {
            Verb::CreateSnapshot => self.created(options, ticket).await,
            Verb::DeleteSnapshot => self.deleted(options, ticket).await,
            Verb::RestoreSnapshot => self.reverted(options, ticket).await,
            _ => Err(unsupported(PROVIDER, "this", "")),
        }
    }
}
