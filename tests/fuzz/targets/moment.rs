//! Any text as a time: never a panic, and never a time out of range.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sla_planner::engine::Instant;
use sla_planner::exchange::moment::{Context, DateOrder, DateSystem, Unclear, read_paste};

fuzz_target!(|input: (u8, &str)| {
    let (setting, text) = input;
    let zones = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"];
    let context = Context {
        now: "2026-11-23T03:00:00Z".parse().expect("an instant"),
        zone: zones[usize::from(setting % 4)].parse().expect("a zone"),
        date_order: [
            None,
            Some(DateOrder::DayFirst),
            Some(DateOrder::MonthFirst),
            Some(DateOrder::YearFirst),
        ][usize::from(setting / 4 % 4)],
        date_system: [DateSystem::From1900, DateSystem::From1904][usize::from(setting / 16 % 2)],
    };
    let paste = read_paste(text, &context);
    match paste.moment {
        Ok(moment) => assert!((Instant::MIN..=Instant::MAX).contains(&moment.at)),
        Err(Unclear::Which(choices)) => assert!(choices.len() > 1),
        Err(_) => {}
    }
});
