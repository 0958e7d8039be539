//! Why something that was handed on cannot be opened.

use crate::plan::Unreadable;

/// Why something that was handed on cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The address holds something else than a link of the planner.
    NotALink,
    /// It is longer than any link.
    TooLong {
        /// How many bytes it has.
        received: usize,
    },
    /// It does not end where it should, so its tail is missing.
    MissingEnd {
        /// How many characters came.
        received: usize,
    },
    /// A packed link is cut off.
    Truncated {
        /// How many characters came.
        received: usize,
        /// How many were sent, when that much came.
        expected: Option<usize>,
    },
    /// A packed link was changed on its way.
    BadChecksum,
    /// A later version of the planner packed it.
    UnknownVersion {
        /// Its version.
        version: String,
    },
    /// It is packed as it should be, but does not hold a plan.
    Damaged,
    /// A key that means nothing.
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A key that may stand once stands twice.
    RepeatedKey {
        /// The key.
        key: String,
    },
    /// A key stands behind the end.
    AfterEnd {
        /// The key.
        key: String,
    },
    /// It does not say when the ticket was submitted.
    MissingTime,
    /// The contract has no such priority.
    UnknownPriority {
        /// What stands there.
        id: String,
        /// Those it has.
        known: Vec<String>,
    },
    /// A value that cannot be read.
    BadValue {
        /// Its key.
        key: String,
        /// The value.
        value: String,
    },
    /// A file that is longer than any plan.
    FileTooLong {
        /// How many bytes it has.
        received: usize,
    },
    /// A file of a whole plan, which the board imports.
    WholePlan,
    /// A file that does not hold a plan.
    File(Unreadable),
}

/// The most characters of what came that are said back.
const SAID: usize = 40;

impl Fault {
    /// That `value` of `key` cannot be read.
    pub(super) fn bad(key: &str, value: &str) -> Self {
        Self::BadValue {
            key: said(key),
            value: said(value),
        }
    }
}

/// As much of `text` as is said back.
pub(super) fn said(text: &str) -> String {
    text.chars().take(SAID).collect()
}
