//! The calendar file of a ticket, in both languages, read back by another library.

use icalendar::{Calendar, CalendarComponent, Component, Event as Read};
use sla_planner::engine::{
    Assessment, ClockReading, Event, EventKind, History, Instant, Policy, Rank, Readings, Schedule,
    Terms,
};
use sla_planner::text::calendar::{CalendarFile, NOTHING, PAUSED};
use sla_planner::text::{Lang, Phrase, Reader};

fn at(beijing: &str) -> Instant {
    let text = format!("{}:00+08:00", beijing.replace(' ', "T"));
    text.parse().expect("a time in a test")
}

fn event(beijing: &str, kind: EventKind) -> Event {
    Event::new(at(beijing), kind)
}

/// P2, submitted on Saturday 14 February 2026 at 17:50.
fn submitted() -> Event {
    let priority = Rank(2);
    event("2026-02-14 17:50", EventKind::Submitted { priority })
}

/// The file of `events` on working time, as of `now`.
fn file(lang: Lang, events: &[Event], now: &str) -> Result<CalendarFile, Phrase> {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let readings = Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    };
    let terms = Terms::new(policy.into(), schedule.into(), readings).expect("it holds");
    let history = History::read(events).expect("a history in a test");
    let now = at(now);
    let assessment = Assessment::of(&terms, &history, now).expect("it is assessed");
    let zone = terms.policy().zone;
    let reader = Reader { lang, zone, now };
    CalendarFile::of(&reader, &terms, &history, &assessment)
}

/// The events in a file, whose form is checked on the way.
fn read(file: &CalendarFile) -> Vec<Read> {
    let text = &file.text;
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    for needed in ["VERSION:2.0", "PRODID:", "METHOD:PUBLISH"] {
        assert!(text.contains(&format!("\r\n{needed}")), "{needed}");
    }
    let calendar: Calendar = text.parse().expect("another library reads it");
    let events = calendar.components.into_iter();
    let events = events.map(|component| match component {
        CalendarComponent::Event(event) => event,
        other => panic!("an event: {other:?}"),
    });
    let events: Vec<Read> = events.collect();
    for event in &events {
        for needed in ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION"] {
            assert!(event.property_value(needed).is_some(), "{needed}");
        }
    }
    events
}

/// When the alarms in a file go off, in order.
fn alarms(file: &CalendarFile) -> Vec<&str> {
    let lines = file.text.split("\r\n");
    let triggers = lines.filter_map(|line| line.strip_prefix("TRIGGER;VALUE=DATE-TIME:"));
    triggers.collect()
}

#[test]
fn an_event_for_each_clock_with_its_four_alarms() {
    let file = file(Lang::Zh, &[submitted()], "2026-02-14 18:00").expect("two are to come");
    assert_eq!(file.name, "spt-001-P2-20260214T0950Z.ics");
    let events = read(&file);
    let [response, resolution] = events.as_slice() else {
        panic!("two events: {events:?}");
    };
    assert_eq!(response.get_summary(), Some("P2 首次响应到期"));
    assert_eq!(response.property_value("DTSTART"), Some("20260224T025000Z"));
    assert_eq!(resolution.get_summary(), Some("P2 解决到期（预计）"));
    assert_eq!(
        resolution.property_value("DTSTART"),
        Some("20260225T015000Z")
    );
    assert_eq!(
        response.get_uid(),
        Some("spt-001-P2-20260214T0950Z-response@sla-planner")
    );
    // 10:26, 10:38, 10:44 and 10:50 in Beijing; then those of the projected resolution.
    assert_eq!(
        alarms(&file),
        [
            "20260224T022600Z",
            "20260224T023800Z",
            "20260224T024400Z",
            "20260224T025000Z",
            "20260224T091400Z",
            "20260225T010200Z",
            "20260225T012600Z",
            "20260225T015000Z",
        ]
    );
    let said = resolution.get_description().unwrap_or_default();
    for part in [
        "假定 2月24日（周二）10:50（北京时间）前确认问题",
        "SPT-001 · 2026-02-06",
        "中国节假日官方数据至 2026-12-28",
        "时区数据 2026f",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = response.get_description().unwrap_or_default();
    assert!(said.contains("节假日（春节）"), "{said}");
    let unfolded = file.text.replace("\r\n ", "");
    assert!(unfolded.contains(
        "DESCRIPTION:90 % 警告：P2 首次响应，2月24日（周二）10:38（北京时间）。升级给高级工程师 §3.1.2\r\n"
    ));
    assert!(unfolded.contains("DESCRIPTION:80 % 预警：P2 解决（预计），"));
}

#[test]
fn the_same_in_english() {
    let file = file(Lang::En, &[submitted()], "2026-02-14 18:00").expect("two are to come");
    let events = read(&file);
    assert_eq!(events[0].get_summary(), Some("P2 First response due"));
    assert_eq!(
        events[1].get_summary(),
        Some("P2 Resolution due (projected)")
    );
    let said = events[0].get_description().unwrap_or_default();
    assert!(said.contains("holiday (Spring Festival)"), "{said}");
    assert!(
        !file
            .text
            .chars()
            .any(|letter| ('\u{3000}'..'\u{a000}').contains(&letter)),
        "{}",
        file.text
    );
}

#[test]
fn a_later_file_replaces_the_earlier() {
    let uids = |events: &[Event], now: &str| -> Vec<String> {
        let file = file(Lang::En, events, now).expect("something is to come");
        let events = read(&file);
        let uids = events.iter().map(|event| event.get_uid());
        uids.map(|uid| uid.expect("an identifier").to_owned())
            .collect()
    };
    let to = Rank(1);
    let first = uids(&[submitted()], "2026-02-14 18:00");
    let changed = [
        submitted(),
        event("2026-02-24 09:10", EventKind::PriorityChanged { to }),
    ];
    assert_eq!(uids(&changed, "2026-02-24 09:15"), first);
}

#[test]
fn what_is_past_is_left_out() {
    let file = file(Lang::En, &[submitted()], "2026-02-24 10:38").expect("two are to come");
    assert_eq!(read(&file).len(), 2);
    assert_eq!(alarms(&file)[..2], ["20260224T024400Z", "20260224T025000Z"]);
}

#[test]
fn stopped_and_paused_clocks_are_left_out() {
    let replied = event("2026-02-24 09:10", EventKind::FirstReply);
    let confirmed = event("2026-02-24 09:20", EventKind::Confirmed);
    let reason = "等客户".to_owned();
    let paused = event("2026-02-24 09:30", EventKind::Paused { reason });
    let resolved = event("2026-02-24 11:30", EventKind::Resolved);
    let summaries = |events: &[Event]| {
        let file = file(Lang::En, events, "2026-02-24 10:00")?;
        let events = read(&file);
        let summaries = events.iter().map(|event| event.get_summary());
        Ok(summaries
            .flatten()
            .map(ToOwned::to_owned)
            .collect::<Vec<_>>())
    };
    let open = [submitted(), replied.clone(), confirmed.clone()];
    assert_eq!(summaries(&open), Ok(vec!["P2 Resolution due".to_owned()]));
    // Response does not pause.
    let waiting = [submitted(), confirmed.clone(), paused.clone()];
    assert_eq!(
        summaries(&waiting),
        Ok(vec!["P2 First response due".to_owned()])
    );
    let both = [submitted(), replied.clone(), confirmed.clone(), paused];
    assert_eq!(summaries(&both), Err(PAUSED));
    let over = [submitted(), replied, confirmed, resolved];
    assert_eq!(summaries(&over), Err(NOTHING));
}

#[test]
fn a_provisional_deadline_says_so() {
    let priority = Rank(4);
    let late = event("2026-12-31 17:00", EventKind::Submitted { priority });
    let file = file(Lang::En, &[late], "2026-12-31 17:30").expect("two are to come");
    let said = read(&file)[0]
        .get_description()
        .unwrap_or_default()
        .to_owned();
    assert!(said.contains("whose holidays are not announced"), "{said}");
}
