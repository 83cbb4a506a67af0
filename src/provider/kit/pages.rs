//! Lists whose pages are asked for by number.

use crate::error::{Error, ErrorKind};
use crate::page::{Claims, Identified, Key, Known, Page, Place, Wanted};

/// A page that is asked for by its number.
pub(crate) struct Numbered {
    place: Place,
    list: String,
}

/// What an answer holds of a list, and says of it.
pub(crate) struct Part<T> {
    items: Vec<T>,
    /// The identities of all entries, even if they were not decoded.
    keys: Vec<Key>,
    pub(crate) claims: Claims,
    /// How many entries there are on all pages.
    pub(crate) total: Option<i64>,
}

impl<T: Identified> Part<T> {
    pub(crate) fn new(items: Vec<T>, claims: Claims, total: Option<i64>) -> Self {
        let keys = items.iter().map(Identified::key).collect();
        Self { items, keys, claims, total }
    }

    /// The same without entries, if all of them were already yielded.
    pub(super) fn if_known<U>(self, known: &Known) -> Option<Part<U>> {
        let Self { keys, claims, total, .. } = self;
        known.has_all(&keys).then_some(Part { items: Vec::new(), keys, claims, total })
    }
}

impl Numbered {
    /// The page that a token of this list stands for.
    pub(crate) fn of(list: String, wanted: &Wanted) -> Result<Self, Error> {
        Ok(Self { place: Place::of(wanted.token.as_ref(), &list)?, list })
    }

    pub(crate) fn number(&self) -> i64 {
        i64::try_from(self.place.number).unwrap_or(i64::MAX)
    }

    /// Whether all pages before it can have been full pages of that size.
    pub(crate) fn follows_full(&self, size: i64) -> bool {
        self.place.seen().is_multiple_of(size.unsigned_abs())
    }

    /// The page, by what was answered. Where the list was said to end before it, there need be no such page.
    pub(crate) fn page<T: Identified>(&self, part: Result<Part<T>, Error>) -> Result<Page<T>, Error> {
        let part = match part {
            Err(error) if self.place.is_probe() && error.kind() == ErrorKind::NotFound => {
                return Ok(Page::last(Vec::new()));
            }
            part => part?,
        };
        let total = part.total.and_then(|total| u64::try_from(total).ok());
        Ok(Page::of_keys(part.items, part.keys).at(&self.place, &self.list, part.claims)?.of_total(total))
    }
}

/// Entries of lists are told apart by their field `id`.
macro_rules! identified {
    ($($type:ty),*) => {$(
        impl crate::page::Identified for $type {
            fn key(&self) -> crate::page::Key {
                crate::page::Key::from(&self.id)
            }
        }
    )*};
}

pub(crate) use identified;
