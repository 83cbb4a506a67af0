//! A fleet stays within the provider's rate limit, and no client sends redundant lists.

use std::sync::Arc;
use std::time::Duration;

use cloudsnap::sandbox::{Credential, Sandbox};
use cloudsnap::{
    Auth, CallOptions, Client, CreateSnapshot, Ensured, ErrorKind, Provider, RateLimit, SnapshotRef, VmId, WaitOptions,
};
use futures_util::future::join_all;

use super::chaos::most_in_a_minute;

const HS: Provider = Provider::Hyperstack;
const TICK: Duration = Duration::from_millis(2);

/// 500 machines of Hyperstack, which allows 500 requests per minute, counted in the sandbox's log. The clocks of the client and of the
/// sandbox advance together, so that minutes take seconds.
#[tokio::test(start_paused = true)]
async fn five_hundred_creates_stay_within_hyperstacks_limit() {
    // Every third flavor does not support snapshots.
    let sandbox = Sandbox::builder(HS).vms(750).snapshots(0).page_size(100).delay(Duration::from_secs(20));
    let sandbox = Arc::new(sandbox.start().await.unwrap());
    let clock = Arc::clone(&sandbox);
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(TICK).await;
            clock.advance(TICK);
        }
    });
    let Credential::Token(token) = sandbox.credential(HS) else { panic!() };
    // The default of a client, except for loopback.
    let limit = Some(RateLimit::new(500, Duration::from_secs(60)));
    let builder = Client::builder(HS).base_url(sandbox.base_url(HS)).auth(Auth::token(token));
    let client = builder.rate_limit(limit).build().unwrap();
    let client = client.with_options(CallOptions::default().timeout(Duration::from_secs(3600)));
    let machines = sandbox.store().machines(HS);
    let able = machines.iter().enumerate().filter(|(index, _)| index % 3 != 2).map(|(_, machine)| machine);
    let creates = able.map(|machine| {
        let (client, vm) = (client.clone(), VmId::new(&machine.id).unwrap());
        async move {
            match client.ensure_snapshot(CreateSnapshot::new(vm, "nightly")).await.unwrap() {
                Ensured::Created(operation) => operation,
                other => panic!("{other:?}"),
            }
        }
    });
    let operations = join_all(creates).await;
    assert_eq!(operations.len(), 500);
    for made in client.wait_all(&operations, WaitOptions::default()).await {
        made.unwrap();
    }
    assert_eq!(sandbox.store().snapshots(HS).len(), 500);
    let requests = sandbox.requests();
    let most = most_in_a_minute(&requests, HS);
    eprintln!("500 creates: {} requests, at most {most} in a minute", requests.len());
    assert!(most <= 500, "{most} requests in a minute");
    // One read of each machine and one create; lists and polls are shared.
    assert!(requests.len() <= 2 * 500 + 300, "{} requests", requests.len());
}

/// The list of a slice is not paginated: it shows a delete, however the account's list changes meanwhile.
#[tokio::test]
async fn a_delete_on_syminet_needs_no_list_of_the_account() {
    let sandbox = Sandbox::builder(Provider::Syminet).vms(1).snapshots(1).delay(Duration::ZERO).start().await.unwrap();
    let Credential::Token(token) = sandbox.credential(Provider::Syminet) else { panic!() };
    let builder = Client::builder(Provider::Syminet).base_url(sandbox.base_url(Provider::Syminet));
    let client = builder.auth(Auth::token(token)).build().unwrap();
    let row = sandbox.store().snapshots(Provider::Syminet).remove(0);
    let snapshot = SnapshotRef::new(row.id.parse().unwrap()).of_vm(row.machine.unwrap().parse().unwrap());
    let quick = WaitOptions::default().interval(Duration::from_millis(5), Duration::from_millis(5));
    let deleted = client.delete_snapshot(snapshot.clone()).await.unwrap().wait(quick).await.unwrap();
    assert!(deleted.deleted);
    let count = |id: &str| sandbox.requests().iter().filter(|seen| seen.operation == Some(id)).count();
    assert_eq!((count("list_snapshots"), count("list_slice_snapshots")), (0, 1 + 4), "four consecutive polls");
    assert_eq!(client.delete_snapshot(snapshot).await.unwrap_err().kind(), ErrorKind::NotFound);
}
