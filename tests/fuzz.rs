//! Seeded fuzzing on the stable toolchain: responses derived from the documents' examples, passed through every method
//! of the client and through the contract engine; also handles, IDs and profile files. `CLOUDSNAP_FUZZ` multiplies the
//! amount of work, `CLOUDSNAP_FUZZ_SEED` sets the seed.

#![cfg(feature = "sandbox")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[cfg(feature = "config")]
#[path = "fuzz/config.rs"]
mod config;
#[path = "common/doc.rs"]
mod doc;
#[path = "fuzz/mutate.rs"]
mod mutate;
#[path = "common/providers.rs"]
mod providers;
#[path = "common/raw.rs"]
mod raw;
#[path = "fuzz/tour.rs"]
mod tour;

use cloudsnap::contract::{Contract, ExamplePlace, RequestParts};
use cloudsnap::{Handle, Provider, SnapshotId, VmId};
use fastrand::Rng;
use providers::providers;
use tour::Tour;

/// Echoed by mutated responses; must never be shown.
const TOKEN: &str = "tok-fuzz-0123456789";

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).ok().map_or(default, |text| text.parse().expect("a number"))
}

fn seed() -> u64 {
    number("CLOUDSNAP_FUZZ_SEED", 1)
}

/// Passes every response through the client's methods, and handles as they are and mutated. Returns the numbers of
/// responses and handles.
async fn verbs(rounds: u64) -> (usize, usize) {
    let mut tasks = tokio::task::JoinSet::new();
    let signing_in = providers().into_iter().filter(|provider| *provider == Provider::ManageIq).map(|it| (it, true));
    for (provider, session) in providers().into_iter().map(|provider| (provider, false)).chain(signing_in) {
        tasks.spawn(async move {
            let (mut rng, mut handles) = (Rng::with_seed(seed()), 0);
            let mut tour = Tour::start(provider, seed(), session).await;
            // Each method must get as far as these operations. Which responses a method meets depends on the order of the
            // requests, so a provider gets further rounds until all of them were called.
            let last: &[&str] = match provider {
                Provider::ManageIq => &["list_vms", "change_instance_snapshots", "get_task", "act_on_vm_snapshot"],
                Provider::Syminet => &["create_snapshot", "restore_snapshot", "disable_backups"],
                Provider::Hyperstack => &["create_snapshot", "create_image", "delete_snapshot"],
                Provider::GenesisCloud => &["create_instance_snapshot", "create_instance", "clone_snapshot"],
                _ => &[],
            };
            for round in 0.. {
                let called = tour.called();
                let complete = last.iter().all(|operation| called.contains(operation));
                if round >= rounds && complete {
                    break;
                }
                assert!(round < 20 * rounds, "{provider}: {called:?}");
                tour.walk().await;
                for known in std::mem::take(&mut tour.handles) {
                    let mut text = known.to_string().into_bytes();
                    match rng.u8(0..4) {
                        0 => mutate::bytes(&mut rng, &mut text),
                        _ => text = altered(&mut rng, &text),
                    }
                    handles += 1;
                    if let Ok(handle) = String::from_utf8_lossy(&text).parse::<Handle>() {
                        tour.resume(&handle).await;
                    }
                }
            }
            assert_eq!(session, tour.called().contains("get_token"));
            (tour.responses(), handles)
        });
    }
    let counts = tasks.join_all().await;
    counts.into_iter().fold((0, 0), |(responses, handles), (more, further)| (responses + more, handles + further))
}

/// The handle with other values inside.
fn altered(rng: &mut Rng, text: &[u8]) -> Vec<u8> {
    use base64::Engine;
    let engine = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let inner = engine.decode(&text[4..]).unwrap();
    let mut value = serde_json::from_slice(&inner).unwrap();
    mutate::value(rng, &mut value, "x");
    format!("cs1.{}", engine.encode(value.to_string())).into_bytes()
}

/// Passes every example of every document, mutated, through the contract engine. Returns the number of checks.
fn contracts(rounds: u64) -> usize {
    let mut checks = 0;
    let mut rng = Rng::with_seed(seed());
    for &provider in Provider::ALL {
        let contract = Contract::of(provider);
        let examples = contract.examples();
        for _ in 0..rounds {
            for example in &examples {
                let Some(operation) = contract.operation(&example.operation) else { continue };
                let mut value = example.value.clone();
                mutate::value(&mut rng, &mut value, TOKEN);
                let mut body = value.to_string().into_bytes();
                if rng.bool() {
                    mutate::bytes(&mut rng, &mut body);
                }
                checks += 1;
                let findings = match &example.place {
                    ExamplePlace::Response(status) => {
                        let status = status.parse().unwrap_or(500);
                        contract.check_response(operation, status, Some(&example.content_type), &body)
                    }
                    _ => {
                        let mut query = b"page=1&per_page=50&x=%41".to_vec();
                        mutate::bytes(&mut rng, &mut query);
                        let query = String::from_utf8_lossy(&query).into_owned();
                        let headers = http::HeaderMap::new();
                        let parts = RequestParts {
                            path: operation.path(),
                            query: Some(&query),
                            headers: &headers,
                            body: &body,
                        };
                        contract.check_request(operation, &parts)
                    }
                };
                findings.iter().for_each(|finding| drop(finding.to_string()));
            }
        }
    }
    checks
}

/// Invalid documents: each is rejected or parsed, and a parsed one is usable.
fn documents(rounds: u64) -> usize {
    let mut rng = Rng::with_seed(seed());
    let document: serde_json::Value = serde_json::from_str(cloudsnap::spec::document_json(Provider::Syminet)).unwrap();
    for _ in 0..rounds {
        let mut document = document.clone();
        for _ in 0..rng.usize(1..30) {
            mutate::value(&mut rng, &mut document, "#/components/schemas/Snapshot");
        }
        let Ok(contract) = Contract::from_json(document) else { continue };
        for operation in contract.operations() {
            drop(contract.check_response(operation, 200, Some("application/json"), br#"{"data":[{"id":1}]}"#));
        }
        drop(contract.examples());
    }
    rounds as usize
}

/// Anything accepted as an ID stays a single path segment.
fn ids(rounds: u64) -> usize {
    let mut rng = Rng::with_seed(seed());
    for _ in 0..rounds {
        let mut text = b"instances/18efeec8-94f0-4776".to_vec();
        text.drain(..rng.usize(0..11));
        mutate::bytes(&mut rng, &mut text);
        let text = String::from_utf8_lossy(&text).into_owned();
        if let Ok(id) = SnapshotId::new(&text) {
            let url = url::Url::parse(&format!("https://h.example/a/{id}/z")).unwrap();
            let segments: Vec<&str> = url.path_segments().unwrap().collect();
            assert_eq!((segments.len(), segments[0], segments[2], url.query()), (3, "a", "z", None), "{text:?}");
        }
        if let Ok(vm) = VmId::new(&text) {
            assert_eq!(VmId::new(vm.as_str()).unwrap(), vm);
        }
    }
    rounds as usize
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_panics_and_nothing_leaks() {
    let work = number("CLOUDSNAP_FUZZ", 1);
    let (responses, handles) = verbs(30 * work).await;
    let (checks, documents, ids) = (contracts(6 * work), documents(20 * work), ids(20_000 * work));
    #[cfg(feature = "config")]
    let files = config::run(2000 * work, seed());
    #[cfg(not(feature = "config"))]
    let files = 0;
    let table = format!(
        "| | executions | findings |\n|---|---:|---:|\n| responses read by verbs | {responses} | 0 |\n| handles resumed | {handles} | 0 \
         |\n| bodies validated against documents | {checks} | 0 |\n| documents read | {documents} | 0 |\n| ids | {ids} | 0 |\n| profile files read | {files} | 0 |\n"
    );
    doc::record("fuzz", &table);
    assert!(responses > 500 && handles > 100 && checks > 500, "{table}");
}
