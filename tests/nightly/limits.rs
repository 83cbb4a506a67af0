//! A fleet stays within the provider's limit of requests, and no client sends a second list where one does.

use std::sync::Arc;
use std::time::Duration;

use cloudsnap::sandbox::{Credential, Sandbox};
use cloudsnap::{Auth, CallOptions, Client, CreateSnapshot, Ensured, Provider, VmId, WaitOptions};
use futures_util::future::join_all;

use super::chaos::most_in_a_minute;

const HS: Provider = Provider::Hyperstack;
const TICK: Duration = Duration::from_millis(2);

/// 500 machines of Hyperstack, which allows 500 requests a minute: counted by the sandbox's log. The clocks of the client and of the
/// sandbox are moved together, so that minutes take seconds.
#[tokio::test(start_paused = true)]
async fn five_hundred_creates_stay_within_hyperstacks_limit() {
    // Machines of every third flavour have no snapshots.
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
    // The limit is the one that a client has by itself.
    let client = Client::builder(HS).base_url(sandbox.base_url(HS)).auth(Auth::token(token)).build().unwrap();
    let client = client.with_options(CallOptions::default().timeout(Duration::from_secs(3600)));
    let machines = sandbox.store().machines(HS);
    let able = machines.iter().enumerate().filter(|(index, _)| index % 3 != 2).map(|(_, machine)| machine);
    let creates = able.map(|machine| {
        let (client, vm) = (client.clone(), VmId::new(&machine.id).unwrap());
        async move {
            match client.ensure_snapshot(CreateSnapshot::new(vm, "nightly")).await.unwrap() {
                Ensured::Made(operation) => operation,
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
    // One look at each machine and one create; lists and polls are shared.
    assert!(requests.len() <= 2 * 500 + 300, "{} requests", requests.len());
}
