//! The date.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::day_part::DayPart;
use super::scan::{Digits, Scan};
use super::{DateOrder, Unclear};

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Year, month and day.
    Whole(NaiveDate),
    /// Month and day; the year is to be found.
    Yearless { month: u32, day: u32 },
    /// Day and month in an order that must be asked, with or without a year.
    Either {
        first: u32,
        second: u32,
        year: Option<i32>,
    },
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
        .or_else(|| scan.attempt(|at| week_day(at, today)).map(plain))
        .or_else(|| scan.attempt(chinese).map(plain))
        .or_else(|| scan.attempt(|at| named_month(at)).map(plain))
        .or_else(|| scan.attempt(|at| numbers(at, order)).map(plain))
        .or_else(|| scan.attempt(compact).map(plain))
}

fn whole(year: i32, month: u32, day: u32) -> Result<Written, Unclear> {
    NaiveDate::from_ymd_opt(year, month, day)
        .map(Written::Whole)
        .ok_or(Unclear::NoSuchTime)
}

fn yearless(month: u32, day: u32) -> Result<Written, Unclear> {
    // 2000 is a leap year: 29 February passes here and finds its year later.
    NaiveDate::from_ymd_opt(2000, month, day)
        .map(|_| Written::Yearless { month, day })
        .ok_or(Unclear::NoSuchTime)
}

fn year(digits: Digits) -> Option<i32> {
    match digits.length {
        2 => i32::try_from(2000 + digits.value).ok(),
        4 => i32::try_from(digits.value).ok(),
        _ => None,
    }
}

fn relative_day(at: &mut Scan<'_>, today: NaiveDate) -> Option<Dated> {
    use DayPart::{Morning, Night};
    let (days, part) = at.take_any(&[
        ("大前天", (-3, None)),
        ("前天", (-2, None)),
        ("昨天", (-1, None)),
        ("昨日", (-1, None)),
        ("昨晚", (-1, Some(Night))),
        ("今天", (0, None)),
        ("今日", (0, None)),
        ("今早", (0, Some(Morning))),
        ("今晚", (0, Some(Night))),
        ("明天", (1, None)),
        ("明日", (1, None)),
        ("明早", (1, Some(Morning))),
        ("明晚", (1, Some(Night))),
        ("大后天", (3, None)),
        ("后天", (2, None)),
        ("the day before yesterday", (-2, None)),
        ("yesterday", (-1, None)),
        ("today", (0, None)),
        ("tonight", (0, Some(Night))),
        ("the day after tomorrow", (2, None)),
        ("tomorrow", (1, None)),
    ])?;
    Some(Dated {
        written: Written::Whole(shift(today, days)?),
        part,
    })
}

fn shift(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(distance)
    } else {
        date.checked_add_days(distance)
    }
}

const CHINESE_DAYS: &[(&str, Weekday)] = &[
    ("一", Weekday::Mon),
    ("二", Weekday::Tue),
    ("三", Weekday::Wed),
    ("四", Weekday::Thu),
    ("五", Weekday::Fri),
    ("六", Weekday::Sat),
    ("日", Weekday::Sun),
    ("天", Weekday::Sun),
];

/// Names of weekdays, the longer first.
const ENGLISH_DAYS: &[(&str, Weekday)] = &[
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
    ("mon", Weekday::Mon),
    ("tues", Weekday::Tue),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thurs", Weekday::Thu),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Takes the name of a weekday in front of a date, where it only repeats what the date says.
pub(super) fn skip_weekday(scan: &mut Scan<'_>) -> Option<Weekday> {
    scan.attempt(|at| {
        let in_brackets = at.take("(");
        let day = match at.take_any(&[("星期", ()), ("礼拜", ()), ("周", ())]) {
            Some(()) => at.take_any(CHINESE_DAYS)?,
            None => english_day(at)?,
        };
        at.take(".");
        (!in_brackets || at.take(")")).then_some(day)
    })
}

fn english_day(at: &mut Scan<'_>) -> Option<Weekday> {
    let word = at.word()?;
    ENGLISH_DAYS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|&(_, day)| day)
}

/// `周五`, `上周五`, `下周一`, `本周三`, `fri`, `last fri`, `next mon`. A week begins on Monday.
fn week_day(at: &mut Scan<'_>, today: NaiveDate) -> Option<Result<Written, Unclear>> {
    let weeks = at.take_any(&[
        ("上上", Some(-2)),
        ("上个", Some(-1)),
        ("上", Some(-1)),
        ("下个", Some(1)),
        ("下", Some(1)),
        ("本", Some(0)),
        ("这个", Some(0)),
        ("这", Some(0)),
    ]);
    if let Some(()) = at.take_any(&[("星期", ()), ("礼拜", ()), ("周", ())]) {
        let day = at.take_any(CHINESE_DAYS)?;
        return Some(match weeks.flatten() {
            None => Ok(Written::Weekday(day)),
            Some(weeks) => {
                let monday = shift(today, -i64::from(today.weekday().num_days_from_monday()))?;
                let date = shift(monday, weeks * 7 + i64::from(day.num_days_from_monday()))?;
                Ok(Written::Whole(date))
            }
        });
    }
    if weeks.is_some() {
        return None;
    }
    let direction = at.take_any(&[("last ", -1), ("next ", 1), ("this ", 0), ("on ", 0)]);
    at.space();
    let day = english_day(at)?;
    let date = match direction {
        Some(-1) => {
            let back =
                (7 + today.weekday().num_days_from_monday() - day.num_days_from_monday()) % 7;
            shift(today, -i64::from(if back == 0 { 7 } else { back }))?
        }
        Some(1) => {
            let on = (7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
            shift(today, i64::from(if on == 0 { 7 } else { on }))?
        }
        _ => return Some(Ok(Written::Weekday(day))),
    };
    Some(Ok(Written::Whole(date)))
}

/// `2026年2月14日`, `2月14号`.
fn chinese(at: &mut Scan<'_>) -> Option<Result<Written, Unclear>> {
    let written_year = at.attempt(|at| {
        let digits = at.digits(4)?;
        at.take("年").then_some(digits)
    });
    at.space();
    let month = at.digits(2)?.value;
    if !at.take("月") {
        return None;
    }
    at.space();
    let day = at.digits(2)?.value;
    at.take_any(&[("日", ()), ("号", ())])?;
    Some(match written_year {
        Some(digits) => whole(year(digits)?, month, day),
        None => yearless(month, day),
    })
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn month_name(at: &mut Scan<'_>) -> Option<u32> {
    let word = at.word()?;
    let position = MONTHS.iter().position(|name| {
        *name == word
            || (word.len() >= 3 && name.starts_with(word))
            || (word == "sept" && *name == "september")
    })?;
    at.take(".");
    u32::try_from(position + 1).ok()
}

/// `14 feb 2026`, `feb 14, 2026`, `28/nov/25`, `14 feb`.
fn named_month(at: &mut Scan<'_>) -> Option<Result<Written, Unclear>> {
    let separators = " -/,.";
    let skip = |at: &mut Scan<'_>| while at.one_of(separators).is_some() {};
    let ordinal = |at: &mut Scan<'_>| {
        at.take_any(&[("st", ()), ("nd", ()), ("rd", ()), ("th", ())]);
    };
    let (month, day) = if let Some(month) = at.attempt(month_name) {
        skip(at);
        let day = at.digits(2)?.value;
        ordinal(at);
        (month, day)
    } else {
        let day = at.digits(2)?.value;
        ordinal(at);
        skip(at);
        at.take("of ");
        (month_name(at)?, day)
    };
    let with_year = at.attempt(|at| {
        skip(at);
        let digits = at.digits(4)?;
        // `14 feb 17:50` has no year.
        if at.rest().starts_with(':') || at.rest().starts_with("am") || at.rest().starts_with("pm")
        {
            return None;
        }
        year(digits)
    });
    Some(match with_year {
        Some(year) => whole(year, month, day),
        None => yearless(month, day),
    })
}

/// `2026-02-14`, `2026/2/14`, `2026.2.14`, `02-14`, `02/03/2026`, `19.11.2026`.
fn numbers(at: &mut Scan<'_>, order: Option<DateOrder>) -> Option<Result<Written, Unclear>> {
    let first = at.digits(4)?;
    let separator = at.one_of("-/.")?;
    let second = at.digits(2)?;
    let third = at.attempt(|at| {
        if at.one_of("-/.")? != separator {
            return None;
        }
        at.digits(4)
    });
    match (first.length, third) {
        (4, Some(day)) if day.length <= 2 => Some(whole(year(first)?, second.value, day.value)),
        (1 | 2, Some(last)) => {
            let year = year(last)?;
            Some(day_and_month(
                first.value,
                second.value,
                Some(year),
                separator,
                order,
            ))
        }
        // `17.50` is a time, `02-14` a month and a day.
        (1 | 2, None) if separator == '-' => Some(yearless(first.value, second.value)),
        (1 | 2, None) if separator == '/' => Some(day_and_month(
            first.value,
            second.value,
            None,
            separator,
            order,
        )),
        _ => None,
    }
}

fn day_and_month(
    first: u32,
    second: u32,
    year: Option<i32>,
    separator: char,
    order: Option<DateOrder>,
) -> Result<Written, Unclear> {
    let make = |month, day| match year {
        Some(year) => whole(year, month, day),
        None => yearless(month, day),
    };
    // Dates with dots are written day first wherever they are written.
    let order = match (first > 12, second > 12) {
        (true, true) => return Err(Unclear::NoSuchTime),
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ if separator == '.' || first == second => Some(DateOrder::DayFirst),
        _ => order,
    };
    match order {
        Some(DateOrder::DayFirst) => make(second, first),
        Some(DateOrder::MonthFirst) => make(first, second),
        None => Ok(Written::Either {
            first,
            second,
            year,
        }),
    }
}

/// `20260214`.
fn compact(at: &mut Scan<'_>) -> Option<Result<Written, Unclear>> {
    let digits = at.digits(8).filter(|digits| digits.length == 8)?;
    let year = i32::try_from(digits.value / 10_000).ok()?;
    Some(whole(year, digits.value / 100 % 100, digits.value % 100))
}
