//! Which new object belongs to which create of this process, where the provider's answer does not say.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

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

/// What is known of the request of an operation. The order is that in which objects are given out: what was certainly made
/// belongs first to those who certainly made something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// The provider took it, and did not say what it makes.
    Taken,
    /// The answer is not there yet, and may name the object.
    Sending,
    /// The answer is lost: it may have made something or nothing.
    Lost,
}

/// An operation that waits for its object.
#[derive(Debug)]
struct Entry {
    mark: u64,
    serial: u64,
    product: &'static str,
    /// Where it could find what it made: of this machine, of this source, in this region.
    scope: String,
    name: Option<String>,
    stage: Stage,
    since: Instant,
}

/// What one account's operations wait for and have.
#[derive(Default)]
struct Account {
    waiting: Vec<Entry>,
    /// Objects that belong to an operation: product and id, and whose it is.
    claimed: HashMap<(&'static str, String), u64>,
}

#[derive(Default)]
struct Ledger {
    serial: u64,
    accounts: HashMap<String, Account>,
}

/// No request takes effect this long after it was sent: who still waits then stands in nobody's way.
const PATIENCE: Duration = Duration::from_secs(3600);

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

fn account_of(ticket: &Ticket) -> String {
    format!("{} {} {}", ticket.provider, ticket.base_url, ticket.account)
}

fn scope_of(ticket: &Ticket) -> String {
    // Without its kind: a machine may be reachable as several.
    let vm = ticket.vm.as_ref().map(VmId::as_str).unwrap_or_default();
    // What is made of another snapshot, or in another region, is no rival.
    let target = ticket.target.as_ref().map(ToString::to_string).unwrap_or_default();
    let region = ticket.region.as_deref().unwrap_or_default();
    format!("{vm} {target} {region}")
}

/// An operation whose request is on its way. Dropped with it, it leaves word that nobody knows what became of the request.
#[derive(Debug)]
#[must_use]
pub(crate) struct Sending {
    account: String,
    mark: u64,
}

impl Drop for Sending {
    fn drop(&mut self) {
        if let Some(account) = ledger().accounts.get_mut(&self.account) {
            let mine = account.waiting.iter_mut().find(|entry| entry.mark == self.mark);
            if let Some(entry) = mine.filter(|entry| entry.stage == Stage::Sending) {
                entry.stage = Stage::Lost;
            }
        }
    }
}

/// Enters an operation that is about to be sent. From here on no other operation takes what it makes.
pub(crate) fn enter(ticket: &Ticket) -> Sending {
    let sending = Sending { account: account_of(ticket), mark: ticket.mark };
    if let (Verb::DeleteSnapshot, Some(target)) = (ticket.verb, &ticket.target) {
        // A lagging look may show it once it is gone: nobody shall take it for something new.
        let mut ledger = ledger();
        let account = ledger.accounts.entry(sending.account.clone()).or_default();
        account.claimed.entry(("snapshot", target.to_string())).or_insert(ticket.mark);
    }
    // A rename or a delete waits for nothing new, and would stand in the way of those that do.
    if let Some(product) = product(ticket.verb) {
        let mut ledger = ledger();
        ledger.serial += 1;
        let (serial, since) = (ledger.serial, Instant::now());
        let account = ledger.accounts.entry(sending.account.clone()).or_default();
        account.waiting.retain(|entry| entry.since.elapsed() < PATIENCE && entry.mark != ticket.mark);
        let (name, scope) = (ticket.name.clone(), scope_of(ticket));
        let stage = Stage::Sending;
        account.waiting.push(Entry { mark: ticket.mark, serial, product, scope, name, stage, since });
    }
    sending
}

/// Takes down what the answer told: the object is this operation's, and it waits for none any more; or that the provider took
/// the request, and the object must be looked for.
pub(crate) fn settle(ticket: &Ticket) {
    on_entry(ticket, Some(Stage::Taken));
    if let (Some(id), Some(product)) = (&ticket.resource, product(ticket.verb)) {
        let mut ledger = ledger();
        let account = ledger.accounts.entry(account_of(ticket)).or_default();
        account.give(product, id, ticket.mark);
    }
}

/// The answer is lost.
pub(crate) fn lose(ticket: &Ticket) {
    on_entry(ticket, Some(Stage::Lost));
}

/// Strikes out an operation that certainly made nothing.
pub(crate) fn withdraw(ticket: &Ticket) {
    on_entry(ticket, None);
}

/// Changes the stage of the ticket's entry, or strikes it out.
fn on_entry(ticket: &Ticket, stage: Option<Stage>) {
    let mut ledger = ledger();
    let Some(account) = ledger.accounts.get_mut(&account_of(ticket)) else { return };
    match stage {
        None => account.waiting.retain(|entry| entry.mark != ticket.mark),
        Some(stage) => {
            account.waiting.iter_mut().filter(|entry| entry.mark == ticket.mark).for_each(|entry| entry.stage = stage);
        }
    }
}

/// Finds the operation's own among what is new.
pub(crate) fn claim(ticket: &Ticket, new: Vec<Candidate>) -> Claim {
    let Some(product) = product(ticket.verb) else { return Claim::Nothing };
    let mut ledger = ledger();
    let account = ledger.accounts.entry(account_of(ticket)).or_default();
    account.waiting.retain(|entry| entry.since.elapsed() < PATIENCE);
    let found = account.choose(ticket, product, new);
    if let Claim::Mine(id) = &found {
        account.give(product, id, ticket.mark);
    }
    found
}

impl Account {
    fn give(&mut self, product: &'static str, id: &str, mark: u64) {
        self.claimed.insert((product, id.to_owned()), mark);
        self.waiting.retain(|entry| entry.mark != mark);
    }

    fn choose(&self, ticket: &Ticket, product: &'static str, mut new: Vec<Candidate>) -> Claim {
        let owner = |candidate: &Candidate| self.claimed.get(&(product, candidate.id.clone())).copied();
        // A look that was cut off, or the same handle elsewhere in the process, may have found it before.
        if let Some(known) = new.iter().find(|candidate| ticket.mark != 0 && owner(candidate) == Some(ticket.mark)) {
            return Claim::Mine(known.id.clone());
        }
        new.retain(|candidate| owner(candidate).is_none());

        let rivals = || self.waiting.iter().filter(|entry| entry.mark != ticket.mark && entry.product == product);
        // The answer of one that is alike may yet name one of these.
        if rivals().any(|entry| entry.stage == Stage::Sending && entry.name == ticket.name) {
            return Claim::Nothing;
        }
        let scope = scope_of(ticket);
        let others: Vec<&Entry> = rivals().filter(|entry| entry.scope == scope).collect();
        // What bears the name of another operation, or a better part of it than of ours, is the other's.
        let anothers = |candidate: &Candidate| {
            let mut names = others.iter().filter_map(|entry| entry.name.as_deref()).filter(|name| is_not(ticket, name));
            names.any(|name| candidate.name.as_deref() == Some(name) || fits_better(candidate, name, ticket))
        };
        new.retain(|candidate| candidate.name == ticket.name || !anothers(candidate));
        let ids =
            |candidates: &[&Candidate]| candidates.iter().map(|candidate| candidate.id.clone()).collect::<Vec<_>>();

        let exact: Vec<&Candidate> = new.iter().filter(|candidate| candidate.name == ticket.name).collect();
        let decorated: Vec<&Candidate> = new.iter().filter(|candidate| is_decorated(candidate, ticket)).collect();
        for by_name in [exact, decorated] {
            if by_name.is_empty() {
                continue;
            }
            // Operations of one name are alike: the first made goes to the first asked, the lost ones last.
            let mine = self.waiting.iter().find(|entry| entry.mark == ticket.mark);
            let mine = mine.map_or((Stage::Lost, 0), |entry| (entry.stage, entry.serial));
            let alike: Vec<_> = others.iter().filter(|entry| entry.name == ticket.name).collect();
            let rank = alike.iter().filter(|entry| (entry.stage, entry.serial) < mine).count();
            return match by_name.get(rank) {
                _ if by_name.len() > alike.len() + 1 => Claim::Ambiguous(ids(&by_name)),
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
}

fn is_not(ticket: &Ticket, name: &str) -> bool {
    ticket.name.as_deref() != Some(name)
}

/// The given name with something added: `nightly` became `nightly-1731969462`.
fn is_decorated(candidate: &Candidate, ticket: &Ticket) -> bool {
    let (Some(name), Some(wanted)) = (&candidate.name, &ticket.name) else { return false };
    !wanted.is_empty() && name != wanted && name.contains(wanted.as_str())
}

/// `nightly-2-1731969462` is of `nightly-2` rather than of `nightly`.
fn fits_better(candidate: &Candidate, name: &str, ticket: &Ticket) -> bool {
    let ours = ticket.name.as_deref().unwrap_or_default();
    !name.is_empty() && name.len() >= ours.len() && candidate.name.as_deref().is_some_and(|full| full.contains(name))
}

#[cfg(test)]
mod tests;
