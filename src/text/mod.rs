//! Every sentence of the product, in Chinese and English, from the engine's typed results.

pub mod agenda;
mod answer;
pub mod board;
pub mod board_row;
pub mod calendar;
pub mod card;
pub mod check;
mod command;
pub mod comparison;
pub mod countdown;
pub mod deed;
pub mod difference;
mod duration;
pub mod echo;
mod error;
pub mod event;
pub mod footer;
pub mod holiday_import;
pub mod import;
mod lang;
pub mod ledger;
pub mod notice;
pub mod out;
pub mod page;
pub mod paper;
mod phrase;
pub mod point;
pub mod reading;
mod refused;
pub mod rehearsal;
pub mod share;
pub mod sheet;
pub mod shift;
pub mod simulation;
pub mod standing;
pub mod status;
pub mod step;
pub mod store;
pub mod summary;
pub mod table;
mod time;
pub mod timeline;
pub mod warn;
pub mod year;
pub mod zone;

pub use answer::{Reader, answer};
pub use board_row::board_line;
pub use check::page_title;
pub use command::Command;
pub use duration::{below_an_hour, counted, difference, length, wall_clock};
pub use error::{error, ticket_error};
pub use lang::Lang;
pub use phrase::Phrase;
pub use refused::refused;
pub use status::{Urgency, motion};
pub use time::{
    city, clock_time, column_time, day_of_month, full_date, full_time, offset, short_date,
    short_time, short_weekday, weekday, whole_clock_time, zone_name,
};
