//! Locks held by only one process per state directory or, without one, by one task per connection.

use std::collections::HashSet;
use std::fs::File;
use std::sync::{Arc, Mutex, PoisonError};

/// The locks held when there is no state directory.
pub(super) type Held = Arc<Mutex<HashSet<String>>>;

/// A lock. Dropping it releases it.
#[derive(Debug)]
#[must_use]
pub(crate) struct Lock(Kind);

#[derive(Debug)]
enum Kind {
    #[allow(dead_code, reason = "held, not read: closing the file releases the lock")]
    File(File),
    Name(Held, String),
}

impl Lock {
    pub(super) fn of_file(file: File) -> Self {
        Self(Kind::File(file))
    }

    pub(super) fn of_name(held: &Held, name: &str) -> Option<Self> {
        let is_new = held.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
        is_new.then(|| Self(Kind::Name(Arc::clone(held), name.to_owned())))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Kind::Name(held, name) = &self.0 {
            held.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        }
    }
}
