//! Holidays of a calendar file (iCalendar, RFC 5545).
//!
//! Read by its lines: nothing more is needed than the events' own dates, names and yearly rules, with the line of
//! each and within bounds that a reader of whole calendars does not keep.

mod event;
mod line;
mod property;
mod rule;
mod when;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::day::Place;
use super::fault::{BadReason, HolidayCaution, HolidayFault};
use super::gather::Gather;
use super::import::HolidayFormat;
use event::Event;
use line::Lines;
pub(super) use line::whole_characters;
use property::Property;

/// Whether `text` is a calendar file.
pub(super) fn is_calendar(text: &str) -> bool {
    let start = text.trim_start().get(..7);
    start.is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:V"))
}

/// Reads a calendar file.
pub(super) fn read(text: &str, gather: &mut Gather) -> Result<HolidayFormat, HolidayFault> {
    let mut file = File::default();
    let mut lines = Lines::new(text);
    while let Some(line) = lines.next() {
        gather.spend(1 + line.text.len() / 1_000)?;
        if line.cut {
            gather.caution(HolidayCaution::LineCut);
        }
        if let Some(property) = Property::read(&line.text) {
            file.take(&property, line.number, gather);
        }
    }
    if let Some(event) = file.event {
        gather.bad(event.place, &event.summary, BadReason::Unended);
    }
    let replaced: BTreeSet<(&str, NaiveDate)> = file
        .events
        .iter()
        .filter_map(|event| Some((event.uid.as_str(), event.replaces?)))
        .collect();
    for event in &file.events {
        gather.spend(1)?;
        let is_replaced = |date| event.replaces.is_none() && replaced.contains(&(&event.uid, date));
        event.days(file.is_apples, &is_replaced, gather)?;
    }
    Ok(HolidayFormat::ICalendar)
}

#[derive(Default)]
struct File {
    /// Whether Apple made it: its calendars list festivals.
    is_apples: bool,
    events: Vec<Event>,
    /// The event that is read, and how deep its line is in other components within it.
    event: Option<Event>,
    depth: usize,
}

impl File {
    fn take(&mut self, property: &Property<'_>, line: u32, gather: &mut Gather) {
        let value = property.value.trim();
        match (property.name.as_str(), &mut self.event) {
            ("BEGIN", None) if value.eq_ignore_ascii_case("VEVENT") => {
                let number = u32::try_from(self.events.len() + 1).unwrap_or(u32::MAX);
                self.event = Some(Event::new(Place::Event { number, line }));
                self.depth = 0;
            }
            ("BEGIN", Some(_)) => self.depth += 1,
            ("END", Some(_)) if self.depth > 0 => self.depth -= 1,
            ("END", Some(_)) => self.events.extend(self.event.take()),
            (_, Some(event)) if self.depth == 0 => event.take(property, gather),
            ("PRODID", None) => self.is_apples |= value.contains("Apple"),
            ("X-APPLE-LANGUAGE" | "X-APPLE-REGION", None) => self.is_apples = true,
            _ => {}
        }
    }
}
