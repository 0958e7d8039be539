//! The account of a due instant: its pieces, their reasons, and the sentence.

use std::sync::Arc;

use sla_planner::engine::{
    Assessment, AtClosing, Clock, ClockReading, Entry, Event, EventKind, History, Instant, Ledger,
    OpenPoint, PerTarget, Policy, PriorityChange, Rank, Readings, Schedule, Span, Terms, Zone,
};
use sla_planner::text::{Lang, Reader, ledger};

fn at(beijing: &str) -> Instant {
    let text = format!("{}:00+08:00", beijing.replace(' ', "T"));
    text.parse().expect("a time in a test")
}

fn terms(readings: Readings) -> Terms {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("the policy holds")
}

fn business_hours() -> Readings {
    Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    }
}

fn submitted(rank: u8, beijing: &str) -> Event {
    let priority = Rank(rank);
    Event::new(at(beijing), EventKind::Submitted { priority })
}

fn event(beijing: &str, kind: EventKind) -> Event {
    Event::new(at(beijing), kind)
}

fn paused(beijing: &str) -> Event {
    let reason = "等客户".to_owned();
    event(beijing, EventKind::Paused { reason })
}

/// `stretch: reason, counted`, a line an entry.
fn said(entries: &[Entry]) -> Vec<String> {
    let beijing: Zone = "Asia/Shanghai".parse().expect("a zone");
    let line = |entry: &Entry| {
        let when = ledger::stretch(Lang::En, entry, beijing, at("2026-06-01 00:00"));
        let why = ledger::reason(Lang::En, &entry.reason);
        format!("{when}: {why}, {}", entry.counted)
    };
    entries.iter().map(line).collect()
}

struct Told {
    terms: Terms,
    clock: Clock,
    ledger: Ledger,
}

fn tell(readings: Readings, events: &[Event], target: usize) -> Told {
    let terms = terms(readings);
    let history = History::read(events).expect("a history in a test");
    let now = at("2026-12-01 00:00");
    let assessment = Assessment::of(&terms, &history, now).expect("an assessment in a test");
    let clock = assessment.clocks[target].clone();
    let ledger = Ledger::of(&terms, &history, &clock, clock.due).expect("a ledger in a test");
    Told {
        terms,
        clock,
        ledger,
    }
}

impl Told {
    /// `stretch: reason, counted`, a line an entry.
    #[track_caller]
    fn is(&self, lines: &[&str]) {
        assert_eq!(said(&self.ledger.entries), lines);
        self.adds_up();
    }

    #[track_caller]
    fn adds_up(&self) {
        let entries = &self.ledger.entries;
        assert_eq!(self.ledger.counted(), self.clock.seconds);
        assert_eq!(
            entries.first().map(|first| first.span.from),
            Some(self.clock.origin)
        );
        assert_eq!(
            entries.last().map(|last| last.span.until),
            Some(self.clock.due)
        );
        let mut total = self.ledger.carried;
        for (entry, next) in entries.iter().zip(entries.iter().skip(1)) {
            assert_eq!(entry.span.until, next.span.from);
            assert_ne!(
                (&entry.reason, entry.counted > 0),
                (&next.reason, next.counted > 0)
            );
        }
        for entry in entries {
            total += entry.counted;
            assert_eq!(entry.total, total);
            assert!(entry.counted == 0 || entry.counted == entry.span.length());
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let zone = self.terms.policy().zone;
        let now = self.clock.start;
        let reader = Reader { lang, zone, now };
        ledger::sentence(
            &reader,
            &self.terms,
            &self.clock,
            &self.ledger,
            self.clock.due,
        )
    }
}

#[test]
fn the_golden_case() {
    let told = tell(business_hours(), &[submitted(2, "2026-02-14 17:50")], 0);
    told.is(&[
        "Sat 14 Feb, 17:50–18:00: make-up working day (Spring Festival), 600",
        "Sat 14 Feb, 18:00–24:00: make-up working day (Spring Festival), 0",
        "Sun 15 Feb–Mon 23 Feb: holiday (Spring Festival), 0",
        "Tue 24 Feb, 00:00–09:00: out of hours, 0",
        "Tue 24 Feb, 09:00–10:50: working time, 6600",
    ]);
    assert_eq!(told.ledger.rests_on, [OpenPoint::R1, OpenPoint::R5]);
    assert_eq!(
        told.sentence(Lang::Zh),
        "首次响应 2 小时，自2月14日（周六）17:50起算：2月14日（周六）17:50–18:00 计 10 分钟，2月24日（周二）09:00–10:50 计 1 小时 50 分钟；不计非工作时间、节假日（春节）；到2月24日（周二）10:50用完（北京时间）。依据 §1.2.1，R1 (§1.2.1)、R5 (§1.2.1)。"
    );
    assert_eq!(
        told.sentence(Lang::En),
        "First response, 2 h from Sat 14 Feb, 17:50: 10 min on Sat 14 Feb, 17:50–18:00, 1 h 50 min on Tue 24 Feb, 09:00–10:50; not counted: out of hours, holiday (Spring Festival); used up on Tue 24 Feb, 10:50 (Beijing time). By §1.2.1, R1 (§1.2.1), R5 (§1.2.1)."
    );
}

#[test]
fn an_instant_of_the_night_is_not_closing_time() {
    let terms = terms(business_hours());
    let history = History::read(&[submitted(2, "2026-11-23 17:00")]).expect("a history");
    let assessment = Assessment::of(&terms, &history, at("2026-11-23 17:00")).expect("assessed");
    let rests_on = |until: &str| {
        let ledger = Ledger::of(&terms, &history, &assessment.clocks[0], at(until));
        ledger.expect("its own terms").rests_on
    };
    assert!(!rests_on("2026-11-23 23:00").contains(&OpenPoint::R10));
    assert!(rests_on("2026-11-23 18:00").contains(&OpenPoint::R10));
}

#[test]
fn without_make_up_days_the_saturday_is_a_weekend() {
    let readings = Readings {
        make_up_days: false,
        ..business_hours()
    };
    tell(readings, &[submitted(2, "2026-02-14 17:50")], 0).is(&[
        "Sat 14 Feb, 17:50–24:00: weekend, 0",
        "Sun 15 Feb–Mon 23 Feb: holiday (Spring Festival), 0",
        "Tue 24 Feb, 00:00–09:00: out of hours, 0",
        "Tue 24 Feb, 09:00–11:00: working time, 7200",
    ]);
}

#[test]
fn at_24x7_there_is_one_entry() {
    let told = tell(Readings::default(), &[submitted(0, "2026-02-17 02:10")], 0);
    told.is(&["Tue 17 Feb, 02:10–02:25: 24x7, 900"]);
    assert_eq!(told.ledger.rests_on, [OpenPoint::R1]);
}

#[test]
fn pauses_are_named() {
    let events = [
        submitted(2, "2026-11-23 09:00"),
        event("2026-11-23 10:00", EventKind::Confirmed),
        paused("2026-11-23 11:00"),
        event("2026-11-24 10:30", EventKind::Resumed),
        event("2026-11-24 11:00", EventKind::FirstReply),
    ];
    let told = tell(business_hours(), &events, 1);
    told.is(&[
        "Mon 23 Nov, 10:00–11:00: working time, 3600",
        "Mon 23 Nov, 11:00–Tue 24 Nov, 10:30: paused (等客户), 0",
        "Tue 24 Nov, 10:30–17:30: working time, 25200",
    ]);
    assert_eq!(
        told.ledger.rests_on,
        [OpenPoint::R1, OpenPoint::R2, OpenPoint::R7]
    );
}

#[test]
fn each_pause_has_its_own_reason() {
    let pause = |beijing: &str, reason: &str| {
        let reason = reason.to_owned();
        event(beijing, EventKind::Paused { reason })
    };
    let events = [
        submitted(0, "2026-11-23 09:00"),
        event("2026-11-23 09:00", EventKind::Confirmed),
        pause("2026-11-23 09:30", "a"),
        event("2026-11-23 10:00", EventKind::Resumed),
        pause("2026-11-23 10:00", "b"),
        event("2026-11-23 10:30", EventKind::Resumed),
        pause("2026-11-23 11:00", "c"),
        event("2026-11-23 11:30", EventKind::Resumed),
    ];
    tell(Readings::default(), &events, 1).is(&[
        "Mon 23 Nov, 09:00–09:30: 24x7, 1800",
        "Mon 23 Nov, 09:30–10:00: paused (a), 0",
        "Mon 23 Nov, 10:00–10:30: paused (b), 0",
        "Mon 23 Nov, 10:30–11:00: 24x7, 1800",
        "Mon 23 Nov, 11:00–11:30: paused (c), 0",
        "Mon 23 Nov, 11:30–12:30: 24x7, 3600",
    ]);
    // The response does not pause: its stretches are one.
    tell(
        Readings::default(),
        &[events[0].clone(), paused("2026-11-23 09:05")],
        0,
    )
    .is(&["Mon 23 Nov, 09:00–09:15: 24x7, 900"]);
}

#[test]
fn paused_while_mitigated() {
    let events = [
        submitted(0, "2026-11-23 09:00"),
        event("2026-11-23 09:00", EventKind::Confirmed),
        event("2026-11-23 10:00", EventKind::Mitigated),
        paused("2026-11-23 11:00"),
        event("2026-11-23 12:00", EventKind::Resumed),
        event("2026-11-23 13:00", EventKind::Reopened),
    ];
    tell(Readings::default(), &events, 1).is(&[
        "Mon 23 Nov, 09:00–10:00: 24x7, 3600",
        "Mon 23 Nov, 10:00–11:00: resolved, not yet reopened, 0",
        "Mon 23 Nov, 11:00–12:00: paused (等客户), 0",
        "Mon 23 Nov, 12:00–13:00: resolved, not yet reopened, 0",
        "Mon 23 Nov, 13:00–14:00: 24x7, 3600",
    ]);
}

#[test]
fn reopening_leaves_the_closed_time_out() {
    let events = [
        submitted(0, "2026-11-23 09:00"),
        event("2026-11-23 09:00", EventKind::Confirmed),
        event("2026-11-23 10:00", EventKind::Resolved),
        event("2026-11-23 12:00", EventKind::Reopened),
    ];
    let told = tell(Readings::default(), &events, 1);
    told.is(&[
        "Mon 23 Nov, 09:00–10:00: 24x7, 3600",
        "Mon 23 Nov, 10:00–12:00: resolved, not yet reopened, 0",
        "Mon 23 Nov, 12:00–13:00: 24x7, 3600",
    ]);
    assert!(told.ledger.rests_on.contains(&OpenPoint::R9));
}

#[test]
fn maintenance_that_suspends_is_named() {
    let readings = Readings {
        maintenance_suspends: PerTarget {
            response: true,
            resolution: false,
        },
        ..Readings::default()
    };
    let told = tell(readings, &[submitted(1, "2026-12-13 01:45")], 0);
    told.is(&[
        "Sun 13 Dec, 01:45–02:00: 24x7, 900",
        "Sun 13 Dec, 02:00–06:00: planned maintenance, 0",
        "Sun 13 Dec, 06:00–06:15: 24x7, 900",
    ]);
    assert_eq!(told.ledger.rests_on, [OpenPoint::R1, OpenPoint::R4]);
}

#[test]
fn what_was_carried_over_is_counted() {
    let readings = Readings {
        priority_change: PriorityChange::CarryOver,
        ..Readings::default()
    };
    let events = [
        submitted(3, "2026-11-23 09:00"),
        event(
            "2026-11-23 10:00",
            EventKind::PriorityChanged { to: Rank(2) },
        ),
    ];
    let told = tell(readings, &events, 0);
    assert_eq!(told.ledger.carried, 3_600);
    told.is(&["Mon 23 Nov, 10:00–11:00: 24x7, 3600"]);
    assert!(told.sentence(Lang::En).contains("1 h carried over"));
    assert!(told.ledger.rests_on.contains(&OpenPoint::R8));
}

#[test]
fn closing_time_is_an_open_point() {
    let events = [
        submitted(2, "2026-11-23 10:00"),
        event("2026-11-23 10:00", EventKind::Confirmed),
    ];
    let told = tell(business_hours(), &events, 1);
    told.is(&["Mon 23 Nov, 10:00–18:00: working time, 28800"]);
    assert!(told.ledger.rests_on.contains(&OpenPoint::R10));
    let readings = Readings {
        at_closing: AtClosing::NextOpening,
        ..business_hours()
    };
    let told = tell(readings, &events, 1);
    told.is(&[
        "Mon 23 Nov, 10:00–18:00: working time, 28800",
        "Mon 23 Nov, 18:00–Tue 24 Nov, 09:00: out of hours, 0",
    ]);
    assert!(told.ledger.rests_on.contains(&OpenPoint::R10));
}

#[test]
fn long_accounts_are_summed_up() {
    let told = tell(business_hours(), &[submitted(4, "2026-11-20 16:00")], 1);
    told.adds_up();
    let sentence = told.sentence(Lang::En);
    assert!(sentence.contains("in 4 stretches between"), "{sentence}");
    assert!(
        sentence.contains("not counted: out of hours, weekend"),
        "{sentence}"
    );
}

/// What `Ledger::across` says of the response of a P2.
fn across(readings: Readings, events: &[Event], target: usize, within: Span) -> Vec<Entry> {
    let terms = terms(readings);
    let history = History::read(events).expect("a history in a test");
    let assessment =
        Assessment::of(&terms, &history, at("2026-12-01 00:00")).expect("an assessment in a test");
    Ledger::across(&terms, &history, &assessment.clocks[target], within).expect("its own terms")
}

#[test]
fn before_the_start_and_past_the_due_time_stretches_are_resolved_too() {
    let within = Span::new(at("2026-02-13 17:00"), at("2026-02-24 19:00"));
    let events = [submitted(2, "2026-02-14 17:50")];
    let entries = across(business_hours(), &events, 0, within);
    assert_eq!(
        said(&entries),
        [
            "Fri 13 Feb, 17:00–18:00: working time, 3600",
            "Fri 13 Feb, 18:00–24:00: out of hours, 0",
            "Sat 14 Feb, 00:00–09:00: make-up working day (Spring Festival), 0",
            "Sat 14 Feb, 09:00–18:00: make-up working day (Spring Festival), 32400",
            "Sat 14 Feb, 18:00–24:00: make-up working day (Spring Festival), 0",
            "Sun 15 Feb–Mon 23 Feb: holiday (Spring Festival), 0",
            "Tue 24 Feb, 00:00–09:00: out of hours, 0",
            "Tue 24 Feb, 09:00–18:00: working time, 32400",
            "Tue 24 Feb, 18:00–19:00: out of hours, 0",
        ]
    );
    assert_eq!(entries.last().map(|last| last.total), Some(68_400));
    let nothing = Span::new(within.until, within.from);
    assert!(across(business_hours(), &events, 0, nothing).is_empty());
}

#[test]
fn stretches_with_pauses_are_resolved_past_the_stop() {
    let events = [
        submitted(0, "2026-11-23 09:00"),
        event("2026-11-23 09:00", EventKind::Confirmed),
        paused("2026-11-23 09:30"),
        event("2026-11-23 10:00", EventKind::Resolved),
    ];
    let within = Span::new(at("2026-11-23 08:00"), at("2026-11-23 12:00"));
    assert_eq!(
        said(&across(Readings::default(), &events, 1, within)),
        [
            "Mon 23 Nov, 08:00–09:30: 24x7, 5400",
            "Mon 23 Nov, 09:30–10:00: paused (等客户), 0",
            "Mon 23 Nov, 10:00–12:00: 24x7, 7200",
        ]
    );
}

#[test]
fn the_calendar_tells_who_serves_whatever_the_clock_does() {
    let within = Span::new(at("2026-09-18 12:00"), at("2026-09-21 12:00"));
    let make_up = "make-up working day (National Day)";
    assert_eq!(
        said(&Ledger::of_calendar(&terms(Readings::default()), within)),
        [
            "Fri 18 Sep, 12:00–18:00: working time, 21600".to_owned(),
            "Fri 18 Sep, 18:00–24:00: out of hours, 0".to_owned(),
            "Sat 19 Sep, 00:00–24:00: weekend, 0".to_owned(),
            format!("Sun 20 Sep, 00:00–09:00: {make_up}, 0"),
            format!("Sun 20 Sep, 09:00–18:00: {make_up}, 32400"),
            format!("Sun 20 Sep, 18:00–24:00: {make_up}, 0"),
            "Mon 21 Sep, 00:00–09:00: out of hours, 0".to_owned(),
            "Mon 21 Sep, 09:00–12:00: working time, 10800".to_owned(),
        ]
    );
}

#[test]
fn the_calendar_names_maintenance_and_takes_nothing_for_it() {
    let within = Span::new(at("2026-11-08 00:00"), at("2026-11-09 00:00"));
    let suspending = Readings {
        maintenance_suspends: PerTarget {
            response: true,
            resolution: true,
        },
        ..business_hours()
    };
    for readings in [Readings::default(), suspending] {
        assert_eq!(
            said(&Ledger::of_calendar(&terms(readings), within)),
            [
                "Sun 8 Nov, 00:00–02:00: weekend, 0",
                "Sun 8 Nov, 02:00–06:00: planned maintenance, 0",
                "Sun 8 Nov, 06:00–24:00: weekend, 0",
            ]
        );
    }
}
