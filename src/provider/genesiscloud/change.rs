//! Modifying requests to Genesis Cloud and their responses.

use super::{ids, map, rows};
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::genesiscloud::{Client, types};
use crate::handle::Ticket;
use crate::model::{
    CloneSnapshot, CreateSnapshot, ImportSnapshot, Login, NewVm, RenameSnapshot, SnapshotId, SnapshotRef, VmId,
};
use crate::provider::kit::{Adapter, another, ask, decode_id, gone_on_retry, read};
use crate::spec::SecretText;

impl Adapter<Client> {
    pub(super) async fn create(&self, request: &CreateSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        let body =
            types::SnapshotCreation { name: request.name.clone(), replicated_region: request.replica_region.clone() };
        let id = ids::vm(&request.vm)?;
        let made: rows::SnapshotAnswer = read!(self.read, create_instance_snapshot.instance_id(id).body(body))?;
        let (made, _) = made.snapshot.parts();
        let of = map::source_instance(&made).is_none_or(|of| of == request.vm.id());
        self.keep(ticket, made.id, &made.created_at, made.name == request.name && of)
    }

    pub(super) async fn restore(&self, snapshot: &SnapshotRef, new: &NewVm, ticket: &mut Ticket) -> Result<(), Error> {
        let made = self.create_instance(&snapshot.id, new, ticket.region.clone()).await?;
        self.keep(ticket, made.id, &made.created_at, made.name == new.name)
    }

    /// Sends the request for a new instance from the snapshot. `prepare` has determined the region.
    async fn create_instance(
        &self,
        snapshot: &SnapshotId,
        new: &NewVm,
        region: Option<String>,
    ) -> Result<types::Instance, Error> {
        let missing = || Error::new(ErrorKind::Invalid, "the host name, type or region of the new machine is missing");
        let (mut body, mut options) = (types::InstanceCreation::builder(), self.transport.options().clone());
        match &new.login {
            Some(Login::SshKeys(keys)) => body = body.ssh_keys(keys.clone()),
            Some(Login::Password(password)) => {
                body = body.password(SecretText::from(password.expose().to_owned()));
                options = options.hiding(password.clone());
            }
            None => {}
        }
        let body = body
            .name(new.name.clone())
            .hostname(new.hostname.clone().ok_or_else(missing)?)
            .type_(new.vm_type.clone().ok_or_else(missing)?)
            .region(types::Region(region.ok_or_else(missing)?))
            .image(snapshot.to_string());
        let hiding = self.with(options);
        let made = ask!(hiding.sent, create_instance.body(body)).map_err(|error| match error.code() {
            Some("02035") => error.hint(Advice::OtherVmType),
            _ => error,
        });
        Ok(made?.instance)
    }

    pub(super) async fn clone_to(&self, request: &CloneSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        let source = request.snapshot.id.as_str();
        let body = types::SnapshotClone { name: request.name.clone(), region: types::Region(request.region.clone()) };
        let id = ids::snapshot(&request.snapshot.id)?;
        let made: rows::SnapshotAnswer = read!(self.read, clone_snapshot.snapshot_id(id).body(body))?;
        let (made, _) = made.snapshot.parts();
        let from = map::source_snapshot(&made).is_none_or(|of| of == source) && made.id != source;
        self.keep(ticket, made.id, &made.created_at, made.name == request.name && from)
    }

    pub(super) async fn import(&self, request: &ImportSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        let body = types::SnapshotImport {
            name: request.name.clone(),
            os_type: request.os_type.clone().map(types::OsType),
            region: types::Region(request.region.clone()),
            size: request.size_gib.into(),
            url: request.url.clone(),
        };
        let made = ask!(self.sent, import_snapshot.body(body))?.snapshot;
        self.keep(ticket, made.id, &made.created_at, made.name == request.name)
    }

    pub(super) async fn rename(&self, request: &RenameSnapshot) -> Result<(), Error> {
        let body = types::SnapshotRenaming { name: Some(request.name.clone()) };
        let id = ids::snapshot(&request.snapshot.id)?;
        let row = ask!(self.sent, rename_snapshot.snapshot_id(id).body(body))?.snapshot;
        if row.id == id { Ok(()) } else { Err(another()) }
    }

    pub(super) async fn delete(&self, snapshot: &SnapshotRef) -> Result<(), Error> {
        gone_on_retry(ask!(self.sent, delete_snapshot.snapshot_id(ids::snapshot(&snapshot.id)?)))
    }

    pub(super) async fn delete_vm(&self, vm: &VmId) -> Result<(), Error> {
        gone_on_retry(ask!(self.sent, delete_instance.instance_id(ids::vm(vm)?)))
    }

    /// Stores the ID of the object in a response, if it fits the request.
    fn keep(&self, ticket: &mut Ticket, id: String, made: &str, fits: bool) -> Result<(), Error> {
        if !fits || !self.is_new(ticket, &id, Some(made)) {
            return Err(another());
        }
        decode_id(SnapshotId::new(&id)).map_err(Error::after_effect)?;
        ticket.resource = Some(id);
        Ok(())
    }
}
