//! Deadlines as a calendar file (iCalendar, RFC 5545).

use crate::engine::{Instant, Span};

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
    let mut file = File(String::new());
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//SLA Planner//SLA Planner//EN");
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
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

/// `20260214T115000Z`.
fn utc(at: Instant) -> String {
    at.to_string()
        .chars()
        .filter(|character| !matches!(character, '-' | ':'))
        .collect()
}

struct File(String);

impl File {
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
