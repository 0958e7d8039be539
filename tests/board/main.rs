//! The board: what is derived from many tickets agrees with what the engine says of each, whatever happens.

mod cases;
mod glance;
mod many;
mod merge;
#[path = "../common/readings.rs"]
mod readings;
mod sheet;
mod summary;
