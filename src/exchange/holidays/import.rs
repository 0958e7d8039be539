//! What was read, to be looked at and changed before it is applied.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::day::{HolidayDay, HolidayKind};
use super::fault::{BadDay, HolidayCaution};
use crate::engine::DateSpan;

/// What a file was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HolidayFormat {
    /// iCalendar.
    ICalendar,
    /// The JSON of holiday-cn.
    HolidayCn,
    /// The JSON of chinese-days.
    ChineseDays,
    /// The JSON of holiday-calendar.
    HolidayCalendar,
    /// What Nager.Date answers.
    Nager,
    /// The bank holidays of GOV.UK.
    GovUk,
    /// The JSON of Hong Kong's 1823.
    HongKong,
    /// What the library date-holidays gives.
    DateHolidays,
    /// A list of dates as JSON.
    Json,
    /// A table.
    Table,
    /// A notice of the State Council.
    Notice,
    /// Dates as people write them.
    Dates,
}

/// How many days of each kind a year has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearCount {
    /// The year.
    pub year: i32,
    /// Days off.
    pub off: usize,
    /// Make-up days.
    pub working: usize,
    /// Half days.
    pub half: usize,
    /// Days that are not taken.
    pub ignored: usize,
}

/// A date that has several kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The date.
    pub date: NaiveDate,
    /// Its days, by their places.
    pub places: Vec<usize>,
}

/// The days of a file. Each can be changed; its place stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayImport {
    name: String,
    format: HolidayFormat,
    days: Vec<HolidayDay>,
    bad: Vec<BadDay>,
    more_bad: usize,
    cautions: Vec<(HolidayCaution, usize)>,
    covered: BTreeSet<i32>,
    work: usize,
}

impl HolidayImport {
    pub(super) fn new(
        name: &str,
        format: HolidayFormat,
        days: Vec<HolidayDay>,
        (bad, more_bad): (Vec<BadDay>, usize),
        cautions: Vec<(HolidayCaution, usize)>,
        covered: BTreeSet<i32>,
        work: usize,
    ) -> Self {
        Self {
            name: name.to_owned(),
            format,
            days,
            bad,
            more_bad,
            cautions,
            covered,
            work,
        }
    }

    /// The name of the file; empty for what was pasted.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it was recognised as.
    #[must_use]
    pub const fn format(&self) -> HolidayFormat {
        self.format
    }

    /// The days, by date.
    #[must_use]
    pub fn days(&self) -> &[HolidayDay] {
        &self.days
    }

    /// The entries that were not understood, as many as are kept.
    #[must_use]
    pub fn bad(&self) -> &[BadDay] {
        &self.bad
    }

    /// How many more there are.
    #[must_use]
    pub const fn more_bad(&self) -> usize {
        self.more_bad
    }

    /// What may not be as it is meant, and of how many entries.
    #[must_use]
    pub fn cautions(&self) -> &[(HolidayCaution, usize)] {
        &self.cautions
    }

    /// How many steps reading took.
    #[must_use]
    pub const fn work(&self) -> usize {
        self.work
    }

    /// Makes the day at `place` another kind.
    pub fn set(&mut self, place: usize, kind: HolidayKind) {
        if let Some(day) = self.days.get_mut(place) {
            day.kind = kind;
        }
    }

    /// Takes the day at `place`, or leaves it out. One that was left out comes back as it was read, or as a day
    /// off.
    pub fn take(&mut self, place: usize, taken: bool) {
        let Some(day) = self.days.get_mut(place) else {
            return;
        };
        let is_taken = day.kind != HolidayKind::Ignored;
        if taken && !is_taken {
            day.kind = match &day.read_as {
                HolidayKind::Ignored => HolidayKind::Off,
                kind => kind.clone(),
            };
        } else if !taken {
            day.kind = HolidayKind::Ignored;
        }
    }

    /// Makes the day at `place` what it was read as.
    pub fn reset(&mut self, place: usize) {
        if let Some(day) = self.days.get_mut(place) {
            day.kind = day.read_as.clone();
        }
    }

    /// Whether the day at `place` is taken.
    #[must_use]
    pub fn is_taken(&self, place: usize) -> bool {
        let day = self.days.get(place);
        day.is_some_and(|day| day.kind != HolidayKind::Ignored)
    }

    /// Whether the day at `place` is not what it was read as.
    #[must_use]
    pub fn is_changed(&self, place: usize) -> bool {
        let day = self.days.get(place);
        day.is_some_and(|day| day.kind != day.read_as)
    }

    /// The days that are taken.
    pub fn taken(&self) -> impl Iterator<Item = &HolidayDay> {
        let days = self.days.iter();
        days.filter(|day| day.kind != HolidayKind::Ignored)
    }

    /// How many days of each kind each year has, by year.
    #[must_use]
    pub fn counts(&self) -> Vec<YearCount> {
        let mut years = BTreeMap::<i32, YearCount>::new();
        for day in &self.days {
            let year = day.date.year();
            let count = years.entry(year).or_default();
            count.year = year;
            match day.kind {
                HolidayKind::Off => count.off += 1,
                HolidayKind::Working(_) => count.working += 1,
                HolidayKind::Half(_) => count.half += 1,
                HolidayKind::Ignored => count.ignored += 1,
            }
        }
        years.into_values().collect()
    }

    /// The dates of which several days are taken, of different kinds. Until one is left out, a working day goes
    /// before half a day, and that before a day off.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut dates = BTreeMap::<NaiveDate, Vec<usize>>::new();
        for (place, day) in self.days.iter().enumerate() {
            if day.kind != HolidayKind::Ignored {
                dates.entry(day.date).or_default().push(place);
            }
        }
        let kind = |place: &usize| self.days.get(*place).map(|day| &day.kind);
        let differ = |places: &[usize]| {
            let first = places.first().map(kind);
            places.iter().any(|place| Some(kind(place)) != first)
        };
        let several = dates.into_iter().filter(|(_, places)| differ(places));
        several
            .map(|(date, places)| Conflict { date, places })
            .collect()
    }

    /// The years it tells about.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.covered.iter().copied()
    }

    /// The dates it is said to be official for: the last years it tells about without a gap.
    #[must_use]
    pub fn official(&self) -> Option<DateSpan> {
        let last = *self.covered.last()?;
        let mut first = last;
        while self.covered.contains(&(first - 1)) {
            first -= 1;
        }
        Some(DateSpan {
            from: NaiveDate::from_ymd_opt(first, 1, 1)?,
            through: NaiveDate::from_ymd_opt(last, 12, 31)?,
        })
    }
}
