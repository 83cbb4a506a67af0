//! Shared by `snapshots list` and `vms list`: filters that the providers lack, sorting, totals.

use std::cmp::Ordering;
use std::str::FromStr;

use super::failure::Failure;
use crate::capability::unsupported;
use crate::client::Client;
use crate::error::Advice;
use crate::glob;
use crate::model::{Snapshot, SnapshotStatus, Vm};

/// The value that rows are sorted by. Unknown values come last, in either direction.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Key {
    Text(String),
    Number(f64),
    Time(jiff::Timestamp),
    Unknown,
}

impl Key {
    fn text(text: Option<impl ToString>) -> Self {
        text.map_or(Self::Unknown, |text| Self::Text(text.to_string()))
    }

    /// IDs that are numbers are sorted as numbers.
    fn id(id: &str) -> Self {
        id.parse().map_or_else(|_| Self::Text(id.to_owned()), Self::Number)
    }

    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let known = match (self, other) {
            (Self::Unknown, Self::Unknown) => return Ordering::Equal,
            (Self::Unknown, _) => return Ordering::Greater,
            (_, Self::Unknown) => return Ordering::Less,
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Time(a), Self::Time(b)) => a.cmp(b),
            // Mixed IDs: numbers first.
            (Self::Number(_), _) | (Self::Time(_), Self::Text(_)) => Ordering::Less,
            (_, Self::Number(_)) | (Self::Text(_), Self::Time(_)) => Ordering::Greater,
        };
        if descending { known.reverse() } else { known }
    }
}

/// Rows that can be sorted by a column.
pub(crate) trait Sortable {
    /// The columns that rows can be sorted by.
    const KEYS: &'static [&'static str];

    fn key(&self, column: &str) -> Key;
}

impl Sortable for Snapshot {
    const KEYS: &'static [&'static str] = &["created", "name", "id", "status", "vm", "size", "region"];

    fn key(&self, column: &str) -> Key {
        match column {
            "created" => self.created_at.map_or(Key::Unknown, Key::Time),
            "name" => Key::text(self.name.as_ref()),
            "id" => Key::id(self.id.as_str()),
            "status" => Key::text(Some(self.status)),
            "vm" => self.vm.id.as_ref().map_or(Key::Unknown, |vm| Key::id(vm.as_str())),
            "size" => self.size.map_or(Key::Unknown, |size| Key::Number(size.value)),
            "region" => Key::text(self.region.as_ref()),
            _ => Key::Unknown,
        }
    }
}

impl Sortable for Vm {
    const KEYS: &'static [&'static str] = &["name", "id", "status", "region"];

    fn key(&self, column: &str) -> Key {
        match column {
            "name" => Key::text(self.name.as_ref()),
            "id" => Key::id(self.id.as_str()),
            "status" => Key::text(self.status.as_ref()),
            "region" => Key::text(self.region.as_ref()),
            _ => Key::Unknown,
        }
    }
}

/// A sort order: `created`, `created:desc`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Order<T> {
    column: &'static str,
    descending: bool,
    rows: std::marker::PhantomData<fn(T)>,
}

impl<T: Sortable> FromStr for Order<T> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (column, direction) = text.split_once(':').unwrap_or((text, "asc"));
        let known = T::KEYS.iter().find(|key| key.eq_ignore_ascii_case(column.trim()));
        let column =
            known.ok_or_else(|| format!("cannot sort by {:?}; available: {}", column.trim(), T::KEYS.join(", ")))?;
        let descending = match direction.trim() {
            "asc" => false,
            "desc" => true,
            other => return Err(format!("unknown direction {other:?}: use {column}:asc or {column}:desc")),
        };
        Ok(Self { column, descending, rows: std::marker::PhantomData })
    }
}

impl<T: Sortable> Order<T> {
    /// Sorts the rows; equal rows keep the provider's order.
    pub(crate) fn sort(&self, rows: &mut [T]) {
        rows.sort_by(|a, b| a.key(self.column).compare(&b.key(self.column), self.descending));
    }
}

/// Filters for snapshots that no provider has. All given filters must match.
#[derive(Clone, Debug, Default)]
pub(crate) struct SnapshotFilter {
    pub(crate) name_prefix: Option<String>,
    pub(crate) glob: Option<String>,
    /// Any of these statuses.
    pub(crate) statuses: Vec<SnapshotStatus>,
    pub(crate) older_than: Option<jiff::SignedDuration>,
    pub(crate) newer_than: Option<jiff::SignedDuration>,
    pub(crate) region: Option<String>,
    /// All of these labels.
    pub(crate) labels: Vec<String>,
}

impl SnapshotFilter {
    /// Whether a snapshot matches. One without a readable time is neither older nor newer than anything.
    pub(crate) fn matches(&self, snapshot: &Snapshot, now: jiff::Timestamp) -> bool {
        let name = snapshot.name.as_deref().unwrap_or_default();
        let age = snapshot.created_at.map(|at| now.duration_since(at));
        self.name_prefix.as_ref().is_none_or(|prefix| name.starts_with(prefix.as_str()))
            && self.glob.as_ref().is_none_or(|pattern| glob::matches(pattern, name))
            && (self.statuses.is_empty() || self.statuses.contains(&snapshot.status))
            && self.older_than.is_none_or(|limit| age.is_some_and(|age| age > limit))
            && self.newer_than.is_none_or(|limit| age.is_some_and(|age| age < limit))
            && self.region.as_ref().is_none_or(|region| snapshot.region.as_ref() == Some(region))
            && has_labels(snapshot.labels.as_ref(), &self.labels)
    }
}

/// Whether an object has all of these labels.
pub(crate) fn has_labels(labels: Option<&Vec<String>>, wanted: &[String]) -> bool {
    wanted.iter().all(|label| labels.is_some_and(|labels| labels.contains(label)))
}

/// Fails if there is a filter by labels and the provider has none.
pub(crate) fn require_labels(client: &Client, wanted: &[String], what: &str) -> Result<(), Failure> {
    if wanted.is_empty() || client.capabilities(None).labels {
        return Ok(());
    }
    Err(unsupported(client.provider(), what, Advice::from("use --glob instead")).into())
}

/// The number of snapshots and their total size: `3 snapshots, 61 GB`. Sizes in different units are not added up.
pub(crate) fn total(snapshots: &[Snapshot]) -> String {
    let count = match snapshots.len() {
        1 => "1 snapshot".to_owned(),
        many => format!("{many} snapshots"),
    };
    let mut sizes = snapshots.iter().filter_map(|snapshot| snapshot.size);
    let Some(mut sum) = sizes.next() else { return count };
    for size in sizes {
        if size.unit != sum.unit {
            return count;
        }
        sum.value += size.value;
    }
    let unit = if sum.unit.is_none() { " (the provider documents no unit)" } else { "" };
    format!("{count}, {}{unit}", super::shapes::size(sum))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Size, SizeUnit, SnapshotId};
    use crate::spec::Provider;

    fn snapshot(id: &str, name: &str, created: Option<&str>, size: Option<Size>) -> Snapshot {
        let mut snapshot = Snapshot::new(Provider::Hyperstack, SnapshotId::new(id).unwrap()).created(created);
        (snapshot.name, snapshot.size, snapshot.status) = (Some(name.to_owned()), size, SnapshotStatus::Ready);
        snapshot
    }

    fn ids(order: &str, mut rows: Vec<Snapshot>) -> Vec<String> {
        order.parse::<Order<Snapshot>>().unwrap().sort(&mut rows);
        rows.iter().map(|row| row.id.to_string()).collect()
    }

    #[test]
    fn rows_are_sorted_and_unknown_values_come_last() {
        let rows = || {
            vec![
                snapshot("10", "b", Some("2024-01-02T00:00:00Z"), None),
                snapshot("9", "c", None, None),
                snapshot("2", "a", Some("2024-01-03T00:00:00Z"), None),
            ]
        };
        assert_eq!(ids("created", rows()), ["10", "2", "9"]);
        assert_eq!(ids("created:desc", rows()), ["2", "10", "9"]);
        assert_eq!(ids("id", rows()), ["2", "9", "10"]);
        assert_eq!(ids("name:desc", rows()), ["9", "10", "2"]);
        for wrong in ["colour", "created:down", ""] {
            assert!(wrong.parse::<Order<Snapshot>>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn all_given_filters_must_match() {
        let now: jiff::Timestamp = "2024-01-31T00:00:00Z".parse().unwrap();
        let old = snapshot("1", "nightly-1", Some("2024-01-01T00:00:00Z"), None);
        let undated = snapshot("2", "nightly-2", None, None);
        let days = |days: i64| Some(jiff::SignedDuration::from_hours(24 * days));
        let matches = |filter: SnapshotFilter, snapshot: &Snapshot| filter.matches(snapshot, now);
        let filter = SnapshotFilter::default;
        assert!(matches(filter(), &old) && matches(filter(), &undated));
        assert!(matches(SnapshotFilter { older_than: days(29), ..filter() }, &old));
        assert!(!matches(SnapshotFilter { older_than: days(31), ..filter() }, &old));
        assert!(matches(SnapshotFilter { newer_than: days(31), ..filter() }, &old));
        for limit in
            [SnapshotFilter { older_than: days(1), ..filter() }, SnapshotFilter { newer_than: days(1), ..filter() }]
        {
            assert!(!matches(limit, &undated));
        }
        let prefix = |text: &str| SnapshotFilter { name_prefix: Some(text.to_owned()), ..filter() };
        assert!(matches(prefix("nightly-"), &old) && !matches(prefix("ightly"), &old));
        let glob = |text: &str| SnapshotFilter { glob: Some(text.to_owned()), ..filter() };
        assert!(matches(glob("*-1"), &old) && !matches(glob("nightly"), &old));
        let status = |status| SnapshotFilter { statuses: vec![status], ..filter() };
        assert!(matches(status(SnapshotStatus::Ready), &old) && !matches(status(SnapshotStatus::Failed), &old));
        assert!(!matches(SnapshotFilter { region: Some("r".to_owned()), ..filter() }, &old));
        let labelled = |labels: &[&str]| SnapshotFilter {
            labels: labels.iter().map(|&label| label.to_owned()).collect(),
            ..filter()
        };
        let mut with_labels = old.clone();
        with_labels.labels = Some(vec!["nightly".to_owned(), "studio".to_owned()]);
        assert!(
            matches(labelled(&["nightly"]), &with_labels) && matches(labelled(&["studio", "nightly"]), &with_labels)
        );
        assert!(!matches(labelled(&["nightly", "x"]), &with_labels) && !matches(labelled(&["nightly"]), &old));
    }

    #[test]
    fn totals_add_up_sizes_of_one_unit_only() {
        let gb = |value| Some(Size::whole(value, Some(SizeUnit::Gb)));
        let rows = [snapshot("1", "a", None, gb(20)), snapshot("2", "b", None, gb(30))];
        assert_eq!(total(&rows), "2 snapshots, 50 GB");
        let mixed =
            [snapshot("1", "a", None, gb(20)), snapshot("2", "b", None, Some(Size::whole(5, Some(SizeUnit::Bytes))))];
        assert_eq!(total(&mixed), "2 snapshots");
        assert_eq!(total(&[snapshot("1", "a", None, None)]), "1 snapshot");
        assert_eq!(total(&[]), "0 snapshots");
    }
}
