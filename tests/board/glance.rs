//! What a list shows of a clock, against what the engine says of it.

use proptest::prelude::*;
use sla_planner::engine::{
    Assessment, Basis, Event, EventKind, Glance, History, Instant, Motion, PlainHistory,
    PlainTerms, Verdict,
};

use super::cases::{DAY, any_events, around, at, cases, wanted};

/// The plain history of these events; none where they are not plain.
fn plain(events: &[Event]) -> Option<PlainHistory> {
    let at = |is: fn(&EventKind) -> bool| {
        let mut events = events.iter();
        events.find(|event| is(&event.kind)).map(|event| event.at)
    };
    let history = History::read(events).expect("contradictions were left out");
    let plain = PlainHistory {
        submitted: history.submitted,
        priority: history.priority,
        first_reply: at(|kind| *kind == EventKind::FirstReply),
        confirmed: at(|kind| *kind == EventKind::Confirmed),
        resolved: at(|kind| *kind == EventKind::Resolved),
        paused: at(|kind| matches!(kind, EventKind::Paused { .. })),
        resumed: at(|kind| *kind == EventKind::Resumed),
    };
    let mut without_reason = history;
    for pause in &mut without_reason.pauses {
        pause.reason = String::new();
    }
    Some(plain).filter(|plain| History::from(*plain) == without_reason)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn plain_tickets_are_assessed_like_all(wanted in wanted(), events in any_events()) {
        let terms = wanted.terms();
        let Some(plain) = plain(&events) else { return Ok(()) };
        let history = History::from(plain);
        let marks = |now| {
            let assessment = Assessment::of(&terms, &history, now).expect("every day is open");
            let clocks = assessment.clocks.into_iter();
            clocks.flat_map(|clock| clock.marks).collect::<Vec<Instant>>()
        };
        let told = events.iter().map(|event| event.at);
        let later = marks(at(2 * DAY));
        for now in around(told.chain(marks(Instant::MIN)).chain(later)) {
            let ready = PlainTerms::new(&terms, now);
            let assessment = Assessment::of(&terms, &history, now).expect("every day is open");
            let mut response_due = None;
            for (target, clock) in assessment.clocks.iter().enumerate() {
                let fast = ready.clock(&plain, target, response_due).expect("the same");
                response_due = response_due.or(Some(fast.due));
                prop_assert_eq!((fast.start, fast.due, fast.stop), (clock.start, clock.due, clock.stop));
                let slow = Glance::of(&terms, clock, now).expect("its own terms");
                prop_assert_eq!(ready.glance(&fast), slow, "at {}", now);
                let status = clock.status(&terms, now).expect("its own terms");
                let elapsed = (status.motion != Motion::NotStarted).then_some(status.elapsed);
                prop_assert_eq!(ready.elapsed(&fast), elapsed, "at {}", now);
            }
        }
    }

    #[test]
    fn nothing_changes_before_it_is_told(wanted in wanted(), events in any_events()) {
        let terms = wanted.terms();
        let history = History::read(&events).expect("contradictions were left out");
        let assessment = Assessment::of(&terms, &history, Instant::MIN).expect("every day is open");
        let told = events.iter().map(|event| event.at);
        let marks = assessment.clocks.iter().flat_map(|clock| clock.marks.iter().copied());
        let instants = around(told.chain(marks));
        let open_pause = history.pauses.last().filter(|pause| pause.until.is_none());
        let frozen = |now: Instant| open_pause.is_some_and(|pause| pause.from <= now);
        let look = |now: Instant| {
            let assessment = Assessment::of(&terms, &history, now).expect("every day is open");
            let look = |clock| Glance::of(&terms, clock, now).expect("its own terms");
            let glances: Vec<Glance> = assessment.clocks.iter().map(look).collect();
            (assessment, glances)
        };
        for (place, &now) in instants.iter().enumerate() {
            let (assessment, glances) = look(now);
            for (target, glance) in glances.iter().enumerate() {
                let clock = &assessment.clocks[target];
                let status = clock.status(&terms, now).expect("its own terms");
                prop_assert_eq!(glance.verdict, status.verdict);
                let stopped = matches!(glance.verdict, Some(Verdict::Met | Verdict::Missed));
                prop_assert_eq!(glance.level, status.level.filter(|_| !stopped));
                prop_assert_eq!(glance.started, status.motion != Motion::NotStarted);
                for &later in &instants[place..] {
                    // A mitigation to come may stop a clock whose start moves on while the response is paused.
                    let moves = glance.basis == Basis::Assumed && frozen(later);
                    if glance.until.is_some_and(|until| until <= later) || moves {
                        break;
                    }
                    let (_, after) = look(later);
                    let (after, before) = (after[target], *glance);
                    prop_assert_eq!(
                        (after.verdict, after.level, after.started, after.paused, after.basis),
                        (before.verdict, before.level, before.started, before.paused, before.basis),
                        "from {} to {}", now, later
                    );
                    // During an open pause what is due moves on.
                    if !frozen(later) {
                        prop_assert_eq!((after.due, after.next), (before.due, before.next));
                    }
                }
                // A mitigation to come may stop a clock that is paused until then.
                let unclear = |at: &Instant| frozen(*at) && clock.stop.is_some();
                if let Some((at, threshold)) = glance.next.filter(|(at, _)| !unclear(at)) {
                    let before = look(at.plus(-1).expect("in range")).1[target];
                    let after = look(at).1[target];
                    let overdue = threshold == terms.policy().thresholds.len();
                    if overdue {
                        prop_assert_eq!(before.verdict, Some(Verdict::Open));
                        prop_assert_eq!(after.verdict, Some(Verdict::Overdue));
                    } else {
                        prop_assert_eq!(after.level, Some(threshold), "at {}", at);
                        prop_assert!(before.level < Some(threshold));
                    }
                    prop_assert!(after.basis != Basis::Projected && !after.paused);
                }
            }
        }
    }
}
