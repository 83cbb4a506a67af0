//! Whose turn it is: so many machines at once, and no prune before all creates of the account are sent. A list that is read before a
//! create must be whole, and deletes would move it while it is read.

use tokio::sync::{Semaphore, SemaphorePermit, watch};

/// The machines of an account whose create is not sent yet.
pub(crate) struct Gate(watch::Sender<usize>);

impl Gate {
    pub(crate) fn new(machines: usize) -> Self {
        Self(watch::Sender::new(machines))
    }

    /// Waits until no create is left to be sent.
    pub(crate) async fn open(&self) {
        // The sender lives as long as this.
        let _ = self.0.subscribe().wait_for(|unsent| *unsent == 0).await;
    }
}

/// A machine that keeps the gate closed until this is dropped.
pub(crate) struct Unsent<'a>(&'a Gate);

impl Drop for Unsent<'_> {
    fn drop(&mut self) {
        self.0.0.send_modify(|unsent| *unsent = unsent.saturating_sub(1));
    }
}

/// The turns of the machines of a job.
pub(crate) struct Turns<'a> {
    gate: &'a Gate,
    creates: Semaphore,
    prunes: Semaphore,
}

impl<'a> Turns<'a> {
    pub(crate) fn new(gate: &'a Gate, parallel: usize) -> Self {
        Self { gate, creates: Semaphore::new(parallel), prunes: Semaphore::new(parallel) }
    }

    /// To be called once for each machine that the gate counts.
    pub(crate) fn unsent(&self) -> Unsent<'a> {
        Unsent(self.gate)
    }

    /// Waits for the turn to create, which ends when the permit is dropped. None: never, the semaphore is not closed.
    pub(crate) async fn create(&self) -> Option<SemaphorePermit<'_>> {
        self.creates.acquire().await.ok()
    }

    /// Waits for the turn to prune, which comes after all creates of the account.
    pub(crate) async fn prune(&self) -> Option<SemaphorePermit<'_>> {
        self.gate.open().await;
        self.prunes.acquire().await.ok()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[tokio::test]
    async fn prunes_begin_when_all_creates_are_sent() {
        let gate = Gate::new(2);
        let turns = Turns::new(&gate, 1);
        let (first, second) = (turns.unsent(), turns.unsent());
        assert!(turns.create().now_or_never().is_some(), "creates need not wait");
        assert!(turns.prune().now_or_never().is_none());
        drop(first);
        assert!(turns.prune().now_or_never().is_none());
        drop(second);
        let prune = turns.prune().now_or_never().flatten();
        assert!(prune.is_some());
        assert!(turns.prune().now_or_never().is_none(), "one at a time");
        drop(prune);
        assert!(turns.prune().now_or_never().is_some());
    }
}
