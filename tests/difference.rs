//! Why another system shows another due time.

use std::sync::Arc;

use sla_planner::engine::{
    ClockReading, Event, EventKind, Explanation, Habit, HelpDesk, History, Instant, OpenPoint,
    Policy, Rank, Readings, Schedule, Terms,
};

fn at(beijing: &str) -> Instant {
    let seconds = if beijing.len() == 16 { ":00" } else { "" };
    let text = format!("{}{seconds}+08:00", beijing.replace(' ', "T"));
    text.parse().expect("a time in a test")
}

/// The ways to come by `shown`, on working time unless `as_written`.
fn ways(as_written: bool, events: &[Event], target: usize, shown: &str) -> Vec<Explanation> {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let readings = Readings {
        clock: if as_written {
            ClockReading::AllHours
        } else {
            ClockReading::WorkingTime
        },
        ..Readings::default()
    };
    let terms = Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("it holds");
    let history = History::read(events).expect("a history in a test");
    Explanation::of(&terms, &history, at("2026-12-01 00:00"), target, at(shown))
        .expect("it is assessed")
}

fn submitted(rank: u8, beijing: &str) -> Event {
    let priority = Rank(rank);
    Event::new(at(beijing), EventKind::Submitted { priority })
}

#[test]
fn nothing_differs() {
    let found = ways(
        false,
        &[submitted(2, "2026-02-14 17:50")],
        0,
        "2026-02-24 10:50",
    );
    assert_eq!(found[0].departures(), 0);
    assert!(found.is_sorted_by_key(|way| way.departures()));
}

#[test]
fn one_point_is_named() {
    let p2 = [submitted(2, "2026-02-14 17:50")];
    let found = ways(false, &p2, 0, "2026-02-24 11:00");
    assert_eq!(
        (found[0].points.as_slice(), found[0].habits.as_slice()),
        (&[OpenPoint::R5][..], &[][..])
    );
    let found = ways(true, &p2, 0, "2026-02-24 10:50");
    assert_eq!(found[0].points, [OpenPoint::R1]);
}

#[test]
fn habits_are_named() {
    // No holidays: Monday 16 February, 09:50, without the make-up Saturday.
    let found = ways(
        false,
        &[submitted(2, "2026-02-14 17:50")],
        0,
        "2026-02-16 11:00",
    );
    assert_eq!(found[0].habits, [Habit::NoHolidays]);
    assert_eq!(found[0].points, []);
    assert_eq!(found[0].departures(), 1);
    // Hours in UTC: 09:00 there is 17:00 in Beijing.
    let found = ways(
        false,
        &[submitted(2, "2026-11-23 10:00")],
        0,
        "2026-11-23 19:00",
    );
    assert_eq!(found[0].habits, [Habit::HoursInUtc]);
}

#[test]
fn help_desks_are_named() {
    // A P2 confirmed at submission, 10:00 + 8 h: next opening, from creation.
    let events = [submitted(2, "2026-11-23 10:00")];
    let desks = |shown: &str| {
        let mut desks: Vec<HelpDesk> = Vec::new();
        for way in ways(false, &events, 1, shown) {
            desks.extend(way.help_desks);
        }
        desks.dedup();
        desks
    };
    let next_opening = desks("2026-11-24 09:00");
    assert!(next_opening.contains(&HelpDesk::Zammad) && next_opening.contains(&HelpDesk::Glpi));
    assert!(!next_opening.contains(&HelpDesk::Frappe));
    let closing = desks("2026-11-23 18:00");
    assert!(closing.contains(&HelpDesk::Frappe) && closing.contains(&HelpDesk::Chatwoot));
    // Zammad too, where it counts around the clock: nothing closes then.
    assert!(closing.contains(&HelpDesk::Zammad));
    assert_eq!(desks("2026-11-23 12:34"), []);
}

#[test]
fn a_time_without_seconds_agrees_within_its_minute() {
    let events = [Event::new(
        at("2026-11-23 10:00:30"),
        EventKind::Submitted { priority: Rank(0) },
    )];
    assert_eq!(
        ways(true, &events, 0, "2026-11-23 10:15")[0].departures(),
        0
    );
    assert_eq!(
        ways(true, &events, 0, "2026-11-23 10:15:30")[0].departures(),
        0
    );
    assert_eq!(ways(true, &events, 0, "2026-11-23 10:15:29"), []);
    assert_eq!(ways(true, &events, 0, "2026-11-23 10:16"), []);
}
