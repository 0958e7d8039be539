//! Importing a table of tickets step by step: what it means, what a person chose, what becomes of its rows,
//! and the rows as batches.
//!
//! A [`Session`] is held by the program that reads, apart from the page: it says what it found, is told
//! [`Choices`], and goes on a piece at a time, so that the page hears how far it is.

mod choices;
mod repeats;
mod session;

pub use choices::Choices;
use repeats::Repeats;
pub use session::{Sample, Session, ZoneWhy};

/// Whether `text` is a plan file rather than a table.
///
/// ```
/// use sla_planner::exchange::import::is_plan;
/// use sla_planner::plan::Plan;
/// assert!(is_plan(&Plan::default().write()));
/// assert!(!is_plan("[{\"id\": 1}]"));
/// ```
#[must_use]
pub fn is_plan(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let inner = text.strip_prefix('{').map(str::trim_start);
    inner.is_some_and(|inner| inner.starts_with("\"schema\""))
}
