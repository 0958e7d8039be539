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
