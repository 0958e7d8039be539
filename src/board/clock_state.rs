//! Where a clock of a ticket stands.

use super::State;
use super::record::instant;
use crate::engine::{Basis, BasisPoints, Instant, Sketch, Terms, Verdict};

/// Where a clock of a ticket stands, as it was found when the ticket was last looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClockState {
    /// When the target is used up. For a paused clock: if work went on when it was looked at.
    pub due: Instant,
    /// What its start rests on.
    pub basis: Basis,
    /// Whether the promise was kept; none for a projected clock.
    pub verdict: Option<Verdict>,
    /// The highest threshold that is reached; none below the first, and none once it has stopped.
    pub level: Option<usize>,
    /// Whether it has started.
    pub started: bool,
    /// Whether it is paused until the ticket is resumed.
    pub paused: bool,
}

/// The state of an open clock at `level`, where so many thresholds are `below` the whole: the last of these is
/// critical.
pub(super) const fn state_at(level: usize, below: usize) -> State {
    match below.saturating_sub(level) {
        0 | 1 => State::Critical,
        2 => State::Warning,
        _ => State::Early,
    }
}

impl ClockState {
    /// Where it stands.
    #[must_use]
    pub fn state(&self, terms: &Terms) -> State {
        let shares = terms.policy().thresholds.iter();
        let below = shares.filter(|threshold| threshold.share < BasisPoints::WHOLE);
        match self.verdict {
            Some(Verdict::Met) => State::Met,
            Some(Verdict::Missed) => State::Missed,
            Some(Verdict::Overdue) => State::Breached,
            _ if self.paused => State::Paused,
            _ if !self.started => State::NotStarted,
            _ => self
                .level
                .map_or(State::Ok, |level| state_at(level, below.count())),
        }
    }
}

/// Where a clock stands, in few bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packed {
    due: u32,
    /// The level and one more; 0 for none.
    level: u8,
    /// Bits: two of the basis, three of the verdict, started, paused, and whether there is a clock.
    bits: u8,
}

impl Packed {
    pub(super) const NONE: Self = Self {
        due: 0,
        level: 0,
        bits: 0,
    };

    #[inline(always)]
    pub(super) const fn of(sketch: &Sketch) -> Self {
        let basis = match sketch.basis {
            Basis::Recorded => 0,
            Basis::Projected => 1,
            Basis::Assumed => 2,
        };
        let verdict = match sketch.verdict {
            None => 0,
            Some(Verdict::Open) => 1,
            Some(Verdict::Met) => 2,
            Some(Verdict::Missed) => 3,
            Some(Verdict::Overdue) => 4,
        };
        let (started, paused) = (sketch.started as u8, sketch.paused as u8);
        Self {
            due: sketch.due,
            level: sketch.level,
            bits: basis | verdict << 2 | started << 5 | paused << 6 | 1 << 7,
        }
    }

    pub(super) fn unpack(self) -> Option<ClockState> {
        if self.bits >> 7 == 0 {
            return None;
        }
        Some(ClockState {
            due: instant(self.due)?,
            basis: match self.bits & 3 {
                0 => Basis::Recorded,
                1 => Basis::Projected,
                _ => Basis::Assumed,
            },
            verdict: match self.bits >> 2 & 7 {
                1 => Some(Verdict::Open),
                2 => Some(Verdict::Met),
                3 => Some(Verdict::Missed),
                4 => Some(Verdict::Overdue),
                _ => None,
            },
            level: usize::from(self.level).checked_sub(1),
            started: self.bits >> 5 & 1 == 1,
            paused: self.bits >> 6 & 1 == 1,
        })
    }
}
