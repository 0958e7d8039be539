//! Why another system shows another due time.

use std::sync::Arc;

use sla_planner::engine::{
    Assessment, ClockReading, Difference, Event, EventKind, Explainer, Explanation, Habit,
    HelpDesk, History, Instant, OpenPoint, Outcome, Policy, PriorityChange, Rank, Readings,
    Schedule, Terms,
};
use sla_planner::text::difference::DifferenceCard;
use sla_planner::text::{Lang, Reader};

fn at(beijing: &str) -> Instant {
    let seconds = if beijing.len() == 16 { ":00" } else { "" };
    let text = format!("{}{seconds}+08:00", beijing.replace(' ', "T"));
    text.parse().expect("a time in a test")
}

const NOW: &str = "2026-12-01 00:00";

/// The contract on working time, unless `as_written`.
fn terms(as_written: bool) -> Terms {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let readings = Readings {
        clock: if as_written {
            ClockReading::AllHours
        } else {
            ClockReading::WorkingTime
        },
        ..Readings::default()
    };
    Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("it holds")
}

/// What is found for `shown`, on working time unless `as_written`.
fn difference(as_written: bool, events: &[Event], target: usize, shown: &str) -> Difference {
    let terms = terms(as_written);
    let history = History::read(events).expect("a history in a test");
    let explainer = Explainer::new(terms.calendar()).expect("the calendar is whole");
    explainer
        .explain(&terms, &history, at(NOW), target, at(shown))
        .expect("it is assessed")
}

fn ways(as_written: bool, events: &[Event], target: usize, shown: &str) -> Vec<Explanation> {
    difference(as_written, events, target, shown).ways
}

fn event(beijing: &str, kind: EventKind) -> Event {
    Event::new(at(beijing), kind)
}

fn submitted(rank: u8, beijing: &str) -> Event {
    let priority = Rank(rank);
    event(beijing, EventKind::Submitted { priority })
}

/// A pause, from one time to another.
fn pause(from: &str, until: &str) -> [Event; 2] {
    let reason = String::new();
    [
        event(from, EventKind::Paused { reason }),
        event(until, EventKind::Resumed),
    ]
}

#[test]
fn nothing_differs() {
    let p2 = [submitted(2, "2026-02-14 17:50")];
    let found = difference(false, &p2, 0, "2026-02-24 10:50");
    assert!(found.is_none());
    assert_eq!(found.due, at("2026-02-24 10:50"));
    // All other ways depart in more than nothing.
    assert_eq!(found.ways.len(), 1);
}

#[test]
fn one_point_is_named() {
    let p2 = [submitted(2, "2026-02-14 17:50")];
    let found = ways(false, &p2, 0, "2026-02-24 11:00");
    assert_eq!(
        (found[0].points.as_slice(), found[0].habits.as_slice()),
        (&[OpenPoint::R5][..], &[][..])
    );
    let found = ways(true, &p2, 0, "2026-02-24 10:50");
    assert_eq!(found[0].points, [OpenPoint::R1]);
}

#[test]
fn habits_are_named() {
    // No holidays: Monday 16 February, 09:50, without the make-up Saturday.
    let found = ways(
        false,
        &[submitted(2, "2026-02-14 17:50")],
        0,
        "2026-02-16 11:00",
    );
    assert_eq!(found[0].habits, [Habit::NoHolidays]);
    assert_eq!(found[0].points, []);
    assert_eq!(found[0].departures(), 1);
    // Hours in UTC: 09:00 there is 17:00 in Beijing.
    let found = ways(
        false,
        &[submitted(2, "2026-11-23 10:00")],
        0,
        "2026-11-23 19:00",
    );
    assert_eq!(found[0].habits, [Habit::HoursInUtc]);
}

#[test]
fn help_desks_are_named() {
    // A P2 confirmed at submission, 10:00 + 8 h: next opening, from creation.
    let events = [submitted(2, "2026-11-23 10:00")];
    let desks = |shown: &str| {
        let mut desks: Vec<HelpDesk> = Vec::new();
        for way in ways(false, &events, 1, shown) {
            desks.extend(way.help_desks);
        }
        desks.dedup();
        desks
    };
    let next_opening = desks("2026-11-24 09:00");
    assert!(next_opening.contains(&HelpDesk::Zammad) && next_opening.contains(&HelpDesk::Glpi));
    assert!(!next_opening.contains(&HelpDesk::Frappe));
    let closing = desks("2026-11-23 18:00");
    assert!(closing.contains(&HelpDesk::Frappe) && closing.contains(&HelpDesk::Chatwoot));
    // Zammad too, where it counts around the clock: nothing closes then.
    assert!(closing.contains(&HelpDesk::Zammad));
    assert_eq!(desks("2026-11-23 12:34"), []);
}

#[test]
fn a_time_without_seconds_agrees_within_its_minute() {
    let events = [Event::new(
        at("2026-11-23 10:00:30"),
        EventKind::Submitted { priority: Rank(0) },
    )];
    assert_eq!(
        ways(true, &events, 0, "2026-11-23 10:15")[0].departures(),
        0
    );
    assert_eq!(
        ways(true, &events, 0, "2026-11-23 10:15:30")[0].departures(),
        0
    );
    assert_eq!(ways(true, &events, 0, "2026-11-23 10:15:29"), []);
    assert_eq!(ways(true, &events, 0, "2026-11-23 10:16"), []);
}

#[test]
fn a_minute_lost_each_night() {
    // 48 h from 16:00 cross two midnights.
    let events = [
        submitted(4, "2026-11-23 16:00"),
        event("2026-11-23 16:00", EventKind::Confirmed),
    ];
    let found = ways(true, &events, 1, "2026-11-25 16:02");
    assert_eq!(found[0].habits, [Habit::LastMinuteLost]);
    assert_eq!(found[0].points, []);
}

#[test]
fn a_due_time_shown_in_utc() {
    let found = ways(
        true,
        &[submitted(2, "2026-11-23 18:00")],
        0,
        "2026-11-23 12:00",
    );
    assert_eq!(found[0].habits, [Habit::ShownInUtc]);
    assert_eq!(found[0].shows, at("2026-11-23 12:00"));
}

#[test]
fn pauses_in_the_wrong_unit() {
    // 8 h from Friday 10:30: Monday 09:30. Paused from Friday 11:00 to Monday 11:00: 72 h by the wall clock,
    // 9 h of working time.
    let mut events = vec![
        submitted(2, "2026-11-20 10:30"),
        event("2026-11-20 10:30", EventKind::Confirmed),
    ];
    events.extend(pause("2026-11-20 11:00", "2026-11-23 11:00"));
    let first = |shown: &str| {
        let found = ways(false, &events, 1, shown);
        let first = found.first().cloned();
        first.map(|way| (way.points, way.habits)).expect(shown)
    };
    assert_eq!(first("2026-11-24 09:30"), (vec![], vec![]));
    assert_eq!(first("2026-11-23 09:30"), (vec![OpenPoint::R7], vec![]));
    // Three days after Monday 09:30.
    assert_eq!(
        first("2026-11-26 09:30"),
        (vec![], vec![Habit::PausesOnDue])
    );
    // 80 h of working time from Friday 10:30: 7.5 h that day, eight whole days, half an hour.
    assert_eq!(
        first("2026-12-03 09:30"),
        (vec![], vec![Habit::PausesOnTarget])
    );
}

#[test]
fn pauses_cut_to_the_minute() {
    let mut events = vec![
        submitted(2, "2026-11-23 10:00"),
        event("2026-11-23 10:00", EventKind::Confirmed),
    ];
    events.extend(pause("2026-11-23 10:00:50", "2026-11-23 10:10:10"));
    assert_eq!(ways(true, &events, 1, "2026-11-23 18:09")[0].habits, []);
    let found = ways(true, &events, 1, "2026-11-23 18:10");
    assert_eq!(found[0].habits, [Habit::PausesToTheMinute]);
    assert_eq!(found[0].help_desks, [HelpDesk::Zammad]);
}

#[test]
fn changes_of_priority() {
    let events = [
        submitted(2, "2026-11-23 10:00"),
        event("2026-11-23 10:00", EventKind::Confirmed),
        event(
            "2026-11-23 11:00",
            EventKind::PriorityChanged { to: Rank(1) },
        ),
    ];
    for (shown, change) in [
        ("2026-11-23 15:00", PriorityChange::Restart),
        ("2026-11-23 18:00", PriorityChange::KeepDue),
    ] {
        let found = ways(true, &events, 1, shown);
        assert_eq!(found[0].points, [OpenPoint::R8], "{shown}");
        assert_eq!(found[0].readings.priority_change, change);
    }
    assert_eq!(
        ways(true, &events, 1, "2026-11-23 14:00")[0].departures(),
        0
    );
}

#[test]
fn the_nearest_where_nothing_gives_the_time() {
    let p2 = [submitted(2, "2026-02-14 17:50")];
    let found = difference(false, &p2, 0, "2026-02-24 10:57");
    assert_eq!(found.ways, []);
    let nearest = found.nearest.expect("something is nearest");
    // 10:50 is 7 min off, 11:00 without the make-up day 3.
    assert_eq!(nearest.points, [OpenPoint::R5]);
    assert_eq!(nearest.shows, at("2026-02-24 11:00"));
    assert!(found.tried > 50, "{}", found.tried);
}

#[test]
fn each_way_by_readings_alone_gives_the_time() {
    let mut events = vec![
        submitted(2, "2026-02-13 16:20"),
        event("2026-02-13 17:10", EventKind::FirstReply),
        event("2026-02-13 17:30", EventKind::Confirmed),
        event(
            "2026-02-14 10:00",
            EventKind::PriorityChanged { to: Rank(3) },
        ),
    ];
    events.extend(pause("2026-02-13 17:40", "2026-02-14 09:20"));
    let history = History::read(&events).expect("a history");
    let terms = terms(false);
    let explainer = Explainer::new(terms.calendar()).expect("the calendar is whole");
    let outcomes = Outcome::all(&terms, &history, at(NOW)).expect("it is compared");
    assert!(outcomes.len() > 5, "{}", outcomes.len());
    for outcome in outcomes {
        let shown = outcome.dues[1];
        let found = explainer
            .explain(&terms, &history, at(NOW), 1, shown)
            .expect("it is assessed");
        // What few readings give is found, by as few or fewer departures.
        if outcome.decided_by.len() <= 3 {
            assert!(found.ways[0].departures() <= outcome.decided_by.len());
        }
        for way in found.ways.iter().filter(|way| way.habits.is_empty()) {
            let read = terms.read_as(way.readings).expect("it holds");
            let assessment = Assessment::of(&read, &history, at(NOW)).expect("it is assessed");
            assert_eq!(assessment.clocks[1].due, way.shows);
            assert!(way.shows.since(shown) < 60 && shown <= way.shows);
        }
        // No way does all that another does, and more.
        for (place, way) in found.ways.iter().enumerate() {
            for other in &found.ways[place + 1..] {
                let more = way.points.iter().all(|point| other.points.contains(point))
                    && way.habits.iter().all(|habit| other.habits.contains(habit));
                let apart = way.readings != other.readings;
                assert!(!more || apart, "{way:?} {other:?}");
            }
        }
    }
}

/// What is said of `shown`, in both languages.
fn said(events: &[Event], target: usize, shown: &str) -> [DifferenceCard; 2] {
    let terms = terms(false);
    let found = difference(false, events, target, shown);
    Lang::ALL.map(|lang| {
        let reader = Reader {
            lang,
            zone: terms.policy().zone,
            now: at(NOW),
        };
        DifferenceCard::of(&reader, &terms, target, at(shown), &found)
    })
}

#[test]
fn each_result_is_said() {
    let p2 = [submitted(2, "2026-02-14 17:50")];
    let [zh, en] = said(&p2, 0, "2026-02-24 10:50");
    assert_eq!(
        zh.result,
        "和这里一样：首次响应最迟 2月24日（周二）10:50（北京时间）。"
    );
    assert_eq!(
        en.result,
        "The same as here: First response by Tue 24 Feb, 10:50 Beijing time."
    );
    assert_eq!(en.ways[0].readings, None);

    let [zh, en] = said(&p2, 0, "2026-02-24 11:00");
    assert!(
        zh.result
            .starts_with("这里是 2月24日（周二）10:50（北京时间），它晚 10 分钟。有"),
        "{}",
        zh.result
    );
    assert!(
        en.result.contains("there it is 10 min later."),
        "{}",
        en.result
    );
    assert_eq!(
        zh.ways[0].lines,
        ["R5 (§1.2.1) 调休上班日算不算：不算（这里：算工作时间）"]
    );
    assert_eq!(
        en.ways[0].lines,
        ["R5 (§1.2.1) Whether make-up days count: They are not (here: They are working time)"]
    );
    assert_eq!(en.ways[0].title, "One difference");
    assert!(en.ways[0].readings.is_some_and(|read| !read.make_up_days));
    assert!(
        en.ways[0]
            .help_desks
            .iter()
            .any(|desk| desk.starts_with("GLPI"))
    );

    let [zh, en] = said(&p2, 0, "2026-02-24 10:57");
    assert!(zh.result.contains(
        "没有一种给出这个时间；最接近的是 2月24日（周二）11:00（北京时间），相差 3 分钟。"
    ));
    assert!(
        en.result.contains(
            "gives this time; the nearest is Tue 24 Feb, 11:00 Beijing time, off by 3 min."
        )
    );
    assert_eq!(en.ways.len(), 1);
}

#[test]
fn habits_cannot_be_read() {
    let [zh, en] = said(&[submitted(2, "2026-11-23 10:00")], 0, "2026-11-23 19:00");
    assert_eq!(
        en.ways[0].lines,
        ["It takes working time to be 09:00–18:00 UTC"]
    );
    assert_eq!(zh.ways[0].readings, None);
}
