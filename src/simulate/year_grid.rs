//! A year of a calendar at a glance.

use chrono::{Datelike, NaiveDate};

use super::CalendarDay;
use super::day::whole;
use crate::engine::{MaintenanceRule, Terms};

/// A week of a month, Monday first; none for the dates of other months.
pub type WeekRow = [Option<CalendarDay>; 7];

/// A month at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthGrid {
    /// The month, from 1.
    pub month: u32,
    /// Its weeks.
    pub weeks: Vec<WeekRow>,
}

/// A year at a glance.
///
/// ```
/// use sla_planner::engine::{Policy, Readings, Schedule, Terms};
/// use sla_planner::simulate::{DayMark, YearGrid};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
/// let year = YearGrid::of(&terms, 2026, today);
/// let saturday = chrono::NaiveDate::from_ymd_opt(2026, 2, 14).unwrap();
/// assert_eq!(year.day(saturday).and_then(|day| day.mark), Some(DayMark::Work));
/// assert_eq!(year.working_days(), 248);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearGrid {
    /// The year.
    pub year: i32,
    /// Today, whatever year that is in.
    pub today: NaiveDate,
    /// Its twelve months.
    pub months: Vec<MonthGrid>,
}

impl YearGrid {
    /// `year` in the calendar of `terms`, with its maintenance windows.
    #[must_use]
    pub fn of(terms: &Terms, year: i32, today: NaiveDate) -> Self {
        let calendar = terms.calendar();
        let ends = NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31));
        let windows = ends.map_or_else(Vec::new, |(first, last)| {
            let rules = terms.readings().maintenance(terms.policy());
            MaintenanceRule::all(&rules, whole(calendar, first, last))
        });
        let day = |date| CalendarDay::in_calendar(calendar, terms.counts(), &windows, date);
        let months = (1..=12).map(|month| MonthGrid {
            month,
            weeks: weeks(year, month, &day),
        });
        Self {
            year,
            today,
            months: months.collect(),
        }
    }

    /// A date of it.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Option<&CalendarDay> {
        if date.year() != self.year {
            return None;
        }
        let month = self.months.get(date.month0() as usize)?;
        let mut days = month.weeks.iter().flatten().flatten();
        days.find(|day| day.date == date)
    }

    /// Its dates in order.
    pub fn days(&self) -> impl Iterator<Item = &CalendarDay> {
        let weeks = self.months.iter().flat_map(|month| &month.weeks);
        weeks.flatten().flatten()
    }

    /// On how many dates something is open.
    #[must_use]
    pub fn working_days(&self) -> usize {
        self.days().filter(|day| day.is_open()).count()
    }
}

fn weeks(year: i32, month: u32, day: &dyn Fn(NaiveDate) -> CalendarDay) -> Vec<WeekRow> {
    let mut weeks: Vec<WeekRow> = Vec::new();
    let mut date = NaiveDate::from_ymd_opt(year, month, 1);
    while let Some(at) = date.filter(|date| date.month() == month) {
        let place = at.weekday().num_days_from_monday() as usize;
        if place == 0 || weeks.is_empty() {
            weeks.push(WeekRow::default());
        }
        if let Some(slot) = weeks.last_mut().and_then(|week| week.get_mut(place)) {
            *slot = Some(day(at));
        }
        date = at.succ_opt();
    }
    weeks
}
