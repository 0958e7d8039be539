//! Tickets under every way to read the contract.

use std::sync::Arc;

use sla_planner::engine::{
    Assessment, ClockReading, Event, EventKind, History, Instant, MaintenanceRule, OpenPoint,
    Outcome, Policy, Rank, Readings, Schedule, Span, Terms,
};

fn at(beijing: &str) -> Instant {
    let text = format!("{}:00+08:00", beijing.replace(' ', "T"));
    text.parse().expect("a time in a test")
}

fn outcomes(events: &[Event], now: &str) -> Vec<Outcome> {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let terms = Terms::new(Arc::new(policy), Arc::new(schedule), Readings::default())
        .expect("the policy holds");
    let history = History::read(events).expect("a history in a test");
    Outcome::all(&terms, &history, at(now)).expect("an assessment in a test")
}

fn submitted(rank: u8, beijing: &str) -> Event {
    let priority = Rank(rank);
    Event::new(at(beijing), EventKind::Submitted { priority })
}

/// `[points]` to `[response, resolution]` of each outcome.
fn told(outcomes: &[Outcome]) -> Vec<(Vec<OpenPoint>, Vec<Instant>)> {
    outcomes
        .iter()
        .map(|outcome| (outcome.decided_by.clone(), outcome.dues.clone()))
        .collect()
}

#[test]
fn every_combination_is_in_one_outcome() {
    let outcomes = outcomes(&[submitted(2, "2026-02-14 17:50")], "2026-02-14 18:00");
    let counted: usize = outcomes.iter().map(|outcome| outcome.readings.len()).sum();
    assert_eq!(counted, 3 * 3 * 4 * 2 * 2);
    for (place, outcome) in outcomes.iter().enumerate() {
        let same = |other: &Outcome| other.dues == outcome.dues;
        assert_eq!(outcomes.iter().position(same), Some(place));
    }
}

#[test]
fn the_golden_case_names_what_decides() {
    let told = told(&outcomes(
        &[submitted(2, "2026-02-14 17:50")],
        "2026-02-14 18:00",
    ));
    assert_eq!(
        told[0],
        (vec![], vec![at("2026-02-14 19:50"), at("2026-02-15 03:50")])
    );
    let business = vec![at("2026-02-24 10:50"), at("2026-02-25 09:50")];
    assert!(told.contains(&(vec![OpenPoint::R1], business)));
    let without = vec![at("2026-02-24 11:00"), at("2026-02-25 10:00")];
    assert!(told.contains(&(vec![OpenPoint::R1, OpenPoint::R5], without)));
    let from_submission = vec![at("2026-02-14 19:50"), at("2026-02-15 01:50")];
    assert!(told.contains(&(vec![OpenPoint::R2], from_submission)));
}

#[test]
fn a_maintenance_night_is_decided_by_r4() {
    let told = told(&outcomes(
        &[submitted(0, "2026-12-13 02:10")],
        "2026-12-13 02:11",
    ));
    let suspended = vec![at("2026-12-13 06:15"), at("2026-12-13 08:15")];
    assert!(told.contains(&(vec![OpenPoint::R4], suspended)), "{told:?}");
}

#[test]
fn each_reading_gives_what_it_gives_alone() {
    let mut policy = Policy::spt_001().expect("the policy is whole");
    let window = Span::new(at("2026-11-23 10:00"), at("2026-11-23 12:00"));
    policy.maintenance.push(MaintenanceRule::Dated(window));
    let policy = Arc::new(policy);
    let terms = |readings| {
        let calendar = policy.calendar().expect("the calendar is whole");
        let schedule = Arc::new(Schedule::new(calendar));
        Terms::new(Arc::clone(&policy), schedule, readings).expect("it holds")
    };
    let history = History::submitted(at("2026-11-23 09:30"), Rank(1));
    let now = at("2026-11-23 09:30");
    let outcomes = Outcome::all(&terms(Readings::default()), &history, now).expect("assessed");
    for outcome in &outcomes {
        for &readings in &outcome.readings {
            let alone = Assessment::of(&terms(readings), &history, now).expect("assessed");
            let dues: Vec<Instant> = alone.clocks.iter().map(|clock| clock.due).collect();
            assert_eq!(outcome.dues, dues, "{readings:?}");
        }
    }
}

#[test]
fn closing_time_is_decided_by_r10() {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let readings = Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    };
    let terms = Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("it holds");
    // 16:00 + 2 h is closing time.
    let history = History::submitted(at("2026-11-23 16:00"), Rank(2));
    let outcomes = Outcome::all(&terms, &history, at("2026-11-23 16:00")).expect("it is assessed");
    let of = |point| {
        outcomes
            .iter()
            .find(|outcome| outcome.decided_by == [point])
            .map(|outcome| outcome.dues[0])
    };
    assert_eq!(outcomes[0].dues[0], at("2026-11-23 18:00"));
    assert_eq!(of(OpenPoint::R10), Some(at("2026-11-24 09:00")));
    assert_eq!(of(OpenPoint::R5), None, "no make-up day is near");
}

#[test]
fn what_makes_no_difference_is_one_outcome() {
    // A whole working day ahead, from a confirmation that was recorded.
    let events = [
        submitted(0, "2026-11-24 09:00"),
        Event::new(at("2026-11-24 09:05"), EventKind::Confirmed),
        Event::new(at("2026-11-24 09:05"), EventKind::FirstReply),
    ];
    let outcomes = outcomes(&events, "2026-11-24 09:10");
    let dues: Vec<Instant> = outcomes.iter().map(|outcome| outcome.dues[1]).collect();
    assert_eq!(dues, [at("2026-11-24 11:05"), at("2026-11-24 11:00")]);
    assert_eq!(outcomes[1].decided_by, [OpenPoint::R2]);
    assert!(
        outcomes[0]
            .readings
            .iter()
            .any(|readings| readings.clock == ClockReading::WorkingTime)
    );
}
