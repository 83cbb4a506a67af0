//! One reading of a list with numbered pages, and whether two readings prove that nothing was missed.

use super::key::{Key, digest};

/// One reading of the list, from its first page.
#[derive(Default)]
pub(super) struct Pass {
    /// The number of pages with entries.
    pub(super) pages: u64,
    /// The number of pages that were selected by a number.
    pub(super) sliding: u64,
    /// A digest of the entries of each page, in order.
    digest: u64,
    /// A digest of all entries, regardless of pages.
    all: u64,
    /// A digest of the entries that an earlier reading showed.
    known: u64,
    /// Whether an entry was on two pages, which means that the list changed while it was read.
    pub(super) moved: bool,
    /// Whether it equals the previous reading.
    pub(super) repeats: bool,
    /// The entries of the previous page, in order.
    previous: Vec<Key>,
}

impl Pass {
    /// Adds a page; `fresh` marks the entries that were not read before.
    pub(super) fn add(&mut self, keys: &[Key], fresh: &[bool]) {
        // Usually all entries of a page are new, or none.
        let all_new = fresh.iter().all(|fresh| *fresh);
        let mut new: Vec<Key> = Vec::new();
        if !all_new {
            new.extend(keys.iter().zip(fresh).filter(|(_, fresh)| **fresh).map(|(key, _)| *key));
            new.sort_unstable();
        }
        for key in keys {
            self.all = digest(&[Key::Number(self.all), *key]);
            if !all_new && new.binary_search(key).is_err() {
                self.known = digest(&[Key::Number(self.known), *key]);
            }
        }
        self.moved |= self.any_on_previous_page(keys);
        self.previous.clear();
        self.previous.extend_from_slice(keys);
        self.previous.sort_unstable();
        self.pages += 1;
        self.digest = digest(&[Key::Number(self.digest), Key::Number(digest(keys))]);
    }

    fn any_on_previous_page(&self, keys: &[Key]) -> bool {
        keys.iter().any(|key| self.previous.binary_search(key).is_ok())
    }

    /// Whether the previous page had all these entries.
    pub(super) fn all_on_previous_page(&self, keys: &[Key]) -> bool {
        keys.iter().all(|key| self.previous.binary_search(key).is_ok())
    }

    /// Whether both readings have the same entries on the same pages.
    pub(super) fn equals(&self, earlier: &Self) -> bool {
        (self.pages, self.digest) == (earlier.pages, earlier.digest)
    }

    /// Whether entries were only added: those of the earlier reading are all here, in the same order. None of them was removed during that
    /// reading, so no entry after it moved to a page that had been read already.
    pub(super) fn extends(&self, earlier: &Self) -> bool {
        self.known == earlier.all && !earlier.moved && !self.moved
    }

    /// Whether the readings prove that the list did not change in between: they are equal, page by page. If an entry is on two pages, the
    /// list changed, or the server always returns it twice; this takes one more reading.
    pub(super) fn confirms(&self, earlier: &Self) -> bool {
        self.equals(earlier) && (earlier.repeats || !(earlier.moved || self.moved))
    }
}
