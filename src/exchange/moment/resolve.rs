//! From a wall-clock time to the instant, or to the question that decides it.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta};

use super::caution::caution;
use super::date::Written as WrittenDate;
use super::{Choice, Context, Local, Meaning, Moment, Unclear, Written};
use crate::engine::{Instant, LocalTime, Zone};

/// `at` as an understood moment.
pub(super) fn moment(at: Instant, written: Written, context: &Context) -> Moment {
    Moment {
        at,
        written,
        filled_in: false,
        cut: false,
        caution: caution(at, context.now),
    }
}

/// The instant at which the clock in `written` shows `local`.
pub(super) fn local(local: Local, written: Written, context: &Context) -> Result<Moment, Unclear> {
    let made = |at| Moment {
        filled_in: local.filled_in,
        cut: local.cut,
        ..moment(at, written, context)
    };
    let zone = match written {
        Written::Offset(seconds) => {
            let epoch = local.at.and_utc().timestamp() - seconds;
            return Instant::from_epoch(epoch)
                .map(made)
                .map_err(|_| Unclear::OutOfRange);
        }
        Written::Zone(zone) => zone,
        Written::Nowhere | Written::Absolute | Written::Serial(_) => context.zone,
    };
    match zone.resolve(local.at).map_err(|_| Unclear::OutOfRange)? {
        LocalTime::Once(at) => Ok(made(at)),
        LocalTime::Twice { first, second } => Err(Unclear::Which(vec![
            Choice {
                meaning: Meaning::Earlier,
                moment: made(first),
            },
            Choice {
                meaning: Meaning::Later,
                moment: made(second),
            },
        ])),
        LocalTime::Never { next } => Err(Unclear::Which(gap(zone, local.at, next, made))),
    }
}

/// A skipped time is meant by the clock before the change or by the one after it.
fn gap(
    zone: Zone,
    local: NaiveDateTime,
    next: Instant,
    made: impl Fn(Instant) -> Moment,
) -> Vec<Choice> {
    let wall = local.and_utc().timestamp();
    let before = next.plus(-1).map_or(0, |at| zone.offset(at));
    let after = zone.offset(next);
    [(Meaning::BeforeGap, after), (Meaning::AfterGap, before)]
        .into_iter()
        .filter_map(|(meaning, offset)| {
            let at = Instant::from_epoch(wall - offset).ok()?;
            Some(Choice {
                meaning,
                moment: made(at),
            })
        })
        .collect()
}

/// The date and time meant by a written date at `second` of the day; `now` is the wall clock there.
pub(super) fn dated(
    date: WrittenDate,
    second: u32,
    now: NaiveDateTime,
) -> Result<(NaiveDateTime, bool), Unclear> {
    match date {
        WrittenDate::Whole(date) => Ok((at(date, second)?, false)),
        WrittenDate::Yearless { month, day } => {
            latest(month, day, second, now).map(|at| (at, true))
        }
        WrittenDate::Monthless { day } => latest_day(day, second, now).map(|at| (at, true)),
        WrittenDate::Weekday(day) => {
            let today = now.date();
            let back =
                (7 + today.weekday().num_days_from_monday() - day.num_days_from_monday()) % 7;
            let date = days_before(today, back)?;
            let same_day = at(date, second)?;
            if same_day <= now {
                Ok((same_day, true))
            } else {
                Ok((at(days_before(date, 7)?, second)?, true))
            }
        }
        WrittenDate::Either { .. } => Err(Unclear::NoSuchTime),
    }
}

/// The latest time past with that clock reading, today or yesterday.
pub(super) fn dateless(second: u32, now: NaiveDateTime) -> Result<NaiveDateTime, Unclear> {
    let today = at(now.date(), second)?;
    if today <= now {
        Ok(today)
    } else {
        at(days_before(now.date(), 1)?, second)
    }
}

fn latest(month: u32, day: u32, second: u32, now: NaiveDateTime) -> Result<NaiveDateTime, Unclear> {
    // 29 February comes back within eight years.
    (0..=8)
        .filter_map(|back| NaiveDate::from_ymd_opt(now.year() - back, month, day))
        .filter_map(|date| at(date, second).ok())
        .find(|at| *at <= now)
        .ok_or(Unclear::NoSuchTime)
}

fn latest_day(day: u32, second: u32, now: NaiveDateTime) -> Result<NaiveDateTime, Unclear> {
    // No two months in a row lack a day.
    (0..=2)
        .filter_map(|back| {
            now.date()
                .with_day(1)?
                .checked_sub_months(Months::new(back))
        })
        .filter_map(|month| at(month.with_day(day)?, second).ok())
        .find(|at| *at <= now)
        .ok_or(Unclear::NoSuchTime)
}

fn at(date: NaiveDate, second: u32) -> Result<NaiveDateTime, Unclear> {
    date.and_time(chrono::NaiveTime::MIN)
        .checked_add_signed(TimeDelta::seconds(second.into()))
        .ok_or(Unclear::OutOfRange)
}

fn days_before(date: NaiveDate, days: u32) -> Result<NaiveDate, Unclear> {
    date.checked_sub_days(Days::new(days.into()))
        .ok_or(Unclear::OutOfRange)
}
