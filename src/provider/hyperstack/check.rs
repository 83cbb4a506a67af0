//! Checks before modifying requests to Hyperstack.

use super::{map, rows};
use crate::capability::unsupported;
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::hyperstack::Client;
use crate::handle::Ticket;
use crate::model::{CreateSnapshot, NewVm, SnapshotRef, SnapshotStatus, WarningKind, number};
use crate::provider::backend::Service;
use crate::provider::kit::{Adapter, Kept, baseline, nothing_sent};

impl Adapter<Client> {
    /// For a create: records the existing snapshots and what the user should know.
    pub(super) async fn check_create(&self, request: &CreateSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        let of = request.vm.number()?;
        let vm = self.vm_row(of).await?;
        let features = vm.flavor.as_ref().and_then(|flavor| flavor.features.as_ref());
        if features.is_some_and(|features| features.no_snapshot == Some(true)) {
            let what = "snapshots of a machine whose flavor has `no_snapshot`";
            return Err(unsupported(Client::PROVIDER, what, None));
        }
        let rows = self.snapshots_of(of).await;
        let ids = |rows: Vec<Kept<rows::Snapshot>>| rows.iter().map(|row| row.id.to_string()).collect();
        ticket.baseline = baseline(rows.map(ids))?;
        let sent = description(request);
        ticket.description = Some(sent.to_owned());
        if request.description.is_none() {
            let filled = format!("Hyperstack requires a description; using the name {sent:?}");
            ticket.warn(WarningKind::DefaultUsed, filled);
        }
        if vm.volume_attachments.as_ref().is_some_and(|volumes| !volumes.is_empty()) {
            let part = "the snapshot contains only the root disk, none of the attached volumes";
            ticket.warn(WarningKind::Incomplete, part);
        }
        if vm.status.eq_ignore_ascii_case("ACTIVE") {
            ticket.warn(WarningKind::Downtime, "the machine is running and may be powered off temporarily");
        }
        Ok(())
    }

    /// For a restore: the snapshot is ready, and nothing is requested that is taken from it.
    pub(super) async fn check_restore(
        &self,
        snapshot: &SnapshotRef,
        new: &NewVm,
        ticket: &mut Ticket,
    ) -> Result<(), Error> {
        check_new_vm(new)?;
        self.source(snapshot).await?;
        let rows = self.all_vms().await;
        let ids = |rows: Vec<Kept<rows::Vm>>| {
            rows.iter().filter(|row| row.name == new.name).map(|row| row.id.to_string()).collect()
        };
        ticket.baseline = baseline(rows.map(ids))?;
        Ok(())
    }

    /// For a delete: an image created from the snapshot is deleted with it.
    pub(super) async fn check_delete(&self, snapshot: &SnapshotRef, ticket: &mut Ticket) -> Result<(), Error> {
        let row = self.row(snapshot).await?;
        match map::image_of(&row) {
            Some((id, name)) => {
                let name = self.masked_text(name.unwrap_or_default());
                let image = format!("image {id} {name:?}, which was created from it, is deleted as well");
                ticket.warn(WarningKind::SecondObject, image);
            }
            None if row.is_image == Some(true) => {
                ticket.warn(WarningKind::SecondObject, "the image created from it is deleted as well");
            }
            None => {}
        }
        Ok(())
    }

    /// For an image: the snapshot is ready.
    pub(super) async fn check_image(&self, snapshot: &SnapshotRef, ticket: &mut Ticket) -> Result<(), Error> {
        let row = self.source(snapshot).await?;
        ticket.baseline = Some(map::image_of(&row).map(|(id, _)| id.to_string()).into_iter().collect());
        ticket.warn(WarningKind::SecondObject, "the image is deleted with its snapshot");
        Ok(())
    }

    /// Reads the snapshot that something is to be created from, and refuses one that is not ready.
    async fn source(&self, snapshot: &SnapshotRef) -> Result<Kept<rows::Snapshot>, Error> {
        let row = self.row(snapshot).await?;
        let refused = |kind| Err(nothing_sent(kind, format!("the snapshot's status is {}", map::status_text(&row))));
        match map::status(&row) {
            SnapshotStatus::Creating => refused(ErrorKind::Conflict),
            SnapshotStatus::Failed | SnapshotStatus::Deleting => refused(ErrorKind::Invalid),
            // The provider decides about unknown statuses: it creates nothing from a snapshot that is not ready.
            _ => Ok(row),
        }
    }
}

/// The description to send: the provider requires one.
pub(super) fn description(request: &CreateSnapshot) -> &str {
    request.description.as_deref().unwrap_or(&request.name)
}

/// The ID of the contract, which is a number in the API.
pub(super) fn contract_of(new: &NewVm) -> Result<Option<i64>, Error> {
    new.contract.as_ref().map(|text| number(text, "contract")).transpose()
}

/// Everything except the name and the contract is taken from the snapshot.
fn check_new_vm(new: &NewVm) -> Result<(), Error> {
    let given = [
        (new.hostname.is_some(), "a host name for the new machine"),
        (new.vm_type.is_some(), "a type for the new machine"),
        (new.region.is_some(), "a region for the new machine"),
        (new.login.is_some(), "SSH keys or a password for the new machine"),
    ];
    match given.into_iter().find(|(given, _)| *given) {
        Some((_, what)) => {
            Err(unsupported(Client::PROVIDER, what, Advice::from("omit it: it is taken from the snapshot")))
        }
        None => contract_of(new).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contract_is_a_number() {
        let mut new = NewVm::new("n");
        for (text, number) in [("618", Some(618)), ("0618", None), ("-1", None), ("x", None), ("", None)] {
            new.contract = Some(text.to_owned());
            assert_eq!(contract_of(&new).ok().flatten(), number, "{text:?}");
        }
    }
}
