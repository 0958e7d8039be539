//! The zone written with a time.

use super::Written;
use super::cities::cities;
use crate::engine::Zone;

/// The zone a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// One.
    One(Written),
    /// An abbreviation that stands for several.
    Several(Vec<Zone>),
}

/// Splits the zone off the end, or a `北京时间` off the front, of folded text.
pub(super) fn split(text: &str) -> (&str, Option<Named>) {
    let text = text.trim();
    if let Some((body, inside)) = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        && let ("", Some(named)) = split(inside)
    {
        return (body.trim_end(), Some(named));
    }
    let found = numeric(text).or_else(|| place(text)).or_else(|| name(text));
    match found {
        Some((body, named)) => (body.trim(), Some(named)),
        None => (text, None),
    }
}

/// `+08:00`, `-0500`, `UTC+8`, `Z`.
fn numeric(text: &str) -> Option<(&str, Named)> {
    if let Some(body) = text.strip_suffix('z')
        && body.ends_with(|last: char| last.is_ascii_digit() || last == ' ')
    {
        return Some((body, Named::One(Written::Offset(0))));
    }
    let position = text.rfind(['+', '-'])?;
    let (before, digits) = text.split_at_checked(position)?;
    let east = digits.starts_with('+');
    let seconds = seconds(digits)?;
    let trimmed = before.trim_end();
    let (body, by_name) = match trimmed
        .strip_suffix("utc")
        .or_else(|| trimmed.strip_suffix("gmt"))
    {
        Some(body) => (body, true),
        None => (trimmed, false),
    };
    // A minus after a date is a dash, not an offset; `t-30` is told from now.
    let last_word = body.rsplit(' ').next().unwrap_or(body);
    let after_time = last_word.contains(':') && body.ends_with(|last: char| last.is_ascii_digit());
    let plus = east && body.ends_with(|last: char| last.is_ascii_digit() || last == '半');
    if !by_name && !after_time && !plus {
        return None;
    }
    Some((body, Named::One(Written::Offset(seconds))))
}

/// Seconds east of UTC: `+08:00`, `-0500`, `+8`.
pub(in crate::exchange) fn seconds(text: &str) -> Option<i64> {
    let east = text.starts_with('+');
    let digits = text.strip_prefix(['+', '-'])?;
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    if !(1..=2).contains(&hours.len()) {
        return None;
    }
    let hours: i64 = hours.parse().ok()?;
    let minutes: i64 = minutes.parse().ok()?;
    let seconds = hours * 3_600 + minutes * 60;
    let known = hours <= 15 && minutes <= 59;
    known.then_some(if east { seconds } else { -seconds })
}

/// `北京时间`, `New York time`, `@东京`, in front or behind.
fn place(text: &str) -> Option<(&str, Named)> {
    cities().find_map(|city| {
        let english = city.en.to_ascii_lowercase();
        let forms = [
            format!("{}时间", city.zh),
            format!("{english} time"),
            format!("@{}", city.zh),
            format!("@{english}"),
        ];
        let body = forms.iter().find_map(|form| {
            text.strip_suffix(form.as_str())
                .or_else(|| text.strip_prefix(form.as_str()))
        })?;
        let zone = city.zone.parse().ok()?;
        Some((
            body.trim_start_matches([',', ':']),
            Named::One(Written::Zone(zone)),
        ))
    })
}

/// Abbreviations that stand for one offset, in hours.
const OFFSETS: &[(&str, i64)] = &[
    ("utc", 0),
    ("gmt", 0),
    ("est", -5),
    ("edt", -4),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
    ("cet", 1),
    ("cest", 2),
    ("eet", 2),
    ("eest", 3),
    ("msk", 3),
    ("hkt", 8),
    ("sgt", 8),
    ("jst", 9),
    ("kst", 9),
    ("aest", 10),
    ("aedt", 11),
    ("nzst", 12),
    ("nzdt", 13),
];

/// Abbreviations that stand for several zones.
const SEVERAL: &[(&str, &[&str])] = &[
    (
        "cst",
        &["Asia/Shanghai", "America/Chicago", "America/Havana"],
    ),
    ("ist", &["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]),
    ("bst", &["Europe/London", "Asia/Dhaka"]),
];

/// An abbreviation or an IANA name behind the time.
fn name(text: &str) -> Option<(&str, Named)> {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, character)| {
            character.is_ascii_alphanumeric() || "/_+-".contains(*character)
        })
        .last()
        .map(|(start, _)| start)?;
    let (body, mut word) = text.split_at_checked(start)?;
    let mut body = body;
    // `17:50CST`: the word begins at its first letter.
    let letters = word.find(|first: char| first.is_ascii_alphabetic())?;
    if letters > 0 {
        let (digits, rest) = word.split_at_checked(letters)?;
        body = text.get(..start + digits.len())?;
        word = rest;
    }
    if let Some(&(_, hours)) = OFFSETS.iter().find(|(name, _)| *name == word) {
        return Some((body, Named::One(Written::Offset(hours * 3_600))));
    }
    if let Some((_, zones)) = SEVERAL.iter().find(|(name, _)| *name == word) {
        let zones = zones.iter().filter_map(|zone| zone.parse().ok()).collect();
        return Some((body, Named::Several(zones)));
    }
    if !word.contains('/') && word != "utc" {
        return None;
    }
    let name = Zone::names().find(|name| name.eq_ignore_ascii_case(word))?;
    let zone = name.parse().ok()?;
    Some((body, Named::One(Written::Zone(zone))))
}
