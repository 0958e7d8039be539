//! Any bytes as a file of holidays: a fault that can be told in both languages, or days in order, within bounds,
//! each of which can be told; and what they make of a calendar is read back as it is written.
#![no_main]

use chrono::Weekday;
use libfuzzer_sys::fuzz_target;
use sla_planner::engine::{Calendar, WeeklyHours};
use sla_planner::exchange::holidays::{
    Applying, MOST_DAYS, MOST_WORK, Options, paste, read, write_json,
};
use sla_planner::text::{Lang, holiday_import as text};

fuzz_target!(|input: (u8, &[u8])| {
    let (year, bytes) = input;
    let zone = "Asia/Shanghai".parse().expect("a zone");
    let options = Options {
        year: (year > 0).then_some(1_970 + i32::from(year % 131)),
        ..Options::new(zone)
    };
    let import = match read(bytes.to_vec(), "", &options) {
        Ok(import) => import,
        Err(fault) => {
            for lang in Lang::ALL {
                assert!(!text::fault(lang, &fault).is_empty());
            }
            return;
        }
    };
    assert!(import.days().len() <= MOST_DAYS && import.work() <= MOST_WORK);
    assert!(import.days().is_sorted_by_key(|day| day.date));
    for lang in Lang::ALL {
        for bad in import.bad() {
            assert!(!text::bad(lang, bad).is_empty());
        }
    }
    let days = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let hours = WeeklyHours::on(days, "09:00-18:00".parse().expect("hours"));
    let week = Calendar::weekly(zone, hours);
    let applying = Applying {
        replaces: true,
        official: false,
    };
    let calendar = import.apply(week.clone(), applying);
    let Ok(again) = paste(&write_json(&calendar), &options) else {
        assert!(import.taken().next().is_none() || write_json(&calendar).len() > 1_000_000);
        return;
    };
    let again = again.apply(week, applying);
    assert!(again.holidays.keys().eq(calendar.holidays.keys()));
    assert!(again.dated.keys().eq(calendar.dated.keys()));
});
