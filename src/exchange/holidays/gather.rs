//! Days are gathered while a file is read, within bounds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::day::{HolidayDay, HolidayKind, HolidayWhy, Place};
use super::fault::{BadDay, BadReason, HolidayCaution, HolidayFault};
use super::import::{HolidayFormat, HolidayImport};
use super::{LONGEST, MOST_BAD, MOST_DAYS, MOST_WORK, Options, name};
use crate::engine::Bilingual;
use crate::exchange::moment::DateOrder;

/// The years that calendars have.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1970..=2100;

/// As many characters of a text as are said back.
const SAID: usize = 80;

/// What dates in figures show of their order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Orders {
    pub(super) day_first: bool,
    pub(super) month_first: bool,
    /// Some can be read either way, and were not read.
    pub(super) either: bool,
    /// Some of a day and a month alone can be read either way, and were read with the month first.
    pub(super) yearless: bool,
}

impl Orders {
    /// The order that some tell and none denies.
    pub(super) const fn told(self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }
}

/// What is said of days by an entry.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) kind: HolidayKind,
    pub(super) name: Bilingual,
    pub(super) why: HolidayWhy,
    pub(super) place: Place,
}

/// What was read so far.
pub(super) struct Gather {
    options: Options,
    pub(super) orders: Orders,
    days: Vec<HolidayDay>,
    /// Where a date is that has this kind.
    known: BTreeMap<(NaiveDate, u8), usize>,
    bad: Vec<BadDay>,
    more_bad: usize,
    cautions: BTreeMap<HolidayCaution, usize>,
    covered: BTreeSet<i32>,
    empty: Option<i32>,
    work: usize,
}

impl Gather {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            options: options.clone(),
            orders: Orders::default(),
            days: Vec::new(),
            known: BTreeMap::new(),
            bad: Vec::new(),
            more_bad: 0,
            cautions: BTreeMap::new(),
            covered: BTreeSet::new(),
            empty: None,
            work: 0,
        }
    }

    pub(super) const fn options(&self) -> &Options {
        &self.options
    }

    pub(super) const fn order(&self) -> Option<DateOrder> {
        self.options.order
    }

    pub(super) const fn work(&self) -> usize {
        self.work
    }

    /// Counts `steps` of work.
    pub(super) const fn spend(&mut self, steps: usize) -> Result<(), HolidayFault> {
        self.work += steps;
        if self.work > MOST_WORK {
            return Err(HolidayFault::TooMuch);
        }
        Ok(())
    }

    /// The file is about `year`.
    pub(super) fn cover(&mut self, year: i32) {
        if YEARS.contains(&year) {
            self.covered.insert(year);
        }
    }

    /// The file is about `year`, of which nothing is known yet.
    pub(super) const fn nothing_in(&mut self, year: i32) {
        self.empty = Some(year);
    }

    pub(super) fn caution(&mut self, caution: HolidayCaution) {
        *self.cautions.entry(caution).or_default() += 1;
    }

    pub(super) fn bad(&mut self, place: Place, value: &str, reason: BadReason) {
        if self.bad.len() < MOST_BAD {
            self.bad.push(BadDay {
                place,
                value: value.trim().chars().take(SAID).collect(),
                reason,
            });
        } else {
            self.more_bad += 1;
        }
    }

    /// Adds the days from `from` until before `until`.
    pub(super) fn span(
        &mut self,
        from: NaiveDate,
        until: NaiveDate,
        said: &Said,
    ) -> Result<(), HolidayFault> {
        let days = (until - from).num_days();
        if days > LONGEST {
            self.spend(1)?;
            self.bad(said.place, &from.to_string(), BadReason::TooLong { days });
            return Ok(());
        }
        for date in from.iter_days().take_while(|date| *date < until) {
            self.day(date, said)?;
        }
        Ok(())
    }

    /// Adds a day. The same date of the same kind is one day, by all its names.
    pub(super) fn day(&mut self, date: NaiveDate, said: &Said) -> Result<(), HolidayFault> {
        self.spend(1)?;
        if !YEARS.contains(&date.year()) {
            self.bad(said.place, &date.to_string(), BadReason::OutOfRange);
            return Ok(());
        }
        let key = (date, said.kind.class());
        let known = self.known.get(&key);
        if let Some(day) = known.and_then(|place| self.days.get_mut(*place)) {
            day.kind.join(said.kind.clone());
            name::join(&mut day.name, &said.name);
            return Ok(());
        }
        if self.days.len() >= MOST_DAYS {
            return Err(HolidayFault::TooManyDays);
        }
        self.known.insert(key, self.days.len());
        self.days.push(HolidayDay {
            date,
            kind: said.kind.clone(),
            read_as: said.kind.clone(),
            name: said.name.clone(),
            why: said.why,
            place: said.place,
        });
        Ok(())
    }

    /// What became of it.
    pub(super) fn finish(
        mut self,
        file: &str,
        format: HolidayFormat,
    ) -> Result<HolidayImport, HolidayFault> {
        if self.days.is_empty() {
            let first = self.bad.into_iter().next();
            return Err(match self.empty {
                Some(year) => HolidayFault::EmptyYear { year },
                None => HolidayFault::NoDays { first },
            });
        }
        name::complete(&mut self.days);
        for day in &mut self.days {
            day.read_as = day.kind.clone();
        }
        self.days.sort_by_key(|day| (day.date, day.kind.class()));
        self.note();
        let covered = if self.covered.is_empty() {
            covered(&self.days)
        } else {
            self.covered
        };
        Ok(HolidayImport::new(
            file,
            format,
            self.days,
            (self.bad, self.more_bad),
            self.cautions.into_iter().collect(),
            covered,
            self.work,
        ))
    }

    /// Cautions that are seen only in all the days.
    fn note(&mut self) {
        let count =
            |is: &dyn Fn(&HolidayDay) -> bool| self.days.iter().filter(|day| is(day)).count();
        let working = count(&|day| matches!(day.kind, HolidayKind::Working(_)));
        let chinese = count(&|day| day.kind == HolidayKind::Off && name::is_of_china(&day.name));
        let told = [
            (
                HolidayCaution::HalfDayHours,
                count(&|day| day.kind == HolidayKind::Half(None)),
            ),
            (
                HolidayCaution::WorkingHours,
                count(&|day| matches!(day.kind, HolidayKind::Working(Some(_)))),
            ),
            (
                HolidayCaution::NoMakeUpDays,
                if working == 0 { chinese } else { 0 },
            ),
        ];
        let kept = self
            .days
            .iter()
            .filter(|day| day.kind != HolidayKind::Ignored);
        let mut seen = BTreeSet::new();
        let twice = kept.filter(|day| !seen.insert(day.date)).count();
        for (caution, days) in told.into_iter().chain([(HolidayCaution::Conflict, twice)]) {
            if days > 0 {
                self.cautions.insert(caution, days);
            }
        }
    }
}

/// The years that `days` tell about: those with at least a quarter as many as the fullest, so that a single day
/// that a block takes from the next year does not make that year known.
fn covered(days: &[HolidayDay]) -> BTreeSet<i32> {
    let mut years = BTreeMap::<i32, usize>::new();
    for day in days.iter().filter(|day| day.kind != HolidayKind::Ignored) {
        *years.entry(day.date.year()).or_default() += 1;
    }
    let most = years.values().copied().max().unwrap_or_default();
    let full = years.into_iter().filter(|(_, days)| days * 4 >= most);
    full.map(|(year, _)| year).collect()
}
