//! The rules of a run of a plan (docs/nightly.md, "What a run does").

use std::time::Duration;

use cloudsnap::{CreateSnapshot, Provider};

use super::fixture::{DAY, Fixture};

const GC: Provider = Provider::GenesisCloud;

fn plan(fixture: &Fixture, extra: &str) -> String {
    fixture.plan(&format!(
        "version = 1\n[defaults]\nname = \"nightly-{{date}}\"\n{extra}\n[[job]]\nprofile = \"gc\"\nvms = [\"*\"]\n"
    ))
}

/// The number of recorded operations, without the hidden file of one that was being replaced when its process was killed.
fn pending(fixture: &Fixture) -> usize {
    let Ok(entries) = std::fs::read_dir(fixture.home.path().join("state/operations")) else { return 0 };
    entries.filter(|entry| !entry.as_ref().unwrap().file_name().to_str().unwrap().starts_with('.')).count()
}

/// A run that died while waiting is finished by the next one: no second snapshot, and the old one is deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_after_a_crash_finishes_the_work_of_the_crashed_one() {
    let fixture = Fixture::start(|builder| builder.vms(2).delay(Duration::from_secs(3600))).await;
    let plan = plan(&fixture, "keep = { last = 1 }");
    for index in 0..2 {
        let request = CreateSnapshot::new(fixture.vm(GC, index).parse().unwrap(), "nightly-2026-01-01");
        fixture.client(GC).create_snapshot(request).await.unwrap();
        fixture.sandbox.advance(DAY);
    }
    let now = fixture.sandbox.store().now().to_string();
    let words = ["apply", &plan, "--yes", "--now", &now];
    let mut child = fixture.command(&words).spawn().unwrap();
    while fixture.names(GC).len() < 4 || pending(&fixture) < 2 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    child.kill().unwrap();
    child.wait().unwrap();
    fixture.sandbox.advance(DAY / 12);
    let ran = tokio::task::block_in_place(|| fixture.command(&words).spawn()).unwrap();
    // The deletes of this run also take an hour.
    let done = tokio::spawn(async move { tokio::task::block_in_place(|| ran.wait_with_output()) });
    while !done.is_finished() {
        fixture.sandbox.advance(Duration::from_secs(1800));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let output = done.await.unwrap().unwrap();
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{printed}");
    let tonight = format!("nightly-{}", &now[..10]);
    assert_eq!(fixture.names(GC), [tonight.clone(), tonight], "{printed}");
    assert_eq!(fixture.sandbox.store().snapshots_ever(GC).len(), 4, "no second snapshot");
    assert_eq!(pending(&fixture), 0, "nothing is left pending");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_run_of_an_account_ends_at_once_and_names_the_first() {
    let fixture = Fixture::start(|builder| builder.vms(1)).await;
    let plan = plan(&fixture, "");
    let report = fixture.home.path().join("report.json");
    let now = fixture.sandbox.store().now().to_string();
    let words = ["apply", &plan, "--yes", "--now", &now];
    fixture.inject("hang@list_instance_snapshots*1");
    let mut first = fixture.command(&words).spawn().unwrap();
    while !fixture.sandbox.requests().iter().any(|seen| seen.fault.is_some()) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let before = fixture.changes();
    let files = format!("--report {}", report.display());
    let second = fixture.now(&format!("apply {plan} --yes {files}")).code(10);
    assert!(second.stderr.contains(&format!("apply, process {}", first.id())), "{}", second.stderr);
    // `snapshots prune` does not interfere either, and a dry run needs no lock.
    fixture.now("--profile gc snapshots prune --name-prefix nightly- --all-vms --keep-last 1 --yes").code(10);
    fixture.now(&format!("apply {plan} --dry-run")).code(0);
    assert_eq!(fixture.changes(), before);
    assert!(!report.exists(), "the files belong to the run that continues");
    first.kill().unwrap();
    first.wait().unwrap();
    fixture.now(&format!("apply {plan} --yes")).code(0);
}

/// A lagging list does not show the snapshot of today, so the newest one that it shows may be old.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_deleted_if_the_list_lacks_todays_snapshot() {
    let fixture = Fixture::start(|builder| builder.vms(1)).await;
    let plan = plan(&fixture, "keep = { last = 1 }");
    for night in ["nightly-2026-01-01", "nightly-2026-01-02"] {
        fixture.made(GC, &fixture.vm(GC, 0), night).await;
        fixture.sandbox.advance(DAY);
    }
    fixture.inject("stale-list:3600@list_snapshots");
    let ran = fixture.now(&format!("apply {plan} --yes")).code(9);
    assert!(ran.stderr.contains("nothing was deleted"), "{}", ran.stderr);
    assert_eq!(fixture.names(GC).len(), 3, "{:?}", fixture.names(GC));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_than_max_delete_stops_the_prune_of_that_machine_alone() {
    let fixture = Fixture::start(|builder| builder.vms(2)).await;
    for night in 1..=4 {
        fixture.made(GC, &fixture.vm(GC, 0), &format!("nightly-2026-01-0{night}")).await;
        fixture.sandbox.advance(DAY);
    }
    for night in 1..=2 {
        fixture.made(GC, &fixture.vm(GC, 1), &format!("nightly-2026-01-0{night}")).await;
    }
    let limited = plan(&fixture, "keep = { last = 1 }\nmax_delete = 3");
    let ran = fixture.now(&format!("apply {limited} --yes -o json")).code(9);
    assert!(
        ran.stderr.contains("4 snapshots would be deleted") && ran.stderr.contains("max_delete = 4"),
        "{}",
        ran.stderr
    );
    let report = ran.json();
    assert_eq!((report["totals"]["created"].as_i64(), report["totals"]["deleted"].as_i64()), (Some(2), Some(2)));
    assert_eq!(fixture.names(GC).len(), 4 + 2, "{:?}", fixture.names(GC));
    // If this affects all machines, the run stops.
    fixture.now(&format!("apply {limited} --yes --only gc/{}", fixture.vm(GC, 0))).code(10);
    let free = plan(&fixture, "keep = { last = 1 }\nmax_delete = \"all\"");
    fixture.now(&format!("apply {free} --yes")).code(0);
    assert_eq!(fixture.names(GC).len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_machine_that_cannot_have_snapshots_fails_or_is_skipped() {
    let fixture = Fixture::start(|builder| builder.vms(3)).await;
    // Hyperstack marks flavors without snapshots: in the sandbox, that of every third machine.
    for (word, code, state) in [("fail", 9, "failed"), ("skip", 0, "skipped")] {
        let plan = fixture.plan(&format!(
            "version = 1\n[defaults]\nname = \"nightly-{{date}}\"\non_unsupported = {word:?}\n[[job]]\nprofile = \
             \"hs\"\nvms = [\"*\"]\n"
        ));
        let ran = fixture.now(&format!("apply {plan} --yes -o json"));
        let report = ran.json();
        let states: Vec<_> = report["machines"].as_array().unwrap().iter().map(|it| it["state"].as_str()).collect();
        assert_eq!((ran.code, states[2]), (code, Some(state)), "{word}: {report}");
        assert_eq!(fixture.names(Provider::Hyperstack).len(), 2, "the others continue");
        fixture.sandbox.advance(Duration::from_secs(60));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn parts_of_a_run_can_be_selected() {
    let fixture = Fixture::start(|builder| builder.vms(3)).await;
    let name = fixture.sandbox.store().machines(GC)[0].name.clone();
    let plan = fixture.plan(&format!(
        "version = 1\n[defaults]\nname = \"nightly-{{date}}\"\nkeep = {{ last = 1 }}\n[[job]]\nprofile = \"gc\"\nvms = \
         [\"*\"]\nexclude = [{name:?}]\n"
    ));
    let count = |printed: &super::fixture::Ran, what: &str| printed.json()["totals"][what].as_i64().unwrap();
    // The excluded machine is not part of the plan.
    assert_eq!(fixture.now(&format!("apply {plan} --yes --only gc/{name}")).code, 2);
    let only = format!("apply {plan} --yes -o json --only gc/{}", fixture.vm(GC, 1));
    assert_eq!(count(&fixture.now(&only).code(0), "machines"), 1);
    assert_eq!(fixture.names(GC).len(), 1);
    let ran = fixture.now(&format!("apply {plan} --yes -o json")).code(0);
    assert_eq!((count(&ran, "created"), count(&ran, "present")), (1, 1));
    fixture.sandbox.advance(DAY);
    let before = fixture.names(GC);
    let none = fixture.now(&format!("apply {plan} --yes --no-create")).code(9);
    assert!(
        none.stderr.contains("today's snapshot is missing or not ready yet; nothing was deleted"),
        "{}",
        none.stderr
    );
    assert_eq!(fixture.names(GC), before);
    fixture.now(&format!("apply {plan} --yes --no-prune")).code(0);
    assert_eq!(fixture.names(GC).len(), 4);
    let ran = fixture.now(&format!("apply {plan} --yes --no-create -o json")).code(0);
    assert_eq!((count(&ran, "deleted"), fixture.names(GC).len()), (2, 2));
}

/// The files show a run that failed, and one that never began; the last success is kept.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn report_and_metrics_are_replaced_also_on_failure() {
    use std::os::unix::fs::MetadataExt;
    let fixture = Fixture::start(|builder| builder.vms(2)).await;
    let folder = fixture.home.path().join("files");
    std::fs::create_dir(&folder).unwrap();
    let (report, metrics) = (folder.join("report.json"), folder.join("nightly.prom"));
    let files = format!("--report {} --metrics {}", report.display(), metrics.display());
    let inodes = || [&report, &metrics].map(|path| std::fs::metadata(path).unwrap().ino());
    let read = |path: &std::path::Path| std::fs::read_to_string(path).unwrap();
    let good = plan(&fixture, "");
    fixture.now(&format!("apply {good} --yes {files}")).code(0);
    let (first, success) = (inodes(), read(&metrics));
    let lines = |text: &str, name: &str| {
        text.lines().filter(|line| line.starts_with(name)).map(str::to_owned).collect::<Vec<_>>()
    };
    const LAST: &str = "cloudsnap_last_success_timestamp_seconds{";

    fixture.sandbox.advance(DAY);
    fixture.inject("401@genesiscloud*4");
    fixture.now(&format!("apply {good} --yes {files}")).code(3);
    let second = inodes();
    assert!(first[0] != second[0] && first[1] != second[1], "replaced atomically, never written in place");
    assert_eq!(lines(&read(&metrics), LAST), lines(&success, LAST));
    assert_eq!(lines(&read(&metrics), "cloudsnap_last_run_exit_code"), ["cloudsnap_last_run_exit_code 3"]);
    assert!(read(&report).contains("\"exit_code\": 3"), "{}", read(&report));

    let wrong = plan(&fixture, "kep = 1");
    fixture.now(&format!("apply {wrong} --yes {files}")).code(2);
    assert_eq!(lines(&read(&metrics), "cloudsnap_last_run_exit_code"), ["cloudsnap_last_run_exit_code 2"]);
    assert_eq!(lines(&read(&metrics), LAST), lines(&success, LAST));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "no temporary file is left");
}

/// The waits of an account share their polls: one list shows all machines.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn waits_are_shared() {
    let fixture = Fixture::start(|builder| builder.vms(12).delay(Duration::from_secs(3))).await;
    let plan = plan(&fixture, "");
    fixture.now(&format!("apply {plan} --yes")).code(0);
    let requests = fixture.sandbox.requests();
    let count = |id: &str| requests.iter().filter(|seen| seen.operation == Some(id)).count();
    assert_eq!(count("create_instance_snapshot"), 12);
    assert!(count("list_snapshots") >= 3, "{} lists", count("list_snapshots"));
    // Separately, each would poll ten times.
    assert!(count("get_snapshot") <= 4 * 12, "{} polls of single snapshots", count("get_snapshot"));
}
