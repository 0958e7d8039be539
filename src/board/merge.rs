//! An import, merged into the tickets that are there.

use std::ops::Range;

use super::record::Record;
use super::{Batch, BatchRow, Tickets};
use crate::engine::Error;

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
///
/// ```
/// use sla_planner::board::{Batch, Fate, Merge, Tickets};
/// use sla_planner::engine::{Event, EventKind, Instant, Rank};
/// let at: Instant = "2026-02-14T17:50:00+08:00".parse()?;
/// let submitted = Event::new(at, EventKind::Submitted { priority: Rank(2) });
/// let replied = Event::new(at.plus(600)?, EventKind::FirstReply);
/// let mut batch = Batch::default();
/// batch.push(2, "SPT-1", "", &[submitted.clone()]);
/// let mut tickets = Tickets::default();
/// tickets.put_row(1, &batch.row(0).expect("a row"));
///
/// batch.push(3, "SPT-2", "", &[submitted.clone()]);
/// batch.push(4, "SPT-1", "", &[submitted, replied]);
/// let mut merge = Merge::default();
/// merge.take(batch, &tickets);
/// let fates: Vec<Fate> = merge.rows(0..merge.len()).map(|(fate, _)| fate).collect();
/// assert_eq!(fates, [Fate::Unchanged(1), Fate::New, Fate::Changed(1)]);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Merge {
    /// Each batch with the place of its first row.
    batches: Vec<(usize, Batch)>,
    fates: Vec<Fate>,
    merged: Merged,
    conflicts: Vec<Conflict>,
}

impl Merge {
    /// Takes a batch of rows, and finds what becomes of each.
    pub fn take(&mut self, batch: Batch, tickets: &Tickets) {
        let first = self.fates.len();
        self.fates.reserve(batch.len());
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
        self.batches.push((first, batch));
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
    pub const fn len(&self) -> usize {
        self.fates.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.fates.is_empty()
    }

    /// The row at `place`, with what becomes of it; none behind the last, and of what was let go.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<(Fate, BatchRow<'_>)> {
        let after = self.batches.partition_point(|(first, _)| *first <= place);
        let (first, batch) = self.batches.get(after.checked_sub(1)?)?;
        Some((*self.fates.get(place)?, batch.row(place - first)?))
    }

    /// The rows at `range`, each with what becomes of it.
    pub fn rows(&self, range: Range<usize>) -> impl Iterator<Item = (Fate, BatchRow<'_>)> {
        range.filter_map(|place| self.row(place))
    }

    /// Lets the rows before `place` go, as far as they came together, when they are no longer needed.
    pub fn let_go(&mut self, place: usize) {
        for (first, batch) in &mut self.batches {
            if *first + batch.len() <= place {
                *batch = Batch::default();
            }
        }
    }

    fn fate(&mut self, row: &BatchRow<'_>, tickets: &Tickets) -> Fate {
        let Some(index) = tickets.find(row.number()) else {
            return Fate::New;
        };
        if is_same(row, tickets, index) {
            let key = tickets.key(index);
            return key.map_or(Fate::New, Fate::Unchanged);
        }
        let Some(ticket) = tickets.get(index) else {
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

/// Whether the ticket at `index` is plainly what the row says: most are, when an export is imported again.
fn is_same(row: &BatchRow<'_>, tickets: &Tickets, index: u32) -> bool {
    let title = row.title().as_bytes();
    let same_title = |(_, known): (&[u8], &[u8])| title.is_empty() || title == known;
    let record = row.record().filter(Record::is_imported);
    record.is_some()
        && record == tickets.record(index)
        && tickets.texts_of(index).is_some_and(same_title)
}
