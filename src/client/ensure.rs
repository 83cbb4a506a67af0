//! Ensures that a snapshot exists: creates it only if it is missing.

use futures_util::TryStreamExt;
use tokio::time::Instant;

use super::action::validate;
use super::{Client, Prepared};
use crate::error::{Advice, Error, ErrorKind};
use crate::handle::{Ticket, Verb};
use crate::journal::{Entry, Lock, Recent, Requested, machine_lock, recognise};
use crate::model::{Action, CreateSnapshot, ListSnapshots, Snapshot, SnapshotId, SnapshotRef, SnapshotStatus};
use crate::operation::{Operation, OperationState};
use crate::provider;
use crate::sealed::Handle;

/// The result of [`Client::ensure_snapshot`].
#[derive(Debug)]
#[non_exhaustive]
pub enum Ensured {
    /// It exists, or the provider is creating it (see its status). Nothing was sent. To wait for it as well, use
    /// [`ensure_snapshots_and_wait`](Client::ensure_snapshots_and_wait).
    Present(Box<Snapshot>),
    /// A recorded operation is creating it, or may have created it. Nothing was sent.
    Pending(Operation<Snapshot>),
    /// It was missing and is being created.
    Created(Operation<Snapshot>),
}

/// The result of [`Client::prepare_missing`].
#[derive(Debug)]
#[non_exhaustive]
pub enum Missing {
    /// It exists, or the provider is creating it (see its status).
    Present(Box<Snapshot>),
    /// A recorded operation is creating it, or may have created it.
    Pending(Operation<Snapshot>),
    /// It is missing. No other process with the same state directory creates one for this machine until this is submitted or dropped.
    Missing(Prepared<Snapshot>),
}

impl Client {
    /// Creates a snapshot of a machine unless the machine already has one with this name.
    ///
    /// Only one snapshot is created, even if several processes with the same [state directory](crate::ClientBuilder::state_dir) call
    /// this at the same time: it checks the operations recorded there first, then the machine's complete list. An operation with an
    /// unknown outcome counts as creating it until its request can no longer take effect. Names are compared in the form in which
    /// the provider stores them; snapshots that failed or are being deleted do not count.
    ///
    /// ```no_run
    /// use cloudsnap::{Client, CreateSnapshot, Ensured, VmId, WaitOptions};
    /// # async fn run(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = CreateSnapshot::new(VmId::new("3247")?, "nightly");
    /// let snapshot = match client.ensure_snapshot(request).await? {
    ///     Ensured::Present(snapshot) => *snapshot,
    ///     Ensured::Pending(operation) | Ensured::Created(operation) => {
    ///         let snapshot = operation.wait(WaitOptions::default()).await?;
    ///         operation.acknowledge()?;
    ///         snapshot
    ///     }
    ///     _ => return Err("unknown result".into()),
    /// };
    /// println!("{} is {}", snapshot.id, snapshot.status);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Same as [`create_snapshot`](Self::create_snapshot); any error of reading the list; [`ErrorKind::Timeout`] if other processes were
    /// creating snapshots of the machine until the deadline; [`ErrorKind::Unavailable`] if a snapshot that was recently created with this
    /// name is not listed although nobody sharing the state directory has deleted it: the list may be out of date.
    pub async fn ensure_snapshot(&self, request: CreateSnapshot) -> Result<Ensured, Error> {
        let deadline = self.options().deadline_from(Instant::now());
        Ok(match self.prepare_missing_until(request, deadline).await? {
            Missing::Present(snapshot) => Ensured::Present(snapshot),
            Missing::Pending(operation) => Ensured::Pending(operation),
            Missing::Missing(prepared) => Ensured::Created(prepared.submit_until(deadline).await?),
        })
    }

    /// The first step of [`ensure_snapshot`](Self::ensure_snapshot): checks whether it is missing. Changes nothing.
    ///
    /// # Errors
    /// Same as [`ensure_snapshot`](Self::ensure_snapshot).
    pub async fn prepare_missing(&self, request: CreateSnapshot) -> Result<Missing, Error> {
        self.prepare_missing_until(request, self.options().deadline_from(Instant::now())).await
    }

    async fn prepare_missing_until(&self, request: CreateSnapshot, deadline: Instant) -> Result<Missing, Error> {
        let mut like = self.ticket(Verb::CreateSnapshot);
        (like.vm, like.name) = (Some(request.vm.clone()), Some(request.name.clone()));
        let action = Action::from(request.clone());
        let capabilities = self.backend.capabilities(Some(&request.vm));
        provider::refuse(self.provider(), capabilities, &action).map_err(|error| error.trying(&like))?;
        validate(&action).map_err(|error| self.about(error, &like))?;

        let lock = self.lock_machine(&like, deadline).await?;
        let client = self.with_options(self.options().clone().until(deadline));
        let unresolved = match client.recorded(&like).await? {
            Some(Recorded::InProgress(operation)) => return Ok(Missing::Pending(operation)),
            Some(Recorded::Unresolved(operation)) => Some(operation),
            None => None,
        };
        match (client.existing(&request, &like).await?, unresolved) {
            (Some(snapshot), _) => Ok(Missing::Present(Box::new(snapshot))),
            (None, Some(operation)) => Ok(Missing::Pending(operation)),
            (None, None) => {
                let mut prepared = self.prepare_until(request, deadline).await?;
                prepared.lock = Some(lock);
                Ok(Missing::Missing(prepared))
            }
        }
    }

    async fn lock_machine(&self, like: &Ticket, deadline: Instant) -> Result<Lock, Error> {
        let lock = self.journal.lock(&machine_lock(like), deadline).await.map_err(|error| self.about(error, like))?;
        lock.ok_or_else(|| {
            let why = "other processes are still creating snapshots of this machine; nothing was sent";
            self.about(Error::new(ErrorKind::Timeout, why), like)
        })
    }

    /// The outcome of recorded creates with the same result.
    async fn recorded(&self, like: &Ticket) -> Result<Option<Recorded>, Error> {
        let mut unresolved = None;
        for entry in self.journal.pending_creates(like).map_err(|error| self.about(error, like))? {
            // Belongs to another user of the same server, who may see and create other objects.
            let Ok(operation) = self.resume::<Snapshot>(&entry.handle()) else { continue };
            match operation.poll().await {
                Ok(OperationState::Done(_) | OperationState::Accepted(_) | OperationState::Running { .. }) => {
                    return Ok(Some(Recorded::InProgress(operation)));
                }
                // The journal has recorded the end.
                Ok(OperationState::Failed(_) | OperationState::Gone) => {}
                _ if self.is_over(&entry) => {}
                _ => unresolved = unresolved.or(Some(Recorded::Unresolved(operation))),
            }
        }
        Ok(unresolved)
    }

    /// Whether the request can no longer take effect because it was sent too long ago.
    fn is_over(&self, entry: &Entry) -> bool {
        let age = jiff::Timestamp::now().duration_since(entry.started_at);
        // A start in the future only means that the clock was changed.
        age > self.journal.rules().latest
    }

    /// A snapshot of that machine with that name that exists or is being created.
    async fn existing(&self, request: &CreateSnapshot, like: &Ticket) -> Result<Option<Snapshot>, Error> {
        // Reads the complete list and compares here: a snapshot that a provider's filter omits must not be created a second time.
        let tried = format!("list snapshots for VM {}", request.vm);
        let selected = self.backend.selected_of(&self.options().bounded(), &request.vm).await;
        let rows = match selected.map_err(|error| self.about(error, tried))? {
            Some(rows) => rows,
            None => self.snapshots(ListSnapshots::default().vm(request.vm.clone())).try_collect().await?,
        };
        let recent = self.journal.recent_snapshots(like).map_err(|error| self.about(error, like))?;
        // A list may still show what was deleted here.
        let is_deleted = |it: &Snapshot| recent.iter().any(|recent| recent.is_deleted() && recent.id == it.id.as_str());
        let is_usable =
            |it: &Snapshot| !matches!(it.status, SnapshotStatus::Failed | SnapshotStatus::Deleting) && !is_deleted(it);
        let has_name = |it: &Snapshot| self.matches_name(it, &request.name, request.description.as_deref());
        let is_wanted = |it: &Snapshot| is_usable(it) && has_name(it);
        let mut found: Option<&Snapshot> = None;
        for snapshot in rows.iter().filter(|row| is_wanted(row)) {
            if found.is_none_or(|found| found.status != SnapshotStatus::Ready) {
                found = Some(snapshot);
            }
        }
        if found.is_some() {
            return Ok(found.cloned());
        }
        // A list may not show yet what was created here: it is requested by its ID.
        for recent in recent.iter().filter(|recent| !recent.is_deleted()) {
            let Ok(id) = SnapshotId::new(recent.id.clone()) else { continue };
            if rows.iter().any(|row| row.id == id) {
                continue;
            }
            match self.snapshot(SnapshotRef::new(id).of_vm(request.vm.clone())).await {
                Ok(snapshot) if is_wanted(&snapshot) => return Ok(Some(snapshot)),
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => self.believe(&error, recent, like)?,
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// Whether a snapshot that was created here is believed to be absent. A provider's own response about that snapshot is enough. A
    /// list that does not show it is not, if the create has finished and nobody here has deleted it since: the list may be out of date.
    fn believe(&self, absent: &Error, recent: &Recent, like: &Ticket) -> Result<(), Error> {
        let is_alike = recent.name.as_deref().is_some_and(|name| self.journal.is_alike(like, name));
        let Some(created) = recent.created_at().filter(|_| is_alike && absent.status().is_none()) else {
            return Ok(());
        };
        let id = recent.id.clone();
        let why = format!(
            "snapshot {id} has been created with this name, but the provider does not list it; nothing was sent"
        );
        let until = created.saturating_add(self.journal.rules().latest).unwrap_or(created);
        let advice = Advice::AwaitSnapshot { snapshot: id, until };
        Err(self.about(Error::new(ErrorKind::Unavailable, why).hint(advice), like))
    }

    /// Whether a snapshot was requested with this name. Providers may store it in another form: Syminet may append a time, and some
    /// platforms of ManageIQ keep only the description.
    pub fn matches_name(&self, snapshot: &Snapshot, name: &str, description: Option<&str>) -> bool {
        recognise(self.journal.rules().names, &self.backend.seen(snapshot), Requested { name, description }).is_some()
    }

    /// The operation that waits for an existing snapshot; `None` if it is ready. A snapshot whose status is not known is not.
    pub(crate) fn unfinished(
        &self,
        snapshot: &Snapshot,
        request: &CreateSnapshot,
    ) -> Result<Option<Operation<Snapshot>>, Error> {
        if snapshot.status == SnapshotStatus::Ready {
            return Ok(None);
        }
        let mut ticket = self.ticket(Verb::CreateSnapshot);
        (ticket.vm, ticket.name) = (Some(request.vm.clone()), Some(request.name.clone()));
        ticket.resource = Some(snapshot.id.to_string());
        self.resume(&Handle::seal(&ticket)).map(Some)
    }
}

/// A recorded create that may have the wanted result.
enum Recorded {
    /// It is in progress or done.
    InProgress(Operation<Snapshot>),
    /// It may have created one, or may still do so.
    Unresolved(Operation<Snapshot>),
}
