//! Thresholds that are crossed.

use crate::engine::Instant;

/// That a clock reaches a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Crossing {
    /// When its level rises; for the whole that is the second after due.
    pub at: Instant,
    /// The target, by its place in the policy.
    pub target: usize,
    /// The threshold, by its place in the policy; the number of them stands for due itself, where the policy
    /// has no threshold there.
    pub threshold: usize,
}

/// A ticket that reached a threshold while time passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Crossed {
    /// The ticket's place among the tickets.
    pub index: u32,
    /// Its key.
    pub key: u32,
    /// The highest threshold that the clock reached.
    pub crossing: Crossing,
}

/// What happened while time passed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crossings {
    /// What was crossed, each clock once.
    pub crossed: Vec<Crossed>,
    /// How many tickets changed in whatever way.
    pub changed: usize,
}

impl Crossings {
    /// How many clocks reached `threshold` as their highest.
    #[must_use]
    pub fn at(&self, threshold: usize) -> usize {
        let all = self.crossed.iter();
        all.filter(|crossed| crossed.crossing.threshold == threshold)
            .count()
    }

    /// The one that reached the highest threshold, the first of several.
    #[must_use]
    pub fn worst(&self) -> Option<&Crossed> {
        let by_threshold = |crossed: &&Crossed| crossed.crossing.threshold;
        self.crossed.iter().rev().max_by_key(by_threshold)
    }
}
