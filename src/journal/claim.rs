//! Determines which new object an operation created when the provider's response does not say. Nothing is claimed by
//! elimination: another person or process may have created it.

use jiff::{SignedDuration, Timestamp};

use super::contents::Contents;
use super::entry::{self, Entry, Stage, realm, requested, scope};
use super::names::{By, NameRule, Seen, contradicts, recognise};
use crate::handle::Ticket;
use crate::model::{VmId, read_time};

/// How a provider's objects are matched to operations.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    pub(crate) names: NameRule,
    /// A request creates nothing later than this after it was sent.
    pub(crate) latest: SignedDuration,
    /// The maximum difference between the clocks involved.
    pub(crate) skew: SignedDuration,
}

impl Rules {
    /// Whether an object with this creation time existed long before the request was sent. An unreadable time proves
    /// nothing.
    pub(crate) fn predates(&self, made: &str, sent: Timestamp) -> bool {
        CreationTime::read(made).is_some_and(|made| {
            let slack = if made.zoned { SignedDuration::ZERO } else { ZONES };
            made.at.duration_since(sent) < -(self.latest + slack)
        })
    }
}

#[cfg(feature = "cli")]
impl Rules {
    /// Matches nothing, for a journal that makes no claims.
    pub(super) const NONE: Self =
        Self { names: NameRule::PLAIN, latest: SignedDuration::ZERO, skew: SignedDuration::ZERO };
}

/// Times without a zone may be local times.
const ZONES: SignedDuration = SignedDuration::from_hours(14);

/// When an object was created, as reported by the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CreationTime {
    at: Timestamp,
    /// Whether the time includes a zone.
    zoned: bool,
}

impl CreationTime {
    pub(crate) fn read(text: &str) -> Option<Self> {
        let at = read_time(text)?;
        Some(Self { at, zoned: text.trim().parse::<Timestamp>().is_ok() })
    }
}

/// A listed object that an operation may have created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) id: String,
    pub(crate) seen: Seen,
    /// The description that the list shows, where one is sent.
    pub(crate) description: Option<String>,
    pub(crate) made: Option<CreationTime>,
    /// Whether the list shows that it belongs to the operation's machine, source or region.
    pub(crate) placed: bool,
}

impl Candidate {
    pub(crate) fn new(id: impl ToString, name: Option<&str>, made: Option<&str>) -> Self {
        let seen = Seen { name: name.map(str::to_owned), ..Seen::default() };
        Self { id: id.to_string(), seen, description: None, made: made.and_then(CreationTime::read), placed: true }
    }

    /// A description of the object for people to look for. It contains text from the server, which may be anything.
    fn reported(&self) -> String {
        let name = self.seen.name.as_deref().unwrap_or_default();
        if name.is_empty() { self.id.clone() } else { format!("{} \"{name}\"", self.id) }
    }
}

/// What the rows of a list reveal about one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    /// The object is not listed yet. Contains descriptions of new objects with other names.
    Nothing(Vec<String>),
    /// This is the operation's object, and how it was matched; `None` if it was claimed before.
    Mine(String, Option<By>),
    /// These objects match, but none with certainty.
    Ambiguous(Vec<String>),
}

/// How an object's creation time relates to an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Timing {
    Fits,
    /// Inconclusive.
    Unclear,
    Misfits,
}

/// An attempt to find the object of an operation, at one moment.
struct Attempt<'a> {
    ticket: &'a Ticket,
    rules: Rules,
    /// Whether the request is known to have had an effect.
    taken: bool,
    /// Whether so little time passed between the baseline list and this one that anything new must come from requests
    /// of those minutes.
    prompt: bool,
}

impl Attempt<'_> {
    fn new(ticket: &Ticket, rules: Rules, taken: bool, server_now: Timestamp) -> Attempt<'_> {
        let within = |since: Option<Timestamp>, now: Timestamp| {
            since.is_some_and(|since| {
                let elapsed = now.duration_since(since);
                elapsed >= -rules.skew && elapsed <= rules.latest
            })
        };
        // Checks both clocks: one of them may have jumped or belong to a cache.
        let prompt = within(ticket.baseline_at, Timestamp::now()) && within(ticket.sent_at, server_now);
        Attempt { ticket, rules, taken, prompt }
    }

    fn timing(&self, candidate: &Candidate) -> Timing {
        let Some(sent) = self.ticket.sent_at else { return Timing::Unclear };
        let Some(made) = candidate.made else {
            return if self.prompt { Timing::Fits } else { Timing::Unclear };
        };
        let within = |slack: SignedDuration| {
            let since = made.at.duration_since(sent);
            since >= -(self.rules.skew + slack) && since <= self.rules.latest + slack
        };
        match (made.zoned, within(SignedDuration::ZERO)) {
            (true, true) => Timing::Fits,
            // The clock that reported the time is wrong, but an ID that was absent a moment ago is new nonetheless.
            (true, false) if self.taken && self.prompt => Timing::Unclear,
            (true, false) => Timing::Misfits,
            (false, _) if !within(ZONES) => Timing::Misfits,
            (false, _) if self.prompt => Timing::Fits,
            (false, true) => Timing::Unclear,
            (false, false) => Timing::Misfits,
        }
    }

    /// Whether another operation in this state directory may have created the object.
    fn could_be_of(&self, candidate: &Candidate, rival: &Entry) -> bool {
        let theirs = &rival.ticket;
        if !rival.is_open()
            || rival.is_of(self.ticket)
            || entry::product(theirs.verb) != entry::product(self.ticket.verb)
        {
            return false;
        }
        let placed = candidate.placed && scope(theirs) != scope(self.ticket);
        let named = recognise(self.rules.names, &candidate.seen, requested(theirs)).is_some();
        let older = theirs.baseline.iter().flatten().any(|id| *id == candidate.id);
        named
            && !placed
            && !older
            && theirs.sent_at.is_none_or(|sent| {
                let slack = if candidate.made.is_some_and(|made| made.zoned) { SignedDuration::ZERO } else { ZONES };
                candidate.made.is_none_or(|made| {
                    let since = made.at.duration_since(sent);
                    since >= -(self.rules.skew + slack) && since <= self.rules.latest + slack
                })
            })
    }
}

/// Finds the operation's own object among the rows of a list, and records the claim.
pub(super) fn claim(
    contents: &mut Contents,
    rules: Rules,
    ticket: &Ticket,
    rows: Vec<Candidate>,
    server_now: Timestamp,
) -> Claim {
    let Some(product) = entry::product(ticket.verb) else { return Claim::Nothing(Vec::new()) };
    let realm = realm(ticket);
    let found = choose(contents, rules, ticket, rows, server_now, |id| contents.claims.owner(&realm, product, id));
    if let Claim::Mine(id, _) = &found {
        contents.assign(&realm, product, id, ticket.vm.as_ref().map(VmId::id), ticket.mark);
        let id = id.clone();
        contents.change(ticket, |entry| entry.ticket.resource = Some(id));
    }
    found
}

fn choose(
    contents: &Contents,
    rules: Rules,
    ticket: &Ticket,
    mut rows: Vec<Candidate>,
    server_now: Timestamp,
    owner: impl Fn(&str) -> Option<u64>,
) -> Claim {
    // An interrupted attempt, or the same handle elsewhere, may have found the object before.
    if let Some(known) = rows.iter().find(|row| ticket.mark != 0 && owner(&row.id) == Some(ticket.mark)) {
        return Claim::Mine(known.id.clone(), None);
    }
    let taken = !ticket.uncertain && contents.find(ticket).is_none_or(|entry| entry.stage == Stage::Taken);
    let attempt = Attempt::new(ticket, rules, taken, server_now);
    let before = |id: &String| ticket.baseline.iter().flatten().any(|known| known == id);
    rows.retain(|row| !before(&row.id) && owner(&row.id).is_none() && attempt.timing(row) != Timing::Misfits);

    // A snapshot with another description is someone else's, unless something was certainly created and there is nothing else.
    let requested = requested(ticket);
    let is_ours = |row: &Candidate| !contradicts(row.description.as_deref(), requested);
    let named = |row: &Candidate| recognise(rules.names, &row.seen, requested);
    let strict = !taken || rows.iter().any(|row| named(row).is_some() && is_ours(row));
    let (fitting, others): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .map(|row| (named(&row).filter(|_| !strict || is_ours(&row)), row))
        .partition(|(by, _)| by.is_some());
    let reported = |rows: &[(Option<By>, Candidate)]| rows.iter().map(|(_, row)| row.reported()).collect::<Vec<_>>();
    let [(by, only)] = fitting.as_slice() else {
        // Without the baseline IDs, no object is known to be new.
        let near = if ticket.baseline.is_some() { reported(&others) } else { Vec::new() };
        return if fitting.is_empty() { Claim::Nothing(near) } else { Claim::Ambiguous(reported(&fitting)) };
    };
    let rivals: Vec<&Entry> = contents.entries.iter().filter(|rival| attempt.could_be_of(only, rival)).collect();
    // The rival's response may still name the object.
    if rivals.iter().any(|rival| rival.stage == Stage::Sending && is_young(rival, rules)) {
        return Claim::Nothing(reported(&fitting));
    }
    let forgotten = contents
        .claims
        .complete_since
        .is_some_and(|since| ticket.baseline_at.is_none_or(|requested| requested < since));
    let sure = match attempt.timing(only) {
        Timing::Fits => ticket.baseline.is_some(),
        // Something was certainly created, and this object matches the request.
        _ => taken && ticket.baseline.is_some(),
    };
    if rivals.is_empty() && sure && !forgotten {
        Claim::Mine(only.id.clone(), *by)
    } else {
        Claim::Ambiguous(reported(&fitting))
    }
}

/// If a process dies while sending, its entry remains in this stage forever.
fn is_young(rival: &Entry, rules: Rules) -> bool {
    let age = Timestamp::now().duration_since(rival.started_at);
    age >= -rules.skew && age <= rules.latest
}
