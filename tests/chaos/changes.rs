//! The changes requested in a round, and where the sandbox's store shows whether they happened.

use std::collections::HashSet;

use cloudsnap::sandbox::{Machine, Sandbox, SnapshotRow};
use cloudsnap::{
    BackupId, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, DisableBackups, ImportSnapshot, Login, NewVm,
    Provider, RenameSnapshot, Resource, RestoreBackup, RestoreSnapshot, SnapshotRef, VmId,
};
use fastrand::Rng;

use crate::round::Round;
use crate::tally::{Attempt, Reported};

/// The regions of the sandbox's Genesis Cloud.
const REGIONS: [&str; 2] = ["NORD-NO-KRS-1", "EUC-DE-MUC-1"];

/// A snapshot. ManageIQ only knows its snapshots as part of a machine.
#[derive(Clone, Debug)]
pub struct Of {
    id: String,
    /// The machine as written by callers, if it is needed.
    vm: Option<String>,
}

impl Of {
    fn reference(&self) -> SnapshotRef {
        let reference = SnapshotRef::new(self.id.parse().unwrap());
        self.vm.iter().fold(reference, |reference, vm| reference.of_vm(vm_id(vm)))
    }
}

/// One change. Snapshot IDs are as in the API; machines are as written by callers.
#[derive(Clone, Debug)]
pub enum Change {
    Create {
        vm: String,
        name: String,
    },
    /// A create, followed by a delete of what it created.
    Cycle {
        vm: String,
        name: String,
    },
    Delete {
        snapshot: Of,
    },
    Rename {
        snapshot: Of,
        name: String,
    },
    Clone {
        snapshot: Of,
        name: String,
        region: String,
    },
    Import {
        name: String,
    },
    Image {
        snapshot: Of,
        name: String,
    },
    RestoreNew {
        snapshot: Of,
        name: String,
        region: Option<String>,
    },
    RestoreInPlace {
        snapshot: Of,
        vm: String,
    },
    RestoreBackup {
        vm: String,
        backup: String,
    },
    Disable {
        vm: String,
    },
}

/// The IDs of all snapshots and images that exist before a round.
pub fn everything(sandbox: &Sandbox, provider: Provider) -> Vec<String> {
    let store = sandbox.store();
    let images = store.images(provider).into_iter().map(|row| row.id);
    store.snapshots_ever(provider).into_iter().map(|row| row.id).chain(images).collect()
}

pub fn id_of(resource: &Resource) -> Option<String> {
    match resource {
        Resource::Snapshot(snapshot) => Some(snapshot.id.to_string()),
        Resource::Image(image) => Some(image.id.clone()),
        Resource::Deleted(deleted) => Some(deleted.id.clone()),
        Resource::Restored(restored) => restored.vm_id.as_ref().map(ToString::to_string),
        Resource::Backups(switch) => switch.vm_id.as_ref().map(ToString::to_string),
        _ => None,
    }
}

/// The changes of a round. Each existing snapshot is changed once; some creates are identical.
pub fn draw(round: &Round, rng: &mut Rng) -> Vec<Change> {
    let provider = round.provider;
    let store = round.sandbox.store();
    let may = |extra: &serde_json::Map<String, serde_json::Value>| {
        extra.get("perms").is_none_or(|perms| perms != "ro") && !extra.contains_key("no_snapshot")
    };
    let mut vms: Vec<_> = store.machines(provider).into_iter().filter(|vm| may(&vm.extra)).collect();
    let known: HashSet<&String> = vms.iter().map(|vm| &vm.id).collect();
    let fits = |row: &SnapshotRow| may(&row.extra) && row.machine.as_ref().is_none_or(|vm| known.contains(vm));
    let mut snapshots: Vec<_> = store.snapshots(provider).into_iter().filter(fits).collect();
    rng.shuffle(&mut vms);
    rng.shuffle(&mut snapshots);

    let mut changes = Vec::new();
    for (number, vm) in vms.iter().enumerate() {
        let (vm, name) = (written(vm), format!("c{number}-{}-made", rng.u16(..)));
        match number % 4 {
            0 => changes.push(Change::Cycle { vm, name }),
            // Two that cannot be distinguished.
            1 => changes.extend([Change::Create { vm: vm.clone(), name: name.clone() }, Change::Create { vm, name }]),
            _ => changes.push(Change::Create { vm, name }),
        }
    }
    for (number, row) in snapshots.into_iter().enumerate() {
        let name = format!("x{number}-{}-made", rng.u16(..));
        let vm = vms.iter().find(|vm| row.machine.as_ref() == Some(&vm.id)).map(written);
        let snapshot = Of { id: row.id, vm: vm.clone().filter(|_| provider == Provider::ManageIq) };
        changes.push(match (provider, number % 4, vm) {
            (Provider::Syminet, 1, Some(vm)) => Change::RestoreInPlace { snapshot, vm },
            (Provider::ManageIq, 1 | 2, Some(vm)) if vm.starts_with("vms/") => Change::RestoreInPlace { snapshot, vm },
            (Provider::Syminet, 2 | 3, _) | (Provider::GenesisCloud, 1, _) => Change::Rename { snapshot, name },
            (Provider::Hyperstack, 1, _) => Change::Image { snapshot, name },
            (Provider::GenesisCloud, 2, _) => {
                let other = REGIONS.into_iter().find(|region| row.region.as_deref() != Some(region)).unwrap();
                Change::Clone { snapshot, name, region: other.to_owned() }
            }
            (Provider::Hyperstack | Provider::GenesisCloud, 1..=3, _) => {
                Change::RestoreNew { snapshot, name, region: row.region }
            }
            _ => Change::Delete { snapshot },
        });
    }
    match provider {
        Provider::Syminet => {
            for (number, vm) in vms.iter().enumerate().filter(|(_, vm)| vm.extra.contains_key("next_backup")) {
                let backup = store.backups(provider).into_iter().find(|backup| backup.machine == vm.id);
                let vm = written(vm);
                match backup {
                    Some(backup) if number % 2 == 0 => changes.push(Change::RestoreBackup { vm, backup: backup.id }),
                    _ => changes.push(Change::Disable { vm }),
                }
            }
        }
        Provider::GenesisCloud => {
            changes.extend((0..4).map(|number| Change::Import { name: format!("i{number}-{}-made", rng.u16(..)) }));
        }
        _ => {}
    }
    changes
}

fn vm_id(text: &str) -> VmId {
    text.parse().unwrap()
}

/// A machine as written by callers: including its kind, if it has one.
fn written(machine: &Machine) -> String {
    machine.kind.as_ref().map_or_else(|| machine.id.clone(), |kind| format!("{kind}/{}", machine.id))
}

impl Change {
    /// Performs the change and returns what was reported.
    pub async fn fulfil(self, round: &Round, mut rng: Rng) -> Vec<(Self, Attempt)> {
        let attempt = self.once(round, rng.fork()).await;
        let mut attempts = vec![(self.clone(), attempt.clone())];
        if let (Self::Cycle { vm, .. }, Reported::Done(Some(id))) = (&self, &attempt.reported) {
            let vm = Some(vm.clone()).filter(|_| round.provider == Provider::ManageIq);
            let delete = Self::Delete { snapshot: Of { id: id.clone(), vm } };
            let attempt = delete.once(round, rng).await;
            attempts.push((delete, attempt));
        }
        attempts
    }

    async fn once(&self, round: &Round, rng: Rng) -> Attempt {
        let (reported, sent, story) = match self.clone() {
            Self::Create { vm, name } | Self::Cycle { vm, name } => {
                round.carry_out(rng, CreateSnapshot::new(vm_id(&vm), name)).await
            }
            Self::Delete { snapshot } => round.carry_out(rng, DeleteSnapshot::new(snapshot.reference())).await,
            Self::Rename { snapshot, name } => {
                round.carry_out(rng, RenameSnapshot::new(snapshot.reference(), name)).await
            }
            Self::Clone { snapshot, name, region } => {
                round.carry_out(rng, CloneSnapshot::new(snapshot.reference(), name, region)).await
            }
            Self::Import { name } => {
                let request = ImportSnapshot::new(name, "https://images.example.com/a.raw", 20, REGIONS[0]);
                round.carry_out(rng, request).await
            }
            Self::Image { snapshot, name } => round.carry_out(rng, CreateImage::new(snapshot.reference(), name)).await,
            Self::RestoreNew { snapshot, name, region } => {
                let mut new = NewVm::new(name);
                if round.provider == Provider::GenesisCloud {
                    (new.hostname, new.vm_type) = (Some("restored".into()), Some("vcpu-4_memory-8g".into()));
                    (new.region, new.login) = (region, Some(Login::SshKeys(vec!["key-1".into()])));
                }
                round.carry_out(rng, RestoreSnapshot::new_vm(snapshot.reference(), new)).await
            }
            Self::RestoreInPlace { snapshot, vm } => {
                round.carry_out(rng, RestoreSnapshot::in_place(snapshot.reference(), vm_id(&vm))).await
            }
            Self::RestoreBackup { vm, backup } => {
                round.carry_out(rng, RestoreBackup::new(vm_id(&vm), BackupId::new(backup).unwrap())).await
            }
            Self::Disable { vm } => round.carry_out(rng, DisableBackups::new(vm_id(&vm))).await,
        };
        Attempt { key: format!("{self:?}"), reported, sent, story }
    }

    /// What the store shows: an ID for each time the change happened.
    pub fn exists(&self, sandbox: &Sandbox, provider: Provider, before: &HashSet<String>) -> Vec<String> {
        let store = sandbox.store();
        let ever = store.snapshots_ever(provider);
        let new = |wanted: &dyn Fn(&SnapshotRow) -> bool| {
            let rows = ever.iter().filter(|row| !before.contains(&row.id) && wanted(row));
            rows.map(|row| row.id.clone()).collect()
        };
        let restores = |vm: &String, source: &String, backup: bool| {
            let machines = store.machines(provider).into_iter().filter(|row| written(row) == *vm);
            let restores = machines.flat_map(|row| row.restores);
            let mine = restores.filter(|restore| restore.from == *source && restore.from_backup == backup);
            mine.map(|_| vm.clone()).collect()
        };
        match self {
            Self::Create { vm, name } | Self::Cycle { vm, name } => new(&|row| {
                let of = row.machine.as_deref() == Some(vm.rsplit('/').next().unwrap());
                // Syminet may append to a name. Behind ManageIQ, some platforms choose the name; each machine gets a
                // single name.
                let mut rest = row.name.strip_prefix(name.as_str()).into_iter();
                let named = provider == Provider::ManageIq || rest.any(|rest| rest.is_empty() || rest.starts_with('-'));
                named && of && row.copy_of.is_none()
            }),
            Self::Clone { snapshot, name, region } => new(&|row| {
                row.name == *name && row.copy_of.as_ref() == Some(&snapshot.id) && row.region.as_ref() == Some(region)
            }),
            Self::Import { name } => new(&|row| row.name == *name && row.machine.is_none() && row.copy_of.is_none()),
            Self::Delete { snapshot } => {
                let deleted = ever.iter().filter(|row| row.id == snapshot.id && row.life.deleted_at.is_some());
                deleted.map(|row| row.id.clone()).collect()
            }
            Self::Rename { snapshot, name } => {
                ever.iter().filter(|row| row.id == snapshot.id && row.name == *name).map(|row| row.id.clone()).collect()
            }
            Self::Image { snapshot, name } => {
                let images = store.images(provider).into_iter();
                let created = images.filter(|row| row.snapshot.as_ref() == Some(&snapshot.id) && row.name == *name);
                created.map(|row| row.id).collect()
            }
            Self::RestoreNew { snapshot, name, .. } => {
                let machines = store.machines(provider).into_iter();
                let created =
                    machines.filter(|row| row.created_from.as_ref() == Some(&snapshot.id) && row.name == *name);
                created.map(|row| row.id).collect()
            }
            Self::RestoreInPlace { snapshot, vm } => restores(vm, &snapshot.id, false),
            Self::RestoreBackup { vm, backup } => restores(vm, backup, true),
            Self::Disable { vm } => {
                let machines = store.machines(provider).into_iter();
                let off = machines.filter(|row| written(row) == *vm && !row.extra.contains_key("next_backup"));
                off.map(|row| row.id).collect()
            }
        }
    }
}
