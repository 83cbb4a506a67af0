//! The scenario of Hyperstack with a client of openapi-generator's `rust`.

use of_openapi_generator::{refusal, text};
use openapi_hyperstack::apis::configuration::{ApiKey, Configuration};
use openapi_hyperstack::apis::{snapshots_api as api, virtual_machines_api};
use openapi_hyperstack::models::{SnapshotCreation, Snapshot, SnapshotRestoration};
use scenario::{check, run, Account, Outcome, Settings, NAME};

struct Hyperstack {
    usual: Configuration,
    broken: Configuration,
}

impl Hyperstack {
    async fn snapshot(&self, id: &str) -> Outcome<Snapshot> {
        Ok(*api::get_snapshot(&self.usual, number(id)).await.map_err(said)?.snapshot)
    }
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn number(id: &str) -> i64 {
    id.parse().unwrap_or_default()
}

impl Account for Hyperstack {
    async fn page(&self, number: i64) -> Outcome<(Vec<String>, bool)> {
        let rows = api::list_snapshots(&self.usual, Some(number), Some(20), None).await.map_err(said)?.snapshots;
        Ok((rows.iter().map(|row| row.id.to_string()).collect(), rows.is_empty()))
    }

    async fn create(&self) -> Outcome<String> {
        let vms = virtual_machines_api::list_vms(&self.usual, None, None, None, None, None).await.map_err(said)?.instances;
        let vm = vms.iter().find(|vm| vm.status == "ACTIVE").ok_or("no machine")?;
        let body = SnapshotCreation::new(NAME.to_owned(), "Made by a client".to_owned());
        let made = api::create_snapshot(&self.usual, vm.id, body).await.map_err(said)?;
        Ok(made.snapshot.id.to_string())
    }

    async fn ready(&self, made: &str) -> Outcome<Option<String>> {
        let snapshot = self.snapshot(made).await?;
        Ok((snapshot.status.as_deref() == Some("SUCCESS")).then(|| made.to_owned()))
    }

    async fn name(&self, id: &str) -> Outcome<String> {
        Ok(self.snapshot(id).await?.name)
    }

    async fn change(&self, id: &str) -> Outcome<()> {
        let body = SnapshotRestoration::new(format!("{NAME}-vm"));
        let response = api::restore_snapshot(&self.usual, number(id), body).await.map_err(said)?;
        check(response.instances.is_some_and(|all| !all.is_empty()), "no machine")
    }

    async fn remove(&self, id: &str) -> Outcome<()> {
        api::delete_snapshot(&self.usual, number(id)).await.map(drop).map_err(said)
    }

    async fn missing(&self, id: &str) -> Outcome<(u16, String)> {
        let (status, content) = refusal!(openapi_hyperstack, api::get_snapshot(&self.usual, number(id)).await)?;
        Ok((status, text(&content, "message")))
    }

    async fn gateway(&self) -> Outcome<u16> {
        refusal!(openapi_hyperstack, api::list_snapshots(&self.broken, None, None, None).await).map(|(status, _)| status)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let settings = Settings::read();
    let connect = |base_path: &str| Configuration {
        base_path: base_path.to_owned(),
        api_key: Some(ApiKey { prefix: None, key: settings.secret.clone() }),
        ..Configuration::default()
    };
    run(&Hyperstack { usual: connect(&settings.usual), broken: connect(&settings.gateway) }).await;
}
