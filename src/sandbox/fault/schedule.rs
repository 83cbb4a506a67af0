//! The faults a sandbox has yet to apply, each with its remaining count and its own random generator.

use fastrand::Rng;

use super::{Asked, Fault, Kind};
use crate::spec::{Operation, Provider};

/// The faults, in the order in which they were added.
#[derive(Debug)]
pub(in crate::sandbox) struct FaultSchedule {
    seed: u64,
    armed: Vec<Armed>,
}

#[derive(Debug)]
struct Armed {
    fault: Fault,
    left: Option<u32>,
    // Each fault draws independently: applying one does not affect the others.
    rng: Rng,
}

impl FaultSchedule {
    pub fn new(seed: u64, faults: Vec<Fault>) -> Self {
        let mut schedule = Self { seed, armed: Vec::new() };
        faults.into_iter().for_each(|fault| schedule.add(fault));
        schedule
    }

    pub fn add(&mut self, fault: Fault) {
        let rng = Rng::with_seed(self.seed.wrapping_add(self.armed.len() as u64));
        self.armed.push(Armed { left: fault.times, fault, rng });
    }

    /// The fault to apply to this request, if any.
    pub fn take(&mut self, provider: Provider, operation: &Operation, asked: Asked<'_>) -> Option<Fault> {
        // Only safe requests can see an older state; changes act on the current one.
        self.draw(provider, operation, asked, |kind| match kind {
            Kind::Custom(..) => false,
            Kind::Stale(_) => operation.safe,
            _ => true,
        })
    }

    /// The value of the named custom fault if it applies to this request; empty if the fault has no value.
    pub fn custom(&mut self, provider: Provider, operation: &Operation, name: &str) -> Option<String> {
        let wanted = |kind: &Kind| matches!(kind, Kind::Custom(known, _) if known == name);
        let fault = self.draw(provider, operation, Asked::default(), wanted)?;
        match fault.kind {
            Kind::Custom(_, value) => Some(value),
            _ => None,
        }
    }

    fn draw(
        &mut self,
        provider: Provider,
        operation: &Operation,
        asked: Asked<'_>,
        wanted: impl Fn(&Kind) -> bool,
    ) -> Option<Fault> {
        let mut candidates = self.armed.iter_mut().filter(|armed| {
            let fault = &armed.fault;
            armed.left != Some(0) && wanted(&fault.kind) && fault.place.covers(provider, operation, asked)
        });
        let drawn = candidates.find_map(|armed| (armed.rng.u8(0..100) < armed.fault.percent).then_some(armed))?;
        drawn.left = drawn.left.map(|left| left - 1);
        Some(drawn.fault.clone())
    }
}
