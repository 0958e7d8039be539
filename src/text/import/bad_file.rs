//! The rows that cannot be taken, as a file: their own columns, and beside them what to do.

use super::{BAD_COLUMN, BAD_LINE, BAD_MEND, BAD_REASON};
use crate::exchange::csv::{BOM, Csv, unguarded};
use crate::exchange::import::Session;
use crate::text::{Lang, table as words};

/// The bad rows of `session` as a table that spreadsheets open, and that can be imported once it is mended.
#[must_use]
pub fn bad_file(lang: Lang, session: &Session) -> String {
    let headers = session.table().headers();
    let mut csv = Csv::default();
    headers.iter().for_each(|header| csv.text(header));
    for name in [BAD_LINE, BAD_COLUMN, BAD_REASON, BAD_MEND] {
        csv.text(name.say(lang));
    }
    csv.end();
    for row in session.bad() {
        let Some(record) = session.table().row(row.place) else {
            continue;
        };
        // Cells without a header come last, so that the others stay below theirs.
        for column in 0..headers.len() {
            csv.text(unguarded(&record.cell(column)));
        }
        let column = row
            .column
            .map(|column| words::column(lang, headers, column));
        let fix = words::fix(lang, session.policy().zone, row);
        csv.figure(&row.line.to_string());
        csv.text(&column.unwrap_or_default());
        csv.text(&fix.reason);
        csv.text(&fix.mend);
        (headers.len()..record.width())
            .for_each(|column| csv.text(unguarded(&record.cell(column))));
        csv.end();
    }
    format!("{BOM}{}", csv.rows())
}
