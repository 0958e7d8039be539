//! Several crossed thresholds in short.

use crate::board::Crossed;

/// Several crossed thresholds in short.
///
/// ```
/// use sla_planner::board::alert::Digest;
/// use sla_planner::board::{Crossed, Crossing};
/// let at = "2026-02-24T10:38:00+08:00".parse()?;
/// let crossed = |key, threshold| Crossed { index: key, key, crossing: Crossing { at, target: 0, threshold } };
/// let digest = Digest::of(&[crossed(1, 0), crossed(2, 0), crossed(1, 2)]).unwrap();
/// assert_eq!((digest.first.key, digest.tickets), (1, 2));
/// assert_eq!(digest.levels, [(2, 1), (0, 1)], "a clock counts at its highest level");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The most urgent: at the highest threshold, and there the earliest.
    pub first: Crossed,
    /// How many tickets there are.
    pub tickets: usize,
    /// How many clocks have come to which threshold, the highest first; each counts at its highest.
    pub levels: Vec<(usize, usize)>,
}

impl Digest {
    /// `crossed` in short; none where nothing was.
    #[must_use]
    pub fn of(crossed: &[Crossed]) -> Option<Self> {
        let highest = highest(crossed);
        let first = *highest.iter().min_by_key(|one| {
            let crossing = one.crossing;
            let least_urgent = usize::MAX - crossing.threshold;
            (least_urgent, crossing.at, one.key, crossing.target)
        })?;
        let mut tickets: Vec<u32> = highest.iter().map(|one| one.key).collect();
        tickets.dedup();
        let mut levels: Vec<(usize, usize)> = Vec::new();
        for one in &highest {
            let level = one.crossing.threshold;
            match levels.iter_mut().find(|(other, _)| *other == level) {
                Some((_, clocks)) => *clocks += 1,
                None => levels.push((level, 1)),
            }
        }
        levels.sort_by(|(one, _), (other, _)| other.cmp(one));
        Some(Self {
            first,
            tickets: tickets.len(),
            levels,
        })
    }

    /// How many clocks there are.
    #[must_use]
    pub fn clocks(&self) -> usize {
        self.levels.iter().map(|(_, clocks)| clocks).sum()
    }

    /// The highest threshold that was reached, by its place in the policy.
    #[must_use]
    pub const fn level(&self) -> usize {
        self.first.crossing.threshold
    }
}

/// The highest threshold of each clock in `crossed`, ordered by ticket and target.
pub(super) fn highest(crossed: &[Crossed]) -> Vec<Crossed> {
    let mut highest = crossed.to_vec();
    highest.sort_by_key(|one| {
        let crossing = one.crossing;
        (
            one.key,
            crossing.target,
            usize::MAX - crossing.threshold,
            crossing.at,
        )
    });
    highest.dedup_by_key(|one| (one.key, one.crossing.target));
    highest
}
