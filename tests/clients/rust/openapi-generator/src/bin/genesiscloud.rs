//! The scenario of Genesis Cloud with a client of openapi-generator's `rust`.

use of_openapi_generator::{refusal, text};
use openapi_genesiscloud::apis::{configuration::Configuration, instances_api, snapshots_api as api};
use openapi_genesiscloud::models::{SnapshotCreation, Snapshot, SnapshotRenaming};
use scenario::{run, Account, Outcome, Settings, NAME};

struct GenesisCloud {
    usual: Configuration,
    broken: Configuration,
}

impl GenesisCloud {
    async fn snapshot(&self, id: &str) -> Outcome<Snapshot> {
        Ok(*api::get_snapshot(&self.usual, id).await.map_err(said)?.snapshot)
    }
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

impl Account for GenesisCloud {
    async fn page(&self, number: i64) -> Outcome<(Vec<String>, bool)> {
        let page = api::list_snapshots(&self.usual, Some(number), Some(20)).await.map_err(said)?;
        Ok((page.snapshots.into_iter().map(|row| row.id).collect(), number * 20 >= page.total_count))
    }

    async fn create(&self) -> Outcome<String> {
        let instances = instances_api::list_instances(&self.usual, None, None).await.map_err(said)?.instances;
        let instance = instances.first().ok_or("no instance")?;
        let body = SnapshotCreation::new(NAME.to_owned());
        let made = api::create_instance_snapshot(&self.usual, &instance.id, body).await.map_err(said)?;
        Ok(made.snapshot.id)
    }

    async fn ready(&self, made: &str) -> Outcome<Option<String>> {
        Ok((self.snapshot(made).await?.status == "created").then(|| made.to_owned()))
    }

    async fn name(&self, id: &str) -> Outcome<String> {
        Ok(self.snapshot(id).await?.name)
    }

    async fn change(&self, id: &str) -> Outcome<()> {
        let body = SnapshotRenaming { name: Some(format!("{NAME}-2")), ..SnapshotRenaming::default() };
        api::rename_snapshot(&self.usual, id, body).await.map(drop).map_err(said)
    }

    async fn remove(&self, id: &str) -> Outcome<()> {
        api::delete_snapshot(&self.usual, id).await.map_err(said)
    }

    async fn missing(&self, id: &str) -> Outcome<(u16, String)> {
        let (status, content) = refusal!(openapi_genesiscloud, api::get_snapshot(&self.usual, id).await)?;
        Ok((status, text(&content, "message")))
    }

    async fn gateway(&self) -> Outcome<u16> {
        refusal!(openapi_genesiscloud, api::list_snapshots(&self.broken, None, None).await).map(|(status, _)| status)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let settings = Settings::read();
    let connect = |base_path: &str| Configuration {
        base_path: base_path.to_owned(),
        bearer_access_token: Some(settings.secret.clone()),
        ..Configuration::default()
    };
    run(&GenesisCloud { usual: connect(&settings.usual), broken: connect(&settings.gateway) }).await;
}
