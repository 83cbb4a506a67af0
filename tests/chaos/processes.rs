//! A round of real processes sharing a state directory, next to someone with the same account who is unknown to them.
//! Some processes are killed, and others resume their operations. Each row of the sandbox is judged by who created it.

use std::collections::HashMap;
use std::time::Duration;

use cloudsnap::Provider;
use cloudsnap::sandbox::Sandbox;
use fastrand::Rng;
use futures_util::StreamExt;

use crate::actors::{Home, Process, Stranger, create_operation};
use crate::creators::{Change, Created, Creator, Report, mark_of};
use crate::relay::Relay;

/// How long a server needs for a create.
const DELAY: Duration = Duration::from_millis(200);

/// Faults for creates, with their percentages.
const CREATES: [&str; 7] = [
    "reset-before@CREATE%12",
    "reset-after@CREATE%15",
    "503-after@CREATE%8",
    "html-502-after@CREATE%8",
    "hang-after@CREATE%3",
    "truncate@CREATE%4",
    "429:0@CREATE%4",
];

/// Faults for all other requests.
const REST: [&str; 6] = [
    "reset-before@safe%2",
    "503@safe%2",
    "html-502@safe%2",
    "stale-list:1@safe%3",
    "custom:late-row=1%20",
    "custom:decorate%30",
];

/// What one group of changes does: all have the same machine and name.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// A single one, while a stranger creates something else.
    Alone,
    /// One that is killed, while a stranger creates something else.
    Killed,
    /// Two identical ones, while a stranger creates something else.
    Twins,
    /// Two identical ones, one of which is killed.
    Widowed,
    /// One, and a stranger who creates one with the same name.
    Namesake,
    /// Three that create one unless it exists.
    IfMissing,
    /// The same, one after another: the later ones depend on lists that may be out of date.
    Again,
}

const KINDS: [Kind; 7] =
    [Kind::Alone, Kind::Killed, Kind::Twins, Kind::Widowed, Kind::Namesake, Kind::IfMissing, Kind::Again];

impl Kind {
    /// For each change: whether its process is killed.
    fn changes(self) -> &'static [bool] {
        match self {
            Self::Alone | Self::Namesake => &[false],
            Self::Killed => &[true],
            Self::Twins => &[false, false],
            Self::Widowed => &[false, true],
            Self::IfMissing | Self::Again => &[false, false, false],
        }
    }

    /// Whether one snapshot is enough for all changes.
    fn is_shared(self) -> bool {
        matches!(self, Self::IfMissing | Self::Again)
    }
}

/// The machines that snapshots can be taken of, as written by callers.
fn machines(sandbox: &Sandbox, provider: Provider) -> Vec<String> {
    let may = |extra: &serde_json::Map<String, serde_json::Value>| {
        extra.get("perms").is_none_or(|perms| perms != "ro") && !extra.contains_key("no_snapshot")
    };
    let machines = sandbox.store().machines(provider).into_iter();
    let fit = machines.filter(|row| may(&row.extra) && row.kind.as_deref().is_none_or(|kind| kind == "vms"));
    fit.map(|row| row.kind.map_or_else(|| row.id.clone(), |kind| format!("{kind}/{}", row.id))).collect()
}

struct Round<'a> {
    sandbox: &'a Sandbox,
    provider: Provider,
    home: Home,
    relay: Relay,
}

impl Round<'_> {
    fn spawn(&self, line: &str, actor: usize) -> Process {
        let process = self.home.spawn(line);
        self.relay.register(process.id(), actor);
        process
    }

    /// Runs the process of a change to its end, or kills it while it is running.
    async fn fulfil(&self, change: &mut Change, start: Duration, life: Option<Duration>) {
        tokio::time::sleep(start).await;
        let unless = if change.shared { "--if-missing" } else { "" };
        let (vm, name) = (&change.vm, &change.name);
        let line = format!("--timeout 15s snapshots create {vm} --name {name} --wait -o json {unless}");
        let mut process = self.spawn(&line, change.actor);
        if let Some(life) = life {
            tokio::time::sleep(life).await;
            process.kill();
        }
        let ran = process.end().await;
        change.killed = ran.code == -1;
        change.take(&ran);
    }

    /// One group: its concurrent changes, and the stranger in between.
    async fn group(&self, kind: Kind, mut changes: Vec<Change>, mut rng: Rng) -> Vec<Change> {
        let stranger = Stranger::new(self.sandbox, self.provider).on(&changes[0].vm);
        let foreign = match kind {
            Kind::Namesake => changes[0].name.clone(),
            _ => format!("foreign-{}", changes[0].name),
        };
        let mut pause = || Duration::from_millis(rng.u64(0..900));
        let interlude = pause();
        let times: Vec<_> =
            kind.changes().iter().map(|dies| (pause() / 3, dies.then(|| pause() / 2 + DELAY / 2))).collect();
        let own = changes.iter_mut().zip(times).map(|(change, (start, life))| self.fulfil(change, start, life));
        let at_once = if matches!(kind, Kind::Again) { 1 } else { usize::MAX };
        let own = futures_util::stream::iter(own).buffer_unordered(at_once).collect::<Vec<()>>();
        let foreign = async {
            tokio::time::sleep(interlude).await;
            stranger.try_to_make(&foreign).await;
        };
        futures_util::future::join(own, foreign).await;
        changes
    }

    /// Another process resumes what is recorded of a change.
    async fn resume(&self, change: &mut Change, handle: &str) {
        let ran = self.spawn(&format!("--timeout 8s operations wait {handle} -o json"), change.actor).end().await;
        change.resumed(&ran);
    }

    /// The handles of the recorded operations, each with a description.
    async fn kept(&self) -> Vec<(String, String)> {
        let listed = self.home.run("operations list -o json").await.json();
        let text = |entry: &serde_json::Value, key: &str| entry[key].as_str().unwrap().to_owned();
        listed.as_array().unwrap().iter().map(|entry| (text(entry, "handle"), text(entry, "description"))).collect()
    }
}

/// Runs a round on one provider and judges it.
pub async fn run(provider: Provider, seed: u64) -> Report {
    let mut rng = Rng::with_seed(seed);
    let sandbox = Sandbox::builder(provider).vms(12).snapshots(6).delay(DELAY).seed(seed).start().await.unwrap();
    let relay = Relay::start(sandbox.addr()).await;
    let url = sandbox.base_url(provider).replace(&sandbox.addr().to_string(), &relay.addr().to_string());
    let home = Home::at(&sandbox, provider, url);
    let round = Round { sandbox: &sandbox, provider, home, relay };
    let before = Created::new(&sandbox, provider, &round.relay, &HashMap::new());
    for fault in CREATES.iter().chain(&REST) {
        sandbox.inject(fault.replace("CREATE", create_operation(provider)).parse().unwrap());
    }
    for list in cloudsnap::spec::operations(provider).iter().filter(|it| it.safe && it.id.ends_with("_snapshots")) {
        sandbox.inject(format!("stale-list:60@{}%8", list.id).parse().unwrap());
    }
    let vms = machines(&sandbox, provider);
    let mut groups = Vec::new();
    let mut actors = 0;
    for (number, kind) in KINDS.into_iter().enumerate() {
        let (vm, name) = (&vms[number % vms.len()], format!("c{number}-{}", rng.u16(..)));
        let change = |_: &bool| {
            actors += 1;
            Change::new(actors, number, vm, &name, kind.is_shared())
        };
        let changes = kind.changes().iter().map(change).collect();
        groups.push(round.group(kind, changes, rng.fork()));
    }
    let mut changes: Vec<Change> = futures_util::future::join_all(groups).await.into_iter().flatten().collect();
    let kept = round.kept().await;
    // At most one process in each group was killed: operations that no process reported belong to it.
    let spoken: Vec<_> = changes.iter().filter_map(|change| mark_of(change.handle.as_deref()?)).collect();
    let unspoken = |change: &Change| {
        let is = |(handle, what): &&(String, String)| {
            what.contains(&change.name) && mark_of(handle).is_none_or(|mark| !spoken.contains(&mark))
        };
        kept.iter().find(is).map(|(handle, _)| handle.clone())
    };
    let resumed = changes.iter_mut().filter(|change| change.is_open()).map(|change| {
        let handle = change.handle.clone().or_else(|| unspoken(change));
        let round = &round;
        async move {
            match handle {
                Some(handle) => round.resume(change, &handle).await,
                None => change.forgotten(),
            }
        }
    });
    futures_util::future::join_all(resumed).await;
    tokio::time::sleep(DELAY).await;
    let created = Created::new(&sandbox, provider, &round.relay, &before.rows);
    let mut report = Report::judge(&changes, &created);
    report.count(&sandbox);
    for (id, creator) in &created.rows {
        assert!(*creator != Creator::Unknown, "{provider}: the creator of {id} is unknown");
    }
    report
}
