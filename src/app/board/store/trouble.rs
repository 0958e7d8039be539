//! What is wrong with keeping tickets, and what became of what was kept.

use crate::app::browser::database::Refusal;

/// Why nothing is kept at present. Tickets and edits stay in this tab until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Trouble {
    /// The browser keeps nothing for this page.
    Refused,
    /// There is no room.
    Full,
    /// A later version of the planner made the database.
    Newer,
    /// A tab with an earlier version of the planner holds the database.
    Blocked,
    /// A later version of the planner took the database over in another tab.
    Superseded,
    /// The browser closed the database, or failed in another way, by the name of its error.
    Failed(String),
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Refused => Self::Refused,
            Refusal::Full => Self::Full,
            Refusal::Newer => Self::Newer,
            Refusal::Closed => Self::Failed(String::new()),
            Refusal::Failed(name) => Self::Failed(name),
        }
    }
}

/// An import that was begun and of which nothing is kept, because the page was closed meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Interrupted {
    /// Where it came from: the name of a file, or empty.
    pub(in crate::app) source: String,
    /// How many tickets it had.
    pub(in crate::app) tickets: u32,
}

/// What became of what was kept, to be told once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Found {
    /// An import that was interrupted.
    pub(in crate::app) interrupted: Option<Interrupted>,
    /// How many records could not be read and were set aside now.
    pub(in crate::app) damaged: u32,
    /// How many are set aside in all.
    pub(in crate::app) aside: u32,
    /// The database that cannot be opened and was set aside; empty where there is none.
    pub(in crate::app) unopened: String,
}
