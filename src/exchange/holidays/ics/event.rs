//! An event of a calendar file, and the days it stands for.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::property::Property;
use super::rule::Rule;
use super::when::{self, When};
use crate::engine::{Bilingual, DayHours, TypedHours};
use crate::exchange::holidays::day::{HolidayKind, HolidayWhy, Place};
use crate::exchange::holidays::fault::{BadReason, HolidayCaution, HolidayFault};
use crate::exchange::holidays::gather::{Gather, Said};
use crate::exchange::holidays::words::{self, Says};
use crate::exchange::holidays::{LONGEST, name};

/// The most dates that one event may leave out or add.
const MOST_DATES: usize = 1_000;

#[derive(Debug)]
pub(super) struct Event {
    pub(super) place: Place,
    pub(super) uid: String,
    pub(super) summary: String,
    /// Its English name, where the planner wrote it.
    english: Option<String>,
    start: Option<When>,
    end: Option<When>,
    length: Option<i64>,
    rule: Option<String>,
    without: Vec<NaiveDate>,
    also: Vec<NaiveDate>,
    /// The date of the repetition that it replaces.
    pub(super) replaces: Option<NaiveDate>,
    special: Option<Says>,
    cancelled: bool,
}

impl Event {
    pub(super) const fn new(place: Place) -> Self {
        Self {
            place,
            uid: String::new(),
            summary: String::new(),
            english: None,
            start: None,
            end: None,
            length: None,
            rule: None,
            without: Vec::new(),
            also: Vec::new(),
            replaces: None,
            special: None,
            cancelled: false,
        }
    }

    pub(super) fn take(&mut self, property: &Property<'_>, gather: &mut Gather) {
        let value = property.value.trim();
        match property.name.as_str() {
            "UID" => value.clone_into(&mut self.uid),
            "SUMMARY" => self.summary = property.text(),
            "X-SLA-PLANNER-NAME-EN" => self.english = Some(property.text()),
            "DTSTART" => self.start = self.when(property, value, gather),
            "DTEND" => self.end = self.when(property, value, gather),
            "DURATION" => self.length = when::length(value),
            "RRULE" => self.rule = Some(value.to_owned()),
            "RECURRENCE-ID" => {
                self.replaces = self.when(property, value, gather).map(When::date);
            }
            "EXDATE" | "RDATE" => {
                for value in value.split(',') {
                    let date = self.when(property, value, gather).map(When::date);
                    let list = match property.name.as_str() {
                        "RDATE" => &mut self.also,
                        _ => &mut self.without,
                    };
                    if list.len() < MOST_DATES {
                        list.extend(date);
                    }
                }
            }
            "STATUS" => self.cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            "X-APPLE-SPECIAL-DAY" => {
                self.special = match value.to_ascii_uppercase().as_str() {
                    "WORK-HOLIDAY" => Some(Says::Off),
                    "ALTERNATE-WORKDAY" => Some(Says::Working),
                    _ => None,
                };
            }
            "X-SLA-PLANNER-DAY" if value == "HALF" => self.special = Some(Says::Half),
            _ => {}
        }
    }

    fn when(&self, property: &Property<'_>, value: &str, gather: &mut Gather) -> Option<When> {
        match When::read(property, value, gather.options().zone) {
            Some((when, known)) => {
                if !known {
                    gather.caution(HolidayCaution::UnknownZone);
                }
                Some(when)
            }
            None => {
                gather.bad(self.place, value, BadReason::NotADate);
                None
            }
        }
    }

    /// Adds its days. `is_replaced` tells which repetitions another event stands for.
    pub(super) fn days(
        &self,
        is_apples: bool,
        is_replaced: &dyn Fn(NaiveDate) -> bool,
        gather: &mut Gather,
    ) -> Result<(), HolidayFault> {
        if self.cancelled {
            gather.caution(HolidayCaution::Cancelled);
            return Ok(());
        }
        let Some(start) = self.start else {
            gather.bad(self.place, &self.summary, BadReason::NoDate);
            return Ok(());
        };
        let (from, until) = self.stretch(start, gather);
        let days = (until - from).num_days();
        if days > LONGEST {
            gather.bad(self.place, &self.summary, BadReason::TooLong { days });
            return Ok(());
        }
        let mut without = self.without.clone();
        without.sort_unstable();
        for first in self.dates(start.date(), gather)? {
            gather.spend(1)?;
            if without.binary_search(&first).is_ok() || is_replaced(first) {
                continue;
            }
            let moved = first - start.date();
            let (Some(from), Some(until)) = (
                from.checked_add_signed(moved),
                until.checked_add_signed(moved),
            ) else {
                continue;
            };
            self.occurrence(is_apples, (from, until), gather)?;
        }
        Ok(())
    }

    /// From when until when it is, by the clock of the calendar's zone.
    fn stretch(&self, start: When, gather: &mut Gather) -> (NaiveDateTime, NaiveDateTime) {
        let midnight = |date: NaiveDate| date.and_time(NaiveTime::MIN);
        let (from, least) = match start {
            When::Date(date) => (midnight(date), TimeDelta::days(1)),
            When::Time(time) => (time, TimeDelta::zero()),
        };
        let end = match (self.end, self.length) {
            (Some(When::Date(date)), _) => Some(midnight(date)),
            (Some(When::Time(time)), _) => Some(time),
            (None, Some(seconds)) => {
                from.checked_add_signed(TimeDelta::try_seconds(seconds).unwrap_or_default())
            }
            (None, None) => None,
        };
        let earliest = from.checked_add_signed(least).unwrap_or(from);
        let until = end.unwrap_or(earliest);
        if until < from {
            gather.bad(self.place, &self.summary, BadReason::EndsBefore);
        }
        (from, until.max(earliest))
    }

    fn dates(&self, start: NaiveDate, gather: &mut Gather) -> Result<Vec<NaiveDate>, HolidayFault> {
        let mut dates = match self.rule.as_deref().map(Rule::read) {
            None => vec![start],
            Some(None) => {
                let rule = self.rule.as_deref().unwrap_or_default();
                gather.bad(self.place, rule, BadReason::Repeats);
                vec![start]
            }
            Some(Some(rule)) => {
                if rule.is_endless() {
                    gather.caution(HolidayCaution::Endless);
                }
                rule.dates(start, gather)?
            }
        };
        dates.extend(&self.also);
        dates.sort_unstable();
        dates.dedup();
        Ok(dates)
    }

    fn occurrence(
        &self,
        is_apples: bool,
        (from, until): (NaiveDateTime, NaiveDateTime),
        gather: &mut Gather,
    ) -> Result<(), HolidayFault> {
        let is_midnight = |time: NaiveDateTime| time.time() == NaiveTime::MIN;
        let whole_days = is_midnight(from) && is_midnight(until) && from < until;
        let (says, why) = self.says(is_apples, whole_days, gather);
        let name = self.name();
        let said = |kind| Said {
            kind,
            name: name.clone(),
            why,
            place: self.place,
        };
        let timed = match says {
            Some(Says::Working) if !whole_days || self.is_timed() => HolidayKind::Working,
            Some(Says::Half) if !whole_days || self.is_timed() => HolidayKind::Half,
            _ => {
                let kind = match says {
                    Some(Says::Off) => HolidayKind::Off,
                    Some(Says::Working) => HolidayKind::Working(None),
                    Some(Says::Half) => HolidayKind::Half(None),
                    None => HolidayKind::Ignored,
                };
                let end = match is_midnight(until) && from.date() < until.date() {
                    true => until.date(),
                    false => until.date() + Days::new(1),
                };
                return gather.span(from.date(), end, &said(kind));
            }
        };
        for date in from
            .date()
            .iter_days()
            .take_while(|date| *date <= until.date())
        {
            let open = if date == from.date() {
                from.num_seconds_from_midnight()
            } else {
                0
            };
            let close = if date == until.date() {
                until.num_seconds_from_midnight()
            } else {
                86_400
            };
            // What ends at midnight takes nothing of the next date.
            if close == 0 && date != from.date() {
                continue;
            }
            let hours = (open < close)
                .then(|| TypedHours::new(open, close).ok())
                .flatten();
            let hours = hours.map(|hours| DayHours::new([hours.split().0]));
            gather.day(date, &said(timed(hours)))?;
        }
        Ok(())
    }

    /// Whether it has times rather than dates.
    const fn is_timed(&self) -> bool {
        matches!(self.start, Some(When::Time(_)))
    }

    /// What it says of its days, and why; nothing where they are not taken.
    fn says(
        &self,
        is_apples: bool,
        whole_days: bool,
        gather: &mut Gather,
    ) -> (Option<Says>, HolidayWhy) {
        if let Some(says) = self.special {
            return (Some(says), HolidayWhy::Marked);
        }
        if let Some((says, word)) = words::said(&self.summary) {
            return (Some(says), HolidayWhy::Word(word));
        }
        if !whole_days {
            gather.caution(HolidayCaution::PartOfDay);
            return (None, HolidayWhy::PartOfDay);
        }
        if is_apples {
            gather.caution(HolidayCaution::Festivals);
            return (None, HolidayWhy::Festival);
        }
        (Some(Says::Off), HolidayWhy::AllDay)
    }

    fn name(&self) -> Bilingual {
        match &self.english {
            Some(english) => name::both(&self.summary, english),
            None => name::one(&words::bare(&self.summary)),
        }
    }
}
