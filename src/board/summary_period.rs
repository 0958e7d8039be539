//! Which tickets a summary is about, by when they were submitted.

use chrono::{Datelike, Months, NaiveDate};

use crate::engine::{Instant, Period, Span, Zone};

/// Which tickets a summary is about, by when they were submitted in the service zone.
///
/// ```
/// use sla_planner::board::SummaryPeriod;
/// let zone = "Asia/Shanghai".parse()?;
/// let now = "2026-11-24T10:00:00+08:00".parse()?;
/// let (first, last) = SummaryPeriod::LastMonth.dates(zone, now).unwrap();
/// assert_eq!((first.to_string(), last.to_string()), ("2026-10-01".to_owned(), "2026-10-31".to_owned()));
/// assert_eq!(SummaryPeriod::All.dates(zone, now), None);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SummaryPeriod {
    /// All of them.
    #[default]
    All,
    /// Those of this calendar month.
    ThisMonth,
    /// Those of the one before.
    LastMonth,
    /// Those of this quarter of the calendar year.
    ThisQuarter,
    /// Those of this calendar year.
    ThisYear,
    /// Those from one date through another.
    Between(NaiveDate, NaiveDate),
}

impl SummaryPeriod {
    /// Those that need no dates.
    pub const NAMED: [Self; 5] = [
        Self::All,
        Self::ThisMonth,
        Self::LastMonth,
        Self::ThisQuarter,
        Self::ThisYear,
    ];

    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::ThisMonth => "this-month",
            Self::LastMonth => "last-month",
            Self::ThisQuarter => "this-quarter",
            Self::ThisYear => "this-year",
            Self::Between(..) => "between",
        }
    }

    /// The instants it holds, as seen at `now`; none where it holds all.
    #[must_use]
    pub fn span(self, zone: Zone, now: Instant) -> Option<Span> {
        let today = zone.local(now).date();
        let around = |period: Period, date| period.around(date, zone).ok();
        match self {
            Self::All => None,
            Self::ThisMonth => around(Period::Month, today),
            Self::LastMonth => {
                let first = today.with_day(1)?;
                around(Period::Month, first.checked_sub_months(Months::new(1))?)
            }
            Self::ThisQuarter => around(Period::Quarter, today),
            Self::ThisYear => around(Period::Year, today),
            Self::Between(first, last) => {
                let (first, last) = (first.min(last), first.max(last));
                let (first, last) = (around(Period::Day, first)?, around(Period::Day, last)?);
                Some(Span::new(first.from, last.until))
            }
        }
    }

    /// Its first and its last date, as seen at `now`; none where it holds all.
    #[must_use]
    pub fn dates(self, zone: Zone, now: Instant) -> Option<(NaiveDate, NaiveDate)> {
        let span = self.span(zone, now)?;
        let last = span.until.plus(-1).ok()?;
        Some((zone.local(span.from).date(), zone.local(last).date()))
    }
}
