//! How well promises were kept.

use super::Board;
use crate::engine::{
    Assessment, BasisPoints, Clock, History, Instant, Rank, Round, Seconds, Span, Terms, Verdict,
};

/// By how much a target was overrun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Overrun {
    /// The ticket's key.
    pub key: u32,
    /// In counted seconds.
    pub counted: Seconds,
    /// By the wall clock, in seconds.
    pub wall: Seconds,
}

/// How well one target was kept for one priority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Stopped in time.
    pub met: usize,
    /// Stopped too late.
    pub missed: usize,
    /// Open, and not yet due.
    pub open: usize,
    /// Open, and past due.
    pub overdue: usize,
    /// Not judged: the clock has not started, and is projected.
    pub projected: usize,
    /// The worst overrun; of clocks that are open, so far.
    pub worst: Option<Overrun>,
    /// The median of the counted seconds of those that stopped; of two in the middle the lower.
    pub median: Option<Seconds>,
}

impl Line {
    /// The share of those decided (met, missed and overdue) that was met, rounded down; none when none is
    /// decided.
    #[must_use]
    pub fn share_met(&self) -> Option<BasisPoints> {
        let decided = self.met + self.missed + self.overdue;
        let seconds = |count: usize| Seconds::try_from(count).unwrap_or(Seconds::MAX);
        BasisPoints::share(seconds(self.met), seconds(decided))
    }

    /// How many tickets it is about.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.met + self.missed + self.open + self.overdue + self.projected
    }
}

/// How well the promises were kept, for each target and priority. A reopened ticket counts as its first
/// cycle ended (R9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// By target, then by rank.
    lines: Vec<Vec<Line>>,
    /// By target, all priorities together.
    totals: Vec<Line>,
    /// How many tickets it is about.
    pub tickets: usize,
    /// How many of those cannot be judged.
    pub faulty: usize,
}

impl Summary {
    /// How well the target at place `target` was kept for the priority of `rank`.
    #[must_use]
    pub fn line(&self, target: usize, rank: Rank) -> Option<&Line> {
        self.lines.get(target)?.get(usize::from(rank.0))
    }

    /// How well the target at place `target` was kept for all priorities together.
    #[must_use]
    pub fn total(&self, target: usize) -> Option<&Line> {
        self.totals.get(target)
    }
}

/// A summary in the making, in slices.
#[derive(Clone, Debug)]
pub struct Summing {
    span: Option<Span>,
    now: Instant,
    next: u32,
    summary: Summary,
    elapsed: Vec<Vec<Vec<u32>>>,
}

impl Summing {
    /// A summary of the tickets that were submitted within `span`, or of all, as things stand at `now`.
    #[must_use]
    pub fn new(board: &Board, span: Option<Span>, now: Instant) -> Self {
        let policy = board.terms().policy();
        let (targets, ranks) = (policy.targets.len(), policy.priorities.len());
        Self {
            span,
            now,
            next: 0,
            summary: Summary {
                lines: vec![vec![Line::default(); ranks]; targets],
                totals: vec![Line::default(); targets],
                tickets: 0,
                faulty: 0,
            },
            elapsed: vec![vec![Vec::new(); ranks]; targets],
        }
    }

    /// Looks at up to `budget` tickets; gives whether there are more.
    pub fn work(&mut self, board: &Board, budget: usize) -> bool {
        let end = board.tickets().slots();
        let until = self
            .next
            .saturating_add(u32::try_from(budget).unwrap_or(u32::MAX));
        while self.next < end.min(until) {
            self.add(board, self.next);
            self.next += 1;
        }
        self.next < end
    }

    /// The summary.
    #[must_use]
    pub fn finish(mut self) -> Summary {
        for (target, ranks) in self.elapsed.into_iter().enumerate() {
            let mut all = Vec::new();
            for (rank, mut elapsed) in ranks.into_iter().enumerate() {
                all.extend_from_slice(&elapsed);
                let lines = self.summary.lines.get_mut(target);
                if let Some(line) = lines.and_then(|lines| lines.get_mut(rank)) {
                    line.median = median(&mut elapsed);
                }
            }
            if let Some(line) = self.summary.totals.get_mut(target) {
                line.median = median(&mut all);
            }
        }
        self.summary
    }

    fn add(&mut self, board: &Board, index: u32) {
        let tickets = board.tickets();
        let Some(key) = tickets.key(index) else {
            return;
        };
        let submitted = tickets.submission(index).map(|(at, _)| at);
        let within = |at: Instant| self.span.is_none_or(|span| span.contains(at));
        if !submitted.is_none_or(within) {
            return;
        }
        self.summary.tickets += 1;
        let Some(Ok(history)) = tickets.history(index) else {
            self.summary.faulty += 1;
            return;
        };
        let terms = board.terms();
        let history = reported(history);
        let Ok(assessment) = Assessment::of(terms, &history, self.now) else {
            self.summary.faulty += 1;
            return;
        };
        for clock in &assessment.clocks {
            self.count(key, clock, terms);
        }
    }

    fn count(&mut self, key: u32, clock: &Clock, terms: &Terms) {
        let Ok(status) = clock.status(terms, self.now) else {
            return;
        };
        let rank = usize::from(clock.rank.0);
        let late = matches!(status.verdict, Some(Verdict::Missed | Verdict::Overdue));
        let overrun = late.then_some(Overrun {
            key,
            counted: -status.counted_left,
            wall: -status.wall_left,
        });
        let lines = self.summary.lines.get_mut(clock.target);
        let line = lines.and_then(|lines| lines.get_mut(rank));
        let total = self.summary.totals.get_mut(clock.target);
        for line in [line, total].into_iter().flatten() {
            let count = match status.verdict {
                Some(Verdict::Met) => &mut line.met,
                Some(Verdict::Missed) => &mut line.missed,
                Some(Verdict::Open) => &mut line.open,
                Some(Verdict::Overdue) => &mut line.overdue,
                None => &mut line.projected,
            };
            *count += 1;
            if let Some(overrun) = overrun
                && line
                    .worst
                    .is_none_or(|worst| worst.counted < overrun.counted)
            {
                line.worst = Some(overrun);
            }
        }
        let stopped = matches!(status.verdict, Some(Verdict::Met | Verdict::Missed));
        let ranks = self.elapsed.get_mut(clock.target);
        if let Some(all) = ranks.and_then(|ranks| ranks.get_mut(rank))
            && stopped
        {
            all.push(u32::try_from(status.elapsed).unwrap_or(u32::MAX));
        }
    }
}

/// What counts in reports: what happened until the first cycle ended.
fn reported(mut history: History) -> History {
    history.rounds.truncate(1);
    if let Some(Round { reopened, .. }) = history.rounds.first_mut() {
        *reopened = None;
    }
    history
}

fn median(elapsed: &mut [u32]) -> Option<Seconds> {
    let middle = elapsed.len().checked_sub(1)? / 2;
    let (_, median, _) = elapsed.select_nth_unstable(middle);
    Some(Seconds::from(*median))
}
