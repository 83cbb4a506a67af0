//! The scenario of Syminet with a client of progenitor.

use of_progenitor::syminet::{types, Client};
use of_progenitor::{http, id, ids, json, refusal, said, some, text};
use scenario::{run, Account, Outcome, Settings, NAME};
use serde_json::{json, Value};

/// The client that works, and the one behind a broken gateway.
struct Syminet(Client, Client);

impl Syminet {
    async fn page_of(&self, number: i64, name: Option<&str>) -> Outcome<Value> {
        json(&self.0.list_snapshots(some(number), name).await.map_err(said)?.into_inner())
    }
}

fn named(name: &str) -> Outcome<types::SnapshotNameRequest> {
    serde_json::from_value(json!({ "snapshot_name": name })).map_err(said)
}

impl Account for Syminet {
    async fn page(&self, number: i64) -> Outcome<(Vec<String>, bool)> {
        let page = self.page_of(number, None).await?;
        Ok((ids(&page["data"]), page["pages"].as_i64().is_none_or(|all| number >= all)))
    }

    async fn create(&self) -> Outcome<String> {
        let page = self.page_of(1, None).await?;
        let usable = |row: &&Value| row["perms"] == "rw" && row["vm_perms"] == "rw" && row["vm_deleted"].is_null();
        let row = page["data"].as_array().and_then(|rows| rows.iter().find(usable)).ok_or("no slice")?;
        self.0.create_snapshot(id(&text(&row["vm_id"]))?, &named(NAME)?).await.map_err(said)?;
        Ok(NAME.to_owned())
    }

    async fn ready(&self, name: &str) -> Outcome<Option<String>> {
        let page = self.page_of(1, Some(name)).await?;
        let row = &page["data"][0];
        Ok((row.is_object() && row["in_progress"].is_null()).then(|| text(&row["id"])))
    }

    async fn name(&self, _: &str) -> Outcome<String> {
        Ok(text(&self.page_of(1, Some(NAME)).await?["data"][0]["name"]))
    }

    async fn change(&self, snapshot: &str) -> Outcome<()> {
        let body = named(&format!("{NAME}-2"))?;
        self.0.rename_snapshot(id(snapshot)?, &body).await.map(drop).map_err(said)
    }

    async fn remove(&self, snapshot: &str) -> Outcome<()> {
        self.0.delete_snapshot(id(snapshot)?).await.map(drop).map_err(said)
    }

    async fn missing(&self, _: &str) -> Outcome<(u16, String)> {
        refusal(self.0.delete_snapshot(id("999999999")?).await, "error")
    }

    async fn gateway(&self) -> Outcome<u16> {
        Ok(refusal(self.1.list_snapshots(None, None).await, "error")?.0)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let settings = Settings::read();
    let connect = |url: &str| Ok::<_, String>(Client::new_with_client(url, http("authorization", &format!("bearer {}", settings.secret))?));
    run(&Syminet(connect(&settings.usual)?, connect(&settings.gateway)?)).await;
    Ok(())
}
