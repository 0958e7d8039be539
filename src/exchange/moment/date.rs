//! The date.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::day_part::DayPart;
use super::scan::{Digits, Scan};
use super::{DateOrder, Unclear, relative};

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

/// The ways to read a date's numbers.
pub(super) type Readings = [Option<(DateOrder, Numbers)>; 3];

/// A day by its numbers, with or without a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    year: Option<i32>,
    month: u32,
    day: u32,
}

impl Numbers {
    pub(super) fn written(self) -> Result<Written, Unclear> {
        match self.year {
            Some(year) => whole(year, self.month, self.day),
            None => yearless(self.month, self.day),
        }
    }
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
        .or_else(|| scan.attempt(|at| week_day(at, today)).map(plain))
        .or_else(|| scan.attempt(|at| chinese(at, today)).map(plain))
        .or_else(|| scan.attempt(named_month).map(plain))
        .or_else(|| scan.attempt(|at| numbers(at, order)).map(plain))
        .or_else(|| scan.attempt(compact).map(plain))
        .or_else(|| scan.attempt(monthless).map(plain))
}

/// A date of `year` for one without.
pub(super) fn in_year(written: Written, year: i32) -> Option<Result<Written, Unclear>> {
    match written {
        Written::Yearless { month, day } => Some(whole(year, month, day)),
        _ => None,
    }
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

/// Takes the name of a weekday beside a date: `星期六`, `(六)`, `(Sat.)`.
pub(super) fn weekday(scan: &mut Scan<'_>) -> Option<Weekday> {
    scan.attempt(|at| {
        let in_brackets = at.take("(");
        let day = match at.take_any(&[("星期", ()), ("礼拜", ()), ("周", ())]) {
            Some(()) => at.take_any(CHINESE_DAYS)?,
            None => match at.take_any(CHINESE_DAYS).filter(|_| in_brackets) {
                Some(day) => day,
                None => english_day(at)?,
            },
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
        ("下下", Some(2)),
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
    let direction = at.take_any(&[
        ("last ", Some(-1)),
        ("next ", Some(1)),
        ("this ", Some(0)),
        ("on ", None),
    ]);
    at.space();
    let day = english_day(at)?;
    at.take(".");
    let Some(weeks) = direction.flatten() else {
        return Some(Ok(Written::Weekday(day)));
    };
    // Some count weeks from this one, others days from today.
    let ahead =
        i64::from((7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7);
    let from_today = match (weeks, ahead) {
        (-1, _) => ahead - 7,
        (1, 0) => 7,
        _ => ahead,
    };
    let monday = shift(today, -i64::from(today.weekday().num_days_from_monday()))?;
    let days = [
        shift(today, from_today)?,
        shift(monday, weeks * 7 + i64::from(day.num_days_from_monday()))?,
    ];
    Some(match days {
        [one, other] if one == other => Ok(Written::Whole(one)),
        _ => Err(Unclear::WhichWeek { days }),
    })
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

/// Months as French, Spanish, German and Portuguese exports shorten them, where English does not.
const FOREIGN: &[(&str, u32)] = &[
    ("janv", 1),
    ("ene", 1),
    ("févr", 2),
    ("fev", 2),
    ("mars", 3),
    ("mär", 3),
    ("märz", 3),
    ("avr", 4),
    ("abr", 4),
    ("mai", 5),
    ("juin", 6),
    ("juil", 7),
    ("ago", 8),
    ("août", 8),
    ("set", 9),
    ("okt", 10),
    ("out", 10),
    ("déc", 12),
    ("dic", 12),
    ("dez", 12),
];

fn month_name(at: &mut Scan<'_>) -> Option<u32> {
    let word = at.word()?;
    let english = MONTHS.iter().position(|name| {
        (word.len() >= 3 && name.starts_with(word)) || (word == "sept" && *name == "september")
    });
    let month = match english {
        Some(position) => u32::try_from(position + 1).ok()?,
        // Only where a date by its separators is what it must be: `11/abr/26`.
        None if at.rest().starts_with(['/', '.', '-']) => {
            FOREIGN.iter().find(|(name, _)| *name == word)?.1
        }
        None => return None,
    };
    at.take(".");
    Some(month)
}

/// `14 feb 2026`, `feb 14, 2026`, `2026-feb-14`, `28/nov/25`, `14 feb`.
fn named_month(at: &mut Scan<'_>) -> Option<Result<Written, Unclear>> {
    let skip = |at: &mut Scan<'_>| while at.one_of(" -/,.").is_some() {};
    let ordinal = |at: &mut Scan<'_>| {
        at.take_any(&[("st", ()), ("nd", ()), ("rd", ()), ("th", ())]);
    };
    let year_first = at.attempt(|at| {
        let digits = at.digits(4).filter(|digits| digits.length == 4)?;
        skip(at);
        let month = month_name(at)?;
        skip(at);
        Some((year(digits)?, month, at.digits(2)?.value))
    });
    if let Some((year, month, day)) = year_first {
        return Some(whole(year, month, day));
    }
    let (month, day) = if let Some(month) = at.attempt(month_name) {
        skip(at);
        at.take("the ");
        let day = at.digits(2)?.value;
        // `feb 17:50` has no day.
        if is_time(at) {
            return None;
        }
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
        at.one_of("'");
        let digits = at.digits(4)?;
        let known = match digits.length {
            2 => !is_time(at),
            _ => (1900..2200).contains(&digits.value),
        };
        known.then_some(())?;
        year(digits)
    });
    Some(match with_year {
        Some(year) => whole(year, month, day),
        None => yearless(month, day),
    })
}

/// Whether what comes next makes the number before it an hour: `14 feb 17:50` has no year.
fn is_time(at: &Scan<'_>) -> bool {
    let mut behind = *at;
    if behind.take(":") || behind.take(".") {
        return behind.starts_with_digit();
    }
    behind.take("h") && behind.starts_with_digit()
        || behind.take("点")
        || behind.take("时")
        || DayPart::behind(&mut behind).is_some()
        || behind.rest().trim_start().starts_with("o'clock")
}

/// `2026-02-14`, `2026/2/14`, `2026.2.14`, `02-14`, `02/03/2026`, `19.11.2026`, `26-02-14`.
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
        (4, Some(day)) if day.length <= 2 => {
            // `2026年2月14日` spelled with signs, or with the word for the day behind.
            at.take("日");
            Some(whole(year(first)?, second.value, day.value))
        }
        (1 | 2, Some(last)) => read_either(first, second, Some(last), separator, order),
        // `17.50` is a time.
        (1 | 2, None) if separator != '.' => read_either(first, second, None, separator, order),
        _ => None,
    }
}

/// A day and a month, and perhaps a year, in an order that is not written.
fn read_either(
    first: Digits,
    second: Digits,
    last: Option<Digits>,
    separator: char,
    order: Option<DateOrder>,
) -> Option<Result<Written, Unclear>> {
    let day_year = match last {
        Some(last) => Some(year(last)?),
        None => None,
    };
    let numbers = |year, month, day| Numbers { year, month, day };
    let day_first = numbers(day_year, second.value, first.value);
    let month_first = numbers(day_year, first.value, second.value);
    let year_first = last
        .filter(|last| last.length == 2 && first.length == 2)
        .and_then(|last| Some(numbers(Some(year(first)?), second.value, last.value)));
    // Dates with dots are not written month first anywhere.
    let month_first = (separator != '.' && day_first != month_first).then_some(month_first);
    let readings = [
        Some((DateOrder::DayFirst, day_first)),
        month_first.map(|numbers| (DateOrder::MonthFirst, numbers)),
        year_first
            .filter(|numbers| *numbers != day_first)
            .map(|numbers| (DateOrder::YearFirst, numbers)),
    ];
    let readings = readings.map(|reading| reading.filter(|(_, numbers)| numbers.written().is_ok()));
    let mut possible = readings.iter().flatten();
    let chosen = possible
        .clone()
        .find(|(reading, _)| Some(*reading) == order);
    Some(match (possible.next(), possible.next(), chosen) {
        (_, _, Some((_, numbers))) | (Some((_, numbers)), None, None) => numbers.written(),
        (Some(_), Some(_), None) => Ok(Written::Either(readings)),
        (None, ..) => Err(Unclear::NoSuchTime),
    })
}

/// `20260214`.
fn compact(at: &mut Scan<'_>) -> Option<Result<Written, Unclear>> {
    let digits = at.digits(8).filter(|digits| digits.length == 8)?;
    let year = i32::try_from(digits.value / 10_000).ok()?;
    Some(whole(year, digits.value / 100 % 100, digits.value % 100))
}
