//! Times that are a number: Unix time, serial numbers of spreadsheets, digits in a row.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::clock::Clock;
use super::{Context, DateSystem, Local, Moment, Unclear, Written, resolve};
use crate::engine::Instant;

/// Unix time from seconds to nanoseconds, a spreadsheet's serial number, and all digits of a time in a row.
pub(super) fn number(text: &str, context: &Context) -> Option<Result<Moment, Unclear>> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let numeric = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !numeric(whole) || !numeric(fraction) {
        return None;
    }
    let value: i64 = whole.parse().ok()?;
    let epoch = |unit: i64| {
        let below = value % unit != 0 || fraction.bytes().any(|digit| digit != b'0');
        let at = Instant::from_epoch(value / unit).map_err(|_| Unclear::OutOfRange)?;
        Ok(Moment {
            cut: below,
            ..resolve::moment(at, Written::Absolute, context)
        })
    };
    match (whole.len(), fraction.is_empty()) {
        (10, _) => Some(epoch(1)),
        (13, _) => Some(epoch(1_000)),
        (16, true) => Some(epoch(1_000_000)),
        (19, true) => Some(epoch(1_000_000_000)),
        (12 | 14, _) if whole.starts_with("20") || whole.starts_with("19") => {
            let (date, time) = whole.split_at_checked(8)?;
            let spaced = format!("{date} {time}");
            let clock = Clock::new(&spaced, None, Written::Nowhere, context).moment();
            Some(clock.map(|moment| Moment {
                cut: fraction.bytes().any(|digit| digit != b'0'),
                ..moment
            }))
        }
        (5, _) if (20_000..=80_000).contains(&value) => Some(serial(value, fraction, context)),
        _ => None,
    }
}

/// Days and a share of a day by the wall clock, rounded to the second.
fn serial(days: i64, fraction: &str, context: &Context) -> Result<Moment, Unclear> {
    let (year, month, day) = match context.date_system {
        // Excel takes 1900 for a leap year, so its days count from 30 December.
        DateSystem::From1900 => (1899, 12, 30),
        DateSystem::From1904 => (1904, 1, 1),
    };
    let date = NaiveDate::from_ymd_opt(year, month, day)
        .and_then(|date| date.checked_add_signed(TimeDelta::days(days)))
        .ok_or(Unclear::OutOfRange)?;
    if fraction.is_empty() {
        return Err(Unclear::TimeMissing { date });
    }
    // Twelve digits tell a day to a ten-millionth of a second.
    let digits: String = fraction.chars().take(12).collect();
    let share: i64 = digits.parse().map_err(|_| Unclear::NoSuchTime)?;
    let whole = 10_i64.pow(u32::try_from(digits.len()).unwrap_or_default());
    let second = (share * 86_400 + whole / 2) / whole;
    let at = date
        .and_time(NaiveTime::MIN)
        .checked_add_signed(TimeDelta::seconds(second))
        .ok_or(Unclear::OutOfRange)?;
    let local = Local {
        at,
        filled_in: false,
        cut: false,
    };
    resolve::local(local, Written::Serial(context.date_system), context)
}
