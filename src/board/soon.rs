//! What changes soon by itself.

/// How far ahead it looks, in seconds.
const AHEAD: u32 = 120;

/// The tickets that change by themselves before an instant. Looking through all tickets every two minutes for
/// those that will costs less than keeping all of them in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Soon {
    /// Only what changes before this second is held.
    until: u32,
    /// Each second and the index of the ticket, the last first.
    list: Vec<(u32, u32)>,
    in_order: bool,
}

impl Soon {
    /// Whether it knows all that changes up to `now`.
    pub(super) const fn knows(&self, now: u32) -> bool {
        now < self.until
    }

    /// Gathers what changes soon after `now`, and what should have before.
    pub(super) fn gather(&mut self, now: u32, all: impl Iterator<Item = (u32, u32)>) {
        self.until = now.saturating_add(AHEAD);
        let until = self.until;
        self.list = all.filter(|(at, _)| *at < until).collect();
        self.in_order = false;
    }

    /// Takes that the ticket at `index` changes at `at`.
    pub(super) fn add(&mut self, at: u32, index: u32) {
        if at < self.until {
            self.list.push((at, index));
            self.in_order = false;
        }
    }

    /// Gives what changes first, if that is not after `now`.
    pub(super) fn take(&mut self, now: u32) -> Option<(u32, u32)> {
        if !self.in_order {
            self.list.sort_unstable_by(|one, other| other.cmp(one));
            self.in_order = true;
        }
        self.list.pop_if(|(at, _)| *at <= now)
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::Soon;

    #[test]
    fn gives_what_changes_in_order() {
        let mut soon = Soon::default();
        assert!(!soon.knows(0));
        soon.gather(
            1_000,
            [(1_050, 1), (1_010, 2), (9_000, 3), (900, 4)].into_iter(),
        );
        soon.add(1_020, 5);
        soon.add(9_001, 6);
        assert!(soon.knows(1_100) && !soon.knows(2_000));
        let mut taken = Vec::new();
        while let Some(found) = soon.take(1_050) {
            taken.push(found);
        }
        assert_eq!(taken, [(900, 4), (1_010, 2), (1_020, 5), (1_050, 1)]);
        assert_eq!(soon.take(1_119), None);
    }
}
