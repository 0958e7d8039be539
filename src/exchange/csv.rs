//! Tables as CSV files (RFC 4180) that spreadsheets open without running anything in them.

use std::borrow::Cow;

/// How a file begins, so that spreadsheets read it as UTF-8.
pub const BOM: &str = "\u{feff}";
/// What spreadsheets take for the start of a formula, also as full-width characters, which some fold.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Rows of a file, or of a piece of one.
///
/// ```
/// use sla_planner::exchange::csv::Csv;
/// let mut csv = Csv::default();
/// csv.text("=1+1");
/// csv.figure("-5");
/// csv.text("say \"hi\"");
/// csv.end();
/// assert_eq!(csv.rows(), "'=1+1,-5,\"say \"\"hi\"\"\"\r\n");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Csv {
    rows: String,
    begun: bool,
}

impl Csv {
    /// A cell with a text that anybody may have written: a spreadsheet shows it, whatever it looks like.
    pub fn text(&mut self, text: &str) {
        self.cell(&guarded(text));
    }

    /// A cell with a figure that the planner wrote itself, also a negative one.
    pub fn figure(&mut self, figure: &str) {
        self.cell(figure);
    }

    /// Ends the row.
    pub fn end(&mut self) {
        self.rows.push_str("\r\n");
        self.begun = false;
    }

    /// What was written.
    #[must_use]
    pub fn rows(&self) -> &str {
        &self.rows
    }

    /// Forgets what was written, so that the next piece takes no memory anew.
    pub fn clear(&mut self) {
        self.rows.clear();
    }

    fn cell(&mut self, text: &str) {
        if self.begun {
            self.rows.push(',');
        }
        self.begun = true;
        // Tabs and semicolons too: spreadsheets of some countries part cells by them.
        let quoted = text.contains(['"', ',', '\r', '\n', '\t', ';'])
            || text.starts_with(' ')
            || text.ends_with(' ');
        if quoted {
            self.rows.push('"');
            for (place, part) in text.split('"').enumerate() {
                if place > 0 {
                    self.rows.push_str("\"\"");
                }
                self.rows.push_str(part);
            }
            self.rows.push('"');
        } else {
            self.rows.push_str(text);
        }
    }
}

/// `text` as a spreadsheet shows it and does not run it: with a `'` before what it could take for a formula.
///
/// ```
/// use sla_planner::exchange::csv::{guarded, unguarded};
/// assert_eq!(guarded("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
/// assert_eq!(guarded("P2"), "P2");
/// assert_eq!(unguarded(&guarded("'-1")), "'-1");
/// ```
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What was written as `text`: the opposite of [`guarded`].
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => text,
    }
}

/// Whether a spreadsheet could take `text` for a formula, however many marks are before it.
fn is_formula(text: &str) -> bool {
    let unmarked = text.trim_start_matches('\'');
    let bare = text.trim_start_matches(|first: char| first == '\'' || first.is_whitespace());
    bare.starts_with(FORMULA) || unmarked.starts_with(['\t', '\r', '\n'])
}
