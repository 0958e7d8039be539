//! What is known of the times in a column, and when one of them is.

use super::reason::{Caution, Reason};
use super::stamp::{self, Date, Stamp};
use crate::engine::{Instant, LocalTime, Zone};
use crate::exchange::moment::{
    self, Choice, Context, DateOrder, DateSystem, Meaning, Moment, Unclear, Written,
};
use chrono::{NaiveDate, NaiveTime};

/// Where the zone of a column's times comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zoning {
    /// Each says it itself, or there are none.
    Written,
    /// The header says UTC.
    HeaderUtc,
    /// The system writes UTC there unless it was set otherwise.
    SystemUtc,
    /// Nothing says it: it is asked.
    Needed,
}

/// What is known of the times in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Times {
    /// Where their zone comes from.
    pub zoning: Zoning,
    /// In which order day and month are, where a value above 12 tells it and none tells otherwise.
    pub order: Option<DateOrder>,
    /// Whether some could be meant either way.
    pub either: bool,
    /// Whether the order is to be asked: some could be meant either way, and none tells.
    pub ask_order: bool,
    /// The day from which the numbers of days count, where some are such numbers.
    pub serial: Option<DateSystem>,
}

/// What the values of a column show, gathered one by one.
#[derive(Default)]
pub(super) struct Seen {
    day_first: bool,
    month_first: bool,
    either: bool,
    local: bool,
    serial: bool,
}

impl Seen {
    pub(super) fn take(&mut self, text: &str) {
        if is_nothing(text) {
            return;
        }
        match stamp::parse(text) {
            Some(Stamp::Epoch(_)) => {}
            Some(Stamp::Wall { date, offset, .. }) => {
                self.local |= offset.is_none();
                match date {
                    Date::Either(day, month, _) => self.either |= day != month,
                    Date::Told(DateOrder::DayFirst, _) => self.day_first = true,
                    Date::Told(..) => self.month_first = true,
                    Date::Serial(_) => self.serial = true,
                    Date::Known(_) => {}
                }
            }
            None => self.local = self.local || is_local(text),
        }
    }

    /// The order of day and month, and whether it is to be asked.
    pub(super) const fn order(&self) -> (Option<DateOrder>, bool) {
        match (self.day_first, self.month_first) {
            (true, false) => (Some(DateOrder::DayFirst), false),
            (false, true) => (Some(DateOrder::MonthFirst), false),
            _ => (None, self.either),
        }
    }

    /// From which day numbers of days count, unless a person says otherwise; none without such numbers.
    pub(super) fn serial(&self) -> Option<DateSystem> {
        self.serial.then_some(DateSystem::From1900)
    }

    /// Whether some can be read with either number as the month.
    pub(super) const fn either(&self) -> bool {
        self.either
    }

    /// Whether some say no zone.
    pub(super) const fn local(&self) -> bool {
        self.local
    }
}

/// Whether `text` stands for nothing, as some systems write it.
pub(super) fn is_nothing(text: &str) -> bool {
    // Most cells begin otherwise.
    if let [b'1'..=b'9', ..] = text.as_bytes() {
        return false;
    }
    matches!(
        text,
        "" | "-"
            | "--"
            | "—"
            | "?"
            | "null"
            | "NULL"
            | "None"
            | "none"
            | "UNKNOWN"
            | "N/A"
            | "n/a"
            | "0000-00-00"
            | "0000-00-00 00:00:00"
            | "无"
    )
}

/// When `text`, a value of a column of `times`, is; with `zone` where nothing says one.
pub(super) fn instant(
    text: &str,
    times: Times,
    zone: Option<Zone>,
    now: Instant,
) -> Result<(Instant, Option<Caution>), Reason> {
    let Some(stamp) = stamp::parse(text) else {
        return otherwise(text, times, zone, now);
    };
    let (date, time, offset) = match stamp {
        Stamp::Epoch(seconds) => return Ok((epoch(seconds)?, None)),
        Stamp::Wall { date, time, offset } => (date, time, offset),
    };
    let date = match (date, times.order) {
        (Date::Known(date) | Date::Told(_, date), _) => date,
        (Date::Either(day, month, year), _) if day == month => {
            NaiveDate::from_ymd_opt(year, month, day)
        }
        (Date::Either(day, month, year), Some(DateOrder::DayFirst)) => {
            NaiveDate::from_ymd_opt(year, month, day)
        }
        (Date::Either(month, day, year), Some(DateOrder::MonthFirst)) => {
            NaiveDate::from_ymd_opt(year, month, day)
        }
        (Date::Serial(number), _) => {
            stamp::serial(number, times.serial.unwrap_or(DateSystem::From1900))
        }
        (Date::Either(..), _) => return Err(Reason::DayOrMonth),
    };
    let date = date.ok_or(Reason::NoSuchTime)?;
    let second = time.ok_or(Reason::TimeMissing)?;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0);
    let local = date.and_time(time.ok_or(Reason::NoSuchTime)?);
    let wall = local.and_utc().timestamp();
    match (offset, times.zoning) {
        (Some(offset), _) => Ok((epoch(wall - offset)?, None)),
        (None, Zoning::HeaderUtc | Zoning::SystemUtc) => Ok((epoch(wall)?, None)),
        (None, Zoning::Written | Zoning::Needed) => {
            let zone = zone.ok_or(Reason::ZoneNeeded)?;
            match zone.resolve(local).map_err(|_| Reason::OutOfRange)? {
                LocalTime::Once(at) => Ok((at, None)),
                LocalTime::Twice { first, .. } => Ok((first, Some(Caution::ClockTwice))),
                LocalTime::Never { next } => Ok((next, Some(Caution::ClockSkipped))),
            }
        }
    }
}

/// Whether `text`, in a form of its own, is a time that says no zone.
fn is_local(text: &str) -> bool {
    let Ok(zone) = "Etc/UTC".parse() else {
        return false;
    };
    let context = Context {
        now: Instant::MAX,
        zone,
        date_order: None,
        date_system: DateSystem::From1900,
    };
    match moment::read(text, &context) {
        Ok(moment) => !moment.written.names_zone(),
        Err(Unclear::Which(_) | Unclear::WhichDay(_)) => true,
        Err(_) => false,
    }
}

fn epoch(seconds: i64) -> Result<Instant, Reason> {
    Instant::from_epoch(seconds).map_err(|_| Reason::OutOfRange)
}

/// A time in another form, which must say its whole date.
fn otherwise(
    text: &str,
    times: Times,
    zone: Option<Zone>,
    now: Instant,
) -> Result<(Instant, Option<Caution>), Reason> {
    let utc = || "Etc/UTC".parse().ok();
    let known = match times.zoning {
        Zoning::HeaderUtc | Zoning::SystemUtc => utc(),
        Zoning::Written | Zoning::Needed => zone,
    };
    let Some(assumed) = known.or_else(utc) else {
        return Err(Reason::ZoneNeeded);
    };
    let context = Context {
        now,
        zone: assumed,
        date_order: times.order,
        date_system: times.serial.unwrap_or(DateSystem::From1900),
    };
    let (moment, caution) = match moment::read(text, &context) {
        Ok(moment) => (moment, None),
        Err(Unclear::Which(choices)) => clock_change(&choices)?,
        Err(unclear) => return Err(reason(&unclear)),
    };
    match moment.written {
        // `2 hours ago` was said at a time that the file does not tell.
        Written::Absolute => Err(Reason::NotATime),
        _ if moment.filled_in => Err(Reason::YearMissing),
        Written::Nowhere | Written::Serial(_) if known.is_none() => Err(Reason::ZoneNeeded),
        _ => Ok((moment.at, caution)),
    }
}

/// A time that the clock shows twice or never, taken as in the fast form.
fn clock_change(choices: &[Choice]) -> Result<(Moment, Option<Caution>), Reason> {
    let taken = choices.iter().find_map(|choice| match choice.meaning {
        Meaning::Earlier => Some((choice.moment, Some(Caution::ClockTwice))),
        Meaning::AfterGap => Some((choice.moment, Some(Caution::ClockSkipped))),
        _ => None,
    });
    let by_date = |choice: &Choice| matches!(choice.meaning, Meaning::Date(..));
    taken.ok_or(match choices.iter().any(by_date) {
        true => Reason::DayOrMonth,
        false => Reason::NotATime,
    })
}

fn reason(unclear: &Unclear) -> Reason {
    match unclear {
        Unclear::TimeMissing { .. } => Reason::TimeMissing,
        Unclear::WhichDay(_) => Reason::DayOrMonth,
        Unclear::NoSuchTime => Reason::NoSuchTime,
        Unclear::OutOfRange => Reason::OutOfRange,
        _ => Reason::NotATime,
    }
}
