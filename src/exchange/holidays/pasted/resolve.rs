//! The dates that written ones mean.

use chrono::{Datelike, NaiveDate, Weekday};

use super::date::{Written, whole};
use crate::exchange::holidays::fault::{BadReason, HolidayCaution};
use crate::exchange::holidays::gather::Gather;
use crate::exchange::moment::DateOrder;

/// Why a date means none.
pub(in crate::exchange::holidays) enum Unclear {
    /// The year is not known.
    Year,
    /// Day and month are to be asked, and the date is left out for now.
    Order,
    Bad(BadReason),
}

/// `written` with day and month told apart.
pub(in crate::exchange::holidays) fn ordered(
    written: Written,
    gather: &mut Gather,
) -> Result<Written, Unclear> {
    let Written::Either {
        first,
        second,
        year,
    } = written
    else {
        return Ok(written);
    };
    let day_first = match (first > 12, second > 12) {
        (true, true) => return Err(Unclear::Bad(BadReason::NoSuchDate)),
        (true, false) => {
            gather.orders.day_first = true;
            true
        }
        (false, true) => {
            gather.orders.month_first = true;
            false
        }
        (false, false) => match (gather.order(), year) {
            (Some(order), _) => order == DateOrder::DayFirst,
            _ if first == second => false,
            (None, Some(_)) => {
                gather.orders.either = true;
                return Err(Unclear::Order);
            }
            (None, None) => {
                gather.orders.yearless = true;
                gather.caution(HolidayCaution::MonthFirst);
                false
            }
        },
    };
    let (month, day) = if day_first {
        (second, first)
    } else {
        (first, second)
    };
    let read = whole(year.unwrap_or(2000), month, day);
    Ok(match (read, year) {
        (Written::Whole(_), None) => Written::Yearless { month, day },
        (read, _) => read,
    })
}

/// The first and the last date of a range, or a single date twice. `before` is the date that came before.
pub(super) fn range(
    (from, to): (Written, Option<Written>),
    year: Option<i32>,
    before: Option<NaiveDate>,
    weekday: Option<Weekday>,
    gather: &mut Gather,
) -> Result<(NaiveDate, NaiveDate), Unclear> {
    let from = ordered(from, gather)?;
    let to = to.map(|to| ordered(to, gather)).transpose()?;
    let from = match (from, to) {
        (Written::Monthless { day }, Some(Written::Whole(to))) => whole(to.year(), to.month(), day),
        (Written::Monthless { day }, Some(Written::Yearless { month, .. })) => {
            Written::Yearless { month, day }
        }
        (Written::Monthless { day }, _) => match before {
            Some(before) => whole(before.year(), before.month(), day),
            None => return Err(Unclear::Bad(BadReason::NotADate)),
        },
        (Written::Yearless { month, day }, Some(Written::Whole(to))) => {
            match whole(to.year(), month, day) {
                Written::Whole(from) if from > to => whole(to.year() - 1, month, day),
                from => from,
            }
        }
        (from, _) => from,
    };
    let never = Unclear::Bad(BadReason::NoSuchDate);
    let from = match from {
        Written::Whole(date) => date,
        Written::Yearless { month, day } => {
            in_year(year.ok_or(Unclear::Year)?, month, day, weekday).ok_or(never)?
        }
        _ => return Err(never),
    };
    if weekday.is_some_and(|weekday| weekday != from.weekday()) {
        gather.caution(HolidayCaution::Weekday);
    }
    let through = match to {
        None => Written::Whole(from),
        Some(Written::Monthless { day }) => whole(from.year(), from.month(), day),
        Some(Written::Yearless { month, day }) => match whole(from.year(), month, day) {
            Written::Whole(through) if through < from => whole(from.year() + 1, month, day),
            through => through,
        },
        Some(through) => through,
    };
    match through {
        Written::Whole(through) => Ok((from, through)),
        _ => Err(Unclear::Bad(BadReason::NoSuchDate)),
    }
}

/// The date in `year`; in December of the year before or January of the year after where the day of the week says so,
/// as notices name those.
fn in_year(year: i32, month: u32, day: u32, weekday: Option<Weekday>) -> Option<NaiveDate> {
    let date = NaiveDate::from_ymd_opt(year, month, day);
    let fits = |date: &NaiveDate| weekday.is_none_or(|weekday| weekday == date.weekday());
    let other = match month {
        12 => NaiveDate::from_ymd_opt(year - 1, month, day),
        1 => NaiveDate::from_ymd_opt(year + 1, month, day),
        _ => None,
    };
    date.filter(fits).or_else(|| other.filter(fits)).or(date)
}
