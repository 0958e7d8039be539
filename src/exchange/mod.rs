//! Text in, text out: what people type and paste.
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

pub mod csv;
pub mod holidays;
pub mod ics;
pub mod import;
pub mod moment;
pub mod places;
pub mod plan_file;
pub mod share;
pub mod table;
