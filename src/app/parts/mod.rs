//! Reusable pieces of the page.

mod chip;
mod choice;
mod dialog;
mod footer;
mod header;
mod press;
mod shape;
mod switch;
mod text;
mod time;
mod zone_picker;

pub(super) use chip::Chip;
pub(super) use choice::Segment;
pub(super) use dialog::Dialog;
pub(super) use footer::Footer;
pub(super) use header::Header;
pub(super) use press::{change, focus, keys, pointer, press};
pub(super) use shape::Shape;
pub(super) use switch::Switch;
pub(super) use text::{If, field, text, views, whether, word};
pub(super) use time::{At, Moment};
pub(super) use zone_picker::ZonePicker;
