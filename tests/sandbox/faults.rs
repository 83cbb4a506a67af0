//! Each kind of fault as seen by a client, and what the store shows happened.

use std::error::Error as _;
use std::io;
use std::time::{Duration, Instant, SystemTime};

use cloudsnap::sandbox::{Fault, Sandbox};
use cloudsnap::spec::Provider;
use serde_json::{Value, json};

use super::Api;

const P: Provider = Provider::Syminet;

async fn with(faults: &[&str]) -> Api {
    let builder = Sandbox::builder(P).delay(super::DELAY);
    let faults = faults.iter().map(|fault| fault.parse::<Fault>().unwrap());
    Api::start(P, faults.fold(builder, cloudsnap::sandbox::SandboxBuilder::fault)).await
}

/// Requests a snapshot; returns the response, or what happened to the connection.
async fn create(api: &Api) -> Result<u16, reqwest::Error> {
    let vm = &api.sandbox.store().machines(P)[0].id;
    let request = api.request("POST", &format!("/images/snapshots/{vm}/create"));
    Ok(request.json(&json!({ "snapshot_name": "x" })).send().await?.status().as_u16())
}

fn made(api: &Api) -> usize {
    api.sandbox.store().snapshots(P).len() - 4
}

/// The kind of the I/O error underlying an error.
fn io_kind(error: &reqwest::Error) -> Option<io::ErrorKind> {
    let mut source = error.source();
    while let Some(error) = source {
        if let Some(io) = error.downcast_ref::<io::Error>() {
            return Some(io.kind());
        }
        source = error.source();
    }
    None
}

#[tokio::test]
async fn the_connection_is_reset_before_or_after_handling() {
    for (fault, acted) in [("reset-before@create_snapshot*1", 0), ("reset-after@create_snapshot*1", 1)] {
        let api = with(&[fault]).await;
        let error = create(&api).await.unwrap_err();
        assert_eq!(io_kind(&error), Some(io::ErrorKind::ConnectionReset), "{error:?}");
        assert_eq!(made(&api), acted, "{fault}");
        let reported = api.sandbox.requests().pop().unwrap();
        assert_eq!((reported.status, reported.fault.as_deref()), (None, Some(fault)));
        assert_eq!(create(&api).await.unwrap(), 202);
        assert_eq!(made(&api), acted + 1);
    }
}

#[tokio::test]
async fn a_hanging_server_never_responds() {
    for (fault, acted) in [("hang@changing", 0), ("hang-after@changing", 1)] {
        let api = with(&[fault]).await;
        let waited = tokio::time::timeout(Duration::from_millis(300), create(&api)).await;
        assert!(waited.is_err(), "{fault}");
        assert_eq!(made(&api), acted, "{fault}");
        assert_eq!(api.get("/images").await.status, 200);
    }
}

#[tokio::test]
async fn statuses_replace_handling_or_follow_it() {
    for (fault, status, acted) in
        [("503*1", 503, 0), ("503-after*1", 503, 1), ("html-502*1", 502, 0), ("html-502-after*1", 502, 1)]
    {
        let api = with(&[fault]).await;
        assert_eq!((create(&api).await.unwrap(), made(&api)), (status, acted), "{fault}");
        assert_eq!(create(&api).await.unwrap(), 202);
    }
}

#[tokio::test]
async fn retry_after_is_sent_as_specified() {
    let api = with(&["429:2*1", "429:date+30*1", "429:date-30*1", "503:soon*1", "429*1"]).await;
    let mut values = Vec::new();
    for _ in 0..5 {
        let response = api.request("GET", "/images").send().await.unwrap();
        assert!([429, 503].contains(&response.status().as_u16()));
        values.push(response.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned()));
    }
    let date = |n: usize| httpdate::parse_http_date(values[n].as_ref().unwrap()).unwrap();
    assert_eq!(values[0].as_deref(), Some("2"));
    assert!(date(1) > SystemTime::now() + Duration::from_secs(25));
    assert!(date(2) < SystemTime::now() - Duration::from_secs(25));
    assert_eq!((values[3].as_deref(), values[4].as_deref()), (Some("soon"), None));
    assert_eq!(api.get("/images").await.status, 200);
}

#[tokio::test]
async fn gateways_send_html_and_redirects_point_elsewhere() {
    let api = with(&["html-502*1", "redirect:http://127.0.0.1:9/elsewhere*1"]).await;
    let page = api.request("GET", "/images").send().await.unwrap();
    assert_eq!(page.headers()["content-type"], "text/html");
    assert!(page.text().await.unwrap().starts_with("<html>"));
    let redirect = api.request("GET", "/images").send().await.unwrap();
    assert_eq!(
        (redirect.status().as_u16(), &redirect.headers()["location"].to_str().unwrap()[..21]),
        (307, "http://127.0.0.1:9/el")
    );
}

#[tokio::test]
async fn a_truncated_body_ends_in_the_middle() {
    let api = with(&["truncate*1", "truncate@create_snapshot*1"]).await;
    let response = api.request("GET", "/images").send().await.unwrap();
    let announced = response.content_length().unwrap();
    assert_eq!(response.status(), 200);
    let mut response = response;
    let mut got = 0;
    let error = loop {
        match response.chunk().await {
            Ok(Some(bytes)) => got += bytes.len() as u64,
            Ok(None) => panic!("the body is complete"),
            Err(error) => break error,
        }
    };
    assert_eq!(got, announced / 2);
    assert!(error.is_body() || error.is_decode(), "{error:?}");
    // A response without a body announces one that never arrives.
    let vm = &api.sandbox.store().machines(P)[0].id;
    let request = api.request("POST", &format!("/images/snapshots/{vm}/create"));
    let response = request.json(&json!({ "snapshot_name": "x" })).send().await.unwrap();
    assert!(response.bytes().await.is_err());
    assert_eq!(made(&api), 1);
}

#[tokio::test]
async fn a_slow_body_takes_time_and_an_endless_one_never_ends() {
    let api = with(&["slow:4000*1", "slow:1*1", "endless*1"]).await;
    let began = Instant::now();
    let body = api.request("GET", "/images").send().await.unwrap().bytes().await.unwrap();
    let least = Duration::from_secs_f64(body.len() as f64 / 4000.0 * 0.8);
    assert!(began.elapsed() >= least, "{:?} for {} bytes", began.elapsed(), body.len());
    assert!(serde_json::from_slice::<Value>(&body).is_ok());

    let mut slow = api.request("GET", "/images").send().await.unwrap();
    let first = tokio::time::timeout(Duration::from_secs(3), slow.chunk()).await.unwrap().unwrap().unwrap();
    assert_eq!(first.len(), 1);

    let mut endless = api.request("GET", "/images").send().await.unwrap();
    let mut got = 0;
    while got < 10 << 20 {
        got += endless.chunk().await.unwrap().unwrap().len();
    }
}

#[tokio::test]
async fn a_stale_list_shows_an_earlier_state() {
    let api = with(&["stale-list:100@safe*2"]).await;
    assert_eq!(create(&api).await.unwrap(), 202);
    assert_eq!(api.get("/images").await.rows().len(), 4);
    api.sandbox.advance(Duration::from_secs(101));
    assert_eq!(api.get("/images").await.rows().len(), 5);
    assert_eq!(api.get("/images").await.rows().len(), 5);
    // A deleted snapshot is back, and a renamed one has its old name.
    let rows = api.get("/images").await.rows();
    let (renamed, deleted) = (rows[0].clone(), rows[2]["id"].clone());
    let path = format!("/images/snapshots/{}/rename", renamed["id"]);
    assert_eq!(api.post(&path, json!({ "snapshot_name": "other" })).await.status, 202);
    assert_eq!(api.send("DELETE", &format!("/images/snapshots/{deleted}/delete"), None).await.status, 202);
    api.pass();
    api.sandbox.inject("stale-list:7200@list_snapshots*1".parse().unwrap());
    let stale = api.get("/images").await.rows();
    assert_eq!(stale[0]["name"], renamed["name"]);
    assert!(stale.iter().any(|row| row["id"] == deleted));
    let fresh = api.get("/images").await.rows();
    assert_eq!(fresh[0]["name"], "other");
    assert!(fresh.iter().all(|row| row["id"] != deleted));
    // Changes are never stale.
    api.sandbox.inject("stale-list:7200@changing*1".parse().unwrap());
    assert_eq!(api.send("DELETE", &format!("/images/snapshots/{deleted}/delete"), None).await.status, 404);
}

#[tokio::test]
async fn responses_are_modified() {
    let api = with(&[
        "drop-field:name*1",
        "null-field:name*1",
        "rename-field:name=title*1",
        "status-word:wobbly*1",
        "empty*1",
        "content-type:text/plain*1",
    ])
    .await;
    let get = || async { api.request("GET", "/images").send().await.unwrap() };
    let first = |value: &Value| value["data"][0].clone();
    let list: Value = get().await.json().await.unwrap();
    assert_eq!((first(&list).get("name"), list["results"].as_i64()), (None, Some(4)));
    assert_eq!(first(&get().await.json().await.unwrap())["name"], Value::Null);
    let row = first(&get().await.json().await.unwrap());
    assert!(row["title"].is_string() && row.get("name").is_none());
    assert_eq!(first(&get().await.json().await.unwrap())["in_progress"], "wobbly");
    let empty = get().await;
    assert_eq!((empty.status().as_u16(), empty.bytes().await.unwrap().len()), (200, 0));
    let typed = get().await;
    assert_eq!(typed.headers()["content-type"], "text/plain");
    assert!(typed.json::<Value>().await.is_ok());
    // What a fault does to a response is not the sandbox's error.
    assert_eq!(api.sandbox.violations(), []);
}

#[tokio::test]
async fn faults_respect_their_place_count_and_probability() {
    let api = with(&["500@syminet.list_backups*2", "501@hyperstack", "502@list_snapshots%30"]).await;
    let backups = format!("/backups/{}", api.sandbox.store().machines(P)[0].id);
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(api.request("GET", &backups).send().await.unwrap().status().as_u16());
    }
    assert_eq!(statuses, [500, 500, 200]);
    let mut affected = Vec::new();
    for _ in 0..2 {
        let api = with(&["502@list_snapshots%30"]).await;
        let mut responses = Vec::new();
        for _ in 0..200 {
            responses.push(api.request("GET", "/images").send().await.unwrap().status().as_u16());
        }
        let bad = responses.iter().filter(|status| **status == 502).count();
        assert!((30..90).contains(&bad), "{bad} of 200");
        affected.push(responses);
    }
    assert_eq!(affected[0], affected[1], "the same seed affects the same requests");
}
