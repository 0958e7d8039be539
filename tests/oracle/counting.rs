//! Calendars: what is open, what is counted, when is due.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use sla_planner::engine::{
    AtClosing, Bilingual, Calendar, Closure, Counting, Counts, DatedHours, DatedKind, DayHours,
    Instant, Span, Timetable, TypedHours, WeeklyHours,
};

use super::cases;
use super::slow::{self, Seconds, SlowCalendar};

/// Half and quarter hours, changes in both hemispheres and in winter, by two hours and by half an hour, at
/// midnight, and dates that do not exist.
const ZONES: &[&str] = &[
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Asuncion",
    "America/Caracas",
    "America/Havana",
    "America/New_York",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Pyongyang",
    "Asia/Shanghai",
    "Asia/Tehran",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "UTC",
];

const DAY: i64 = 86_400;
/// How many days each case looks at second by second.
const DAYS: i64 = 4;

/// Days on which a zone's offset changes, 1994 to 2037.
static CHANGES: LazyLock<Vec<Vec<i64>>> = LazyLock::new(|| {
    let from: Timestamp = "1994-01-01T00:00:00Z".parse().expect("an instant");
    let until: Timestamp = "2037-01-01T00:00:00Z".parse().expect("an instant");
    let changes = |name: &&str| {
        let zone = slow::zone(name);
        let changes = zone.following(from);
        changes
            .map(|change| change.timestamp())
            .take_while(|at| *at < until)
            .map(Timestamp::as_second)
            .collect()
    };
    ZONES.iter().map(changes).collect()
});

/// The first second that is looked at: around a change of offset where the zone has any, or anywhere.
fn start(zone: usize) -> BoxedStrategy<i64> {
    let anywhere = 788_918_400..2_145_916_800_i64;
    let changes = &CHANGES[zone];
    if changes.is_empty() {
        return anywhere.boxed();
    }
    let near = (0..changes.len(), -3 * DAY..DAY / 2)
        .prop_map(move |(place, shift)| changes[place] + shift);
    prop_oneof![3 => near, 1 => anywhere].boxed()
}

fn second_of_day() -> impl Strategy<Value = u32> {
    prop_oneof![
        4 => (0_u32..96).prop_map(|quarter| quarter * 900),
        1 => 0_u32..86_400,
    ]
}

/// Hours on one date.
fn window() -> impl Strategy<Value = (u32, u32)> {
    (second_of_day(), prop_oneof![second_of_day(), Just(86_400)])
        .prop_filter("hours are not empty", |(open, close)| open < close)
}

/// Hours that may run over midnight.
fn typed() -> impl Strategy<Value = (u32, u32)> {
    (second_of_day(), second_of_day())
        .prop_filter("hours are not empty", |(open, close)| open != close)
}

fn date(second: i64, zone: &str) -> Date {
    let zone = slow::zone(zone);
    zone.to_datetime(Timestamp::from_second(second).expect("in range"))
        .date()
}

#[derive(Clone, Debug)]
struct Case {
    calendar: SlowCalendar,
    pauses: Vec<(i64, i64)>,
    start: i64,
}

fn case() -> impl Strategy<Value = Case> {
    (0..ZONES.len())
        .prop_flat_map(|zone| (Just(ZONES[zone]), start(zone)))
        .prop_flat_map(|(zone, start)| {
            let dates = move |days: i64| date(start + days * DAY, zone);
            let day = (-1..=DAYS + 1).prop_map(dates);
            let span = (0..DAYS * DAY, 1..DAY)
                .prop_map(move |(from, length)| (start + from, start + from + length));
            (
                vec(((0_i8..7), typed()), 0..8),
                btree_set(day.clone(), 0..3),
                btree_map(day, vec(window(), 0..3), 0..3),
                vec(span.clone(), 0..3),
                vec(span, 0..3),
            )
                .prop_map(move |(weekly, holidays, dated, closures, pauses)| Case {
                    calendar: SlowCalendar {
                        zone,
                        weekly: weekly
                            .into_iter()
                            .map(|(day, (open, close))| (day, open, close))
                            .collect(),
                        holidays,
                        dated,
                        closures,
                    },
                    pauses,
                    start,
                })
        })
}

fn at(second: i64) -> Instant {
    Instant::from_epoch(second).expect("in range")
}

fn naive(date: Date) -> NaiveDate {
    let day = |part: i8| u32::try_from(part).expect("not negative");
    NaiveDate::from_ymd_opt(date.year().into(), day(date.month()), day(date.day()))
        .expect("a date of both")
}

fn spans(pairs: &[(i64, i64)]) -> Vec<Span> {
    pairs
        .iter()
        .map(|&(from, until)| Span::new(at(from), at(until)))
        .collect()
}

/// The engine's calendar of the same data.
fn engine(slow: &SlowCalendar) -> Calendar {
    let hours = |open, close| TypedHours::new(open, close).expect("hours of a case");
    let mut week = WeeklyHours::default();
    for &(day, open, close) in &slow.weekly {
        let day = Weekday::try_from(u8::try_from(day).expect("a weekday")).expect("a weekday");
        week.add(day, hours(open, close));
    }
    let mut calendar = Calendar::weekly(slow.zone.parse().expect("a zone"), week);
    for date in &slow.holidays {
        calendar.holidays.insert(naive(*date), Bilingual::default());
    }
    for (date, windows) in &slow.dated {
        let windows = windows.iter().map(|&(open, close)| hours(open, close));
        let dated = DatedHours {
            kind: DatedKind::Special,
            hours: DayHours::typed(windows).expect("hours of a case"),
            name: Bilingual::default(),
        };
        calendar.dated.insert(naive(*date), dated);
    }
    for span in spans(&slow.closures) {
        calendar.closures.push(Closure {
            span,
            name: Bilingual::default(),
        });
    }
    calendar
}

fn compiled(slow: &SlowCalendar) -> Timetable {
    Timetable::compile(&engine(slow), Counts::default())
}

fn seconds(case: &Case, pauses: &[(i64, i64)]) -> Seconds {
    let length = usize::try_from(DAYS * DAY).expect("a few days");
    Seconds::of(&case.calendar, pauses, case.start, length)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn counting_is_that_of_every_second(case in case(), from in 0..DAYS * DAY, length in 0..2 * DAY) {
        let (timetable, slow) = (compiled(&case.calendar), seconds(&case, &[]));
        let from = case.start + from;
        let until = (from + length).min(slow.end());
        prop_assert_eq!(timetable.counted(at(from), at(until)), slow.counted(from, until));
        prop_assert_eq!(timetable.counted(at(until), at(from)), 0);
        for second in [from, until, case.start] {
            if second < slow.end() {
                prop_assert_eq!(timetable.is_open(at(second)), slow.counts(second));
            }
        }
    }

    #[test]
    fn due_is_the_earliest(case in case(), from in 0..DAYS * DAY, target in 0..2 * DAY) {
        let (timetable, slow) = (compiled(&case.calendar), seconds(&case, &[]));
        let from = case.start + from;
        if let Some(due) = slow.due(from, target) {
            prop_assert_eq!(timetable.due(at(from), target), Ok(at(due)));
            if target > 0 {
                // And backwards: the latest start with so many seconds until due.
                let start = timetable.start_of(at(due), target).expect("it was reached");
                prop_assert!(start >= at(from));
                prop_assert_eq!(timetable.counted(start, at(due)), target);
                prop_assert!(timetable.is_open(start));
            }
        } else if let Ok(due) = timetable.due(at(from), target) {
            prop_assert!(due > at(slow.end()));
        }
    }

    #[test]
    fn openings_and_closings_are_those_of_every_second(case in case(), from in 1..DAYS * DAY) {
        let (timetable, slow) = (compiled(&case.calendar), seconds(&case, &[]));
        let from = case.start + from;
        let within = |found: Option<Instant>| found.filter(|found| *found < at(slow.end()));
        prop_assert_eq!(within(timetable.next_opening(at(from))), slow.next_opening(from).map(at));
        prop_assert_eq!(within(timetable.next_closing(at(from))), slow.next_closing(from).map(at));
        prop_assert_eq!(within(timetable.roll_forward(at(from))), slow.going_on(from).map(at));
        // Looking back is looking forward from there.
        if let Some(opened) = timetable.previous_opening(at(from)) {
            prop_assert!(opened < at(from));
            prop_assert!(timetable.next_opening(opened).is_none_or(|next| next >= at(from)));
        }
        if let Some(closed) = timetable.previous_closing(at(from)) {
            prop_assert!(closed < at(from));
            prop_assert!(timetable.next_closing(closed).is_none_or(|next| next >= at(from)));
        }
        let expected = if slow.counts(from - 1) {
            Some(at(from))
        } else {
            timetable.previous_closing(at(from))
        };
        prop_assert_eq!(timetable.roll_back(at(from)), expected);
        let spans: Vec<Span> = timetable
            .open_spans(Span::new(at(case.start), at(slow.end())))
            .collect();
        let open: i64 = spans.iter().map(|span| span.length()).sum();
        prop_assert_eq!(open, slow.counted(case.start, slow.end()));
        prop_assert!(spans.windows(2).all(|pair| pair[0].until < pair[1].from));
    }

    #[test]
    fn pauses_do_not_count(case in case(), from in 0..DAYS * DAY, target in 1..2 * DAY) {
        let (timetable, slow) = (compiled(&case.calendar), seconds(&case, &case.pauses));
        let pauses = Span::unite(spans(&case.pauses));
        let counting = |at_closing| Counting { timetable: &timetable, pauses: &pauses, at_closing };
        let from = case.start + from;
        let until = slow.end();
        let plain = counting(AtClosing::Closing);
        prop_assert_eq!(plain.counted(at(from), at(until)), slow.counted(from, until));
        let Some(due) = slow.due(from, target) else {
            return Ok(());
        };
        prop_assert_eq!(plain.due(at(from), target), Ok(at(due)));
        if let Some(going_on) = slow.going_on(due) {
            let next = counting(AtClosing::NextOpening).due(at(from), target);
            prop_assert_eq!(next, Ok(at(going_on)));
        }
    }

    #[test]
    fn laws_hold_over_years(case in case(), days in 0..3_000_i64, targets in vec(1..400 * DAY, 1..4)) {
        let timetable = compiled(&case.calendar);
        let start = at(case.start);
        let until = at(case.start + days * DAY);
        let end = at(case.start + 4_000 * DAY);
        let whole = timetable.counted(start, end);
        prop_assert_eq!(timetable.counted(start, until) + timetable.counted(until, end), whole);
        let mut last = start;
        let mut targets = targets;
        targets.sort_unstable();
        for target in targets {
            let Ok(due) = timetable.due(start, target) else {
                continue;
            };
            prop_assert_eq!(timetable.counted(start, due), target);
            let before = due.plus(-1).expect("in range");
            prop_assert_eq!(timetable.counted(start, before), target - 1);
            prop_assert!(due >= last);
            last = due;
            if let Ok(later) = timetable.due(until, target) {
                prop_assert!(later >= due, "due is monotone in its start");
            }
        }
    }

    #[test]
    fn the_order_of_building_does_not_matter(case in case(), seed in any::<u64>()) {
        let plain = compiled(&case.calendar);
        let mut shuffled = case.calendar.clone();
        let turn = usize::try_from(seed % 7).expect("small");
        shuffled.weekly.reverse();
        let length = shuffled.weekly.len().max(1);
        shuffled.weekly.rotate_left(turn % length);
        shuffled.closures.reverse();
        for hours in shuffled.dated.values_mut() {
            hours.reverse();
        }
        let other = compiled(&shuffled);
        let within = Span::new(at(case.start - 40 * DAY), at(case.start + 40 * DAY));
        let spans: Vec<Span> = plain.open_spans(within).collect();
        prop_assert_eq!(spans, other.open_spans(within).collect::<Vec<_>>());
        // Closing a calendar afterwards is closing it from the start.
        let without = SlowCalendar { closures: Vec::new(), ..case.calendar.clone() };
        let afterwards = compiled(&without).without(Span::unite(self::spans(&case.calendar.closures)));
        let closed: Vec<Span> = afterwards.open_spans(within).collect();
        prop_assert_eq!(plain.open_spans(within).collect::<Vec<_>>(), closed);
    }
}

#[test]
fn the_zones_are_worth_testing() {
    assert!(ZONES.len() >= 20);
    let changing = CHANGES.iter().filter(|changes| !changes.is_empty());
    assert!(changing.count() >= 20);
    // A Friday that Samoa skipped.
    let apia = SlowCalendar {
        zone: "Pacific/Apia",
        weekly: vec![(4, 0, 43_200)],
        holidays: [].into(),
        dated: [].into(),
        closures: Vec::new(),
    };
    let thursday = at(1_325_152_800);
    let due = compiled(&apia).due(thursday, 1).expect("a later Friday");
    assert_eq!(
        apia.zone
            .parse()
            .map(|zone: sla_planner::engine::Zone| zone.local(due).day()),
        Ok(6)
    );
}
