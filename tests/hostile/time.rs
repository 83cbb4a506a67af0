//! Slow servers: no call, stream or wait exceeds its time by more than a tick.

use std::future::Future;
use std::time::{Duration, Instant};

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{
    Auth, CallOptions, Client, CreateSnapshot, DeleteSnapshot, ErrorKind, Provider, SnapshotRef, WaitOptions,
};

use crate::raw::{Raw, json};
use crate::{auth, first, is_decent, list, providers, reference};

const LIMIT: Duration = Duration::from_millis(500);
/// Two cores, many tests.
const TICK: Duration = Duration::from_millis(500);

async fn in_time<T>(what: &str, call: impl Future<Output = T>) -> T {
    let started = Instant::now();
    let value = call.await;
    assert!(started.elapsed() < LIMIT + TICK, "{what}: {:?}", started.elapsed());
    value
}

fn client(sandbox: &Sandbox, provider: Provider) -> Client {
    let builder = Client::builder(provider).base_url(sandbox.base_url(provider)).auth(auth(sandbox, provider));
    builder.options(CallOptions::default().timeout(LIMIT)).rate_limit(None).build().unwrap()
}

/// The same client, with enough time for what is not part of the test.
fn patient(client: &Client) -> Client {
    client.with_options(CallOptions::default().timeout(Duration::from_secs(60)))
}

/// The setup before the fault is not part of the test: on a busy machine, it may take several attempts.
async fn prepared<R: cloudsnap::Request + Clone>(client: &Client, request: &R) -> cloudsnap::Prepared<R::Output> {
    loop {
        match client.prepare(request.clone()).await {
            Err(error) if error.kind() == ErrorKind::Timeout => {}
            prepared => return prepared.unwrap(),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_streams_operations_and_waits_end_in_time() {
    for provider in providers() {
        let mut tasks = tokio::task::JoinSet::new();
        for fault in ["hang", "hang-after", "slow:1", "endless", "503:0", "429:0"] {
            let sandbox = Sandbox::builder(provider).snapshots(60).start().await.unwrap();
            // Building a client takes longer than the timeout of a call.
            let client = client(&sandbox, provider);
            tasks.spawn(all_in_time(provider, fault, sandbox, client));
        }
        tasks.join_all().await;
    }
}

async fn all_in_time(provider: Provider, fault: &str, sandbox: Sandbox, client: Client) {
    let vm = first(&sandbox, provider);
    let snapshots = sandbox.store().snapshots(provider).into_iter();
    let id = snapshots.filter(|row| row.machine.as_deref() == Some(vm.id())).map(|row| row.id).next().unwrap();
    let snapshot = SnapshotRef::new(id.parse().unwrap()).of_vm(vm.clone());
    let create = CreateSnapshot::new(vm, "n");
    let patient = patient(&client);
    let handle = patient.prepare(create.clone()).await.unwrap().handle();
    let delete = prepared(&client, &DeleteSnapshot::new(snapshot)).await;

    sandbox.inject(fault.parse().unwrap());
    let what = |verb: &str| format!("{provider} {fault} {verb}");
    let error = in_time(&what("list"), list(&client)).await.unwrap_err();
    is_decent(&error);
    let outer = patient.with_options(CallOptions::default().deadline(std::time::Instant::now() + LIMIT));
    drop(in_time(&what("stream"), list(&outer)).await.unwrap_err());
    drop(in_time(&what("create"), client.create_snapshot(create)).await.unwrap_err());
    drop(in_time(&what("delete"), delete.submit()).await);
    let options = WaitOptions::default().timeout(LIMIT).tolerance(u32::MAX);
    let waiting = patient.resume_any(&handle).unwrap();
    let error = in_time(&what("wait"), waiting.wait(options)).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Timeout | ErrorKind::OutcomeUnknown), "{fault}: {error}");
    assert!(error.handle().is_some(), "{fault}: {error}");
    let waiting = client.resume_any(&handle).unwrap();
    drop(in_time(&what("poll"), waiting.poll()).await);
}

/// The request arrives, and every check for its effect hangs: the operation ends in time and reports that the outcome
/// is unknown.
#[tokio::test]
async fn checking_for_a_lost_effect_ends_in_time() {
    for provider in providers() {
        let sandbox = Sandbox::builder(provider).start().await.unwrap();
        let client = client(&sandbox, provider);
        let prepared = prepared(&client, &CreateSnapshot::new(first(&sandbox, provider), "n")).await;
        sandbox.inject("reset-after@changing*1".parse().unwrap());
        sandbox.inject("hang@safe".parse().unwrap());
        let error = in_time(&format!("{provider} submit"), prepared.submit()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
        assert!(error.handle().is_some());
    }
}

/// Many pages, each delivered in time: an operation that needs all of them ends at its own deadline.
#[tokio::test]
async fn many_slow_pages_share_one_timeout() {
    for provider in providers() {
        let sandbox = Sandbox::builder(provider).snapshots(400).page_size(1).start().await.unwrap();
        let client = client(&sandbox, provider);
        let vm = first(&sandbox, provider);
        let collection = vm.kind().map(cloudsnap::VmKind::collection);
        let slow = match collection {
            Some("instances") => "slow:4000@list_instance_snapshots",
            Some(_) => "slow:4000@list_vm_snapshots",
            None => "slow:4000@list_snapshots",
        };
        sandbox.inject(slow.parse().unwrap());
        let what = format!("{provider}");
        // ManageIQ fetches one snapshot by ID, but reads all snapshots of a machine before creating another.
        let error = if collection.is_some() {
            in_time(&what, client.prepare(CreateSnapshot::new(vm, "n"))).await.map(drop).unwrap_err()
        } else {
            let reference = reference(provider, "7".parse().unwrap());
            in_time(&what, client.snapshot(&reference)).await.map(drop).unwrap_err()
        };
        is_decent(&error);
    }
}

/// A wait that is asked to poll later does not poll earlier.
#[tokio::test]
async fn a_wait_polls_no_earlier_than_requested() {
    for provider in providers() {
        let sandbox = Sandbox::builder(provider).start().await.unwrap();
        let client = client(&sandbox, provider);
        let create = CreateSnapshot::new(first(&sandbox, provider), "n");
        let patient = patient(&client);
        let operation = patient.create_snapshot(create).await.unwrap();
        sandbox.advance(Duration::from_secs(60));
        // Longer than a call's timeout, so that the call fails immediately and the wait must honor it.
        let operation = client.resume_any(&operation.handle()).unwrap();
        sandbox.inject("429:2@safe*1".parse().unwrap());
        let (started, tick) = (Instant::now(), Duration::from_millis(20));
        let options = WaitOptions::default().timeout(Duration::from_secs(10)).interval(tick, tick);
        operation.wait(options).await.unwrap();
        assert!(started.elapsed() >= Duration::from_secs(2), "{provider}: {:?}", started.elapsed());
    }
}

/// The response head arrives one byte at a time.
#[tokio::test]
async fn a_server_that_accepts_but_never_responds() {
    for provider in providers() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let builder = Client::builder(provider).base_url(url).auth(Auth::token("token"));
        let client = builder.timeout(LIMIT).rate_limit(None).build().unwrap();
        // The operating system accepts the connection; nobody ever reads.
        let error = in_time("silent", list(&client)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        drop(listener);
        let none = Raw::start(|_, _| b"HTTP/1.1 200 OK\r\nx: ".to_vec()).await;
        let builder = Client::builder(provider).base_url(none.url()).auth(Auth::token("token"));
        let client = builder.timeout(LIMIT).rate_limit(None).build().unwrap();
        let error = in_time("half a head", list(&client)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        drop(json(200, ""));
    }
}
