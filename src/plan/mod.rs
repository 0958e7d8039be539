//! The user's document: everything entered, and nothing derived.

mod document;
mod draft;
mod edit;
mod happening;
mod journal;
mod ticket;
mod ticket_record;
mod wire;

pub use document::{Plan, SCHEMA, Unreadable};
pub use draft::{Draft, Submission};
pub use edit::{Edit, Subject};
pub use happening::{LONGEST_REASON, cut as cut_reason, key as event_key};
pub use journal::Journal;
pub use ticket::Ticket;
pub use ticket_record::{LONGEST_NUMBER, LONGEST_TITLE, TICKET_SCHEMA};
