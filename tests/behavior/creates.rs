//! Creates: exactly one snapshot, whatever the network does.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use cloudsnap::{Advice, Ensured, Error, ErrorKind, OperationState, Provider, Snapshot, SnapshotStatus};

use crate::fixture::{Fixture, client, quick, waiting};

pub async fn creates_and_waits(fixture: &Fixture) {
    let before = fixture.existing();
    let operation = fixture.client.create_snapshot(fixture.create("behavior")).await.unwrap();
    let state = operation.poll().await.unwrap();
    assert!(matches!(state, OperationState::Pending | OperationState::Running { .. }), "{state:?}");
    fixture.sandbox.advance(Duration::from_secs(60));
    let snapshot = operation.wait(waiting()).await.unwrap();
    assert_eq!(snapshot.status, SnapshotStatus::Ready);
    assert_eq!(snapshot.name.as_deref(), Some("behavior"));
    assert_eq!(operation.resource_id(), Some(snapshot.id.to_string()));
    assert_eq!(fixture.existing(), before + 1);
}

/// The server handles the request, and its response is lost in each possible way.
pub async fn a_lost_response_creates_one(fixture: &Fixture) {
    for (number, fault) in [
        "reset-after@changing*1",
        "truncate@changing*1",
        "503-after@changing*1",
        "html-502-after@changing*1",
        "hang-after@changing*1",
    ]
    .into_iter()
    .enumerate()
    {
        let before = fixture.existing();
        fixture.inject(fault);
        let name = format!("lost-{number}");
        // Once the request has arrived, however slow this machine is, the snapshot is finished: some providers do not list it before.
        let sent = fixture.changes().len();
        let making = async {
            let arrived = async {
                while fixture.changes().len() == sent {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            };
            let _ = tokio::time::timeout(Duration::from_secs(8), arrived).await;
            fixture.sandbox.advance(Duration::from_secs(60));
        };
        match tokio::join!(fixture.client.create_snapshot(fixture.create(&name)), making).0 {
            Ok(operation) => {
                // On a busy machine, the request may arrive only after that.
                fixture.sandbox.advance(Duration::from_secs(60));
                let snapshot = operation.wait(waiting()).await.unwrap();
                assert_eq!(snapshot.name.as_deref(), Some(name.as_str()), "{fault}");
            }
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{fault}: {error}");
                assert!(error.handle().is_some(), "{fault}: {error}");
            }
        }
        fixture.sandbox.advance(Duration::from_secs(60));
        assert_eq!(fixture.existing(), before + 1, "{fault}");
    }
}

/// The server certainly did nothing: the request is retried, or the error reports that nothing happened.
pub async fn a_request_that_never_arrived_is_retried(fixture: &Fixture) {
    let before = fixture.existing();
    fixture.inject("429:0@changing*2");
    let operation = fixture.client.create_snapshot(fixture.create("limited")).await.unwrap();
    fixture.sandbox.advance(Duration::from_secs(60));
    operation.wait(waiting()).await.unwrap();
    assert_eq!(fixture.existing(), before + 1);
}

/// Identical creates cannot be distinguished, unless the responses contain the new objects.
pub async fn identical_creates_report_only_what_is_certain(fixture: &Fixture) {
    let before = fixture.existing();
    // Some providers create one snapshot of a machine at a time: then the second is refused, and nothing is lost.
    let (first, second) = tokio::join!(
        fixture.client.create_snapshot(fixture.create("twin")),
        fixture.client.create_snapshot(fixture.create("twin")),
    );
    fixture.sandbox.advance(Duration::from_secs(60));
    let mut ended: Vec<Snapshot> = Vec::new();
    let mut requested = 0;
    for operation in [first, second] {
        match operation {
            Ok(operation) => {
                requested += 1;
                match operation.wait(waiting()).await {
                    Ok(snapshot) => ended.push(snapshot),
                    Err(error) => assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}"),
                }
            }
            Err(error) => assert_eq!(error.kind(), ErrorKind::Conflict, "{error}"),
        }
    }
    assert_eq!(fixture.existing(), before + requested);
    if let [a, b] = ended.as_slice() {
        assert_ne!(a.id, b.id);
    }
    let named = !matches!(fixture.provider, Provider::Syminet | Provider::ManageIq);
    assert_eq!(ended.len(), if named || requested == 1 { requested } else { 0 }, "{ended:#?}");
}

/// Another process needs only the handle.
pub async fn another_process_resumes_the_wait(fixture: &Fixture) {
    let prepared = fixture.client.prepare(fixture.create("handed-over")).await.unwrap();
    let early = prepared.handle();
    let operation = prepared.submit().await.unwrap();
    let late = operation.handle();
    drop(operation);
    fixture.sandbox.advance(Duration::from_secs(60));
    let other = client(&fixture.sandbox, fixture.provider, quick());
    let text = late.to_string();
    let secret = match fixture.sandbox.credential(fixture.provider) {
        cloudsnap::sandbox::Credential::Token(secret) => secret,
        cloudsnap::sandbox::Credential::Basic { password, .. } => password,
        other => panic!("{other:?}"),
    };
    assert!(!late.describe().is_ok_and(|reported| reported.contains(&secret)) && !text.contains(&secret));
    let snapshot = other.resume::<Snapshot>(&text.parse().unwrap()).unwrap().wait(waiting()).await.unwrap();
    assert_eq!(snapshot.name.as_deref(), Some("handed-over"));
    // The handle from before the request finds it as well, or the outcome is unknown.
    match other.resume::<Snapshot>(&early).unwrap().wait(waiting().timeout(Duration::from_millis(300))).await {
        Ok(found) => assert_eq!(found.id, snapshot.id),
        Err(error) => {
            assert!(matches!(error.kind(), ErrorKind::OutcomeUnknown | ErrorKind::Timeout), "{error}");
        }
    }
}

pub async fn a_wait_ends_at_its_deadline(fixture: &Fixture) {
    let operation = fixture.client.create_snapshot(fixture.create("slow")).await.unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let reported = Arc::clone(&seen);
    let options = waiting()
        .timeout(Duration::from_millis(250))
        .on_progress(move |progress| reported.lock().unwrap().push(progress.state));
    let started = std::time::Instant::now();
    let error = operation.wait(options).await.unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(6));
    assert!(matches!(error.kind(), ErrorKind::Timeout | ErrorKind::OutcomeUnknown), "{error}");
    assert!(error.handle().is_some());
    assert!(!seen.lock().unwrap().is_empty());
    fixture.inject("hang@safe*9");
    let started = std::time::Instant::now();
    let error = operation.wait(waiting().timeout(Duration::from_millis(250))).await.unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(6), "a poll without a response outlives the wait");
    assert!(error.handle().is_some());
}

/// One of the provider's servers lags, and temporarily does not show an existing object.
pub async fn a_lagging_poll_does_not_mean_gone(fixture: &Fixture) {
    let operation = fixture.client.create_snapshot(fixture.create("lagging")).await.unwrap();
    operation.poll().await.unwrap();
    fixture.inject("stale-list:3600@safe*2");
    let (ended, ()) = tokio::join!(operation.wait(waiting()), async {
        tokio::time::sleep(Duration::from_millis(400)).await;
        fixture.sandbox.advance(Duration::from_secs(60));
    });
    assert_eq!(ended.unwrap().name.as_deref(), Some("lagging"));
}

/// An object that was never visible may still appear, even if the response contained its ID.
pub async fn a_snapshot_that_appears_late_is_found(fixture: &Fixture) {
    fixture.inject("custom:late-row=20@changing*1");
    let operation = fixture.client.create_snapshot(fixture.create("late")).await.unwrap();
    for _ in 0..8 {
        assert_ne!(operation.poll().await.unwrap().as_str(), "gone");
    }
    fixture.sandbox.advance(Duration::from_secs(60));
    assert_eq!(operation.wait(waiting()).await.unwrap().name.as_deref(), Some("late"));
}

/// A stored handle finds the same object, even while its operation continues here.
pub async fn a_handle_resumes_in_the_same_process(fixture: &Fixture) {
    let prepared = fixture.client.prepare(fixture.create("twice")).await.unwrap();
    let early = prepared.handle();
    let operation = prepared.submit().await.unwrap();
    fixture.sandbox.advance(Duration::from_secs(60));
    let first = operation.wait(waiting()).await.unwrap();
    let again = fixture.client.resume::<Snapshot>(&early).unwrap().wait(waiting()).await.unwrap();
    assert_eq!(first.id, again.id);
}

pub async fn a_dry_run_sends_nothing(fixture: &Fixture) {
    let planned = Arc::new(Mutex::new(Vec::new()));
    let plan = Arc::clone(&planned);
    let client =
        fixture.client.with_options(quick().dry_run(move |request| plan.lock().unwrap().push(request.clone())));
    let error = client.create_snapshot(fixture.create("never")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DryRun, "{error}");
    let planned = planned.lock().unwrap();
    assert_eq!(planned.len(), 1);
    assert!(planned[0].body.as_ref().unwrap().to_string().contains("never"), "{planned:?}");
    assert!(fixture.changes().is_empty(), "{:?}", fixture.changes());
}

pub async fn invalid_names_are_refused_before_sending(fixture: &Fixture) {
    let long = "x".repeat(300);
    for name in ["", "  ", "a\nb", "a\0b", "\u{1b}[31mred", long.as_str()] {
        let error = fixture.client.create_snapshot(fixture.create(name)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{name:?}: {error}");
    }
    assert_eq!(fixture.requests(), 0);
}

/// This many responses to each list show the state from before the snapshots of a test were created.
fn let_lists_lag(fixture: &Fixture, times: u32) {
    for operation in cloudsnap::spec::operations(fixture.provider) {
        if operation.safe && operation.id.starts_with("list_") {
            fixture.inject(&format!("stale-list:600@{}*{times}", operation.id));
        }
    }
}

async fn ensure(fixture: &Fixture, name: &str) -> Result<Ensured, Error> {
    fixture.client.ensure_snapshot(fixture.create(name)).await
}

/// Whether absence from a list is all that can be known about a snapshot.
fn only_lists(fixture: &Fixture) -> bool {
    fixture.provider == Provider::Syminet
}

/// The error names the snapshot and says what to do.
fn waits_for(error: &Error, snapshot: &Snapshot) {
    assert_eq!(error.kind(), ErrorKind::Unavailable, "{error}");
    assert!(error.is_retryable() && error.message().contains(snapshot.id.as_str()), "{error}");
    assert!(
        matches!(error.advice(), Some(Advice::AwaitSnapshot { snapshot: id, .. }) if *id == snapshot.id.as_str()),
        "{error:?}"
    );
}

/// Lists that do not show a new snapshot yet do not prove that it has to be created again, however often they are read.
pub async fn lists_that_lag_cause_no_second_create(fixture: &Fixture) {
    let mut unavailable = 0;
    for times in [1, 2, 5] {
        let name = format!("lagging-{times}");
        let snapshot = fixture.ready(&name).await;
        let existing = fixture.existing();
        let_lists_lag(fixture, times);
        let present = loop {
            match ensure(fixture, &name).await {
                Ok(Ensured::Present(present)) => break present,
                Ok(other) => panic!("{times}: {other:?}"),
                Err(error) => waits_for(&error, &snapshot),
            }
            unavailable += 1;
            assert!(unavailable <= 8, "the responses that lag are used up");
        };
        assert_eq!((&present.id, fixture.existing()), (&snapshot.id, existing), "{times}");
        // Uses up the rest.
        for _ in 0..times {
            fixture.all().await;
        }
    }
    assert_eq!(unavailable > 0, only_lists(fixture), "{unavailable}");
}

/// A snapshot that was deleted here can be created again at once, even if lists still show it.
pub async fn what_was_deleted_here_can_be_created_again_at_once(fixture: &Fixture) {
    for (wait, lag) in [(true, false), (true, true), (false, false), (false, true)] {
        let name = format!("again-{wait}-{lag}");
        let snapshot = fixture.ready(&name).await;
        fixture.sandbox.advance(Duration::from_secs(600));
        let operation = fixture.client.delete_snapshot(&snapshot).await.unwrap();
        if wait {
            fixture.sandbox.advance(Duration::from_secs(60));
            operation.wait(waiting()).await.unwrap();
        }
        if lag {
            let_lists_lag(fixture, 1);
        }
        let made = match ensure(fixture, &name).await.unwrap() {
            Ensured::Created(operation) => operation,
            other => panic!("wait: {wait}, lag: {lag}: {other:?}"),
        };
        fixture.sandbox.advance(Duration::from_secs(60));
        assert_ne!(made.wait(waiting()).await.unwrap().id, snapshot.id);
    }
}

/// If the provider itself reports that a snapshot is gone, it is created again. If it is only missing from lists, the caller decides.
pub async fn what_was_deleted_elsewhere_is_created_again_once_that_is_certain(fixture: &Fixture) {
    let snapshot = fixture.ready("elsewhere").await;
    let other = client(&fixture.sandbox, fixture.provider, quick());
    let operation = other.delete_snapshot(&snapshot).await.unwrap();
    fixture.sandbox.advance(Duration::from_secs(60));
    operation.wait(waiting()).await.unwrap();
    let operation = match ensure(fixture, "elsewhere").await {
        Ok(Ensured::Created(operation)) if !only_lists(fixture) => operation,
        Err(error) if only_lists(fixture) => {
            waits_for(&error, &snapshot);
            fixture.client.create_snapshot(fixture.create("elsewhere")).await.unwrap()
        }
        other => panic!("{other:?}"),
    };
    fixture.sandbox.advance(Duration::from_secs(60));
    let again = operation.wait(waiting()).await.unwrap();
    match ensure(fixture, "elsewhere").await {
        Ok(Ensured::Present(present)) => assert_eq!(present.id, again.id),
        other => panic!("{other:?}"),
    }
}
