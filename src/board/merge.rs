//! An import, merged into the tickets that are there.

use std::ops::Range;

use super::{Batch, BatchRow, Tickets};
use crate::engine::Error;
use crate::plan::TicketEdit;

/// What becomes of a row of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It makes a new ticket.
    New,
    /// It changes the ticket with this key.
    Changed(u32),
    /// The ticket with this key is so already.
    Unchanged(u32),
    /// It contradicts what was entered here to the ticket with this key, which stays as it is.
    Conflict(u32),
}

/// A row that contradicts what was entered here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Its line in the file.
    pub line: u32,
    /// Its number.
    pub number: String,
    /// The key of the ticket, which stays as it is.
    pub key: u32,
    /// The contradiction.
    pub error: Error,
}

/// How many rows there are of each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Merged {
    /// New tickets.
    pub new: usize,
    /// Tickets that change.
    pub changed: usize,
    /// Tickets that are so already.
    pub unchanged: usize,
    /// Tickets that stay, because the row contradicts what was entered here.
    pub conflicts: usize,
}

/// An import, merged by number into the tickets that are there. Rows without a number are always new.
///
/// Imported events take the place of imported ones; events that were entered here stay.
#[derive(Clone, Debug, Default)]
pub struct Merge {
    batches: Vec<Batch>,
    fates: Vec<Fate>,
    merged: Merged,
    conflicts: Vec<Conflict>,
}

impl Merge {
    /// Takes a batch of rows, and finds what becomes of each.
    pub fn take(&mut self, batch: Batch, tickets: &Tickets) {
        for row in batch.rows() {
            let fate = self.fate(&row, tickets);
            let count = match fate {
                Fate::New => &mut self.merged.new,
                Fate::Changed(_) => &mut self.merged.changed,
                Fate::Unchanged(_) => &mut self.merged.unchanged,
                Fate::Conflict(_) => &mut self.merged.conflicts,
            };
            *count += 1;
            self.fates.push(fate);
        }
        self.batches.push(batch);
    }

    /// How many rows there are of each fate.
    #[must_use]
    pub const fn merged(&self) -> Merged {
        self.merged
    }

    /// The rows that contradict what was entered here.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fates.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fates.is_empty()
    }

    /// The rows at `range`, each with what becomes of it.
    pub fn rows(&self, range: Range<usize>) -> impl Iterator<Item = (Fate, BatchRow<'_>)> {
        let fates = self.fates.iter().copied();
        let rows = self.batches.iter().flat_map(Batch::rows);
        fates.zip(rows).skip(range.start).take(range.len())
    }

    fn fate(&mut self, row: &BatchRow<'_>, tickets: &Tickets) -> Fate {
        let found = tickets
            .find(row.number())
            .and_then(|index| tickets.get(index));
        let Some(ticket) = found else {
            return Fate::New;
        };
        let key = ticket.key;
        match row.edit().apply(&ticket) {
            Ok(after) if after.as_ref() == Some(&ticket) => Fate::Unchanged(key),
            Ok(_) => Fate::Changed(key),
            Err(error) => {
                self.conflicts.push(Conflict {
                    line: row.line(),
                    number: row.number().to_owned(),
                    key,
                    error,
                });
                Fate::Conflict(key)
            }
        }
    }
}

impl BatchRow<'_> {
    /// The edit that imports it to a ticket that is there.
    #[must_use]
    pub fn edit(&self) -> TicketEdit {
        TicketEdit::Import {
            title: self.title().to_owned(),
            events: self.events(),
        }
    }
}
