//! Dates and times, always with their zone.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};

use super::Lang;
use crate::engine::{Instant, Zone};

/// `星期六` or `Saturday`.
#[must_use]
pub const fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let (zh, en) = match day {
        Weekday::Mon => ("星期一", "Monday"),
        Weekday::Tue => ("星期二", "Tuesday"),
        Weekday::Wed => ("星期三", "Wednesday"),
        Weekday::Thu => ("星期四", "Thursday"),
        Weekday::Fri => ("星期五", "Friday"),
        Weekday::Sat => ("星期六", "Saturday"),
        Weekday::Sun => ("星期日", "Sunday"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// `周六` or `Sat`.
#[must_use]
pub const fn short_weekday(lang: Lang, day: Weekday) -> &'static str {
    let (zh, en) = match day {
        Weekday::Mon => ("周一", "Mon"),
        Weekday::Tue => ("周二", "Tue"),
        Weekday::Wed => ("周三", "Wed"),
        Weekday::Thu => ("周四", "Thu"),
        Weekday::Fri => ("周五", "Fri"),
        Weekday::Sat => ("周六", "Sat"),
        Weekday::Sun => ("周日", "Sun"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn month(date: NaiveDate) -> &'static str {
    MONTHS
        .get(date.month0() as usize)
        .copied()
        .unwrap_or_default()
}

/// `2026年2月14日 星期六` or `Saturday 14 Feb 2026`.
#[must_use]
pub fn full_date(lang: Lang, date: NaiveDate) -> String {
    let (year, day) = (date.year(), date.day());
    let name = weekday(lang, date.weekday());
    lang.pick(
        format!("{year}年{}月{day}日 {name}", date.month()),
        format!("{name} {day} {} {year}", month(date)),
    )
}

/// `2月14日（周六）` or `Sat 14 Feb`, with the year where it is another than `now`'s.
#[must_use]
pub fn short_date(lang: Lang, date: NaiveDate, this_year: i32) -> String {
    let name = short_weekday(lang, date.weekday());
    let (year, day) = (date.year(), date.day());
    let other_year = year != this_year;
    match lang {
        Lang::Zh => {
            let year = if other_year {
                format!("{year}年")
            } else {
                String::new()
            };
            format!("{year}{}月{day}日（{name}）", date.month())
        }
        Lang::En => {
            let year = if other_year {
                format!(" {year}")
            } else {
                String::new()
            };
            format!("{name} {day} {}{year}", month(date))
        }
    }
}

/// A time for narrow columns: `02-14 周六 17:50` or `Sat 14 Feb 17:50`; of today only the time of day, of another
/// year with the year.
///
/// ```
/// use sla_planner::text::{Lang, column_time};
/// let zone = "Asia/Shanghai".parse()?;
/// let (at, now) = ("2026-02-14T17:50:00+08:00".parse()?, "2026-02-13T23:59:59+08:00".parse()?);
/// assert_eq!(column_time(Lang::Zh, at, zone, now), "02-14 周六 17:50");
/// assert_eq!(column_time(Lang::En, at, zone, now), "Sat 14 Feb 17:50");
/// assert_eq!(column_time(Lang::En, at, zone, at), "17:50");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn column_time(lang: Lang, at: Instant, zone: Zone, now: Instant) -> String {
    let (local, today) = (zone.local(at), zone.local(now).date());
    let (date, time) = (local.date(), clock_time(local));
    if date == today {
        return time;
    }
    let weekday = short_weekday(lang, date.weekday());
    let (year, day) = (date.year(), date.day());
    match (lang, year == today.year()) {
        (Lang::Zh, true) => format!("{:02}-{day:02} {weekday} {time}", date.month()),
        (Lang::Zh, false) => format!("{year}-{:02}-{day:02} {weekday} {time}", date.month()),
        (Lang::En, true) => format!("{weekday} {day} {} {time}", month(date)),
        (Lang::En, false) => format!("{weekday} {day} {} {year} {time}", month(date)),
    }
}

/// `2月14日` or `14 Feb`.
#[must_use]
pub fn day_of_month(lang: Lang, date: NaiveDate) -> String {
    let day = date.day();
    lang.pick(
        format!("{}月{day}日", date.month()),
        format!("{day} {}", month(date)),
    )
}

/// `17:50`, with seconds only where they are not zero.
#[must_use]
pub fn clock_time(local: NaiveDateTime) -> String {
    let (hour, minute) = (local.hour(), local.minute());
    match local.second() {
        0 => format!("{hour:02}:{minute:02}"),
        second => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}

/// `17:50:00`.
#[must_use]
pub fn whole_clock_time(local: NaiveDateTime) -> String {
    let (hour, minute, second) = (local.hour(), local.minute(), local.second());
    format!("{hour:02}:{minute:02}:{second:02}")
}

/// An instant in a zone, short: `2月14日（周六）17:50` or `Sat 14 Feb, 17:50`. The zone stands beside it.
#[must_use]
pub fn short_time(lang: Lang, at: Instant, zone: Zone, now: Instant) -> String {
    let local = zone.local(at);
    let date = short_date(lang, local.date(), zone.local(now).year());
    let time = clock_time(local);
    lang.pick(format!("{date}{time}"), format!("{date}, {time}"))
}

/// An instant in a zone, whole: `2026年2月14日 星期六 17:50` or `Saturday 14 Feb 2026, 17:50`.
#[must_use]
pub fn full_time(lang: Lang, at: Instant, zone: Zone) -> String {
    let local = zone.local(at);
    let date = full_date(lang, local.date());
    let time = clock_time(local);
    lang.pick(format!("{date} {time}"), format!("{date}, {time}"))
}

/// `GMT+8`, `GMT+5:30`, `GMT−5`, `GMT`.
#[must_use]
pub fn offset(seconds: i64) -> String {
    let sign = if seconds < 0 { '−' } else { '+' };
    let seconds = seconds.abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds % 3600 / 60, seconds % 60);
    match (hours, minutes, rest) {
        (0, 0, 0) => "GMT".to_owned(),
        (_, 0, 0) => format!("GMT{sign}{hours}"),
        (_, _, 0) => format!("GMT{sign}{hours}:{minutes:02}"),
        _ => format!("GMT{sign}{hours}:{minutes:02}:{rest:02}"),
    }
}

/// The zone as people call it: `北京时间` or `Beijing time`; `纽约时间` or `New York time` elsewhere.
#[must_use]
pub fn zone_name(lang: Lang, zone: Zone) -> String {
    let city = city(lang, zone);
    lang.pick(format!("{city}时间"), format!("{city} time"))
}

/// The place a zone is named after, `北京` and `Beijing` for Asia/Shanghai.
#[must_use]
pub fn city(lang: Lang, zone: Zone) -> String {
    let name = zone.name();
    match name {
        "Asia/Shanghai" | "PRC" => return lang.pick("北京", "Beijing").to_owned(),
        "UTC" | "Etc/UTC" | "GMT" | "Etc/GMT" => return "UTC".to_owned(),
        _ => {}
    }
    let mut cities = crate::exchange::moment::cities();
    let known = cities.find(|city| city.zone == name);
    match known {
        Some(city) => lang.pick(city.zh, city.en).to_owned(),
        None => name.rsplit('/').next().unwrap_or(name).replace('_', " "),
    }
}
