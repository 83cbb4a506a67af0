//! The scenario of Syminet with a client of openapi-generator's `rust`.

use of_openapi_generator::{refusal, text};
use openapi_syminet::apis::{configuration::Configuration, snapshots_api as api};
use openapi_syminet::models::{Snapshot, SnapshotNameRequest};
use scenario::{run, Account, Outcome, Settings, NAME};

struct Syminet {
    usual: Configuration,
    broken: Configuration,
}

impl Syminet {
    async fn named(&self, name: &str) -> Outcome<Vec<Snapshot>> {
        Ok(api::list_snapshots(&self.usual, Some(name), None).await.map_err(said)?.data)
    }
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn number(id: &str) -> i64 {
    id.parse().unwrap_or_default()
}

impl Account for Syminet {
    async fn page(&self, number: i64) -> Outcome<(Vec<String>, bool)> {
        let page = api::list_snapshots(&self.usual, None, Some(number)).await.map_err(said)?;
        Ok((page.data.iter().map(|row| row.id.to_string()).collect(), number >= page.pages))
    }

    async fn create(&self) -> Outcome<String> {
        let rows = api::list_snapshots(&self.usual, None, None).await.map_err(said)?.data;
        let usable = rows.iter().find(|row| row.perms.as_deref() == Some("rw") && row.vm_deleted.iter().flatten().next().is_none());
        let slice = usable.and_then(|row| row.vm_id.flatten()).ok_or("no slice")?;
        api::create_snapshot(&self.usual, slice, SnapshotNameRequest::new(NAME.to_owned())).await.map_err(said)?;
        Ok(NAME.to_owned())
    }

    async fn ready(&self, name: &str) -> Outcome<Option<String>> {
        let rows = self.named(name).await?;
        let done = rows.iter().find(|row| row.in_progress.iter().flatten().next().is_none());
        Ok(done.map(|row| row.id.to_string()))
    }

    async fn name(&self, id: &str) -> Outcome<String> {
        let rows = self.named(NAME).await?;
        Ok(rows.into_iter().find(|row| row.id.to_string() == id).ok_or("not listed")?.name)
    }

    async fn change(&self, id: &str) -> Outcome<()> {
        let body = SnapshotNameRequest::new(format!("{NAME}-2"));
        api::rename_snapshot(&self.usual, number(id), body).await.map_err(said)
    }

    async fn remove(&self, id: &str) -> Outcome<()> {
        api::delete_snapshot(&self.usual, number(id)).await.map_err(said)
    }

    async fn missing(&self, _: &str) -> Outcome<(u16, String)> {
        let (status, content) = refusal!(openapi_syminet, api::delete_snapshot(&self.usual, 999_999_999).await)?;
        Ok((status, text(&content, "error")))
    }

    async fn gateway(&self) -> Outcome<u16> {
        refusal!(openapi_syminet, api::list_snapshots(&self.broken, None, None).await).map(|(status, _)| status)
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
    run(&Syminet { usual: connect(&settings.usual), broken: connect(&settings.gateway) }).await;
}
