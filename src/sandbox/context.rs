//! What the server of a provider can read and modify while handling one request: the provider's state, the clock, the
//! settings, and the faults.

use std::fmt;
use std::time::Duration;

use fastrand::Rng;
use jiff::{SignedDuration, Timestamp};

use super::fault::FaultSchedule;
use super::store::{Life, ProviderState, later};
use crate::spec::{Operation, Provider};

/// The settings of a sandbox.
#[derive(Clone)]
pub(super) struct Settings {
    /// Number of machines per provider.
    pub vms: usize,
    /// Number of snapshots per provider.
    pub snapshots: usize,
    /// The page size if the provider does not let the client choose one, and the default if it does but documents none.
    pub page_size: usize,
    /// How long creates, deletes and restores take.
    pub delay: SignedDuration,
    /// The secret used for all credentials.
    pub token: String,
    /// The body of 202 responses for which the provider documents none.
    pub accepted_body: AcceptedBody,
    /// Seed for IDs and probabilities.
    pub seed: u64,
}

impl fmt::Debug for Settings {
    // Omits the secret.
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

/// The body of a 202 response if the provider's documents do not show one: clients must expect any of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum AcceptedBody {
    /// Empty.
    #[default]
    Empty,
    /// A JSON object.
    Json,
    /// A line of text.
    Text,
}

/// What one request to one provider can access.
#[derive(Debug)]
pub(super) struct Context<'a> {
    /// The provider.
    pub provider: Provider,
    /// The provider's state.
    pub state: &'a mut ProviderState,
    /// The settings of the sandbox.
    pub settings: &'a Settings,
    /// The current time. A fault may move it back for a safe request.
    pub now: Timestamp,
    /// The operation and the faults that may apply to it; `None` while the initial state is being created.
    pub faults: Option<(&'static Operation, &'a mut FaultSchedule)>,
}

impl Context<'_> {
    /// How long creates, deletes and restores take.
    pub fn delay(&self) -> SignedDuration {
        self.settings.delay
    }

    /// The lifecycle of a row whose creation starts now.
    pub fn begin(&self) -> Life {
        Life::begin(self.now, self.delay())
    }

    /// The lifecycle of a row that became ready `ago`, after taking `took` to create.
    pub fn ready_since(&self, ago: SignedDuration, took: SignedDuration) -> Life {
        Life::begin(later(self.now, -(ago + took)), took)
    }

    /// The value of the named custom fault if it applies to this request; empty if the fault has no value.
    pub fn fault(&mut self, name: &str) -> Option<String> {
        let (operation, schedule) = self.faults.as_mut()?;
        schedule.custom(self.provider, operation, name)
    }

    /// The next numeric ID. IDs have gaps, as they do for one account among many.
    pub fn next_id(&mut self) -> String {
        let id = self.state.next_id;
        self.state.next_id = id + 1 + self.rng().u64(0..40);
        id.to_string()
    }

    /// The next ID in UUID format.
    pub fn next_uuid(&mut self) -> String {
        let bits = self.rng().u128(..);
        self.state.next_id += 1;
        // Version 4, variant 1, as UUID validators expect.
        let bits = (bits & !(0xf << 76) & !(0b11 << 62)) | (0x4 << 76) | (0b10 << 62);
        let hex = format!("{bits:032x}");
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }

    /// A random generator that advances with the IDs: the same seed produces the same state.
    pub fn rng(&self) -> Rng {
        Rng::with_seed(self.settings.seed ^ self.state.next_id.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }
}

/// The name of the n-th machine of a new account.
pub(super) fn machine_name(n: usize) -> String {
    const NAMES: [&str; 6] = ["web-1", "db-1", "worker-1", "cache-1", "mail-1", "ci-1"];
    NAMES.get(n).map_or_else(|| format!("node-{}", n + 1), |name| (*name).to_owned())
}

/// The name of the n-th snapshot of a new account.
pub(super) fn snapshot_name(n: usize) -> String {
    const NAMES: [&str; 6] =
        ["before-upgrade", "golden-image", "nightly", "release-2.4", "pre-migration", "clean-install"];
    NAMES.get(n).map_or_else(|| format!("nightly-{:03}", n + 1), |name| (*name).to_owned())
}

/// The rows of one page (pages are numbered from 1) and the number of pages.
pub(super) fn page<T>(rows: Vec<T>, page: usize, size: usize) -> (Vec<T>, usize) {
    let size = size.max(1);
    let pages = rows.len().div_ceil(size);
    let skip = page.saturating_sub(1).saturating_mul(size);
    (rows.into_iter().skip(skip).take(size).collect(), pages)
}

/// Converts to a signed duration, saturating at the maximum.
pub(super) fn to_signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}
