//! What the journal holds at one moment, and what of it changed.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::entry::{Entry, Stage};
use crate::handle::Ticket;

/// More claims than this are not kept. What is forgotten is remembered as such.
const MOST_CLAIMS: usize = 4096;

/// More ended operations than this, that nobody was told of, are not kept.
const MOST_ENDED: usize = 1000;

/// An object that belongs to an operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Owned {
    realm: String,
    product: String,
    id: String,
    mark: u64,
    /// When it was taken down.
    at: Timestamp,
}

/// Which objects belong to which operations, the oldest claim first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Claims {
    /// Claims from before this time may be missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) whole_since: Option<Timestamp>,
    #[serde(default)]
    owned: Vec<Owned>,
}

impl Claims {
    pub(super) fn owner(&self, realm: &str, product: &str, id: &str) -> Option<u64> {
        let is = |owned: &&Owned| owned.id == id && owned.product == product && owned.realm == realm;
        self.owned.iter().rev().find(is).map(|owned| owned.mark)
    }

    /// Gives the object away, if it is nobody's. True if that is new.
    fn give(&mut self, realm: &str, product: &str, id: &str, mark: u64) -> bool {
        if self.owner(realm, product, id).is_some() {
            return false;
        }
        let (realm, product, id) = (realm.to_owned(), product.to_owned(), id.to_owned());
        self.owned.push(Owned { realm, product, id, mark, at: Timestamp::now() });
        if self.owned.len() > MOST_CLAIMS {
            // A quarter at once: they are few who are this busy.
            let gone = self.owned.drain(..MOST_CLAIMS / 4);
            let newest = gone.map(|owned| owned.at).max();
            self.whole_since = self.whole_since.max(newest);
        }
        true
    }
}

/// Entries and claims, with what is to be written of them.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) entries: Vec<Entry>,
    pub(super) claims: Claims,
    pub(super) changed: BTreeSet<String>,
    pub(super) removed: BTreeSet<String>,
    pub(super) claims_changed: bool,
    /// What could not be read, in words.
    pub(super) odd: Vec<String>,
}

impl Contents {
    pub(super) fn find(&self, ticket: &Ticket) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.is_of(ticket))
    }

    /// Enters an operation, under a short name that no other has.
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

    /// Changes an entry, if it is there.
    pub(super) fn change(&mut self, ticket: &Ticket, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.is_of(ticket)) {
            let before = entry.clone();
            change(entry);
            if *entry != before {
                self.changed.insert(entry.key.clone());
            }
        }
        self.forget_ended();
    }

    pub(super) fn remove(&mut self, is: impl Fn(&Entry) -> bool) {
        let gone: Vec<String> = self.entries.iter().filter(|entry| is(entry)).map(|entry| entry.key.clone()).collect();
        self.entries.retain(|entry| !gone.contains(&entry.key));
        self.changed.retain(|key| !gone.contains(key));
        self.removed.extend(gone);
    }

    /// Drops the entries and claims of the accounts of such a base URL.
    #[cfg(feature = "cli")]
    pub(super) fn forget_accounts(&mut self, is: impl Fn(&str) -> bool) {
        self.remove(|entry| is(&entry.ticket.base_url));
        let before = self.claims.owned.len();
        self.claims.owned.retain(|owned| !owned.realm.split_once(' ').is_some_and(|(_, base_url)| is(base_url)));
        self.claims_changed |= self.claims.owned.len() != before;
    }

    pub(super) fn give(&mut self, realm: &str, product: &str, id: &str, mark: u64) {
        self.claims_changed |= self.claims.give(realm, product, id, mark);
    }

    /// Drops the oldest entries until there are fewer than so many.
    pub(super) fn keep_newest(&mut self, most: usize) {
        let surplus = (self.entries.len() + 1).saturating_sub(most);
        self.entries.drain(..surplus);
    }

    /// Operations that ended well long ago and that nobody asks about. By their number, never by a clock, which may jump.
    fn forget_ended(&mut self) {
        let mut ended: Vec<_> = self.entries.iter().filter(|entry| entry.stage == Stage::Ended).collect();
        if ended.len() > MOST_ENDED {
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
    fn what_is_forgotten_is_remembered_as_such() {
        let mut claims = Claims::default();
        for number in 0..=MOST_CLAIMS {
            assert!(claims.give("r", "snapshot", &number.to_string(), 7));
            assert!(claims.owned.len() <= MOST_CLAIMS);
        }
        assert!(claims.whole_since.is_some());
        assert_eq!((claims.owner("r", "snapshot", "0"), claims.owner("r", "snapshot", "4096")), (None, Some(7)));
        assert_eq!((claims.owner("r", "vm", "4096"), claims.owner("s", "snapshot", "4096")), (None, None));
        assert!(!claims.give("r", "snapshot", "4096", 8), "it has an owner");
    }
}
