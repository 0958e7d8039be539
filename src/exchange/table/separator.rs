//! What stands between the cells of a table.

use super::split::{self, Sheet};
use super::{Field, json, markdown, unquoted};
use crate::engine::keyed;

/// What stands between the cells of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Separator {
    /// A tab: what a spreadsheet copies.
    Tab,
    /// A comma.
    Comma,
    /// A semicolon, where the decimal mark is a comma.
    Semicolon,
    /// A bar.
    Bar,
    /// The bars of a Markdown table.
    Markdown,
    /// None: it is a list of objects, as JSON.
    Json,
}

keyed!(Separator: Tab = "tab", Comma = "comma", Semicolon = "semicolon", Bar = "bar", Markdown = "markdown", Json = "json");

/// How many records are looked at.
const SAMPLE: usize = 20;

/// In how many records from the first the header is looked for.
const HEADER_WITHIN: usize = 6;

impl Separator {
    /// Those of a single byte, most telling first.
    const PLAIN: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Comma, Self::Bar];

    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Comma | Self::Json => b',',
            Self::Semicolon => b';',
            Self::Bar | Self::Markdown => b'|',
        }
    }

    /// JSON and Markdown show themselves; else the one whose columns have the most known headers, then the
    /// most even rows, then the most columns; none where there is only one column.
    pub(super) fn guess(text: &str) -> Option<Self> {
        if json::is_json(text) {
            return Some(Self::Json);
        }
        if markdown::is_markdown(text) {
            return Some(Self::Markdown);
        }
        let scored = |separator: &Self| {
            let sheet = split::split(text, separator.byte(), SAMPLE).ok()?;
            let (header, known) = header(text, &sheet);
            let width = |place: &split::Place| place.last - place.first;
            let columns = sheet
                .rows
                .get(header)
                .map(width)
                .filter(|columns| *columns > 1)?;
            let even = sheet
                .rows
                .iter()
                .filter(|place| width(place) == columns)
                .count();
            Some((known, sheet.strays == 0, even, columns))
        };
        let mut best = None;
        for separator in Self::PLAIN {
            let score = scored(&separator);
            if score.is_some() && best.is_none_or(|(_, highest)| score > highest) {
                best = Some((separator, score));
            }
        }
        best.map(|(separator, _)| separator)
    }
}

/// Which of the first records is the header, by how many known names it has, and that number.
pub(super) fn header(text: &str, sheet: &Sheet) -> (usize, usize) {
    let mut best = None;
    for (place, row) in sheet.rows.iter().enumerate().take(HEADER_WITHIN) {
        let cells = sheet.row(*row);
        let name = cells
            .first()
            .map(|cell| unquoted(text, *cell))
            .unwrap_or_default();
        // What PowerShell and Excel put before the header.
        if name.starts_with("#TYPE") || name.starts_with("sep=") {
            continue;
        }
        let is_known = |cell: &&split::Cell| Field::of(&unquoted(text, **cell)).is_some();
        let known = cells.iter().filter(is_known).count();
        if best.is_none_or(|(_, most)| known > most) {
            best = Some((place, known));
        }
    }
    best.unwrap_or_default()
}
