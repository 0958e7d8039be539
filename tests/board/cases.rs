//! Random terms and tickets.

use std::sync::Arc;

use chrono::Weekday;
use proptest::collection::vec;
use proptest::prelude::*;
use sla_planner::engine::{
    BasisPoints, Bilingual, Calendar, Event, EventKind, History, Instant, Policy, Rank, Readings,
    Schedule, Terms, Threshold, TypedHours, WeeklyHours,
};
use sla_planner::plan::Ticket;

use super::readings::readings;

/// 2026-03-02T00:00:00Z, a Monday.
const FROM: i64 = 1_772_409_600;
pub(crate) const DAY: i64 = 86_400;

/// How many cases of each property: `BOARD_CASES`, or 200.
pub(crate) fn cases() -> u32 {
    let asked = std::env::var("BOARD_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

pub(crate) fn at(second: i64) -> Instant {
    Instant::from_epoch(FROM + second).expect("in range")
}

/// SPT-001 as the case wants it.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    hours: Vec<(u8, u32, u32)>,
    seconds: Vec<i64>,
    shares: Vec<u32>,
    readings: Readings,
}

impl Wanted {
    pub(crate) fn terms(&self) -> Arc<Terms> {
        let mut policy = Policy::spt_001().expect("the policy is whole");
        for (target, lengths) in policy.targets.iter_mut().zip(self.seconds.chunks(5)) {
            target.seconds = lengths.to_vec();
        }
        let threshold = |share: &u32| Threshold {
            share: BasisPoints(*share),
            name: Bilingual::default(),
            told: Bilingual::default(),
            clause: String::new(),
        };
        policy.thresholds = self.shares.iter().map(threshold).collect();
        let mut week = WeeklyHours::default();
        for &(day, open, close) in &self.hours {
            let day = Weekday::try_from(day).expect("a weekday");
            week.add(day, TypedHours::new(open, close).expect("hours"));
        }
        let calendar = Calendar::weekly("Asia/Shanghai".parse().expect("a zone"), week);
        let schedule = Schedule::new(calendar);
        let terms = Terms::new(policy.into(), schedule.into(), self.readings);
        terms.expect("the policy holds").into()
    }
}

pub(crate) fn wanted() -> impl Strategy<Value = Wanted> {
    let window = (0_u8..7, 0_u32..96, 1_u32..96)
        .prop_map(|(day, open, length)| (day, open * 900, (open + length) % 96 * 900));
    let hours = vec(window, 0..4).prop_map(|more| {
        let daily = (0..7).map(|day| (day, 36_000, 54_000));
        daily.chain(more).collect()
    });
    let shares = prop_oneof![
        4 => Just(vec![8_000, 9_000, 9_500, 10_000]),
        1 => Just(vec![5_000, 9_999]),
        1 => Just(vec![1, 9_000, 10_000, 10_001, 15_000]),
        1 => Just(vec![10_000]),
        1 => Just(vec![12_000]),
        1 => Just(Vec::new()),
    ];
    let lengths = prop_oneof![
        4 => vec(60_i64..40_000, 10),
        1 => vec(1_i64..30, 10),
        1 => Just(vec![3_600; 10]),
        1 => Just(vec![5 * 3_600; 10]),
    ];
    (hours, lengths, shares, readings()).prop_map(|(hours, seconds, shares, readings)| Wanted {
        hours,
        seconds,
        shares,
        readings,
    })
}

fn plain_kind() -> impl Strategy<Value = EventKind> {
    prop_oneof![
        Just(EventKind::FirstReply),
        Just(EventKind::Confirmed),
        Just(EventKind::Resolved),
    ]
}

fn kind() -> impl Strategy<Value = EventKind> {
    prop_oneof![
        4 => plain_kind(),
        4 => Just(EventKind::Paused { reason: String::from("等客户") }),
        4 => Just(EventKind::Resumed),
        1 => Just(EventKind::Mitigated),
        1 => Just(EventKind::Reopened),
        1 => (0_u8..5).prop_map(|to| EventKind::PriorityChanged { to: Rank(to) }),
    ]
}

/// When something happens: on working days around opening and closing hours, and at any time.
fn second() -> impl Strategy<Value = i64> {
    prop_oneof![
        2 => 0..5 * DAY,
        1 => (0_i64..5, prop_oneof![Just(2), Just(7)], -2_i64..3)
            .prop_map(|(day, hour, second)| day * DAY + hour * 3_600 + second),
    ]
}

/// A submission and other events, imported or entered here, of which those that contradict what went before
/// are left out.
fn events(
    kinds: impl Strategy<Value = EventKind>,
    most: usize,
) -> impl Strategy<Value = Vec<Event>> {
    let later = vec((second(), kinds, any::<bool>()), 0..most);
    (0_u8..5, second(), later).prop_map(|(rank, submitted, later)| {
        let priority = Rank(rank);
        let submitted = Event::new(at(submitted), EventKind::Submitted { priority });
        let mut sequence = 0;
        let mut later: Vec<Event> = later
            .into_iter()
            .map(|(second, kind, entered)| {
                sequence += 1;
                Event {
                    at: at(second),
                    sequence: Some(sequence).filter(|_| entered),
                    kind,
                }
            })
            .collect();
        later.sort();
        let mut kept = vec![submitted];
        for event in later {
            kept.push(event);
            kept.sort();
            if History::read(&kept).is_err() {
                let last = kept.pop();
                if last.is_some_and(|last| matches!(last.kind, EventKind::Submitted { .. })) {
                    kept.clear();
                    kept.push(Event::new(at(0), EventKind::Submitted { priority }));
                }
            }
        }
        kept
    })
}

fn pause_kind() -> impl Strategy<Value = EventKind> {
    prop_oneof![
        2 => plain_kind(),
        1 => Just(EventKind::Paused { reason: String::from("等客户") }),
        1 => Just(EventKind::Resumed),
    ]
}

/// Events of any kind.
pub(crate) fn any_events() -> impl Strategy<Value = Vec<Event>> {
    prop_oneof![
        1 => events(plain_kind(), 5),
        2 => events(pause_kind(), 6),
        1 => events(kind(), 10),
    ]
}

/// A number or a title.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "(SPT|INC|spt)-[0-9]{1,5}",
        1 => "[0-9]{1,20}",
        2 => Just(String::new()),
        1 => "\\PC{0,20}",
        1 => "(登录|ＬＯＧＩＮ|Login|500|Ä|ß|İ){1,4}",
    ]
}

/// A ticket without a key yet.
pub(crate) fn ticket() -> impl Strategy<Value = Ticket> {
    (words(), words(), any_events()).prop_map(|(number, title, mut events)| {
        events.sort();
        Ticket {
            key: 0,
            number,
            title,
            events,
        }
    })
}

/// Instants around everything that is told of a ticket, and some others.
pub(crate) fn around(instants: impl IntoIterator<Item = Instant>) -> Vec<Instant> {
    let mut all: Vec<Instant> = instants
        .into_iter()
        .flat_map(|at| [-1, 0, 1, 2].map(|second| at.plus(second).expect("in range")))
        .collect();
    all.extend((0..40).map(|place| at(place * DAY / 4 + 17)));
    all.sort();
    all.dedup();
    all
}
