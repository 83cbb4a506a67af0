//! Uses a generated client for an operation without a portable method: converted errors, contract findings as metrics, and spans.
//!
//! `cargo run --example generated --features sandbox` runs it against a sandbox.
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{CallOptions, Client, ContractMode, Error, ErrorKind, Event, Provider};
use tracing::Instrument;

/// Counters with labels, like those of a metrics client.
#[derive(Clone, Default)]
pub struct Metrics(Arc<Mutex<BTreeMap<String, u64>>>);

impl Metrics {
    fn add(&self, name: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(name).or_default() += 1;
    }

    /// The counters.
    pub fn read(&self) -> BTreeMap<String, u64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Options that count events. No label contains text from a server.
    pub fn counting(&self) -> CallOptions {
        let metrics = self.clone();
        CallOptions::default().observer(move |event| match event {
            Event::Response { provider, operation, status, .. } => {
                let status = status.map_or_else(|| "none".to_owned(), |status| status.to_string());
                metrics.add(format!("responses{{{provider},{operation},{status}}}"));
            }
            Event::Retry { operation, .. } => metrics.add(format!("retries{{{operation}}}")),
            Event::Finding { operation, rule, pointer, violation: true, .. } => {
                metrics.add(format!("violations{{{operation},{rule},{pointer}}}"));
            }
            _ => {}
        })
    }
}

/// The version of an appliance, which no portable method returns.
///
/// # Errors
/// Those of the request, converted to this crate's error.
pub async fn server_version(client: &Client) -> Result<Option<String>, Error> {
    let miq = client.as_manageiq().ok_or_else(wrong_provider)?;
    // Uses the client's credentials, retries and rate limit. `?` converts the error.
    let entry = miq.get_entry_point().send().await?.into_inner();
    Ok(entry.server_info.and_then(|server| server.version))
}

fn wrong_provider() -> Error {
    progenitor_error("not ManageIQ")
}

fn progenitor_error(why: &str) -> Error {
    cloudsnap::deps::progenitor_client::Error::<()>::InvalidRequest(why.to_owned()).into()
}

/// Runs the example.
///
/// # Errors
/// Those of the sandbox and of the request.
pub async fn run() -> Result<(Option<String>, ErrorKind, Metrics), Box<dyn std::error::Error>> {
    const PROVIDER: Provider = Provider::ManageIq;
    let sandbox = Sandbox::builder(PROVIDER).start().await?;
    let metrics = Metrics::default();
    let client = Client::builder(PROVIDER)
        .base_url(sandbox.base_url(PROVIDER))
        .auth(sandbox.credential(PROVIDER))
        .contract(ContractMode::Report)
        .options(metrics.counting())
        .build()?;
    // The spans of the crate are children of this one.
    let span = tracing::info_span!("inventory");
    let name = server_version(&client).instrument(span).await?;

    let miq = client.as_manageiq().ok_or_else(wrong_provider)?;
    let missing = miq.get_task().task_id("999").send().await.map(drop).map_err(Error::from);
    let kind = missing.err().map(|error| error.kind()).ok_or("the task exists")?;
    Ok((name, kind, metrics))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (name, kind, metrics) = run().await?;
    println!("version {name:?}; unknown task: {kind}");
    for (name, count) in metrics.read() {
        println!("{name} {count}");
    }
    Ok(())
}
