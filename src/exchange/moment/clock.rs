//! A wall-clock time of one zone.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

use super::numeric::{Numbers, Readings};
use super::parts::Parts;
use super::{Choice, Context, DateOrder, Local, Meaning, Moment, Unclear, Written, date, resolve};

/// A date and a time of day by the clock of one zone.
pub(super) struct Clock<'a> {
    text: &'a str,
    year: Option<i32>,
    written: Written,
    context: &'a Context,
    /// What that clock shows now.
    now: NaiveDateTime,
}

impl<'a> Clock<'a> {
    pub(super) fn new(
        text: &'a str,
        year: Option<i32>,
        written: Written,
        context: &'a Context,
    ) -> Self {
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

    pub(super) fn moment(&self) -> Result<Moment, Unclear> {
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

    fn readings(&self, readings: Readings, second: u32) -> Vec<(DateOrder, (NaiveDateTime, bool))> {
        let dated = |(order, numbers): (DateOrder, Numbers)| {
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
