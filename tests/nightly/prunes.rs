//! `snapshots prune`: what it deletes, and each safety rule.

use std::time::Duration;

use cloudsnap::Provider;

use super::fixture::{DAY, Fixture};

const HS: Provider = Provider::Hyperstack;
const PRUNE: &str = "--profile hs snapshots prune --name-prefix nightly- --all-vms";

/// Five nights of one machine, and two snapshots that must not be deleted.
async fn nights() -> Fixture {
    let fixture = Fixture::start(|builder| builder.vms(1)).await;
    let vm = fixture.vm(HS, 0);
    for night in 1..=5 {
        fixture.made(HS, &vm, &format!("nightly-{night}")).await;
        fixture.sandbox.advance(DAY);
    }
    fixture.made(HS, &vm, "pre-nightly-x").await;
    fixture.made(HS, &vm, "Nightly-y").await;
    fixture
}

const ALL: [&str; 7] = ["Nightly-y", "nightly-1", "nightly-2", "nightly-3", "nightly-4", "nightly-5", "pre-nightly-x"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_keeps_what_the_policy_keeps_and_touches_nothing_else() {
    let fixture = nights().await;
    let before = fixture.changes();
    let dry = fixture.now(&format!("{PRUNE} --keep-daily 2 --dry-run -o json")).code(0).json();
    assert_eq!(fixture.changes(), before, "a dry run changes nothing");
    assert_eq!(dry["summary"]["planned"], 3, "{dry}");
    let wet = fixture.now(&format!("{PRUNE} --keep-daily 2 --yes --wait -o json")).code(0);
    let wet = fixture.validated("snapshots prune", &wet);
    assert_eq!(fixture.names(HS), ["Nightly-y", "nightly-4", "nightly-5", "pre-nightly-x"]);
    // The format is the same with and without a dry run; only the outcome differs.
    let outcomes = |value: &serde_json::Value, outcome: &str| {
        value["snapshots"].as_array().unwrap().iter().filter(|item| item["outcome"] == outcome).count()
    };
    assert_eq!((outcomes(&dry, "planned"), outcomes(&wet, "deleted")), (3, 3));
    assert_eq!(dry["snapshots"][0]["reasons"], serde_json::json!(["newest", "daily 1/2"]));
    // Nothing remains to be done.
    let again = fixture.now(&format!("{PRUNE} --keep-daily 2 --yes -o json")).code(0).json();
    assert_eq!((again["summary"]["deleted"].as_i64(), again["summary"]["kept"].as_i64()), (Some(0), Some(2)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn refused_prunes_send_nothing() {
    let fixture = nights().await;
    let before = fixture.changes();
    for (line, code, why) in [
        (format!("{PRUNE} --yes"), 2, "no `--keep-*` rule"),
        (format!("{PRUNE} --keep-last 0 --yes"), 2, "no `--keep-*` rule"),
        (PRUNE.replace("nightly-", "ni") + " --keep-last 1 --yes", 2, "at least 3 characters"),
        (PRUNE.replace("--name-prefix nightly-", "") + " --keep-last 1 --yes", 2, "--name-prefix"),
        (PRUNE.replace("--all-vms", "") + " --keep-last 1 --yes", 2, "--vm"),
        (format!("{PRUNE} --keep-last 1"), 2, "not a terminal"),
        (PRUNE.replace("--profile hs", "") + " --keep-last 1 --yes", 2, "no account"),
        (format!("{PRUNE} --keep-last 1 --max-delete 3 --yes"), 10, "--max-delete 4"),
        (format!("{PRUNE} --keep-last 1 --keep 99 --yes"), 10, "no such snapshot"),
        (format!("{PRUNE} --keep-last 1 --require-newest 5h --yes"), 10, "--require-newest"),
        (PRUNE.replace("--all-vms", "--vm nosuch") + " --keep-last 1 --yes", 4, "no machine matches"),
    ] {
        let ran = fixture.now(&line).code(code);
        assert!(ran.stderr.contains(why), "{line}: {}", ran.stderr);
    }
    assert_eq!((fixture.changes(), fixture.names(HS)), (before, ALL.map(str::to_owned).to_vec()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_deleted_in_case_of_doubt() {
    for (fault, code, why) in [
        // An incomplete list.
        ("503@list_snapshots", 11, "503"),
        ("truncate@list_snapshots", 11, ""),
        ("html-502@list_snapshots", 11, ""),
        ("drop-field:id@list_snapshots", 7, ""),
        // Snapshots without a time.
        ("null-field:created_at@list_snapshots", 9, "no readable creation time"),
        // A snapshot that changed since it was listed.
        ("status-word:RESTORING@get_snapshot", 0, ""),
        ("401@list_snapshots", 3, ""),
    ] {
        let fixture = nights().await;
        let before = fixture.changes();
        fixture.inject(fault);
        let ran = fixture.now(&format!("{PRUNE} --keep-last 1 --yes --timeout 20s"));
        assert!(ran.stderr.contains(why), "{fault}: {}", ran.stderr);
        assert_eq!((fixture.changes(), fixture.names(HS).len()), (before, ALL.len()), "{fault}: {}", ran.stderr);
        let expected = if code == 11 { vec![11, 1, 6, 7] } else { vec![code] };
        assert!(expected.contains(&ran.code), "{fault}: {} {}", ran.code, ran.stderr);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_machine_with_a_pending_operation_is_skipped() {
    let fixture = Fixture::start(|builder| builder.vms(1).delay(Duration::from_secs(3600))).await;
    let vm = fixture.vm(HS, 0);
    for night in 1..=3 {
        let request = cloudsnap::CreateSnapshot::new(cloudsnap::VmId::new(&vm).unwrap(), format!("nightly-{night}"));
        fixture.client(HS).create_snapshot(request).await.unwrap();
        if night < 3 {
            fixture.sandbox.advance(DAY);
        }
    }
    let ran = fixture.now(&format!("{PRUNE} --keep-last 1 --yes -o json")).code(0).json();
    assert_eq!(ran["summary"]["deleted"], 0, "{ran}");
    assert_eq!(fixture.names(HS).len(), 3);
    fixture.sandbox.advance(DAY);
    fixture.now(&format!("{PRUNE} --keep-last 1 --yes")).code(0);
    fixture.sandbox.advance(DAY);
    assert_eq!(fixture.names(HS), ["nightly-3"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_runs_of_one_account_do_not_overlap() {
    let fixture = nights().await;
    fixture.inject("hang@list_vms*1");
    let now = fixture.sandbox.store().now().to_string();
    let mut words: Vec<&str> = PRUNE.split_whitespace().collect();
    words.extend(["--keep-last", "1", "--yes", "--now", &now]);
    let mut first = fixture.command(&words).spawn().unwrap();
    while !fixture.sandbox.requests().iter().any(|seen| seen.fault.is_some()) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let second = fixture.run(&words).code(10);
    let holder = format!("snapshots prune, process {}", first.id());
    assert!(second.stderr.contains(&holder), "{}", second.stderr);
    first.kill().unwrap();
    first.wait().unwrap();
    // The lock ended with the process.
    fixture.run(&words).code(0);
}
