//! Lists: complete over all pages, whatever the counts are, and with names matched literally.

use std::collections::HashSet;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Client, Error, ErrorKind, ListSnapshots, Snapshot};
use futures_util::TryStreamExt;

use crate::support::{MIQ, client, fixture, inject, ready, vm_of};

async fn all(client: &Client, list: ListSnapshots) -> Result<Vec<Snapshot>, Error> {
    client.snapshots(list).try_collect().await
}

async fn many() -> (Sandbox, Client) {
    let sandbox = Sandbox::builder(MIQ).vms(7).snapshots(63).page_size(4).start().await.unwrap();
    let client = client(&sandbox);
    (sandbox, client)
}

fn ids(snapshots: &[Snapshot]) -> HashSet<String> {
    snapshots.iter().map(|snapshot| snapshot.id.to_string()).collect()
}

/// The server returns four entries although a thousand were requested, and counts the snapshots of all machines.
#[tokio::test]
async fn a_smaller_silent_limit_truncates_nothing() {
    let (sandbox, client) = many().await;
    let stored: HashSet<String> = sandbox.store().snapshots(MIQ).into_iter().map(|row| row.id).collect();
    let listed = all(&client, ListSnapshots::default()).await.unwrap();
    assert_eq!((listed.len(), ids(&listed)), (63, stored));
    let machines: Vec<_> = client.vms().try_collect().await.unwrap();
    assert_eq!(machines.len(), 7);
    for machine in machines {
        let of_one = all(&client, ListSnapshots::default().vm(machine.id.clone())).await.unwrap();
        let stored = sandbox.store().snapshots(MIQ);
        let stored = stored.iter().filter(|row| row.machine.as_deref() == Some(machine.id.id())).count();
        assert_eq!(of_one.len(), stored, "{}", machine.id);
    }
    let unlimited =
        sandbox.requests().iter().any(|seen| seen.path.contains("/snapshots?") && !seen.path.contains("limit="));
    assert!(!unlimited, "every list of snapshots is requested with a limit");
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

/// Without a count of the matches, the list ends with an empty page.
#[tokio::test]
async fn without_a_count_an_empty_page_ends_the_list() {
    let (sandbox, client) = many().await;
    inject(&sandbox, "drop-field:subquery_count");
    assert_eq!(all(&client, ListSnapshots::default()).await.unwrap().len(), 63);
    inject(&sandbox, "custom:no-embed");
    assert_eq!(all(&client, ListSnapshots::default()).await.unwrap().len(), 63);
}

/// If the snapshots of a machine are not embedded although it has some, they are listed.
#[tokio::test]
async fn missing_snapshots_are_requested() {
    let (sandbox, client) = many().await;
    inject(&sandbox, "custom:no-embed");
    assert_eq!(all(&client, ListSnapshots::default()).await.unwrap().len(), 63);
    inject(&sandbox, "drop-field:v_total_snapshots");
    assert_eq!(all(&client, ListSnapshots::default()).await.unwrap().len(), 63);
}

/// A machine whose snapshots may not be read is an error, not a shorter list.
#[tokio::test]
async fn forbidden_snapshots_are_not_an_empty_list() {
    let (sandbox, client) = many().await;
    inject(&sandbox, "custom:no-embed");
    inject(&sandbox, "custom:forbid@list_vm_snapshots");
    assert_eq!(all(&client, ListSnapshots::default()).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

/// The same cloud machine is also under `/vms`, which requires another permission.
#[tokio::test]
async fn instances_that_may_not_be_read_are_read_as_vms() {
    let (sandbox, client) = many().await;
    inject(&sandbox, "custom:no-embed");
    inject(&sandbox, "custom:forbid@list_instance_snapshots");
    assert_eq!(all(&client, ListSnapshots::default()).await.unwrap().len(), 63);
}

/// A role may be able to read only one collection. Cloud machines are in both, and are listed once.
#[tokio::test]
async fn a_role_that_lists_one_kind_sees_all_of_it() {
    let kinds = |machines: &[cloudsnap::Vm]| {
        let of = |kind: &str| machines.iter().filter(|vm| vm.id.to_string().starts_with(kind)).count();
        (of("vms/"), of("instances/"))
    };
    for (forbidden, expected) in [(None, (4, 3)), (Some("list_instances"), (7, 0)), (Some("list_vms"), (0, 3))] {
        let (sandbox, client) = many().await;
        if let Some(operation) = forbidden {
            inject(&sandbox, &format!("custom:forbid@{operation}"));
        }
        let machines: Vec<_> = client.vms().try_collect().await.unwrap();
        assert_eq!(kinds(&machines), expected, "{forbidden:?}");
        let listed = all(&client, ListSnapshots::default()).await.unwrap();
        let there: HashSet<&str> = machines.iter().map(|vm| vm.id.id()).collect();
        let stored = sandbox.store().snapshots(MIQ);
        let stored = stored.iter().filter(|row| there.contains(row.machine.as_deref().unwrap())).count();
        assert_eq!(listed.len(), stored, "{forbidden:?}");
    }
    let (sandbox, client) = many().await;
    inject(&sandbox, "custom:forbid@list_instances");
    inject(&sandbox, "custom:forbid@list_vms");
    assert_eq!(all(&client, ListSnapshots::default()).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

/// Characters with a special meaning in filters, regular expressions or links are matched literally.
#[tokio::test]
async fn names_are_matched_literally() {
    let names =
        ["it's", "50%", "a*b", "a,b", "[x]", "\"q\"", "a.b", "my offset", "é", "or name='x'", "plain one", "a=b"];
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "vmware");
    for name in names {
        ready(&sandbox, &client, &vm, name).await;
    }
    for name in names {
        for list in [ListSnapshots::default().name(name), ListSnapshots::default().vm(vm.clone()).name(name)] {
            let found = all(&client, list).await.unwrap();
            let found: Vec<_> = found.iter().map(|snapshot| snapshot.name.as_deref().unwrap()).collect();
            assert_eq!(found, [name]);
        }
    }
    for none in ["a%b", "a_b", "AB", "*", "plain%"] {
        let found = all(&client, ListSnapshots::default().vm(vm.clone()).name(none)).await.unwrap();
        assert!(found.iter().all(|snapshot| snapshot.name.as_ref().unwrap().contains(none)), "{none}: {found:#?}");
    }
}
