//! What is measured: the same work natively and in WebAssembly.

use std::hint::black_box;
use std::sync::Arc;

use sla_planner::engine::{
    Assessment, Calendar, ClockReading, Counts, Event, EventKind, History, Instant, Ledger, Policy,
    Rank, Readings, Schedule, Seconds, Terms, Timetable,
};

pub(crate) const HOUR: Seconds = 3_600;
/// How many starts one round has.
pub(crate) const STARTS: usize = 10_000;

/// Instants of 2024 to 2026, always the same ones.
pub(crate) fn starts() -> Vec<Instant> {
    let mut state = 1_u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    (0..STARTS)
        .map(|_| {
            let second = 1_704_038_400 + i64::try_from(next() % 70_000_000).expect("small");
            Instant::from_epoch(second).expect("in range")
        })
        .collect()
}

/// SPT-001 on working time.
pub(crate) fn terms() -> Terms {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let readings = Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    };
    Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("the policy holds")
}

/// Business hours with China's holidays.
pub(crate) fn timetable() -> Timetable {
    Timetable::compile(&calendar(), Counts::default())
}

/// The calendar of SPT-001.
pub(crate) fn calendar() -> Calendar {
    let policy = Policy::spt_001().expect("the policy is whole");
    policy.calendar().expect("the calendar is whole")
}

/// A round of due times; gives their sum, so that none is left out.
pub(crate) fn due(timetable: &Timetable, starts: &[Instant], target: Seconds) -> i64 {
    let dues = starts.iter().map(|&start| {
        let due = timetable.due(black_box(start), black_box(target));
        due.map_or(0, Instant::epoch)
    });
    dues.fold(0, i64::wrapping_add)
}

/// A round of counted seconds between neighbouring starts.
pub(crate) fn counted(timetable: &Timetable, starts: &[Instant]) -> i64 {
    let pairs = starts.iter().zip(starts.iter().skip(1));
    pairs
        .map(|(&from, &until)| timetable.counted(black_box(from), black_box(until)))
        .fold(0, i64::wrapping_add)
}

/// A round of whole tickets: both clocks, eight thresholds.
pub(crate) fn tickets(terms: &Terms, starts: &[Instant]) -> i64 {
    let mut history = History::submitted(Instant::MIN, Rank(2));
    let dues = starts.iter().enumerate().map(|(place, &start)| {
        history.submitted = start;
        history.priority = Rank(u8::try_from(place % 5).unwrap_or_default());
        let assessment = Assessment::of(terms, black_box(&history), start);
        assessment.map_or(0, |assessment| {
            let marks = assessment.clocks.iter().flat_map(|clock| &clock.marks);
            marks.map(|mark| mark.epoch()).fold(0, i64::wrapping_add)
        })
    });
    dues.fold(0, i64::wrapping_add)
}

/// The account of a 48 h target with a pause.
pub(crate) fn ledger(terms: &Terms) -> usize {
    let at = |text: &str| -> Instant { text.parse().expect("an instant") };
    let events = [
        Event::new(
            at("2026-02-10T10:00:00+08:00"),
            EventKind::Submitted { priority: Rank(4) },
        ),
        Event::new(at("2026-02-10T11:00:00+08:00"), EventKind::Confirmed),
        Event::new(
            at("2026-02-11T11:00:00+08:00"),
            EventKind::Paused {
                reason: String::new(),
            },
        ),
        Event::new(at("2026-02-12T11:00:00+08:00"), EventKind::Resumed),
    ];
    let history = History::read(&events).expect("a history");
    let now = at("2026-02-13T11:00:00+08:00");
    let assessment = Assessment::of(terms, &history, now).expect("an assessment");
    let clock = assessment.clocks.last().expect("a clock");
    let ledger = Ledger::of(terms, &history, clock, clock.due).expect("an account");
    ledger.entries.len()
}
