//! The line of status, for those who look or listen.

use super::Digest;
use crate::board::Crossed;
use crate::engine::{Instant, Seconds};

/// At most one message is told in so many seconds, unless something is breached.
const PAUSE: Seconds = 30;
/// Nor are breaches told more often than that: whoever listens must be able to hear one out.
const BREACH_PAUSE: Seconds = 10;

/// Gathers what is crossed, and tells it together.
///
/// ```
/// use sla_planner::board::alert::Herald;
/// use sla_planner::board::{Crossed, Crossing};
/// let now: sla_planner::engine::Instant = "2026-02-24T10:38:00+08:00".parse()?;
/// let mut herald = Herald::default();
/// let crossed = |key, threshold| Crossed { index: key, key, crossing: Crossing { at: now, target: 0, threshold } };
/// herald.hear(&[crossed(1, 0)]);
/// assert_eq!(herald.speak(now, 3).map(|digest| digest.tickets), Some(1));
/// herald.hear(&[crossed(2, 0), crossed(3, 1)]);
/// assert_eq!(herald.speak(now.plus(29)?, 3), None);
/// assert_eq!(herald.speak(now.plus(30)?, 3).map(|digest| digest.tickets), Some(2));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Herald {
    waiting: Vec<Crossed>,
    spoken: Option<Instant>,
}

impl Herald {
    /// Hears of what was crossed.
    pub fn hear(&mut self, crossed: &[Crossed]) {
        self.waiting.extend_from_slice(crossed);
    }

    /// What is to be told at `now`; none while it is too soon, or there is nothing. From level `breach` on, a
    /// target is breached.
    pub fn speak(&mut self, now: Instant, breach: usize) -> Option<Digest> {
        let due = self.due(breach)?;
        if now < due {
            return None;
        }
        self.spoken = Some(now);
        let digest = Digest::of(&self.waiting);
        self.waiting.clear();
        digest
    }

    /// When there is next something to tell; none where there is nothing.
    #[must_use]
    pub fn due(&self, breach: usize) -> Option<Instant> {
        let highest = self
            .waiting
            .iter()
            .map(|one| one.crossing.threshold)
            .max()?;
        let pause = if highest >= breach {
            BREACH_PAUSE
        } else {
            PAUSE
        };
        let since = self.spoken.and_then(|spoken| spoken.plus(pause).ok());
        Some(since.unwrap_or(Instant::MIN))
    }
}
