//! Modifying requests to Syminet. No response contains the new object.

use crate::error::Error;
use crate::generated::syminet::{Client, types};
use crate::handle::Ticket;
use crate::model::{CreateSnapshot, RenameSnapshot, RestoreBackup, SnapshotRef, VmId};
use crate::provider::kit::{Adapter, ask, gone_on_retry};

impl Adapter<Client> {
    pub(super) async fn create(&self, request: &CreateSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        ticket.sent_at = Some(self.clock.now());
        let body = types::SnapshotNameRequest { snapshot_name: request.name.clone() };
        ask!(self.sent, create_snapshot.slice_id(request.vm.number()?).body(body))
    }

    pub(super) async fn restore(&self, snapshot: &SnapshotRef, onto: &VmId) -> Result<(), Error> {
        let (id, slice) = (snapshot.id.number()?, onto.number()?);
        let once = self.once();
        ask!(once.sent, restore_snapshot.snapshot_id(id).slice_id(slice))
    }

    pub(super) async fn restore_backup(&self, request: &RestoreBackup) -> Result<(), Error> {
        let backup = request.backup.number()?;
        let once = self.once();
        ask!(once.sent, restore_backup.slice_id(request.vm.number()?).backup_id(backup))
    }

    pub(super) async fn rename(&self, request: &RenameSnapshot) -> Result<(), Error> {
        let body = types::SnapshotNameRequest { snapshot_name: request.name.clone() };
        ask!(self.sent, rename_snapshot.snapshot_id(request.snapshot.id.number()?).body(body))
    }

    pub(super) async fn delete(&self, snapshot: &SnapshotRef) -> Result<(), Error> {
        gone_on_retry(ask!(self.sent, delete_snapshot.snapshot_id(snapshot.id.number()?)))
    }

    pub(super) async fn enable_backups(&self, vm: &VmId) -> Result<(), Error> {
        ask!(self.sent, enable_backups.slice_id(vm.number()?))
    }

    pub(super) async fn disable_backups(&self, vm: &VmId) -> Result<(), Error> {
        ask!(self.sent, disable_backups.slice_id(vm.number()?))
    }
}
