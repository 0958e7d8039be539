//! Time zones: local wall-clock time and back.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Error, Instant};

mod correction;
mod corrections;

use correction::Correction;

/// The release of the IANA time zone database that [`Zone`] agrees with.
pub const TZDB_VERSION: &str = "2026f";

/// Seconds in a day without a change of the clocks.
const DAY: i64 = 86_400;

/// How far apart offsets are probed for changes. In every zone from 1970 to 2100 an offset that returns
/// to what it was stays away for longer; `tests/zones.rs` holds the changes found to another database's.
const PROBE: i64 = 5 * DAY;

/// An IANA time zone: chrono-tz, corrected where its older data is wrong by [`TZDB_VERSION`].
///
/// ```
/// use sla_planner::engine::{Instant, Zone};
/// let zone: Zone = "Asia/Shanghai".parse()?;
/// let at: Instant = "2026-02-14T09:50:00Z".parse()?;
/// assert_eq!(zone.local(at).to_string(), "2026-02-14 17:50:00");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Zone {
    tz: Tz,
    corrections: &'static [Correction],
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.tz == other.tz
    }
}

impl Eq for Zone {}

impl std::hash::Hash for Zone {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.tz.hash(state);
    }
}

/// What a local wall-clock time is in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalTime {
    /// It happens once.
    Once(Instant),
    /// It happens twice, because clocks were set back.
    Twice {
        /// Before clocks were set back.
        first: Instant,
        /// After.
        second: Instant,
    },
    /// It never happens, because clocks were set forward over it.
    Never {
        /// The first instant after the skipped time: when clocks were set forward.
        next: Instant,
    },
}

impl Zone {
    /// Its IANA name, such as `Asia/Shanghai`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.tz.name()
    }

    /// All zone names, links (such as `Asia/Calcutta`) included, sorted.
    pub fn names() -> impl Iterator<Item = &'static str> {
        chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// Seconds east of UTC at `at`.
    #[must_use]
    pub fn offset(self, at: Instant) -> i64 {
        match self
            .corrections
            .iter()
            .find(|correction| correction.covers(at))
        {
            Some(correction) => correction.offset(at),
            None => offset(self.tz, at),
        }
    }

    /// The wall-clock date and time at `at`.
    #[must_use]
    pub fn local(self, at: Instant) -> NaiveDateTime {
        DateTime::from_timestamp(at.epoch() + self.offset(at), 0)
            .unwrap_or_default()
            .naive_utc()
    }

    /// When the wall clock shows `local`.
    ///
    /// # Errors
    /// [`Error::InstantOutOfRange`] before 1970 or after 2100.
    pub fn resolve(self, local: NaiveDateTime) -> Result<LocalTime, Error> {
        let wall = local.and_utc().timestamp();
        let early = Instant::saturating(wall - DAY);
        let late = Instant::saturating(wall + DAY);
        let before = self.offset(early);
        let after = self.offset(late);
        let first = Instant::from_epoch(wall - before.max(after))?;
        let second = Instant::from_epoch(wall - before.min(after))?;
        let shows = |at: Instant| at.epoch() + self.offset(at) == wall;
        Ok(match (shows(first), shows(second)) {
            (true, true) if first == second => LocalTime::Once(first),
            (true, true) => LocalTime::Twice { first, second },
            (true, false) => LocalTime::Once(first),
            (false, true) => LocalTime::Once(second),
            (false, false) => LocalTime::Never {
                next: self.next_transition(early, late).unwrap_or(second),
            },
        })
    }

    /// The first instant after `from`, at most `until`, with another offset than at `from`.
    #[must_use]
    pub fn next_transition(self, from: Instant, until: Instant) -> Option<Instant> {
        let offset = self.offset(from);
        let mut same = from.epoch();
        while same < until.epoch() {
            let mut other = (same + PROBE).min(until.epoch());
            if self.offset(Instant::saturating(other)) == offset {
                same = other;
                continue;
            }
            while other - same > 1 {
                let middle = same + (other - same) / 2;
                if self.offset(Instant::saturating(middle)) == offset {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            return Some(Instant::saturating(other));
        }
        None
    }
}

impl std::str::FromStr for Zone {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let tz: Tz = name.parse().map_err(|_| Error::UnknownZone {
            name: name.to_owned(),
        })?;
        Ok(Self {
            tz,
            corrections: correction::of(name),
        })
    }
}

/// 2100-01-01T00:00:00Z, where chrono-tz's table ends.
const TABLE_END: i64 = 4_102_444_800;

/// From 2094 to 2100: both years begin on a Friday and have 365 days, and rules have long been the same
/// every year.
const SAME_YEAR: i64 = 2_191 * DAY;

/// Seconds east of UTC at `at`, as chrono-tz has it.
fn offset(tz: Tz, at: Instant) -> i64 {
    let at = if at.epoch() < TABLE_END {
        at
    } else {
        Instant::saturating(at.epoch() - SAME_YEAR)
    };
    let utc = at.utc().naive_utc();
    i64::from(tz.offset_from_utc_datetime(&utc).fix().local_minus_utc())
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map_err(de::Error::custom)
    }
}
