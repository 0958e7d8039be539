//! Tickets and scenarios that are compared.

use std::sync::Arc;

use sla_planner::board::Tickets;
use sla_planner::engine::{
    ClockReading, Event, EventKind, Instant, Policy, Rank, Readings, Schedule, Terms,
};
use sla_planner::plan::Ticket;

#[path = "random.rs"]
mod random;
use random::Random;

/// How many tickets.
pub(crate) const TICKETS: u32 = 10_000;

/// When they are looked at.
pub(crate) fn now() -> Instant {
    "2026-02-24T11:00:00+08:00".parse().expect("an instant")
}

/// The plan as it is, on working time, and three that depart from it.
pub(crate) fn scenarios() -> Vec<Arc<Terms>> {
    let policy = Arc::new(Policy::spt_001().expect("the policy is whole"));
    let calendar = policy.calendar().expect("the calendar is whole");
    let schedule = Arc::new(Schedule::new(calendar));
    let working = Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    };
    let all = [
        working,
        Readings {
            make_up_days: false,
            ..working
        },
        Readings {
            clock: ClockReading::Mixed,
            ..working
        },
        Readings::default(),
    ];
    let terms = |readings| Terms::new(Arc::clone(&policy), Arc::clone(&schedule), readings);
    let terms = all.map(|readings| Arc::new(terms(readings).expect("the policy holds")));
    terms.to_vec()
}

/// Tickets of the last two weeks, around Spring Festival; some paused.
pub(crate) fn tickets() -> Tickets {
    let mut random = Random(1);
    let mut tickets = Tickets::default();
    for key in 1..=TICKETS {
        let priority = Rank(u8::try_from(random.below(5)).expect("small"));
        let mut at = now().plus(-random.below(14 * 86_400)).expect("in range");
        let mut events = vec![Event::new(at, EventKind::Submitted { priority })];
        let reason = String::new();
        let kinds = [
            EventKind::FirstReply,
            EventKind::Confirmed,
            EventKind::Paused { reason },
            EventKind::Resolved,
        ];
        for kind in kinds {
            at = at.plus(random.below(4 * 3_600)).expect("in range");
            if at > now() || random.below(6) == 0 {
                break;
            }
            events.push(Event::new(at, kind));
        }
        tickets.put(&Ticket {
            key,
            number: format!("SPT-{key}"),
            title: String::new(),
            events,
        });
    }
    tickets
}
