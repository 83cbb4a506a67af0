//! Lists of an account that many machines share: one that is young enough for all who ask.

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

    /// All snapshots of the account, by a list that was begun no earlier than that. Who comes while one is read waits, and takes the
    /// next together with all others who came meanwhile.
    async fn since(&self, moment: Instant) -> Result<Arc<Vec<Snapshot>>, Error> {
        let mut last = self.last.lock().await;
        if let Some((begun, list)) = last.as_ref()
            && *begun >= moment
        {
            return Ok(Arc::clone(list));
        }
        let begun = Instant::now();
        let list: Vec<_> = self.client.snapshots(ListSnapshots::default()).try_collect().await?;
        let list = Arc::new(list);
        *last = Some((begun, Arc::clone(&list)));
        Ok(list)
    }

    /// Those of one machine.
    pub(crate) async fn of(&self, vm: &VmId, moment: Instant) -> Result<Vec<Snapshot>, Error> {
        let list = self.since(moment).await?;
        Ok(list.iter().filter(|snapshot| snapshot.vm.id.as_ref() == Some(vm)).cloned().collect())
    }
}
