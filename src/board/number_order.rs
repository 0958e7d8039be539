//! Making the order by number, in slices.

use super::Board;
use super::arrange::slice;
use super::natural;
use super::sort::Merging;

/// How many places are moved in the time in which a ticket is looked at.
const MOVED: usize = 8;

/// An order by number in the making. What all numbers begin with is left out, and the eight bytes behind that
/// are compared first: they tell almost all numbers apart.
#[derive(Clone, Debug)]
pub(super) struct NumberOrder {
    /// The next index to be gathered.
    next: u32,
    /// Tickets with a number, and those without.
    with: Vec<u32>,
    without: Vec<u32>,
    /// How many bytes all numbers share.
    shared: usize,
    /// What is compared first, for each ticket with a number.
    prefixes: Vec<u64>,
    merging: Option<Merging>,
}

impl Default for NumberOrder {
    fn default() -> Self {
        Self {
            next: 0,
            with: Vec::new(),
            without: Vec::new(),
            shared: usize::MAX,
            prefixes: Vec::new(),
            merging: None,
        }
    }
}

impl NumberOrder {
    /// As [`super::arrange::Arranging::work`].
    pub(super) fn work(&mut self, board: &Board, budget: &mut usize) -> Option<Vec<u32>> {
        while *budget > 0 {
            if self.next < board.tickets().slots() {
                self.gather(board, budget);
            } else if self.prefixes.len() < self.with.len() {
                self.shorten(board, budget);
            } else if self.merge(board, budget) {
                let places = self.merging.take()?.finish();
                let with = places.into_iter();
                let with = with.filter_map(|place| self.with.get(place as usize).copied());
                return Some(with.chain(self.without.iter().copied()).collect());
            }
        }
        None
    }

    fn gather(&mut self, board: &Board, budget: &mut usize) {
        let slots = board.tickets().slots();
        let end = slots.min(self.next.saturating_add(slice(*budget)));
        *budget -= (end - self.next) as usize;
        for index in self.next..end {
            if board.shows(index).is_none() {
                continue;
            }
            let number = number(board, index);
            if number.is_empty() {
                self.without.push(index);
                continue;
            }
            if let Some(first) = self.with.first() {
                self.shared = natural::shared(self::number(board, *first), number, self.shared);
            }
            self.with.push(index);
        }
        self.next = end;
    }

    fn shorten(&mut self, board: &Board, budget: &mut usize) {
        self.prefixes
            .reserve_exact(self.with.len() - self.prefixes.len());
        let start = self.prefixes.len();
        let end = self.with.len().min(start + *budget);
        *budget -= end - start;
        let shared = if self.with.len() > 1 { self.shared } else { 0 };
        for index in self.with.get(start..end).unwrap_or_default() {
            self.prefixes
                .push(natural::prefix(number(board, *index), shared));
        }
    }

    /// Merges some; gives whether that is done.
    fn merge(&mut self, board: &Board, budget: &mut usize) -> bool {
        let descending = board.order().descending;
        let number = |place: u32| {
            let index = self.with.get(place as usize);
            index.map_or(&[][..], |index| number(board, *index))
        };
        let prefix = |place: u32| self.prefixes.get(place as usize);
        let before = |one: u32, other: u32| {
            let order = prefix(one).cmp(&prefix(other));
            let order = order.then_with(|| natural::compare(number(one), number(other)));
            if descending {
                order.is_gt()
            } else {
                order.is_lt()
            }
        };
        let places = || Merging::new((0..).take(self.with.len()).collect());
        let merging = self.merging.get_or_insert_with(places);
        let more = merging.work(*budget * MOVED, before);
        *budget = if more { 0 } else { *budget - 1 };
        !more
    }
}

fn number(board: &Board, index: u32) -> &[u8] {
    let texts = board.tickets().texts_of(index);
    texts.map_or(&[], |(number, _)| number)
}
