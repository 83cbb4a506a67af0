//! Deletes and renames: an object is gone once a get does not find it, and an object that stays is reported in time.

use std::time::{Duration, Instant};

use cloudsnap::{ErrorKind, OperationState, RenameSnapshot, SnapshotRef};

use crate::fixture::{Fixture, MINUTE, waiting};

#[tokio::test]
async fn a_delete_ends_when_a_get_is_404() {
    let fixture = Fixture::start().await;
    let mine = fixture.ready("old").await;
    let operation = fixture.client.delete_snapshot(mine.id.clone()).await.unwrap();
    for (seconds, word) in [(0, "pending_delete"), (20, "deleting")] {
        fixture.sandbox.advance(Duration::from_secs(seconds));
        let OperationState::Running { status, .. } = operation.poll().await.unwrap() else { panic!("not running") };
        assert_eq!(status.as_deref(), Some(word));
    }
    fixture.sandbox.advance(MINUTE);
    assert!(operation.wait(waiting()).await.unwrap().deleted);
    fixture.assert_no_violations();
}

/// The request is accepted and nothing happens: a clear error after a few polls, not at the end of the wait.
#[tokio::test]
async fn a_delete_without_effect_is_reported() {
    let fixture = Fixture::start().await;
    let mine = fixture.ready("old").await;
    for word in ["created", "error"] {
        fixture.inject("custom:stuck@delete_snapshot*1");
        let operation = fixture.client.delete_snapshot(mine.id.clone()).await.unwrap();
        fixture.inject(&format!("status-word:{word}@get_snapshot*12"));
        let started = Instant::now();
        let error = operation.wait(waiting()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
        assert!(error.message().contains(&format!("is still {word:?}")), "{error}");
        assert!(started.elapsed() < Duration::from_secs(4), "it polled until the end of the wait");
    }
}

/// A server that lags for some polls is tolerated, and so are polls that fail.
#[tokio::test]
async fn a_delete_that_becomes_visible_late_is_tolerated() {
    let fixture = Fixture::start().await;
    let mine = fixture.ready("old").await;
    let operation = fixture.client.delete_snapshot(mine.id.clone()).await.unwrap();
    fixture.inject("status-word:created@get_snapshot*4");
    for _ in 0..4 {
        assert!(matches!(operation.poll().await.unwrap(), OperationState::Running { .. }));
    }
    fixture.inject("500@get_snapshot*3");
    fixture.sandbox.advance(MINUTE);
    assert!(operation.wait(waiting()).await.unwrap().deleted);
}

#[tokio::test]
async fn persistent_poll_errors_end_the_wait() {
    let fixture = Fixture::start().await;
    let (mine, client) = (fixture.ready("old").await, fixture.lenient());
    for (fault, kind) in
        [("401", ErrorKind::Unauthorized), ("403", ErrorKind::Forbidden), ("500", ErrorKind::Unavailable)]
    {
        let operation = client.delete_snapshot(mine.id.clone()).await.unwrap();
        fixture.inject(&format!("{fault}@get_snapshot*6"));
        let started = Instant::now();
        let error = operation.wait(waiting()).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.handle().is_some(), "{error:?}");
        assert!(started.elapsed() < Duration::from_secs(4), "{fault}: it polled until the end of the wait");
        // Uses up the rest of the fault.
        while client.snapshot(mine.id.clone()).await.is_err() {}
    }
}

/// A lost response to a delete that never arrived is not a success.
#[tokio::test]
async fn a_delete_that_never_arrived_is_unknown() {
    let fixture = Fixture::start().await;
    let mine = fixture.ready("old").await;
    fixture.inject("reset-before@delete_snapshot");
    let error = fixture.hurried().delete_snapshot(mine.id.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert!(fixture.client.snapshot(mine.id).await.is_ok());
}

#[tokio::test]
async fn renames_are_retried_and_confirmed() {
    let fixture = Fixture::start().await;
    let mine = fixture.ready("before").await;
    fixture.inject("reset-after@rename_snapshot*1");
    let operation = fixture.client.rename_snapshot(RenameSnapshot::new(mine.id.clone(), "after")).await.unwrap();
    let renamed = operation.wait(waiting()).await.unwrap();
    assert_eq!((renamed.id, renamed.name.as_deref()), (mine.id.clone(), Some("after")));
    assert_eq!(
        fixture.changes()[1..],
        ["rename_snapshot", "rename_snapshot"],
        "the document says that it is idempotent"
    );
    fixture.assert_no_violations();
}

#[tokio::test]
async fn a_snapshot_of_another_machine_is_not_touched() {
    let fixture = Fixture::start().await;
    let mine = fixture.ready("mine").await;
    let other = fixture.sandbox.store().machines(crate::fixture::PROVIDER)[1].id.clone();
    let reference = SnapshotRef::new(mine.id).of_vm(other.parse().unwrap());
    for error in [
        fixture.client.snapshot(&reference).await.unwrap_err(),
        fixture.client.delete_snapshot(reference.clone()).await.unwrap_err(),
        fixture.client.rename_snapshot(RenameSnapshot::new(reference.clone(), "n")).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    }
    assert_eq!(fixture.changes(), ["create_instance_snapshot"]);
}
