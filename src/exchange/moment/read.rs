//! Reading a time.

use super::clock::Clock;
use super::fold::fold;
use super::numerals::to_digits;
use super::serial::number;
use super::zone::{self, Mention, Named};
use super::{
    Choice, Context, LONGEST, Meaning, Moment, Unclear, Written, relative, resolve, vague,
};
use crate::engine::Zone;

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
        Err(Unclear::Which(mut choices)) => {
            let first = choices
                .first()
                .and_then(|choice| conflict(choice.moment.at));
            choices.retain(|choice| conflict(choice.moment.at).is_none());
            match (choices.as_slice(), first) {
                ([], Some(found)) => fails(found),
                ([one], _) => Ok(one.moment),
                _ => Err(Unclear::Which(choices)),
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
