//! CPU time and allocations, of sides that take turns.

use rustix::time::{ClockId, clock_gettime};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region};

/// One of the ways to do the same thing.
pub type Side<'a> = Box<dyn FnMut() + 'a>;

/// What one run costs.
#[derive(Clone, Copy)]
pub struct Costs {
    pub micros: f64,
    pub allocations: f64,
}

const ROUNDS: usize = if cfg!(debug_assertions) { 5 } else { 40 };
const WARM_UP: usize = 3;

/// The CPU time of this thread: the servers have threads of their own.
fn thread_micros() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    now.tv_sec as f64 * 1e6 + now.tv_nsec as f64 / 1e3
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The costs of each side: medians over rounds, in each of which every side runs `times` times.
pub fn in_turns(mut sides: Vec<Side<'_>>, times: usize) -> Vec<Costs> {
    let mut seen = vec![(Vec::new(), Vec::new()); sides.len()];
    for round in 0..WARM_UP + ROUNDS {
        for (side, (micros, allocations)) in sides.iter_mut().zip(&mut seen) {
            let (region, started) = (Region::new(&INSTRUMENTED_SYSTEM), thread_micros());
            (0..times).for_each(|_| side());
            let (took, counted) = (thread_micros() - started, region.change());
            if round >= WARM_UP {
                micros.push(took / times as f64);
                allocations.push((counted.allocations + counted.reallocations) as f64 / times as f64);
            }
        }
    }
    seen.into_iter()
        .map(|(micros, allocations)| Costs { micros: median(micros), allocations: median(allocations) })
        .collect()
}
