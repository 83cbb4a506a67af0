//! The platforms behind the server: what each does with snapshots, what it refuses, and the machines of a new account.

use jiff::SignedDuration;
use serde_json::{Map, Value};

use crate::sandbox::context::Context;
use crate::sandbox::store::{Machine, Row, SnapshotRow, later};

/// The platform of a machine, which determines what is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Platform {
    Vmware,
    Openstack,
    Ovirt,
    Vcloud,
}

impl Platform {
    pub const ALL: [Self; 4] = [Self::Vmware, Self::Openstack, Self::Ovirt, Self::Vcloud];

    pub fn of(machine: &Machine) -> Self {
        let name = machine.extra.get("maker").and_then(Value::as_str).unwrap_or_default();
        Self::ALL.into_iter().find(|platform| platform.name() == name).unwrap_or(Self::Vmware)
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

    /// The collection the machine belongs to.
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

// ---- the initial state of the account ----

pub(super) fn seed_machine(ctx: &mut Context<'_>, name: String, platform: Platform) -> usize {
    let life = ctx.ready_since(SignedDuration::from_hours(4000), SignedDuration::from_mins(1));
    let id = ctx.next_id();
    let mut extra = Map::new();
    extra.insert("maker".to_owned(), platform.name().into());
    extra.insert("ems_id".to_owned(), "1000000000005".into());
    let host = if platform.kind() == "vms" { "1000000000011".into() } else { Value::Null };
    extra.insert("host_id".to_owned(), host);
    extra.insert(
        "storage_id".to_owned(),
        if platform == Platform::Openstack { Value::Null } else { "1000000000019".into() },
    );
    // oVirt can only revert machines that are down.
    extra.insert("power_state".to_owned(), if platform == Platform::Ovirt { "off" } else { "on" }.into());
    if platform == Platform::Ovirt {
        extra.insert("active_image".to_owned(), ctx.next_id().into());
    }
    let machine = Machine::new(id, name, life);
    ctx.state.machines.push(Machine { kind: Some(platform.kind().to_owned()), extra, ..machine });
    ctx.state.machines.len() - 1
}

pub(super) fn seed_snapshot(ctx: &mut Context<'_>, machine: usize, name: String, hours_ago: i64) {
    let life = ctx.ready_since(SignedDuration::from_hours(hours_ago), SignedDuration::from_secs(40));
    let id = ctx.next_id();
    let mut row = SnapshotRow::new(id, name.clone(), life);
    let machine = &ctx.state.machines[machine];
    row.machine = Some(machine.id.clone());
    row.description = (Platform::of(machine) == Platform::Ovirt).then_some(name);
    row.size = (Platform::of(machine) == Platform::Vmware).then_some(4_294_967_296);
    row.life.listed_at = later(row.life.created_at, SignedDuration::from_secs(40));
    ctx.state.snapshots.push(row);
}

/// Why the server refuses an action on a machine's snapshots, if it does.
pub(super) fn refusal(machine: &Machine, action: &str) -> Option<String> {
    let (platform, extra) = (Platform::of(machine), |name: &str| machine.extra.get(name).unwrap_or(&Value::Null));
    let power = extra("power_state").as_str().unwrap_or("unknown");
    let why = match (platform, action) {
        _ if *extra("retired") == true => "The VM is retired",
        (Platform::Vmware | Platform::Ovirt, _) if extra("host_id").is_null() => "The VM is not connected to a Host",
        _ if extra("ems_id").is_null() => "The VM is not connected to an active Provider",
        (Platform::Openstack, "revert") | (Platform::Vcloud, "delete") => "Feature not available/supported",
        (Platform::Ovirt, "revert") if power == "on" => {
            return Some(format!("Revert is allowed only when vm is down. Current state is {power}"));
        }
        _ => return None,
    };
    Some(why.to_owned())
}
