//! Events as they are kept in a document.

use serde::{Serialize, Serializer};

use crate::engine::{Event, EventKind, Expected, Instant, Misread, Node, Rank};

/// The longest reason of a pause, in characters; longer ones are cut where they are read.
pub const LONGEST_REASON: usize = 200;

const KEYS: [&str; 8] = [
    "priority-changed",
    "first-reply",
    "confirmed",
    "paused",
    "resumed",
    "mitigated",
    "resolved",
    "reopened",
];

/// The key of a kind of event.
#[must_use]
pub const fn key(kind: &EventKind) -> &'static str {
    match kind {
        EventKind::Submitted { .. } => "submitted",
        EventKind::PriorityChanged { .. } => "priority-changed",
        EventKind::FirstReply => "first-reply",
        EventKind::Confirmed => "confirmed",
        EventKind::Paused { .. } => "paused",
        EventKind::Resumed => "resumed",
        EventKind::Mitigated => "mitigated",
        EventKind::Resolved => "resolved",
        EventKind::Reopened => "reopened",
    }
}

/// An event as it is written.
#[derive(Serialize)]
pub(super) struct Kept<'a> {
    at: Instant,
    sequence: Option<u32>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<Rank>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

impl<'a> Kept<'a> {
    /// That `kind` happened at `at`.
    pub(super) fn of(at: Instant, sequence: Option<u32>, kind: &'a EventKind) -> Self {
        let (priority, reason) = match kind {
            EventKind::Submitted { priority } => (Some(*priority), None),
            EventKind::PriorityChanged { to } => (Some(*to), None),
            EventKind::Paused { reason } => (None, Some(reason.as_str())),
            _ => (None, None),
        };
        Self {
            at,
            sequence,
            kind: key(kind),
            priority,
            reason,
        }
    }
}

/// Writes a list of events.
pub(super) fn write<S: Serializer>(events: &[Event], serializer: S) -> Result<S::Ok, S::Error> {
    let events = events.iter();
    serializer.collect_seq(events.map(|event| Kept::of(event.at, event.sequence, &event.kind)))
}

/// Reads an event; the submission is none of them.
pub(super) fn read(node: &Node<'_>) -> Result<Event, Misread> {
    let (key, priority, reason) = (node.key("kind"), node.key("priority"), node.key("reason"));
    Ok(Event {
        at: node.key("at").parsed(Expected::Instant)?,
        sequence: node.key("sequence").optional(Node::number)?,
        kind: kind(&key, &priority, &reason)?,
    })
}

/// Reads a kind of event from the places of its key, its priority and its reason.
pub(super) fn kind(
    key: &Node<'_>,
    priority: &Node<'_>,
    reason: &Node<'_>,
) -> Result<EventKind, Misread> {
    Ok(match key.str()? {
        "priority-changed" => EventKind::PriorityChanged {
            to: Rank(priority.number()?),
        },
        "first-reply" => EventKind::FirstReply,
        "confirmed" => EventKind::Confirmed,
        "paused" => EventKind::Paused {
            reason: cut(reason.optional(|reason| reason.str())?.unwrap_or("")),
        },
        "resumed" => EventKind::Resumed,
        "mitigated" => EventKind::Mitigated,
        "resolved" => EventKind::Resolved,
        "reopened" => EventKind::Reopened,
        _ => return Err(key.misread(Expected::OneOf(&KEYS))),
    })
}

/// Reads a mark of schema 1: its key and its instant.
pub(super) fn read_mark(node: &Node<'_>) -> Result<Event, Misread> {
    let mark = node.place(0);
    let kind = match mark.str()? {
        "replied" => EventKind::FirstReply,
        "confirmed" => EventKind::Confirmed,
        "resolved" => EventKind::Resolved,
        _ => return Err(mark.misread(Expected::OneOf(&["replied", "confirmed", "resolved"]))),
    };
    Ok(Event::new(node.place(1).parsed(Expected::Instant)?, kind))
}

/// A reason, no longer than it may be.
#[must_use]
pub fn cut(reason: &str) -> String {
    reason.chars().take(LONGEST_REASON).collect()
}
