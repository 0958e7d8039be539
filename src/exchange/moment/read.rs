//! Reading a time.

use chrono::{NaiveDateTime, TimeDelta};

use super::day_part::CHINESE;
use super::fold::fold;
use super::numerals::to_digits;
use super::offset::{self, Named};
use super::scan::Scan;
use super::time::{Style, TimeOfDay, time};
use super::{
    Choice, Context, LONGEST, Local, Meaning, Moment, Unclear, Written, date, relative, resolve,
};
use crate::engine::Instant;

/// Reads `text` as a time.
///
/// # Errors
/// [`Unclear`], with the choices where it can be meant in several ways.
///
/// ```
/// use sla_planner::exchange::moment::{Context, read};
/// let context = Context {
///     now: "2026-11-23T11:00:00+08:00".parse()?,
///     zone: "Asia/Shanghai".parse()?,
///     date_order: None,
/// };
/// let moment = read("2026年2月14日下午5点50分", &context);
/// assert_eq!(moment.map(|moment| moment.at), Ok("2026-02-14T17:50:00+08:00".parse()?));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
pub fn read(text: &str, context: &Context) -> Result<Moment, Unclear> {
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        return Err(Unclear::TooLong);
    }
    let folded = fold(text);
    if folded.is_empty() {
        return Err(Unclear::Empty);
    }
    if ["农历", "腊月", "正月", "初一", "除夕"]
        .iter()
        .any(|lunar| folded.contains(lunar))
    {
        return Err(Unclear::Lunar);
    }
    let digits = to_digits(&folded);
    if let Some(distance) = relative::distance(&digits) {
        let at = context
            .now
            .plus(distance)
            .map_err(|_| Unclear::OutOfRange)?;
        return Ok(resolve::moment(at, Written::Absolute, context));
    }
    if let Some(moment) = number(&digits, context) {
        return moment;
    }
    let (body, named) = offset::split(&digits);
    match named {
        None => wall_clock(body, Written::Nowhere, context),
        Some(Named::One(written)) => wall_clock(body, written, context),
        Some(Named::Several(zones)) => {
            let mut choices = Vec::new();
            for zone in zones {
                let moment = wall_clock(body, Written::Zone(zone), context)?;
                choices.push(Choice {
                    meaning: Meaning::In(zone),
                    moment,
                });
            }
            Err(Unclear::Which(choices))
        }
    }
}

/// Unix time in seconds or milliseconds, and a spreadsheet's serial number of the day (1900 system).
fn number(text: &str, context: &Context) -> Option<Result<Moment, Unclear>> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let numeric = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !numeric(whole) || !numeric(fraction) {
        return None;
    }
    let value: i64 = whole.parse().ok()?;
    let epoch = |seconds: i64, cut: bool| {
        let at = Instant::from_epoch(seconds).map_err(|_| Unclear::OutOfRange)?;
        Ok(Moment {
            cut,
            ..resolve::moment(at, Written::Absolute, context)
        })
    };
    let below = fraction.bytes().any(|digit| digit != b'0');
    match (whole.len(), fraction.is_empty()) {
        (10, _) => Some(epoch(value, below)),
        (13, true) => Some(epoch(value / 1_000, value % 1_000 != 0)),
        (5, _) if (20_000..=80_000).contains(&value) => Some(serial(value, fraction, context)),
        _ => None,
    }
}

/// Days since 1899-12-30, by the wall clock, rounded to the second.
fn serial(days: i64, fraction: &str, context: &Context) -> Result<Moment, Unclear> {
    let midnight = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)
        .and_then(|date| date.checked_add_signed(TimeDelta::days(days)))
        .ok_or(Unclear::OutOfRange)?;
    if fraction.is_empty() {
        return Err(Unclear::TimeMissing { date: midnight });
    }
    // Twelve digits tell a day to a ten-millionth of a second.
    let digits: String = fraction.chars().take(12).collect();
    let share: i64 = digits.parse().map_err(|_| Unclear::NoSuchTime)?;
    let whole = 10_i64.pow(u32::try_from(digits.len()).unwrap_or_default());
    let second = (share * 86_400 + whole / 2) / whole;
    let at = midnight
        .and_time(chrono::NaiveTime::MIN)
        .checked_add_signed(TimeDelta::seconds(second))
        .ok_or(Unclear::OutOfRange)?;
    let local = Local {
        at,
        filled_in: false,
        cut: false,
    };
    resolve::local(local, Written::Nowhere, context)
}

/// A date and a time of day, in either order, or one of them.
fn wall_clock(text: &str, written: Written, context: &Context) -> Result<Moment, Unclear> {
    let offset = match written {
        Written::Offset(seconds) => seconds,
        Written::Zone(zone) => zone.offset(context.now),
        Written::Nowhere | Written::Absolute => context.zone.offset(context.now),
    };
    let now = chrono::DateTime::from_timestamp(context.now.epoch() + offset, 0)
        .unwrap_or_default()
        .naive_utc();
    let parts = parts(text, now, context)?;
    let Some(time) = parts.time else {
        return Err(match parts.date.map(|date| date.written) {
            Some(date::Written::Whole(date)) => Unclear::TimeMissing { date },
            Some(date::Written::Either {
                first,
                second,
                year,
            }) => Unclear::WhichDay(
                resolve::either(first, second, year)
                    .into_iter()
                    .filter_map(|(order, date)| {
                        let (at, _) = resolve::dated(date, 0, now).ok()?;
                        Some((at.date(), order))
                    })
                    .collect(),
            ),
            Some(date) => match resolve::dated(date, 0, now) {
                Ok((at, _)) => Unclear::TimeMissing { date: at.date() },
                Err(unclear) => unclear,
            },
            None => Unclear::NotATime {
                rest: text.to_owned(),
            },
        });
    };
    let make = |(at, filled_in): (NaiveDateTime, bool)| {
        let local = Local {
            at,
            filled_in,
            cut: time.cut,
        };
        resolve::local(local, written, context)
    };
    match parts.date.map(|date| date.written) {
        None => make((resolve::dateless(time.second, now)?, true)),
        Some(date::Written::Either {
            first,
            second,
            year,
        }) => {
            let mut choices = Vec::new();
            for (order, date) in resolve::either(first, second, year) {
                let dated = resolve::dated(date, time.second, now)?;
                choices.push(Choice {
                    meaning: Meaning::Date(dated.0.date(), order),
                    moment: make(dated)?,
                });
            }
            Err(Unclear::Which(choices))
        }
        Some(date) => make(resolve::dated(date, time.second, now)?),
    }
}

struct Parts {
    date: Option<date::Dated>,
    time: Option<TimeOfDay>,
}

fn parts(text: &str, now: NaiveDateTime, context: &Context) -> Result<Parts, Unclear> {
    let mut scan = Scan::new(text);
    let mut parts = Parts {
        date: None,
        time: None,
    };
    scan.space();
    while !scan.is_done() {
        let before = scan;
        if parts.date.is_none()
            && let Some(dated) = date::date(&mut scan, now.date(), context.date_order)
        {
            let weekday = matches!(
                dated,
                Ok(date::Dated {
                    written: date::Written::Weekday(_),
                    ..
                })
            );
            parts.date = Some(dated?);
            if weekday {
                // `Sat, 14 Feb 2026`: the weekday only repeats the date behind it.
                let mut behind = scan;
                behind.space();
                if let Some(dated) = date::date(&mut behind, now.date(), context.date_order)
                    && !looks_like_time(&scan)
                {
                    parts.date = Some(dated?);
                    scan = behind;
                }
            }
            scan.space();
            date::skip_weekday(&mut scan);
            scan.attempt(|at| (at.take("t") && !at.is_done()).then_some(()));
        } else if parts.time.is_none() {
            let style = Style {
                dotted: parts.date.is_some(),
                compact: parts.date.is_some(),
            };
            let part = parts.date.and_then(|date| date.part).filter(|_| {
                !CHINESE
                    .iter()
                    .any(|(word, _)| scan.rest().starts_with(word))
            });
            if let Some(time) = time(&mut scan, style, part) {
                parts.time = Some(time?);
            }
        }
        scan.space();
        scan.take("at ");
        scan.take("的");
        scan.space();
        if scan.rest().len() == before.rest().len() {
            return Err(Unclear::NotATime {
                rest: scan.rest().to_owned(),
            });
        }
    }
    Ok(parts)
}

/// Whether a time of day comes next, so that its digits are not those of a date.
fn looks_like_time(scan: &Scan<'_>) -> bool {
    let mut at = *scan;
    at.space();
    matches!(time(&mut at, Style::default(), None), Some(Ok(_)))
}
