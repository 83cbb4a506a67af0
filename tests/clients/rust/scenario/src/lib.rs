//! The scenario shared by the Rust clients: each client and provider implements [`Account`].

use std::collections::HashSet;
use std::future::Future;
use std::time::{Duration, Instant};

pub const NAME: &str = "by-rust";

pub type Outcome<T> = Result<T, String>;

/// The working base URL, the one behind a broken gateway, and the secret.
pub struct Settings {
    pub usual: String,
    pub gateway: String,
    pub secret: String,
}

impl Settings {
    pub fn read() -> Self {
        let mut arguments = std::env::args().skip(1);
        let mut next = || arguments.next().unwrap_or_default();
        let (usual, gateway, _, secret) = (next(), next(), next(), next());
        Self { usual, gateway, secret }
    }

    /// The secret as the value of a header.
    pub fn basic(&self) -> String {
        use base64::Engine as _;
        format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(&self.secret))
    }
}

#[allow(async_fn_in_trait, reason = "nothing here is sent to another thread")]
pub trait Account {
    /// The IDs on one page of the list of snapshots, counted from 1, and whether it is the last.
    async fn page(&self, number: i64) -> Outcome<(Vec<String>, bool)>;
    /// Creates a snapshot, and returns what [`Account::ready`] needs to find it.
    async fn create(&self) -> Outcome<String>;
    /// The ID of what was created, once it is ready.
    async fn ready(&self, made: &str) -> Outcome<Option<String>>;
    async fn name(&self, id: &str) -> Outcome<String>;
    /// Renames a snapshot, or restores it if the provider cannot rename.
    async fn change(&self, id: &str) -> Outcome<()>;
    async fn remove(&self, id: &str) -> Outcome<()>;
    /// The status and message for an object that does not exist.
    async fn missing(&self, id: &str) -> Outcome<(u16, String)>;
    /// The status of a list request to a gateway that responds with its own page.
    async fn gateway(&self) -> Outcome<u16>;
}

pub async fn run(account: &impl Account) {
    step("all pages", pages(account)).await;
    let made = step("create", account.create()).await;
    let id = step("wait", wait(async || account.ready(&made).await)).await;
    step("get", named(account, &id)).await;
    step("change", account.change(&id)).await;
    step("delete", account.remove(&id)).await;
    step("error", refused(account, &id)).await;
    step("HTML 502", broken(account)).await;
}

async fn pages(account: &impl Account) -> Outcome<()> {
    let (mut ids, mut number) = (Vec::new(), 0);
    loop {
        number += 1;
        let (page, last) = account.page(number).await?;
        ids.extend(page);
        if last {
            break;
        }
    }
    let different: HashSet<_> = ids.iter().collect();
    check(number > 1 && ids.len() > 4 && different.len() == ids.len(), &format!("{} on {number} pages", ids.len()))
}

async fn named(account: &impl Account, id: &str) -> Outcome<()> {
    let name = account.name(id).await?;
    check(name == NAME, &format!("the name {name}"))
}

async fn refused(account: &impl Account, id: &str) -> Outcome<()> {
    let (status, text) = wait(async || Ok(account.missing(id).await.ok())).await?;
    check(status == 404 && !text.is_empty(), &format!("{status}: {text}"))
}

async fn broken(account: &impl Account) -> Outcome<()> {
    let status = account.gateway().await?;
    check(status == 502, &format!("status {status}"))
}

pub fn check(condition: bool, text: &str) -> Outcome<()> {
    if condition { Ok(()) } else { Err(text.to_owned()) }
}

/// Polls until there is something, and returns that.
pub async fn wait<T>(probe: impl AsyncFn() -> Outcome<Option<T>>) -> Outcome<T> {
    let until = Instant::now() + Duration::from_secs(30);
    while Instant::now() < until {
        if let Some(found) = probe().await? {
            return Ok(found);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err("still waiting after 30 s".to_owned())
}

async fn step<T>(name: &str, work: impl Future<Output = Outcome<T>>) -> T {
    match work.await {
        Ok(result) => {
            println!("ok\t{name}");
            result
        }
        Err(error) => {
            println!("FAILED\t{name}\t{}", error.replace(['\n', '\t'], " "));
            std::process::exit(1);
        }
    }
}
