//! Tickets under several terms.

use std::sync::Arc;

use super::column::Column;
use super::{Arrangement, Cell, ScenarioSummary};
use crate::board::Tickets;
use crate::engine::{Instant, Seconds, Terms};

/// For how many seconds overruns, and due times that move with an open pause, may be shown as they were.
const FRESH: u32 = 60;

/// Tickets under several terms, the first of which the others are held against: when each target is due, how
/// it stands, and what each scenario comes to.
///
/// As with a [`Board`](crate::board::Board), nothing is done at once that may take long: [`Self::work`] does it
/// in slices, and only for scenarios whose terms are others than before. Rows and summaries stay as they are
/// until those are done.
///
/// ```
/// use std::sync::Arc;
/// use sla_planner::board::Tickets;
/// use sla_planner::engine::{ClockReading, Event, EventKind, Instant, Policy, Rank, Readings, Schedule, Terms};
/// use sla_planner::plan::Ticket;
/// use sla_planner::simulate::Comparison;
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let readings = Readings { clock: ClockReading::WorkingTime, ..Readings::default() };
/// let base = Terms::new(policy.into(), schedule.into(), readings)?;
/// let without = base.read_as(Readings { make_up_days: false, ..readings })?;
/// let at: Instant = "2026-02-14T17:50:00+08:00".parse()?;
/// let submitted = EventKind::Submitted { priority: Rank(2) };
/// let mut tickets = Tickets::default();
/// let index = tickets.put(&Ticket { key: 1, number: String::new(), title: String::new(), events: vec![Event::new(at, submitted)] });
/// let mut comparison = Comparison::new(&[base.into(), without.into()]);
/// while comparison.work(&tickets, at, 1_000) {}
/// assert_eq!(comparison.shift(1, index, 0), Some(600));
/// assert_eq!(comparison.summary(1).map(|summary| summary.targets[0].later), Some(1));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Comparison {
    pub(super) columns: Vec<Column>,
    pub(super) arrangement: Arrangement,
    /// The instant that the cells are about; none before the first.
    at: Option<Instant>,
    /// The tickets that changed.
    touched: Vec<u32>,
    /// Whether the rows are to be arranged.
    stale: bool,
    rows: Vec<u32>,
    summaries: Vec<Option<ScenarioSummary>>,
}

impl Comparison {
    /// The most scenarios, the first among them.
    pub const MOST: usize = 4;

    /// A comparison of `scenarios`, at most [`Self::MOST`].
    #[must_use]
    pub fn new(scenarios: &[Arc<Terms>]) -> Self {
        let mut comparison = Self {
            columns: Vec::new(),
            arrangement: Arrangement::default(),
            at: None,
            touched: Vec::new(),
            stale: true,
            rows: Vec::new(),
            summaries: Vec::new(),
        };
        comparison.set_scenarios(scenarios);
        comparison
    }

    /// Other scenarios. Those whose terms are the very ones that some scenario had keep what is known of them.
    pub fn set_scenarios(&mut self, scenarios: &[Arc<Terms>]) {
        let first = self.columns.first().map(|column| Arc::clone(&column.terms));
        let mut before = std::mem::take(&mut self.columns);
        for terms in scenarios.iter().take(Self::MOST) {
            let has = |column: &Column| Arc::ptr_eq(&column.terms, terms);
            let known = match before.iter().position(has) {
                Some(place) => Some(before.swap_remove(place)),
                None => self.columns.iter().find(|column| has(column)).cloned(),
            };
            let column = known.unwrap_or_else(|| Column::new(Arc::clone(terms)));
            self.columns.push(column);
        }
        let same = first.zip(self.columns.first());
        if !same.is_some_and(|(first, column)| Arc::ptr_eq(&first, &column.terms)) {
            // What they are held against is another.
            for column in &mut self.columns {
                column.summary = None;
            }
        }
        self.summaries.resize(self.columns.len(), None);
        self.stale = true;
    }

    /// The scenarios' terms.
    pub fn scenarios(&self) -> impl Iterator<Item = &Arc<Terms>> {
        self.columns.iter().map(|column| &column.terms)
    }

    /// Which tickets are shown, in which order.
    #[must_use]
    pub const fn arrangement(&self) -> &Arrangement {
        &self.arrangement
    }

    /// Shows others, or in another order.
    pub fn set_arrangement(&mut self, arrangement: Arrangement) {
        self.stale |= self.arrangement != arrangement;
        self.arrangement = arrangement;
    }

    /// That the ticket at `index` was added, changed or removed.
    pub fn touch(&mut self, index: u32) {
        self.touched.push(index);
    }

    /// That any ticket may have changed.
    pub fn renew(&mut self) {
        self.touched.clear();
        for column in &mut self.columns {
            column.renew();
        }
        self.stale = true;
    }

    /// Looks at the tickets that are to be looked at under each scenario, at most so many in all, then sums up
    /// and arranges; gives whether there is more to do.
    ///
    /// `now` is when it is looked at. While no verdict changes, what is known stays for a minute.
    pub fn work(&mut self, tickets: &Tickets, now: Instant, budget: usize) -> bool {
        let at = self.begin(tickets, now);
        let mut left = u32::try_from(budget.max(1)).unwrap_or(u32::MAX);
        for place in 0..self.columns.len() {
            let Some(column) = self.columns.get_mut(place) else {
                break;
            };
            if column.next < tickets.slots() {
                left = left.saturating_sub(column.work(tickets, at, left));
                column.summary = None;
                self.stale = true;
                if column.next < tickets.slots() || left == 0 {
                    return true;
                }
            }
        }
        // A sum looks at each ticket as well, but costs a fraction of it.
        let share = tickets.slots() / 8;
        for place in 0..self.columns.len() {
            if self.sum_up(tickets, at, place) {
                left = left.saturating_sub(share);
                if left == 0 {
                    return true;
                }
            }
        }
        for (summary, column) in self.summaries.iter_mut().zip(&self.columns) {
            if summary != &column.summary {
                summary.clone_from(&column.summary);
            }
        }
        if std::mem::take(&mut self.stale) {
            self.rows = self.arranged(tickets);
        }
        false
    }

    /// Whether there is nothing to do until time passes.
    #[must_use]
    pub fn is_done(&self) -> bool {
        let done = |column: &Column| column.summary.is_some();
        self.at.is_some() && !self.stale && self.touched.is_empty() && self.columns.iter().all(done)
    }

    /// The instant that the cells are about.
    #[must_use]
    pub const fn at(&self) -> Option<Instant> {
        self.at
    }

    /// The tickets that are shown, by their indexes, in their order.
    #[must_use]
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// The clock of `target` on the ticket at `index` in a scenario; none where it is not known.
    #[must_use]
    pub fn cell(&self, scenario: usize, index: u32, target: usize) -> Option<Cell> {
        self.columns.get(scenario)?.cell(index, target)
    }

    /// By how many seconds of the wall clock `target` is due later than in the first scenario.
    #[must_use]
    pub fn shift(&self, scenario: usize, index: u32, target: usize) -> Option<Seconds> {
        let due = self.cell(scenario, index, target)?.due;
        Some(due.since(self.cell(0, index, target)?.due))
    }

    /// Whether some scenario changes when the ticket at `index` is due, or how it stands.
    #[must_use]
    pub fn is_changed(&self, index: u32) -> bool {
        let Some((base, others)) = self.columns.split_first() else {
            return false;
        };
        others.iter().any(|other| {
            (0..base.targets.max(other.targets)).any(|target| {
                other.due(index, target) != base.due(index, target)
                    || other.bits(index, target) != base.bits(index, target)
            })
        })
    }

    /// What a scenario comes to; none before that is known.
    #[must_use]
    pub fn summary(&self, scenario: usize) -> Option<&ScenarioSummary> {
        self.summaries.get(scenario)?.as_ref()
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn size(&self) -> usize {
        let cells: usize = self.columns.iter().map(Column::size).sum();
        cells + self.rows.len() * size_of::<u32>()
    }

    /// Makes ready to look at tickets; gives the instant at which they are looked at.
    fn begin(&mut self, tickets: &Tickets, now: Instant) -> Instant {
        let until = self.columns.iter().map(|column| column.until).min();
        let fresh = |at: Instant| {
            let end = at.second().saturating_add(FRESH);
            at <= now && now.second() < end.min(until.unwrap_or(end))
        };
        let working = |at: &Instant| {
            let reached = self
                .columns
                .iter()
                .all(|column| column.next >= tickets.slots());
            fresh(*at) || !reached && *at <= now
        };
        let at = match self.at.filter(working) {
            Some(at) => at,
            None => {
                for column in &mut self.columns {
                    column.renew();
                }
                now
            }
        };
        self.at = Some(at);
        let touched = std::mem::take(&mut self.touched);
        for column in &mut self.columns {
            column.hold(tickets.slots());
            if !touched.is_empty() {
                column.look_again(tickets, at, &touched);
            }
        }
        self.stale |= !touched.is_empty();
        at
    }

    /// Sums up a scenario if that is to be done; gives whether it was.
    fn sum_up(&mut self, tickets: &Tickets, at: Instant, place: usize) -> bool {
        let base = self.columns.first().filter(|_| place > 0);
        let Some(column) = self.columns.get(place) else {
            return false;
        };
        if column.summary.is_some() {
            return false;
        }
        let summary = ScenarioSummary::of((column, base), tickets, at);
        // What the others are held against is another.
        if place == 0 {
            for column in &mut self.columns {
                column.summary = None;
            }
        }
        if let Some(column) = self.columns.get_mut(place) {
            column.summary = Some(summary);
        }
        true
    }
}
