//! Where chrono-tz is wrong.

use chrono_tz::Tz;

use super::corrections::CORRECTIONS;
use crate::engine::Instant;

/// What a zone's offset really is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Truth {
    /// So many seconds east of UTC.
    Fixed(i32),
    /// What another zone's is.
    Like(Tz),
}

/// A stretch in which a zone's offset is not what chrono-tz says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Correction {
    /// The first wrong second since 1970.
    pub(super) from: u32,
    /// The first right one after it.
    pub(super) until: u32,
    /// What holds in between.
    pub(super) truth: Truth,
}

impl Correction {
    pub(super) const fn covers(self, at: Instant) -> bool {
        self.from <= at.second() && at.second() < self.until
    }

    pub(super) fn offset(self, at: Instant) -> i64 {
        match self.truth {
            Truth::Fixed(seconds) => seconds.into(),
            Truth::Like(tz) => super::offset(tz, at),
        }
    }
}

/// The corrections of the zone called `name`.
pub(super) fn of(name: &str) -> &'static [Correction] {
    CORRECTIONS
        .binary_search_by_key(&name, |(zone, _)| zone)
        .ok()
        .and_then(|position| CORRECTIONS.get(position))
        .map_or(&[], |(_, corrections)| corrections)
}
