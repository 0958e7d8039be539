//! Why a target is due at another time.

use crate::engine::{
    AtClosing, Basis, Bilingual, Clock, DatedKind, DayHours, Instant, Milestone, Reason,
    ResolutionStart, Seconds, Terms, Zone,
};

/// From what a clock starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beginning {
    /// The submission.
    Submission,
    /// The first reply.
    FirstReply,
    /// The confirmation.
    Confirmation,
    /// When the response is due: nothing it could start from has happened.
    ResponseDue,
    /// Assumed, as it stopped before that happened.
    Assumed,
}

impl Beginning {
    /// From what `clock` starts.
    pub(super) fn of(terms: &Terms, clock: &Clock) -> Self {
        match clock.basis {
            Basis::Projected => return Self::ResponseDue,
            Basis::Assumed => return Self::Assumed,
            Basis::Recorded => {}
        }
        let target = terms.policy().targets.get(clock.target);
        let start = target.map(|target| target.start);
        match (start, terms.readings().resolution_start) {
            (Some(Milestone::Confirmation), ResolutionStart::Confirmation) => Self::Confirmation,
            (Some(Milestone::Confirmation), ResolutionStart::FirstReply)
            | (Some(Milestone::FirstReply), _) => Self::FirstReply,
            _ => Self::Submission,
        }
    }
}

/// Something that makes a target due at another time: what the first terms have and the others have.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The target is longer or shorter.
    Target {
        /// Its length under the first terms.
        base: Seconds,
        /// Under the others.
        other: Seconds,
    },
    /// What was counted before a change of priority is carried over (R8).
    Carried {
        /// The seconds under the first terms.
        base: Seconds,
        /// Under the others.
        other: Seconds,
    },
    /// The clock starts at another time (R2).
    Start {
        /// When and from what it starts under the first terms.
        base: (Instant, Beginning),
        /// Under the others.
        other: (Instant, Beginning),
    },
    /// The clock counts anew from another time: a change of priority, or a reopening (R8, R9).
    Restart {
        /// From when it counts under the first terms.
        base: Instant,
        /// Under the others.
        other: Instant,
    },
    /// The target is used up exactly at closing (R10).
    AtClosing {
        /// What that means under the first terms.
        base: AtClosing,
        /// Under the others.
        other: AtClosing,
    },
    /// A pause, for this reason (R7).
    Paused {
        /// Why it was paused.
        reason: String,
    },
    /// The ticket was resolved and not yet reopened (R9).
    Closed,
    /// Planned maintenance suspends the clock (R4).
    Maintenance,
    /// A closure of the calendar.
    Closure {
        /// What it is called.
        name: Bilingual,
    },
    /// A holiday.
    Holiday {
        /// What it is called.
        name: Bilingual,
    },
    /// A make-up day, or hours of its own.
    Dated {
        /// Why the date has hours of its own.
        kind: DatedKind,
        /// What the day is called.
        name: Bilingual,
    },
    /// A day of the week without hours, such as the weekend.
    DayOff,
    /// Nights: one clock runs 24x7, the other does not.
    OutOfHours,
    /// The hours of a working day.
    Hours {
        /// Under the first terms.
        base: DayHours,
        /// Under the others.
        other: DayHours,
    },
    /// The zone of the calendar.
    Zone {
        /// Under the first terms.
        base: Zone,
        /// Under the others.
        other: Zone,
    },
}

impl Cause {
    /// Whether it is of the calendar: of dates and windows, rather than of how the clock is read.
    #[must_use]
    pub const fn is_of_calendar(&self) -> bool {
        !matches!(
            self,
            Self::Target { .. }
                | Self::Carried { .. }
                | Self::Start { .. }
                | Self::Restart { .. }
                | Self::AtClosing { .. }
        )
    }

    /// Why a stretch is skipped for the reason `skipped` that elsewhere counts for the reason `counted`; none
    /// for the hours of a working day, which only the calendars know.
    pub(super) fn of(counted: &Reason, skipped: &Reason) -> Option<Self> {
        Some(match (skipped, counted) {
            (Reason::Paused { reason }, _) => Self::Paused {
                reason: reason.clone(),
            },
            (Reason::Closed, _) => Self::Closed,
            (Reason::Maintenance, _) => Self::Maintenance,
            (Reason::Closure { name }, _) => Self::Closure { name: name.clone() },
            (_, Reason::Dated { kind, name }) | (Reason::Dated { kind, name }, _) => Self::Dated {
                kind: *kind,
                name: name.clone(),
            },
            (Reason::Holiday { name }, _) => Self::Holiday { name: name.clone() },
            (Reason::DayOff, _) => Self::DayOff,
            (_, Reason::AllHours) => Self::OutOfHours,
            _ => return None,
        })
    }
}
