//! All tickets, compactly.

use std::collections::{BTreeMap, HashMap};

use super::BatchRow;
use crate::engine::{Error, History, Instant, Rank};
use crate::plan::Ticket;

/// All tickets. Each has a place, its index, for as long as it is here; the index of one that was removed is
/// given to another later.
///
/// ```
/// use sla_planner::board::Tickets;
/// use sla_planner::engine::{Event, EventKind, Rank};
/// use sla_planner::plan::Ticket;
/// let submitted = EventKind::Submitted { priority: Rank(2) };
/// let ticket = Ticket {
///     key: 7,
///     number: "SPT-1042".to_owned(),
///     title: "无法登录".to_owned(),
///     events: vec![Event::new("2026-02-14T17:50:00+08:00".parse()?, submitted)],
/// };
/// let mut tickets = Tickets::default();
/// let index = tickets.put(&ticket);
/// assert_eq!(tickets.get(index), Some(ticket));
/// assert_eq!((tickets.index_of(7), tickets.find("SPT-1042")), (Some(index), Some(index)));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tickets {
    slots: Vec<Option<Ticket>>,
    free: Vec<u32>,
    keys: BTreeMap<u32, u32>,
    numbers: HashMap<String, Vec<u32>>,
}

impl Tickets {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// One more than the highest index.
    #[must_use]
    pub fn slots(&self) -> u32 {
        u32::try_from(self.slots.len()).unwrap_or(u32::MAX)
    }

    /// Adds a ticket, or replaces the one with its key; gives its index. Its events come back in their order.
    pub fn put(&mut self, ticket: &Ticket) -> u32 {
        let index = match self.index_of(ticket.key) {
            Some(index) => {
                self.forget_number(index);
                index
            }
            None => self.free.pop().unwrap_or(self.slots()),
        };
        let mut ticket = ticket.clone();
        ticket.events.sort();
        self.keys.insert(ticket.key, index);
        if !ticket.number.is_empty() {
            let known = self.numbers.entry(ticket.number.clone());
            known.or_default().push(index);
        }
        match self.slots.get_mut(index as usize) {
            Some(slot) => *slot = Some(ticket),
            None => self.slots.push(Some(ticket)),
        }
        index
    }

    /// Adds a row of an import under `key`, or replaces the ticket that has it.
    pub fn put_row(&mut self, key: u32, row: &BatchRow<'_>) -> u32 {
        self.put(&row.ticket(key))
    }

    /// Removes the ticket with this key; gives the index that it had.
    pub fn remove(&mut self, key: u32) -> Option<u32> {
        let index = self.keys.get(&key).copied()?;
        self.forget_number(index);
        self.keys.remove(&key);
        *self.slots.get_mut(index as usize)? = None;
        self.free.push(index);
        Some(index)
    }

    /// Removes all.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The ticket at `index`.
    #[must_use]
    pub fn get(&self, index: u32) -> Option<Ticket> {
        self.at(index).cloned()
    }

    /// The index of the ticket with this key.
    #[must_use]
    pub fn index_of(&self, key: u32) -> Option<u32> {
        self.keys.get(&key).copied()
    }

    /// The index of a ticket with this number; none for the empty one.
    #[must_use]
    pub fn find(&self, number: &str) -> Option<u32> {
        self.numbers.get(number)?.first().copied()
    }

    /// The key of the ticket at `index`.
    #[must_use]
    pub fn key(&self, index: u32) -> Option<u32> {
        self.at(index).map(|ticket| ticket.key)
    }

    /// The number of the ticket at `index`; empty where it has none.
    #[must_use]
    pub fn number(&self, index: u32) -> Option<&str> {
        self.at(index).map(|ticket| ticket.number.as_str())
    }

    /// The title of the ticket at `index`; empty where it has none.
    #[must_use]
    pub fn title(&self, index: u32) -> Option<&str> {
        self.at(index).map(|ticket| ticket.title.as_str())
    }

    /// When the ticket at `index` was submitted, and the priority that it has now.
    #[must_use]
    pub fn submission(&self, index: u32) -> Option<(Instant, Rank)> {
        let ticket = self.at(index)?;
        let (at, rank) = ticket.submission()?;
        let history = ticket.history().ok()?;
        let now = history.priority_changes.last().map(|(_, rank)| *rank);
        Some((at, now.unwrap_or(rank)))
    }

    /// The history of the ticket at `index`; none where there is no ticket.
    #[must_use]
    pub fn history(&self, index: u32) -> Option<Result<History, Error>> {
        self.at(index).map(Ticket::history)
    }

    /// The indexes of all tickets, ascending.
    pub fn indexes(&self) -> impl Iterator<Item = u32> {
        (0..self.slots()).filter(|index| self.at(*index).is_some())
    }

    fn at(&self, index: u32) -> Option<&Ticket> {
        self.slots.get(index as usize)?.as_ref()
    }

    fn forget_number(&mut self, index: u32) {
        let number = self.number(index).map(str::to_owned);
        if let Some(known) = number.and_then(|number| self.numbers.get_mut(&number)) {
            known.retain(|other| *other != index);
        }
    }
}
