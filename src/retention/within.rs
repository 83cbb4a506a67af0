//! `within`: a calendar period, in the format and with the arithmetic of restic.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// A period of years, months, weeks, days and hours: `14d`, `1y6m`, `2w12h`. As in restic, `m` is months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Within {
    years: u16,
    months: u16,
    weeks: u16,
    days: u16,
    hours: u16,
}

/// The text is not a valid period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidWithin(String);

impl fmt::Display for InvalidWithin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid period {:?}: use e.g. 14d, 2w, 6m (months), 1y or 48h", self.0)
    }
}

impl std::error::Error for InvalidWithin {}

impl Within {
    pub(super) fn is_zero(self) -> bool {
        self == Self::default()
    }

    /// The instant this long before `latest`; the earliest possible one if the calendar does not reach that far.
    ///
    /// Follows restic, i.e. Go's `AddDate`: a day that the month does not have overflows into the next month, and a local time that clocks
    /// skip or repeat uses a nearby offset of the zone.
    pub(super) fn before(self, latest: Timestamp, zone: &TimeZone) -> Timestamp {
        let local = zone.to_datetime(latest);
        self.local_before(local)
            .and_then(|local| instant(local, zone))
            .and_then(|time| time.checked_sub(SignedDuration::from_hours(i64::from(self.hours))).ok())
            .unwrap_or(Timestamp::MIN)
    }

    fn local_before(self, local: DateTime) -> Option<DateTime> {
        let months = i32::from(local.year()) * 12 + i32::from(local.month()) - 1;
        let months = months - i32::from(self.years) * 12 - i32::from(self.months);
        let year = i16::try_from(months.div_euclid(12)).ok()?;
        let month = i8::try_from(months.rem_euclid(12) + 1).ok()?;
        let days = i32::from(local.day()) - 1 - i32::from(self.weeks) * 7 - i32::from(self.days);
        let day = Date::new(year, month, 1).ok()?.checked_add(days.days()).ok()?;
        Some(day.to_datetime(local.time()))
    }
}

/// The instant of a local time, using the offset of the zone at about that time.
fn instant(local: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    let as_utc = TimeZone::UTC.to_timestamp(local).ok()?;
    let shifted =
        |by: Timestamp| as_utc.checked_sub(SignedDuration::from_secs(zone.to_offset(by).seconds().into())).ok();
    shifted(shifted(as_utc)?)
}

impl FromStr for Within {
    type Err = InvalidWithin;

    fn from_str(text: &str) -> Result<Self, InvalidWithin> {
        let invalid = || InvalidWithin(text.to_owned());
        let mut within = Self::default();
        let mut rest = text;
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let number: u16 = rest[..digits].parse().map_err(|_| invalid())?;
            let unit = rest[digits..].chars().next().ok_or_else(invalid)?;
            let slot = match unit {
                'y' => &mut within.years,
                'm' => &mut within.months,
                'w' => &mut within.weeks,
                'd' => &mut within.days,
                'h' => &mut within.hours,
                _ => return Err(invalid()),
            };
            if *slot != 0 || number == 0 {
                return Err(invalid());
            }
            *slot = number;
            rest = &rest[digits + 1..];
        }
        if within.is_zero() { Err(invalid()) } else { Ok(within) }
    }
}

impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [(self.years, 'y'), (self.months, 'm'), (self.weeks, 'w'), (self.days, 'd'), (self.hours, 'h')];
        parts.iter().filter(|(number, _)| *number > 0).try_for_each(|(number, unit)| write!(f, "{number}{unit}"))
    }
}
