//! The board: tickets, and what is derived from them.

use std::sync::Arc;

use super::arrange::Arranging;
use super::bits::Bits;
use super::finding::Finding;
use super::grid::Grid;
use super::search::Words;
use super::soon::Soon;
use super::standing::Standings;
use super::{BatchRow, ClockState, Crossing, Crossings, Filter, Order, State, Tickets};
use crate::engine::{Assessment, Error, Instant, PlainTerms, Terms};
use crate::plan::Ticket;

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
    pub(super) doubtful: Bits,
    pub(super) soon: Soon,
    /// How many there are of each kind, and how many of those the words are found in.
    pub(super) all: Grid,
    pub(super) hits: Grid,
    pub(super) words: Words,
    pub(super) found: Bits,
    pub(super) finding: Option<Finding>,
    pub(super) order: Order,
    pub(super) filter: Filter,
    /// Whether an order is asked for.
    pub(super) wanted: bool,
    pub(super) arranging: Option<Arranging>,
    pub(super) shown: Vec<u32>,
    pub(super) stale: bool,
    /// When it was last worked on.
    pub(super) at: Instant,
    /// What was crossed and not told yet.
    pub(super) crossings: Crossings,
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
            words: Words::of(&self.filter.text),
            order: self.order,
            filter: std::mem::take(&mut self.filter),
            ..Self::new(Arc::clone(&self.terms))
        };
    }

    /// Does some of what is to be done, in this order: looks at tickets that are new, were edited or are to be
    /// looked at anew; finds the words of the filter; makes the order that was asked for. `budget` is how many
    /// tickets are looked at, in WebAssembly 1 000 to 3 000 in a millisecond; other work counts as much as it takes
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
}
