//! The instants that are marked on a timeline.

use super::Handle;
use crate::engine::{BasisPoints, Clock, History, Instant, ResolutionStart, Target, Terms};

/// What is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// The ticket was submitted.
    Submitted,
    /// The problem was confirmed.
    Confirmed,
    /// The clock starts here without the event: it is projected or assumed.
    Assumed,
    /// The first reply was given.
    Replied,
    /// A pause begins, by its place in the history.
    PauseStart(usize),
    /// A pause ends.
    PauseEnd(usize),
    /// A threshold below the whole is reached, by its place in the policy.
    Threshold(usize),
    /// The target is used up.
    Due,
    /// The clock stopped.
    Stopped,
}

impl MarkKind {
    /// What is moved by dragging it.
    #[must_use]
    pub const fn handle(self) -> Option<Handle> {
        match self {
            Self::Submitted => Some(Handle::Submission),
            Self::Confirmed | Self::Assumed => Some(Handle::Confirmation),
            Self::PauseStart(place) => Some(Handle::PauseStart(place)),
            Self::PauseEnd(place) => Some(Handle::PauseEnd(place)),
            Self::Replied | Self::Threshold(_) | Self::Due | Self::Stopped => None,
        }
    }

    /// Whether it is one of the levels of the clock: a threshold, or its due time.
    #[must_use]
    pub const fn is_level(self) -> bool {
        matches!(self, Self::Threshold(_) | Self::Due)
    }
}

/// An instant that is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// What is marked.
    pub kind: MarkKind,
    /// When.
    pub at: Instant,
}

impl Mark {
    /// The marks of `clock`, in order of time; of marks at one instant what happened comes before the levels.
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, History, Policy, Rank, Readings, Schedule, Terms};
    /// use sla_planner::timeline::{Mark, MarkKind};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let history = History::submitted("2026-11-23T10:00:00+08:00".parse()?, Rank(0));
    /// let assessment = Assessment::of(&terms, &history, history.submitted)?;
    /// let marks = Mark::of(&terms, &history, &assessment.clocks[1]);
    /// let kinds: Vec<MarkKind> = marks.iter().map(|mark| mark.kind).collect();
    /// assert_eq!(kinds[..2], [MarkKind::Submitted, MarkKind::Assumed]);
    /// assert_eq!(kinds.last(), Some(&MarkKind::Due));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn of(terms: &Terms, history: &History, clock: &Clock) -> Vec<Self> {
        let readings = terms.readings();
        let policy = terms.policy();
        let target = policy.targets.get(clock.target);
        let response = target.is_some_and(Target::is_response);
        let pausable = if response {
            readings.pauses.response
        } else {
            readings.pauses.resolution
        };
        let mut marks: Vec<Self> = Vec::new();
        let mut add = |kind, at: Option<Instant>| {
            if let Some(at) = at {
                let place = marks.partition_point(|other| other.at <= at);
                marks.insert(place, Self { kind, at });
            }
        };
        add(MarkKind::Submitted, Some(history.submitted));
        let from_reply = readings.resolution_start == ResolutionStart::FirstReply;
        let replied = history.first_reply.filter(|_| response || from_reply);
        add(MarkKind::Replied, replied);
        if !response {
            let assumed = clock.basis != crate::engine::Basis::Recorded;
            add(MarkKind::Confirmed, history.confirmed);
            add(MarkKind::Assumed, assumed.then_some(clock.start));
        }
        for (place, pause) in history.pauses.iter().enumerate().filter(|_| pausable) {
            add(MarkKind::PauseStart(place), Some(pause.from));
            // A resolution ends a pause too, and has its own mark.
            let resolved = |at: &Instant| {
                history
                    .rounds
                    .iter()
                    .any(|round| round.resolved == Some(*at))
            };
            add(
                MarkKind::PauseEnd(place),
                pause.until.filter(|at| !resolved(at)),
            );
        }
        add(
            MarkKind::Stopped,
            clock.stop.filter(|stop| replied != Some(*stop)),
        );
        for (level, (threshold, at)) in policy.thresholds.iter().zip(&clock.marks).enumerate() {
            let below = threshold.share < BasisPoints::WHOLE;
            add(MarkKind::Threshold(level), below.then_some(*at));
        }
        add(MarkKind::Due, Some(clock.due));
        marks
    }
}
