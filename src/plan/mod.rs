//! The user's document: everything entered, and nothing derived.

pub(crate) mod bytes;
mod document;
mod draft;
mod edit;
mod happening;
mod journal;
pub(crate) mod packed;
pub mod simulation;
mod steps;
mod ticket;
mod ticket_block;
mod ticket_edit;
mod ticket_journal;
mod ticket_keys;
mod ticket_record;
mod wire;

pub use document::{Plan, SCHEMA, Unreadable};
pub use draft::{Draft, Source, Submission};
pub use edit::{Edit, Subject};
pub use happening::{LONGEST_REASON, cut as cut_reason, key as event_key};
pub use journal::Journal;
pub use ticket::Ticket;
pub use ticket_block::{BLOCK, TicketBlock};
pub use ticket_edit::TicketEdit;
pub use ticket_journal::{TicketJournal, TicketStep, TicketSubject, TicketSwap, TicketSwaps};
pub use ticket_keys::TicketKeys;
pub use ticket_record::{LONGEST_NUMBER, LONGEST_TITLE, TICKET_SCHEMA};
