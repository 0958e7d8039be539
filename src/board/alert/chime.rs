//! A sound, for those who look elsewhere.

use super::Digest;
use crate::board::Crossed;
use crate::engine::{Instant, Seconds};

/// No sound comes sooner after another, unless it is of a higher level.
const PAUSE: Seconds = 30;

/// Paces a sound.
///
/// ```
/// use sla_planner::board::alert::Chime;
/// use sla_planner::board::{Crossed, Crossing};
/// let now: sla_planner::engine::Instant = "2026-02-24T10:38:00+08:00".parse()?;
/// let crossed = |threshold| [Crossed { index: 0, key: 1, crossing: Crossing { at: now, target: 0, threshold } }];
/// let mut chime = Chime::default();
/// assert_eq!(chime.hear(&crossed(1), now), Some(1));
/// assert_eq!(chime.hear(&crossed(1), now.plus(5)?), None, "too soon");
/// assert_eq!(chime.hear(&crossed(2), now.plus(5)?), Some(2), "but worse");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Chime {
    last: Option<(Instant, usize)>,
}

impl Chime {
    /// The level that is to be heard when `crossed` is heard of at `now`; none where nothing is.
    pub fn hear(&mut self, crossed: &[Crossed], now: Instant) -> Option<usize> {
        let level = Digest::of(crossed)?.level();
        let heard = self.last.filter(|(at, _)| now.since(*at) < PAUSE);
        if heard.is_some_and(|(_, last)| level <= last) {
            return None;
        }
        self.last = Some((now, level));
        Some(level)
    }
}
