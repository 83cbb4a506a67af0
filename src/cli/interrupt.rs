//! Ctrl-C: what is told of operations that were under way.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::handle::Handle;

/// Knows the operations under way, and when Ctrl-C is ours to catch.
#[derive(Debug, Default)]
pub(crate) struct Interrupt {
    armed: Notify,
    current: Mutex<Vec<(u64, Handle)>>,
}

impl Interrupt {
    fn current(&self) -> MutexGuard<'_, Vec<(u64, Handle)>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From here on Ctrl-C is caught. Before, it ends the process as it does any other: a password prompt needs that.
    pub(crate) fn arm(&self) {
        self.armed.notify_one();
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

    /// Ends at the first Ctrl-C after it was armed.
    pub(crate) async fn caught(&self) {
        self.armed.notified().await;
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler the default stands: the process ends at once.
            std::future::pending::<()>().await;
        }
    }
}
