//! Random tickets: their clocks against a slow evaluation, and against laws that hold for every ticket.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::Weekday;
use proptest::collection::vec;
use proptest::prelude::*;
use sla_planner::engine::{
    Assessment, Basis, Calendar, Clock, ClockReading, Event, EventKind, History, Instant, Ledger,
    MitigationStops, Motion, PerTarget, Policy, Rank, Readings, Reopening, Schedule, Seconds,
    Terms, TypedHours, Verdict, WeeklyHours,
};

use super::cases;
use super::readings::readings;
use super::slow::{self, SlowCalendar};

const ZONES: &[&str] = &[
    "Asia/Shanghai",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Europe/London",
];
/// 2026-03-27T00:00:00Z: clocks are changed in most of the zones in the days around.
const FROM: i64 = 1_774_569_600;
const DAY: i64 = 86_400;
/// How long a ticket is looked at, in seconds.
const REACH: i64 = 4 * DAY;

fn at(second: i64) -> Instant {
    Instant::from_epoch(FROM + second).expect("in range")
}

/// SPT-001 with short targets on other hours.
fn terms(
    zone: &'static str,
    hours: &[(i8, u32, u32)],
    seconds: &[Seconds],
    readings: Readings,
) -> Terms {
    let mut policy = Policy::spt_001().expect("the policy is whole");
    for (target, lengths) in policy.targets.iter_mut().zip(seconds.chunks(5)) {
        target.seconds = lengths.to_vec();
    }
    let mut week = WeeklyHours::default();
    for &(day, open, close) in hours {
        let day = Weekday::try_from(u8::try_from(day).expect("a weekday")).expect("a weekday");
        week.add(day, TypedHours::new(open, close).expect("hours"));
    }
    let calendar = Calendar::weekly(zone.parse().expect("a zone"), week);
    Terms::new(
        Arc::new(policy),
        Arc::new(Schedule::new(calendar)),
        readings,
    )
    .expect("the policy holds")
}

fn hours() -> impl Strategy<Value = Vec<(i8, u32, u32)>> {
    let window = (0_i8..7, 0_u32..96, 1_u32..96).prop_map(|(day, open, length)| {
        let close = (open + length) % 96;
        (day, open * 900, close * 900)
    });
    // Every day is open for a while, so that short targets are used up within reach.
    let daily = (0_i8..7)
        .map(|day| (day, 36_000, 54_000))
        .collect::<Vec<_>>();
    vec(window, 0..6).prop_map(move |more| daily.iter().copied().chain(more).collect())
}

fn kind() -> impl Strategy<Value = EventKind> {
    let rank = (0_u8..5).prop_map(Rank);
    prop_oneof![
        2 => Just(EventKind::FirstReply),
        3 => Just(EventKind::Confirmed),
        4 => Just(EventKind::Paused { reason: String::from("等客户") }),
        4 => Just(EventKind::Resumed),
        2 => Just(EventKind::Resolved),
        1 => Just(EventKind::Mitigated),
        1 => Just(EventKind::Reopened),
        1 => rank.prop_map(|to| EventKind::PriorityChanged { to }),
    ]
}

/// A submission and other events, of which those that contradict what went before are left out.
fn events(kinds: impl Strategy<Value = EventKind>) -> impl Strategy<Value = Vec<Event>> {
    let submitted = (0_u8..5, 0..DAY).prop_map(|(rank, second)| {
        let priority = Rank(rank);
        Event::new(at(second), EventKind::Submitted { priority })
    });
    let later = vec((0..2 * DAY, kinds), 0..10);
    (submitted, later).prop_map(|(submitted, later)| {
        let mut later: Vec<Event> = later
            .into_iter()
            .map(|(second, kind)| Event::new(at(DAY + second), kind))
            .collect();
        later.sort();
        let mut kept = vec![submitted];
        for event in later {
            kept.push(event);
            if History::read(&kept).is_err() {
                kept.pop();
            }
        }
        kept
    })
}

/// When the first event of a kind happened.
fn first(events: &[Event], kind: &EventKind) -> Option<i64> {
    let mut of_kind = events.iter().filter(|event| event.kind == *kind);
    of_kind.next().map(|event| event.at.epoch())
}

/// Whether the ticket is paused in the second that begins at `second`; a pause that was not ended reaches to
/// `now`, or to the solution.
fn paused(events: &[Event], second: i64, now: i64) -> bool {
    let mut since = None;
    for event in events {
        let ends = matches!(event.kind, EventKind::Resumed | EventKind::Resolved);
        if matches!(event.kind, EventKind::Paused { .. }) {
            since = Some(event.at.epoch());
        } else if ends
            && let Some(from) = since.take()
            && from <= second
            && second < event.at.epoch()
        {
            return true;
        }
    }
    since.is_some_and(|from| from <= second && second < now)
}

/// What a clock shows, worked out second by second.
struct Slow<'a> {
    calendar: &'a SlowCalendar,
    zone: jiff::tz::TimeZone,
    always: bool,
    pausable: bool,
    events: &'a [Event],
    now: i64,
    /// When it stopped: what is paused later does not touch it.
    stop: Option<i64>,
    /// From when to when it was closed before it was reopened.
    closed: Vec<(i64, i64)>,
}

impl Slow<'_> {
    fn counts(&self, second: i64) -> bool {
        let open = self.always || self.calendar.is_open(&self.zone, second);
        let stopped = self.stop.is_some_and(|stop| stop <= second);
        let mut closed = self.closed.iter();
        let closed = closed.any(|(from, until)| (*from..*until).contains(&second));
        open && !closed && !(self.pausable && !stopped && paused(self.events, second, self.now))
    }

    fn due(&self, start: i64, target: i64) -> Option<i64> {
        let mut left = target;
        let mut second = start;
        while left > 0 {
            if second > FROM + REACH + 2 * DAY {
                return None;
            }
            left -= i64::from(self.counts(second));
            second += 1;
        }
        Some(second)
    }

    fn counted(&self, from: i64, until: i64) -> i64 {
        (from..until)
            .map(|second| i64::from(self.counts(second)))
            .sum()
    }
}

/// A cycle of a target: when it stopped, and when it was reopened after that.
type Stopped = (i64, Option<i64>);

/// The cycles of a target that events with `stops` stop.
fn cycles(events: &[Event], stops: impl Fn(&EventKind) -> bool) -> Vec<Stopped> {
    let mut found: Vec<Stopped> = Vec::new();
    for event in events {
        let running = found.last().is_none_or(|(_, reopened)| reopened.is_some());
        if stops(&event.kind) && running {
            found.push((event.at.epoch(), None));
        } else if event.kind == EventKind::Reopened && !running {
            found.last_mut().expect("it stopped").1 = Some(event.at.epoch());
        }
    }
    found
}

/// All but changes of priority: what the slow evaluation knows.
fn plain_kind() -> impl Strategy<Value = EventKind> {
    prop_oneof![
        1 => Just(EventKind::FirstReply),
        1 => Just(EventKind::Confirmed),
        3 => Just(EventKind::Paused { reason: String::new() }),
        3 => Just(EventKind::Resumed),
        1 => Just(EventKind::Mitigated),
        1 => Just(EventKind::Resolved),
        2 => Just(EventKind::Reopened),
    ]
}

fn verdict(due: i64, stop: Option<i64>, now: i64) -> Verdict {
    match stop {
        Some(stop) if stop <= due => Verdict::Met,
        Some(_) => Verdict::Missed,
        None if now <= due => Verdict::Open,
        None => Verdict::Overdue,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn clocks_are_those_of_every_second(
        zone in 0..ZONES.len(),
        hours in hours(),
        lengths in vec(60_i64..20_000, 10),
        events in events(plain_kind()),
        working_time in any::<bool>(),
        pauses in any::<[bool; 2]>(),
        urgent_only in any::<bool>(),
        restart in any::<bool>(),
        now in 2 * DAY..3 * DAY,
    ) {
        let [response, resolution] = pauses;
        let readings = Readings {
            clock: if working_time { ClockReading::WorkingTime } else { ClockReading::AllHours },
            pauses: PerTarget { response, resolution },
            mitigation_stops: if urgent_only { MitigationStops::MostUrgentOnly } else { MitigationStops::EveryPriority },
            reopening: if restart { Reopening::Restart } else { Reopening::Resume },
            ..Readings::default()
        };
        let terms = terms(ZONES[zone], &hours, &lengths, readings);
        let calendar = SlowCalendar {
            zone: ZONES[zone],
            weekly: hours,
            holidays: BTreeSet::new(),
            dated: BTreeMap::new(),
            closures: Vec::new(),
        };
        let now = FROM + DAY + now;
        let history = History::read(&events).expect("contradictions were left out");
        let EventKind::Submitted { priority: Rank(rank) } = events[0].kind else {
            unreachable!("the submission is first")
        };
        let assessment = Assessment::of(&terms, &history, Instant::from_epoch(now).expect("in range"))
            .expect("every day is open");
        let slow = |pausable, stop, closed| Slow {
            stop,
            closed,
            calendar: &calendar,
            zone: slow::zone(ZONES[zone]),
            always: !working_time,
            pausable,
            events: &events,
            now,
        };
        let submitted = events[0].at.epoch();
        let replied = first(&events, &EventKind::FirstReply);
        let resolved = first(&events, &EventKind::Resolved);
        let confirmed = first(&events, &EventKind::Confirmed);
        let rank = usize::from(rank);

        let check = |clock: &Clock, slow: &Slow<'_>, start: i64, target: i64| {
            let stop = slow.stop;
            let Some(due) = slow.due(start, target) else {
                return Ok(());
            };
            prop_assert_eq!(clock.due.epoch(), due, "due");
            for (share, mark) in [8_000, 9_000, 9_500, 10_000].into_iter().zip(&clock.marks) {
                let need = (target * share + 9_999) / 10_000;
                prop_assert_eq!(Some(mark.epoch()), slow.due(start, need), "{}", share);
            }
            if clock.basis != Basis::Projected {
                let status = clock
                    .status(&terms, Instant::from_epoch(now).expect("in range"))
                    .expect("its own terms");
                let shown = stop.unwrap_or(now);
                prop_assert_eq!(status.elapsed, slow.counted(start, shown), "elapsed");
                prop_assert_eq!(status.verdict, Some(verdict(due, stop, now)), "verdict");
                let motion = match stop {
                    Some(_) => Motion::Stopped,
                    None if clock.paused_since.is_some() => Motion::Paused,
                    None if slow.counts(now) => Motion::Running,
                    None => Motion::OutOfHours,
                };
                prop_assert_eq!(status.motion, motion, "motion");
            }
            Ok(())
        };
        let stop = [replied, resolved].into_iter().flatten().min();
        check(&assessment.clocks[0], &slow(response, stop, Vec::new()), submitted, lengths[rank])?;

        let mitigation_stops = !urgent_only || rank == 0;
        let cycles = cycles(&events, |kind| match kind {
            EventKind::Mitigated => mitigation_stops,
            kind => *kind == EventKind::Resolved,
        });
        let response_due = assessment.clocks[0].due.epoch();
        let start = confirmed.unwrap_or_else(|| match cycles.first() {
            Some((stop, _)) => response_due.min(*stop).min(replied.unwrap_or(i64::MAX)),
            None => response_due,
        });
        let clock = &assessment.clocks[1];
        let mut start = start;
        let mut closed = Vec::new();
        let mut earlier = clock.earlier.iter();
        let mut last = None;
        for (stop, reopened) in cycles {
            let Some(reopened) = reopened else {
                last = Some(stop);
                break;
            };
            let cycle = earlier.next().expect("a cycle for each reopening");
            prop_assert_eq!(cycle.stop.epoch(), stop, "the stop of a cycle");
            if let Some(due) = slow(resolution, Some(stop), closed.clone()).due(start, lengths[5 + rank]) {
                prop_assert_eq!(cycle.due.epoch(), due, "a cycle's due");
                prop_assert_eq!(Some(cycle.verdict), Some(verdict(due, Some(stop), now)));
            }
            if restart {
                start = reopened;
            } else {
                closed.push((stop, reopened));
            }
        }
        prop_assert_eq!(earlier.next(), None, "no other cycle");
        check(clock, &slow(resolution, last, closed), start, lengths[5 + rank])?;
    }

    #[test]
    fn laws_hold_for_every_ticket(
        zone in 0..ZONES.len(),
        hours in hours(),
        lengths in vec(60_i64..200_000, 10),
        events in events(kind()),
        readings in readings(),
        order in any::<u64>(),
        now in 0..REACH,
    ) {
        let terms = terms(ZONES[zone], &hours, &lengths, readings);
        let history = History::read(&events).expect("contradictions were left out");
        let mut shuffled = events.clone();
        for place in (1..shuffled.len()).rev() {
            let other = usize::try_from(order).unwrap_or(7) % (place + 1);
            shuffled.swap(place, other);
        }
        prop_assert_eq!(History::read(&shuffled), Ok(history.clone()), "in whatever order");

        let now = at(now);
        let assessment = Assessment::of(&terms, &history, now).expect("every day is open");
        for clock in &assessment.clocks {
            prop_assert!(clock.marks.is_sorted(), "thresholds are in order");
            prop_assert_eq!(clock.marks.last(), Some(&clock.due));
            for &until in &clock.marks {
                let ledger = Ledger::of(&terms, &history, clock, until).expect("its own terms");
                let entries = &ledger.entries;
                let mut total = ledger.carried;
                for entry in entries {
                    total += entry.counted;
                    prop_assert_eq!(entry.total, total);
                }
                prop_assert_eq!(ledger.counted(), total);
                let joined = entries.iter().zip(entries.iter().skip(1));
                for (entry, next) in joined {
                    prop_assert_eq!(entry.span.until, next.span.from);
                }
            }
            let ledger = Ledger::of(&terms, &history, clock, clock.due).expect("its own terms");
            prop_assert_eq!(ledger.counted(), clock.seconds.max(clock.carried));
            let status = clock.status(&terms, now).expect("its own terms");
            prop_assert_eq!(status.counted_left, clock.seconds - status.elapsed);
            prop_assert_eq!(status.verdict.is_none(), clock.basis == Basis::Projected);
            if status.verdict == Some(Verdict::Overdue) {
                prop_assert_eq!(status.level, Some(3), "past due is the last level");
            }
        }
    }
}
