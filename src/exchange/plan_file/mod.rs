//! The whole plan as a file: what is in Check, the saved views of the board, and its tickets.
//!
//! A line of JSON for the plan, one for each ticket, and one that ends it, so that a hundred thousand tickets are
//! written and read piece by piece, and a missing tail is noticed. What a ticket of Check hands on is a first
//! line alone; such a file is read too.

mod fault;
mod read;
mod write;

pub use fault::{PlanFault, PlanFlaw};
pub use read::{PlanContent, PlanReader};
pub use write::{end, head};

/// The version of the file's shape; what is in its lines has versions of its own.
pub const PLAN_FILE: u32 = 1;

/// The most tickets that are read from a file.
pub const MOST_TICKETS: u32 = 200_000;

/// The most bytes of a line that are read.
const LONGEST_LINE: usize = 1 << 20;

#[cfg(test)]
mod tests;
