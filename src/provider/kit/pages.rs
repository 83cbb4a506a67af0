//! Lists with numbered pages.

use crate::error::{Error, ErrorKind};
use crate::page::{Claims, Identified, Key, Known, Page, Place, Wanted};

/// A page that is requested by its number.
pub(crate) struct Numbered {
    place: Place,
    list: String,
}

/// The part of a list in a response, with what the response claims about the list.
pub(crate) struct Part<T> {
    items: Vec<T>,
    /// The identities of all entries, even if they were not decoded.
    keys: Vec<Key>,
    pub(crate) claims: Claims,
    /// The number of entries on all pages.
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
    /// The page for a token of this list.
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

    /// The page for a response. After the reported end of a list, the page need not exist.
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

/// Identifies the entries of lists by their field `id`.
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
