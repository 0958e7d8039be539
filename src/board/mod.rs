//! What is derived from many tickets: a compact store of them, where each stands, in which order, and what
//! crosses next.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::unreachable
    )
)]

pub mod alert;
mod arrange;
mod batch;
mod bits;
mod clock_state;
mod crossing;
mod filter;
mod finding;
mod grid;
mod looking;
mod merge;
mod natural;
mod number_order;
mod numbers;
mod order;
mod packing;
mod places;
mod record;
mod search;
mod selection;
mod sheet;
mod showing;
mod soon;
mod sort;
mod standing;
mod state;
mod strip;
mod summary;
mod summary_period;
mod tally;
mod texts;
mod tickets;
mod view;
mod window;

pub use batch::{Batch, BatchRow};
pub use clock_state::ClockState;
pub use crossing::{Crossed, Crossing, Crossings};
pub use filter::Filter;
pub use merge::{Conflict, Fate, Merge, Merged};
pub use order::{Column, Order};
pub use selection::Selection;
pub use sheet::Board;

pub use state::State;
pub use summary::{Line, Overrun, Summary, Summing};
pub use summary_period::SummaryPeriod;
pub use tally::Tally;
pub use tickets::Tickets;
pub use view::View;
pub use window::Window;
