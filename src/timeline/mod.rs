//! The geometry of the timeline: what each stretch of time is, where it lies, and what can be reached.
//!
//! It knows one axis and no pixels of a page: a view draws it from left to right, or from top to bottom.
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

mod axis;
mod cursor;
mod extent;
mod fold;
mod handle;
mod inset;
mod mark;
mod scale;
mod segment;

pub use axis::{Tick, ticks};
pub use cursor::{Step, Way};
pub use extent::{Zoom, extent};
pub use fold::Fold;
pub use handle::Handle;
pub use inset::{collide, last_stretch};
pub use mark::{Mark, MarkKind};
pub use scale::Scale;
pub use segment::{Segment, SegmentState};
