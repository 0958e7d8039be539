//! Which tickets of a comparison are shown, in which order.

use super::Comparison;
use crate::board::Tickets;
use crate::engine::{Instant, NEVER};

/// By what the rows are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sorting {
    /// By the greatest difference of any target in any scenario, earlier or later.
    #[default]
    Widest,
    /// By the difference of one target in one scenario: what comes earlier is less than what comes later.
    Shift {
        /// The scenario, by its place.
        scenario: usize,
        /// The target, by its place in the policy.
        target: usize,
    },
    /// By when one target is due in one scenario.
    Due {
        /// The scenario, by its place.
        scenario: usize,
        /// The target, by its place in the policy.
        target: usize,
    },
    /// By when the ticket was submitted.
    Submitted,
}

/// Which tickets are shown, in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Arrangement {
    /// Whether only those are shown that some scenario changes: when they are due, or how they stand.
    pub only_changed: bool,
    /// By what they are ordered; among equals, by their index.
    pub by: Sorting,
    /// Whether the greatest is first; what has no value is last either way.
    pub descending: bool,
}

impl Default for Arrangement {
    /// All of them, the widest difference first.
    fn default() -> Self {
        Self {
            only_changed: false,
            by: Sorting::default(),
            descending: true,
        }
    }
}

impl Comparison {
    /// The tickets that are shown, in their order.
    pub(super) fn arranged(&self, tickets: &Tickets) -> Vec<u32> {
        let Arrangement {
            only_changed,
            by,
            descending,
        } = self.arrangement;
        let shown = tickets
            .indexes()
            .filter(|index| !only_changed || self.is_changed(*index));
        let mut keyed: Vec<(i64, u32)> = shown
            .map(|index| {
                let key = self.key(by, tickets, index);
                let key = match key {
                    None => i64::MAX,
                    Some(key) if descending => -key,
                    Some(key) => key,
                };
                (key, index)
            })
            .collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, index)| index).collect()
    }

    fn key(&self, by: Sorting, tickets: &Tickets, index: u32) -> Option<i64> {
        match by {
            Sorting::Widest => self.widest(index),
            Sorting::Shift { scenario, target } => self.shift(scenario, index, target),
            Sorting::Due { scenario, target } => {
                let due = self.columns.get(scenario)?.due(index, target);
                (due != NEVER).then_some(due.into())
            }
            Sorting::Submitted => tickets.submission(index).map(|(at, _)| Instant::epoch(at)),
        }
    }

    fn widest(&self, index: u32) -> Option<i64> {
        let (base, others) = self.columns.split_first()?;
        let mut widest = None;
        for target in 0..base.targets {
            let due = base.due(index, target);
            for other in others {
                let moved = other.due(index, target);
                if due != NEVER && moved != NEVER {
                    widest = widest.max(Some(i64::from(due.abs_diff(moved))));
                }
            }
        }
        widest
    }
}
