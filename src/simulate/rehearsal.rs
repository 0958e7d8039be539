//! A holiday rehearsed: what would become of tickets opened around it.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::{CalendarDay, HolidayBlock, days};
use crate::engine::{
    Assessment, ClockReading, DateSpan, Error, History, Instant, Provisional, Rank, Readings, Terms,
};

/// Where a day of a rehearsal lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Before the days off.
    Before,
    /// Among them.
    Within,
    /// After them.
    After,
}

/// When a target would be due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// When it is used up.
    pub due: Instant,
    /// Where holidays that are not official could change that.
    pub provisional: Option<Provisional>,
}

/// A day on which tickets are opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RehearsalDay {
    /// The day.
    pub day: CalendarDay,
    /// Where it lies.
    pub part: Part,
    /// When the tickets are opened.
    pub opened: Instant,
    /// By rank, then by clock reading, then by target.
    promises: Vec<Option<Promise>>,
}

/// A holiday rehearsed: for each priority and each day before, in and after it, when a ticket opened at a time of
/// day would be due under each clock reading.
///
/// ```
/// use sla_planner::engine::{ClockReading, Counts, Policy, Rank, Readings, Schedule, Terms};
/// use sla_planner::simulate::{HolidayBlock, Rehearsal};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let blocks = HolidayBlock::in_year(terms.calendar(), Counts::default(), 2026);
/// let rehearsal = Rehearsal::of(&terms, &blocks[1], 10 * 3_600, 3)?;
/// assert_eq!(rehearsal.days.len(), 15);
/// let due = rehearsal.promise(3, Rank(2), ClockReading::WorkingTime, 0).map(|promise| promise.due);
/// // Opened on Sunday 15 February, answered after Spring Festival.
/// assert_eq!(due, Some("2026-02-24T11:00:00+08:00".parse()?));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsal {
    /// The holiday.
    pub block: HolidayBlock,
    /// When tickets are opened, in seconds of the day in the zone of the calendar.
    pub second: u32,
    /// The days, in order.
    pub days: Vec<RehearsalDay>,
    /// The first date that is not official and touched by something here; none when all is official.
    pub first_unknown: Option<NaiveDate>,
    targets: usize,
}

impl Rehearsal {
    /// The clock readings, in their order.
    pub const READINGS: [ClockReading; 3] = [
        ClockReading::AllHours,
        ClockReading::WorkingTime,
        ClockReading::Mixed,
    ];
    /// The most days on either side that are open.
    pub const MOST_OPEN_DAYS: usize = 10;

    /// `block` rehearsed under `terms`, whichever clock those read: tickets opened at `second` of the day, from so
    /// many open days before it to so many after it, at most [`Self::MOST_OPEN_DAYS`].
    ///
    /// # Errors
    /// As [`Terms::read_as`].
    pub fn of(
        terms: &Terms,
        block: &HolidayBlock,
        second: u32,
        open_days: usize,
    ) -> Result<Self, Error> {
        let mut read = Vec::with_capacity(Self::READINGS.len());
        for clock in Self::READINGS {
            read.push(terms.read_as(Readings {
                clock,
                ..*terms.readings()
            })?);
        }
        let open_days = open_days.min(Self::MOST_OPEN_DAYS);
        let dates = block.around(terms.calendar(), terms.counts(), open_days);
        let mut rehearsal = Self {
            block: block.clone(),
            second,
            days: Vec::new(),
            first_unknown: None,
            targets: terms.policy().targets.len(),
        };
        for date in dates
            .from
            .iter_days()
            .take_while(|date| *date <= dates.through)
        {
            let day = rehearsal.day(terms, &read, date);
            let provisional = day.promises.iter().flatten();
            let unknown = provisional
                .filter_map(|promise| promise.provisional)
                .map(|provisional| provisional.first_unknown);
            rehearsal.first_unknown = unknown.chain(rehearsal.first_unknown).min();
            rehearsal.days.push(day);
        }
        Ok(rehearsal)
    }

    /// When `target` is due for a ticket of `rank` opened on the day at place `day`, as `clock` reads; none where
    /// it is never used up.
    #[must_use]
    pub fn promise(
        &self,
        day: usize,
        rank: Rank,
        clock: ClockReading,
        target: usize,
    ) -> Option<&Promise> {
        if target >= self.targets {
            return None;
        }
        let reading = Self::READINGS.iter().position(|read| *read == clock)?;
        let row = usize::from(rank.0) * Self::READINGS.len() + reading;
        let promises = &self.days.get(day)?.promises;
        promises.get(row * self.targets + target)?.as_ref()
    }

    /// Whether two clock readings give the same for `rank`, all through.
    #[must_use]
    pub fn is_alike(&self, rank: Rank, one: ClockReading, other: ClockReading) -> bool {
        (0..self.days.len()).all(|day| {
            (0..self.targets).all(|target| {
                self.promise(day, rank, one, target) == self.promise(day, rank, other, target)
            })
        })
    }

    /// The dates it covers.
    #[must_use]
    pub fn dates(&self) -> DateSpan {
        let date = |day: Option<&RehearsalDay>| day.map(|day| day.day.date);
        DateSpan {
            from: date(self.days.first()).unwrap_or(self.block.closed.from),
            through: date(self.days.last()).unwrap_or(self.block.closed.through),
        }
    }

    fn day(&self, terms: &Terms, read: &[Terms], date: NaiveDate) -> RehearsalDay {
        let opened = days::instant(terms.calendar().zone, date, self.second);
        let mut promises = Vec::new();
        for rank in terms.policy().ranks() {
            let history = History::submitted(opened, rank);
            for terms in read {
                let assessment = Assessment::of(terms, &history, opened).ok();
                for target in 0..self.targets {
                    let clocks = assessment.as_ref().map(|assessment| &assessment.clocks);
                    let clock = clocks.and_then(|clocks| clocks.get(target));
                    promises.push(clock.map(|clock| Promise {
                        due: clock.due,
                        provisional: clock.provisional,
                    }));
                }
            }
        }
        let closed = self.block.closed;
        RehearsalDay {
            day: CalendarDay::of(terms, date),
            part: match (date.cmp(&closed.from), date.cmp(&closed.through)) {
                (Ordering::Less, _) => Part::Before,
                (_, Ordering::Greater) => Part::After,
                _ => Part::Within,
            },
            opened,
            promises,
        }
    }
}
