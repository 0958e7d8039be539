//! Any text as a plan: what is read is written as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sla_planner::plan::Plan;

fuzz_target!(|text: &str| {
    if let Ok(plan) = Plan::read(text) {
        assert_eq!(Plan::read(&plan.write()), Ok(plan));
    }
});
