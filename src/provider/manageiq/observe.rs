//! What became of an operation: its task first, then the list, and for a create that leaves no trace the notifications.

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

/// How far the clocks of the server, of its providers and of this machine may be apart.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

/// What a task tells.
enum Task {
    /// There is none, or this role may not read it: the list alone must tell.
    Hidden,
    /// It waits or works; in the server's word.
    Running(String),
    /// It ended. `well`: the server says so in so many words.
    Ended { well: bool, since: Option<Timestamp> },
    /// It failed, for this reason.
    Failed(String),
}

impl Adapter<Client> {
    /// A failed task is a 200 too, and its status means nothing before it is finished.
    async fn task(&self, ticket: &Ticket) -> Result<Task, Error> {
        let Some(id) = &ticket.task else { return Ok(Task::Hidden) };
        let task = match ask!(self.sent, get_task.task_id(id.as_str())) {
            // The role sees snapshots and no tasks; or only its own, and this one was cleaned away after a week.
            Err(error) if matches!(error.kind(), ErrorKind::Forbidden | ErrorKind::NotFound) => {
                return Ok(Task::Hidden);
            }
            task => about(task?, |task| task.id.as_ref().is_none_or(|reported| reported == id), "task", id)?,
        };
        // Every task has one: without it the answer is no task.
        let state = task.state.ok_or_else(|| {
            Error::new(ErrorKind::Decode, "the answer has no `state`: how far the task is stands nowhere in it")
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
        Ok(Task::Ended { well: is(&["ok", "warn"]), since })
    }

    // --- create ---

    /// The task covers no more than the check of policies: only a new record in the list is a snapshot.
    pub(super) async fn created(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let machine = machine_of(ticket)?;
        let task = self.task(ticket).await?;
        let (ended, since) = match task {
            Task::Failed(reason) => {
                ticket.doubt = None;
                return Ok(Observation::Failed(reason));
            }
            Task::Running(state) => return Ok(running(format!("task {state}"))),
            Task::Ended { well, since } => (Some(well), since),
            Task::Hidden => (None, None),
        };
        let rows = self.all_snapshots(&machine, &[]).await?;
        if ticket.resource.is_none() {
            // The queue's own time is nearer to the truth than any other.
            ticket.sent_at = since.or(ticket.sent_at);
            match self.claim(ticket, candidates(&rows)?)? {
                Err(Observation::Pending) if !ticket.uncertain || ticket.task.is_some() => {
                    let near = std::mem::take(&mut ticket.near);
                    let news = match near.as_slice() {
                        [] => format!("vm {machine} has no new snapshot"),
                        near => format!(
                            "vm {machine} has none by that name or description; new in its list: snapshot {}",
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
                        let warning = "the provider dates it before the request: its clock is behind, or somebody made one \
                                       by that name there";
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
        if let Some(asked) = ticket.name.as_deref().filter(|asked| *asked != name) {
            // Warnings are part of the handle, which must not grow with a server's texts.
            let name = self.masked_text(name);
            let warning = format!("the provider named it {name:?}, not {asked:?} as asked");
            ticket.warn(WarningKind::NameChanged, warning);
        }
        Ok(ready(map::snapshot(row.clone(), machine.vm_id()?)?))
    }

    /// The server says that its part is done, and no snapshot shows: it may still come, or never.
    async fn doubt(
        &self,
        machine: &Machine,
        ticket: &mut Ticket,
        ended: Option<bool>,
        since: Option<Timestamp>,
        news: &str,
    ) -> Result<Observation, Error> {
        let told = match (&ticket.task, ended) {
            (Some(task), Some(true)) => format!("task {task} ended well"),
            (Some(task), Some(false)) => format!("task {task} ended, and does not say how"),
            (Some(task), None) => format!("what task {task} came to is not visible to this user"),
            (None, _) => "the request was accepted, without a task".to_owned(),
        };
        // It is only said along with something else: not being able to read them changes nothing but the words.
        let notified = match self.notified(machine, since.or(ticket.sent_at)).await {
            Ok(Some(notified)) => notified,
            Ok(None) => {
                "the notifications of this user (/notifications) name no failure, and need not: the provider may have \
                         failed, or a policy may have forbidden it"
                    .to_owned()
            }
            // What was read a moment ago is still true.
            Err(_) if ticket.doubt.is_some() => return Ok(running(format!("{told}, no new snapshot yet"))),
            Err(_) => {
                "the notifications of this user (/notifications), which may name a failure, cannot be read".to_owned()
            }
        };
        ticket.doubt = Some(format!("{told}, and {news}; {notified}"));
        Ok(running(format!("{told}, no new snapshot yet")))
    }

    /// A failure that the server told this user of, about this machine and since then.
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
            // Cut at each step: a value may hold places for others, and so grow without end.
            let mut text = self.masked_text(&details.text.clone().unwrap_or_default());
            for (name, binding) in bindings.iter() {
                let value = self.masked_text(&text_of(binding.text.as_ref()).unwrap_or_default());
                text = self.masked_text(&text.replace(&format!("%{{{name}}}"), &value));
            }
            let id = entry.id.as_deref().filter(|id| map::id_of(Some(id)).is_ok()).unwrap_or("?");
            Some(format!("notification {id} says: {text}"))
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
            // With its machine the snapshot is gone too: if the server itself says so, and not a gateway that knows no such path.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Observation::Done(deleted(&target))),
            row => row?,
        };
        Ok(match row {
            // A page may slip: the record itself is asked for.
            None => match self.snapshot_row(&machine, &target).await {
                Err(error) if error.kind() == ErrorKind::NotFound => Observation::Done(deleted(&target)),
                _ => Observation::Unlisted(deleted(&target)),
            },
            Some(_) if ticket.uncertain && ticket.task.is_none() => Observation::Pending,
            Some(_) => running("still listed"),
        })
    }

    // --- revert ---

    pub(super) async fn restored(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let machine = machine_of(ticket)?;
        let restored = |confirmed| -> Result<Resource, Error> {
            Ok(Resource::Restored(Box::new(Restored { vm_id: Some(machine.vm_id()?), vm: None, confirmed })))
        };
        let well = match self.task(ticket).await? {
            Task::Failed(reason) => return Ok(Observation::Failed(reason)),
            Task::Running(state) => return Ok(running(format!("task {state}"))),
            // Nothing else shows that a machine was reverted.
            Task::Hidden if ticket.uncertain && ticket.task.is_none() => return Ok(Observation::Unseen),
            Task::Hidden => false,
            Task::Ended { well, .. } => well,
        };
        let target = target_of(ticket)?;
        if self.listed_row(&machine, &target).await?.is_none() {
            ticket.warn(WarningKind::Unexpected, format!("snapshot {target} is no longer listed"));
        }
        Ok(if well { Observation::Done(restored(true)?) } else { Observation::Accepted(restored(false)?) })
    }
}

fn machine_of(ticket: &Ticket) -> Result<Machine, Error> {
    let vm = ticket.vm.as_ref().ok_or_else(|| Error::new(ErrorKind::Invalid, "the handle names no machine"))?;
    Machine::of(vm)
}

fn target_of(ticket: &Ticket) -> Result<SnapshotId, Error> {
    ticket.target.clone().ok_or_else(|| Error::new(ErrorKind::Invalid, "the handle names no snapshot"))
}

/// The records of a machine as candidates. An inventory may also bring to light what somebody made at the provider earlier.
fn candidates(rows: &[Kept<rows::Snapshot>]) -> Result<Vec<Candidate>, Error> {
    let candidate = |row: &Kept<rows::Snapshot>| {
        let id = map::id_of(row.id.as_deref())?;
        let seen = map::seen(row.name.as_deref(), row.description.as_deref(), row.class.as_deref());
        Ok(Candidate { seen, ..Candidate::new(id, None, row.create_time.as_deref()) })
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

/// The time is the provider's, whose clock may be wrong.
fn is_dated_before(row: &rows::Snapshot, ticket: &Ticket) -> bool {
    let made = row.create_time.as_deref().and_then(read_time);
    made.zip(ticket.sent_at).is_some_and(|(made, sent)| sent.duration_since(made) > SKEW)
}
