//! What the library costs beside calls written by hand with reqwest and serde_json: CPU time of the client's thread, allocations,
//! and memory.
//!
//! `cargo bench --bench speed` prints one table; `docs/speed.md` keeps one. The servers are threads of their own with bodies made by
//! rule, and each figure is the median over rounds in which the sides take turns: a busy machine slows all of them alike.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a benchmark stops at the first fault")]

mod by_hand;
#[path = "../../tests/common/canned.rs"]
mod canned;
mod measure;
mod memory;

use std::hint::black_box;
use std::io::{Write, stdout};
use std::process::Command;

use cloudsnap::{Client, ListSnapshots, Provider, SnapshotRef, VmId};
use futures_util::TryStreamExt;
use tokio::runtime::Runtime;

use canned::Canned;
use measure::{Costs, Side};

#[global_allocator]
static ALLOCATOR: &stats_alloc::StatsAlloc<std::alloc::System> = &stats_alloc::INSTRUMENTED_SYSTEM;

const LISTED: u64 = 1000;

/// The snapshots of an account, or on ManageIQ of a machine.
fn list(provider: Provider) -> ListSnapshots {
    match provider {
        Provider::ManageIq => ListSnapshots::default().vm(VmId::new(canned::VM).unwrap()),
        _ => ListSnapshots::default(),
    }
}

async fn read_list(client: &Client, provider: Provider) -> u64 {
    let (mut snapshots, mut count) = (client.snapshots(list(provider)), 0);
    while let Some(snapshot) = snapshots.try_next().await.unwrap() {
        black_box(snapshot);
        count += 1;
    }
    count
}

fn line(out: &mut impl Write, what: &str, side: &str, costs: Costs, hand: Costs, per: f64) {
    let Costs { micros, allocations } = costs;
    let ratio = micros / hand.micros;
    let more = (allocations - hand.allocations) / per;
    let (micros, allocations) = (micros / per, allocations / per);
    writeln!(out, "| {what:<28} | {side:<10} | {micros:>8.2} | {ratio:>6.2} | {allocations:>8.1} | {more:>+8.1} |")
        .unwrap();
}

/// One call for one snapshot: by hand, by the generated client, by the portable client.
fn one_call(runtime: &Runtime, out: &mut impl Write) {
    let server = Canned::start(Provider::Hyperstack, 1);
    let client = server.client();
    let generated = client.as_hyperstack().unwrap();
    let hand = by_hand::Hand::new(Provider::Hyperstack, server.base_url());
    let id = SnapshotRef::from(cloudsnap::SnapshotId::new(server.first_id()).unwrap());
    let number: i64 = server.first_id().parse().unwrap();
    let sides: Vec<Side<'_>> = vec![
        Box::new(|| runtime.block_on(async { drop(black_box(hand.hyperstack_one(number).await)) })),
        Box::new(|| runtime.block_on(async { drop(black_box(hand.hyperstack_whole(number).await)) })),
        Box::new(|| {
            runtime.block_on(async {
                drop(black_box(generated.get_snapshot().snapshot_id(number).send().await.unwrap()))
            });
        }),
        Box::new(|| runtime.block_on(async { drop(black_box(client.snapshot(&id).await.unwrap())) })),
    ];
    let costs = measure::in_turns(sides, 40);
    for (side, costs_of) in ["by hand", "all fields", "generated", "portable"].iter().zip(&costs) {
        // The generated client decodes all documented fields: it is compared with the call that does the same.
        let hand = if *side == "generated" { costs[1] } else { costs[0] };
        line(out, "hyperstack get_snapshot", side, *costs_of, hand, 1.0);
    }
}

/// The same list by the vendor's own SDK: an interpreter that has it is named by `HYPERSTACK_SDK_PYTHON`.
fn list_by_sdk(server: &Canned, out: &mut impl Write, hand: Costs) {
    let Some(python) = std::env::var_os("HYPERSTACK_SDK_PYTHON") else { return };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/speed/sdk.py");
    let output = Command::new(python).args([script, server.base_url(), &LISTED.to_string()]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let micros: f64 = String::from_utf8(output.stdout).unwrap().trim().parse().unwrap();
    let ratio = micros * LISTED as f64 / hand.micros;
    writeln!(
        out,
        "| {:<28} | {:<10} | {micros:>8.2} | {ratio:>6.2} | {:>8} | {:>8} |",
        "hyperstack list of 1000", "SDK", "", ""
    )
    .unwrap();
}

/// A list of all snapshots, by the snapshot.
fn lists(runtime: &Runtime, out: &mut impl Write) {
    for provider in Provider::ALL.iter().copied() {
        let server = Canned::start(provider, LISTED);
        let client = server.client();
        let hand = by_hand::Hand::new(provider, server.base_url());
        let sides: Vec<Side<'_>> = vec![
            Box::new(|| assert_eq!(runtime.block_on(hand.list(1)), LISTED)),
            Box::new(|| assert_eq!(runtime.block_on(hand.list(2)), 2 * LISTED)),
            Box::new(|| assert_eq!(runtime.block_on(read_list(&client, provider)), LISTED)),
        ];
        let costs = measure::in_turns(sides, 1);
        let what = format!("{provider} list of {LISTED}");
        let is_sliding = provider != Provider::ManageIq;
        for (side, costs_of) in ["by hand", "hand twice", "portable"].iter().zip(&costs) {
            if *side != "hand twice" || is_sliding {
                line(out, &what, side, *costs_of, costs[0], LISTED as f64);
            }
        }
        if provider == Provider::Hyperstack {
            list_by_sdk(&server, out, costs[0]);
        }
    }
}

fn main() {
    // The calls by hand have reqwest without a provider of TLS, and need none.
    let _ = rustls::crypto::ring::default_provider().install_default();
    if let Some(count) = memory::wanted() {
        return memory::tell_peak(count);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut out = stdout().lock();
    writeln!(
        out,
        "| {:<28} | {:<10} | {:>8} | {:>6} | {:>8} | {:>8} |",
        "what", "side", "CPU us", "ratio", "allocs", "more"
    )
    .unwrap();
    writeln!(out, "|{:-<30}|{:-<12}|{:->10}|{:->8}|{:->10}|{:->10}|", "", "", ":", ":", ":", ":").unwrap();
    one_call(&runtime, &mut out);
    lists(&runtime, &mut out);
    memory::compare(&mut out);
}
