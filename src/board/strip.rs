//! A long list that grows by pieces: nothing is copied when it grows, and no room is kept for what may come.

/// How many values a piece holds.
const PIECE: usize = 4_096;

/// A long list in pieces.
#[derive(Clone, Debug)]
pub(super) struct Strip<T> {
    pieces: Vec<Vec<T>>,
}

impl<T> Default for Strip<T> {
    fn default() -> Self {
        Self { pieces: Vec::new() }
    }
}

impl<T: Copy> Strip<T> {
    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        let full = self.pieces.len().saturating_sub(1) * PIECE;
        full + self.pieces.last().map_or(0, Vec::len)
    }

    /// The value at `place`.
    pub(super) fn get(&self, place: usize) -> Option<&T> {
        self.pieces.get(place / PIECE)?.get(place % PIECE)
    }

    /// The value at `place`, to be changed.
    pub(super) fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        self.pieces.get_mut(place / PIECE)?.get_mut(place % PIECE)
    }

    /// Sets the value at `place`, if there is one.
    pub(super) fn set(&mut self, place: usize, value: T) {
        if let Some(slot) = self.get_mut(place) {
            *slot = value;
        }
    }

    /// Adds a value at the end.
    pub(super) fn push(&mut self, value: T) {
        match self.pieces.last_mut() {
            Some(piece) if piece.len() < PIECE => piece.push(value),
            _ => {
                let mut piece = Vec::with_capacity(PIECE);
                piece.push(value);
                self.pieces.push(piece);
            }
        }
    }

    /// Adds `value` until there are `length` values.
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
}
