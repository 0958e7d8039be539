//! The engine compiled to WebAssembly gives the answers it gives natively.
#![cfg(target_arch = "wasm32")]

use std::sync::Arc;

use sla_planner::engine::{
    Assessment, ClockReading, History, Instant, Policy, Rank, Readings, Schedule, Terms, Zone,
};
use sla_planner::exchange::moment::{Context, read};
use sla_planner::plan::Plan;
use wasm_bindgen_test::wasm_bindgen_test;

fn instant(text: &str) -> Instant {
    text.parse().expect("an instant in a test")
}

#[wasm_bindgen_test]
fn the_golden_case() {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let readings = Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    };
    let terms =
        Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("the policy holds");
    let submitted = instant("2026-02-14T17:50:00+08:00");
    let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(2)), submitted)
        .expect("an assessment");
    let marks: Vec<String> = assessment
        .clocks
        .iter()
        .flat_map(|clock| clock.marks.iter().map(Instant::to_string))
        .collect();
    let expected = [
        "2026-02-24T02:26:00Z",
        "2026-02-24T02:38:00Z",
        "2026-02-24T02:44:00Z",
        "2026-02-24T02:50:00Z",
        "2026-02-24T09:14:00Z",
        "2026-02-25T01:02:00Z",
        "2026-02-25T01:26:00Z",
        "2026-02-25T01:50:00Z",
    ];
    assert_eq!(marks, expected);
}

#[wasm_bindgen_test]
fn every_zone_unpacks() {
    let noon = instant("2026-11-23T12:00:00Z");
    let mut seen = 0;
    for name in Zone::names() {
        let zone: Zone = name.parse().expect("a name the engine gave");
        assert!(zone.offset(noon).abs() <= 14 * 3_600, "{name}");
        seen += 1;
    }
    assert!(seen > 590, "{seen} zones");
}

#[wasm_bindgen_test]
fn times_are_read() {
    let context = Context {
        now: instant("2026-11-23T11:00:00+08:00"),
        zone: "Asia/Shanghai".parse().expect("a zone"),
        date_order: None,
        date_system: Default::default(),
    };
    let read = read("46067.743056", &context).map(|moment| moment.at);
    assert_eq!(read, Ok(instant("2026-02-14T17:50:00+08:00")));
}

#[wasm_bindgen_test]
fn plans_are_read_back() {
    let plan = Plan::default();
    assert_eq!(Plan::read(&plan.write()), Ok(plan));
}
