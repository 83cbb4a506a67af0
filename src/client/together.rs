//! Several operations of one account: up to eight are sent at a time, and waits share their polling.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::StreamExt;
use futures_util::future::{BoxFuture, join_all};

use super::{Client, Ensured};
use crate::error::Error;
use crate::model::{CreateSnapshot, Deleted, ListSnapshots, Outcome, Snapshot, SnapshotRef};
use crate::operation::Operation;
use crate::page::{self, Wanted};
use crate::shared::SharedPoller;
use crate::wait::WaitOptions;

/// How many requests for several objects are sent concurrently.
const CONCURRENCY: usize = 8;

/// Waits for an operation and removes its record.
async fn finish<T: Outcome>(operation: Operation<T>, options: WaitOptions) -> Result<T, Error> {
    let result = operation.wait(options).await?;
    if let Err(error) = operation.acknowledge() {
        tracing::warn!(%error, "cannot remove the record of a finished operation");
    }
    Ok(result)
}

impl Client {
    /// Deletes several snapshots, up to eight at a time. Returns a result for each, in order; a failure does not affect the others.
    ///
    /// [`wait_all`](Self::wait_all) waits for the operations, and [`delete_snapshots_and_wait`](Self::delete_snapshots_and_wait) does
    /// both.
    pub async fn delete_snapshots(
        &self,
        snapshots: impl IntoIterator<Item = impl Into<SnapshotRef>>,
    ) -> Vec<Result<Operation<Deleted>, Error>> {
        let snapshots: Vec<SnapshotRef> = snapshots.into_iter().map(Into::into).collect();
        let deletes = snapshots.into_iter().map(|snapshot| self.delete_snapshot(snapshot));
        futures_util::stream::iter(deletes).buffered(CONCURRENCY).collect().await
    }

    /// Deletes several snapshots and waits until they are gone. Returns a result for each, in order. The waits run concurrently, and
    /// share one list if the provider's list shows the progress of deletes.
    ///
    /// Deletes that succeed are [acknowledged](Operation::acknowledge).
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
    /// For each snapshot, those of [`delete_snapshot`](Self::delete_snapshot) and [`Operation::wait`].
    pub async fn delete_snapshots_and_wait(
        &self,
        snapshots: impl IntoIterator<Item = impl Into<SnapshotRef>>,
        options: WaitOptions,
    ) -> Vec<Result<Deleted, Error>> {
        let sent = self.delete_snapshots(snapshots).await;
        let options = options.shared(&self.shared_poller());
        join_all(sent.into_iter().map(|sent| async { finish(sent?, options.clone()).await })).await
    }

    /// Creates several snapshots, each only if it [does not exist yet](Self::ensure_snapshot), and waits until they are ready. Returns a
    /// result for each request, in order; a failure does not affect the others. Up to eight requests are sent at a time, and the waits
    /// share one list if the provider's list shows the progress.
    ///
    /// Creates that succeed are [acknowledged](Operation::acknowledge). See [`retention`](crate::retention) for an example.
    ///
    /// # Errors
    /// For each request, those of [`ensure_snapshot`](Self::ensure_snapshot) and [`Operation::wait`].
    pub async fn ensure_snapshots_and_wait(
        &self,
        requests: impl IntoIterator<Item = CreateSnapshot>,
        options: WaitOptions,
    ) -> Vec<Result<Snapshot, Error>> {
        let requests: Vec<CreateSnapshot> = requests.into_iter().collect();
        let ensured = requests.into_iter().map(|request| async move {
            let ensured = self.ensure_snapshot(request.clone()).await?;
            let unfinished = match &ensured {
                Ensured::Present(snapshot) => self.unfinished(snapshot, &request)?,
                _ => None,
            };
            Ok(unfinished.map_or(ensured, Ensured::Pending))
        });
        let ensured: Vec<Result<Ensured, Error>> =
            futures_util::stream::iter(ensured).buffered(CONCURRENCY).collect().await;
        let options = options.shared(&self.shared_poller());
        let ended = ensured.into_iter().map(|ensured| async {
            match ensured? {
                Ensured::Present(snapshot) => Ok(*snapshot),
                Ensured::Pending(operation) | Ensured::Created(operation) => finish(operation, options.clone()).await,
            }
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

    /// Waits for several operations of this account concurrently. Returns a result for each, in order. The waits share one list if the
    /// provider's list shows the progress of the operations.
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

    /// The complete list of the account, and its number of pages.
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
