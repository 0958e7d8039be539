//! What became of rows that are not plain tickets.

use super::Field;
use crate::engine;

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It does not say when it was submitted.
    CreatedMissing,
    /// It is no time.
    NotATime,
    /// It is a date without a time of day.
    TimeMissing,
    /// It is a time without a year.
    YearMissing,
    /// Either number can be the month, and nothing in the column tells.
    DayOrMonth,
    /// There is no such date or time.
    NoSuchTime,
    /// It lies before 1970 or after 2100.
    OutOfRange,
    /// It says no zone, and none was given.
    ZoneNeeded,
    /// It is no number of minutes.
    NotMinutes,
    /// It has no priority, and none was given for those.
    PriorityMissing,
    /// What the word of its priority means is to be said.
    PriorityUnknown,
    /// It is solved or closed, and does not say when.
    ResolvedWithoutTime,
    /// Something happened before it was submitted: mostly two zones are mixed.
    BeforeSubmission(Field),
    /// It has more cells than there are headers.
    TooManyCells,
    /// It is no ticket as the planner writes it.
    NotARecord,
    /// Its events contradict each other.
    Contradiction(Box<engine::Error>),
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// Its line in the file.
    pub line: u32,
    /// The column that is wrong, counted from 0, where it is one.
    pub column: Option<usize>,
    /// What is wrong.
    pub reason: Reason,
    /// What stands in that column.
    pub value: String,
    /// Its place among the rows of the table, from 0.
    pub place: usize,
}

/// Something about a row that was taken which may not be as it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caution {
    /// The clock shows its time twice; the first is taken.
    ClockTwice,
    /// The clock skips its time; when it was set forward is taken.
    ClockSkipped,
    /// It is later than now.
    Future,
    /// When it was closed is taken for when it was solved.
    ClosedForResolved,
    /// Its status is open again, so when it was solved was left out.
    OpenDespiteResolution,
    /// It waits, and does not say since when, so no pause is counted.
    PausedSinceUnknown,
    /// It waits no more, and does not say until when it did, so no pause is counted.
    PausedUntilUnknown,
    /// Its status is not known, and is taken from its dates.
    StatusUnknown,
}

/// Why a row is no ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Skip {
    /// It comes before the header.
    BeforeHeader,
    /// Its cells are empty.
    Blank,
    /// It sums up the others.
    Total,
    /// It is a request to merge code, which GitHub lists among the issues.
    PullRequest,
    /// A later row is of the same ticket.
    Repeated {
        /// The line of that row.
        by: u32,
    },
}

/// A row that is no ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its line in the file.
    pub line: u32,
    /// Why.
    pub skip: Skip,
}
