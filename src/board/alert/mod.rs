//! What is told of the thresholds that are crossed, to whom looks, listens or is elsewhere, and when.
//!
//! All of it is data over instants that are given: [`Herald`] paces a line of status, [`Notices`] groups
//! notifications, [`Chime`] paces a sound, [`Headline`] the title of the tab. [`Rules`] are what the user
//! chose.

mod chime;
mod digest;
mod headline;
mod herald;
mod notices;
mod quiet;
mod rules;

pub use chime::Chime;
pub use digest::Digest;
pub use headline::{Headline, Worst};
pub use herald::Herald;
pub use notices::{Notice, Notices};
pub use quiet::QuietHours;
pub use rules::{Rules, Told};
