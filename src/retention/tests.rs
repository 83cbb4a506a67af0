//! The properties of a policy, on cases that proptest makes up, and the cases at its edges.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;

use super::*;
use crate::model::{SnapshotStatus, VmId};
use crate::spec::Provider;

/// A ready snapshot of vm 1.
pub(super) fn snapshot(id: usize, created_at: Timestamp) -> Snapshot {
    let mut snapshot = Snapshot::new(Provider::Hyperstack, SnapshotId::new(id.to_string()).unwrap());
    snapshot.name = Some(format!("nightly-{id}"));
    snapshot.vm.id = Some(VmId::new("1").unwrap());
    snapshot.status = SnapshotStatus::Ready;
    snapshot.created_at = Some(created_at);
    snapshot
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn now() -> Timestamp {
    at("2026-11-27T12:00:00Z")
}

/// One a day at noon, the newest an hour ago.
fn days(count: usize) -> Vec<Snapshot> {
    (0..count).map(|age| snapshot(age + 1, now() - SignedDuration::from_hours(1 + 24 * age as i64))).collect()
}

fn ids<'a>(verdicts: impl Iterator<Item = &'a Verdict>) -> Vec<String> {
    verdicts.map(|verdict| verdict.snapshot.id.to_string()).collect()
}

fn plan(policy: &Policy, snapshots: Vec<Snapshot>) -> Plan {
    policy.plan(snapshots, now(), &TimeZone::UTC)
}

fn kept(policy: &Policy, snapshots: Vec<Snapshot>) -> Vec<String> {
    ids(plan(policy, snapshots).kept())
}

#[test]
fn reasons_are_told_in_words() {
    let plan = plan(&Policy::default().daily(2).weekly(2).within("1d".parse().unwrap()), days(10));
    let reported: Vec<_> = plan
        .verdicts()
        .map(|verdict| verdict.reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
        .collect();
    assert_eq!(reported[..3], ["newest, daily 1/2, weekly 1/2, within 1d", "daily 2/2", "no rule keeps it"]);
    assert_eq!(reported[5], "weekly 2/2");
    assert_eq!(ids(plan.deletions()), ["10", "9", "8", "7", "5", "4", "3"], "oldest first");
}

#[test]
fn an_empty_policy_deletes_nothing() {
    for policy in [Policy::default(), Policy::default().include_failed(true)] {
        let mut snapshots = days(3);
        snapshots[2].status = SnapshotStatus::Failed;
        assert_eq!(plan(&policy, snapshots).deletions().count(), 0);
    }
}

#[test]
fn only_what_is_ready_counts() {
    for status in [SnapshotStatus::Creating, SnapshotStatus::Deleting, SnapshotStatus::Unknown, SnapshotStatus::Failed]
    {
        let mut snapshots = days(4);
        snapshots[0].status = status;
        snapshots[2].status = status;
        let plan = plan(&Policy::default().last(1), snapshots);
        assert_eq!(
            (ids(plan.kept()), ids(plan.deletions()), ids(plan.skipped())),
            (vec!["2".to_owned()], vec!["4".to_owned()], vec!["1".to_owned(), "3".to_owned()]),
            "{status}"
        );
    }
}

#[test]
fn a_failed_one_goes_only_when_asked_for_and_a_day_old() {
    let mut snapshots = days(3);
    (snapshots[0].status, snapshots[2].status) = (SnapshotStatus::Failed, SnapshotStatus::Failed);
    let policy = Policy::default().last(1).include_failed(true);
    let all = plan(&policy, snapshots.clone());
    assert_eq!(
        (ids(all.kept()), ids(all.deletions()), ids(all.skipped())),
        (vec!["2".to_owned()], vec!["3".to_owned()], vec!["1".to_owned()])
    );
    assert_eq!(plan(&policy.pin(SnapshotId::new("3").unwrap()), snapshots).deletions().count(), 0);
}

#[test]
fn without_a_time_that_can_be_believed_it_is_left_alone() {
    let mut snapshots = days(3);
    snapshots[0].created_at = None;
    snapshots[1].created_at = Some(now() + SignedDuration::from_secs(301));
    let plan = plan(&Policy::default().last(1), snapshots.clone());
    assert_eq!(ids(plan.kept()), ["3"], "neither counts as the last");
    assert_eq!(ids(plan.skipped()), ["2", "1"]);
    snapshots[1].created_at = Some(now() + SignedDuration::from_secs(299));
    assert_eq!(kept(&Policy::default().last(1), snapshots), ["2"]);
}

#[test]
fn machines_and_regions_are_apart_and_unknown_ones_are_left_alone() {
    let mut snapshots = days(6);
    (2..4).for_each(|i| snapshots[i].region = Some("elsewhere".to_owned()));
    snapshots[4].vm.id = Some(VmId::new("2").unwrap());
    snapshots[5].vm.id = None;
    let plan = plan(&Policy::default().last(1), snapshots);
    assert_eq!(
        (ids(plan.kept()), ids(plan.deletions()), ids(plan.skipped())),
        (
            vec!["1".to_owned(), "3".to_owned(), "5".to_owned()],
            vec!["2".to_owned(), "4".to_owned()],
            vec!["6".to_owned()]
        )
    );
    assert_eq!(plan.machines[1].newest().map(|newest| newest.id.as_str()), Some("1"));
}

#[test]
fn pinned_ones_stay() {
    let policy = Policy::default().last(1).pin(SnapshotId::new("3").unwrap()).pin_name("*-5");
    assert_eq!(kept(&policy, days(6)), ["1", "3", "5"]);
}

#[test]
fn days_begin_in_the_time_zone() {
    let night = |id, text| snapshot(id, at(text));
    let snapshots =
        || vec![night(1, "2026-11-26T22:30:00Z"), night(2, "2026-11-26T23:30:00Z"), night(3, "2026-11-27T01:00:00Z")];
    let in_zone =
        |zone: &str| ids(Policy::default().daily(2).plan(snapshots(), now(), &TimeZone::get(zone).unwrap()).kept());
    assert_eq!(in_zone("UTC"), ["3", "2"]);
    assert_eq!(in_zone("Europe/Berlin"), ["3", "1"]);
}

#[test]
fn periods() {
    for text in ["14d", "1y6m", "2w12h", "1y5m7d2h"] {
        assert_eq!(text.parse::<Within>().unwrap().to_string(), text);
    }
    for text in ["", "14", "d", "0d", "1d1d", "-1d", "14 d", "5min", "1.5d", "99999d", "1é"] {
        assert!(text.parse::<Within>().is_err(), "{text}");
    }
    let before = |text: &str, time: &str| text.parse::<Within>().unwrap().before(at(time), &TimeZone::UTC);
    assert_eq!(before("1m", "2024-03-31T10:00:00Z"), at("2024-03-02T10:00:00Z"), "31 February 2024 is 2 March");
    assert_eq!(before("1y", "2024-02-29T10:00:00Z"), at("2023-03-01T10:00:00Z"));
    assert_eq!(before("65535y", "2024-02-29T10:00:00Z"), Timestamp::MIN);
}

/// Times over several years, some within one minute, in no order.
fn times() -> impl Strategy<Value = Vec<i64>> {
    let span = 3 * 365 * 86_400i64;
    let near = (0..span, 0..90i64).prop_map(|(time, more)| time - time % 3600 + more);
    proptest::collection::vec(prop_oneof![0..span, near, (0..span / 86_400).prop_map(|day| day * 86_400)], 1..60)
}

fn policies() -> impl Strategy<Value = Policy> {
    let counts = prop_oneof![3 => Just(0u32), 3 => 1..6u32, 1 => 6..40u32];
    let within = prop_oneof![Just(None), Just(Some("36h")), Just(Some("40d")), Just(Some("1y1m"))];
    (proptest::collection::vec(counts, 6), within).prop_map(|(counts, within)| {
        let mut policy = Policy::default().last(counts[0]).hourly(counts[1]).daily(counts[2]);
        policy = policy.weekly(counts[3]).monthly(counts[4]).yearly(counts[5]);
        policy.within = within.map(|text| text.parse().unwrap());
        policy
    })
}

fn of_times(times: &[i64]) -> Vec<Snapshot> {
    let oldest = now() - 1095.days().to_duration(jiff::SpanRelativeTo::days_are_24_hours()).unwrap();
    let at = |time: &i64| oldest + SignedDuration::from_secs(*time);
    times.iter().enumerate().map(|(id, time)| snapshot(id + 1, at(time))).collect()
}

fn zones() -> impl Strategy<Value = TimeZone> {
    let zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"];
    proptest::sample::select(zones.to_vec()).prop_map(|zone| TimeZone::get(zone).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn the_newest_is_kept(times in times(), policy in policies(), zone in zones()) {
        let plan = policy.plan(of_times(&times), now(), &zone);
        let newest = times.iter().max().copied();
        let kept = plan.kept().any(|verdict| Some(verdict.snapshot.created_at) == of_times(&[newest.unwrap()]).first().map(|s| s.created_at));
        prop_assert!(kept);
        prop_assert_eq!(plan.kept().count() + plan.deletions().count(), times.len());
    }

    #[test]
    fn more_policy_never_keeps_less(times in times(), policy in policies(), more in policies(), zone in zones()) {
        prop_assume!(!policy.is_empty());
        let mut sum = policy.clone();
        for (count, more) in [
            (&mut sum.last, more.last), (&mut sum.hourly, more.hourly), (&mut sum.daily, more.daily),
            (&mut sum.weekly, more.weekly), (&mut sum.monthly, more.monthly), (&mut sum.yearly, more.yearly),
        ] {
            *count += more;
        }
        sum.within = sum.within.or(more.within);
        let kept = ids(policy.plan(of_times(&times), now(), &zone).kept());
        let kept_by_sum = ids(sum.plan(of_times(&times), now(), &zone).kept());
        prop_assert!(kept.iter().all(|id| kept_by_sum.contains(id)));
    }

    #[test]
    fn what_is_kept_survives_a_second_run(times in times(), policy in policies(), zone in zones()) {
        let first = policy.plan(of_times(&times), now(), &zone);
        let left: Vec<_> = first.kept().map(|verdict| verdict.snapshot.clone()).collect();
        prop_assert_eq!(policy.plan(left, now(), &zone).deletions().count(), 0);
    }

    #[test]
    fn the_order_of_input_does_not_matter(times in times(), policy in policies(), zone in zones(), seed in any::<u64>()) {
        let mut shuffled = of_times(&times);
        fastrand::Rng::with_seed(seed).shuffle(&mut shuffled);
        prop_assert_eq!(policy.plan(shuffled, now(), &zone), policy.plan(of_times(&times), now(), &zone));
    }

    #[test]
    fn one_instant_has_one_verdict(times in times(), policy in policies(), zone in zones()) {
        let doubled: Vec<_> = times.iter().chain(&times).copied().collect();
        let plan = policy.plan(of_times(&doubled), now(), &zone);
        let kept = ids(plan.kept());
        for verdict in plan.verdicts() {
            let id: usize = verdict.snapshot.id.as_str().parse().unwrap();
            let twin = (id - 1 + times.len()) % doubled.len() + 1;
            prop_assert_eq!(kept.contains(&id.to_string()), kept.contains(&twin.to_string()));
        }
    }
}
