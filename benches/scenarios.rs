//! How fast scenarios are compared, by Criterion; `make bench`.
#![allow(missing_docs, reason = "Criterion's macros write items of their own")]

use std::hint::black_box;
use std::sync::Arc;

use chrono::NaiveDate;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sla_planner::board::Tickets;
use sla_planner::engine::{
    ClockReading, Counts, Event, EventKind, History, Instant, Policy, Rank, Readings, Schedule,
    Terms,
};
use sla_planner::plan::Ticket;
use sla_planner::simulate::{Comparison, HolidayBlock, Rehearsal, Shift, WaitMap, YearGrid};

const TICKETS: u32 = 10_000;

fn now() -> Instant {
    "2026-02-24T11:00:00+08:00".parse().expect("an instant")
}

/// The plan as it is, on working time, and three that depart from it.
fn scenarios() -> Vec<Arc<Terms>> {
    let policy = Arc::new(Policy::spt_001().expect("the policy is whole"));
    let calendar = policy.calendar().expect("the calendar is whole");
    let schedule = Arc::new(Schedule::new(calendar));
    let working = Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    };
    let all = [
        working,
        Readings {
            make_up_days: false,
            ..working
        },
        Readings {
            clock: ClockReading::Mixed,
            ..working
        },
        Readings::default(),
    ];
    let terms = |readings| Terms::new(Arc::clone(&policy), Arc::clone(&schedule), readings);
    let terms = all.map(|readings| Arc::new(terms(readings).expect("the policy holds")));
    terms.to_vec()
}

/// Numbers that look random, always the same ones.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        i64::try_from(self.0 >> 33).expect("31 bits") % bound
    }
}

/// Tickets of the last two weeks, around Spring Festival; some paused.
fn tickets() -> Tickets {
    let mut random = Random(1);
    let mut tickets = Tickets::default();
    for key in 1..=TICKETS {
        let priority = Rank(u8::try_from(random.below(5)).expect("small"));
        let mut at = now().plus(-random.below(14 * 86_400)).expect("in range");
        let mut events = vec![Event::new(at, EventKind::Submitted { priority })];
        let reason = String::new();
        let kinds = [
            EventKind::FirstReply,
            EventKind::Confirmed,
            EventKind::Paused { reason },
            EventKind::Resolved,
        ];
        for kind in kinds {
            at = at.plus(random.below(4 * 3_600)).expect("in range");
            if at > now() || random.below(6) == 0 {
                break;
            }
            events.push(Event::new(at, kind));
        }
        tickets.put(&Ticket {
            key,
            number: format!("SPT-{key}"),
            title: String::new(),
            events,
        });
    }
    tickets
}

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
