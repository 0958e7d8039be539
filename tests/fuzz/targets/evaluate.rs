//! Whole tickets on random calendars: contradictions are errors, and what is assessed keeps the laws.
#![no_main]

use std::sync::Arc;

use arbitrary::Arbitrary;
use chrono::{Days, NaiveDate, Weekday};
use libfuzzer_sys::fuzz_target;
use sla_planner::engine::{
    Assessment, AtClosing, Bilingual, Calendar, ClockReading, Closure, DatedHours, DatedKind,
    DayHours, Event, EventKind, History, Instant, Ledger, MitigationStops, Outcome, PerTarget,
    Policy, PriorityChange, Rank, Readings, Reopening, ResolutionStart, Schedule, Span, Terms,
    TypedHours, Verdict, WeeklyHours,
};

#[derive(Arbitrary, Debug)]
struct Input {
    zone: u8,
    week: Vec<(u8, u32, u32)>,
    holidays: Vec<u8>,
    dated: Vec<(u8, bool, Vec<(u32, u32)>)>,
    closures: Vec<(u32, u32)>,
    clock: u8,
    start: u8,
    change: u8,
    switches: u8,
    seconds: [u16; 10],
    events: Vec<(u32, u8)>,
    compare: bool,
}

const ZONES: [&str; 6] = [
    "Asia/Shanghai",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "Africa/Casablanca",
];
/// 2026-02-10T00:00:00Z.
const FROM: i64 = 1_770_681_600;

fn instant(second: u32) -> Instant {
    Instant::from_epoch(FROM + i64::from(second % 2_000_000)).expect("in range")
}

fn hours(open: u32, close: u32) -> Option<TypedHours> {
    TypedHours::new(open % 86_400, close % 86_401).ok()
}

fn date(day: u8) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, 5).expect("a date") + Days::new(u64::from(day % 40))
}

fn calendar(input: &Input) -> Calendar {
    let mut week = WeeklyHours::default();
    for &(day, open, close) in input.week.iter().take(8) {
        if let (Ok(day), Some(hours)) = (Weekday::try_from(day % 7), hours(open, close)) {
            week.add(day, hours);
        }
    }
    let zone = ZONES[usize::from(input.zone) % ZONES.len()].parse().expect("a zone");
    let mut calendar = Calendar::weekly(zone, week);
    for &day in input.holidays.iter().take(8) {
        calendar.holidays.insert(date(day), Bilingual::default());
    }
    for (day, make_up, windows) in input.dated.iter().take(4) {
        let windows = windows.iter().take(3).filter_map(|&(open, close)| hours(open, close));
        if let Ok(hours) = DayHours::typed(windows) {
            let kind = if *make_up { DatedKind::MakeUp } else { DatedKind::Special };
            let name = Bilingual::default();
            calendar.dated.insert(date(*day), DatedHours { kind, hours, name });
        }
    }
    for &(from, length) in input.closures.iter().take(4) {
        let from = instant(from);
        let until = from.plus(i64::from(length % 200_000)).expect("in range");
        calendar.closures.push(Closure {
            span: Span::new(from, until),
            name: Bilingual::default(),
        });
    }
    calendar
}

fn readings(input: &Input) -> Readings {
    let switch = |bit: u8| input.switches >> bit & 1 == 1;
    Readings {
        clock: [ClockReading::AllHours, ClockReading::WorkingTime, ClockReading::Mixed]
            [usize::from(input.clock % 3)],
        resolution_start: [
            ResolutionStart::Confirmation,
            ResolutionStart::Submission,
            ResolutionStart::FirstReply,
        ][usize::from(input.start % 3)],
        priority_change: [
            PriorityChange::Recompute,
            PriorityChange::Restart,
            PriorityChange::CarryOver,
            PriorityChange::KeepDue,
        ][usize::from(input.change % 4)],
        maintenance_suspends: PerTarget { response: switch(0), resolution: switch(1) },
        pauses: PerTarget { response: switch(2), resolution: switch(3) },
        make_up_days: switch(4),
        at_closing: if switch(5) { AtClosing::NextOpening } else { AtClosing::Closing },
        reopening: if switch(6) { Reopening::Restart } else { Reopening::Resume },
        mitigation_stops: if switch(7) {
            MitigationStops::MostUrgentOnly
        } else {
            MitigationStops::EveryPriority
        },
        ..Readings::default()
    }
}

fn event(&(second, kind): &(u32, u8)) -> Event {
    let rank = Rank(kind / 16 % 5);
    let kind = match kind % 9 {
        0 => EventKind::Submitted { priority: rank },
        1 => EventKind::PriorityChanged { to: rank },
        2 => EventKind::Confirmed,
        3 => EventKind::Resumed,
        4 => EventKind::Paused { reason: String::new() },
        5 => EventKind::FirstReply,
        6 => EventKind::Mitigated,
        7 => EventKind::Resolved,
        _ => EventKind::Reopened,
    };
    Event::new(instant(second), kind)
}

fuzz_target!(|input: Input| {
    let mut policy = Policy::spt_001().expect("the policy is whole");
    let mut seconds = input.seconds.iter().map(|&seconds| i64::from(seconds) + 1);
    for target in &mut policy.targets {
        target.seconds = seconds.by_ref().take(5).collect();
    }
    let schedule = Schedule::new(calendar(&input));
    let terms = Terms::new(Arc::new(policy), Arc::new(schedule), readings(&input)).expect("it holds");
    let mut events = vec![Event::new(instant(0), EventKind::Submitted { priority: Rank(2) })];
    events.extend(input.events.iter().take(12).map(event));
    let read = History::read(&events);
    events.reverse();
    assert_eq!(History::read(&events), read, "whatever order they come in");
    let Ok(history) = read else {
        return;
    };
    let now = instant(1_999_999);
    let Ok(assessment) = Assessment::of(&terms, &history, now) else {
        return;
    };
    for clock in &assessment.clocks {
        assert!(clock.marks.is_sorted());
        assert_eq!(clock.marks.last(), Some(&clock.due));
        let ledger = Ledger::of(&terms, &history, clock, clock.due).expect("its own terms");
        // More may have been carried over than the target holds: due at the change.
        assert_eq!(ledger.counted(), clock.seconds.max(clock.carried));
        let status = clock.status(&terms, now).expect("its own terms");
        assert!(status.elapsed >= 0);
        if status.verdict == Some(Verdict::Met) {
            assert!(clock.stop.is_some_and(|stop| stop <= clock.due));
        }
    }
    if input.compare {
        let outcomes = Outcome::all(&terms, &history, now).expect("it was assessed");
        let dues: Vec<Instant> = assessment.clocks.iter().map(|clock| clock.due).collect();
        assert_eq!(outcomes[0].dues, dues);
    }
});
