//! What is to come of many tickets, as a calendar file.

use super::board::grouped;
use super::calendar::{CalendarFile, NOTHING, PAUSED, SAVED, entry};
use super::{Lang, Phrase, Reader, sheet};
use crate::board::Board;
use crate::engine::{Assessment, History, Instant, Terms, Verdict};
use crate::exchange::ics::{Entry, write};
use crate::plan::Ticket;

/// The most events of a file: calendars choke on more.
pub const MOST_EVENTS: usize = 1_000;

/// As much of a title as stands for a number.
const LONGEST_CALLED: usize = 60;

/// The due times to come of many tickets: found first, in slices, then written, the soonest first.
#[derive(Clone, Debug)]
pub struct Agenda {
    now: Instant,
    /// When, the index of the ticket, and the target.
    coming: Vec<(Instant, u32, usize)>,
    paused: usize,
    left_out: usize,
    entries: Vec<Entry>,
}

impl Agenda {
    /// Nothing is found yet. What is to come comes after `now`.
    #[must_use]
    pub const fn new(now: Instant) -> Self {
        Self {
            now,
            coming: Vec::new(),
            paused: 0,
            left_out: 0,
            entries: Vec::new(),
        }
    }

    /// Finds what is to come of the tickets at `indexes`. While a clock is paused it is not sure when it is due,
    /// so it is only counted.
    pub fn find(&mut self, board: &Board, indexes: &[u32]) {
        let targets = board.terms().policy().targets.len();
        for index in indexes {
            for target in 0..targets {
                let Some(clock) = board.clock(*index, target) else {
                    continue;
                };
                let open = matches!(clock.verdict, None | Some(Verdict::Open));
                if !open || clock.due <= self.now {
                    continue;
                }
                if clock.paused {
                    self.paused += 1;
                } else {
                    self.coming.push((clock.due, *index, target));
                }
            }
        }
    }

    /// Ends the search: the soonest are taken, the others are left out. Gives how many are to be written.
    pub fn found(&mut self) -> usize {
        self.coming.sort_unstable();
        self.left_out = self.coming.len().saturating_sub(MOST_EVENTS);
        self.coming.truncate(MOST_EVENTS);
        self.coming.len()
    }

    /// Writes up to `budget` of what was found; gives whether there is more.
    pub fn write(&mut self, reader: &Reader, board: &Board, budget: usize) -> bool {
        let written = self.coming.len().min(budget);
        for (_, index, target) in self.coming.drain(..written) {
            let ticket = board.tickets().get(index);
            if let Some(ticket) = ticket
                && let Some(entry) = event(reader, board.terms(), &ticket, target)
            {
                self.entries.push(entry);
            }
        }
        !self.coming.is_empty()
    }

    /// The file, and what is said of it.
    ///
    /// # Errors
    /// [`NOTHING`] or [`PAUSED`] where nothing is to come.
    pub fn file(
        mut self,
        reader: &Reader,
        terms: &Terms,
    ) -> Result<(CalendarFile, String), Phrase> {
        if self.entries.is_empty() {
            return Err(if self.paused == 0 { NOTHING } else { PAUSED });
        }
        distinguish(&mut self.entries);
        let policy = terms.policy().id.to_lowercase();
        let file = CalendarFile {
            name: format!("{policy}-board-{}.ics", sheet::stamp(reader.now)),
            text: write(&self.entries, reader.now),
        };
        let said = said(reader.lang, self.entries.len(), self.left_out, self.paused);
        Ok((file, said))
    }
}

/// The event of one clock of `ticket`.
fn event(reader: &Reader, terms: &Terms, ticket: &Ticket, target: usize) -> Option<Entry> {
    let history = ticket.history().ok()?;
    let assessment = Assessment::of(terms, &history, reader.now).ok()?;
    let clock = assessment.clocks.get(target)?;
    let called = if ticket.number.is_empty() {
        ticket.title.chars().take(LONGEST_CALLED).collect()
    } else {
        ticket.number.clone()
    };
    let called = format!("{called} ");
    let uid = uid(terms, ticket, &history);
    let mut entry = entry(reader, terms, &history, clock, &uid, called.trim_start());
    if !ticket.title.is_empty() {
        entry.description = format!("{}\n{}", ticket.title, entry.description);
    }
    Some(entry)
}

/// What tells the ticket from others in every browser: its number and when it was submitted; its key where it
/// has no number.
fn uid(terms: &Terms, ticket: &Ticket, history: &History) -> String {
    let policy = terms.policy().id.to_lowercase();
    let number: String = ticket
        .number
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    let number = if number.is_empty() {
        format!("key{}", ticket.key)
    } else {
        number
    };
    format!("{policy}-{number}-{}", history.submitted.epoch())
}

/// Two tickets with one number that were submitted in the same second get names of their own.
fn distinguish(entries: &mut [Entry]) {
    let mut known: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for entry in entries {
        let times = known.entry(entry.uid.clone()).or_default();
        *times += 1;
        if *times > 1 {
            entry.uid = format!("{times}-{}", entry.uid);
        }
    }
}

/// `日历文件已保存：1 000 个到期时间。较晚的 234 个没有放进去…`.
fn said(lang: Lang, events: usize, left_out: usize, paused: usize) -> String {
    let saved = SAVED.say(lang);
    let events = grouped(events);
    let mut said = lang.pick(
        format!("{saved}：{events} 个到期时间，各带阈值提醒。"),
        format!("{saved}: {events} due times, each with alarms at its thresholds."),
    );
    if left_out > 0 {
        let (most, left_out) = (grouped(MOST_EVENTS), grouped(left_out));
        said.push_str(&lang.pick(
            format!("一个文件最多 {most} 个，较晚的 {left_out} 个没有放进去；可先筛选再存。"),
            format!(" A file holds at most {most}: {left_out} later ones were left out; filter first to save those."),
        ));
    }
    if paused > 0 {
        let paused = grouped(paused);
        said.push_str(&lang.pick(
            format!("{paused} 个时钟暂停中，到期未定，没有放进去。"),
            format!(" Left out, as it is not sure when they are due: {paused} paused."),
        ));
    }
    said
}
