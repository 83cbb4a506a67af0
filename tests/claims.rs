//! Ownership of snapshots: several processes share a state directory, next to someone unknown to them who creates
//! snapshots over plain HTTP. Each row of the sandbox's store is judged by who created it.

#![cfg(all(
    feature = "cli",
    feature = "syminet",
    feature = "manageiq",
    feature = "hyperstack",
    feature = "genesiscloud"
))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[allow(dead_code, reason = "another suite uses the rest")]
#[path = "claims/actors.rs"]
mod actors;

use std::time::Duration;

use actors::{Home, Stranger, ids};
use cloudsnap::Provider;
use cloudsnap::sandbox::Sandbox;
use futures_util::StreamExt;
use serde_json::Value;

async fn sandbox(provider: Provider, delay: Duration) -> Sandbox {
    Sandbox::builder(provider).delay(delay).start().await.unwrap()
}

/// A stranger creates a snapshot with another name while our response is lost, on every provider.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_strangers_snapshot_with_another_name_or_description_is_never_claimed() {
    let described = [Provider::ManageIq, Provider::Hyperstack].map(|provider| (provider, "backup"));
    let all = Provider::ALL.iter().map(|&provider| (provider, "foreign"));
    let check = async |(provider, name)| {
        let sandbox = sandbox(provider, Duration::from_millis(200)).await;
        let (home, stranger) = (Home::new(&sandbox, provider), Stranger::new(&sandbox, provider));
        // Our request never arrives.
        sandbox.inject(format!("reset-before@{}*1", actors::create_operation(provider)).parse().unwrap());
        let ours = home.spawn("--timeout 6s snapshots create VM --name backup --wait -o json");
        home.until_sent(&sandbox).await;
        let made = stranger.make(name).await;
        let ran = ours.end().await;
        let reported = ran.json();
        assert_eq!((ran.code, &reported["state"]), (8, &"unknown".into()), "{provider}: {ran:#?}");
        assert!(reported["handle"].as_str().unwrap().starts_with("cs1."), "{provider}: {ran:#?}");
        assert!(ran.stderr.contains(&made), "the candidate is reported: {provider}: {ran:#?}");
        // Resuming the wait does not claim it, either.
        let again = home.run("--timeout 1s operations wait KEPT").await;
        assert_eq!(again.code, 8, "{provider}: {again:#?}");
    };
    futures_util::stream::iter(all.chain(described).map(check)).buffer_unordered(2).collect::<()>().await;
}

/// An old handle, and snapshots that someone else creates with the same name hours and days later.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_handle_does_not_claim_later_snapshots() {
    for &provider in Provider::ALL {
        for later in [2, 29 * 24].map(|hours| Duration::from_secs(hours * 3600)) {
            let sandbox = sandbox(provider, Duration::from_millis(200)).await;
            let (home, stranger) = (Home::new(&sandbox, provider), Stranger::new(&sandbox, provider));
            sandbox.inject(format!("reset-before@{}*1", actors::create_operation(provider)).parse().unwrap());
            let ran = home.run("--timeout 1s snapshots create VM --name backup").await;
            assert!(ran.left_open(), "{provider}: {ran:#?}");
            sandbox.advance(later);
            stranger.make("backup").await;
            let ran = home.run("--timeout 2s operations wait KEPT").await;
            assert_eq!(ran.code, 8, "{provider} {later:?}: {ran:#?}");
        }
    }
}

/// Our response is lost but the snapshot exists: it is reported, including how it was recognized.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn our_own_snapshot_is_recognized_and_reported() {
    for &provider in Provider::ALL {
        let sandbox = sandbox(provider, Duration::from_millis(200)).await;
        let (home, stranger) = (Home::new(&sandbox, provider), Stranger::new(&sandbox, provider));
        sandbox.inject(format!("reset-after@{}*1", actors::create_operation(provider)).parse().unwrap());
        let ours = home.spawn("--timeout 30s snapshots create VM --name backup --wait -o json");
        home.until_sent(&sandbox).await;
        let foreign = stranger.make("foreign").await;
        let ran = ours.end().await;
        let reported = ran.json()["result"]["id"].as_str().unwrap().to_owned();
        assert!(reported != foreign && ids(&sandbox, provider, "backup") == [reported], "{provider}: {ran:#?}");
        assert!(ran.stderr.contains("recognized by its name"), "{provider}: {ran:#?}");
        assert_eq!(home.kept(), 0, "reported operations are no longer recorded");
    }
}

/// Several processes create identical snapshots at once, and some of their responses are lost. A process that is given
/// an ID is given its own: the description shows who created the snapshot, and no process searches for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_process_is_given_its_neighbors_snapshot() {
    for provider in [Provider::ManageIq, Provider::Hyperstack] {
        let sandbox = sandbox(provider, Duration::from_millis(100)).await;
        let (home, stranger) = (Home::new(&sandbox, provider), Stranger::new(&sandbox, provider));
        let create = actors::create_operation(provider);
        for fault in ["reset-after", "reset-before", "503-after", "html-502"] {
            sandbox.inject(format!("{fault}@{create}%25").parse().unwrap());
        }
        for round in 0..3 {
            let spawn = |number: usize| {
                let line = "--timeout 8s snapshots create VM --wait -o json";
                home.spawn(&format!("{line} --name twin-{round} --description by-{number}"))
            };
            let running: Vec<_> = (0..4).map(spawn).collect();
            home.until_sent(&sandbox).await;
            stranger.try_to_make(&format!("twin-{round}")).await;
            for (number, process) in running.into_iter().enumerate() {
                let ran = process.end().await;
                assert!(matches!(ran.code, 0 | 1 | 2 | 8 | 11), "{provider}: {ran:#?}");
                if ran.code == 0 {
                    let id = ran.json()["result"]["id"].as_str().unwrap().to_owned();
                    let row = sandbox.store().snapshots(provider).into_iter().find(|row| row.id == id).unwrap();
                    assert_eq!(row.description, Some(format!("by-{number}")), "{provider}: {ran:#?}");
                }
            }
        }
    }
}

/// Twenty concurrent processes create one snapshot, and all of them report it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn if_missing_creates_one_regardless_of_concurrency() {
    for &provider in Provider::ALL {
        let sandbox = sandbox(provider, Duration::from_secs(2)).await;
        let home = Home::new(&sandbox, provider);
        let line = "--timeout 60s snapshots create VM --name backup --if-missing -o json";
        let running: Vec<_> = (0..20).map(|_| home.spawn(line)).collect();
        for process in running {
            let ran = process.end().await;
            assert_eq!(ran.code, 0, "{provider}: {ran:#?}");
            assert_eq!(ran.json()["operation"], "create_snapshot");
        }
        let sent =
            sandbox.requests().iter().filter(|seen| seen.operation == Some(actors::create_operation(provider))).count();
        assert_eq!(sent, 1, "{provider}");
        sandbox.advance(Duration::from_secs(60));
        assert_eq!(ids(&sandbox, provider, "backup").len(), 1, "{provider}");
        // And once it exists.
        let ran = home.run(&format!("{line} --wait")).await;
        assert_eq!(
            Value::from(ids(&sandbox, provider, "backup")[0].as_str()),
            ran.json()["result"]["id"],
            "{provider}: {ran:#?}"
        );
        assert_eq!(home.kept(), 0, "{provider}: nothing is left pending");
    }
}

/// One run after another while the snapshot is not listed yet, and after a run with an unknown outcome.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn if_missing_creates_no_duplicate_after_an_unknown_outcome() {
    for &provider in Provider::ALL {
        for fault in ["hang-after", "reset-before"] {
            let sandbox = sandbox(provider, Duration::from_secs(30)).await;
            let home = Home::new(&sandbox, provider);
            let create = actors::create_operation(provider);
            sandbox.inject(format!("custom:late-row=40@{create}*1").parse().unwrap());
            sandbox.inject(format!("{fault}@{create}*1").parse().unwrap());
            let ran = home.run("--timeout 1500ms snapshots create VM --name backup --if-missing").await;
            assert!(ran.left_open(), "{provider} {fault}: {ran:#?}");
            for _ in 0..3 {
                let ran = home.run("--timeout 20s snapshots create VM --name backup --if-missing -o json").await;
                assert_eq!(ran.code, 0, "{provider} {fault}: {ran:#?}");
                assert!(ran.json()["handle"].is_string(), "{provider} {fault}: {ran:#?}");
            }
            let sent = sandbox.requests().iter().filter(|seen| seen.operation == Some(create)).count();
            assert_eq!(sent, 1, "{provider} {fault}");
        }
    }
}

/// Another process has created the snapshot, and the provider's lists do not show it yet.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn if_missing_creates_no_duplicate_if_lists_are_out_of_date() {
    let provider = Provider::Syminet;
    let sandbox = sandbox(provider, Duration::from_millis(200)).await;
    let home = Home::new(&sandbox, provider);
    let ran = home.run("snapshots create VM --name backup --wait -o json").await;
    let made = ran.json()["result"]["id"].as_str().unwrap().to_owned();
    let line = "--timeout 20s snapshots create VM --name backup --if-missing -o json";
    // The machine's list, and two readings of the account's list.
    sandbox.inject("stale-list:60@safe*8".parse().unwrap());
    let ran = home.run(line).await;
    assert_eq!(ran.code, 11, "{ran:#?}");
    assert!(ran.stderr.contains(&format!("snapshot {made} ")) && ran.stderr.contains("`--if-missing`"), "{ran:#?}");
    assert_eq!(ids(&sandbox, provider, "backup"), [made.as_str()]);
    // Uses up the rest.
    for _ in 0..8 {
        home.run("snapshots list --limit 1").await;
    }
    let ran = home.run(line).await;
    assert_eq!((ran.code, &ran.json()["resource"]["id"]), (0, &made.as_str().into()), "{ran:#?}");
    // Once it is deleted by this account's own processes, it is missing.
    let ran = home.run(&format!("snapshots delete {made} --vm VM --yes --wait")).await;
    assert_eq!(ran.code, 0, "{ran:#?}");
    sandbox.inject("stale-list:60@safe*1".parse().unwrap());
    let ran = home.run(&format!("{line} --wait")).await;
    let again = ran.json()["result"]["id"].as_str().map(str::to_owned);
    assert!(ran.code == 0 && again.is_some_and(|again| again != made), "{ran:#?}");
}

/// The result cannot be printed: the operation stays recorded, and is reported to the next process that asks.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_result_that_cannot_be_printed_keeps_its_handle() {
    for &provider in Provider::ALL {
        let sandbox = sandbox(provider, Duration::ZERO).await;
        let home = Home::new(&sandbox, provider);
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = home.run_into("snapshots create VM --name backup --wait -o json", full).await;
        assert!(ran.code == 1 && ran.stderr.contains("operations wait "), "{provider}: {ran:#?}");
        assert_eq!(home.kept(), 1, "{provider}");
        let ran = home.run("operations wait KEPT -o json").await;
        assert_eq!(
            ids(&sandbox, provider, "backup"),
            [ran.json()[0]["result"]["id"].as_str().unwrap()],
            "{provider}: {ran:#?}"
        );
        assert_eq!(home.kept(), 0, "{provider}");
    }
}
