//! Waiting for several operations of one account together.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::future::{BoxFuture, join_all};

use super::Client;
use crate::error::Error;
use crate::model::{ListSnapshots, Outcome, Snapshot};
use crate::operation::Operation;
use crate::page::{self, Wanted};
use crate::shared::SharedPoller;
use crate::wait::WaitOptions;

impl Client {
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
