//! The reader: a program of its own, in a worker, that reads what was pasted or dropped and hands the tickets
//! to the board. So a large text never lies in the page, and its memory is given back when the worker ends.
//!
//! Messages are lists whose first element is their kind. What was read is told under a number, its run, which
//! grows with each choice; the page drops what belongs to an earlier one.
//!
//! | to the reader | then | |
//! |---|---|---|
//! | `read` | source, settings | the text, or the file, which is handed over and not copied; the settings are the present (seconds since 1970) and the viewer's zone, with a space between |
//! | `choose` | run, choices | [`Choices`] as text: reads again by these |
//! | `bad` | language | asks for the bad rows as a file |
//!
//! | to the page | then | |
//! |---|---|---|
//! | `ready` | | it listens |
//! | `broken` | | it broke off; nothing more comes |
//! | `plan` | | it is a plan file, which the page opens itself |
//! | `fault` | run, Chinese, English | why it cannot be read, and what to do; the preview before it still holds |
//! | `preview` | run, preview | [`Preview`] as text |
//! | `progress` | run, rows | how many rows were read; a few times a second |
//! | `batch` | run, buffer | up to 4 000 tickets, as the bytes of a [`Batch`], handed over |
//! | `outcome` | run, outcome | [`Outcome`] as text: all was read, and every batch was told before |
//! | `bad` | text | the bad rows as a file |
//!
//! To stop it, the page ends the worker.
//!
//! [`Batch`]: crate::board::Batch
//! [`Choices`]: crate::exchange::import::Choices
//! [`Outcome`]: crate::text::import::Outcome
//! [`Preview`]: crate::text::import::Preview

mod decode;
mod worker;

pub(super) use worker::start;

/// The kinds of messages.
pub(super) mod kind {
    pub(in crate::app) const READ: &str = "read";
    pub(in crate::app) const CHOOSE: &str = "choose";
    pub(in crate::app) const BAD: &str = "bad";
    pub(in crate::app) const READY: &str = "ready";
    pub(in crate::app) const BROKEN: &str = "broken";
    pub(in crate::app) const PLAN: &str = "plan";
    pub(in crate::app) const FAULT: &str = "fault";
    pub(in crate::app) const PREVIEW: &str = "preview";
    pub(in crate::app) const PROGRESS: &str = "progress";
    pub(in crate::app) const BATCH: &str = "batch";
    pub(in crate::app) const OUTCOME: &str = "outcome";
}
