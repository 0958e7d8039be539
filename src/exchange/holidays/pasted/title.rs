//! Names among dates.

use crate::engine::{DayHours, TypedHours};
use crate::exchange::holidays::words::{self, Says};

/// What a name ends before in a sentence.
const ENDS: [&str; 8] = [
    "放假",
    "上班",
    "调休",
    "补班",
    "补休",
    "共",
    "与周末",
    "不调休",
];
const DULL: &str = " ,、:;-~·.|\"'*•/()[]";

/// What `text`, which stands beside dates, says of them, and the word that says it.
pub(super) fn says(text: &str) -> Option<Says> {
    words::said(text).map(|(says, _)| says).or_else(|| {
        let mut cells = text.split([',', '|', ' ', '、', ':', '(', ')']);
        cells.find_map(|cell| words::kind(cell)?)
    })
}

/// The hours in `text`: `09:00-12:00`.
pub(super) fn hours(text: &str) -> Option<DayHours> {
    let typed: Vec<TypedHours> = text.split([' ', ',', '、']).filter_map(typed).collect();
    DayHours::typed(typed)
        .ok()
        .filter(|hours| !hours.is_closed())
}

fn typed(word: &str) -> Option<TypedHours> {
    // Most words have no colon.
    word.contains(':').then(|| word.parse().ok())?
}

/// The name in `text`, which stands beside dates; empty where there is none.
pub(super) fn name(text: &str) -> String {
    let numbered = text.trim_start_matches(|first: char| DULL.contains(first));
    let text = unnumbered(numbered);
    let is_kind = |cell: &str| matches!(words::kind(cell), Some(Some(_)));
    let is_weekday = |word: &str| {
        const DAYS: [&str; 14] = [
            "mon",
            "monday",
            "tue",
            "tuesday",
            "wed",
            "wednesday",
            "thu",
            "thursday",
            "fri",
            "friday",
            "sat",
            "saturday",
            "sun",
            "sunday",
        ];
        DAYS.contains(&words::folded(word).as_str())
    };
    let mut name = String::new();
    for cell in text.split([',', '|']).filter(|cell| !is_kind(cell)) {
        for word in cell.split(' ') {
            let alone = words::folded(word);
            let dull = word.trim_matches(|of: char| DULL.contains(of)).is_empty()
                || ["休", "班", "假", "on", "and", "和"].contains(&alone.as_str())
                || typed(word).is_some()
                || is_weekday(word);
            if !dull {
                if !name.is_empty() {
                    name.push(' ');
                }
                name.push_str(word);
            }
        }
    }
    let bracketed = ["(休)", "(班)", "[休]", "[班]"];
    for mark in bracketed {
        if name.contains(mark) {
            name = name.replace(mark, "");
        }
    }
    let end = ENDS.iter().filter_map(|end| name.find(end)).min();
    let name = end.and_then(|end| name.get(..end)).unwrap_or(&name);
    let trimmed = name.trim_matches(|of: char| " ,、:;-~·.|\"'*•/".contains(of));
    let opens = trimmed.contains('(');
    let trimmed = if opens {
        trimmed
    } else {
        trimmed.trim_matches(['(', ')'])
    };
    trimmed.to_owned()
}

/// `text` without the number of a list before it.
fn unnumbered(text: &str) -> &str {
    const NUMBERS: &str = "一二三四五六七八九十0123456789";
    let rest = text.trim_start_matches(|first: char| NUMBERS.contains(first));
    let length = text.len() - rest.len();
    if (1..=6).contains(&length)
        && let Some(behind) = rest.strip_prefix(['、', '.', ')'])
    {
        return behind;
    }
    text
}
