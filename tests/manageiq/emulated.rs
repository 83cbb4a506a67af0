//! Each case with the sandbox: with the setup of the case, it responds as in the server's own specs.

use cloudsnap::sandbox::{Sandbox, Side};
use serde_json::{Value, json};

use crate::support::{Case, MIQ, case, cases, life, machine, plain_http, sandbox_with, secret, snapshot};

const VM: &str = "1000000000011";
const OVIRT: &str = "1000000000013";
const CLOUD: &str = "1000000000201";
const LOOSE: &str = "1000000000202";
const VOLUME: &str = "1000000000051";
const TASK: &str = "1000000021999";

/// Values that differ between runs: only their presence and type matter.
const LIVE: [&str; 11] = [
    "task_id",
    "task_href",
    "auth_token",
    "expires_on",
    "started_on",
    "updated_on",
    "created_on",
    "miq_server_id",
    "uid",
    "uid_ems",
    "ems_ref",
];

/// The snapshots before the case; `None` for the defaults: two of the VM, one of the instance.
fn machines_of(case: &Case) -> Vec<Value> {
    let named = |names: &[&str]| -> Vec<Value> {
        let ids = 1..;
        ids.zip(names).map(|(n, name)| machine(&format!("100000000000{n}"), name, "vmware")).collect()
    };
    match case.name.as_str() {
        "vms-offset-skips" | "vms-sort-descending" => named(&["aa", "bb", "cc"]),
        "vms-paging-middle-of-seven" => named(&["aa", "bb", "cc", "dd", "ee", "ff", "gg"]),
        "vms-sort-ignore-case" => named(&["c", "B", "a"]),
        "vms-filter-quoted-wildcard" => named(&["aa_B2", "aa_A1", "bb"]),
        "vms-filter-or-with-paging" => named(&["aa", "bb", "cc", "dd"]),
        "vms-only-id-attributes" => vec![machine(VM, "web-prod-01", "vmware")],
        "instances-list-excludes-infra-vms" => vec![machine(VM, "web", "vmware"), machine(CLOUD, "shop", "openstack")],
        name => {
            // The messages of the case contain the name of the machine.
            let dana = case.response.as_ref().is_some_and(|response| response.to_string().contains("Dana's VM"));
            let mut vm = machine(VM, if dana { "Dana's VM" } else { "web-prod-01" }, "vmware");
            let mut ovirt = machine(OVIRT, "rhv-db-02", "ovirt");
            let mut loose = machine(LOOSE, "loose", "openstack");
            loose["extra"]["ems_id"] = Value::Null;
            if name.ends_with("unsupported") {
                vm["extra"]["host_id"] = Value::Null;
            }
            ovirt["extra"]["power_state"] = json!("on");
            vec![vm, ovirt, machine(CLOUD, "shop-front", "openstack"), loose]
        }
    }
}

fn snapshots_of(case: &Case) -> Vec<Value> {
    let first = if case.name.contains("bulk-delete") { "Dana's checkpoint" } else { "nightly-2026-06-01" };
    let mut show = snapshot("1000000000301", first, VM);
    show["description"] = json!("taken before patch window");
    show["size"] = json!(4_294_967_296_i64);
    let other = snapshot("1000000000303", "of another machine", OVIRT);
    match case.name.as_str() {
        "vm-snapshots-list-collapsed" => vec![show, other],
        "instance-snapshots-list-collapsed" => vec![snapshot("1000000000401", "c", CLOUD), other],
        "vm-snapshots-list-shows-allowed-actions" | "vm-snapshot-show" => vec![show],
        "vm-snapshot-show-lists-only-permitted-actions" => vec![show],
        "vm-snapshots-list-filtered" => {
            let named = |n: u32, name: &str, of: &str| snapshot(&format!("1000000000{n}"), name, of);
            let mut rows = vec![named(301, "weekly", VM), named(302, "nightly-2026-06-01", VM)];
            rows.extend((500..685).map(|n| named(n, "nightly", OVIRT)));
            rows
        }
        _ => {
            vec![show, snapshot("1000000000302", "Eli's checkpoint", VM), snapshot("1000000000401", "c", CLOUD), other]
        }
    }
}

/// The permissions of the role; `None` for all.
fn features(case: &Case) -> Option<Vec<&'static str>> {
    match case.name.as_str() {
        name if name.contains("without-permission") => Some(vec![]),
        "vm-snapshots-list-collapsed" | "vm-snapshot-show" => Some(vec!["vm_snapshot_view"]),
        "instance-snapshots-list-collapsed" => Some(vec!["cloud_volume_snapshot_view"]),
        "vm-snapshots-list-shows-allowed-actions" | "vm-snapshot-show-lists-only-permitted-actions" => {
            Some(vec!["vm_snapshot_view", "vm_snapshot_add", "vm_snapshot_delete"])
        }
        _ => None,
    }
}

fn task_of(case: &Case) -> Value {
    let now = jiff::Timestamp::now();
    let ago = |seconds: i64| (now - jiff::SignedDuration::from_secs(seconds)).to_string();
    let (made, ready) = match case.name.as_str() {
        "task-show-queued" => (ago(0), ago(-100_000)),
        "task-show-active" => (ago(50_000), ago(-50_000)),
        _ => (ago(60), ago(30)),
    };
    let mut row = json!({
        "id": TASK,
        "name": "Deleting snapshot nightly-2026-06-01 for Virtual Machine id:1000000000011 name:'web-prod-01'",
        "life": life(&made, &made),
        "extra": { "userid": "snap-bot" },
    });
    row["life"]["ready_at"] = ready.into();
    row
}

async fn setup(case: &Case) -> (Sandbox, tempfile::TempDir) {
    let page_size = 1000;
    sandbox_with(page_size, |state| {
        state["machines"] = machines_of(case).into();
        state["snapshots"] = snapshots_of(case).into();
        state["tasks"] = json!([task_of(case)]);
        state["next_id"] = json!(1_000_000_021_171_u64);
        let made = life("2026-05-01T00:00:00Z", "2026-05-01T00:00:00Z");
        state["extra"]["volumes"] = json!([{ "id": VOLUME, "name": "db-data", "life": made }]);
        state["backups"] = json!([{ "id": "1000000000071", "name": "weekly", "machine": VOLUME, "life": made }]);
        if let Some(features) = features(case) {
            state["extra"]["features"] = json!(features);
        }
    })
    .await
}

/// Sends the request of the case, and returns status, headers and body.
async fn send(case: &Case, sandbox: &Sandbox) -> (u16, http::HeaderMap, Option<Value>) {
    let url = format!("{}{}", sandbox.base_url(MIQ), case.target());
    let method = reqwest::Method::from_bytes(case.method.as_bytes()).unwrap();
    let mut request = plain_http().request(method, url);
    let signed_in = !matches!(case.name.as_str(), "no-credentials" | "bad-password");
    if signed_in {
        request = request.basic_auth("admin", Some(secret(sandbox)));
    }
    for (name, value) in &case.headers {
        request = request.header(name, value.as_str().unwrap());
    }
    if let Some(body) = &case.body {
        request = request.body(body.to_string());
    }
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = response.bytes().await.unwrap();
    (status, headers, (!body.is_empty()).then(|| serde_json::from_slice(&body).unwrap()))
}

/// The parts of the expected body that are missing in the response.
fn lacks(expected: &Value, found: &Value, at: &str, reported: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                let at = format!("{at}/{key}");
                match found.get(key) {
                    None => reported.push(format!("{at} is missing")),
                    Some(known) if LIVE.contains(&key.as_str()) => {
                        let alike = value.is_string() == known.is_string() || value.is_null() || known.is_null();
                        if !alike {
                            reported.push(format!("{at} is {known}, not like {value}"));
                        }
                    }
                    Some(known) => lacks(value, known, &at, reported),
                }
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (n, (expected, found)) in expected.iter().zip(found).enumerate() {
                lacks(expected, found, &format!("{at}/{n}"), reported);
            }
        }
        (expected, found) if expected == found => {}
        (expected, found) => reported.push(format!("{at} is {found}, not {expected}")),
    }
}

/// The metadata of the form case is that of the real model, shortened; the specs only assert that the form is an object.
fn only_asserted(case: &Case) -> Value {
    match case.name.as_str() {
        "vm-snapshot-form-schema" => {
            json!({ "data": case.response.as_ref().unwrap()["data"], "subcollections": ["snapshots"] })
        }
        _ => case.response.clone().unwrap_or_default(),
    }
}

#[tokio::test]
async fn each_case_gets_the_response_in_the_servers_specs() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (sandbox, _folder) = setup(&case).await;
        let (status, headers, body) = send(&case, &sandbox).await;
        if status != case.status {
            wrong.push(format!("{}: {status}, not {}: {body:?}", case.name, case.status));
            continue;
        }
        assert!(!headers.contains_key("www-authenticate"), "{}: no challenge is ever sent", case.name);
        assert_eq!(body.is_some(), case.response.is_some(), "{}", case.name);
        let here = sandbox.base_url(MIQ);
        let expected = only_asserted(&case).to_string().replace("https://miq.example.com/api", &here);
        let expected: Value = serde_json::from_str(&expected).unwrap();
        let mut reported = Vec::new();
        lacks(&expected, &body.unwrap_or_default(), "", &mut reported);
        wrong.extend(reported.into_iter().map(|why| format!("{}: {why}", case.name)));
        let broken: Vec<_> = sandbox.violations().into_iter().filter(|found| found.side == Side::Response).collect();
        assert!(broken.is_empty(), "{}: {broken:#?}", case.name);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A path or method without a route is rejected by the router, with a string in `error`.
#[tokio::test]
async fn the_router_responds_in_its_own_format() {
    let (sandbox, _folder) = setup(&case("vm-snapshot-show")).await;
    for (method, path) in [("GET", "/nothing"), ("PATCH", "/vms/1000000000011/snapshots/1000000000301")] {
        let mut odd = case("vm-snapshot-show");
        (odd.method, odd.path) = (method.to_owned(), path.to_owned());
        let (status, _, body) = send(&odd, &sandbox).await;
        assert_eq!((status, body), (404, Some(json!({ "status": 404, "error": "Not Found" }))), "{method} {path}");
    }
}

/// A version in the path is also in all links of the response; only JSON can be requested.
#[tokio::test]
async fn versions_and_media_types() {
    let mut case = case("vm-snapshot-show");
    let (sandbox, _folder) = setup(&case).await;
    case.path = format!("/v4.4.0-pre{}", case.path);
    let (status, _, body) = send(&case, &sandbox).await;
    assert_eq!(status, 200);
    assert!(body.unwrap()["href"].as_str().unwrap().contains("/api/v4.4.0-pre/vms/"));
    case.headers.insert("accept".to_owned(), json!("application/xml"));
    let (status, _, body) = send(&case, &sandbox).await;
    assert_eq!((status, &body.unwrap()["error"]["kind"]), (415, &json!("unsupported_media_type")));
}
