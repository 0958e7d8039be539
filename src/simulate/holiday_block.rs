//! Holidays with the days off around them.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::days;
use crate::engine::{Bilingual, Calendar, Counts, DateSpan, DatedKind};

/// The most days off that are looked for on either side of a holiday.
const REACH: usize = 31;
/// How far from a holiday its make-up days lie at most, in days: where they are called like it, and where they are
/// called like no holiday.
const NAMED_WITHIN: i64 = 31;
const OTHERS_WITHIN: i64 = 14;

/// Days off in a row, at least one of them a holiday, and the days worked for them.
///
/// ```
/// use sla_planner::engine::{Counts, Policy};
/// use sla_planner::simulate::HolidayBlock;
/// let calendar = Policy::spt_001()?.calendar()?;
/// let blocks = HolidayBlock::in_year(&calendar, Counts::default(), 2026);
/// let names: Vec<&str> = blocks.iter().map(|block| block.names[0].en.as_str()).collect();
/// assert_eq!(names[..2], ["New Year's Day", "Spring Festival"]);
/// assert_eq!(blocks[1].closed.from.to_string(), "2026-02-15");
/// assert_eq!(blocks[1].make_up_days.len(), 2);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayBlock {
    /// What its holidays are called, each name once, in order.
    pub names: Vec<Bilingual>,
    /// From its first holiday to its last.
    pub holidays: DateSpan,
    /// All days off, weekends that adjoin among them.
    pub closed: DateSpan,
    /// The make-up days worked for it, in order.
    pub make_up_days: Vec<NaiveDate>,
    /// Whether a holiday of it is an estimate: not official.
    pub estimated: bool,
}

impl HolidayBlock {
    /// The blocks whose first holiday is in `year`, in order. Estimated holidays are holidays here, past those that
    /// are official.
    #[must_use]
    pub fn in_year(calendar: &Calendar, counts: Counts, year: i32) -> Vec<Self> {
        let counts = Counts {
            estimated: true,
            ..counts
        };
        let closed = |date| calendar.windows(date, counts).is_empty();
        let official = |date| calendar.official.is_none_or(|span| span.contains(date));
        let estimates = calendar
            .estimated
            .iter()
            .filter(|(date, _)| !official(**date));
        let mut names: BTreeMap<NaiveDate, (&Bilingual, bool)> = estimates
            .map(|(date, name)| (*date, (name, true)))
            .collect();
        let known = calendar.holidays.iter();
        names.extend(known.map(|(date, name)| (*date, (name, false))));
        names.retain(|date, _| (year - 1..=year + 1).contains(&date.year()) && closed(*date));
        let mut blocks: Vec<Self> = Vec::new();
        for (&date, &(name, estimated)) in &names {
            if let Some(block) = blocks.last_mut()
                && block.closed.contains(date)
            {
                block.holidays.through = date;
                block.estimated |= estimated;
                if !block.names.contains(name) {
                    block.names.push(name.clone());
                }
                continue;
            }
            let back = std::iter::successors(date.pred_opt(), NaiveDate::pred_opt);
            let on = std::iter::successors(date.succ_opt(), NaiveDate::succ_opt);
            blocks.push(Self {
                names: vec![name.clone()],
                holidays: DateSpan {
                    from: date,
                    through: date,
                },
                closed: DateSpan {
                    from: last(back, &closed).unwrap_or(date),
                    through: last(on, &closed).unwrap_or(date),
                },
                make_up_days: Vec::new(),
                estimated,
            });
        }
        share_out(calendar, &mut blocks);
        blocks.retain(|block| block.holidays.from.year() == year);
        blocks
    }

    /// The dates of a rehearsal: from so many open days before it to so many after it.
    #[must_use]
    pub fn around(&self, calendar: &Calendar, counts: Counts, open_days: usize) -> DateSpan {
        let edge = |first: NaiveDate, step: fn(NaiveDate) -> NaiveDate| {
            let mut left = open_days;
            let mut edge = first;
            for date in
                std::iter::successors(Some(step(first)), |date| Some(step(*date))).take(2 * REACH)
            {
                if left == 0 {
                    break;
                }
                if !calendar.windows(date, counts).is_empty() {
                    left -= 1;
                    edge = date;
                }
            }
            edge
        };
        DateSpan {
            from: edge(self.closed.from, days::previous),
            through: edge(self.closed.through, days::next),
        }
    }

    fn distance(&self, date: NaiveDate) -> i64 {
        let days = |delta: TimeDelta| delta.num_days();
        days(self.closed.from - date)
            .max(days(date - self.closed.through))
            .max(0)
    }
}

fn last(
    dates: impl Iterator<Item = NaiveDate>,
    closed: &dyn Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    dates.take(REACH).take_while(|date| closed(*date)).last()
}

/// Gives each make-up day to the nearest block called like it; to the nearest of all where none is.
fn share_out(calendar: &Calendar, blocks: &mut [HolidayBlock]) {
    let make_up = calendar
        .dated
        .iter()
        .filter(|(_, dated)| dated.kind == DatedKind::MakeUp);
    for (date, dated) in make_up {
        let nearest = |named: bool, within: i64| {
            let blocks = blocks.iter().enumerate();
            let found = blocks.filter(|(_, block)| !named || block.names.contains(&dated.name));
            let found = found.map(|(place, block)| (block.distance(*date), place));
            found.min().filter(|(distance, _)| *distance <= within)
        };
        let found = nearest(true, NAMED_WITHIN).or_else(|| nearest(false, OTHERS_WITHIN));
        if let Some(block) = found.and_then(|(_, place)| blocks.get_mut(place)) {
            block.make_up_days.push(*date);
        }
    }
}
