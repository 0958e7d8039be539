//! What the tab says while nobody looks at the page.

use crate::engine::{Instant, Seconds};

/// The number in a title changes at most once in so many seconds.
const PAUSE: Seconds = 60;

/// The worst level that open clocks have reached, and how many have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worst {
    /// The level, by its place in the policy.
    pub level: usize,
    /// How many tickets stand there.
    pub tickets: usize,
}

/// Paces what the tab says: at once where the worst level changes, at most once a minute where only the
/// number does.
///
/// ```
/// use sla_planner::board::alert::{Headline, Worst};
/// let now: sla_planner::engine::Instant = "2026-02-24T10:38:00+08:00".parse()?;
/// let mut headline = Headline::default();
/// let worst = |level, tickets| Some(Worst { level, tickets });
/// assert_eq!(headline.show(worst(1, 1), now), Some(worst(1, 1)));
/// assert_eq!(headline.show(worst(1, 2), now.plus(59)?), None);
/// assert_eq!(headline.show(worst(1, 2), now.plus(60)?), Some(worst(1, 2)));
/// assert_eq!(headline.show(None, now.plus(61)?), Some(None));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Headline {
    shown: Option<Worst>,
    since: Option<Instant>,
}

impl Headline {
    /// What the tab is to say instead of what it says; none where it stays so.
    pub fn show(&mut self, worst: Option<Worst>, now: Instant) -> Option<Option<Worst>> {
        if self.shown == worst {
            return None;
        }
        let level = |worst: Option<Worst>| worst.map(|worst| worst.level);
        let rests = self.since.is_some_and(|since| now.since(since) < PAUSE);
        if rests && level(self.shown) == level(worst) {
            return None;
        }
        (self.shown, self.since) = (worst, Some(now));
        Some(worst)
    }
}
