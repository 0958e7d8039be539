//! What is shown of the board: in which order, through which filter, and how many there are.

use std::ops::Range;

use super::finding::Finding;
use super::search::Words;
use super::{Board, Column, Filter, Order, Tally};

impl Board {
    /// How many tickets there are of each state and priority.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.all.tally(&Filter::default())
    }

    /// How many tickets each state and each priority would show under the rest of the filter; the total is how
    /// many the whole filter shows.
    #[must_use]
    pub fn facets(&self) -> Tally {
        let grid = if self.words.is_empty() {
            &self.all
        } else {
            &self.hits
        };
        grid.tally(&self.filter)
    }

    /// The order.
    #[must_use]
    pub const fn order(&self) -> Order {
        self.order
    }

    /// Another order, made by [`Self::work`].
    pub fn set_order(&mut self, order: Order) {
        self.order = order;
        self.reorder();
    }

    /// The filter.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Another filter; what it shows is found by [`Self::work`].
    pub fn set_filter(&mut self, filter: Filter) {
        let words = Words::of(&filter.text);
        self.filter = filter;
        self.finding = None;
        if words.is_empty() {
            self.words = words;
        } else if words != self.words {
            self.finding = Some(Finding::begin(words, self));
        }
        self.reorder();
    }

    /// Asks for the order to be made anew, by [`Self::work`].
    pub fn reorder(&mut self) {
        self.arranging = None;
        self.wanted = true;
    }

    /// Whether what is shown is no longer in its order, or no longer what the filter shows.
    #[must_use]
    pub const fn order_changed(&self) -> bool {
        self.stale
    }

    /// How many tickets are shown.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether none is shown.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The indexes of the tickets shown at `range`; fewer where it reaches past the end.
    #[must_use]
    pub fn rows(&self, range: Range<usize>) -> &[u32] {
        let end = range.end.min(self.shown.len());
        let rows = self.shown.get(range.start.min(end)..end);
        rows.unwrap_or_default()
    }

    /// Where the ticket with this key is shown.
    #[must_use]
    pub fn position_of(&self, key: u32) -> Option<usize> {
        let index = self.tickets.index_of(key)?;
        self.shown.iter().position(|shown| *shown == index)
    }

    /// Whether the words of the filter are found in the ticket at `index`.
    pub(super) fn is_found(&self, index: u32) -> bool {
        self.words.is_empty() || self.found.has(index)
    }

    /// Whether time changes the order or what the filter shows.
    pub(super) fn depends_on_time(&self) -> bool {
        let by_column = matches!(
            self.order.column,
            Column::Next | Column::State | Column::Left(_) | Column::Share(_)
        );
        by_column || !self.filter.states.is_empty()
    }

    /// Whether the filter shows the ticket at `index` in some state.
    pub(super) fn may_show(&self, index: u32) -> bool {
        let rank = self.standings.mark(index).map(|mark| mark.rank);
        rank.is_some_and(|rank| self.filter.has_priority(rank)) && self.is_found(index)
    }

    /// Takes what was found.
    pub(super) fn find(&mut self, finding: Finding) {
        self.words = finding.words;
        self.found = finding.found;
        self.hits.clear();
        for (index, mark) in (0..).zip(self.standings.marks()) {
            if let Some(state) = mark.state.filter(|_| self.found.has(index)) {
                self.hits.count(state, mark.rank, true);
            }
        }
    }

    /// Shows tickets in this order, but for those that were removed meanwhile.
    pub(super) fn show(&mut self, mut shown: Vec<u32>) {
        shown.retain(|index| self.tickets.key(*index).is_some());
        self.shown = shown;
    }
}
