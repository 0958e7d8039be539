//! How a typed time was understood, said back.

use chrono::{NaiveDateTime, Timelike};

use super::{Lang, clock_time, full_date, full_time, length, weekday, zone_name};
use crate::engine::{Calendar, Counts, DatedKind, DayKind, Instant, Terms, Zone};
use crate::exchange::moment::{Caution, Choice, DateSystem, Meaning, Unclear, Written};

/// The kind of day `at` is in the calendar's zone: `调休上班日（春节）`, `weekend`.
#[must_use]
pub fn day_kind(lang: Lang, calendar: &Calendar, counts: Counts, at: Instant) -> String {
    let date = calendar.zone.local(at).date();
    let (zh, en, name) = match calendar.day(date, counts) {
        DayKind::AllHours => ("全天开放", "open all day", None),
        DayKind::Working => ("工作日", "working day", None),
        DayKind::DayOff => ("周末", "weekend", None),
        DayKind::Holiday(name) => ("节假日", "holiday", Some(name)),
        DayKind::Estimated(name) => ("推算的节假日", "estimated holiday", Some(name)),
        DayKind::Dated(dated) if dated.kind == DatedKind::MakeUp => {
            ("调休上班日", "make-up working day", Some(&dated.name))
        }
        DayKind::Dated(dated) => ("特别时段", "special hours", Some(&dated.name)),
    };
    match name.map(|name| lang.of(name)) {
        None | Some("") => lang.pick(zh, en).to_owned(),
        Some(name) => lang.pick(format!("{zh}（{name}）"), format!("{en} ({name})")),
    }
}

/// How far it is to closing, or when it opens, on the date of `at`; none on a closed day.
#[must_use]
pub fn to_closing(lang: Lang, calendar: &Calendar, counts: Counts, at: Instant) -> Option<String> {
    let local: NaiveDateTime = calendar.zone.local(at);
    let second = local.num_seconds_from_midnight();
    let windows = calendar.windows(local.date(), counts);
    let last = windows.last()?;
    let clock = |second: u32| format!("{:02}:{:02}", second / 3600, second / 60 % 60);
    if let Some(open) = windows
        .iter()
        .find(|window| window.open() <= second && second < window.close())
    {
        let left = length(lang, (open.close() - second).into());
        return Some(lang.pick(format!("距下班 {left}"), format!("{left} before closing")));
    }
    Some(match windows.iter().find(|window| second < window.open()) {
        Some(next) => {
            let opens = clock(next.open());
            lang.pick(format!("{opens} 上班"), format!("opens at {opens}"))
        }
        None => {
            let closed = clock(last.close());
            lang.pick(format!("{closed} 已下班"), format!("closed since {closed}"))
        }
    })
}

/// What may not be meant.
#[must_use]
pub fn caution(lang: Lang, caution: Caution) -> &'static str {
    match caution {
        Caution::Future => lang.pick("这个时间还没到。", "This time has not come yet."),
        Caution::LongAgo => lang.pick("这是两年多以前。", "This is more than two years ago."),
    }
}

/// That a spreadsheet's serial number was read, and by which date system.
#[must_use]
pub fn serial(lang: Lang, system: DateSystem) -> &'static str {
    match system {
        DateSystem::From1900 => lang.pick(
            "这个数字按 Excel 的 1900 日期系统读出。",
            "The number was read by the 1900 date system of Excel.",
        ),
        DateSystem::From1904 => lang.pick(
            "这个数字按 Excel 的 1904 日期系统读出。",
            "The number was read by the 1904 date system of Excel.",
        ),
    }
}

/// The button that reads a serial number by `system` instead.
#[must_use]
pub fn read_by(lang: Lang, system: DateSystem) -> &'static str {
    match system {
        DateSystem::From1900 => lang.pick(
            "改按 1900 系统（早 4 年零 1 天）",
            "Read by the 1900 system (4 years and a day earlier)",
        ),
        DateSystem::From1904 => lang.pick(
            "改按 1904 系统（晚 4 年零 1 天）",
            "Read by the 1904 system (4 years and a day later)",
        ),
    }
}

/// Why a text is not understood yet, and what to do about it. `zone` is that of times without one.
#[must_use]
pub fn unclear(lang: Lang, zone: Zone, unclear: &Unclear) -> String {
    let said = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    match unclear {
        Unclear::Empty => {
            let zone = zone_name(lang, zone);
            lang.pick(
                format!("写日期和时间，例如 2026-02-14 17:50；不写时区就按{zone}。"),
                format!(
                    "A date and a time, such as 2026-02-14 17:50; without a zone it is {zone}."
                ),
            )
        }
        Unclear::TooLong => said(
            "这段文字太长，找不到时间；请只写时间。",
            "This is too long to find a time in; write only the time.",
        ),
        Unclear::NotATime { rest } => {
            let rest: String = rest.chars().take(24).collect();
            lang.pick(
                format!("看不懂“{rest}”；请写成 2026-02-14 17:50 的样子。"),
                format!("\"{rest}\" is not understood; write it like 2026-02-14 17:50."),
            )
        }
        Unclear::UnknownZone { rest } => {
            let rest: String = rest.chars().take(24).collect();
            lang.pick(
                format!("没有找到时区“{rest}”；请写成 UTC+8、北京时间或 Asia/Shanghai 的样子。"),
                format!(
                    "No time zone \"{rest}\" was found; write it like UTC+8, Beijing time or Asia/Shanghai."
                ),
            )
        }
        Unclear::ZonesContradict { one, other } => lang.pick(
            format!("时区“{one}”和“{other}”此时并不一致；请只留一个。"),
            format!("The time zones \"{one}\" and \"{other}\" differ at that time; leave one."),
        ),
        Unclear::WeekdayContradicts { date, written } => {
            let (date, written) = (full_date(lang, *date), weekday(lang, *written));
            lang.pick(
                format!("那一天是 {date}，不是{written}；请改正其中一个。"),
                format!("That day is {date}, not a {written}; correct one of them."),
            )
        }
        Unclear::WhichWeek { days: [one, other] } => {
            let (one, other) = (full_date(lang, *one), full_date(lang, *other));
            lang.pick(
                format!("可以是 {one}，也可以是 {other}；请写出日期。"),
                format!("This can be {one} or {other}; write the date."),
            )
        }
        Unclear::Vague { word } => lang.pick(
            format!("“{word}”不够确切；请写出确切的日期和时刻，例如 2026-02-14 17:50。"),
            format!(
                "\"{word}\" is not exact; write the exact date and time, such as 2026-02-14 17:50."
            ),
        ),
        Unclear::SeveralTimes => said(
            "这里不止一个时间；请只留一个。",
            "There is more than one time here; leave one.",
        ),
        Unclear::HalfMissing { hour } => {
            let (early, late) = (hour % 12, hour % 12 + 12);
            lang.pick(
                format!("{hour} 点是哪一个？请按 24 小时写成 {early:02}:00 或 {late}:00 的样子。"),
                format!(
                    "Which {hour} o'clock? Write it by 24 hours, like {early:02}:00 or {late}:00."
                ),
            )
        }
        Unclear::WeekNumber => said(
            "请把周数换成日期，例如 2026-02-14 17:50。",
            "Write a date instead of the number of a week, such as 2026-02-14 17:50.",
        ),
        Unclear::Lunar => said(
            "农历日期请换成公历，例如 2026-02-14 17:50。",
            "Write lunar dates by the solar calendar, such as 2026-02-14 17:50.",
        ),
        Unclear::NoSuchTime => said(
            "没有这样的日期或时刻，请检查数字。",
            "There is no such date or time; check the numbers.",
        ),
        Unclear::OutOfRange => said(
            "时间须在 1970 年至 2100 年之间。",
            "The time must lie between 1970 and 2100.",
        ),
        Unclear::TimeMissing { date } => {
            let date = full_date(lang, *date);
            lang.pick(
                format!("{date} 的几点？请补上时刻，例如 17:50。"),
                format!("At what time on {date}? Add it, such as 17:50."),
            )
        }
        Unclear::WhichDay(days) => {
            let (zh, en) = which_day(days.len());
            said(zh, en)
        }
        Unclear::Which(choices) => said_which(lang, choices),
    }
}

const WHICH_DAY: (&str, &str) = (
    "这个日期有两种读法，是哪一天？",
    "This date can be read two ways. Which day?",
);
const WHICH_OF_THREE: (&str, &str) = (
    "这个日期有三种读法，是哪一天？",
    "This date can be read three ways. Which day?",
);

const fn which_day(ways: usize) -> (&'static str, &'static str) {
    if ways > 2 { WHICH_OF_THREE } else { WHICH_DAY }
}

fn said_which(lang: Lang, choices: &[Choice]) -> String {
    let (zh, en) = match choices.first().map(|choice| choice.meaning) {
        Some(Meaning::Date(..)) => which_day(choices.len()),
        Some(Meaning::Earlier | Meaning::Later) => (
            "这一天时钟回拨，这个时刻有两次，是哪一次？",
            "Clocks go back that day and show this time twice. Which one?",
        ),
        Some(Meaning::BeforeGap | Meaning::AfterGap) => (
            "这一天时钟拨快，没有这个时刻，指的是哪一个？",
            "Clocks go forward that day and skip this time. Which one is meant?",
        ),
        Some(Meaning::In(_)) | None => (
            "这个时区缩写有几个意思，是哪一个？",
            "This abbreviation names several zones. Which one?",
        ),
    };
    lang.pick(zh, en).to_owned()
}

/// What a choice is called on its button; `zone` is that of times without one.
#[must_use]
pub fn choice(lang: Lang, zone: Zone, choice: &Choice) -> String {
    let at = choice.moment.at;
    match choice.meaning {
        Meaning::Date(date, _) => full_date(lang, date),
        Meaning::In(zone) => format!(
            "{} {}",
            zone_name(lang, zone),
            super::offset(zone.offset(at))
        ),
        Meaning::Earlier | Meaning::Later | Meaning::BeforeGap | Meaning::AfterGap => {
            let zone = match choice.moment.written {
                Written::Zone(written) => written,
                _ => zone,
            };
            let time = clock_time(zone.local(at));
            format!("{time} {}", super::offset(zone.offset(at)))
        }
    }
}

/// A wall-clock time as a person would type it: `2026-02-14 17:50:09`.
#[must_use]
pub fn typed(local: NaiveDateTime) -> String {
    format!("{} {}", local.date(), super::whole_clock_time(local))
}

/// A time and its zone: `2026年2月14日 星期六 17:50 北京时间`.
#[must_use]
pub fn zoned(lang: Lang, at: Instant, zone: Zone) -> String {
    format!("{} {}", full_time(lang, at, zone), zone_name(lang, zone))
}

/// How `at` was understood, piece by piece: in the zone it was typed in where that is not the service
/// zone, then in the service zone, the kind of day there, and how far it is to closing.
#[must_use]
pub fn parts(lang: Lang, terms: &Terms, at: Instant, typed_in: Option<Zone>) -> Vec<String> {
    let (service, calendar, counts) = (terms.policy().zone, terms.calendar(), terms.counts());
    let said = |zone| zoned(lang, at, zone);
    let typed = typed_in.filter(|zone| *zone != service).map(said);
    let mut parts: Vec<String> = typed.into_iter().collect();
    parts.push(said(service));
    parts.push(day_kind(lang, calendar, counts, at));
    parts.extend(to_closing(lang, calendar, counts, at));
    parts
}
