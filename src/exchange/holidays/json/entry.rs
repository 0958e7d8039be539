//! An entry of a list: a date, or an object with one.

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value};

use super::china;
use crate::engine::{Bilingual, DayHours, TypedHours};
use crate::exchange::holidays::day::{HolidayKind, HolidayWhy, Place};
use crate::exchange::holidays::fault::{BadReason, HolidayCaution, HolidayFault};
use crate::exchange::holidays::gather::{Gather, Said};
use crate::exchange::holidays::import::HolidayFormat;
use crate::exchange::holidays::{name, words};
use words::Says;

type Object = Map<String, Value>;

/// Reads a list of dates, or of objects with a date.
pub(super) fn list(list: &[Value], gather: &mut Gather) -> Result<HolidayFormat, HolidayFault> {
    let mut format = HolidayFormat::Json;
    for (number, value) in (1..).zip(list) {
        gather.spend(1)?;
        let place = Place::Entry(number);
        match value {
            Value::String(text) => {
                let said = Said {
                    kind: HolidayKind::Off,
                    name: Bilingual::default(),
                    why: HolidayWhy::Listed,
                    place,
                };
                match date(text) {
                    Some(date) => gather.day(date, &said)?,
                    None => gather.bad(place, text, BadReason::NotADate),
                }
            }
            Value::Object(entry) => {
                if number == 1 {
                    format = known(entry);
                }
                day(entry, None, place, gather)?;
            }
            _ => gather.bad(place, "", BadReason::NoDate),
        }
    }
    Ok(format)
}

fn known(entry: &Object) -> HolidayFormat {
    let has = |key: &str| entry.contains_key(key);
    if has("localName") && has("global") {
        HolidayFormat::Nager
    } else if has("rule") || has("start") && has("type") {
        HolidayFormat::DateHolidays
    } else {
        HolidayFormat::Json
    }
}

/// `2026-02-14`, `20260214`, and either with a time behind it.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let (year, rest) = text.split_at_checked(4)?;
    let dashed = rest.starts_with(['-', '/']);
    let (month, day, end) = if dashed {
        (rest.get(1..3)?, rest.get(4..6)?, rest.get(6..)?)
    } else {
        (rest.get(..2)?, rest.get(2..4)?, rest.get(4..)?)
    };
    if !end.is_empty() && !end.starts_with(['T', ' ']) {
        return None;
    }
    let number = |text: &str| {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok())?
    };
    let year = i32::try_from(number(year)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

fn text<'a>(entry: &'a Object, keys: &[&str]) -> Option<&'a str> {
    let mut texts = keys.iter().filter_map(|key| entry.get(*key)?.as_str());
    texts.find(|text| !text.trim().is_empty())
}

/// Adds the day of an object; `key` is its date where it stands before it.
pub(super) fn day(
    entry: &Object,
    key: Option<&str>,
    place: Place,
    gather: &mut Gather,
) -> Result<(), HolidayFault> {
    let Some(written) = text(entry, &["date", "day", "startDate", "start"]).or(key) else {
        gather.bad(
            place,
            text(entry, &["name", "title"]).unwrap_or_default(),
            BadReason::NoDate,
        );
        return Ok(());
    };
    let Some(from) = date(written) else {
        gather.bad(place, written, BadReason::NotADate);
        return Ok(());
    };
    let (says, why) = says(entry, place, gather);
    let mut kind = kind(says);
    if let (HolidayKind::Working(hours) | HolidayKind::Half(hours), Some(list)) =
        (&mut kind, entry.get("hours").and_then(Value::as_array))
    {
        *hours = read_hours(list);
        if hours.is_none() {
            gather.bad(place, written, BadReason::Hours);
        }
    }
    let said = Said {
        kind,
        name: names(entry),
        why,
        place,
    };
    gather.span(from, until(entry, from), &said)
}

/// The first date after it. Only date-holidays has days of more than one date; their ends are instants, so what
/// they last is counted.
fn until(entry: &Object, from: NaiveDate) -> NaiveDate {
    let instant = |key: &str| -> Option<i64> {
        let at: crate::engine::Instant = entry.get(key)?.as_str()?.parse().ok()?;
        Some(at.epoch())
    };
    let seconds = instant("end").zip(instant("start"));
    let lasting = seconds.map(|(end, start)| (end - start + 43_200) / 86_400);
    let through = text(entry, &["endDate"]).and_then(date);
    let listed = through.map(|through| (through - from).num_days() + 1);
    let days = listed.or(lasting).unwrap_or(1).clamp(1, 100_000);
    from + Days::new(days.unsigned_abs())
}

fn names(entry: &Object) -> Bilingual {
    let zh = text(entry, &["name_zh", "name_cn", "nameZh", "zh"]);
    let en = text(entry, &["name_en", "nameEn", "en"]);
    let plain = text(entry, &["localName", "name", "title", "summary", "holiday"]);
    match (zh, en, plain) {
        (Some(zh), Some(en), _) => name::both(zh, en),
        // Both at once is how the planner writes, whatever the language of the name.
        (None, Some(en), Some(zh)) => name::both(zh, en),
        (Some(zh), None, _) => name::one(zh),
        (None, Some(en), None) => name::one(en),
        (None, None, Some(local)) => {
            let english = text(entry, &["name"]).unwrap_or_default();
            match name::is_chinese(local) && !name::is_chinese(english) {
                true => name::both(local, english),
                // A name in another language says less to a reader than the English one.
                false if entry.contains_key("localName") => name::one(english),
                false => name::one(&words::bare(local)),
            }
        }
        (None, None, None) => Bilingual::default(),
    }
}

/// What an entry says of its day, and why; nothing where it is not taken.
fn says(entry: &Object, place: Place, gather: &mut Gather) -> (Option<Says>, HolidayWhy) {
    let flag = |key: &str| entry.get(key).and_then(Value::as_bool);
    if flag("half") == Some(true) {
        return (Some(Says::Half), HolidayWhy::DataSet);
    }
    let off = ["isOffDay", "holiday", "isHoliday", "offDay"].iter();
    if let Some(is_off) = off.filter_map(|key| flag(key)).next() {
        return (Some(china::off(is_off)), HolidayWhy::DataSet);
    }
    if flag("global") == Some(false) {
        gather.caution(HolidayCaution::Regional);
        return (None, HolidayWhy::Regional);
    }
    if let Some(types) = entry.get("types").and_then(Value::as_array) {
        let public = |kind: &Value| {
            let kind = kind.as_str().unwrap_or_default();
            matches!(words::kind(kind), Some(Some(_)))
        };
        if types.iter().any(public) {
            return (Some(Says::Off), HolidayWhy::DataSet);
        }
        gather.caution(HolidayCaution::Observances);
        return (None, HolidayWhy::Observance);
    }
    if let Some(written) = text(entry, &["type", "kind"]) {
        return match words::kind(written) {
            Some(Some(says)) => (Some(says), HolidayWhy::DataSet),
            Some(None) => {
                gather.caution(HolidayCaution::Observances);
                (None, HolidayWhy::Observance)
            }
            None => {
                gather.bad(place, written, BadReason::UnknownKind);
                (None, HolidayWhy::ColumnUnknown)
            }
        };
    }
    let name = text(entry, &["name", "title", "summary"]).unwrap_or_default();
    match words::said(name) {
        Some((says, word)) => (Some(says), HolidayWhy::Word(word)),
        None => (Some(Says::Off), HolidayWhy::Listed),
    }
}

/// The kind of day that `says` says.
pub(super) const fn kind(says: Option<Says>) -> HolidayKind {
    match says {
        Some(Says::Off) => HolidayKind::Off,
        Some(Says::Working) => HolidayKind::Working(None),
        Some(Says::Half) => HolidayKind::Half(None),
        None => HolidayKind::Ignored,
    }
}

fn read_hours(list: &[Value]) -> Option<DayHours> {
    let typed: Option<Vec<TypedHours>> = list
        .iter()
        .map(|hours| hours.as_str()?.parse().ok())
        .collect();
    DayHours::typed(typed?)
        .ok()
        .filter(|hours| !hours.is_closed())
}
