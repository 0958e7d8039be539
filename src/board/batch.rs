//! Rows of an import as bytes, for one program of the page to hand to another.

use crate::engine::Event;
use crate::plan::Ticket;
use crate::plan::bytes::{Reader, Writer};
use crate::plan::packed::{read_events, write_events};

/// The version of the bytes.
const VERSION: u8 = 1;

/// Some rows of an import.
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
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    line: u32,
    number: String,
    title: String,
    events: Vec<Event>,
}

/// A row of an import.
#[derive(Clone, Copy, Debug)]
pub struct BatchRow<'a> {
    row: &'a Row,
}

impl Batch {
    /// Adds a row: its line in the file, its number and title, and what happened.
    pub fn push(&mut self, line: u32, number: &str, title: &str, events: &[Event]) {
        let mut events = events.to_vec();
        events.sort();
        self.rows.push(Row {
            line,
            number: number.to_owned(),
            title: title.to_owned(),
            events,
        });
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row at `place`.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<BatchRow<'_>> {
        self.rows.get(place).map(|row| BatchRow { row })
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = BatchRow<'_>> {
        self.rows.iter().map(|row| BatchRow { row })
    }

    /// It as bytes.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer(vec![VERSION]);
        writer.count(self.rows.len());
        for row in &self.rows {
            writer.number(row.line.into());
            writer.text(&row.number);
            writer.text(&row.title);
            write_events(&mut writer, &row.events);
        }
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
        let mut rows = Vec::with_capacity(count);
        for _ in 0..count {
            rows.push(Row {
                line: u32::try_from(reader.number()?).ok()?,
                number: reader.text()?.to_owned(),
                title: reader.text()?.to_owned(),
                events: read_events(&mut reader)?,
            });
        }
        reader.0.is_empty().then_some(Self { rows })
    }
}

impl<'a> BatchRow<'a> {
    /// Its line in the file.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.row.line
    }

    /// Its number; empty where it has none.
    #[must_use]
    pub fn number(&self) -> &'a str {
        &self.row.number
    }

    /// Its title; empty where it has none.
    #[must_use]
    pub fn title(&self) -> &'a str {
        &self.row.title
    }

    /// What happened, in order.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        self.row.events.clone()
    }

    /// The ticket with this key that it makes.
    #[must_use]
    pub fn ticket(&self, key: u32) -> Ticket {
        Ticket {
            key,
            number: self.number().to_owned(),
            title: self.title().to_owned(),
            events: self.events(),
        }
    }
}
