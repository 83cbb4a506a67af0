//! Page tokens that leave the process: each is bound to the account whose list it is a place in.

use super::Client;
use crate::error::{Advice, Error, ErrorKind};
use crate::page::{Page, PageToken};

/// Between the account and the place.
const SEPARATOR: char = '|';

impl Client {
    /// The place in the list, for a token of this account.
    pub(super) fn place_of(&self, token: Option<PageToken>) -> Result<Option<PageToken>, Error> {
        let Some(token) = token else { return Ok(None) };
        let of = token.0.split_once(SEPARATOR);
        match of.filter(|(realm, _)| *realm == self.realm()) {
            Some((_, place)) => Ok(Some(PageToken(place.to_owned()))),
            None => {
                let why = "the page token belongs to another account or provider";
                Err(Error::new(ErrorKind::Invalid, why).hint(Advice::OwnPageToken))
            }
        }
    }

    /// The page, with its token bound to this account.
    pub(super) fn bound<T>(&self, mut page: Page<T>) -> Page<T> {
        page.next = page.next.map(|place| PageToken(format!("{}{SEPARATOR}{}", self.realm(), place.0)));
        page
    }

    /// Tells accounts apart, and nothing of them.
    fn realm(&self) -> String {
        let text = format!("{}\n{}\n{}", self.provider(), self.base_url(), self.account);
        format!("{:012x}", crate::text::hash(&text) >> 16)
    }
}
