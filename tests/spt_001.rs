//! SPT-001 on real dates: the worked cases of the specification, and every state at its second.

use std::sync::Arc;

use sla_planner::engine::{
    Assessment, AtClosing, Basis, Clock, ClockReading, Error, Event, EventKind, Fault, History,
    Instant, MaintenanceRule, MitigationStops, Motion, PerTarget, Policy, PriorityChange, Rank,
    Readings, Reopening, ResolutionStart, Schedule, Span, Terms, Verdict,
};

const RESPONSE: usize = 0;
const RESOLUTION: usize = 1;

fn terms(readings: Readings) -> Terms {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("the policy holds")
}

fn as_written() -> Readings {
    Readings::default()
}

fn business_hours() -> Readings {
    Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    }
}

/// `2026-02-14 17:50` in Beijing, with seconds where they matter.
fn at(beijing: &str) -> Instant {
    let seconds = if beijing.len() == 16 { ":00" } else { "" };
    let text = format!("{}{seconds}+08:00", beijing.replace(' ', "T"));
    text.parse().expect("a time in a test")
}

fn submitted(rank: u8, beijing: &str) -> Event {
    Event::new(
        at(beijing),
        EventKind::Submitted {
            priority: Rank(rank),
        },
    )
}

fn event(beijing: &str, kind: EventKind) -> Event {
    Event::new(at(beijing), kind)
}

fn paused(beijing: &str) -> Event {
    event(
        beijing,
        EventKind::Paused {
            reason: "waiting".to_owned(),
        },
    )
}

fn assess(readings: Readings, events: &[Event], now: &str) -> (Terms, Assessment) {
    let terms = terms(readings);
    let history = History::read(events).expect("a history in a test");
    let assessment = Assessment::of(&terms, &history, at(now)).expect("an assessment in a test");
    (terms, assessment)
}

fn clock(readings: Readings, events: &[Event], now: &str, target: usize) -> (Terms, Clock) {
    let (terms, assessment) = assess(readings, events, now);
    let clock = assessment
        .clocks
        .get(target)
        .expect("a clock of the policy")
        .clone();
    (terms, clock)
}

#[test]
fn priorities_by_rank() {
    let policy = Policy::spt_001().expect("the policy is whole");
    let ids: Vec<&str> = policy
        .ranks()
        .filter_map(|rank| policy.priority(rank))
        .map(|priority| priority.id.as_str())
        .collect();
    assert_eq!(ids, ["P0", "P1", "P2", "P3", "P4"]);
    assert!(policy.priority(Rank(5)).is_none());
}

/// A ticket of `rank` submitted at `start` is to be answered by `response` and, projected, solved by `resolution`.
#[track_caller]
fn case(readings: Readings, rank: u8, start: &str, response: &str, resolution: &str) {
    let (_, assessment) = assess(readings, &[submitted(rank, start)], start);
    let [first, second] = assessment.clocks.as_slice() else {
        panic!("SPT-001 has two targets");
    };
    assert_eq!(first.due, at(response), "response");
    assert_eq!(second.due, at(resolution), "resolution");
    assert_eq!(second.basis, Basis::Projected);
    assert_eq!(second.start, first.due, "projected from the response");
}

/// A ticket of `rank` confirmed at `confirmed` is to be solved by `due`.
#[track_caller]
fn confirmed(readings: Readings, rank: u8, confirmed: &str, due: &str) {
    let events = [
        submitted(rank, confirmed),
        event(confirmed, EventKind::Confirmed),
    ];
    let (_, clock) = clock(readings, &events, confirmed, RESOLUTION);
    assert_eq!((clock.basis, clock.due), (Basis::Recorded, at(due)));
}

#[test]
fn worked_cases() {
    let without_make_up_days = Readings {
        make_up_days: false,
        ..business_hours()
    };
    case(
        as_written(),
        0,
        "2026-02-17 02:10",
        "2026-02-17 02:25",
        "2026-02-17 04:25",
    );
    case(
        as_written(),
        2,
        "2026-02-14 17:50",
        "2026-02-14 19:50",
        "2026-02-15 03:50",
    );
    case(
        business_hours(),
        2,
        "2026-02-14 17:50",
        "2026-02-24 10:50",
        "2026-02-25 09:50",
    );
    case(
        without_make_up_days,
        2,
        "2026-02-14 17:50",
        "2026-02-24 11:00",
        "2026-02-25 10:00",
    );
    confirmed(business_hours(), 2, "2026-11-23 10:00", "2026-11-23 18:00");
    confirmed(business_hours(), 4, "2026-11-20 16:00", "2026-11-30 10:00");
    confirmed(as_written(), 4, "2026-11-20 16:00", "2026-11-22 16:00");
    let due = |readings, rank, start: &str| {
        clock(readings, &[submitted(rank, start)], start, RESPONSE)
            .1
            .due
    };
    assert_eq!(
        due(business_hours(), 4, "2026-02-13 17:00"),
        at("2026-02-14 16:00")
    );
    assert_eq!(
        due(without_make_up_days, 4, "2026-02-13 17:00"),
        at("2026-02-24 16:00")
    );
    assert_eq!(
        due(business_hours(), 1, "2026-10-10 17:45"),
        at("2026-10-12 09:15")
    );
}

#[test]
fn mixed_reading() {
    let mixed = Readings {
        clock: ClockReading::Mixed,
        ..Readings::default()
    };
    case(
        mixed,
        1,
        "2026-11-20 17:50",
        "2026-11-20 18:20",
        "2026-11-20 22:20",
    );
    case(
        mixed,
        2,
        "2026-11-20 17:50",
        "2026-11-23 10:50",
        "2026-11-24 09:50",
    );
}

#[test]
fn response_thresholds() {
    let start = "2026-02-14 17:50";
    let (_, clock) = clock(business_hours(), &[submitted(2, start)], start, RESPONSE);
    let expected = [
        "2026-02-24 10:26",
        "2026-02-24 10:38",
        "2026-02-24 10:44",
        "2026-02-24 10:50",
    ];
    assert_eq!(clock.marks, expected.map(at));
}

#[test]
fn every_level_begins_at_its_second() {
    let start = "2026-02-14 17:50";
    let (terms, clock) = clock(business_hours(), &[submitted(2, start)], start, RESPONSE);
    let level = |now: &str| clock.status(&terms, at(now)).expect("a status").level;
    let verdict = |now: &str| clock.status(&terms, at(now)).expect("a status").verdict;
    for (before, on, level_before, level_on) in [
        ("2026-02-24 10:25:59", "2026-02-24 10:26:00", None, Some(0)),
        (
            "2026-02-24 10:37:59",
            "2026-02-24 10:38:00",
            Some(0),
            Some(1),
        ),
        (
            "2026-02-24 10:43:59",
            "2026-02-24 10:44:00",
            Some(1),
            Some(2),
        ),
        (
            "2026-02-24 10:50:00",
            "2026-02-24 10:50:01",
            Some(2),
            Some(3),
        ),
    ] {
        assert_eq!(
            (level(before), level(on)),
            (level_before, level_on),
            "at {on}"
        );
    }
    assert_eq!(verdict("2026-02-24 10:50:00"), Some(Verdict::Open));
    assert_eq!(verdict("2026-02-24 10:50:01"), Some(Verdict::Overdue));
}

#[test]
fn motion_is_independent_of_level() {
    let start = "2026-02-14 17:50";
    let (terms, clock) = clock(business_hours(), &[submitted(2, start)], start, RESPONSE);
    let status = |now: &str| clock.status(&terms, at(now)).expect("a status");
    assert_eq!(status("2026-02-14 17:49:59").motion, Motion::NotStarted);
    assert_eq!(status("2026-02-14 17:59:59").motion, Motion::Running);
    assert_eq!(status("2026-02-14 18:00:00").motion, Motion::OutOfHours);
    let holiday = status("2026-02-20 12:00:00");
    assert_eq!((holiday.elapsed, holiday.counted_left), (600, 6_600));
    assert_eq!(
        holiday.wall_left,
        at("2026-02-24 10:50").since(at("2026-02-20 12:00"))
    );
    assert_eq!(holiday.share.0, 833);
}

#[test]
fn met_at_due_and_missed_a_second_later() {
    let verdict = |reply: &str| {
        let events = [
            submitted(2, "2026-11-23 10:00"),
            event(reply, EventKind::FirstReply),
        ];
        let (terms, clock) = clock(as_written(), &events, reply, RESPONSE);
        let status = clock.status(&terms, at(reply)).expect("a status");
        assert_eq!(status.motion, Motion::Stopped);
        status.verdict
    };
    assert_eq!(verdict("2026-11-23 12:00:00"), Some(Verdict::Met));
    assert_eq!(verdict("2026-11-23 12:00:01"), Some(Verdict::Missed));
}

#[test]
fn a_resolution_stops_the_response_too() {
    let events = [
        submitted(2, "2026-11-23 10:00"),
        event("2026-11-23 11:00", EventKind::Resolved),
    ];
    let (terms, response) = clock(as_written(), &events, "2026-11-23 13:00", RESPONSE);
    let status = response
        .status(&terms, at("2026-11-23 13:00"))
        .expect("a status");
    assert_eq!(
        (response.stop, status.verdict),
        (Some(at("2026-11-23 11:00")), Some(Verdict::Met))
    );
    let (_, resolution) = clock(as_written(), &events, "2026-11-23 13:00", RESOLUTION);
    assert_eq!(
        (resolution.basis, resolution.start),
        (Basis::Assumed, at("2026-11-23 11:00"))
    );
}

#[test]
fn an_unconfirmed_resolution_has_no_verdict() {
    let (terms, clock) = clock(
        as_written(),
        &[submitted(0, "2026-11-23 10:00")],
        "2026-11-23 10:00",
        RESOLUTION,
    );
    let status = clock
        .status(&terms, at("2026-11-23 20:00"))
        .expect("a status");
    assert_eq!(
        (status.motion, status.verdict, status.level),
        (Motion::NotStarted, None, None)
    );
    assert!(!clock.start_overdue(at("2026-11-23 10:15")));
    assert!(clock.start_overdue(at("2026-11-23 10:15:01")));
}

#[test]
fn resolution_start_can_be_read_otherwise() {
    let due = |resolution_start, events: &[Event]| {
        let readings = Readings {
            resolution_start,
            ..as_written()
        };
        clock(readings, events, "2026-11-23 10:00", RESOLUTION)
            .1
            .due
    };
    let events = [
        submitted(2, "2026-11-23 10:00"),
        event("2026-11-23 10:30", EventKind::FirstReply),
    ];
    assert_eq!(
        due(ResolutionStart::Confirmation, &events),
        at("2026-11-23 20:00")
    );
    assert_eq!(
        due(ResolutionStart::Submission, &events),
        at("2026-11-23 18:00")
    );
    assert_eq!(
        due(ResolutionStart::FirstReply, &events),
        at("2026-11-23 18:30")
    );
}

#[test]
fn a_pause_moves_the_resolution_only() {
    let events = [
        submitted(2, "2026-11-23 10:00"),
        event("2026-11-23 10:10", EventKind::Confirmed),
        paused("2026-11-23 11:00"),
        event("2026-11-23 12:30", EventKind::Resumed),
    ];
    let (_, assessment) = assess(as_written(), &events, "2026-11-23 13:00");
    let due: Vec<Instant> = assessment.clocks.iter().map(|clock| clock.due).collect();
    assert_eq!(due, [at("2026-11-23 12:00"), at("2026-11-23 19:40")]);
    let both = Readings {
        pauses: PerTarget {
            response: true,
            resolution: true,
        },
        ..as_written()
    };
    let (_, response) = clock(both, &events, "2026-11-23 13:00", RESPONSE);
    assert_eq!(response.due, at("2026-11-23 13:30"));
}

#[test]
fn nothing_is_crossed_during_an_open_pause() {
    let events = [
        submitted(0, "2026-11-23 10:00"),
        event("2026-11-23 10:00", EventKind::Confirmed),
        paused("2026-11-23 11:00"),
    ];
    for (now, due) in [
        ("2026-11-23 11:00", "2026-11-23 12:00"),
        ("2026-11-23 11:40", "2026-11-23 12:40"),
        ("2026-11-24 11:00", "2026-11-24 12:00"),
    ] {
        let (terms, clock) = clock(as_written(), &events, now, RESOLUTION);
        let status = clock.status(&terms, at(now)).expect("a status");
        assert_eq!(clock.due, at(due), "as if work went on at {now}");
        assert_eq!(
            (status.motion, status.verdict),
            (Motion::Paused, Some(Verdict::Open))
        );
        assert_eq!((status.level, status.counted_left), (None, 3_600));
    }
}

#[test]
fn a_mitigation_that_stops_nothing_and_a_reopening_leave_the_clock_running() {
    let readings = Readings {
        mitigation_stops: MitigationStops::MostUrgentOnly,
        ..as_written()
    };
    let events = [
        submitted(1, "2026-11-23 09:00"),
        event("2026-11-23 09:10", EventKind::Confirmed),
        event("2026-11-23 09:40", EventKind::Mitigated),
        event("2026-11-23 10:00", EventKind::Reopened),
        event("2026-11-23 11:00", EventKind::Resolved),
    ];
    let (terms, assessment) = assess(readings, &events, "2026-11-23 12:00");
    for clock in &assessment.clocks {
        assert_eq!(clock.stop, Some(at("2026-11-23 11:00")));
        assert_eq!(clock.earlier, []);
    }
    let history = History::read(&events).expect("no contradiction");
    let first = Assessment::of_first_cycles(&terms, &history, at("2026-11-23 12:00"));
    assert_eq!(first, Ok(assessment));
}

#[test]
fn reopened_tickets() {
    let events = [
        submitted(0, "2026-11-23 10:00"),
        event("2026-11-23 10:00", EventKind::Confirmed),
        event("2026-11-23 11:00", EventKind::Resolved),
        event("2026-11-23 15:00", EventKind::Reopened),
    ];
    let (terms, resumed) = clock(as_written(), &events, "2026-11-23 15:00", RESOLUTION);
    assert_eq!(resumed.due, at("2026-11-23 16:00"));
    let reported = resumed.reported(&terms, at("2026-11-24 15:00"));
    assert_eq!(
        reported,
        Ok(Some(Verdict::Met)),
        "the first cycle counts in reports"
    );
    let restart = Readings {
        reopening: Reopening::Restart,
        ..as_written()
    };
    let (_, restarted) = clock(restart, &events, "2026-11-23 15:00", RESOLUTION);
    assert_eq!(restarted.due, at("2026-11-23 17:00"));
    let (_, response) = clock(as_written(), &events, "2026-11-23 15:00", RESPONSE);
    assert_eq!(
        response.stop,
        Some(at("2026-11-23 11:00")),
        "a response is given once"
    );
}

#[test]
fn priority_change_by_every_rule() {
    let events = [
        submitted(4, "2026-11-20 16:00"),
        event("2026-11-20 16:00", EventKind::Confirmed),
        event(
            "2026-11-23 10:00",
            EventKind::PriorityChanged { to: Rank(2) },
        ),
    ];
    let due = |priority_change, clock_reading| {
        let readings = Readings {
            priority_change,
            clock: clock_reading,
            ..as_written()
        };
        clock(readings, &events, "2026-11-23 10:00", RESOLUTION)
            .1
            .due
    };
    use ClockReading::{AllHours, WorkingTime};
    assert_eq!(
        due(PriorityChange::Recompute, WorkingTime),
        at("2026-11-23 15:00")
    );
    assert_eq!(
        due(PriorityChange::Restart, WorkingTime),
        at("2026-11-23 18:00")
    );
    assert_eq!(
        due(PriorityChange::CarryOver, WorkingTime),
        at("2026-11-23 15:00")
    );
    assert_eq!(
        due(PriorityChange::KeepDue, WorkingTime),
        at("2026-11-30 10:00")
    );
    // 66 h are counted by then: more than the new target, which makes it due at the change.
    assert_eq!(
        due(PriorityChange::CarryOver, AllHours),
        at("2026-11-23 10:00")
    );
    assert_eq!(
        due(PriorityChange::Recompute, AllHours),
        at("2026-11-21 00:00")
    );
}

#[test]
fn a_finished_target_is_never_judged_again() {
    let events = [
        submitted(4, "2026-11-23 10:00"),
        event("2026-11-23 12:00", EventKind::FirstReply),
        event(
            "2026-11-23 13:00",
            EventKind::PriorityChanged { to: Rank(0) },
        ),
    ];
    let (terms, response) = clock(as_written(), &events, "2026-11-23 13:00", RESPONSE);
    let status = response
        .status(&terms, at("2026-11-24 13:00"))
        .expect("a status");
    assert_eq!(
        (response.due, status.verdict),
        (at("2026-11-23 18:00"), Some(Verdict::Met))
    );
}

#[test]
fn mitigation() {
    let events = [
        submitted(1, "2026-11-23 10:00"),
        event("2026-11-23 10:00", EventKind::Confirmed),
        event("2026-11-23 13:00", EventKind::Mitigated),
        event("2026-11-23 19:00", EventKind::Resolved),
    ];
    let verdict = |mitigation_stops| {
        let readings = Readings {
            mitigation_stops,
            ..as_written()
        };
        let (terms, clock) = clock(readings, &events, "2026-11-23 20:00", RESOLUTION);
        clock
            .status(&terms, at("2026-11-23 20:00"))
            .expect("a status")
            .verdict
    };
    assert_eq!(verdict(MitigationStops::EveryPriority), Some(Verdict::Met));
    assert_eq!(
        verdict(MitigationStops::MostUrgentOnly),
        Some(Verdict::Missed)
    );
}

#[test]
fn maintenance_suspends_where_switched_on() {
    let events = [submitted(0, "2026-12-13 02:10")];
    let due = |response| {
        let readings = Readings {
            maintenance_suspends: PerTarget {
                response,
                resolution: false,
            },
            ..as_written()
        };
        clock(readings, &events, "2026-12-13 02:10", RESPONSE).1.due
    };
    assert_eq!(due(false), at("2026-12-13 02:25"));
    assert_eq!(due(true), at("2026-12-13 06:15"));
}

#[test]
fn who_shares_a_calendar_keeps_their_own_hours_and_maintenance() {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let schedule = Arc::new(schedule);
    let history = History::submitted(at("2026-12-14 02:10"), Rank(0));
    let due = |clock, window| {
        let mut policy = policy.clone();
        policy.maintenance = vec![MaintenanceRule::Dated(window)];
        let readings = Readings {
            clock,
            maintenance_suspends: PerTarget {
                response: true,
                resolution: false,
            },
            ..as_written()
        };
        let terms = Terms::new(Arc::new(policy), Arc::clone(&schedule), readings);
        let terms = terms.expect("the policy holds");
        let assessment = Assessment::of(&terms, &history, at("2026-12-14 02:10"));
        assessment.expect("it is assessed").clocks[RESPONSE].due
    };
    let early = Span::new(at("2026-12-14 02:00"), at("2026-12-14 03:00"));
    let late = Span::new(at("2026-12-14 02:00"), at("2026-12-14 05:00"));
    // Twice, as the second time nothing is compiled.
    for _ in 0..2 {
        let always = |window| due(ClockReading::AllHours, window);
        let working = |window| due(ClockReading::WorkingTime, window);
        assert_eq!(always(early), at("2026-12-14 03:15"));
        assert_eq!(working(early), at("2026-12-14 09:15"));
        assert_eq!(always(late), at("2026-12-14 05:15"));
        assert_eq!(working(late), at("2026-12-14 09:15"));
    }
}

#[test]
fn used_up_at_closing_time() {
    let next_opening = Readings {
        at_closing: AtClosing::NextOpening,
        ..business_hours()
    };
    confirmed(business_hours(), 2, "2026-11-23 10:00", "2026-11-23 18:00");
    confirmed(next_opening, 2, "2026-11-23 10:00", "2026-11-24 09:00");
    confirmed(next_opening, 2, "2026-11-23 09:30", "2026-11-23 17:30");
}

#[test]
fn answers_past_official_dates_are_provisional() {
    let start = "2026-12-25 17:00";
    let (_, clock) = clock(business_hours(), &[submitted(4, start)], start, RESPONSE);
    assert_eq!(
        (clock.due, clock.provisional),
        (at("2026-12-28 16:00"), None)
    );
    let start = "2026-12-31 17:00";
    let (_, clock) = self::clock(business_hours(), &[submitted(4, start)], start, RESPONSE);
    let provisional = clock.provisional.expect("2027 is not official");
    assert_eq!(clock.due, at("2027-01-01 16:00"));
    assert_eq!(provisional.less_estimated, at("2027-01-04 16:00"));
    assert_eq!(provisional.first_unknown.to_string(), "2026-12-31");
    let (_, always) = self::clock(as_written(), &[submitted(4, start)], start, RESPONSE);
    assert_eq!(always.provisional, None, "24x7 asks no holidays");
}

#[test]
fn events_in_any_order() {
    let events = [
        submitted(2, "2026-11-23 10:00"),
        event("2026-11-23 10:10", EventKind::Confirmed),
        paused("2026-11-23 11:00"),
        event("2026-11-23 12:30", EventKind::Resumed),
        event("2026-11-23 14:00", EventKind::Resolved),
    ];
    let history = History::read(&events).expect("a history");
    let mut shuffled = events.to_vec();
    shuffled.reverse();
    assert_eq!(History::read(&shuffled), Ok(history.clone()));
    shuffled.swap(0, 3);
    assert_eq!(History::read(&shuffled), Ok(history));
}

#[test]
fn events_of_one_instant() {
    let noon = "2026-11-23 12:00";
    // Confirmed before paused, paused before the reply, whatever order they come in.
    let events = [
        event(noon, EventKind::FirstReply),
        paused(noon),
        event(noon, EventKind::Confirmed),
        submitted(2, noon),
    ];
    let history = History::read(&events).expect("a history");
    assert_eq!(history.confirmed, Some(at(noon)));
    // Their own numbers go before that.
    let mut pause = paused(noon);
    pause.sequence = Some(2);
    let mut resume = event(noon, EventKind::Resumed);
    resume.sequence = Some(3);
    let mut submission = submitted(2, noon);
    submission.sequence = Some(1);
    let history = History::read(&[resume, pause, submission]).expect("a history");
    assert_eq!(
        history.pauses.first().and_then(|pause| pause.until),
        Some(at(noon))
    );
}

#[track_caller]
fn contradiction(expected: Fault, events: &[Event]) {
    match History::read(events) {
        Err(Error::Contradiction { fault, .. }) => assert_eq!(fault, expected),
        other => panic!("expected {expected:?}, found {other:?}"),
    }
}

#[test]
fn contradictions() {
    use EventKind::{Confirmed, FirstReply, Mitigated, Reopened, Resolved, Resumed};
    let day = |time: &str, kind| event(&format!("2026-11-23 {time}"), kind);
    let first = submitted(2, "2026-11-23 10:00");
    let with = |events: &[Event]| [std::slice::from_ref(&first), events].concat();
    contradiction(Fault::NotSubmitted, &[]);
    contradiction(Fault::NotSubmitted, &[day("10:00", FirstReply)]);
    contradiction(
        Fault::SubmittedTwice,
        &with(&[submitted(2, "2026-11-23 11:00")]),
    );
    contradiction(Fault::BeforeSubmission, &with(&[day("09:59", FirstReply)]));
    contradiction(
        Fault::RepliedTwice,
        &with(&[day("11:00", FirstReply), day("12:00", FirstReply)]),
    );
    contradiction(
        Fault::ConfirmedTwice,
        &with(&[day("11:00", Confirmed), day("12:00", Confirmed)]),
    );
    contradiction(
        Fault::ConfirmedAfterResolution,
        &with(&[day("11:00", Resolved), day("12:00", Confirmed)]),
    );
    contradiction(
        Fault::PausedWhilePaused,
        &with(&[paused("2026-11-23 11:00"), paused("2026-11-23 12:00")]),
    );
    contradiction(
        Fault::PausedAfterResolution,
        &with(&[day("11:00", Resolved), paused("2026-11-23 12:00")]),
    );
    contradiction(
        Fault::ResumedWhileNotPaused,
        &with(&[day("11:00", Resumed)]),
    );
    contradiction(
        Fault::ResumedWhileNotPaused,
        &with(&[
            paused("2026-11-23 11:00"),
            day("12:00", Resolved),
            day("13:00", Resumed),
        ]),
    );
    contradiction(
        Fault::MitigatedAfterResolution,
        &with(&[day("11:00", Resolved), day("12:00", Mitigated)]),
    );
    contradiction(
        Fault::MitigatedTwice,
        &with(&[day("11:00", Mitigated), day("12:00", Mitigated)]),
    );
    contradiction(
        Fault::ResolvedTwice,
        &with(&[day("11:00", Resolved), day("12:00", Resolved)]),
    );
    contradiction(Fault::ReopenedWhileOpen, &with(&[day("11:00", Reopened)]));
}
