//! Checks before modifying requests to Syminet.

use super::list::row_in;
use super::map;
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::syminet::Client;
use crate::handle::Ticket;
use crate::model::{RestoreBackup, SnapshotRef, SnapshotStatus, VmId, read_time};
use crate::provider::backend::Verbs;
use crate::provider::kit::{Adapter, not_of, nothing_sent};

impl Adapter<Client> {
    /// For a create: records the existing snapshots, to detect the new one.
    pub(super) async fn check_create(&self, vm: &VmId, ticket: &mut Ticket) -> Result<(), Error> {
        let slice = vm.number()?;
        let rows = self.all_snapshots().await?;
        ticket.newest = rows.iter().filter_map(|row| read_time(&row.created)).max();
        let of_vm = rows.iter().filter(|row| map::is_of(row, Some(slice)));
        ticket.baseline = Some(of_vm.map(|row| row.id.to_string()).collect());
        ticket.sent_at = Some(self.clock.now());
        Ok(())
    }

    /// For a delete: the snapshot exists and belongs to that machine.
    pub(super) async fn check_delete(&self, snapshot: &SnapshotRef, ticket: &mut Ticket) -> Result<(), Error> {
        let id = snapshot.id.number()?;
        if self.is_in_slice(snapshot.vm.as_ref(), id).await? == Some(true) {
            // The slice's list shows it, so it can also show its absence.
            ticket.baseline = Some(vec![id.to_string()]);
            return Ok(());
        }
        self.row(snapshot).await.map(drop)
    }

    /// For a restore: the snapshot is ready, writable and belongs to that machine.
    pub(super) async fn check_restore(&self, snapshot: &SnapshotRef, onto: &VmId) -> Result<(), Error> {
        let (id, slice) = (snapshot.id.number()?, onto.number()?);
        let rows = self.all_snapshots().await?;
        let row = row_in(&rows, id)?;
        let refused = |kind, why: &str| Err(nothing_sent(kind, why));
        if let Some(of) = row.vm_id.filter(|of| *of != slice) {
            return refused(ErrorKind::NotFound, &not_of(row.id, of, slice));
        }
        match map::status(row) {
            SnapshotStatus::Creating => return refused(ErrorKind::Conflict, "the snapshot is still being created"),
            SnapshotStatus::Unknown => {
                return refused(ErrorKind::Conflict, "the snapshot is not reported as finished");
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

    /// For a restore of a backup: it belongs to that machine.
    pub(super) async fn check_backup(&self, request: &RestoreBackup) -> Result<(), Error> {
        let backups = self.backups(&request.vm).await?;
        if backups.iter().any(|backup| backup.id == request.backup) {
            return Ok(());
        }
        let why = format!("VM {} has no backup {}", request.vm, request.backup);
        Err(nothing_sent(ErrorKind::NotFound, why).hint(Advice::ListBackups))
    }
}
