//! The peak of memory of a list: each in a process of its own, whose peak the system tells.

use std::io::Write;
use std::process::Command;

use cloudsnap::Provider;

use crate::canned::Canned;

const WANTED: &str = "CLOUDSNAP_PEAK_OF";

/// How many snapshots this process is to list, if it was started for that.
pub fn wanted() -> Option<u64> {
    std::env::var(WANTED).ok()?.parse().ok()
}

/// Lists so many, and prints the peak in bytes.
pub fn tell_peak(count: u64) {
    let provider = Provider::Hyperstack;
    let server = Canned::start(provider, count);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    assert_eq!(runtime.block_on(crate::read_list(&server.client(), provider)), count);
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", peak()).unwrap();
}

/// The greatest resident memory of this process so far.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches("kB").trim().parse::<u64>().unwrap_or_default() * 1024
}

fn peak_of(count: u64) -> f64 {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).env(WANTED, count.to_string()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().parse::<f64>().unwrap() / 1e6
}

/// A thousand against a million.
pub fn compare(out: &mut impl Write) {
    let few = peak_of(1_000);
    let many = peak_of(1_000_000);
    writeln!(
        out,
        "\npeak memory of a list: {few:.1} MB for 1,000 snapshots, {many:.1} MB for 1,000,000: {:+.1} MB",
        many - few
    )
    .unwrap();
}
