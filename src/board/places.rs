//! Where the ticket with a key is.

use std::collections::BTreeMap;

/// How many keys a page holds.
const PAGE: u32 = 1_024;
/// That no ticket has the key.
const NOWHERE: u32 = u32::MAX;

/// Indexes by key, in pages: keys are given one after another, so that pages are full.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pages: BTreeMap<u32, Page>,
    length: usize,
}

#[derive(Clone, Debug)]
struct Page {
    indexes: Box<[u32]>,
    used: u32,
}

impl Places {
    /// How many keys are known.
    pub(super) const fn len(&self) -> usize {
        self.length
    }

    /// The index of the ticket with this key.
    pub(super) fn get(&self, key: u32) -> Option<u32> {
        let page = self.pages.get(&(key / PAGE))?;
        let index = page.indexes.get((key % PAGE) as usize).copied();
        index.filter(|index| *index != NOWHERE)
    }

    /// Sets the index of the ticket with this key.
    pub(super) fn insert(&mut self, key: u32, index: u32) {
        let page = self.pages.entry(key / PAGE).or_insert_with(|| Page {
            indexes: vec![NOWHERE; PAGE as usize].into_boxed_slice(),
            used: 0,
        });
        if let Some(slot) = page.indexes.get_mut((key % PAGE) as usize) {
            if *slot == NOWHERE {
                page.used += 1;
                self.length += 1;
            }
            *slot = index;
        }
    }

    /// How many bytes it holds.
    pub(super) fn size(&self) -> usize {
        self.pages.len() * PAGE as usize * size_of::<u32>()
    }

    /// Forgets a key; gives the index that it had.
    pub(super) fn remove(&mut self, key: u32) -> Option<u32> {
        let index = self.get(key)?;
        let page = self.pages.get_mut(&(key / PAGE))?;
        *page.indexes.get_mut((key % PAGE) as usize)? = NOWHERE;
        page.used -= 1;
        self.length -= 1;
        if page.used == 0 {
            self.pages.remove(&(key / PAGE));
        }
        Some(index)
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn keys_are_found_until_they_are_removed() {
        let mut places = Places::default();
        for key in [1, 2, 1_023, 1_024, 5_000_000, u32::MAX] {
            places.insert(key, key / 2);
            places.insert(key, key / 3);
        }
        assert_eq!(places.len(), 6);
        assert_eq!(places.get(1_024), Some(341));
        assert_eq!(places.get(3), None);
        assert_eq!(places.remove(1_024), Some(341));
        assert_eq!(places.remove(1_024), None);
        assert_eq!(places.get(u32::MAX), Some(u32::MAX / 3));
        assert_eq!((places.len(), places.pages.len()), (5, 3));
    }
}
