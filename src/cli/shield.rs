//! The one gate of all that the program prints: no secret of the connection passes it, on stdout or on stderr.

use std::borrow::Cow;
use std::sync::{Arc, PoisonError, RwLock};

use crate::transport::Redactor;

/// The secrets of all connections of the command.
static KNOWN: RwLock<Vec<Arc<Redactor>>> = RwLock::new(Vec::new());

/// From now on what is printed is searched for these secrets.
pub(crate) fn raise(redactor: &Arc<Redactor>) {
    KNOWN.write().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(redactor));
}

fn masked<'a>(text: &'a str, mask: impl Fn(&Redactor, &str) -> String) -> Cow<'a, str> {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    known.iter().fold(text.into(), |text: Cow<'a, str>, known| mask(known, &text).into())
}

/// A text for people.
pub(crate) fn mask_text(text: &str) -> Cow<'_, str> {
    // A handle carries ids and what the caller named; a mask would make it useless.
    if text.starts_with("handle: ") { text.into() } else { masked(text, Redactor::text) }
}

/// Data for programs. A secret so short that it may be a part of an id is left there: data must stay true.
pub(crate) fn data(text: &str) -> Cow<'_, str> {
    masked(text, Redactor::data)
}
