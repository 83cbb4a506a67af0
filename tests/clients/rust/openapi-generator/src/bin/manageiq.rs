//! The scenario of ManageIQ with a client of openapi-generator's `rust`.

use of_openapi_generator::{refusal, text};
use openapi_manageiq::apis::{configuration::Configuration, machines_api, tasks_api, vm_snapshots_api as api};
use openapi_manageiq::models::{SnapshotEntry, SnapshotsAction, SnapshotsChange, VmSnapshotAction, VmSnapshotChange};
use scenario::{run, wait, Account, Outcome, Settings, NAME};

struct ManageIq {
    usual: Configuration,
    broken: Configuration,
    vm: String,
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn list(text: &str) -> Option<Vec<String>> {
    Some(vec![text.to_owned()])
}

impl ManageIq {
    async fn connect(usual: Configuration, broken: Configuration) -> Outcome<Self> {
        let (rows, vendor) = (list("resources"), list("vendor=vmware"));
        let vms = machines_api::list_vms(&usual, rows, None, vendor, None, None, None, None, None, None, None, None).await;
        let vm = vms.map_err(said)?.resources.and_then(|rows| rows.into_iter().next()?.id).ok_or("no machine")?;
        Ok(Self { usual, broken, vm })
    }

    async fn finish(&self, task: Option<String>) -> Outcome<()> {
        let task = task.ok_or("no task")?;
        wait(async || {
            let state = tasks_api::get_task(&self.usual, &task, None).await.map_err(said)?.state.flatten();
            Ok((state.as_deref() == Some("Finished")).then_some(()))
        })
        .await
    }

    async fn act(&self, id: &str, action: VmSnapshotAction) -> Outcome<Option<String>> {
        let response = api::act_on_vm_snapshot(&self.usual, &self.vm, id, VmSnapshotChange::new(action)).await;
        Ok(response.map_err(said)?.task_id)
    }
}

impl Account for ManageIq {
    async fn page(&self, number: i64) -> Outcome<(Vec<String>, bool)> {
        let (rows, some, by) = (list("resources"), list("id>0"), list("id"));
        let from = Some((number - 1) * 2);
        let page = api::list_vm_snapshots(&self.usual, &self.vm, rows, None, some, by, None, None, from, Some(2), None).await;
        let page = page.map_err(said)?;
        let ids = page.resources.unwrap_or_default().into_iter().filter_map(|row| row.id).collect();
        Ok((ids, number * 2 >= page.subquery_count.unwrap_or_default()))
    }

    async fn create(&self) -> Outcome<String> {
        let entry = SnapshotEntry { name: Some(NAME.to_owned()), ..SnapshotEntry::default() };
        let body = SnapshotsChange {
            action: Some(SnapshotsAction::CREATE_SNAPSHOTS),
            resource: Some(Box::new(entry)),
            ..SnapshotsChange::default()
        };
        let response = api::change_vm_snapshots(&self.usual, &self.vm, body).await.map_err(said)?;
        self.finish(response.results.into_iter().next().and_then(|result| result.task_id)).await?;
        Ok(NAME.to_owned())
    }

    async fn ready(&self, name: &str) -> Outcome<Option<String>> {
        let (rows, some) = (list("resources"), list(&format!("name='{name}'")));
        let page = api::list_vm_snapshots(&self.usual, &self.vm, rows, None, some, None, None, None, None, None, None).await;
        Ok(page.map_err(said)?.resources.and_then(|rows| rows.into_iter().next()?.id))
    }

    async fn name(&self, id: &str) -> Outcome<String> {
        let snapshot = api::get_vm_snapshot(&self.usual, &self.vm, id, None).await.map_err(said)?;
        Ok(snapshot.name.flatten().unwrap_or_default())
    }

    async fn change(&self, id: &str) -> Outcome<()> {
        let task = self.act(id, VmSnapshotAction::REVERT_TO_SNAPSHOT).await?;
        self.finish(task).await
    }

    async fn remove(&self, id: &str) -> Outcome<()> {
        self.act(id, VmSnapshotAction::DELETE_SNAPSHOT).await.map(drop)
    }

    async fn missing(&self, id: &str) -> Outcome<(u16, String)> {
        let response = api::get_vm_snapshot(&self.usual, &self.vm, id, None).await;
        let (status, content) = refusal!(openapi_manageiq, response)?;
        Ok((status, text(&content, "error")))
    }

    async fn gateway(&self) -> Outcome<u16> {
        refusal!(openapi_manageiq, api::get_vm_snapshot(&self.broken, &self.vm, "1", None).await).map(|(status, _)| status)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), String> {
    let settings = Settings::read();
    let connect = |base_path: &str| Configuration {
        base_path: base_path.to_owned(),
        basic_auth: settings.secret.split_once(':').map(|(name, word)| (name.to_owned(), Some(word.to_owned()))),
        ..Configuration::default()
    };
    run(&ManageIq::connect(connect(&settings.usual), connect(&settings.gateway)).await?).await;
    Ok(())
}
