//! Rows of an import as bytes, for one program of the page to hand to another.

use super::packing::write_run;
use super::record::{FULL, NEVER, Record, instant};
use crate::engine::{Event, Instant};
use crate::plan::bytes::{Reader, Writer};
use crate::plan::packed::read_events;
use crate::plan::{Ticket, TicketEdit};

/// The version of the bytes.
const VERSION: u8 = 1;

/// Some rows of an import, as bytes: each its line, what happened, and its number and title.
///
/// ```
/// use sla_planner::board::Batch;
/// use sla_planner::engine::{Event, EventKind, Rank};
/// let submitted = EventKind::Submitted { priority: Rank(2) };
/// let events = [Event::new("2026-02-14T17:50:00+08:00".parse()?, submitted)];
/// let mut batch = Batch::default();
/// batch.push(2, "SPT-1042", "无法登录", &events);
/// let read = Batch::read(&batch.write()).expect("it is whole");
/// let row = read.row(0).expect("it has a row");
/// assert_eq!((row.line(), row.number(), row.title()), (2, "SPT-1042", "无法登录"));
/// assert_eq!(row.events(), events);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    bytes: Vec<u8>,
    /// Where each row begins.
    starts: Vec<u32>,
}

/// A row of an import.
#[derive(Clone, Copy, Debug)]
pub struct BatchRow<'a> {
    line: u32,
    /// What happened, where a record holds it.
    record: Option<Record>,
    number: &'a str,
    title: &'a str,
    /// The number and the title, each behind its length.
    text: &'a [u8],
    /// The events, where no record holds them.
    events: &'a [u8],
}

impl Batch {
    /// Adds a row: its line in the file, its number and title, and what happened.
    pub fn push(&mut self, line: u32, number: &str, title: &str, events: &[Event]) {
        let sorted;
        let events = if events.is_sorted() {
            events
        } else {
            let mut events = events.to_vec();
            events.sort();
            sorted = events;
            &sorted
        };
        let Ok(start) = u32::try_from(self.bytes.len()) else {
            return;
        };
        self.starts.push(start);
        let mut writer = Writer(std::mem::take(&mut self.bytes));
        writer.number(line.into());
        match Record::of(events) {
            Some(record) => write_record(&mut writer, &record),
            None => {
                writer.0.push(FULL);
                write_run(&mut writer, events);
            }
        }
        writer.text(number);
        writer.text(title);
        self.bytes = writer.0;
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The row at `place`.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<BatchRow<'_>> {
        let start = *self.starts.get(place)?;
        read_row(&mut Reader(self.bytes.get(start as usize..)?), false)
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = BatchRow<'_>> {
        (0..self.len()).filter_map(|place| self.row(place))
    }

    /// It as bytes.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer(Vec::with_capacity(self.bytes.len() + 6));
        writer.0.push(VERSION);
        writer.count(self.len());
        writer.0.extend_from_slice(&self.bytes);
        writer.0
    }

    /// It from its bytes; none when they are damaged or of another version.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        if reader.byte()? != VERSION {
            return None;
        }
        let count = reader.count()?;
        let bytes = reader.0.to_vec();
        let mut starts = Vec::with_capacity(count);
        let mut reader = Reader(&bytes);
        for _ in 0..count {
            starts.push(u32::try_from(bytes.len() - reader.0.len()).ok()?);
            read_row(&mut reader, true)?;
        }
        reader.0.is_empty().then_some(Self { bytes, starts })
    }
}

impl<'a> BatchRow<'a> {
    /// Its line in the file.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// Its number; empty where it has none.
    #[must_use]
    pub const fn number(&self) -> &'a str {
        self.number
    }

    /// Its title; empty where it has none.
    #[must_use]
    pub const fn title(&self) -> &'a str {
        self.title
    }

    /// What happened, in order.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        match self.record {
            Some(record) => record.events(),
            None => read_events(&mut Reader(self.events)).unwrap_or_default(),
        }
    }

    /// The ticket with this key that it makes.
    #[must_use]
    pub fn ticket(&self, key: u32) -> Ticket {
        Ticket {
            key,
            number: self.number.to_owned(),
            title: self.title.to_owned(),
            events: self.events(),
        }
    }

    /// The edit that imports it to a ticket that is there.
    #[must_use]
    pub fn edit(&self) -> TicketEdit {
        TicketEdit::Import {
            title: self.title.to_owned(),
            events: self.events(),
        }
    }

    /// The number and the title, each behind its length.
    pub(super) const fn text(&self) -> &'a [u8] {
        self.text
    }

    /// What happened, where a record holds it.
    pub(super) const fn record(&self) -> Option<Record> {
        self.record
    }
}

fn write_record(writer: &mut Writer, record: &Record) {
    writer.0.push(record.sequences);
    writer.0.push(record.priority);
    writer.number(record.submitted.into());
    for at in [record.replied, record.confirmed, record.resolved] {
        // One more than the seconds since the submission; 0 for never.
        let since = at.checked_sub(record.submitted).filter(|_| at != NEVER);
        writer.number(since.map_or(0, |since| u64::from(since) + 1));
    }
}

fn read_record(reader: &mut Reader<'_>, sequences: u8) -> Option<Record> {
    let priority = reader.byte()?;
    let submitted = u32::try_from(reader.number()?).ok()?;
    instant(submitted)?;
    let mut later = || -> Option<u32> {
        let Some(since) = reader.number()?.checked_sub(1) else {
            return Some(NEVER);
        };
        let at = submitted.checked_add(u32::try_from(since).ok()?)?;
        (at <= Instant::MAX.second()).then_some(at)
    };
    let record = Record {
        submitted,
        replied: later()?,
        confirmed: later()?,
        resolved: later()?,
        priority,
        sequences,
    };
    let in_order = record.confirmed == NEVER || record.confirmed <= record.resolved;
    in_order.then_some(record)
}

/// Reads a row; with `whole`, events that are no record are looked at too.
fn read_row<'a>(reader: &mut Reader<'a>, whole: bool) -> Option<BatchRow<'a>> {
    let line = u32::try_from(reader.number()?).ok()?;
    let form = reader.byte()?;
    let (record, events) = if form & FULL == 0 {
        (Some(read_record(reader, form)?), &[][..])
    } else {
        let events = reader.run()?;
        if whole {
            read_events(&mut Reader(events))?;
        }
        (None, events)
    };
    let start = reader.0;
    let number = reader.text()?;
    let title = reader.text()?;
    Some(BatchRow {
        line,
        record,
        number,
        title,
        text: start.get(..start.len() - reader.0.len())?,
        events,
    })
}

#[cfg(test)]
mod tests {
    use super::{Batch, VERSION};
    use crate::engine::{Event, EventKind, Instant, Rank};

    fn batch() -> Batch {
        let at = |second: i64| Instant::from_epoch(1_771_062_600 + second).expect("in range");
        let submitted = Event::new(at(0), EventKind::Submitted { priority: Rank(2) });
        let reason = "等客户".to_owned();
        let paused = Event::new(at(70_000), EventKind::Paused { reason });
        let replied = Event::new(at(600), EventKind::FirstReply);
        let mut batch = Batch::default();
        batch.push(2, "SPT-1", "无法登录", std::slice::from_ref(&submitted));
        batch.push(3, "", "", &[submitted.clone(), replied.clone()]);
        batch.push(70_000, "SPT-3", "", &[paused, replied, submitted]);
        batch.push(4, "SPT-4", "nothing is known", &[]);
        batch
    }

    #[test]
    fn rows_are_read_as_they_were_written() {
        let batch = batch();
        assert_eq!(Batch::read(&batch.write()), Some(batch.clone()));
        let lines: Vec<u32> = batch.rows().map(|row| row.line()).collect();
        assert_eq!(lines, [2, 3, 70_000, 4]);
        let row = batch.row(2).expect("a row");
        assert_eq!((row.number(), row.title()), ("SPT-3", ""));
        assert!(row.events().is_sorted());
        assert_eq!(row.events().len(), 3);
        assert_eq!(row.ticket(9).events, row.events());
        assert_eq!(batch.row(3).map(|row| row.events()), Some(Vec::new()));
        assert!(batch.row(4).is_none());
    }

    #[test]
    fn nothing_is_read_that_is_cut_off_or_of_another_version() {
        let bytes = batch().write();
        for length in 0..bytes.len() {
            assert_eq!(Batch::read(&bytes[..length]), None, "{length}");
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert_eq!(Batch::read(&longer), None);
        let mut newer = bytes.clone();
        newer[0] = VERSION + 1;
        assert_eq!(Batch::read(&newer), None);
    }

    #[test]
    fn whatever_is_changed_nothing_breaks() {
        let bytes = batch().write();
        for place in 0..bytes.len() {
            for byte in [0, 1, 0x7F, 0x80, 0xFF] {
                let mut damaged = bytes.clone();
                damaged[place] = byte;
                if let Some(batch) = Batch::read(&damaged) {
                    let tickets = batch.rows().map(|row| row.ticket(1));
                    assert_eq!(tickets.count(), batch.len());
                }
            }
        }
    }
}
