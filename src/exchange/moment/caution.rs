//! What may not be meant.

use super::Caution;
use crate::engine::Instant;

/// Two years, in seconds: what lies further back may not be meant.
const LONG_AGO: i64 = 2 * 366 * 86_400;

/// What about `at` may not be meant.
#[must_use]
pub fn caution(at: Instant, now: Instant) -> Option<Caution> {
    if at > now {
        Some(Caution::Future)
    } else if now.since(at) > LONG_AGO {
        Some(Caution::LongAgo)
    } else {
        None
    }
}
