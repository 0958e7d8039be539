//! Tables of tickets, as people paste or drop them: exports of help desks, sheets, Markdown.
//!
//! [`Table::read`] takes the bytes apart, [`Mapping::guess`] says what its columns mean and why, and
//! [`Import::rows`] makes events of its rows. Each can be shown and put right before the next.

use std::borrow::Cow;
use std::ops::Range;

pub(in crate::exchange) mod decode;
mod fault;
mod field;
mod import;
mod json;
mod likely_zone;
mod mapping;
mod markdown;
mod names;
mod priority;
mod reader;
mod reason;
mod record;
mod row;
mod separator;
mod split;
mod stamp;
mod status;
mod system;
mod times;

pub use decode::{Encoding, Gb18030};
pub use fault::TableFault;
pub use field::Field;
pub use import::{Given, Import};
pub use likely_zone::LikelyZone;
pub use mapping::{Guess, Mapping, Why};
pub use priority::{PriorityWhy, PriorityWord};
pub use reason::{BadRow, Caution, Reason, Skip, Skipped};
pub use record::Record;
use record::unquoted;
pub use row::Row;
pub use separator::Separator;
use split::{Place, Sheet};
pub use status::{StatusClass, StatusWord};
pub use system::System;
pub use times::{Times, Zoning};

/// The largest table that is read, in bytes.
pub const LARGEST: usize = 64 << 20;
/// The most columns a row may have.
pub const MOST_COLUMNS: usize = 1_000;
/// The most rows a table may have.
pub const MOST_ROWS: usize = 200_000;

/// What some programs put before a text.
const BOM: char = '\u{feff}';

/// A table taken apart: a header and rows.
///
/// ```
/// use sla_planner::exchange::table::Table;
/// let table = Table::paste("工单编号\t创建时间\nT-1\t2026-02-14 17:50\n").unwrap();
/// assert_eq!(table.headers(), ["工单编号", "创建时间"]);
/// let row = table.rows().next().unwrap();
/// assert_eq!((row.line(), row.cell(0).as_ref()), (2, "T-1"));
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    text: String,
    encoding: Encoding,
    separator: Option<Separator>,
    sheet: Sheet,
    headers: Vec<String>,
    /// The place of the header among the records; JSON has none.
    header: Option<usize>,
}

impl Table {
    /// The table in a file. What is no UTF-8 or UTF-16 is decoded by `gb18030`, or as Windows-1252 where that
    /// is likelier.
    ///
    /// # Errors
    /// [`TableFault`], when it is no table or too large.
    pub fn read(bytes: Vec<u8>, gb18030: Gb18030) -> Result<Self, TableFault> {
        let (text, encoding) = decode::decode(bytes, gb18030)?;
        Self::of(text, encoding, None)
    }

    /// The table in a text.
    ///
    /// # Errors
    /// [`TableFault`], when it is no table or too large.
    pub fn paste(text: &str) -> Result<Self, TableFault> {
        if text.len() > LARGEST {
            return Err(TableFault::TooLarge { bytes: text.len() });
        }
        Self::of(text.to_owned(), Encoding::Utf8, None)
    }

    /// The same text with other separators than were guessed.
    ///
    /// # Errors
    /// [`TableFault`], when it is no table so.
    pub fn separated(&self, separator: Separator) -> Result<Self, TableFault> {
        Self::of(self.text.clone(), self.encoding, Some(separator))
    }

    fn of(text: String, encoding: Encoding, wanted: Option<Separator>) -> Result<Self, TableFault> {
        let mut text = text;
        if text.starts_with(BOM) {
            text.drain(..BOM.len_utf8());
        }
        if text.trim().is_empty() {
            return Err(TableFault::Empty);
        }
        let separator = wanted.or_else(|| Separator::guess(&text));
        let sheet = match separator {
            Some(Separator::Json) => {
                let (headers, sheet) = json::split(&text)?;
                return Ok(Self {
                    headers,
                    encoding,
                    separator,
                    header: None,
                    sheet,
                    text,
                });
            }
            Some(Separator::Markdown) => markdown::split(&text)?,
            _ => {
                let byte = separator.unwrap_or(Separator::Comma).byte();
                split::split(&text, byte, usize::MAX)?
            }
        };
        if separator.is_none()
            && let Some(text) = unwrapped(&text, &sheet)
            && let Some(separator) = Separator::guess(&text)
        {
            return Self::of(text, encoding, Some(separator));
        }
        let (header, _) = separator::header(&text, &sheet);
        let name = |cell: &split::Cell| unquoted(&text, *cell).trim().to_owned();
        let cells = sheet.rows.get(header).map(|place| sheet.row(*place));
        let headers = cells.unwrap_or_default().iter().map(name).collect();
        Ok(Self {
            headers,
            encoding,
            separator,
            header: Some(header),
            sheet,
            text,
        })
    }

    /// How its bytes were written.
    #[must_use]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What stands between its cells; none where it has one column only.
    #[must_use]
    pub const fn separator(&self) -> Option<Separator> {
        self.separator
    }

    /// The names of its columns, as written.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The records before the header, such as a title.
    pub fn before(&self) -> impl Iterator<Item = Record<'_>> {
        let before = self.sheet.rows.get(..self.header.unwrap_or_default());
        let before = before.unwrap_or_default();
        before.iter().map(|place| self.record(*place))
    }

    /// Its rows.
    pub fn rows(&self) -> impl Iterator<Item = Record<'_>> {
        let rows = self.sheet.rows.get(self.first()..).unwrap_or_default();
        rows.iter().map(|place| self.record(*place))
    }

    /// Its rows at `range`, counted from 0.
    pub fn rows_at(&self, range: Range<usize>) -> impl Iterator<Item = Record<'_>> {
        let first = self.first();
        let end = range.end.min(self.len());
        let rows = self
            .sheet
            .rows
            .get(first + range.start.min(end)..first + end);
        let rows = rows.unwrap_or_default().iter();
        rows.map(|place| self.record(*place))
    }

    /// The row at `place`, counted from 0.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<Record<'_>> {
        let row = self.sheet.rows.get(self.first() + place)?;
        Some(self.record(*row))
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sheet.rows.len().saturating_sub(self.first())
    }

    /// Whether it has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The place of its first row among the records.
    fn first(&self) -> usize {
        self.header.map_or(0, |header| header + 1)
    }

    fn record(&self, place: Place) -> Record<'_> {
        Record {
            text: &self.text,
            cells: self.sheet.row(place),
            place,
        }
    }
}

/// A text whose rows each stand in one pair of quotes, without those.
fn unwrapped(text: &str, sheet: &Sheet) -> Option<String> {
    let mut whole = String::with_capacity(text.len());
    let mut line = 1;
    for place in &sheet.rows {
        let [cell] = sheet.row(*place) else {
            return None;
        };
        if cell.kind != split::Kind::Quoted {
            return None;
        }
        // Rows keep their lines.
        while line < place.line {
            whole.push('\n');
            line += 1;
        }
        let row: Cow<'_, str> = unquoted(text, *cell);
        let breaks = row.bytes().filter(|byte| *byte == b'\n').count();
        line += u32::try_from(breaks).unwrap_or_default();
        whole.push_str(&row);
    }
    Some(whole)
}
