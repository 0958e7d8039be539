//! How well promises were kept, against counting by hand.

use proptest::collection::vec;
use proptest::prelude::*;
use sla_planner::board::{Board, Line, Overrun, Summing};
use sla_planner::engine::{
    Assessment, BasisPoints, Clock, Event, EventKind, Instant, Policy, Rank, Readings, Schedule,
    Seconds, Span, Terms, Verdict,
};
use sla_planner::plan::Ticket;

use super::cases::{DAY, at, cases, ticket, wanted};

/// One clock, as it counts in reports.
struct Counted {
    target: usize,
    rank: Rank,
    verdict: Option<Verdict>,
    elapsed: Option<Seconds>,
    overrun: Option<(Seconds, Seconds)>,
}

/// The clock as its first cycle ended: `Clock::reported` tells its verdict.
fn counted(terms: &Terms, clock: &Clock, first: &Clock, now: Instant) -> Counted {
    let verdict = clock.reported(terms, now).expect("its own terms");
    let status = first.status(terms, now).expect("its own terms");
    let stopped = matches!(verdict, Some(Verdict::Met | Verdict::Missed));
    let late = matches!(verdict, Some(Verdict::Missed | Verdict::Overdue));
    Counted {
        target: clock.target,
        rank: first.rank,
        verdict,
        elapsed: Some(status.elapsed).filter(|_| stopped),
        overrun: Some((-status.counted_left, -status.wall_left)).filter(|_| late),
    }
}

fn line(counted: &[&Counted]) -> Line {
    let count = |verdict| {
        counted
            .iter()
            .filter(|clock| clock.verdict == verdict)
            .count()
    };
    let mut elapsed: Vec<Seconds> = counted.iter().filter_map(|clock| clock.elapsed).collect();
    elapsed.sort_unstable();
    Line {
        met: count(Some(Verdict::Met)),
        missed: count(Some(Verdict::Missed)),
        open: count(Some(Verdict::Open)),
        overdue: count(Some(Verdict::Overdue)),
        projected: count(None),
        worst: None,
        median: elapsed.get(elapsed.len().saturating_sub(1) / 2).copied(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn agrees_with_what_is_reported_of_each(
        wanted in wanted(),
        tickets in vec(ticket(), 0..20),
        span in prop_oneof![Just(None), (0..3 * DAY, 0..3 * DAY).prop_map(Some)],
        budget in 1_usize..9,
    ) {
        let terms = wanted.terms();
        // Everything has happened.
        let now = at(6 * DAY);
        let span = span.map(|(from, length)| Span::new(at(from), at(from + length)));
        let mut board = Board::new(terms.clone());
        let mut all = Vec::new();
        let mut within = 0;
        for (key, ticket) in (1..).zip(tickets) {
            board.put(&Ticket { key, ..ticket.clone() });
            let (submitted, _) = ticket.submission().expect("it is submitted");
            if span.is_some_and(|span| !span.contains(submitted)) {
                continue;
            }
            within += 1;
            let history = ticket.history().expect("no contradiction");
            let assess = |history| Assessment::of(&terms, &history, now).expect("every day is open");
            // As if it had not been reopened after so many rounds of work.
            let ended = (1..=history.rounds.len()).map(|rounds| {
                let mut history = history.clone();
                history.rounds.truncate(rounds);
                history.rounds[rounds - 1].reopened = None;
                assess(history)
            });
            let ended: Vec<Assessment> = ended.collect();
            let whole = assess(history);
            for (place, clock) in whole.clocks.iter().enumerate() {
                let mut cycles = ended.iter().map(|assessment| &assessment.clocks[place]);
                let first = cycles.find(|clock| clock.stop.is_some()).unwrap_or(clock);
                all.push((key, counted(&terms, clock, first, now)));
            }
        }
        let mut summing = Summing::new(&board, span, now);
        while summing.work(&board, budget) {}
        let summary = summing.finish();
        prop_assert_eq!((summary.tickets, summary.faulty), (within, 0));
        for target in 0..2 {
            for rank in [None, Some(0), Some(1), Some(2), Some(3), Some(4)] {
                let here: Vec<&(u32, Counted)> = all
                    .iter()
                    .filter(|(_, clock)| clock.target == target)
                    .filter(|(_, clock)| rank.is_none_or(|rank| clock.rank == Rank(rank)))
                    .collect();
                let clocks: Vec<&Counted> = here.iter().map(|(_, clock)| clock).collect();
                let found = match rank {
                    None => summary.total(target),
                    Some(rank) => summary.line(target, Rank(rank)),
                };
                let found = found.expect("a line").clone();
                let expected = Line { worst: found.worst, ..line(&clocks) };
                prop_assert_eq!(&found, &expected);
                prop_assert_eq!(found.total(), clocks.len());
                let worst = here.iter().filter_map(|(_, clock)| clock.overrun).max();
                prop_assert_eq!(found.worst.map(|worst| (worst.counted, worst.wall)), worst);
                if let Some(Overrun { key, counted, wall }) = found.worst {
                    let is = |(known, clock): &&(u32, Counted)| {
                        *known == key && clock.overrun == Some((counted, wall))
                    };
                    prop_assert!(here.iter().copied().any(|found| is(&found)));
                }
            }
        }
    }
}

#[test]
fn the_first_cycle_counts_and_shares_are_rounded_down() {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let terms = Terms::new(policy.into(), schedule.into(), Readings::default());
    let mut board = Board::new(terms.expect("the policy holds").into());
    let hour = |hours: i64| at(hours * 3_600);
    let ticket = |key: u32, events: &[(i64, EventKind)]| {
        let submitted = EventKind::Submitted { priority: Rank(2) };
        let later = events.iter().cloned();
        let events = [(0, submitted)].into_iter().chain(later);
        Ticket {
            key,
            number: String::new(),
            title: String::new(),
            events: events
                .map(|(hours, kind)| Event::new(hour(hours), kind))
                .collect(),
        }
    };
    // P2: 2 h to respond, 8 h to resolve.
    let reply = || (1, EventKind::FirstReply);
    let confirmed = || (2, EventKind::Confirmed);
    for ticket in [
        ticket(1, &[reply(), confirmed(), (9, EventKind::Resolved)]),
        // Missed by three hours; what came after it was reopened does not count.
        ticket(
            2,
            &[
                reply(),
                confirmed(),
                (13, EventKind::Resolved),
                (14, EventKind::Reopened),
                (15, EventKind::Resolved),
            ],
        ),
        ticket(3, &[reply(), confirmed(), (10, EventKind::Resolved)]),
        ticket(4, &[(3, EventKind::FirstReply)]),
        ticket(5, &[reply(), confirmed()]),
        // It contradicts itself.
        ticket(6, &[reply(), reply()]),
    ] {
        board.put(&ticket);
    }
    let mut summing = Summing::new(&board, None, hour(30));
    while summing.work(&board, 4) {}
    let summary = summing.finish();
    assert_eq!((summary.tickets, summary.faulty), (6, 1));
    let response = summary.total(0).expect("a line");
    assert_eq!((response.met, response.missed), (4, 1));
    assert_eq!(
        response.worst,
        Some(Overrun {
            key: 4,
            counted: 3_600,
            wall: 3_600
        })
    );
    assert_eq!(response.share_met(), Some(BasisPoints(8_000)));
    let resolution = summary.line(1, Rank(2)).expect("a line");
    let expected = Line {
        met: 2,
        missed: 1,
        open: 0,
        overdue: 1,
        projected: 1,
        worst: Some(Overrun {
            key: 5,
            counted: 20 * 3_600,
            wall: 20 * 3_600,
        }),
        median: Some(8 * 3_600),
    };
    assert_eq!(resolution, &expected);
    assert_eq!(resolution.share_met(), Some(BasisPoints(5_000)));
    assert_eq!(summary.line(1, Rank(0)).expect("a line").share_met(), None);
    let thirds = Line {
        met: 2,
        missed: 1,
        ..Line::default()
    };
    assert_eq!(thirds.share_met(), Some(BasisPoints(6_666)));
}
