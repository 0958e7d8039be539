//! Calendar files, read back by another library.

use icalendar::{Calendar, CalendarComponent, Component};
use proptest::prelude::*;
use sla_planner::engine::{Instant, Span};
use sla_planner::exchange::ics::{Alarm, Entry, write};

fn at(text: &str) -> Instant {
    text.parse().expect("an instant in a test")
}

fn due(summary: &str, description: &str) -> Entry {
    let due = at("2026-02-24T10:50:00+08:00");
    Entry {
        uid: "spt-001-4711-response@sla-planner".to_owned(),
        span: Span::new(due, due),
        summary: summary.to_owned(),
        description: description.to_owned(),
        alarms: ["2026-02-24T10:26:00+08:00", "2026-02-24T10:38:00+08:00"]
            .map(|at_share| Alarm {
                at: at(at_share),
                text: "预警".to_owned(),
            })
            .to_vec(),
    }
}

fn read(file: &str) -> Calendar {
    file.parse().expect("another library reads it")
}

#[test]
fn another_library_reads_it() {
    let long = "P2（中）工单，2月14日（周六）17:50（北京时间）提交：首次响应最迟 2月24日（周二）10:50; a, b\\c";
    let window = Entry {
        uid: "window@sla-planner".to_owned(),
        span: Span::new(
            at("2026-12-13T02:00:00+08:00"),
            at("2026-12-13T06:00:00+08:00"),
        ),
        summary: "计划维护".to_owned(),
        description: "两行\n文字".to_owned(),
        alarms: Vec::new(),
    };
    let file = write(&[due(long, ""), window], at("2026-02-14T18:00:00+08:00"));
    let calendar = read(&file);
    assert_eq!(calendar.property_value("VERSION"), Some("2.0"));
    let [
        CalendarComponent::Event(due),
        CalendarComponent::Event(window),
    ] = calendar.components.as_slice()
    else {
        panic!("two events: {calendar:?}");
    };
    assert_eq!(due.get_summary(), Some(long));
    assert_eq!(due.get_uid(), Some("spt-001-4711-response@sla-planner"));
    assert_eq!(due.property_value("DTSTART"), Some("20260224T025000Z"));
    assert_eq!(due.property_value("DTSTAMP"), Some("20260214T100000Z"));
    assert_eq!(
        due.property_value("DTEND"),
        None,
        "an instant takes no time"
    );
    assert_eq!(window.property_value("DTEND"), Some("20261212T220000Z"));
    assert_eq!(window.get_description(), Some("两行\n文字"));
    assert_eq!(
        file.matches("TRIGGER;VALUE=DATE-TIME:20260224T022600Z\r\n")
            .count(),
        1
    );
    assert_eq!(file.matches("BEGIN:VALARM\r\n").count(), 2);
    assert_eq!(file.matches("END:VALARM\r\n").count(), 2);
}

#[test]
fn an_empty_file_is_a_calendar() {
    assert!(
        read(&write(&[], at("2026-02-14T18:00:00Z")))
            .components
            .is_empty()
    );
}

proptest! {
    #[test]
    fn any_text_comes_back(summary in "[^\\p{C}]{1,120}", description in "([^\\p{C}]|\n){1,200}") {
        let (summary, description) = (summary.trim(), description.trim());
        prop_assume!(!summary.is_empty() && !description.is_empty());
        let file = write(&[due(summary, description)], at("2026-02-14T18:00:00Z"));
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
            prop_assert!(!line.contains(['\r', '\n']), "{line}");
        }
        let calendar = read(&file);
        let event = calendar.components.first().and_then(CalendarComponent::as_event);
        let event = event.expect("an event");
        prop_assert_eq!(event.get_summary(), Some(summary));
        prop_assert_eq!(event.get_description(), Some(description));
    }

    #[test]
    fn no_text_breaks_out(text in any::<String>()) {
        let file = write(&[due(&text, &text)], at("2026-02-14T18:00:00Z"));
        prop_assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
        prop_assert_eq!(file.lines().filter(|line| line.starts_with("END:VEVENT")).count(), 1);
    }
}
