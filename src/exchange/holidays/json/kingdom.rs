//! What governments publish: GOV.UK by divisions of the kingdom, Hong Kong's 1823 as a calendar in JSON.

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value};

use super::entry;
use crate::exchange::holidays::day::{HolidayKind, HolidayWhy, Place};
use crate::exchange::holidays::fault::{BadReason, HolidayFault};
use crate::exchange::holidays::gather::{Gather, Said};
use crate::exchange::holidays::name;

/// `{"scotland": {"division": …, "events": […]}, …}`.
pub(super) fn divisions(
    whole: &Map<String, Value>,
    gather: &mut Gather,
) -> Result<(), HolidayFault> {
    let divisions: Vec<(&String, &Vec<Value>)> = whole
        .iter()
        .filter_map(|(name, division)| Some((name, division.get("events")?.as_array()?)))
        .collect();
    let wanted = gather.options().division.clone();
    let found = match (wanted, divisions.as_slice()) {
        (None, [(_, only)]) => Some(*only),
        (wanted, divisions) => divisions
            .iter()
            .find(|(name, _)| wanted.as_ref() == Some(*name))
            .map(|(_, events)| *events),
    };
    let Some(events) = found else {
        let names = divisions.iter().map(|(name, _)| (*name).clone());
        return Err(HolidayFault::WhichDivision {
            divisions: names.take(100).collect(),
        });
    };
    entry::list(events, gather)?;
    Ok(())
}

/// `{"vcalendar": [{"vevent": [{"dtstart": ["20260101", {"value": "DATE"}], …}]}]}`.
pub(super) fn hong_kong(calendars: &[Value], gather: &mut Gather) -> Result<(), HolidayFault> {
    let events = calendars
        .iter()
        .filter_map(|calendar| calendar.get("vevent")?.as_array())
        .flatten();
    for (number, event) in (1..).zip(events) {
        gather.spend(1)?;
        let place = Place::Entry(number);
        let summary = event.get("summary").and_then(Value::as_str);
        let summary = summary.unwrap_or_default();
        let Some(from) = date(event, "dtstart") else {
            gather.bad(place, summary, BadReason::NoDate);
            continue;
        };
        let until = date(event, "dtend").filter(|until| *until > from);
        let said = Said {
            kind: HolidayKind::Off,
            name: name::one(summary),
            why: HolidayWhy::AllDay,
            place,
        };
        gather.span(from, until.unwrap_or(from + Days::new(1)), &said)?;
    }
    Ok(())
}

/// A date that stands alone or first in a list.
fn date(event: &Value, key: &str) -> Option<NaiveDate> {
    let value = event.get(key)?;
    entry::date(value.as_str().or_else(|| value.get(0)?.as_str())?)
}
