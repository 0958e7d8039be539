//! Data sets of China's holidays: holiday-cn, holiday-calendar, chinese-days.

use serde_json::{Map, Value};

use super::entry;
use crate::engine::Bilingual;
use crate::exchange::holidays::day::{HolidayKind, HolidayWhy, Place};
use crate::exchange::holidays::fault::{BadReason, HolidayFault};
use crate::exchange::holidays::gather::{Gather, Said};
use crate::exchange::holidays::import::HolidayFormat;
use crate::exchange::holidays::{name, words};
use words::Says;

/// The days of a year.
pub(super) fn year(
    year: Option<i64>,
    days: &[Value],
    gather: &mut Gather,
) -> Result<(), HolidayFault> {
    if let Some(year) = year.and_then(|year| i32::try_from(year).ok()) {
        if days.is_empty() {
            gather.nothing_in(year);
        } else {
            gather.cover(year);
        }
    }
    entry::list(days, gather)?;
    Ok(())
}

/// `{"holidays": {DATE: NAMES}, "workdays": …, "inLieuDays": …}`, where names are `New Year's Day,元旦,1`. Days in
/// lieu are among the holidays.
pub(super) fn maps(whole: &Map<String, Value>, gather: &mut Gather) -> Result<(), HolidayFault> {
    let mut number = 0;
    for (key, kind) in [
        ("holidays", HolidayKind::Off),
        ("inLieuDays", HolidayKind::Off),
        ("workdays", HolidayKind::Working(None)),
    ] {
        let days = whole.get(key).and_then(Value::as_object);
        for (date, names) in days.into_iter().flatten() {
            number += 1;
            let said = Said {
                kind: kind.clone(),
                name: names_of(names.as_str().unwrap_or_default()),
                why: HolidayWhy::DataSet,
                place: Place::Entry(number),
            };
            put(date, &said, gather)?;
        }
    }
    Ok(())
}

/// `{DATE: NAME}`, or `{DATE: {…}}`.
pub(super) fn dates(
    whole: &Map<String, Value>,
    gather: &mut Gather,
) -> Result<HolidayFormat, HolidayFault> {
    let is_date = |key: &String| entry::date(key).is_some();
    if !whole.keys().any(is_date) {
        return Err(HolidayFault::UnknownJson);
    }
    for (number, (date, value)) in (1..).zip(whole) {
        let place = Place::Entry(number);
        if let Value::Object(day) = value {
            gather.spend(1)?;
            entry::day(day, Some(date), place, gather)?;
            continue;
        }
        let name = names_of(value.as_str().unwrap_or_default());
        let (kind, why) = match words::said(&name.zh) {
            Some((says, word)) => (entry::kind(Some(says)), HolidayWhy::Word(word)),
            None => (HolidayKind::Off, HolidayWhy::Listed),
        };
        put(
            date,
            &Said {
                kind,
                name,
                why,
                place,
            },
            gather,
        )?;
    }
    Ok(HolidayFormat::Json)
}

fn put(date: &str, said: &Said, gather: &mut Gather) -> Result<(), HolidayFault> {
    gather.spend(1)?;
    match entry::date(date) {
        Some(date) => gather.day(date, said),
        None => {
            gather.bad(said.place, date, BadReason::NotADate);
            Ok(())
        }
    }
}

/// `New Year's Day,元旦,1`, or one name.
fn names_of(names: &str) -> Bilingual {
    let mut parts = names.split(',');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(en), Some(zh), None | Some(_)) if name::is_chinese(zh) && !name::is_chinese(en) => {
            name::both(zh, en)
        }
        _ => name::one(&words::bare(names)),
    }
}

/// What a flag of a day off says.
pub(super) const fn off(is_off: bool) -> Says {
    if is_off { Says::Off } else { Says::Working }
}
