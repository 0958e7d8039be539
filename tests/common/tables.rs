//! The tables of `tests/table`, and what a browser decodes for them.

use sla_planner::engine::{Instant, Policy};

/// Where they lie.
pub(crate) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/table");

/// What a browser's own decoder does in the page.
pub(crate) fn gb18030(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned)
}

/// The contract.
pub(crate) fn policy() -> Policy {
    Policy::spt_001().expect("the contract")
}

/// An instant, from its text.
pub(crate) fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}
