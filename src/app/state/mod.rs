//! What the page knows: the open plan, the clock, the settings.

mod answer;
mod clock;
mod page;
mod settings;

pub(super) use answer::{Answer, Read};
pub(super) use clock::{Pace, PageClock};
pub(super) use page::Page;
pub(super) use settings::{Settings, Theme};
