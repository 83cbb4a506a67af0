//! Who gets which of the new objects.

use super::*;
use crate::spec::Provider;

fn ticket(vm: &str, name: &str) -> Ticket {
    let ticket = sending(vm, name).0;
    settle(&ticket);
    ticket
}

/// Each test has an account of its own: they run beside each other.
fn sending(vm: &str, name: &str) -> (Ticket, Sending) {
    let mut ticket = Ticket::new(Provider::Syminet, "http://localhost/", vm, Verb::CreateSnapshot);
    ticket.vm = Some(vm.parse().unwrap());
    ticket.name = Some(name.to_owned());
    let sending = enter(&ticket);
    (ticket, sending)
}

fn lost(vm: &str, name: &str) -> Ticket {
    let ticket = ticket(vm, name);
    lose(&ticket);
    ticket
}

fn new(entries: &[(&str, &str)]) -> Vec<Candidate> {
    entries.iter().map(|(id, name)| Candidate { id: (*id).into(), name: Some((*name).into()) }).collect()
}

#[test]
fn a_single_new_one_is_mine_whatever_its_name() {
    assert_eq!(claim(&ticket("t1", "n"), new(&[("7", "something")])), Claim::Mine("7".into()));
}

#[test]
fn the_name_chooses_among_several() {
    assert_eq!(claim(&ticket("t2", "n"), new(&[("7", "x"), ("8", "n"), ("9", "n-1700")])), Claim::Mine("8".into()));
    assert_eq!(claim(&ticket("t3", "n"), new(&[("7", "x"), ("9", "n-1700")])), Claim::Mine("9".into()));
}

#[test]
fn nothing_tells_which() {
    let both = vec!["7".to_owned(), "8".to_owned()];
    assert_eq!(claim(&ticket("t4", "n"), new(&[("7", "n"), ("8", "n")])), Claim::Ambiguous(both.clone()));
    assert_eq!(claim(&ticket("t5", "n"), new(&[("7", "x"), ("8", "y")])), Claim::Ambiguous(both));
}

#[test]
fn two_creates_of_one_name_end_with_one_each() {
    let (first, second) = (ticket("t6", "n"), ticket("t6", "n"));
    assert_eq!(claim(&second, new(&[("7", "n")])), Claim::Nothing);
    assert_eq!(claim(&first, new(&[("7", "n")])), Claim::Mine("7".into()));
    assert_eq!(claim(&second, new(&[("7", "n")])), Claim::Nothing);
    assert_eq!(claim(&second, new(&[("7", "n"), ("8", "n")])), Claim::Mine("8".into()));
}

#[test]
fn what_bears_anothers_name_is_the_others() {
    let (a, b) = (ticket("t7", "a"), ticket("t7", "b"));
    assert_eq!(claim(&a, new(&[("7", "b")])), Claim::Nothing);
    assert_eq!(claim(&b, new(&[("7", "b")])), Claim::Mine("7".into()));
    assert_eq!(claim(&a, new(&[("7", "b"), ("8", "a")])), Claim::Mine("8".into()));
}

#[test]
fn a_withdrawn_operation_takes_nothing() {
    let (first, second) = (ticket("t8", "n"), ticket("t8", "n"));
    withdraw(&first);
    assert_eq!(claim(&second, new(&[("7", "n")])), Claim::Mine("7".into()));
}

#[test]
fn what_an_answer_told_is_nobody_elses() {
    let (mut first, second) = (ticket("t9", "n"), ticket("t9", "n"));
    first.resource = Some("7".into());
    settle(&first);
    assert_eq!(claim(&second, new(&[("7", "n")])), Claim::Nothing);
    assert_eq!(claim(&second, new(&[("7", "n"), ("8", "n")])), Claim::Mine("8".into()));
}

#[test]
fn a_rename_stands_in_nobodys_way() {
    let mut rename = Ticket::new(Provider::Syminet, "http://localhost/", "t10", Verb::RenameSnapshot);
    (rename.vm, rename.name) = (Some("t10".parse().unwrap()), Some("m".to_owned()));
    let _sending = enter(&rename);
    assert_eq!(claim(&ticket("t10", "n"), new(&[("7", "something")])), Claim::Mine("7".into()));
}

#[test]
fn a_machine_is_no_snapshot_of_the_same_id() {
    let snapshot = ticket("t11", "n");
    let mut restore = Ticket::new(Provider::Syminet, "http://localhost/", "t11", Verb::RestoreSnapshot);
    (restore.vm, restore.resource) = (snapshot.vm.clone(), Some("7".into()));
    let _sending = enter(&restore);
    settle(&restore);
    assert_eq!(claim(&snapshot, new(&[("7", "n")])), Claim::Mine("7".into()));
}

#[test]
fn an_answer_under_way_may_name_what_a_lost_one_sees() {
    let lost = lost("t12", "n");
    let (mut other, under_way) = sending("t12", "n");
    // By their order the second would be the lost one's.
    assert_eq!(claim(&lost, new(&[("7", "n"), ("8", "n")])), Claim::Nothing);
    other.resource = Some("8".into());
    settle(&other);
    drop(under_way);
    assert_eq!(claim(&lost, new(&[("8", "n")])), Claim::Nothing, "it made nothing");
    assert_eq!(claim(&lost, new(&[("7", "n"), ("8", "n")])), Claim::Mine("7".into()));
}

/// A list may show rows without their machine, and so what another machine's request makes.
#[test]
fn an_answer_under_way_elsewhere_in_the_account_may_name_it() {
    let lost = lost("t19", "n");
    let mut other = Ticket::new(Provider::Syminet, "http://localhost/", "t19", Verb::CreateSnapshot);
    (other.vm, other.name) = (Some("another".parse().unwrap()), Some("n".to_owned()));
    let under_way = enter(&other);
    assert_eq!(claim(&lost, new(&[("7", "n")])), Claim::Nothing);
    drop(under_way);
    assert_eq!(claim(&lost, new(&[("7", "n")])), Claim::Mine("7".into()));
}

#[test]
fn what_died_while_sending_keeps_nobody_waiting() {
    let lost = lost("t13", "n");
    let (_died, under_way) = sending("t13", "n");
    drop(under_way);
    assert_eq!(claim(&lost, new(&[("7", "n")])), Claim::Mine("7".into()));
}

#[test]
fn what_was_taken_comes_before_what_was_lost() {
    let (lost, taken) = (lost("t14", "n"), ticket("t14", "n"));
    assert_eq!(claim(&lost, new(&[("7", "n")])), Claim::Nothing);
    assert_eq!(claim(&taken, new(&[("7", "n")])), Claim::Mine("7".into()));
    assert_eq!(claim(&lost, new(&[("7", "n")])), Claim::Nothing);
}

#[test]
fn a_claim_is_kept_for_whoever_has_the_handle() {
    let first = ticket("t15", "n");
    assert_eq!(claim(&first, new(&[("7", "n")])), Claim::Mine("7".into()));
    let again = crate::handle::Handle::seal(&first).open().unwrap();
    assert_eq!(claim(&again, new(&[("7", "n"), ("8", "n")])), Claim::Mine("7".into()));
}

#[test]
fn what_belongs_to_an_operation_elsewhere_in_the_account_is_nobody_elses() {
    let mut other = ticket("t16", "n");
    other.vm = Some("another".parse().unwrap());
    other.resource = Some("7".into());
    settle(&other);
    assert_eq!(claim(&ticket("t16", "n"), new(&[("7", "n")])), Claim::Nothing);
}

#[test]
fn what_was_deleted_is_nothing_new() {
    let mut delete = Ticket::new(Provider::Syminet, "http://localhost/", "t18", Verb::DeleteSnapshot);
    delete.target = Some("7".parse().unwrap());
    drop(enter(&delete));
    assert_eq!(claim(&ticket("t18", "n"), new(&[("7", "n")])), Claim::Nothing);
}

#[test]
fn a_longer_name_that_fits_is_the_others() {
    let (short, _long) = (ticket("t17", "nightly"), ticket("t17", "nightly-2"));
    assert_eq!(claim(&short, new(&[("7", "nightly-2-1731969462")])), Claim::Nothing);
    let both = [("7", "nightly-2-1731969462"), ("8", "nightly-1731969463")];
    assert_eq!(claim(&short, new(&both)), Claim::Mine("8".into()));
}
