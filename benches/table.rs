//! How fast a table of 100 000 tickets is read, by Criterion; `make bench`.
#![allow(missing_docs, reason = "Criterion's macros write items of their own")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sla_planner::engine::{Instant, Policy};
use sla_planner::exchange::table::{Given, Import, Mapping, Table};

const ROWS: u32 = 100_000;

/// A year of tickets; the priority of every fifth is not known.
fn text() -> String {
    let mut text = "工单编号,标题,状态,优先级,提交时间,首次响应时间,解决时间\n".to_owned();
    for row in 0..ROWS {
        let (month, day) = (row % 12 + 1, row % 28 + 1);
        let (hour, minute) = (row % 20, row % 60);
        let priority = ["紧急", "高", "中", "低", "特急"][row as usize % 5];
        let date = format!("2025-{month:02}-{day:02}");
        writeln!(
            text,
            "T-{row},\"打不开,第 {row} 次\",已解决,{priority},{date} {hour:02}:{minute:02}:00,{date} {:02}:{minute:02}:10,{date} {:02}:{minute:02}:30",
            hour + 1,
            hour + 3,
        )
        .expect("written");
    }
    text
}

fn table(criterion: &mut Criterion) {
    let (text, policy) = (text(), Policy::spt_001().expect("the contract"));
    let given = Given {
        now: Instant::MAX,
        zone: Some("America/New_York".parse().expect("a zone")),
        reply_confirms: true,
        no_priority: None,
    };
    let read = || Table::read(black_box(&text).clone().into_bytes(), |_| None).expect("a table");
    let table = read();
    let mapping = Mapping::guess(&table, &policy);
    let rows = |table: &Table, mapping: &Mapping| {
        let import = Import::rows(table, mapping, &policy, &given);
        assert_eq!(import.total(), ROWS as usize);
        import.good.len()
    };
    let mut group = criterion.benchmark_group("table of 100 000 rows");
    group.throughput(Throughput::Elements(u64::from(ROWS)));
    group.sample_size(10);
    group.bench_function("read", |bench| bench.iter(read));
    group.bench_function("mapping", |bench| {
        bench.iter(|| Mapping::guess(&table, &policy))
    });
    group.bench_function("rows", |bench| bench.iter(|| rows(&table, &mapping)));
    group.bench_function("all", |bench| {
        bench.iter(|| {
            let table = read();
            let mapping = Mapping::guess(&table, &policy);
            rows(&table, &mapping)
        });
    });
    group.finish();
}

criterion_group!(benches, table);
criterion_main!(benches);
