//! `snapshots restore`: onto the machine, with a confirmation, or to a new machine.

use std::io::{IsTerminal, Read};

use super::delete::described;
use super::{NewVmArguments, Restore, reference};
use crate::cli::ask;
use crate::cli::change::{self, Change};
use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::machines;
use crate::cli::safety;
use crate::cli::shapes::ResourceId;
use crate::cli::subject::Subject;
use crate::handle::Verb;
use crate::model::{Login, NewVm, RestoreSnapshot};
use crate::secret::Secret;

/// The password of a new machine.
const PASSWORD: &str = "CLOUDSNAP_NEW_VM_PASSWORD";

pub(super) async fn run(context: &Context, arguments: Restore) -> Result<Exit, Failure> {
    let machine = arguments.vm.as_ref().filter(|_| arguments.new_vm.is_none());
    let machine = machine.map(|vm| -> &dyn std::fmt::Display { vm });
    context.begin(Subject::one(Verb::RestoreSnapshot, ResourceId::new("vm", machine)));
    if let Some(name) = arguments.new_vm {
        let new = new_vm(context, name, arguments.new)?;
        let connection = connect(context, Need::Change).await?;
        let vm = machines::resolve_any(&connection.client, arguments.vm.as_deref(), |it| it.restore_new_vm).await?;
        let snapshot = reference(&arguments.snapshot, vm.as_ref());
        let change = Change::prepare(context, &connection, RestoreSnapshot::new_vm(snapshot, new), false).await?;
        return change::run(change, arguments.wait).await;
    }
    let Some(vm) = arguments.vm else {
        return Err(Failure::usage("use `--vm` to restore onto a machine, or `--new-vm` to create a new one"));
    };
    let connection = connect(context, Need::Change).await?;
    let vm = machines::resolve(&connection.client, &vm, |it| it.restore_in_place).await?;
    let snapshot = reference(&arguments.snapshot, Some(&vm));
    let request = RestoreSnapshot::in_place(snapshot.clone(), vm.clone());
    let change = Change::prepare(context, &connection, request, true).await?;
    let safety = safety::prepare(context, &connection, &vm, arguments.safety_snapshot).await?;
    if !context.global.yes && !context.global.dry_run {
        let found = connection.client.snapshot(&snapshot).await?;
        let machine = found.vm.name.as_ref().map(|name| format!(" \"{name}\"")).unwrap_or_default();
        let lines = [
            format!("This machine of {} will be overwritten:", connection.title()),
            format!("  VM {vm}{machine}"),
            format!("  with {}", described(&found)),
            safety::prompt(safety.is_some()).to_owned(),
        ];
        ask::confirm_by_name(context, &lines, found.vm.name.as_deref().unwrap_or(vm.id())).await?;
    }
    safety::restore(context, safety, change, arguments.wait).await
}

fn new_vm(context: &Context, name: String, arguments: NewVmArguments) -> Result<NewVm, Failure> {
    let mut new = NewVm::new(name);
    new.hostname = arguments.hostname;
    new.vm_type = arguments.vm_type;
    new.region = arguments.region;
    new.contract = arguments.contract;
    let variable = std::env::var(PASSWORD).ok().filter(|password| !password.is_empty());
    new.login = match (arguments.ssh_keys, arguments.password_file, variable) {
        (keys, None, variable) if !keys.is_empty() => {
            if variable.is_some() {
                context.console.warn(&format!("ignoring {PASSWORD}: `--ssh-key` is set"));
            }
            Some(Login::SshKeys(keys))
        }
        (_, Some(file), _) => Some(Login::Password(password(&file)?)),
        (_, None, Some(password)) => Some(Login::Password(Secret::new(password))),
        _ => None,
    };
    Ok(new)
}

/// The password from a file, or from stdin; on a terminal, from a prompt.
fn password(file: &str) -> Result<Secret, Failure> {
    let failed = |why: std::io::Error| Failure::usage(format!("cannot read the password from {file}: {why}"));
    let text = if file != "-" {
        std::fs::read_to_string(file).map_err(failed)?
    } else if std::io::stdin().is_terminal() {
        return ask::password("Password of the new machine: ");
    } else {
        let mut text = String::new();
        std::io::stdin().take(64 * 1024).read_to_string(&mut text).map_err(failed)?;
        text
    };
    if text.trim().is_empty() {
        return Err(Failure::usage(format!("the password in {file} is empty")));
    }
    Ok(Secret::new(text))
}
