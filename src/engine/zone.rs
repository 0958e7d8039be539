//! Time zones: local wall-clock time and back.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Error, Instant};

/// The release of the IANA time zone database that [`Zone`] agrees with.
pub const TZDB_VERSION: &str = "2026f";

/// Seconds in a day without a change of the clocks.
const DAY: i64 = 86_400;

/// An IANA time zone.
///
/// ```
/// use sla_planner::engine::{Instant, Zone};
/// let zone: Zone = "Asia/Shanghai".parse()?;
/// let at: Instant = "2026-02-14T09:50:00Z".parse()?;
/// assert_eq!(zone.local(at).to_string(), "2026-02-14 17:50:00");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone(Tz);

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
        self.0.name()
    }

    /// All zone names, links (such as `Asia/Calcutta`) included, sorted.
    pub fn names() -> impl Iterator<Item = &'static str> {
        chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// Seconds east of UTC at `at`.
    #[must_use]
    pub fn offset(self, at: Instant) -> i64 {
        let utc = at.utc().naive_utc();
        i64::from(
            self.0
                .offset_from_utc_datetime(&utc)
                .fix()
                .local_minus_utc(),
        )
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
    /// Looks at intervals of a day: a change undone within a day goes unseen.
    pub(crate) fn next_transition(self, from: Instant, until: Instant) -> Option<Instant> {
        let offset = self.offset(from);
        let mut same = from.epoch();
        while same < until.epoch() {
            let mut other = (same + DAY).min(until.epoch());
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
        name.parse().map(Self).map_err(|_| Error::UnknownZone {
            name: name.to_owned(),
        })
    }
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
