//! Lists and gets.

use std::collections::HashSet;

use cloudsnap::{Auth, CallOptions, Client, ErrorKind, ListSnapshots, SnapshotId, SnapshotRef, SnapshotStatus};
use futures_util::TryStreamExt;

use crate::fixture::{Fixture, client, quick};

pub async fn lists_existing_snapshots(fixture: &Fixture) {
    fixture.ready("behavior").await;
    let snapshots = fixture.all().await;
    let listed: HashSet<String> = snapshots.iter().map(|snapshot| snapshot.id.to_string()).collect();
    let now = fixture.sandbox.store().now();
    let stored: HashSet<String> = fixture
        .sandbox
        .store()
        .snapshots(fixture.provider)
        .into_iter()
        .filter(|row| row.life.listed(now))
        .map(|row| row.id)
        .collect();
    assert_eq!(listed, stored);
    let mine = snapshots.iter().find(|snapshot| snapshot.name.as_deref() == Some("behavior")).expect("it is listed");
    assert_eq!(mine.status, SnapshotStatus::Ready);
    assert_eq!(mine.vm.id.as_ref(), Some(&fixture.vm));
    assert!(mine.created_at.is_some(), "{mine:?}");
}

/// More snapshots than fit on a page are all listed, each once.
pub async fn lists_all_pages(fixture: &Fixture) {
    let sandbox =
        cloudsnap::sandbox::Sandbox::builder(fixture.provider).snapshots(57).page_size(10).start().await.unwrap();
    let client = client(&sandbox, fixture.provider, CallOptions::default());
    let snapshots: Vec<_> = client.snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    let ids: HashSet<_> = snapshots.iter().map(|snapshot| snapshot.id.clone()).collect();
    assert_eq!((snapshots.len(), ids.len()), (57, 57));
}

pub async fn lists_of_one_machine(fixture: &Fixture) {
    let mine = fixture.ready("behavior").await;
    let list = ListSnapshots::default().vm(fixture.vm.clone());
    let snapshots: Vec<_> = fixture.client.snapshots(list).try_collect().await.unwrap();
    assert!(snapshots.iter().any(|snapshot| snapshot.id == mine.id));
    assert!(snapshots.iter().all(|snapshot| snapshot.vm.id.as_ref() == Some(&fixture.vm)), "{snapshots:#?}");
    assert!(snapshots.len() < fixture.all().await.len(), "the sandbox has snapshots of other machines, too");
}

/// The text is matched literally: it has no wildcards, and only names that contain it are listed.
pub async fn filters_by_name(fixture: &Fixture) {
    let mine = fixture.ready("behaviour 100% *'\"a,b").await;
    fixture.ready("other").await;
    for text in ["behaviour 100% *'\"a,b", "100% *'", "a,b"] {
        let list = ListSnapshots::default().name(text);
        let found: Vec<_> = fixture.client.snapshots(list).try_collect().await.unwrap();
        let ids: Vec<_> = found.iter().map(|snapshot| &snapshot.id).collect();
        assert_eq!(ids, [&mine.id], "{text:?}");
    }
    let none: Vec<_> = fixture.client.snapshots(ListSnapshots::default().name("be%ur")).try_collect().await.unwrap();
    assert!(none.is_empty(), "{none:?}");
}

pub async fn gets_one(fixture: &Fixture) {
    let mine = fixture.ready("behavior").await;
    let found = fixture.client.snapshot(&SnapshotRef::new(mine.id.clone()).of_vm(fixture.vm.clone())).await.unwrap();
    assert_eq!((found.id, found.name.as_deref()), (mine.id, Some("behavior")));
}

pub async fn an_unknown_one_is_not_found(fixture: &Fixture) {
    // A valid ID that does not exist.
    let known = fixture.ready("behavior").await.id.to_string();
    let unknown = match known.parse::<i64>() {
        Ok(number) => (number + 777_777).to_string(),
        Err(_) => "00000000-0000-4000-8000-00000000dead".to_owned(),
    };
    let unknown = SnapshotRef::new(SnapshotId::new(unknown).unwrap()).of_vm(fixture.vm.clone());
    let error = fixture.client.snapshot(&unknown).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    let error = fixture.client.delete_snapshot(unknown).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

pub async fn wrong_credentials_are_unauthorized(fixture: &Fixture) {
    let auth = match fixture.sandbox.credential(fixture.provider) {
        cloudsnap::sandbox::Credential::Basic { username, .. } => Auth::basic(username, "a-wrong-secret"),
        _ => Auth::token("a-wrong-secret"),
    };
    let base_url = fixture.sandbox.base_url(fixture.provider);
    let client = Client::builder(fixture.provider).base_url(base_url).auth(auth).options(quick()).build().unwrap();
    let error = client.snapshots(ListSnapshots::default()).try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Unauthorized, Some(401)), "{error}");
    assert!(!format!("{error} {error:?}").contains("a-wrong-secret"));
}

pub async fn reads_are_retried(fixture: &Fixture) {
    for fault in [
        "503@safe*2",
        "reset-before@safe*2",
        "reset-after@safe*1",
        "html-502@safe*1",
        "truncate@safe*1",
        // Each counts as an attempt, although it requests an immediate retry.
        "429:0@safe*2",
    ] {
        let before = fixture.existing();
        fixture.inject(fault);
        assert_eq!(fixture.all().await.len(), before, "{fault}");
    }
}

pub async fn lists_machines(fixture: &Fixture) {
    if !fixture.capabilities().list_vms {
        return;
    }
    let machines: Vec<_> = fixture.client.vms().try_collect().await.unwrap();
    let stored = fixture.sandbox.store().machines(fixture.provider);
    assert_eq!(machines.len(), stored.len());
    assert!(machines.iter().any(|vm| vm.id == fixture.vm), "{machines:#?}");
}
