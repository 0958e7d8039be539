//! The time of day.

use super::Unclear;
use super::day_part::DayPart;
use super::scan::Scan;

/// A time of day in seconds from 00:00; 86 400 is 24:00.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TimeOfDay {
    pub(super) second: u32,
    /// Whether a part below a second was cut off.
    pub(super) cut: bool,
}

/// Takes a time of day: `17:50`, `17:50:30.5`, `5:50 pm`, `9am`, `下午5点50分`, `9点半`; with `short`, `17.50`,
/// `1750` and `175030`. `part` is a part of the day written before it.
pub(super) fn time(
    scan: &mut Scan<'_>,
    short: bool,
    part: Option<DayPart>,
) -> Option<Result<TimeOfDay, Unclear>> {
    let mut at = *scan;
    let before = DayPart::before(&mut at).or(part);
    at.space();
    at.take("at ");
    let written = clock(&mut at)?;
    let behind = DayPart::behind(&mut at);
    let hours = at
        .attempt(|at| {
            at.space();
            at.take_any(&[("uhr", ()), ("hours", ()), ("hrs", ()), ("h", ())])?;
            (!at.starts_with_letter()).then_some(())
        })
        .is_some();
    let enough = match written.form {
        Form::Clock | Form::Dial => true,
        Form::Dotted => short || behind.is_some(),
        Form::Compact => short || hours,
        // A bare number is an hour only beside a part of the day.
        Form::Bare => before.is_some() || behind.is_some(),
    };
    if !enough || at.starts_with_letter() {
        return None;
    }
    *scan = at;
    Some(written.of_day(before, behind))
}

/// How a time of day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `17:50`, `17时50分`: by the hours of the day.
    Clock,
    /// `5点`, `5 o'clock`: as spoken, by the dial.
    Dial,
    /// `17.50`.
    Dotted,
    /// `1750`.
    Compact,
    /// `5`.
    Bare,
}

#[derive(Clone, Copy, Debug)]
struct Written {
    hour: u32,
    minute: u32,
    second: u32,
    cut: bool,
    form: Form,
}

impl Written {
    const fn new(form: Form, hour: u32, minute: u32, second: u32) -> Self {
        Self {
            hour,
            minute,
            second,
            cut: false,
            form,
        }
    }

    fn of_day(
        &self,
        before: Option<DayPart>,
        behind: Option<DayPart>,
    ) -> Result<TimeOfDay, Unclear> {
        let missing = Unclear::HalfMissing { hour: self.hour };
        let loose = match behind.or(before) {
            None => self.form == Form::Dial && (1..=6).contains(&self.hour),
            Some(part) => part.is_loose(self.hour),
        };
        if loose {
            return Err(missing);
        }
        let hour = match (before, behind) {
            (None, None) => self.hour,
            (Some(part), None) | (None, Some(part)) => {
                part.hour(self.hour).ok_or(Unclear::NoSuchTime)?
            }
            (Some(before), Some(behind)) => behind
                .hour(self.hour)
                .filter(|hour| before.hour(*hour) == Some(*hour))
                .ok_or(Unclear::NoSuchTime)?,
        };
        if hour == 24 && self.hour == 12 && self.minute + self.second > 0 {
            // 晚上 12:30: of this day or the next.
            return Err(missing);
        }
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

fn clock(at: &mut Scan<'_>) -> Option<Written> {
    let steps = [
        colons, chinese, french, o_clock, past, dotted, compact, bare,
    ];
    steps.into_iter().find_map(|step| at.attempt(step))
}

fn bare(at: &mut Scan<'_>) -> Option<Written> {
    Some(Written::new(Form::Bare, at.digits(2)?.value, 0, 0))
}

/// Takes exactly two digits.
fn two(at: &mut Scan<'_>) -> Option<u32> {
    let digits = at.attempt(|at| at.digits(2).filter(|digits| digits.length == 2))?;
    Some(digits.value)
}

fn colons(at: &mut Scan<'_>) -> Option<Written> {
    let hour = at.digits(2)?.value;
    if !at.take(":") {
        return None;
    }
    let minute = two(at)?;
    let second = at.attempt(|at| {
        at.take(":").then_some(())?;
        two(at)
    });
    Some(Written {
        cut: second.is_some() && fraction(at),
        ..Written::new(Form::Clock, hour, minute, second.unwrap_or(0))
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

/// `5点50分`, `17时50分30秒`, `9点半`, `9点一刻` (一 already a digit), `9点钟`, `8点整`.
fn chinese(at: &mut Scan<'_>) -> Option<Written> {
    let hour = at.digits(2)?;
    let mut form = at.take_any(&[
        ("点钟", Form::Dial),
        ("点", Form::Dial),
        ("时", Form::Clock),
    ])?;
    // `05点`, `0点` are hours of the day.
    if hour.length == 2 && hour.value < 10 {
        form = Form::Clock;
    }
    let (minute, second) = at
        .take_any(&[
            ("半", (30, 0)),
            ("1刻", (15, 0)),
            ("3刻", (45, 0)),
            ("整", (0, 0)),
            ("正", (0, 0)),
        ])
        .inspect(|_| {
            at.take("钟");
        })
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
    Some(Written::new(form, hour.value, minute, second))
}

/// `17h50`.
fn french(at: &mut Scan<'_>) -> Option<Written> {
    let hour = two(at)?;
    at.take("h").then_some(())?;
    Some(Written::new(Form::Clock, hour, two(at)?, 0))
}

/// `5 o'clock`.
fn o_clock(at: &mut Scan<'_>) -> Option<Written> {
    let hour = at.digits(2)?.value;
    at.space();
    at.take_any(&[("o'clock", ()), ("oclock", ())])?;
    Some(Written::new(Form::Dial, hour, 0, 0))
}

/// `half past 5`, `10 past 5`, `quarter to 6`.
fn past(at: &mut Scan<'_>) -> Option<Written> {
    at.take("a ");
    let quarters = &[
        ("half past ", 30),
        ("quarter past ", 15),
        ("quarter to ", 45),
    ];
    let to = at.rest().starts_with("quarter to ");
    let minute = at.take_any(quarters).or_else(|| {
        let minute = at.digits(2)?.value;
        at.take(" past ").then_some(minute)
    })?;
    let hour = at.digits(2)?.value;
    let hour = match (to, hour) {
        (true, 0 | 1) => hour + 11,
        (true, _) => hour - 1,
        (false, _) => hour,
    };
    Some(Written::new(Form::Dial, hour, minute, 0))
}

fn dotted(at: &mut Scan<'_>) -> Option<Written> {
    let hour = at.digits(2)?.value;
    at.take(".").then_some(())?;
    Some(Written::new(Form::Dotted, hour, two(at)?, 0))
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
    let written = Written::new(Form::Compact, hour, minute, second);
    Some(Written {
        cut: fraction(at),
        ..written
    })
}
