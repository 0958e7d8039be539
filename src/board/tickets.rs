//! All tickets, compactly.

use super::BatchRow;
use super::numbers::{Numbers, hash};
use super::packing::{self, pack};
use super::places::Places;
use super::record::{NEVER, Record, instant};
use super::strip::Strip;
use super::texts::Texts;
use crate::engine::{Error, Event, History, Instant, PlainHistory, PlainSeconds, Rank};
use crate::plan::Ticket;
use crate::plan::bytes::{Reader, Writer};

/// All tickets. Each has a place, its index, for as long as it is here; the index of one that was removed is
/// given to another later.
///
/// Plain tickets are held as columns of seconds; of others, the events are held as bytes.
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
    rows: Strip<Row>,
    /// Numbers and titles, and the events of tickets that are not plain.
    texts: Texts,
    places: Places,
    numbers: Numbers,
    /// Indexes without a ticket.
    free: Vec<u32>,
}

/// A ticket as it is held.
#[derive(Clone, Copy, Debug)]
struct Row {
    key: u32,
    /// Where its number and title are; [`NEVER`] where there is no ticket.
    text: u32,
    /// What happened. Where a record does not hold that: when it was submitted, the priority that it has now,
    /// and in the place of the reply, where its events are.
    record: Record,
}

impl Tickets {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One more than the highest index.
    #[must_use]
    pub fn slots(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(NEVER)
    }

    /// Adds a ticket, or replaces the one with its key; gives its index. Its events come back in their order.
    pub fn put(&mut self, ticket: &Ticket) -> u32 {
        let mut text = Writer::default();
        text.text(&ticket.number);
        text.text(&ticket.title);
        let events = if ticket.events.is_sorted() {
            std::borrow::Cow::Borrowed(&ticket.events)
        } else {
            let mut events = ticket.events.clone();
            events.sort();
            std::borrow::Cow::Owned(events)
        };
        let (record, block) = pack(&events);
        self.hold(ticket.key, &text.0, record, &block)
    }

    /// Adds a row of an import under `key`, or replaces the ticket that has it.
    pub fn put_row(&mut self, key: u32, row: &BatchRow<'_>) -> u32 {
        let (record, block) = match row.record() {
            Some(record) => (record, Vec::new()),
            None => pack(&row.events()),
        };
        self.hold(key, row.text(), record, &block)
    }

    /// Holds a ticket: its number and title, each behind its length, and what happened as it is packed.
    fn hold(&mut self, key: u32, text: &[u8], mut record: Record, block: &[u8]) -> u32 {
        let known = self.places.get(key);
        let before = known.and_then(|index| self.row(index));
        let same = before.filter(|row| self.texts.at(row.text).starts_with(text));
        let text = match same {
            Some(row) => row.text,
            None => self.texts.add(text),
        };
        if record.is_full() {
            record.replied = self.texts.add(block);
        }
        let row = Row { key, text, record };
        let index = known
            .or_else(|| self.free.pop())
            .unwrap_or_else(|| self.slots());
        if let (Some(before), None) = (before, same) {
            self.forget_text(index, &before);
        }
        if let Some(before) = before {
            self.forget_events(&before);
        }
        if (index as usize) < self.rows.len() {
            self.rows.set(index as usize, row);
        } else {
            self.rows.push(row);
        }
        if known.is_none() {
            self.places.insert(key, index);
        }
        if same.is_none() {
            self.remember_number(index);
        }
        index
    }

    /// Removes the ticket with this key; gives the index that it had.
    pub fn remove(&mut self, key: u32) -> Option<u32> {
        let index = self.places.remove(key)?;
        let row = self.row(index)?;
        self.forget_text(index, &row);
        self.forget_events(&row);
        if let Some(row) = self.rows.get_mut(index as usize) {
            row.text = NEVER;
        }
        self.free.push(index);
        Some(index)
    }

    /// Removes all.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Moves texts together where many were given up, a little at a time; gives whether there was anything to
    /// move.
    pub(super) fn tidy(&mut self) -> bool {
        let Some(place) = self.texts.sparse() else {
            return false;
        };
        for index in 0..self.slots() {
            let Some(row) = self.row(index) else { continue };
            if Texts::is_in(row.text, place) {
                let length = self.text_length(row.text);
                let text = self.moved(row.text, length);
                if let Some(row) = self.rows.get_mut(index as usize) {
                    row.text = text;
                }
            }
            if row.record.is_full() && Texts::is_in(row.record.replied, place) {
                let length = packing::length(&row.record, self.texts.at(row.record.replied));
                let events = self.moved(row.record.replied, length);
                if let Some(row) = self.rows.get_mut(index as usize) {
                    row.record.replied = events;
                }
            }
        }
        true
    }

    /// The ticket at `index`.
    #[must_use]
    pub fn get(&self, index: u32) -> Option<Ticket> {
        let row = self.row(index)?;
        let mut reader = Reader(self.texts.at(row.text));
        Some(Ticket {
            key: row.key,
            number: reader.text()?.to_owned(),
            title: reader.text()?.to_owned(),
            events: if row.record.is_full() {
                self.full_events(&row)?
            } else {
                row.record.events()
            },
        })
    }

    /// The index of the ticket with this key.
    #[must_use]
    pub fn index_of(&self, key: u32) -> Option<u32> {
        self.places.get(key)
    }

    /// The index of a ticket with this number; none for the empty one.
    #[must_use]
    pub fn find(&self, number: &str) -> Option<u32> {
        let number = number.as_bytes();
        let is = |index| {
            self.texts_of(index)
                .is_some_and(|(known, _)| known == number)
        };
        self.numbers.find(hash(number), is)
    }

    /// The key of the ticket at `index`.
    #[must_use]
    pub fn key(&self, index: u32) -> Option<u32> {
        self.row(index).map(|row| row.key)
    }

    /// The number of the ticket at `index`; empty where it has none.
    #[must_use]
    pub fn number(&self, index: u32) -> Option<&str> {
        std::str::from_utf8(self.texts_of(index)?.0).ok()
    }

    /// The title of the ticket at `index`; empty where it has none.
    #[must_use]
    pub fn title(&self, index: u32) -> Option<&str> {
        std::str::from_utf8(self.texts_of(index)?.1).ok()
    }

    /// When the ticket at `index` was submitted, and the priority that it has now.
    #[must_use]
    pub fn submission(&self, index: u32) -> Option<(Instant, Rank)> {
        let record = self.row(index)?.record;
        Some((instant(record.submitted)?, Rank(record.priority)))
    }

    /// The history of the ticket at `index`; none where there is no ticket.
    #[must_use]
    pub fn history(&self, index: u32) -> Option<Result<History, Error>> {
        let row = self.row(index)?;
        if row.record.is_full() {
            Some(History::read(&self.full_events(&row)?))
        } else {
            Some(Ok(PlainHistory::from(&row.record.seconds()).into()))
        }
    }

    /// The indexes of all tickets, ascending.
    pub fn indexes(&self) -> impl Iterator<Item = u32> {
        let rows = (0..).zip(self.rows.iter());
        rows.filter(|(_, row)| row.text != NEVER)
            .map(|(index, _)| index)
    }

    /// How many bytes they take.
    #[must_use]
    pub fn size(&self) -> usize {
        self.rows.len() * size_of::<Row>()
            + self.texts.size()
            + self.places.size()
            + self.numbers.size()
    }

    /// The history of the ticket at `index` in seconds, where it is plain.
    #[inline(always)]
    pub(crate) fn seconds(&self, index: u32) -> Option<PlainSeconds> {
        let row = self.rows.get(index as usize)?;
        if row.record.is_paused() {
            let block = self.texts.at(row.record.replied);
            return packing::seconds(&row.record, block).filter(|_| row.text != NEVER);
        }
        if row.text == NEVER || row.record.is_full() {
            return None;
        }
        Some(row.record.seconds())
    }

    /// The record of the ticket at `index`, where it is plain.
    pub(super) fn record(&self, index: u32) -> Option<Record> {
        let record = self.row(index)?.record;
        (!record.is_full()).then_some(record)
    }

    /// The number and the title of the ticket at `index`.
    pub(super) fn texts_of(&self, index: u32) -> Option<(&[u8], &[u8])> {
        let mut reader = Reader(self.texts.at(self.row(index)?.text));
        Some((reader.run()?, reader.run()?))
    }

    fn row(&self, index: u32) -> Option<Row> {
        let row = self.rows.get(index as usize)?;
        (row.text != NEVER).then_some(*row)
    }

    fn full_events(&self, row: &Row) -> Option<Vec<Event>> {
        let block = self.texts.at(row.record.replied);
        packing::unpack(&row.record, block).map(|(events, _)| events)
    }

    fn remember_number(&mut self, index: u32) {
        if !self.numbers.has_room() {
            self.gather_numbers();
            return;
        }
        let number = self.texts_of(index).map(|(number, _)| number);
        if let Some(number) = number.filter(|number| !number.is_empty()) {
            let hash = hash(number);
            self.numbers.insert(hash, index);
        }
    }

    /// Makes the table of numbers anew, with room for more.
    fn gather_numbers(&mut self) {
        let mut numbers = Numbers::for_count(self.rows.len() + self.rows.len() / 8);
        for index in 0..self.slots() {
            let number = self.texts_of(index).map(|(number, _)| number);
            if let Some(number) = number.filter(|number| !number.is_empty()) {
                numbers.insert(hash(number), index);
            }
        }
        self.numbers = numbers;
    }

    fn forget_text(&mut self, index: u32, row: &Row) {
        let number = Reader(self.texts.at(row.text)).run().map(hash);
        if let Some(hash) = number {
            self.numbers.remove(hash, index);
        }
        let length = self.text_length(row.text);
        self.texts.release(row.text, length);
    }

    fn forget_events(&mut self, row: &Row) {
        if row.record.is_full() {
            let length = packing::length(&row.record, self.texts.at(row.record.replied));
            self.texts.release(row.record.replied, length);
        }
    }

    fn moved(&mut self, address: u32, length: usize) -> u32 {
        let run = self.texts.at(address).get(..length);
        let run = run.unwrap_or_default().to_vec();
        let moved = self.texts.add(&run);
        self.texts.release(address, length);
        moved
    }

    fn text_length(&self, address: u32) -> usize {
        let all = self.texts.at(address);
        let mut reader = Reader(all);
        let read = reader.run().and_then(|_| reader.run());
        read.map_or(0, |_| all.len() - reader.0.len())
    }
}
