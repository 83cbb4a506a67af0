//! Answers that are lost. There is no idempotency key: what was made is found, and nothing is ever sent twice.

use cloudsnap::{
    CloneSnapshot, ErrorKind, ImportSnapshot, Outcome, Request, RestoreSnapshot, Snapshot, SnapshotStatus,
};

use crate::world::{MINUTE, NORTH, PROVIDER, SOUTH, World, keys, new_vm, waiting};

/// The server acts, and what it says does not arrive.
const LOST: [&str; 5] = ["reset-after", "truncate", "503-after", "html-502-after", "drop-field:id"];

fn import(name: &str) -> ImportSnapshot {
    ImportSnapshot::new(name, "https://images.example.com/a.raw.zst", 20, NORTH)
}

async fn survives<R: Request>(world: &World, fault: &str, operation: &str, request: R) -> R::Output
where
    R::Output: Outcome,
{
    let before = world.changes().len();
    world.inject(&format!("{fault}@{operation}*1"));
    let started = world.client.prepare(request).await.unwrap().submit().await.unwrap();
    world.sandbox.advance(MINUTE * 3);
    let made = started.wait(waiting()).await.unwrap();
    assert_eq!(world.changes()[before..], [operation], "{fault}");
    made
}

#[tokio::test]
async fn a_create_makes_one() {
    let world = World::start().await;
    for fault in LOST {
        let before = world.snapshots();
        let made = survives(&world, fault, "create_instance_snapshot", world.create("nightly")).await;
        assert_eq!((made.name.as_deref(), made.status), (Some("nightly"), SnapshotStatus::Ready), "{fault}");
        assert_eq!(world.snapshots(), before + 1, "{fault}");
        let newest = world.sandbox.store().snapshots(PROVIDER).pop().unwrap();
        assert_eq!(made.id.as_str(), newest.id, "{fault}: the one of this time, not an older one of that name");
    }
}

#[tokio::test]
async fn a_clone_makes_one() {
    let world = World::start().await;
    let source = world.ready("golden").await;
    for fault in LOST {
        let before = world.snapshots();
        let request = CloneSnapshot::new(source.id.clone(), "golden", SOUTH);
        let made = survives(&world, fault, "clone_snapshot", request).await;
        assert_eq!((made.region.as_deref(), made.status), (Some(SOUTH), SnapshotStatus::Ready), "{fault}");
        assert_eq!(world.snapshots(), before + 1, "{fault}");
        let newest = world.sandbox.store().snapshots(PROVIDER).pop().unwrap();
        assert_eq!((made.id.as_str(), newest.copy_of.as_deref()), (newest.id.as_str(), Some(source.id.as_str())));
    }
}

#[tokio::test]
async fn an_import_makes_one() {
    let world = World::start().await;
    for fault in LOST {
        let before = world.snapshots();
        let made = survives(&world, fault, "import_snapshot", import("appliance")).await;
        assert_eq!((made.vm.id, made.status), (None, SnapshotStatus::Ready), "{fault}");
        assert_eq!(world.snapshots(), before + 1, "{fault}");
        assert_eq!(made.id.as_str(), world.sandbox.store().snapshots(PROVIDER).pop().unwrap().id, "{fault}");
    }
}

#[tokio::test]
async fn a_restore_makes_one() {
    let world = World::start().await;
    let source = world.ready("golden").await;
    for fault in LOST {
        let before = world.instances();
        let request = RestoreSnapshot::new_vm(source.id.clone(), new_vm(NORTH, keys()));
        let made = survives(&world, fault, "create_instance", request).await;
        let newest = world.sandbox.store().machines(PROVIDER).pop().unwrap();
        assert_eq!(made.vm_id.unwrap().as_str(), newest.id, "{fault}");
        assert_eq!(newest.made_from.as_deref(), Some(source.id.as_str()), "{fault}");
        assert_eq!(world.instances(), before + 1, "{fault}");
    }
}

/// The server never saw the request. An older object by that name is no success.
#[tokio::test]
async fn what_was_never_made_is_not_found_among_the_old() {
    let world = World::start().await;
    let older = world.ready("nightly").await;
    let client = world.hurried();
    client.clone_snapshot(CloneSnapshot::new(older.id.clone(), "nightly", SOUTH)).await.unwrap();
    client.import_snapshot(import("nightly")).await.unwrap();
    client
        .restore_snapshot(older.id.clone(), cloudsnap::RestoreTarget::NewVm(Box::new(new_vm(NORTH, keys()))))
        .await
        .unwrap();
    world.sandbox.advance(MINUTE);
    let (snapshots, instances) = (world.snapshots(), world.instances());

    async fn unknown<R: Request>(client: &cloudsnap::Client, request: R) {
        let error = client.prepare(request).await.unwrap().submit().await.map(drop).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
        assert!(error.handle().is_some() && error.advice().is_some(), "{error:?}");
    }
    world.inject("reset-before@changing");
    let restore = RestoreSnapshot::new_vm(older.id.clone(), new_vm(NORTH, keys()));
    tokio::join!(
        unknown(&client, world.create("nightly")),
        unknown(&client, CloneSnapshot::new(older.id.clone(), "nightly", SOUTH)),
        unknown(&client, import("nightly")),
        unknown(&client, restore),
    );
    assert_eq!((world.snapshots(), world.instances()), (snapshots, instances));
    assert_eq!(world.changes().len(), 4 + 4, "each was sent once");
}

/// Alike as they are, each finds one of its own.
#[tokio::test]
async fn two_lost_ones_of_one_name_end_with_one_each() {
    let world = World::start().await;
    let before = world.snapshots();
    world.inject("reset-after@create_instance_snapshot*2");
    let start = || world.client.create_snapshot(world.create("twin"));
    let (first, second) = tokio::join!(start(), start());
    world.sandbox.advance(MINUTE);
    let (first, second) =
        (first.unwrap().wait(waiting()).await.unwrap(), second.unwrap().wait(waiting()).await.unwrap());
    assert_ne!(first.id, second.id);
    assert_eq!(world.snapshots(), before + 2);

    // The clones differ by their region alone.
    world.inject("reset-after@clone_snapshot*2");
    let start = |region: &str| world.client.clone_snapshot(CloneSnapshot::new(first.id.clone(), "twin", region));
    let (south, west) = tokio::join!(start(SOUTH), start("EUW-NL-AMS-1"));
    world.sandbox.advance(MINUTE);
    let (south, west) = (south.unwrap().wait(waiting()).await.unwrap(), west.unwrap().wait(waiting()).await.unwrap());
    assert_eq!((south.region.as_deref(), west.region.as_deref()), (Some(SOUTH), Some("EUW-NL-AMS-1")));
    assert_eq!(world.snapshots(), before + 4);
}

/// A process that died between the steps left a handle that finds what was made.
#[tokio::test]
async fn a_handle_from_before_the_request_finds_it() {
    let world = World::start().await;
    let prepared = world.client.prepare(world.create("handed-over")).await.unwrap();
    let handle = prepared.handle();
    // Another process sends it: this one's ledger knows nothing of it.
    let generated = world.client.as_genesiscloud().unwrap();
    let body = cloudsnap::generated::genesiscloud::types::CreateInstanceSnapshotRequest {
        name: "handed-over".to_owned(),
        replicated_region: None,
    };
    let made = generated.create_instance_snapshot().instance_id(world.vm.as_str()).body(body).send().await.unwrap();
    world.sandbox.advance(MINUTE);
    let found = world.client.resume::<Snapshot>(&handle).unwrap().wait(waiting()).await.unwrap();
    assert_eq!(found.id.as_str(), made.into_inner().snapshot.id);
}
