//! Limits how many machines are processed at once, and starts no deletion before all creates of the account were sent: deletions
//! would change the list that is read before a create.

use tokio::sync::{Semaphore, SemaphorePermit, watch};

/// Counts the machines of an account whose create was not sent yet.
pub(crate) struct Gate(watch::Sender<usize>);

impl Gate {
    pub(crate) fn new(machines: usize) -> Self {
        Self(watch::Sender::new(machines))
    }

    /// Waits until all creates were sent.
    pub(crate) async fn open(&self) {
        // The sender cannot be dropped before `self`.
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

/// The slots of a job's machines.
pub(crate) struct Slots<'a> {
    gate: &'a Gate,
    creates: Semaphore,
    prunes: Semaphore,
}

impl<'a> Slots<'a> {
    pub(crate) fn new(gate: &'a Gate, parallel: usize) -> Self {
        Self { gate, creates: Semaphore::new(parallel), prunes: Semaphore::new(parallel) }
    }

    /// To be called once for each machine counted by the gate.
    pub(crate) fn unsent(&self) -> Unsent<'a> {
        Unsent(self.gate)
    }

    /// Waits for a slot to create, which is free again when the permit is dropped. Never `None`: the semaphore is not closed.
    pub(crate) async fn create(&self) -> Option<SemaphorePermit<'_>> {
        self.creates.acquire().await.ok()
    }

    /// Waits until all creates of the account were sent, then for a slot to prune.
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
    async fn pruning_starts_when_all_creates_are_sent() {
        let gate = Gate::new(2);
        let slots = Slots::new(&gate, 1);
        let (first, second) = (slots.unsent(), slots.unsent());
        assert!(slots.create().now_or_never().is_some(), "creates need not wait");
        assert!(slots.prune().now_or_never().is_none());
        drop(first);
        assert!(slots.prune().now_or_never().is_none());
        drop(second);
        let prune = slots.prune().now_or_never().flatten();
        assert!(prune.is_some());
        assert!(slots.prune().now_or_never().is_none(), "one at a time");
        drop(prune);
        assert!(slots.prune().now_or_never().is_some());
    }
}
