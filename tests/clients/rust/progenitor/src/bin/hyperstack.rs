//! The scenario of Hyperstack with a client of progenitor.

use of_progenitor::hyperstack::{types, Client};
use of_progenitor::{http, id, ids, json, refusal, said, some, text};
use scenario::{check, run, Account, Outcome, Settings, NAME};
use serde_json::{json, Value};

/// The client that works, and the one behind a broken gateway.
struct Hyperstack(Client, Client);

impl Hyperstack {
    async fn snapshot(&self, snapshot: &str) -> Outcome<Value> {
        let response = self.0.get_snapshot(id(snapshot)?).await.map_err(said)?;
        Ok(json(&response.into_inner())?["snapshot"].take())
    }
}

impl Account for Hyperstack {
    async fn page(&self, number: i64) -> Outcome<(Vec<String>, bool)> {
        let page = self.0.list_snapshots(some(number), some(20), None).await.map_err(said)?.into_inner();
        Ok((ids(&json(&page.snapshots)?), page.snapshots.is_empty()))
    }

    async fn create(&self) -> Outcome<String> {
        let vms = json(&self.0.list_vms(None, None, None, None, None).await.map_err(said)?.into_inner())?;
        let vm = vms["instances"].as_array().and_then(|all| all.iter().find(|vm| vm["status"] == "ACTIVE"));
        let vm = text(&vm.ok_or("no machine")?["id"]);
        let body: types::SnapshotCreation =
            serde_json::from_value(json!({ "name": NAME, "description": "Made by a client" })).map_err(said)?;
        let made = self.0.create_snapshot(id(&vm)?, &body).await.map_err(said)?;
        Ok(text(&json(&made.into_inner())?["snapshot"]["id"]))
    }

    async fn ready(&self, made: &str) -> Outcome<Option<String>> {
        Ok((self.snapshot(made).await?["status"] == "SUCCESS").then(|| made.to_owned()))
    }

    async fn name(&self, snapshot: &str) -> Outcome<String> {
        Ok(text(&self.snapshot(snapshot).await?["name"]))
    }

    async fn change(&self, snapshot: &str) -> Outcome<()> {
        let body: types::SnapshotRestoration =
            serde_json::from_value(json!({ "new_vm_name": format!("{NAME}-vm") })).map_err(said)?;
        let response = self.0.restore_snapshot(id(snapshot)?, &body).await.map_err(said)?;
        check(!ids(&json(&response.into_inner())?["instances"]).is_empty(), "no machine")
    }

    async fn remove(&self, snapshot: &str) -> Outcome<()> {
        self.0.delete_snapshot(id(snapshot)?).await.map(drop).map_err(said)
    }

    async fn missing(&self, snapshot: &str) -> Outcome<(u16, String)> {
        refusal(self.0.get_snapshot(id(snapshot)?).await, "message")
    }

    async fn gateway(&self) -> Outcome<u16> {
        Ok(refusal(self.1.list_snapshots(None, None, None).await, "message")?.0)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let settings = Settings::read();
    let connect = |url: &str| Ok::<_, String>(Client::new_with_client(url, http("api_key", &settings.secret)?));
    run(&Hyperstack(connect(&settings.usual)?, connect(&settings.gateway)?)).await;
    Ok(())
}
