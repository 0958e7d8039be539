//! What a list shows of a clock, in few bytes.

use super::plain::NEVER;
use super::{Basis, Glance, Instant, Verdict};

/// A [`Glance`] in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sketch {
    pub(crate) due: u32,
    pub(crate) next: u32,
    pub(crate) until: u32,
    /// To which threshold the level rises next.
    pub(crate) threshold: u8,
    /// The level and one more; 0 for none.
    pub(crate) level: u8,
    pub(crate) basis: Basis,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) started: bool,
    pub(crate) paused: bool,
}

impl From<&Glance> for Sketch {
    fn from(glance: &Glance) -> Self {
        let second = |at: Option<Instant>| at.map_or(NEVER, Instant::second);
        let byte = |place: usize| u8::try_from(place).unwrap_or(u8::MAX);
        Self {
            due: glance.due.second(),
            next: second(glance.next.map(|(at, _)| at)),
            until: second(glance.until),
            threshold: glance.next.map_or(0, |(_, threshold)| byte(threshold)),
            level: glance.level.map_or(0, |level| byte(level + 1)),
            basis: glance.basis,
            verdict: glance.verdict,
            started: glance.started,
            paused: glance.paused,
        }
    }
}

impl From<&Sketch> for Glance {
    fn from(sketch: &Sketch) -> Self {
        let next = Instant::from_second(sketch.next);
        Self {
            due: Instant::from_second(sketch.due).unwrap_or(Instant::MAX),
            basis: sketch.basis,
            verdict: sketch.verdict,
            level: usize::from(sketch.level).checked_sub(1),
            started: sketch.started,
            paused: sketch.paused,
            next: next.map(|at| (at, usize::from(sketch.threshold))),
            until: Instant::from_second(sketch.until),
        }
    }
}
