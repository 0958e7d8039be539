//! Where a ticket stands.

use crate::engine::keyed;

/// Where a ticket stands: where the worst of its open clocks stands, and where none is open, how they were
/// stopped. Most urgent first.
///
/// ```
/// use sla_planner::board::State;
/// assert!(State::Breached < State::Met);
/// assert_eq!(State::Early.key(), "early");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// An open clock is overdue.
    Breached,
    /// An open clock is at the last threshold below the whole (95 %).
    Critical,
    /// At the one before it (90 %).
    Warning,
    /// At an earlier one (80 %).
    Early,
    /// Below all.
    Ok,
    /// Paused.
    Paused,
    /// It is open, and no clock of it runs: what starts the next one has not happened.
    NotStarted,
    /// It cannot be judged: its events contradict each other, or the policy does not know its priority.
    Faulty,
    /// All clocks stopped, one of them too late.
    Missed,
    /// All clocks stopped in time.
    Met,
}

keyed!(State: Breached = "breached", Critical = "critical", Warning = "warning", Early = "early", Ok = "ok",
    Paused = "paused", NotStarted = "not-started", Faulty = "faulty", Missed = "missed", Met = "met");

impl State {
    /// All of them, most urgent first.
    pub const ALL: [Self; 10] = [
        Self::Breached,
        Self::Critical,
        Self::Warning,
        Self::Early,
        Self::Ok,
        Self::Paused,
        Self::NotStarted,
        Self::Faulty,
        Self::Missed,
        Self::Met,
    ];

    /// Its key in style sheets, tests and what is kept.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Breached => "breached",
            Self::Critical => "critical",
            Self::Warning => "warning",
            Self::Early => "early",
            Self::Ok => "ok",
            Self::Paused => "paused",
            Self::NotStarted => "not-started",
            Self::Faulty => "faulty",
            Self::Missed => "missed",
            Self::Met => "met",
        }
    }

    /// Whether the work on the ticket goes on.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Missed | Self::Met)
    }
}
