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

/// Whether a file that begins with `bytes` is a plan rather than a table.
///
/// ```
/// use sla_planner::exchange::import::is_plan;
/// use sla_planner::plan::Plan;
/// assert!(is_plan(Plan::default().write().as_bytes()));
/// assert!(!is_plan(b"[{\"id\": 1}]"));
/// ```
#[must_use]
pub fn is_plan(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let inner = bytes.trim_ascii_start().strip_prefix(b"{");
    let inner = inner.map(<[u8]>::trim_ascii_start).unwrap_or_default();
    inner.starts_with(b"\"file\"") || inner.starts_with(b"\"schema\"")
}
