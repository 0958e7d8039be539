//! The board against a slow one that assesses every ticket whenever it is asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use sla_planner::board::{Board, ClockState, Column, Crossing, Filter, Order, State, Tally};
use sla_planner::engine::{
    Assessment, Basis, BasisPoints, Clock, Instant, Motion, Rank, Status, Terms, Verdict,
};
use sla_planner::plan::Ticket;

use super::cases::{DAY, Wanted, at, cases, ticket, wanted};

/// A board that does everything anew each time.
struct Slow {
    terms: Arc<Terms>,
    /// By key, as on the board.
    tickets: BTreeMap<u32, Ticket>,
}

/// A ticket as it is found.
struct Found {
    state: State,
    rank: Rank,
    clocks: Vec<(Clock, Status)>,
    next: Option<Crossing>,
}

impl Slow {
    fn look(&self, ticket: &Ticket, now: Instant) -> Found {
        let rank = ticket
            .events
            .iter()
            .rev()
            .find_map(|event| match event.kind {
                sla_planner::engine::EventKind::PriorityChanged { to } => Some(to),
                sla_planner::engine::EventKind::Submitted { priority } => Some(priority),
                _ => None,
            });
        let mut found = Found {
            state: State::Faulty,
            rank: rank.unwrap_or(Rank(0)),
            clocks: Vec::new(),
            next: None,
        };
        let history = ticket.history();
        let assessment = history.and_then(|history| Assessment::of(&self.terms, &history, now));
        let Ok(assessment) = assessment else {
            return found;
        };
        let status = |clock: &Clock| clock.status(&self.terms, now).expect("its own terms");
        let clocks = assessment.clocks.into_iter();
        found.clocks = clocks
            .map(|clock| (clock.clone(), status(&clock)))
            .collect();
        let states = found
            .clocks
            .iter()
            .map(|(clock, status)| self.state(clock, status, now));
        found.state = states.min().expect("a policy has targets");
        let crossings = found
            .clocks
            .iter()
            .filter_map(|(clock, status)| self.next(clock, status, now));
        found.next = crossings.min_by_key(|crossing| {
            (
                crossing.at,
                std::cmp::Reverse(crossing.threshold),
                crossing.target,
            )
        });
        found
    }

    fn is_paused(clock: &Clock, status: &Status, now: Instant) -> bool {
        let stopped = clock.stop.is_some_and(|stop| stop <= now);
        let _ = status;
        !stopped && clock.paused_since.is_some_and(|since| since <= now)
    }

    fn state(&self, clock: &Clock, status: &Status, now: Instant) -> State {
        let thresholds = &self.terms.policy().thresholds;
        let below: Vec<usize> = (0..thresholds.len())
            .filter(|place| thresholds[*place].share < BasisPoints::WHOLE)
            .collect();
        match status.verdict {
            Some(Verdict::Met) => State::Met,
            Some(Verdict::Missed) => State::Missed,
            Some(Verdict::Overdue) => State::Breached,
            _ if Self::is_paused(clock, status, now) => State::Paused,
            _ if status.motion == Motion::NotStarted => State::NotStarted,
            _ => match status.level {
                None => State::Ok,
                Some(level) if Some(&level) == below.last() => State::Critical,
                Some(level) if Some(&level) == below.iter().rev().nth(1) => State::Warning,
                Some(level) if below.contains(&level) => State::Early,
                Some(_) => State::Critical,
            },
        }
    }

    /// When the level of an open, running clock rises next: by looking at it at each instant at which it may.
    fn next(&self, clock: &Clock, status: &Status, now: Instant) -> Option<Crossing> {
        let open = matches!(status.verdict, Some(Verdict::Open | Verdict::Overdue));
        if !open || Self::is_paused(clock, status, now) {
            return None;
        }
        let second_after = |at: &Instant| at.plus(1).expect("in range");
        let mut instants: Vec<Instant> = clock.marks.clone();
        instants.extend(clock.marks.iter().map(second_after));
        instants.extend([clock.start, second_after(&clock.due)]);
        instants.sort();
        let thresholds = &self.terms.policy().thresholds;
        let has_whole = thresholds
            .iter()
            .any(|known| known.share == BasisPoints::WHOLE);
        instants.into_iter().filter(|at| *at > now).find_map(|at| {
            let then = clock.status(&self.terms, at).expect("its own terms");
            let still_open = matches!(then.verdict, Some(Verdict::Open | Verdict::Overdue));
            if !still_open || Self::is_paused(clock, &then, at) {
                return None;
            }
            let turns = !has_whole
                && (then.verdict, status.verdict) == (Some(Verdict::Overdue), Some(Verdict::Open));
            let threshold = match then.level.filter(|_| then.level > status.level) {
                _ if turns => thresholds.len(),
                Some(level) => level,
                None => return None,
            };
            Some(Crossing {
                at,
                target: clock.target,
                threshold,
            })
        })
    }

    /// What the filter shows, in order; who has the same value by index.
    fn rows(&self, board: &Board, order: Order, filter: &Filter, now: Instant) -> Vec<u32> {
        let mut rows: Vec<(Found, &Ticket, u32)> = self
            .tickets
            .values()
            .map(|ticket| {
                let index = board.tickets().index_of(ticket.key).expect("it is there");
                (self.look(ticket, now), ticket, index)
            })
            .filter(|(found, ticket, _)| {
                filter.has_state(found.state)
                    && filter.has_priority(found.rank)
                    && filter.finds(&ticket.number, &ticket.title)
            })
            .collect();
        rows.sort_by(|(one, ticket, index), (other, other_ticket, other_index)| {
            let turned = |order: std::cmp::Ordering, descending: bool| {
                if descending { order.reverse() } else { order }
            };
            let by = if order.column == Column::Next {
                let (group, value) = next_value(one, ticket);
                let (other_group, other_value) = next_value(other, other_ticket);
                group
                    .cmp(&other_group)
                    .then(turned(value.cmp(&other_value), order.descending))
            } else if order.column == Column::Number {
                let none = |ticket: &Ticket| ticket.number.is_empty();
                let by_number = natural(&ticket.number).cmp(&natural(&other_ticket.number));
                let by_number = by_number
                    .then_with(|| ticket.number.as_bytes().cmp(other_ticket.number.as_bytes()));
                none(ticket)
                    .cmp(&none(other_ticket))
                    .then(turned(by_number, order.descending))
            } else {
                let value = value(one, ticket, order.column, now);
                let other = self::value(other, other_ticket, order.column, now);
                let none = value.is_none().cmp(&other.is_none());
                none.then(turned(value.cmp(&other), order.descending))
            };
            by.then(index.cmp(other_index))
        });
        rows.into_iter().map(|(_, _, index)| index).collect()
    }

    fn tally(&self, now: Instant, is_in: impl Fn(&Found, &Ticket) -> [bool; 3]) -> Tally {
        let mut tally = Tally::default();
        for ticket in self.tickets.values() {
            let found = self.look(ticket, now);
            let [by_state, by_priority, by_both] = is_in(&found, ticket);
            let rank = usize::from(found.rank.0);
            if tally.priorities.len() <= rank {
                tally.priorities.resize(rank + 1, 0);
            }
            tally.states[found.state as usize] += usize::from(by_state);
            tally.priorities[rank] += usize::from(by_priority);
            tally.total += usize::from(by_both);
        }
        tally
    }
}

fn next_value(found: &Found, ticket: &Ticket) -> (u8, i64) {
    let submitted = ticket.submission().map_or(0, |(at, _)| at.epoch());
    let overdue = found
        .clocks
        .iter()
        .filter(|(_, status)| status.verdict == Some(Verdict::Overdue));
    let since = overdue.map(|(clock, _)| clock.due.epoch()).min();
    match (found.next, found.state) {
        (Some(next), _) => (0, next.at.epoch()),
        (None, State::Breached) => (1, since.expect("a clock is overdue")),
        (None, State::Paused) => (3, -submitted),
        (None, State::Met | State::Missed) => (4, -submitted),
        (None, _) => (2, -submitted),
    }
}

fn value(found: &Found, ticket: &Ticket, column: Column, _now: Instant) -> Option<i64> {
    let clock = |target: u8| found.clocks.get(usize::from(target));
    let started =
        |target: u8| clock(target).filter(|(_, status)| status.motion != Motion::NotStarted);
    match column {
        Column::Next | Column::Number => None,
        Column::Priority => Some(found.rank.0.into()),
        Column::State => Some(found.state as i64),
        Column::Due(target) => clock(target).map(|(clock, _)| clock.due.epoch()),
        Column::Left(target) => {
            let open = started(target).filter(|(_, status)| {
                matches!(status.verdict, Some(Verdict::Open | Verdict::Overdue))
            });
            open.map(|(_, status)| status.counted_left)
        }
        Column::Share(target) => started(target).map(|(_, status)| status.share.0.into()),
        Column::Submitted => ticket.submission().map(|(at, _)| at.epoch()),
    }
}

/// A number as pieces: signs before digits before letters, digits by their value.
fn natural(text: &str) -> Vec<(u8, String)> {
    let mut pieces: Vec<(u8, String)> = Vec::new();
    let mut digits = String::new();
    let flush = |digits: &mut String, pieces: &mut Vec<(u8, String)>| {
        if !digits.is_empty() {
            let value = digits.trim_start_matches('0').to_owned();
            pieces.push((b'0', format!("{:03}{value}", value.len())));
            digits.clear();
        }
    };
    for byte in text.bytes() {
        if byte.is_ascii_digit() {
            digits.push(char::from(byte));
            continue;
        }
        flush(&mut digits, &mut pieces);
        pieces.push((byte.to_ascii_lowercase(), String::new()));
    }
    flush(&mut digits, &mut pieces);
    pieces
}

/// What is done to the board.
#[derive(Clone, Debug)]
enum Deed {
    Put(u32, Ticket),
    Remove(u32),
    Wait(i64),
    Jump(i64),
    Filter(Filter),
    Order(Order),
    Terms(Wanted),
    Clear,
}

fn filter() -> impl Strategy<Value = Filter> {
    let state = (0..State::ALL.len()).prop_map(|place| State::ALL[place]);
    let text = prop_oneof![
        3 => Just(String::new()),
        1 => Just("spt".to_owned()),
        1 => Just("spt-1".to_owned()),
        1 => Just("登录 500".to_owned()),
        1 => Just("login".to_owned()),
    ];
    (vec(state, 0..4), vec((0_u8..6).prop_map(Rank), 0..3), text).prop_map(
        |(states, priorities, text)| Filter {
            states,
            priorities,
            text,
        },
    )
}

fn order() -> impl Strategy<Value = Order> {
    let column = prop_oneof![
        2 => Just(Column::Next),
        1 => Just(Column::Number),
        1 => Just(Column::Priority),
        1 => Just(Column::State),
        1 => (0_u8..3).prop_map(Column::Due),
        1 => (0_u8..3).prop_map(Column::Left),
        1 => (0_u8..3).prop_map(Column::Share),
        1 => Just(Column::Submitted),
    ];
    (column, any::<bool>()).prop_map(|(column, descending)| Order { column, descending })
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        12 => (1_u32..12, ticket()).prop_map(|(key, ticket)| Deed::Put(key, Ticket { key, ..ticket })),
        2 => (1_u32..12).prop_map(Deed::Remove),
        4 => (0_i64..5_000).prop_map(Deed::Wait),
        1 => (0..6 * DAY).prop_map(Deed::Jump),
        3 => filter().prop_map(Deed::Filter),
        3 => order().prop_map(Deed::Order),
        1 => wanted().prop_map(Deed::Terms),
        1 => Just(Deed::Clear),
    ]
}

/// Whether something of the ticket happens after `now`: an open pause then makes more move than is told.
fn is_settled(ticket: &Ticket, now: Instant) -> bool {
    ticket.events.iter().all(|event| event.at <= now)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn is_what_a_slow_board_is(
        wanted in wanted(),
        budget in 1_usize..40,
        deeds in vec(deed(), 1..40),
    ) {
        let mut slow = Slow { terms: wanted.terms(), tickets: BTreeMap::new() };
        let mut board = Board::new(Arc::clone(&slow.terms));
        let mut now = at(DAY);
        for deed in deeds {
            match deed {
                Deed::Put(key, ticket) => {
                    board.put(&ticket);
                    slow.tickets.insert(key, ticket);
                }
                Deed::Remove(key) => {
                    board.remove(&[key, 99]);
                    slow.tickets.remove(&key);
                    prop_assert_eq!(board.position_of(key), None);
                }
                Deed::Wait(seconds) => {
                    let later = now.plus(seconds).expect("in range");
                    check_crossings(&slow, &mut board, now, later)?;
                    now = later;
                }
                Deed::Jump(second) => {
                    now = at(second);
                    board.tick(now);
                }
                Deed::Filter(filter) => board.set_filter(filter),
                Deed::Order(order) => board.set_order(order),
                Deed::Terms(wanted) => {
                    slow.terms = wanted.terms();
                    board.set_terms(Arc::clone(&slow.terms));
                }
                Deed::Clear => {
                    board.clear();
                    slow.tickets.clear();
                }
            }
            while board.work(now, budget) {}
            prop_assert!(!board.has_work());
            check_tickets(&slow, &board, now)?;
            let before = board.rows(0..99).to_vec();
            board.reorder();
            prop_assert_eq!(board.rows(0..99), &before, "nothing moves at once");
            while board.work(now, budget) {}
            prop_assert!(!board.order_changed());
            // A pause that began before something to come moves what is due.
            if slow.tickets.values().all(|ticket| is_settled(ticket, now)) {
                let rows = slow.rows(&board, board.order(), board.filter(), now);
                prop_assert_eq!(board.rows(0..99), &rows, "{:?}", board.order());
            }
            for (position, index) in board.rows(0..99).iter().enumerate() {
                let key = board.tickets().key(*index).expect("it is there");
                prop_assert_eq!(board.position_of(key), Some(position));
            }
        }
    }
}

fn check_tickets(slow: &Slow, board: &Board, now: Instant) -> Result<(), TestCaseError> {
    prop_assert_eq!(board.tickets().len(), slow.tickets.len());
    for ticket in slow.tickets.values() {
        let index = board.tickets().index_of(ticket.key).expect("it is there");
        prop_assert_eq!(board.tickets().get(index), Some(ticket.clone()));
        let found = slow.look(ticket, now);
        prop_assert_eq!(board.state(index), Some(found.state), "{:?}", ticket);
        if is_settled(ticket, now) {
            prop_assert_eq!(board.next(index), found.next, "{:?}", ticket);
        }
        for (target, (clock, status)) in found.clocks.iter().enumerate() {
            let state = board.clock(index, target).expect("it is looked at");
            let paused = Slow::is_paused(clock, status, now);
            let stopped = matches!(status.verdict, Some(Verdict::Met | Verdict::Missed));
            let expected = ClockState {
                // During a pause, that of when it was looked at.
                due: if paused { state.due } else { clock.due },
                basis: clock.basis,
                verdict: status.verdict,
                level: status.level.filter(|_| !stopped),
                started: status.motion != Motion::NotStarted,
                paused,
            };
            if is_settled(ticket, now) && clock.basis != Basis::Projected {
                prop_assert_eq!(state, expected);
            }
            prop_assert_eq!(state.state(&slow.terms), slow.state(clock, status, now));
        }
        let targets = slow.terms.policy().targets.len();
        prop_assert_eq!(board.clock(index, found.clocks.len().min(targets)), None);
    }
    let all = slow.tally(now, |_, _| [true; 3]);
    let mut tally = board.tally();
    tally.priorities.truncate(
        tally
            .priorities
            .iter()
            .rposition(|count| *count > 0)
            .map_or(0, |last| last + 1),
    );
    prop_assert_eq!(tally, all);
    let filter = board.filter();
    let facets = slow.tally(now, |found, ticket| {
        let text = filter.finds(&ticket.number, &ticket.title);
        let state = text && filter.has_state(found.state);
        let priority = text && filter.has_priority(found.rank);
        [priority, state, state && priority]
    });
    let found = board.facets();
    prop_assert_eq!(found.states, facets.states);
    prop_assert_eq!(found.total, facets.total);
    for rank in (0..8).map(Rank) {
        prop_assert_eq!(found.priority(rank), facets.priority(rank));
    }
    Ok(())
}

/// Lets time pass on the board, and checks what it tells of that.
fn check_crossings(
    slow: &Slow,
    board: &mut Board,
    now: Instant,
    later: Instant,
) -> Result<(), TestCaseError> {
    let crossings = board.tick(later);
    let thresholds = &slow.terms.policy().thresholds;
    let shares: Vec<BasisPoints> = thresholds.iter().map(|threshold| threshold.share).collect();
    let reached = |status: &Status| {
        let overdue = status.verdict == Some(Verdict::Overdue);
        let stopped = matches!(status.verdict, Some(Verdict::Met | Verdict::Missed));
        let level = status.level.filter(|_| !stopped);
        let due = overdue && !shares.contains(&BasisPoints::WHOLE);
        let due = due.then_some((BasisPoints::WHOLE, shares.len()));
        level.map(|level| (shares[level], level)).max(due)
    };
    for ticket in slow
        .tickets
        .values()
        .filter(|ticket| is_settled(ticket, now))
    {
        let (before, after) = (slow.look(ticket, now), slow.look(ticket, later));
        for (target, ((_, before), (clock, after))) in
            before.clocks.iter().zip(&after.clocks).enumerate()
        {
            let mut told = crossings.crossed.iter();
            let told =
                told.find(|crossed| crossed.key == ticket.key && crossed.crossing.target == target);
            let expected = reached(after).filter(|_| reached(after) > reached(before));
            let threshold = told.map(|crossed| crossed.crossing.threshold);
            prop_assert_eq!(
                threshold,
                expected.map(|(_, threshold)| threshold),
                "{:?}",
                ticket
            );
            if let Some(crossed) = told {
                let at = crossed.crossing.at;
                let status = |at: Instant| clock.status(&slow.terms, at).expect("its own terms");
                prop_assert_eq!(reached(&status(at)), expected);
                prop_assert!(reached(&status(at.plus(-1).expect("in range"))) < expected);
            }
        }
    }
    Ok(())
}
