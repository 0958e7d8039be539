//! Dates, times and lengths of a calendar file.

use chrono::{NaiveDate, NaiveDateTime};

use super::property::Property;
use crate::engine::{Instant, LocalTime, Zone};

/// A date, or a time by the clock of the calendar's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Date(NaiveDate),
    Time(NaiveDateTime),
}

impl When {
    pub(super) const fn date(self) -> NaiveDate {
        match self {
            Self::Date(date) => date,
            Self::Time(time) => time.date(),
        }
    }

    /// Reads `text`, a value of `property`, for a calendar in `zone`; and whether the zone it names is known.
    pub(super) fn read(property: &Property<'_>, text: &str, zone: Zone) -> Option<(Self, bool)> {
        let text = text.trim();
        let date = date(text.get(..8)?)?;
        let Some(time) = text.get(8..).filter(|rest| !rest.is_empty()) else {
            return Some((Self::Date(date), true));
        };
        let time = time.strip_prefix(['T', 't'])?;
        let (time, utc) = match time.strip_suffix(['Z', 'z']) {
            Some(time) => (time, true),
            None => (time, false),
        };
        let local = date.and_hms_opt(
            number(time.get(..2)?)?,
            number(time.get(2..4)?)?,
            number(time.get(4..6).unwrap_or("00"))?.min(59),
        )?;
        if utc {
            return Some((Self::Time(of_utc(local, zone)?), true));
        }
        let Some(name) = property.parameter("TZID") else {
            return Some((Self::Time(local), true));
        };
        let Some(named) = named(name) else {
            return Some((Self::Time(local), false));
        };
        let at = match named.resolve(local).ok()? {
            LocalTime::Once(at) | LocalTime::Never { next: at } => at,
            LocalTime::Twice { first, .. } => first,
        };
        Some((Self::Time(zone.local(at)), true))
    }
}

fn of_utc(time: NaiveDateTime, zone: Zone) -> Option<NaiveDateTime> {
    let at = Instant::from_epoch(time.and_utc().timestamp()).ok()?;
    Some(zone.local(at))
}

/// The zone called `name`, also behind a path (`/example.org/Asia/Shanghai`).
fn named(name: &str) -> Option<Zone> {
    let mut name = name.trim_start_matches('/');
    for _ in 0..4 {
        if let Ok(zone) = name.parse() {
            return Some(zone);
        }
        name = name.split_once('/')?.1;
    }
    None
}

/// `20260214`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let year = number(text.get(..4)?)?;
    let month = number(text.get(4..6)?)?;
    let day = number(text.get(6..8)?)?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn number(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// The seconds of `P1DT12H`; none for what is no length, or a negative one.
pub(super) fn length(text: &str) -> Option<i64> {
    let rest = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let (mut seconds, mut digits, mut any) = (0_i64, String::new(), false);
    for character in rest.chars() {
        let unit = match character {
            '0'..='9' if digits.len() < 6 => {
                digits.push(character);
                continue;
            }
            'T' if digits.is_empty() => continue,
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        seconds += unit * digits.parse::<i64>().ok()?;
        digits.clear();
        any = true;
    }
    (any && digits.is_empty()).then_some(seconds)
}
