//! A ticket of the board, as it is kept.

use crate::engine::{Error, Event, EventKind, History, Instant, Rank};

/// A ticket of the board. Everything else shown of it is derived from its events.
///
/// ```
/// use sla_planner::engine::{Event, EventKind, Rank};
/// use sla_planner::plan::Ticket;
/// let submitted = EventKind::Submitted { priority: Rank(2) };
/// let ticket = Ticket {
///     key: 1,
///     number: "SPT-1042".to_owned(),
///     title: "无法登录".to_owned(),
///     events: vec![Event::new("2026-02-14T17:50:00+08:00".parse()?, submitted)],
/// };
/// assert_eq!(ticket.submission(), Some(("2026-02-14T17:50:00+08:00".parse()?, Rank(2))));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Its key among the tickets of this browser, from 1: given when it is first kept, never used again.
    pub key: u32,
    /// The number or key by which people call it; empty where it has none.
    pub number: String,
    /// Its title; empty where it has none.
    pub title: String,
    /// What happened to it, its submission among that. Events that were imported have no sequence number,
    /// those entered here have one.
    pub events: Vec<Event>,
}

impl Ticket {
    /// When it was submitted, and with which priority; none where its events do not tell.
    #[must_use]
    pub fn submission(&self) -> Option<(Instant, Rank)> {
        self.events.iter().find_map(|event| match event.kind {
            EventKind::Submitted { priority } => Some((event.at, priority)),
            _ => None,
        })
    }

    /// What it is called: by its number, where it has none by its title.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.number.is_empty() {
            &self.title
        } else {
            &self.number
        }
    }

    /// Its history.
    ///
    /// # Errors
    /// [`Error::Contradiction`] naming the two events that contradict each other.
    pub fn history(&self) -> Result<History, Error> {
        History::read(&self.events)
    }
}
