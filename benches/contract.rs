//! The cost of validating responses against the document: a call in each `ContractMode` on a loopback sandbox, and the
//! check alone.
//!
//! `cargo bench --features sandbox,hyperstack --bench contract`. Each figure is the median of several rounds in which
//! the modes alternate, so that a busy machine slows all of them equally.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a benchmark stops at the first fault")]

use std::hint::black_box;
use std::io::{Write, stdout};
use std::time::{Duration, Instant};

use cloudsnap::contract::Contract;
use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Client, ContractMode, Provider};

const PROVIDER: Provider = Provider::Hyperstack;
const MODES: [ContractMode; 3] = [ContractMode::Off, ContractMode::Report, ContractMode::Enforce];
const ROUNDS: usize = if cfg!(debug_assertions) { 25 } else { 300 };
const WARM_UP: usize = 5;

struct Call {
    name: &'static str,
    operation: &'static str,
    path: String,
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

fn client(sandbox: &Sandbox, mode: ContractMode) -> Client {
    let builder = Client::builder(PROVIDER).base_url(sandbox.base_url(PROVIDER)).auth(sandbox.credential(PROVIDER));
    builder.rate_limit(None).contract(mode).build().unwrap()
}

async fn timed(client: &Client, path: &str) -> (Duration, Vec<u8>) {
    let start = Instant::now();
    let response = client.request("GET", path, None).await.unwrap();
    let time = start.elapsed();
    assert_eq!(response.status(), 200, "{path}");
    (time, response.into_body().to_vec())
}

async fn measure(sandbox: &Sandbox, call: &Call, out: &mut impl Write) {
    let clients = MODES.map(|mode| client(sandbox, mode));
    let mut times = MODES.map(|_| Vec::new());
    let mut body = Vec::new();
    for round in 0..WARM_UP + ROUNDS {
        for (client, times) in clients.iter().zip(&mut times) {
            let (time, response) = timed(client, &call.path).await;
            body = response;
            if round >= WARM_UP {
                times.push(time);
            }
        }
    }
    let contract = Contract::of(PROVIDER);
    let operation = contract.operation(call.operation).unwrap();
    let alone = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        let findings = contract.check_response(operation, 200, Some("application/json"), black_box(&body));
        let time = start.elapsed();
        assert!(findings.is_empty(), "{findings:#?}");
        time
    });
    let alone = micros(median(alone.collect()));
    let [off, report, enforce] = times.map(|times| micros(median(times)));
    writeln!(out, "{:<20} {:>8} {off:>10.0} {report:>10.0} {enforce:>10.0} {alone:>10.0}", call.name, body.len())
        .unwrap();
}

/// The first check of an operation compiles its schemas.
fn first(call: &Call, body: &[u8]) -> Duration {
    let contract = Contract::from_json(Contract::of(PROVIDER).document().clone()).unwrap();
    let operation = contract.operation(call.operation).unwrap();
    let start = Instant::now();
    black_box(contract.check_response(operation, 200, Some("application/json"), body));
    start.elapsed()
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let sandbox = Sandbox::builder(PROVIDER).vms(10).snapshots(100).page_size(100).start().await.unwrap();
        let id = sandbox.store().snapshots(PROVIDER)[0].id.clone();
        let calls = [
            Call { name: "one snapshot", operation: "get_snapshot", path: format!("/core/snapshots/{id}") },
            Call {
                name: "10 machines",
                operation: "list_vms",
                path: "/core/virtual-machines?page=1&pageSize=100".to_owned(),
            },
            Call {
                name: "100 snapshots",
                operation: "list_snapshots",
                path: "/core/snapshots?page=1&pageSize=100".to_owned(),
            },
        ];
        let mut out = stdout().lock();
        writeln!(out, "microseconds, median of {ROUNDS} calls").unwrap();
        writeln!(
            out,
            "{:<20} {:>8} {:>10} {:>10} {:>10} {:>10}",
            "answer", "bytes", "Off", "Report", "Enforce", "check"
        )
        .unwrap();
        for call in &calls {
            measure(&sandbox, call, &mut out).await;
        }
        let (_, body) = timed(&client(&sandbox, ContractMode::Off), &calls[2].path).await;
        writeln!(out, "first check of {}: {:.0}", calls[2].operation, micros(first(&calls[2], &body))).unwrap();
        let profile = if cfg!(debug_assertions) { "without optimisation" } else { "optimised" };
        writeln!(out, "the sandbox responds over loopback and also checks its own requests and responses; {profile}")
            .unwrap();
    });
}
