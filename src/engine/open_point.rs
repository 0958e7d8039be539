//! The points that the contract leaves open.

use super::keyed::keyed;

/// An open point of SPT-001, read one way by [`Readings`](super::Readings).
///
/// ```
/// use sla_planner::engine::OpenPoint;
/// assert_eq!(OpenPoint::ALL.len(), 16);
/// assert_eq!(format!("{:?}", OpenPoint::R10), "R10");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenPoint {
    /// Which clock targets run on.
    R1,
    /// When resolution starts.
    R2,
    /// Whether planned maintenance is downtime.
    R3,
    /// Whether a maintenance window stops the ticket clock.
    R4,
    /// Whether make-up days are working time.
    R5,
    /// What the percents of the warnings are of.
    R6,
    /// Whether a pause stops the clock.
    R7,
    /// What a change of priority does.
    R8,
    /// What reopening does.
    R9,
    /// Where a target stands that is used up at closing time.
    R10,
    /// How long a year is.
    R11,
    /// Whose clock a temporary mitigation stops.
    R12,
    /// In which zone the maintenance window lies.
    R13,
    /// Whether a late emergency notice is judged.
    R14,
    /// From when a restoration notice has its time.
    R15,
    /// Which clock the warnings follow.
    R16,
}

keyed!(OpenPoint: R1 = "R1", R2 = "R2", R3 = "R3", R4 = "R4", R5 = "R5", R6 = "R6", R7 = "R7", R8 = "R8", R9 = "R9",
    R10 = "R10", R11 = "R11", R12 = "R12", R13 = "R13", R14 = "R14", R15 = "R15", R16 = "R16");

impl OpenPoint {
    /// All of them, in order.
    ///
    /// ```
    /// use sla_planner::engine::OpenPoint;
    /// assert!(OpenPoint::ALL.is_sorted());
    /// ```
    pub const ALL: [Self; 16] = [
        Self::R1,
        Self::R2,
        Self::R3,
        Self::R4,
        Self::R5,
        Self::R6,
        Self::R7,
        Self::R8,
        Self::R9,
        Self::R10,
        Self::R11,
        Self::R12,
        Self::R13,
        Self::R14,
        Self::R15,
        Self::R16,
    ];

    /// The clauses it comes from.
    ///
    /// ```
    /// use sla_planner::engine::OpenPoint;
    /// assert_eq!(OpenPoint::R14.clauses(), ["§2.1.1", "§3.1.1"]);
    /// ```
    #[must_use]
    pub const fn clauses(self) -> &'static [&'static str] {
        match self {
            Self::R1 | Self::R2 | Self::R5 | Self::R7 | Self::R8 | Self::R9 | Self::R10 => {
                &["§1.2.1"]
            }
            Self::R3 | Self::R4 | Self::R11 | Self::R13 => &["§2.1.1"],
            Self::R6 | Self::R16 => &["§3.1.2"],
            Self::R12 => &["§1.1.1", "§1.1.2", "§1.2.1"],
            Self::R14 => &["§2.1.1", "§3.1.1"],
            Self::R15 => &["§3.1.1"],
        }
    }
}
