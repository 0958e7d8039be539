//! The date.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::day_part::DayPart;
use super::numeric::{self, Readings};
use super::scan::{Digits, Scan};
use super::{DateOrder, Unclear, month, relative, weekday};

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Year, month and day.
    Whole(NaiveDate),
    /// Month and day; the year is to be found.
    Yearless { month: u32, day: u32 },
    /// The day of a month; the month is to be found.
    Monthless { day: u32 },
    /// Numbers in an order that must be asked.
    Either(Readings),
    /// The latest such day of the week; today counts.
    Weekday(Weekday),
}

/// A date as written, and the part of the day that came with it (今晚).
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub(super) written: Written,
    pub(super) part: Option<DayPart>,
}

/// Takes a date; `today` is the date now where it is written.
pub(super) fn date(
    scan: &mut Scan<'_>,
    today: NaiveDate,
    order: Option<DateOrder>,
) -> Option<Result<Dated, Unclear>> {
    let plain = |written: Result<Written, Unclear>| {
        written.map(|written| Dated {
            written,
            part: None,
        })
    };
    scan.attempt(|at| relative_day(at, today))
        .map(Ok)
        .or_else(|| scan.attempt(|at| days_from(at, today)).map(plain))
        .or_else(|| scan.attempt(|at| weekday::week_day(at, today)).map(plain))
        .or_else(|| scan.attempt(|at| chinese(at, today)).map(plain))
        .or_else(|| scan.attempt(month::named).map(plain))
        .or_else(|| scan.attempt(|at| numeric::date(at, order)).map(plain))
        .or_else(|| scan.attempt(numeric::compact).map(plain))
        .or_else(|| scan.attempt(monthless).map(plain))
}

/// A date of `year` for one without.
pub(super) fn in_year(written: Written, year: i32) -> Option<Result<Written, Unclear>> {
    match written {
        Written::Yearless { month, day } => Some(whole(year, month, day)),
        _ => None,
    }
}

pub(super) fn whole(year: i32, month: u32, day: u32) -> Result<Written, Unclear> {
    NaiveDate::from_ymd_opt(year, month, day)
        .map(Written::Whole)
        .ok_or(Unclear::NoSuchTime)
}

pub(super) fn yearless(month: u32, day: u32) -> Result<Written, Unclear> {
    // 2000 is a leap year: 29 February passes here and finds its year later.
    NaiveDate::from_ymd_opt(2000, month, day)
        .map(|_| Written::Yearless { month, day })
        .ok_or(Unclear::NoSuchTime)
}

pub(super) fn year(digits: Digits) -> Option<i32> {
    let century = match (digits.length, digits.value) {
        (2, 70..) => 1900,
        (2, _) => 2000,
        (4, _) => 0,
        _ => return None,
    };
    i32::try_from(century + digits.value).ok()
}

fn relative_day(at: &mut Scan<'_>, today: NaiveDate) -> Option<Dated> {
    use DayPart::{Afternoon, Morning, Night};
    let (days, part) = at.take_any(&[
        ("大前天", (-3, None)),
        ("前天", (-2, None)),
        ("前日", (-2, None)),
        ("前晚", (-2, Some(Night))),
        ("昨天", (-1, None)),
        ("昨日", (-1, None)),
        ("昨晚", (-1, Some(Night))),
        ("昨夜", (-1, Some(Night))),
        ("昨早", (-1, Some(Morning))),
        ("今天", (0, None)),
        ("今日", (0, None)),
        ("今早", (0, Some(Morning))),
        ("今晨", (0, Some(Morning))),
        ("今晚", (0, Some(Night))),
        ("今夜", (0, Some(Night))),
        ("明天", (1, None)),
        ("明日", (1, None)),
        ("明早", (1, Some(Morning))),
        ("明晚", (1, Some(Night))),
        ("大后天", (3, None)),
        ("后天", (2, None)),
        ("the day before yesterday", (-2, None)),
        ("day before yesterday", (-2, None)),
        ("yesterday", (-1, None)),
        ("last night", (-1, Some(Night))),
        ("today", (0, None)),
        ("this morning", (0, Some(Morning))),
        ("this afternoon", (0, Some(Afternoon))),
        ("this evening", (0, Some(Night))),
        ("tonight", (0, Some(Night))),
        ("the day after tomorrow", (2, None)),
        ("day after tomorrow", (2, None)),
        ("tomorrow", (1, None)),
    ])?;
    Some(Dated {
        written: Written::Whole(shift(today, days)?),
        part,
    })
}

/// `3天前`, `2 days ago`, `in a week`: the day, not the time of day.
fn days_from(at: &mut Scan<'_>, today: NaiveDate) -> Option<Result<Written, Unclear>> {
    let days = relative::days(at)?;
    Some(
        shift(today, days)
            .map(Written::Whole)
            .ok_or(Unclear::OutOfRange),
    )
}

pub(super) fn shift(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(distance)
    } else {
        date.checked_add_days(distance)
    }
}

/// `2026年2月14日`, `去年2月14日`, `2月14号`, `上个月14号`.
fn chinese(at: &mut Scan<'_>, today: NaiveDate) -> Option<Result<Written, Unclear>> {
    let months = at.take_any(&[
        ("上个月", -1),
        ("上月", -1),
        ("本月", 0),
        ("这个月", 0),
        ("下个月", 1),
        ("下月", 1),
    ]);
    if let Some(months) = months {
        let month = today.year() * 12 + today.month0().cast_signed() + months;
        let day = day_of_month(at)?;
        let number = u32::try_from(month.rem_euclid(12) + 1).ok()?;
        return Some(whole(month.div_euclid(12), number, day));
    }
    let relative = at.take_any(&[("前年", -2), ("去年", -1), ("今年", 0), ("明年", 1)]);
    let written_year = match relative {
        Some(years) => Some(today.year() + years),
        None => at.attempt(|at| {
            let digits = at.digits(4)?;
            at.take("年").then_some(())?;
            year(digits)
        }),
    };
    let month = at.digits(2)?.value;
    if !at.take("月") {
        return None;
    }
    at.take("份");
    let day = day_of_month(at)?;
    Some(match written_year {
        Some(year) => whole(year, month, day),
        None => yearless(month, day),
    })
}

/// `14日`, `14号`; the word may be missing at the end.
fn day_of_month(at: &mut Scan<'_>) -> Option<u32> {
    let day = at.digits(2)?.value;
    let named = at.take_any(&[("日", ()), ("号", ())]).is_some();
    (named || at.is_done() || at.rest().starts_with(' ')).then_some(day)
}

/// `14号`, `the 14th`: the latest such day.
fn monthless(at: &mut Scan<'_>) -> Option<Result<Written, Unclear>> {
    at.take("the ");
    let day = at.digits(2)?.value;
    at.take_any(&[
        ("日", ()),
        ("号", ()),
        ("st", ()),
        ("nd", ()),
        ("rd", ()),
        ("th", ()),
    ])?;
    Some(if (1..=31).contains(&day) {
        Ok(Written::Monthless { day })
    } else {
        Err(Unclear::NoSuchTime)
    })
}
