//! How fast the engine is, by Criterion; `make bench`.
#![allow(missing_docs, reason = "Criterion's macros write items of their own")]

#[path = "work/mod.rs"]
mod work;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use work::{HOUR, STARTS};

fn due(criterion: &mut Criterion) {
    let (timetable, starts) = (work::timetable(), work::starts());
    let mut group = criterion.benchmark_group("due");
    group.throughput(Throughput::Elements(STARTS as u64));
    for hours in [8, 48, 2_000] {
        group.bench_function(format!("{hours} h"), |bench| {
            bench.iter(|| work::due(&timetable, &starts, hours * HOUR));
        });
    }
    group.bench_function("counted", |bench| {
        bench.iter(|| work::counted(&timetable, &starts));
    });
    group.finish();
}

fn tickets(criterion: &mut Criterion) {
    let (terms, starts) = (work::terms(), work::starts());
    let mut group = criterion.benchmark_group("tickets");
    group.throughput(Throughput::Elements(STARTS as u64));
    group.bench_function("assessed", |bench| {
        bench.iter(|| work::tickets(&terms, &starts));
    });
    group.finish();
    criterion.bench_function("ledger", |bench| bench.iter(|| work::ledger(&terms)));
    criterion.bench_function("timetable", |bench| bench.iter(work::timetable));
}

/// What a calendar edit costs: compiling anew and assessing 100 000 tickets.
fn edit(criterion: &mut Criterion) {
    let starts = work::starts();
    let mut group = criterion.benchmark_group("edit");
    group.sample_size(10);
    group.bench_function("100 000 tickets", |bench| {
        bench.iter(|| {
            let terms = work::terms();
            (0..10)
                .map(|_| work::tickets(&terms, &starts))
                .fold(0, i64::wrapping_add)
        });
    });
    group.finish();
}

criterion_group!(benches, due, tickets, edit);
criterion_main!(benches);
