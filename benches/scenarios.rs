//! How fast scenarios are compared, by Criterion; `make bench`.
#![allow(missing_docs, reason = "Criterion's macros write items of their own")]

use std::hint::black_box;
use std::sync::Arc;

#[path = "work/scenarios.rs"]
mod work;

use chrono::NaiveDate;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sla_planner::board::Tickets;
use sla_planner::engine::{Counts, History, Rank, Terms};
use sla_planner::simulate::{Comparison, HolidayBlock, Rehearsal, Shift, WaitMap, YearGrid};

use work::{TICKETS, now, scenarios, tickets};

fn finish(comparison: &mut Comparison, tickets: &Tickets) {
    while comparison.work(tickets, now(), usize::MAX) {}
}

fn compared(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("10 000 tickets");
    let tickets = tickets();
    let all = scenarios();
    let mut comparison = Comparison::new(&all);
    finish(&mut comparison, &tickets);
    group.throughput(Throughput::Elements(4 * u64::from(TICKETS)));
    group.bench_function("4 scenarios recomputed", |bench| {
        bench.iter(|| {
            comparison.renew();
            finish(&mut comparison, &tickets);
            comparison.rows().len()
        });
    });
    group.throughput(Throughput::Elements(TICKETS.into()));
    // As after each edit: the same scenario, under terms made anew.
    group.bench_function("1 scenario recomputed", |bench| {
        bench.iter(|| {
            let mut edited = all.clone();
            if let Some(last) = edited.get_mut(1) {
                *last = Arc::new(Terms::clone(last));
            }
            comparison.set_scenarios(&edited);
            finish(&mut comparison, &tickets);
            comparison.rows().len()
        });
    });
    group.finish();
}

fn derived(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("simulate");
    let all = scenarios();
    let [base, other, ..] = all.as_slice() else {
        return;
    };
    let date = NaiveDate::from_ymd_opt(2026, 2, 10).expect("a date");
    group.bench_function("week map", |bench| {
        bench.iter(|| WaitMap::of_week(black_box(base), date));
    });
    group.bench_function("year", |bench| {
        bench.iter(|| YearGrid::of(black_box(base), 2026, date));
    });
    let blocks = HolidayBlock::in_year(base.calendar(), Counts::default(), 2026);
    let spring = blocks.get(1).expect("the year has it");
    group.bench_function("rehearsal", |bench| {
        bench.iter(|| Rehearsal::of(black_box(base), spring, 36_000, 3));
    });
    let submitted = "2026-02-13T17:00:00+08:00".parse().expect("an instant");
    let history = History::submitted(submitted, Rank(4));
    group.bench_function("difference explained", |bench| {
        bench.iter(|| Shift::of((base, other), black_box(&history), 1, now()));
    });
    group.finish();
}

criterion_group!(benches, compared, derived);
criterion_main!(benches);
