//! Randomness that is the same in every run.

/// Numbers that look random, always the same ones.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// One of 0 and those below `bound`.
    pub(crate) fn below(&mut self, bound: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        i64::try_from(self.0 >> 33).expect("31 bits") % bound
    }
}
