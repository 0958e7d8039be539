//! SPT-001 and tickets under it, written in a line each.

use std::sync::Arc;

use sla_planner::engine::{
    ClockReading, Event, EventKind, HolidaySet, Instant, Policy, Rank, Readings, Schedule, Terms,
};
use sla_planner::plan::Ticket;

/// An instant, from its text.
pub(crate) fn at(text: &str) -> Instant {
    text.parse().expect("an instant in a test")
}

/// The contract with China's holidays, read as written but for its clock.
pub(crate) fn terms(clock: ClockReading) -> Arc<Terms> {
    let policy = Policy::spt_001().expect("the policy is whole");
    let china = HolidaySet::china().expect("the holidays are whole");
    let schedule = Schedule::new(policy.calendar_with(Some(china)));
    let readings = Readings {
        clock,
        ..Readings::default()
    };
    Arc::new(Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("it holds"))
}

/// A ticket and what happened to it.
pub(crate) fn ticket(key: u32, number: &str, title: &str, events: &[(&str, EventKind)]) -> Ticket {
    let events = events.iter();
    Ticket {
        key,
        number: number.to_owned(),
        title: title.to_owned(),
        events: events
            .map(|(when, kind)| Event::new(at(when), kind.clone()))
            .collect(),
    }
}

/// A submission with a priority.
pub(crate) fn submitted(rank: u8) -> EventKind {
    EventKind::Submitted {
        priority: Rank(rank),
    }
}
