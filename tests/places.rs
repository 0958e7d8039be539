//! The places of `public/places.txt`: what the list holds, and what is found in it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sla_planner::engine::{Instant, Zone};
use sla_planner::exchange::moment::cities;
use sla_planner::exchange::places::{MOST, Place, Places, PlacesFault};
use sla_planner::text::{Lang, zone as words};

const TEXT: &str = include_str!("../public/places.txt");

/// Called the same in Chinese.
const LATIN: [&str; 1] = ["UTC"];

fn places() -> Places {
    Places::read(TEXT).expect("the list is whole")
}

fn now() -> Instant {
    "2026-02-24T02:41:07Z".parse().expect("an instant")
}

fn zone(name: &str) -> Zone {
    name.parse().expect("a zone")
}

fn is_chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// The lines of zones, in parts.
fn zone_lines() -> impl Iterator<Item = Vec<&'static str>> {
    let other = |line: &&str| {
        let kinds = ["#", "+", "pinyin ", "useful ", "then ", "country "];
        !kinds.iter().any(|kind| line.starts_with(kind))
    };
    TEXT.lines()
        .filter(other)
        .map(|line| line.split(';').collect())
}

#[test]
fn each_zone_has_one_line_and_they_are_sorted() {
    let ids: Vec<&str> = zone_lines().map(|parts| parts[0]).collect();
    assert_eq!(ids.len(), 419, "the zones of zone.tab, and UTC");
    assert!(ids.is_sorted());
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn every_zone_of_the_engine_is_in_it_under_its_name_or_an_old_one() {
    let places = places();
    let lost: Vec<&str> = Zone::names()
        .filter(|name| places.of(zone(name)).is_none())
        .collect();
    // Names that only tell an offset.
    let offset = |name: &&str| name.rsplit('/').next().unwrap_or(name).starts_with("GMT");
    assert!(lost.iter().all(offset), "{lost:?}");
    assert_eq!(lost.len(), 32);
}

#[test]
fn old_names_tell_the_same_time() {
    let places = places();
    for name in Zone::names() {
        let old = zone(name);
        let Some(place) = places.of(old) else {
            continue;
        };
        for month in 1..=12 {
            let at: Instant = format!("2026-{month:02}-15T12:00:00Z")
                .parse()
                .expect("an instant");
            assert_eq!(
                old.offset(at),
                place.zone.offset(at),
                "{name} and {} in {at}",
                place.zone
            );
        }
    }
}

#[test]
fn names_are_in_their_language() {
    let places = places();
    assert!(places.all().len() > 500, "{}", places.all().len());
    for place in places.all() {
        for name in [&place.city, &place.country] {
            assert!(!name.en.trim().is_empty() && name.en.trim() == name.en);
            assert!(!name.en.chars().any(is_chinese), "{}", name.en);
            assert!(
                name.zh.chars().any(is_chinese) != LATIN.contains(&name.zh.as_str()),
                "{}",
                name.zh
            );
            assert!(
                LATIN.contains(&name.zh.as_str())
                    || !name.zh.chars().any(|letter| letter.is_ascii()),
                "{}",
                name.zh
            );
        }
    }
}

#[test]
fn every_character_has_a_syllable() {
    let syllables = TEXT
        .lines()
        .find_map(|line| line.strip_prefix("pinyin "))
        .expect("the syllables");
    let known: Vec<char> = syllables
        .chars()
        .filter(|letter| is_chinese(*letter))
        .collect();
    assert_eq!(
        known.iter().collect::<BTreeSet<_>>().len(),
        known.len(),
        "one each"
    );
    for place in places().all() {
        for letter in place.city.zh.chars().chain(place.country.zh.chars()) {
            assert!(
                !is_chinese(letter) || known.contains(&letter),
                "{letter} in {}",
                place.city.zh
            );
        }
    }
}

#[test]
fn no_city_is_in_it_twice() {
    let places = places();
    let mut seen = BTreeSet::new();
    for place in places.all() {
        let key = (&place.city.en, &place.country.en);
        assert!(seen.insert(key), "{key:?}");
    }
}

#[test]
fn cities_of_the_time_field_are_in_it_by_the_same_names() {
    let places = places();
    for city in cities() {
        let same = |place: &&Place| {
            (place.city.zh.as_str(), place.city.en.as_str()) == (city.zh, city.en)
                && (place.country.zh.as_str(), place.country.en.as_str()) == city.country
                && place.zone == zone(city.zone)
        };
        assert!(places.all().iter().any(|place| same(&place)), "{}", city.en);
    }
}

/// What is typed, and the city and zone found first.
const QUERIES: &[(&str, &str, &str)] = &[
    // Cities, as they are called and while they are typed.
    ("上海", "Shanghai", "Asia/Shanghai"),
    ("上", "Shanghai", "Asia/Shanghai"),
    ("Shanghai", "Shanghai", "Asia/Shanghai"),
    ("shangh", "Shanghai", "Asia/Shanghai"),
    ("北京", "Beijing", "Asia/Shanghai"),
    ("bei", "Beijing", "Asia/Shanghai"),
    ("深圳", "Shenzhen", "Asia/Shanghai"),
    ("shenzhen", "Shenzhen", "Asia/Shanghai"),
    ("杭州", "Hangzhou", "Asia/Shanghai"),
    ("成都", "Chengdu", "Asia/Shanghai"),
    ("乌鲁木齐", "Urumqi", "Asia/Urumqi"),
    ("xian", "Xi’an", "Asia/Shanghai"),
    ("香港", "Hong Kong", "Asia/Hong_Kong"),
    ("台北", "Taipei", "Asia/Taipei"),
    ("新加坡", "Singapore", "Asia/Singapore"),
    ("tokyo", "Tokyo", "Asia/Tokyo"),
    ("大阪", "Osaka", "Asia/Tokyo"),
    ("孟买", "Mumbai", "Asia/Kolkata"),
    ("bangalore", "Bengaluru", "Asia/Kolkata"),
    ("delhi", "New Delhi", "Asia/Kolkata"),
    ("london", "London", "Europe/London"),
    ("lon", "London", "Europe/London"),
    ("munich", "Munich", "Europe/Berlin"),
    ("法兰克福", "Frankfurt", "Europe/Berlin"),
    ("geneva", "Geneva", "Europe/Zurich"),
    ("巴塞罗那", "Barcelona", "Europe/Madrid"),
    ("米兰", "Milan", "Europe/Rome"),
    ("new york", "New York", "America/New_York"),
    ("new y", "New York", "America/New_York"),
    ("york", "New York", "America/New_York"),
    ("纽约", "New York", "America/New_York"),
    ("旧金山", "San Francisco", "America/Los_Angeles"),
    ("san f", "San Francisco", "America/Los_Angeles"),
    ("硅谷", "San Jose", "America/Los_Angeles"),
    ("boston", "Boston", "America/New_York"),
    ("washington", "Washington", "America/New_York"),
    ("melbourne", "Melbourne", "Australia/Melbourne"),
    ("胡志明", "Ho Chi Minh City", "Asia/Ho_Chi_Minh"),
    ("河内", "Hanoi", "Asia/Bangkok"),
    ("圣地亚哥", "Santiago", "America/Santiago"),
    // By pinyin, and first letters in both languages.
    ("sh", "Shanghai", "Asia/Shanghai"),
    ("bj", "Beijing", "Asia/Shanghai"),
    ("niuyue", "New York", "America/New_York"),
    ("ny", "New York", "America/New_York"),
    ("dongjing", "Tokyo", "Asia/Tokyo"),
    ("dj", "Tokyo", "Asia/Tokyo"),
    ("luoshanji", "Los Angeles", "America/Los_Angeles"),
    ("lsj", "Los Angeles", "America/Los_Angeles"),
    ("la", "Los Angeles", "America/Los_Angeles"),
    ("sf", "San Francisco", "America/Los_Angeles"),
    ("hk", "Hong Kong", "Asia/Hong_Kong"),
    ("chongqing", "Chongqing", "Asia/Shanghai"),
    ("xiamen", "Xiamen", "Asia/Shanghai"),
    ("bolin", "Berlin", "Europe/Berlin"),
    ("hcm", "Ho Chi Minh City", "Asia/Ho_Chi_Minh"),
    // Countries: the zone's own city, one that many look for first.
    ("中国", "Shanghai", "Asia/Shanghai"),
    ("china", "Shanghai", "Asia/Shanghai"),
    ("美国", "New York", "America/New_York"),
    ("meiguo", "New York", "America/New_York"),
    ("us", "New York", "America/New_York"),
    ("United States", "New York", "America/New_York"),
    ("uk", "London", "Europe/London"),
    ("英国", "London", "Europe/London"),
    ("germany", "Berlin", "Europe/Berlin"),
    ("印度", "Kolkata", "Asia/Kolkata"),
    ("india", "Kolkata", "Asia/Kolkata"),
    ("new zealand", "Auckland", "Pacific/Auckland"),
    ("西班牙", "Madrid", "Europe/Madrid"),
    ("墨西哥", "Mexico City", "America/Mexico_City"),
    ("portugal", "Lisbon", "Europe/Lisbon"),
    ("越南", "Hanoi", "Asia/Bangkok"),
    ("uae", "Dubai", "Asia/Dubai"),
    ("台湾", "Taipei", "Asia/Taipei"),
    ("turkey", "Istanbul", "Europe/Istanbul"),
    ("cote d'ivoire", "Abidjan", "Africa/Abidjan"),
    // Names of zones, old ones too.
    ("Asia/Shanghai", "Shanghai", "Asia/Shanghai"),
    ("america/los_angeles", "Los Angeles", "America/Los_Angeles"),
    (
        "America/Argentina/Ushuaia",
        "Ushuaia",
        "America/Argentina/Ushuaia",
    ),
    ("Asia/Calcutta", "Kolkata", "Asia/Kolkata"),
    ("calcutta", "Kolkata", "Asia/Kolkata"),
    ("Europe/Kiev", "Kyiv", "Europe/Kyiv"),
    ("PRC", "Shanghai", "Asia/Shanghai"),
    ("US/Pacific", "Los Angeles", "America/Los_Angeles"),
    ("Etc/UTC", "UTC", "UTC"),
    ("Antarctica/Troll", "Troll", "Antarctica/Troll"),
    // Abbreviations.
    ("CST", "Shanghai", "Asia/Shanghai"),
    ("est", "New York", "America/New_York"),
    ("PDT", "Los Angeles", "America/Los_Angeles"),
    ("ist", "Kolkata", "Asia/Kolkata"),
    ("JST", "Tokyo", "Asia/Tokyo"),
    ("bst", "London", "Europe/London"),
    ("cet", "Paris", "Europe/Paris"),
    ("utc", "UTC", "UTC"),
    ("gmt", "London", "Europe/London"),
    // Offsets, as they are in February.
    ("+8", "Shanghai", "Asia/Shanghai"),
    ("UTC+8", "Shanghai", "Asia/Shanghai"),
    ("东八区", "Shanghai", "Asia/Shanghai"),
    ("UTC-5", "New York", "America/New_York"),
    ("gmt -8", "Los Angeles", "America/Los_Angeles"),
    ("gmt+5:30", "Kolkata", "Asia/Kolkata"),
    ("+0545", "Kathmandu", "Asia/Kathmandu"),
    ("+00:00", "London", "Europe/London"),
    ("UTC+14", "Kiritimati", "Pacific/Kiritimati"),
    // However they are written.
    ("ＳＨＡＮＧＨＡＩ", "Shanghai", "Asia/Shanghai"),
    ("ｕｔｃ＋８", "Shanghai", "Asia/Shanghai"),
    ("  Paris ", "Paris", "Europe/Paris"),
    ("sao paulo", "São Paulo", "America/Sao_Paulo"),
    ("SÃO PAULO", "São Paulo", "America/Sao_Paulo"),
    ("bogota", "Bogotá", "America/Bogota"),
    ("zürich", "Zurich", "Europe/Zurich"),
    ("dusseldorf", "Düsseldorf", "Europe/Berlin"),
    ("st johns", "St. John’s", "America/St_Johns"),
    ("port au prince", "Port-au-Prince", "America/Port-au-Prince"),
];

#[test]
fn what_is_typed_finds_what_is_meant() {
    let places = places();
    let wrong: Vec<String> = QUERIES
        .iter()
        .filter_map(|&(query, city, id)| {
            let found = places.search(query, &[], now());
            assert!(found.len() <= MOST, "{query}: {}", found.len());
            let first = found
                .first()
                .map(|place| (place.city.en.as_str(), place.zone.name()));
            (first != Some((city, id))).then(|| format!("{query}: {first:?}, not {city}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_place_is_found_by_its_names() {
    let places = places();
    for place in places.all() {
        for name in [&place.city.zh, &place.city.en] {
            let found = places.search(name, &[], now());
            assert!(found.contains(&place), "{name}");
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_finds_few_places(query in ".{0,12}", letters in "[a-z +:-]{0,6}") {
        let places = places();
        for query in [&query, &letters] {
            prop_assert!(places.search(query, &[zone("UTC")], now()).len() <= MOST);
        }
    }

    #[test]
    fn any_text_is_a_list_or_a_fault(text in "([#+;]|UTC|pinyin |useful |then |country |[a-z]|\\PC|\n){0,60}") {
        if let Ok(places) = Places::read(&text) {
            prop_assert!(!places.all().is_empty());
        }
    }
}

#[test]
fn several_zones_of_one_abbreviation_are_all_found() {
    let places = places();
    let zones = |query: &str| -> Vec<&str> {
        let found = places.search(query, &[], now());
        found.iter().map(|place| place.zone.name()).collect()
    };
    assert_eq!(
        zones("cst")[..3],
        ["Asia/Shanghai", "America/Chicago", "America/Havana"]
    );
    assert_eq!(
        zones("ist")[..3],
        ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]
    );
}

#[test]
fn offsets_are_those_of_the_moment() {
    let places = places();
    let summer = "2026-07-01T00:00:00Z".parse().expect("an instant");
    let first = |query, at| places.search(query, &[], at)[0].zone.name();
    assert_eq!(first("-5", now()), "America/New_York");
    assert_eq!(first("-5", summer), "America/Chicago");
    for place in places.search("+8", &[], now()) {
        assert_eq!(place.zone.offset(now()), 8 * 3_600, "{}", place.zone);
    }
    assert_eq!(places.search("+9:17", &[], now()), Vec::<&Place>::new());
}

#[test]
fn nothing_is_found_for_nonsense() {
    let places = places();
    for query in ["xyzzy", "上海滩", "+99", "qwertyuiopasdfgh"] {
        let found = places.search(query, &[], now());
        let first = found.first().map(|place| &place.city);
        assert_eq!(first, None, "{query}");
    }
}

#[test]
fn an_empty_query_offers_recent_zones_then_useful_ones() {
    let places = places();
    let recent = [zone("Asia/Kathmandu"), zone("Asia/Calcutta")];
    let found = places.search("  ", &recent, now());
    let zones: Vec<&str> = found.iter().map(|place| place.zone.name()).collect();
    assert_eq!(
        zones[..4],
        [
            "Asia/Kathmandu",
            "Asia/Kolkata",
            "Asia/Shanghai",
            "Asia/Hong_Kong"
        ]
    );
    assert!((15..=30).contains(&zones.len()), "{}", zones.len());
    assert_eq!(zones.iter().collect::<BTreeSet<_>>().len(), zones.len());
}

#[test]
fn damaged_lists_are_told_by_line() {
    assert_eq!(Places::read(""), Err(PlacesFault::Empty));
    assert_eq!(Places::read("# nothing\n"), Err(PlacesFault::Empty));
    let unknown = PlacesFault::UnknownZone {
        line: 2,
        name: "Asia/Peking".to_owned(),
    };
    assert_eq!(
        Places::read("UTC;UTC;世界;World\nAsia/Peking;北京;中国;China\n"),
        Err(unknown)
    );
    for (text, line) in [
        ("Asia/Shanghai", 1),
        ("UTC;UTC;世界;World\n+北京\n", 2),
        ("+北京;Beijing\n", 1),
        ("country 美国\n", 1),
    ] {
        assert_eq!(
            Places::read(text),
            Err(PlacesFault::Incomplete { line }),
            "{text}"
        );
    }
    // Wherever the download breaks off, at worst the last line is short.
    for (end, _) in TEXT.char_indices().step_by(97) {
        match Places::read(&TEXT[..end]) {
            Ok(_) | Err(PlacesFault::Empty) => {}
            Err(PlacesFault::Incomplete { line } | PlacesFault::UnknownZone { line, .. }) => {
                assert_eq!(line, TEXT[..end].lines().count());
            }
        }
    }
}

#[test]
fn rows_say_where_and_when() {
    let places = places();
    let summer = "2026-07-01T09:50:00Z".parse().expect("an instant");
    let said = |lang, name: &str, at| {
        let place = places.of(zone(name)).expect("a place");
        format!(
            "{} {}",
            words::place(lang, place),
            words::time_now(lang, place.zone, at)
        )
    };
    assert_eq!(
        said(Lang::Zh, "Asia/Shanghai", summer),
        "上海 · 中国 GMT+8 17:50"
    );
    assert_eq!(
        said(Lang::En, "Asia/Shanghai", summer),
        "Shanghai · China GMT+8 17:50"
    );
    assert_eq!(
        said(Lang::En, "Asia/Singapore", summer),
        "Singapore GMT+8 17:50"
    );
    assert_eq!(
        said(Lang::Zh, "Europe/Berlin", summer),
        "柏林 · 德国 GMT+2 夏令时 11:50"
    );
    assert_eq!(
        said(Lang::En, "America/New_York", now()),
        "New York · United States GMT−5 21:41"
    );
}

#[test]
fn changes_of_the_clocks_are_told() {
    let at = |text: &str| -> Instant { text.parse().expect("an instant") };
    let said = |lang, name: &str, from: &str, until: &str| {
        words::change(lang, zone(name), at(from), at(until), now())
    };
    let (before, spring, after) = (
        "2026-03-07T00:00:00Z",
        "2026-03-08T07:00:00Z",
        "2026-11-02T00:00:00Z",
    );
    assert_eq!(
        said(Lang::Zh, "America/New_York", before, spring).as_deref(),
        Some("期间纽约时间有变：3月8日（周日）02:00 拨快到 03:00，已计入。")
    );
    assert_eq!(
        said(Lang::En, "America/New_York", spring, after).as_deref(),
        Some(
            "New York time changes meanwhile: on Sun 1 Nov, clocks go back from 02:00 to 01:00. This is taken into account."
        )
    );
    assert_eq!(said(Lang::En, "Asia/Shanghai", before, after), None);
    assert_eq!(
        said(Lang::En, "America/New_York", before, "2026-03-08T06:59:59Z"),
        None
    );
}

#[test]
fn faults_are_told_with_the_mend() {
    for fault in [
        PlacesFault::Empty,
        PlacesFault::Incomplete { line: 17 },
        PlacesFault::UnknownZone {
            line: 17,
            name: "Asia/Peking".to_owned(),
        },
    ] {
        let (zh, en) = (
            words::damaged(Lang::Zh, &fault),
            words::damaged(Lang::En, &fault),
        );
        assert!(zh.ends_with("请重新载入页面。"), "{zh}");
        assert!(en.ends_with("reload the page."), "{en}");
        assert_eq!(zh.contains("17"), fault != PlacesFault::Empty);
    }
}
