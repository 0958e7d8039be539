//! Dates as people write and paste them, and the sentences of the State Council's notices.

pub(super) mod cursor;
pub(super) mod date;
pub(super) mod resolve;
mod sentence;
mod title;

use chrono::{Datelike, NaiveDate, Weekday};

use super::day::{HolidayKind, HolidayWhy, Place};
use super::fault::{BadReason, HolidayFault};
use super::gather::{Gather, Said};
use super::import::HolidayFormat;
use super::name;
use super::words::Says;
use crate::engine::DayHours;
use crate::exchange::moment::numerals;
use cursor::Cursor;
use resolve::Unclear;
use sentence::{Piece, pieces};

/// The most characters of a line that is only a name or says what follows.
const HEADING: usize = 24;
/// The longest line that is read, in bytes.
const LONGEST_LINE: usize = 256 << 10;

/// Reads dates.
pub(super) fn read(text: &str, gather: &mut Gather) -> Result<HolidayFormat, HolidayFault> {
    let notice = text.contains("放假") && (text.contains("上班") || text.contains("调休"));
    let mut reader = Reader {
        notice,
        title: None,
        last: None,
        heading: None,
        name: String::new(),
    };
    for (number, line) in (1..).zip(text.lines()) {
        gather.spend(1 + line.len() / 16)?;
        if line.len() > LONGEST_LINE {
            return Err(HolidayFault::TooMuch);
        }
        reader.line(line, Place::Line(number), gather)?;
    }
    Ok(if notice {
        HolidayFormat::Notice
    } else {
        HolidayFormat::Dates
    })
}

struct Reader {
    /// Whether it is a notice, in which a date that is said nothing of is no holiday.
    notice: bool,
    /// The year the text is about.
    title: Option<i32>,
    /// The year that was written last.
    last: Option<i32>,
    /// What a line without dates says of those below it.
    heading: Option<Says>,
    /// The name that a line without dates gives those below it.
    name: String,
}

/// Dates that await what is said of them.
struct Pending {
    from: NaiveDate,
    through: NaiveDate,
    /// Whether they are in one list with those before (、), rather than behind a comma.
    joined: bool,
    name: String,
    says: Option<Says>,
    hours: Option<DayHours>,
}

impl Reader {
    fn line(&mut self, line: &str, place: Place, gather: &mut Gather) -> Result<(), HolidayFault> {
        let mut line = cursor::folded(line);
        if line.trim().is_empty() {
            self.heading = None;
            return Ok(());
        }
        let (before, after) = line.split_once('月').unwrap_or_default();
        if before.ends_with(|last| "一二三四五六七八九十".contains(last))
            && after.starts_with(|first| "一二三四五六七八九十".contains(first))
            && let Ok(digits) = numerals::to_digits(&line)
        {
            line = digits;
        }
        self.year(&line);
        let mut head = String::new();
        let mut dated = false;
        for sentence in line.split(['。', ';', '；']) {
            // What is only encouraged is no day off.
            if !sentence.contains("鼓励") {
                dated |= self.sentence(sentence, &mut head, place, gather)?;
            }
        }
        if !dated {
            self.undated(&line, place, gather);
        }
        Ok(())
    }

    /// A year that stands alone: `2026年部分节假日安排`.
    fn year(&mut self, line: &str) {
        let Some((before, behind)) = line.split_once('年') else {
            let alone = line.trim().trim_end_matches(':');
            let year = alone
                .parse()
                .ok()
                .filter(|year| (1900..2200).contains(year));
            self.title = year.or(self.title);
            return;
        };
        if behind
            .trim_start()
            .starts_with(|first: char| first.is_ascii_digit())
        {
            return;
        }
        let digits = before.len()
            - before
                .trim_end_matches(|at: char| at.is_ascii_digit())
                .len();
        if digits == 4 {
            let year = before.get(before.len() - 4..);
            self.title = year.and_then(|year| year.parse().ok()).or(self.title);
        }
    }

    fn undated(&mut self, line: &str, place: Place, gather: &mut Gather) {
        let says = title::says(line);
        let short = line.trim().chars().count() <= HEADING;
        let is_title = self.title.is_some() && line.contains(['年', '2', '1']);
        if short && says.is_some() {
            self.heading = says;
        } else if short && (self.notice || line.trim_end().ends_with(':')) {
            self.name = title::name(line);
        } else if !self.notice && !is_title {
            gather.bad(place, line, BadReason::NotADate);
        }
    }

    /// Adds the dates of a sentence; `head` is the name that its line began with. Whether there were any.
    fn sentence(
        &mut self,
        sentence: &str,
        head: &mut String,
        place: Place,
        gather: &mut Gather,
    ) -> Result<bool, HolidayFault> {
        let mut pending: Vec<Pending> = Vec::new();
        let (mut first, mut dated, mut before) = (true, false, None);
        let (mut opening, mut joined) = (None, false);
        for piece in pieces(sentence) {
            gather.spend(1)?;
            match piece {
                Piece::Text(text) if first => {
                    let name = title::name(text);
                    if !name.is_empty() {
                        *head = name;
                    }
                    opening = title::says(text);
                }
                Piece::Text(text) => {
                    joined = text.contains(['、', '和', '及']);
                    follow(&mut pending, text);
                }
                Piece::Dates {
                    from,
                    to,
                    weekday,
                    text,
                } => {
                    dated = true;
                    let year = self.title.or(gather.options().year).or(self.last);
                    let read = resolve::range((from, to), year, before, weekday, gather);
                    let (from, through) = match read {
                        Ok(range) => range,
                        Err(Unclear::Year) => return Err(HolidayFault::YearNeeded),
                        Err(Unclear::Order) => continue,
                        Err(Unclear::Bad(reason)) => {
                            gather.bad(place, text, reason);
                            continue;
                        }
                    };
                    before = Some(through);
                    self.last = Some(from.year());
                    pending.push(Pending {
                        from,
                        through,
                        joined,
                        name: String::new(),
                        says: None,
                        hours: None,
                    });
                }
            }
            first = false;
        }
        for dates in pending {
            let says = dates.says.or(opening).or(self.heading);
            let named = !head.is_empty() || !dates.name.is_empty();
            let names = [&*head, &dates.name, &self.name];
            let name = names.into_iter().find(|name| !name.is_empty());
            let (kind, why) = self.kind(says, named, dates.hours);
            let said = Said {
                kind,
                name: name::one(name.map_or("", String::as_str)),
                why,
                place,
            };
            let until = dates.through.succ_opt().unwrap_or(dates.through);
            if dates.through < dates.from {
                let value = dates.from.to_string();
                gather.bad(place, &value, BadReason::EndsBefore);
                gather.day(dates.from, &said)?;
            } else {
                gather.span(dates.from, until, &said)?;
            }
        }
        Ok(dated)
    }

    /// What dates are of which `says` is said, and why. In a notice a date with neither a word nor a name is that
    /// of the notice.
    fn kind(
        &self,
        says: Option<Says>,
        named: bool,
        hours: Option<DayHours>,
    ) -> (HolidayKind, HolidayWhy) {
        match says {
            Some(Says::Off) => (HolidayKind::Off, HolidayWhy::Sentence),
            Some(Says::Working) => (HolidayKind::Working(hours), HolidayWhy::Sentence),
            Some(Says::Half) => (HolidayKind::Half(hours), HolidayWhy::Sentence),
            None if self.notice && !named => (HolidayKind::Ignored, HolidayWhy::NotSaid),
            None => (HolidayKind::Off, HolidayWhy::Listed),
        }
    }
}

/// Gives dates what `text` behind them says.
fn follow(pending: &mut [Pending], text: &str) {
    let (name, says) = (title::name(text), title::says(text));
    if name.is_empty() && says.is_none() {
        return;
    }
    let hours = title::hours(text);
    let (mut is_said, mut joined) = (true, true);
    // Those behind the last that got a name, or something said, await it.
    for (place, dates) in pending.iter_mut().rev().enumerate() {
        if dates.says.is_some() || !dates.name.is_empty() && says.is_none() {
            break;
        }
        if dates.name.is_empty() {
            dates.name.clone_from(&name);
        }
        // In 10月1日至7日，10月10日补班 the block is no make-up day, nor is a weekday before a comma.
        let is_weekend = matches!(dates.from.weekday(), Weekday::Sat | Weekday::Sun);
        let may_work = dates.from == dates.through && (joined || is_weekend);
        is_said &= place == 0 || says != Some(Says::Working) || may_work;
        if is_said {
            dates.says = says;
            dates.hours.clone_from(&hours);
        }
        joined = dates.joined;
    }
}

/// The date that a cell holds, with nothing behind it but a time or a day of the week.
pub(super) fn cell(text: &str) -> Option<date::Written> {
    let text = cursor::folded(text.trim());
    let mut at = Cursor(&text);
    let found = date::take(&mut at)?;
    let rest = at.0.trim_start_matches(['T', ' ']);
    let time = |character: char| character.is_ascii_digit() || ":.+Z APMapm".contains(character);
    let named = rest.trim_matches(['(', ')']);
    let is_short = named.chars().count() <= 9 && !named.bytes().any(|byte| byte.is_ascii_digit());
    let is_weekday = is_short && date::weekday(named).is_some();
    (rest.is_empty() || is_weekday || rest.chars().all(time)).then_some(found)
}
