//! The one gate of all that the program prints: no secret of the connection passes it, on stdout or on stderr.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::transport::Redactor;

/// The secrets of the connection; a command has one.
static KNOWN: OnceLock<Arc<Redactor>> = OnceLock::new();

/// From now on what is printed is searched for these secrets.
pub(crate) fn raise(redactor: &Arc<Redactor>) {
    // A second connection of the same command is to the same account.
    let _ = KNOWN.set(Arc::clone(redactor));
}

/// A text for people.
pub(crate) fn words(text: &str) -> Cow<'_, str> {
    match KNOWN.get() {
        // A handle carries ids and what the caller named; a mask would make it useless.
        Some(known) if !text.starts_with("handle: ") => known.text(text).into(),
        _ => text.into(),
    }
}

/// Data for programs. A secret so short that it may be a part of an id is left there: data must stay true.
pub(crate) fn data(text: &str) -> Cow<'_, str> {
    KNOWN.get().map_or(text.into(), |known| known.data(text).into())
}
