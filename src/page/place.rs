//! Positions in a list: the format of page tokens, and detecting the end of a list with numbered pages.

use super::PageToken;
use super::key::{Key, digest};
use crate::error::{Advice, Error, ErrorKind};

/// The numbers in a token of this list.
///
/// A token of another list, or of the same list with another filter, is rejected: it would start at another position.
pub(crate) fn parse<const N: usize>(token: &PageToken, list: &str) -> Result<[u64; N], Error> {
    let invalid =
        || Error::new(ErrorKind::Invalid, "the page token belongs to another list").hint(Advice::SamePageToken);
    let (of, numbers) = token.0.rsplit_once('#').ok_or_else(invalid)?;
    if of != list {
        return Err(invalid());
    }
    let numbers = numbers.split('.').map(str::parse).collect::<Result<Vec<u64>, _>>().map_err(|_| invalid())?;
    numbers.try_into().map_err(|_| invalid())
}

/// The token for a position in a list.
pub(crate) fn token<const N: usize>(list: &str, numbers: [u64; N]) -> PageToken {
    let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
    PageToken(format!("{list}#{}", numbers.join(".")))
}

/// A position in a list with numbered pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The number of the page to request.
    pub(crate) number: u64,
    /// The number of entries before it.
    seen: u64,
    /// A digest of the previous page; 0 if there is none.
    before: u64,
    /// Why the page is requested.
    reason: Reason,
}

/// Why a page is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    /// There are more pages.
    More = 0,
    /// The provider reported the end of the list, which may be wrong.
    Probe = 1,
    /// The page was empty although the provider reported more entries.
    Again = 2,
}

/// The size of the list as reported in a response; `None` if it is not reported.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Claims {
    /// The number of entries on all pages.
    pub(crate) total: Option<i64>,
    /// The number of pages.
    pub(crate) pages: Option<i64>,
    /// Whether this page may be full: a total equal to its length may then be the length of the page rather than of the list.
    pub(crate) full: bool,
}

/// Whether a page with this many entries may be full. Providers may silently return fewer entries than requested, and then use a round
/// number.
pub(crate) fn may_be_full(length: usize, requested: i64) -> bool {
    length > 0 && (length.is_multiple_of(10) || i64::try_from(length).is_ok_and(|length| length >= requested))
}

impl Place {
    pub(crate) fn of(token: Option<&PageToken>, list: &str) -> Result<Self, Error> {
        let Some(token) = token else { return Ok(Self { number: 1, seen: 0, before: 0, reason: Reason::More }) };
        let [number, seen, before, reason] = parse(token, list)?;
        let reason = match reason {
            1 => Reason::Probe,
            2 => Reason::Again,
            _ => Reason::More,
        };
        Ok(Self { number, seen, before, reason })
    }

    /// Whether the request only checks that the list has really ended.
    pub(crate) fn is_probe(&self) -> bool {
        self.reason == Reason::Probe
    }

    /// The number of entries before the page.
    pub(crate) fn seen(&self) -> u64 {
        self.seen
    }

    /// The start of the next page; `None` if the list ends with this page.
    ///
    /// # Errors
    /// [`ErrorKind::Contract`] if the responses contradict each other.
    pub(crate) fn after(&self, list: &str, keys: &[Key], claims: Claims) -> Result<Option<PageToken>, Error> {
        let length = keys.len() as u64;
        let seen = self.seen.saturating_add(length);
        let beyond = |reported: Option<i64>, reached: u64| {
            reported.and_then(|reported| u64::try_from(reported).ok()).is_some_and(|reported| reported > reached)
        };
        let more = beyond(claims.total, seen) || beyond(claims.pages, self.number);
        let place = |number, before, reason: Reason| Some(token(list, [number, seen, before, reason as u64]));
        if keys.is_empty() {
            // If all counted entries were received, a number of pages that is too high hides nothing.
            let more = claims.total.map_or(more, |total| beyond(Some(total), seen));
            return match (more, self.reason) {
                (false, _) | (_, Reason::Probe) => Ok(None),
                (true, Reason::More) => Ok(place(self.number, self.before, Reason::Again)),
                (true, Reason::Again) => Err(contradiction(format!(
                    "page {} is empty, and yet the provider says that there is more ({seen} entries came)",
                    self.number
                ))),
            };
        }
        let this = digest(keys);
        if self.number > 1 && this == self.before {
            // Some servers return the last page for any higher number.
            return match self.reason {
                Reason::Probe => Ok(None),
                _ => Err(contradiction(format!("page {} repeats the previous one", self.number))),
            };
        }
        let counted = claims.total.is_some() || claims.pages.is_some();
        // This page was requested to check the reported end, so its own claims about the end are ignored.
        let reason = if counted && !more && !self.is_probe() { Reason::Probe } else { Reason::More };
        if reason == Reason::Probe && !claims.full {
            return Ok(None);
        }
        Ok(place(self.number.saturating_add(1), this, reason))
    }
}

/// The error for responses that contradict each other or never end.
pub(crate) fn contradiction(why: String) -> Error {
    Error::new(ErrorKind::Contract, format!("the list cannot be read completely: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "snapshots";

    fn keys(ids: std::ops::Range<u64>) -> Vec<Key> {
        ids.map(Key::Number).collect()
    }

    /// Reads pages with their claims; returns the number of requests and the result.
    fn walk(
        pages: &[(std::ops::Range<u64>, Option<i64>, Option<i64>)],
        size: Option<u64>,
    ) -> (u64, Result<(), ErrorKind>) {
        let mut token = None;
        for requested in 1.. {
            let place = Place::of(token.as_ref(), LIST).unwrap();
            let (range, total, pages) = pages.get(place.number as usize - 1).cloned().unwrap_or((0..0, None, None));
            let full = size.is_none_or(|size| range.end - range.start >= size);
            match place.after(LIST, &keys(range), Claims { total, pages, full }) {
                Ok(None) => return (requested, Ok(())),
                Ok(next) => token = next,
                Err(error) => return (requested, Err(error.kind())),
            }
        }
        unreachable!()
    }

    #[test]
    fn a_list_without_totals_ends_with_an_empty_page() {
        assert_eq!(walk(&[(1..3, None, None), (3..4, None, None)], None), (3, Ok(())));
        assert_eq!(walk(&[], None), (1, Ok(())));
        assert_eq!(walk(&[(1..3, None, None), (1..3, None, None)], None), (2, Err(ErrorKind::Contract)));
    }

    #[test]
    fn a_total_as_large_as_a_full_page_is_not_the_end() {
        let pages = [(1..3, Some(2), Some(1)), (3..5, Some(2), Some(1)), (5..6, Some(2), Some(1))];
        assert_eq!(walk(&pages, None), (4, Ok(())), "each page claims to be the whole list");
        assert_eq!(walk(&pages, Some(2)), (3, Ok(())), "the last page is not full");
        assert_eq!(walk(&pages[..1], Some(2)), (2, Ok(())), "a correct total costs one more request");
        assert_eq!(walk(&[(1..3, Some(2), None), (1..3, Some(2), None)], Some(2)), (2, Ok(())), "a repeated last page");
        assert_eq!(walk(&pages[..1], Some(3)), (1, Ok(())), "the page is not full");
    }

    #[test]
    fn an_empty_page_below_the_total_is_requested_again_and_then_an_error() {
        assert_eq!(walk(&[(1..3, Some(5), None), (0..0, Some(5), None)], Some(9)), (3, Err(ErrorKind::Contract)));
        assert_eq!(walk(&[(1..3, None, Some(2)), (0..0, None, Some(2))], None).1, Ok(()), "page 2 of 2 is empty");
        assert_eq!(walk(&[(0..0, Some(1), None)], None), (2, Err(ErrorKind::Contract)));
        assert_eq!(
            walk(&[(1..3, Some(5), None), (0..0, Some(2), None)], None).1,
            Ok(()),
            "some were deleted meanwhile"
        );
    }

    #[test]
    fn a_token_of_another_list_is_refused() {
        let mine = token(LIST, [2, 100, 7, 0]);
        assert_eq!(parse(&mine, LIST).unwrap(), [2, 100, 7, 0]);
        assert_eq!(Place::of(Some(&mine), LIST).unwrap().number, 2);
        for foreign in [
            "",
            "2",
            "snapshots#2.100.7",
            "snapshots#2.100.7.0.1",
            "snapshots#a.b.c.d",
            "snapshots#-2.1.1.1",
            "vms#2.100.7.0",
        ] {
            let error = Place::of(Some(&PageToken(foreign.to_owned())), LIST).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{foreign:?}");
        }
    }
}
