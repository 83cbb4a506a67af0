//! Where a list stands: the one form of a page token, and where a list that is cut into numbered pages ends.

use super::PageToken;
use super::key::{Key, digest};
use crate::error::{Advice, Error, ErrorKind};

/// What a token says: of which list it is, and up to four numbers.
///
/// A token of another list, or of the same list with another filter, is refused: it would begin somewhere else, or afresh.
pub(crate) fn parse<const N: usize>(token: &PageToken, list: &str) -> Result<[u64; N], Error> {
    let refused =
        || Error::new(ErrorKind::Invalid, "the page token belongs to another list").hint(Advice::OwnPageToken);
    let (of, numbers) = token.0.rsplit_once('#').ok_or_else(refused)?;
    if of != list {
        return Err(refused());
    }
    let numbers = numbers.split('.').map(str::parse).collect::<Result<Vec<u64>, _>>().map_err(|_| refused())?;
    numbers.try_into().map_err(|_| refused())
}

/// The token of a place in a list.
pub(crate) fn token<const N: usize>(list: &str, numbers: [u64; N]) -> PageToken {
    let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
    PageToken(format!("{list}#{}", numbers.join(".")))
}

/// A place in a list whose pages are asked for by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The number of the page to ask for.
    pub(crate) number: u64,
    /// How many entries came before it.
    seen: u64,
    /// A digest of the page before it; 0 for none.
    before: u64,
    /// Why the page is asked for.
    reason: Reason,
}

/// Why a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    /// The list goes on.
    More = 0,
    /// The provider said that the list has ended, and may have been wrong.
    Probe = 1,
    /// The page was empty, and the provider said that there is more.
    Again = 2,
}

/// What an answer says of the size of its list. What it does not say is `None`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Claims {
    /// How many entries there are on all pages.
    pub(crate) total: Option<i64>,
    /// How many pages there are.
    pub(crate) pages: Option<i64>,
    /// This page may be full, so that a total as large as it may be its own length and not that of the list.
    pub(crate) full: bool,
}

/// A page of so many entries may be full. A provider may give fewer than were asked for without saying so, and then gives a round
/// number.
#[allow(dead_code, reason = "not every provider's pages are so, and each can be built alone")]
pub(crate) fn may_be_full(length: usize, requested: i64) -> bool {
    length > 0 && (length.is_multiple_of(10) || i64::try_from(length).is_ok_and(|length| length >= requested))
}

impl Place {
    #[allow(dead_code, reason = "not every provider has numbered pages, and each can be built alone")]
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

    /// It is only asked whether the list has really ended.
    pub(crate) fn is_probe(&self) -> bool {
        self.reason == Reason::Probe
    }

    /// How many entries came before the page.
    #[allow(dead_code, reason = "not every provider asks, and each can be built alone")]
    pub(crate) fn seen(&self) -> u64 {
        self.seen
    }

    /// Where the next page begins; `None`: the list ends with this page.
    ///
    /// # Errors
    /// [`ErrorKind::Contract`] if the answers contradict each other.
    #[allow(dead_code, reason = "not every provider has numbered pages, and each can be built alone")]
    pub(crate) fn after(&self, list: &str, keys: &[Key], claims: Claims) -> Result<Option<PageToken>, Error> {
        let length = keys.len() as u64;
        let seen = self.seen.saturating_add(length);
        let beyond = |reported: Option<i64>, reached: u64| {
            reported.and_then(|reported| u64::try_from(reported).ok()).is_some_and(|reported| reported > reached)
        };
        let more = beyond(claims.total, seen) || beyond(claims.pages, self.number);
        let place = |number, before, reason: Reason| Some(token(list, [number, seen, before, reason as u64]));
        if keys.is_empty() {
            // Where all entries came that were counted, a number of pages that is too high hides none.
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
            // Some servers show the last page for every number behind it.
            return match self.reason {
                Reason::Probe => Ok(None),
                _ => Err(contradiction(format!("page {} is the same as the one before it", self.number))),
            };
        }
        let counted = claims.total.is_some() || claims.pages.is_some();
        // A page where the list was said to have ended: what is said of the end counts for nothing any more.
        let reason = if counted && !more && !self.is_probe() { Reason::Probe } else { Reason::More };
        if reason == Reason::Probe && !claims.full {
            return Ok(None);
        }
        Ok(place(self.number.saturating_add(1), this, reason))
    }
}

/// The answers about a list contradict each other, or do not come to an end.
pub(crate) fn contradiction(why: String) -> Error {
    Error::new(ErrorKind::Contract, format!("the list cannot be read to its end: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "snapshots";

    fn keys(ids: std::ops::Range<u64>) -> Vec<Key> {
        ids.map(Key::Number).collect()
    }

    /// Walks over pages with what they claim, and tells how many were asked for and how it ended.
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
        assert_eq!(walk(&pages[..1], Some(2)), (2, Ok(())), "an honest one costs one request more");
        assert_eq!(walk(&[(1..3, Some(2), None), (1..3, Some(2), None)], Some(2)), (2, Ok(())), "a repeated last page");
        assert_eq!(walk(&pages[..1], Some(3)), (1, Ok(())), "the page is not full");
    }

    #[test]
    fn an_empty_page_below_the_total_is_asked_for_again_and_then_an_error() {
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
