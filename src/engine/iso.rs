//! Dates and instants as ISO 8601 and RFC 3339 write them.
//!
//! chrono reads them too, with a parser of every format there is, which would be a fifth of the engine's
//! share of the download.

use chrono::{NaiveDate, NaiveDateTime};

/// The date `2026-02-14`.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = number(parts.next()?, 2)?;
    let day = number(parts.next()?, 2)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The UTC second of `2026-02-14T17:50:00+08:00`; what is below a second is cut off.
pub(crate) fn instant(text: &str) -> Option<i64> {
    let (day, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = rest.split_at_checked(8)?;
    let rest = match rest.strip_prefix('.') {
        None => rest,
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
            (zone.len() < fraction.len()).then_some(zone)?
        }
    };
    let local: NaiveDateTime = time(date(day)?, clock)?;
    Some(local.and_utc().timestamp() - offset(rest)?)
}

fn time(date: NaiveDate, text: &str) -> Option<NaiveDateTime> {
    let mut parts = text.split(':');
    let hour = number(parts.next()?, 2)?;
    let minute = number(parts.next()?, 2)?;
    let second = number(parts.next()?, 2)?;
    // A leap second is shown as the second before it.
    date.and_hms_opt(hour, minute, second.min(59))
        .filter(|_| second <= 60)
}

/// Seconds east of UTC.
fn offset(text: &str) -> Option<i64> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, digits) = match text.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, text.strip_prefix('-')?),
    };
    let (hours, minutes) = digits.split_once(':')?;
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    (hours < 24 && minutes < 60).then(|| sign * i64::from(hours * 3_600 + minutes * 60))
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::instant;

    #[test]
    fn reads_what_chrono_reads() {
        for text in [
            "2026-02-14T17:50:00+08:00",
            "2026-02-14T09:50:00Z",
            "2026-02-14t09:50:00z",
            "2026-02-14 09:50:00Z",
            "2026-02-14T09:50:00.999Z",
            "2026-02-14T09:50:00-00:30",
            "2024-02-29T23:59:59+14:00",
            "1969-12-31T23:59:59Z",
            "2026-12-31T23:59:60Z",
        ] {
            let expected = DateTime::parse_from_rfc3339(text)
                .map(|at| at.timestamp())
                .ok();
            assert_eq!(instant(text), expected, "{text}");
            assert!(expected.is_some(), "{text}");
        }
    }

    #[test]
    fn refuses_what_chrono_refuses() {
        for text in [
            "",
            "2026-02-14",
            "2026-02-14T09:50:00",
            "2026-02-30T09:50:00Z",
            "2026-02-14T24:00:00Z",
            "2026-02-14T09:60:00Z",
            "2026-02-14T09:50:61Z",
            "2026-02-14T09:50:00+0800",
            "2026-02-14T09:50:00.Z",
            "2026-2-14T09:50:00Z",
            "+026-02-14T09:50:00Z",
            "２026-02-14T09:50:00Z",
            "2026-02-14T09:50:00+24:00",
            "2026-02-14T09:50:00+08:60",
            "2026-02-14T09:50:00Zz",
        ] {
            assert!(DateTime::parse_from_rfc3339(text).is_err(), "{text}");
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
