//! Dates in numbers.

use super::date::{Written, whole, year, yearless};
use super::scan::{Digits, Scan};
use super::{DateOrder, Unclear};

/// The ways to read a date's numbers.
pub(super) type Readings = [Option<(DateOrder, Numbers)>; 3];

/// A day by its numbers, with or without a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    year: Option<i32>,
    month: u32,
    day: u32,
}

impl Numbers {
    pub(super) fn written(self) -> Result<Written, Unclear> {
        match self.year {
            Some(year) => whole(year, self.month, self.day),
            None => yearless(self.month, self.day),
        }
    }
}

/// `2026-02-14`, `2026/2/14`, `2026.2.14`, `02-14`, `02/03/2026`, `19.11.2026`, `26-02-14`.
pub(super) fn date(
    at: &mut Scan<'_>,
    order: Option<DateOrder>,
) -> Option<Result<Written, Unclear>> {
    let first = at.digits(4)?;
    let separator = at.one_of("-/.")?;
    let second = at.digits(2)?;
    let third = at.attempt(|at| {
        if at.one_of("-/.")? != separator {
            return None;
        }
        at.digits(4)
    });
    match (first.length, third) {
        (4, Some(day)) if day.length <= 2 => {
            // `2026年2月14日` spelled with signs, or with the word for the day behind.
            at.take("日");
            Some(whole(year(first)?, second.value, day.value))
        }
        (1 | 2, Some(last)) => read_either(first, second, Some(last), separator, order),
        // `17.50` is a time.
        (1 | 2, None) if separator != '.' => read_either(first, second, None, separator, order),
        _ => None,
    }
}

/// A day and a month, and perhaps a year, in an order that is not written.
fn read_either(
    first: Digits,
    second: Digits,
    last: Option<Digits>,
    separator: char,
    order: Option<DateOrder>,
) -> Option<Result<Written, Unclear>> {
    let day_year = match last {
        Some(last) => Some(year(last)?),
        None => None,
    };
    let numbers = |year, month, day| Numbers { year, month, day };
    let day_first = numbers(day_year, second.value, first.value);
    let month_first = numbers(day_year, first.value, second.value);
    let year_first = last
        .filter(|last| last.length == 2 && first.length == 2)
        .and_then(|last| Some(numbers(Some(year(first)?), second.value, last.value)));
    // Dates with dots are not written month first anywhere.
    let month_first = (separator != '.' && day_first != month_first).then_some(month_first);
    let readings = [
        Some((DateOrder::DayFirst, day_first)),
        month_first.map(|numbers| (DateOrder::MonthFirst, numbers)),
        year_first
            .filter(|numbers| *numbers != day_first)
            .map(|numbers| (DateOrder::YearFirst, numbers)),
    ];
    let readings = readings.map(|reading| reading.filter(|(_, numbers)| numbers.written().is_ok()));
    let mut possible = readings.iter().flatten();
    let chosen = possible
        .clone()
        .find(|(reading, _)| Some(*reading) == order);
    Some(match (possible.next(), possible.next(), chosen) {
        (_, _, Some((_, numbers))) | (Some((_, numbers)), None, None) => numbers.written(),
        (Some(_), Some(_), None) => Ok(Written::Either(readings)),
        (None, ..) => Err(Unclear::NoSuchTime),
    })
}

/// `20260214`.
pub(super) fn compact(at: &mut Scan<'_>) -> Option<Result<Written, Unclear>> {
    let digits = at.digits(8).filter(|digits| digits.length == 8)?;
    let year = i32::try_from(digits.value / 10_000).ok()?;
    Some(whole(year, digits.value / 100 % 100, digits.value % 100))
}
