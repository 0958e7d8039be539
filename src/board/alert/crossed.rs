//! Thresholds that were crossed.

use crate::engine::Instant;

/// A clock of a ticket has reached a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Crossed {
    /// When.
    pub at: Instant,
    /// The key of the ticket.
    pub ticket: u32,
    /// The target, by its place in the policy.
    pub target: usize,
    /// The threshold, by its place in the policy.
    pub level: usize,
}

/// Several of them in short.
///
/// ```
/// use sla_planner::board::alert::{Crossed, Digest};
/// let at = "2026-02-24T10:38:00+08:00".parse()?;
/// let crossed = |ticket, level| Crossed { at, ticket, target: 0, level };
/// let digest = Digest::of(&[crossed(1, 0), crossed(2, 0), crossed(1, 2)]).unwrap();
/// assert_eq!((digest.first.ticket, digest.tickets), (1, 2));
/// assert_eq!(digest.levels, [(2, 1), (0, 1)], "a clock counts at its highest level");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The most urgent: at the highest level, and there the earliest.
    pub first: Crossed,
    /// How many tickets there are.
    pub tickets: usize,
    /// How many clocks have come to which level, the highest level first; each counts at its highest.
    pub levels: Vec<(usize, usize)>,
}

impl Digest {
    /// `crossed` in short; none where nothing was.
    #[must_use]
    pub fn of(crossed: &[Crossed]) -> Option<Self> {
        let highest = highest(crossed);
        let first = *highest.iter().min_by_key(|one| {
            let least_urgent = usize::MAX - one.level;
            (least_urgent, one.at, one.ticket, one.target)
        })?;
        let mut tickets: Vec<u32> = highest.iter().map(|one| one.ticket).collect();
        tickets.dedup();
        let mut levels: Vec<(usize, usize)> = Vec::new();
        for one in &highest {
            match levels.iter_mut().find(|(level, _)| *level == one.level) {
                Some((_, clocks)) => *clocks += 1,
                None => levels.push((one.level, 1)),
            }
        }
        levels.sort_by(|(one, _), (other, _)| other.cmp(one));
        Some(Self {
            first,
            tickets: tickets.len(),
            levels,
        })
    }

    /// The highest level that was reached.
    #[must_use]
    pub const fn level(&self) -> usize {
        self.first.level
    }
}

/// The highest level of each clock in `crossed`, ordered by ticket and target.
pub(super) fn highest(crossed: &[Crossed]) -> Vec<Crossed> {
    let mut highest = crossed.to_vec();
    highest.sort_by_key(|one| (one.ticket, one.target, usize::MAX - one.level));
    highest.dedup_by_key(|one| (one.ticket, one.target));
    highest
}
