//! A point in time: a whole UTC second between 1970 and 2100.

use std::fmt;

use chrono::{DateTime, Timelike, Utc};
use serde::{Serialize, Serializer};

use super::{Error, iso};

/// A duration in whole seconds.
///
/// ```
/// use sla_planner::engine::Seconds;
/// let hour: Seconds = 3_600;
/// assert_eq!(hour / 60, 60);
/// ```
pub type Seconds = i64;

/// A UTC second from 1970-01-01T00:00:00Z up to, not including, 2101-01-01T00:00:00Z.
///
/// Sub-second input is cut to its second where it enters. Serialised as RFC 3339 in UTC.
///
/// ```
/// use sla_planner::engine::Instant;
/// let at: Instant = "2026-02-14T17:50:00+08:00".parse()?;
/// assert_eq!(at.to_string(), "2026-02-14T09:50:00Z");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(u32);

impl Instant {
    /// 1970-01-01T00:00:00Z.
    ///
    /// ```
    /// assert_eq!(sla_planner::engine::Instant::MIN.to_string(), "1970-01-01T00:00:00Z");
    /// ```
    pub const MIN: Self = Self(0);
    /// 2100-12-31T23:59:59Z.
    ///
    /// ```
    /// use sla_planner::engine::Instant;
    /// assert!(Instant::MAX.plus(1).is_err());
    /// ```
    pub const MAX: Self = Self(4_133_980_799);

    /// The instant `seconds` after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// [`Error::InstantOutOfRange`] before 1970 or after 2100.
    ///
    /// ```
    /// use sla_planner::engine::{Error, Instant};
    /// assert_eq!(Instant::from_epoch(-1), Err(Error::InstantOutOfRange { seconds: -1 }));
    /// ```
    pub fn from_epoch(seconds: i64) -> Result<Self, Error> {
        u32::try_from(seconds)
            .ok()
            .map(Self)
            .filter(|at| *at <= Self::MAX)
            .ok_or(Error::InstantOutOfRange { seconds })
    }

    /// The instant nearest to `seconds` after 1970-01-01T00:00:00Z that lies in the range.
    pub(crate) fn saturating(seconds: i64) -> Self {
        Self(u32::try_from(seconds.max(0)).unwrap_or(u32::MAX)).min(Self::MAX)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    ///
    /// ```
    /// use sla_planner::engine::Instant;
    /// assert_eq!(Instant::MIN.epoch(), 0);
    /// ```
    #[must_use]
    pub const fn epoch(self) -> i64 {
        self.0 as i64
    }

    /// The instant so stored, of a `second` that was one.
    pub(crate) const fn of_second(second: u32) -> Self {
        Self(second)
    }

    /// The instant `second` after 1970-01-01T00:00:00Z; none after 2100.
    pub(crate) const fn from_second(second: u32) -> Option<Self> {
        if second <= Self::MAX.0 {
            Some(Self(second))
        } else {
            None
        }
    }

    /// Seconds since 1970-01-01T00:00:00Z, as stored.
    pub(crate) const fn second(self) -> u32 {
        self.0
    }

    /// The same instant as a `chrono` date and time.
    ///
    /// ```
    /// use sla_planner::engine::Instant;
    /// assert_eq!(Instant::MIN.utc().to_rfc3339(), "1970-01-01T00:00:00+00:00");
    /// ```
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.epoch(), 0).unwrap_or_default()
    }

    /// `seconds` later (earlier when negative).
    ///
    /// # Errors
    /// [`Error::InstantOutOfRange`] when that is before 1970 or after 2100.
    ///
    /// ```
    /// use sla_planner::engine::Instant;
    /// assert_eq!(Instant::MIN.plus(60)?.epoch(), 60);
    /// assert!(Instant::MIN.plus(-1).is_err());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn plus(self, seconds: Seconds) -> Result<Self, Error> {
        Self::from_epoch(self.epoch().saturating_add(seconds))
    }

    /// Seconds from `earlier` to `self`; negative when `earlier` is later.
    ///
    /// ```
    /// use sla_planner::engine::Instant;
    /// assert_eq!(Instant::MIN.plus(60)?.since(Instant::MIN), 60);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn since(self, earlier: Self) -> Seconds {
        self.epoch() - earlier.epoch()
    }
}

impl TryFrom<DateTime<Utc>> for Instant {
    type Error = Error;

    fn try_from(at: DateTime<Utc>) -> Result<Self, Error> {
        Self::from_epoch(at.timestamp())
    }
}

impl std::str::FromStr for Instant {
    type Err = Error;

    /// Reads RFC 3339 with any offset.
    fn from_str(text: &str) -> Result<Self, Error> {
        let epoch = iso::instant(text).ok_or_else(|| Error::MalformedInstant {
            text: text.to_owned(),
        })?;
        Self::from_epoch(epoch)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let utc = self.utc();
        let (hour, minute, second) = (utc.hour(), utc.minute(), utc.second());
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}Z", utc.date_naive())
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
