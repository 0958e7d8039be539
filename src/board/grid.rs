//! How many tickets there are in each state and of each priority at once.

use super::{Filter, State, Tally};
use crate::engine::Rank;

/// A count for each state and each priority.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// By rank, then by state.
    rows: Vec<[u32; State::ALL.len()]>,
}

impl Grid {
    /// Counts a ticket, or one no longer.
    pub(super) fn count(&mut self, state: State, rank: Rank, is: bool) {
        let place = usize::from(rank.0);
        if place >= self.rows.len() {
            self.rows.resize(place + 1, Default::default());
        }
        let row = self.rows.get_mut(place);
        if let Some(count) = row.and_then(|row| row.get_mut(state as usize)) {
            *count = if is {
                *count + 1
            } else {
                count.saturating_sub(1)
            };
        }
    }

    /// Counts nothing.
    pub(super) fn clear(&mut self) {
        self.rows.clear();
    }

    /// How many there are of each state among the priorities of `filter`, of each priority among its states,
    /// and under both.
    pub(super) fn tally(&self, filter: &Filter) -> Tally {
        let mut tally = Tally {
            priorities: vec![0; self.rows.len()],
            ..Tally::default()
        };
        let ranks = (0..=u8::MAX).map(Rank);
        for ((row, rank), priority) in self.rows.iter().zip(ranks).zip(&mut tally.priorities) {
            let has_priority = filter.has_priority(rank);
            for ((count, state), total) in row.iter().zip(State::ALL).zip(&mut tally.states) {
                let count = *count as usize;
                let has_state = filter.has_state(state);
                *total += if has_priority { count } else { 0 };
                *priority += if has_state { count } else { 0 };
                tally.total += if has_priority && has_state { count } else { 0 };
            }
        }
        tally
    }
}
