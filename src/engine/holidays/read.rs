//! The compact text holidays are kept in.
//!
//! Lines that begin with `#` tell the source. `official FROM THROUGH` gives the official dates; `name ZH=EN`
//! a name in both languages; `YEAR;DAYS;MAKE-UP DAYS` the days of a year, where a day is `MMDDname` or
//! `MMDD-MMDDname`; `estimate YEAR;DAYS;` estimated ones.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::HolidaySet;
use crate::engine::{Bilingual, DateSpan, Error, iso};

type Days = BTreeMap<NaiveDate, Bilingual>;

/// Reads `text`, the data of `country`.
pub(super) fn read(country: &'static str, text: &'static str) -> Result<HolidaySet, Error> {
    let mut official = None;
    let mut source = Vec::new();
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    let mut days = Days::new();
    let mut make_up_days = Days::new();
    let mut estimated = Days::new();
    for (number, line) in text.lines().enumerate() {
        let malformed = || Error::MalformedHolidays {
            country: country.to_owned(),
            line: number + 1,
        };
        if let Some(told) = line.strip_prefix("# ") {
            source.push(told);
        } else if let Some(dates) = line.strip_prefix("official ") {
            official = date_span(dates);
        } else if let Some((zh, en)) = line
            .strip_prefix("name ")
            .and_then(|name| name.split_once('='))
        {
            names.insert(zh, en);
        } else if let Some(rest) = line.strip_prefix("estimate ") {
            let (year, off, _) = year(rest).ok_or_else(malformed)?;
            add(&mut estimated, year, off, &names).ok_or_else(malformed)?;
        } else {
            let (year, off, work) = year(line).ok_or_else(malformed)?;
            add(&mut days, year, off, &names).ok_or_else(malformed)?;
            add(&mut make_up_days, year, work, &names).ok_or_else(malformed)?;
        }
    }
    let official = official.ok_or_else(|| Error::MalformedHolidays {
        country: country.to_owned(),
        line: 0,
    })?;
    Ok(HolidaySet {
        country,
        official,
        source,
        days,
        make_up_days,
        estimated,
    })
}

fn date_span(text: &str) -> Option<DateSpan> {
    let (from, through) = text.split_once(' ')?;
    Some(DateSpan {
        from: iso::date(from)?,
        through: iso::date(through)?,
    })
}

fn year(line: &str) -> Option<(i32, &str, &str)> {
    let (year, rest) = line.split_once(';')?;
    let (off, work) = rest.split_once(';')?;
    Some((year.parse().ok()?, off, work))
}

/// Adds the comma-separated days of `year`.
fn add(days: &mut Days, year: i32, text: &str, names: &BTreeMap<&str, &str>) -> Option<()> {
    for entry in text.split(',').filter(|entry| !entry.is_empty()) {
        let (first, rest) = date(year, entry)?;
        let (last, zh) = match rest.strip_prefix('-') {
            Some(rest) => date(year, rest)?,
            None => (first, rest),
        };
        let name = Bilingual::new(zh, *names.get(zh)?);
        let run = first.iter_days().take_while(|date| *date <= last);
        days.extend(run.map(|date| (date, name.clone())));
    }
    Some(())
}

/// `MMDD` at the front of `text`, and what follows.
fn date(year: i32, text: &str) -> Option<(NaiveDate, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let (month, day) = digits.split_at_checked(2)?;
    let date = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
    Some((date, rest))
}
