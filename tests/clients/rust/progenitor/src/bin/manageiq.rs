//! The scenario of ManageIQ with a client of progenitor.

use of_progenitor::manageiq::{types, Client};
use of_progenitor::{http, id, ids, json, refusal, said, some, text};
use scenario::{run, wait, Account, Outcome, Settings, NAME};
use serde_json::{json, Value};

/// The client that works, the one behind a broken gateway, and a machine that can be reverted.
struct ManageIq(Client, Client, String);

fn list(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

impl ManageIq {
    async fn connect(usual: Client, broken: Client) -> Outcome<Self> {
        let (rows, some) = (list("resources"), list("vendor=vmware"));
        let call = usual.list_vms(None, None, None, Some(&rows), Some(&some), None, None, None, None, None, None);
        let vm = text(&json(&call.await.map_err(said)?.into_inner())?["resources"][0]["id"]);
        Ok(Self(usual, broken, vm))
    }

    async fn rows(&self, filter: &str, limit: i64, offset: i64) -> Outcome<Value> {
        let (rows, filter, by) = (list("resources"), list(filter), list("id"));
        let (limit, from) = (some(limit), Some(offset));
        let vm = id(&self.2)?;
        let call = self.0.list_vm_snapshots(&vm, None, Some(&rows), Some(&filter), None, limit, from, Some(&by), None, None);
        json(&call.await.map_err(said)?.into_inner())
    }

    async fn finish(&self, response: &Value) -> Outcome<()> {
        let task = id(&text(&response["task_id"]))?;
        wait(async || {
            let task = json(&self.0.get_task(&task, None).await.map_err(said)?.into_inner())?;
            Ok((task["state"] == "Finished").then_some(()))
        })
        .await
    }

    async fn act(&self, snapshot: &str, action: &str) -> Outcome<Value> {
        let body: types::VmSnapshotChange = serde_json::from_value(json!({ "action": action })).map_err(said)?;
        json(&self.0.act_on_vm_snapshot(&id(&self.2)?, &id(snapshot)?, &body).await.map_err(said)?.into_inner())
    }
}

impl Account for ManageIq {
    async fn page(&self, number: i64) -> Outcome<(Vec<String>, bool)> {
        let page = self.rows("id>0", 2, (number - 1) * 2).await?;
        Ok((ids(&page["resources"]), page["subquery_count"].as_i64().is_none_or(|all| number * 2 >= all)))
    }

    async fn create(&self) -> Outcome<String> {
        let body: types::SnapshotsChange =
            serde_json::from_value(json!({ "action": "create", "resource": { "name": NAME } })).map_err(said)?;
        let response = self.0.change_vm_snapshots(&id(&self.2)?, &body).await.map_err(said)?;
        self.finish(&json(&response.into_inner())?["results"][0]).await?;
        Ok(NAME.to_owned())
    }

    async fn ready(&self, name: &str) -> Outcome<Option<String>> {
        let page = self.rows(&format!("name='{name}'"), 2, 0).await?;
        Ok(ids(&page["resources"]).into_iter().next())
    }

    async fn name(&self, snapshot: &str) -> Outcome<String> {
        let found = self.0.get_vm_snapshot(&id(&self.2)?, &id(snapshot)?, None).await.map_err(said)?;
        Ok(text(&json(&found.into_inner())?["name"]))
    }

    async fn change(&self, snapshot: &str) -> Outcome<()> {
        let response = self.act(snapshot, "revert").await?;
        self.finish(&response).await
    }

    async fn remove(&self, snapshot: &str) -> Outcome<()> {
        self.act(snapshot, "delete").await.map(drop)
    }

    async fn missing(&self, snapshot: &str) -> Outcome<(u16, String)> {
        refusal(self.0.get_vm_snapshot(&id(&self.2)?, &id(snapshot)?, None).await, "error")
    }

    async fn gateway(&self) -> Outcome<u16> {
        Ok(refusal(self.1.get_vm_snapshot(&id(&self.2)?, &id("1")?, None).await, "error")?.0)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let settings = Settings::read();
    let connect = |url: &str| Ok::<_, String>(Client::new_with_client(url, http("authorization", &settings.basic())?));
    run(&ManageIq::connect(connect(&settings.usual)?, connect(&settings.gateway)?).await?).await;
    Ok(())
}
