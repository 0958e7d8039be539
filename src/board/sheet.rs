//! The board: tickets, and what is derived from them.

use std::ops::Range;
use std::sync::Arc;

use super::arrange::Arranging;
use super::bits::Bits;
use super::finding::Finding;
use super::grid::Grid;
use super::record::{NEVER, second};
use super::search::Words;
use super::soon::Soon;
use super::standing::{Mark, Standings};
use super::{
    BatchRow, ClockState, Column, Crossed, Crossing, Crossings, Filter, Order, State, Tally,
    Tickets,
};
use crate::engine::{Assessment, BasisPoints, Error, Instant, PlainTerms, Terms};
use crate::plan::Ticket;

/// How many tickets one tick looks at; what is more is left to [`Board::work`].
const AT_ONCE: usize = 500;

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
    pub(super) terms: Arc<Terms>,
    pub(super) tickets: Tickets,
    pub(super) standings: Standings,
    /// The tickets that are to be looked at.
    doubtful: Bits,
    soon: Soon,
    /// How many there are of each kind, and how many of those the words are found in.
    all: Grid,
    hits: Grid,
    pub(super) words: Words,
    found: Bits,
    finding: Option<Finding>,
    pub(super) order: Order,
    pub(super) filter: Filter,
    /// Whether an order is asked for.
    wanted: bool,
    arranging: Option<Arranging>,
    shown: Vec<u32>,
    stale: bool,
    /// When it was last worked on.
    at: Instant,
    /// What was crossed and not told yet.
    crossings: Crossings,
}

impl Board {
    /// A board without tickets.
    #[must_use]
    pub fn new(terms: Arc<Terms>) -> Self {
        Self {
            standings: Standings::under(&terms),
            terms,
            tickets: Tickets::default(),
            doubtful: Bits::default(),
            soon: Soon::default(),
            all: Grid::default(),
            hits: Grid::default(),
            words: Words::default(),
            found: Bits::default(),
            finding: None,
            order: Order::default(),
            filter: Filter::default(),
            wanted: false,
            arranging: None,
            shown: Vec::new(),
            stale: false,
            at: Instant::MIN,
            crossings: Crossings::default(),
        }
    }

    /// The terms.
    #[must_use]
    pub const fn terms(&self) -> &Arc<Terms> {
        &self.terms
    }

    /// Other terms: all tickets are looked at anew, by [`Self::work`]. Until then they stand where they stood,
    /// unless the policy has other targets or thresholds.
    pub fn set_terms(&mut self, terms: Arc<Terms>) {
        if !self.standings.fits(&terms) {
            self.standings = Standings::under(&terms);
            self.all.clear();
            self.hits.clear();
            if let Some(last) = self.tickets.slots().checked_sub(1) {
                self.standings.hold(last);
            }
        }
        self.terms = terms;
        self.look_anew();
    }

    /// The tickets.
    #[must_use]
    pub const fn tickets(&self) -> &Tickets {
        &self.tickets
    }

    /// Adds a ticket, or replaces the one with its key; gives its index. [`Self::work`] looks at it; it is
    /// shown where it belongs with the next order.
    pub fn put(&mut self, ticket: &Ticket) -> u32 {
        let index = self.tickets.put(ticket);
        self.touch(index);
        index
    }

    /// Adds a row of an import under `key`, or replaces the ticket that has it; otherwise as [`Self::put`].
    pub fn put_row(&mut self, key: u32, row: &BatchRow<'_>) -> u32 {
        let index = self.tickets.put_row(key, row);
        self.touch(index);
        index
    }

    /// Removes the tickets with these keys, also from what is shown.
    pub fn remove(&mut self, keys: &[u32]) {
        for key in keys {
            let Some(index) = self.tickets.remove(*key) else {
                continue;
            };
            self.count(index, false);
            self.standings.forget(index);
            self.doubtful.set(index, false);
            self.found.set(index, false);
            if let Some(finding) = &mut self.finding {
                finding.found.set(index, false);
            }
        }
        let tickets = &self.tickets;
        self.shown.retain(|index| tickets.key(*index).is_some());
    }

    /// Removes all tickets.
    pub fn clear(&mut self) {
        *self = Self {
            words: std::mem::take(&mut self.words),
            order: self.order,
            filter: std::mem::take(&mut self.filter),
            ..Self::new(Arc::clone(&self.terms))
        };
    }

    /// Does some of what is to be done, in this order: looks at tickets that are new, were edited or are to be
    /// looked at anew; finds the words of the filter; makes the order that was asked for. `budget` is how many
    /// tickets are looked at, in WebAssembly 2 000 or so in a millisecond; other work counts as much as it takes
    /// as long. Gives whether more is to be done.
    ///
    /// `now` is that of [`Self::tick`]; only that notices a clock that went back.
    pub fn work(&mut self, now: Instant, budget: usize) -> bool {
        let now = now.max(self.at);
        self.at = now;
        let mut left = budget;
        let terms = Arc::clone(&self.terms);
        let ready = PlainTerms::new(&terms, now);
        while left > 0 {
            let Some(index) = self.doubtful.take() else {
                break;
            };
            self.look(index, &ready);
            left -= 1;
        }
        while left > 0 {
            if let Some(mut finding) = self.finding.take() {
                if finding.work(self, &mut left) {
                    self.finding = Some(finding);
                } else {
                    self.find(finding);
                }
            } else if let Some(mut arranging) = self.arranging.take() {
                match arranging.work(self, &ready, &mut left) {
                    Some(shown) => self.show(shown),
                    None => self.arranging = Some(arranging),
                }
            } else if self.wanted {
                self.wanted = false;
                self.stale = false;
                self.arranging = Some(Arranging::begin(self));
            } else {
                // What is left is that texts are moved together.
                return self.tickets.tidy();
            }
        }
        true
    }

    /// Whether [`Self::work`] has something to do.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.wanted || self.arranging.is_some() || self.finding.is_some() || self.unseen_count() > 0
    }

    /// How many tickets are still to be looked at.
    #[must_use]
    pub fn unseen_count(&self) -> usize {
        self.doubtful.count()
    }

    /// Lets time pass: what reached a threshold or changed by itself is looked at again, at a cost of as much as
    /// there is of that. Where very much has come together, the rest is left to [`Self::work`], and told by the
    /// tick after that. When the clock went back, all tickets are looked at anew, by [`Self::work`].
    pub fn tick(&mut self, now: Instant) -> Crossings {
        if now < self.at {
            self.look_anew();
        }
        self.at = now;
        let second = second(now);
        if !self.soon.knows(second) {
            let marks = (0..).zip(self.standings.marks());
            let changes = marks.map(|(index, mark)| (mark.until, index));
            self.soon.gather(second, changes);
        }
        let mut left = AT_ONCE;
        let terms = Arc::clone(&self.terms);
        let mut ready = None;
        while let Some((at, index)) = self.soon.take(second) {
            if self
                .standings
                .mark(index)
                .is_none_or(|mark| mark.until != at)
            {
                continue;
            }
            if left == 0 {
                self.doubtful.set(index, true);
            } else {
                left -= 1;
                let ready = ready.get_or_insert_with(|| PlainTerms::new(&terms, now));
                self.look(index, ready);
            }
        }
        std::mem::take(&mut self.crossings)
    }

    /// How many tickets there are of each state and priority.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.all.tally(&Filter::default())
    }

    /// How many tickets each state and each priority would show under the rest of the filter; the total is how
    /// many the whole filter shows.
    #[must_use]
    pub fn facets(&self) -> Tally {
        let grid = if self.words.is_empty() {
            &self.all
        } else {
            &self.hits
        };
        grid.tally(&self.filter)
    }

    /// The order.
    #[must_use]
    pub const fn order(&self) -> Order {
        self.order
    }

    /// Another order, made by [`Self::work`].
    pub fn set_order(&mut self, order: Order) {
        self.order = order;
        self.reorder();
    }

    /// The filter.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Another filter; what it shows is found by [`Self::work`].
    pub fn set_filter(&mut self, filter: Filter) {
        let words = Words::of(&filter.text);
        self.filter = filter;
        self.finding = None;
        if words.is_empty() {
            self.words = words;
        } else if words != self.words {
            self.finding = Some(Finding::begin(words, self));
        }
        self.reorder();
    }

    /// Asks for the order to be made anew, by [`Self::work`].
    pub fn reorder(&mut self) {
        self.arranging = None;
        self.wanted = true;
    }

    /// Whether what is shown is no longer in its order, or no longer what the filter shows.
    #[must_use]
    pub const fn order_changed(&self) -> bool {
        self.stale
    }

    /// How many tickets are shown.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether none is shown.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The indexes of the tickets shown at `range`; fewer where it reaches past the end.
    #[must_use]
    pub fn rows(&self, range: Range<usize>) -> &[u32] {
        let end = range.end.min(self.shown.len());
        let rows = self.shown.get(range.start.min(end)..end);
        rows.unwrap_or_default()
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
        self.standings.mark(index)?.state
    }

    /// What the ticket at `index` crosses next.
    #[must_use]
    pub fn next(&self, index: u32) -> Option<Crossing> {
        self.standings.mark(index)?.next()
    }

    /// The first crossing to come of all tickets, and the index of the ticket.
    #[must_use]
    pub fn next_of_all(&self) -> Option<(u32, Crossing)> {
        let marks = (0..).zip(self.standings.marks());
        let crossings = marks.filter_map(|(index, mark)| Some((index, mark.next()?)));
        crossings.min_by_key(|(_, crossing)| crossing.at)
    }

    /// Where the clock of `target` of the ticket at `index` stands; none until it is looked at, and for a ticket
    /// that cannot be judged.
    #[must_use]
    pub fn clock(&self, index: u32, target: usize) -> Option<ClockState> {
        self.standings.clock(index, target)
    }

    /// All that there is to say of the clocks of the ticket at `index`; none where there is no ticket.
    ///
    /// # Errors
    /// As [`Assessment::of`], and where its events contradict each other.
    pub fn assess(&self, index: u32, now: Instant) -> Option<Result<Assessment, Error>> {
        let history = self.tickets.history(index)?;
        Some(history.and_then(|history| Assessment::of(&self.terms, &history, now)))
    }

    /// How many bytes the tickets and what is derived from them take.
    #[must_use]
    pub fn size(&self) -> usize {
        self.tickets.size() + self.standings.size() + self.shown.capacity() * size_of::<u32>()
    }

    /// Whether the words of the filter are found in the ticket at `index`.
    pub(super) fn is_found(&self, index: u32) -> bool {
        self.words.is_empty() || self.found.has(index)
    }

    /// Takes that the ticket at `index` is new, or another.
    fn touch(&mut self, index: u32) {
        self.standings.hold(index);
        self.standings.doubt(index);
        self.doubtful.set(index, true);
        self.stale = true;
        let Some((number, title)) = self.tickets.texts_of(index) else {
            return;
        };
        if let Some(finding) = &mut self.finding {
            finding.touch(index, number, title);
        }
        if self.words.is_empty() {
            return;
        }
        let is = self.words.stand_in(number, title, &mut Vec::new());
        if is != self.found.has(index) {
            self.count(index, false);
            self.found.set(index, is);
            self.count(index, true);
        }
    }

    fn look_anew(&mut self) {
        for index in self.tickets.indexes() {
            self.standings.doubt(index);
            self.doubtful.set(index, true);
        }
        self.soon.clear();
        self.stale = true;
    }

    fn look(&mut self, index: u32, ready: &PlainTerms<'_>) {
        let now = ready.now();
        let Some(before) = self.standings.mark(index).copied() else {
            return;
        };
        // What is looked at because time passed may have crossed something.
        let by_itself = before.until <= second(now);
        let targets = 0..self.terms.policy().targets.len();
        let reached: Vec<Option<usize>> = if by_itself {
            let reached = |target| self.standings.reached(index, target);
            targets.map(reached).collect()
        } else {
            Vec::new()
        };
        let looked = self
            .standings
            .look(index, &self.tickets, &self.terms, ready);
        let Some(after) = looked else { return };
        if (before.state, before.rank) != (after.state, after.rank) {
            self.recount(index, before, false);
            self.recount(index, after, true);
        }
        if after.until != NEVER {
            self.soon.add(after.until, index);
        }
        if by_itself {
            self.crossings.changed += 1;
            for (target, before_it) in reached.into_iter().enumerate() {
                self.cross(index, target, before_it, before.next(), now);
            }
            let changed = before.state != after.state || before.next() != after.next();
            self.stale |= changed && self.depends_on_time() && self.may_show(index);
        }
    }

    /// Tells what the clock of `target` reached while time passed.
    fn cross(
        &mut self,
        index: u32,
        target: usize,
        before: Option<usize>,
        told: Option<Crossing>,
        now: Instant,
    ) {
        let after = self.standings.reached(index, target);
        let Some(threshold) = after.filter(|_| after > before) else {
            return;
        };
        let told = told.filter(|told| (told.target, told.threshold) == (target, threshold));
        let crossing = told.unwrap_or_else(|| Crossing {
            at: self.crossed_at(index, target, threshold, now),
            target,
            threshold,
        });
        let key = self.tickets.key(index).unwrap_or_default();
        self.crossings.crossed.push(Crossed {
            index,
            key,
            crossing,
        });
    }

    /// When the clock of `target` reached `threshold`.
    fn crossed_at(&self, index: u32, target: usize, threshold: usize, now: Instant) -> Instant {
        let assessment = self.assess(index, now).and_then(Result::ok);
        let clock = assessment
            .as_ref()
            .and_then(|assessment| assessment.clocks.get(target));
        let at = clock.and_then(|clock| {
            let thresholds = &self.terms.policy().thresholds;
            let below = thresholds.get(threshold);
            match below.filter(|threshold| threshold.share != BasisPoints::WHOLE) {
                Some(_) => clock.marks.get(threshold).copied(),
                None => clock.due.plus(1).ok(),
            }
        });
        at.map_or(now, |at| at.min(now))
    }

    /// Whether time changes the order or what the filter shows.
    fn depends_on_time(&self) -> bool {
        let by_column = matches!(
            self.order.column,
            Column::Next | Column::State | Column::Left(_) | Column::Share(_)
        );
        by_column || !self.filter.states.is_empty()
    }

    /// Whether the filter shows the ticket at `index` in some state.
    fn may_show(&self, index: u32) -> bool {
        let rank = self.standings.mark(index).map(|mark| mark.rank);
        rank.is_some_and(|rank| self.filter.has_priority(rank)) && self.is_found(index)
    }

    /// Counts the ticket at `index` as it stands, or no longer.
    fn count(&mut self, index: u32, is: bool) {
        if let Some(mark) = self.standings.mark(index).copied() {
            self.recount(index, mark, is);
        }
    }

    fn recount(&mut self, index: u32, mark: Mark, is: bool) {
        let Some(state) = mark.state else { return };
        self.all.count(state, mark.rank, is);
        if !self.words.is_empty() && self.found.has(index) {
            self.hits.count(state, mark.rank, is);
        }
    }

    /// Takes what was found.
    fn find(&mut self, finding: Finding) {
        self.words = finding.words;
        self.found = finding.found;
        self.hits.clear();
        for (index, mark) in (0..).zip(self.standings.marks()) {
            if let Some(state) = mark.state.filter(|_| self.found.has(index)) {
                self.hits.count(state, mark.rank, true);
            }
        }
    }

    /// Shows tickets in this order, but for those that were removed meanwhile.
    fn show(&mut self, mut shown: Vec<u32>) {
        shown.retain(|index| self.tickets.key(*index).is_some());
        self.shown = shown;
    }
}
