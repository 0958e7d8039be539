//! Times as people write them: a line a case. It is Monday 2026-11-23 11:00 in Beijing.

use chrono::NaiveDate;
use sla_planner::engine::{Instant, Zone};
use sla_planner::exchange::moment::{
    Caution, Context, DateOrder, DateSystem, Meaning, Moment, Unclear, Written, read, read_paste,
};

const NOW: &str = "2026-11-23T11:00:00+08:00";

fn context() -> Context {
    Context {
        now: instant(NOW),
        zone: zone("Asia/Shanghai"),
        date_order: None,
        date_system: DateSystem::From1900,
    }
}

fn instant(text: &str) -> Instant {
    text.parse().expect("an instant in a test")
}

fn zone(name: &str) -> Zone {
    name.parse().expect("a zone in a test")
}

/// `text` is understood as `beijing`, a Beijing wall-clock time.
#[track_caller]
fn case(text: &str, beijing: &str) {
    let expected = instant(&format!("{}+08:00", beijing.replace(' ', "T")));
    match read(text, &context()) {
        Ok(moment) => assert_eq!(moment.at, expected, "{text:?} read as {}", moment.at),
        Err(unclear) => panic!("{text:?} is {unclear:?}"),
    }
}

#[track_caller]
fn unclear(text: &str) -> Unclear {
    match read(text, &context()) {
        Ok(moment) => panic!("{text:?} was read as {}", moment.at),
        Err(unclear) => unclear,
    }
}

#[track_caller]
fn no_time(text: &str) {
    let found = unclear(text);
    assert!(
        matches!(found, Unclear::NotATime { .. }),
        "{text:?} is {found:?}"
    );
}

#[track_caller]
fn no_such(text: &str) {
    assert_eq!(unclear(text), Unclear::NoSuchTime, "{text:?}");
}

/// `text` asks which of `beijing` is meant.
#[track_caller]
fn asks(text: &str, beijing: &[&str]) {
    match unclear(text) {
        Unclear::Which(choices) => {
            let found: Vec<Instant> = choices.iter().map(|choice| choice.moment.at).collect();
            let expected: Vec<Instant> = beijing
                .iter()
                .map(|text| instant(&format!("{}+08:00", text.replace(' ', "T"))))
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
        other => panic!("{text:?} is {other:?}"),
    }
}

/// `text` asks which of `days` is meant.
#[track_caller]
fn asks_day(text: &str, days: &[&str]) {
    match unclear(text) {
        Unclear::WhichDay(found) => {
            let found: Vec<String> = found.iter().map(|(date, _)| date.to_string()).collect();
            assert_eq!(found, days, "{text:?}");
        }
        other => panic!("{text:?} is {other:?}"),
    }
}

#[track_caller]
fn wants_time(text: &str, date: &str) {
    let date = date.parse().expect("a date in a test");
    assert_eq!(unclear(text), Unclear::TimeMissing { date }, "{text:?}");
}

/// What came of reading, as the table writes it.
fn outcome(read: &Result<Moment, Unclear>) -> String {
    let beijing = |at: Instant| zone("Asia/Shanghai").local(at).to_string();
    let days = |days: &[(NaiveDate, DateOrder)]| {
        let days: Vec<String> = days.iter().map(|(day, _)| day.to_string()).collect();
        days.join(" | ")
    };
    match read {
        Ok(moment) => {
            let found = if moment.filled_in { " found" } else { "" };
            let cut = if moment.cut { " cut" } else { "" };
            let serial = match moment.written {
                Written::Serial(_) => " serial",
                _ => "",
            };
            format!("{}{found}{cut}{serial}", beijing(moment.at))
        }
        Err(unclear) => match unclear {
            Unclear::Empty => "empty".to_owned(),
            Unclear::TooLong => "too long".to_owned(),
            Unclear::NotATime { .. } => "no time".to_owned(),
            Unclear::UnknownZone { rest } => format!("zone? {rest}"),
            Unclear::ZonesContradict { one, other } => format!("zones {one} / {other}"),
            Unclear::WeekdayContradicts { date, written } => {
                format!("weekday {date} is not {written}")
            }
            Unclear::WhichWeek { days: [one, other] } => format!("week? {one} {other}"),
            Unclear::Vague { word } => format!("vague {word}"),
            Unclear::SeveralTimes => "several".to_owned(),
            Unclear::HalfMissing { hour } => format!("half? {hour}"),
            Unclear::WeekNumber => "week number".to_owned(),
            Unclear::Lunar => "lunar".to_owned(),
            Unclear::NoSuchTime => "no such time".to_owned(),
            Unclear::OutOfRange => "out of range".to_owned(),
            Unclear::TimeMissing { date } => format!("time? {date}"),
            Unclear::WhichDay(found) => format!("day? {}", days(found)),
            Unclear::Which(choices) => {
                let found: Vec<String> = choices
                    .iter()
                    .map(|choice| beijing(choice.moment.at))
                    .collect();
                format!("which {}", found.join(" | "))
            }
        },
    }
}

fn table() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("moment/times.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(|line| {
            line.split_once(" => ")
                .expect("a text and what comes of it")
        })
}

#[test]
fn the_table() {
    let mut wrong = Vec::new();
    for (text, expected) in table() {
        let found = outcome(&read(text, &context()));
        if found != expected {
            wrong.push(format!("{text:?}: {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_is_large_and_often_refuses() {
    let understood = |expected: &str| expected.starts_with(|first: char| first.is_ascii_digit());
    let refused = table()
        .filter(|(_, expected)| !understood(expected))
        .count();
    let all: std::collections::HashSet<&str> = table().map(|(text, _)| text).collect();
    assert_eq!(all.len(), table().count(), "a text twice");
    assert!(
        all.len() >= 450 && refused >= 200,
        "{} texts, {refused} refused",
        all.len()
    );
}

/// What the field takes is the paste: it must not find in a text what reading the whole refuses.
#[test]
fn a_paste_finds_nothing_that_reading_refuses() {
    let mut wrong = Vec::new();
    for (text, expected) in table() {
        let refused = !expected.starts_with(|first: char| first.is_ascii_digit());
        let paste = read_paste(text, &context());
        if refused && paste.moment.is_ok() && expected != "no time" {
            wrong.push(format!(
                "{text:?}: {}, not {expected}",
                outcome(&paste.moment)
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn iso_and_rfc() {
    case("2026-02-14T17:50+08:00", "2026-02-14 17:50:00");
    case("2026-02-14T17:50:30+08:00", "2026-02-14 17:50:30");
    case("2026-02-14T17:50", "2026-02-14 17:50:00");
    case("2026-02-14t17:50", "2026-02-14 17:50:00");
    case("2026-02-14 17:50:30Z", "2026-02-15 01:50:30");
    case("2026-02-14T09:50:00Z", "2026-02-14 17:50:00");
    case("2026-02-14T09:50:00.999Z", "2026-02-14 17:50:00");
    case("2024-05-13T13:17:29.651+0100", "2024-05-13 20:17:29");
    case("2026-02-14 04:50 -05:00", "2026-02-14 17:50:00");
    case("2026-02-14 04:50-0500", "2026-02-14 17:50:00");
    case("2026-02-14T15:20+05:30", "2026-02-14 17:50:00");
    case("Sat, 14 Feb 2026 09:50:00 GMT", "2026-02-14 17:50:00");
    case("Sat, 14 Feb 2026 17:50:00 +0800", "2026-02-14 17:50:00");
    case("14 Feb 2026 17:50", "2026-02-14 17:50:00");
    case("Feb 14, 2026 5:50 PM", "2026-02-14 17:50:00");
    case("February 14th, 2026, 17:50", "2026-02-14 17:50:00");
    case("14th of February 2026 at 17:50", "2026-02-14 17:50:00");
    case("28/Nov/25 5:03 PM", "2025-11-28 17:03:00");
    case("28-Nov-2025 17:03", "2025-11-28 17:03:00");
}

#[test]
fn digits() {
    case("2026-02-14 17:50", "2026-02-14 17:50:00");
    case("2026-2-14 17:50", "2026-02-14 17:50:00");
    case("2026/2/14 17:50", "2026-02-14 17:50:00");
    case("2026/02/14 17:50:09", "2026-02-14 17:50:09");
    case("2026.2.14 17:50", "2026-02-14 17:50:00");
    case("2026/2/14 17.50", "2026-02-14 17:50:00");
    case("20260214 1750", "2026-02-14 17:50:00");
    case("20260214 175009", "2026-02-14 17:50:09");
    case("20260214T1750", "2026-02-14 17:50:00");
    case("02-14 17:50", "2026-02-14 17:50:00");
    case("2-14 17:50", "2026-02-14 17:50:00");
    case("12-14 17:50", "2025-12-14 17:50:00");
    case("11-23 10:59", "2026-11-23 10:59:00");
    case("11-23 11:00", "2026-11-23 11:00:00");
    case("11-23 11:01", "2025-11-23 11:01:00");
    case("02-29 12:00", "2024-02-29 12:00:00");
    case("2/14 17:50", "2026-02-14 17:50:00");
    case("14/2 17:50", "2026-02-14 17:50:00");
    case("14/2/2026 17:50", "2026-02-14 17:50:00");
    case("2/14/2026 5:50pm", "2026-02-14 17:50:00");
    case("19.11.2026 16:05", "2026-11-19 16:05:00");
    case("03.02.2026 16:05", "2026-02-03 16:05:00");
    case("02/02/2026 16:05", "2026-02-02 16:05:00");
    case("11/19/2026 04:05 PM", "2026-11-19 16:05:00");
    case("10:50", "2026-11-23 10:50:00");
    case("11:00", "2026-11-23 11:00:00");
    case("17:50", "2026-11-22 17:50:00");
    case("17:50:09", "2026-11-22 17:50:09");
    case("5:50pm", "2026-11-22 17:50:00");
    case("5:50 p.m.", "2026-11-22 17:50:00");
    case("9am", "2026-11-23 09:00:00");
    case("12am", "2026-11-23 00:00:00");
    case("12:30 am", "2026-11-23 00:30:00");
    case("12:30 pm", "2026-11-22 12:30:00");
    case("2026-02-14 24:00", "2026-02-15 00:00:00");
    case("2026-02-14 00:00", "2026-02-14 00:00:00");
    case("17:50 2026-02-14", "2026-02-14 17:50:00");
    case("2024-02-29 10:00", "2024-02-29 10:00:00");
}

#[test]
fn full_width_and_stray_marks() {
    case("２０２６－０２－１４　１７：５０", "2026-02-14 17:50:00");
    case("2026-02-14　17：50", "2026-02-14 17:50:00");
    case("\u{feff}2026-02-14 17:50", "2026-02-14 17:50:00");
    case("  2026-02-14 17:50\u{a0}", "2026-02-14 17:50:00");
    case("“2026-02-14 17:50”", "2026-02-14 17:50:00");
    case("2026–02–14 17:50", "2026-02-14 17:50:00");
    case("2026-02-14,17:50", "2026-02-14 17:50:00");
    case("2026-02-14   17:50", "2026-02-14 17:50:00");
}

#[test]
fn chinese() {
    case("2026年2月14日下午5点50分", "2026-02-14 17:50:00");
    case("2026年2月14日 17:50", "2026-02-14 17:50:00");
    case("2026年2月14日17时50分30秒", "2026-02-14 17:50:30");
    case("2026年02月14日 星期六 17:50", "2026-02-14 17:50:00");
    case("2026年2月14日（周六）17:50", "2026-02-14 17:50:00");
    case("二〇二六年二月十四日十七点五十分", "2026-02-14 17:50:00");
    case("2月14日下午5点半", "2026-02-14 17:30:00");
    case("2月14号 5:50", "2026-02-14 05:50:00");
    case("昨天 17:50", "2026-11-22 17:50:00");
    case("昨天下午五点五十", "2026-11-22 17:50:00");
    case("前天 9点", "2026-11-21 09:00:00");
    case("大前天9点", "2026-11-20 09:00:00");
    case("今天 8:30", "2026-11-23 08:30:00");
    case("今早8点", "2026-11-23 08:00:00");
    case("今晚8点", "2026-11-23 20:00:00");
    case("昨晚8点一刻", "2026-11-22 20:15:00");
    case("昨晚12点", "2026-11-23 00:00:00");
    case("明天早上8点", "2026-11-24 08:00:00");
    case("明早8点", "2026-11-24 08:00:00");
    case("后天 9:00", "2026-11-25 09:00:00");
    case("大后天 9:00", "2026-11-26 09:00:00");
    case("昨天凌晨12点半", "2026-11-22 00:30:00");
    case("昨天中午12点", "2026-11-22 12:00:00");
    case("昨天中午1点", "2026-11-22 13:00:00");
    case("周五 9点半", "2026-11-20 09:30:00");
    case("星期五9:30", "2026-11-20 09:30:00");
    case("周一 10:00", "2026-11-23 10:00:00");
    case("周一 12:00", "2026-11-16 12:00:00");
    case("上周五 17:50", "2026-11-20 17:50:00");
    case("上周一 9:00", "2026-11-16 09:00:00");
    case("本周三 9:00", "2026-11-25 09:00:00");
    case("下周一上午9点", "2026-11-30 09:00:00");
    case("上周日 9点", "2026-11-22 09:00:00");
    case("礼拜天9点", "2026-11-22 09:00:00");
    case("9点", "2026-11-23 09:00:00");
    case("9点三刻", "2026-11-23 09:45:00");
    case("上午9点钟", "2026-11-23 09:00:00");
}

#[test]
fn from_now() {
    case("now", "2026-11-23 11:00:00");
    case("NOW", "2026-11-23 11:00:00");
    case("现在", "2026-11-23 11:00:00");
    case("刚才", "2026-11-23 11:00:00");
    case("刚刚", "2026-11-23 11:00:00");
    case("2小时前", "2026-11-23 09:00:00");
    case("两小时前", "2026-11-23 09:00:00");
    case("两个小时前", "2026-11-23 09:00:00");
    case("半小时前", "2026-11-23 10:30:00");
    case("半个小时前", "2026-11-23 10:30:00");
    case("1个半小时前", "2026-11-23 09:30:00");
    case("1小时30分钟前", "2026-11-23 09:30:00");
    case("十分钟前", "2026-11-23 10:50:00");
    case("30秒前", "2026-11-23 10:59:30");
    case("30分钟后", "2026-11-23 11:30:00");
    case("2h ago", "2026-11-23 09:00:00");
    case("2 hours ago", "2026-11-23 09:00:00");
    case("1h30m ago", "2026-11-23 09:30:00");
    case("1 h 30 min ago", "2026-11-23 09:30:00");
    case("1.5 hours ago", "2026-11-23 09:30:00");
    case("an hour ago", "2026-11-23 10:00:00");
    case("half an hour ago", "2026-11-23 10:30:00");
    case("90 min ago", "2026-11-23 09:30:00");
    case("in 30 min", "2026-11-23 11:30:00");
    case("in 2 hours", "2026-11-23 13:00:00");
    case("T-30m", "2026-11-23 10:30:00");
    case("t+15m", "2026-11-23 11:15:00");
}

#[test]
fn english_days() {
    case("yesterday 5:50pm", "2026-11-22 17:50:00");
    case("yesterday at 17:50", "2026-11-22 17:50:00");
    case("today 9am", "2026-11-23 09:00:00");
    case("tomorrow 8:00", "2026-11-24 08:00:00");
    case("last Fri 09:00", "2026-11-20 09:00:00");
    case("last Monday 09:00", "2026-11-16 09:00:00");
    case("Fri 09:00", "2026-11-20 09:00:00");
    case("Friday, 9:00", "2026-11-20 09:00:00");
    case("next mon 9:00", "2026-11-30 09:00:00");
    case("Monday 10:00", "2026-11-23 10:00:00");
    case("14 Feb 17:50", "2026-02-14 17:50:00");
    case("Dec 1 9:00", "2025-12-01 09:00:00");
}

#[test]
fn machine_forms() {
    case("46067.743056", "2026-02-14 17:50:00");
    case("46067.5", "2026-02-14 12:00:00");
    case("46067.743055556", "2026-02-14 17:50:00");
    case("1771062600", "2026-02-14 17:50:00");
    case("1771062600000", "2026-02-14 17:50:00");
    case("1771062600999", "2026-02-14 17:50:00");
    wants_time("46067", "2026-02-14");
}

#[test]
fn zones() {
    case("2026-02-14 17:50 北京时间", "2026-02-14 17:50:00");
    case("北京时间 2026-02-14 17:50", "2026-02-14 17:50:00");
    case("2026-02-14 17:50（北京时间）", "2026-02-14 17:50:00");
    case("2026-02-14 17:50 Beijing time", "2026-02-14 17:50:00");
    case("2026-02-14 04:50 纽约时间", "2026-02-14 17:50:00");
    case("2026-02-14 04:50 @纽约", "2026-02-14 17:50:00");
    case("2026-02-14 04:50 @New York", "2026-02-14 17:50:00");
    case("2026-02-14 04:50 America/New_York", "2026-02-14 17:50:00");
    case("2026-02-14 04:50 america/new_york", "2026-02-14 17:50:00");
    case("2026-02-14 18:50 @东京", "2026-02-14 17:50:00");
    case("2026-02-14 17:50 UTC+8", "2026-02-14 17:50:00");
    case("2026-02-14 17:50 GMT+8", "2026-02-14 17:50:00");
    case("2026-02-14 17:50 (GMT+08:00)", "2026-02-14 17:50:00");
    case("2026-02-14 09:50 UTC", "2026-02-14 17:50:00");
    case("2026-02-14 04:50 EST", "2026-02-14 17:50:00");
    case("2026-02-14 10:50 CET", "2026-02-14 17:50:00");
    case("2026-07-14 11:50 Europe/Berlin", "2026-07-14 17:50:00");
    case("2026-02-14 17:50 Asia/Shanghai", "2026-02-14 17:50:00");
    case("17:50 @纽约", "2026-11-23 06:50:00");
    case("yesterday 17:50 EST", "2026-11-22 06:50:00");
    asks(
        "2026-02-14 17:50 CST",
        &[
            "2026-02-14 17:50:00",
            "2026-02-15 07:50:00",
            "2026-02-15 06:50:00",
        ],
    );
}

#[test]
fn asks_instead_of_guessing() {
    asks(
        "02/03/2026 10:00",
        &["2026-03-02 10:00:00", "2026-02-03 10:00:00"],
    );
    asks("2/3 10:00", &["2026-03-02 10:00:00", "2026-02-03 10:00:00"]);
    asks(
        "05-09-2025 14:10",
        &["2025-09-05 14:10:00", "2025-05-09 14:10:00"],
    );
    asks(
        "2026-11-01 01:30 America/New_York",
        &["2026-11-01 13:30:00", "2026-11-01 14:30:00"],
    );
    asks(
        "2026-03-08 02:30 America/New_York",
        &["2026-03-08 14:30:00", "2026-03-08 15:30:00"],
    );
    asks(
        "1988-09-11 01:30",
        &["1988-09-11 00:30:00", "1988-09-11 01:30:00"],
    );
    asks_day("02/03/2026", &["2026-03-02", "2026-02-03"]);
    asks_day("3/11", &["2026-11-03", "2026-03-11"]);
    wants_time("2026-02-14", "2026-02-14");
    wants_time("2026年2月14日", "2026-02-14");
    wants_time("yesterday", "2026-11-22");
    wants_time("昨天", "2026-11-22");
    wants_time("周五", "2026-11-20");
    wants_time("14 Feb", "2026-02-14");
    wants_time("20260214", "2026-02-14");
}

#[test]
fn remembers_the_order_chosen() {
    let mut context = context();
    context.date_order = Some(DateOrder::MonthFirst);
    let read = |text| read(text, &context).map(|moment| moment.at);
    assert_eq!(
        read("02/03/2026 10:00"),
        Ok(instant("2026-02-03T10:00:00+08:00"))
    );
    assert_eq!(
        read("13/03/2026 10:00"),
        Ok(instant("2026-03-13T10:00:00+08:00"))
    );
    context.date_order = Some(DateOrder::DayFirst);
    let at =
        sla_planner::exchange::moment::read("02/03/2026 10:00", &context).map(|moment| moment.at);
    assert_eq!(at, Ok(instant("2026-03-02T10:00:00+08:00")));
}

#[test]
fn a_serial_number_offers_the_other_date_system() {
    let by = |date_system| Context {
        date_system,
        ..context()
    };
    let read_by = |text: &str, system| read(text, &by(system));
    let at = |text| read_by(text, DateSystem::From1900).map(|moment| moment.at);
    assert_eq!(at("46067.743056"), Ok(instant("2026-02-14T17:50:00+08:00")));
    let other = read_by("44605.743056", DateSystem::From1904).expect("understood");
    assert_eq!(other.at, instant("2026-02-14T17:50:00+08:00"));
    assert_eq!(other.written, Written::Serial(DateSystem::From1904));
    assert!(!other.written.names_zone());
    assert_eq!(DateSystem::From1904.other(), DateSystem::From1900);
    // Four years and a day later.
    let later = read_by("44605.743056", DateSystem::From1900).expect("understood");
    assert_eq!(other.at.since(later.at), 1_462 * 86_400);
    let day = |text: &str| text.parse().expect("a date in a test");
    assert_eq!(
        read_by("44605", DateSystem::From1904),
        Err(Unclear::TimeMissing {
            date: day("2026-02-14")
        })
    );
    // Rounded to the second, not cut.
    assert_eq!(
        at("46067.7430555"),
        Ok(instant("2026-02-14T17:50:00+08:00"))
    );
    assert_eq!(
        read("17:50", &by(DateSystem::From1904)),
        read("17:50", &context())
    );
}

#[test]
fn an_order_chosen_holds_where_it_can() {
    let with = |text, order| {
        let context = Context {
            date_order: Some(order),
            ..context()
        };
        outcome(&read(text, &context))
    };
    let numbers = "26-02-14 17:50";
    assert_eq!(with(numbers, DateOrder::YearFirst), "2026-02-14 17:50:00");
    assert_eq!(with(numbers, DateOrder::DayFirst), "2014-02-26 17:50:00");
    // Nobody writes the year of 02/03/2026 first, so the order is asked again.
    assert_eq!(
        with("02/03/2026 10:00", DateOrder::YearFirst),
        "which 2026-03-02 10:00:00 | 2026-02-03 10:00:00"
    );
    assert_eq!(
        with("02/03/2026 10:00 CST", DateOrder::DayFirst),
        "which 2026-03-02 10:00:00 | 2026-03-03 00:00:00 | 2026-03-02 23:00:00"
    );
}

#[test]
fn wrong_ones() {
    no_time("hello");
    no_time("P2");
    no_time("17");
    no_time("1750");
    no_time("2026-02-14 17:50 foo");
    no_time("2026-02-14 17:5");
    no_time("17:50:");
    no_time("Foo 14 2026 10:00");
    no_time("2026-02-14 17:50 Mars/Olympus");
    no_time("99999999999999");
    no_time("...");
    no_such("2026-02-30 10:00");
    no_such("2026-13-01 10:00");
    no_such("2026-02-14 25:00");
    no_such("2026-02-14 24:01");
    no_such("2026-02-14 17:60");
    no_such("2026-02-14 23:59:60");
    no_such("2025-02-29 10:00");
    no_such("31/13/2026 10:00");
    no_such("13:50 am");
    no_such("2026-02-14 0:30 pm");
    no_such("上午15点");
    assert_eq!(unclear(""), Unclear::Empty);
    assert_eq!(unclear("   "), Unclear::Empty);
    assert_eq!(unclear("腊月二十七"), Unclear::Lunar);
    assert_eq!(unclear("农历正月初三 10:00"), Unclear::Lunar);
    assert_eq!(unclear("1969-12-31 10:00"), Unclear::OutOfRange);
    assert_eq!(unclear("2101-01-02 10:00"), Unclear::OutOfRange);
    assert_eq!(unclear("999999 days ago"), Unclear::OutOfRange);
    assert_eq!(unclear(&"1".repeat(201)), Unclear::TooLong);
}

#[test]
fn cautions() {
    let caution = |text| read(text, &context()).expect("understood").caution;
    assert_eq!(caution("2026-11-23 11:00"), None);
    assert_eq!(caution("2026-11-23 11:01"), Some(Caution::Future));
    assert_eq!(caution("2023-11-23 11:00"), Some(Caution::LongAgo));
}

#[test]
fn what_is_shown_of_a_gap() {
    let Unclear::Which(choices) = unclear("2026-03-08 02:30 America/New_York") else {
        panic!("a skipped hour is asked about");
    };
    let meanings: Vec<Meaning> = choices.iter().map(|choice| choice.meaning).collect();
    assert_eq!(meanings, [Meaning::BeforeGap, Meaning::AfterGap]);
}

/// The paste holds the time `text` with `priority`.
#[track_caller]
fn paste(pasted: &str, text: &str, priority: Option<u8>) {
    let paste = read_paste(pasted, &context());
    assert_eq!(
        (paste.text.as_str(), paste.priority),
        (text, priority),
        "{pasted:?}"
    );
    assert!(paste.moment.is_ok(), "{pasted:?} gives {:?}", paste.moment);
}

#[test]
fn pastes() {
    paste("2026-02-14 17:50", "2026-02-14 17:50", None);
    paste("P2 2026-02-14 17:50", "2026-02-14 17:50", Some(2));
    paste(
        "2026-02-14 17:50 P2 数据库很慢",
        "2026-02-14 17:50",
        Some(2),
    );
    paste(
        "[P1] created 2026-02-14T17:50+08:00",
        "2026-02-14T17:50+08:00",
        Some(1),
    );
    paste(
        "优先级：P0 提交时间：2026年2月14日 17:50",
        "2026年2月14日 17:50",
        Some(0),
    );
    paste(
        "SPT-1042\tP3\t2026-02-14 17:50\t登录失败",
        "2026-02-14 17:50",
        Some(3),
    );
    paste("ｐ２ 昨天 17:50 开始报错", "昨天 17:50", Some(2));
    paste(
        "Ticket 1234 opened Feb 14, 2026 5:50 PM by Li",
        "Feb 14 2026 5:50 PM",
        None,
    );
    paste(
        "On Sat, Feb 14, 2026 at 5:50 PM Li <li@example.com> wrote:",
        "On Sat Feb 14 2026 at 5:50 PM",
        None,
    );
    paste(
        "Date: Sat, 14 Feb 2026 5:50:00 PM +0800",
        "Sat 14 Feb 2026 5:50:00 PM +0800",
        None,
    );
    paste(
        r#"{"id":7,"created":"2026-02-14T09:50:00Z","priority":"P1"}"#,
        "\"2026-02-14T09:50:00Z\"",
        Some(1),
    );
    paste(
        "created=2026-02-14T17:50+08:00 P3",
        "2026-02-14T17:50+08:00",
        Some(3),
    );
    paste(
        "[14/02/2026, 17:50:30] 李：系统挂了",
        "14/02/2026 17:50:30",
        None,
    );
    paste(
        "2026-02-14 17:50:00,123 ERROR db 10.0.0.1 down",
        "2026-02-14 17:50:00",
        None,
    );
    paste("45.12.30.1 失联 2026-02-14 17:50", "2026-02-14 17:50", None);
    paste("刚才 系统挂了", "刚才", None);
    let paste = read_paste("nothing here", &context());
    assert!(paste.moment.is_err());
    let paste = read_paste("P2 since 02/03/2026 10:00", &context());
    assert!(
        matches!(paste.moment, Err(Unclear::Which(_))),
        "{:?}",
        paste.moment
    );
    assert_eq!(paste.priority, Some(2));
}

/// The paste comes to `expected`, as the table writes it.
#[track_caller]
fn asked(pasted: &str, expected: &str) {
    let paste = read_paste(pasted, &context());
    assert_eq!(
        outcome(&paste.moment),
        expected,
        "{pasted:?} at {:?}",
        paste.text
    );
}

#[test]
fn a_paste_is_not_guessed_either() {
    asked("大概 2026-02-14 17:50 左右 系统挂了", "vague 大概");
    asked("down since about 2026-02-14 17:50", "vague about");
    asked("P1 次日 9:00 恢复", "vague 次日");
    asked(
        "P2 周五 2026-02-14 17:50 登录失败",
        "weekday 2026-02-14 is not Fri",
    );
    asked("2026-02-30 10:00 登录失败", "no such time");
    asked("P2 昨天 系统挂了", "time? 2026-11-22");
    asked("17:50 到 18:10 系统挂了", "several");
    asked("2026-02-14 17:50 到 18:10 系统挂了", "several");
    asked("P1 2026-02-14 17:50 +99:00 系统挂了", "zone? +99:00");
    asked(
        "P1 2026-02-14 17:50+09:00 北京时间 系统挂了",
        "zones +09:00 / 北京时间",
    );
    asked("除夕 20:00 系统挂了", "lunar");
    asked("it is down now", "no time");
    // A number beside a time without a date may be a piece of it.
    asked("14 9:00", "no time");
    asked("9.11 9:11", "no time");
    asked("2026年2月 9:00 挂了", "no time");
    asked("2026:02:14 17:50:00", "no time");
    asked("1,5 hours ago", "no time");
    asked("刚才 17:50", "no time");
    asked("SPT-1042 9:15 挂了", "2026-11-23 09:15:00 found");
    asked("国庆节 10:00", "vague 国庆节");
    asked("每周五 9:00 挂了", "vague 每");
    asked("17:50 纽约", "zone? 纽约");
    asked("9点 纽约", "zone? 纽约");
    asked("2026-02-14 17:50 上海 机房断电", "2026-02-14 17:50:00");
    asked(
        "2026-02-14 17:50 CST db down",
        "which 2026-02-14 17:50:00 | 2026-02-15 07:50:00 | 2026-02-15 06:50:00",
    );
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config {
        failure_persistence: None,
        ..proptest::test_runner::Config::with_cases(2_000)
    })]

    #[test]
    fn never_panics(text in "\\PC{0,60}") {
        let _ = read_paste(&text, &context());
    }

    #[test]
    fn never_panics_on_almost_times(text in "[0-9TtZ:/.+@()\\[\\] 年月日号点半上下午晚周五前后个时区agopmincsthw-]{0,24}") {
        let _ = read_paste(&text, &context());
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config {
        failure_persistence: None,
        ..proptest::test_runner::Config::with_cases(64)
    })]

    #[test]
    fn long_texts_are_read_to_an_end(
        word in "[0-9/:.-]{1,6}|周[一二三四五六日]|昨天|about|pm|CST|\\PC{1,5}",
        between in "[ ,;\t]",
    ) {
        let text: String = [word, between].concat().repeat(4_096);
        let end = text.char_indices().nth(4_096).map_or(text.len(), |(end, _)| end);
        let _ = read_paste(&text[..end], &context());
        let short: String = text.chars().take(200).collect();
        let _ = read(&short, &context());
    }
}
