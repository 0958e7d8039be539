//! The board: tickets, and what is derived from them.

use std::ops::Range;
use std::sync::Arc;

use super::{BatchRow, Column, Crossed, Crossing, Crossings, Filter, Order, State, Tally, Tickets};
use crate::engine::{Assessment, Basis, Error, Glance, Instant, Rank, Terms, Verdict};
use crate::plan::Ticket;

/// Where a clock of a ticket stands, as it was found when the ticket was last looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClockState {
    /// When the target is used up. For a paused clock: if work went on when it was looked at.
    pub due: Instant,
    /// What its start rests on.
    pub basis: Basis,
    /// Whether the promise was kept; none for a projected clock.
    pub verdict: Option<Verdict>,
    /// The highest threshold that is reached; none below the first, and none once it has stopped.
    pub level: Option<usize>,
    /// Whether it has started.
    pub started: bool,
    /// Whether it is paused until the ticket is resumed.
    pub paused: bool,
}

/// What is derived from a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Standing {
    state: State,
    rank: Rank,
    next: Option<Crossing>,
    until: Option<Instant>,
    clocks: Vec<ClockState>,
    left: Vec<Option<i64>>,
    share: Vec<Option<u32>>,
}

/// The board: tickets and what is derived from them under terms, in an order, through a filter.
///
/// Nothing is done at once that may take long: [`Self::work`] does it in slices. What is shown, [`Self::rows`],
/// is a snapshot: it stays as it is, whatever happens to the tickets, until [`Self::reorder`] is asked for, so
/// that no row moves by itself; only removed tickets leave it at once.
///
/// ```
/// use sla_planner::board::{Board, State};
/// use sla_planner::engine::{Event, EventKind, Instant, Policy, Rank, Readings, Schedule, Terms};
/// use sla_planner::plan::Ticket;
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let mut board = Board::new(terms.into());
/// let at: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let submitted = EventKind::Submitted { priority: Rank(0) };
/// board.put(&Ticket { key: 1, number: String::new(), title: String::new(), events: vec![Event::new(at, submitted)] });
/// board.reorder();
/// while board.work(at, 1_000) {}
/// let index = board.rows(0..1)[0];
/// assert_eq!(board.state(index), Some(State::Ok));
/// // 80 % of 15 minutes.
/// let crossings = board.tick(at.plus(720)?);
/// assert_eq!(crossings.crossed[0].crossing.threshold, 0);
/// assert_eq!(board.state(index), Some(State::Early));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Board {
    terms: Arc<Terms>,
    tickets: Tickets,
    standings: Vec<Option<Standing>>,
    order: Order,
    filter: Filter,
    shown: Vec<u32>,
    wanted: bool,
    stale: bool,
    at: Option<Instant>,
}

impl Board {
    /// A board without tickets.
    #[must_use]
    pub fn new(terms: Arc<Terms>) -> Self {
        Self {
            terms,
            tickets: Tickets::default(),
            standings: Vec::new(),
            order: Order::default(),
            filter: Filter::default(),
            shown: Vec::new(),
            wanted: false,
            stale: false,
            at: None,
        }
    }

    /// The terms.
    #[must_use]
    pub const fn terms(&self) -> &Arc<Terms> {
        &self.terms
    }

    /// Other terms: all tickets are looked at anew.
    pub fn set_terms(&mut self, terms: Arc<Terms>) {
        self.terms = terms;
        self.look_anew();
    }

    /// The tickets.
    #[must_use]
    pub const fn tickets(&self) -> &Tickets {
        &self.tickets
    }

    /// Adds a ticket, or replaces the one with its key; gives its index. It is shown where it belongs with the
    /// next order.
    pub fn put(&mut self, ticket: &Ticket) -> u32 {
        let index = self.tickets.put(ticket);
        self.touch(index);
        index
    }

    /// Adds a row of an import under `key`, or replaces the ticket that has it.
    pub fn put_row(&mut self, key: u32, row: &BatchRow<'_>) -> u32 {
        let index = self.tickets.put_row(key, row);
        self.touch(index);
        index
    }

    /// Removes the tickets with these keys, also from what is shown.
    pub fn remove(&mut self, keys: &[u32]) {
        for key in keys {
            if let Some(index) = self.tickets.remove(*key)
                && let Some(standing) = self.standings.get_mut(index as usize)
            {
                *standing = None;
            }
        }
        let tickets = &self.tickets;
        self.shown.retain(|index| tickets.key(*index).is_some());
    }

    /// Removes all tickets.
    pub fn clear(&mut self) {
        self.tickets.clear();
        self.standings.clear();
        self.shown.clear();
        self.stale = false;
    }

    /// Does some of what is to be done: looks at tickets that were not looked at, and makes the order that was
    /// asked for. `budget` is how many tickets are looked at; the rest counts as much as takes as long. Gives
    /// whether more is to be done.
    pub fn work(&mut self, now: Instant, budget: usize) -> bool {
        if self.at.is_some_and(|at| now < at) {
            self.look_anew();
        }
        self.at = Some(now);
        let unseen: Vec<u32> = self.unseen().take(budget).collect();
        let more = unseen.len() == budget;
        for index in unseen {
            self.look(index, now);
        }
        if more {
            return true;
        }
        if self.wanted {
            self.wanted = false;
            self.stale = false;
            self.arrange(now);
        }
        false
    }

    /// How many tickets are still to be looked at.
    #[must_use]
    pub fn unseen_count(&self) -> usize {
        self.unseen().count()
    }

    /// Lets time pass: what reached a threshold or changed by itself is looked at again. Costs as much as there
    /// is of that. A clock that went back has everything looked at anew, by [`Self::work`].
    pub fn tick(&mut self, now: Instant) -> Crossings {
        if self.at.is_none_or(|at| now < at) {
            self.look_anew();
            self.at = Some(now);
            return Crossings::default();
        }
        self.at = Some(now);
        let due = |standing: &Option<Standing>| {
            let until = standing.as_ref().and_then(|standing| standing.until);
            until.is_some_and(|until| until <= now)
        };
        let places = self.standings.iter().enumerate();
        let due: Vec<u32> = places
            .filter(|(_, standing)| due(standing))
            .filter_map(|(place, _)| u32::try_from(place).ok())
            .collect();
        let mut crossings = Crossings::default();
        for index in due {
            let before = self.standing(index).cloned();
            self.look(index, now);
            crossings.changed += 1;
            let (Some(before), Some(after)) = (before, self.standing(index)) else {
                continue;
            };
            let key = self.tickets.key(index).unwrap_or(0);
            for (target, (before, after)) in before.clocks.iter().zip(&after.clocks).enumerate() {
                if after.reached(&self.terms) > before.reached(&self.terms)
                    && let Some(threshold) = after.reached(&self.terms)
                {
                    crossings.crossed.push(Crossed {
                        index,
                        key,
                        crossing: Crossing {
                            at: now,
                            target,
                            threshold,
                        },
                    });
                }
            }
        }
        if crossings.changed > 0 {
            self.stale = true;
        }
        crossings
    }

    /// How many tickets there are of each state and priority.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for standing in self.standings.iter().flatten() {
            tally.count(standing.state, standing.rank);
        }
        tally
    }

    /// How many tickets each state and each priority would show under the rest of the filter; the total is how
    /// many the whole filter shows.
    #[must_use]
    pub fn facets(&self) -> Tally {
        let mut tally = Tally::default();
        for (index, standing) in (0..).zip(&self.standings) {
            let Some(standing) = standing else { continue };
            if !self.finds(index) {
                continue;
            }
            let state = self.filter.has_state(standing.state);
            let priority = self.filter.has_priority(standing.rank);
            if priority {
                tally.count_state(standing.state);
            }
            if state {
                tally.count_priority(standing.rank);
            }
            tally.total += usize::from(state && priority);
        }
        tally
    }

    /// The order.
    #[must_use]
    pub const fn order(&self) -> Order {
        self.order
    }

    /// Another order, made by [`Self::work`].
    pub fn set_order(&mut self, order: Order) {
        self.order = order;
        self.wanted = true;
    }

    /// The filter.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Another filter; what it shows is found by [`Self::work`].
    pub fn set_filter(&mut self, filter: Filter) {
        self.filter = filter;
        self.wanted = true;
    }

    /// Asks for the order to be made anew, by [`Self::work`].
    pub fn reorder(&mut self) {
        self.wanted = true;
    }

    /// Whether what is shown is no longer in its order, or no longer all that the filter shows.
    #[must_use]
    pub const fn order_changed(&self) -> bool {
        self.stale
    }

    /// How many tickets are shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether none is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The indexes of the tickets shown at `range`; fewer where it reaches past the end.
    #[must_use]
    pub fn rows(&self, range: Range<usize>) -> &[u32] {
        let end = range.end.min(self.shown.len());
        self.shown
            .get(range.start.min(end)..end)
            .unwrap_or_default()
    }

    /// Where the ticket with this key is shown.
    #[must_use]
    pub fn position_of(&self, key: u32) -> Option<usize> {
        let index = self.tickets.index_of(key)?;
        self.shown.iter().position(|shown| *shown == index)
    }

    /// Where the ticket at `index` stands; none until it is looked at.
    #[must_use]
    pub fn state(&self, index: u32) -> Option<State> {
        self.standing(index).map(|standing| standing.state)
    }

    /// What the ticket at `index` crosses next.
    #[must_use]
    pub fn next(&self, index: u32) -> Option<Crossing> {
        self.standing(index)?.next
    }

    /// The first crossing to come of all tickets, and the index of the ticket.
    #[must_use]
    pub fn next_of_all(&self) -> Option<(u32, Crossing)> {
        let all = (0..).zip(&self.standings);
        let all = all.filter_map(|(index, standing)| Some((index, standing.as_ref()?.next?)));
        all.min_by_key(|(_, crossing)| crossing.at)
    }

    /// Where the clock of `target` of the ticket at `index` stands; none until it is looked at, and for a ticket
    /// that cannot be judged.
    #[must_use]
    pub fn clock(&self, index: u32, target: usize) -> Option<ClockState> {
        self.standing(index)?.clocks.get(target).copied()
    }

    /// All that there is to say of the clocks of the ticket at `index`; none where there is no ticket.
    ///
    /// # Errors
    /// As [`Assessment::of`], and where its events contradict each other.
    pub fn assess(&self, index: u32, now: Instant) -> Option<Result<Assessment, Error>> {
        let history = match self.tickets.history(index)? {
            Ok(history) => history,
            Err(error) => return Some(Err(error)),
        };
        Some(Assessment::of(&self.terms, &history, now))
    }

    fn standing(&self, index: u32) -> Option<&Standing> {
        self.standings.get(index as usize)?.as_ref()
    }

    fn unseen(&self) -> impl Iterator<Item = u32> {
        let indexes = self.tickets.indexes();
        indexes.filter(|index| self.standing(*index).is_none())
    }

    fn touch(&mut self, index: u32) {
        let place = index as usize;
        if self.standings.len() <= place {
            self.standings.resize(place + 1, None);
        }
        if let Some(standing) = self.standings.get_mut(place) {
            *standing = None;
        }
        self.stale = true;
    }

    fn look_anew(&mut self) {
        self.standings.fill(None);
        self.stale = true;
    }

    fn look(&mut self, index: u32, now: Instant) {
        let found = self.stand(index, now);
        if let Some(standing) = self.standings.get_mut(index as usize) {
            *standing = found;
        }
    }

    fn stand(&self, index: u32, now: Instant) -> Option<Standing> {
        let faulty = Standing {
            state: State::Faulty,
            rank: self
                .tickets
                .submission(index)
                .map_or(Rank(0), |(_, rank)| rank),
            next: None,
            until: None,
            clocks: Vec::new(),
            left: Vec::new(),
            share: Vec::new(),
        };
        let Ok(assessment) = self.assess(index, now)? else {
            return Some(faulty);
        };
        let mut standing = Standing {
            rank: assessment.rank,
            ..faulty
        };
        let mut worst = State::Met;
        for (target, clock) in assessment.clocks.iter().enumerate() {
            let Ok(glance) = Glance::of(&self.terms, clock, now) else {
                continue;
            };
            let state = ClockState {
                due: glance.due,
                basis: glance.basis,
                verdict: glance.verdict,
                level: glance.level,
                started: glance.started,
                paused: glance.paused,
            };
            worst = worst.min(state.state(&self.terms));
            standing.clocks.push(state);
            standing.until = [standing.until, glance.until].into_iter().flatten().min();
            let status = clock.status(&self.terms, now).ok();
            let going = status.filter(|_| glance.started);
            standing.share.push(going.map(|status| status.share.0));
            let open = going.filter(|_| clock.stop.is_none_or(|stop| stop > now));
            standing.left.push(open.map(|status| status.counted_left));
            if let Some((at, threshold)) = glance.next {
                let crossing = Crossing {
                    at,
                    target,
                    threshold,
                };
                let first = |known: Crossing| {
                    (known.at, std::cmp::Reverse(known.threshold))
                        <= (at, std::cmp::Reverse(threshold))
                };
                standing.next = Some(
                    standing
                        .next
                        .filter(|known| first(*known))
                        .unwrap_or(crossing),
                );
            }
        }
        standing.state = worst;
        Some(standing)
    }

    fn finds(&self, index: u32) -> bool {
        let number = self.tickets.number(index).unwrap_or_default();
        let title = self.tickets.title(index).unwrap_or_default();
        self.filter.finds(number, title)
    }

    fn arrange(&mut self, now: Instant) {
        let passes = |(index, standing): (u32, &Option<Standing>)| {
            let standing = standing.as_ref()?;
            let shown = self.filter.has_state(standing.state)
                && self.filter.has_priority(standing.rank)
                && self.finds(index);
            shown.then(|| (self.sort_key(index, standing, now), index))
        };
        let mut found: Vec<((bool, Vec<u8>), u32)> =
            (0..).zip(&self.standings).filter_map(passes).collect();
        found.sort();
        self.shown = found.into_iter().map(|(_, index)| index).collect();
    }

    /// What an order compares; whether it has no value, then the value.
    fn sort_key(&self, index: u32, standing: &Standing, _now: Instant) -> (bool, Vec<u8>) {
        let due = |target: u8| {
            standing
                .clocks
                .get(usize::from(target))
                .map(|clock| clock.due.epoch())
        };
        let number = |value: i64| {
            value
                .cast_unsigned()
                .wrapping_add(1 << 63)
                .to_be_bytes()
                .to_vec()
        };
        let submitted = || self.tickets.submission(index).map(|(at, _)| at.epoch());
        let key = match self.order.column {
            Column::Next => Some(self.next_key(standing, submitted())),
            Column::Number => {
                let text = self.tickets.number(index).unwrap_or_default();
                (!text.is_empty()).then(|| natural(text))
            }
            Column::Priority => Some(number(standing.rank.0.into())),
            Column::State => Some(number(standing.state as i64)),
            Column::Due(target) => due(target).map(number),
            Column::Left(target) => {
                let left = standing.left.get(usize::from(target)).copied().flatten();
                left.map(number)
            }
            Column::Share(target) => {
                let share = standing.share.get(usize::from(target)).copied().flatten();
                share.map(|share| number(share.into()))
            }
            Column::Submitted => submitted().map(number),
        };
        let Some(mut key) = key else {
            return (true, Vec::new());
        };
        if self.order.descending {
            for byte in &mut key {
                *byte = !*byte;
            }
            key.push(u8::MAX);
        }
        (false, key)
    }

    fn next_key(&self, standing: &Standing, submitted: Option<i64>) -> Vec<u8> {
        let overdue = || {
            let clocks = standing.clocks.iter();
            let overdue = clocks.filter(|clock| clock.verdict == Some(Verdict::Overdue));
            overdue.map(|clock| clock.due.epoch()).min().unwrap_or(0)
        };
        let latest = || -submitted.unwrap_or(0);
        let (group, value) = match (standing.next, standing.state) {
            (Some(next), _) => (0, next.at.epoch()),
            (None, State::Breached) => (1, overdue()),
            (None, State::Paused) => (3, latest()),
            (None, State::Met | State::Missed) => (4, latest()),
            _ => (2, latest()),
        };
        let mut key = vec![group];
        key.extend(value.cast_unsigned().wrapping_add(1 << 63).to_be_bytes());
        key
    }
}

impl ClockState {
    /// Where it stands.
    #[must_use]
    pub fn state(&self, terms: &Terms) -> State {
        match self.verdict {
            Some(Verdict::Met) => State::Met,
            Some(Verdict::Missed) => State::Missed,
            Some(Verdict::Overdue) => State::Breached,
            _ if self.paused => State::Paused,
            _ if !self.started => State::NotStarted,
            _ => self
                .level
                .map_or(State::Ok, |level| level_state(terms, level)),
        }
    }

    /// The highest threshold that it reached while open, due itself being the last.
    fn reached(&self, terms: &Terms) -> Option<usize> {
        let thresholds = terms.policy().thresholds.len();
        let due = self.verdict == Some(Verdict::Overdue);
        if due {
            Some(self.level.unwrap_or(thresholds))
        } else {
            self.level
        }
    }
}

/// The state of an open clock at `level`: the last threshold below the whole is critical.
fn level_state(terms: &Terms, level: usize) -> State {
    let shares = terms.policy().thresholds.iter();
    let below = shares.filter(|threshold| threshold.share < crate::engine::BasisPoints::WHOLE);
    match below.count().saturating_sub(level) {
        0 | 1 => State::Critical,
        2 => State::Warning,
        _ => State::Early,
    }
}

/// Text in an order in which digits count by their value.
fn natural(text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if !first.is_ascii_digit() {
            key.push(first.to_ascii_lowercase());
            rest = after;
            continue;
        }
        let end = rest.iter().position(|byte| !byte.is_ascii_digit());
        let (digits, after) = rest.split_at(end.unwrap_or(rest.len()));
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        let digits = digits.get(zeros..).unwrap_or_default();
        let length = u8::try_from(digits.len()).unwrap_or(u8::MAX);
        key.extend([b'0', length]);
        key.extend(digits);
        rest = after;
    }
    key
}
