//! The scenario of Genesis Cloud with a client of progenitor.

use of_progenitor::genesiscloud::{types, Client};
use of_progenitor::{http, id, ids, json, refusal, said, some, text};
use scenario::{run, Account, Outcome, Settings, NAME};
use serde_json::{json, Value};

/// The client that works, and the one behind a broken gateway.
struct GenesisCloud(Client, Client);

impl GenesisCloud {
    async fn snapshot(&self, snapshot: &str) -> Outcome<Value> {
        let response = self.0.get_snapshot(&id(snapshot)?).await.map_err(said)?;
        Ok(json(&response.into_inner())?["snapshot"].take())
    }
}

impl Account for GenesisCloud {
    async fn page(&self, number: i64) -> Outcome<(Vec<String>, bool)> {
        let page = json(&self.0.list_snapshots(some(number), some(20)).await.map_err(said)?.into_inner())?;
        Ok((ids(&page["snapshots"]), page["total_count"].as_i64().is_none_or(|all| number * 20 >= all)))
    }

    async fn create(&self) -> Outcome<String> {
        let instances = json(&self.0.list_instances(None, None).await.map_err(said)?.into_inner())?;
        let instance = text(&instances["instances"][0]["id"]);
        let body: types::SnapshotCreation = serde_json::from_value(json!({ "name": NAME })).map_err(said)?;
        let made = self.0.create_instance_snapshot(&id(&instance)?, &body).await.map_err(said)?;
        Ok(text(&json(&made.into_inner())?["snapshot"]["id"]))
    }

    async fn ready(&self, made: &str) -> Outcome<Option<String>> {
        Ok((self.snapshot(made).await?["status"] == "created").then(|| made.to_owned()))
    }

    async fn name(&self, snapshot: &str) -> Outcome<String> {
        Ok(text(&self.snapshot(snapshot).await?["name"]))
    }

    async fn change(&self, snapshot: &str) -> Outcome<()> {
        let body: types::SnapshotRenaming =
            serde_json::from_value(json!({ "name": format!("{NAME}-2") })).map_err(said)?;
        self.0.rename_snapshot(&id(snapshot)?, &body).await.map(drop).map_err(said)
    }

    async fn remove(&self, snapshot: &str) -> Outcome<()> {
        self.0.delete_snapshot(&id(snapshot)?).await.map(drop).map_err(said)
    }

    async fn missing(&self, snapshot: &str) -> Outcome<(u16, String)> {
        refusal(self.0.get_snapshot(&id(snapshot)?).await, "message")
    }

    async fn gateway(&self) -> Outcome<u16> {
        Ok(refusal(self.1.list_snapshots(None, None).await, "message")?.0)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let settings = Settings::read();
    let connect = |url: &str| Ok::<_, String>(Client::new_with_client(url, http("authorization", &format!("Bearer {}", settings.secret))?));
    run(&GenesisCloud(connect(&settings.usual)?, connect(&settings.gateway)?)).await;
    Ok(())
}
