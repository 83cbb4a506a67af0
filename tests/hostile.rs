//! Hostile servers and hostile input: no panic, no lie, no secret elsewhere, no call without end.

#![cfg(feature = "sandbox")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "hostile/input.rs"]
mod input;
#[path = "common/raw.rs"]
mod raw;
#[path = "hostile/servers.rs"]
mod servers;
#[path = "hostile/time.rs"]
mod time;

use std::time::Duration;

use cloudsnap::{Auth, CallOptions, Client, Error, ListSnapshots, Provider, RetryPolicy};
use futures_util::TryStreamExt;

const TOKEN: &str = "tok-0123456789";

/// The providers that this build has a client for.
fn providers() -> Vec<Provider> {
    let built = |provider: &Provider| {
        let builder = Client::builder(*provider).base_url("http://localhost/");
        builder.auth(Auth::token("token")).build().is_ok()
    };
    // Its machines have kinds, its snapshots belong to one, and it asks for tokens: a suite of its own knows these.
    let plain = |provider: &Provider| *provider != Provider::ManageIq;
    cloudsnap::sandbox::Sandbox::played().into_iter().filter(plain).filter(built).collect()
}

fn client(provider: Provider, url: String) -> Client {
    let options = CallOptions::default().timeout(Duration::from_secs(5)).retry(RetryPolicy::never());
    let builder = Client::builder(provider).base_url(url).auth(Auth::token(TOKEN));
    builder.options(options).rate_limit(None).build().unwrap()
}

async fn list(client: &Client) -> Result<Vec<cloudsnap::Snapshot>, Error> {
    client.snapshots(ListSnapshots::default()).try_collect().await
}

/// What an error shows is one short line, and safe on a terminal.
fn is_decent(error: &Error) {
    let (line, all) = (error.to_string(), format!("{error:?}{:?}", error.body()));
    assert!(line.len() < 2000, "{} bytes", line.len());
    assert!(all.len() < 40_000, "{} bytes", all.len());
    for text in [&line, &all] {
        assert!(!text.contains(|c: char| c.is_control() || c == '\u{202e}'), "{text:?}");
        assert!(!text.contains(TOKEN), "{text:?}");
    }
}
