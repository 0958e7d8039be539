//! The time of day.

use super::Unclear;
use super::day_part::{CHINESE, DayPart, ENGLISH};
use super::scan::Scan;

/// A time of day in seconds from 00:00; 86 400 is 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TimeOfDay {
    pub(super) second: u32,
    /// Whether a part below a second was cut off.
    pub(super) cut: bool,
}

/// Takes a time of day: `17:50`, `17:50:30.5`, `5:50 pm`, `9am`, `下午5点50分`, `9点半`; with `dotted`, `17.50`;
/// with `compact`, `1750` and `175030`. `part` is a part of the day written before it.
pub(super) fn time(
    scan: &mut Scan<'_>,
    style: Style,
    part: Option<DayPart>,
) -> Option<Result<TimeOfDay, Unclear>> {
    let mut at = *scan;
    let part = part.or_else(|| at.take_any(CHINESE));
    at.space();
    let written = clock(&mut at, style).or_else(|| {
        let digits = at.attempt(|at| at.digits(2))?;
        Some(Written {
            hour: digits.value,
            minute: 0,
            second: 0,
            cut: false,
            whole: false,
        })
    })?;
    let mut behind = at;
    behind.space();
    let part = match part {
        None => match behind.take_any(ENGLISH) {
            Some(part) => {
                at = behind;
                Some(part)
            }
            None => None,
        },
        some => some,
    };
    // A bare number is an hour only beside am or pm.
    let spoken = part.is_some() && is_english(scan, &at);
    if !written.whole && !spoken {
        return None;
    }
    *scan = at;
    Some(written.of_day(part))
}

/// Whether the text between the two ends with an English part of the day.
fn is_english(from: &Scan<'_>, to: &Scan<'_>) -> bool {
    let taken = from.rest().strip_suffix(to.rest()).unwrap_or_default();
    ENGLISH.iter().any(|(word, _)| taken.ends_with(word))
}

/// Which short forms may be a time here.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    /// `17.50`.
    pub(super) dotted: bool,
    /// `1750`.
    pub(super) compact: bool,
}

struct Written {
    hour: u32,
    minute: u32,
    second: u32,
    cut: bool,
    /// Whether more than a bare number was written.
    whole: bool,
}

impl Written {
    fn of_day(&self, part: Option<DayPart>) -> Result<TimeOfDay, Unclear> {
        let hour = match part {
            Some(part) => part.hour(self.hour).ok_or(Unclear::NoSuchTime)?,
            None => self.hour,
        };
        let second = hour * 3600 + self.minute * 60 + self.second;
        if self.minute > 59 || self.second > 59 || second > 86_400 {
            return Err(Unclear::NoSuchTime);
        }
        Ok(TimeOfDay {
            second,
            cut: self.cut,
        })
    }
}

fn clock(at: &mut Scan<'_>, style: Style) -> Option<Written> {
    at.attempt(colons)
        .or_else(|| at.attempt(chinese))
        .or_else(|| at.attempt(|at| dotted(at).filter(|_| style.dotted)))
        .or_else(|| at.attempt(|at| compact(at).filter(|_| style.compact)))
}

fn colons(at: &mut Scan<'_>) -> Option<Written> {
    let hour = at.digits(2)?.value;
    if !at.take(":") {
        return None;
    }
    let minute = at.digits(2).filter(|minute| minute.length == 2)?.value;
    let second = at.attempt(|at| {
        at.take(":").then_some(())?;
        at.digits(2).filter(|second| second.length == 2)
    });
    let cut = second.is_some() && fraction(at);
    Some(Written {
        hour,
        minute,
        second: second.map_or(0, |second| second.value),
        cut,
        whole: true,
    })
}

/// Takes a fraction of a second; whether there was one above zero.
fn fraction(at: &mut Scan<'_>) -> bool {
    let digits = at.attempt(|at| {
        at.one_of(".,")?;
        let before = at.rest();
        let mut any = false;
        while at.one_of("0123456789").is_some() {
            any = true;
        }
        any.then(|| before.strip_suffix(at.rest()).unwrap_or_default())
    });
    digits.is_some_and(|digits| digits.bytes().any(|digit| digit != b'0'))
}

/// `5点50分`, `17时50分30秒`, `9点半`, `9点一刻` (一 already a digit), `9点钟`.
fn chinese(at: &mut Scan<'_>) -> Option<Written> {
    let hour = at.digits(2)?.value;
    at.take_any(&[("点钟", ()), ("点", ()), ("时", ())])?;
    let (minute, second) = at
        .take_any(&[
            ("半", (30, 0)),
            ("1刻钟", (15, 0)),
            ("3刻钟", (45, 0)),
            ("1刻", (15, 0)),
            ("3刻", (45, 0)),
        ])
        .or_else(|| {
            at.take("过");
            let minute = at.attempt(|at| at.digits(2))?.value;
            if !at.take("分钟") {
                at.take("分");
            }
            let second = at.attempt(|at| {
                let second = at.digits(2)?.value;
                at.take("秒").then_some(second)
            });
            Some((minute, second.unwrap_or(0)))
        })
        .unwrap_or((0, 0));
    Some(Written {
        hour,
        minute,
        second,
        cut: false,
        whole: true,
    })
}

fn dotted(at: &mut Scan<'_>) -> Option<Written> {
    let hour = at.digits(2)?.value;
    if !at.take(".") {
        return None;
    }
    let minute = at.digits(2).filter(|minute| minute.length == 2)?.value;
    Some(Written {
        hour,
        minute,
        second: 0,
        cut: false,
        whole: true,
    })
}

fn compact(at: &mut Scan<'_>) -> Option<Written> {
    let digits = at.digits(6)?;
    let (hour, minute, second) = match digits.length {
        4 => (digits.value / 100, digits.value % 100, 0),
        6 => (
            digits.value / 10_000,
            digits.value / 100 % 100,
            digits.value % 100,
        ),
        _ => return None,
    };
    Some(Written {
        hour,
        minute,
        second,
        cut: false,
        whole: true,
    })
}
