//! A year of nights: the sandbox's clock is moved a day at a time, and at the end there is what the policy keeps of all nights.

use cloudsnap::Provider;
use cloudsnap::retention::Policy;
use futures_util::TryStreamExt;
use jiff::tz::TimeZone;

use super::fixture::{DAY, Fixture};

/// 365 nights on 20 machines with `CLOUDSNAP_NIGHTS=365`; a short year otherwise.
fn size() -> (usize, usize) {
    match std::env::var("CLOUDSNAP_NIGHTS").ok().and_then(|nights| nights.parse().ok()) {
        Some(nights) => (nights, 20),
        None => (40, 3),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_year_there_is_what_restic_would_keep() {
    let (nights, machines) = size();
    let fixture = Fixture::start(|builder| builder.vms(machines)).await;
    let ids: Vec<_> = (0..machines).map(|index| format!("{:?}", fixture.vm(Provider::Syminet, index))).collect();
    let plan = fixture.plan(&format!(
        "version = 1\n[defaults]\nname = \"nightly-{{date}}\"\ntime_zone = \"Europe/Berlin\"\n\
         keep = {{ daily = 7, weekly = 4, monthly = 6 }}\n[[job]]\nprofile = \"sym\"\nvms = [{}]\nparallel = 20\n",
        ids.join(", ")
    ));
    for _ in 0..nights {
        fixture.now(&format!("-q apply {plan} --yes")).code(0);
        fixture.sandbox.advance(DAY);
    }
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let store = fixture.sandbox.store();
    // Every snapshot that ever was; the policy says which of them it would have kept had none ever been deleted. That it agrees with
    // restic is shown elsewhere.
    let list: Vec<_> = fixture.client(Provider::Syminet).snapshots(Default::default()).try_collect().await.unwrap();
    let ever = store.snapshots_ever(Provider::Syminet);
    assert_eq!(ever.len(), nights * machines);
    let mut model = list[0].clone();
    let all = ever.iter().map(|row| {
        model.id = row.id.parse().unwrap();
        model.vm.id = Some(row.machine.as_ref().unwrap().parse().unwrap());
        model.created_at = Some(row.life.created_at);
        model.clone()
    });
    let plan = Policy::default().daily(7).weekly(4).monthly(6).plan(all, store.now(), &zone);
    let mut expected: Vec<_> = plan.kept().map(|verdict| verdict.snapshot.id.to_string()).collect();
    let mut found: Vec<_> = store.snapshots(Provider::Syminet).into_iter().map(|row| row.id).collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
    eprintln!("{nights} nights of {machines} machines: {} snapshots made, {} left", ever.len(), found.len());
}
