//! A plan file that was pasted or dropped.

use super::importing::Source;
use crate::app::board::kept::Keep;
use crate::app::browser::file;

/// What a pasted plan is called.
const PASTED: &str = "pasted.slaplan";

/// Shows what the plan in `source` holds, and imports it where that is wanted.
pub(super) fn open(keep: Keep, source: Source) {
    let file = match source {
        Source::Text(text) => file::of_text(PASTED, &String::from(text)),
        Source::File(file) => Some(file),
    };
    if let Some(file) = file {
        keep.import(file);
    }
}
