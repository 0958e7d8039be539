//! Reading a time.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::fold::fold;
use super::numerals::to_digits;
use super::parts::Parts;
use super::zone::{self, Mention, Named};
use super::{
    Choice, Context, DateOrder, DateSystem, LONGEST, Local, Meaning, Moment, Unclear, Written,
    date, relative, resolve, vague,
};
use crate::engine::{Instant, Zone};

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
///     date_system: Default::default(),
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
    let digits = match to_digits(&folded) {
        Ok(digits) => digits,
        Err(word) => return Err(Unclear::Vague { word }),
    };
    if is_lunar(&folded) {
        return Err(Unclear::Lunar);
    }
    read_digits(&digits, context).map_err(|unclear| explain(unclear, &folded, &digits))
}

fn is_lunar(text: &str) -> bool {
    let months = [
        "农历", "阴历", "腊月", "正月", "除夕", "大年", "春节", "端午", "中秋", "元宵",
    ];
    let days = "一二三四五六七八九十";
    months.iter().any(|word| text.contains(word))
        || text
            .split_once('初')
            .is_some_and(|(_, day)| day.starts_with(|first| days.contains(first)))
}

/// A better reason for what is no time, if a word in it is one.
fn explain(unclear: Unclear, folded: &str, digits: &str) -> Unclear {
    let word = match unclear {
        Unclear::NotATime { .. } if has_week_number(digits) => return Unclear::WeekNumber,
        Unclear::NotATime { .. } => vague::word(folded),
        Unclear::HalfMissing { .. } | Unclear::NoSuchTime => vague::blur(folded),
        _ => None,
    };
    match word {
        Some(word) => Unclear::Vague {
            word: word.to_owned(),
        },
        None => unclear,
    }
}

/// `2026-W07-6`, `第7周`.
fn has_week_number(text: &str) -> bool {
    let digit = |character: char| character.is_ascii_digit();
    let iso = text.split_once('w').is_some_and(|(before, behind)| {
        before.trim_end_matches('-').ends_with(digit) && behind.starts_with(digit)
    });
    let chinese = text.split_once('第').is_some_and(|(_, behind)| {
        behind.starts_with(digit) && behind.trim_start_matches(digit).starts_with('周')
    });
    iso || chinese
}

fn read_digits(digits: &str, context: &Context) -> Result<Moment, Unclear> {
    if let Some(distance) = relative::distance(digits) {
        let at = context
            .now
            .plus(distance)
            .map_err(|_| Unclear::OutOfRange)?;
        return Ok(resolve::moment(at, Written::Absolute, context));
    }
    if let Some(moment) = number(digits, context) {
        return moment;
    }
    // `Sat Feb 14 17:50:00 CST 2026`: the year stands behind the zone.
    let (text, year) = match digits.rsplit_once(' ') {
        Some((text, year)) if text.contains(':') && year.len() == 4 => match year.parse() {
            Ok(year) => (text, Some(year)),
            Err(_) => (digits, None),
        },
        _ => (digits, None),
    };
    let (body, mentions) = zone::split(text);
    let clock = |written| Clock::new(body, year, written, context).moment();
    let Some(strongest) = zone::strongest(&mentions) else {
        return clock(Written::Nowhere);
    };
    if body.is_empty() {
        return Err(Unclear::NotATime {
            rest: text.to_owned(),
        });
    }
    match &strongest.named {
        Named::One(written) => agree(clock(*written), *written, &mentions),
        Named::Several(zones) => in_several(body, year, zones, context),
        Named::Place(zone) => {
            // Harmless where its clocks show the same.
            let moment = clock(Written::Nowhere)?;
            if zone.offset(moment.at) == context.zone.offset(moment.at) {
                return Ok(moment);
            }
            Err(Unclear::UnknownZone {
                rest: strongest.text.to_owned(),
            })
        }
    }
}

/// `moment`, read in the zone `written`, if all other zones named with it say the same.
fn agree(
    moment: Result<Moment, Unclear>,
    written: Written,
    mentions: &[Mention<'_>],
) -> Result<Moment, Unclear> {
    let conflict = |at| zone::conflict(mentions, at, written.offset(at)?);
    let fails = |(one, other)| Err(Unclear::ZonesContradict { one, other });
    match moment {
        Ok(moment) => conflict(moment.at).map_or(Ok(moment), fails),
        Err(Unclear::Which(choices)) => {
            let (fitting, others): (Vec<Choice>, Vec<Choice>) = choices
                .into_iter()
                .partition(|choice| conflict(choice.moment.at).is_none());
            match (fitting.as_slice(), others.first()) {
                ([], Some(other)) => {
                    conflict(other.moment.at).map_or(Err(Unclear::NoSuchTime), fails)
                }
                ([one], Some(_)) => Ok(one.moment),
                _ => Err(Unclear::Which(fitting)),
            }
        }
        other => other,
    }
}

/// A time in a zone that can be any of `zones`.
fn in_several(
    body: &str,
    year: Option<i32>,
    zones: &[Zone],
    context: &Context,
) -> Result<Moment, Unclear> {
    let mut choices = Vec::new();
    for zone in zones {
        let meaning = Meaning::In(*zone);
        match Clock::new(body, year, Written::Zone(*zone), context).moment() {
            Ok(moment) => choices.push(Choice { meaning, moment }),
            Err(Unclear::Which(found)) => {
                // Which day comes first; the zone is asked once that is known.
                let days: Vec<_> = found
                    .iter()
                    .filter_map(|choice| match choice.meaning {
                        Meaning::Date(date, order) => Some((date, order)),
                        _ => None,
                    })
                    .collect();
                if !days.is_empty() {
                    return Err(Unclear::WhichDay(days));
                }
                choices.extend(found.into_iter().map(|choice| Choice {
                    meaning,
                    moment: choice.moment,
                }));
            }
            Err(unclear) => return Err(unclear),
        }
    }
    Err(Unclear::Which(choices))
}

/// Unix time from seconds to nanoseconds, a spreadsheet's serial number, and all digits of a time in a row.
fn number(text: &str, context: &Context) -> Option<Result<Moment, Unclear>> {
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

/// A date and a time of day by the clock of one zone.
struct Clock<'a> {
    text: &'a str,
    year: Option<i32>,
    written: Written,
    context: &'a Context,
    /// What that clock shows now.
    now: NaiveDateTime,
}

impl<'a> Clock<'a> {
    fn new(text: &'a str, year: Option<i32>, written: Written, context: &'a Context) -> Self {
        let offset = written
            .offset(context.now)
            .unwrap_or_else(|| context.zone.offset(context.now));
        Self {
            text,
            year,
            written,
            context,
            now: chrono::DateTime::from_timestamp(context.now.epoch() + offset, 0)
                .unwrap_or_default()
                .naive_utc(),
        }
    }

    fn moment(&self) -> Result<Moment, Unclear> {
        let mut parts = Parts::read(self.text, self.now.date(), self.context.date_order)?;
        if let Some(year) = self.year {
            parts.set_year(year)?;
        }
        let (Some(date), Some(time)) = (parts.date, parts.time) else {
            return match (parts.date, parts.time) {
                (Some(date), _) => Err(self.time_missing(&parts, date)),
                (None, Some(time)) => {
                    let at = resolve::dateless(time.second, self.now)?;
                    self.made(&parts, (at, true))
                }
                (None, None) => Err(Unclear::NotATime {
                    rest: self.text.to_owned(),
                }),
            };
        };
        let date::Written::Either(readings) = date else {
            return self.made(&parts, resolve::dated(date, time.second, self.now)?);
        };
        let mut choices = Vec::new();
        let mut days = Vec::new();
        let mut wrong = Unclear::NoSuchTime;
        let mut asked_more = false;
        for (order, dated) in self.readings(readings, time.second) {
            let day = day_of(dated.0, time.second);
            match self.made(&parts, dated) {
                Ok(moment) => choices.push(Choice {
                    meaning: Meaning::Date(day, order),
                    moment,
                }),
                Err(Unclear::Which(_)) => asked_more = true,
                Err(unclear) => {
                    wrong = unclear;
                    continue;
                }
            }
            days.push((day, order));
        }
        match (choices.as_slice(), days.len()) {
            (_, 0) => Err(wrong),
            // The day of the week decided.
            ([one], 1) => Ok(one.moment),
            _ if asked_more => Err(Unclear::WhichDay(days)),
            _ => Err(Unclear::Which(choices)),
        }
    }

    fn readings(
        &self,
        readings: date::Readings,
        second: u32,
    ) -> Vec<(DateOrder, (NaiveDateTime, bool))> {
        let dated = |(order, numbers): (DateOrder, date::Numbers)| {
            let dated = resolve::dated(numbers.written().ok()?, second, self.now).ok()?;
            Some((order, dated))
        };
        readings.into_iter().flatten().filter_map(dated).collect()
    }

    /// What is to be asked about a date without a time of day.
    fn time_missing(&self, parts: &Parts, date: date::Written) -> Unclear {
        let days: Vec<(NaiveDate, DateOrder)> = match date {
            date::Written::Either(readings) => self
                .readings(readings, 0)
                .into_iter()
                .map(|(order, (at, _))| (at.date(), order))
                .filter(|(date, _)| parts.contradiction(*date).is_none())
                .collect(),
            _ => Vec::new(),
        };
        let date = match (days.as_slice(), resolve::dated(date, 0, self.now)) {
            ([(date, _)], _) => *date,
            ([_, ..], _) => return Unclear::WhichDay(days),
            ([], Ok((at, _))) => at.date(),
            ([], Err(unclear)) => return unclear,
        };
        match parts.contradiction(date) {
            Some(contradiction) => contradiction,
            None if (1970..=2100).contains(&date.year()) => Unclear::TimeMissing { date },
            None => Unclear::OutOfRange,
        }
    }

    fn made(
        &self,
        parts: &Parts,
        (at, filled_in): (NaiveDateTime, bool),
    ) -> Result<Moment, Unclear> {
        let time = parts.time.unwrap_or_default();
        if let Some(contradiction) = parts.contradiction(day_of(at, time.second)) {
            return Err(contradiction);
        }
        let local = Local {
            at,
            filled_in,
            cut: time.cut,
        };
        resolve::local(local, self.written, self.context)
    }
}

/// The date of `at`, `second` seconds into it: 24:00 belongs to the day before.
fn day_of(at: NaiveDateTime, second: u32) -> NaiveDate {
    at.checked_sub_signed(TimeDelta::seconds(second.into()))
        .unwrap_or(at)
        .date()
}
