//! What happened to a ticket.

use serde::Serialize;

use super::Instant;

/// A priority by its place in its policy: 0 is the most urgent.
///
/// ```
/// use sla_planner::engine::{Policy, Rank};
/// let policy = Policy::spt_001()?;
/// assert_eq!(policy.priority(Rank(0)).map(|priority| priority.id.as_str()), Some("P0"));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Rank(pub u8);

/// One kind of event, in the order in which events of one instant without a number of their own happen.
///
/// ```
/// use sla_planner::engine::EventKind;
/// // At one instant, work goes on before it is solved.
/// assert!(EventKind::Resumed < EventKind::Resolved);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// The customer submitted the ticket.
    Submitted {
        /// With which priority.
        priority: Rank,
    },
    /// Its priority changed.
    PriorityChanged {
        /// To which.
        to: Rank,
    },
    /// The problem was confirmed.
    Confirmed,
    /// Work went on after a pause.
    Resumed,
    /// Work was paused, for instance to wait for the customer.
    Paused {
        /// Why.
        reason: String,
    },
    /// A technician replied for the first time.
    FirstReply,
    /// A temporary mitigation was given.
    Mitigated,
    /// The problem was solved.
    Resolved,
    /// The solution did not hold.
    Reopened,
}

/// Something that happened to a ticket.
///
/// ```
/// use sla_planner::engine::{Event, EventKind};
/// let resolved = Event::new("2026-11-23T12:00:00+08:00".parse()?, EventKind::Resolved);
/// let replied = Event::new("2026-11-23T11:00:00+08:00".parse()?, EventKind::FirstReply);
/// assert!(replied < resolved);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Event {
    /// When.
    pub at: Instant,
    /// Its place among the events of its instant; imported ones have none.
    pub sequence: Option<u32>,
    /// What.
    pub kind: EventKind,
}

impl Event {
    /// `kind` at `at`, without a sequence number.
    ///
    /// ```
    /// use sla_planner::engine::{Event, EventKind};
    /// let event = Event::new("2026-11-23T12:00:00+08:00".parse()?, EventKind::Confirmed);
    /// assert_eq!(event.sequence, None);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn new(at: Instant, kind: EventKind) -> Self {
        Self {
            at,
            sequence: None,
            kind,
        }
    }

    /// Events are ordered by instant, then by their own number, then, without one, by kind.
    fn order(&self) -> (Instant, u32, &EventKind) {
        (self.at, self.sequence.unwrap_or(u32::MAX), &self.kind)
    }
}

impl PartialOrd for Event {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Event {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}
