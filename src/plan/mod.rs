//! The user's document: everything entered, and nothing derived.

mod document;
mod draft;

pub use document::{Plan, SCHEMA, Unreadable};
pub use draft::{Draft, Mark, Submission};
