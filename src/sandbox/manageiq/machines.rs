//! Machines and their snapshots as records: what each provider behind the server shows of them.

use serde_json::{Value, json};

use super::makers::Maker;
use super::query::{Collection, Model, Record, Shape};
use super::session::{allows, demand, snapshot_features};
use super::{Answer, Refused, error, link, no_record, record_id, time};
use crate::sandbox::store::{Machine, Row, Rows, SnapshotRow};
use crate::sandbox::wire::{Reply, Request};
use crate::sandbox::world::World;

const VM: Model = Model {
    class: "Vm",
    columns: &[
        "id",
        "vendor",
        "name",
        "description",
        "location",
        "host_id",
        "created_on",
        "updated_on",
        "storage_id",
        "guid",
        "ems_id",
        "template",
        "power_state",
        "retired",
        "connection_state",
        "uid_ems",
        "cloud",
        "type",
        "ems_ref",
        "raw_power_state",
        "ems_created_on",
    ],
    hidden: &["retires_on", "boot_time", "autostart", "availability_zone_id"],
    virtuals: &["archived", "orphaned", "v_total_snapshots"],
    relations: &["snapshots"],
};

pub(super) const SNAPSHOT: Model = Model {
    class: "Snapshot",
    columns: &[
        "id",
        "uid",
        "parent_uid",
        "name",
        "description",
        "current",
        "total_size",
        "filename",
        "create_time",
        "disks",
        "created_on",
        "updated_on",
        "parent_id",
        "vm_or_template_id",
        "uid_ems",
        "ems_ref",
        "ems_ref_type",
        "type",
    ],
    hidden: &[],
    virtuals: &["region_number", "region_description"],
    relations: &[],
};

/// The metadata of the machine model, for OPTIONS.
pub(super) fn metadata(data: Value) -> Value {
    let mut attributes: Vec<&str> = VM.columns.iter().chain(VM.hidden).copied().collect();
    attributes.sort_unstable();
    json!({
        "attributes": attributes,
        "virtual_attributes": VM.virtuals,
        "relationships": VM.relations,
        "subcollections": ["snapshots"],
        "data": data,
    })
}

// ---- machines ----

/// The machines of a collection: under `/vms` are all, under `/instances` those of clouds.
fn machines<'a>(world: &'a World<'_>, kind: &'a str) -> impl Iterator<Item = &'a Machine> {
    world.shelf.machines.listed(world.now).filter(move |machine| kind == "vms" || machine.kind.as_deref() == Some(kind))
}

pub(super) fn list(request: &Request, world: &mut World<'_>, kind: &str) -> Answer {
    let features: &[&str] =
        if kind == "vms" { &["vm_show_list", "sui_vm_details_view"] } else { &["instance_show_list"] };
    demand(request, world, features, "read")?;
    let embed = world.fault("no-embed").is_none();
    let mut records: Vec<Record> = machines(world, kind).map(|machine| vm(machine, request, world, kind)).collect();
    if !embed {
        records.iter_mut().for_each(|record| record.embedded.clear());
    }
    Collection { name: kind, model: &VM, total: records.len(), records, actions: Vec::new() }.page(request, world)
}

pub(super) fn get(request: &Request, world: &World<'_>, kind: &str) -> Answer {
    let features: &[&str] = if kind == "vms" { &["vm_show", "sui_vm_details_view"] } else { &["instance_show"] };
    demand(request, world, features, "read")?;
    let machine = find(request, world, kind)?;
    Ok(Reply::json(200, vm(machine, request, world, kind).shaped(&Shape::read(request, &VM)?)))
}

/// The machine that the path names.
pub(super) fn find<'a>(request: &Request, world: &'a World<'_>, kind: &'a str) -> Result<&'a Machine, Refused> {
    let id = request.param(if kind == "vms" { "vm_id" } else { "instance_id" });
    record_id(id, "Vm")?;
    machines(world, kind).find(|machine| machine.id == id).ok_or_else(|| no_record("Vm", id))
}

fn vm(machine: &Machine, request: &Request, world: &World<'_>, kind: &str) -> Record {
    let (maker, extra) = (Maker::of(machine), |name: &str| machine.extra.get(name).cloned().unwrap_or_default());
    let power = extra("power_state");
    let made = time(machine.life.created_at);
    let mut record = Record::new(
        format!("{}/{kind}/{}", request.base_url, machine.id),
        json!({
            "id": machine.id,
            "vendor": maker.vendor(),
            "name": machine.name,
            "description": null,
            "location": format!("{0}/{0}.vmx", machine.name),
            "host_id": extra("host_id"),
            "created_on": made,
            "updated_on": made,
            "storage_id": extra("storage_id"),
            "guid": format!("0d5bb0c9-7a5e-4a35-8d8e-{:0>12}", &machine.id[machine.id.len().saturating_sub(12)..]),
            "ems_id": extra("ems_id"),
            "template": false,
            "power_state": power,
            "retired": extra("retired"),
            "connection_state": "connected",
            "uid_ems": format!("uid-{}", machine.id),
            "cloud": maker.kind() == "instances",
            "type": format!("{}::Vm", maker.class()),
            "ems_ref": format!("vm-{}", machine.id.trim_start_matches("1000000000")),
            "raw_power_state": power,
            "ems_created_on": null,
        }),
    );
    let rows = snapshots_of(machine, world);
    let detached = extra("ems_id").is_null();
    record.virtuals.insert("archived".to_owned(), (detached && extra("storage_id").is_null()).into());
    record.virtuals.insert("orphaned".to_owned(), (detached && !extra("storage_id").is_null()).into());
    record.virtuals.insert("v_total_snapshots".to_owned(), rows.len().into());
    let shown: Vec<Record> = rows.iter().map(|row| snapshot(row, Some(machine), request, world, kind)).collect();
    // As a relation the records have no address; as a subcollection they do.
    let bare = |record: &Record| match record.whole() {
        Value::Object(mut map) => {
            map.retain(|key, _| key != "href" && key != "actions");
            Value::Object(map)
        }
        other => other,
    };
    record.relations.insert("snapshots".to_owned(), shown.iter().map(bare).collect());
    if allows(world, snapshot_features(kind, "read")) {
        record.embedded.insert("snapshots".to_owned(), shown.iter().map(Record::whole).collect());
    }
    record
}

// ---- snapshots ----

/// The snapshots of a machine in the order of their making, and on oVirt its running state before them.
pub(super) fn snapshots_of(machine: &Machine, world: &World<'_>) -> Vec<SnapshotRow> {
    let rows = world.shelf.snapshots.listed(world.now).filter(|row| row.machine.as_ref() == Some(&machine.id));
    running_state(machine).into_iter().chain(rows.cloned()).collect()
}

/// oVirt lists the running state of a machine among its snapshots.
fn running_state(machine: &Machine) -> Option<SnapshotRow> {
    let id = machine.extra.get("active_image").and_then(Value::as_str)?;
    let mut row = SnapshotRow::new(id.to_owned(), "Active Image".to_owned(), machine.life.clone());
    row.machine = Some(machine.id.clone());
    row.extra.insert("running_state".to_owned(), true.into());
    Some(row)
}

/// All snapshots of all machines.
pub(super) fn all_snapshots(world: &World<'_>) -> Vec<SnapshotRow> {
    let states = world.shelf.machines.listed(world.now).filter_map(running_state);
    states.chain(world.shelf.snapshots.listed(world.now).cloned()).collect()
}

/// A snapshot by its id, of whatever machine.
pub(super) fn any_snapshot(id: &str, world: &World<'_>) -> Result<SnapshotRow, Refused> {
    all_snapshots(world).into_iter().find(|row| row.id == id).ok_or_else(|| no_record("Snapshot", id))
}

pub(super) fn list_snapshots(request: &Request, world: &World<'_>, kind: &str) -> Answer {
    demand(request, world, snapshot_features(kind, "read"), "read")?;
    let machine = find(request, world, kind)?;
    let rows = snapshots_of(machine, world);
    let records = rows.iter().map(|row| snapshot(row, Some(machine), request, world, kind)).collect();
    let here = format!("{}{}", request.base_url, request.path);
    let actions = ["create", "delete"].into_iter().filter(|action| allows(world, snapshot_features(kind, action)));
    let actions = actions.map(|action| link(action, &here)).collect();
    let total = all_snapshots(world).len();
    Collection { name: "snapshots", model: &SNAPSHOT, records, total, actions }.page(request, world)
}

/// The machine in the path is not even looked up.
pub(super) fn get_snapshot(request: &Request, world: &World<'_>, kind: &str) -> Answer {
    demand(request, world, snapshot_features(kind, "read"), "read")?;
    let id = request.param("snapshot_id");
    record_id(id, "Snapshot")?;
    let row = any_snapshot(id, world)?;
    let machine = row.machine.as_ref().and_then(|id| world.shelf.machines.iter().find(|machine| machine.id == *id));
    let mut record = snapshot(&row, machine, request, world, kind);
    record.href = format!("{}{}", request.base_url, request.path);
    let here = record.href.clone();
    record.actions = actions(&here, world, kind);
    Ok(Reply::json(200, record.shaped(&Shape::read(request, &SNAPSHOT)?)))
}

fn actions(href: &str, world: &World<'_>, kind: &str) -> Vec<Value> {
    let offered: &[&str] = if kind == "vms" { &["revert", "delete"] } else { &["delete"] };
    let allowed = offered.iter().filter(|action| allows(world, snapshot_features(kind, action)));
    allowed.map(|action| link(action, href)).collect()
}

fn snapshot(row: &SnapshotRow, machine: Option<&Machine>, request: &Request, world: &World<'_>, kind: &str) -> Record {
    let maker = machine.map_or(Maker::Vmware, Maker::of);
    let of = row.machine.clone().unwrap_or_default();
    let state = row.extra.contains_key("running_state");
    let siblings: Vec<&SnapshotRow> =
        world.shelf.snapshots.listed(world.now).filter(|other| other.machine == row.machine).collect();
    let before = siblings.iter().take_while(|other| other.id != row.id).last();
    let current = match maker {
        Maker::Openstack | Maker::Vcloud => Value::Null,
        Maker::Ovirt => i64::from(state).into(),
        Maker::Vmware => {
            let last = machine.and_then(|machine| machine.restores.iter().rfind(|restore| restore.at <= world.now));
            let newest = || siblings.last().map(|row| row.id.clone());
            i64::from(last.map(|restore| restore.from.clone()).or_else(newest).as_ref() == Some(&row.id)).into()
        }
    };
    let uid = |row: &SnapshotRow| match maker {
        Maker::Vmware => row.life.created_at.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string(),
        Maker::Vcloud => format!("vm-{of}_{}", time(row.life.created_at)),
        _ => format!("b7c1f8de-6a55-4f0a-9b87-{:0>12}", &row.id[row.id.len().saturating_sub(12)..]),
    };
    let ems_ref = if maker == Maker::Vmware { format!("snapshot-{}", row.id) } else { uid(row) };
    let parent = if state || matches!(maker, Maker::Openstack | Maker::Vcloud) { None } else { before };
    // The inventory knows of it only when lists show it.
    let recorded = time(row.life.listed_at);
    let href = format!("{}/{kind}/{of}/snapshots/{}", request.base_url, row.id);
    let mut record = Record::new(
        href.clone(),
        json!({
            "id": row.id,
            "uid": uid(row),
            "parent_uid": parent.map(|row| uid(row)),
            "name": row.name_at(world.now),
            "description": row.description,
            "current": current,
            "total_size": row.size,
            "filename": null,
            "create_time": time(row.life.created_at),
            "disks": [],
            "created_on": recorded,
            "updated_on": recorded,
            "parent_id": parent.map(|row| row.id.clone()),
            "vm_or_template_id": row.machine,
            "uid_ems": uid(row),
            "ems_ref": row.extra.get("ems_ref").cloned().unwrap_or_else(|| ems_ref.into()),
            "ems_ref_type": (maker == Maker::Vmware).then_some("VirtualMachineSnapshot"),
            "type": format!("{}::Snapshot", maker.class()),
        }),
    );
    record.virtuals.insert("region_number".to_owned(), 1.into());
    record.virtuals.insert("region_description".to_owned(), "Region 1".into());
    record.actions = actions(&href, world, kind);
    record
}

/// The machine in the words of messages.
pub(super) fn ident(machine: &Machine, kind: &str) -> String {
    let what = if kind == "vms" { "Virtual Machine" } else { "Instance" };
    format!("{what} id:{} name:'{}'", machine.id, machine.name)
}

pub(super) fn options(request: &Request, world: &World<'_>, kind: &str) -> Answer {
    let machine = find(request, world, kind)?;
    let maker = Maker::of(machine);
    let named = maker != Maker::Ovirt;
    let mut fields = vec![
        json!({ "component": "text-field", "name": "name", "id": "name", "label": "Name", "isRequired": named,
                "validate": if named { json!([{ "type": "required" }]) } else { json!([]) } }),
        json!({ "component": "textarea", "name": "description", "id": "description", "label": "Description" }),
    ];
    match maker {
        Maker::Vmware | Maker::Ovirt => fields.push(json!({
            "component": "switch", "name": "memory", "id": "memory", "label": "Snapshot VM memory", "onText": "Yes",
            "offText": "No", "isDisabled": machine.extra.get("power_state") != Some(&json!("on")),
            "helperText": "Snapshotting the memory is only available if the VM is powered on.",
        })),
        Maker::Openstack => {}
        // Its code brings no form.
        Maker::Vcloud => return Err(error(400, format!("No DDF specified for snapshots in {}", machine.name))),
    }
    Ok(Reply::json(200, metadata(json!({ "snapshot_form_schema": { "fields": fields } }))))
}
