//! One page of a list, and the one pager that turns pages into a stream. In this folder: `key` (what makes two entries the same),
//! `place` (page tokens, and where a list ends), `pager` (the walk), `shared` (one reading for several callers).

mod key;
mod pager;
mod place;
#[allow(dead_code, reason = "not every provider's lists are shared, and each can be built alone")]
mod shared;

pub(crate) use key::Key;
#[allow(unused_imports, reason = "not every provider has pages of each kind, and each can be built alone")]
pub(crate) use place::{Claims, Place, contradiction, may_be_full, parse, token};

pub(crate) use pager::{Known, collect, stream, stream_known};
#[allow(unused_imports, reason = "not every provider's lists are shared, and each can be built alone")]
pub(crate) use shared::{Reading, Shared};

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::{Advice, Error, ErrorKind};

/// Where the next page of a list begins. Opaque; good for the list that it came from, and refused by any other.
///
/// It can leave the process as text, such as in the link to the next page. What comes back is held against the list that it is used
/// with: another provider's, another list's or another filter's is [`ErrorKind::Invalid`](crate::ErrorKind::Invalid).
///
/// ```no_run
/// use cloudsnap::{Client, Error, ListSnapshots, PageToken};
/// # async fn run(client: Client, asked: Option<String>) -> Result<(), Error> {
/// let token = asked.map(|text| text.parse::<PageToken>()).transpose()?;
/// let page = client.snapshots_page(&ListSnapshots::default(), token).await?;
/// if let Some(next) = page.next {
///     println!("?page={next}");
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PageToken(pub(crate) String);

/// Begins the text of every token, and tells its version.
const PREFIX: &str = "pt1.";

/// No token of ours is longer: what a filter adds to it is short.
const LONGEST: usize = 4096;

/// As one word of letters, digits, `.`, `-` and `_`, which a URL takes as it is.
impl fmt::Display for PageToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", URL_SAFE_NO_PAD.encode(&self.0))
    }
}

impl FromStr for PageToken {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = || Error::new(ErrorKind::Invalid, "this is no page token").hint(Advice::OwnPageToken);
        let body = text.strip_prefix(PREFIX).filter(|body| body.len() <= LONGEST).ok_or_else(refused)?;
        let bytes = URL_SAFE_NO_PAD.decode(body).map_err(|_| refused())?;
        String::from_utf8(bytes).map(Self).map_err(|_| refused())
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
/// Lists that are cut into numbered pages may skip an entry while others are deleted. The streams of [`Client`](crate::Client) read
/// such a list again until that cannot have happened; whoever reads page after page has to see to it.
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
    /// Where the next page begins; `None`: this was the last.
    pub next: Option<PageToken>,
    /// How many entries there are on all pages, where the provider tells.
    pub total: Option<u64>,
    /// All entries that the provider sent, also those that were filtered out here.
    pub(crate) keys: Vec<Key>,
    /// The page is cut out of the list by a number, so that an entry moves to another page when one before it comes or goes.
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
    #[allow(dead_code, reason = "not every provider's lists are so, and each can be built alone")]
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

    #[allow(dead_code, reason = "not every provider's lists are so, and each can be built alone")]
    pub(crate) fn of_total(mut self, total: Option<u64>) -> Self {
        self.total = total;
        self
    }

    /// The page that was asked for by its place in the list.
    ///
    /// # Errors
    /// If the answers contradict each other.
    #[allow(dead_code, reason = "not every provider's lists are so, and each can be built alone")]
    pub(crate) fn at(mut self, place: &Place, list: &str, claims: Claims) -> Result<Self, Error> {
        self.next = place.after(list, &self.keys, claims)?;
        // What is behind what was said to be the end, and is nothing new, only confirms it.
        self.slides = !(place.is_probe() && self.next.is_none());
        Ok(self)
    }

    #[allow(dead_code, reason = "only providers that cannot filter call it")]
    pub(crate) fn retain(mut self, keep: impl FnMut(&T) -> bool) -> Self {
        self.items.retain(keep);
        self
    }

    /// The same page with other entries made from the ones that it has.
    pub(crate) fn try_map<U>(self, make: impl FnMut(T) -> Result<U, Error>) -> Result<Page<U>, Error> {
        let Self { items, next, total, keys, slides } = self;
        let items = items.into_iter().map(make).collect::<Result<_, _>>()?;
        Ok(Page { items, next, total, keys, slides })
    }
}

/// What makes an entry of a list the same entry on another page.
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
