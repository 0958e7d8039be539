//! Moving a cursor along a timeline.

use super::{Mark, Segment};
use crate::engine::{Instant, Seconds, Span};

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// To earlier times.
    Back,
    /// To later times.
    On,
}

/// A step of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// By a quarter of an hour.
    Quarter(Way),
    /// To where the next segment begins.
    Segment(Way),
    /// To the next threshold or the due time.
    Level(Way),
    /// To the first instant shown.
    Home,
    /// To the last.
    End,
}

impl Step {
    /// By how much [`Step::Quarter`] moves.
    pub const QUARTER: Seconds = 900;

    /// Where it leads from `at`: never out of `within`, and nowhere when there is nothing to go to.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Span};
    /// use sla_planner::timeline::{Step, Way};
    /// let hour = Span::new(Instant::MIN, Instant::MIN.plus(3_600)?);
    /// assert_eq!(Step::Quarter(Way::On).apply(Instant::MIN, hour, &[], &[]), Instant::MIN.plus(900)?);
    /// assert_eq!(Step::Quarter(Way::Back).apply(Instant::MIN, hour, &[], &[]), Instant::MIN);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn apply(self, at: Instant, within: Span, segments: &[Segment], marks: &[Mark]) -> Instant {
        let to = match self {
            Self::Quarter(Way::On) => Instant::saturating(at.epoch() + Self::QUARTER),
            Self::Quarter(Way::Back) => Instant::saturating(at.epoch() - Self::QUARTER),
            Self::Segment(way) => next(at, way, segments.iter().map(|segment| segment.span.from)),
            Self::Level(way) => {
                let levels = marks.iter().filter(|mark| mark.kind.is_level());
                next(at, way, levels.map(|mark| mark.at))
            }
            Self::Home => within.from,
            Self::End => within.until,
        };
        to.max(within.from).min(within.until)
    }
}

fn next(at: Instant, way: Way, stops: impl Iterator<Item = Instant>) -> Instant {
    let found = match way {
        Way::On => stops.filter(|stop| *stop > at).min(),
        Way::Back => stops.filter(|stop| *stop < at).max(),
    };
    found.unwrap_or(at)
}
