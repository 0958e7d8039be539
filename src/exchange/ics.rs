//! Deadlines as a calendar file (iCalendar, RFC 5545).

use chrono::NaiveDate;

use crate::engine::{Instant, Span, Window};

/// The most octets a line may have, its break apart (RFC 5545, 3.1).
const LINE: usize = 75;

/// An alarm of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// When it goes off.
    pub at: Instant,
    /// What it says.
    pub text: String,
}

/// An event of a calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from all others, for ever: the same event in a later file replaces it.
    pub uid: String,
    /// When it is; one that is not longer than an instant takes no time.
    pub span: Span,
    /// Its title.
    pub summary: String,
    /// Its text.
    pub description: String,
    /// Its alarms, at instants of their own.
    pub alarms: Vec<Alarm>,
}

/// A calendar file of `entries`, made at `stamp`. Its lines end as the standard wants them.
///
/// ```
/// use sla_planner::engine::Span;
/// use sla_planner::exchange::ics::{Entry, write};
/// let due = "2026-02-14T19:50:00+08:00".parse()?;
/// let entry = Entry {
///     uid: "spt-001-1-response@sla-planner".to_owned(),
///     span: Span::new(due, due),
///     summary: "首次响应到期".to_owned(),
///     description: String::new(),
///     alarms: Vec::new(),
/// };
/// let file = write(&[entry], due);
/// assert!(file.contains("\r\nDTSTART:20260214T115000Z\r\n"));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn write(entries: &[Entry], stamp: Instant) -> String {
    let mut file = File::begun();
    for entry in entries {
        file.line("BEGIN:VEVENT");
        file.text("UID", &entry.uid);
        file.line(&format!("DTSTAMP:{}", utc(stamp)));
        file.line(&format!("DTSTART:{}", utc(entry.span.from)));
        if !entry.span.is_empty() {
            file.line(&format!("DTEND:{}", utc(entry.span.until)));
        }
        file.text("SUMMARY", &entry.summary);
        if !entry.description.is_empty() {
            file.text("DESCRIPTION", &entry.description);
        }
        file.line("TRANSP:TRANSPARENT");
        for alarm in &entry.alarms {
            file.line("BEGIN:VALARM");
            file.line("ACTION:DISPLAY");
            file.line(&format!("TRIGGER;VALUE=DATE-TIME:{}", utc(alarm.at)));
            file.text("DESCRIPTION", &alarm.text);
            file.line("END:VALARM");
        }
        file.line("END:VEVENT");
    }
    file.line("END:VCALENDAR");
    file.0
}

/// What a day is to those who keep a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A day off.
    Holiday,
    /// A working day that makes up for one.
    Workday,
    /// Half a day, with hours.
    HalfDay,
}

/// A day of a calendar file, or hours of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day<'a> {
    /// Its date.
    pub date: NaiveDate,
    /// The hours by the clock, where it is not the whole day.
    pub hours: Option<Window>,
    /// Its title.
    pub summary: &'a str,
    /// Its English title.
    pub english: &'a str,
    /// What it is.
    pub mark: Mark,
}

/// A calendar file of `days`, made at `stamp`.
#[must_use]
pub fn write_days(days: &[Day<'_>], stamp: Instant) -> String {
    let mut file = File::begun();
    for day in days {
        let date = compact(&day.date.to_string());
        let next = day.date.succ_opt().unwrap_or(day.date);
        let next = compact(&next.to_string());
        file.line("BEGIN:VEVENT");
        let (start, end, opens) = match day.hours {
            None => (
                format!(";VALUE=DATE:{date}"),
                format!(";VALUE=DATE:{next}"),
                0,
            ),
            Some(hours) => {
                let end = match hours.close() {
                    86_400 => format!(":{next}T000000"),
                    close => format!(":{date}T{}", clock(close)),
                };
                (
                    format!(":{date}T{}", clock(hours.open())),
                    end,
                    hours.open(),
                )
            }
        };
        file.text("UID", &format!("{date}-{opens}-holiday@sla-planner"));
        file.line(&format!("DTSTAMP:{}", utc(stamp)));
        file.line(&format!("DTSTART{start}"));
        file.line(&format!("DTEND{end}"));
        file.text("SUMMARY", day.summary);
        file.text("X-SLA-PLANNER-NAME-EN", day.english);
        file.line(match day.mark {
            Mark::Holiday => "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY",
            Mark::Workday => "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY",
            Mark::HalfDay => "X-SLA-PLANNER-DAY:HALF",
        });
        file.line("TRANSP:TRANSPARENT");
        file.line("END:VEVENT");
    }
    file.line("END:VCALENDAR");
    file.0
}

/// `093000`.
fn clock(second: u32) -> String {
    format!(
        "{:02}{:02}{:02}",
        second / 3_600,
        second / 60 % 60,
        second % 60
    )
}

/// `20260214T115000Z`.
fn utc(at: Instant) -> String {
    compact(&at.to_string())
}

fn compact(text: &str) -> String {
    text.chars()
        .filter(|character| !matches!(character, '-' | ':'))
        .collect()
}

struct File(String);

impl File {
    fn begun() -> Self {
        let mut file = Self(String::new());
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//SLA Planner//SLA Planner//EN");
        file.line("CALSCALE:GREGORIAN");
        file.line("METHOD:PUBLISH");
        file
    }

    /// A property whose value is text.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for character in value.chars() {
            match character {
                '\\' | ';' | ',' => {
                    line.push('\\');
                    line.push(character);
                }
                '\n' => line.push_str("\\n"),
                // What else controls a terminal has no place in a text.
                other if other.is_control() && other != '\t' => {}
                other => line.push(other),
            }
        }
        self.line(&line);
    }

    /// A line, folded where it is too long, never within a character.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for character in line.chars() {
            if octets + character.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(character);
            octets += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
