//! Times in links, and what a draft makes of them.

use chrono::{DateTime, NaiveDateTime, Timelike};

use crate::engine::{Instant, LocalTime, Zone};
use crate::plan::{Draft, Submission};

/// `at` in RFC 3339 with the offset of `zone`; in UTC where that is not one of whole minutes.
pub(super) fn write(at: Instant, zone: Zone) -> String {
    spell(at, offset(at, zone))
}

/// The offset that `at` is written with in `zone`.
pub(super) fn offset(at: Instant, zone: Zone) -> i64 {
    let offset = zone.offset(at);
    if offset % 60 == 0 { offset } else { 0 }
}

fn spell(at: Instant, offset: i64) -> String {
    let local = local(at, offset);
    let clock = clock(local, true);
    let (hours, minutes) = (offset.abs() / 3_600, offset.abs() / 60 % 60);
    match offset {
        0 => format!("{}T{clock}Z", local.date()),
        _ => {
            let sign = if offset < 0 { '-' } else { '+' };
            format!("{}T{clock}{sign}{hours:02}:{minutes:02}", local.date())
        }
    }
}

fn local(at: Instant, offset: i64) -> NaiveDateTime {
    DateTime::from_timestamp(at.epoch() + offset, 0)
        .unwrap_or_default()
        .naive_utc()
}

fn clock(local: NaiveDateTime, whole: bool) -> String {
    let (hour, minute, second) = (local.hour(), local.minute(), local.second());
    if whole || second > 0 {
        format!("{hour:02}:{minute:02}:{second:02}")
    } else {
        format!("{hour:02}:{minute:02}")
    }
}

/// The instant that is written, and its offset. Seconds may be left out; a space may stand for the `+` of
/// an offset, as some chat programs have it.
pub(super) fn read(text: &str) -> Option<(Instant, i64)> {
    let (day, clock) = text.split_once(['T', 't'])?;
    let clock = clock.replace(' ', "+");
    let end = clock.find(['Z', 'z', '+', '-'])?;
    let (time, zone) = clock.split_at_checked(end)?;
    let seconds = if time.len() == 5 { ":00" } else { "" };
    let at = format!("{day}T{time}{seconds}{zone}").parse().ok()?;
    Some((at, read_offset(zone)?))
}

/// Seconds east of UTC.
fn read_offset(text: &str) -> Option<i64> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return Some(0),
    };
    let (hours, minutes) = digits.split_once(':')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some(sign * (hours * 3_600 + minutes * 60))
}

/// A draft submitted at `at`, which was written with `offset`. Its text is a time that a person could type
/// in its zone and that means the same for ever: what was typed at first may be more than a time, and may
/// be for nobody else.
pub(super) fn draft(at: Instant, offset: i64, zone: Option<Zone>, service: Zone) -> Draft {
    let typing = zone.unwrap_or(service);
    let local = local(at, offset);
    let plain = offset == typing.offset(at) && typing.resolve(local) == Ok(LocalTime::Once(at));
    let text = if plain {
        format!("{} {}", local.date(), clock(local, false))
    } else {
        spell(at, offset)
    };
    Draft {
        text,
        zone,
        submission: Some(Submission {
            at,
            zone_written: !plain,
            filled_in: false,
            cut: false,
        }),
        ..Draft::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{draft, read, write};
    use crate::engine::{Instant, Zone};

    fn zone(name: &str) -> Zone {
        name.parse().expect("a zone")
    }

    #[test]
    fn times_people_write() {
        let at: Instant = "2026-02-14T17:50:00+08:00".parse().expect("an instant");
        for text in [
            "2026-02-14T17:50:00+08:00",
            "2026-02-14T17:50+08:00",
            "2026-02-14T17:50:00 08:00",
            "2026-02-14t17:50 08:00",
        ] {
            assert_eq!(read(text), Some((at, 28_800)), "{text}");
        }
        assert_eq!(read("2026-02-14T09:50Z"), Some((at, 0)));
        assert_eq!(read("2026-02-14T04:50-05:00"), Some((at, -18_000)));
        for text in [
            "",
            "2026-02-14",
            "2026-02-14T17:50",
            "2026-02-14T17:50+08",
            "T",
            "ÄTÄ+1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_text_of_a_draft_is_sure() {
        let beijing = zone("Asia/Shanghai");
        let at = |text: &str| text.parse::<Instant>().expect("an instant");
        let text = |at, offset, zone| draft(at, offset, zone, beijing).text;
        let golden = at("2026-02-14T17:50:00+08:00");
        assert_eq!(text(golden, 28_800, None), "2026-02-14 17:50");
        assert_eq!(text(golden, -18_000, None), "2026-02-14T04:50:00-05:00");
        let new_york = zone("America/New_York");
        assert_eq!(text(golden, -18_000, Some(new_york)), "2026-02-14 04:50");
        // Shown twice that night.
        let second = at("2026-11-01T01:30:09-05:00");
        assert_eq!(
            text(second, -18_000, Some(new_york)),
            "2026-11-01T01:30:09-05:00"
        );
        // An offset with seconds.
        let monrovia = zone("Africa/Monrovia");
        assert_eq!(write(Instant::MIN, monrovia), "1970-01-01T00:00:00Z");
        assert_eq!(
            text(Instant::MIN, 0, Some(monrovia)),
            "1970-01-01T00:00:00Z"
        );
    }
}
