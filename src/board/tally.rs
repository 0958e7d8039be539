//! How many tickets there are of each kind.

use super::State;
use crate::engine::Rank;

/// How many tickets there are in each state and of each priority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many in each state, in the order of [`State::ALL`].
    pub states: [usize; State::ALL.len()],
    /// How many of each priority, by its rank; as many as the highest rank needs.
    pub priorities: Vec<usize>,
    /// How many in all.
    pub total: usize,
}

impl Tally {
    /// How many are in `state`.
    #[must_use]
    pub fn state(&self, state: State) -> usize {
        self.states.get(state as usize).copied().unwrap_or(0)
    }

    /// How many have the priority of `rank`.
    #[must_use]
    pub fn priority(&self, rank: Rank) -> usize {
        let found = self.priorities.get(usize::from(rank.0));
        found.copied().unwrap_or(0)
    }

    /// The most urgent state that any ticket is in.
    #[must_use]
    pub fn worst(&self) -> Option<State> {
        State::ALL.into_iter().find(|state| self.state(*state) > 0)
    }
}
