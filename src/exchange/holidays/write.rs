//! The holidays of a calendar as a file.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::engine::{Bilingual, Calendar, DatedKind, DayHours, Hours, Instant, Window};
use crate::exchange::ics;

/// What a date is, as a file says it.
struct Day<'a> {
    name: &'a Bilingual,
    is_off: bool,
    is_half: bool,
    /// Hours other than the usual ones.
    hours: &'a [Window],
}

/// The days of `calendar` that are not as in a usual week. What has hours of its own goes before a holiday.
fn days(calendar: &Calendar) -> BTreeMap<NaiveDate, Day<'_>> {
    let off = |name| Day {
        name,
        is_off: true,
        is_half: false,
        hours: &[],
    };
    let holidays = calendar.holidays.iter();
    let mut days: BTreeMap<_, _> = holidays.map(|(date, name)| (*date, off(name))).collect();
    let usual = match &calendar.hours {
        Hours::Weekly(week) => week.usual(),
        Hours::Always => &DayHours::CLOSED,
    };
    for (date, dated) in &calendar.dated {
        let is_half = dated.kind == DatedKind::Special;
        let as_usual = !is_half && dated.hours == *usual;
        let day = Day {
            name: &dated.name,
            is_off: dated.hours.is_closed(),
            is_half,
            hours: if as_usual { &[] } else { dated.hours.windows() },
        };
        days.insert(*date, day);
    }
    days
}

/// The holidays, make-up days and half days of `calendar` as a calendar file, written at `stamp`. Days are marked
/// as the calendars of phones understand it; those with hours of their own are events of these hours.
#[must_use]
pub fn write_ics(calendar: &Calendar, stamp: Instant) -> String {
    let days = days(calendar);
    let mut whole = Vec::new();
    for (date, day) in &days {
        let entry = |hours| ics::Day {
            date: *date,
            hours,
            summary: if day.name.zh.is_empty() {
                &day.name.en
            } else {
                &day.name.zh
            },
            english: &day.name.en,
            mark: match (day.is_off, day.is_half) {
                (true, _) => ics::Mark::Holiday,
                (false, true) => ics::Mark::HalfDay,
                (false, false) => ics::Mark::Workday,
            },
        };
        if day.hours.is_empty() {
            whole.push(entry(None));
        }
        whole.extend(day.hours.iter().map(|window| entry(Some(*window))));
    }
    ics::write_days(&whole, stamp)
}

#[derive(Serialize)]
struct Year<'a> {
    year: i32,
    days: Vec<Entry<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    name: &'a str,
    #[serde(rename = "name_en", skip_serializing_if = "str::is_empty")]
    name_en: &'a str,
    date: String,
    is_off_day: bool,
    #[serde(skip_serializing_if = "is_false")]
    half: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hours: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// The same as JSON in the shape of holiday-cn: a year, or a list of years where there are several.
#[must_use]
pub fn write_json(calendar: &Calendar) -> String {
    let days = days(calendar);
    let mut years: Vec<Year<'_>> = Vec::new();
    for (date, day) in &days {
        let entry = Entry {
            name: if day.name.zh.is_empty() {
                &day.name.en
            } else {
                &day.name.zh
            },
            name_en: &day.name.en,
            date: date.to_string(),
            is_off_day: day.is_off,
            half: day.is_half && !day.is_off,
            hours: day.hours.iter().map(ToString::to_string).collect(),
        };
        match years.last_mut().filter(|last| last.year == date.year()) {
            Some(last) => last.days.push(entry),
            None => years.push(Year {
                year: date.year(),
                days: vec![entry],
            }),
        }
    }
    let text = match years.as_slice() {
        [only] => serde_json::to_string(only),
        several => serde_json::to_string(several),
    };
    text.unwrap_or_default()
}
