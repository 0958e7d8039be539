//! Sorting many tickets at once, in slices.

use std::ops::Range;

/// How many bits of a word are the index of a ticket; the others are what is compared.
pub(super) const INDEX_BITS: u32 = 24;
/// How many bits are compared at a time.
const DIGIT: u32 = 12;
const BUCKETS: usize = 1 << DIGIT;

/// Words of a value and an index, sorted by value; those of one value stay in the order of their indexes.
#[derive(Clone, Debug, Default)]
pub(super) struct Radix {
    words: Vec<u64>,
    spare: Vec<u64>,
    /// The bits in which words differ.
    differ: u64,
    /// The first bit that is not compared yet.
    shift: u32,
}

impl Radix {
    /// To sort `words`, which are in the order of their indexes.
    pub(super) fn new(words: Vec<u64>) -> Self {
        let first = words.first().copied().unwrap_or(0);
        let differ = words.iter().fold(0, |bits, word| bits | (word ^ first));
        Self {
            spare: vec![0; words.len()],
            words,
            differ,
            shift: INDEX_BITS,
        }
    }

    /// How many words there are.
    pub(super) const fn len(&self) -> usize {
        self.words.len()
    }

    /// Sorts by some more bits; gives whether there are more.
    pub(super) fn work(&mut self) -> bool {
        let mask = BUCKETS as u64 - 1;
        while self.shift < u64::BITS && self.differ >> self.shift & mask == 0 {
            self.shift += DIGIT;
        }
        if self.shift >= u64::BITS {
            return false;
        }
        let shift = self.shift;
        let digit = |word: u64| (word >> shift & mask) as usize;
        let mut starts = [0_u32; BUCKETS];
        for &word in &self.words {
            if let Some(count) = starts.get_mut(digit(word)) {
                *count += 1;
            }
        }
        let mut start = 0;
        for slot in &mut starts {
            start += std::mem::replace(slot, start);
        }
        for &word in &self.words {
            if let Some(slot) = starts.get_mut(digit(word)) {
                if let Some(place) = self.spare.get_mut(*slot as usize) {
                    *place = word;
                }
                *slot += 1;
            }
        }
        std::mem::swap(&mut self.words, &mut self.spare);
        self.shift += DIGIT;
        true
    }

    /// The indexes, in order.
    pub(super) fn finish(self) -> impl Iterator<Item = u32> {
        let mask = (1 << INDEX_BITS) - 1;
        let words = self.words.into_iter();
        words.map(move |word| (word & mask) as u32)
    }
}

/// Places sorted by a comparison that may take long, merging ever longer runs, some at a time.
#[derive(Clone, Debug, Default)]
pub(super) struct Merging {
    places: Vec<u32>,
    merged: Vec<u32>,
    /// How long the runs are that are in order.
    run: usize,
    /// What is left of the two runs that are being merged.
    left: Range<usize>,
    right: Range<usize>,
}

impl Merging {
    /// To sort `places`.
    pub(super) fn new(places: Vec<u32>) -> Self {
        Self {
            merged: Vec::with_capacity(places.len()),
            places,
            run: 1,
            left: 0..0,
            right: 0..0,
        }
    }

    /// Moves about `budget` places; gives whether there are more to be moved. `before` says whether the first
    /// place comes before the second.
    pub(super) fn work(&mut self, budget: usize, before: impl Fn(u32, u32) -> bool) -> bool {
        let mut left = budget;
        while self.run < self.places.len() {
            if self.left.is_empty() && self.right.is_empty() {
                let Some(rest) = left.checked_sub(self.turn(&before)) else {
                    return true;
                };
                left = rest;
                continue;
            }
            let Some(rest) = left.checked_sub(1) else {
                return true;
            };
            left = rest;
            self.step(&before);
        }
        false
    }

    /// Goes on to the next two runs, or to longer ones; gives how many places were moved.
    fn turn(&mut self, before: impl Fn(u32, u32) -> bool) -> usize {
        let (length, start) = (self.places.len(), self.merged.len());
        if start == length {
            std::mem::swap(&mut self.places, &mut self.merged);
            self.merged.clear();
            self.run *= 2;
            return 0;
        }
        let middle = length.min(start + self.run);
        let end = length.min(middle + self.run);
        let place = |at: usize| self.places.get(at).copied();
        let meet = (place(middle.saturating_sub(1)), place(middle));
        if matches!(meet, (Some(last), Some(first)) if middle < end && before(first, last)) {
            self.left = start..middle;
            self.right = middle..end;
            return 0;
        }
        // They are in order as they are.
        let both = self.places.get(start..end).unwrap_or_default();
        self.merged.extend_from_slice(both);
        both.len() / 8 + 1
    }

    /// Moves one place.
    fn step(&mut self, before: impl Fn(u32, u32) -> bool) {
        let place = |range: &Range<usize>| {
            let at = self.places.get(range.start).copied();
            at.filter(|_| !range.is_empty())
        };
        let (left, right) = (place(&self.left), place(&self.right));
        let takes_left = match (left, right) {
            (Some(left), Some(right)) => !before(right, left),
            (left, _) => left.is_some(),
        };
        let (range, next) = if takes_left {
            (&mut self.left, left)
        } else {
            (&mut self.right, right)
        };
        range.start += 1;
        self.merged.extend(next);
    }

    /// The places, in order.
    pub(super) fn finish(self) -> Vec<u32> {
        self.places
    }
}

#[cfg(test)]
mod tests {
    use super::{INDEX_BITS, Merging, Radix};

    fn numbers(count: usize, modulus: u64) -> Vec<u64> {
        let mut state = 7_u64;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 20) % modulus
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn radix_sorts_and_is_stable() {
        for (count, modulus) in [(0, 1), (1, 9), (5_000, 1 << 40), (5_000, 3), (5_000, 1)] {
            let values = numbers(count, modulus);
            let words = values.iter().zip(0..);
            let words = words
                .map(|(value, index)| value << INDEX_BITS | index)
                .collect();
            let mut radix = Radix::new(words);
            while radix.work() {}
            let mut expected: Vec<u32> = (0..).take(count).collect();
            expected.sort_by_key(|index| values[*index as usize]);
            assert_eq!(radix.finish().collect::<Vec<u32>>(), expected);
        }
    }

    #[test]
    fn merging_sorts_and_is_stable() {
        for count in [0, 1, 2, 3, 4, 5, 100, 1_023, 1_024, 1_025] {
            for budget in [1, 7, 100_000] {
                let values = numbers(count, 300);
                let value = |place: u32| values[place as usize];
                let mut merging = Merging::new((0..).take(count).collect());
                while merging.work(budget, |one, other| value(one) < value(other)) {}
                let mut expected: Vec<u32> = (0..).take(count).collect();
                expected.sort_by_key(|place| value(*place));
                assert_eq!(merging.finish(), expected, "{count} by {budget}");
            }
        }
    }
}
