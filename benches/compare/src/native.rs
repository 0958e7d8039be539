//! The engine natively, and the opening-hours crate where it can do the same. Prints a JSON line a case.

#[path = "rounds.rs"]
mod rounds;
#[path = "../../work/mod.rs"]
#[allow(dead_code, reason = "the benchmarks share it")]
mod work;

use std::time::Duration;

use chrono::{DateTime, NaiveDateTime};
use opening_hours::OpeningHours;
use rounds::Rounds;
use sla_planner::engine::{Counts, Instant, Timetable};
use work::{HOUR, STARTS};

fn main() {
    let mut rounds = Rounds::new();
    for (case, hours) in [("8 h", 8), ("48 h", 48), ("2000 h", 2_000)] {
        measure("native", case, || rounds.due(hours));
    }
    measure("native", "tickets", || rounds.tickets());
    measure("native", "scenarios", || rounds.scenarios());

    // Without holidays: the crate knows no list of dates of one's own.
    let mut calendar = work::calendar();
    calendar.holidays.clear();
    calendar.dated.clear();
    let timetable = Timetable::compile(&calendar, Counts::default());
    let starts = work::starts();
    measure("native", "48 h without holidays", || {
        work::due(&timetable, &starts, 48 * HOUR)
    });
    let hours = OpeningHours::parse("Mo-Fr 09:00-18:00").expect("an expression");
    measure("opening-hours", "48 h without holidays", || {
        starts
            .iter()
            .map(|&start| due(&hours, start, 48 * HOUR))
            .sum()
    });
}

/// Runs rounds of `STARTS` for a while; prints how many starts a second the quickest tenth of them makes:
/// others take the core away from the rest.
fn measure(engine: &str, case: &str, mut round: impl FnMut() -> i64) {
    let sum = round();
    let mut times = Vec::new();
    let end = std::time::Instant::now() + Duration::from_millis(200);
    while std::time::Instant::now() < end {
        let started = std::time::Instant::now();
        assert_eq!(round(), sum, "the same starts give the same dues");
        times.push(started.elapsed());
    }
    times.sort_unstable();
    let per_second = STARTS as f64 / times[times.len() / 10].as_secs_f64();
    println!(
        "{{\"engine\":\"{engine}\",\"case\":\"{case}\",\"perSecond\":{per_second:.0},\"sum\":{sum}}}"
    );
}

/// Eight hours east of UTC all year.
const BEIJING: i64 = 8 * HOUR;

/// The due time by walking over the open intervals.
fn due(hours: &OpeningHours, start: Instant, target: i64) -> i64 {
    let local = |second: i64| -> NaiveDateTime {
        DateTime::from_timestamp(second + BEIJING, 0)
            .expect("in range")
            .naive_utc()
    };
    let mut left = target;
    for range in hours.iter_from(local(start.epoch())) {
        if range.kind != opening_hours::RuleKind::Open {
            continue;
        }
        let length = (range.range.end - range.range.start).num_seconds();
        if left <= length {
            return range.range.start.and_utc().timestamp() - BEIJING + left;
        }
        left -= length;
    }
    0
}
