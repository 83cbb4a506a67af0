//! Which new object belongs to which create of this process, where the provider's answer does not say.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use crate::handle::{Ticket, Verb};
use crate::model::VmId;

/// Something new in a list, that may be what an operation made. Candidates are told in the order of their making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
}

/// What the new entries of a list say about one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    /// Not there yet.
    Nothing,
    /// This is it.
    Mine(String),
    /// Several could be it, and nothing tells which.
    Ambiguous(Vec<String>),
}

#[derive(Default)]
struct Scope {
    /// Operations that wait for their object: (serial, name).
    pending: Vec<(u64, Option<String>)>,
    /// Ids that belong to an operation.
    claimed: HashSet<String>,
}

#[derive(Default)]
struct Ledger {
    serial: u64,
    scopes: HashMap<String, Scope>,
}

/// One for the process: two clients of one account may work on one machine.
static LEDGER: LazyLock<Mutex<Ledger>> = LazyLock::new(Mutex::default);

fn ledger() -> MutexGuard<'static, Ledger> {
    // A panic while it was held leaves only whole entries behind.
    LEDGER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The kind of object that an operation makes, if it makes any. Ids of one kind say nothing of those of another.
fn product(verb: Verb) -> Option<&'static str> {
    match verb {
        Verb::CreateSnapshot | Verb::CloneSnapshot | Verb::ImportSnapshot => Some("snapshot"),
        Verb::RestoreSnapshot => Some("vm"),
        Verb::CreateImage => Some("image"),
        _ => None,
    }
}

fn scope_of(ticket: &Ticket) -> String {
    // Without its kind: a machine may be reachable as several.
    let vm = ticket.vm.as_ref().map(VmId::as_str).unwrap_or_default();
    let product = product(ticket.verb).unwrap_or_default();
    // What is made of another snapshot, or in another region, is no rival.
    let target = ticket.target.as_ref().map(ToString::to_string).unwrap_or_default();
    let region = ticket.region.as_deref().unwrap_or_default();
    format!("{} {} {} {product} {vm} {target} {region}", ticket.provider, ticket.base_url, ticket.account)
}

/// Enters an operation that is about to be sent. From here on no other operation takes what it makes.
pub(crate) fn register(ticket: &mut Ticket) {
    let mut ledger = ledger();
    ledger.serial += 1;
    ticket.serial = ledger.serial;
    // A rename or a delete waits for nothing new, and would stand in the way of those that do.
    if product(ticket.verb).is_some() {
        let entry = (ticket.serial, ticket.name.clone());
        ledger.scopes.entry(scope_of(ticket)).or_default().pending.push(entry);
    }
}

/// Takes down what the answer told: the object is this operation's, and it waits for none any more.
pub(crate) fn settle(ticket: &Ticket) {
    if let Some(id) = &ticket.resource
        && let Some(scope) = ledger().scopes.get_mut(&scope_of(ticket))
    {
        scope.claimed.insert(id.clone());
        scope.pending.retain(|(serial, _)| *serial != ticket.serial);
    }
}

/// Strikes out an operation that certainly made nothing.
pub(crate) fn withdraw(ticket: &Ticket) {
    if let Some(scope) = ledger().scopes.get_mut(&scope_of(ticket)) {
        scope.pending.retain(|(serial, _)| *serial != ticket.serial);
    }
}

/// Finds the operation's own among what is new.
pub(crate) fn claim(ticket: &Ticket, new: Vec<Candidate>) -> Claim {
    let mut ledger = ledger();
    let scope = ledger.scopes.entry(scope_of(ticket)).or_default();
    let found = choose(scope, ticket, new);
    if let Claim::Mine(id) = &found {
        scope.claimed.insert(id.clone());
        scope.pending.retain(|(serial, _)| *serial != ticket.serial);
    }
    found
}

fn choose(scope: &Scope, ticket: &Ticket, mut new: Vec<Candidate>) -> Claim {
    new.retain(|candidate| !scope.claimed.contains(&candidate.id));
    let others: Vec<&Option<String>> =
        scope.pending.iter().filter(|(serial, _)| *serial != ticket.serial).map(|(_, name)| name).collect();
    // What bears the name of another operation, and not ours, is the other's.
    new.retain(|candidate| {
        candidate.name == ticket.name || !others.iter().any(|name| name.is_some() && **name == candidate.name)
    });
    let ids = |candidates: &[&Candidate]| candidates.iter().map(|candidate| candidate.id.clone()).collect::<Vec<_>>();

    let exact: Vec<&Candidate> = new.iter().filter(|candidate| candidate.name == ticket.name).collect();
    let decorated: Vec<&Candidate> = new.iter().filter(|candidate| is_decorated(candidate, ticket)).collect();
    for by_name in [exact, decorated] {
        if by_name.is_empty() {
            continue;
        }
        // Operations of one name are alike: the first made goes to the first asked.
        let alike = 1 + others.iter().filter(|name| ***name == ticket.name).count();
        let rank =
            scope.pending.iter().filter(|(serial, name)| *name == ticket.name && *serial < ticket.serial).count();
        return match by_name.get(rank) {
            _ if by_name.len() > alike => Claim::Ambiguous(ids(&by_name)),
            Some(mine) => Claim::Mine(mine.id.clone()),
            None => Claim::Nothing,
        };
    }
    // No name fits: it was ignored or replaced. A single new one is ours only if nobody else waits.
    match new.as_slice() {
        [] => Claim::Nothing,
        [only] if others.is_empty() => Claim::Mine(only.id.clone()),
        several if several.len() > others.len() => Claim::Ambiguous(ids(&several.iter().collect::<Vec<_>>())),
        _ => Claim::Nothing,
    }
}

/// The given name with something added: `nightly` became `nightly-1731969462`.
fn is_decorated(candidate: &Candidate, ticket: &Ticket) -> bool {
    let (Some(name), Some(wanted)) = (&candidate.name, &ticket.name) else { return false };
    !wanted.is_empty() && name != wanted && name.contains(wanted.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Provider;

    fn ticket(vm: &str, name: &str) -> Ticket {
        let mut ticket = Ticket::new(Provider::Syminet, "http://localhost/", "a", Verb::CreateSnapshot);
        ticket.vm = Some(vm.parse().unwrap());
        ticket.name = Some(name.to_owned());
        register(&mut ticket);
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
        let mut rename = Ticket::new(Provider::Syminet, "http://localhost/", "a", Verb::RenameSnapshot);
        (rename.vm, rename.name) = (Some("t10".parse().unwrap()), Some("m".to_owned()));
        register(&mut rename);
        assert_eq!(claim(&ticket("t10", "n"), new(&[("7", "something")])), Claim::Mine("7".into()));
    }

    #[test]
    fn a_machine_is_no_snapshot_of_the_same_id() {
        let snapshot = ticket("t11", "n");
        let mut restore = Ticket::new(Provider::Syminet, "http://localhost/", "a", Verb::RestoreSnapshot);
        (restore.vm, restore.resource) = (snapshot.vm.clone(), Some("7".into()));
        register(&mut restore);
        settle(&restore);
        assert_eq!(claim(&snapshot, new(&[("7", "n")])), Claim::Mine("7".into()));
    }
}
