//! What is to come of many tickets as a calendar file, read back by another library.

use std::collections::BTreeSet;

use icalendar::{Calendar, CalendarComponent, Component, Event as Read};
use sla_planner::board::Board;
use sla_planner::engine::{ClockReading, Event, EventKind};
use sla_planner::plan::Ticket;
use sla_planner::text::agenda::{Agenda, MOST_EVENTS};
use sla_planner::text::calendar::{CalendarFile, NOTHING, PAUSED};
use sla_planner::text::{Lang, Phrase, Reader};

#[path = "common/tickets.rs"]
mod tickets;
use tickets::{at, submitted, terms, ticket};

const NOW: &str = "2026-02-24T10:41:07+08:00";

fn file(lang: Lang, tickets: &[Ticket]) -> Result<(CalendarFile, String), Phrase> {
    let mut board = Board::new(terms(ClockReading::WorkingTime));
    for ticket in tickets {
        board.put(ticket);
    }
    board.reorder();
    let now = at(NOW);
    while board.work(now, 500) {}
    let zone = board.terms().policy().zone;
    let reader = Reader { lang, zone, now };
    let mut agenda = Agenda::new(now);
    for place in 0..board.len() {
        agenda.find(&board, board.rows(place..place + 1));
    }
    agenda.found();
    while agenda.write(&reader, &board, 7) {}
    agenda.file(&reader, board.terms())
}

fn read(file: &CalendarFile) -> Vec<Read> {
    for line in file.text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let calendar: Calendar = file.text.parse().expect("another library reads it");
    let events = calendar.components.into_iter();
    let events = events.map(|component| match component {
        CalendarComponent::Event(event) => event,
        other => panic!("an event: {other:?}"),
    });
    let events: Vec<Read> = events.collect();
    let uids: BTreeSet<&str> = events.iter().filter_map(Component::get_uid).collect();
    assert_eq!(uids.len(), events.len(), "each event has its own name");
    events
}

fn some() -> Vec<Ticket> {
    vec![
        ticket(
            1,
            "SPT-1042",
            "登录后, 页面; 空白",
            &[("2026-02-14T17:50:00+08:00", submitted(2))],
        ),
        ticket(
            2,
            "",
            "导出报表很慢",
            &[
                ("2026-02-24T10:00:00+08:00", submitted(1)),
                ("2026-02-24T10:10:00+08:00", EventKind::FirstReply),
                ("2026-02-24T10:20:00+08:00", EventKind::Confirmed),
            ],
        ),
    ]
}

#[test]
fn the_soonest_first_each_with_its_thresholds() {
    let (file, said) = file(Lang::Zh, &some()).expect("there is something to come");
    assert_eq!(file.name, "spt-001-board-20260224T0241Z.ics");
    assert_eq!(said, "日历文件已保存：3 个到期时间，各带阈值提醒。");
    let events = read(&file);
    let titles: Vec<_> = events.iter().filter_map(Component::get_summary).collect();
    assert_eq!(
        titles,
        [
            "SPT-1042 P2 首次响应到期",
            "导出报表很慢 P1 解决到期",
            "SPT-1042 P2 解决到期（预计）"
        ]
    );
    assert_eq!(
        events[0].property_value("DTSTART"),
        Some("20260224T025000Z")
    );
    let description = events[0].get_description().expect("a description");
    assert!(
        description.starts_with("登录后, 页面; 空白\n首次响应"),
        "{description}"
    );
    assert_eq!(
        events[0].get_uid(),
        Some("spt-001-SPT-1042-1771062600-response@sla-planner")
    );
    // 95 % and 100 % of the first, all four of the others.
    assert_eq!(file.text.matches("BEGIN:VALARM").count(), 2 + 4 + 4);
}

#[test]
fn in_english() {
    let (file, said) = file(Lang::En, &some()[..1]).expect("there is something to come");
    assert_eq!(
        said,
        "The calendar file is saved: 2 due times, each with alarms at its thresholds."
    );
    assert_eq!(
        read(&file)[0].get_summary(),
        Some("SPT-1042 P2 First response due")
    );
}

#[test]
fn names_hold_from_file_to_file() {
    let mut tickets = some();
    let uids = |tickets: &[Ticket]| {
        let (file, _) = file(Lang::Zh, tickets).expect("there is something to come");
        let events = read(&file).into_iter();
        let uids = events.filter_map(|event| event.get_uid().map(str::to_owned));
        uids.collect::<BTreeSet<_>>()
    };
    let before = uids(&tickets);
    // Entered anew, under another key and with another title; only where there is no number the key tells.
    tickets[0].key = 99;
    tickets[0].title.clear();
    assert_eq!(uids(&tickets), before);
}

#[test]
fn two_of_one_number_are_two_events() {
    let twice = [
        ticket(1, "A/1", "", &[("2026-02-24T10:30:00+08:00", submitted(4))]),
        ticket(2, "A-1", "", &[("2026-02-24T10:30:00+08:00", submitted(4))]),
    ];
    let (file, _) = file(Lang::En, &twice).expect("there is something to come");
    assert_eq!(read(&file).len(), 4);
}

#[test]
fn what_is_paused_is_left_out_and_said() {
    let reason = String::new();
    let mut tickets = some();
    tickets[1].events.push(Event::new(
        at("2026-02-24T10:30:00+08:00"),
        EventKind::Paused { reason },
    ));
    let (file, said) = file(Lang::En, &tickets).expect("there is something to come");
    assert_eq!(read(&file).len(), 2);
    assert!(
        said.ends_with("Left out, as it is not sure when they are due: 1 paused."),
        "{said}"
    );
    assert_eq!(self::file(Lang::En, &tickets[1..]), Err(PAUSED));
}

#[test]
fn nothing_to_come_is_no_file() {
    assert_eq!(file(Lang::Zh, &[]), Err(NOTHING));
    let over = [ticket(
        1,
        "A",
        "",
        &[("2025-02-24T10:30:00+08:00", submitted(0))],
    )];
    assert_eq!(file(Lang::Zh, &over), Err(NOTHING));
}

#[test]
fn a_thousand_at_most_and_the_rest_is_said() {
    let many: Vec<Ticket> = (1..=600_u32)
        .map(|key| {
            let start = at("2026-02-24T09:00:00+08:00")
                .plus(key.into())
                .expect("in range");
            Ticket {
                key,
                number: format!("SPT-{key}"),
                title: String::new(),
                events: vec![Event::new(start, submitted(4))],
            }
        })
        .collect();
    let (file, said) = file(Lang::Zh, &many).expect("there is something to come");
    assert_eq!(read(&file).len(), MOST_EVENTS);
    assert!(
        said.contains("一个文件最多 1\u{202f}000 个，较晚的 200 个没有放进去"),
        "{said}"
    );
}
