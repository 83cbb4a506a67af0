//! Runs each example completely, against a sandbox.
#![cfg(all(
    feature = "sandbox",
    feature = "mock",
    feature = "syminet",
    feature = "manageiq",
    feature = "hyperstack",
    feature = "genesiscloud"
))]
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "examples are programs, and this is a test"
)]

#[path = "../examples/generated.rs"]
mod generated;
#[path = "../examples/nightly.rs"]
mod nightly;
#[path = "../examples/portable.rs"]
mod portable;
#[path = "../examples/resume.rs"]
mod resume;
#[path = "../examples/testing.rs"]
mod testing;

use cloudsnap::{ErrorKind, Provider, SnapshotStatus};

#[tokio::test]
async fn nine_nights_leave_seven_snapshots_of_each_machine() {
    assert_eq!(nightly::nine_nights().await.unwrap(), (7, 0));
}

#[tokio::test]
async fn a_second_process_resumes_the_first() {
    assert_eq!(resume::both().await.unwrap().status, SnapshotStatus::Ready);
}

#[tokio::test]
async fn a_function_is_tested_in_three_ways() {
    testing::on_objects().unwrap();
    testing::against_the_sandbox().await.unwrap();
    testing::against_a_mock().await.unwrap();
}

#[tokio::test]
async fn the_same_code_works_for_all_providers() {
    let plans = portable::all().await.unwrap();
    let served: Vec<Provider> = plans.iter().map(|(provider, _)| *provider).collect();
    assert_eq!(served, Provider::ALL);
    assert!(plans.iter().all(|(_, plan)| plan.starts_with("restore snapshot")), "{plans:?}");
}

#[tokio::test]
async fn requests_of_the_generated_client_are_counted_and_its_errors_converted() {
    let (name, kind, metrics) = generated::run().await.unwrap();
    assert!(name.is_some());
    assert_eq!(kind, ErrorKind::NotFound);
    let counted = metrics.read();
    assert_eq!(counted.get("responses{manageiq,get_entry_point,200}"), Some(&1), "{counted:?}");
    assert_eq!(counted.get("responses{manageiq,get_task,404}"), Some(&1), "{counted:?}");
}
