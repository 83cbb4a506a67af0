//! Which operation gets which new object: no operation claims what may belong to another.

use jiff::SignedDuration;

use super::*;
use crate::sealed::Handle;
use crate::spec::Provider;

const RULES: Rules = Rules {
    names: NameRule { unix_time: true, longest: None },
    latest: SignedDuration::from_mins(10),
    skew: SignedDuration::from_secs(5),
};

fn journal() -> Arc<Journal> {
    Arc::new(Journal::new(RULES, None))
}

fn ticket(name: &str) -> Ticket {
    let mut ticket = Ticket::new(Provider::Syminet, "http://localhost/", "account", Verb::CreateSnapshot);
    (ticket.vm, ticket.name) = (Some("3247".parse().unwrap()), Some(name.to_owned()));
    ticket.baseline = Some(vec!["1".to_owned()]);
    (ticket.baseline_at, ticket.sent_at) = (Some(Timestamp::now()), Some(Timestamp::now()));
    ticket
}

fn taken(journal: &Arc<Journal>, name: &str) -> Ticket {
    let ticket = ticket(name);
    let _sending = journal.enter(&ticket).unwrap();
    journal.settle(&ticket);
    ticket
}

fn lost(journal: &Arc<Journal>, name: &str) -> Ticket {
    let mut ticket = ticket(name);
    let _sending = journal.enter(&ticket).unwrap();
    ticket.uncertain = true;
    journal.lose(&ticket);
    ticket
}

fn at(seconds: i64) -> String {
    (Timestamp::now() + SignedDuration::from_secs(seconds)).to_string()
}

fn rows(rows: &[(&str, &str)]) -> Vec<Candidate> {
    rows.iter().map(|(id, name)| Candidate::new(id, Some(name), Some(&at(1)))).collect()
}

fn claim(journal: &Journal, ticket: &Ticket, rows: Vec<Candidate>) -> Claim {
    journal.claim(ticket, rows, Timestamp::now()).unwrap()
}

fn mine(id: &str) -> Claim {
    Claim::Mine(id.to_owned(), Some(By::Name))
}

fn is_ambiguous(claim: &Claim) -> bool {
    matches!(claim, Claim::Ambiguous(_))
}

#[test]
fn nothing_is_claimed_by_elimination() {
    let journal = journal();
    for ticket in [taken(&journal, "n"), lost(&journal, "n")] {
        let found = claim(&journal, &ticket, rows(&[("1", "n"), ("7", "something")]));
        assert_eq!(
            found,
            Claim::Nothing(vec!["7 \"something\"".into()]),
            "one existed before, the other has a different name"
        );
        journal.remove(&ticket).unwrap();
    }
}

#[test]
fn the_only_new_object_with_the_name_is_claimed() {
    let journal = journal();
    let ticket = lost(&journal, "n");
    assert_eq!(claim(&journal, &ticket, rows(&[("1", "n"), ("7", "x"), ("8", "n")])), mine("8"));
    let stamped = taken(&journal, "m");
    let found = claim(&journal, &stamped, rows(&[("9", "m-1731969462"), ("10", "m-2")]));
    assert_eq!(found, Claim::Mine("9".into(), Some(By::NameAndTime)));
}

#[test]
fn several_matches_are_ambiguous() {
    let journal = journal();
    let reported = Claim::Ambiguous(vec!["7 \"n\"".into(), "8 \"n-1731969462\"".into()]);
    assert_eq!(claim(&journal, &lost(&journal, "n"), rows(&[("7", "n"), ("8", "n-1731969462")])), reported);
}

#[test]
fn identical_creates_claim_only_what_is_certain() {
    let journal = journal();
    let (first, second) = (taken(&journal, "n"), lost(&journal, "n"));
    for ticket in [&first, &second] {
        assert!(is_ambiguous(&claim(&journal, ticket, rows(&[("7", "n")]))));
        assert!(is_ambiguous(&claim(&journal, ticket, rows(&[("7", "n"), ("8", "n")]))));
    }
    // The first operation's response named its object: the remaining one belongs to the second.
    let named = Ticket { resource: Some("7".into()), ..first.clone() };
    journal.settle(&named);
    assert_eq!(claim(&journal, &second, rows(&[("7", "n")])), Claim::Nothing(vec![]));
    assert_eq!(claim(&journal, &second, rows(&[("7", "n"), ("8", "n")])), mine("8"));
}

#[test]
fn an_operation_that_created_nothing_blocks_nobody() {
    let journal = journal();
    let (refused, lost) = (taken(&journal, "n"), lost(&journal, "n"));
    journal.remove(&refused).unwrap();
    assert_eq!(claim(&journal, &lost, rows(&[("7", "n")])), mine("7"));
}

#[test]
fn objects_from_before_a_rivals_request_are_not_the_rivals() {
    let journal = journal();
    let first = taken(&journal, "n");
    let mut second = ticket("n");
    second.baseline = Some(vec!["1".into(), "7".into()]);
    let _sending = journal.enter(&second).unwrap();
    assert_eq!(claim(&journal, &first, rows(&[("7", "n")])), mine("7"));
}

#[test]
fn operations_on_other_machines_or_names_are_not_rivals() {
    let journal = journal();
    let first = lost(&journal, "n");
    let _other = lost(&journal, "m");
    let mut elsewhere = ticket("n");
    elsewhere.vm = Some("3271".parse().unwrap());
    let _sending = journal.enter(&elsewhere).unwrap();
    let unplaced = vec![Candidate { placed: false, ..rows(&[("7", "n")]).remove(0) }];
    assert!(
        matches!(claim(&journal, &first, unplaced), Claim::Nothing(_)),
        "the list does not show which machine it belongs to"
    );
    assert_eq!(claim(&journal, &first, rows(&[("7", "n")])), mine("7"));
}

#[test]
fn a_pending_response_may_still_name_the_object() {
    let journal = journal();
    let first = lost(&journal, "n");
    let second = ticket("n");
    let sending = journal.enter(&second).unwrap();
    assert!(matches!(claim(&journal, &first, rows(&[("7", "n")])), Claim::Nothing(_)));
    // The sender has died.
    drop(sending);
    assert!(is_ambiguous(&claim(&journal, &first, rows(&[("7", "n")]))));
}

#[test]
fn an_old_handle_does_not_claim_newer_objects() {
    let journal = journal();
    let ago = |ticket: Ticket, minutes: i64| {
        let then = Some(Timestamp::now() - SignedDuration::from_mins(minutes));
        Ticket { baseline_at: then, sent_at: then, ..ticket }
    };
    let made = |text: String| vec![Candidate::new("7", Some("n"), Some(&text))];
    let without_zone = |seconds: i64| at(seconds).trim_end_matches('Z').to_owned();
    let old = ago(lost(&journal, "n"), 30);
    assert_eq!(claim(&journal, &old, made(at(0))), Claim::Nothing(vec![]));
    assert_eq!(claim(&journal, &old, made(without_zone(0))), Claim::Nothing(vec![]));
    // A time without a zone may be local, and a missing one may be any time.
    assert!(is_ambiguous(&claim(&journal, &old, made(without_zone(-29 * 60)))));
    assert!(is_ambiguous(&claim(&journal, &old, vec![Candidate::new("7", Some("n"), None)])));
    assert_eq!(claim(&journal, &old, made(at(-29 * 60))), mine("7"));
    // The server's clock shows how late it is even if ours stood still.
    let young = Ticket { name: Some("m".into()), ..lost(&journal, "m") };
    let row = vec![Candidate::new("8", Some("m"), None)];
    let later = Timestamp::now() + SignedDuration::from_hours(2);
    assert!(is_ambiguous(&journal.claim(&young, row.clone(), later).unwrap()));
    assert_eq!(claim(&journal, &young, row), mine("8"), "absent a moment ago, therefore new");
}

#[test]
fn objects_older_than_the_request_are_not_claimed() {
    let journal = journal();
    let made = |text: &str| vec![Candidate::new("7", Some("n"), Some(text))];
    assert_eq!(claim(&journal, &lost(&journal, "n"), made(&at(-60))), Claim::Nothing(vec![]));
}

#[test]
fn without_a_baseline_nothing_is_known_to_be_new() {
    let journal = journal();
    let blind = Ticket { baseline: None, ..lost(&journal, "n") };
    assert!(is_ambiguous(&claim(&journal, &blind, rows(&[("7", "n")]))));
    assert_eq!(claim(&journal, &blind, rows(&[("7", "x")])), Claim::Nothing(vec![]));
}

#[test]
fn a_rename_blocks_nobody() {
    let journal = journal();
    let rename = Ticket { verb: Verb::RenameSnapshot, ..ticket("n") };
    let _sending = journal.enter(&rename).unwrap();
    assert_eq!(claim(&journal, &lost(&journal, "n"), rows(&[("7", "n")])), mine("7"));
}

#[test]
fn machines_and_snapshots_with_the_same_id_are_distinct() {
    let journal = journal();
    let restore = Ticket { verb: Verb::RestoreSnapshot, resource: Some("7".into()), ..ticket("n") };
    let _sending = journal.enter(&restore).unwrap();
    journal.settle(&restore);
    assert_eq!(claim(&journal, &lost(&journal, "n"), rows(&[("7", "n")])), mine("7"));
}

#[test]
fn a_claim_is_kept_for_any_holder_of_the_handle() {
    let journal = journal();
    let first = lost(&journal, "n");
    assert_eq!(claim(&journal, &first, rows(&[("7", "n")])), mine("7"));
    let again = Handle::seal(&first).open().unwrap();
    assert_eq!(claim(&journal, &again, rows(&[("7", "n"), ("8", "n")])), Claim::Mine("7".into(), None));
}

#[test]
fn deleted_objects_are_not_new() {
    let journal = journal();
    let delete = Ticket { verb: Verb::DeleteSnapshot, target: Some("7".parse().unwrap()), ..ticket("n") };
    drop(journal.enter(&delete).unwrap());
    assert_eq!(claim(&journal, &lost(&journal, "n"), rows(&[("7", "n")])), Claim::Nothing(vec![]));
}

// ---- state directory ----

/// Two journals, as two processes would have them.
fn two_sharing_a_directory() -> (tempfile::TempDir, Arc<Journal>, Arc<Journal>) {
    let place = tempfile::tempdir().unwrap();
    let open = || Arc::new(Journal::new(RULES, Some(place.path().join("state"))));
    let (one, other) = (open(), open());
    (place, one, other)
}

#[test]
fn processes_sharing_a_directory_see_each_other() {
    let (_place, one, other) = two_sharing_a_directory();
    let first = lost(&one, "n");
    let second = lost(&other, "n");
    assert!(is_ambiguous(&claim(&one, &first, rows(&[("7", "n")]))));
    other.remove(&second).unwrap();
    assert_eq!(claim(&one, &first, rows(&[("7", "n")])), mine("7"));
    let third = lost(&other, "n");
    assert_eq!(claim(&other, &third, rows(&[("7", "n")])), Claim::Nothing(vec![]), "it is already claimed");
    assert_eq!(other.pending_creates(&first).unwrap().len(), 2);
}

#[test]
fn a_result_is_kept_until_it_is_reported() {
    let (_place, one, other) = two_sharing_a_directory();
    let ticket = taken(&one, "n");
    one.end(&ticket, true);
    let stages = |journal: &Journal| {
        journal.read(|contents| contents.entries.iter().map(|entry| entry.stage).collect::<Vec<_>>())
    };
    assert_eq!(stages(&other).unwrap(), [Stage::Ended]);
    assert!(other.pending_creates(&ticket).unwrap().is_empty());
    other.remove(&ticket).unwrap();
    assert_eq!(stages(&one).unwrap(), []);
}

#[test]
fn a_clock_jump_discards_nothing() {
    let (place, one, _) = two_sharing_a_directory();
    let ticket = lost(&one, "n");
    let file = std::fs::read_dir(place.path().join("state/operations")).unwrap().next().unwrap().unwrap().path();
    for year in ["1970", "2199"] {
        let mut written: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        written["started_at"] = format!("{year}-01-01T00:00:00Z").into();
        std::fs::write(&file, written.to_string()).unwrap();
        let _other = lost(&one, "m");
        assert_eq!(one.pending_creates(&ticket).unwrap().len(), 1, "{year}");
    }
}

#[test]
fn what_was_created_and_deleted_is_known_for_the_time_in_which_lists_may_lag() {
    let (place, one, other) = two_sharing_a_directory();
    let mut ticket = taken(&one, "n");
    ticket.resource = Some("7".to_owned());
    one.settle(&ticket);
    let known = |journal: &Journal| {
        let known = journal.recent_snapshots(&ticket).unwrap();
        known.into_iter().map(|known| (known.created_at().is_some(), known.is_deleted())).collect::<Vec<_>>()
    };
    assert_eq!(known(&other), [(false, false)], "it has not finished");
    one.end(&ticket, false);
    assert_eq!(known(&other), [(false, false)], "it has failed");
    one.end(&ticket, true);
    assert_eq!(known(&other), [(true, false)]);
    assert!(other.is_alike(&ticket, "n") && !other.is_alike(&ticket, "m"));
    let mut elsewhere = ticket.clone();
    elsewhere.vm = Some("1".parse().unwrap());
    assert_eq!(other.recent_snapshots(&elsewhere).unwrap(), []);

    let file = place.path().join("state/claims.json");
    let written = std::fs::read_to_string(&file).unwrap();
    for (minutes, expected) in [(-11, 0), (-9, 1), (9, 1), (11, 0)] {
        let mut claims: serde_json::Value = serde_json::from_str(&written).unwrap();
        let since = Timestamp::now() + SignedDuration::from_mins(minutes);
        claims["owned"][0]["last"][1] = since.to_string().into();
        std::fs::write(&file, claims.to_string()).unwrap();
        assert_eq!(known(&other).len(), expected, "{minutes}");
    }
    std::fs::write(&file, written).unwrap();

    let mut delete = Ticket::new(Provider::Syminet, "http://localhost/", "account", Verb::DeleteSnapshot);
    delete.target = Some("7".parse().unwrap());
    let _sending = one.enter(&delete).unwrap();
    assert_eq!(known(&other), [(true, false)], "it may not have arrived");
    one.settle(&delete);
    assert_eq!(known(&other), [(false, true)]);
    one.end(&delete, true);
    assert_eq!(known(&other), [(false, true)]);
}

#[test]
fn a_key_is_never_used_as_a_path() {
    let (place, one, _) = two_sharing_a_directory();
    let ticket = lost(&one, "n");
    let (state, outside) = (place.path().join("state"), place.path().join("precious.json"));
    std::fs::write(&outside, "{}").unwrap();
    let file = std::fs::read_dir(state.join("operations")).unwrap().next().unwrap().unwrap().path();
    let mut written: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    written["key"] = "../../precious".into();
    std::fs::write(&file, written.to_string()).unwrap();
    std::fs::write(state.join("operations/not a key.json"), written.to_string()).unwrap();
    one.remove(&ticket).unwrap();
    assert!(outside.exists() && !file.exists());
    let unreadable = one.read(|contents| contents.unreadable.clone()).unwrap();
    assert!(unreadable.len() == 1 && unreadable[0].contains("not a key.json"), "{unreadable:?}");
}

#[cfg(unix)]
#[test]
fn other_users_cannot_read_a_state_directory() {
    use std::os::unix::fs::PermissionsExt;
    let (place, one, _) = two_sharing_a_directory();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let state = place.path().join("state");
    std::fs::create_dir_all(state.join("operations")).unwrap();
    std::fs::set_permissions(state.join("operations"), std::fs::Permissions::from_mode(0o777)).unwrap();
    let ticket = lost(&one, "n");
    let _lock = one.try_lock("x").unwrap();
    claim(&one, &ticket, rows(&[("7", "n")]));
    for directory in ["operations", "locks"] {
        assert_eq!(mode(&state.join(directory)), 0o700, "{directory}");
        for file in std::fs::read_dir(state.join(directory)).unwrap() {
            assert_eq!(mode(&file.unwrap().path()), 0o600);
        }
    }
    assert_eq!(mode(&state.join("claims.json")), 0o600);
    // The state directory itself, if created here.
    let fresh = place.path().join("parent/fresh");
    let _sending = Arc::new(Journal::new(RULES, Some(fresh.clone()))).enter(&ticket).unwrap();
    assert_eq!(mode(&fresh), 0o700);
    // The state directory itself, if created here.
    let fresh = place.path().join("parent/fresh");
    let _sending = Arc::new(Journal::new(RULES, Some(fresh.clone()))).enter(&ticket).unwrap();
    assert_eq!(mode(&fresh), 0o700);
}

#[test]
fn unreadable_claims_make_all_operations_cautious() {
    let (place, one, _) = two_sharing_a_directory();
    let ticket = lost(&one, "n");
    std::fs::write(place.path().join("state/claims.json"), "{").unwrap();
    assert!(is_ambiguous(&claim(&one, &ticket, rows(&[("7", "n")]))));
}

#[tokio::test(start_paused = true)]
async fn a_lock_is_held_by_one_process_at_a_time() {
    let (_place, one, other) = two_sharing_a_directory();
    let in_memory = journal();
    for (one, other) in [(&one, &other), (&in_memory, &in_memory)] {
        let held = one.try_lock("x").unwrap();
        assert!(held.is_some() && other.try_lock("y").unwrap().is_some());
        let soon = Instant::now() + Duration::from_secs(1);
        assert!(other.lock("x", soon).await.unwrap().is_none());
        drop(held);
        assert!(other.lock("x", Instant::now()).await.unwrap().is_some());
    }
}
