//! Machines and their snapshots as records, as shown for each of the underlying platforms.

use serde_json::{Value, json};

use super::platforms::Platform;
use super::query::Collection;
use super::record::{Model, Record, Shape};
use super::session::{allows, require, snapshot_features};
use super::{Refused, ReplyResult, error, link, no_record, record_id, time};
use crate::sandbox::context::Context;
use crate::sandbox::store::{Machine, Row, Rows, SnapshotRow};
use crate::sandbox::wire::{Reply, Request};

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

/// The machines of a collection: `/vms` contains all, `/instances` only those in clouds.
fn machines<'a>(ctx: &'a Context<'_>, kind: &'a str) -> impl Iterator<Item = &'a Machine> {
    ctx.state.machines.listed(ctx.now).filter(move |machine| kind == "vms" || machine.kind.as_deref() == Some(kind))
}

pub(super) fn list(request: &Request, ctx: &mut Context<'_>, kind: &str) -> ReplyResult {
    let features: &[&str] =
        if kind == "vms" { &["vm_show_list", "sui_vm_details_view"] } else { &["instance_show_list"] };
    require(request, ctx, features, "read")?;
    let embed = ctx.fault("no-embed").is_none();
    let mut records: Vec<Record> = machines(ctx, kind).map(|machine| vm(machine, request, ctx, kind)).collect();
    if !embed {
        records.iter_mut().for_each(|record| record.embedded.clear());
    }
    Collection { name: kind, model: &VM, total: records.len(), records, actions: Vec::new() }.page(request, ctx)
}

pub(super) fn get(request: &Request, ctx: &Context<'_>, kind: &str) -> ReplyResult {
    let features: &[&str] = if kind == "vms" { &["vm_show", "sui_vm_details_view"] } else { &["instance_show"] };
    require(request, ctx, features, "read")?;
    let machine = find(request, ctx, kind)?;
    Ok(Reply::json(200, vm(machine, request, ctx, kind).shaped(&Shape::read(request, &VM)?)))
}

/// The machine named in the path.
pub(super) fn find<'a>(request: &Request, ctx: &'a Context<'_>, kind: &'a str) -> Result<&'a Machine, Refused> {
    let id = request.param(if kind == "vms" { "vm_id" } else { "instance_id" });
    record_id(id, "Vm")?;
    machines(ctx, kind).find(|machine| machine.id == id).ok_or_else(|| no_record("Vm", id))
}

fn vm(machine: &Machine, request: &Request, ctx: &Context<'_>, kind: &str) -> Record {
    let (platform, extra) = (Platform::of(machine), |name: &str| machine.extra.get(name).cloned().unwrap_or_default());
    let power = extra("power_state");
    let created = time(machine.life.created_at);
    let mut record = Record::new(
        format!("{}/{kind}/{}", request.base_url, machine.id),
        json!({
            "id": machine.id,
            "vendor": platform.vendor(),
            "name": machine.name,
            "description": null,
            "location": format!("{0}/{0}.vmx", machine.name),
            "host_id": extra("host_id"),
            "created_on": created,
            "updated_on": created,
            "storage_id": extra("storage_id"),
            "guid": format!("0d5bb0c9-7a5e-4a35-8d8e-{:0>12}", &machine.id[machine.id.len().saturating_sub(12)..]),
            "ems_id": extra("ems_id"),
            "template": false,
            "power_state": power,
            "retired": extra("retired"),
            "connection_state": "connected",
            "uid_ems": format!("uid-{}", machine.id),
            "cloud": platform.kind() == "instances",
            "type": format!("{}::Vm", platform.class()),
            "ems_ref": format!("vm-{}", machine.id.trim_start_matches("1000000000")),
            "raw_power_state": power,
            "ems_created_on": null,
        }),
    );
    let rows = snapshots_of(machine, ctx);
    let detached = extra("ems_id").is_null();
    record.virtuals.insert("archived".to_owned(), (detached && extra("storage_id").is_null()).into());
    record.virtuals.insert("orphaned".to_owned(), (detached && !extra("storage_id").is_null()).into());
    record.virtuals.insert("v_total_snapshots".to_owned(), rows.len().into());
    let shown: Vec<Record> = rows.iter().map(|row| snapshot(row, Some(machine), request, ctx, kind)).collect();
    // As a relation, records have no href; as a subcollection, they do.
    let bare = |record: &Record| match record.whole() {
        Value::Object(mut map) => {
            map.retain(|key, _| key != "href" && key != "actions");
            Value::Object(map)
        }
        other => other,
    };
    record.relations.insert("snapshots".to_owned(), shown.iter().map(bare).collect());
    if allows(ctx, snapshot_features(kind, "read")) {
        record.embedded.insert("snapshots".to_owned(), shown.iter().map(Record::whole).collect());
    }
    record
}

// ---- snapshots ----

/// The snapshots of a machine in order of creation; on oVirt preceded by the running state.
pub(super) fn snapshots_of(machine: &Machine, ctx: &Context<'_>) -> Vec<SnapshotRow> {
    let rows = ctx.state.snapshots.listed(ctx.now).filter(|row| row.machine.as_ref() == Some(&machine.id));
    running_state(machine).into_iter().chain(rows.cloned()).collect()
}

/// oVirt lists a machine's running state among its snapshots.
fn running_state(machine: &Machine) -> Option<SnapshotRow> {
    let id = machine.extra.get("active_image").and_then(Value::as_str)?;
    let mut row = SnapshotRow::new(id.to_owned(), "Active Image".to_owned(), machine.life.clone());
    row.machine = Some(machine.id.clone());
    row.extra.insert("running_state".to_owned(), true.into());
    Some(row)
}

/// All snapshots of all machines.
pub(super) fn all_snapshots(ctx: &Context<'_>) -> Vec<SnapshotRow> {
    let states = ctx.state.machines.listed(ctx.now).filter_map(running_state);
    states.chain(ctx.state.snapshots.listed(ctx.now).cloned()).collect()
}

/// A snapshot by ID, of any machine.
pub(super) fn any_snapshot(id: &str, ctx: &Context<'_>) -> Result<SnapshotRow, Refused> {
    all_snapshots(ctx).into_iter().find(|row| row.id == id).ok_or_else(|| no_record("Snapshot", id))
}

pub(super) fn list_snapshots(request: &Request, ctx: &Context<'_>, kind: &str) -> ReplyResult {
    require(request, ctx, snapshot_features(kind, "read"), "read")?;
    let machine = find(request, ctx, kind)?;
    let rows = snapshots_of(machine, ctx);
    let records = rows.iter().map(|row| snapshot(row, Some(machine), request, ctx, kind)).collect();
    let here = format!("{}{}", request.base_url, request.path);
    let actions = ["create", "delete"].into_iter().filter(|action| allows(ctx, snapshot_features(kind, action)));
    let actions = actions.map(|action| link(action, &here)).collect();
    let total = all_snapshots(ctx).len();
    Collection { name: "snapshots", model: &SNAPSHOT, records, total, actions }.page(request, ctx)
}

/// Does not look up the machine in the path.
pub(super) fn get_snapshot(request: &Request, ctx: &Context<'_>, kind: &str) -> ReplyResult {
    require(request, ctx, snapshot_features(kind, "read"), "read")?;
    let id = request.param("snapshot_id");
    record_id(id, "Snapshot")?;
    let row = any_snapshot(id, ctx)?;
    let machine = row.machine.as_ref().and_then(|id| ctx.state.machines.iter().find(|machine| machine.id == *id));
    let mut record = snapshot(&row, machine, request, ctx, kind);
    record.href = format!("{}{}", request.base_url, request.path);
    let here = record.href.clone();
    record.actions = actions(&here, ctx, kind);
    Ok(Reply::json(200, record.shaped(&Shape::read(request, &SNAPSHOT)?)))
}

fn actions(href: &str, ctx: &Context<'_>, kind: &str) -> Vec<Value> {
    let offered: &[&str] = if kind == "vms" { &["revert", "delete"] } else { &["delete"] };
    let allowed = offered.iter().filter(|action| allows(ctx, snapshot_features(kind, action)));
    allowed.map(|action| link(action, href)).collect()
}

fn snapshot(row: &SnapshotRow, machine: Option<&Machine>, request: &Request, ctx: &Context<'_>, kind: &str) -> Record {
    let platform = machine.map_or(Platform::Vmware, Platform::of);
    let of = row.machine.clone().unwrap_or_default();
    let state = row.extra.contains_key("running_state");
    let siblings: Vec<&SnapshotRow> =
        ctx.state.snapshots.listed(ctx.now).filter(|other| other.machine == row.machine).collect();
    let before = siblings.iter().take_while(|other| other.id != row.id).last();
    let current = match platform {
        Platform::Openstack | Platform::Vcloud => Value::Null,
        Platform::Ovirt => i64::from(state).into(),
        Platform::Vmware => {
            let last = machine.and_then(|machine| machine.restores.iter().rfind(|restore| restore.at <= ctx.now));
            let newest = || siblings.last().map(|row| row.id.clone());
            i64::from(last.map(|restore| restore.from.clone()).or_else(newest).as_ref() == Some(&row.id)).into()
        }
    };
    let uid = |row: &SnapshotRow| match platform {
        Platform::Vmware => row.life.created_at.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string(),
        Platform::Vcloud => format!("vm-{of}_{}", time(row.life.created_at)),
        _ => format!("b7c1f8de-6a55-4f0a-9b87-{:0>12}", &row.id[row.id.len().saturating_sub(12)..]),
    };
    let ems_ref = if platform == Platform::Vmware { format!("snapshot-{}", row.id) } else { uid(row) };
    let parent = if state || matches!(platform, Platform::Openstack | Platform::Vcloud) { None } else { before };
    // The inventory learns of a snapshot only when it is listed.
    let recorded = time(row.life.listed_at);
    let href = format!("{}/{kind}/{of}/snapshots/{}", request.base_url, row.id);
    let mut record = Record::new(
        href.clone(),
        json!({
            "id": row.id,
            "uid": uid(row),
            "parent_uid": parent.map(|row| uid(row)),
            "name": row.name_at(ctx.now),
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
            "ems_ref_type": (platform == Platform::Vmware).then_some("VirtualMachineSnapshot"),
            "type": format!("{}::Snapshot", platform.class()),
        }),
    );
    record.virtuals.insert("region_number".to_owned(), 1.into());
    record.virtuals.insert("region_description".to_owned(), "Region 1".into());
    record.actions = actions(&href, ctx, kind);
    record
}

/// The machine as named in messages.
pub(super) fn ident(machine: &Machine, kind: &str) -> String {
    let what = if kind == "vms" { "Virtual Machine" } else { "Instance" };
    format!("{what} id:{} name:'{}'", machine.id, machine.name)
}

pub(super) fn options(request: &Request, ctx: &Context<'_>, kind: &str) -> ReplyResult {
    let machine = find(request, ctx, kind)?;
    let platform = Platform::of(machine);
    let named = platform != Platform::Ovirt;
    let mut fields = vec![
        json!({ "component": "text-field", "name": "name", "id": "name", "label": "Name", "isRequired": named,
                "validate": if named { json!([{ "type": "required" }]) } else { json!([]) } }),
        json!({ "component": "textarea", "name": "description", "id": "description", "label": "Description" }),
    ];
    match platform {
        Platform::Vmware | Platform::Ovirt => fields.push(json!({
            "component": "switch", "name": "memory", "id": "memory", "label": "Snapshot VM memory", "onText": "Yes",
            "offText": "No", "isDisabled": machine.extra.get("power_state") != Some(&json!("on")),
            "helperText": "Snapshotting the memory is only available if the VM is powered on.",
        })),
        Platform::Openstack => {}
        // vCloud provides no form.
        Platform::Vcloud => return Err(error(400, format!("No DDF specified for snapshots in {}", machine.name))),
    }
    Ok(Reply::json(200, metadata(json!({ "snapshot_form_schema": { "fields": fields } }))))
}
