//! `apply` and `plan`: what a nightly run does, and what it refuses.

use cloudsnap::Provider;

use super::fixture::{DAY, Fixture};

const GC: Provider = Provider::GenesisCloud;
const PLAN: &str = r#"
version = 1
[defaults]
name = "nightly-{date}"
keep = { last = 2 }
[[job]]
profile = "gc"
vms = ["*"]
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_night_creates_once_and_a_second_run_changes_nothing() {
    let fixture = Fixture::start(|builder| builder.vms(3)).await;
    let plan = fixture.plan(PLAN);
    let before = fixture.changes();
    let dry = fixture.now(&format!("apply {plan} --dry-run -o json")).code(0);
    assert_eq!(fixture.validated("apply", &dry)["totals"]["planned"], 3);
    assert_eq!(fixture.changes(), before, "a dry run changes nothing");
    let report = fixture.home.path().join("report.json");
    let metrics = fixture.home.path().join("nightly.prom");
    let files = format!("--report {} --metrics {}", report.display(), metrics.display());
    let ran = fixture.now(&format!("-q apply {plan} --yes {files}")).code(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", ""), "a success prints nothing");
    assert_eq!(fixture.names(GC).len(), 3);
    let report: serde_json::Value = serde_json::from_slice(&std::fs::read(report).unwrap()).unwrap();
    assert_eq!((report["totals"]["created"].as_i64(), report["exit_code"].as_i64()), (Some(3), Some(0)));
    let text = std::fs::read_to_string(&metrics).unwrap();
    assert_eq!(text.matches("cloudsnap_last_success_timestamp_seconds{profile=\"gc\"").count(), 3, "{text}");

    let (changes, now) = (fixture.changes(), fixture.names(GC));
    let ran = fixture.validated("apply", &fixture.now(&format!("apply {plan} --yes -o json")).code(0));
    assert_eq!((ran["totals"]["present"].as_i64(), fixture.changes(), fixture.names(GC)), (Some(3), changes, now));

    // The third night is the first that has to delete a snapshot.
    for _ in 0..2 {
        fixture.sandbox.advance(DAY);
        fixture.now(&format!("apply {plan} --yes")).code(0);
    }
    fixture.sandbox.advance(DAY / 24);
    assert_eq!(fixture.names(GC).len(), 6, "{:?}", fixture.names(GC));
    let status = fixture.now(&format!("plan status {plan} -o nagios")).code(0);
    assert!(status.stdout.starts_with("CLOUDSNAP OK - 3 of 3 machines"), "{}", status.stdout);
    fixture.sandbox.advance(DAY * 2);
    let status = fixture.now(&format!("plan status {plan} -o nagios")).code(2);
    assert!(status.stdout.starts_with("CLOUDSNAP CRITICAL - 0 of 3"), "{}", status.stdout);
    fixture.validated("plan status", &fixture.now(&format!("plan status {plan} -o json")).code(9));
    let status = fixture.now(&format!("plan status {plan} -o prometheus")).code(0);
    assert_eq!(status.stdout.lines().filter(|line| !line.starts_with('#')).count(), 3, "{}", status.stdout);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn invalid_plans_are_refused_before_anything_is_sent() {
    let fixture = Fixture::start(|builder| builder.vms(3)).await;
    let name = fixture.sandbox.store().machines(GC)[0].name.clone();
    for (good, bad, why) in [
        ("keep =", "kep =", "line 5: unknown key `kep`: did you mean `keep`?"),
        ("\"gc\"", "\"gx\"", "no profile"),
        ("\"*\"", "\"nosuch\"", "job on line 6: Genesis Cloud: no machine matches \"nosuch\""),
        ("\"*\"", "\"no-*\"", "no machine matches"),
        (
            "vms = [\"*\"]",
            &format!("vms = [\"*\"]\n[[job]]\nprofile = \"gc\"\nvms = [{name:?}]"),
            "of profile gc: lines 6 and 9",
        ),
        ("profile = \"gc\"\nvms = [\"*\"]", "profile = \"sym\"\nvms = [\"web-*\"]", "Syminet cannot list machines"),
    ] {
        let plan = fixture.plan(&PLAN.replace(good, bad));
        let before = fixture.changes();
        let ran = fixture.now(&format!("apply {plan} --yes")).code(2);
        let reported = ran.stderr.replace("it has no", "no").replace("has no", "no");
        assert!(reported.contains(why), "{bad}: {}", ran.stderr);
        assert_eq!(fixture.changes(), before);
    }
    let plan = fixture.plan(PLAN);
    let ran = fixture.now(&format!("apply {plan}")).code(2);
    assert!(ran.stderr.contains("not a terminal"), "{}", ran.stderr);
    fixture.now(&format!("apply {plan} --yes --only nosuch")).code(2);
    fixture.run(&["plan", "check", &plan, "--offline"]).code(0);
    fixture.validated("plan check", &fixture.run(&["plan", "check", &plan, "-o", "json"]).code(0));
    let first = fixture.run(&["--profile", "gc", "plan", "init"]).code(0);
    let plan = fixture.plan(&first.stdout);
    fixture.run(&["plan", "check", &plan]).code(0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_machines_failure_stops_no_other_and_its_old_snapshots_stay() {
    let fixture = Fixture::start(|builder| builder.vms(4)).await;
    let plan = fixture.plan(
        &PLAN.replace("last = 2", "last = 1").replace("vms = [\"*\"]", "vms = [\"*\"]\nparallel = 1\ntimeout = \"8s\""),
    );
    fixture.now(&format!("apply {plan} --yes")).code(0);
    fixture.sandbox.advance(DAY);
    fixture.inject("400@create_instance_snapshot*1");
    let ran = fixture.now(&format!("apply {plan} --yes -o json"));
    assert_eq!(ran.code, 9, "{}", ran.stderr);
    let report = ran.json();
    // A 400 without a body may come from a gateway: the outcome is unknown, and no second snapshot is created.
    let count = |word: &str| report["totals"][word].as_i64().unwrap();
    assert_eq!((count("failed") + count("unknown"), count("created")), (1, 3), "{report}");
    assert_eq!(ran.stderr.lines().count(), 1, "one line for the problem: {}", ran.stderr);
    fixture.sandbox.advance(DAY / 24);
    // The failed machine keeps yesterday's snapshot.
    assert_eq!(fixture.names(GC).len(), 4, "{:?}", fixture.names(GC));
}

/// After the credentials were rejected once, nothing more is requested: repeated failures may lock the account.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_that_rejects_the_secret_gets_no_more_requests() {
    let fixture = Fixture::start(|builder| builder.vms(4)).await;
    let plan = fixture.plan(&format!("{PLAN}parallel = 1\n"));
    fixture.inject("401@list_snapshots");
    let ran = fixture.now(&format!("apply {plan} --yes -o json")).code(3).json();
    assert_eq!(ran["totals"]["failed"], 4, "{ran}");
    let requests = fixture.sandbox.requests();
    assert_eq!(requests.iter().filter(|seen| seen.fault.is_some()).count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rejected_secret_stops_only_its_profile() {
    let fixture = Fixture::start(|builder| builder.vms(2)).await;
    let both = format!("{PLAN}[[job]]\nprofile = \"hs\"\nvms = [\"{}\"]\n", fixture.vm(Provider::Hyperstack, 0));
    let plan = fixture.plan(&both);
    fixture.inject("401@genesiscloud");
    let ran = fixture.now(&format!("apply {plan} --yes -o json")).code(9).json();
    assert_eq!(ran["totals"]["created"], 1, "{ran}");
    assert_eq!(fixture.names(Provider::Hyperstack).len(), 1);
    assert_eq!(fixture.names(GC).len(), 0);
}
