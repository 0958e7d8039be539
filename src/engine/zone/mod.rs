//! Time zones: local wall-clock time and back.

use std::fmt;

use chrono::{DateTime, NaiveDateTime};
use serde::{Serialize, Serializer};

use super::{Error, Instant};

mod table;

/// The release of the IANA time zone database that [`Zone`] agrees with.
///
/// ```
/// assert_eq!(sla_planner::engine::TZDB_VERSION, "2026f");
/// ```
pub const TZDB_VERSION: &str = "2026f";

/// Seconds in a day without a change of the clocks.
const DAY: i64 = 86_400;

/// An IANA time zone: chrono-tz's, corrected where its older data is wrong by [`TZDB_VERSION`], from 1970
/// to 2100.
///
/// ```
/// use sla_planner::engine::{Instant, Zone};
/// let zone: Zone = "Asia/Shanghai".parse()?;
/// let at: Instant = "2026-02-14T09:50:00Z".parse()?;
/// assert_eq!(zone.local(at).to_string(), "2026-02-14 17:50:00");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone(u16);

/// What a local wall-clock time is in a zone.
///
/// ```
/// use sla_planner::engine::{LocalTime, Zone};
/// let zone: Zone = "America/New_York".parse()?;
/// let skipped = "2026-03-08T02:30:00".parse().unwrap();
/// assert!(matches!(zone.resolve(skipped)?, LocalTime::Never { .. }));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
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
    ///
    /// ```
    /// use sla_planner::engine::Zone;
    /// let zone: Zone = "America/New_York".parse()?;
    /// assert_eq!(zone.name(), "America/New_York");
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        table::name(self.0)
    }

    /// All zone names, links (such as `Asia/Calcutta`) included, sorted.
    ///
    /// ```
    /// use sla_planner::engine::Zone;
    /// assert!(Zone::names().any(|name| name == "Asia/Shanghai"));
    /// ```
    pub fn names() -> impl Iterator<Item = &'static str> {
        table::names()
    }

    /// Seconds east of UTC at `at`.
    ///
    /// ```
    /// use sla_planner::engine::Zone;
    /// let zone: Zone = "America/New_York".parse()?;
    /// assert_eq!(zone.offset("2026-07-01T00:00:00Z".parse()?), -4 * 3_600);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn offset(self, at: Instant) -> i64 {
        let changes = table::changes(self.0);
        let next = changes.partition_point(|change| change.at <= at);
        let current = next.checked_sub(1).and_then(|current| changes.get(current));
        current.map_or(0, |change| change.offset)
    }

    /// The wall-clock date and time at `at`.
    ///
    /// ```
    /// use sla_planner::engine::Zone;
    /// let zone: Zone = "America/New_York".parse()?;
    /// assert_eq!(zone.local("2026-07-01T00:00:00Z".parse()?).to_string(), "2026-06-30 20:00:00");
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
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
    ///
    /// ```
    /// use sla_planner::engine::{LocalTime, Zone};
    /// let zone: Zone = "Asia/Shanghai".parse()?;
    /// let local = "2026-02-14T17:50:00".parse().unwrap();
    /// assert_eq!(zone.resolve(local)?, LocalTime::Once("2026-02-14T17:50:00+08:00".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn resolve(self, local: NaiveDateTime) -> Result<LocalTime, Error> {
        let wall = local.and_utc().timestamp();
        let early = Instant::saturating(wall - DAY);
        let late = Instant::saturating(wall + DAY);
        let before = self.offset(early);
        let after = self.offset(late);
        let first = Instant::from_epoch(wall - before.max(after))?;
        let second = Instant::saturating(wall - before.min(after));
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

    /// The first instant after `from`, at most `until`, with another offset than just before it.
    ///
    /// ```
    /// use sla_planner::engine::Zone;
    /// let zone: Zone = "America/New_York".parse()?;
    /// let found = zone.next_transition("2026-07-01T00:00:00Z".parse()?, "2027-01-01T00:00:00Z".parse()?);
    /// assert_eq!(found.map(|at| at.to_string()).as_deref(), Some("2026-11-01T06:00:00Z"));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn next_transition(self, from: Instant, until: Instant) -> Option<Instant> {
        let changes = table::changes(self.0);
        let next = changes.get(changes.partition_point(|change| change.at <= from))?;
        (next.at <= until).then_some(next.at)
    }

    /// Whether daylight saving time is in force at `at`: clocks were set forward within the year before, and
    /// will be set back to where they were within the year after.
    ///
    /// ```
    /// use sla_planner::engine::Zone;
    /// let zone: Zone = "Europe/Dublin".parse()?;
    /// assert!(zone.is_daylight_saving("2026-07-01T00:00:00Z".parse()?));
    /// assert!(!zone.is_daylight_saving("2026-01-01T00:00:00Z".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn is_daylight_saving(self, at: Instant) -> bool {
        const YEAR: i64 = 366 * DAY;
        let changes = table::changes(self.0);
        let next = changes.partition_point(|change| change.at <= at);
        let around = |place: usize| changes.get(next.checked_sub(2)?.checked_add(place)?);
        let (Some(before), Some(current), Some(after)) = (around(0), around(1), around(2)) else {
            return false;
        };
        let forward = current.offset > before.offset && current.offset > after.offset;
        let back = before.offset == after.offset;
        let since = at.epoch() - current.at.epoch();
        let until = after.at.epoch() - at.epoch();
        forward && back && since < YEAR && until < YEAR
    }
}

impl std::str::FromStr for Zone {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        table::place(name)
            .map(Self)
            .ok_or_else(|| Error::UnknownZone {
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
