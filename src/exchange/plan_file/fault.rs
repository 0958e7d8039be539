//! Why a file of a plan cannot be read.

use crate::exchange::share::Fault;
use crate::plan::Unreadable;

/// Why a file of a plan cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFault {
    /// The line, from 1.
    pub line: u32,
    /// Why.
    pub flaw: PlanFlaw,
}

/// Why a file of a plan cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFlaw {
    /// There is nothing in it.
    Empty,
    /// It is no text.
    NotText,
    /// The line is longer than any.
    LongLine,
    /// There are more tickets than are read.
    TooMany,
    /// What stands on the line is damaged, or of a later version.
    Unreadable(Unreadable),
    /// It is the file of one ticket, and that cannot be read.
    Ticket(Fault),
    /// It does not end where it should, so its tail is missing.
    MissingEnd {
        /// How many tickets came.
        received: u32,
    },
    /// There are fewer or more tickets than its end says.
    Miscounted {
        /// How many tickets came.
        received: u32,
        /// How many there should be.
        expected: u32,
    },
    /// Something stands behind its end.
    AfterEnd,
}
