//! A client that knows only the conventions of the API works with the sandbox: it reads the collections from the entry point, uses OPTIONS
//! for subcollections, and follows the actions of each record.

use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use serde_json::{Value, json};

use crate::support::{MIQ, fixture, plain_http, secret};

enum Login {
    Basic(String, String),
    Token(String),
}

/// All that it knows: the URL of the API and how to sign in.
struct Explorer {
    http: reqwest::Client,
    entry: String,
    login: Login,
}

impl Explorer {
    fn new(sandbox: &Sandbox, login: Login) -> Self {
        Self { http: plain_http(), entry: sandbox.base_url(MIQ), login }
    }

    async fn send(&self, method: &str, href: &str, body: Option<Value>) -> Value {
        let method = reqwest::Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
        let request = self.http.request(method, href);
        let request = match &self.login {
            Login::Basic(user, password) => request.basic_auth(user, Some(password)),
            Login::Token(token) => request.header("X-Auth-Token", token),
        };
        let request = match body {
            Some(body) => request.body(body.to_string()),
            None => request,
        };
        let response = request.send().await.unwrap();
        let status = response.status();
        let text = response.text().await.unwrap();
        assert!(status.is_success(), "{href}: {status}: {text}");
        if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() }
    }

    async fn get(&self, href: &str) -> Value {
        self.send("get", href, None).await
    }

    /// The URL of a collection, by its name in the entry point.
    async fn collection(&self, name: &str) -> String {
        let entry = self.get(&self.entry).await;
        let collections = entry["collections"].as_array().unwrap();
        let found = collections.iter().find(|collection| collection["name"] == name);
        found.unwrap_or_else(|| panic!("no collection {name}"))["href"].as_str().unwrap().to_owned()
    }

    /// The URL of a subcollection of a record, if the metadata of the collection contains it.
    async fn subcollection(&self, collection: &str, record: &Value, name: &str) -> String {
        let metadata = self.send("options", collection, None).await;
        assert!(metadata["subcollections"].as_array().unwrap().contains(&json!(name)), "{metadata}");
        format!("{}/{name}", record["href"].as_str().unwrap())
    }

    /// Runs an advertised action with its method and URL, with wrapped arguments.
    async fn run(&self, of: &Value, name: &str, arguments: Option<Value>) -> Value {
        let actions = of["actions"].as_array().unwrap_or_else(|| panic!("no actions: {of}"));
        let action = actions.iter().find(|action| action["name"] == name).unwrap();
        let mut body = json!({ "action": name });
        if let Some(arguments) = arguments {
            body["resource"] = arguments;
        }
        self.send(action["method"].as_str().unwrap(), action["href"].as_str().unwrap(), Some(body)).await
    }

    async fn task_of(&self, result: &Value) -> Value {
        assert_eq!(result["success"], true, "{result}");
        self.get(result["task_href"].as_str().unwrap()).await
    }
}

async fn explores(sandbox: &Sandbox, explorer: &Explorer, kind: &str) {
    let collection = explorer.collection(kind).await;
    let list = explorer.get(&format!("{collection}?expand=resources&sort_by=id")).await;
    let machine = &list["resources"][0];
    let snapshots = explorer.subcollection(&collection, machine, "snapshots").await;
    let before = explorer.get(&snapshots).await["subcount"].as_u64().unwrap();

    let made = explorer.run(&explorer.get(&snapshots).await, "create", Some(json!({ "name": "explored" }))).await;
    sandbox.advance(Duration::from_secs(60));
    assert_eq!(explorer.task_of(&made["results"][0]).await["state"], "Finished");
    let found = explorer.get(&format!("{snapshots}?expand=resources&filter[]=name='explored'")).await;
    assert_eq!((found["subcount"].as_u64(), found["subquery_count"].as_u64()), (Some(1), Some(1)));
    let record = explorer.get(found["resources"][0]["href"].as_str().unwrap()).await;

    if kind == "vms" {
        let reverted = explorer.run(&record, "revert", None).await;
        sandbox.advance(Duration::from_secs(60));
        assert_eq!(explorer.task_of(&reverted).await["status"], "Ok");
    } else {
        let offered = record["actions"].as_array().unwrap();
        assert!(offered.iter().all(|action| action["name"] != "revert"), "instances offer no revert");
    }
    explorer.task_of(&explorer.run(&record, "delete", None).await).await;
    sandbox.advance(Duration::from_secs(60));
    assert_eq!(explorer.get(&snapshots).await["subcount"].as_u64(), Some(before));
}

#[tokio::test]
async fn a_client_that_discovers_the_api_works_with_basic_and_with_token() {
    let (sandbox, _) = fixture().await;
    let basic = Explorer::new(&sandbox, Login::Basic("admin".to_owned(), secret(&sandbox)));
    let token = basic.get(&format!("{}/auth", basic.entry)).await["auth_token"].as_str().unwrap().to_owned();
    let token = Explorer::new(&sandbox, Login::Token(token));
    for explorer in [&basic, &token] {
        for kind in ["vms", "instances"] {
            explores(&sandbox, explorer, kind).await;
        }
    }
    let broken: Vec<_> =
        sandbox.violations().into_iter().filter(|found| found.side == cloudsnap::sandbox::Side::Response).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

/// Several entries in one request, identified by their URLs.
#[tokio::test]
async fn it_deletes_several_by_their_addresses() {
    let (sandbox, _) = fixture().await;
    let explorer = Explorer::new(&sandbox, Login::Basic("admin".to_owned(), secret(&sandbox)));
    let collection = explorer.collection("vms").await;
    let machine =
        explorer.get(&format!("{collection}?expand=resources&sort_by=id&limit=1")).await["resources"][0].clone();
    let snapshots = explorer.subcollection(&collection, &machine, "snapshots").await;
    let list = explorer.get(&snapshots).await;
    let hrefs = list["resources"].clone();
    let action = list["actions"].as_array().unwrap().iter().find(|action| action["name"] == "delete").unwrap().clone();
    let body = json!({ "action": "delete", "resources": hrefs });
    let response = explorer.send("post", action["href"].as_str().unwrap(), Some(body)).await;
    let results = response["results"].as_array().unwrap();
    assert_eq!(results.len(), hrefs.as_array().unwrap().len());
    assert!(results.iter().all(|result| result["success"] == true), "{response}");
    sandbox.advance(Duration::from_secs(60));
    assert_eq!(explorer.get(&snapshots).await["subcount"], 0);
}
