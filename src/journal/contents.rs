//! The contents of the journal at one moment, and which parts of it changed.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::entry::{Entry, Stage};
use crate::handle::Ticket;

/// The maximum number of claims kept. `complete_since` records that older ones were dropped.
const MAX_CLAIMS: usize = 4096;

/// The maximum number of finished operations kept that were never reported to anyone.
const MAX_ENDED: usize = 1000;

/// An object that belongs to an operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Owned {
    realm: String,
    product: String,
    id: String,
    /// The machine of a created snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vm: Option<String>,
    mark: u64,
    /// When the claim was recorded.
    at: Timestamp,
    /// The requested name of a created snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// What was last observed of it, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<(Event, Timestamp)>,
}

/// What was observed of a snapshot that operations known here created or deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Event {
    /// Its create has finished.
    Created,
    /// The provider accepted its delete.
    DeleteAccepted,
    /// Its delete has finished.
    Deleted,
}

/// A snapshot that operations known here created or deleted recently. Lists may not show this yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Recent {
    pub(crate) id: String,
    /// The requested name, if it was created here.
    pub(crate) name: Option<String>,
    /// What was last observed of it, and when; `None` if its create has not finished.
    pub(crate) last: Option<(Event, Timestamp)>,
}

impl Recent {
    pub(crate) fn is_deleted(&self) -> bool {
        matches!(self.last, Some((Event::DeleteAccepted | Event::Deleted, _)))
    }

    /// When its create finished, if nobody here deleted it since.
    pub(crate) fn created_at(&self) -> Option<Timestamp> {
        self.last.and_then(|(event, at)| (event == Event::Created).then_some(at))
    }
}

/// Which objects belong to which operations, oldest claim first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Claims {
    /// Claims from before this time may be missing.
    #[serde(default, rename = "whole_since", skip_serializing_if = "Option::is_none")]
    pub(super) complete_since: Option<Timestamp>,
    #[serde(default)]
    owned: Vec<Owned>,
}

impl Claims {
    pub(super) fn owner(&self, realm: &str, product: &str, id: &str) -> Option<u64> {
        let is = |owned: &&Owned| owned.id == id && owned.product == product && owned.realm == realm;
        self.owned.iter().rev().find(is).map(|owned| owned.mark)
    }

    /// The snapshots that were created of this machine or deleted, with an event or a claim that is not older than `within`. A time in
    /// the future is no more recent than one in the past: the clock may have jumped.
    pub(super) fn recent(&self, realm: &str, vm: &str, within: SignedDuration) -> Vec<Recent> {
        let now = Timestamp::now();
        let is_recent = |owned: &&Owned| {
            let latest = owned.last.map_or(owned.at, |(_, at)| at);
            now.duration_since(latest).abs() <= within
        };
        let is = |owned: &&Owned| owned.realm == realm && owned.product == "snapshot";
        let recent = self.owned.iter().filter(is).filter(is_recent);
        let recent = recent.map(|owned| {
            (owned.vm.as_deref(), Recent { id: owned.id.clone(), name: owned.name.clone(), last: owned.last })
        });
        recent.filter(|(of, recent)| *of == Some(vm) || recent.is_deleted()).map(|(_, recent)| recent).collect()
    }

    /// Records an event of a claimed snapshot, and the name that was requested for it.
    fn record(&mut self, realm: &str, id: &str, event: Event, name: Option<&str>) -> bool {
        let is = |owned: &&mut Owned| owned.id == id && owned.product == "snapshot" && owned.realm == realm;
        let Some(owned) = self.owned.iter_mut().rev().find(is) else { return false };
        owned.last = Some((event, Timestamp::now()));
        if let Some(name) = name {
            owned.name = Some(name.to_owned());
        }
        true
    }

    /// Assigns the object to an operation unless it already has an owner. Returns true if the claim is new.
    fn assign(&mut self, realm: &str, product: &str, id: &str, vm: Option<&str>, mark: u64) -> bool {
        if self.owner(realm, product, id).is_some() {
            return false;
        }
        let (realm, product, id) = (realm.to_owned(), product.to_owned(), id.to_owned());
        let vm = vm.map(str::to_owned);
        self.owned.push(Owned { realm, product, id, vm, mark, at: Timestamp::now(), name: None, last: None });
        if self.owned.len() > MAX_CLAIMS {
            // Drop a quarter at once: few users are this busy.
            let gone = self.owned.drain(..MAX_CLAIMS / 4);
            let newest = gone.map(|owned| owned.at).max();
            self.complete_since = self.complete_since.max(newest);
        }
        true
    }
}

/// Entries and claims, and which of them need to be written.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) entries: Vec<Entry>,
    pub(super) claims: Claims,
    pub(super) changed: BTreeSet<String>,
    pub(super) removed: BTreeSet<String>,
    pub(super) claims_changed: bool,
    /// Descriptions of what could not be read.
    pub(super) unreadable: Vec<String>,
}

impl Contents {
    pub(super) fn find(&self, ticket: &Ticket) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.is_of(ticket))
    }

    /// Adds an operation under a unique short name.
    pub(super) fn put(&mut self, mut entry: Entry) -> String {
        if let Some(known) = self.entries.iter_mut().find(|known| known.is_of(&entry.ticket)) {
            (known.stage, known.ticket) = (entry.stage, entry.ticket);
            self.changed.insert(known.key.clone());
            return known.key.clone();
        }
        while self.entries.iter().any(|other| other.key == entry.key) {
            entry.key = format!("{:08x}", fastrand::u32(..));
        }
        let key = entry.key.clone();
        self.changed.insert(key.clone());
        self.entries.push(entry);
        key
    }

    /// Modifies an entry, if it exists.
    pub(super) fn change(&mut self, ticket: &Ticket, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.is_of(ticket)) {
            let before = entry.clone();
            change(entry);
            if *entry != before {
                self.changed.insert(entry.key.clone());
            }
        }
        self.drop_surplus_ended();
    }

    pub(super) fn remove(&mut self, is: impl Fn(&Entry) -> bool) {
        let gone: Vec<String> = self.entries.iter().filter(|entry| is(entry)).map(|entry| entry.key.clone()).collect();
        self.entries.retain(|entry| !gone.contains(&entry.key));
        self.changed.retain(|key| !gone.contains(key));
        self.removed.extend(gone);
    }

    /// Drops the entries and claims of all accounts whose base URL matches.
    #[cfg(feature = "cli")]
    pub(super) fn forget_accounts(&mut self, is: impl Fn(&str) -> bool) {
        self.remove(|entry| is(&entry.ticket.base_url));
        let before = self.claims.owned.len();
        self.claims.owned.retain(|owned| !owned.realm.split_once(' ').is_some_and(|(_, base_url)| is(base_url)));
        self.claims_changed |= self.claims.owned.len() != before;
    }

    pub(super) fn assign(&mut self, realm: &str, product: &str, id: &str, vm: Option<&str>, mark: u64) {
        self.claims_changed |= self.claims.assign(realm, product, id, vm, mark);
    }

    /// Records an event of a claimed snapshot, and the name that was requested for it.
    pub(super) fn record(&mut self, realm: &str, id: &str, event: Event, name: Option<&str>) {
        self.claims_changed |= self.claims.record(realm, id, event, name);
    }

    /// Drops the oldest entries until there is room for one more among `most`.
    pub(super) fn keep_newest(&mut self, most: usize) {
        let surplus = (self.entries.len() + 1).saturating_sub(most);
        self.entries.drain(..surplus);
    }

    /// Drops the oldest finished operation if too many have gone unreported. Decided by number rather than by a clock,
    /// which may jump.
    fn drop_surplus_ended(&mut self) {
        let mut ended: Vec<_> = self.entries.iter().filter(|entry| entry.stage == Stage::Ended).collect();
        if ended.len() > MAX_ENDED {
            ended.sort_by_key(|entry| entry.started_at);
            let oldest = ended[0].key.clone();
            self.remove(|entry| entry.key == oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dropping_claims_is_recorded() {
        let mut claims = Claims::default();
        for number in 0..=MAX_CLAIMS {
            assert!(claims.assign("r", "snapshot", &number.to_string(), None, 7));
            assert!(claims.owned.len() <= MAX_CLAIMS);
        }
        assert!(claims.complete_since.is_some());
        assert_eq!((claims.owner("r", "snapshot", "0"), claims.owner("r", "snapshot", "4096")), (None, Some(7)));
        assert_eq!((claims.owner("r", "vm", "4096"), claims.owner("s", "snapshot", "4096")), (None, None));
        assert!(!claims.assign("r", "snapshot", "4096", None, 8), "it already has an owner");
    }
}
