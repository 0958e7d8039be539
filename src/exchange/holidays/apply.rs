//! Imported days on a calendar.

use chrono::{Datelike, NaiveDate};

use super::day::{HolidayDay, HolidayKind};
use super::import::HolidayImport;
use crate::engine::{
    Bilingual, Calendar, DateSpan, DatedHours, DatedKind, DayHours, Hours, TypedHours,
};

/// Noon, in seconds of the day.
const NOON: u32 = 12 * 3_600;
/// The most days between two spans of official dates that are one: the last days of December wait for the notice
/// of the next year.
const BETWEEN: i64 = 7;

/// How days are applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applying {
    /// Whether the holidays and make-up days that the calendar has in the years of the import go first.
    pub replaces: bool,
    /// Whether the days are official for their years; later dates are then marked provisional.
    pub official: bool,
}

impl HolidayImport {
    /// `calendar` with the days that are taken. Make-up days without hours are open as on the first open day of
    /// its week; a 24x7 calendar stays as it is.
    #[must_use]
    pub fn apply(&self, mut calendar: Calendar, applying: Applying) -> Calendar {
        let Hours::Weekly(week) = &calendar.hours else {
            return calendar;
        };
        let usual = week.usual().clone();
        if applying.replaces {
            let stays = |date: &NaiveDate| !self.years().any(|year| year == date.year());
            calendar.holidays.retain(|date, _| stays(date));
            calendar
                .dated
                .retain(|date, hours| hours.kind != DatedKind::MakeUp || stays(date));
        }
        if applying.official {
            calendar.official = self.official().map(|new| joined(calendar.official, new));
            let official = calendar.official;
            let within = |date: &NaiveDate| official.is_some_and(|dates| dates.contains(*date));
            calendar.estimated.retain(|date, _| !within(date));
        }
        // What goes before others comes last.
        let mut days: Vec<&HolidayDay> = self.taken().collect();
        days.sort_by_key(|day| std::cmp::Reverse(day.kind.class()));
        for day in days {
            let hours = match &day.kind {
                HolidayKind::Working(hours) => {
                    let hours = hours.clone().unwrap_or_else(|| usual.clone());
                    Some((DatedKind::MakeUp, hours))
                }
                HolidayKind::Half(hours) => {
                    let of_day = week_hours(&calendar, day.date, &usual);
                    let hours = hours.clone().unwrap_or_else(|| morning(of_day));
                    Some((DatedKind::Special, hours))
                }
                HolidayKind::Off | HolidayKind::Ignored => None,
            };
            put(&mut calendar, day.date, hours, &day.name);
        }
        calendar
    }
}

fn put(
    calendar: &mut Calendar,
    date: NaiveDate,
    hours: Option<(DatedKind, DayHours)>,
    name: &Bilingual,
) {
    let name = name.clone();
    calendar.estimated.remove(&date);
    match hours {
        Some((kind, hours)) => {
            calendar.holidays.remove(&date);
            calendar
                .dated
                .insert(date, DatedHours { kind, hours, name });
        }
        None => {
            calendar.dated.remove(&date);
            calendar.holidays.insert(date, name);
        }
    }
}

/// The hours that `date` has in a usual week; `usual` where it has none.
fn week_hours<'a>(calendar: &'a Calendar, date: NaiveDate, usual: &'a DayHours) -> &'a DayHours {
    match &calendar.hours {
        Hours::Weekly(week) if !week.day(date.weekday()).is_closed() => week.day(date.weekday()),
        _ => usual,
    }
}

/// `hours` until noon; where that is none or all of them, the first half of them.
fn morning(hours: &DayHours) -> DayHours {
    let before_noon = until(hours, NOON);
    if !before_noon.is_closed() && before_noon != *hours {
        return before_noon;
    }
    let mut left = hours.length() / 2;
    for window in hours.windows() {
        let length = window.close() - window.open();
        if length >= left {
            return until(hours, window.open() + left);
        }
        left -= length;
    }
    hours.clone()
}

/// `hours` until `second` of the day.
fn until(hours: &DayHours, second: u32) -> DayHours {
    let windows = hours.windows().iter().filter_map(|window| {
        let close = window.close().min(second);
        if close <= window.open() {
            return None;
        }
        Some(TypedHours::new(window.open(), close).ok()?.split().0)
    });
    DayHours::new(windows)
}

/// The official dates of a calendar that has `old` and learns `new`. With a gap between them `new` counts where it
/// is later, as that is what is asked for next.
fn joined(old: Option<DateSpan>, new: DateSpan) -> DateSpan {
    let Some(old) = old else {
        return new;
    };
    let gap = (new.from - old.through)
        .num_days()
        .max((old.from - new.through).num_days());
    if gap <= BETWEEN {
        return DateSpan {
            from: old.from.min(new.from),
            through: old.through.max(new.through),
        };
    }
    if new.from > old.through { new } else { old }
}
