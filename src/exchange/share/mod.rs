//! Plans handed on: in the fragment of an address, or as a file where that is too long for one.
//!
//! An address is often cut off, changed or added to on its way. One ticket is written so that people can
//! read and change it, and closed by `end=1`; what is too long for that is packed, with its length and a
//! checksum. Either way a cut-off tail is noticed.

mod agreement;
mod base64;
mod crc;
mod event;
mod fault;
mod file;
mod link;
mod packed;
mod parcel;
mod percent;
mod points;
mod readable;
mod time;
mod versions;

pub use agreement::{Agreement, Disagreement};
pub use fault::Fault;
pub use file::{LONGEST_FILE, read as read_file, write as write_file};
pub use link::{LONGEST, LONGEST_READABLE, TooLong, read, write};
pub use packed::write as pack;
pub use parcel::{Due, Parcel};
pub use percent::encode as percent_encode;
pub use points::allowed as readings_of;
pub use readable::write as spell;
pub use versions::Versions;
