//! Dates as people write them.

use chrono::{NaiveDate, Weekday};

use super::cursor::Cursor;
use crate::exchange::moment::MONTHS;

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange::holidays) enum Written {
    Whole(NaiveDate),
    Yearless {
        month: u32,
        day: u32,
    },
    Monthless {
        day: u32,
    },
    /// Two numbers, either of which can be the month.
    Either {
        first: u32,
        second: u32,
        year: Option<i32>,
    },
    /// There is no such date.
    Never,
}

fn month_name(at: &mut Cursor<'_>) -> Option<u32> {
    let word = at.word()?.to_ascii_lowercase();
    at.take(".");
    let is_it = |name: &&str| word.len() >= 3 && name.starts_with(&word);
    let place = MONTHS
        .iter()
        .position(|name| is_it(name) || word == "sept" && *name == "september");
    u32::try_from(place? + 1).ok()
}

fn ordinal(at: &mut Cursor<'_>) {
    let _ = ["st", "nd", "rd", "th"].iter().any(|word| at.take(word));
}

pub(super) fn whole(year: i32, month: u32, day: u32) -> Written {
    NaiveDate::from_ymd_opt(year, month, day).map_or(Written::Never, Written::Whole)
}

fn yearless(month: u32, day: u32) -> Written {
    // 29 February passes here, as 2000 has it.
    match NaiveDate::from_ymd_opt(2000, month, day) {
        Some(_) => Written::Yearless { month, day },
        None => Written::Never,
    }
}

fn of_year(digits: (u32, usize)) -> Option<i32> {
    (digits.1 == 4).then(|| i32::try_from(digits.0).ok())?
}

/// Takes a date.
pub(super) fn take(at: &mut Cursor<'_>) -> Option<Written> {
    match at.first()? {
        '0'..='9' => at
            .attempt(&compact)
            .or_else(|| at.attempt(&year_first))
            .or_else(|| at.attempt(&chinese))
            .or_else(|| at.attempt(&day_and_month_name))
            .or_else(|| at.attempt(&first_of_range))
            .or_else(|| at.attempt(&figures)),
        'A'..='Z' | 'a'..='z' => at.attempt(&month_name_and_day),
        _ => None,
    }
}

/// `20260214`.
fn compact(at: &mut Cursor<'_>) -> Option<Written> {
    let (number, length) = at.number(8)?;
    if length != 8 {
        return None;
    }
    let year = i32::try_from(number / 10_000).ok()?;
    (1900..2200)
        .contains(&year)
        .then(|| whole(year, number / 100 % 100, number % 100))
}

/// `2026-02-14`, `2026/2/14`, `2026年2月14日`.
fn year_first(at: &mut Cursor<'_>) -> Option<Written> {
    let year = of_year(at.number(4)?)?;
    if at.take("年") {
        at.skip(&[' ']);
        let month = at.number(2)?.0;
        at.skip(&[' ']);
        at.take("月").then_some(())?;
        at.skip(&[' ']);
        let day = at.number(2)?.0;
        let _ = at.take("日") || at.take("号");
        return Some(whole(year, month, day));
    }
    let mark = at.take_one("-/.")?;
    let month = at.number(2)?.0;
    at.take_one("-/.").filter(|other| *other == mark)?;
    let day = at.number(2)?.0;
    Some(whole(year, month, day))
}

/// `2月14日`, and `14日` of a month that is known.
fn chinese(at: &mut Cursor<'_>) -> Option<Written> {
    let number = at.number(2)?.0;
    at.skip(&[' ']);
    if at.take("日") || at.take("号") {
        return Some(Written::Monthless { day: number });
    }
    at.take("月").then_some(())?;
    at.skip(&[' ']);
    let day = at.number(2)?.0;
    let _ = at.take("日") || at.take("号");
    Some(yearless(number, day))
}

/// `25 Dec 2026`, `25th of December`, `25-Dec-2026`.
fn day_and_month_name(at: &mut Cursor<'_>) -> Option<Written> {
    let day = at.number(2)?.0;
    ordinal(at);
    at.skip(&[' ', '-', '/']);
    at.take("of ");
    let month = month_name(at)?;
    Some(with_year(at, month, day))
}

/// `Dec 25`, `December 25th, 2026`.
fn month_name_and_day(at: &mut Cursor<'_>) -> Option<Written> {
    let month = month_name(at)?;
    at.skip(&[' ', '-', '/']);
    let day = at.number(2)?.0;
    if at.first() == Some(':') {
        return None;
    }
    ordinal(at);
    Some(with_year(at, month, day))
}

fn with_year(at: &mut Cursor<'_>, month: u32, day: u32) -> Written {
    let year = at.attempt(&|at: &mut Cursor<'_>| {
        at.skip(&[' ', ',', '-', '/']);
        of_year(at.number(4)?).filter(|year| (1900..2200).contains(year))
    });
    match year {
        Some(year) => whole(year, month, day),
        None => yearless(month, day),
    }
}

/// The `24` of `24-26 Dec`.
fn first_of_range(at: &mut Cursor<'_>) -> Option<Written> {
    let day = at.number(2)?.0;
    let mut behind = *at;
    behind.skip(&[' ']);
    behind.take_one("-~")?;
    behind.skip(&[' ']);
    day_and_month_name(&mut behind)?;
    Some(Written::Monthless { day })
}

/// `14.2.2026`, `2/14/2026`, `10.1`, `12-25`.
fn figures(at: &mut Cursor<'_>) -> Option<Written> {
    let first = at.number(2)?.0;
    let mark = at.take_one("./-")?;
    let second = at.number(2)?.0;
    let year = at.attempt(&|at: &mut Cursor<'_>| {
        at.take_one("./-").filter(|other| *other == mark)?;
        of_year(at.number(4)?)
    });
    if at.first() == Some(':') || at.first() == Some('%') {
        return None;
    }
    Some(match (mark, year) {
        // Where days are followed by a dot, they come first.
        ('.', Some(year)) => whole(year, second, first),
        _ => Written::Either {
            first,
            second,
            year,
        },
    })
}

/// The day of a month at the end of a range: the `7` of `10.1-7`.
pub(super) fn bare_day(at: &mut Cursor<'_>) -> Option<Written> {
    let day = at.number(2)?.0;
    ordinal(at);
    let ends = !matches!(at.first(), Some(':' | '/' | '.' | '月' | '天' | '年' | '%'));
    (ends && (1..=31).contains(&day)).then_some(Written::Monthless { day })
}

/// The day of the week in `text`.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    const DAYS: [(Weekday, char, &str); 7] = [
        (Weekday::Mon, '一', "mon"),
        (Weekday::Tue, '二', "tue"),
        (Weekday::Wed, '三', "wed"),
        (Weekday::Thu, '四', "thu"),
        (Weekday::Fri, '五', "fri"),
        (Weekday::Sat, '六', "sat"),
        (Weekday::Sun, '日', "sun"),
    ];
    let behind = ["星期", "周", "礼拜"].iter().find_map(|word| {
        let (_, behind) = text.split_once(word)?;
        behind.chars().next()
    });
    if let Some(named) = behind {
        let named = if named == '天' { '日' } else { named };
        let found = DAYS.iter().find(|(_, sign, _)| *sign == named);
        return found.map(|(day, ..)| *day);
    }
    let text = text.trim().to_ascii_lowercase();
    let found = DAYS.iter().find(|(_, _, word)| text.starts_with(word));
    found.map(|(day, ..)| *day)
}
