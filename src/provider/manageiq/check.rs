//! Checks before modifying requests to ManageIQ.

use super::change::description;
use super::machine::Machine;
use super::map;
use crate::error::{Error, ErrorKind};
use crate::generated::manageiq::Client;
use crate::handle::Ticket;
use crate::model::{CreateSnapshot, SnapshotRef, VmId, WarningKind};
use crate::provider::kit::{Adapter, nothing_sent};

impl Adapter<Client> {
    /// For a create: records the existing snapshots, to detect the new one.
    pub(super) async fn check_create(&self, request: &CreateSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        let machine = Machine::of(&request.vm)?;
        let rows = self.all_snapshots(&machine, &[]).await?;
        if rows.iter().any(|row| map::is_of_vcloud(row)) {
            let existing = "vCloud keeps one snapshot per machine: this may fail or replace the existing one";
            ticket.warn(WarningKind::MayReplace, existing);
        }
        ticket.baseline = Some(rows.iter().filter_map(|row| row.id.as_deref().map(str::to_owned)).collect());
        ticket.vm = Some(machine.vm_id()?);
        ticket.description = Some(description(request).to_owned());
        ticket.sent_at = Some(self.clock.now());
        Ok(())
    }

    /// For a restore: the snapshot exists and belongs to that machine.
    pub(super) async fn check_restore(
        &self,
        snapshot: &SnapshotRef,
        onto: &VmId,
        ticket: &mut Ticket,
    ) -> Result<(), Error> {
        let machine = Machine::of(onto)?;
        if let Some(vm) = &snapshot.vm
            && Machine::of(vm)?.id != machine.id
        {
            let why = format!("a snapshot of machine {vm} cannot be restored on machine {machine}");
            return Err(nothing_sent(ErrorKind::NotFound, why));
        }
        let snapshot = SnapshotRef::new(snapshot.id.clone()).of_vm(machine.vm_id()?);
        self.check_row(&snapshot, ticket).await
    }

    /// The snapshot exists and belongs to the machine that the reference names.
    pub(super) async fn check_row(&self, snapshot: &SnapshotRef, ticket: &mut Ticket) -> Result<(), Error> {
        let (machine, _) = self.row(snapshot).await?;
        ticket.vm = Some(machine.vm_id()?);
        Ok(())
    }
}
