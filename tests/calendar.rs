//! Calendars, hours and timetables at their edges.

use chrono::{NaiveDate, Weekday};
use sla_planner::engine::{
    AtClosing, Bilingual, Calendar, Closure, Counting, Counts, DatedKind, DayHours, DayKind, Error,
    Event, EventKind, HoursFault, Instant, Policy, Seconds, Span, Timetable, TypedHours,
    WeeklyHours, Window, Zone,
};

const HOUR: Seconds = 3_600;

fn at(text: &str) -> Instant {
    text.parse().expect("an instant in a test")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn hours(text: &str) -> TypedHours {
    text.parse().expect("hours in a test")
}

fn zone(name: &str) -> Zone {
    name.parse().expect("a zone in a test")
}

/// Open on Mondays, in UTC.
fn mondays(text: &str) -> Calendar {
    Calendar::weekly(zone("UTC"), WeeklyHours::on([Weekday::Mon], hours(text)))
}

fn compiled(calendar: &Calendar) -> Timetable {
    Timetable::compile(calendar, Counts::default())
}

#[test]
fn kinds_of_days() {
    let mut calendar = Policy::spt_001()
        .and_then(|policy| policy.calendar())
        .expect("the calendar is whole");
    let kind = |calendar: &Calendar, on: &str, counts| match calendar.day(date(on), counts) {
        DayKind::AllHours => "all hours".to_owned(),
        DayKind::Working => "working".to_owned(),
        DayKind::DayOff => "day off".to_owned(),
        DayKind::Holiday(name) => format!("holiday {}", name.en),
        DayKind::Estimated(name) => format!("estimated {}", name.en),
        DayKind::Dated(dated) => format!("{:?} {}", dated.kind, dated.name.en),
    };
    let plain = Counts::default();
    let estimated = Counts {
        estimated: true,
        ..plain
    };
    let without = Counts {
        make_up_days: false,
        ..plain
    };
    assert_eq!(kind(&calendar, "2026-11-23", plain), "working");
    assert_eq!(kind(&calendar, "2026-11-22", plain), "day off");
    assert_eq!(
        kind(&calendar, "2026-02-17", plain),
        "holiday Spring Festival"
    );
    assert_eq!(
        kind(&calendar, "2026-02-14", plain),
        "MakeUp Spring Festival"
    );
    assert_eq!(kind(&calendar, "2026-02-14", without), "day off");
    assert_eq!(kind(&calendar, "2027-01-01", plain), "working");
    assert_eq!(
        kind(&calendar, "2027-01-01", estimated),
        "estimated New Year's Day"
    );
    // Special hours are not switched off with make-up days.
    if let Some(dated) = calendar.dated.get_mut(&date("2026-02-14")) {
        dated.kind = DatedKind::Special;
    }
    assert_eq!(
        kind(&calendar, "2026-02-14", without),
        "Special Spring Festival"
    );
    let always = Calendar::always(zone("UTC"));
    assert_eq!(kind(&always, "2026-02-17", plain), "all hours");
    assert_eq!(
        always.windows(date("2026-02-17"), plain),
        [Window::WHOLE_DAY]
    );
    assert_eq!(calendar.windows(date("2026-11-22"), plain), []);
}

#[test]
fn hours_are_read_and_refused() {
    let fault = |text: &str| match text.parse::<TypedHours>() {
        Err(Error::MalformedHours { text: told, fault }) => {
            assert_eq!(told, text);
            fault
        }
        other => panic!("{text} is {other:?}"),
    };
    assert_eq!(hours("9:00-18:00"), hours("09:00:00-18:00"));
    for malformed in [
        "09:60-18:00",
        "09:00:60-18:00",
        "+9:00-18:00",
        "",
        "9",
        "09:00",
        "09:00-",
        "-18:00",
        "9:0-18:00",
        "09:00-18:00-19:00",
        "a-b",
    ] {
        assert_eq!(fault(malformed), HoursFault::Malformed, "{malformed}");
    }
    assert_eq!(fault("09:00-09:00"), HoursFault::Empty);
    for late in ["24:00-24:00", "24:00-25:00", "09:00-24:01"] {
        assert!(
            matches!(
                fault(late),
                HoursFault::PastMidnight | HoursFault::Malformed
            ),
            "{late}"
        );
    }
    assert_eq!(
        TypedHours::new(86_400, 1).map_err(|error| matches!(
            error,
            Error::MalformedHours {
                fault: HoursFault::PastMidnight,
                ..
            }
        )),
        Err(true)
    );
    assert_eq!(
        TypedHours::new(0, 86_401).map_err(|error| matches!(
            error,
            Error::MalformedHours {
                fault: HoursFault::PastMidnight,
                ..
            }
        )),
        Err(true)
    );
    assert_eq!(hours("00:00-24:00").split(), (Window::WHOLE_DAY, None));
    assert_eq!(hours("09:00:30-18:00").to_string(), "09:00:30-18:00");
    // Over midnight to midnight itself leaves nothing for the next date.
    let (window, tail) = hours("22:00-00:00").split();
    assert_eq!((window.to_string().as_str(), tail), ("22:00-24:00", None));
}

#[test]
fn hours_of_a_day_are_united() {
    let typed = |list: &[&str]| DayHours::typed(list.iter().map(|text| hours(text)));
    let shown = |list: &[&str]| -> Vec<String> {
        let day = typed(list).expect("hours of one day");
        day.windows().iter().map(Window::to_string).collect()
    };
    assert_eq!(
        shown(&["13:00-18:00", "09:00-12:00"]),
        ["09:00-12:00", "13:00-18:00"]
    );
    assert_eq!(shown(&["09:00-12:00", "12:00-18:00"]), ["09:00-18:00"]);
    assert_eq!(shown(&["09:00-18:00", "10:00-11:00"]), ["09:00-18:00"]);
    assert!(matches!(
        typed(&["22:00-06:00"]),
        Err(Error::MalformedHours {
            fault: HoursFault::OverMidnight,
            ..
        })
    ));
    let day = typed(&["09:00-12:00", "13:00-18:00"]).expect("hours of one day");
    assert_eq!(day.length(), 8 * 3_600);
    assert_eq!(day.closing(9 * 3_600 - 1), None);
    assert_eq!(day.closing(9 * 3_600), Some(12 * 3_600));
    assert_eq!(day.closing(12 * 3_600), None);
    assert_eq!(day.closing(18 * 3_600 - 1), Some(18 * 3_600));
}

#[test]
fn weeks_run_over_midnight_and_over_sunday() {
    let week = WeeklyHours::on([Weekday::Sun], hours("22:00-06:00"));
    assert_eq!(week.day(Weekday::Sun).to_string_list(), ["22:00-24:00"]);
    assert_eq!(week.day(Weekday::Mon).to_string_list(), ["00:00-06:00"]);
    assert_eq!(week.usual().to_string_list(), ["00:00-06:00"]);
    assert!(WeeklyHours::default().usual().is_closed());
    for day in [
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
    ] {
        assert!(week.day(day).is_closed(), "{day}");
    }
}

trait Shown {
    fn to_string_list(&self) -> Vec<String>;
}

impl Shown for DayHours {
    fn to_string_list(&self) -> Vec<String> {
        self.windows().iter().map(Window::to_string).collect()
    }
}

#[test]
fn an_hour_that_midnight_repeats_counts_twice() {
    // At midnight of 25 October 2026, Greenland's clocks go back to 23:00 of the 24th.
    let week = WeeklyHours::on([Weekday::Sat], hours("20:00-24:00"));
    let timetable = compiled(&Calendar::weekly(zone("America/Nuuk"), week));
    let days = Span::new(at("2026-10-24T12:00:00Z"), at("2026-10-26T12:00:00Z"));
    let open: Vec<Span> = timetable.open_spans(days).collect();
    let evening = Span::new(
        at("2026-10-24T20:00:00-01:00"),
        at("2026-10-25T00:00:00-02:00"),
    );
    assert_eq!(open, [evening]);
    assert_eq!(evening.length(), 5 * HOUR);
}

#[test]
fn summer_time_of_half_a_century_ago() {
    let week = WeeklyHours::on([Weekday::Mon], hours("09:00-10:00"));
    let timetable = compiled(&Calendar::weekly(zone("Europe/London"), week));
    let summer = at("1972-07-03T09:00:00+01:00");
    assert_eq!(
        timetable.next_opening(at("1972-07-01T00:00:00Z")),
        Some(summer)
    );
    let winter = at("1972-12-04T09:00:00+00:00");
    assert_eq!(
        timetable.next_opening(at("1972-12-01T00:00:00Z")),
        Some(winter)
    );
}

#[test]
fn what_comes_next_and_what_came_last_is_never_now() {
    let timetable = compiled(&mondays("09:00-10:00"));
    let (opening, closing) = (at("2026-11-23T09:00:00Z"), at("2026-11-23T10:00:00Z"));
    let (last_opening, last_closing) = (at("2026-11-16T09:00:00Z"), at("2026-11-16T10:00:00Z"));
    let (next_opening, next_closing) = (at("2026-11-30T09:00:00Z"), at("2026-11-30T10:00:00Z"));
    assert_eq!(timetable.previous_opening(opening), Some(last_opening));
    assert_eq!(timetable.previous_closing(closing), Some(last_closing));
    assert_eq!(timetable.next_opening(opening), Some(next_opening));
    assert_eq!(timetable.next_closing(closing), Some(next_closing));
    // One second before or after, it is.
    let (before, after) = (opening.epoch() - 1, closing.epoch() + 1);
    let instant = |second| Instant::from_epoch(second).expect("in a test");
    assert_eq!(timetable.next_opening(instant(before)), Some(opening));
    assert_eq!(timetable.previous_closing(instant(after)), Some(closing));
}

#[test]
fn the_ends_of_time() {
    // 1970-01-05 was the first Monday, 2100-12-27 is the last.
    let timetable = compiled(&mondays("09:00-10:00"));
    let first = at("1970-01-05T09:00:00Z");
    let last = at("2100-12-27T10:00:00Z");
    assert_eq!(timetable.next_opening(Instant::MIN), Some(first));
    assert_eq!(timetable.previous_opening(first), None);
    assert_eq!(timetable.previous_closing(first), None);
    assert_eq!(timetable.roll_back(first), None);
    assert_eq!(timetable.next_opening(last), None);
    assert_eq!(timetable.next_closing(last), None);
    assert_eq!(timetable.roll_forward(last), None);
    assert_eq!(timetable.previous_closing(Instant::MAX), Some(last));
    let far = at("2100-12-20T09:00:00Z");
    assert_eq!(timetable.due(far, 2 * HOUR), Ok(last));
    assert_eq!(
        timetable.due(far, 2 * HOUR + 1),
        Err(Error::TooFar {
            start: far,
            missing: 1
        })
    );
    assert_eq!(
        timetable.due(last, 1),
        Err(Error::NeverOpens { after: last })
    );
    assert_eq!(
        timetable.due(far, i64::MAX),
        Err(Error::TooFar {
            start: far,
            missing: i64::MAX - 2 * HOUR
        })
    );
    assert_eq!(
        timetable.start_of(first.plus(60).expect("in range"), 60),
        Ok(first)
    );
    assert_eq!(
        timetable.start_of(first.plus(60).expect("in range"), 100),
        Err(Error::NeverOpened {
            before: first.plus(60).expect("in range"),
            missing: 40
        })
    );
    assert_eq!(timetable.start_of(first, 0), Ok(first));
    assert_eq!(timetable.due(last, 0), Ok(last));
    assert_eq!(timetable.due(last, -5), Ok(last));
    let beyond = Span::new(last, Instant::MAX);
    assert_eq!(timetable.open_spans(beyond).count(), 0);
    let always = compiled(&Calendar::always(zone("UTC")));
    assert_eq!(
        always.counted(Instant::MIN, Instant::MAX),
        Instant::MAX.epoch()
    );
}

#[test]
fn a_calendar_without_hours_never_opens() {
    let timetable = compiled(&Calendar::weekly(zone("UTC"), WeeklyHours::default()));
    let start = at("2026-11-23T09:00:00Z");
    assert_eq!(
        timetable.due(start, 1),
        Err(Error::NeverOpens { after: start })
    );
    assert_eq!(timetable.counted(Instant::MIN, Instant::MAX), 0);
    assert_eq!(
        timetable.start_of(start, 5),
        Err(Error::NeverOpened {
            before: start,
            missing: 5
        })
    );
    assert!(!timetable.is_open(start));
    let counting = Counting {
        timetable: &timetable,
        pauses: &[],
        at_closing: AtClosing::NextOpening,
    };
    assert_eq!(
        counting.due(start, 1),
        Err(Error::NeverOpens { after: start })
    );
}

#[test]
fn at_closing_moves_on_over_pauses_too() {
    let timetable = compiled(&mondays("09:00-18:00"));
    let ten = at("2026-11-23T10:00:00Z");
    // The pause begins where the target is used up, and reaches into the next Monday.
    let pause = [Span::new(
        at("2026-11-23T12:00:00Z"),
        at("2026-11-30T11:00:00Z"),
    )];
    let counting = |at_closing| Counting {
        timetable: &timetable,
        pauses: &pause,
        at_closing,
    };
    let due = |at_closing, target| counting(at_closing).due(ten, target);
    assert_eq!(
        due(AtClosing::Closing, 2 * HOUR),
        Ok(at("2026-11-23T12:00:00Z"))
    );
    assert_eq!(
        due(AtClosing::NextOpening, 2 * HOUR),
        Ok(at("2026-11-30T11:00:00Z"))
    );
    assert_eq!(
        due(AtClosing::Closing, 3 * HOUR),
        Ok(at("2026-11-30T12:00:00Z"))
    );
    assert_eq!(due(AtClosing::NextOpening, 0), Ok(ten));
    let closed = at("2026-11-23T20:00:00Z");
    assert_eq!(counting(AtClosing::NextOpening).due(closed, 0), Ok(closed));
    assert!(!counting(AtClosing::Closing).counts(pause[0].from));
    assert!(counting(AtClosing::Closing).counts(pause[0].until));
}

#[test]
fn the_last_pause_of_a_calendar_that_ends() {
    let mut calendar = mondays("09:00-18:00");
    calendar.closures.push(Closure {
        span: Span::new(at("2026-11-24T00:00:00Z"), Instant::MAX),
        name: Bilingual::default(),
    });
    let timetable = compiled(&calendar);
    let counting = Counting {
        timetable: &timetable,
        pauses: &[],
        at_closing: AtClosing::NextOpening,
    };
    let ten = at("2026-11-23T10:00:00Z");
    let closing = at("2026-11-23T18:00:00Z");
    assert_eq!(
        counting.due(ten, 8 * HOUR),
        Err(Error::NeverOpens { after: closing })
    );
    assert_eq!(
        counting.due(ten, 8 * HOUR - 1),
        Ok(at("2026-11-23T17:59:59Z"))
    );
}

#[test]
fn closures_of_any_size() {
    let closed = |spans: &[(&str, &str)]| {
        let mut calendar = mondays("09:00-18:00");
        for (from, until) in spans {
            calendar.closures.push(Closure {
                span: Span::new(at(from), at(until)),
                name: Bilingual::default(),
            });
        }
        let day = Span::new(at("2026-11-23T00:00:00Z"), at("2026-11-24T00:00:00Z"));
        let spans: Vec<String> = compiled(&calendar)
            .open_spans(day)
            .map(|span| {
                format!(
                    "{}-{}",
                    &span.from.to_string()[11..16],
                    &span.until.to_string()[11..16]
                )
            })
            .collect();
        spans
    };
    let day = |from: &'static str| format!("2026-11-23T{from}:00Z");
    let case = |from, until| [(day(from), day(until))];
    let one = |spans: &[(String, String)]| {
        let spans: Vec<(&str, &str)> = spans
            .iter()
            .map(|(from, until)| (from.as_str(), until.as_str()))
            .collect();
        closed(&spans)
    };
    assert_eq!(one(&case("10:00", "11:00")), ["09:00-10:00", "11:00-18:00"]);
    assert_eq!(one(&case("08:00", "09:30")), ["09:30-18:00"]);
    assert_eq!(one(&case("09:00", "10:00")), ["10:00-18:00"]);
    assert_eq!(one(&case("17:00", "18:00")), ["09:00-17:00"]);
    assert_eq!(one(&case("17:00", "23:00")), ["09:00-17:00"]);
    assert_eq!(one(&case("09:00", "18:00")), Vec::<String>::new());
    assert_eq!(one(&case("18:00", "20:00")), ["09:00-18:00"]);
    assert_eq!(one(&case("10:00", "10:00")), ["09:00-18:00"]);
    assert_eq!(one(&case("11:00", "10:00")), ["09:00-18:00"]);
    let both = [(day("10:00"), day("12:00")), (day("11:00"), day("13:00"))];
    assert_eq!(one(&both), ["09:00-10:00", "13:00-18:00"]);
}

#[test]
fn spans_are_half_open() {
    let span = Span::new(at("2026-11-23T09:00:00Z"), at("2026-11-23T10:00:00Z"));
    assert!(span.contains(span.from) && !span.contains(span.until));
    assert_eq!(span.length(), HOUR);
    assert!(Span::new(span.until, span.from).is_empty());
    let touching = Span::new(span.until, span.until.plus(60).expect("in range"));
    assert_eq!(
        Span::unite(vec![touching, span]),
        [Span::new(span.from, touching.until)]
    );
    let apart = Span::new(touching.until, touching.until.plus(1).expect("in range"));
    let gap = Span::new(
        apart.until.plus(1).expect("in range"),
        apart.until.plus(2).expect("in range"),
    );
    assert_eq!(
        Span::unite(vec![gap, span, Span::new(span.until, span.from)]),
        [span, gap]
    );
}

#[test]
fn instants_at_their_ends() {
    assert_eq!(Instant::MAX.to_string(), "2100-12-31T23:59:59Z");
    assert!(Instant::from_epoch(Instant::MAX.epoch() + 1).is_err());
    assert!(Instant::MAX.plus(i64::MAX).is_err());
    assert!(matches!(
        "2101-01-01T00:00:00Z".parse::<Instant>(),
        Err(Error::InstantOutOfRange { .. })
    ));
    assert!(matches!(
        "yesterday".parse::<Instant>(),
        Err(Error::MalformedInstant { text }) if text == "yesterday"
    ));
    let utc = at("2026-02-14T17:50:00+08:00").utc();
    assert_eq!(Instant::try_from(utc), Ok(at("2026-02-14T09:50:00Z")));
    let before = chrono::DateTime::from_timestamp(-1, 0).expect("a time");
    assert_eq!(
        Instant::try_from(before),
        Err(Error::InstantOutOfRange { seconds: -1 })
    );
}

#[test]
fn events_of_one_instant_have_an_order() {
    let noon = at("2026-11-23T12:00:00Z");
    let numbered = |sequence, kind| Event {
        at: noon,
        sequence,
        kind,
    };
    let mut events = [
        numbered(None, EventKind::Resolved),
        numbered(None, EventKind::Confirmed),
        numbered(Some(2), EventKind::Confirmed),
        numbered(Some(1), EventKind::Resolved),
    ];
    events.sort();
    let order: Vec<(Option<u32>, EventKind)> = events
        .into_iter()
        .map(|event| (event.sequence, event.kind))
        .collect();
    assert_eq!(
        order,
        [
            (Some(1), EventKind::Resolved),
            (Some(2), EventKind::Confirmed),
            (None, EventKind::Confirmed),
            (None, EventKind::Resolved),
        ]
    );
}

#[test]
fn errors_say_what_to_do() {
    let says = |error: Error, wanted: &str| {
        let said = error.to_string();
        assert!(said.contains(wanted), "{said}");
    };
    let start = at("2026-11-23T09:00:00Z");
    says(Error::InstantOutOfRange { seconds: -1 }, "-1 s since 1970");
    says(
        Error::MalformedInstant {
            text: "x".to_owned(),
        },
        "\"x\"",
    );
    says(Error::NeverOpens { after: start }, "2026-11-23T09:00:00Z");
    says(Error::TooFar { start, missing: 7 }, "7 counted seconds");
    says(
        Error::NeverOpened {
            before: start,
            missing: 7,
        },
        "7 open seconds",
    );
    says(
        Error::UnknownZone {
            name: "x".to_owned(),
        },
        "IANA",
    );
    says(
        Error::NoHolidays {
            country: "FR".to_owned(),
        },
        "import",
    );
    says(Error::UnknownPriority { rank: 9 }, "9");
}
