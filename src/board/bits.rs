//! A set of places.

/// A set of places, a bit for each.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits {
    words: Vec<u64>,
    /// No place below this word is in the set.
    first: usize,
}

impl Bits {
    /// Whether `place` is in it.
    pub(super) fn has(&self, place: u32) -> bool {
        let word = self.words.get(place as usize / 64).copied();
        word.is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// Puts `place` in, or takes it out.
    pub(super) fn set(&mut self, place: u32, is_in: bool) {
        let at = place as usize / 64;
        if at >= self.words.len() {
            if !is_in {
                return;
            }
            self.words.resize(at + 1, 0);
        }
        if let Some(word) = self.words.get_mut(at) {
            let bit = 1 << (place % 64);
            *word = if is_in { *word | bit } else { *word & !bit };
        }
        if is_in {
            self.first = self.first.min(at);
        }
    }

    /// Takes the lowest place out.
    pub(super) fn take(&mut self) -> Option<u32> {
        while let Some(word) = self.words.get_mut(self.first) {
            if *word == 0 {
                self.first += 1;
                continue;
            }
            let bit = word.trailing_zeros();
            *word &= *word - 1;
            return u32::try_from(self.first * 64).ok().map(|base| base + bit);
        }
        None
    }

    /// How many are in it.
    pub(super) fn count(&self) -> usize {
        let words = self.words.iter();
        words.map(|word| word.count_ones() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn is_a_set() {
        let mut bits = Bits::default();
        bits.set(7, false);
        for place in [700, 3, 64, 63, 700] {
            bits.set(place, true);
        }
        bits.set(63, false);
        assert!(bits.has(64) && !bits.has(63) && !bits.has(9_999));
        assert_eq!(bits.count(), 3);
        assert_eq!([bits.take(), bits.take()], [Some(3), Some(64)]);
        bits.set(5, true);
        assert_eq!(
            [bits.take(), bits.take(), bits.take()],
            [Some(5), Some(700), None]
        );
    }
}
