//! A year of a calendar, day by day.

use super::phrase::{Phrase, phrases};
use super::{Lang, Reader, clock_time, day_of_month, shift, short_weekday, zone_name};
use crate::engine::{Span, Zone};
use crate::simulate::{CalendarDay, DateKind, DayMark};

use chrono::{Datelike, NaiveDate, Weekday};

phrases! {
    /// The mark of a day off.
    OFF: "休", "off";
    /// The mark of a day worked in exchange.
    WORK: "班", "work";
    /// The mark of a half day.
    HALF: "半", "half";
    /// The mark of a day of other hours.
    SPECIAL: "特", "special";
    /// A day open all day.
    ALL_HOURS: "全天开放", "open all day";
    /// A working day.
    WORKING_DAY: "工作日", "working day";
    /// A Saturday or Sunday without hours.
    WEEKEND: "周末", "weekend";
    /// Another day of the week without hours.
    DAY_OFF: "休息日", "day off";
    /// A holiday.
    HOLIDAY: "节假日", "holiday";
    /// A holiday by estimate.
    ESTIMATED: "推算的节假日", "estimated holiday";
    /// A make-up day.
    MAKE_UP: "调休上班", "make-up working day";
    /// A day of its own hours.
    SPECIAL_HOURS: "特别时段", "special hours";
    /// A day whose holidays are not official.
    PROVISIONAL: "尚无官方数据", "not official yet";
    /// Today.
    TODAY: "今天", "today";
}

/// A mark in a word.
#[must_use]
pub const fn mark(mark: DayMark) -> Phrase {
    match mark {
        DayMark::Off => OFF,
        DayMark::Work => WORK,
        DayMark::Half => HALF,
        DayMark::Special => SPECIAL,
    }
}

/// What kind of day it is.
#[must_use]
pub fn kind(day: &CalendarDay) -> Phrase {
    match day.kind {
        DateKind::DayOff if matches!(day.date.weekday(), Weekday::Sat | Weekday::Sun) => WEEKEND,
        DateKind::AllHours => ALL_HOURS,
        DateKind::Working => WORKING_DAY,
        DateKind::DayOff => DAY_OFF,
        DateKind::Holiday => HOLIDAY,
        DateKind::Estimated => ESTIMATED,
        DateKind::MakeUp => MAKE_UP,
        DateKind::Special => SPECIAL_HOURS,
    }
}

/// What a date is called and is: `2月14日 周六 班 调休上班（春节）`, `Sat 14 Feb, make-up working day (Spring
/// Festival)`.
#[must_use]
pub fn day_name(lang: Lang, day: &CalendarDay) -> String {
    let date = day_of_month(lang, day.date);
    let weekday = short_weekday(lang, day.date.weekday());
    let kind = kind(day).say(lang);
    let name = day.name.as_ref().map(|name| lang.of(name));
    match lang {
        Lang::Zh => {
            let mark = day.mark.map_or("", |sign| mark(sign).zh);
            let space = if mark.is_empty() { "" } else { " " };
            let name = name.map_or(String::new(), |name| format!("（{name}）"));
            format!("{date} {weekday}{space}{mark} {kind}{name}")
        }
        Lang::En => {
            let name = name.map_or(String::new(), |name| format!(" ({name})"));
            format!("{weekday} {date}, {kind}{name}")
        }
    }
}

/// A date with all there is to say of it: its hours, maintenance, closures, whether it is official, and today. Times
/// are in the zone of the calendar, which the heading of the year names.
#[must_use]
pub fn day_label(reader: &Reader, zone: Zone, day: &CalendarDay, today: NaiveDate) -> String {
    let lang = reader.lang;
    let mut parts = vec![day_name(lang, day)];
    if day.is_open() && day.kind != DateKind::AllHours {
        parts.push(shift::hours(lang, &day.hours));
    }
    for window in &day.maintenance {
        let window = stretch(lang, zone, *window, day.date);
        parts.push(lang.pick(format!("维护 {window}"), format!("maintenance {window}")));
    }
    for closure in &day.closures {
        let closure = stretch(lang, zone, *closure, day.date);
        parts.push(lang.pick(format!("停业 {closure}"), format!("closed {closure}")));
    }
    if let Some(name) = &day.estimate {
        let name = lang.of(name);
        parts.push(lang.pick(
            format!("推算为{name}，未计作节假日"),
            format!("{name} by estimate, not counted as a holiday"),
        ));
    }
    if day.provisional {
        parts.push(PROVISIONAL.say(lang).to_owned());
    }
    if day.date == today {
        parts.push(TODAY.say(lang).to_owned());
    }
    parts.join(lang.pick("，", ", "))
}

/// In which zone the times of a calendar are.
#[must_use]
pub fn zone_of(lang: Lang, zone: Zone) -> String {
    let zone = zone_name(lang, zone);
    lang.pick(format!("时间均为{zone}"), format!("Times are {zone}"))
}

/// `02:00–06:00`; with the date of an end that lies on another.
fn stretch(lang: Lang, zone: Zone, span: Span, date: NaiveDate) -> String {
    let said = |local: chrono::NaiveDateTime| {
        if local.date() == date {
            clock_time(local)
        } else {
            format!("{} {}", day_of_month(lang, local.date()), clock_time(local))
        }
    };
    format!(
        "{}–{}",
        said(zone.local(span.from)),
        said(zone.local(span.until))
    )
}
