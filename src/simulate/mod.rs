//! What would be otherwise: tickets under several terms, why a due time moves, when it is good to open a
//! ticket, a holiday rehearsed, and a calendar's year.
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

mod arrangement;
mod cause;
mod cell;
mod column;
mod comparison;
mod days;
mod figure;
mod shift;
mod summary;

pub use arrangement::{Arrangement, Sorting};
pub use cause::{Beginning, Cause};
pub use cell::Cell;
pub use comparison::Comparison;
pub use figure::{Figure, Mode};
pub use shift::{Effect, Passed, Shift};
pub use summary::{ScenarioSummary, TargetSummary};
