//! Many tickets at once.

use std::sync::Arc;

use sla_planner::board::{Batch, Board, Column, Filter, Order, State, Tickets};
use sla_planner::engine::{Event, EventKind, Instant, Policy, Rank, Readings, Schedule, Terms};
use sla_planner::plan::Ticket;

use super::cases::at;

fn terms() -> Arc<Terms> {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let terms = Terms::new(policy.into(), schedule.into(), Readings::default());
    terms.expect("the policy holds").into()
}

fn submitted(second: i64, rank: u8) -> Vec<Event> {
    let priority = Rank(rank);
    vec![Event::new(at(second), EventKind::Submitted { priority })]
}

fn ticket(key: u32, events: Vec<Event>) -> Ticket {
    Ticket {
        key,
        number: format!("SPT-{}", 10_000 + key),
        title: format!("无法登录控制台，第 {key} 次"),
        events,
    }
}

fn finish(board: &mut Board, now: Instant) {
    while board.work(now, 1_000) {}
}

#[test]
fn a_ticket_takes_a_hundred_bytes_at_most() {
    let mut tickets = Tickets::default();
    for key in 1..=50_000 {
        let mut events = submitted(key.into(), 2);
        events.push(Event::new(at(i64::from(key) + 60), EventKind::FirstReply));
        tickets.put(&ticket(key, events));
    }
    let each = tickets.size() / tickets.len();
    assert!(each <= 100, "{each} bytes");
    // Others take more, but not much.
    for key in 1..=50_000 {
        let mut ticket = tickets.get(key - 1).expect("it is there");
        let reason = "等客户".to_owned();
        ticket.events.push(Event {
            at: at(i64::from(key) + 90),
            sequence: Some(1),
            kind: EventKind::Paused { reason },
        });
        tickets.put(&ticket);
    }
    let each = tickets.size() / tickets.len();
    assert!(each <= 130, "{each} bytes with a pause");
}

#[test]
fn what_is_deleted_leaves_its_room() {
    let mut board = Board::new(terms());
    let most = 20_000;
    for key in 1..=most {
        board.put(&ticket(key, submitted(0, 2)));
    }
    finish(&mut board, at(0));
    let size = board.size();
    for round in 1..4 {
        let keys = |round: u32| ((round - 1) * most + 1)..=(round * most);
        // Every other one goes, then the rest: gaps are closed meanwhile.
        let odd: Vec<u32> = keys(round).filter(|key| key % 2 == 1).collect();
        board.remove(&odd);
        finish(&mut board, at(0));
        let even: Vec<u32> = keys(round).filter(|key| key % 2 == 0).collect();
        for key in even.iter().take(50) {
            let index = board.tickets().index_of(*key).expect("it is there");
            assert_eq!(
                board.tickets().get(index),
                Some(ticket(*key, submitted(0, 2)))
            );
        }
        board.remove(&even);
        assert_eq!((board.tickets().len(), board.tally().total), (0, 0));
        for key in keys(round + 1) {
            board.put(&ticket(key, submitted(0, 2)));
        }
        finish(&mut board, at(0));
        assert_eq!(board.tickets().find("SPT-10001"), None);
        let last = format!("SPT-{}", 10_000 + (round + 1) * most);
        assert!(board.tickets().find(&last).is_some());
    }
    assert!(
        board.size() < size + size / 5,
        "{} after {size}",
        board.size()
    );
}

#[test]
fn whatever_crosses_at_once_is_told() {
    let mut board = Board::new(terms());
    let many = 3_000_u32;
    for key in 1..=many {
        board.put(&ticket(key, submitted(0, 2)));
    }
    board.reorder();
    finish(&mut board, at(0));
    assert_eq!(board.tally().state(State::Ok), 3_000);
    // 80 % of 2 h.
    assert!(board.tick(at(5_759)).crossed.is_empty());
    let mut told = board.tick(at(5_760)).crossed;
    assert!(
        !told.is_empty() && told.len() < 3_000,
        "a tick does not take long"
    );
    assert!(board.has_work());
    finish(&mut board, at(5_760));
    told.extend(board.tick(at(5_761)).crossed);
    let mut keys: Vec<u32> = told.iter().map(|crossed| crossed.key).collect();
    keys.sort_unstable();
    assert_eq!(keys, (1..=many).collect::<Vec<u32>>());
    assert!(told.iter().all(|crossed| crossed.crossing.at == at(5_760)));
    assert_eq!(board.tally().state(State::Early), 3_000);
    assert!(board.order_changed());
    // A sleep over all that is left: each clock is told once, at the highest it reached.
    let mut told = board.tick(at(8_000)).crossed;
    finish(&mut board, at(8_000));
    told.extend(board.tick(at(8_001)).crossed);
    assert_eq!(told.len(), 3_000);
    assert!(told.iter().all(|crossed| crossed.crossing.threshold == 3));
    assert!(told.iter().all(|crossed| crossed.crossing.at == at(7_201)));
    assert_eq!(board.tally().state(State::Breached), 3_000);
    // The clock goes back: nothing is told of that.
    assert!(board.tick(at(0)).crossed.is_empty());
    assert_eq!(board.unseen_count(), 3_000);
    finish(&mut board, at(0));
    assert!(board.tick(at(1)).crossed.is_empty());
    assert_eq!(board.tally().state(State::Ok), 3_000);
}

#[test]
fn edits_are_not_told_as_crossings() {
    let mut board = Board::new(terms());
    board.put(&ticket(1, submitted(0, 2)));
    finish(&mut board, at(0));
    board.tick(at(10));
    board.put(&ticket(1, submitted(-7_000, 2)));
    finish(&mut board, at(10));
    let crossings = board.tick(at(11));
    assert_eq!((crossings.crossed.len(), crossings.changed), (0, 0));
    assert_eq!(board.state(0), Some(State::Critical));
}

#[test]
fn orders_are_these() {
    let kinds = |kinds: &[EventKind]| {
        let mut events = submitted(0, 2);
        let later = (1..).zip(kinds);
        events.extend(later.map(|(minute, kind)| Event::new(at(60 * minute), kind.clone())));
        events
    };
    let reason = String::new();
    let paused = EventKind::Paused { reason };
    let mut board = Board::new(terms());
    for (key, number, events) in [
        (1, "B-10", submitted(0, 2)),
        (2, "b-9", submitted(-9_000, 2)),
        (3, "", submitted(-30_000, 4)),
        (
            4,
            "A-1",
            kinds(&[EventKind::FirstReply, EventKind::Confirmed, paused]),
        ),
        (
            5,
            "B-10",
            kinds(&[
                EventKind::FirstReply,
                EventKind::Confirmed,
                EventKind::Resolved,
            ]),
        ),
        (6, "A-2", kinds(&[EventKind::FirstReply])),
        (7, "B-009", submitted(-9_500, 2)),
        (8, "a", submitted(3_000, 0)),
        (9, "c", vec![Event::new(at(0), EventKind::FirstReply)]),
    ] {
        let number = number.to_owned();
        let title = String::new();
        board.put(&Ticket {
            key,
            number,
            title,
            events,
        });
    }
    let now = at(3_000);
    let mut keys = |column: Column, descending: bool| {
        board.set_order(Order { column, descending });
        finish(&mut board, now);
        let rows = board.rows(0..99).iter();
        let keys = rows.filter_map(|index| board.tickets().key(*index));
        keys.map(|key| key.to_string())
            .collect::<Vec<String>>()
            .join(" ")
    };
    let orders = [
        // 8 in 12 minutes, 1 at 96 of 120 minutes; overdue 7, 2, 3; 6 waits and 9 is faulty; 4 paused; 5 met.
        (Column::Next, "8 1 7 2 3 6 9 4 5", "1 8 3 2 7 9 6 4 5"),
        (Column::Number, "8 4 6 7 2 1 5 9 3", "9 1 5 2 7 6 4 8 3"),
        (Column::Priority, "8 9 1 2 4 5 6 7 3", "3 1 2 4 5 6 7 8 9"),
        (Column::State, "2 3 7 1 8 4 6 9 5", "5 9 6 4 1 8 2 3 7"),
        (Column::Due(0), "7 2 3 8 1 4 5 6 9", "1 4 5 6 8 3 2 7 9"),
        (Column::Left(0), "7 2 3 8 1 4 5 6 9", "1 8 3 2 7 4 5 6 9"),
        (Column::Share(0), "8 4 5 6 1 3 2 7 9", "7 2 3 1 4 5 6 8 9"),
        (Column::Submitted, "3 7 2 1 4 5 6 8 9", "8 1 4 5 6 2 7 3 9"),
    ];
    for (column, ascending, descending) in orders {
        assert_eq!(keys(column, false), ascending, "{column:?}");
        assert_eq!(keys(column, true), descending, "{column:?} descending");
    }
}

#[test]
fn rows_stay_until_they_are_ordered_anew() {
    let mut board = Board::new(terms());
    for key in 1..=5 {
        board.put(&ticket(key, submitted(i64::from(key), 2)));
    }
    board.reorder();
    finish(&mut board, at(9));
    assert_eq!(board.rows(0..9), [0, 1, 2, 3, 4]);
    assert!(!board.order_changed());
    // An edit that changes the order, and one removed.
    board.put(&ticket(1, submitted(8, 2)));
    board.remove(&[3]);
    finish(&mut board, at(9));
    assert!(board.order_changed());
    assert_eq!(board.rows(0..9), [0, 1, 3, 4]);
    // What is new comes with the next order.
    board.put(&ticket(6, submitted(0, 2)));
    finish(&mut board, at(9));
    assert_eq!(board.len(), 4);
    board.reorder();
    finish(&mut board, at(9));
    let keys: Vec<Option<u32>> = board
        .rows(0..9)
        .iter()
        .map(|index| board.tickets().key(*index))
        .collect();
    assert_eq!(keys, [6, 2, 4, 5, 1].map(Some));
    // A filter keeps what it showed although the state changed, until then.
    board.set_filter(Filter {
        states: vec![State::Ok],
        ..Filter::default()
    });
    finish(&mut board, at(9));
    assert_eq!((board.len(), board.order_changed()), (5, false));
    board.tick(at(5_760));
    assert_eq!((board.len(), board.order_changed()), (5, true));
    assert_eq!(board.facets().total, 4);
    // By number, time moves nothing.
    board.set_filter(Filter::default());
    board.set_order(Order {
        column: Column::Number,
        descending: false,
    });
    finish(&mut board, at(5_760));
    board.tick(at(9_000));
    assert!(!board.order_changed());
}

#[test]
fn a_batch_fills_the_board() {
    let mut batch = Batch::default();
    for line in 2..1_002_u32 {
        let number = format!("SPT-{line}");
        batch.push(line, &number, "无法登录", &submitted(line.into(), 2));
    }
    let bytes = batch.write();
    assert!(bytes.len() < 35 * 1_000, "{} bytes", bytes.len());
    let batch = Batch::read(&bytes).expect("it is whole");
    let mut board = Board::new(terms());
    for (key, row) in (1..).zip(batch.rows()) {
        let index = board.put_row(key, &row);
        assert_eq!(board.tickets().get(index), Some(row.ticket(key)));
    }
    board.reorder();
    finish(&mut board, at(0));
    assert_eq!(board.len(), 1_000);
    assert_eq!(
        board.tickets().find("SPT-1001"),
        board.tickets().index_of(1_000)
    );
}
