//! Tickets to which little happened: most of many tickets are such.

use super::{History, Instant, Rank, Round};

/// What happened to a ticket that was never paused, mitigated nor reopened, and whose priority never changed.
///
/// ```
/// use sla_planner::engine::{History, Instant, PlainHistory, Rank};
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let plain = PlainHistory { submitted, priority: Rank(2), first_reply: None, confirmed: None, resolved: None };
/// assert_eq!(History::from(plain), History::submitted(submitted, Rank(2)));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PlainHistory {
    /// When it was submitted.
    pub submitted: Instant,
    /// With which priority.
    pub priority: Rank,
    /// When it was first replied to.
    pub first_reply: Option<Instant>,
    /// When the problem was confirmed.
    pub confirmed: Option<Instant>,
    /// When it was resolved.
    pub resolved: Option<Instant>,
}

impl From<PlainHistory> for History {
    fn from(plain: PlainHistory) -> Self {
        Self {
            first_reply: plain.first_reply,
            confirmed: plain.confirmed,
            rounds: vec![Round {
                resolved: plain.resolved,
                ..Round::default()
            }],
            ..Self::submitted(plain.submitted, plain.priority)
        }
    }
}
