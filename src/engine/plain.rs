//! Tickets to which little happened: most of many tickets are such.

use super::{History, Instant, Pause, Rank, Round};

/// What happened to a ticket that was paused once at most, never mitigated nor reopened, and whose priority
/// never changed.
///
/// ```
/// use sla_planner::engine::{History, Instant, PlainHistory, Rank};
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let plain = PlainHistory::submitted(submitted, Rank(2));
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
    /// When it was paused.
    pub paused: Option<Instant>,
    /// When it was resumed after that; a solution ends a pause too.
    pub resumed: Option<Instant>,
}

impl PlainHistory {
    /// The history of a ticket with one event: submitted at `at` with `priority`.
    ///
    /// ```
    /// use sla_planner::engine::{PlainHistory, Rank};
    /// let plain = PlainHistory::submitted("2026-11-23T10:00:00+08:00".parse()?, Rank(2));
    /// assert_eq!(plain.first_reply, None);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn submitted(at: Instant, priority: Rank) -> Self {
        Self {
            submitted: at,
            priority,
            first_reply: None,
            confirmed: None,
            resolved: None,
            paused: None,
            resumed: None,
        }
    }
}

impl From<PlainHistory> for History {
    fn from(plain: PlainHistory) -> Self {
        let pause = plain.paused.map(|from| Pause {
            from,
            until: plain.resumed.or(plain.resolved),
            reason: String::new(),
        });
        Self {
            first_reply: plain.first_reply,
            confirmed: plain.confirmed,
            pauses: pause.into_iter().collect(),
            rounds: vec![Round {
                resolved: plain.resolved,
                ..Round::default()
            }],
            ..Self::submitted(plain.submitted, plain.priority)
        }
    }
}

/// That something has not happened, as seconds.
pub(crate) const NEVER: u32 = u32::MAX;

/// A plain history in seconds since 1970, as columns hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlainSeconds {
    pub(crate) submitted: u32,
    pub(crate) priority: u8,
    pub(crate) replied: u32,
    pub(crate) confirmed: u32,
    pub(crate) resolved: u32,
    pub(crate) paused: u32,
    pub(crate) resumed: u32,
}

impl From<&PlainHistory> for PlainSeconds {
    fn from(plain: &PlainHistory) -> Self {
        let second = |at: Option<Instant>| at.map_or(NEVER, Instant::second);
        Self {
            submitted: plain.submitted.second(),
            priority: plain.priority.0,
            replied: second(plain.first_reply),
            confirmed: second(plain.confirmed),
            resolved: second(plain.resolved),
            paused: second(plain.paused),
            resumed: second(plain.resumed),
        }
    }
}

impl From<&PlainSeconds> for PlainHistory {
    fn from(seconds: &PlainSeconds) -> Self {
        Self {
            submitted: Instant::from_second(seconds.submitted).unwrap_or(Instant::MIN),
            priority: Rank(seconds.priority),
            first_reply: Instant::from_second(seconds.replied),
            confirmed: Instant::from_second(seconds.confirmed),
            resolved: Instant::from_second(seconds.resolved),
            paused: Instant::from_second(seconds.paused),
            resumed: Instant::from_second(seconds.resumed),
        }
    }
}
