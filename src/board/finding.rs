//! Finding the tickets with some words, in slices.

use super::Board;
use super::arrange::slice;
use super::bits::Bits;
use super::search::Words;

/// A search on its way.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) words: Words,
    pub(super) found: Bits,
    /// The next index to be looked through.
    next: u32,
    /// Only what was found before can be found now.
    narrow: bool,
}

impl Finding {
    /// To find `words` where `board` has found others.
    pub(super) fn begin(words: Words, board: &Board) -> Self {
        Self {
            narrow: words.narrow(&board.words),
            words,
            found: Bits::default(),
            next: 0,
        }
    }

    /// Looks through as many tickets as `budget` says, and takes from it; gives whether there are more.
    pub(super) fn work(&mut self, board: &Board, budget: &mut usize) -> bool {
        let slots = board.tickets().slots();
        let end = slots.min(self.next.saturating_add(slice(*budget)));
        *budget -= (end - self.next) as usize;
        let mut room = Vec::new();
        for index in self.next..end {
            if self.narrow && !board.is_found(index) {
                continue;
            }
            if let Some((number, title)) = board.tickets().texts_of(index)
                && self.words.stand_in(number, title, &mut room)
            {
                self.found.set(index, true);
            }
        }
        self.next = end;
        end < slots
    }

    /// Takes that the ticket at `index` is new, or another.
    pub(super) fn touch(&mut self, index: u32, number: &[u8], title: &[u8]) {
        let is = self.words.stand_in(number, title, &mut Vec::new());
        self.found.set(index, is);
    }
}
