//! One row of a table.

use std::borrow::Cow;

use super::split::{Cell, Kind};
use crate::exchange::csv::unguarded;

/// A row below the header.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    pub(super) text: &'a str,
    pub(super) cells: &'a [Cell],
    pub(super) line: u32,
}

impl<'a> Record<'a> {
    /// Its line in the file, from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// How many cells it has.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.cells.len()
    }

    /// What is in column `column`, counted from 0; nothing where it is not.
    #[must_use]
    pub fn cell(&self, column: usize) -> Cow<'a, str> {
        let cell = self.cells.get(column);
        cell.map(|cell| unquoted(self.text, *cell))
            .unwrap_or_default()
    }

    /// The same without spaces around it, and without the mark that guards spreadsheets from formulas.
    #[must_use]
    pub fn value(&self, column: usize) -> Cow<'a, str> {
        match self.cell(column) {
            Cow::Borrowed(text) => Cow::Borrowed(bare(text)),
            Cow::Owned(text) => Cow::Owned(bare(&text).to_owned()),
        }
    }

    /// The row as it stands in the file.
    #[must_use]
    pub fn text(&self) -> &'a str {
        let whole = self.cells.first().zip(self.cells.last());
        whole
            .map(|(first, last)| span(self.text, first.start, last.end))
            .unwrap_or_default()
    }
}

fn span(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}

fn bare(text: &str) -> &str {
    unguarded(text.trim()).trim()
}

/// What is in `cell`.
pub(super) fn unquoted(text: &str, cell: Cell) -> Cow<'_, str> {
    let written = span(text, cell.start, cell.end);
    match cell.kind {
        Kind::Plain => Cow::Borrowed(written),
        Kind::Piped if written.contains("\\|") => Cow::Owned(written.replace("\\|", "|")),
        Kind::Piped => Cow::Borrowed(written),
        Kind::Quoted => {
            let inner = written.strip_prefix('"').unwrap_or(written);
            match inner.strip_suffix('"') {
                Some(inner) if !inner.contains('"') => Cow::Borrowed(inner),
                _ => Cow::Owned(undoubled(inner)),
            }
        }
    }
}

/// What stands behind an opening quote: doubled quotes are one, the first single one closes, and what stands
/// behind that is taken as it is.
fn undoubled(inner: &str) -> String {
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((before, behind)) = rest.split_once('"') {
        text.push_str(before);
        match behind.strip_prefix('"') {
            Some(behind) => {
                text.push('"');
                rest = behind;
            }
            None => {
                text.push_str(behind);
                return text;
            }
        }
    }
    text.push_str(rest);
    text
}
