//! The vanilla page that the board is measured against (`benches/page/van`) says of every ticket what the board
//! says, or it would be no rival. Needs Node.

use std::process::Command;
use std::sync::Arc;

use serde_json::{Value, json};
use sla_planner::board::{Board, State};
use sla_planner::engine::{ClockReading, Instant, Policy, Readings, Schedule, Terms};
use sla_planner::exchange::table::{Given, Import, Mapping, Table};
use sla_planner::plan::Ticket;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const COUNT: &str = "3000";

/// What the vanilla page says of the tickets it is given in `shape`.
fn rival(shape: &str, now: &str, clock: &str, make_up_days: bool) -> Value {
    let output = Command::new("node")
        .current_dir(ROOT)
        .arg("benches/page/answers.mjs")
        .args([COUNT, shape, now, clock, &make_up_days.to_string()])
        .output()
        .expect("Node");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// What the vanilla page calls a state.
const fn name(state: State) -> &'static str {
    match state {
        State::Breached => "Breached",
        State::Critical => "Critical",
        State::Warning => "Warning",
        State::Early => "Early warning",
        State::Ok => "On track",
        State::Paused => "Paused",
        State::NotStarted => "Not started",
        State::Faulty => "Faulty",
        State::Missed => "Missed",
        State::Met => "Met",
    }
}

/// What the board says of the ticket at `index`, in the form of `answers.mjs`.
fn answer(board: &Board, index: u32) -> Value {
    let due = |target| board.clock(index, target).map(|clock| clock.due.epoch());
    let next = board.next(index);
    let thresholds = board.terms().policy().thresholds.len();
    json!([
        board.tickets().number(index),
        due(0),
        due(1),
        next.map(|next| next.at.epoch()),
        next.map(|next| next.target * thresholds + next.threshold),
        board.state(index).map(name),
    ])
}

fn terms(clock: ClockReading, make_up_days: bool) -> Arc<Terms> {
    let policy = Policy::spt_001().expect("the contract");
    let schedule = Schedule::new(policy.calendar().expect("the calendar"));
    let readings = Readings {
        clock,
        make_up_days,
        ..Readings::default()
    };
    Arc::new(Terms::new(policy.into(), schedule.into(), readings).expect("terms"))
}

fn agrees(shape: &str, at: &str, (clock, key): (ClockReading, &str), make_up_days: bool) {
    let said = rival(shape, at, key, make_up_days);
    let policy = Policy::spt_001().expect("the contract");
    let table = Table::paste(said["text"].as_str().expect("a text")).expect("a table");
    let now: Instant = at.parse().expect("an instant");
    let given = Given {
        now,
        zone: Some("Asia/Shanghai".parse().expect("a zone")),
        reply_confirms: false,
        no_priority: None,
    };
    let import = Import::rows(&table, &Mapping::guess(&table, &policy), &policy, &given);
    assert_eq!(said["bad"], import.bad.len());

    let mut board = Board::new(terms(clock, make_up_days));
    let keyed = (1..).zip(import.good);
    let indexes: Vec<u32> = keyed
        .map(|(key, row)| {
            board.put(&Ticket {
                key,
                number: row.id,
                title: row.title,
                events: row.events,
            })
        })
        .collect();
    board.reorder();
    while board.work(now, 1_000) {}

    let answers = said["answers"].as_array().expect("answers");
    assert_eq!(answers.len(), indexes.len());
    for (index, answer_said) in indexes.iter().zip(answers) {
        let ticket = board.tickets().get(*index);
        assert_eq!(*answer_said, answer(&board, *index), "{key}, {ticket:?}");
    }
    assert_eq!(said["order"], json!(board.rows(0..board.len())), "{key}");
    let coming = indexes.iter().filter(|index| board.next(**index).is_some());
    assert!(coming.count() > 500, "too few have a threshold to come");
}

#[test]
fn the_vanilla_page_says_what_the_board_says() {
    let all_hours = (ClockReading::AllHours, "all-hours");
    let working_time = (ClockReading::WorkingTime, "working-time");
    let mixed = (ClockReading::Mixed, "mixed");
    for (shape, now) in [
        ("zh", "2026-11-24T10:00:00+08:00"),
        // After Spring Festival and its make-up days.
        ("tsv", "2026-03-10T15:30:00+08:00"),
        // On a working Saturday after the National Day.
        ("zh", "2026-10-10T11:00:00+08:00"),
    ] {
        agrees(shape, now, all_hours, true);
        agrees(shape, now, working_time, true);
        agrees(shape, now, working_time, false);
        agrees(shape, now, mixed, true);
    }
}
