//! Any text as a policy: an error that can be told in both languages, or a policy that assesses a ticket.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use sla_planner::engine::{
    Assessment, Calendar, History, Instant, Ledger, Policy, Rank, Schedule, Terms,
};
use sla_planner::text::{Lang, error};

fuzz_target!(|text: &str| {
    let policy = match Policy::read(text) {
        Ok(policy) => policy,
        Err(found) => {
            let zone = "Asia/Shanghai".parse().expect("a zone");
            for lang in Lang::ALL {
                assert!(!error(lang, zone, &found).is_empty());
            }
            return;
        }
    };
    // Without holidays, so that a round is soon done.
    let calendar = Calendar::weekly(policy.zone, policy.working_time.clone());
    let readings = policy.readings;
    let Ok(terms) = Terms::new(Arc::new(policy), Arc::new(Schedule::new(calendar)), readings) else {
        return;
    };
    let start: Instant = "2026-02-14T17:50:00+08:00".parse().expect("an instant");
    let Ok(assessment) = Assessment::of(&terms, &History::submitted(start, Rank(0)), start) else {
        return;
    };
    for clock in &assessment.clocks {
        assert!(clock.marks.is_sorted());
        let ledger = Ledger::of(&terms, &History::submitted(start, Rank(0)), clock, clock.due);
        assert_eq!(ledger.map(|ledger| ledger.counted()), Ok(clock.seconds));
    }
});
