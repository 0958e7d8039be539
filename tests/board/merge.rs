//! An import merged into tickets that are there.

use sla_planner::board::{Batch, Fate, Merge, Merged, Tickets};
use sla_planner::engine::{Error, Event, EventKind, Fault, Rank};
use sla_planner::plan::{Ticket, TicketEdit};

use super::cases::at;

fn event(minute: i64, sequence: Option<u32>, kind: EventKind) -> Event {
    Event {
        at: at(60 * minute),
        sequence,
        kind,
    }
}

fn submitted(minute: i64) -> Event {
    event(minute, None, EventKind::Submitted { priority: Rank(2) })
}

fn paused(minute: i64, sequence: Option<u32>) -> Event {
    let reason = "等客户".to_owned();
    event(minute, sequence, EventKind::Paused { reason })
}

/// What there is of `SPT-1`, what the row says of it, and what becomes of it: the events after it, or the fault.
type Case = (
    &'static str,
    Vec<Event>,
    Vec<Event>,
    Result<Vec<Event>, Fault>,
);

fn cases() -> Vec<Case> {
    let reply = |minute, sequence| event(minute, sequence, EventKind::FirstReply);
    let confirmed = |minute, sequence| event(minute, sequence, EventKind::Confirmed);
    let resolved = |minute, sequence| event(minute, sequence, EventKind::Resolved);
    let resumed = |minute, sequence| event(minute, sequence, EventKind::Resumed);
    vec![
        (
            "what was imported is replaced",
            vec![submitted(0), reply(5, None)],
            vec![submitted(1), reply(6, None), resolved(9, None)],
            Ok(vec![submitted(1), reply(6, None), resolved(9, None)]),
        ),
        (
            "what is no longer told has not happened",
            vec![submitted(0), reply(5, None), resolved(9, None)],
            vec![submitted(0), reply(5, None)],
            Ok(vec![submitted(0), reply(5, None)]),
        ),
        (
            "what was entered here stays",
            vec![submitted(0), paused(3, Some(1))],
            vec![submitted(0), reply(2, None)],
            Ok(vec![submitted(0), reply(2, None), paused(3, Some(1))]),
        ),
        (
            "a pause that was entered ends with an imported solution",
            vec![submitted(0), paused(3, Some(1)), resumed(5, Some(2))],
            vec![submitted(0), resolved(9, None)],
            Ok(vec![
                submitted(0),
                paused(3, Some(1)),
                resumed(5, Some(2)),
                resolved(9, None),
            ]),
        ),
        (
            "a submission that was entered gives way",
            vec![
                event(0, Some(0), EventKind::Submitted { priority: Rank(0) }),
                confirmed(4, Some(1)),
            ],
            vec![submitted(2)],
            Ok(vec![submitted(2), confirmed(4, Some(1))]),
        ),
        (
            "a reply that was entered is not given twice",
            vec![submitted(0), reply(5, Some(1))],
            vec![submitted(0), reply(4, None)],
            Err(Fault::RepliedTwice),
        ),
        (
            "the same reply is one",
            vec![submitted(0), reply(5, Some(1))],
            vec![submitted(0), reply(5, None)],
            Ok(vec![submitted(0), reply(5, Some(1))]),
        ),
        (
            "what was entered cannot come before the submission",
            vec![submitted(0), reply(5, Some(1))],
            vec![submitted(6)],
            Err(Fault::BeforeSubmission),
        ),
        (
            "nothing is confirmed after it was resolved",
            vec![submitted(0), confirmed(5, Some(1))],
            vec![submitted(0), resolved(4, None)],
            Err(Fault::ConfirmedAfterResolution),
        ),
    ]
}

fn batch(rows: &[(&str, &str, &[Event])]) -> Batch {
    let mut batch = Batch::default();
    for (line, (number, title, events)) in (2..).zip(rows) {
        batch.push(line, number, title, events);
    }
    Batch::read(&batch.write()).expect("it is whole")
}

#[test]
fn rows_are_merged_by_number() {
    for (name, before, imported, expected) in cases() {
        let ticket = Ticket {
            key: 7,
            number: "SPT-1".to_owned(),
            title: "登录".to_owned(),
            events: before.clone(),
        };
        let mut tickets = Tickets::default();
        let index = tickets.put(&ticket);
        let mut merge = Merge::default();
        merge.take(batch(&[("SPT-1", "", &imported)]), &tickets);
        let (fate, row) = merge.row(0).expect("a row");
        match expected {
            Ok(events) => {
                let changes = events != before;
                let expected = if changes {
                    Fate::Changed(7)
                } else {
                    Fate::Unchanged(7)
                };
                assert_eq!(fate, expected, "{name}");
                let after = row.edit().apply(&ticket).expect(name).expect(name);
                assert_eq!(after.events, events, "{name}");
                assert_eq!(
                    after.title, "登录",
                    "{name}: a title stays where none is told"
                );
                assert_eq!(merge.conflicts(), [], "{name}");
            }
            Err(fault) => {
                assert_eq!(fate, Fate::Conflict(7), "{name}");
                let [conflict] = merge.conflicts() else {
                    panic!("{name}: {:?}", merge.conflicts());
                };
                assert_eq!((conflict.line, conflict.key), (2, 7));
                assert_eq!(conflict.number, "SPT-1");
                let found = matches!(&conflict.error, Error::Contradiction { fault: found, .. } if *found == fault);
                assert!(found, "{name}: {:?}", conflict.error);
                assert_eq!(tickets.get(index), Some(ticket), "{name}");
            }
        }
    }
}

#[test]
fn importing_again_changes_nothing() {
    let all: Vec<Vec<Event>> = cases()
        .into_iter()
        .map(|(_, _, imported, _)| imported)
        .collect();
    let numbers: Vec<String> = (0..all.len()).map(|place| format!("SPT-{place}")).collect();
    let rows: Vec<(&str, &str, &[Event])> = numbers
        .iter()
        .zip(&all)
        .map(|(number, events)| (number.as_str(), "登录", events.as_slice()))
        .collect();
    let mut tickets = Tickets::default();
    let mut merge = Merge::default();
    merge.take(batch(&rows), &tickets);
    assert_eq!(
        merge.merged(),
        Merged {
            new: rows.len(),
            ..Merged::default()
        }
    );
    for (key, (fate, row)) in (1..).zip(merge.rows(0..merge.len())) {
        assert_eq!(fate, Fate::New);
        tickets.put_row(key, &row);
    }
    let mut again = Merge::default();
    again.take(batch(&rows), &tickets);
    assert_eq!(
        again.merged(),
        Merged {
            unchanged: rows.len(),
            ..Merged::default()
        }
    );
    // Another title is a change.
    let mut retitled = Merge::default();
    retitled.take(batch(&[("SPT-0", "注销", &all[0])]), &tickets);
    assert_eq!(
        retitled.merged(),
        Merged {
            changed: 1,
            ..Merged::default()
        }
    );
}

#[test]
fn rows_without_a_number_are_new() {
    let mut tickets = Tickets::default();
    let events = [submitted(0)];
    for _ in 0..2 {
        let mut merge = Merge::default();
        merge.take(
            batch(&[("", "登录", &events), ("", "登录", &events)]),
            &tickets,
        );
        assert_eq!(
            merge.merged(),
            Merged {
                new: 2,
                ..Merged::default()
            }
        );
        for (_, row) in merge.rows(0..2) {
            let key = u32::try_from(tickets.len()).expect("few") + 1;
            tickets.put_row(key, &row);
        }
    }
    assert_eq!(tickets.len(), 4);
}

#[test]
fn batches_are_let_go_whole() {
    let tickets = Tickets::default();
    let events = [submitted(0)];
    let mut merge = Merge::default();
    for _ in 0..3 {
        merge.take(batch(&[("A", "", &events), ("B", "", &events)]), &tickets);
    }
    assert_eq!(merge.rows(0..9).count(), 6);
    merge.let_go(3);
    assert_eq!(merge.len(), 6);
    assert!(merge.row(1).is_none());
    let numbers: Vec<&str> = merge.rows(2..6).map(|(_, row)| row.number()).collect();
    assert_eq!(numbers, ["A", "B", "A", "B"]);
}

#[test]
fn an_edit_that_contradicts_is_refused() {
    let ticket = Ticket {
        key: 1,
        number: String::new(),
        title: String::new(),
        events: vec![
            submitted(0),
            paused(3, Some(1)),
            event(5, Some(2), EventKind::Resumed),
        ],
    };
    let removed = TicketEdit::RemoveEvent { sequence: 1 }.apply(&ticket);
    assert!(matches!(
        removed,
        Err(Error::Contradiction {
            fault: Fault::ResumedWhileNotPaused,
            ..
        })
    ));
    let removed = TicketEdit::RemoveEvent { sequence: 2 }.apply(&ticket);
    assert_eq!(removed.expect("it goes").expect("it stays").events.len(), 2);
    let none = TicketEdit::RemoveEvent { sequence: 9 }.apply(&ticket);
    assert_eq!(none, Ok(Some(ticket.clone())));
    assert_eq!(TicketEdit::Delete.apply(&ticket), Ok(None));
    let before = TicketEdit::Add {
        at: at(-60),
        kind: EventKind::FirstReply,
    };
    assert!(before.apply(&ticket).is_err());
    let resolved = TicketEdit::Add {
        at: at(600),
        kind: EventKind::Resolved,
    };
    let after = resolved
        .apply(&ticket)
        .expect("it can be resolved")
        .expect("it stays");
    assert_eq!(
        after.events.last().and_then(|event| event.sequence),
        Some(3)
    );
    let replaced = TicketEdit::Replace {
        number: "SPT-9".to_owned(),
        title: "登录".to_owned(),
        events: vec![event(9, Some(1), EventKind::Resolved), submitted(0)],
    };
    let after = replaced
        .apply(&ticket)
        .expect("no contradiction")
        .expect("it stays");
    assert_eq!((after.key, after.number.as_str()), (1, "SPT-9"));
    assert!(after.events.is_sorted(), "events are kept in their order");
}
