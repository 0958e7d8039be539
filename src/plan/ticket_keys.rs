//! Keys of tickets, as few ranges: what one tab of the planner tells the others.

use std::ops::RangeInclusive;

/// Keys of tickets, in the order in which they were added; neighbours are one range.
///
/// ```
/// use sla_planner::plan::TicketKeys;
/// let keys: TicketKeys = [1, 2, 3, 7].into_iter().collect();
/// assert_eq!(keys.write(), "1-3,7");
/// assert_eq!(TicketKeys::read("1-3,7"), Some(keys));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TicketKeys {
    ranges: Vec<(u32, u32)>,
}

impl TicketKeys {
    /// Adds a key.
    pub fn push(&mut self, key: u32) {
        match self.ranges.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(key) => *last = key,
            Some((first, last)) if (*first..=*last).contains(&key) => {}
            _ => self.ranges.push((key, key)),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        let length = |(first, last): &(u32, u32)| last.saturating_sub(*first).saturating_add(1);
        self.ranges.iter().map(length).fold(0, u32::saturating_add)
    }

    /// The ranges.
    pub fn ranges(&self) -> impl Iterator<Item = RangeInclusive<u32>> {
        self.ranges.iter().map(|(first, last)| *first..=*last)
    }

    /// They as text.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::new();
        for (first, last) in &self.ranges {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(&first.to_string());
            if last > first {
                text.push('-');
                text.push_str(&last.to_string());
            }
        }
        text
    }

    /// They from their text; none where it is damaged.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let parts = text.split(',').filter(|part| !part.is_empty());
        let ranges = parts.map(|part| {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let range: (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
            (0 < range.0 && range.0 <= range.1).then_some(range)
        });
        Some(Self {
            ranges: ranges.collect::<Option<_>>()?,
        })
    }
}

impl FromIterator<u32> for TicketKeys {
    fn from_iter<Keys: IntoIterator<Item = u32>>(keys: Keys) -> Self {
        let mut found = Self::default();
        for key in keys {
            found.push(key);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::TicketKeys;

    #[test]
    fn neighbours_are_one_range() {
        let keys: TicketKeys = [5, 6, 6, 7, 2, 1, u32::MAX].into_iter().collect();
        assert_eq!(keys.write(), "5-7,2,1,4294967295");
        assert_eq!((keys.len(), keys.is_empty()), (6, false));
        assert_eq!(TicketKeys::default().write(), "");
    }

    #[test]
    fn what_is_damaged_is_none() {
        for text in ["x", "1-", "-1", "3-2", "1--2", "0", "4294967296", "1,,x"] {
            assert_eq!(TicketKeys::read(text), None, "{text}");
        }
        assert_eq!(TicketKeys::read(""), Some(TicketKeys::default()));
    }
}
