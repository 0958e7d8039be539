//! Holidays from files in the shape of each source, and from pasted dates.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;
use sla_planner::engine::{
    Bilingual, Calendar, DatedHours, DatedKind, DayHours, HolidaySet, Instant, Policy, TypedHours,
    WeeklyHours,
};
use sla_planner::exchange::holidays::{
    Applying, BadReason, HolidayCaution, HolidayFault, HolidayFormat, HolidayImport, HolidayKind,
    HolidayWhy, LARGEST, Options, Place, paste, read, write_ics, write_json,
};
use sla_planner::exchange::moment::DateOrder;
use sla_planner::text::{Lang, holiday_import as text};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn options() -> Options {
    Options::new("Asia/Shanghai".parse().expect("a zone"))
}

fn of_year(year: i32) -> Options {
    Options {
        year: Some(year),
        ..options()
    }
}

fn file(name: &str) -> HolidayImport {
    let path = format!("tests/holiday_import/{name}");
    let bytes = std::fs::read(path).expect("the file is there");
    read(bytes, name, &options()).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

fn pasted(text: &str) -> HolidayImport {
    paste(text, &options()).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

/// Dates with their kinds, hours apart: `-` off, `+` working, `/` half, `x` left out.
fn kinds(import: &HolidayImport) -> Vec<String> {
    let sign = |kind: &HolidayKind| match kind {
        HolidayKind::Off => '-',
        HolidayKind::Working(_) => '+',
        HolidayKind::Half(_) => '/',
        HolidayKind::Ignored => 'x',
    };
    let days = import.days().iter();
    days.map(|day| format!("{}{}", day.date, sign(&day.kind)))
        .collect()
}

fn counted(import: &HolidayImport, caution: HolidayCaution) -> usize {
    let found = import
        .cautions()
        .iter()
        .find(|(found, _)| *found == caution);
    found.map_or(0, |(_, times)| *times)
}

/// The days of 2026 that come with the program.
fn china() -> (
    BTreeMap<NaiveDate, Bilingual>,
    BTreeMap<NaiveDate, Bilingual>,
) {
    let mut china = HolidaySet::china().expect("the data is whole");
    china.days.retain(|date, _| date.year() == 2026);
    china.make_up_days.retain(|date, _| date.year() == 2026);
    (china.days, china.make_up_days)
}

#[test]
fn each_source_gives_chinas_days_of_2026() {
    let (off, working) = china();
    for (name, format) in [
        ("holiday_cn.json", HolidayFormat::HolidayCn),
        ("chinese_days.json", HolidayFormat::ChineseDays),
        ("holiday_calendar.json", HolidayFormat::HolidayCalendar),
        ("holiday_cn.ics", HolidayFormat::ICalendar),
        ("chinese_days.ics", HolidayFormat::ICalendar),
        ("lanceliao.ics", HolidayFormat::ICalendar),
        ("notice.txt", HolidayFormat::Notice),
    ] {
        let import = file(name);
        assert_eq!(import.format(), format, "{name}");
        assert_eq!(import.bad(), [], "{name}");
        let named = |is: &dyn Fn(&HolidayKind) -> bool| -> BTreeMap<NaiveDate, Bilingual> {
            let days = import.days().iter().filter(|day| is(&day.kind));
            days.map(|day| (day.date, day.name.clone())).collect()
        };
        assert_eq!(named(&|kind| *kind == HolidayKind::Off), off, "{name}");
        let is_working = |kind: &HolidayKind| matches!(kind, HolidayKind::Working(_));
        assert_eq!(named(&is_working), working, "{name}");
        assert_eq!(import.conflicts(), [], "{name}");
        assert_eq!(import.years().collect::<Vec<_>>(), [2026], "{name}");
        let official = import.official().expect("a year is covered");
        assert_eq!(
            (official.from, official.through),
            (date("2026-01-01"), date("2026-12-31"))
        );
    }
}

#[test]
fn the_notices_of_all_years_give_their_days() {
    let notices: serde_json::Value =
        serde_json::from_str(include_str!("holidays/cn_notices.json")).expect("the copy is whole");
    let china = HolidaySet::china().expect("the data is whole");
    let mut days = BTreeMap::new();
    for (year, notice) in notices.as_object().expect("years") {
        let lines = notice["text"].as_array().expect("sentences");
        let lines: Vec<&str> = lines.iter().filter_map(|line| line.as_str()).collect();
        let year = year.parse().expect("a year");
        let import = paste(&lines.join("\n"), &of_year(year)).expect("a notice");
        for day in import.taken() {
            days.insert(day.date, day.kind.clone());
        }
    }
    let expected: BTreeMap<_, _> = china
        .days
        .keys()
        .map(|date| (*date, HolidayKind::Off))
        .chain(
            china
                .make_up_days
                .keys()
                .map(|date| (*date, HolidayKind::Working(None))),
        )
        .collect();
    assert_eq!(days, expected);
}

#[test]
fn timed_make_up_days_keep_their_hours() {
    let mut import = file("lanceliao.ics");
    let hours = DayHours::typed(["09:00-18:00".parse().expect("hours")]).expect("hours");
    let place = import
        .days()
        .iter()
        .position(|day| day.date == date("2026-02-14"));
    let place = place.expect("the day is read");
    assert_eq!(import.days()[place].kind, HolidayKind::Working(Some(hours)));
    assert_eq!(import.days()[place].why, HolidayWhy::Word("补班"));
    assert_eq!(counted(&import, HolidayCaution::WorkingHours), 6);
    import.set(place, HolidayKind::Working(None));
    assert!(import.is_changed(place) && import.is_taken(place));
    import.take(place, false);
    assert!(!import.is_taken(place));
    import.take(place, true);
    assert!(!import.is_changed(place));
    let counts = import.counts();
    assert_eq!((counts.len(), counts[0].off, counts[0].working), (1, 33, 6));
}

#[test]
fn festivals_are_not_trusted() {
    let import = file("apple.ics");
    assert_eq!(import.taken().count(), 0);
    assert_eq!(import.days()[0].name.zh, "春 节");
    assert_eq!(import.days()[0].why, HolidayWhy::Festival);
    assert_eq!(import.days().len(), 4);
    assert_eq!(counted(&import, HolidayCaution::Festivals), 4);
}

#[test]
fn other_data_sets() {
    let nager = file("nager.json");
    assert_eq!(nager.format(), HolidayFormat::Nager);
    assert_eq!(kinds(&nager), ["2026-01-01-", "2026-03-08x", "2026-11-30x"]);
    assert_eq!(
        nager.days()[0].name,
        Bilingual::new("元旦", "New Year's Day")
    );
    assert_eq!(counted(&nager, HolidayCaution::Regional), 1);
    assert_eq!(
        kinds(&file("hong_kong.json")),
        ["2026-01-01-", "2026-02-17-"]
    );
    let feast = file("date_holidays.json");
    assert_eq!(feast.format(), HolidayFormat::DateHolidays);
    assert_eq!(
        kinds(&feast),
        [
            "2026-01-01-",
            "2026-02-14x",
            "2026-05-26-",
            "2026-05-27-",
            "2026-05-28-"
        ]
    );
    let plain = pasted(r#"["2026-05-01", "2026-02-30", "x"]"#);
    assert_eq!(kinds(&plain), ["2026-05-01-"]);
    assert_eq!(plain.bad().len(), 2);
    let named = pasted(
        r#"[{"date":"2026-05-01","name":"May Day"},{"date":"2026-05-09","name":"May Day (make-up)"}]"#,
    );
    assert_eq!(kinds(&named), ["2026-05-01-", "2026-05-09+"]);
    assert_eq!(named.days()[1].place, Place::Entry(2));
    let bytes = std::fs::read("tests/holiday_import/holiday_cn_empty.json").expect("a file");
    let empty = read(bytes, "2027.json", &options());
    assert_eq!(empty, Err(HolidayFault::EmptyYear { year: 2027 }));
}

#[test]
fn divisions_are_asked_for() {
    let bytes = std::fs::read("tests/holiday_import/gov_uk.json").expect("a file");
    let asked = read(bytes.clone(), "", &options());
    let divisions = vec!["england-and-wales".to_owned(), "scotland".to_owned()];
    assert_eq!(asked, Err(HolidayFault::WhichDivision { divisions }));
    let scotland = Options {
        division: Some("scotland".to_owned()),
        ..options()
    };
    let import = read(bytes, "", &scotland).expect("a division");
    assert_eq!(kinds(&import), ["2026-01-01-", "2026-01-02-"]);
}

#[test]
fn tables() {
    let import = file("table.csv");
    assert_eq!(
        kinds(&import),
        [
            "2026-02-14+",
            "2026-02-15-",
            "2026-03-12x",
            "2026-03-13x",
            "2026-12-24/"
        ]
    );
    let morning = DayHours::typed(["09:00-12:00".parse().expect("hours")]).expect("hours");
    assert_eq!(import.days()[4].kind, HolidayKind::Half(Some(morning)));
    let reasons: Vec<_> = import
        .bad()
        .iter()
        .map(|bad| (bad.place, &bad.reason))
        .collect();
    assert_eq!(
        reasons,
        [
            (Place::Line(6), &BadReason::UnknownKind),
            (Place::Line(7), &BadReason::NotADate)
        ]
    );
    let markdown = pasted(
        "| Date | Holiday |\n|---|---|\n| 25/12/2026 | Christmas |\n| 1/5/2026 | May Day |\n",
    );
    assert_eq!(kinds(&markdown), ["2026-05-01-", "2026-12-25-"]);
    let bare = pasted("2026-01-01\t元旦\t休\n2026-01-04\t元旦\t班\n");
    assert_eq!(bare.format(), HolidayFormat::Table);
    assert_eq!(kinds(&bare), ["2026-01-01-", "2026-01-04+"]);
}

#[test]
fn pasted_dates() {
    for (text, expected) in [
        (
            "2026-02-15 至 2026-02-17 春节",
            "2026-02-15-春节 2026-02-16-春节 2026-02-17-春节",
        ),
        (
            "2026年\n10.1-10.2 国庆节\n10月10日（周六）上班",
            "2026-10-01-国庆节 2026-10-02-国庆节 2026-10-10+",
        ),
        (
            "2026:\nDec 25-26 Christmas",
            "2026-12-25-Christmas 2026-12-26-Christmas",
        ),
        (
            "24-25 Dec 2026 Christmas",
            "2026-12-24-Christmas 2026-12-25-Christmas",
        ),
        (
            "Dec 31, 2026 - Jan 1, 2027 New Year",
            "2026-12-31-New Year 2027-01-01-New Year",
        ),
        ("2026年二月十四日 上班", "2026-02-14+"),
        (
            "2026-01-01 元旦, 2026-05-01 劳动节",
            "2026-01-01-元旦 2026-05-01-劳动节",
        ),
        ("20260101、20260102", "2026-01-01- 2026-01-02-"),
        ("补班：2026-02-14、2026-02-28", "2026-02-14+ 2026-02-28+"),
        (
            "2026.2.14 班\n2026/2/15 春节 休",
            "2026-02-14+ 2026-02-15-春节",
        ),
        ("25.12.2026 Weihnachten", "2026-12-25-Weihnachten"),
        (
            "Office closed on Friday, May 1, 2026",
            "2026-05-01-Office closed",
        ),
    ] {
        let import = pasted(text);
        let found: Vec<String> = kinds(&import)
            .iter()
            .zip(import.days())
            .map(|(kind, day)| format!("{kind}{}", day.name.zh))
            .collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }
}

#[test]
fn a_block_before_make_up_days_stays_off() {
    for (text, working) in [
        (
            "国庆节：10月1日-7日，9月20日（周日）、10月10日（周六）补班",
            vec!["2026-09-20", "2026-10-10"],
        ),
        ("1月1日，1月4日上班", vec!["2026-01-04"]),
        ("2月14日，2月28日上班", vec!["2026-02-14", "2026-02-28"]),
        ("3月2日、3月3日上班", vec!["2026-03-02", "2026-03-03"]),
        (
            "2026年放假安排，1月4日上班\n\n劳动节 5.1-5.5",
            vec!["2026-01-04"],
        ),
    ] {
        let import = paste(text, &of_year(2026)).expect("dates");
        let found: Vec<String> = import
            .days()
            .iter()
            .filter(|day| day.kind != HolidayKind::Off)
            .map(|day| day.date.to_string())
            .collect();
        assert_eq!(found, working, "{text}");
    }
    let eve = pasted("2026-12-24 half day 09:00-12:00");
    let morning = DayHours::typed(["09:00-12:00".parse().expect("hours")]).expect("hours");
    assert_eq!(eve.days()[0].kind, HolidayKind::Half(Some(morning)));
    assert_eq!(eve.days()[0].name.en, "half day");
}

#[test]
fn what_is_not_said_is_asked() {
    assert_eq!(
        paste("10.1-10.7 国庆节", &options()),
        Err(HolidayFault::YearNeeded)
    );
    let import = paste("10.1-10.7 国庆节", &of_year(2026)).expect("a year is given");
    assert_eq!(import.days().len(), 7);
    assert_eq!(counted(&import, HolidayCaution::MonthFirst), 2);
    assert_eq!(counted(&import, HolidayCaution::NoMakeUpDays), 7);
    assert_eq!(
        paste("1/5/2026 May Day", &options()),
        Err(HolidayFault::OrderNeeded)
    );
    let day_first = Options {
        order: Some(DateOrder::DayFirst),
        ..options()
    };
    let import = paste("1/5/2026 May Day", &day_first).expect("an order is given");
    assert_eq!(kinds(&import), ["2026-05-01-"]);
    // Another date tells.
    assert_eq!(
        kinds(&pasted("1/5/2026\n25/12/2026")),
        ["2026-05-01-", "2026-12-25-"]
    );
    let wrong = paste("2月14日（周六）上班", &of_year(2025)).expect("a year is given");
    assert_eq!(counted(&wrong, HolidayCaution::Weekday), 1);
    let never = paste("2026-02-30", &options());
    assert!(
        matches!(never, Err(HolidayFault::NoDays { first: Some(bad) }) if bad.reason == BadReason::NoSuchDate)
    );
}

fn calendar(events: &str) -> HolidayImport {
    pasted(&format!("BEGIN:VCALENDAR\n{events}\nEND:VCALENDAR\n"))
}

#[test]
fn events_of_calendar_files() {
    for (lines, expected) in [
        ("DTSTART;VALUE=DATE:20261225\nSUMMARY:a\\, b", "2026-12-25-"),
        (
            "DTSTART;VALUE=DATE:20261225\nDURATION:P2D\nSUMMARY:a",
            "2026-12-25- 2026-12-26-",
        ),
        (
            "DTSTART:20251231T160000Z\nDTEND:20260101T160000Z\nSUMMARY:元旦",
            "2026-01-01-",
        ),
        (
            "DTSTART;TZID=Europe/London:20260213T230000\nDURATION:PT9H\nSUMMARY:上班",
            "2026-02-14+",
        ),
        (
            "DTSTART;TZID=\"/x.org/Asia/Tokyo\":20260214T100000\nDURATION:PT9H\nSUMMARY:补班",
            "2026-02-14+",
        ),
        (
            "DTSTART:20260214T100000\nDURATION:PT1H\nSUMMARY:dentist",
            "2026-02-14x",
        ),
        (
            "DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY;COUNT=2\nSUMMARY:a",
            "2024-02-29- 2028-02-29-",
        ),
        (
            "DTSTART;VALUE=DATE:20251127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20261231\nSUMMARY:a",
            "2025-11-27- 2026-11-26-",
        ),
        (
            "DTSTART;VALUE=DATE:20250526\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2\nSUMMARY:a",
            "2025-05-26- 2026-05-25-",
        ),
        (
            "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;INTERVAL=2;COUNT=3\nEXDATE;VALUE=DATE:20280101\nSUMMARY:a",
            "2026-01-01- 2030-01-01-",
        ),
        (
            "DTSTART;VALUE=DATE:20260214\nSUMMARY:Working day",
            "2026-02-14+",
        ),
        (
            "DTSTART;VALUE=DATE:20260214\nSUMMARY:春节（班）",
            "2026-02-14+",
        ),
        (
            "DTSTART;VALUE=DATE:20260214\nSUMMARY:Non-working day",
            "2026-02-14-",
        ),
    ] {
        let import = calendar(&format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT"));
        assert_eq!(kinds(&import).join(" "), expected, "{lines}");
        assert_eq!(import.bad(), [], "{lines}");
    }
    let import = calendar(
        "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY\nSUMMARY:a\nEND:VEVENT",
    );
    assert_eq!(import.days().len(), 75);
    assert_eq!(counted(&import, HolidayCaution::Endless), 1);
    let import = calendar(
        "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nSUMMARY:a\nSTATUS:CANCELLED\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260102\nRRULE:FREQ=DAILY\nSUMMARY:b\nEND:VEVENT",
    );
    assert_eq!(kinds(&import), ["2026-01-02-"]);
    assert_eq!(counted(&import, HolidayCaution::Cancelled), 1);
    assert_eq!(import.bad()[0].reason, BadReason::Repeats);
    assert_eq!(import.bad()[0].place, Place::Event { number: 2, line: 7 });
}

#[test]
fn folds_may_split_a_character() {
    let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260217\r\nSUMMARY:春节\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let mut bytes = text.as_bytes().to_vec();
    let place = text.find('节').expect("it is there") + 1;
    bytes.splice(place..place, *b"\r\n ");
    let import = read(bytes, "", &options()).expect("a calendar");
    assert_eq!(import.days()[0].name.zh, "春节");
}

#[test]
fn conflicts_are_told_and_settled() {
    let mut import = pasted("2026-02-14 春节 休\n2026-02-14 春节 班");
    assert_eq!(import.conflicts().len(), 1);
    assert_eq!(import.conflicts()[0].places, [0, 1]);
    assert_eq!(counted(&import, HolidayCaution::Conflict), 1);
    let applied = import.apply(week(), ADD);
    assert_eq!(applied.dated[&date("2026-02-14")].kind, DatedKind::MakeUp);
    import.take(0, false);
    assert_eq!(import.conflicts(), []);
    assert!(
        import
            .apply(week(), ADD)
            .holidays
            .contains_key(&date("2026-02-14"))
    );
}

const ADD: Applying = Applying {
    replaces: false,
    official: false,
};

fn week() -> Calendar {
    let days = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ];
    let hours = WeeklyHours::on(days, "09:00-18:00".parse().expect("hours"));
    Calendar::weekly("Asia/Shanghai".parse().expect("a zone"), hours)
}

#[test]
fn applied_days_are_those_that_come_with_the_program() {
    let built_in = Policy::spt_001()
        .and_then(|policy| policy.calendar())
        .expect("whole");
    let applying = Applying {
        replaces: true,
        official: true,
    };
    let again = file("notice.txt").apply(built_in.clone(), applying);
    assert_eq!(again.holidays, built_in.holidays);
    assert_eq!(again.dated, built_in.dated);
    let official = again.official.expect("official dates");
    assert_eq!(
        (official.from, official.through),
        (date("2018-01-01"), date("2026-12-31"))
    );
    let next = pasted("2027-01-01 元旦\n2027-01-02 元旦").apply(built_in, applying);
    assert_eq!(
        next.official.map(|dates| dates.through),
        Some(date("2027-12-31"))
    );
    assert!(next.estimated.keys().all(|date| date.year() > 2027));
    let half = pasted("2026-12-24 half day").apply(week(), ADD);
    let eve = &half.dated[&date("2026-12-24")];
    assert_eq!(
        (eve.kind, eve.hours.windows()[0].to_string()),
        (DatedKind::Special, "09:00-12:00".to_owned())
    );
}

#[test]
fn another_library_reads_what_is_written() {
    use icalendar::Component;
    let calendar = Policy::spt_001()
        .and_then(|policy| policy.calendar())
        .expect("whole");
    let stamp: Instant = "2026-11-24T00:00:00Z".parse().expect("an instant");
    let written: icalendar::Calendar = write_ics(&calendar, stamp).parse().expect("a calendar");
    let days = calendar.holidays.len() + calendar.dated.len();
    assert_eq!(written.components.len(), days);
    let saturday = written.components.iter().filter_map(|part| part.as_event());
    let mut saturday = saturday.filter(|event| event.property_value("DTSTART") == Some("20260214"));
    let event = saturday.next().expect("the day is written");
    assert_eq!(event.get_summary(), Some("春节"));
    assert_eq!(event.property_value("DTEND"), Some("20260215"));
    assert_eq!(
        event.property_value("X-APPLE-SPECIAL-DAY"),
        Some("ALTERNATE-WORKDAY")
    );
}

#[test]
fn hostile_files_are_refused_soon() {
    let many = |line: &str, times: usize| line.repeat(times);
    let event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:19700101\nRRULE:FREQ=YEARLY;COUNT=4294967295\nDURATION:P300D\nSUMMARY:a\nEND:VEVENT\n";
    let year = of_year(2026);
    // None of these is read to its end.
    for (text, expected) in [
        (
            format!("BEGIN:VCALENDAR\n{}", many(event, 5_000)),
            HolidayFault::TooManyDays,
        ),
        (
            many("[", 1_000_000),
            HolidayFault::BrokenJson {
                line: 1,
                column: 128,
            },
        ),
        (
            format!("[{}\"\"]", many("\"2026-01-01\",", 300_000)),
            HolidayFault::TooMuch,
        ),
        (many("2026-01-01 ", 300_000), HolidayFault::TooMuch),
        (many("1.1 ", 900_000), HolidayFault::TooMuch),
        (many("2026-01-01 春节\n", 180_000), HolidayFault::TooMuch),
        (many("2026-01-01,a\n", 300_000), HolidayFault::TooMuch),
        (many("(", 4_000_000), HolidayFault::TooMuch),
        (many("(周", 900_000), HolidayFault::TooMuch),
        (many("BEGIN:", 600_000), HolidayFault::TooMuch),
        (many("1-", 2_000_000), HolidayFault::TooMuch),
        (many("\n", 4_000_000), HolidayFault::Empty),
        ("2026-01-01\0".to_owned(), HolidayFault::NotText),
    ] {
        assert_eq!(
            paste(&text, &year),
            Err(expected),
            "{}",
            &text[..20.min(text.len())]
        );
    }
    let unended = format!("BEGIN:VCALENDAR\n{}", many("BEGIN:VEVENT\n", 200_000));
    assert!(matches!(
        paste(&unended, &year),
        Err(HolidayFault::NoDays { first: Some(_) })
    ));
    let folded = format!(
        "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nSUMMARY:a{}\nEND:VEVENT",
        many("\n b", 1_000_000)
    );
    let folded = calendar(&folded);
    assert_eq!(counted(&folded, HolidayCaution::LineCut), 1);
    assert!(folded.work() < 100, "{}", folded.work());
    let repeats = calendar(&event.replace("P300D", "P1D"));
    assert_eq!(repeats.days().len(), 131);
    assert!(repeats.work() < 500, "{}", repeats.work());
    let large = vec![b'1'; LARGEST + 1];
    assert_eq!(
        read(large, "", &options()),
        Err(HolidayFault::TooLarge { bytes: LARGEST + 1 })
    );
    let picture = b"\x89PNG\r\n\x1a\n\0\0".to_vec();
    assert!(read(picture, "", &options()).is_err());
    assert_eq!(
        read(b"PK\x03\x04".to_vec(), "", &options()),
        Err(HolidayFault::NotText)
    );
    assert_eq!(paste(" \n", &options()), Err(HolidayFault::Empty));
    let deep = many("[", 200) + &many("]", 200);
    assert!(matches!(
        paste(&deep, &options()),
        Err(HolidayFault::BrokenJson { .. })
    ));
    let long = calendar(
        "BEGIN:VEVENT\nDTSTART:20260101\nDTEND:20990101\nSUMMARY:a\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20260101\nSUMMARY:b\nEND:VEVENT",
    );
    assert!(matches!(long.bad()[0].reason, BadReason::TooLong { .. }));
}

#[test]
fn everything_is_told_in_both_languages() {
    for name in [
        "table.csv",
        "nager.json",
        "lanceliao.ics",
        "apple.ics",
        "notice.txt",
    ] {
        let import = file(name);
        for lang in Lang::ALL {
            assert!(!text::format(lang, import.format()).is_empty());
            for day in import.days() {
                assert!(!text::why(lang, day.why).is_empty());
                assert!(!text::place(lang, day.place).is_empty());
            }
            for bad in import.bad() {
                let told = text::bad(lang, bad);
                assert!(told.contains(&bad.value) && !told.contains("{}"), "{told}");
            }
        }
    }
}

fn names() -> impl Strategy<Value = Bilingual> {
    (
        "[a-zA-Z春节班上(),;\\\\\"]{1,20}",
        "[a-z][a-zA-Z ,;]{0,80}[a-z]",
    )
        .prop_map(|(zh, en)| Bilingual::new(zh, en))
}

fn day_hours() -> impl Strategy<Value = DayHours> {
    prop::collection::vec((0_u32..86_400, 1_u32..=86_400), 1..4).prop_map(|pairs| {
        let windows = pairs.into_iter().map(|(open, length)| {
            let close = (open + length).min(86_400);
            TypedHours::new(open, close).expect("hours").split().0
        });
        DayHours::new(windows)
    })
}

fn calendars() -> impl Strategy<Value = Calendar> {
    let day = (0_i64..20_000, names(), 0..3, day_hours());
    prop::collection::vec(day, 1..12).prop_map(|days| {
        let mut calendar = week();
        for (place, name, kind, hours) in days {
            let date = date("1990-01-01") + chrono::TimeDelta::days(place);
            calendar.holidays.remove(&date);
            calendar.dated.remove(&date);
            let kind = match kind {
                0 => {
                    calendar.holidays.insert(date, name);
                    continue;
                }
                1 => DatedKind::MakeUp,
                _ => DatedKind::Special,
            };
            calendar
                .dated
                .insert(date, DatedHours { kind, hours, name });
        }
        calendar
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read(calendar in calendars()) {
        let stamp: Instant = "2026-11-24T00:00:00Z".parse().expect("an instant");
        for written in [write_ics(&calendar, stamp), write_json(&calendar)] {
            let read = paste(&written, &options()).expect("what was written");
            prop_assert_eq!(read.bad(), []);
            let again = read.apply(week(), ADD);
            prop_assert_eq!(&again.holidays, &calendar.holidays, "{}", written);
            prop_assert_eq!(&again.dated, &calendar.dated, "{}", written);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}", year in 1970..2100) {
        let _ = paste(&text, &of_year(year));
    }

    #[test]
    fn any_line_of_dates_is_read_or_refused(text in "[0-9年月日至(). 上班放假，周六/,:\n-]{0,80}") {
        if let Ok(import) = paste(&text, &of_year(2026)) {
            prop_assert!(import.days().is_sorted_by_key(|day| day.date));
        }
    }
}
