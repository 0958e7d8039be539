//! The geometry of the timeline, on random tickets and windows.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use sla_planner::engine::{
    Assessment, Clock, ClockReading, Event, EventKind, History, Instant, PerTarget, Policy, Rank,
    Readings, Schedule, Span, Terms, Zone,
};
use sla_planner::timeline::{
    Fold, Handle, Mark, MarkKind, Scale, Segment, SegmentState, Step, Way, Zoom, collide, extent,
    last_stretch, ticks,
};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

fn at(beijing: &str) -> Instant {
    let text = format!("{}:00+08:00", beijing.replace(' ', "T"));
    text.parse().expect("a time in a test")
}

/// The contract at 24x7, on working time, and on working time that maintenance suspends.
static TERMS: LazyLock<[Terms; 3]> = LazyLock::new(|| {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let written = Terms::new(Arc::new(policy), Arc::new(schedule), Readings::default());
    let written = written.expect("the policy holds");
    let working = Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    };
    let both = PerTarget {
        response: true,
        resolution: true,
    };
    let suspended = Readings {
        maintenance_suspends: both,
        ..working
    };
    let read_as = |readings| written.read_as(readings).expect("the policy holds");
    [written.clone(), read_as(working), read_as(suspended)]
});

/// A ticket under one of the terms, and one of its clocks.
#[derive(Clone, Debug)]
struct Ticket {
    terms: &'static Terms,
    history: History,
    clock: Clock,
    now: Instant,
}

impl Ticket {
    fn new(terms: usize, events: &[Event], target: usize, now: Instant) -> Self {
        let terms = &TERMS[terms];
        let history = History::read(events).expect("a history in a test");
        let assessment = Assessment::of(terms, &history, now).expect("assessed");
        let clock = assessment.clocks[target].clone();
        Self {
            terms,
            history,
            clock,
            now,
        }
    }

    fn marks(&self) -> Vec<Mark> {
        Mark::of(self.terms, &self.history, &self.clock)
    }

    fn extent(&self) -> Span {
        extent(&self.clock, &self.marks(), self.now)
    }

    fn segments(&self, within: Span) -> Vec<Segment> {
        Segment::of_clock(self.terms, &self.history, &self.clock, within).expect("its own terms")
    }

    fn folds(&self, within: Span) -> Vec<Fold> {
        let kept: Vec<Instant> = self.marks().iter().map(|mark| mark.at).collect();
        Fold::of(&self.segments(within), &kept)
    }
}

fn submitted(rank: u8, at: Instant) -> Event {
    let priority = Rank(rank);
    Event::new(at, EventKind::Submitted { priority })
}

/// Tickets of 2026 with a confirmation, a pause, a resolution, or none of them.
fn tickets() -> impl Strategy<Value = Ticket> {
    let year = at("2026-01-01 00:00").epoch();
    let gaps = proptest::collection::vec(1..3 * DAY, 5);
    (
        0..3_usize,
        0..5_u8,
        0..2_usize,
        0..360 * DAY,
        gaps,
        0..6_usize,
    )
        .prop_map(move |(terms, rank, target, second, gaps, happened)| {
            let mut time = year + second;
            let mut events = vec![submitted(
                rank,
                Instant::from_epoch(time).expect("in range"),
            )];
            let paused = EventKind::Paused {
                reason: "waiting".to_owned(),
            };
            let kinds = [
                EventKind::Confirmed,
                paused,
                EventKind::Resumed,
                EventKind::FirstReply,
                EventKind::Resolved,
            ];
            for (kind, gap) in kinds.into_iter().zip(gaps).take(happened) {
                time += gap;
                events.push(Event::new(
                    Instant::from_epoch(time).expect("in range"),
                    kind,
                ));
            }
            let now = Instant::from_epoch(time + 7_777).expect("in range");
            Ticket::new(terms, &events, target, now)
        })
}

/// An instant of the span: a share of its length, in ten-thousandths.
fn within(span: Span, share: i64) -> Instant {
    let passed = span.length() * share / 10_000;
    span.from.plus(passed).expect("in range")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_scale_ascends_and_can_be_read_back(ticket in tickets(), shares in proptest::collection::vec(0..=10_000_i64, 20), length in 200..2_000_i32) {
        let window = ticket.extent();
        let folds = ticket.folds(window);
        let scale = Scale::new(window, &folds, f64::from(length), 72.0);
        prop_assert_eq!(scale.position(window.from), 0.0);
        prop_assert!((scale.position(window.until) - f64::from(length)).abs() < 1e-6);
        let mut instants: Vec<Instant> = shares.iter().map(|share| within(window, *share)).collect();
        instants.sort_unstable();
        instants.dedup();
        for pair in instants.windows(2) {
            prop_assert!(scale.position(pair[0]) < scale.position(pair[1]));
        }
        for at in instants {
            prop_assert_eq!(scale.instant(scale.position(at)), at);
        }
    }

    #[test]
    fn segments_cover_the_window_and_agree_with_the_clock(ticket in tickets(), from in -DAY..DAY, length in 1..20 * DAY, step in 1_000..5_000_usize) {
        let from = ticket.history.submitted.plus(from).expect("in range");
        let window = Span::new(from, from.plus(length).expect("in range"));
        let segments = ticket.segments(window);
        prop_assert_eq!(segments.first().map(|first| first.span.from), Some(window.from));
        prop_assert_eq!(segments.last().map(|last| last.span.until), Some(window.until));
        for pair in segments.windows(2) {
            prop_assert_eq!(pair[0].span.until, pair[1].span.from);
            prop_assert!((&pair[0].state, pair[0].counted) != (&pair[1].state, pair[1].counted) || pair[0].open != pair[1].open);
        }
        let clock = &ticket.clock;
        let counting = clock.counting(ticket.terms).expect("its own terms");
        let stop = clock.stop.unwrap_or(Instant::MAX);
        for second in (window.from.epoch()..window.until.epoch()).step_by(step) {
            let at = Instant::from_epoch(second).expect("in range");
            let segment = Segment::at(&segments, at).expect("it is covered");
            let runs = clock.origin <= at && at < stop;
            prop_assert_eq!(segment.open, counting.counts(at));
            prop_assert_eq!(segment.counted, runs && counting.counts(at));
            let counted = if at < clock.origin { 0 } else { clock.carried + counting.counted(clock.origin, at.min(stop)) };
            prop_assert_eq!(segment.counted_by(at), counted);
        }
    }

    #[test]
    fn the_calendar_covers_the_window_and_agrees_with_working_time(ticket in tickets(), length in 1..20 * DAY, step in 1_000..5_000_usize) {
        let from = ticket.history.submitted;
        let window = Span::new(from, from.plus(length).expect("in range"));
        let segments = Segment::of_calendar(ticket.terms, 0, window);
        prop_assert_eq!(segments.first().map(|first| first.span.from), Some(window.from));
        prop_assert_eq!(segments.last().map(|last| last.span.until), Some(window.until));
        let working = ticket.terms.working_time();
        for second in (window.from.epoch()..window.until.epoch()).step_by(step) {
            let at = Instant::from_epoch(second).expect("in range");
            let segment = Segment::at(&segments, at).expect("it is covered");
            prop_assert!(segment.span.contains(at));
            prop_assert_eq!(segment.open, working.is_open(at), "{:?}", segment);
        }
    }

    #[test]
    fn folds_hide_no_mark(ticket in tickets()) {
        let window = ticket.extent();
        let folds = ticket.folds(window);
        let segments = ticket.segments(window);
        for fold in &folds {
            prop_assert!(fold.span.length() > Fold::LONGER_THAN);
            prop_assert!(fold.length <= fold.span.length());
            for mark in ticket.marks() {
                prop_assert!(mark.at <= fold.span.from || mark.at >= fold.span.until);
            }
            let open = segments.iter().filter(|segment| segment.open);
            prop_assert!(open.clone().all(|segment| segment.span.clip(fold.span).is_empty()));
        }
        for pair in folds.windows(2) {
            prop_assert!(pair[0].span.until <= pair[1].span.from);
        }
        for mark in ticket.marks() {
            prop_assert!(window.contains(mark.at));
        }
    }

    #[test]
    fn ticks_ascend_and_keep_apart(ticket in tickets(), length in 200..2_000_i32, gap in 20..80_i32, zone in 0..4_usize) {
        let zone = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"][zone];
        let zone: Zone = zone.parse().expect("a zone");
        let window = ticket.extent();
        let scale = Scale::new(window, &ticket.folds(window), f64::from(length), 48.0);
        let (gap, wide) = (f64::from(gap), f64::from(gap) * 1.5);
        let ticks = ticks(zone, &scale, gap, wide);
        prop_assert!(ticks.len() as f64 <= f64::from(length) / gap + 1.0);
        let mut date = None;
        for tick in &ticks {
            prop_assert!(window.contains(tick.at));
            prop_assert_eq!(tick.local, zone.local(tick.at));
            prop_assert_eq!(tick.position, scale.position(tick.at));
            prop_assert_eq!(tick.dated, date != Some(tick.local.date()));
            date = Some(tick.local.date());
        }
        for pair in ticks.windows(2) {
            prop_assert!(pair[0].at < pair[1].at);
            prop_assert!(pair[1].position - pair[0].position >= gap);
        }
    }

    #[test]
    fn the_cursor_stays_where_it_can_be_seen(ticket in tickets(), start in 0..=10_000_i64, steps in proptest::collection::vec(0..8_usize, 1..40), zoom in 0..5_usize) {
        let marks = ticket.marks();
        let window = Zoom::ALL[zoom].window(ticket.extent(), ticket.clock.due);
        let segments = ticket.segments(window);
        let mut cursor = within(window, start);
        for step in steps {
            let step = [
                Step::Quarter(Way::On),
                Step::Quarter(Way::Back),
                Step::Segment(Way::On),
                Step::Segment(Way::Back),
                Step::Level(Way::On),
                Step::Level(Way::Back),
                Step::Home,
                Step::End,
            ][step];
            let next = step.apply(cursor, window, &segments, &marks);
            prop_assert!(window.from <= next && next <= window.until);
            match step {
                Step::Quarter(Way::On) | Step::Segment(Way::On) | Step::Level(Way::On) => prop_assert!(next >= cursor),
                Step::Quarter(Way::Back) | Step::Segment(Way::Back) | Step::Level(Way::Back) => prop_assert!(next <= cursor),
                Step::Home => prop_assert_eq!(next, window.from),
                Step::End => prop_assert_eq!(next, window.until),
            }
            cursor = next;
        }
    }

    #[test]
    fn a_window_shows_what_it_is_put_on(ticket in tickets(), share in 0..=10_000_i64, zoom in 0..4_usize) {
        let extent = ticket.extent();
        let zoom = Zoom::ALL[zoom];
        let centre = within(extent, share);
        let window = zoom.window(extent, centre);
        prop_assert_eq!(Some(window.length()), zoom.length());
        prop_assert!(window.from <= centre && centre <= window.until);
        let inside = |outer: Span, inner: Span| outer.from <= inner.from && inner.until <= outer.until;
        prop_assert!(inside(extent, window) || inside(window, extent));
    }

    #[test]
    fn what_is_dragged_contradicts_nothing(ticket in tickets(), to in -10 * DAY..10 * DAY) {
        let moved = |handle: Handle| handle.clamp(&ticket.history, ticket.history.submitted.plus(to).expect("in range"));
        for handle in ticket.marks().into_iter().filter_map(|mark| mark.kind.handle()) {
            let Some(to) = moved(handle) else { continue };
            let events = events_of(&ticket.history, handle, to);
            prop_assert!(History::read(&events).is_ok(), "{:?} to {}", handle, to);
        }
    }
}

/// The events of a history of [`tickets`], one of them moved.
fn events_of(history: &History, moved: Handle, to: Instant) -> Vec<Event> {
    let place = |handle: Handle, at: Instant| if handle == moved { to } else { at };
    let submission = place(Handle::Submission, history.submitted);
    let mut events = vec![submitted(history.priority.0, submission)];
    let mut add = |at: Option<Instant>, kind| events.extend(at.map(|at| Event::new(at, kind)));
    let confirmed = history.confirmed.map(|at| place(Handle::Confirmation, at));
    let confirming = (moved == Handle::Confirmation).then_some(to);
    add(confirmed.or(confirming), EventKind::Confirmed);
    for (number, pause) in history.pauses.iter().enumerate() {
        let reason = pause.reason.clone();
        let from = place(Handle::PauseStart(number), pause.from);
        add(Some(from), EventKind::Paused { reason });
        let until = pause.until.map(|at| place(Handle::PauseEnd(number), at));
        add(until, EventKind::Resumed);
    }
    add(history.first_reply, EventKind::FirstReply);
    add(history.rounds[0].resolved, EventKind::Resolved);
    events
}

fn golden(terms: usize, target: usize) -> Ticket {
    let submission = at("2026-02-14 17:50");
    Ticket::new(terms, &[submitted(2, submission)], target, submission)
}

#[test]
fn spring_festival_is_one_fold() {
    let ticket = golden(1, 0);
    let folds = ticket.folds(ticket.extent());
    let [fold] = folds.as_slice() else {
        panic!("{folds:?}")
    };
    assert_eq!(
        fold.span,
        Span::new(at("2026-02-14 18:00"), at("2026-02-24 09:00"))
    );
    assert!(matches!(&fold.lead, SegmentState::Holiday { name } if name.zh == "春节"));
    assert_eq!(fold.length, 9 * DAY);
    let scale = Scale::new(ticket.extent(), &folds, 1_000.0, 80.0);
    let strip = scale.position(fold.span.until) - scale.position(fold.span.from);
    assert!((strip - 80.0).abs() < 1e-9, "{strip}");
    assert!(
        golden(0, 0).folds(ticket.extent()).is_empty(),
        "nothing is closed at 24x7"
    );
}

#[test]
fn many_folds_leave_room_for_what_counts() {
    let submission = at("2026-03-02 09:00");
    let ticket = Ticket::new(1, &[submitted(4, submission)], 1, submission);
    let window = Span::new(at("2026-01-01 00:00"), at("2027-01-01 00:00"));
    let folds = ticket.folds(window);
    assert!(folds.len() > 200, "{}", folds.len());
    let scale = Scale::new(window, &folds, 1_000.0, 80.0);
    let strips: f64 = folds
        .iter()
        .map(|fold| scale.position(fold.span.until) - scale.position(fold.span.from))
        .sum();
    assert!((strips - 400.0).abs() < 1e-6, "{strips}");
}

#[test]
fn a_window_in_which_all_is_closed_is_not_folded() {
    let window = Span::new(at("2026-02-17 00:00"), at("2026-02-18 00:00"));
    let folds = golden(1, 0).folds(window);
    assert_eq!(folds.len(), 1);
    let scale = Scale::new(window, &folds, 240.0, 20.0);
    assert!((scale.position(at("2026-02-17 06:00")) - 60.0).abs() < 1e-9);
}

#[test]
fn marks_of_both_clocks() {
    let kinds = |ticket: &Ticket| -> Vec<MarkKind> {
        ticket.marks().into_iter().map(|mark| mark.kind).collect()
    };
    let levels = [
        MarkKind::Threshold(0),
        MarkKind::Threshold(1),
        MarkKind::Threshold(2),
        MarkKind::Due,
    ];
    let mut expected = vec![MarkKind::Submitted];
    expected.extend(levels);
    assert_eq!(kinds(&golden(0, 0)), expected);
    expected.insert(1, MarkKind::Assumed);
    assert_eq!(kinds(&golden(0, 1)), expected);
    let events = [
        submitted(2, at("2026-11-23 10:00")),
        Event::new(at("2026-11-23 10:30"), EventKind::FirstReply),
        Event::new(at("2026-11-23 11:00"), EventKind::Confirmed),
        Event::new(
            at("2026-11-23 12:00"),
            EventKind::Paused {
                reason: "waiting".to_owned(),
            },
        ),
        Event::new(at("2026-11-23 13:00"), EventKind::Resumed),
        Event::new(at("2026-11-23 14:00"), EventKind::Resolved),
    ];
    let response = Ticket::new(0, &events, 0, at("2026-11-23 15:00"));
    assert_eq!(
        kinds(&response)[..2],
        [MarkKind::Submitted, MarkKind::Replied]
    );
    let resolution = Ticket::new(0, &events, 1, at("2026-11-23 15:00"));
    assert_eq!(
        kinds(&resolution)[..5],
        [
            MarkKind::Submitted,
            MarkKind::Confirmed,
            MarkKind::PauseStart(0),
            MarkKind::PauseEnd(0),
            MarkKind::Stopped,
        ]
    );
}

#[test]
fn levels_that_stand_too_close_are_magnified() {
    let ticket = golden(1, 0);
    let window = ticket.extent();
    let folded = Scale::new(window, &ticket.folds(window), 1_000.0, 80.0);
    assert!(!collide(&folded, &ticket.marks(), 36.0));
    let even = Scale::new(window, &[], 1_000.0, 80.0);
    assert!(collide(&even, &ticket.marks(), 36.0));
    assert_eq!(
        last_stretch(&ticket.clock),
        Some(Span::new(
            at("2026-02-24 10:26").plus(-36).expect("in range"),
            at("2026-02-24 10:50").plus(36).expect("in range"),
        ))
    );
}

#[test]
fn what_is_dragged_snaps_to_edges_and_round_times() {
    let window = Span::new(at("2026-11-23 00:00"), at("2026-11-24 00:00"));
    let scale = Scale::new(window, &[], 1_440.0, 0.0);
    let nine = at("2026-11-23 09:00");
    assert_eq!(scale.snap(at("2026-11-23 09:04"), &[nine], 6.0), nine);
    let odd = at("2026-11-23 09:07").plus(29).expect("in range");
    assert_eq!(scale.snap(odd, &[nine], 6.0), at("2026-11-23 09:07"));
    let coarse = Scale::new(window, &[], 144.0, 0.0);
    assert_eq!(coarse.snap(odd, &[nine], 0.5), at("2026-11-23 09:05"));
}

#[test]
fn ticks_stand_at_local_round_times_over_a_change_of_the_clock() {
    let new_york: Zone = "America/New_York".parse().expect("a zone");
    // 00:00 to 06:00 on the day on which clocks skip from 02:00 to 03:00.
    let from: Instant = "2026-03-08T05:00:00Z".parse().expect("an instant");
    let window = Span::new(from, from.plus(5 * HOUR).expect("in range"));
    let scale = Scale::new(window, &[], 500.0, 0.0);
    let shown: Vec<String> = ticks(new_york, &scale, 90.0, 90.0)
        .iter()
        .map(|tick| tick.local.format("%H:%M").to_string())
        .collect();
    assert_eq!(shown, ["00:00", "01:00", "03:00", "04:00", "05:00"]);
}

#[test]
fn time_goes_on_after_a_fold_with_a_tick() {
    let ticket = golden(1, 0);
    let window = ticket.extent();
    let scale = Scale::new(window, &ticket.folds(window), 1_000.0, 80.0);
    let service: Zone = "Asia/Shanghai".parse().expect("a zone");
    let ticks = ticks(service, &scale, 56.0, 90.0);
    let opening = ticks.iter().find(|tick| tick.at == at("2026-02-24 09:00"));
    assert!(opening.is_some_and(|tick| tick.dated), "{ticks:?}");
}

#[test]
fn zooming_in_and_out_again() {
    let hours = |hours: i64| {
        Span::new(
            Instant::MIN,
            Instant::MIN.plus(hours * HOUR).expect("in range"),
        )
    };
    assert_eq!(Zoom::Fit.next(true, hours(240)), Zoom::Week);
    assert_eq!(Zoom::Week.next(true, hours(240)), Zoom::ThreeDays);
    assert_eq!(Zoom::Day.next(true, hours(240)), Zoom::Day);
    assert_eq!(Zoom::Day.next(false, hours(240)), Zoom::ThreeDays);
    assert_eq!(Zoom::Week.next(false, hours(240)), Zoom::Fit);
    assert_eq!(Zoom::Fit.next(true, hours(2)), Zoom::Fit);
}

#[test]
fn now_is_shown_unless_it_is_far_away() {
    let ticket = golden(0, 0);
    let marks = ticket.marks();
    let later = |hours: i64| ticket.clock.due.plus(hours * HOUR).expect("in range");
    let over = |hours: i64| extent(&ticket.clock, &marks, later(hours)).contains(later(hours));
    assert!(over(1) && !over(3));
    let shown = |now: Instant| extent(&ticket.clock, &marks, now);
    assert_eq!(
        shown(later(1)),
        shown(later(1).plus(300).expect("in range")),
        "it does not move with each second"
    );
}

mod said {
    //! What the timeline says, in both languages.

    use super::{DAY, HOUR, Ticket, at, golden, submitted};
    use sla_planner::engine::{Event, EventKind, Instant, Span, Zone};
    use sla_planner::text::timeline::{clock_changes, described, fold, mark, readout, tick};
    use sla_planner::text::{Lang, Reader};
    use sla_planner::timeline::{MarkKind, Scale, Segment, ticks};

    fn zone(name: &str) -> Zone {
        name.parse().expect("a zone")
    }

    fn read(ticket: &Ticket, lang: Lang, viewer: &str, at: Instant) -> String {
        let reader = Reader {
            lang,
            zone: zone(viewer),
            now: ticket.now,
        };
        let window = Span::new(at, at.plus(60).expect("in range"));
        let segments = ticket.segments(window);
        let calendar = Segment::of_calendar(ticket.terms, ticket.clock.target, window);
        readout(
            &reader,
            ticket.terms,
            &ticket.clock,
            at,
            &calendar[0],
            &segments[0],
        )
    }

    #[test]
    fn an_instant_in_both_zones() {
        let ticket = golden(1, 0);
        assert_eq!(
            read(
                &ticket,
                Lang::Zh,
                "America/New_York",
                at("2026-02-14 17:55")
            ),
            "2月14日（周六）17:55（北京时间），即纽约时间 2月14日（周六）04:55：调休上班日（春节），计入；已计 5 分钟，4.1 %。"
        );
        assert_eq!(
            read(
                &ticket,
                Lang::En,
                "America/New_York",
                at("2026-02-17 12:00")
            ),
            "Tue 17 Feb, 12:00 Beijing time (Mon 16 Feb, 23:00 New York time): holiday (Spring Festival), not counted; 10 min so far, 8.3 %."
        );
    }

    #[test]
    fn who_serves_at_24x7() {
        let ticket = golden(0, 0);
        let said = |when| read(&ticket, Lang::En, "Asia/Shanghai", at(when));
        assert_eq!(
            said("2026-02-14 17:55"),
            "Sat 14 Feb, 17:55 Beijing time: make-up working day (Spring Festival), served by the desk, counted; 5 min so far, 4.1 %."
        );
        assert_eq!(
            said("2026-02-14 18:50"),
            "Sat 14 Feb, 18:50 Beijing time: out of hours, served on call, counted; 1 h so far, 50.0 %."
        );
        assert!(said("2026-02-14 17:00").contains("the clock has not started; 0 s so far"));
    }

    #[test]
    fn pauses_and_the_stop() {
        let events = [
            submitted(2, at("2026-11-23 10:00")),
            Event::new(at("2026-11-23 11:00"), EventKind::Confirmed),
            Event::new(
                at("2026-11-23 12:00"),
                EventKind::Paused {
                    reason: "等客户".to_owned(),
                },
            ),
            Event::new(at("2026-11-23 13:00"), EventKind::Resumed),
            Event::new(at("2026-11-23 14:00"), EventKind::Resolved),
        ];
        let ticket = Ticket::new(0, &events, 1, at("2026-11-23 15:00"));
        let said = |when| read(&ticket, Lang::Zh, "Asia/Shanghai", at(when));
        assert_eq!(
            said("2026-11-23 12:30"),
            "11月23日（周一）12:30（北京时间）：暂停（等客户），不计入；已计 1 小时，12.5 %。"
        );
        assert_eq!(
            said("2026-11-23 14:30"),
            "11月23日（周一）14:30（北京时间）：工作时间，服务台处理，计时已停止；已计 2 小时，25.0 %。"
        );
    }

    #[test]
    fn folds() {
        let said = |ticket: &Ticket| -> Vec<String> {
            let folds = ticket.folds(ticket.extent());
            let in_both = |lang| folds.iter().map(move |found| fold(lang, found));
            in_both(Lang::Zh).chain(in_both(Lang::En)).collect()
        };
        assert_eq!(
            said(&golden(1, 0)),
            ["春节 休 · 9 天", "Spring Festival off · 9 d"]
        );
        let friday = at("2026-11-20 17:00");
        let ticket = Ticket::new(1, &[submitted(3, friday)], 0, friday);
        assert_eq!(said(&ticket), ["周末 · 2 天", "weekend · 2 d"]);
        let monday = at("2026-11-23 17:00");
        let ticket = Ticket::new(1, &[submitted(3, monday)], 0, monday);
        assert_eq!(said(&ticket), ["下班 · 15 小时", "off hours · 15 h"]);
    }

    #[test]
    fn marks_and_ticks() {
        let ticket = golden(1, 1);
        let named = |lang, kind| mark(lang, ticket.terms, &ticket.clock, kind);
        assert_eq!(named(Lang::Zh, MarkKind::Threshold(0)), "80 % 预警");
        assert_eq!(named(Lang::En, MarkKind::Due), "Projected due");
        assert_eq!(named(Lang::Zh, MarkKind::Assumed), "假定确认");
        let window = Span::new(at("2026-02-14 00:00"), at("2026-02-15 00:00"));
        let scale = Scale::new(window, &[], 1_000.0, 0.0);
        let ticks = ticks(zone("Asia/Shanghai"), &scale, 60.0, 90.0);
        assert_eq!(
            tick(Lang::Zh, &ticks[0], 2026, false),
            ("2月14日（周六）".to_owned(), String::new())
        );
        assert_eq!(
            tick(Lang::En, &ticks[1], 2026, true),
            (String::new(), "02:00".to_owned())
        );
    }

    #[test]
    fn the_drawing_is_described() {
        let ticket = golden(1, 0);
        let reader = |lang| Reader {
            lang,
            zone: zone("Asia/Shanghai"),
            now: ticket.now,
        };
        let shown = Span::new(at("2026-02-14 17:00"), at("2026-02-24 11:00"));
        let said = |lang| described(&reader(lang), ticket.terms, &ticket.clock, shown);
        assert_eq!(
            said(Lang::Zh).1,
            "从2月14日（周六）17:00到2月24日（周二）11:00，最迟 2月24日（周二）10:50（北京时间）。每一段的说明见明细表。"
        );
        assert_eq!(said(Lang::En).0, "First response: timeline");
    }

    #[test]
    fn changes_of_the_clock() {
        let zones = [
            zone("Asia/Shanghai"),
            zone("America/New_York"),
            zone("America/New_York"),
        ];
        let from = at("2026-03-01 00:00");
        let days = |days: i64| Span::new(from, from.plus(days * DAY).expect("in range"));
        let said = |lang, span| clock_changes(lang, &zones, span, from);
        assert_eq!(
            said(Lang::Zh, days(10)),
            ["期间纽约时间有变：3月8日（周日）02:00 拨快到 03:00，已计入。"]
        );
        let all = said(Lang::En, days(260));
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(all[1].contains("Sun 1 Nov, clocks go back"), "{all:?}");
        assert!(said(Lang::En, days(3)).is_empty());
        // After the change there is none.
        let change = at("2026-03-08 15:00");
        assert!(
            said(
                Lang::En,
                Span::new(change, change.plus(HOUR).expect("in range"))
            )
            .is_empty()
        );
    }
}
