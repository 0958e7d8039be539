//! What the page knows: the open plan, the clock, the settings.

mod answer;
mod clock;
pub(super) mod details;
pub(super) mod handing;
mod keeper;
mod listing;
mod page;
mod settings;
mod wish;

pub(super) use answer::{Answer, Read};
pub(super) use clock::{Pace, PageClock};
pub(super) use details::{Coming, Details};
pub(super) use handing::Handing;
pub(super) use keeper::{Keeper, Shown, is_link, open_links, serve};
pub(super) use listing::Listing;
pub(super) use page::Page;
pub(super) use settings::{Kept, Settings, Theme};
pub(super) use wish::{STATE, State, WISH, Wish};
