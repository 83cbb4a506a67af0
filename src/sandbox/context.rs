//! What a provider's file may see and change while it answers one request: its shelf, the clock, the settings, its
//! faults.

use std::fmt;
use std::time::Duration;

use fastrand::Rng;
use jiff::{SignedDuration, Timestamp};

use super::fault::FaultSchedule;
use super::store::{Life, ProviderState, later};
use crate::spec::{Operation, Provider};

/// How a sandbox was asked to be.
#[derive(Clone)]
pub(super) struct Settings {
    /// Machines of each provider.
    pub vms: usize,
    /// Snapshots of each provider.
    pub snapshots: usize,
    /// The size of a page where the provider does not let the client choose, and the default where it does and none is
    /// documented.
    pub page_size: usize,
    /// How long a create, a delete and a restore take.
    pub delay: SignedDuration,
    /// The secret of all credentials.
    pub token: String,
    /// The body of answers that accept work, where the provider documents none.
    pub accepted_body: AcceptedBody,
    /// What ids and chances are drawn from.
    pub seed: u64,
}

impl fmt::Debug for Settings {
    // Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { vms, snapshots, page_size, delay, token: _, accepted_body, seed } = self;
        f.debug_struct("Settings")
            .field("vms", vms)
            .field("snapshots", snapshots)
            .field("page_size", page_size)
            .field("delay", delay)
            .field("accepted_body", accepted_body)
            .field("seed", seed)
            .finish_non_exhaustive()
    }
}

/// The body of an answer that accepts work (202), where the provider's documents show none: any of these may come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum AcceptedBody {
    /// No body.
    #[default]
    Empty,
    /// A JSON object.
    Json,
    /// A line of text.
    Text,
}

/// The part of the sandbox that one request of one provider is about.
#[derive(Debug)]
pub(super) struct Context<'a> {
    /// Whose world it is.
    pub provider: Provider,
    /// What the provider has.
    pub state: &'a mut ProviderState,
    /// How the sandbox was asked to be.
    pub settings: &'a Settings,
    /// The time. A fault may set it back for a safe request.
    pub now: Timestamp,
    /// The operation, and what may strike it; neither while the shelf is filled for the first time.
    pub faults: Option<(&'static Operation, &'a mut FaultSchedule)>,
}

impl Context<'_> {
    /// How long a create, a delete and a restore take.
    pub fn delay(&self) -> SignedDuration {
        self.settings.delay
    }

    /// A row whose making begins now.
    pub fn begin(&self) -> Life {
        Life::begin(self.now, self.delay())
    }

    /// A row that was ready that long ago, after `took`.
    pub fn ready_since(&self, ago: SignedDuration, took: SignedDuration) -> Life {
        Life::begin(later(self.now, -(ago + took)), took)
    }

    /// The value of the custom fault of that name if it strikes this request; empty for one without a value.
    pub fn fault(&mut self, name: &str) -> Option<String> {
        let (operation, schedule) = self.faults.as_mut()?;
        schedule.custom(self.provider, operation, name)
    }

    /// The next number that is an id, with gaps, as an account among many sees them.
    pub fn next_id(&mut self) -> String {
        let id = self.state.next_id;
        self.state.next_id = id + 1 + self.rng().u64(0..40);
        id.to_string()
    }

    /// The next id in the form of a UUID.
    pub fn next_uuid(&mut self) -> String {
        let bits = self.rng().u128(..);
        self.state.next_id += 1;
        // Version 4, variant 1: what a check of the form looks for.
        let bits = (bits & !(0xf << 76) & !(0b11 << 62)) | (0x4 << 76) | (0b10 << 62);
        let hex = format!("{bits:032x}");
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }

    /// A generator that goes on with the ids: the same seed makes the same world.
    pub fn rng(&self) -> Rng {
        Rng::with_seed(self.settings.seed ^ self.state.next_id.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }
}

/// The name of the n-th machine of a seeded account.
pub(super) fn machine_name(n: usize) -> String {
    const NAMES: [&str; 6] = ["web-1", "db-1", "worker-1", "cache-1", "mail-1", "ci-1"];
    NAMES.get(n).map_or_else(|| format!("node-{}", n + 1), |name| (*name).to_owned())
}

/// The name of the n-th snapshot of a seeded account.
pub(super) fn snapshot_name(n: usize) -> String {
    const NAMES: [&str; 6] =
        ["before-upgrade", "golden-image", "nightly", "release-2.4", "pre-migration", "clean-install"];
    NAMES.get(n).map_or_else(|| format!("nightly-{:03}", n + 1), |name| (*name).to_owned())
}

/// The rows of one page (the first is 1), and the number of pages.
pub(super) fn page<T>(rows: Vec<T>, page: usize, size: usize) -> (Vec<T>, usize) {
    let size = size.max(1);
    let pages = rows.len().div_ceil(size);
    let skip = page.saturating_sub(1).saturating_mul(size);
    (rows.into_iter().skip(skip).take(size).collect(), pages)
}

/// A duration for times; the longest one for what does not fit.
pub(super) fn to_signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}
