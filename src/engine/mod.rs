//! SLA arithmetic: pure, without a clock, and without a panic.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unreachable
)]

mod error;
mod instant;
mod zone;

pub use error::Error;
pub use instant::{Instant, Seconds};
pub use zone::{LocalTime, TZDB_VERSION, Zone};
