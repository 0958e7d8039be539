//! A sorted list's table of contents.

use std::hint::select_unpredictable;

/// Where to look in a list that is in ascending order of some number: the numbers are cut into buckets by
/// their high bits, so that a search looks at the few items of one bucket instead of at all.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    shift: u32,
    /// For each bucket, the position of the first item in it or after it.
    first: Vec<u32>,
}

impl Index {
    /// An index of `numbers`, which ascend.
    pub(crate) fn new(
        numbers: impl ExactSizeIterator<Item = u32> + DoubleEndedIterator + Clone,
    ) -> Self {
        let most = numbers.clone().next_back().unwrap_or(0);
        let mut shift = 0;
        while (most >> shift) as usize > 2 * numbers.len() {
            shift += 1;
        }
        let mut first = Vec::with_capacity((most >> shift) as usize + 1);
        for (position, number) in (0..).zip(numbers) {
            while first.len() <= (number >> shift) as usize {
                first.push(position);
            }
        }
        Self { shift, first }
    }

    /// The first item of `list` whose number is greater than `bound`, when there is one and no more than one
    /// item of its bucket comes before it. It is one of two then, and selected: a branch would be mispredicted
    /// half of the time.
    #[inline]
    pub(crate) fn glance<'a, T>(
        &self,
        list: &'a [T],
        bound: u32,
        number: impl Fn(&T) -> u32,
    ) -> Option<&'a T> {
        let first = *self.first.get(self.bucket(bound))? as usize;
        let item = list.get(first)?;
        let next = list.get(first + 1).unwrap_or(item);
        let item = select_unpredictable(number(item) <= bound, next, item);
        (number(item) > bound).then_some(item)
    }

    /// The first item of `list` whose number is greater than `bound`.
    #[inline]
    pub(crate) fn above<'a, T>(
        &self,
        list: &'a [T],
        bound: u32,
        number: impl Fn(&T) -> u32,
    ) -> Option<&'a T> {
        self.glance(list, bound, &number)
            .or_else(|| self.search(list, bound, number))
    }

    #[cold]
    fn search<'a, T>(
        &self,
        list: &'a [T],
        bound: u32,
        number: impl Fn(&T) -> u32,
    ) -> Option<&'a T> {
        let bucket = self.bucket(bound);
        let first = *self.first.get(bucket)? as usize;
        let end = self.first.get(bucket + 1);
        let items = list.get(first..end.map_or(list.len(), |&end| end as usize))?;
        list.get(first + items.partition_point(|item| number(item) <= bound))
    }

    fn bucket(&self, number: u32) -> usize {
        (number >> self.shift) as usize
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
            vec![3_000_000_000, 4_000_000_000, 4_000_000_001],
            (0..500).map(|n| n * n * 17).collect(),
        ] {
            let index = Index::new(list.iter().copied());
            let mut bounds = vec![0, 1, u32::MAX];
            for number in &list {
                bounds.extend([number.saturating_sub(1), *number, number + 1]);
            }
            for bound in bounds {
                let expected = list.iter().find(|number| **number > bound);
                let found = index.above(&list, bound, |number| *number);
                assert_eq!(found, expected, "above {bound} in {list:?}");
                let glance = index.glance(&list, bound, |number| *number);
                assert!(
                    glance.is_none() || glance == expected,
                    "a glance above {bound} in {list:?}"
                );
            }
        }
    }

    #[test]
    fn a_glance_is_enough_where_few_are_close() {
        let list: Vec<u32> = (1..1_000).map(|day| day * 86_400).collect();
        let index = Index::new(list.iter().copied());
        for bound in (0..999 * 86_400).step_by(1_234) {
            let found = index.glance(&list, bound, |number| *number);
            assert_eq!(found, list.get(bound as usize / 86_400), "above {bound}");
        }
    }
}
