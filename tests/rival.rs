//! The vanilla page that the board is measured against (`benches/page/van`) says of every ticket what the engine
//! says, or it would be no rival. Needs Node.

use std::process::Command;

use serde_json::Value;
use sla_planner::engine::{
    Assessment, Basis, ClockReading, Instant, Policy, Readings, Schedule, Terms, Verdict,
};
use sla_planner::exchange::table::{Given, Import, Mapping, Table};

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

/// The names that the vanilla page has for states, from the first threshold that is not reached.
const LEVELS: [&str; 5] = [
    "On track",
    "Early warning",
    "Warning",
    "Critical",
    "Breached",
];

/// What the engine says, in the form of `answers.mjs`.
fn answer(terms: &Terms, assessment: &Assessment, now: Instant, paused: bool) -> Value {
    let clocks = assessment.clocks.as_slice();
    let [response, resolution] = clocks else {
        panic!("SPT-001 has two targets")
    };
    let mut next: Option<(Instant, usize)> = None;
    let mut level = 0;
    for (place, clock) in clocks.iter().enumerate() {
        if clock.stop.is_some() || clock.basis != Basis::Recorded || clock.paused_since.is_some() {
            continue;
        }
        let status = clock.status(terms, now).expect("a status");
        level = level.max(status.level.map_or(0, |level| level + 1));
        for (threshold, mark) in clock.marks.iter().enumerate() {
            let breach = i64::from(threshold + 1 == clock.marks.len());
            let at = mark.plus(breach).expect("in range");
            let sooner = next.is_none_or(|(next, _)| at < next);
            if at > now && sooner {
                next = Some((at, place * clock.marks.len() + threshold));
            }
        }
    }
    let met = |clock: &sla_planner::engine::Clock| {
        clock.status(terms, now).expect("a status").verdict == Some(Verdict::Met)
    };
    let state = if resolution.stop.is_some() {
        ["Missed", "Met"][usize::from(met(response) && met(resolution))]
    } else if paused {
        "Paused"
    } else if response.stop.is_some() && resolution.basis != Basis::Recorded {
        "Not confirmed"
    } else {
        LEVELS[level]
    };
    serde_json::json!([
        response.due.epoch(),
        resolution.start.epoch(),
        resolution.due.epoch(),
        next.map(|(at, _)| at.epoch()),
        next.map(|(_, what)| what),
        state,
    ])
}

fn agrees(shape: &str, now: &str, clock: ClockReading, make_up_days: bool) {
    let key = match clock {
        ClockReading::AllHours => "all-hours",
        ClockReading::WorkingTime => "working-time",
        ClockReading::Mixed => "mixed",
    };
    let said = rival(shape, now, key, make_up_days);
    let policy = Policy::spt_001().expect("the contract");
    let table = Table::paste(said["text"].as_str().expect("a text")).expect("a table");
    let now: Instant = now.parse().expect("an instant");
    let given = Given {
        now,
        zone: Some("Asia/Shanghai".parse().expect("a zone")),
        reply_confirms: false,
        no_priority: None,
    };
    let import = Import::rows(&table, &Mapping::guess(&table, &policy), &policy, &given);
    assert_eq!(said["bad"], import.bad.len());

    let schedule = Schedule::new(policy.calendar().expect("the calendar"));
    let readings = Readings {
        clock,
        make_up_days,
        ..Readings::default()
    };
    let terms = Terms::new(policy.into(), schedule.into(), readings).expect("terms");
    let answers = said["answers"].as_array().expect("answers");
    assert_eq!(answers.len(), import.good.len());
    let mut nexts = Vec::new();
    for (row, answer_said) in import.good.iter().zip(answers) {
        let history = sla_planner::engine::History::read(&row.events).expect("a history");
        let assessment = Assessment::of(&terms, &history, now).expect("an assessment");
        let open = history.rounds.iter().all(|round| round.resolved.is_none());
        let paused = open
            && history
                .pauses
                .last()
                .is_some_and(|pause| pause.until.is_none());
        let answer = answer(&terms, &assessment, now, paused);
        let fields = answer_said.as_array().expect("fields");
        assert_eq!(fields[0], row.id.as_str());
        assert_eq!(
            &fields[1..],
            answer.as_array().expect("fields").as_slice(),
            "{} {:?}",
            row.id,
            row.events
        );
        nexts.push(fields[4].as_i64().unwrap_or(i64::MAX));
    }
    let mut order: Vec<usize> = (0..nexts.len()).collect();
    order.sort_by_key(|place| nexts[*place]);
    assert_eq!(said["order"], serde_json::json!(order));
    let coming = nexts.iter().filter(|next| **next != i64::MAX).count();
    assert!(coming > 500, "{coming} have a threshold to come");
}

#[test]
fn the_vanilla_page_says_what_the_engine_says() {
    for (shape, now) in [
        ("zh", "2026-11-24T10:00:00+08:00"),
        // After Spring Festival and its make-up days.
        ("tsv", "2026-03-10T15:30:00+08:00"),
        // On a working Saturday after the National Day.
        ("zh", "2026-10-10T11:00:00+08:00"),
    ] {
        agrees(shape, now, ClockReading::AllHours, true);
        agrees(shape, now, ClockReading::WorkingTime, true);
        agrees(shape, now, ClockReading::WorkingTime, false);
        agrees(shape, now, ClockReading::Mixed, true);
    }
}
