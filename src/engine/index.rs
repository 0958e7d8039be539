//! A sorted list's table of contents.

/// Where to look in an ascending list of numbers: the list is cut into buckets by its high bits, so that a
/// search looks at the few numbers of one bucket instead of at all.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    shift: u32,
    /// For each bucket, the position of the first number in it or after it.
    first: Vec<u32>,
    length: usize,
}

impl Index {
    /// An index of `numbers`, which ascend.
    pub(crate) fn new(
        numbers: impl ExactSizeIterator<Item = u32> + DoubleEndedIterator + Clone,
    ) -> Self {
        let length = numbers.len();
        let most = numbers.clone().next_back().unwrap_or(0);
        let mut shift = 0;
        while (most >> shift) as usize > 2 * length {
            shift += 1;
        }
        let mut first = Vec::with_capacity((most >> shift) as usize + 2);
        let mut position = 0;
        for number in numbers {
            while first.len() <= (number >> shift) as usize {
                first.push(position);
            }
            position += 1;
        }
        first.push(position);
        Self {
            shift,
            first,
            length,
        }
    }

    /// The position of the first number greater than `bound`; the length of the list when none is.
    /// `number` reads the list.
    #[inline]
    pub(crate) fn above(&self, bound: u32, number: impl Fn(usize) -> Option<u32>) -> usize {
        let bucket = (bound >> self.shift) as usize;
        let Some(&start) = self.first.get(bucket) else {
            return self.length;
        };
        let mut low = start as usize;
        let mut high = self
            .first
            .get(bucket + 1)
            .map_or(self.length, |&position| position as usize);
        while high > low {
            let middle = low + (high - low) / 2;
            if number(middle).is_some_and(|number| number <= bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::Index;

    #[test]
    fn finds_what_a_scan_finds() {
        for list in [
            vec![],
            vec![0],
            vec![7],
            vec![1, 2, 3, 4, 5],
            vec![10, 1_000, 1_001, 1_002, 4_000_000_000],
            (0..500).map(|n| n * n * 17).collect(),
        ] {
            let index = Index::new(list.iter().copied());
            let mut bounds = vec![0, 1, u32::MAX];
            for number in &list {
                bounds.extend([number.saturating_sub(1), *number, number + 1]);
            }
            for bound in bounds {
                let expected = list.iter().filter(|number| **number <= bound).count();
                let found = index.above(bound, |at| list.get(at).copied());
                assert_eq!(found, expected, "numbers above {bound} in {list:?}");
            }
        }
    }
}
