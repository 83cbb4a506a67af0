//! The providers behind the server: what each does with snapshots, what it refuses, and the machines of a new account.

use jiff::SignedDuration;
use serde_json::{Map, Value};

use crate::sandbox::store::{Machine, Row, SnapshotRow, later};
use crate::sandbox::world::World;

/// The provider behind a machine: what it does, and what it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Maker {
    Vmware,
    Openstack,
    Ovirt,
    Vcloud,
}

impl Maker {
    pub const ALL: [Self; 4] = [Self::Vmware, Self::Openstack, Self::Ovirt, Self::Vcloud];

    pub fn of(machine: &Machine) -> Self {
        let name = machine.extra.get("maker").and_then(Value::as_str).unwrap_or_default();
        Self::ALL.into_iter().find(|maker| maker.name() == name).unwrap_or(Self::Vmware)
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Vmware => "vmware",
            Self::Openstack => "openstack",
            Self::Ovirt => "ovirt",
            Self::Vcloud => "vcloud",
        }
    }

    pub const fn vendor(self) -> &'static str {
        match self {
            Self::Vmware | Self::Vcloud => "vmware",
            Self::Openstack => "openstack",
            Self::Ovirt => "redhat",
        }
    }

    /// The collection that the machine belongs to.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Vmware | Self::Ovirt => "vms",
            Self::Openstack | Self::Vcloud => "instances",
        }
    }

    pub fn class(self) -> &'static str {
        match self {
            Self::Vmware => "ManageIQ::Providers::Vmware::InfraManager",
            Self::Openstack => "ManageIQ::Providers::Openstack::CloudManager",
            Self::Ovirt => "ManageIQ::Providers::Redhat::InfraManager",
            Self::Vcloud => "ManageIQ::Providers::Vmware::CloudManager",
        }
    }
}

// ---- the account at the beginning ----

pub(super) fn seed_machine(world: &mut World<'_>, name: String, maker: Maker) -> usize {
    let life = world.ready_since(SignedDuration::from_hours(4000), SignedDuration::from_mins(1));
    let id = world.next_id();
    let mut extra = Map::new();
    extra.insert("maker".to_owned(), maker.name().into());
    extra.insert("ems_id".to_owned(), "1000000000005".into());
    let host = if maker.kind() == "vms" { "1000000000011".into() } else { Value::Null };
    extra.insert("host_id".to_owned(), host);
    extra.insert("storage_id".to_owned(), if maker == Maker::Openstack { Value::Null } else { "1000000000019".into() });
    // oVirt reverts only what is down.
    extra.insert("power_state".to_owned(), if maker == Maker::Ovirt { "off" } else { "on" }.into());
    if maker == Maker::Ovirt {
        extra.insert("active_image".to_owned(), world.next_id().into());
    }
    let machine = Machine::new(id, name, life);
    world.shelf.machines.push(Machine { kind: Some(maker.kind().to_owned()), extra, ..machine });
    world.shelf.machines.len() - 1
}

pub(super) fn seed_snapshot(world: &mut World<'_>, machine: usize, name: String, hours_ago: i64) {
    let life = world.ready_since(SignedDuration::from_hours(hours_ago), SignedDuration::from_secs(40));
    let id = world.next_id();
    let mut row = SnapshotRow::new(id, name.clone(), life);
    let machine = &world.shelf.machines[machine];
    row.machine = Some(machine.id.clone());
    row.description = (Maker::of(machine) == Maker::Ovirt).then_some(name);
    row.size = (Maker::of(machine) == Maker::Vmware).then_some(4_294_967_296);
    row.life.listed_at = later(row.life.created_at, SignedDuration::from_secs(40));
    world.shelf.snapshots.push(row);
}

/// Why the server refuses to do something with a machine's snapshots, if it does.
pub(super) fn refusal(machine: &Machine, action: &str) -> Option<String> {
    let (maker, extra) = (Maker::of(machine), |name: &str| machine.extra.get(name).unwrap_or(&Value::Null));
    let power = extra("power_state").as_str().unwrap_or("unknown");
    let why = match (maker, action) {
        _ if *extra("retired") == true => "The VM is retired",
        (Maker::Vmware | Maker::Ovirt, _) if extra("host_id").is_null() => "The VM is not connected to a Host",
        _ if extra("ems_id").is_null() => "The VM is not connected to an active Provider",
        (Maker::Openstack, "revert") | (Maker::Vcloud, "delete") => "Feature not available/supported",
        (Maker::Ovirt, "revert") if power == "on" => {
            return Some(format!("Revert is allowed only when vm is down. Current state is {power}"));
        }
        _ => return None,
    };
    Some(why.to_owned())
}
