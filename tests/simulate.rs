//! What is derived of scenarios: it agrees with assessing each ticket by itself, and explanations add up.

use std::sync::Arc;

use chrono::{NaiveDate, Weekday};
use proptest::collection::vec;
use proptest::prelude::*;
use sla_planner::board::Tickets;
use sla_planner::engine::{
    Assessment, AtClosing, Basis, Calendar, ClockReading, Counts, DatedKind, Event, EventKind,
    History, HolidaySet, Instant, PerTarget, Policy, PriorityChange, Rank, Readings, Reason,
    Reopening, ResolutionStart, Schedule, Seconds, Terms, TypedHours, Verdict, WeeklyHours,
};
use sla_planner::plan::Ticket;
use sla_planner::simulate::{
    Arrangement, Beginning, Cause, Comparison, DateKind, DayMark, Figure, HolidayBlock, Mode, Part,
    Rehearsal, Shift, Sorting, WaitMap, YearGrid, flips,
};

fn at(text: &str) -> Instant {
    text.parse().expect("an instant in a test")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn policy() -> Policy {
    Policy::spt_001().expect("the policy is whole")
}

fn calendar() -> Calendar {
    policy().calendar().expect("the calendar is whole")
}

fn terms_of(policy: Policy, calendar: Calendar, readings: Readings) -> Arc<Terms> {
    let schedule = Arc::new(Schedule::new(calendar));
    Arc::new(Terms::new(Arc::new(policy), schedule, readings).expect("the terms are whole"))
}

fn working() -> Readings {
    Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    }
}

fn terms(readings: Readings) -> Arc<Terms> {
    terms_of(policy(), calendar(), readings)
}

fn ticket(key: u32, events: Vec<Event>) -> Ticket {
    Ticket {
        key,
        number: format!("SPT-{key}"),
        title: String::new(),
        events,
    }
}

fn submitted(when: &str, rank: u8) -> Vec<Event> {
    let kind = EventKind::Submitted {
        priority: Rank(rank),
    };
    vec![Event::new(at(when), kind)]
}

fn finish(comparison: &mut Comparison, tickets: &Tickets, now: Instant) {
    let mut rounds = 0;
    while comparison.work(tickets, now, 3) {
        rounds += 1;
        assert!(rounds < 100_000, "it never ends");
    }
}

fn shift(base: &Terms, other: &Terms, when: &str, rank: u8, target: usize) -> Shift {
    let history = History::submitted(at(when), Rank(rank));
    Shift::of((base, other), &history, target, history.submitted).expect("it can be judged")
}

/// `02-14 make-up (Spring Festival) +600`
fn told(shift: &Shift) -> Vec<String> {
    let effects = shift.effects.iter().map(|effect| {
        let cause = match &effect.cause {
            Cause::Dated { kind, name } => format!(
                "{} ({})",
                if *kind == DatedKind::MakeUp {
                    "make-up"
                } else {
                    "special"
                },
                name.en
            ),
            Cause::Holiday { name } => name.en.clone(),
            Cause::Hours { base, other } => {
                let hours = |hours: &sla_planner::engine::DayHours| {
                    let windows: Vec<String> =
                        hours.windows().iter().map(ToString::to_string).collect();
                    windows.join(",")
                };
                format!("hours {} / {}", hours(base), hours(other))
            }
            Cause::Target { base, other } => format!("target {base} / {other}"),
            Cause::Start { base, other } => format!("start {:?} / {:?}", base.1, other.1),
            other => format!("{other:?}"),
        };
        let dates = effect.dates.map_or(String::new(), |dates| {
            format!("{} ", dates.from.format("%m-%d"))
        });
        format!("{dates}{cause} {:+}", effect.later)
    });
    effects.collect()
}

fn adds_up(shift: &Shift) {
    let effects: Seconds = shift.effects.iter().map(|effect| effect.later).sum();
    assert_eq!(effects, shift.counted, "{shift:#?}");
    let passed: Seconds = shift.passed.iter().map(|passed| passed.wall).sum();
    assert_eq!(
        shift.counted.abs() + passed + shift.waited,
        shift.wall().abs(),
        "{shift:#?}"
    );
    if let Some(start) = &shift.start {
        adds_up(start);
    }
}

#[test]
fn make_up_days_off_moves_the_golden_case_and_is_named() {
    let base = terms(working());
    let without = terms(Readings {
        make_up_days: false,
        ..working()
    });
    let found = shift(&base, &without, "2026-02-14T17:50:00+08:00", 2, 0);
    assert_eq!(found.base, at("2026-02-24T10:50:00+08:00"));
    assert_eq!(found.other, at("2026-02-24T11:00:00+08:00"));
    assert_eq!(told(&found), ["02-14 make-up (Spring Festival) +600"]);
    assert!(found.passed.is_empty());
    adds_up(&found);

    // The resolution is projected from there, and tells why that moved.
    let found = shift(&base, &without, "2026-02-14T17:50:00+08:00", 2, 1);
    assert_eq!(found.other, at("2026-02-25T10:00:00+08:00"));
    assert_eq!(told(&found), ["start ResponseDue / ResponseDue +600"]);
    let start = found.start.as_deref().expect("it starts at another time");
    assert_eq!(told(start), ["02-14 make-up (Spring Festival) +600"]);
    adds_up(&found);

    // Seven hours of a Saturday, after which the holiday is passed over.
    let found = shift(&base, &without, "2026-02-13T17:00:00+08:00", 4, 0);
    assert_eq!(found.base, at("2026-02-14T16:00:00+08:00"));
    assert_eq!(found.other, at("2026-02-24T16:00:00+08:00"));
    assert_eq!(told(&found), ["02-14 make-up (Spring Festival) +25200"]);
    let holiday = |reason: &Reason| matches!(reason, Reason::Holiday { name } if name.en == "Spring Festival");
    let passed = found.passed.iter().find(|passed| holiday(&passed.reason));
    let dates = passed.expect("the holiday is passed over").dates;
    assert_eq!(
        (dates.from, dates.through),
        (date("2026-02-15"), date("2026-02-23"))
    );
    adds_up(&found);
}

#[test]
fn other_causes_are_named() {
    let base = terms(working());
    // No holidays.
    let plain = terms_of(policy(), policy().calendar_with(None), working());
    let found = shift(&base, &plain, "2026-02-16T10:00:00+08:00", 2, 0);
    assert_eq!(told(&found), ["02-16 Spring Festival -7200"]);
    adds_up(&found);
    // Longer hours, on two days.
    let mut longer = calendar();
    let days = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ];
    longer.hours = sla_planner::engine::Hours::Weekly(WeeklyHours::on(
        days,
        "08:00-20:00".parse().expect("hours"),
    ));
    let longer = terms_of(policy(), longer, working());
    let found = shift(&base, &longer, "2026-11-23T17:00:00+08:00", 4, 0);
    assert_eq!(
        told(&found),
        ["11-23 hours 09:00-18:00 / 08:00-20:00 -10800"]
    );
    assert_eq!((found.effects[0].days, found.counted), (2, -10_800));
    adds_up(&found);
    // A shorter target.
    let mut shorter = policy();
    shorter.targets[0].seconds[2] = 3_600;
    let shorter = terms_of(shorter, calendar(), working());
    let found = shift(&base, &shorter, "2026-11-23T10:00:00+08:00", 2, 0);
    assert_eq!(told(&found), ["target 7200 / 3600 -3600"]);
    adds_up(&found);
    // Maintenance that suspends: the second Sunday of November.
    let suspends = Readings {
        maintenance_suspends: PerTarget {
            response: true,
            resolution: true,
        },
        ..Readings::default()
    };
    let (as_written, suspended) = (terms(Readings::default()), terms(suspends));
    let found = shift(&as_written, &suspended, "2026-11-08T01:00:00+08:00", 2, 0);
    assert_eq!(told(&found), ["11-08 Maintenance +3600"]);
    assert_eq!(found.other, at("2026-11-08T07:00:00+08:00"));
    adds_up(&found);
    // From the submission rather than the confirmation.
    let from_submission = terms(Readings {
        resolution_start: ResolutionStart::Submission,
        ..working()
    });
    let mut history = History::submitted(at("2026-11-23T10:00:00+08:00"), Rank(2));
    history.confirmed = history.submitted.plus(1_800).ok();
    let found = Shift::of((&base, &from_submission), &history, 1, history.submitted)
        .expect("it can be judged");
    assert_eq!(told(&found), ["start Confirmation / Submission -1800"]);
    assert!(matches!(
        found.effects[0].cause,
        Cause::Start {
            other: (_, Beginning::Submission),
            ..
        }
    ));
    adds_up(&found);
    // Used up at closing.
    let next = terms(Readings {
        at_closing: AtClosing::NextOpening,
        ..working()
    });
    let found = shift(&base, &next, "2026-11-23T16:00:00+08:00", 2, 0);
    assert!(matches!(found.effects.as_slice(), [effect] if effect.later == 0));
    assert_eq!(found.wall(), 15 * 3_600);
    adds_up(&found);
    // The same.
    let found = shift(&base, &base, "2026-11-23T16:00:00+08:00", 2, 1);
    assert!(found.effects.is_empty() && found.passed.is_empty() && found.start.is_none());
}

#[test]
fn a_comparison_looks_only_at_what_is_another() {
    let base = terms(working());
    let without = terms(Readings {
        make_up_days: false,
        ..working()
    });
    let now = at("2026-02-24T10:55:00+08:00");
    let mut tickets = Tickets::default();
    let moved = tickets.put(&ticket(1, submitted("2026-02-14T17:50:00+08:00", 2)));
    let still = tickets.put(&ticket(2, submitted("2026-02-24T10:30:00+08:00", 2)));
    let mut comparison = Comparison::new(&[Arc::clone(&base), Arc::clone(&without)]);
    finish(&mut comparison, &tickets, now);
    assert!(comparison.is_done());
    assert_eq!(comparison.shift(1, moved, 0), Some(600));
    assert_eq!(comparison.shift(1, still, 0), Some(0));
    assert_eq!(comparison.rows(), [moved, still]);
    let verdict = |comparison: &Comparison, scenario| {
        comparison
            .cell(scenario, moved, 0)
            .expect("it is known")
            .verdict
    };
    assert_eq!(verdict(&comparison, 0), Some(Verdict::Overdue));
    assert_eq!(verdict(&comparison, 1), Some(Verdict::Open));
    let summary = comparison.summary(0).expect("it is summed up").targets[0].clone();
    let worst = summary.worst.expect("one is overdue");
    assert_eq!(
        (summary.breaches(), worst.key, worst.counted, worst.wall),
        (1, 1, 300, 300)
    );
    let summary = comparison.summary(1).expect("it is summed up");
    assert_eq!(summary.tickets, 2);
    let response = &summary.targets[0];
    assert_eq!(
        (response.breaches(), response.later, response.earlier),
        (0, 1, 0)
    );
    assert_eq!(
        (response.median_shift, response.median_moved),
        (Some(0), Some(600))
    );

    // Figures.
    let figure = |mode, scenario| comparison.figure(&tickets, mode, (scenario, moved, 0));
    let due = Some(Figure::Due(at("2026-02-24T10:50:00+08:00")));
    assert_eq!(figure(Mode::Difference, 0), due);
    assert_eq!(figure(Mode::Difference, 1), Some(Figure::Shift(600)));
    // 10 min of 9 days 17 hours.
    assert_eq!(figure(Mode::Percent, 1), Some(Figure::Share(7)));

    // What changed alone is shown.
    comparison.set_arrangement(Arrangement {
        only_changed: true,
        by: Sorting::Submitted,
        descending: false,
    });
    finish(&mut comparison, &tickets, now);
    assert_eq!(comparison.rows(), [moved]);

    // A third scenario leaves the others as they are.
    let clock = terms(Readings::default());
    comparison.set_scenarios(&[Arc::clone(&base), Arc::clone(&without), clock]);
    assert_eq!(comparison.shift(1, moved, 0), Some(600));
    assert!(comparison.cell(2, moved, 0).is_none());
    // Two tickets, and sums.
    assert!(!comparison.work(&tickets, now, 100));
    assert_eq!(
        comparison.cell(2, moved, 0).map(|cell| cell.due),
        Some(at("2026-02-14T19:50:00+08:00"))
    );

    // The other way round, what was later is earlier.
    comparison.set_scenarios(&[without, base]);
    finish(&mut comparison, &tickets, now);
    assert_eq!(comparison.shift(1, moved, 0), Some(-600));
    let response = &comparison.summary(1).expect("it is summed up").targets[0];
    assert_eq!((response.later, response.earlier), (0, 1));
}

#[test]
fn time_and_changes_are_followed() {
    let base = terms(working());
    let other = terms(Readings::default());
    let mut tickets = Tickets::default();
    let index = tickets.put(&ticket(1, submitted("2026-11-23T10:00:00+08:00", 0)));
    let mut comparison = Comparison::new(&[base, other]);
    let start = at("2026-11-23T10:00:00+08:00");
    let verdict =
        |comparison: &Comparison| comparison.cell(0, index, 0).and_then(|cell| cell.verdict);
    finish(&mut comparison, &tickets, start);
    for (second, expected, looked) in [
        (59, Verdict::Open, 0),
        (60, Verdict::Open, 60),
        (890, Verdict::Open, 890),
        (900, Verdict::Open, 890),
        (901, Verdict::Overdue, 901),
        (905, Verdict::Overdue, 901),
        (60, Verdict::Open, 60),
    ] {
        let now = start.plus(second).expect("in range");
        finish(&mut comparison, &tickets, now);
        assert_eq!(verdict(&comparison), Some(expected), "{second}");
        assert_eq!(comparison.at(), start.plus(looked).ok(), "{second}");
    }
    let mut events = submitted("2026-11-23T10:00:00+08:00", 0);
    events.push(Event::new(
        start.plus(30).expect("in range"),
        EventKind::FirstReply,
    ));
    assert_eq!(tickets.put(&ticket(1, events)), index);
    comparison.touch(index);
    assert!(!comparison.is_done());
    finish(&mut comparison, &tickets, start.plus(60).expect("in range"));
    assert_eq!(verdict(&comparison), Some(Verdict::Met));
    tickets.remove(1);
    comparison.touch(index);
    finish(&mut comparison, &tickets, start.plus(60).expect("in range"));
    assert!(comparison.rows().is_empty() && verdict(&comparison).is_none());
    assert_eq!(
        comparison.summary(1).map(|summary| summary.tickets),
        Some(0)
    );
}

#[test]
fn who_opens_on_friday_evening_waits_longest() {
    let terms = terms(working());
    let map = WaitMap::of_week(&terms, date("2026-11-25"));
    assert_eq!(map.dates().from, date("2026-11-23"));
    let (rank, response) = (Rank(2), 0);
    assert_eq!(map.hours(rank, response).count(), 7 * 24);
    for hour in map.hours(rank, response) {
        let opened = policy()
            .zone
            .resolve(hour.date.and_hms_opt(hour.hour, 0, 0).expect("a time"))
            .expect("in range");
        let sla_planner::engine::LocalTime::Once(opened) = opened else {
            panic!("Beijing does not change its clocks");
        };
        let history = History::submitted(opened, rank);
        let due = Assessment::of(&terms, &history, opened)
            .expect("it can be judged")
            .clocks[0]
            .due;
        assert_eq!(hour.wait, due.since(opened), "{hour:?}");
    }
    let best = map.best(rank, response).expect("it has hours");
    assert_eq!(
        (best.date, best.hour, best.wait),
        (date("2026-11-23"), 9, 7_200)
    );
    let mean = map.mean(rank, response).expect("it has hours");
    assert!(best.wait < mean && mean < map.worst(rank, response).expect("it has hours").wait);
    assert_eq!(map.shade(rank, response, best.wait), 0);
    assert_eq!(map.shade(rank, response, 66 * 3_600), 4);
    assert_eq!(map.wait(rank, response, 0, 24), None);
    assert_eq!(map.wait(Rank(5), response, 0, 0), None);
    // An hour that the clock skips is not there, 24x7 or not.
    let mut policy = policy();
    policy.zone = "Europe/London".parse().expect("a zone");
    let london = terms_of(policy, calendar(), Readings::default());
    let map = WaitMap::of_week(&london, date("2026-03-29"));
    assert_eq!(map.wait(rank, response, 6, 1), None);
    assert_eq!(map.hours(rank, response).count(), 7 * 24 - 1);
}

#[test]
fn spring_festival_is_rehearsed() {
    let calendar = calendar();
    let blocks = HolidayBlock::in_year(&calendar, Counts::default(), 2026);
    let listed: Vec<String> = blocks
        .iter()
        .map(|block| {
            let made_up: Vec<String> = block
                .make_up_days
                .iter()
                .map(|date| date.format("%m-%d").to_string())
                .collect();
            let closed = block.closed;
            format!(
                "{} {}..{} [{}]",
                block.names[0].en,
                closed.from.format("%m-%d"),
                closed.through.format("%m-%d"),
                made_up.join(" ")
            )
        })
        .collect();
    assert_eq!(
        listed,
        [
            "New Year's Day 01-01..01-03 [01-04]",
            "Spring Festival 02-15..02-23 [02-14 02-28]",
            "Tomb-Sweeping Day (Qingming) 04-04..04-06 []",
            "Labour Day 05-01..05-05 [05-09]",
            "Dragon Boat Festival 06-19..06-21 []",
            "Mid-Autumn Festival 09-25..09-27 []",
            "National Day 10-01..10-07 [09-20 10-10]",
        ]
    );
    let terms = terms(Readings::default());
    let rehearsal = Rehearsal::of(&terms, &blocks[1], 10 * 3_600, 3).expect("it can be rehearsed");
    let dates = rehearsal.dates();
    assert_eq!(
        (dates.from, dates.through),
        (date("2026-02-12"), date("2026-02-26"))
    );
    assert_eq!(rehearsal.first_unknown, None);
    let parts = |part| rehearsal.days.iter().filter(|day| day.part == part).count();
    assert_eq!(
        (parts(Part::Before), parts(Part::Within), parts(Part::After)),
        (3, 9, 3)
    );
    let due = |day: usize, rank, clock, target| {
        rehearsal
            .promise(day, Rank(rank), clock, target)
            .map(|promise| promise.due)
    };
    // On Spring Festival itself.
    let festival = rehearsal
        .days
        .iter()
        .position(|day| day.day.date == date("2026-02-17"));
    let festival = festival.expect("it is in it");
    assert_eq!(rehearsal.days[festival].day.kind, DateKind::Holiday);
    assert_eq!(
        due(festival, 0, ClockReading::AllHours, 0),
        Some(at("2026-02-17T10:15:00+08:00"))
    );
    assert_eq!(
        due(festival, 0, ClockReading::WorkingTime, 0),
        Some(at("2026-02-24T09:15:00+08:00"))
    );
    assert_eq!(
        due(festival, 0, ClockReading::Mixed, 0),
        Some(at("2026-02-17T10:15:00+08:00"))
    );
    assert_eq!(
        due(festival, 4, ClockReading::Mixed, 0),
        Some(at("2026-02-24T17:00:00+08:00"))
    );
    assert!(rehearsal.is_alike(Rank(1), ClockReading::Mixed, ClockReading::AllHours));
    assert!(rehearsal.is_alike(Rank(2), ClockReading::Mixed, ClockReading::WorkingTime));
    assert!(!rehearsal.is_alike(Rank(2), ClockReading::Mixed, ClockReading::AllHours));
    // The make-up Saturday before it.
    assert_eq!(
        due(2, 2, ClockReading::WorkingTime, 1),
        Some(at("2026-02-24T11:00:00+08:00"))
    );

    // Past what is official, estimates are rehearsed, and that is said.
    let blocks = HolidayBlock::in_year(&calendar, Counts::default(), 2027);
    let spring = blocks.iter().find(|block| {
        block
            .names
            .iter()
            .any(|name| name.en.contains("Spring Festival"))
    });
    let spring = spring.expect("there is an estimate");
    assert!(spring.estimated);
    let rehearsal = Rehearsal::of(&terms, spring, 10 * 3_600, 3).expect("it can be rehearsed");
    assert!(rehearsal.first_unknown.is_some());
    assert!(rehearsal.days.iter().all(|day| day.day.provisional));
}

#[test]
fn holidays_of_every_country_make_blocks() {
    for place in HolidaySet::countries() {
        let set = HolidaySet::of(place).expect("it is known");
        let calendar = policy().calendar_with(Some(set));
        let blocks = HolidayBlock::in_year(&calendar, Counts::default(), 2026);
        assert!(blocks.len() >= 5, "{place}");
        for pair in blocks.windows(2) {
            assert!(pair[0].closed.through < pair[1].closed.from, "{place}");
        }
        for block in &blocks {
            assert!(block.closed.contains(block.holidays.from), "{place}");
            assert!(block.closed.contains(block.holidays.through), "{place}");
        }
    }
}

#[test]
fn a_year_is_seen_at_a_glance() {
    let mut calendar = calendar();
    let hours = |text: &str| {
        let typed = [text.parse().expect("hours")];
        sla_planner::engine::DayHours::typed(typed).expect("hours of a day")
    };
    for (day, text) in [("2026-12-24", "09:00-12:00"), ("2026-12-25", "10:00-20:00")] {
        let dated = sla_planner::engine::DatedHours {
            kind: DatedKind::Special,
            hours: hours(text),
            name: sla_planner::engine::Bilingual::new("特别", "Special"),
        };
        calendar.dated.insert(date(day), dated);
    }
    let terms = terms_of(policy(), calendar, working());
    let year = YearGrid::of(&terms, 2026, date("2026-11-23"));
    assert_eq!(year.days().count(), 365);
    assert_eq!(year.months.len(), 12);
    for month in &year.months {
        for week in &month.weeks {
            assert!(week.iter().any(Option::is_some));
        }
    }
    let mark = |day: &str| year.day(date(day)).and_then(|day| day.mark);
    assert_eq!(mark("2026-02-14"), Some(DayMark::Work));
    assert_eq!(mark("2026-02-17"), Some(DayMark::Off));
    assert_eq!(mark("2026-02-24"), None);
    assert_eq!(mark("2026-12-24"), Some(DayMark::Half));
    assert_eq!(mark("2026-12-25"), Some(DayMark::Special));
    let sunday = year.day(date("2026-11-08")).expect("it is in the year");
    assert_eq!(sunday.maintenance.len(), 1);
    assert_eq!((sunday.kind, sunday.mark), (DateKind::DayOff, None));
    let provisional: Vec<NaiveDate> = year
        .days()
        .filter(|day| day.provisional)
        .map(|day| day.date)
        .collect();
    assert_eq!(
        provisional,
        [date("2026-12-29"), date("2026-12-30"), date("2026-12-31")]
    );
    // 2026-02-01 is a Sunday: the first week of February holds it alone.
    let february = &year.months[1];
    assert!(february.weeks[0][..6].iter().all(Option::is_none));
    assert!(february.weeks[0][6].is_some());
    assert!(year.day(date("2027-01-01")).is_none());
    let next = YearGrid::of(&terms, 2027, date("2026-11-23"));
    let new_year = next.day(date("2027-01-01")).expect("it is in the year");
    assert!(new_year.estimate.is_some() && new_year.mark.is_none() && new_year.provisional);
}

#[test]
fn a_flip_is_its_own_assessment() {
    let base = terms(working());
    let others = [
        terms(Readings::default()),
        terms(Readings {
            make_up_days: false,
            ..working()
        }),
    ];
    let history = History::submitted(at("2026-02-14T17:50:00+08:00"), Rank(2));
    let now = at("2026-02-24T10:55:00+08:00");
    let found = flips(&base, others.iter().map(|terms| &**terms), &history, now);
    let found = found.expect("the base holds");
    let shifts: Vec<Vec<Seconds>> = found
        .iter()
        .map(|found| {
            found
                .as_ref()
                .expect("it holds")
                .iter()
                .map(|flipped| flipped.shift)
                .collect()
        })
        .collect();
    assert_eq!(shifts[1], [600, 600]);
    assert_eq!(
        shifts[0][0],
        at("2026-02-14T19:50:00+08:00").since(at("2026-02-24T10:50:00+08:00"))
    );
    let response = &found[0].as_ref().expect("it holds")[0].cell;
    assert_eq!(response.verdict, Some(Verdict::Overdue));
    assert_eq!(response.over, now.since(at("2026-02-14T19:50:00+08:00")));
}

/// 2026-02-12T00:00:00+08:00: Spring Festival is near.
const FROM: &str = "2026-02-12T00:00:00+08:00";
const DAY: i64 = 86_400;

fn second(second: i64) -> Instant {
    at(FROM).plus(second).expect("in range")
}

fn kind() -> impl Strategy<Value = EventKind> {
    let rank = (0_u8..5).prop_map(Rank);
    prop_oneof![
        3 => Just(EventKind::FirstReply),
        3 => Just(EventKind::Confirmed),
        3 => Just(EventKind::Paused { reason: String::from("等客户") }),
        3 => Just(EventKind::Resumed),
        2 => Just(EventKind::Resolved),
        1 => Just(EventKind::Mitigated),
        1 => Just(EventKind::Reopened),
        1 => rank.prop_map(|to| EventKind::PriorityChanged { to }),
    ]
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let submitted = (0_u8..5, 0..4 * DAY).prop_map(|(rank, at)| {
        let priority = Rank(rank);
        (at, EventKind::Submitted { priority })
    });
    let later = vec((0..10 * DAY, kind()), 0..7);
    (submitted, later).prop_map(|((start, submitted), mut later)| {
        later.sort_by_key(|(at, _)| *at);
        let mut kept = vec![Event::new(second(start), submitted)];
        for (at, kind) in later {
            kept.push(Event::new(second(start + at), kind));
            if History::read(&kept).is_err() {
                kept.pop();
            }
        }
        kept
    })
}

fn readings() -> impl Strategy<Value = Readings> {
    let clock = prop_oneof![
        Just(ClockReading::AllHours),
        Just(ClockReading::WorkingTime),
        Just(ClockReading::Mixed)
    ];
    let start = prop_oneof![
        Just(ResolutionStart::Confirmation),
        Just(ResolutionStart::Submission),
        Just(ResolutionStart::FirstReply)
    ];
    let change = prop_oneof![
        Just(PriorityChange::Recompute),
        Just(PriorityChange::Restart),
        Just(PriorityChange::CarryOver),
        Just(PriorityChange::KeepDue)
    ];
    (clock, start, change, any::<[bool; 7]>()).prop_map(
        |(clock, resolution_start, priority_change, switches)| {
            let [
                make_up_days,
                suspends,
                response,
                resolution,
                next,
                restart,
                both,
            ] = switches;
            Readings {
                clock,
                resolution_start,
                priority_change,
                make_up_days,
                maintenance_suspends: PerTarget {
                    response: suspends && both,
                    resolution: suspends,
                },
                pauses: PerTarget {
                    response,
                    resolution,
                },
                at_closing: if next {
                    AtClosing::NextOpening
                } else {
                    AtClosing::Closing
                },
                reopening: if restart {
                    Reopening::Restart
                } else {
                    Reopening::Resume
                },
                ..Readings::default()
            }
        },
    )
}

/// SPT-001 on other hours, with or without holidays, and with longer or shorter targets.
fn any_terms() -> impl Strategy<Value = Arc<Terms>> {
    (readings(), 0_u32..4, any::<bool>(), 0_u32..3).prop_map(
        |(readings, hours, holidays, length)| {
            let mut policy = policy();
            for target in &mut policy.targets {
                for seconds in &mut target.seconds {
                    *seconds = *seconds * (2 + Seconds::from(length)) / 2;
                }
            }
            let mut week = policy.working_time.clone();
            if hours > 0 {
                let (open, close) = (36_000 - hours * 3_600, 43_200 + hours * 7_200);
                let hours = TypedHours::new(open, close).expect("hours");
                let days = [
                    Weekday::Mon,
                    Weekday::Tue,
                    Weekday::Wed,
                    Weekday::Fri,
                    Weekday::Sat,
                ];
                week = WeeklyHours::on(days, hours);
            }
            policy.working_time = week;
            let china = holidays.then(|| HolidaySet::china().expect("the holidays are whole"));
            let calendar = policy.calendar_with(china);
            terms_of(policy, calendar, readings)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_comparison_agrees_with_each_assessment(
        all in vec(any_terms(), 1..5),
        events in vec(events(), 1..12),
        later in 0..14 * DAY,
        budget in 1_usize..20,
    ) {
        let now = second(later);
        let mut tickets = Tickets::default();
        for (key, events) in (1..).zip(&events) {
            tickets.put(&ticket(key, events.clone()));
        }
        let mut comparison = Comparison::new(&all);
        while comparison.work(&tickets, now, budget) {}
        prop_assert_eq!(comparison.rows().len(), tickets.len());
        for (scenario, terms) in all.iter().enumerate() {
            let mut breaches = [0, 0];
            let mut moved = [0, 0];
            for (index, events) in (0..).zip(&events) {
                let history = History::read(events).expect("free of contradiction");
                let assessment = Assessment::of(terms, &history, now).expect("it can be judged");
                for (target, clock) in assessment.clocks.iter().enumerate() {
                    let cell = comparison.cell(scenario, index, target).expect("it is known");
                    let status = clock.status(terms, now).expect("it has a standing");
                    prop_assert_eq!(cell.due, clock.due);
                    prop_assert_eq!(cell.basis, clock.basis);
                    prop_assert_eq!(cell.verdict, status.verdict);
                    if cell.is_breached() {
                        breaches[target] += 1;
                        prop_assert_eq!(cell.over, (-status.counted_left).max(0));
                    } else {
                        prop_assert_eq!(cell.over, 0);
                    }
                    let shift = comparison.shift(scenario, index, target).expect("it is known");
                    moved[target] += usize::from(shift != 0);
                }
            }
            let summary = comparison.summary(scenario).expect("it is summed up");
            for (target, summary) in summary.targets.iter().enumerate() {
                prop_assert_eq!(summary.breaches(), breaches[target]);
                prop_assert_eq!(summary.earlier + summary.later, moved[target]);
                if let Some(worst) = summary.worst {
                    prop_assert!(summary.breaches() > 0);
                    let index = tickets.index_of(worst.key).expect("it is here");
                    let cell = comparison.cell(scenario, index, target).expect("it is known");
                    prop_assert_eq!(cell.over, worst.counted);
                }
            }
        }
    }

    #[test]
    fn an_explanation_adds_up(
        base in any_terms(),
        other in any_terms(),
        events in events(),
        later in 0..14 * DAY,
    ) {
        let now = second(later);
        let history = History::read(&events).expect("free of contradiction");
        for target in 0..2 {
            let found = Shift::of((&base, &other), &history, target, now).expect("it can be judged");
            let back = Shift::of((&other, &base), &history, target, now).expect("it can be judged");
            adds_up(&found);
            adds_up(&back);
            prop_assert_eq!(found.counted, -back.counted);
            prop_assert_eq!(found.waited, back.waited);
            // Nothing moves without a cause.
            prop_assert_eq!(found.wall() != 0 && found.effects.is_empty(), false, "{:#?}", found);
            // Where it starts is explained where it is projected.
            if let Some(start) = &found.start {
                let clocks = Assessment::of(&base, &history, now).expect("it can be judged").clocks;
                prop_assert_eq!(clocks[target].basis, Basis::Projected);
                prop_assert_eq!(start.base, clocks[0].due);
            }
        }
    }
}
