//! Which tickets are selected.

use std::collections::HashSet;

/// Which tickets are selected, by their keys. What is selected stays so when it is not shown.
///
/// ```
/// use sla_planner::board::Selection;
/// let mut selection = Selection::default();
/// selection.toggle(7);
/// selection.reach(&[7, 8, 9]);
/// assert_eq!(selection.len(), 3);
/// selection.toggle(8);
/// assert!(!selection.has(8) && selection.has(9));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    keys: HashSet<u32>,
    /// From where a range reaches.
    anchor: Option<u32>,
}

impl Selection {
    /// Selects the ticket, or does no longer; a range reaches from it.
    pub fn toggle(&mut self, key: u32) {
        if !self.keys.remove(&key) {
            self.keys.insert(key);
        }
        self.anchor = Some(key);
    }

    /// Selects the tickets of a range, the first of which it reaches from.
    pub fn reach(&mut self, keys: &[u32]) {
        self.keys.extend(keys);
    }

    /// Selects these and no others.
    pub fn set(&mut self, keys: impl IntoIterator<Item = u32>) {
        self.keys.clear();
        self.keys.extend(keys);
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Forgets a ticket that is gone.
    pub fn forget(&mut self, key: u32) {
        self.keys.remove(&key);
    }

    /// From which ticket a range reaches.
    #[must_use]
    pub const fn anchor(&self) -> Option<u32> {
        self.anchor
    }

    /// Whether the ticket is selected.
    #[must_use]
    pub fn has(&self, key: u32) -> bool {
        self.keys.contains(&key)
    }

    /// How many are selected.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The keys of all, in ascending order.
    #[must_use]
    pub fn keys(&self) -> Vec<u32> {
        let mut keys: Vec<u32> = self.keys.iter().copied().collect();
        keys.sort_unstable();
        keys
    }
}
