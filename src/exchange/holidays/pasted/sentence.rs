//! A sentence taken apart: dates, and what stands between them.

use chrono::Weekday;

use super::cursor::Cursor;
use super::date::{self, Written};

/// As far as the end of a bracket is looked for, in bytes.
const BRACKET: usize = 120;

/// What joins the ends of a range.
const RANGE: [&str; 12] = [
    "至", "到", "~", "--", "-", "to ", "through ", "thru ", "until ", "till ", "bis ", "…",
];

/// A piece of a sentence.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    Dates {
        from: Written,
        to: Option<Written>,
        /// The day of the week that is told for the first.
        weekday: Option<Weekday>,
        /// As it stands there.
        text: &'a str,
    },
}

/// The pieces of `sentence`, which is folded, in order.
pub(super) fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    let mut text_from = sentence;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let may_begin = !before.is_ascii_alphanumeric();
        let mut at = Cursor(rest);
        let found = may_begin.then(|| date::take(&mut at)).flatten();
        let Some(from) = found else {
            before = first;
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        };
        push_text(&mut pieces, between(text_from, rest));
        let weekday = annotation(&mut at);
        let to = at.attempt(&|at: &mut Cursor<'_>| {
            at.skip(&[' ']);
            RANGE.iter().any(|word| at.take(word)).then_some(())?;
            at.skip(&[' ']);
            let _ = at.take("次年") || at.take("翌年");
            date::take(at).or_else(|| at.attempt(&date::bare_day))
        });
        if to.is_some() {
            annotation(&mut at);
        }
        pieces.push(Piece::Dates {
            from,
            to,
            weekday,
            text: between(rest, at.0),
        });
        rest = at.0;
        text_from = rest;
        before = ' ';
    }
    push_text(&mut pieces, text_from);
    pieces
}

fn push_text<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
}

/// What stands from `start` until `end`, its tail.
fn between<'a>(start: &'a str, end: &str) -> &'a str {
    let length = start.len().saturating_sub(end.len());
    start.get(..length).unwrap_or_default()
}

/// At most the first `most` bytes of `text`, in whole characters.
fn within(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Takes the day of the week, and what else is said of a date in brackets.
fn annotation(at: &mut Cursor<'_>) -> Option<Weekday> {
    at.attempt(&|at: &mut Cursor<'_>| {
        at.skip(&[' ']);
        at.take("(").then_some(())?;
        let (inner, _) = within(at.0, BRACKET).split_once(')')?;
        let weekday = date::weekday(inner);
        if weekday.is_none() && !inner.contains("农历") {
            return None;
        }
        at.0 = at.0.get(inner.len() + 1..)?;
        Some(weekday)
    })
    .or_else(|| {
        at.attempt(&|at: &mut Cursor<'_>| {
            at.skip(&[' ', ',']);
            ["星期", "周"]
                .iter()
                .find(|word| at.0.starts_with(**word))?;
            let weekday = date::weekday(within(at.0, 12))?;
            let _ = at.take("星期") || at.take("周");
            at.take_one("一二三四五六日天")?;
            Some(Some(weekday))
        })
    })
    .flatten()
}
