//! What all providers have in common: credentials, paths, methods, the clock, recorded requests.

use std::time::{Duration, SystemTime};

use cloudsnap::sandbox::{Credential, Sandbox};
use cloudsnap::spec::Provider;
use serde_json::json;

use super::{Api, client};

const P: Provider = Provider::Syminet;

#[tokio::test]
async fn only_the_right_token_is_accepted() {
    let api = Api::start(P, Sandbox::builder(P).token("s3cret")).await;
    let get = |value: Option<&'static str>| {
        let request = api.http.get(api.url("/images"));
        let request = if let Some(value) = value { request.header("authorization", value) } else { request };
        async { request.send().await.unwrap() }
    };
    for wrong in [None, Some("bearer wrong"), Some("Basic s3cret"), Some("s3cret"), Some("bearer s3cret x")] {
        let response = get(wrong).await;
        assert_eq!(response.status(), 401, "{wrong:?}");
        assert!(response.json::<serde_json::Value>().await.unwrap()["error"].is_string());
    }
    for right in ["bearer s3cret", "Bearer s3cret", "BEARER  s3cret "] {
        assert_eq!(get(Some(right)).await.status(), 200, "{right}");
    }
    let builder = Sandbox::builder(P).token("s3cret");
    let reported =
        format!("{builder:?} {:?} {:?} {:?}", api.sandbox, api.sandbox.requests(), api.sandbox.credential(P));
    assert!(!reported.contains("s3cret"), "{reported}");
}

#[tokio::test]
async fn unknown_paths_and_methods_get_the_providers_error_format() {
    let api = Api::syminet().await;
    for path in ["/nothing", "/images/", "", "/images/snapshots/1/2/3"] {
        let response = api.get(path).await;
        assert_eq!(response.status, 404, "{path}");
        assert!(response.json()["error"].is_string());
    }
    let response = api.send("PUT", "/images", None).await;
    assert_eq!((response.status, response.headers["allow"].to_str().unwrap()), (405, "GET"));
    let response = api.send("POST", "/images/snapshots/7/delete", None).await;
    assert_eq!((response.status, response.headers["allow"].to_str().unwrap()), (405, "DELETE"));
    for outside in ["/", "/syminet", "/syminet/api/v10/images"] {
        let url = format!("http://{}{outside}", api.sandbox.addr());
        assert_eq!(api.http.get(url).send().await.unwrap().status(), 404, "{outside}");
    }
    let large = api.request("POST", "/images/snapshots/7/create").body("x".repeat(3 << 20)).send().await;
    assert!(large.is_err() || large.unwrap().status() == 413);
}

#[tokio::test]
async fn requests_are_recorded_with_operation_path_and_status() {
    let api = Api::syminet().await;
    api.get("/images?query=a%20b&page=1").await;
    api.get("/nothing").await;
    let reported: Vec<_> = api.sandbox.requests();
    assert_eq!(reported.len(), 2);
    assert_eq!(
        (reported[0].provider, reported[0].operation, reported[0].status),
        (Some(P), Some("list_snapshots"), Some(200))
    );
    assert_eq!((reported[0].method.as_str(), reported[0].fault.as_deref()), ("GET", None));
    assert_eq!(reported[0].path, "/syminet/api/v1/images?query=a%20b&page=1");
    assert_eq!((reported[1].operation, reported[1].status), (None, Some(404)));
}

#[tokio::test]
async fn the_date_header_follows_the_clock() {
    let api = Api::syminet().await;
    let date = |headers: &reqwest::header::HeaderMap| httpdate::parse_http_date(headers["date"].to_str().unwrap());
    let now = date(&api.get("/images").await.headers).unwrap();
    assert!(SystemTime::now().duration_since(now).unwrap() < Duration::from_secs(5));
    api.sandbox.advance(Duration::from_secs(86_400));
    let tomorrow = date(&api.get("/images").await.headers).unwrap();
    assert!(tomorrow.duration_since(now).unwrap() >= Duration::from_secs(86_400));
}

#[tokio::test]
async fn the_ready_line_has_full_urls_and_credentials() {
    let sandbox = Sandbox::builder_all().token("t0ken").start().await.unwrap();
    let line = sandbox.ready_line();
    assert_eq!(line["listen"], sandbox.addr().to_string());
    assert!(sandbox.addr().ip().is_loopback());
    let syminet = &line["providers"]["syminet"];
    assert_eq!(*syminet, json!({ "base_url": format!("http://{}/syminet/api/v1", sandbox.addr()), "token": "t0ken" }));
    for provider in sandbox.providers() {
        let entry = &line["providers"][provider.id()];
        assert_eq!(entry["base_url"], sandbox.base_url(*provider));
        match sandbox.credential(*provider) {
            Credential::Token(token) => assert_eq!(entry["token"], token),
            Credential::Basic { username, password } => {
                assert_eq!((&entry["username"], &entry["password"]), (&json!(username), &json!(password)));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn connections_end_with_the_sandbox() {
    let api = Api::syminet().await;
    let (addr, url) = (api.sandbox.addr(), api.url("/images"));
    api.get("/images").await;
    api.sandbox.shutdown().await;
    drop(std::net::TcpListener::bind(addr).expect("the port is free immediately"));
    assert!(api.http.get(&url).send().await.unwrap_err().is_connect() || client().get(&url).send().await.is_err());
    let again = Sandbox::builder(P).listen(addr).start().await.unwrap();
    drop(again);
}

#[tokio::test]
async fn an_unusable_address_is_named() {
    let first = Sandbox::builder(P).start().await.unwrap();
    let error = Sandbox::builder(P).listen(first.addr()).start().await.unwrap_err();
    assert!(error.to_string().contains(&first.addr().to_string()), "{error}");
}

#[tokio::test]
async fn the_same_seed_produces_the_same_ids() {
    let mut ids = Vec::new();
    for seed in [7, 7, 8] {
        let api = Api::start(P, Sandbox::builder(P).seed(seed)).await;
        ids.push(api.sandbox.store().snapshots(P).into_iter().map(|row| row.id).collect::<Vec<_>>());
    }
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[0], ids[2]);
}
