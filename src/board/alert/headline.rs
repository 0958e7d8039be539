//! What the tab says while nobody looks at the page.

use crate::board::{State, Tally};
use crate::engine::{Instant, Seconds};

/// The number in a title changes at most once in so many seconds.
const PAUSE: Seconds = 60;

/// The worst state that open tickets are in, and how many are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worst {
    /// The state.
    pub state: State,
    /// How many tickets are in it.
    pub tickets: usize,
}

impl Worst {
    /// What `tally` has that is at a threshold or past due; none where nothing is.
    #[must_use]
    pub fn of(tally: &Tally) -> Option<Self> {
        let marked = [
            State::Breached,
            State::Critical,
            State::Warning,
            State::Early,
        ];
        let state = marked.into_iter().find(|state| tally.state(*state) > 0)?;
        Some(Self {
            state,
            tickets: tally.state(state),
        })
    }
}

/// Paces what the tab says: at once where the worst state changes, at most once a minute where only the
/// number does.
///
/// ```
/// use sla_planner::board::State;
/// use sla_planner::board::alert::{Headline, Worst};
/// let now: sla_planner::engine::Instant = "2026-02-24T10:38:00+08:00".parse()?;
/// let mut headline = Headline::default();
/// let worst = |tickets| Some(Worst { state: State::Critical, tickets });
/// assert_eq!(headline.show(worst(1), now), Some(worst(1)));
/// assert_eq!(headline.show(worst(2), now.plus(59)?), None);
/// assert_eq!(headline.show(worst(2), now.plus(60)?), Some(worst(2)));
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
        let state = |worst: Option<Worst>| worst.map(|worst| worst.state);
        let rests = self.since.is_some_and(|since| now.since(since) < PAUSE);
        if rests && state(self.shown) == state(worst) {
            return None;
        }
        (self.shown, self.since) = (worst, Some(now));
        Some(worst)
    }
}
