//! When to open a ticket: how long it would wait, hour by hour.

use chrono::{Datelike, Days, NaiveDate};

use super::days;
use crate::engine::{DateSpan, Instant, NEVER, PlainSeconds, PlainTerms, Rank, Seconds, Terms};

/// Hours of a day.
const HOURS: usize = 24;

/// An hour of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WaitHour {
    /// The date.
    pub date: NaiveDate,
    /// The hour of the day; the ticket is opened when it begins.
    pub hour: u32,
    /// By the wall clock, in seconds, from then until the target is due.
    pub wait: Seconds,
}

/// How long tickets really wait, for each priority and target: opened when each hour of some dates begins, in the
/// service zone, how many seconds of the wall clock pass until the target is due. What starts with a
/// confirmation is taken to be confirmed when the response is due.
///
/// ```
/// use sla_planner::engine::{ClockReading, Policy, Rank, Readings, Schedule, Terms};
/// use sla_planner::simulate::WaitMap;
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let readings = Readings { clock: ClockReading::WorkingTime, ..Readings::default() };
/// let terms = Terms::new(policy.into(), schedule.into(), readings)?;
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
/// let map = WaitMap::of_week(&terms, day);
/// // Wednesday 10:00: 2 hours. Friday 17:00: until Monday 10:00.
/// assert_eq!(map.wait(Rank(2), 0, 2, 10), Some(2 * 3_600));
/// let worst = map.worst(Rank(2), 0).unwrap();
/// assert_eq!((worst.date.to_string().as_str(), worst.hour, worst.wait), ("2026-11-27", 17, 65 * 3_600));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitMap {
    dates: DateSpan,
    days: usize,
    targets: usize,
    ranks: usize,
    /// By rank, then by target, then by day and hour.
    waits: Vec<u32>,
}

impl WaitMap {
    /// The most dates that a map is made of.
    pub const MOST: usize = 62;

    /// The week of `date`, Monday first.
    #[must_use]
    pub fn of_week(terms: &Terms, date: NaiveDate) -> Self {
        let since = date.weekday().num_days_from_monday();
        let monday = date.checked_sub_days(Days::new(since.into()));
        let from = monday.unwrap_or(date);
        let sunday = from.checked_add_days(Days::new(6));
        Self::of(
            terms,
            DateSpan {
                from,
                through: sunday.unwrap_or(from),
            },
        )
    }

    /// Those dates, of which the first [`Self::MOST`] are looked at.
    #[must_use]
    pub fn of(terms: &Terms, dates: DateSpan) -> Self {
        let all: Vec<NaiveDate> = dates
            .from
            .iter_days()
            .take_while(|date| *date <= dates.through)
            .take(Self::MOST)
            .collect();
        let policy = terms.policy();
        let (ranks, targets) = (policy.priorities.len(), policy.targets.len());
        let mut map = Self {
            dates: DateSpan {
                from: dates.from,
                through: all.last().copied().unwrap_or(dates.from),
            },
            days: all.len(),
            targets,
            ranks,
            waits: vec![NEVER; ranks * targets * all.len() * HOURS],
        };
        let ready = PlainTerms::new(terms, Instant::MIN);
        for (day, date) in all.iter().enumerate() {
            for (hour, second) in (0..HOURS).zip((0_u32..).step_by(3_600)) {
                if let Some(at) = days::shown(policy.zone, *date, second) {
                    map.fill(&ready, at.second(), day * HOURS + hour);
                }
            }
        }
        map
    }

    fn fill(&mut self, ready: &PlainTerms<'_>, at: u32, column: usize) {
        for (place, priority) in (0..self.ranks).zip(0_u8..) {
            let history = PlainSeconds {
                submitted: at,
                priority,
                replied: NEVER,
                confirmed: NEVER,
                resolved: NEVER,
                paused: NEVER,
                resumed: NEVER,
            };
            let mut response_due = at;
            for target in 0..self.targets {
                let Some(brief) = ready.brief(&history, target, response_due) else {
                    break;
                };
                if target == 0 {
                    response_due = brief.due;
                }
                let row = place * self.targets + target;
                let slot = self.waits.get_mut(row * self.days * HOURS + column);
                if let Some(slot) = slot {
                    *slot = brief.due - at;
                }
            }
        }
    }

    /// The dates it is about.
    #[must_use]
    pub const fn dates(&self) -> DateSpan {
        self.dates
    }

    /// How many dates those are.
    #[must_use]
    pub const fn days(&self) -> usize {
        self.days
    }

    /// How long `target` takes for a ticket of `rank` that is opened when `hour` of the date at place `day`
    /// begins; none where the clock skips that hour, or the target is never used up.
    #[must_use]
    pub fn wait(&self, rank: Rank, target: usize, day: usize, hour: usize) -> Option<Seconds> {
        if hour >= HOURS {
            return None;
        }
        let wait = self.row(rank, target)?.get(day * HOURS + hour)?;
        (*wait != NEVER).then_some(Seconds::from(*wait))
    }

    /// The hour with the longest wait, the first of several.
    #[must_use]
    pub fn worst(&self, rank: Rank, target: usize) -> Option<WaitHour> {
        let hours = self.hours(rank, target);
        hours.reduce(|worst, hour| if hour.wait > worst.wait { hour } else { worst })
    }

    /// The hour with the shortest wait, the first of several.
    #[must_use]
    pub fn best(&self, rank: Rank, target: usize) -> Option<WaitHour> {
        let hours = self.hours(rank, target);
        hours.reduce(|best, hour| if hour.wait < best.wait { hour } else { best })
    }

    /// The mean wait over all hours, cut to the second.
    #[must_use]
    pub fn mean(&self, rank: Rank, target: usize) -> Option<Seconds> {
        let waits = self.hours(rank, target).map(|hour| hour.wait);
        let (sum, count) = waits.fold((0, 0), |(sum, count), wait| (sum + wait, count + 1));
        Seconds::checked_div(sum, count)
    }

    /// How long a wait is between the best and the worst, from 0 to 4.
    #[must_use]
    pub fn shade(&self, rank: Rank, target: usize, wait: Seconds) -> u8 {
        let ends = self.best(rank, target).zip(self.worst(rank, target));
        let Some((best, worst)) = ends else { return 0 };
        let (part, whole) = (wait - best.wait, worst.wait - best.wait);
        let step = (part.clamp(0, whole.max(0)) * 5).checked_div(whole);
        step.map_or(0, |step| u8::try_from(step.min(4)).unwrap_or(4))
    }

    /// The hours that are known, in order.
    pub fn hours(&self, rank: Rank, target: usize) -> impl Iterator<Item = WaitHour> {
        let row = self.row(rank, target).unwrap_or_default();
        let dates = self.dates.from.iter_days();
        dates.zip(row.chunks(HOURS)).flat_map(|(date, waits)| {
            let hours = (0..).zip(waits).filter(|(_, wait)| **wait != NEVER);
            hours.map(move |(hour, wait)| WaitHour {
                date,
                hour,
                wait: (*wait).into(),
            })
        })
    }

    fn row(&self, rank: Rank, target: usize) -> Option<&[u32]> {
        let rank = usize::from(rank.0);
        if rank >= self.ranks || target >= self.targets {
            return None;
        }
        let length = self.days * HOURS;
        let first = (rank * self.targets + target) * length;
        self.waits.get(first..first + length)
    }
}
