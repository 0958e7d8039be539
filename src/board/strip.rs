//! A long list that grows by pieces: nothing is copied when it grows, and no room is kept for what may come.

/// How many rows a piece holds.
const PIECE: usize = 4_096;

/// A long list in pieces, of rows with some values each.
#[derive(Clone, Debug)]
pub(super) struct Strip<T> {
    pieces: Vec<Vec<T>>,
    /// How many values a row has.
    width: usize,
}

impl<T> Default for Strip<T> {
    /// An empty list of single values.
    fn default() -> Self {
        Self::of_rows(1)
    }
}

impl<T> Strip<T> {
    /// An empty list of rows with `width` values each.
    pub(super) const fn of_rows(width: usize) -> Self {
        Self {
            pieces: Vec::new(),
            width,
        }
    }
}

impl<T: Copy> Strip<T> {
    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        let full = self.pieces.len().saturating_sub(1) * PIECE;
        full + self
            .pieces
            .last()
            .map_or(0, |piece| piece.len() / self.width.max(1))
    }

    /// The value at `place` of a list of single values.
    #[inline(always)]
    pub(super) fn get(&self, place: usize) -> Option<&T> {
        self.pieces.get(place / PIECE)?.get(place % PIECE)
    }

    /// The value at `place` of a list of single values, to be changed.
    #[inline(always)]
    pub(super) fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        self.pieces.get_mut(place / PIECE)?.get_mut(place % PIECE)
    }

    /// The row at `place`.
    #[inline(always)]
    pub(super) fn row(&self, place: usize) -> Option<&[T]> {
        let first = place % PIECE * self.width;
        let piece = self.pieces.get(place / PIECE)?;
        piece.get(first..first + self.width)
    }

    /// The row at `place`, to be changed.
    #[inline(always)]
    pub(super) fn row_mut(&mut self, place: usize) -> Option<&mut [T]> {
        let first = place % PIECE * self.width;
        let piece = self.pieces.get_mut(place / PIECE)?;
        piece.get_mut(first..first + self.width)
    }

    /// Sets the value at `place` of a list of single values, if there is one.
    #[inline(always)]
    pub(super) fn set(&mut self, place: usize, value: T) {
        if let Some(slot) = self.get_mut(place) {
            *slot = value;
        }
    }

    /// Adds a row of this value at the end.
    pub(super) fn push(&mut self, value: T) {
        let room = PIECE * self.width;
        if self.pieces.last().is_none_or(|piece| piece.len() == room) {
            self.pieces.push(Vec::with_capacity(room));
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.resize(piece.len() + self.width, value);
        }
    }

    /// Adds rows of `value` until there are `length`.
    pub(super) fn extend_to(&mut self, length: usize, value: T) {
        while self.len() < length {
            self.push(value);
        }
    }

    /// All values, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.pieces.iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{PIECE, Strip};

    #[test]
    fn is_a_list() {
        let mut strip = Strip::default();
        assert_eq!((strip.len(), strip.get(0)), (0, None));
        for value in 0..2 * PIECE {
            strip.push(value);
            assert_eq!(strip.len(), value + 1);
        }
        strip.set(PIECE, 7);
        strip.set(2 * PIECE, 7);
        strip.extend_to(2 * PIECE + 3, 1);
        strip.extend_to(5, 2);
        assert_eq!(strip.len(), 2 * PIECE + 3);
        assert_eq!(strip.get(PIECE), Some(&7));
        assert_eq!(strip.get(2 * PIECE), Some(&1));
        assert_eq!(strip.iter().filter(|value| **value == 7).count(), 2);
    }

    #[test]
    fn rows_stay_together() {
        let mut strip = Strip::of_rows(3);
        strip.extend_to(PIECE + 2, 0);
        assert_eq!(strip.len(), PIECE + 2);
        for row in [0, PIECE - 1, PIECE, PIECE + 1] {
            strip
                .row_mut(row)
                .expect("a row")
                .copy_from_slice(&[row; 3]);
        }
        assert_eq!(strip.row(PIECE - 1), Some(&[PIECE - 1; 3][..]));
        assert_eq!(strip.row(PIECE), Some(&[PIECE; 3][..]));
        assert_eq!(strip.row(PIECE + 2), None);
    }
}
