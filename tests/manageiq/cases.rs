//! Each case with the document and the client: the request matches the case, and the response is valid and results in the right value or
//! error.

use cloudsnap::contract::{Contract, Finding, RequestParts};
use cloudsnap::generated::manageiq::{Client as Generated, types};
use cloudsnap::{Auth, Client, Error, ErrorKind};
use http::HeaderMap;
use httpmock::{HttpMockRequest, MockServer};
use serde_json::{Value, json};

use crate::support::{Case, MIQ, cases, quick};

/// A server that responds only to the exact request of the case.
async fn answering(case: &Case) -> (MockServer, Client) {
    let server = MockServer::start_async().await;
    let (method, query, body) = (case.method.clone(), case.query.clone(), case.body.clone());
    let path = format!("/api{}", case.path);
    let wanted = move |request: &HttpMockRequest| {
        let sent: Option<Value> = serde_json::from_slice(request.body_ref()).ok();
        let mut pairs = request.query_params();
        let mut wanted = query.clone();
        pairs.sort();
        wanted.sort();
        request.method_str() == method && request.uri().path() == path && pairs == wanted && sent == body
    };
    let (status, response) = (case.status, case.response.clone());
    server
        .mock_async(move |when, then| {
            when.is_true(wanted);
            let then = then.status(status);
            if let Some(response) = response {
                then.header("content-type", "application/json; charset=utf-8").body(response.to_string());
            }
        })
        .await;
    let base_url = format!("{}/api", server.base_url());
    let client = Client::builder(MIQ).base_url(base_url).auth(Auth::basic("dana", "pw-for-tests")).options(quick());
    let client = client.build().unwrap();
    (server, client)
}

/// The meaning of a response, by the format of its body.
fn ending(case: &Case) -> Option<ErrorKind> {
    let body = case.response.clone().unwrap_or_default();
    match (case.status, &body) {
        (200 | 204, _) => None,
        (400, Value::Object(body)) if body.contains_key("error") => Some(ErrorKind::Invalid),
        // A refusal by the machine or its provider.
        (400, _) => Some(ErrorKind::Conflict),
        (401, _) => Some(ErrorKind::Unauthorized),
        (403, _) => Some(ErrorKind::Forbidden),
        (404, _) => Some(ErrorKind::NotFound),
        (status, _) => panic!("{}: what does {status} mean?", case.name),
    }
}

/// Calls the operation of the case; `None` if the typed client cannot express it.
async fn typed(client: &Generated, case: &Case) -> Option<Result<Value, Error>> {
    let found = Contract::of(MIQ).find(&case.method, &case.path).unwrap();
    let id = |n: usize| found.parameters[n].1.as_str();
    let body = || case.body.clone().unwrap_or_default();
    let text = |name: &str| case.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let number = |name: &str| text(name).map(|text| text.parse::<i64>());
    if [number("offset"), number("limit")].into_iter().flatten().any(|number| number.is_err()) {
        return None;
    }
    let filters: Vec<String> =
        case.query.iter().filter(|(name, _)| name == "filter[]").map(|(_, text)| text.clone()).collect();

    macro_rules! list {
        ($call:expr) => {{
            let mut call = $call;
            if let Some(expand) = text("expand") {
                call = call.expand(expand);
            }
            if let Some(attributes) = text("attributes") {
                call = call.attributes(attributes);
            }
            if !filters.is_empty() {
                call = call.filter(filters.clone());
            }
            if let Some(by) = text("sort_by") {
                call = call.sort_by(by);
            }
            if let Some(order) = text("sort_order") {
                call = call.sort_order(order);
            }
            if let Some(options) = text("sort_options") {
                call = call.sort_options(options);
            }
            if let Some(Ok(offset)) = number("offset") {
                call = call.offset(offset);
            }
            if let Some(Ok(limit)) = number("limit") {
                call = call.limit(limit);
            }
            send!(call)
        }};
    }
    macro_rules! get {
        ($call:expr) => {{
            let mut call = $call;
            if let Some(attributes) = text("attributes") {
                call = call.attributes(attributes);
            }
            send!(call)
        }};
    }
    macro_rules! send {
        ($call:expr) => {
            $call.send().await.map(|value| json!(value.into_inner())).map_err(Error::from)
        };
    }
    macro_rules! post {
        ($call:expr, $type:ty) => {{
            let Ok(body) = serde_json::from_value::<$type>(body()) else { return None };
            send!($call.body(body))
        }};
    }
    Some(match found.operation.id() {
        "get_entry_point" => send!(client.get_entry_point()),
        "get_token" => match text("requester_type") {
            Some(requester) => {
                let Ok(requester) = requester.parse::<types::TokenUse>() else { return None };
                send!(client.get_token().requester_type(requester))
            }
            None => send!(client.get_token()),
        },
        "list_vms" => list!(client.list_vms()),
        "get_vm" => get!(client.get_vm().vm_id(id(0))),
        "list_instances" => list!(client.list_instances()),
        "list_vm_snapshots" => list!(client.list_vm_snapshots().vm_id(id(0))),
        "list_instance_snapshots" => list!(client.list_instance_snapshots().instance_id(id(0))),
        "get_vm_snapshot" => get!(client.get_vm_snapshot().vm_id(id(0)).snapshot_id(id(1))),
        "get_instance_snapshot" => get!(client.get_instance_snapshot().instance_id(id(0)).snapshot_id(id(1))),
        "change_vm_snapshots" => {
            post!(client.change_vm_snapshots().vm_id(id(0)), types::SnapshotsChange)
        }
        "act_on_vm_snapshot" => {
            post!(client.act_on_vm_snapshot().vm_id(id(0)).snapshot_id(id(1)), types::VmSnapshotChange)
        }
        "act_on_instance_snapshot" => {
            post!(client.act_on_instance_snapshot().instance_id(id(0)).snapshot_id(id(1)), types::Deletion)
        }
        "delete_vm_snapshot" => send!(client.delete_vm_snapshot().vm_id(id(0)).snapshot_id(id(1))),
        "delete_instance_snapshot" => send!(client.delete_instance_snapshot().instance_id(id(0)).snapshot_id(id(1))),
        "describe_vm_snapshots" => send!(client.describe_vm_snapshots().vm_id(id(0))),
        "get_task" => get!(client.get_task().task_id(id(0))),
        "delete_task" => send!(client.delete_task().task_id(id(0))),
        "create_volume_snapshot" => {
            post!(client.create_volume_snapshot().volume_id(id(0)), types::VolumeSnapshotCreation)
        }
        "act_on_volume" => post!(client.act_on_volume().volume_id(id(0)), types::VolumeChange),
        other => panic!("{}: no call for {other}", case.name),
    })
}

/// Requests that the document's types cannot express. None of them is meaningful.
const UNSAYABLE: [&str; 5] = [
    "get-token-bad-requester",
    "vms-bad-offset",
    "vm-snapshots-bulk-revert-not-allowed",
    "vm-snapshot-post-without-action",
    "instance-snapshot-revert-not-offered",
];

#[tokio::test]
async fn each_case_is_sent_decoded_and_concluded_correctly() {
    let (mut typed_ones, mut raw_ones) = (0, Vec::new());
    for case in cases() {
        let (_server, client) = answering(&case).await;
        let expected = ending(&case);
        match typed(&client.as_manageiq().unwrap(), &case).await {
            Some(Ok(value)) => {
                assert_eq!(None, expected, "{}: {value}", case.name);
                // The results of a bulk request still show which entries were refused.
                let success = |value: &Value| -> Vec<Value> {
                    let results = value["results"].as_array().cloned().unwrap_or_default();
                    results.iter().map(|result| result["success"].clone()).collect()
                };
                let response = case.response.clone().unwrap_or_default();
                assert_eq!(success(&value), success(&response), "{}", case.name);
                typed_ones += 1;
            }
            Some(Err(error)) => {
                assert_eq!(Some(error.kind()), expected, "{}: {error}", case.name);
                assert_eq!(error.status(), Some(case.status), "{}", case.name);
                let reported = case.response.as_ref().unwrap().to_string();
                let message = serde_json::to_string(error.message()).unwrap();
                assert!(reported.contains(&message), "{}: {error} does not contain {reported}", case.name);
                typed_ones += 1;
            }
            None => raw_ones.push(case.name.clone()),
        }
        // The raw call sends anything and returns the response unchanged.
        let whole = client.request(&case.method, &case.target(), case.body.as_ref()).await.unwrap();
        assert_eq!(whole.status().as_u16(), case.status, "{}", case.name);
    }
    raw_ones.sort();
    let mut unsayable: Vec<_> = UNSAYABLE.into_iter().map(str::to_owned).collect();
    unsayable.sort();
    assert_eq!(raw_ones, unsayable);
    assert_eq!(typed_ones + raw_ones.len(), 59);
}

fn violations(findings: Vec<Finding>) -> Vec<String> {
    findings.into_iter().filter(Finding::is_violation).map(|finding| finding.to_string()).collect()
}

#[test]
fn each_case_matches_the_document_for_its_status() {
    let contract = Contract::of(MIQ);
    for case in cases() {
        let found = contract.find(&case.method, &case.path).unwrap();
        let body = case.response.as_ref().map(Value::to_string).unwrap_or_default();
        let content_type = case.response.as_ref().map(|_| "application/json; charset=utf-8");
        let check = |body: &str| contract.check_response(found.operation, case.status, content_type, body.as_bytes());
        assert_eq!(violations(check(&body)), Vec::<String>::new(), "{}", case.name);
        // A body in the format of another case is rejected: the branches of an error are distinguished by their key.
        if !body.is_empty() {
            let mutated = json!({ "unheard_of": true }).to_string();
            let free =
                found.operation.id() == "list_vms" || matches!(found.operation.id(), "get_vm" | "list_instances");
            let is_snapshot = found.operation.id().ends_with("_snapshot") && case.method == "GET";
            if case.status != 200 || !(free || is_snapshot) {
                assert!(!violations(check(&mutated)).is_empty(), "{}: anything goes", case.name);
            }
        }
    }
}

#[test]
fn valid_requests_match_the_document() {
    let contract = Contract::of(MIQ);
    for case in cases() {
        let found = contract.find(&case.method, &case.path).unwrap();
        let body = case.body.as_ref().map(Value::to_string).unwrap_or_default();
        let mut headers = HeaderMap::new();
        headers.insert("content-type", http::HeaderValue::from_static("application/json"));
        let query = case.raw_query();
        let parts = RequestParts {
            path: &case.path,
            query: Some(query.as_str()).filter(|query| !query.is_empty()),
            headers: &headers,
            body: body.as_bytes(),
        };
        let broken = violations(contract.check_request(found.operation, &parts));
        let senseless = UNSAYABLE.contains(&case.name.as_str())
            || matches!(
                case.name.as_str(),
                "get-token-bad-requester"
                    | "vm-snapshot-create-empty-object"
                    | "vm-snapshots-limit-zero"
                    | "vm-snapshot-show-non-numeric-id"
            );
        assert_eq!(!broken.is_empty(), senseless, "{}: {broken:?}", case.name);
    }
}
