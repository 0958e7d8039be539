//! One clock of one ticket in one scenario.

use crate::engine::{Basis, Instant, Seconds, Verdict};

/// One clock of one ticket in one scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// When the target is used up. During an open pause: if work went on now.
    pub due: Instant,
    /// What its start rests on.
    pub basis: Basis,
    /// Where it stands; none where it is projected.
    pub verdict: Option<Verdict>,
    /// The counted seconds past due, until now or until it stopped.
    pub over: Seconds,
}

impl Cell {
    /// Whether the target is missed or overdue.
    #[must_use]
    pub const fn is_breached(&self) -> bool {
        matches!(self.verdict, Some(Verdict::Missed | Verdict::Overdue))
    }
}

/// The bits of a cell that holds nothing: there is no ticket.
pub(super) const EMPTY: u8 = 0;
/// The bits of a cell whose ticket cannot be judged under the terms.
pub(super) const FAULTY: u8 = 1 << 6;
const KNOWN: u8 = 1 << 7;

/// What is known of a clock beside its due time, in a byte.
pub(super) const fn pack(basis: Basis, verdict: Option<Verdict>) -> u8 {
    let basis = match basis {
        Basis::Recorded => 0,
        Basis::Projected => 1,
        Basis::Assumed => 2,
    };
    let verdict = match verdict {
        None => 0,
        Some(Verdict::Open) => 1,
        Some(Verdict::Met) => 2,
        Some(Verdict::Missed) => 3,
        Some(Verdict::Overdue) => 4,
    };
    basis | verdict << 2 | KNOWN
}

/// The basis and the verdict in `bits`; none where nothing is known.
pub(super) const fn unpack(bits: u8) -> Option<(Basis, Option<Verdict>)> {
    if bits & KNOWN == 0 {
        return None;
    }
    let basis = match bits & 3 {
        0 => Basis::Recorded,
        1 => Basis::Projected,
        _ => Basis::Assumed,
    };
    let verdict = match bits >> 2 & 7 {
        1 => Some(Verdict::Open),
        2 => Some(Verdict::Met),
        3 => Some(Verdict::Missed),
        4 => Some(Verdict::Overdue),
        _ => None,
    };
    Some((basis, verdict))
}

#[cfg(test)]
mod tests {
    use super::{EMPTY, FAULTY, pack, unpack};
    use crate::engine::{Basis, Verdict};

    #[test]
    fn what_is_packed_is_unpacked() {
        let verdicts = [
            Verdict::Open,
            Verdict::Met,
            Verdict::Missed,
            Verdict::Overdue,
        ];
        let verdicts = verdicts.into_iter().map(Some).chain([None]);
        for verdict in verdicts {
            for basis in [Basis::Recorded, Basis::Projected, Basis::Assumed] {
                assert_eq!(unpack(pack(basis, verdict)), Some((basis, verdict)));
            }
        }
        assert_eq!((unpack(EMPTY), unpack(FAULTY)), (None, None));
    }
}
