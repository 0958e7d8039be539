//! Holidays of the JSON of common data sets, each known by its shape.

mod china;
mod entry;
mod kingdom;

use serde_json::{Map, Value};

use super::fault::HolidayFault;
use super::gather::Gather;
use super::import::HolidayFormat;
use crate::engine::Node;

/// Whether `text` is JSON rather than dates in brackets.
pub(super) fn is_json(text: &str) -> bool {
    let mut marks = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    match marks.next() {
        Some(b'{') => true,
        Some(b'[') => matches!(marks.next(), Some(b'"' | b'{' | b'[' | b']')),
        _ => false,
    }
}

/// Reads JSON.
pub(super) fn read(text: &str, gather: &mut Gather) -> Result<HolidayFormat, HolidayFault> {
    let tree = Node::parse(text).map_err(|misread| {
        let (line, column) = misread.path.split_once(':').unwrap_or_default();
        HolidayFault::BrokenJson {
            line: line.parse().unwrap_or(1),
            column: column.parse().unwrap_or(1),
        }
    })?;
    match &tree {
        Value::Array(list) => of_list(list, gather),
        Value::Object(whole) => of_object(whole, gather),
        _ => Err(HolidayFault::UnknownJson),
    }
}

fn of_list(list: &[Value], gather: &mut Gather) -> Result<HolidayFormat, HolidayFault> {
    // Whole years, one after another.
    if let Some(Value::Object(first)) = list.first()
        && (first.get("days").or(first.get("dates"))).is_some_and(Value::is_array)
    {
        let mut format = HolidayFormat::Json;
        for year in list.iter().filter_map(Value::as_object) {
            format = of_object(year, gather)?;
        }
        return Ok(format);
    }
    entry::list(list, gather)
}

fn of_object(
    whole: &Map<String, Value>,
    gather: &mut Gather,
) -> Result<HolidayFormat, HolidayFault> {
    let list = |key: &str| whole.get(key).and_then(Value::as_array);
    let map = |key: &str| whole.get(key).and_then(Value::as_object);
    if let Some(days) = list("days") {
        let year = whole.get("year").and_then(Value::as_i64);
        china::year(year, days, gather)?;
        return Ok(HolidayFormat::HolidayCn);
    }
    if let Some(days) = list("dates") {
        china::year(whole.get("year").and_then(Value::as_i64), days, gather)?;
        return Ok(HolidayFormat::HolidayCalendar);
    }
    if map("holidays").is_some() || map("workdays").is_some() {
        china::maps(whole, gather)?;
        return Ok(HolidayFormat::ChineseDays);
    }
    if let Some(calendars) = list("vcalendar") {
        kingdom::hong_kong(calendars, gather)?;
        return Ok(HolidayFormat::HongKong);
    }
    if whole.values().any(|value| value.get("events").is_some()) {
        kingdom::divisions(whole, gather)?;
        return Ok(HolidayFormat::GovUk);
    }
    if let Some(days) = map("holiday") {
        let days: Vec<Value> = days.values().cloned().collect();
        return entry::list(&days, gather);
    }
    for key in ["holidays", "data", "items", "events", "result"] {
        if let Some(days) = list(key) {
            return entry::list(days, gather);
        }
    }
    china::dates(whole, gather)
}
