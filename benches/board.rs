//! How fast a board of 100 000 tickets is, by Criterion; `make bench`.
#![allow(missing_docs, reason = "Criterion's macros write items of their own")]

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use sla_planner::board::{Board, Column, Filter, Order, Summing};
use sla_planner::engine::{
    ClockReading, Event, EventKind, Instant, Policy, Rank, Readings, Schedule, Terms,
};
use sla_planner::plan::Ticket;

#[path = "work/random.rs"]
mod random;
use random::Random;

const TICKETS: u32 = 100_000;

fn terms(clock: ClockReading) -> Arc<Terms> {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let readings = Readings {
        clock,
        ..Readings::default()
    };
    let terms = Terms::new(policy.into(), schedule.into(), readings);
    terms.expect("the policy holds").into()
}

fn now() -> Instant {
    "2026-11-24T11:00:00+08:00".parse().expect("an instant")
}

/// Tickets of the last two weeks: half of them resolved, some paused.
fn tickets(paused: bool) -> Vec<Ticket> {
    let mut random = Random(1);
    let ticket = |key: u32| {
        let priority = Rank(u8::try_from(random.below(5)).expect("small"));
        let mut at = now().plus(-random.below(14 * 86_400)).expect("in range");
        let mut events = vec![Event::new(at, EventKind::Submitted { priority })];
        let reason = String::new();
        let kinds = [
            EventKind::FirstReply,
            EventKind::Confirmed,
            EventKind::Paused { reason },
            EventKind::Resolved,
        ];
        for kind in kinds {
            at = at.plus(random.below(4 * 3_600)).expect("in range");
            if at > now() || random.below(6) == 0 {
                break;
            }
            if paused || !matches!(kind, EventKind::Paused { .. }) {
                events.push(Event::new(at, kind));
            }
        }
        Ticket {
            key,
            number: format!("SPT-{}", 10_000 + key),
            title: format!("无法登录控制台，第 {key} 次"),
            events,
        }
    };
    (1..=TICKETS).map(ticket).collect()
}

fn filled(clock: ClockReading, paused: bool) -> Board {
    let mut board = Board::new(terms(clock));
    for ticket in tickets(paused) {
        board.put(&ticket);
    }
    finish(&mut board);
    board
}

fn finish(board: &mut Board) {
    while board.work(now(), 4_000) {}
}

fn board(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("board of 100 000 tickets");
    group.throughput(Throughput::Elements(TICKETS.into()));
    group.sample_size(20);
    let all = tickets(false);
    let under = terms(ClockReading::AllHours);
    group.bench_function("filled", |bench| {
        bench.iter_batched(
            || Board::new(Arc::clone(&under)),
            |mut board| {
                for ticket in &all {
                    board.put(ticket);
                }
                board
            },
            BatchSize::LargeInput,
        );
    });
    for (name, clock, paused) in [
        ("24x7", ClockReading::AllHours, false),
        ("working time", ClockReading::WorkingTime, false),
        ("working time, with pauses", ClockReading::WorkingTime, true),
    ] {
        let mut board = filled(clock, paused);
        let under = Arc::clone(board.terms());
        group.bench_function(format!("looked at and sorted, {name}"), |bench| {
            bench.iter(|| {
                board.set_terms(Arc::clone(&under));
                board.reorder();
                finish(&mut board);
                board.len()
            });
        });
    }
    let mut board = filled(ClockReading::WorkingTime, false);
    for (name, column) in [
        ("next", Column::Next),
        ("number", Column::Number),
        ("due", Column::Due(1)),
        ("share", Column::Share(1)),
    ] {
        group.bench_function(format!("sorted by {name}"), |bench| {
            bench.iter(|| {
                board.set_order(Order {
                    column,
                    descending: true,
                });
                finish(&mut board);
                board.len()
            });
        });
    }
    for text in ["登录", "9x9", "spt-1", "控制台 77"] {
        group.bench_function(format!("found {text}"), |bench| {
            bench.iter(|| {
                board.set_filter(Filter {
                    text: text.to_owned(),
                    ..Filter::default()
                });
                finish(&mut board);
                board.set_filter(Filter::default());
                board.len()
            });
        });
    }
    group.bench_function("summary", |bench| {
        bench.iter(|| {
            let mut summing = Summing::new(&board, None, now());
            while summing.work(&board, 4_000) {}
            summing.finish()
        });
    });
    finish(&mut board);
    let mut at = now();
    group.bench_function("ticked for an hour", |bench| {
        bench.iter(|| {
            let mut crossed = 0;
            for _ in 0..3_600 {
                at = at.plus(1).expect("in range");
                crossed += board.tick(black_box(at)).crossed.len();
            }
            crossed
        });
    });
    group.finish();
}

criterion_group!(benches, board);
criterion_main!(benches);
