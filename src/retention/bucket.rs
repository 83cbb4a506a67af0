//! The counting rules: one snapshot for each of the last N hours, days, weeks, months, years.

use jiff::civil::DateTime;
use serde::Serialize;

/// A rule of a policy that keeps a number of snapshots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rule {
    /// The last N snapshots.
    Last,
    /// One per hour.
    Hourly,
    /// One per day.
    Daily,
    /// One per ISO week.
    Weekly,
    /// One per month.
    Monthly,
    /// One per year.
    Yearly,
}

impl Rule {
    /// All rules, from the finest to the coarsest.
    pub const ALL: [Self; 6] = [Self::Last, Self::Hourly, Self::Daily, Self::Weekly, Self::Monthly, Self::Yearly];

    /// The name of the rule: `last`, `hourly`, `daily`, `weekly`, `monthly`, `yearly`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::Hourly => "hourly",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
        }
    }

    /// The hour, day... of a local time, as a number. `position` counts from the newest.
    fn bucket(self, local: DateTime, position: usize) -> i64 {
        let (year, month, day) = (i64::from(local.year()), i64::from(local.month()), i64::from(local.day()));
        match self {
            Self::Last => position as i64,
            Self::Hourly => ((year * 100 + month) * 100 + day) * 100 + i64::from(local.hour()),
            Self::Daily => (year * 100 + month) * 100 + day,
            Self::Weekly => {
                let week = local.date().iso_week_date();
                i64::from(week.year()) * 100 + i64::from(week.week())
            }
            Self::Monthly => year * 100 + month,
            Self::Yearly => year,
        }
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Applies a rule to a list, from the newest snapshot to the oldest.
pub(super) struct Counter {
    rule: Rule,
    of: u32,
    used: u32,
    last: Option<i64>,
}

impl Counter {
    pub(super) fn new(rule: Rule, of: u32) -> Self {
        Self { rule, of, used: 0, last: None }
    }

    /// Whether the rule keeps the next snapshot: it keeps the first of each bucket until it has kept `of`.
    pub(super) fn keeps(&mut self, local: DateTime, position: usize) -> Option<(Rule, u32, u32)> {
        let bucket = self.rule.bucket(local, position);
        if self.used == self.of || self.last == Some(bucket) {
            return None;
        }
        self.last = Some(bucket);
        self.used += 1;
        Some((self.rule, self.used, self.of))
    }
}
