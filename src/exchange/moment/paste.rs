//! A pasted line that holds a time and perhaps a priority.

use super::{Context, Moment, Unclear, read};

/// The longest paste that is searched, in bytes.
const LONGEST: usize = 4_096;
/// The most words that one time is written in.
const MOST_WORDS: usize = 6;

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
/// };
/// let paste = read_paste("[P2] 2026-02-14 17:50 数据库很慢", &context);
/// assert_eq!((paste.text.as_str(), paste.priority), ("2026-02-14 17:50", Some(2)));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn read_paste(text: &str, context: &Context) -> Paste {
    let whole = read(text, context);
    let hopeless = matches!(whole, Err(Unclear::NotATime { .. } | Unclear::TooLong));
    let whole = Paste {
        text: text.trim().to_owned(),
        moment: whole,
        priority: priority(text),
    };
    if !hopeless || text.len() > LONGEST {
        return whole;
    }
    let words: Vec<&str> = text
        .split(|character: char| character.is_whitespace() || "[]|;；，,()（）".contains(character))
        .filter(|word| !word.is_empty())
        .collect();
    let mut asked: Option<Paste> = None;
    for first in 0..words.len() {
        for length in (1..=MOST_WORDS).rev() {
            let Some(run) = words.get(first..first + length) else {
                continue;
            };
            // `提交时间：2026-02-14` and `created:2026-02-14` carry a label.
            let joined = run.join(" ");
            let time = joined
                .split_once('：')
                .filter(|(label, _)| !label.chars().any(|character| character.is_ascii_digit()))
                .map_or(joined.as_str(), |(_, time)| time);
            let moment = read(time, context);
            let found = |moment| Paste {
                text: time.trim().to_owned(),
                moment,
                priority: priority(text),
            };
            match moment {
                Ok(_) | Err(Unclear::Which(_)) if tells_enough(time) => return found(moment),
                Err(Unclear::TimeMissing { .. } | Unclear::WhichDay(_)) if tells_enough(time) => {
                    asked.get_or_insert_with(|| found(moment));
                }
                _ => {}
            }
        }
    }
    asked.unwrap_or(whole)
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
