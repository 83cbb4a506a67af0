//! Objects and requests that are created, compared, serialized and deserialized.

use cloudsnap::{
    Action, BackupId, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, DeleteVm, DisableBackups,
    EnableBackups, ImportSnapshot, Label, Login, NewVm, Provider, RenameSnapshot, RestoreBackup, RestoreSnapshot,
    Secret, SnapshotId, SnapshotStatus, Verb, VmId,
};
use serde_json::json;

use crate::{fixture, vms};

fn all(login: Login) -> Vec<Action> {
    let (vm, id) = (VmId::new("vms/7").unwrap(), SnapshotId::from(3));
    let new = NewVm::new("n").hostname("h").vm_type("t").region("r").login(login).contract("1");
    vec![
        CreateSnapshot::new(vm.clone(), "n").description("d").memory(true).label("a").label(("b", "c")).into(),
        RestoreSnapshot::new_vm(id.clone(), new).into(),
        RestoreSnapshot::in_place(id.clone(), vm.clone()).into(),
        RenameSnapshot::new(id.clone(), "m").into(),
        DeleteSnapshot::new(id.clone()).into(),
        DeleteVm::new(vm.clone()).into(),
        CloneSnapshot::new(id.clone(), "n", "r").into(),
        ImportSnapshot::new("n", "https://host/image.raw", 8, "r").os_type("linux").into(),
        CreateImage::new(id, "n").labels(["a"]).into(),
        RestoreBackup::new(vm.clone(), BackupId::from(5)).into(),
        EnableBackups::new(vm.clone()).into(),
        DisableBackups::new(vm).into(),
    ]
}

#[test]
fn every_request_survives_serialization() {
    for action in all(Login::SshKeys(vec!["key".to_owned()])) {
        let text = serde_json::to_string(&action).unwrap();
        assert_eq!(serde_json::from_str::<Action>(&text).unwrap(), action, "{text}");
    }
}

#[test]
fn a_password_is_not_serialized() {
    let written =
        all(Login::Password(Secret::new("hunter2hunter2"))).iter().map(serde_json::to_string).collect::<Vec<_>>();
    let refused: Vec<_> = written.iter().filter_map(|it| it.as_ref().err()).collect();
    assert_eq!(refused.len(), 1, "{written:?}");
    assert!(!format!("{written:?}").contains("hunter2"));
    // It can be deserialized, e.g. from a file, without being changed.
    let login: Login = serde_json::from_value(json!({ "password": "ends with a space " })).unwrap();
    assert_eq!(login, Login::Password(Secret::exactly("ends with a space ")));
}

#[test]
fn names_are_parsed_as_they_are_displayed() {
    for verb in Verb::ALL.iter().copied() {
        assert_eq!(verb.to_string().parse(), Ok(verb));
    }
    assert_eq!("ready".parse(), Ok(SnapshotStatus::Ready));
    let error = "done".parse::<SnapshotStatus>().unwrap_err();
    assert!(error.to_string().contains("creating, ready"), "{error}");
}

/// A provider whose labels have no values receives a pair as one name.
#[tokio::test]
async fn a_pair_is_sent_as_one_label() {
    let provider = Provider::Hyperstack;
    let (sandbox, builder) = fixture(provider, |it| it).await;
    let request = CreateSnapshot::new(vms(&sandbox, provider).remove(0), "n").label("golden");
    let request = request.label(Label::pair("team", "studio"));
    builder.build().unwrap().create_snapshot(request).await.unwrap();
    let row = sandbox.store().snapshots(provider).into_iter().find(|row| row.name == "n").unwrap();
    assert_eq!(row.extra["labels"], json!(["golden", "team=studio"]));
}
