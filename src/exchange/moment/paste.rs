//! A pasted line that holds a time and perhaps a priority.

use super::{Context, Moment, Unclear, Written, read, vague};

/// The longest paste that is searched, in bytes.
const LONGEST: usize = 4_096;
/// The most words that one time is written in: `Sat, Feb 14, 2026 at 5:50:00 PM GMT +8`.
const MOST_WORDS: usize = 10;
/// The most runs of words that are read. A time further back is not looked for.
const MOST_READ: usize = 2_000;

/// What was found in a pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paste {
    /// The part that tells the time.
    pub text: String,
    /// What it says, or what must be asked.
    pub moment: Result<Moment, Unclear>,
    /// The priority it names, from 0.
    pub priority: Option<u8>,
}

/// The first time in `text`, and the priority it names. The whole text is tried as a time first.
///
/// ```
/// use sla_planner::exchange::moment::{Context, read_paste};
/// let context = Context {
///     now: "2026-11-23T11:00:00+08:00".parse()?,
///     zone: "Asia/Shanghai".parse()?,
///     date_order: None,
///     date_system: Default::default(),
/// };
/// let paste = read_paste("[P2] 2026-02-14 17:50 数据库很慢", &context);
/// assert_eq!((paste.text.as_str(), paste.priority), ("2026-02-14 17:50", Some(2)));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn read_paste(text: &str, context: &Context) -> Paste {
    let whole = read(text, context);
    let hopeless = matches!(
        whole,
        Err(Unclear::NotATime { .. }
            | Unclear::TooLong
            | Unclear::Vague { .. }
            | Unclear::WeekNumber
            | Unclear::Lunar)
    );
    let found = if hopeless && text.len() <= LONGEST {
        search(text, |run| read(run, context))
    } else {
        None
    };
    let (time, moment) = found.unwrap_or_else(|| (text.trim().to_owned(), whole));
    Paste {
        text: time,
        moment,
        priority: priority(text),
    }
}

type Reading = Result<Moment, Unclear>;

/// The first run of words that is a time, or that must be asked about.
fn search(text: &str, mut read: impl FnMut(&str) -> Reading) -> Option<(String, Reading)> {
    let words: Vec<&str> = text
        .split(|mark: char| mark.is_whitespace() || "[]{}|;；，,()（）".contains(mark))
        .filter(|word| !word.is_empty())
        .collect();
    let mut asked: Option<(String, Reading)> = None;
    let mut left = MOST_READ;
    for first in 0..words.len() {
        for length in (1..=MOST_WORDS).rev() {
            let Some(run) = words.get(first..first + length) else {
                continue;
            };
            let run = run.join(" ");
            let time = unlabelled(&run);
            if !tells_enough(time) || length > 2 && !has_digit(time) {
                continue;
            }
            if left == 0 {
                return asked;
            }
            left -= 1;
            let moment = read(time);
            match &moment {
                // Only the time of day was found, and what was asked before may be its date.
                Ok(found) if found.filled_in && asked.is_some() => return asked,
                // Now, in a sentence, is not when it was.
                Ok(_) if !has_digit(time) && time.is_ascii() => {}
                Ok(found) => {
                    let beside = number_beside(&words, first, length, found);
                    return Some(match beside.map(str::to_owned) {
                        Some(rest) => (rest.clone(), Err(Unclear::NotATime { rest })),
                        None => (time.trim().to_owned(), moment),
                    });
                }
                Err(
                    Unclear::Which(_)
                    | Unclear::WhichWeek { .. }
                    | Unclear::UnknownZone { .. }
                    | Unclear::ZonesContradict { .. }
                    | Unclear::WeekdayContradicts { .. }
                    | Unclear::SeveralTimes,
                ) => return Some((time.trim().to_owned(), moment)),
                Err(Unclear::Vague { .. }) => {
                    left = left.saturating_sub(1);
                    if is_vague(time, &mut read) {
                        return Some((time.trim().to_owned(), moment));
                    }
                }
                Err(
                    Unclear::TimeMissing { .. }
                    | Unclear::WhichDay(_)
                    | Unclear::HalfMissing { .. }
                    | Unclear::Lunar
                    | Unclear::NoSuchTime,
                ) => {
                    asked.get_or_insert_with(|| (time.trim().to_owned(), moment));
                }
                Err(_) => {}
            }
        }
    }
    asked
}

/// The number beside a time without a date, which may be a piece of it: `14 9:00`, `1,5 hours ago`.
fn number_beside<'a>(
    words: &[&'a str],
    first: usize,
    length: usize,
    found: &Moment,
) -> Option<&'a str> {
    let partial = found.filled_in || found.written == Written::Absolute;
    let neighbours = [first.checked_sub(1), first.checked_add(length)];
    let mut beside = neighbours
        .into_iter()
        .flatten()
        .filter_map(|place| words.get(place));
    beside
        .find(|word| partial && word.starts_with(is_digit))
        .copied()
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || ('０'..='９').contains(&character)
}

/// Whether `text` is a time but for a vague word: one that blurs it (`17:50 左右`), or one in place of the date
/// (`次日 9:00`).
fn is_vague(text: &str, read: &mut impl FnMut(&str) -> Reading) -> bool {
    let text = text.to_ascii_lowercase();
    let (blur, word) = (vague::blur(&text), vague::word(&text));
    let Some(exact) = word.map(|word| text.replacen(word, " ", 1)) else {
        return false;
    };
    match read(&exact) {
        Ok(moment) => has_digit(&exact) && (blur.is_some() || moment.filled_in),
        _ => false,
    }
}

/// What follows a label: `提交时间：2026-02-14`, `"created":"2026-02-14"`.
fn unlabelled(run: &str) -> &str {
    run.split_once([':', '：', '='])
        .filter(|(label, _)| !label.is_empty() && !has_digit(label))
        .map_or(run, |(_, time)| time)
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|character| {
        character.is_ascii_digit()
            || "０１２３４５６７８９一二两三四五六七八九十半".contains(character)
    })
}

/// A lone number in a longer text is hardly a time.
fn tells_enough(text: &str) -> bool {
    text.chars()
        .any(|character| !character.is_ascii_digit() && character != '.')
}

/// `P0` to `P9` as a word of its own.
fn priority(text: &str) -> Option<u8> {
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let starts = !before.is_ascii_alphanumeric();
        before = character;
        if !starts || !matches!(character, 'p' | 'P' | 'ｐ' | 'Ｐ') {
            continue;
        }
        let digit = characters.peek().and_then(|next| match u32::from(*next) {
            code @ 0xff10..=0xff19 => char::from_u32(code - 0xfee0),
            _ => Some(*next),
        });
        let Some(digit) = digit.and_then(|digit| digit.to_digit(10)) else {
            continue;
        };
        characters.next();
        if characters
            .peek()
            .is_some_and(|next| next.is_ascii_alphanumeric())
        {
            continue;
        }
        return u8::try_from(digit).ok();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{MOST_READ, MOST_WORDS, search};
    use crate::exchange::moment::Unclear;

    /// How often a text is read until it is known to hold no time.
    fn work(text: &str) -> usize {
        let mut read = 0;
        let found = search(text, |_| {
            read += 1;
            Err(Unclear::Empty)
        });
        assert_eq!(found, None);
        read
    }

    #[test]
    fn the_work_grows_with_the_words() {
        for words in [1, 10, 100] {
            let text = "x1: ".repeat(words);
            assert!(work(&text) <= words * MOST_WORDS, "{words} words");
        }
        assert_eq!(work(&"1: ".repeat(1_365)), MOST_READ);
        assert_eq!(work("1 2 3"), 3, "a lone number is not read");
    }
}
