//! What is wished for in a round, and where the sandbox's store shows whether it came true.

use std::collections::HashSet;

use cloudsnap::sandbox::{Sandbox, SnapshotRow};
use cloudsnap::{
    BackupId, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, DisableBackups, ImportSnapshot, Login, NewVm,
    Provider, RenameSnapshot, Resource, RestoreBackup, RestoreSnapshot, SnapshotId, VmId,
};
use fastrand::Rng;

use crate::round::Round;
use crate::tally::{Deed, Told};

/// Regions of the sandbox's Genesis Cloud.
const REGIONS: [&str; 2] = ["NORD-NO-KRS-1", "EUC-DE-MUC-1"];

/// One wish. Ids are those of the wire.
#[derive(Clone, Debug)]
pub enum Wish {
    Create {
        vm: String,
        name: String,
    },
    /// A create, and then a delete of what it made.
    Cycle {
        vm: String,
        name: String,
    },
    Delete {
        id: String,
    },
    Rename {
        id: String,
        name: String,
    },
    Clone {
        id: String,
        name: String,
        region: String,
    },
    Import {
        name: String,
    },
    Image {
        snapshot: String,
        name: String,
    },
    RestoreNew {
        snapshot: String,
        name: String,
        region: Option<String>,
    },
    RestoreInPlace {
        snapshot: String,
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

/// The ids of all snapshots and images that are there before a round.
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

/// The wishes of a round. Each snapshot that exists is wished something of once; some creates are alike.
pub fn draw(round: &Round, rng: &mut Rng) -> Vec<Wish> {
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

    let mut wishes = Vec::new();
    for (number, vm) in vms.iter().enumerate() {
        let (vm, name) = (vm.id.clone(), format!("c{number}-{}-made", rng.u16(..)));
        match number % 4 {
            0 => wishes.push(Wish::Cycle { vm, name }),
            // Two that nothing tells apart.
            1 => wishes.extend([Wish::Create { vm: vm.clone(), name: name.clone() }, Wish::Create { vm, name }]),
            _ => wishes.push(Wish::Create { vm, name }),
        }
    }
    for (number, row) in snapshots.into_iter().enumerate() {
        let (id, name) = (row.id.clone(), format!("x{number}-{}-made", rng.u16(..)));
        let kind = number % 4;
        wishes.push(match (provider, kind) {
            (_, 0) => Wish::Delete { id },
            (Provider::Syminet, 1) => match row.machine {
                Some(vm) => Wish::RestoreInPlace { snapshot: id, vm },
                None => Wish::Delete { id },
            },
            (Provider::Syminet, _) => Wish::Rename { id, name },
            (Provider::Hyperstack, 1) => Wish::Image { snapshot: id, name },
            (Provider::GenesisCloud, 1) => Wish::Rename { id, name },
            (Provider::GenesisCloud, 2) => {
                let other = REGIONS.into_iter().find(|region| row.region.as_deref() != Some(region)).unwrap();
                Wish::Clone { id, name, region: other.to_owned() }
            }
            _ => Wish::RestoreNew { snapshot: id, name, region: row.region },
        });
    }
    match provider {
        Provider::Syminet => {
            for (number, vm) in vms.iter().enumerate().filter(|(_, vm)| vm.extra.contains_key("next_backup")) {
                let backup = store.backups(provider).into_iter().find(|backup| backup.machine == vm.id);
                let vm = vm.id.clone();
                match backup {
                    Some(backup) if number % 2 == 0 => wishes.push(Wish::RestoreBackup { vm, backup: backup.id }),
                    _ => wishes.push(Wish::Disable { vm }),
                }
            }
        }
        Provider::GenesisCloud => {
            wishes.extend((0..4).map(|number| Wish::Import { name: format!("i{number}-{}-made", rng.u16(..)) }));
        }
        _ => {}
    }
    wishes
}

fn vm_id(text: &str) -> VmId {
    text.parse().unwrap()
}

fn snapshot_id(text: &str) -> SnapshotId {
    text.parse().unwrap()
}

impl Wish {
    /// Does it, and gives what was told.
    pub async fn fulfil(self, round: &Round, mut rng: Rng) -> Vec<(Self, Deed)> {
        let deed = self.once(round, rng.fork()).await;
        let mut deeds = vec![(self.clone(), deed.clone())];
        if let (Self::Cycle { .. }, Told::Done(Some(id))) = (&self, &deed.told) {
            let delete = Self::Delete { id: id.clone() };
            let deed = delete.once(round, rng).await;
            deeds.push((delete, deed));
        }
        deeds
    }

    async fn once(&self, round: &Round, rng: Rng) -> Deed {
        let (told, sent, story) = match self.clone() {
            Self::Create { vm, name } | Self::Cycle { vm, name } => {
                round.carry_out(rng, CreateSnapshot::new(vm_id(&vm), name)).await
            }
            Self::Delete { id } => round.carry_out(rng, DeleteSnapshot::new(snapshot_id(&id))).await,
            Self::Rename { id, name } => round.carry_out(rng, RenameSnapshot::new(snapshot_id(&id), name)).await,
            Self::Clone { id, name, region } => {
                round.carry_out(rng, CloneSnapshot::new(snapshot_id(&id), name, region)).await
            }
            Self::Import { name } => {
                let request = ImportSnapshot::new(name, "https://images.example.com/a.raw", 20, REGIONS[0]);
                round.carry_out(rng, request).await
            }
            Self::Image { snapshot, name } => {
                round.carry_out(rng, CreateImage::new(snapshot_id(&snapshot), name)).await
            }
            Self::RestoreNew { snapshot, name, region } => {
                let mut new = NewVm::new(name);
                if round.provider == Provider::GenesisCloud {
                    (new.hostname, new.vm_type) = (Some("restored".into()), Some("vcpu-4_memory-8g".into()));
                    (new.region, new.login) = (region, Some(Login::SshKeys(vec!["key-1".into()])));
                }
                round.carry_out(rng, RestoreSnapshot::new_vm(snapshot_id(&snapshot), new)).await
            }
            Self::RestoreInPlace { snapshot, vm } => {
                round.carry_out(rng, RestoreSnapshot::in_place(snapshot_id(&snapshot), vm_id(&vm))).await
            }
            Self::RestoreBackup { vm, backup } => {
                round.carry_out(rng, RestoreBackup::new(vm_id(&vm), BackupId::new(backup).unwrap())).await
            }
            Self::Disable { vm } => round.carry_out(rng, DisableBackups::new(vm_id(&vm))).await,
        };
        Deed { key: format!("{self:?}"), told, sent, story }
    }

    /// What the store has of it: an id for each time that it came true.
    pub fn exists(&self, sandbox: &Sandbox, provider: Provider, before: &HashSet<String>) -> Vec<String> {
        let store = sandbox.store();
        let ever = store.snapshots_ever(provider);
        let new = |wanted: &dyn Fn(&SnapshotRow) -> bool| {
            let rows = ever.iter().filter(|row| !before.contains(&row.id) && wanted(row));
            rows.map(|row| row.id.clone()).collect()
        };
        let restores = |vm: &String, source: &String, backup: bool| {
            let machines = store.machines(provider).into_iter().filter(|row| row.id == *vm);
            let restores = machines.flat_map(|row| row.restores);
            let mine = restores.filter(|restore| restore.from == *source && restore.from_backup == backup);
            mine.map(|_| vm.clone()).collect()
        };
        match self {
            Self::Create { vm, name } | Self::Cycle { vm, name } => new(&|row| {
                // Syminet may add to a name.
                let named =
                    row.name.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
                named && row.machine.as_ref() == Some(vm) && row.copy_of.is_none()
            }),
            Self::Clone { id, name, region } => {
                new(&|row| row.name == *name && row.copy_of.as_ref() == Some(id) && row.region.as_ref() == Some(region))
            }
            Self::Import { name } => new(&|row| row.name == *name && row.machine.is_none() && row.copy_of.is_none()),
            Self::Delete { id } => {
                let deleted = ever.iter().filter(|row| row.id == *id && row.life.deleted_at.is_some());
                deleted.map(|row| row.id.clone()).collect()
            }
            Self::Rename { id, name } => {
                ever.iter().filter(|row| row.id == *id && row.name == *name).map(|row| row.id.clone()).collect()
            }
            Self::Image { snapshot, name } => {
                let images = store.images(provider).into_iter();
                let made = images.filter(|row| row.snapshot.as_ref() == Some(snapshot) && row.name == *name);
                made.map(|row| row.id).collect()
            }
            Self::RestoreNew { snapshot, name, .. } => {
                let machines = store.machines(provider).into_iter();
                let made = machines.filter(|row| row.made_from.as_ref() == Some(snapshot) && row.name == *name);
                made.map(|row| row.id).collect()
            }
            Self::RestoreInPlace { snapshot, vm } => restores(vm, snapshot, false),
            Self::RestoreBackup { vm, backup } => restores(vm, backup, true),
            Self::Disable { vm } => {
                let machines = store.machines(provider).into_iter();
                let off = machines.filter(|row| row.id == *vm && !row.extra.contains_key("next_backup"));
                off.map(|row| row.id).collect()
            }
        }
    }
}
