//! The document of the Simulate view: what is entered, taken back, kept, and what follows from it.

use std::sync::Arc;

use chrono::{NaiveDate, Weekday};
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest,
};
use sla_planner::engine::{
    Assessment, DateSpan, DayHours, History, Hours, Instant, Nth, PerTarget, Period, Policy, Rank,
    Readings, Span, Standing, WeeklyHours,
};
use sla_planner::engine::{ClockReading, OpenPoint};
use sla_planner::plan::simulation::{
    BASE, Baseline, CalendarId, Change, DayChange, MOST_CALENDARS, Monthly, MonthlyRule, Name,
    OwnCalendar, OwnWindow, Premises, Refused, Schedules, SimulatedClock, Simulation,
    SimulationEdit, SimulationJournal, TargetKey, Topic, Value, WindowKind,
};

fn policy() -> Arc<Policy> {
    Policy::spt_001().expect("the policy is whole").into()
}

/// The contract on working time.
fn baseline() -> Baseline {
    Baseline {
        policy: policy(),
        readings: Readings {
            clock: ClockReading::WorkingTime,
            ..Readings::default()
        },
    }
}

fn at(text: &str) -> Instant {
    format!("{text}:00+08:00").parse().expect("an instant")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn dates(from: &str, through: &str) -> DateSpan {
    DateSpan {
        from: date(from),
        through: date(through),
    }
}

fn day_hours(hours: &[&str]) -> DayHours {
    let typed = hours.iter().map(|hours| hours.parse().expect("hours"));
    DayHours::typed(typed).expect("one date")
}

/// When the response to a ticket is due in a scenario.
fn due(simulation: &Simulation, scenario: usize, priority: u8, submitted: &str) -> Instant {
    let premises = simulation.premises(scenario, &baseline());
    due_under(&premises, priority, submitted)
}

fn due_under(premises: &Premises, priority: u8, submitted: &str) -> Instant {
    let terms = premises.terms(&mut Schedules::default()).expect("terms");
    let history = History::submitted(at(submitted), Rank(priority));
    let assessment = Assessment::of(&terms, &history, at(submitted)).expect("an answer");
    assessment.clocks[0].due
}

fn assume(simulation: &mut Simulation, scenario: usize, change: Change) -> Result<(), Refused> {
    simulation.apply(SimulationEdit::Assume { scenario, change }, &policy())
}

fn with(change: Change) -> Simulation {
    let mut simulation = Simulation::default();
    assume(&mut simulation, BASE, change).expect("it can be assumed");
    simulation
}

fn make_up_days_off() -> Change {
    Change::Read {
        point: OpenPoint::R5,
        readings: Some(Readings {
            make_up_days: false,
            ..Readings::default()
        }),
    }
}

fn off(day: &str) -> Change {
    Change::Days {
        dates: dates(day, day),
        change: Some(DayChange::Off {
            name: "店庆".to_owned(),
        }),
    }
}

fn window(kind: WindowKind, from: &str, until: &str) -> OwnWindow {
    OwnWindow {
        name: "机房搬迁".to_owned(),
        kind,
        span: Span::new(at(from), at(until)),
    }
}

#[test]
fn without_make_up_days_the_golden_cases_move() {
    let simulation = with(make_up_days_off());
    assert_eq!(simulation.active(), 1, "the base stays as it is");
    for (priority, submitted, plain, without) in [
        (
            2,
            "2026-02-14T17:50",
            "2026-02-24T10:50",
            "2026-02-24T11:00",
        ),
        (
            4,
            "2026-02-13T17:00",
            "2026-02-14T16:00",
            "2026-02-24T16:00",
        ),
    ] {
        assert_eq!(due(&simulation, BASE, priority, submitted), at(plain));
        assert_eq!(due(&simulation, 1, priority, submitted), at(without));
    }
}

#[test]
fn an_empty_simulation_is_the_plan() {
    let baseline = baseline();
    let premises = Simulation::default().premises(BASE, &baseline);
    assert!(Arc::ptr_eq(&premises.policy, &baseline.policy));
    assert_eq!(premises.readings, baseline.readings);
    let mut copy = Simulation::default();
    copy.apply(
        SimulationEdit::Duplicate { scenario: BASE },
        &baseline.policy,
    )
    .expect("there is room");
    assert_eq!(copy.premises(1, &baseline), premises);
    assert_eq!(
        copy.premises(9, &baseline),
        premises,
        "none there is the base"
    );
}

#[test]
fn a_half_day_closes_at_noon() {
    let hours = day_hours(&["09:00-12:00"]);
    let name = String::new();
    let simulation = with(Change::Days {
        dates: dates("2026-11-24", "2026-11-25"),
        change: Some(DayChange::Hours { hours, name }),
    });
    // Four hours: one on Tuesday morning, three on Wednesday.
    assert_eq!(
        due(&simulation, 1, 3, "2026-11-24T11:00"),
        at("2026-11-25T12:00")
    );
    assert_eq!(
        due(&simulation, BASE, 3, "2026-11-24T11:00"),
        at("2026-11-24T15:00")
    );
}

#[test]
fn hours_run_over_midnight() {
    let week = WeeklyHours::on([Weekday::Mon], "22:00-06:00".parse().expect("hours"));
    let simulation = with(Change::Hours(Hours::Weekly(week)));
    // Eight hours from Monday 23:00: seven that night, one the Monday after.
    assert_eq!(
        due(&simulation, 1, 4, "2026-11-23T23:00"),
        at("2026-11-30T23:00")
    );
}

#[test]
fn a_make_up_day_can_be_taken_off_and_given_back() {
    let mut simulation = with(off("2026-02-14"));
    assert_eq!(
        due(&simulation, 1, 4, "2026-02-13T17:00"),
        at("2026-02-24T16:00")
    );
    let back = Change::Days {
        dates: dates("2026-02-01", "2026-02-28"),
        change: None,
    };
    assume(&mut simulation, 1, back).expect("it can be assumed");
    assert_eq!(
        due(&simulation, 1, 4, "2026-02-13T17:00"),
        at("2026-02-14T16:00")
    );
}

#[test]
fn calendars_are_copied_when_they_are_changed() {
    let contract = policy();
    let mut simulation = with(off("2026-11-24"));
    let [calendar] = simulation.calendars() else {
        panic!("one calendar");
    };
    assert_eq!(calendar.name, Name::default().copy());
    let first = calendar.id;
    // Alone with it, the scenario changes it in place.
    assume(&mut simulation, 1, off("2026-11-25")).expect("it can be assumed");
    assert_eq!(simulation.calendars().len(), 1);
    let name = "上海".to_owned();
    for edit in [
        SimulationEdit::RenameCalendar {
            calendar: first,
            name,
        },
        SimulationEdit::Duplicate { scenario: 1 },
        SimulationEdit::Lock {
            scenario: 1,
            locked: true,
        },
    ] {
        simulation.apply(edit, &contract).expect("it can be done");
    }
    let before = simulation.calendar(first).cloned();
    assume(&mut simulation, 2, off("2026-11-26")).expect("it can be assumed");
    assert_eq!(
        simulation.calendar(first).cloned(),
        before,
        "the locked one keeps it"
    );
    let used = simulation.scenarios()[2].assumptions.calendar;
    let copy = simulation.calendar(used).expect("a calendar");
    assert_eq!(copy.name, Name::given("上海").copy());
    assert_eq!(copy.days.len(), 3);
    // What only the reset scenario had, and nobody named, is forgotten.
    let reset = SimulationEdit::Reset { scenario: 2 };
    simulation.apply(reset, &contract).expect("it can be done");
    assert_eq!(simulation.calendars().len(), 1);
}

#[test]
fn a_change_that_changes_nothing_copies_nothing() {
    let mut simulation = with(make_up_days_off());
    let week = policy().working_time.clone();
    assume(&mut simulation, 1, Change::Hours(Hours::Weekly(week))).expect("it can be assumed");
    assert!(simulation.calendars().is_empty());
}

#[test]
fn what_cannot_be_is_refused() {
    let contract = policy();
    let mut simulation = with(make_up_days_off());
    let refused = |edit| {
        let mut copy = simulation.clone();
        copy.apply(edit, &contract).expect_err("it is refused")
    };
    let assumed = |change| SimulationEdit::Assume {
        scenario: 1,
        change,
    };
    let key = TargetKey {
        target: 0,
        rank: Rank(0),
    };
    let backward = Span::new(at("2026-11-24T12:00"), at("2026-11-24T12:00"));
    let most = 366 * 86_400;
    let name = String::new;
    for (edit, why) in [
        (
            SimulationEdit::Show { scenario: 7 },
            Refused::NoScenario { scenario: 7 },
        ),
        (
            SimulationEdit::Rename {
                scenario: BASE,
                name: name(),
            },
            Refused::Base,
        ),
        (
            SimulationEdit::Lock {
                scenario: BASE,
                locked: true,
            },
            Refused::Base,
        ),
        (SimulationEdit::Reset { scenario: BASE }, Refused::Base),
        (SimulationEdit::Remove { scenario: BASE }, Refused::Base),
        (
            assumed(Change::Calendar(CalendarId(9))),
            Refused::NoCalendar {
                calendar: CalendarId(9),
            },
        ),
        (
            assumed(Change::MoveWindow {
                window: 0,
                to: backward,
            }),
            Refused::BackwardWindow { span: backward },
        ),
        (
            assumed(Change::RemoveWindow { window: 0 }),
            Refused::NoWindow { window: 0 },
        ),
        (
            assumed(Change::Length {
                key,
                seconds: Some(0),
            }),
            Refused::TargetLength { seconds: 0, most },
        ),
        (
            assumed(Change::Length {
                key,
                seconds: Some(most + 1),
            }),
            Refused::TargetLength {
                seconds: most + 1,
                most,
            },
        ),
        (
            assumed(Change::Place(Some("FR".to_owned()))),
            Refused::UnknownPlace {
                place: "FR".to_owned(),
            },
        ),
        (
            assumed(Change::Read {
                point: OpenPoint::R6,
                readings: None,
            }),
            Refused::OneWay {
                point: OpenPoint::R6,
            },
        ),
        (
            assumed(Change::Days {
                dates: dates("2026-02-02", "2026-02-01"),
                change: None,
            }),
            Refused::BackwardDates {
                from: date("2026-02-02"),
                through: date("2026-02-01"),
            },
        ),
        (
            assumed(off("2101-01-01")),
            Refused::DateOutOfRange {
                date: date("2101-01-01"),
            },
        ),
        (
            assumed(Change::Days {
                dates: dates("1970-01-01", "2100-12-31"),
                change: Some(DayChange::Off { name: name() }),
            }),
            Refused::TooManyDays { most: 4_000 },
        ),
    ] {
        assert_eq!(refused(edit), why);
    }
    assume(&mut simulation, 1, Change::Hours(Hours::Always)).expect("it can be assumed");
    let refused = assume(&mut simulation, 1, off("2026-11-24"));
    assert_eq!(refused, Err(Refused::AlwaysOpen));
}

#[test]
fn there_is_room_for_so_many() {
    let mut simulation = Simulation::default();
    for _ in 0..3 {
        assume(&mut simulation, BASE, make_up_days_off()).expect("there is room");
    }
    let fifth = assume(&mut simulation, BASE, make_up_days_off());
    assert_eq!(fifth, Err(Refused::TooManyScenarios { most: 4 }));
    let calendar = || Change::NewCalendar(Box::new(OwnCalendar::of(&policy())));
    for _ in 0..MOST_CALENDARS {
        assume(&mut simulation, 1, calendar()).expect("there is room");
    }
    let more = assume(&mut simulation, 1, calendar());
    assert_eq!(
        more,
        Err(Refused::TooManyCalendars {
            most: MOST_CALENDARS
        })
    );
    let window = || {
        Change::AddWindow(window(
            WindowKind::Planned,
            "2026-12-01T01:00",
            "2026-12-01T02:00",
        ))
    };
    for _ in 0..60 {
        assume(&mut simulation, 2, window()).expect("there is room");
    }
    let more = assume(&mut simulation, 2, window());
    assert_eq!(more, Err(Refused::TooManyWindows { most: 60 }));
}

#[test]
fn a_locked_scenario_refuses() {
    let contract = policy();
    let mut simulation = with(off("2026-11-24"));
    let calendar = simulation.calendars()[0].id;
    let lock = SimulationEdit::Lock {
        scenario: 1,
        locked: true,
    };
    simulation.apply(lock, &contract).expect("it can be locked");
    let locked = simulation.clone();
    let why = Refused::Locked { scenario: 1 };
    let name = "甲".to_owned();
    for edit in [
        SimulationEdit::Assume {
            scenario: 1,
            change: make_up_days_off(),
        },
        SimulationEdit::Assume {
            scenario: 1,
            change: off("2026-11-24"),
        },
        SimulationEdit::Rename { scenario: 1, name },
        SimulationEdit::Reset { scenario: 1 },
        SimulationEdit::Remove { scenario: 1 },
    ] {
        assert_eq!(simulation.apply(edit, &contract), Err(why.clone()));
        assert_eq!(simulation, locked);
    }
    let remove = SimulationEdit::RemoveCalendar { calendar };
    let why = Refused::CalendarLocked { scenario: 1 };
    assert_eq!(simulation.apply(remove.clone(), &contract), Err(why));
    // What it would come to can be asked all the same.
    let flipped = simulation.supposing(1, make_up_days_off(), &baseline());
    assert!(!flipped.expect("premises").readings.make_up_days);
    let unlock = SimulationEdit::Lock {
        scenario: 1,
        locked: false,
    };
    for edit in [unlock, remove] {
        simulation.apply(edit, &contract).expect("it can be done");
    }
    assert_eq!(
        simulation.scenarios()[1].assumptions.calendar,
        CalendarId::CONTRACT
    );
}

#[test]
fn a_flip_changes_one_thing() {
    let baseline = baseline();
    let mut simulation = with(off("2026-11-24"));
    for kind in [WindowKind::Planned, WindowKind::Emergency] {
        let window = window(kind, "2026-12-01T01:00", "2026-12-01T02:00");
        assume(&mut simulation, 1, Change::AddWindow(window)).expect("it can be assumed");
    }
    let mut flips = 0;
    for scenario in [BASE, 1] {
        let all = simulation.assumptions(scenario, &baseline);
        for assumption in &all {
            let Some(flip) = assumption.flip.clone() else {
                continue;
            };
            flips += 1;
            let flipped = simulation
                .supposing(scenario, flip, &baseline)
                .expect("premises");
            for other in &all {
                let value = flipped.value(other.topic);
                if other.topic == assumption.topic {
                    assert_ne!(value.as_ref(), Some(&other.value), "{assumption:?}");
                } else {
                    // Without an emergency nothing asks whether it suspends, and 24x7 has no lunch.
                    let gone = value.is_none()
                        && matches!(
                            other.topic,
                            Topic::Emergencies | Topic::Lunch | Topic::Window(_)
                        );
                    let moved = matches!(
                        (assumption.topic, other.topic),
                        (Topic::Window(_), Topic::Window(_))
                    );
                    assert!(
                        gone || moved || value.as_ref() == Some(&other.value),
                        "{assumption:?}: {other:?}"
                    );
                }
            }
        }
    }
    assert!(flips > 50, "{flips}");
}

#[test]
fn every_deviation_is_listed() {
    let baseline = baseline();
    let mut simulation = with(make_up_days_off());
    let key = TargetKey {
        target: 1,
        rank: Rank(4),
    };
    for change in [
        off("2026-11-24"),
        Change::Place(Some("US-CA".to_owned())),
        Change::Zone("America/Los_Angeles".parse().expect("a zone")),
        Change::Length {
            key,
            seconds: Some(3_600),
        },
        Change::Monthly(Some(Monthly::None)),
        Change::AddWindow(window(
            WindowKind::Emergency,
            "2026-12-01T01:00",
            "2026-12-01T02:00",
        )),
        Change::EmergenciesSuspend(true),
    ] {
        assume(&mut simulation, 1, change).expect("it can be assumed");
    }
    let topics: Vec<Topic> = simulation
        .deviations(1, &baseline)
        .iter()
        .map(|assumption| assumption.topic)
        .collect();
    let expected = [
        Topic::Place,
        Topic::Zone,
        Topic::Days,
        Topic::Point(OpenPoint::R1),
        Topic::Point(OpenPoint::R5),
        Topic::Length(key),
        Topic::Monthly,
        Topic::Emergencies,
        Topic::Window(0),
    ];
    assert_eq!(topics, expected);
    // R1 is how the plan reads the contract: a deviation, but no change of the scenario.
    let changed = simulation.assumptions(1, &baseline);
    let clock = changed
        .iter()
        .find(|one| one.topic == Topic::Point(OpenPoint::R1));
    assert!(clock.is_some_and(|clock| clock.is_deviation() && !clock.is_changed()));
    let length = changed.iter().find(|one| one.topic == Topic::Length(key));
    let length = length.expect("a target");
    assert_eq!(
        (&length.value, length.base.as_ref()),
        (&Value::Length(3_600), Some(&Value::Length(172_800)))
    );
}

#[test]
fn maintenance_is_told_with_its_notices() {
    let mut simulation = with(Change::Monthly(Some(Monthly::Every(MonthlyRule {
        nth: Nth::Last,
        weekday: Weekday::Sat,
        hours: "23:00-03:00".parse().expect("hours"),
    }))));
    let suspends = Readings {
        maintenance_suspends: PerTarget {
            response: true,
            resolution: false,
        },
        ..Readings::default()
    };
    for change in [
        Change::Read {
            point: OpenPoint::R4,
            readings: Some(suspends),
        },
        Change::AddWindow(window(
            WindowKind::Emergency,
            "2026-12-01T10:00",
            "2026-12-01T12:00",
        )),
        Change::AddWindow(window(
            WindowKind::Planned,
            "2026-12-02T10:00",
            "2026-12-02T12:00",
        )),
        Change::AddWindow(window(
            WindowKind::Planned,
            "2026-11-02T10:00",
            "2026-11-02T12:00",
        )),
    ] {
        assume(&mut simulation, 1, change).expect("it can be assumed");
    }
    let premises = simulation.premises(1, &baseline());
    let windows = premises.maintenance(at("2026-11-24T16:00"));
    assert_eq!(windows.len(), 12);
    assert!(windows.is_sorted_by_key(|window| window.span.from));
    let [monthly, emergency, planned, ..] = windows.as_slice() else {
        panic!("three windows");
    };
    assert_eq!(
        monthly.span,
        Span::new(at("2026-11-28T23:00"), at("2026-11-29T03:00"))
    );
    assert_eq!(emergency.deadline, Some(at("2026-12-01T08:00")));
    assert_eq!(planned.deadline, Some(at("2026-11-29T10:00")));
    assert!(planned.suspends.response && !planned.suspends.resolution);
    assert_eq!(emergency.suspends, PerTarget::default());
    assert!(emergency.is_downtime && !planned.is_downtime);
    let standing = premises.standing(emergency, at("2026-12-01T09:20"));
    assert_eq!(standing, Standing::Late { by: 80 * 60 });
    let standing = premises.standing(planned, at("2026-11-29T09:00"));
    assert_eq!(standing, Standing::InTime { spare: 3_600 });
    // The planned window stops the clock of the response, the emergency only when it is said to.
    assert_eq!(
        due_under(&premises, 0, "2026-12-02T11:00"),
        at("2026-12-02T12:15")
    );
    assert_eq!(
        due_under(&premises, 0, "2026-12-01T11:00"),
        at("2026-12-01T11:15")
    );
    assume(&mut simulation, 1, Change::EmergenciesSuspend(true)).expect("it can be assumed");
    let suspended = simulation.premises(1, &baseline());
    assert_eq!(
        due_under(&suspended, 0, "2026-12-01T11:00"),
        at("2026-12-01T12:15")
    );
    // An emergency is never planned maintenance for the availability.
    let day = Period::Day
        .around(date("2026-12-01"), policy().zone)
        .expect("a day");
    for premises in [premises, suspended] {
        let found = premises
            .availability(day, &[], day.until)
            .expect("it is promised");
        assert_eq!(found.windows, []);
    }
}

#[test]
fn scenarios_with_one_calendar_share_it() {
    let mut simulation = with(make_up_days_off());
    assume(&mut simulation, BASE, off("2026-11-24")).expect("there is room");
    let mut schedules = Schedules::default();
    let terms = |scenario, schedules: &mut Schedules| {
        let terms = simulation.terms(scenario, &baseline(), schedules);
        terms.expect("terms").working_time()
    };
    let base = terms(BASE, &mut schedules);
    let again = terms(BASE, &mut schedules);
    assert!(Arc::ptr_eq(&base, &again));
    assert!(
        !Arc::ptr_eq(&base, &terms(1, &mut schedules)),
        "make-up days apart"
    );
    assert!(
        !Arc::ptr_eq(&base, &terms(2, &mut schedules)),
        "another calendar"
    );
}

#[test]
fn a_stroke_is_one_step() {
    let contract = policy();
    let mut journal = SimulationJournal::new(Simulation::default());
    let key = TargetKey {
        target: 0,
        rank: Rank(2),
    };
    let length = |scenario, seconds| SimulationEdit::Assume {
        scenario,
        change: Change::Length {
            key,
            seconds: Some(seconds),
        },
    };
    journal
        .edit(length(BASE, 7_000), &contract)
        .expect("a slider moves");
    journal.end_stroke();
    for seconds in [6_000, 5_000, 4_000] {
        journal
            .edit(length(1, seconds), &contract)
            .expect("a slider moves");
    }
    let after = journal.simulation().clone();
    let refused = journal.edit(SimulationEdit::Remove { scenario: BASE }, &contract);
    assert_eq!(refused, Err(Refused::Base));
    assert_eq!(journal.simulation(), &after);
    let seconds = |journal: &SimulationJournal| {
        let scenarios = journal.simulation().scenarios();
        scenarios
            .get(1)
            .and_then(|one| one.assumptions.lengths.get(&key).copied())
    };
    journal.undo();
    assert_eq!(seconds(&journal), Some(7_000));
    journal.undo();
    assert_eq!((seconds(&journal), journal.undoable()), (None, None));
    journal.redo();
    journal.redo();
    assert_eq!(journal.simulation(), &after);
}

fn name() -> impl Strategy<Value = String> {
    "[ a-z\"\\\\店庆😀]{0,80}"
}

fn instant() -> impl Strategy<Value = Instant> {
    let any = 0..=Instant::MAX.epoch();
    any.prop_map(|second| Instant::from_epoch(second).expect("in range"))
}

fn hours() -> impl Strategy<Value = Hours> {
    let typed = (0_u32..86_400, 1_u32..=86_400, 0_u8..7);
    let weekly = proptest::collection::vec(typed, 0..8).prop_map(|typed| {
        let mut week = WeeklyHours::default();
        for (open, close, day) in typed {
            let day = Weekday::try_from(day).expect("a day");
            if let Ok(hours) = sla_planner::engine::TypedHours::new(open, close) {
                week.add(day, hours);
            }
        }
        Hours::Weekly(week)
    });
    prop_oneof![1 => Just(Hours::Always), 4 => weekly]
}

fn day_change() -> impl Strategy<Value = DayChange> {
    (0_u8..4, name(), 0_u32..80_000).prop_map(|(kind, name, open)| match kind {
        0 => DayChange::Off { name },
        1 => DayChange::Working { name },
        2 => DayChange::MakeUp { name },
        _ => {
            let typed = sla_planner::engine::TypedHours::new(open, open + 3_601).expect("hours");
            let hours = DayHours::typed([typed]).expect("one date");
            DayChange::Hours { hours, name }
        }
    })
}

fn any_window() -> impl Strategy<Value = OwnWindow> {
    (name(), any::<bool>(), instant(), instant()).prop_map(|(name, planned, from, until)| {
        OwnWindow {
            name,
            kind: if planned {
                WindowKind::Planned
            } else {
                WindowKind::Emergency
            },
            span: Span::new(from, until),
        }
    })
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (-40_000_i64..60_000).prop_map(|day| {
        let epoch = NaiveDate::default();
        epoch
            .checked_add_signed(chrono::TimeDelta::days(day))
            .expect("a date")
    })
}

fn change() -> impl Strategy<Value = Change> {
    let point =
        (0_usize..16, any::<bool>(), any::<bool>()).prop_map(|(place, set, flag)| Change::Read {
            point: OpenPoint::ALL[place],
            readings: set.then_some(Readings {
                make_up_days: flag,
                clock: ClockReading::Mixed,
                window_zone: flag.then(|| "UTC".parse().expect("a zone")),
                ..Readings::default()
            }),
        });
    let days = (any_date(), 0_i64..40, proptest::option::of(day_change())).prop_map(
        |(from, more, change)| {
            let through = from
                .checked_add_signed(chrono::TimeDelta::days(more))
                .expect("a date");
            Change::Days {
                dates: DateSpan { from, through },
                change,
            }
        },
    );
    let import = (
        proptest::collection::vec((any_date(), day_change()), 0..20),
        proptest::collection::btree_set(1_900..2_200_i32, 0..3),
    )
        .prop_map(|(days, official)| Change::Import { days, official });
    let length = (0_u8..3, 0_u8..6, proptest::option::of(-1_i64..200_000)).prop_map(
        |(target, rank, seconds)| Change::Length {
            key: TargetKey {
                target,
                rank: Rank(rank),
            },
            seconds,
        },
    );
    prop_oneof![
        (0_u32..4).prop_map(|id| Change::Calendar(CalendarId(id))),
        hours().prop_map(|hours| {
            let calendar = OwnCalendar {
                hours,
                ..OwnCalendar::of(&policy())
            };
            Change::NewCalendar(Box::new(calendar))
        }),
        days,
        import,
        hours().prop_map(Change::Hours),
        Just(Change::Zone("Europe/Dublin".parse().expect("a zone"))),
        prop_oneof![
            Just(None),
            Just(Some("GB-SCT".to_owned())),
            Just(Some("XX".to_owned()))
        ]
        .prop_map(Change::Place),
        point,
        length,
        (0_u8..2, hours()).prop_map(|(kind, _)| Change::Monthly(match kind {
            0 => Some(Monthly::None),
            _ => Some(Monthly::Every(MonthlyRule {
                nth: Nth::Fifth,
                weekday: Weekday::Wed,
                hours: "22:00-06:00".parse().expect("hours"),
            })),
        })),
        any::<bool>().prop_map(Change::EmergenciesSuspend),
        any_window().prop_map(Change::AddWindow),
        (0_usize..3, any_window()).prop_map(|(window, to)| Change::ChangeWindow { window, to }),
        (0_usize..3).prop_map(|window| Change::RemoveWindow { window }),
        Just(Change::ClearDays),
    ]
}

fn clock() -> impl Strategy<Value = SimulatedClock> {
    prop_oneof![
        Just(SimulatedClock::Real),
        instant().prop_map(|at| SimulatedClock::Frozen { at }),
        (instant(), instant(), 1_u16..=3_600)
            .prop_map(|(from, since, speed)| SimulatedClock::Playing { from, since, speed }),
    ]
}

fn edit() -> impl Strategy<Value = SimulationEdit> {
    let scenario = 0_usize..5;
    prop_oneof![
        8 => (scenario.clone(), change())
            .prop_map(|(scenario, change)| SimulationEdit::Assume { scenario, change }),
        1 => scenario.clone().prop_map(|scenario| SimulationEdit::Show { scenario }),
        1 => scenario.clone().prop_map(|scenario| SimulationEdit::Duplicate { scenario }),
        1 => (scenario.clone(), name())
            .prop_map(|(scenario, name)| SimulationEdit::Rename { scenario, name }),
        1 => (scenario.clone(), any::<bool>())
            .prop_map(|(scenario, locked)| SimulationEdit::Lock { scenario, locked }),
        1 => scenario.clone().prop_map(|scenario| SimulationEdit::Reset { scenario }),
        1 => scenario.prop_map(|scenario| SimulationEdit::Remove { scenario }),
        1 => (0_u32..4, name()).prop_map(|(id, name)| {
            SimulationEdit::RenameCalendar { calendar: CalendarId(id), name }
        }),
        1 => (0_u32..4).prop_map(|id| SimulationEdit::RemoveCalendar { calendar: CalendarId(id) }),
        1 => clock().prop_map(SimulationEdit::Clock),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_written_is_read(edits in proptest::collection::vec(edit(), 0..30)) {
        let contract = policy();
        let baseline = baseline();
        let mut journal = SimulationJournal::new(Simulation::default());
        for edit in edits {
            let before = journal.simulation().clone();
            if journal.edit(edit, &contract).is_err() {
                prop_assert_eq!(journal.simulation(), &before);
            }
        }
        let last = journal.simulation().clone();
        prop_assert_eq!(Simulation::read(&last.write()), Ok(last.clone()));
        for scenario in 0..last.scenarios().len() {
            let assumptions = last.assumptions(scenario, &baseline);
            prop_assert_eq!(assumptions.is_empty(), false);
        }
        let mut steps = 0;
        while journal.undoable().is_some() {
            journal.undo();
            steps += 1;
        }
        prop_assert_eq!(journal.simulation(), &Simulation::default());
        for _ in 0..steps {
            journal.redo();
        }
        prop_assert_eq!(journal.simulation(), &last);
    }

    #[test]
    fn a_clock_is_read_from_its_link(clock in clock(), real in instant()) {
        let link = clock.link(real);
        let read = SimulatedClock::from_link(&link, real).expect("it is a link");
        prop_assert_eq!(read.now(real), clock.now(real));
        prop_assert_eq!(read.speed(), clock.speed());
    }

    #[test]
    fn any_text_is_a_clock_or_refused(text in ".{0,40}", real in instant()) {
        if let Ok(clock) = SimulatedClock::from_link(&text, real) {
            prop_assert_eq!(clock.link(real), text);
        }
    }
}
