//! A list of an account's snapshots that many machines share, read again when it is too old.

use std::sync::Arc;

use futures_util::TryStreamExt;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::client::Client;
use crate::error::Error;
use crate::model::{ListSnapshots, Snapshot, VmId};

/// The snapshots of an account.
pub(crate) struct Lists {
    client: Client,
    last: Mutex<Option<(Instant, Arc<Vec<Snapshot>>)>>,
}

impl Lists {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone(), last: Mutex::new(None) }
    }

    /// All snapshots of the account, from a list started at or after `moment`. Callers that arrive while a list is being read wait,
    /// and share the next one.
    async fn since(&self, moment: Instant) -> Result<Arc<Vec<Snapshot>>, Error> {
        let mut last = self.last.lock().await;
        if let Some((started, list)) = last.as_ref()
            && *started >= moment
        {
            return Ok(Arc::clone(list));
        }
        let started = Instant::now();
        let list: Vec<_> = self.client.snapshots(ListSnapshots::default()).try_collect().await?;
        let list = Arc::new(list);
        *last = Some((started, Arc::clone(&list)));
        Ok(list)
    }

    /// The snapshots of one machine.
    pub(crate) async fn of(&self, vm: &VmId, moment: Instant) -> Result<Vec<Snapshot>, Error> {
        let list = self.since(moment).await?;
        Ok(list.iter().filter(|snapshot| snapshot.vm.id.as_ref() == Some(vm)).cloned().collect())
    }
}
