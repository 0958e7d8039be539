//! Dates with the month by name.

use super::Unclear;
use super::date::{Written, whole, year, yearless};
use super::day_part::DayPart;
use super::scan::Scan;

/// The months in English, in small letters.
pub(in crate::exchange) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Months as French, Spanish, German and Portuguese exports shorten them, where English does not.
const FOREIGN: &[(&str, u32)] = &[
    ("janv", 1),
    ("ene", 1),
    ("févr", 2),
    ("fev", 2),
    ("mars", 3),
    ("mär", 3),
    ("märz", 3),
    ("avr", 4),
    ("abr", 4),
    ("mai", 5),
    ("juin", 6),
    ("juil", 7),
    ("ago", 8),
    ("août", 8),
    ("set", 9),
    ("okt", 10),
    ("out", 10),
    ("déc", 12),
    ("dic", 12),
    ("dez", 12),
];

fn month_name(at: &mut Scan<'_>) -> Option<u32> {
    let word = at.word()?;
    let english = MONTHS.iter().position(|name| {
        (word.len() >= 3 && name.starts_with(word)) || (word == "sept" && *name == "september")
    });
    let month = match english {
        Some(position) => u32::try_from(position + 1).ok()?,
        // Only where a date by its separators is what it must be: `11/abr/26`.
        None if at.rest().starts_with(['/', '.', '-']) => {
            FOREIGN.iter().find(|(name, _)| *name == word)?.1
        }
        None => return None,
    };
    at.take(".");
    Some(month)
}

/// `14 feb 2026`, `feb 14, 2026`, `2026-feb-14`, `28/nov/25`, `14 feb`.
pub(super) fn named(at: &mut Scan<'_>) -> Option<Result<Written, Unclear>> {
    let skip = |at: &mut Scan<'_>| while at.one_of(" -/,.").is_some() {};
    let ordinal = |at: &mut Scan<'_>| {
        at.take_any(&[("st", ()), ("nd", ()), ("rd", ()), ("th", ())]);
    };
    let year_first = at.attempt(|at| {
        let digits = at.digits(4).filter(|digits| digits.length == 4)?;
        skip(at);
        let month = month_name(at)?;
        skip(at);
        Some((year(digits)?, month, at.digits(2)?.value))
    });
    if let Some((year, month, day)) = year_first {
        return Some(whole(year, month, day));
    }
    let (month, day) = if let Some(month) = at.attempt(month_name) {
        skip(at);
        at.take("the ");
        let day = at.digits(2)?.value;
        // `feb 17:50` has no day.
        if is_time(at) {
            return None;
        }
        ordinal(at);
        (month, day)
    } else {
        let day = at.digits(2)?.value;
        ordinal(at);
        skip(at);
        at.take("of ");
        (month_name(at)?, day)
    };
    let with_year = at.attempt(|at| {
        skip(at);
        at.one_of("'");
        let digits = at.digits(4)?;
        let known = match digits.length {
            2 => !is_time(at),
            _ => (1900..2200).contains(&digits.value),
        };
        known.then_some(())?;
        year(digits)
    });
    Some(match with_year {
        Some(year) => whole(year, month, day),
        None => yearless(month, day),
    })
}

/// Whether what comes next makes the number before it an hour: `14 feb 17:50` has no year.
fn is_time(at: &Scan<'_>) -> bool {
    let mut behind = *at;
    if behind.take(":") || behind.take(".") {
        return behind.starts_with_digit();
    }
    behind.take("h") && behind.starts_with_digit()
        || behind.take("点")
        || behind.take("时")
        || DayPart::behind(&mut behind).is_some()
        || behind.rest().trim_start().starts_with("o'clock")
}
