//! A snapshot that shall be there, made only if it is missing.

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
#[cfg(feature = "cli")]
use crate::sealed::Handle;

/// What was found, or done, so that a snapshot is there.
#[derive(Debug)]
#[non_exhaustive]
pub enum Ensured {
    /// It is there, or the provider is making it: see its status. Nothing was sent.
    Present(Box<Snapshot>),
    /// An operation that is known here makes it, or may have made it. Nothing was sent.
    Pending(Operation<Snapshot>),
    /// It was missing, and is being made.
    Made(Operation<Snapshot>),
}

/// What [`Client::prepare_missing`] found.
#[derive(Debug)]
#[non_exhaustive]
pub enum Missing {
    /// It is there, or the provider is making it: see its status.
    Present(Box<Snapshot>),
    /// An operation that is known here makes it, or may have made it.
    Pending(Operation<Snapshot>),
    /// It is missing. Nobody else of the same state folder makes one of that machine until this is submitted or dropped.
    Missing(Prepared<Snapshot>),
}

impl Client {
    /// Makes a snapshot of a machine unless there is one of that name.
    ///
    /// However many processes with the same [state folder](crate::ClientBuilder::state_dir) ask at once, one snapshot is made:
    /// first the operations are looked at that are known there, then the machine's whole list. An operation whose outcome is
    /// unknown counts as one that makes it, until no request can take effect any more. Names are compared as the provider keeps
    /// them; what is failed or is being deleted does not count.
    ///
    /// ```no_run
    /// use cloudsnap::{Client, CreateSnapshot, Ensured, VmId, WaitOptions};
    /// # async fn run(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = CreateSnapshot::new(VmId::new("3247")?, "nightly");
    /// let snapshot = match client.ensure_snapshot(request).await? {
    ///     Ensured::Present(snapshot) => *snapshot,
    ///     Ensured::Pending(operation) | Ensured::Made(operation) => {
    ///         let snapshot = operation.wait(WaitOptions::default()).await?;
    ///         operation.acknowledge()?;
    ///         snapshot
    ///     }
    ///     _ => return Err("unheard of".into()),
    /// };
    /// println!("{} is {}", snapshot.id, snapshot.status);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`create_snapshot`](Self::create_snapshot); those of reading the list; [`ErrorKind::Timeout`] if others have been making
    /// snapshots of the machine for all of the call's time; [`ErrorKind::Unavailable`] if a snapshot that was created with this name in
    /// the last ten minutes is not listed, although it was not deleted with this state directory: the list may be out of date.
    pub async fn ensure_snapshot(&self, request: CreateSnapshot) -> Result<Ensured, Error> {
        let deadline = self.options().deadline_from(Instant::now());
        Ok(match self.prepare_missing_until(request, deadline).await? {
            Missing::Present(snapshot) => Ensured::Present(snapshot),
            Missing::Pending(operation) => Ensured::Pending(operation),
            Missing::Missing(prepared) => Ensured::Made(prepared.submit_until(deadline).await?),
        })
    }

    /// The first step of [`ensure_snapshot`](Self::ensure_snapshot): looks, and changes nothing.
    ///
    /// # Errors
    /// As [`ensure_snapshot`](Self::ensure_snapshot).
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
        let unresolved = match client.taken_up(&like).await? {
            Some(Taken::Under(operation)) => return Ok(Missing::Pending(operation)),
            Some(Taken::Unresolved(operation)) => Some(operation),
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
            let why = "others were making snapshots of this machine all the time; nothing was sent";
            self.about(Error::new(ErrorKind::Timeout, why), like)
        })
    }

    /// What became of the creates that are known here and would make the same.
    async fn taken_up(&self, like: &Ticket) -> Result<Option<Taken>, Error> {
        let mut unresolved = None;
        for entry in self.journal.pending_creates(like).map_err(|error| self.about(error, like))? {
            // Another user's, who may see and make other things under this address.
            let Ok(operation) = self.resume::<Snapshot>(&entry.handle()) else { continue };
            match operation.poll().await {
                Ok(OperationState::Done(_) | OperationState::Accepted(_) | OperationState::Running { .. }) => {
                    return Ok(Some(Taken::Under(operation)));
                }
                // Its end is written down.
                Ok(OperationState::Failed(_) | OperationState::Gone) => {}
                _ if self.is_over(&entry) => {}
                _ => unresolved = unresolved.or(Some(Taken::Unresolved(operation))),
            }
        }
        Ok(unresolved)
    }

    /// No request takes effect this long after it was sent.
    fn is_over(&self, entry: &Entry) -> bool {
        let age = jiff::Timestamp::now().duration_since(entry.started_at);
        // What began in the future tells of a clock that jumped, and of nothing else.
        age > self.journal.rules().latest
    }

    /// A snapshot of that machine by that name which is there, or is being made.
    async fn existing(&self, request: &CreateSnapshot, like: &Ticket) -> Result<Option<Snapshot>, Error> {
        // Read whole and compared here: what a provider's filter leaves out must not be made a second time.
        let tried = format!("list snapshots of vm {}", request.vm);
        let picked = self.backend.picked_out(&self.options().bounded(), &request.vm).await;
        let rows = match picked.map_err(|error| self.about(error, tried))? {
            Some(rows) => rows,
            None => self.snapshots(ListSnapshots::default().vm(request.vm.clone())).try_collect().await?,
        };
        let recent = self.journal.recent_snapshots(like).map_err(|error| self.about(error, like))?;
        // A list may still show what was deleted here.
        let is_deleted = |it: &Snapshot| recent.iter().any(|recent| recent.is_deleted() && recent.id == it.id.as_str());
        let lives =
            |it: &Snapshot| !matches!(it.status, SnapshotStatus::Failed | SnapshotStatus::Deleting) && !is_deleted(it);
        let is_called = |it: &Snapshot| self.is_called(it, &request.name, request.description.as_deref());
        let is_wanted = |it: &Snapshot| lives(it) && is_called(it);
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
            match self.snapshot(SnapshotRef::new(id).of(request.vm.clone())).await {
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

    /// Whether a snapshot is the one that was asked for by this name, as the provider keeps names: Syminet may put a time behind
    /// it, some platforms of ManageIQ keep the description alone.
    pub fn is_called(&self, snapshot: &Snapshot, name: &str, description: Option<&str>) -> bool {
        recognise(self.journal.rules().names, &self.backend.seen(snapshot), Requested { name, description }).is_some()
    }

    /// The operation that waits for a snapshot which is there and not ready: nothing is sent for it.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if the snapshot is of no machine.
    #[cfg(feature = "cli")]
    pub(crate) fn handle_of(&self, snapshot: &Snapshot, request: &CreateSnapshot) -> Handle {
        let mut ticket = self.ticket(Verb::CreateSnapshot);
        (ticket.vm, ticket.name) = (Some(request.vm.clone()), Some(request.name.clone()));
        ticket.resource = Some(snapshot.id.to_string());
        Handle::seal(&ticket)
    }
}

/// What became of a create that is known here.
enum Taken {
    /// It is under way, or done.
    Under(Operation<Snapshot>),
    /// It may have made one, or may yet.
    Unresolved(Operation<Snapshot>),
}
