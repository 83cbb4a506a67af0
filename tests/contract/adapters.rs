//! Every list that the document allows is accepted by the adapters: no entry is lost, and none fails because of an
//! optional field.

use cloudsnap::spec::{PathSegment, Provider};
use cloudsnap::{Auth, Client, ListSnapshots, RetryPolicy, VmId};
use httpmock::MockServer;
use serde_json::{Map, Value, json};

use crate::document::{Body, Direction, Document};
use crate::generate::Generator;
use crate::roundtrip::{bases, lost, with_variations};

/// What the client lists, and for which machine.
#[derive(Clone, Copy)]
enum List {
    Vms,
    Snapshots(Option<&'static str>),
    Backups(&'static str),
}

/// A list in the document: the operation, its path, the position of the entries, and the method that reads it.
struct Row {
    provider: Provider,
    operation: &'static str,
    path: &'static str,
    entries: &'static str,
    list: List,
}

const fn row(
    provider: Provider,
    operation: &'static str,
    path: &'static str,
    entries: &'static str,
    list: List,
) -> Row {
    Row { provider, operation, path, entries, list }
}

const UUID: &str = "18efeec8-94f0-4776-8ff2-5e9b49c74608";

fn rows() -> Vec<Row> {
    use Provider::{GenesisCloud, Hyperstack, ManageIq, Syminet};
    let of_instance = List::Snapshots(Some("instances/7"));
    let of_uuid = "/instances/18efeec8-94f0-4776-8ff2-5e9b49c74608/snapshots";
    let mut rows = vec![
        row(Syminet, "list_snapshots", "/images", "/data", List::Snapshots(None)),
        row(Syminet, "list_slice_snapshots", "/images/snapshots/3247", "/data", List::Snapshots(Some("3247"))),
        row(Syminet, "list_backups", "/backups/3247", "/data", List::Backups("3247")),
        row(Hyperstack, "list_vms", "/core/virtual-machines", "/instances", List::Vms),
        row(Hyperstack, "list_snapshots", "/core/snapshots", "/snapshots", List::Snapshots(None)),
        row(GenesisCloud, "list_snapshots", "/snapshots", "/snapshots", List::Snapshots(None)),
        row(GenesisCloud, "list_instance_snapshots", of_uuid, "/snapshots", List::Snapshots(Some(UUID))),
        row(GenesisCloud, "list_instances", "/instances", "/instances", List::Vms),
        row(ManageIq, "list_instances", "/instances", "/resources", List::Vms),
        row(ManageIq, "list_vm_snapshots", "/vms/7/snapshots", "/resources", List::Snapshots(Some("vms/7"))),
        row(ManageIq, "list_instance_snapshots", "/instances/7/snapshots", "/resources", of_instance),
    ];
    rows.retain(|row| match row.provider {
        Syminet => cfg!(feature = "syminet"),
        ManageIq => cfg!(feature = "manageiq"),
        Hyperstack => cfg!(feature = "hyperstack"),
        GenesisCloud => cfg!(feature = "genesiscloud"),
        _ => panic!("no list defined for {}", row.provider),
    });
    rows
}

/// An entry as returned by the adapter: the ID and the provider's status.
type Entry = (String, Map<String, Value>);

async fn read(client: &Client, list: List) -> Result<Vec<Entry>, cloudsnap::Error> {
    let vm = |id: &str| id.parse::<VmId>().unwrap();
    Ok(match list {
        List::Vms => {
            let page = client.vms_page(None).await?;
            page.items.into_iter().map(|vm| (vm.id.to_string(), vm.raw.into())).collect()
        }
        List::Snapshots(of) => {
            let list = of.map_or_else(ListSnapshots::default, |of| ListSnapshots::default().vm(vm(of)));
            let page = client.snapshots_page(&list, None).await?;
            page.items.into_iter().map(|snapshot| (snapshot.id.to_string(), snapshot.raw.into())).collect()
        }
        List::Backups(of) => {
            let backups = client.backups(&vm(of)).await?;
            backups.into_iter().map(|backup| (backup.id.to_string(), backup.raw.into())).collect()
        }
    })
}

fn id_of(entry: &Value) -> String {
    let id = entry.get("id").unwrap_or(&entry["backup_id"]);
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

/// Whether the body is what the adapter requested. The document also allows other forms, for other requests.
fn as_asked(row: &Row, body: &Value, entries: &[Value]) -> bool {
    let digits = |entry: &Value| entry["id"].as_str().is_some_and(|id| id.parse::<u64>().is_ok());
    match row.provider {
        // Complete records rather than links; and with entries, which only `hide=resources` omits.
        Provider::ManageIq => body["resources"].is_array() && entries.iter().all(digits),
        // A successful response that does not report failure.
        Provider::Hyperstack => body["status"] == true || body["status"] == 200,
        // For the document, an ID is any string; one that cannot be part of a path is not valid.
        Provider::GenesisCloud => {
            entries.iter().all(|entry| entry["id"].as_str().is_some_and(|id| id.parse::<PathSegment>().is_ok()))
        }
        _ => true,
    }
}

/// A list contains as many entries as its count says, and a machine's list only entries of that machine. The document
/// cannot express this, but the adapters require it.
fn of_requested(row: &Row, mut body: Value) -> Value {
    let listed = body.pointer(row.entries).and_then(Value::as_array).map(Vec::len);
    if let Some(count) = body.get_mut("subquery_count").filter(|count| count.is_number()) {
        *count = listed.into();
    }
    let List::Snapshots(Some(machine)) = row.list else { return body };
    let (key, id) = match row.provider {
        Provider::GenesisCloud => ("source_instance_id", machine),
        Provider::ManageIq => ("vm_or_template_id", machine.rsplit('/').next().unwrap()),
        _ => return body,
    };
    for entry in body.pointer_mut(row.entries).and_then(Value::as_array_mut).into_iter().flatten() {
        if entry[key].is_string() {
            entry[key] = id.into();
        }
    }
    body
}

/// On oVirt, the record with `current` 1 is the running state, not a snapshot.
fn is_running_state(entry: &Value) -> bool {
    let class = entry["type"].as_str().unwrap_or_default();
    entry["current"] == 1 && (class.contains("::Redhat::") || class.contains("::Ovirt::"))
}

/// Additional requests the adapter may make: other machines after the instances, and a machine to get its vendor.
async fn stand_by(server: &MockServer) {
    let machine = json!({ "id": "7", "vendor": "vmware" });
    for (path, response) in
        [("/vms", json!({ "resources": [] })), ("/vms/7", machine.clone()), ("/instances/7", machine)]
    {
        let mock = server.mock_async(|when, then| {
            when.method("GET").path(path);
            then.status(200).header("content-type", "application/json").json_body(response);
        });
        mock.await;
    }
}

async fn pass(row: &Row, document: &Document, body: &Body<'_>) -> usize {
    let server = MockServer::start_async().await;
    let client = Client::builder(row.provider).base_url(server.base_url()).auth(Auth::token("test-token"));
    let client = client.retry(RetryPolicy::never()).rate_limit(None).build().unwrap();
    let generator = Generator { document, direction: Direction::Response };
    if row.provider == Provider::ManageIq {
        stand_by(&server).await;
    }
    let mut count = 0;
    // The full body, the minimal body and one example are sufficient: the types were shown to preserve the others.
    let bases = bases(&generator, body).into_iter().take(3);
    let values = bases.flat_map(|base| with_variations(&generator, body.schema, base));
    for value in values {
        let value = of_requested(row, value);
        let listed = value.pointer(row.entries).and_then(Value::as_array).cloned().unwrap_or_default();
        if !as_asked(row, &value, &listed) {
            continue;
        }
        let mock = server
            .mock_async(|when, then| {
                when.method("GET").path(row.path);
                then.status(200).header("content-type", "application/json").json_body(value.clone());
            })
            .await;
        let reported = || format!("{} {}: {value}", row.provider, row.operation);
        let found = read(&client, row.list).await.unwrap_or_else(|error| panic!("{}: {error}", reported()));
        mock.delete_async().await;

        let kept: Vec<&Value> = listed.iter().filter(|entry| !is_running_state(entry)).collect();
        assert_eq!(found.len(), kept.len(), "{}", reported());
        let of_entries = &document.resolve(body.schema)["properties"][&row.entries[1..]]["items"];
        for (entry, (id, raw)) in kept.into_iter().zip(found) {
            let id = id.rsplit('/').next().unwrap().to_owned();
            assert_eq!(id, id_of(entry), "{}", reported());
            let lost = lost(&generator, of_entries, entry, Some(&Value::Object(raw)));
            assert!(lost.is_empty(), "{}: {lost:#?}", reported());
            count += 1;
        }
    }
    count
}

#[tokio::test]
async fn adapters_accept_every_list_that_the_document_allows() {
    for row in rows() {
        let document = Document::of(row.provider);
        let bodies = document.bodies();
        let of_list = |body: &&Body<'_>| body.operation == row.operation && body.status == "200";
        let body = bodies.iter().find(of_list).unwrap_or_else(|| panic!("no list for {}", row.operation));
        let count = pass(&row, &document, body).await;
        println!("{} {}: {count} entries accepted by the adapter", row.provider, row.operation);
        assert!(count > 40, "{} {}: only {count} entries", row.provider, row.operation);
    }
}
