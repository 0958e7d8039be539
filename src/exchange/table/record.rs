//! One row of a table.

use std::borrow::Cow;
use std::str::Chars;

use super::split::{Cell, Kind, Place};
use crate::exchange::csv::unguarded;

/// A row below the header.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    pub(super) text: &'a str,
    pub(super) cells: &'a [Cell],
    pub(super) place: Place,
}

impl<'a> Record<'a> {
    /// Its line in the file, from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.place.line
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
        span(self.text, self.place.start, self.place.end)
    }
}

fn span(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}

fn bare(text: &str) -> &str {
    let text = text.trim();
    if text.starts_with('\'') {
        unguarded(text).trim()
    } else {
        text
    }
}

/// What is in `cell`.
pub(super) fn unquoted(text: &str, cell: Cell) -> Cow<'_, str> {
    let written = span(text, cell.start, cell.end);
    match cell.kind {
        Kind::Plain => Cow::Borrowed(written),
        Kind::Piped if written.contains("\\|") => Cow::Owned(written.replace("\\|", "|")),
        Kind::Piped => Cow::Borrowed(written),
        Kind::Escaped => {
            let inner = written.strip_prefix('"').unwrap_or(written);
            unescaped(inner.strip_suffix('"').unwrap_or(inner))
        }
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

/// What `written`, the inside of a JSON string, stands for.
pub(super) fn unescaped(written: &str) -> Cow<'_, str> {
    let Some((before, mut rest)) = written.split_once('\\') else {
        return Cow::Borrowed(written);
    };
    let mut text = before.to_owned();
    loop {
        let mut behind = rest.chars();
        match behind.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some('u') => text.push(unit(&mut behind)),
            Some(other) => text.push(other),
            None => return Cow::Owned(text),
        }
        let Some((before, next)) = behind.as_str().split_once('\\') else {
            text.push_str(behind.as_str());
            return Cow::Owned(text);
        };
        text.push_str(before);
        rest = next;
    }
}

/// The character behind `\u`, of one unit of UTF-16 or two.
fn unit(rest: &mut Chars<'_>) -> char {
    let four = |rest: &mut Chars<'_>| {
        let (digits, behind) = rest.as_str().split_at_checked(4)?;
        let unit = u16::from_str_radix(digits, 16).ok()?;
        *rest = behind.chars();
        Some(unit)
    };
    let Some(first) = four(rest) else {
        return char::REPLACEMENT_CHARACTER;
    };
    let mut behind = rest.clone();
    let is_second = |unit: &u16| (0xdc00..0xe000).contains(unit);
    let second = (behind.next() == Some('\\') && behind.next() == Some('u'))
        .then(|| four(&mut behind))
        .flatten()
        .filter(is_second);
    if second.is_some() && (0xd800..0xdc00).contains(&first) {
        *rest = behind;
    }
    let units = std::iter::once(first).chain(second);
    let decoded = char::decode_utf16(units).next().and_then(Result::ok);
    decoded.unwrap_or(char::REPLACEMENT_CHARACTER)
}
