//! How much of time is shown.

use super::Mark;
use crate::engine::{Clock, Instant, Seconds, Span};

const DAY: Seconds = 86_400;

/// How much of time is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Zoom {
    /// A day.
    Day,
    /// Three days.
    ThreeDays,
    /// A week.
    Week,
    /// Thirty days.
    Month,
    /// All of it.
    #[default]
    Fit,
}

impl Zoom {
    /// All of them, closest first.
    pub const ALL: [Self; 5] = [
        Self::Day,
        Self::ThreeDays,
        Self::Week,
        Self::Month,
        Self::Fit,
    ];

    /// Its key in style sheets and tests.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Day => "1d",
            Self::ThreeDays => "3d",
            Self::Week => "1w",
            Self::Month => "1m",
            Self::Fit => "fit",
        }
    }

    /// How long it shows; none for all.
    #[must_use]
    pub const fn length(self) -> Option<Seconds> {
        match self {
            Self::Day => Some(DAY),
            Self::ThreeDays => Some(3 * DAY),
            Self::Week => Some(7 * DAY),
            Self::Month => Some(30 * DAY),
            Self::Fit => None,
        }
    }

    /// The next one, closer or wider than what is shown: from all of `extent` to the widest that is closer,
    /// and from the widest that is closer back to all.
    #[must_use]
    pub fn next(self, closer: bool, extent: Span) -> Self {
        let shown = self.length().unwrap_or(extent.length());
        let lengths = |zoom: &Self| zoom.length().unwrap_or(extent.length());
        let mut others = Self::ALL.into_iter();
        let found = if closer {
            others.rfind(|zoom| *zoom != Self::Fit && lengths(zoom) < shown)
        } else {
            others.find(|zoom| *zoom != Self::Fit && lengths(zoom) > shown)
        };
        let wide = found.filter(|zoom| closer || lengths(zoom) < extent.length());
        wide.unwrap_or(if closer { self } else { Self::Fit })
    }

    /// What is shown of `extent` around `centre`. A window that is shorter than the extent stays inside it,
    /// one that is longer has the extent in its middle.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Span};
    /// use sla_planner::timeline::Zoom;
    /// let at = |hours: i64| Instant::from_epoch(hours * 3_600);
    /// let extent = Span::new(at(1_000)?, at(1_100)?);
    /// assert_eq!(Zoom::Day.window(extent, at(1_050)?), Span::new(at(1_038)?, at(1_062)?));
    /// assert_eq!(Zoom::Day.window(extent, at(1_000)?), Span::new(at(1_000)?, at(1_024)?));
    /// assert_eq!(Zoom::Fit.window(extent, at(1_000)?), extent);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn window(self, extent: Span, centre: Instant) -> Span {
        let Some(length) = self.length() else {
            return extent;
        };
        let spare = extent.length() - length;
        let from = if spare > 0 {
            let first = extent.from.epoch();
            (centre.epoch() - length / 2).clamp(first, first + spare)
        } else {
            extent.from.epoch() + spare / 2
        };
        Span::new(
            Instant::saturating(from),
            Instant::saturating(from + length),
        )
    }
}

/// All there is to show of `clock`: from its first mark to its last, with a little before and after, and
/// `now` when that is not further away than all of it is long. Outside the marks `now` is taken in eighths
/// of the target, so that what is shown does not move with every second.
#[must_use]
pub fn extent(clock: &Clock, marks: &[Mark], now: Instant) -> Span {
    let times = || marks.iter().map(|mark| mark.at).chain([clock.origin]);
    let first = times().min().unwrap_or(clock.origin);
    let last = times().max().unwrap_or(clock.due);
    let length = last.since(first);
    let near = Span::new(
        Instant::saturating(first.epoch() - length),
        Instant::saturating(last.epoch() + length),
    );
    let eighth = (clock.seconds / 8).max(1);
    let (from, until) = if near.contains(now) {
        let before = now.epoch().div_euclid(eighth) * eighth;
        (
            first.min(Instant::saturating(before)),
            last.max(Instant::saturating(if now > last {
                before + eighth
            } else {
                before
            })),
        )
    } else {
        (first, last)
    };
    let spare = (clock.seconds / 20).max(60);
    Span::new(
        Instant::saturating(from.epoch() - spare),
        Instant::saturating(until.epoch() + spare),
    )
}
