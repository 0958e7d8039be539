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
mod day;
mod days;
mod figure;
mod flip;
mod holiday_block;
mod rehearsal;
mod shift;
mod stride;
mod summary;
mod wait_map;
mod year_grid;

pub use arrangement::{Arrangement, Sorting};
pub use cause::{Beginning, Cause};
pub use cell::Cell;
pub use comparison::Comparison;
pub use day::{CalendarDay, DateKind, DayMark};
pub use figure::{Figure, Mode};
pub use flip::{Flipped, flips};
pub use holiday_block::HolidayBlock;
pub use rehearsal::{Part, Promise, Rehearsal, RehearsalDay};
pub use shift::{Effect, Passed, Shift};
pub use stride::Stride;
pub use summary::{ScenarioSummary, TargetSummary};
pub use wait_map::{WaitHour, WaitMap};
pub use year_grid::{MonthGrid, WeekRow, YearGrid};
