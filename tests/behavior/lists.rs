//! Lists and gets.

use std::collections::HashSet;

use cloudsnap::{Auth, CallOptions, Client, ErrorKind, ListSnapshots, SnapshotId, SnapshotRef, SnapshotStatus};
use futures_util::TryStreamExt;

use crate::world::{World, client, quick};

pub async fn lists_what_there_is(world: &World) {
    world.ready("behaviour").await;
    let snapshots = world.all().await;
    let listed: HashSet<String> = snapshots.iter().map(|snapshot| snapshot.id.to_string()).collect();
    let now = world.sandbox.store().now();
    let truth: HashSet<String> = world
        .sandbox
        .store()
        .snapshots(world.provider)
        .into_iter()
        .filter(|row| row.life.listed(now))
        .map(|row| row.id)
        .collect();
    assert_eq!(listed, truth);
    let mine = snapshots.iter().find(|snapshot| snapshot.name.as_deref() == Some("behaviour")).expect("it is listed");
    assert_eq!(mine.status, SnapshotStatus::Ready);
    assert_eq!(mine.vm.id.as_ref(), Some(&world.vm));
    assert!(mine.created_at.is_some(), "{mine:?}");
}

/// More snapshots than fit on a page all arrive, each once.
pub async fn lists_all_pages(world: &World) {
    let sandbox =
        cloudsnap::sandbox::Sandbox::builder(world.provider).snapshots(57).page_size(10).start().await.unwrap();
    let client = client(&sandbox, world.provider, CallOptions::default());
    let snapshots: Vec<_> = client.snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    let ids: HashSet<_> = snapshots.iter().map(|snapshot| snapshot.id.clone()).collect();
    assert_eq!((snapshots.len(), ids.len()), (57, 57));
}

pub async fn lists_of_one_machine(world: &World) {
    let mine = world.ready("behaviour").await;
    let list = ListSnapshots::default().vm(world.vm.clone());
    let snapshots: Vec<_> = world.client.snapshots(list).try_collect().await.unwrap();
    assert!(snapshots.iter().any(|snapshot| snapshot.id == mine.id));
    assert!(snapshots.iter().all(|snapshot| snapshot.vm.id.as_ref() == Some(&world.vm)), "{snapshots:#?}");
    assert!(snapshots.len() < world.all().await.len(), "the sandbox has snapshots of other machines, too");
}

/// The text is taken as it is: nothing in it is a wildcard, and only what contains it is listed.
pub async fn filters_by_name(world: &World) {
    let mine = world.ready("behaviour 100% *'\"a,b").await;
    world.ready("other").await;
    for text in ["behaviour 100% *'\"a,b", "100% *'", "a,b"] {
        let list = ListSnapshots::default().name(text);
        let found: Vec<_> = world.client.snapshots(list).try_collect().await.unwrap();
        let ids: Vec<_> = found.iter().map(|snapshot| &snapshot.id).collect();
        assert_eq!(ids, [&mine.id], "{text:?}");
    }
    let none: Vec<_> = world.client.snapshots(ListSnapshots::default().name("be%ur")).try_collect().await.unwrap();
    assert!(none.is_empty(), "{none:?}");
}

pub async fn gets_one(world: &World) {
    let mine = world.ready("behaviour").await;
    let found = world.client.snapshot(&SnapshotRef::new(mine.id.clone()).of(world.vm.clone())).await.unwrap();
    assert_eq!((found.id, found.name.as_deref()), (mine.id, Some("behaviour")));
}

pub async fn an_unknown_one_is_not_found(world: &World) {
    // An id of the right form that is not there.
    let known = world.ready("behaviour").await.id.to_string();
    let unknown = match known.parse::<i64>() {
        Ok(number) => (number + 777_777).to_string(),
        Err(_) => "00000000-0000-4000-8000-00000000dead".to_owned(),
    };
    let unknown = SnapshotRef::new(SnapshotId::new(unknown).unwrap()).of(world.vm.clone());
    let error = world.client.snapshot(&unknown).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    let error = world.client.delete_snapshot(unknown).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

pub async fn wrong_credentials_are_unauthorized(world: &World) {
    let auth = match world.sandbox.credential(world.provider) {
        cloudsnap::sandbox::Credential::Basic { username, .. } => Auth::basic(username, "a-wrong-secret"),
        _ => Auth::token("a-wrong-secret"),
    };
    let base_url = world.sandbox.base_url(world.provider);
    let client = Client::builder(world.provider).base_url(base_url).auth(auth).options(quick()).build().unwrap();
    let error = client.snapshots(ListSnapshots::default()).try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Unauthorized, Some(401)), "{error}");
    assert!(!format!("{error} {error:?}").contains("a-wrong-secret"));
}

pub async fn reads_are_repeated(world: &World) {
    for fault in [
        "503@safe*2",
        "reset-before@safe*2",
        "reset-after@safe*1",
        "html-502@safe*1",
        "truncate@safe*1",
        // Each of them is a try, though it says "at once".
        "429:0@safe*2",
    ] {
        let before = world.existing();
        world.inject(fault);
        assert_eq!(world.all().await.len(), before, "{fault}");
    }
}

pub async fn lists_machines(world: &World) {
    if !world.capabilities().list_vms {
        return;
    }
    let machines: Vec<_> = world.client.vms().try_collect().await.unwrap();
    let truth = world.sandbox.store().machines(world.provider);
    assert_eq!(machines.len(), truth.len());
    assert!(machines.iter().any(|vm| vm.id == world.vm), "{machines:#?}");
}
