//! In which order tickets are shown.

use serde::Serialize;

use crate::engine::{Expected, Misread, Node};

/// What tickets are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// What crosses a threshold next; then what is breached already, the longest overdue first; then what is
    /// open otherwise, what is paused, and what is stopped, the latest submitted first.
    #[default]
    Next,
    /// The number, digits by their value: `SPT-9` before `SPT-10`. Tickets without one last.
    Number,
    /// The priority, the most urgent first.
    Priority,
    /// The state, the most urgent first.
    State,
    /// When the clock of the target at this place is due.
    Due(u8),
    /// The counted seconds it has left; tickets whose clock has not started or has stopped last.
    Left(u8),
    /// The share that it used up; tickets whose clock has not started last.
    Share(u8),
    /// When it was submitted.
    Submitted,
}

const KEYS: [&str; 8] = [
    "next",
    "number",
    "priority",
    "state",
    "due",
    "left",
    "share",
    "submitted",
];

/// An order: by a column, one way or the other. Tickets of which the column says the same are in the order of
/// their indexes: as they came, but for those that took the places of removed ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Order {
    /// By what.
    pub column: Column,
    /// Whether the other way round. What has no value stays last.
    pub descending: bool,
}

/// An order as it is written.
#[derive(Serialize)]
pub(super) struct Kept {
    column: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<u8>,
    descending: bool,
}

impl Column {
    /// Its key in what is kept and in tests, and the place of its target.
    #[must_use]
    pub const fn key(self) -> (&'static str, Option<u8>) {
        match self {
            Self::Next => ("next", None),
            Self::Number => ("number", None),
            Self::Priority => ("priority", None),
            Self::State => ("state", None),
            Self::Due(target) => ("due", Some(target)),
            Self::Left(target) => ("left", Some(target)),
            Self::Share(target) => ("share", Some(target)),
            Self::Submitted => ("submitted", None),
        }
    }
}

impl Order {
    pub(super) const fn kept(self) -> Kept {
        let (column, target) = self.column.key();
        Kept {
            column,
            target,
            descending: self.descending,
        }
    }

    /// An order from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let key = node.key("column");
        let target = || node.key("target").number();
        Ok(Self {
            column: match key.str()? {
                "next" => Column::Next,
                "number" => Column::Number,
                "priority" => Column::Priority,
                "state" => Column::State,
                "due" => Column::Due(target()?),
                "left" => Column::Left(target()?),
                "share" => Column::Share(target()?),
                "submitted" => Column::Submitted,
                _ => return Err(key.misread(Expected::OneOf(&KEYS))),
            },
            descending: node.key("descending").flag()?,
        })
    }
}
