//! Pages of lists, and the pager that turns them into a stream: `key` identifies entries, `place` has page tokens and detects the end
//! of a list, `pass` compares readings of a list, `pager` reads it, and `shared` shares one reading among several callers.

mod key;
mod pager;
mod pass;
mod place;
mod shared;

pub(crate) use key::Key;
pub(crate) use place::{Claims, Place, contradiction, may_be_full, parse, token};

pub(crate) use pager::{Known, collect, stream, stream_known};
pub(crate) use shared::{Reading, Shared};

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::{Advice, Error, ErrorKind};

/// The start of the next page of a list. Opaque, and valid only for the list that returned it.
///
/// It can leave the process as text, for example in a link to the next page. Using it with another provider, list or filter fails with
/// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid).
///
/// ```no_run
/// use cloudsnap::{Client, Error, ListSnapshots, PageToken};
/// # async fn run(client: Client, requested: Option<String>) -> Result<(), Error> {
/// let token = requested.map(|text| text.parse::<PageToken>()).transpose()?;
/// let page = client.snapshots_page(&ListSnapshots::default(), token).await?;
/// if let Some(next) = page.next {
///     println!("?page={next}");
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PageToken(pub(crate) String);

/// The start of every token, which identifies its version.
const PREFIX: &str = "pt1.";

/// Tokens are never longer than this, even with a filter.
const MAX_LEN: usize = 4096;

/// Consists of letters, digits, `.`, `-` and `_`, so that URLs need no escaping.
impl fmt::Display for PageToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", URL_SAFE_NO_PAD.encode(&self.0))
    }
}

impl FromStr for PageToken {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let invalid = || Error::new(ErrorKind::Invalid, "invalid page token").hint(Advice::SamePageToken);
        let body = text.strip_prefix(PREFIX).filter(|body| body.len() <= MAX_LEN).ok_or_else(invalid)?;
        let bytes = URL_SAFE_NO_PAD.decode(body).map_err(|_| invalid())?;
        String::from_utf8(bytes).map(Self).map_err(|_| invalid())
    }
}

impl serde::Serialize for PageToken {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for PageToken {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// One page of a list.
///
/// A list with numbered pages may skip an entry if others are deleted in between. The streams of [`Client`](crate::Client) read such a
/// list again until nothing can be missing; code that reads single pages has to do this itself.
///
/// ```no_run
/// use cloudsnap::{Client, Error, ListSnapshots};
/// # async fn run(client: Client) -> Result<(), Error> {
/// let list = ListSnapshots::default().name("nightly");
/// let mut token = None;
/// loop {
///     let page = client.snapshots_page(&list, token).await?;
///     println!("{} of {:?}", page.items.len(), page.total);
///     token = page.next;
///     if token.is_none() {
///         break;
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The entries.
    pub items: Vec<T>,
    /// The start of the next page; `None` if this is the last one.
    pub next: Option<PageToken>,
    /// The number of entries on all pages, if the provider reports it.
    pub total: Option<u64>,
    /// All entries that the provider sent, including those removed by a filter.
    pub(crate) keys: Vec<Key>,
    /// Whether the page is selected by a number, so that entries move to another page when one before them is added or removed.
    pub(crate) slides: bool,
}

/// A requested page.
#[derive(Clone, Default)]
pub(crate) struct Wanted {
    /// Its token; `None` for the first page.
    pub(crate) token: Option<PageToken>,
    /// The entries already yielded, if the list is read again.
    pub(crate) known: Option<Known>,
}

impl From<Option<PageToken>> for Wanted {
    fn from(token: Option<PageToken>) -> Self {
        Self { token, known: None }
    }
}

impl<T> Page<T> {
    /// A page whose entries may be incomplete; `keys` are those of all entries.
    pub(crate) fn of_keys(items: Vec<T>, keys: Vec<Key>) -> Self {
        Self { items, next: None, total: None, keys, slides: false }
    }

    pub(crate) fn last(items: Vec<T>) -> Self
    where
        T: Identified,
    {
        let keys = items.iter().map(Identified::key).collect();
        Self { items, next: None, total: None, keys, slides: false }
    }

    pub(crate) fn then(mut self, next: Option<PageToken>) -> Self {
        self.next = next;
        self
    }

    pub(crate) fn of_total(mut self, total: Option<u64>) -> Self {
        self.total = total;
        self
    }

    /// The page for a position in the list.
    ///
    /// # Errors
    /// If the responses contradict each other.
    pub(crate) fn at(mut self, place: &Place, list: &str, claims: Claims) -> Result<Self, Error> {
        self.next = place.after(list, &self.keys, claims)?;
        // A page after the reported end that contains nothing new only confirms the end.
        self.slides = !(place.is_probe() && self.next.is_none());
        Ok(self)
    }

    pub(crate) fn retain(mut self, keep: impl FnMut(&T) -> bool) -> Self {
        self.items.retain(keep);
        self
    }

    /// The page with its entries converted.
    pub(crate) fn try_map<U>(self, convert: impl FnMut(T) -> Result<U, Error>) -> Result<Page<U>, Error> {
        let Self { items, next, total, keys, slides } = self;
        let items = items.into_iter().map(convert).collect::<Result<_, _>>()?;
        Ok(Page { items, next, total, keys, slides })
    }
}

/// An entry that can be recognized on another page.
pub(crate) trait Identified {
    fn key(&self) -> Key;
}

impl Identified for crate::model::Snapshot {
    fn key(&self) -> Key {
        Key::of(self.id.as_str())
    }
}

impl Identified for crate::model::Vm {
    fn key(&self) -> Key {
        Key::of(self.id.as_str())
    }
}
