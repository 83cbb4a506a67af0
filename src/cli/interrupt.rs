//! Ctrl-C, SIGTERM and SIGHUP, and the operations that were running at that time.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::exit::Exit;
use crate::sealed::Handle;

/// Tracks the running operations.
#[derive(Debug, Default)]
pub(crate) struct Interrupt {
    current: Mutex<Vec<(u64, Handle)>>,
}

impl Interrupt {
    fn current(&self) -> MutexGuard<'_, Vec<(u64, Handle)>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds an operation before it is sent, or updates its handle. `mark` identifies the operation.
    pub(crate) fn watch(&self, mark: u64, handle: Handle) {
        self.clear(mark);
        self.current().push((mark, handle));
    }

    /// Removes an operation that has finished.
    pub(crate) fn clear(&self, mark: u64) {
        self.current().retain(|(known, _)| *known != mark);
    }

    /// The handles of the running operations.
    pub(crate) fn handles(&self) -> Vec<Handle> {
        self.current().iter().map(|(_, handle)| handle.clone()).collect()
    }

    /// Returns at the first signal: the exit code and a message.
    pub(crate) async fn caught(&self) -> (Exit, &'static str) {
        first_signal().await
    }
}

#[cfg(unix)]
async fn first_signal() -> (Exit, &'static str) {
    use tokio::signal::unix::{Signal, SignalKind, signal};
    // Without a handler, the default applies: the process ends at once.
    async fn next(signal: std::io::Result<Signal>) {
        match signal {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    }
    let hangup = async {
        match hangup_is_ignored() {
            true => std::future::pending().await,
            false => next(signal(SignalKind::hangup())).await,
        }
    };
    tokio::select! {
        () = next(signal(SignalKind::interrupt())) => (Exit::Interrupted, "interrupted"),
        () = next(signal(SignalKind::terminate())) => (Exit::Terminated, "terminated by SIGTERM"),
        () = hangup => (Exit::HungUp, "terminated by SIGHUP"),
    }
}

/// A process started by `nohup` must survive a hangup; a handler would prevent that.
#[cfg(unix)]
fn hangup_is_ignored() -> bool {
    use std::io::IsTerminal;
    const HANGUP: u64 = 1;
    let status = std::fs::read_to_string("/proc/self/status").ok();
    let ignored = status.as_deref().and_then(|status| status.lines().find_map(|line| line.strip_prefix("SigIgn:")));
    match ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()) {
        Some(mask) => mask & HANGUP != 0,
        // Not available on this platform. `nohup` redirects stderr away from the terminal.
        None => !std::io::stderr().is_terminal(),
    }
}

#[cfg(not(unix))]
async fn first_signal() -> (Exit, &'static str) {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
    (Exit::Interrupted, "interrupted")
}
