//! Dates and when they begin.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::engine::{Instant, LocalTime, Zone};

/// The first instant that shows `second` of the day on `date`; where the clock skips it, the next there is.
pub(super) fn instant(zone: Zone, date: NaiveDate, second: u32) -> Instant {
    let local = date.and_time(NaiveTime::MIN) + TimeDelta::seconds(second.into());
    match zone.resolve(local) {
        Ok(
            LocalTime::Once(at)
            | LocalTime::Twice { first: at, .. }
            | LocalTime::Never { next: at },
        ) => at,
        Err(_) if local.and_utc().timestamp() <= 0 => Instant::MIN,
        Err(_) => Instant::MAX,
    }
}

/// The same; none where the clock skips it or it is out of range.
pub(super) fn shown(zone: Zone, date: NaiveDate, second: u32) -> Option<Instant> {
    let local = date.and_time(NaiveTime::MIN) + TimeDelta::seconds(second.into());
    match zone.resolve(local) {
        Ok(LocalTime::Once(at) | LocalTime::Twice { first: at, .. }) => Some(at),
        _ => None,
    }
}

/// The date after `date`.
pub(super) fn next(date: NaiveDate) -> NaiveDate {
    date.succ_opt().unwrap_or(date)
}

/// The date before `date`.
pub(super) fn previous(date: NaiveDate) -> NaiveDate {
    date.pred_opt().unwrap_or(date)
}
