//! Page tokens that may leave the process: each is valid only for the account of its list.

use super::Client;
use crate::error::{Advice, Error, ErrorKind};
use crate::page::{Page, PageToken};

/// Separates the account from the position.
const SEPARATOR: char = '|';

impl Client {
    /// The position in the list, from a token of this account.
    pub(super) fn position_of(&self, token: Option<PageToken>) -> Result<Option<PageToken>, Error> {
        let Some(token) = token else { return Ok(None) };
        let of = token.0.split_once(SEPARATOR);
        match of.filter(|(account, _)| *account == self.account_hash()) {
            Some((_, position)) => Ok(Some(PageToken(position.to_owned()))),
            None => {
                let why = "the page token belongs to another account or provider";
                Err(Error::new(ErrorKind::Invalid, why).hint(Advice::SamePageToken))
            }
        }
    }

    /// The page, with its token made valid for this account only.
    pub(super) fn bound<T>(&self, mut page: Page<T>) -> Page<T> {
        page.next = page.next.map(|position| PageToken(format!("{}{SEPARATOR}{}", self.account_hash(), position.0)));
        page
    }

    /// Distinguishes accounts without revealing them.
    fn account_hash(&self) -> String {
        let text = format!("{}\n{}\n{}", self.provider(), self.base_url(), self.account);
        format!("{:012x}", crate::text::hash(&text) >> 16)
    }
}
