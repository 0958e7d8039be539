//! Markdown tables.

use super::TableFault;
use super::split::{Kind, Sheet};

/// Whether `text` is a Markdown table: its second line is a rule.
pub(super) fn is_markdown(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let header = lines.next().is_some_and(|line| line.contains('|'));
    header && lines.next().is_some_and(is_rule)
}

fn is_rule(line: &str) -> bool {
    let drawn = |byte: u8| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t');
    line.contains('|') && line.contains('-') && line.bytes().all(drawn)
}

/// Its records.
pub(super) fn split(text: &str) -> Result<Sheet, TableFault> {
    let mut sheet = Sheet::default();
    let mut start = 0;
    for (index, whole) in text.split('\n').enumerate() {
        let line = whole.trim();
        let rule = sheet.rows.len() == 1 && is_rule(line);
        if !rule && !line.is_empty() {
            let at = start + whole.len() - whole.trim_start().len();
            row(&mut sheet, line, at, index + 1)?;
        }
        start += whole.len() + 1;
    }
    Ok(sheet)
}

/// Adds the record in `line`, which is at `at` in the text.
fn row(sheet: &mut Sheet, line: &str, at: usize, number: usize) -> Result<(), TableFault> {
    let first = sheet.cells.len();
    let mut start = usize::from(line.starts_with('|'));
    let mut escaped = false;
    let mut cell = |from: usize, to: usize| {
        let whole = line.get(from..to).unwrap_or_default();
        let from = at + from + whole.len() - whole.trim_start().len();
        sheet.push(from, from + whole.trim().len(), Kind::Piped);
    };
    for (place, byte) in line.bytes().enumerate().skip(start) {
        if byte == b'|' && !escaped {
            cell(start, place);
            start = place + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    // Behind a last bar there is no cell.
    if start < line.len() {
        cell(start, line.len());
    }
    sheet.end_row(first, number)
}
