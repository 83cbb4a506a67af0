//! Several operations of one account: sent up to eight at a time, and waited for together.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::StreamExt;
use futures_util::future::{BoxFuture, join_all};

use super::Client;
use crate::error::Error;
use crate::model::{Deleted, ListSnapshots, Outcome, Snapshot, SnapshotRef};
use crate::operation::Operation;
use crate::page::{self, Wanted};
use crate::shared::SharedPoller;
use crate::wait::WaitOptions;

/// How many requests of one call on several objects are sent concurrently.
const AT_ONCE: usize = 8;

impl Client {
    /// Deletes several snapshots, up to eight at a time, with an outcome for each, in order. A failure does not stop the rest.
    ///
    /// [`wait_all`](Self::wait_all) waits for what was begun, and
    /// [`delete_snapshots_and_wait`](Self::delete_snapshots_and_wait) does both.
    pub async fn delete_snapshots(
        &self,
        snapshots: impl IntoIterator<Item = impl Into<SnapshotRef>>,
    ) -> Vec<Result<Operation<Deleted>, Error>> {
        let snapshots: Vec<SnapshotRef> = snapshots.into_iter().map(Into::into).collect();
        let deletes = snapshots.into_iter().map(|snapshot| self.delete_snapshot(snapshot));
        futures_util::stream::iter(deletes).buffered(AT_ONCE).collect().await
    }

    /// Deletes several snapshots and waits until they are gone, with an outcome for each, in order. All wait together, for as long as
    /// `options` say, and one list serves them all where the provider's list shows how far they are.
    ///
    /// What is seen to end is [acknowledged](Operation::acknowledge).
    ///
    /// ```no_run
    /// use cloudsnap::{Client, Snapshot, WaitOptions};
    /// # async fn run(client: Client, old: Vec<Snapshot>) {
    /// let options = WaitOptions::default();
    /// let outcomes = client.delete_snapshots_and_wait(&old, options).await;
    /// for (snapshot, outcome) in old.iter().zip(outcomes) {
    ///     match outcome {
    ///         Ok(_) => println!("{} is gone", snapshot.id),
    ///         Err(error) => eprintln!("{error}"),
    ///     }
    /// }
    /// # }
    /// ```
    ///
    /// # Errors
    /// Each outcome those of [`delete_snapshot`](Self::delete_snapshot) and [`Operation::wait`].
    pub async fn delete_snapshots_and_wait(
        &self,
        snapshots: impl IntoIterator<Item = impl Into<SnapshotRef>>,
        options: WaitOptions,
    ) -> Vec<Result<Deleted, Error>> {
        let sent = self.delete_snapshots(snapshots).await;
        let options = options.shared(&self.shared_poller());
        let ended = sent.into_iter().map(|sent| async {
            let operation = sent?;
            let deleted = operation.wait(options.clone()).await?;
            if let Err(error) = operation.acknowledge() {
                tracing::warn!(%error, "a delete that ended is still kept");
            }
            Ok(deleted)
        });
        join_all(ended).await
    }

    /// Lets waits share their polling; see [`WaitOptions::shared`].
    pub fn shared_poller(&self) -> SharedPoller {
        let client = self.clone();
        let list = move |call| {
            let client = client.with_options(call);
            Box::pin(async move { client.all_snapshots().await }) as BoxFuture<'static, _>
        };
        SharedPoller::over(self.provider(), self.base_url().as_str(), Box::new(list))
    }

    /// Waits for several operations of this account together, with an outcome for each, in order. Where the provider's list shows
    /// how far they are, one list serves them all.
    ///
    /// ```no_run
    /// use cloudsnap::{Client, CreateSnapshot, Error, VmId, WaitOptions};
    ///
    /// # async fn run(client: Client, vms: Vec<VmId>) -> Result<(), Error> {
    /// let mut operations = Vec::new();
    /// for vm in vms {
    ///     let request = CreateSnapshot::new(vm, "nightly");
    ///     operations.push(client.create_snapshot(request).await?);
    /// }
    /// for outcome in client.wait_all(&operations, WaitOptions::default()).await {
    ///     match outcome {
    ///         Ok(snapshot) => println!("{} is {}", snapshot.id, snapshot.status),
    ///         Err(error) => eprintln!("{error}"),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn wait_all<T: Outcome>(
        &self,
        operations: &[Operation<T>],
        options: WaitOptions,
    ) -> Vec<Result<T, Error>> {
        let options = options.shared(&self.shared_poller());
        join_all(operations.iter().map(|operation| operation.wait(options.clone()))).await
    }

    /// The whole list of the account, and how many pages it has.
    async fn all_snapshots(&self) -> (Result<Vec<Snapshot>, Error>, usize) {
        let pages = Arc::new(AtomicUsize::new(0));
        let (client, counter) = (self.clone(), Arc::clone(&pages));
        let list = page::stream_known(self.provider(), move |token, known| {
            let client = client.clone();
            counter.fetch_add(1, Ordering::Relaxed);
            Box::pin(async move { client.snapshots_wanted(&ListSnapshots::default(), Wanted { token, known }).await })
        });
        let rows = page::collect(list).await;
        (rows, pages.load(Ordering::Relaxed))
    }
}
