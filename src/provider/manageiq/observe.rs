//! Polls operations: first the task, then the list, and the notifications for a create that has no visible effect.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::list::entries;
use super::machine::Machine;
use super::{map, rows};
use crate::error::{Error, ErrorKind};
use crate::generated::manageiq::Client;
use crate::handle::Ticket;
use crate::journal::Candidate;
use crate::model::{Resource, Restored, SnapshotId, WarningKind, read_time};
use crate::provider::backend::Observation;
use crate::provider::kit::{Adapter, Kept, about, ask, deleted, ready, running};

/// The maximum difference between the clocks of the server, its providers and this machine.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

/// The state of a task.
enum Task {
    /// There is none, or this role may not read it: the list decides.
    Hidden,
    /// It is queued or active, with the server's status.
    Running(String),
    /// It finished. `succeeded` if the server explicitly reports success.
    Ended { succeeded: bool, since: Option<Timestamp> },
    /// It failed, for this reason.
    Failed(String),
}

impl Adapter<Client> {
    /// A failed task is also a 200, and its status means nothing before it has finished.
    async fn task(&self, ticket: &Ticket) -> Result<Task, Error> {
        let Some(id) = &ticket.task else { return Ok(Task::Hidden) };
        let task = match ask!(self.sent, get_task.task_id(id.as_str())) {
            // The role may read snapshots but not tasks, or the task was removed after a week.
            Err(error) if matches!(error.kind(), ErrorKind::Forbidden | ErrorKind::NotFound) => {
                return Ok(Task::Hidden);
            }
            task => about(task?, |task| task.id.as_ref().is_none_or(|reported| reported == id), "task", id)?,
        };
        // Every task has a state.
        let state = task.state.ok_or_else(|| {
            Error::new(ErrorKind::Decode, "the response has no `state`: it does not contain the progress of the task")
        })?;
        if !state.eq_ignore_ascii_case("finished") {
            return Ok(Task::Running(self.masked_text(&state)));
        }
        let status = task.status.unwrap_or_default();
        let is = |words: &[&str]| words.iter().any(|word| status.eq_ignore_ascii_case(word));
        if is(&["error", "timeout", "expired"]) {
            let message = task.message.unwrap_or_default();
            let reason = if message.trim().is_empty() { format!("the task ended with {status}") } else { message };
            return Ok(Task::Failed(self.masked_text(&reason)));
        }
        let since = task.created_on.as_deref().and_then(read_time);
        Ok(Task::Ended { succeeded: is(&["ok", "warn"]), since })
    }

    // --- create ---

    /// The task covers only the check of policies: the snapshot exists once there is a new record in the list.
    pub(super) async fn created(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let machine = machine_of(ticket)?;
        let task = self.task(ticket).await?;
        let (ended, since) = match task {
            Task::Failed(reason) => {
                ticket.doubt = None;
                return Ok(Observation::Failed(reason));
            }
            Task::Running(state) => return Ok(running(format!("task {state}"))),
            Task::Ended { succeeded, since } => (Some(succeeded), since),
            Task::Hidden => (None, None),
        };
        let rows = self.all_snapshots(&machine, &[]).await?;
        if ticket.resource.is_none() {
            // The time of the queue is the most accurate one.
            ticket.sent_at = since.or(ticket.sent_at);
            match self.claim(ticket, candidates(&rows)?)? {
                Err(Observation::Pending) if !ticket.uncertain || ticket.task.is_some() => {
                    let near = std::mem::take(&mut ticket.near);
                    let news = match near.as_slice() {
                        [] => format!("VM {machine} has no new snapshot"),
                        near => format!(
                            "VM {machine} has no new snapshot with this name or description; new in its list: {}",
                            near.join(", ")
                        ),
                    };
                    return self.doubt(&machine, ticket, ended, since, &news).await;
                }
                Err(seen) => return Ok(seen),
                Ok(id) => {
                    ticket.doubt = None;
                    let row = rows.iter().find(|row| row.id.as_deref() == Some(id.as_str()));
                    if row.is_some_and(|row| is_dated_before(row, ticket)) {
                        let warning = "the provider reports a creation time before the request: its clock is behind, or someone \
                                       created a snapshot with this name there";
                        ticket.warn(WarningKind::Unexpected, warning);
                    }
                }
            }
        }
        let id = ticket.resource.clone().unwrap_or_default();
        let Some(row) = rows.iter().find(|row| row.id.as_deref() == Some(id.as_str())) else {
            return Ok(Observation::Gone);
        };
        let name = row.name.as_deref().unwrap_or_default();
        if let Some(requested) = ticket.name.as_deref().filter(|requested| *requested != name) {
            // Warnings are part of the handle, whose size must not depend on a server's texts.
            let name = self.masked_text(name);
            let warning = format!("the provider named it {name:?} instead of {requested:?}");
            ticket.warn(WarningKind::NameChanged, warning);
        }
        Ok(ready(map::snapshot(row.clone(), machine.vm_id()?)?))
    }

    /// The task has finished, but no snapshot is visible: it may still appear, or never.
    async fn doubt(
        &self,
        machine: &Machine,
        ticket: &mut Ticket,
        ended: Option<bool>,
        since: Option<Timestamp>,
        news: &str,
    ) -> Result<Observation, Error> {
        let state = match (&ticket.task, ended) {
            (Some(task), Some(true)) => format!("task {task} succeeded"),
            (Some(task), Some(false)) => format!("task {task} finished without reporting success or failure"),
            (Some(task), None) => format!("this user may not read task {task}"),
            (None, _) => "the request was accepted without a task".to_owned(),
        };
        // Notifications only add to the message, so it does not matter if they cannot be read.
        let notified = match self.notified(machine, since.or(ticket.sent_at)).await {
            Ok(Some(notified)) => notified,
            Ok(None) => {
                "no failure was reported to this user (/notifications); the platform may have failed, or a policy may have \
                 blocked it"
                    .to_owned()
            }
            // What was read earlier is still valid.
            Err(_) if ticket.doubt.is_some() => return Ok(running(format!("{state}; waiting for the snapshot to appear"))),
            Err(_) => {
                "the notifications of this user (/notifications), which may contain a failure, cannot be read".to_owned()
            }
        };
        ticket.doubt = Some(format!("{state}, but {news}; {notified}"));
        Ok(running(format!("{state}; waiting for the snapshot to appear")))
    }

    /// A failure that the server has reported to this user, about this machine and since that time.
    async fn notified(&self, machine: &Machine, since: Option<Timestamp>) -> Result<Option<String>, Error> {
        let page = ask!(
            self.sent,
            list_notifications.expand("resources").attributes("details").sort_by("id").sort_order("desc").limit(20)
        )?;
        Ok(entries(page.resources)?.iter().find_map(|entry| {
            let details = entry.details.as_ref()?;
            let bindings = details.bindings.as_ref()?;
            let about = bindings.get("subject")?.link.as_ref()?.id.as_deref()? == machine.id;
            let at = details.created_at.as_deref().and_then(read_time)?;
            let recent = since.is_none_or(|since| at >= since.saturating_sub(SKEW).unwrap_or(since));
            if !about || !recent || !bindings.contains_key("error") {
                return None;
            }
            // Truncated at each step: a value may contain placeholders for others, and so grow without limit.
            let mut text = self.masked_text(&details.text.clone().unwrap_or_default());
            for (name, binding) in bindings.iter() {
                let value = self.masked_text(&text_of(binding.text.as_ref()).unwrap_or_default());
                text = self.masked_text(&text.replace(&format!("%{{{name}}}"), &value));
            }
            let id = entry.id.as_deref().filter(|id| map::id_of(Some(id)).is_ok()).unwrap_or("?");
            Some(format!("notification {id}: {text}"))
        }))
    }

    // --- delete ---

    pub(super) async fn deleted(&self, ticket: &Ticket) -> Result<Observation, Error> {
        let machine = machine_of(ticket)?;
        let target = target_of(ticket)?;
        match self.task(ticket).await? {
            Task::Failed(reason) => return Ok(Observation::Failed(reason)),
            Task::Running(state) => return Ok(running(format!("task {state}"))),
            Task::Ended { .. } | Task::Hidden => {}
        }
        let row = match self.listed_row(&machine, &target).await {
            // The snapshot is gone with its machine, if the server itself reports so and not a gateway.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Observation::Done(deleted(&target))),
            row => row?,
        };
        Ok(match row {
            // A page may omit it: the record itself is requested.
            None => match self.snapshot_row(&machine, &target).await {
                Err(error) if error.kind() == ErrorKind::NotFound => Observation::Done(deleted(&target)),
                _ => Observation::Unlisted(deleted(&target)),
            },
            Some(_) if ticket.uncertain && ticket.task.is_none() => Observation::Pending,
            Some(_) => running("deleting"),
        })
    }

    // --- revert ---

    pub(super) async fn restored(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let machine = machine_of(ticket)?;
        let restored = |confirmed| -> Result<Resource, Error> {
            Ok(Resource::Restored(Box::new(Restored { vm_id: Some(machine.vm_id()?), vm: None, confirmed })))
        };
        let succeeded = match self.task(ticket).await? {
            Task::Failed(reason) => return Ok(Observation::Failed(reason)),
            Task::Running(state) => return Ok(running(format!("task {state}"))),
            // Nothing else shows that a machine was reverted.
            Task::Hidden if ticket.uncertain && ticket.task.is_none() => return Ok(Observation::Unseen),
            Task::Hidden => false,
            Task::Ended { succeeded, .. } => succeeded,
        };
        let target = target_of(ticket)?;
        if self.listed_row(&machine, &target).await?.is_none() {
            ticket.warn(WarningKind::Unexpected, format!("snapshot {target} is no longer listed"));
        }
        Ok(if succeeded { Observation::Done(restored(true)?) } else { Observation::Accepted(restored(false)?) })
    }
}

fn machine_of(ticket: &Ticket) -> Result<Machine, Error> {
    let vm = ticket.vm.as_ref().ok_or_else(|| Error::new(ErrorKind::Invalid, "the handle contains no machine"))?;
    Machine::of(vm)
}

fn target_of(ticket: &Ticket) -> Result<SnapshotId, Error> {
    ticket.target.clone().ok_or_else(|| Error::new(ErrorKind::Invalid, "the handle contains no snapshot"))
}

/// The records of a machine as candidates. An inventory may also reveal what someone created at the provider earlier.
fn candidates(rows: &[Kept<rows::Snapshot>]) -> Result<Vec<Candidate>, Error> {
    let candidate = |row: &Kept<rows::Snapshot>| {
        let id = map::id_of(row.id.as_deref())?;
        let seen = map::seen(row.name.as_deref(), row.description.as_deref(), row.class.as_deref());
        let description = row.description.clone();
        Ok(Candidate { seen, description, ..Candidate::new(id, None, row.create_time.as_deref()) })
    };
    rows.iter().map(candidate).collect()
}

/// The text of a value in a notification.
fn text_of(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// Whether a record has a time before the request. It is the provider's time, which may be wrong.
fn is_dated_before(row: &rows::Snapshot, ticket: &Ticket) -> bool {
    let made = row.create_time.as_deref().and_then(read_time);
    made.zip(ticket.sent_at).is_some_and(|(made, sent)| sent.duration_since(made) > SKEW)
}
