//! Making the order in which tickets are shown, in slices.

use super::number_order::NumberOrder;
use super::record::second;
use super::sort::{INDEX_BITS, Radix};
use super::standing::Mark;
use super::{Board, Column, State};
use crate::engine::{Assessment, BasisPoints, Instant, PlainTerms, Verdict};

/// The value of what has none: it comes last whichever way the order goes.
const LAST: u64 = u64::MAX >> INDEX_BITS;
/// How many tickets are gathered in the time in which one is looked at.
const GATHERED: usize = 4;
/// How many words are sorted by some bits in that time.
const SORTED: usize = 16;

/// An order in the making.
#[derive(Clone, Debug)]
pub(super) enum Arranging {
    /// By the value of a column.
    Values(ValueOrder),
    /// By the number.
    Numbers(NumberOrder),
}

impl Arranging {
    /// The beginning of the order that `board` is to have.
    pub(super) fn begin(board: &Board) -> Self {
        match board.order().column {
            Column::Number => Self::Numbers(NumberOrder::default()),
            _ => Self::Values(ValueOrder::default()),
        }
    }

    /// Goes on for as long as `budget` says, and takes from it; gives the indexes in order when it is done.
    pub(super) fn work(
        &mut self,
        board: &Board,
        ready: &PlainTerms<'_>,
        budget: &mut usize,
    ) -> Option<Vec<u32>> {
        match self {
            Self::Values(order) => order.work(board, ready, budget),
            Self::Numbers(order) => order.work(board, budget),
        }
    }
}

/// An order by values in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct ValueOrder {
    /// The next index to be gathered.
    next: u32,
    /// The values, each with its index behind it.
    words: Vec<u64>,
    radix: Option<Radix>,
}

impl ValueOrder {
    fn work(
        &mut self,
        board: &Board,
        ready: &PlainTerms<'_>,
        budget: &mut usize,
    ) -> Option<Vec<u32>> {
        while *budget > 0 {
            if let Some(radix) = &mut self.radix {
                *budget = budget.saturating_sub(radix.len() / SORTED + 1);
                if !radix.work() {
                    return Some(self.radix.take()?.finish().collect());
                }
                continue;
            }
            let slots = board.tickets().slots();
            if self.next == slots {
                self.radix = Some(Radix::new(std::mem::take(&mut self.words)));
                continue;
            }
            if self.words.capacity() == 0 {
                self.words.reserve_exact(board.tickets().len());
            }
            let end = slots.min(self.next.saturating_add(slice(*budget * GATHERED)));
            *budget = budget.saturating_sub((end - self.next) as usize / GATHERED + 1);
            for index in self.next..end {
                if let Some(mark) = board.shows(index) {
                    let value = board.value(index, mark, ready).unwrap_or(LAST);
                    self.words.push(value << INDEX_BITS | u64::from(index));
                }
            }
            self.next = end;
        }
        None
    }
}

/// So many tickets, as many as an index can count.
pub(super) fn slice(tickets: usize) -> u32 {
    u32::try_from(tickets).unwrap_or(u32::MAX)
}

impl Board {
    /// Where the ticket at `index` stands, if the filter shows it.
    pub(super) fn shows(&self, index: u32) -> Option<&Mark> {
        let mark = self.standings.mark(index)?;
        let shown = self.filter.has_state(mark.state?)
            && self.filter.has_priority(mark.rank)
            && self.is_found(index);
        shown.then_some(mark)
    }

    /// What the order compares; none of what comes last.
    fn value(&self, index: u32, mark: &Mark, ready: &PlainTerms<'_>) -> Option<u64> {
        let descending = self.order.descending;
        let turned = |value: u64| if descending { LAST - 1 - value } else { value };
        let value = match self.order.column {
            Column::Next => return Some(self.next_value(index, mark)),
            Column::Number => return None,
            Column::Priority => mark.rank.0.into(),
            Column::State => mark.state? as u64,
            Column::Due(target) => second(self.due_now(index, target.into(), ready.now())?).into(),
            Column::Left(target) => {
                let left = self.measured(index, target.into(), ready)?.left?;
                // Left may be less than nothing.
                left.saturating_add(1 << 38).cast_unsigned()
            }
            Column::Share(target) => self.measured(index, target.into(), ready)?.share.into(),
            Column::Submitted => second(self.tickets.submission(index)?.0).into(),
        };
        Some(turned(value.min(LAST - 1)))
    }

    /// What is to come first, then what is overdue already, then the others.
    fn next_value(&self, index: u32, mark: &Mark) -> u64 {
        // The latest first.
        let latest = || {
            let submitted = self.tickets.submission(index);
            u64::from(u32::MAX - submitted.map_or(0, |(at, _)| second(at)))
        };
        let (group, value) = match (mark.next(), mark.state) {
            (Some(next), _) => (0, second(next.at).into()),
            (None, Some(State::Breached)) => (1, self.overdue_since(index)),
            (None, Some(State::Paused)) => (3, latest()),
            (None, Some(State::Met | State::Missed)) => (4, latest()),
            (None, _) => (2, latest()),
        };
        let value = if self.order.descending {
            u64::from(u32::MAX) - value
        } else {
            value
        };
        group << 32 | value
    }

    /// When the first of its overdue clocks was due.
    fn overdue_since(&self, index: u32) -> u64 {
        let targets = 0..self.terms.policy().targets.len();
        let clocks = targets.filter_map(|target| self.clock(index, target));
        let overdue = clocks.filter(|clock| clock.verdict == Some(Verdict::Overdue));
        let since = overdue.map(|clock| second(clock.due)).min();
        since.unwrap_or(u32::MAX).into()
    }

    /// When a clock is due; for a paused one, if work went on now.
    fn due_now(&self, index: u32, target: usize, now: Instant) -> Option<Instant> {
        let clock = self.clock(index, target)?;
        if !clock.paused {
            return Some(clock.due);
        }
        let assessment = self.assess(index, now)?.ok()?;
        assessment.clocks.get(target).map(|clock| clock.due)
    }

    /// How much of a target is used up; none before its clock starts.
    fn measured(&self, index: u32, target: usize, ready: &PlainTerms<'_>) -> Option<Measured> {
        let clock = self.clock(index, target).filter(|clock| clock.started)?;
        let (elapsed, seconds) = match self.tickets.seconds(index) {
            Some(seconds) => {
                let first = ready.run(&seconds, 0, seconds.submitted)?;
                let run = if target == 0 {
                    first
                } else {
                    ready.run(&seconds, target, first.due)?
                };
                (ready.elapsed_of(&run)?, ready.seconds_of(&run))
            }
            None => {
                let Assessment { clocks, .. } = self.assess(index, ready.now())?.ok()?;
                let clock = clocks.get(target)?;
                (
                    clock.status(&self.terms, ready.now()).ok()?.elapsed,
                    clock.seconds,
                )
            }
        };
        let open = matches!(clock.verdict, Some(Verdict::Open | Verdict::Overdue));
        let share = BasisPoints::share(elapsed, seconds)?;
        Some(Measured {
            left: open.then_some(seconds - elapsed),
            share: share.0,
        })
    }
}

/// How much of a target is used up.
struct Measured {
    /// Counted seconds left of an open clock.
    left: Option<i64>,
    /// In basis points.
    share: u32,
}
