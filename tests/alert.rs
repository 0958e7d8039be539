//! What is told of crossed thresholds, over a clock that the tests move.

use proptest::prelude::*;
use sla_planner::board::alert::{Chime, Digest, Herald, Notice, Notices, QuietHours, Rules, Told};
use sla_planner::board::{Crossed, Crossing};
use sla_planner::engine::{BasisPoints, Instant, Policy, Zone};

/// The place of the whole among the thresholds of SPT-001.
const BREACH: usize = 3;

fn at(text: &str) -> Instant {
    text.parse().expect("an instant in a test")
}

fn zone(name: &str) -> Zone {
    name.parse().expect("a zone in a test")
}

/// So many seconds after a start.
fn second(seconds: i64) -> Instant {
    at("2026-02-24T10:00:00+08:00")
        .plus(seconds)
        .expect("in range")
}

fn crossed(key: u32, threshold: usize, seconds: i64) -> Crossed {
    Crossed {
        index: key,
        key,
        crossing: Crossing {
            at: second(seconds),
            target: 0,
            threshold,
        },
    }
}

/// What a herald tells who hears of each crossing at its second: when, and of how many tickets.
#[track_caller]
fn told(crossings: &[Crossed], until: i64) -> Vec<(i64, usize)> {
    let mut herald = Herald::default();
    let mut told = Vec::new();
    for now in 0..until {
        let heard: Vec<Crossed> = crossings
            .iter()
            .filter(|one| one.crossing.at == second(now))
            .copied()
            .collect();
        herald.hear(&heard);
        if let Some(digest) = herald.speak(second(now), BREACH) {
            told.push((now, digest.tickets));
        }
    }
    told
}

#[test]
fn the_line_waits_thirty_seconds() {
    let each_second: Vec<Crossed> = (0..60)
        .map(|now| crossed(u32::try_from(now).expect("small"), 0, now))
        .collect();
    assert_eq!(told(&each_second, 120), [(0, 1), (30, 30), (60, 29)]);
}

#[test]
fn a_breach_is_told_at_its_second() {
    let crossings = [
        crossed(1, 0, 0),
        crossed(2, 1, 3),
        crossed(3, BREACH, 12),
        crossed(4, BREACH, 13),
        crossed(5, 0, 14),
    ];
    assert_eq!(
        told(&crossings, 60),
        [(0, 1), (12, 2), (22, 2)],
        "one breach does not drown the other"
    );
}

#[test]
fn silence_where_nothing_is_crossed() {
    assert_eq!(told(&[], 100), []);
    assert_eq!(Herald::default().due(BREACH), None);
}

#[test]
fn a_clock_counts_once_at_its_highest() {
    let digest = Digest::of(&[
        crossed(1, 0, 0),
        crossed(1, 2, 50),
        crossed(2, 2, 40),
        crossed(3, 1, 0),
    ])
    .expect("there are some");
    assert_eq!(digest.first, crossed(2, 2, 40), "the earliest of the worst");
    assert_eq!(digest.tickets, 3);
    assert_eq!(digest.levels, [(2, 2), (1, 1)]);
}

#[test]
fn both_clocks_of_a_ticket_are_one_ticket() {
    let mut resolution = crossed(1, 1, 0);
    resolution.crossing.target = 1;
    let digest = Digest::of(&[crossed(1, 1, 0), resolution]).expect("there are some");
    assert_eq!((digest.tickets, digest.levels), (1, vec![(1, 2)]));
}

fn ones(notices: &[Notice]) -> Vec<u32> {
    let key = |notice: &Notice| match notice {
        Notice::One(one) => one.key,
        other => panic!("{other:?}"),
    };
    notices.iter().map(key).collect()
}

#[track_caller]
fn several(notices: &[Notice]) -> (usize, bool) {
    match notices {
        [Notice::Several { digest, again }] => (digest.tickets, *again),
        other => panic!("{other:?}"),
    }
}

#[test]
fn three_in_a_minute_come_alone_and_the_fourth_together() {
    let mut notices = Notices::default();
    for now in [0, 10, 20] {
        let key = u32::try_from(now).expect("small");
        assert_eq!(
            ones(&notices.hear(&[crossed(key, 0, now)], second(now), false)),
            [key]
        );
    }
    let fourth = notices.hear(&[crossed(4, 0, 30)], second(30), false);
    assert_eq!(several(&fourth), (1, true));
    let fifth = notices.hear(&[crossed(5, 0, 40)], second(40), false);
    assert_eq!(several(&fifth), (2, false), "no louder for the same level");
    let worse = notices.hear(&[crossed(6, 2, 45)], second(45), false);
    assert_eq!(several(&worse), (3, true), "but for a higher one");
    let later = notices.hear(&[crossed(7, 0, 105)], second(105), false);
    assert_eq!(ones(&later), [7], "a minute after the last");
}

#[test]
fn many_at_once_are_one() {
    let many: Vec<Crossed> = (1..=5_000).map(|key| crossed(key, 3, 0)).collect();
    let mut notices = Notices::default();
    assert_eq!(
        several(&notices.hear(&many, second(0), false)),
        (5_000, true)
    );
}

#[test]
fn what_is_held_back_comes_at_the_end() {
    let mut notices = Notices::default();
    assert_eq!(notices.hear(&[crossed(1, 0, 0)], second(0), true), []);
    assert_eq!(notices.hear(&[crossed(1, 1, 9)], second(9), true), []);
    assert_eq!(notices.hear(&[crossed(2, 0, 9)], second(9), true), []);
    assert_eq!(notices.held(), 2);
    match notices.hear(&[], second(10), false).as_slice() {
        [Notice::Held(digest)] => assert_eq!((digest.tickets, digest.level()), (2, 1)),
        other => panic!("{other:?}"),
    }
    assert_eq!(notices.hear(&[], second(11), false), [], "once");
}

#[test]
fn quiet_hours_run_over_midnight() {
    let hours = QuietHours {
        from: 22 * 60,
        until: 8 * 60,
    };
    let beijing = zone("Asia/Shanghai");
    for (time, ends) in [
        ("2026-02-24T21:59:59+08:00", None),
        (
            "2026-02-24T22:00:00+08:00",
            Some("2026-02-25T08:00:00+08:00"),
        ),
        (
            "2026-02-25T00:00:00+08:00",
            Some("2026-02-25T08:00:00+08:00"),
        ),
        (
            "2026-02-25T07:59:59+08:00",
            Some("2026-02-25T08:00:00+08:00"),
        ),
        ("2026-02-25T08:00:00+08:00", None),
    ] {
        assert_eq!(hours.end(beijing, at(time)), ends.map(at), "{time}");
    }
    // In the zone of whoever set them.
    assert!(!hours.hold(zone("America/New_York"), at("2026-02-24T23:00:00+08:00")));
}

#[test]
fn quiet_hours_within_a_day_and_none() {
    let beijing = zone("Asia/Shanghai");
    let noon = QuietHours {
        from: 12 * 60,
        until: 13 * 60 + 30,
    };
    assert!(noon.hold(beijing, at("2026-02-24T13:29:59+08:00")));
    assert!(!noon.hold(beijing, at("2026-02-24T13:30:00+08:00")));
    let none = QuietHours {
        from: 480,
        until: 480,
    };
    assert!(!none.hold(beijing, at("2026-02-24T08:00:00+08:00")));
}

#[test]
fn quiet_hours_end_when_the_clocks_change() {
    // 02:30 does not exist that night, and in autumn it comes twice.
    let hours = QuietHours {
        from: 22 * 60,
        until: 2 * 60 + 30,
    };
    let berlin = zone("Europe/Berlin");
    assert_eq!(
        hours.end(berlin, at("2026-03-28T23:00:00+01:00")),
        Some(at("2026-03-29T03:00:00+02:00"))
    );
    assert_eq!(
        hours.end(berlin, at("2026-10-24T23:00:00+02:00")),
        Some(at("2026-10-25T02:30:00+02:00"))
    );
    assert_eq!(
        hours.end(berlin, at("2026-10-25T02:10:00+01:00")),
        Some(at("2026-10-25T02:30:00+01:00"))
    );
}

#[test]
fn the_later_of_snooze_and_quiet_hours_ends_the_silence() {
    let beijing = zone("Asia/Shanghai");
    let now = at("2026-02-25T07:50:00+08:00");
    let mut rules = Rules::default();
    assert!(!rules.silent(beijing, now));
    rules.snoozed = Some(at("2026-02-25T08:05:00+08:00"));
    assert_eq!(rules.silent_until(beijing, now), rules.snoozed);
    rules.quiet = true;
    assert_eq!(rules.silent_until(beijing, now), rules.snoozed);
    rules.snoozed = Some(at("2026-02-25T07:55:00+08:00"));
    assert_eq!(
        rules.silent_until(beijing, now),
        Some(at("2026-02-25T08:00:00+08:00"))
    );
    rules.snoozed = Some(now);
    rules.quiet = false;
    assert!(!rules.silent(beijing, now), "over at its second");
}

#[test]
fn nothing_disturbs_unasked() {
    let rules = Rules::default();
    assert!(!rules.notices.on && !rules.sound.on && !rules.quiet);
    let policy = Policy::spt_001().expect("the policy is whole");
    assert_eq!(rules.notices.of(&[crossed(1, 3, 0)], &policy), []);
}

#[test]
fn levels_are_chosen_by_their_share() {
    let policy = Policy::spt_001().expect("the policy is whole");
    let mut told = Told {
        on: true,
        except: Vec::new(),
    };
    told.set(BasisPoints(8_000), false);
    told.set(BasisPoints(8_000), false);
    assert_eq!(told.except.len(), 1);
    let all = [crossed(1, 0, 0), crossed(2, 1, 0), crossed(3, 4, 0)];
    assert_eq!(told.of(&all, &policy), [crossed(2, 1, 0)]);
    told.set(BasisPoints(8_000), true);
    assert_eq!(told.of(&all, &policy).len(), 2);
}

#[test]
fn what_is_kept_is_read_and_what_is_damaged_is_default() {
    let mut rules = Rules {
        volume: 80,
        quiet: true,
        tab: false,
        snoozed: Some(second(0)),
        hours: QuietHours {
            from: 5,
            until: 1_439,
        },
        ..Rules::default()
    };
    rules.notices.on = true;
    rules.sound.except.push(BasisPoints(8_000));
    assert_eq!(Rules::read(&rules.write()), rules);
    for damaged in ["", "null", "[]", "{", r#"{"hours":3,"volume":"loud"}"#] {
        assert_eq!(Rules::read(damaged), Rules::default(), "{damaged}");
    }
    assert_eq!(
        Rules::read(r#"{"from":"24:00","volume":101}"#).hours.from,
        22 * 60
    );
    assert_eq!(Rules::read(r#"{"volume":101}"#).volume, 100);
}

proptest! {
    /// Whatever is heard is told, once, and never twice within the pause unless it is breached.
    #[test]
    fn nothing_is_lost(crossings in prop::collection::vec((0_i64..200, 0_usize..4), 0..60)) {
        let crossings: Vec<Crossed> = crossings
            .iter()
            .enumerate()
            .map(|(key, (now, threshold))| crossed(u32::try_from(key).expect("small"), *threshold, *now))
            .collect();
        let told = told(&crossings, 300);
        prop_assert_eq!(told.iter().map(|(_, tickets)| tickets).sum::<usize>(), crossings.len());
        let breached = |from: i64, until: i64| crossings.iter().any(|one| {
            one.crossing.threshold == BREACH && one.crossing.at > second(from) && one.crossing.at <= second(until)
        });
        for pair in told.windows(2) {
            let (before, after) = (pair[0].0, pair[1].0);
            let pause = if breached(before, after) { 10 } else { 30 };
            prop_assert!(after - before >= pause, "{before} {after}");
        }
    }

    /// No notification is lost either, and at most three come alone within a minute.
    #[test]
    fn notifications_are_few(crossings in prop::collection::vec(0_i64..300, 0..60)) {
        let mut notices = Notices::default();
        let (mut alone, mut keys) = (Vec::new(), std::collections::BTreeSet::new());
        let mut together = 0;
        for now in 0..400 {
            let heard: Vec<Crossed> = crossings
                .iter()
                .enumerate()
                .filter(|(_, at)| **at == now)
                .map(|(key, _)| crossed(u32::try_from(key).expect("small"), 1, now))
                .collect();
            let before = keys.len();
            for notice in notices.hear(&heard, second(now), false) {
                match notice {
                    Notice::One(one) => {
                        alone.push(now);
                        keys.insert(one.key);
                    }
                    Notice::Several { digest, .. } => {
                        together += heard.len();
                        prop_assert!(digest.tickets >= heard.len());
                    }
                    Notice::Held(_) => prop_assert!(false, "nothing was held back"),
                }
            }
            prop_assert!(keys.len() - before <= 3);
        }
        prop_assert_eq!(keys.len() + together, crossings.len());
        for now in &alone {
            let minute = now - 59..=*now;
            prop_assert!(alone.iter().filter(|at| minute.contains(at)).count() <= 3);
        }
    }

    #[test]
    fn a_sound_is_paced(crossings in prop::collection::vec(0_i64..300, 0..60)) {
        let mut chime = Chime::default();
        let mut heard = Vec::new();
        for now in 0..300 {
            let count = crossings.iter().filter(|at| **at == now).count();
            let heard_now: Vec<Crossed> = (0..count).map(|key| crossed(u32::try_from(key).expect("small"), 1, now)).collect();
            if chime.hear(&heard_now, second(now)).is_some() {
                heard.push(now);
            }
        }
        prop_assert!(heard.windows(2).all(|pair| pair[1] - pair[0] >= 30));
        prop_assert_eq!(heard.is_empty(), crossings.is_empty());
    }
}
