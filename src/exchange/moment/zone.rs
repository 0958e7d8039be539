//! The zones written with a time.

use super::Written;
use super::cities::{City, cities};
use crate::engine::{Instant, Zone};

/// The zone a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// One.
    One(Written),
    /// An abbreviation that stands for several.
    Several(Vec<Zone>),
    /// A place, and nothing that says it is its time: `17:50 新加坡`.
    Place(Zone),
}

impl Named {
    /// Whether a clock there is `offset` seconds ahead of UTC at `at`.
    fn admits(&self, at: Instant, offset: i64) -> bool {
        match self {
            Self::One(written) => written.offset(at).is_none_or(|there| there == offset),
            Self::Several(zones) => zones.iter().any(|zone| zone.offset(at) == offset),
            Self::Place(zone) => zone.offset(at) == offset,
        }
    }
}

/// A zone and how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention<'a> {
    pub(super) named: Named,
    pub(super) text: &'a str,
}

/// Splits the zones off the end and the front of folded text.
pub(super) fn split(text: &str) -> (&str, Vec<Mention<'_>>) {
    let mut mentions = Vec::new();
    let mut body = text.trim();
    // An offset, a name in brackets and a place: nobody writes more.
    for _ in 0..3 {
        let Some((rest, mention)) = last(body).or_else(|| first(body)) else {
            break;
        };
        body = rest;
        mentions.extend(mention);
    }
    (body, mentions)
}

/// The mention that decides: an offset before a zone, a zone before an abbreviation of several.
pub(super) fn strongest<'a, 'b>(mentions: &'a [Mention<'b>]) -> Option<&'a Mention<'b>> {
    mentions.iter().min_by_key(|mention| match mention.named {
        Named::One(Written::Offset(_)) => 0,
        Named::One(_) => 1,
        Named::Several(_) => 2,
        Named::Place(_) => 3,
    })
}

/// Two mentions that cannot both hold at `at`, when the clock there is `offset` seconds ahead of UTC.
pub(super) fn conflict(
    mentions: &[Mention<'_>],
    at: Instant,
    offset: i64,
) -> Option<(String, String)> {
    let admits = |mention: &&Mention<'_>| mention.named.admits(at, offset);
    let wrong = mentions.iter().find(|mention| !admits(mention))?;
    let right = mentions.iter().find(admits)?;
    Some((right.text.to_owned(), wrong.text.to_owned()))
}

type Found<'a> = (&'a str, Option<Mention<'a>>);

/// The zone at the end. The name in brackets behind an offset is a comment when it is not known.
fn last(text: &str) -> Option<Found<'_>> {
    for (open, close) in [('(', ')'), ('[', ']')] {
        let Some((body, inside)) = text
            .strip_suffix(close)
            .and_then(|text| text.rsplit_once(open))
        else {
            continue;
        };
        let body = body.trim_end();
        return match end(inside) {
            Some(("", named)) => {
                let text = inside;
                Some((body, Some(Mention { named, text })))
            }
            // JavaScript writes the zone's name behind the offset in the language of its system.
            _ if numeric(body).is_some()
                && (inside.ends_with("时间") || inside.ends_with("time")) =>
            {
                Some((body, None))
            }
            _ => None,
        };
    }
    let (body, named) = end(text)?;
    let text = text.get(body.len()..)?.trim();
    Some((body.trim_end(), Some(Mention { named, text })))
}

fn end(text: &str) -> Option<(&str, Named)> {
    iana(text)
        .or_else(|| numeric(text))
        .or_else(|| place(text))
        .or_else(|| listed(text))
        .or_else(|| bare_place(text))
}

/// The zone in front: `北京时间 17:50`, `UTC 09:50`, `GMT+8 17:50`.
fn first(text: &str) -> Option<Found<'_>> {
    let split_behind = |mark: &str| {
        let position = text.find(mark)?;
        text.split_at_checked(position + mark.len())
    };
    let behind_chinese = || {
        let digit = text.find(|first: char| first.is_ascii_digit())?;
        text.split_at_checked(digit)
            .filter(|(head, _)| !head.is_ascii())
    };
    let (head, body) = split_behind("时间")
        .or_else(|| split_behind(" time "))
        .or_else(behind_chinese)
        .or_else(|| text.split_once(' '))?;
    let head = head.trim_end().trim_end_matches(':');
    match end(head) {
        Some(("", named)) => {
            let body = body.trim_start_matches([' ', ',', ':']);
            Some((body, Some(Mention { named, text: head })))
        }
        _ => None,
    }
}

/// `+08:00`, `-0500`, `UTC+8`, `Z`, `东8区`.
fn numeric(text: &str) -> Option<(&str, Named)> {
    if let Some(body) = text.strip_suffix('z')
        && body.ends_with(|last: char| last.is_ascii_digit() || last == ' ')
    {
        return Some((body, Named::One(Written::Offset(0))));
    }
    if let Some(found) = meridian(text) {
        return Some(found);
    }
    let position = text.rfind(['+', '-'])?;
    let (before, digits) = text.split_at_checked(position)?;
    let east = digits.starts_with('+');
    let seconds = offset_seconds(digits)?;
    let digits = digits.get(1..)?;
    let trimmed = before.trim_end();
    let (body, by_name) = match trimmed
        .strip_suffix("utc")
        .or_else(|| trimmed.strip_suffix("gmt"))
    {
        Some(body) => (body, true),
        None => (trimmed, false),
    };
    let spoken = |last: char| last.is_ascii_digit() || "m半点分".contains(last);
    let accepted = by_name || body.ends_with(spoken) && (east || is_behind_time(before, digits));
    if !accepted {
        return None;
    }
    Some((body, Named::One(Written::Offset(seconds))))
}

/// Seconds east of UTC: `+08:00`, `-0500`, `+8`.
pub(in crate::exchange) fn offset_seconds(text: &str) -> Option<i64> {
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

/// Whether a minus and `digits` behind `before` are an offset. Behind a date it is a dash, and `9:00-10:00`
/// are two times.
fn is_behind_time(before: &str, digits: &str) -> bool {
    let body = before.trim_end();
    let iso = body.rsplit_once('t').filter(|(date, time)| {
        let digit = |character: char| character.is_ascii_digit();
        date.ends_with(digit) && time.starts_with(digit)
    });
    if iso.is_some() {
        return true;
    }
    let colons = body
        .rsplit(' ')
        .find(|word| word.contains(':'))
        .map_or(0, |word| word.matches(':').count());
    let dated = body.contains(|character: char| !character.is_ascii_digit() && character != ':');
    colons > 1 || colons == 1 && (digits.len() == 4 || dated && body.len() < before.len())
}

/// `东8区`, `西5区`, with or without 时间.
fn meridian(text: &str) -> Option<(&str, Named)> {
    let text = text.strip_suffix("时间").unwrap_or(text);
    let text = text.strip_suffix('区')?;
    let body = text.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let hours: i64 = text.get(body.len()..)?.parse().ok()?;
    let (body, sign) = match body.strip_suffix('东') {
        Some(body) => (body, 1),
        None => (body.strip_suffix('西')?, -1),
    };
    (hours <= 12).then_some((body, Named::One(Written::Offset(sign * hours * 3_600))))
}

/// `北京时间`, `New York time`, `@东京`.
fn place(text: &str) -> Option<(&str, Named)> {
    let found = |city: City, body| {
        let zone = city.zone.parse().ok()?;
        Some((body, Named::One(Written::Zone(zone))))
    };
    if let Some((body, name)) = text.rsplit_once('@') {
        let name = name.trim();
        let city = cities().find(|city| city.zh == name || city.en.eq_ignore_ascii_case(name))?;
        return found(city, body);
    }
    let name = text
        .strip_suffix("时间")
        .or_else(|| text.strip_suffix(" time"))?;
    cities().find_map(|city| {
        let body = name.strip_suffix(city.zh).or_else(|| {
            let (body, end) = name.split_at_checked(name.len().checked_sub(city.en.len())?)?;
            end.eq_ignore_ascii_case(city.en).then_some(body)
        })?;
        found(city, body)
    })
}

/// A city or a country as the last word.
fn bare_place(text: &str) -> Option<(&str, Named)> {
    cities().find_map(|city| {
        let (zh, en) = city.country;
        let names = [city.zh, city.en, zh, en];
        let body = names.iter().find_map(|name| {
            let (body, end) = text.split_at_checked(text.len().checked_sub(name.len())?)?;
            let alone = !body.ends_with(|last: char| last.is_ascii_alphabetic());
            (alone && end.eq_ignore_ascii_case(name)).then_some(body)
        })?;
        Some((body, Named::Place(city.zone.parse().ok()?)))
    })
}

/// An abbreviation or a name of `zones.txt`: a word of its own.
fn listed(text: &str) -> Option<(&str, Named)> {
    include_str!("zones.txt").lines().find_map(|line| {
        let (name, zones) = line.split_once('|')?;
        let body = text.strip_suffix(name)?;
        let joined = |last: char| last.is_ascii_alphabetic() || last == '/' || last == '_';
        if name.is_ascii() && body.ends_with(joined) {
            return None;
        }
        let named = match zones.parse::<i64>() {
            Ok(minutes) => Named::One(Written::Offset(minutes * 60)),
            Err(_) => {
                let mut zones = zones.split('|').filter_map(|zone| zone.parse().ok());
                match (zones.next()?, zones.next()) {
                    (zone, None) => Named::One(Written::Zone(zone)),
                    (one, Some(other)) => {
                        Named::Several([one, other].into_iter().chain(zones).collect())
                    }
                }
            }
        };
        Some((body, named))
    })
}

/// A name of the IANA database with its slash.
fn iana(text: &str) -> Option<(&str, Named)> {
    let body = text.trim_end_matches(|character: char| {
        character.is_ascii_alphanumeric() || "/_+-".contains(character)
    });
    let word = text.get(body.len()..)?;
    if !word.contains('/') {
        return None;
    }
    // `17:50Asia/Shanghai`: the name begins at its first letter.
    let name = word.trim_start_matches(|first: char| !first.is_ascii_alphabetic());
    let body = text.get(..text.len() - name.len())?;
    let name = Zone::names().find(|known| known.eq_ignore_ascii_case(name))?;
    let zone = name.parse().ok()?;
    Some((body, Named::One(Written::Zone(zone))))
}

#[cfg(test)]
mod tests {
    use super::{Named, listed, split};

    #[test]
    fn every_listed_name_names_a_zone() {
        for line in include_str!("zones.txt").lines() {
            let (name, zones) = line.split_once('|').expect("a name and its zones");
            let found = listed(name).unwrap_or_else(|| panic!("{line} is not found"));
            assert_eq!(found.0, "", "{line}");
            match found.1 {
                Named::One(_) => assert!(!zones.contains('|'), "{line}"),
                Named::Several(found) => assert_eq!(found.len(), zones.split('|').count()),
                Named::Place(_) => panic!("{line} is a place"),
            }
        }
    }

    #[test]
    fn what_is_left_is_the_time() {
        let left = |text| {
            let (body, mentions) = split(text);
            (body, mentions.len())
        };
        assert_eq!(left("17:50+08:00[asia/shanghai]"), ("17:50", 2));
        assert_eq!(left("17:50 gmt+0800 (china standard time)"), ("17:50", 2));
        assert_eq!(left("17:50 +0100 (hora de paris time)"), ("17:50", 1));
        assert_eq!(left("utc 17:50"), ("17:50", 1));
        assert_eq!(left("17:50 etc/gmt+8"), ("17:50", 1));
        assert_eq!(left("9:00-10:00"), ("9:00-10:00", 0));
    }
}
