//! Masks the connection's secrets in everything that the program prints, on stdout and stderr.

use std::borrow::Cow;
use std::sync::{Arc, PoisonError, RwLock};

use crate::transport::Redactor;

/// The secrets of all connections of the command.
static REDACTORS: RwLock<Vec<Arc<Redactor>>> = RwLock::new(Vec::new());

/// From now on, these secrets are masked in all output.
pub(crate) fn add_secrets(redactor: &Arc<Redactor>) {
    REDACTORS.write().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(redactor));
}

fn masked<'a>(text: &'a str, mask: impl Fn(&Redactor, &str) -> String) -> Cow<'a, str> {
    let redactors = REDACTORS.read().unwrap_or_else(PoisonError::into_inner);
    redactors.iter().fold(text.into(), |text: Cow<'a, str>, redactor| mask(redactor, &text).into())
}

/// Masks secrets in a text for people.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    // A handle contains only IDs and the caller's names; masking would make it useless.
    if text.starts_with("handle: ") { text.into() } else { masked(text, Redactor::text) }
}

/// Masks secrets in data for programs. A secret so short that it may be part of an ID is not masked, to keep the data correct.
pub(crate) fn data(text: &str) -> Cow<'_, str> {
    masked(text, Redactor::data)
}
