//! Which tickets have a number: a table by a hash of it.

/// In the tags: nothing was ever here.
const FREE: u8 = 0;
/// In the tags: what was here was removed.
const GONE: u8 = 1;

/// Indexes by the hash of a number. It does not know the numbers; who asks compares them.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    /// A few bits of each hash, so that few numbers have to be compared.
    tags: Vec<u8>,
    indexes: Vec<u32>,
    /// How many places are not free.
    used: usize,
}

impl Numbers {
    /// The first index whose number has this hash and of which `is` says that it is the number.
    pub(super) fn find(&self, hash: u32, is: impl Fn(u32) -> bool) -> Option<u32> {
        let tag = tag(hash);
        let mut place = self.start(hash)?;
        loop {
            let found = *self.tags.get(place)?;
            if found == FREE {
                return None;
            }
            if found == tag
                && let Some(index) = self.indexes.get(place).copied()
                && is(index)
            {
                return Some(index);
            }
            place = self.after(place);
        }
    }

    /// Whether another number can be added; [`Self::grow`] makes room.
    pub(super) fn has_room(&self) -> bool {
        self.used * 8 < self.tags.len() * 7
    }

    /// An empty table with room for `count` numbers, a few more among that.
    pub(super) fn for_count(count: usize) -> Self {
        let size = (count * 8 / 7 + 8).next_power_of_two();
        Self {
            tags: vec![FREE; size],
            indexes: vec![0; size],
            used: 0,
        }
    }

    /// Adds an index under a hash; there must be room.
    pub(super) fn insert(&mut self, hash: u32, index: u32) {
        let Some(mut place) = self.start(hash) else {
            return;
        };
        while self.tags.get(place).is_some_and(|tag| *tag > GONE) {
            place = self.after(place);
        }
        if let Some(found) = self.tags.get_mut(place) {
            self.used += usize::from(*found == FREE);
            *found = tag(hash);
        }
        if let Some(slot) = self.indexes.get_mut(place) {
            *slot = index;
        }
    }

    /// Removes an index that is under this hash.
    pub(super) fn remove(&mut self, hash: u32, index: u32) {
        let Some(mut place) = self.start(hash) else {
            return;
        };
        while let Some(found) = self.tags.get_mut(place)
            && *found != FREE
        {
            if *found == tag(hash) && self.indexes.get(place) == Some(&index) {
                *found = GONE;
                return;
            }
            place = self.after(place);
        }
    }

    fn start(&self, hash: u32) -> Option<usize> {
        let last = self.tags.len().checked_sub(1)?;
        Some(hash as usize & last)
    }

    const fn after(&self, place: usize) -> usize {
        (place + 1) & (self.tags.len() - 1)
    }

    /// How many bytes it holds.
    pub(super) const fn size(&self) -> usize {
        self.tags.len() * 5
    }
}

/// The tag of a hash: its high bits, which do not decide the place.
const fn tag(hash: u32) -> u8 {
    (hash >> 24) as u8 | 2
}

/// A hash of a number (FNV-1a, mixed once more for the high bits).
pub(super) fn hash(number: &[u8]) -> u32 {
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(16_777_619);
    let hash = number.iter().fold(2_166_136_261, step);
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use super::{Numbers, hash};

    #[test]
    fn numbers_are_found_until_they_are_removed() {
        let name = |index: u32| format!("SPT-{index}");
        let mut numbers = Numbers::for_count(700);
        let mut count = 0;
        while numbers.has_room() {
            numbers.insert(hash(name(count).as_bytes()), count);
            count += 1;
        }
        assert!(count > 700, "{count}");
        let find = |numbers: &Numbers, index: u32| {
            let name = name(index);
            numbers.find(hash(name.as_bytes()), |other| self::name(other) == name)
        };
        for index in 0..count {
            assert_eq!(find(&numbers, index), Some(index));
        }
        assert_eq!(find(&numbers, count), None);
        for index in (0..count).step_by(2) {
            numbers.remove(hash(name(index).as_bytes()), index);
        }
        for index in 0..count {
            assert_eq!(
                find(&numbers, index),
                Some(index).filter(|_| index % 2 == 1)
            );
        }
        assert_eq!(Numbers::default().find(7, |_| true), None);
        assert!(!Numbers::default().has_room());
    }

    fn name(index: u32) -> String {
        format!("SPT-{index}")
    }
}
