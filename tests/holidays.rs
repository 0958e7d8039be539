//! China's holidays against the data they come from, and against the words of the notices.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;
use sla_planner::engine::{Counts, HolidaySet, Policy};

const DATA: &str = include_str!("holidays/cn.json");
const NOTICES: &str = include_str!("holidays/cn_notices.json");

#[derive(Deserialize)]
struct Year {
    holidays: Vec<Day>,
    working_days: Vec<NaiveDate>,
}

#[derive(Deserialize)]
struct Day {
    date: NaiveDate,
    name_zh: String,
    name_en: String,
}

#[derive(Deserialize)]
struct Notice {
    text: Vec<String>,
}

fn china() -> HolidaySet {
    HolidaySet::of("CN").expect("the data is whole")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

#[test]
fn days_are_those_of_the_source() {
    let years: BTreeMap<String, Year> = serde_json::from_str(DATA).expect("the copy is whole");
    let china = china();
    let expected: BTreeMap<NaiveDate, (String, String)> = years
        .values()
        .flat_map(|year| &year.holidays)
        .map(|day| (day.date, (day.name_zh.clone(), day.name_en.clone())))
        .collect();
    let found: BTreeMap<NaiveDate, (String, String)> = china
        .days
        .iter()
        .map(|(date, name)| (*date, (name.zh.clone(), name.en.clone())))
        .collect();
    assert_eq!(found, expected);
    let working: Vec<NaiveDate> = years
        .values()
        .flat_map(|year| year.working_days.clone())
        .collect();
    assert_eq!(
        china.make_up_days.keys().copied().collect::<Vec<_>>(),
        working
    );
}

/// The dates named in `text` as `[year年][month月]day日`, in order.
fn dates_in(text: &str, year: i32) -> Vec<NaiveDate> {
    let mut dates = Vec::new();
    let (mut digits, mut named_year, mut month) = (String::new(), year, None);
    let mut brackets = 0;
    for character in text.chars() {
        match character {
            '(' | '（' => brackets += 1,
            ')' | '）' => brackets -= 1,
            _ if brackets > 0 => {}
            '0'..='9' => digits.push(character),
            '年' if !digits.is_empty() => {
                named_year = digits.split_off(0).parse().expect("a year")
            }
            '月' if !digits.is_empty() => {
                month = Some(digits.split_off(0).parse().expect("a month"))
            }
            '日' if !digits.is_empty() => {
                let day = digits.split_off(0).parse().expect("a day");
                let month = month.expect("a month before the day");
                dates.push(NaiveDate::from_ymd_opt(named_year, month, day).expect("a real date"));
            }
            _ => digits.clear(),
        }
    }
    dates
}

#[test]
fn days_are_those_of_the_notices() {
    let notices: BTreeMap<String, Notice> =
        serde_json::from_str(NOTICES).expect("the copy is whole");
    let mut off = Vec::new();
    let mut work = Vec::new();
    for (year, notice) in &notices {
        let year = year.parse().expect("a year");
        for sentences in &notice.text {
            for sentence in sentences.split('。') {
                let dates = dates_in(sentence, year);
                if sentence.contains("上班") {
                    work.extend(dates);
                } else if sentence.contains("鼓励") {
                    // Encouraged to be granted as leave: not a day off.
                } else if let (Some(first), Some(last)) = (dates.first(), dates.last()) {
                    off.extend(first.iter_days().take_while(|date| date <= last));
                }
            }
        }
    }
    off.sort();
    work.sort();
    let china = china();
    assert_eq!(china.days.keys().copied().collect::<Vec<_>>(), off);
    assert_eq!(china.make_up_days.keys().copied().collect::<Vec<_>>(), work);
}

#[test]
fn working_days_of_2026() {
    let policy = Policy::spt_001().expect("the policy is whole");
    let calendar = policy.calendar().expect("the calendar is whole");
    let working = |make_up_days| {
        let counts = Counts {
            make_up_days,
            estimated: false,
        };
        date("2026-01-01")
            .iter_days()
            .take(365)
            .filter(|date| !calendar.windows(*date, counts).is_empty())
            .count()
    };
    assert_eq!((working(true), working(false)), (248, 242));
    let days: Vec<NaiveDate> = china()
        .make_up_days
        .keys()
        .copied()
        .filter(|date| date.year() == 2026)
        .collect();
    let expected = [
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
    ];
    assert_eq!(days, expected.map(date));
}

#[test]
fn make_up_days_are_weekend_days_and_named() {
    for (date, name) in &china().make_up_days {
        assert!(
            matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
            "{date}"
        );
        assert!(
            !name.zh.is_empty() && !name.en.is_empty(),
            "{date} makes up for nothing"
        );
    }
    assert_eq!(
        china().make_up_days[&date("2026-02-14")].en,
        "Spring Festival"
    );
    assert_eq!(china().make_up_days[&date("2026-09-20")].zh, "国庆节");
}

#[test]
fn estimates_lie_after_the_official_dates() {
    let china = china();
    assert_eq!(china.official.from, date("2018-01-01"));
    assert_eq!(china.official.through, date("2026-12-28"));
    assert!(
        china
            .estimated
            .keys()
            .all(|date| *date > china.official.through)
    );
    assert!(china.days.keys().all(|date| china.official.contains(*date)));
    assert!(china.source.iter().any(|line| line.contains("MIT License")));
}

#[derive(Deserialize)]
struct Foreign {
    date: NaiveDate,
    name_en: String,
}

#[derive(Deserialize)]
struct Changes {
    add: Vec<Foreign>,
    remove: Vec<NaiveDate>,
    #[serde(default)]
    rename: Vec<Foreign>,
}

/// All days of `set`, official and expected, by their English names.
fn all_days(set: &HolidaySet) -> BTreeMap<NaiveDate, String> {
    let days = set.days.iter().chain(&set.estimated);
    days.map(|(date, name)| (*date, name.en.clone())).collect()
}

#[test]
fn other_countries_are_as_their_source_has_them() {
    let regions: BTreeMap<String, BTreeMap<String, Changes>> =
        serde_json::from_str(include_str!("holidays/regions.json")).expect("the copy is whole");
    for (country, source, through) in [
        ("US", include_str!("holidays/us.json"), "2030-12-31"),
        ("HK", include_str!("holidays/hk.json"), "2027-12-31"),
        ("SG", include_str!("holidays/sg.json"), "2027-12-31"),
        ("JP", include_str!("holidays/jp.json"), "2027-12-31"),
        ("DE", include_str!("holidays/de.json"), "2030-12-31"),
        ("GB", include_str!("holidays/gb.json"), "2028-12-31"),
        ("IN", include_str!("holidays/in.json"), "2026-12-31"),
        ("AU", include_str!("holidays/au.json"), "2030-12-31"),
    ] {
        let source: Vec<Foreign> = serde_json::from_str(source).expect("the copy is whole");
        let nationwide: BTreeMap<NaiveDate, String> = source
            .into_iter()
            .map(|day| (day.date, day.name_en))
            .collect();
        let set = HolidaySet::of(country).expect("the data is whole");
        assert_eq!(all_days(&set), nationwide, "{country}");
        assert_eq!(set.official.through, date(through), "{country}");
        let split = |days: &BTreeMap<NaiveDate, _>| days.keys().copied().collect::<Vec<_>>();
        assert!(
            split(&set.days)
                .iter()
                .all(|day| set.official.contains(*day))
        );
        assert!(
            split(&set.estimated)
                .iter()
                .all(|day| !set.official.contains(*day))
        );
        let of_country = regions.get(country);
        let codes: Vec<&str> = HolidaySet::regions(country)
            .map(|region| region.code)
            .collect();
        assert_eq!(
            codes.len(),
            of_country.map_or(0, BTreeMap::len),
            "{country}"
        );
        for (region, changes) in of_country.into_iter().flatten() {
            let mut expected = nationwide.clone();
            expected.retain(|day, _| !changes.remove.contains(day));
            for day in changes.add.iter().chain(&changes.rename) {
                expected.insert(day.date, day.name_en.clone());
            }
            let code = format!("{country}-{}", region.replace(' ', "-"));
            let set = HolidaySet::of(&code).expect("the data is whole");
            assert_eq!(all_days(&set), expected, "{code}");
        }
    }
}

#[test]
fn every_name_is_in_both_languages() {
    let countries: Vec<&str> = HolidaySet::countries().collect();
    assert_eq!(
        countries,
        ["CN", "US", "HK", "SG", "JP", "DE", "GB", "IN", "AU"]
    );
    for country in HolidaySet::countries() {
        let regions =
            HolidaySet::regions(country).map(|region| format!("{country}-{}", region.code));
        for place in std::iter::once(country.to_owned()).chain(regions) {
            let set = HolidaySet::of(&place).expect("the data is whole");
            let days = set.days.values().chain(set.estimated.values());
            let names = days.chain(set.make_up_days.values());
            for name in names.chain(set.region.as_ref().map(|region| &region.name)) {
                let chinese = |text: &str| {
                    text.chars()
                        .any(|at| ('\u{4e00}'..='\u{9fff}').contains(&at))
                };
                assert!(chinese(&name.zh) && !chinese(&name.en), "{place}: {name:?}");
                assert!(!name.en.is_empty(), "{place}: {name:?}");
            }
            assert!(set.source.iter().any(|line| line.contains("MIT License")));
        }
    }
}

#[test]
fn unknown_places_are_errors() {
    use sla_planner::engine::Error;
    for place in ["FR", "US-XX", "us", "", "CN-BJ"] {
        let expected = Error::NoHolidays {
            country: place.to_owned(),
        };
        assert_eq!(HolidaySet::of(place), Err(expected), "{place}");
    }
}

#[test]
fn a_region_has_its_own_deadlines() {
    use sla_planner::engine::{Calendar, Counts, Timetable, WeeklyHours};
    let due = |place: &str, zone: &str| {
        let weekdays = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ];
        let hours = WeeklyHours::on(weekdays, "09:00-17:00".parse().expect("hours"));
        let set = HolidaySet::of(place).expect("the data is whole");
        let calendar = Calendar::weekly(zone.parse().expect("a zone"), hours).with_holidays(set);
        let timetable = Timetable::compile(&calendar, Counts::default());
        let friday = "2026-11-27T16:00:00Z".parse().expect("an instant");
        timetable
            .due(friday, 4 * 3_600)
            .expect("it opens")
            .to_string()
    };
    // Monday 30 November is Saint Andrew's Day in Scotland alone.
    assert_eq!(due("GB", "Europe/London"), "2026-11-30T12:00:00Z");
    assert_eq!(due("GB-SCT", "Europe/London"), "2026-12-01T12:00:00Z");
}
