//! What is checked before Syminet is sent anything that changes.

use super::list::row_in;
use super::map;
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::syminet::Client;
use crate::handle::Ticket;
use crate::model::{RestoreBackup, SnapshotRef, SnapshotStatus, VmId, read_time};
use crate::provider::backend::Verbs;
use crate::provider::kit::{Adapter, not_of, nothing_sent};

impl Adapter<Client> {
    /// A create: what is there before it, so that what is new can be told.
    pub(super) async fn check_create(&self, vm: &VmId, ticket: &mut Ticket) -> Result<(), Error> {
        let slice = vm.number()?;
        let rows = self.all_snapshots().await?;
        ticket.newest = rows.iter().filter_map(|row| read_time(&row.created)).max();
        let of_vm = rows.iter().filter(|row| map::is_of(row, Some(slice)));
        ticket.baseline = Some(of_vm.map(|row| row.id.to_string()).collect());
        ticket.sent_at = Some(self.clock.now());
        Ok(())
    }

    /// A delete: the snapshot is there, and of that machine.
    pub(super) async fn check_delete(&self, snapshot: &SnapshotRef, ticket: &mut Ticket) -> Result<(), Error> {
        let id = snapshot.id.number()?;
        if self.is_in_slice(snapshot.vm.as_ref(), id).await? == Some(true) {
            // What its slice's list shows it can also show to be gone.
            ticket.baseline = Some(vec![id.to_string()]);
            return Ok(());
        }
        self.row(snapshot).await.map(drop)
    }

    /// A restore: the snapshot is ready, ours to write, and of that machine.
    pub(super) async fn check_restore(&self, snapshot: &SnapshotRef, onto: &VmId) -> Result<(), Error> {
        let (id, slice) = (snapshot.id.number()?, onto.number()?);
        let rows = self.all_snapshots().await?;
        let row = row_in(&rows, id)?;
        let refused = |kind, why: &str| Err(nothing_sent(kind, why));
        if let Some(of) = row.vm_id.filter(|of| *of != slice) {
            return refused(ErrorKind::NotFound, &not_of(row.id, of, slice));
        }
        match map::status(row) {
            SnapshotStatus::Creating => return refused(ErrorKind::Conflict, "the snapshot is still being made"),
            SnapshotStatus::Unknown => {
                return refused(ErrorKind::Conflict, "the snapshot does not show as finished");
            }
            _ => {}
        }
        if row.perms.as_deref() == Some("ro") {
            return refused(ErrorKind::Forbidden, "the snapshot is read-only (perms: ro)");
        }
        let locked = rows.iter().any(|row| row.vm_id == Some(slice) && row.vm_perms.as_deref() == Some("ro"));
        if locked {
            return refused(ErrorKind::Forbidden, "the machine is read-only (vm_perms: ro)");
        }
        Ok(())
    }

    /// A restore of a backup: it is one of that machine.
    pub(super) async fn check_backup(&self, request: &RestoreBackup) -> Result<(), Error> {
        let backups = self.backups(&request.vm).await?;
        if backups.iter().any(|backup| backup.id == request.backup) {
            return Ok(());
        }
        let why = format!("vm {} has no backup {}", request.vm, request.backup);
        Err(nothing_sent(ErrorKind::NotFound, why).hint(Advice::ListBackups))
    }
}
