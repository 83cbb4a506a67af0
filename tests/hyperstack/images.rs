//! Images from snapshots, and operations that only the generated client supports.

use cloudsnap::generated::hyperstack::types;
use cloudsnap::{CreateImage, Error, ErrorKind, SnapshotId};

use crate::fixture::{Fixture, MINUTE, PROVIDER, waiting};

#[tokio::test]
async fn the_images_id_is_found_in_every_format() {
    for form in ["", "custom:spec-form*1", "custom:no-id@create_image*1", "reset-after@create_image*1"] {
        let fixture = Fixture::start().await;
        let snapshot = fixture.seeded("before-upgrade").await;
        let mut request = CreateImage::new(snapshot.id.clone(), "golden-web");
        request = request.label("golden");
        let prepared = fixture.client.prepare(request).await.unwrap();
        if !form.is_empty() {
            fixture.inject(form);
        }
        let operation = prepared.submit().await.unwrap();
        let stored = fixture.sandbox.store().images(PROVIDER).pop().unwrap();
        assert_eq!(operation.resource_id(), Some(stored.id.clone()), "{form}");
        // If no response contained the ID, the warning explains how the image was recognized.
        let warnings = operation.warnings();
        assert_eq!(warnings[0].text, "the image is deleted with its snapshot");
        let reported = !form.contains("create_image");
        assert_eq!(warnings.len(), if reported { 1 } else { 2 }, "{form}: {warnings:?}");
        assert!(reported || warnings[1].text.contains("recognized by its name"), "{form}: {warnings:?}");
        let image = operation.wait(waiting()).await.unwrap();
        assert_eq!((image.id, image.name.as_deref()), (stored.id, Some("golden-web")), "{form}");
        assert_eq!(image.raw["labels"][0]["label"], "golden");
        assert_eq!(fixture.changes(), ["create_image"], "{form}");
        assert_eq!(fixture.client.snapshot(snapshot.id).await.unwrap().raw["is_image"], true);
        fixture.assert_no_violations();
    }
}

#[tokio::test]
async fn an_existing_image_is_not_mistaken_for_the_new_one() {
    let fixture = Fixture::start().await;
    let golden = fixture.seeded("golden-image").await;
    fixture.inject("reset-before@create_image");
    let error =
        fixture.hurried().image_from_snapshot(CreateImage::new(golden.id, "golden-image-image")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
}

#[tokio::test]
async fn refusals() {
    let fixture = Fixture::start().await;
    let golden = fixture.seeded("golden-image").await;
    let error = fixture.client.image_from_snapshot(CreateImage::new(golden.id, "n")).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Conflict, Some("already_exist")), "{error}");
    let making = fixture.client.create_snapshot(fixture.create("making")).await.unwrap();
    let id: SnapshotId = making.resource_id().unwrap().parse().unwrap();
    let error = fixture.client.image_from_snapshot(CreateImage::new(id, "n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    fixture.inject("custom:refuse@create_image");
    let old = fixture.seeded("before-upgrade").await;
    let error = fixture.lenient().image_from_snapshot(CreateImage::new(old.id, "n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    assert!(!error.may_have_taken_effect());
}

#[tokio::test]
async fn images_are_listed_in_groups_searched_and_paged() {
    let fixture = Fixture::start().await;
    let client = fixture.client.as_hyperstack().unwrap();
    let snapshot = fixture.seeded("before-upgrade").await;
    let made = fixture.client.prepare(CreateImage::new(snapshot.id.clone(), "golden-web")).await.unwrap();
    made.submit().await.unwrap();
    let stored = fixture.sandbox.store().images(PROVIDER);
    assert_eq!(stored.len(), 2, "the seeded one and the new one");
    let names = async |rows: cloudsnap::generated::hyperstack::builder::ListImages<'_>| {
        let groups = rows.send().await.unwrap().into_inner().images;
        for group in &groups {
            assert!(
                group.images.iter().all(|image| image.region_name == group.region_name),
                "each group is one region's"
            );
        }
        groups.into_iter().flat_map(|group| group.images).map(|image| image.name).collect::<Vec<_>>()
    };
    assert_eq!(names(client.list_images()).await.len(), 2);
    assert_eq!(names(client.list_images().search("golden-web")).await, ["golden-web"]);
    assert!(names(client.list_images().region("ATLANTIS-1")).await.is_empty());
    let (first, second) = (client.list_images().per_page(1).page(1), client.list_images().per_page(1).page(2));
    let (first, second) = (names(first).await, names(second).await);
    assert_eq!((first.len(), second.len()), (1, 1));
    assert_ne!(first, second);
    assert!(names(client.list_images().per_page(1).page(3)).await.is_empty());
    fixture.assert_no_violations();
}

#[tokio::test]
async fn a_machines_events_show_its_creation_and_deletion() {
    let fixture = Fixture::start().await;
    let client = fixture.client.as_hyperstack().unwrap();
    let vm: i64 = fixture.sandbox.store().machines(PROVIDER)[0].id.parse().unwrap();
    let reasons = async || {
        let events = client.list_vm_events().vm_id(vm).send().await.unwrap().into_inner().instance_events;
        assert!(events.iter().all(|event| event.instance_id == Some(vm)));
        events.into_iter().filter_map(|event| event.reason).collect::<Vec<_>>()
    };
    assert_eq!(reasons().await, ["InstanceCreateRequest"]);
    client.delete_vm().vm_id(vm).send().await.unwrap();
    assert_eq!(reasons().await, ["InstanceCreateRequest", "InstanceDeleteRequest"]);
    fixture.sandbox.advance(MINUTE);
    let gone: Error = client.list_vm_events().vm_id(vm).send().await.unwrap_err().into();
    assert_eq!(gone.kind(), ErrorKind::NotFound, "{gone}");
    fixture.assert_no_violations();
}

#[tokio::test]
async fn the_generated_client_reaches_the_rest() {
    let fixture = Fixture::start().await;
    let client = fixture.client.as_hyperstack().unwrap();
    let machines = fixture.sandbox.store().machines(PROVIDER);
    let (on, off): (i64, i64) = (machines[0].id.parse().unwrap(), machines[1].id.parse().unwrap());
    let status = async |id: i64| client.get_vm().vm_id(id).send().await.unwrap().into_inner().instance.status;

    client.stop_vm().vm_id(on).send().await.unwrap();
    client.start_vm().vm_id(off).send().await.unwrap();
    assert_eq!((status(on).await, status(off).await), ("STOPPING".to_owned(), "STARTING".to_owned()));
    fixture.sandbox.advance(MINUTE);
    assert_eq!((status(on).await, status(off).await), ("SHUTOFF".to_owned(), "ACTIVE".to_owned()));
    let error: Error = client.stop_vm().vm_id(on).send().await.unwrap_err().into();
    assert_eq!(error.status(), Some(400), "{error}");

    let golden = fixture.seeded("golden-image").await;
    let id: i64 = golden.id.as_str().parse().unwrap();
    let events = client.list_snapshot_events().snapshot_id(id).send().await.unwrap().into_inner().snapshot_events;
    assert_eq!(events[0].reason.as_deref(), Some("SnapshotCreateRequest"));
    let free = async |name: &str| client.check_snapshot_name().name(name).send().await.unwrap().into_inner().available;
    assert!(!free("golden-image").await && free("nobody-has-this").await);
    for hostile in ["", "..", "a/b"] {
        assert!(client.check_snapshot_name().name(hostile).send().await.is_err(), "{hostile:?}");
    }

    let image: i64 = fixture.sandbox.store().images(PROVIDER)[0].id.parse().unwrap();
    client.delete_image().image_id(image).send().await.unwrap();
    let error: Error = client.get_image().image_id(image).send().await.unwrap_err().into();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    let left: types::Snapshot = client.get_snapshot().snapshot_id(id).send().await.unwrap().into_inner().snapshot;
    assert_eq!(left.is_image, Some(false), "the snapshot stays");

    let found = async |rows: cloudsnap::generated::hyperstack::builder::ListVms<'_>| {
        let rows = rows.send().await.unwrap().into_inner().instances;
        rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    assert_eq!(found(client.list_vms().search("WEB")).await, ["web-1"]);
    assert_eq!(found(client.list_vms().environment("norway")).await, ["db-1"]);
    assert!(found(client.list_vms().environment("norway").exact_environment_match(true)).await.is_empty());
    assert_eq!(found(client.list_vms().page(2).page_size(2)).await, ["worker-1"]);
    for search in ["olden-im", golden.id.as_str()] {
        let rows = client.list_snapshots().search(search).send().await.unwrap().into_inner().snapshots;
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id], "{search}");
    }

    // GETs with side effects are never retried.
    fixture.inject("503@changing");
    let before = fixture.changes().len();
    client.stop_vm().vm_id(off).send().await.unwrap_err();
    assert_eq!(fixture.changes().len(), before + 1);
    fixture.assert_no_violations();
}
