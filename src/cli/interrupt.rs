//! Ctrl-C: what is told of operations that were under way.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::handle::Handle;

/// Knows the operations under way.
#[derive(Debug, Default)]
pub(crate) struct Interrupt {
    current: Mutex<Vec<(u64, Handle)>>,
}

impl Interrupt {
    fn current(&self) -> MutexGuard<'_, Vec<(u64, Handle)>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An operation is about to be sent, or is known better. `mark` tells it from all others.
    pub(crate) fn watch(&self, mark: u64, handle: Handle) {
        self.clear(mark);
        self.current().push((mark, handle));
    }

    /// Its end is known.
    pub(crate) fn clear(&self, mark: u64) {
        self.current().retain(|(known, _)| *known != mark);
    }

    /// The handles of what is under way.
    pub(crate) fn handles(&self) -> Vec<Handle> {
        self.current().iter().map(|(_, handle)| handle.clone()).collect()
    }

    /// Ends at the first Ctrl-C.
    pub(crate) async fn caught(&self) {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler the default stands: the process ends at once.
            std::future::pending::<()>().await;
        }
    }
}
