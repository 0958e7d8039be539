//! Records of a table with separators (RFC 4180).

use super::{MOST_COLUMNS, MOST_ROWS, TableFault};

/// How the text of a cell stands for what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As it is.
    Plain,
    /// In quotes, doubled where they are part of it.
    Quoted,
    /// In a Markdown table, where `\|` is a bar.
    Piped,
    /// In quotes, with backslashes as in JSON.
    Escaped,
}

/// Where a cell is in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: Kind,
}

/// Where a record is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its first cell among those of the sheet.
    pub(super) first: u32,
    /// One past its last.
    pub(super) last: u32,
    /// Its line, from 1.
    pub(super) line: u32,
    /// Where it begins in the text.
    pub(super) start: u32,
    /// Where it ends.
    pub(super) end: u32,
}

/// A text taken apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) cells: Vec<Cell>,
    pub(super) rows: Vec<Place>,
    /// Cells in which something stands behind the closing quote.
    pub(super) strays: usize,
}

impl Sheet {
    /// Ends the record that begins at `first`; a line with nothing in it is none.
    pub(super) fn end_row(&mut self, first: usize, line: usize) -> Result<(), TableFault> {
        let cells = self.cells.get(first..).unwrap_or_default();
        let start = cells.first().map_or(0, |cell| cell.start);
        let end = cells.last().map_or(0, |cell| cell.end);
        match cells {
            [] => return Ok(()),
            [only] if only.start == only.end && only.kind == Kind::Plain => {
                self.cells.truncate(first);
                return Ok(());
            }
            _ if cells.len() > MOST_COLUMNS => return Err(TableFault::TooManyColumns { line }),
            // The first lines may come before the rows.
            _ if self.rows.len() > MOST_ROWS => return Err(TableFault::TooManyRows { line }),
            _ => {}
        }
        self.rows.push(Place {
            first: small(first),
            last: small(self.cells.len()),
            line: small(line),
            start,
            end,
        });
        Ok(())
    }

    /// Adds a cell.
    pub(super) fn push(&mut self, start: usize, end: usize, kind: Kind) {
        self.cells.push(Cell {
            start: small(start),
            end: small(end),
            kind,
        });
    }

    /// The cells of `place`.
    pub(super) fn row(&self, place: Place) -> &[Cell] {
        let range = place.first as usize..place.last as usize;
        self.cells.get(range).unwrap_or_default()
    }
}

/// Places fit, as no table is larger than [`super::LARGEST`].
pub(super) fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The first `most` records of `text`.
pub(super) fn split(text: &str, separator: u8, most: usize) -> Result<Sheet, TableFault> {
    let bytes = text.as_bytes();
    let mut sheet = Sheet::default();
    let (mut at, mut line) = (0, 1);
    let (mut row_line, mut first) = (1, 0);
    let is_end = |byte: u8| byte == separator || byte == b'\n' || byte == b'\r';
    let plain = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        let length = rest.iter().position(|byte| is_end(*byte));
        length.map_or(bytes.len(), |length| from + length)
    };
    while sheet.rows.len() < most {
        let start = at;
        if bytes.get(at) == Some(&b'"') {
            let opened = line;
            let Some(closed) = closing(bytes, at + 1, &mut line) else {
                return Err(TableFault::UnclosedQuote {
                    line: opened,
                    column: sheet.cells.len() - first + 1,
                });
            };
            at = plain(closed);
            sheet.strays += usize::from(at != closed);
            sheet.push(start, at, Kind::Quoted);
        } else {
            at = plain(at);
            sheet.push(start, at, Kind::Plain);
        }
        match bytes.get(at) {
            Some(byte) if *byte == separator => at += 1,
            Some(_) => {
                sheet.end_row(first, row_line)?;
                at += line_end(bytes.get(at..).unwrap_or_default());
                line += 1;
                (row_line, first) = (line, sheet.cells.len());
                if at == bytes.len() {
                    break;
                }
            }
            None => {
                sheet.end_row(first, row_line)?;
                break;
            }
        }
    }
    Ok(sheet)
}

/// The place behind the quote that closes what opened before `from`.
fn closing(bytes: &[u8], from: usize, line: &mut usize) -> Option<usize> {
    let mut rest = bytes.iter().enumerate().skip(from).peekable();
    while let Some((at, byte)) = rest.next() {
        match byte {
            b'\n' => *line += 1,
            b'"' if rest.next_if(|(_, next)| **next == b'"').is_none() => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// How long the end of line is that `rest` begins with. Some programs end lines with CR CR LF.
fn line_end(rest: &[u8]) -> usize {
    let returns = rest.iter().take_while(|byte| **byte == b'\r').count();
    match rest.get(returns) {
        Some(b'\n') => returns + 1,
        _ => 1,
    }
}
