//! What happened to a ticket, as links know it.

use crate::engine::{EventKind, Policy, Rank};
use crate::plan::{cut_reason, event_key};

use super::Fault;

/// The kinds of events. Their order is kept for ever: packed links hold their places.
const KINDS: [&str; 8] = [
    "first-reply",
    "confirmed",
    "paused",
    "resumed",
    "mitigated",
    "resolved",
    "reopened",
    "priority-changed",
];

/// The place of a kind in packed links.
pub(super) fn place(kind: &EventKind) -> usize {
    let key = event_key(kind);
    let place = KINDS.iter().position(|known| *known == key);
    place.unwrap_or(KINDS.len())
}

/// The key at `place`.
pub(super) fn key(place: usize) -> Option<&'static str> {
    KINDS.get(place).copied()
}

/// What is said of an event beside its kind: to which priority, or why; empty for most.
pub(super) fn about(kind: &EventKind, policy: &Policy) -> String {
    match kind {
        EventKind::PriorityChanged { to } => id(*to, policy),
        EventKind::Paused { reason } => reason.clone(),
        _ => String::new(),
    }
}

/// The kind of event called `key`, with what is said beside it; none where there is none.
pub(super) fn kind(key: &str, about: &str, policy: &Policy) -> Result<Option<EventKind>, Fault> {
    Ok(Some(match key {
        "priority-changed" => EventKind::PriorityChanged {
            to: rank(about, policy)?,
        },
        "paused" => EventKind::Paused {
            reason: cut_reason(about),
        },
        _ if !about.is_empty() => return Ok(None),
        "first-reply" => EventKind::FirstReply,
        "confirmed" => EventKind::Confirmed,
        "resumed" => EventKind::Resumed,
        "mitigated" => EventKind::Mitigated,
        "resolved" => EventKind::Resolved,
        "reopened" => EventKind::Reopened,
        _ => return Ok(None),
    }))
}

/// What a priority is called in `policy`; its place where it is not in it.
pub(super) fn id(rank: Rank, policy: &Policy) -> String {
    policy
        .priority(rank)
        .map_or_else(|| rank.0.to_string(), |priority| priority.id.clone())
}

/// The priority called `id` in `policy`.
pub(super) fn rank(id: &str, policy: &Policy) -> Result<Rank, Fault> {
    let known = |rank: &Rank| {
        let priority = policy.priority(*rank);
        priority.is_some_and(|priority| priority.id.eq_ignore_ascii_case(id))
    };
    let found = policy.ranks().find(known);
    found.ok_or_else(|| Fault::UnknownPriority {
        id: super::fault::said(id),
        known: policy
            .priorities
            .iter()
            .map(|priority| priority.id.clone())
            .collect(),
    })
}
