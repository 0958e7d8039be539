//! How well promises were kept.

use super::Board;
use super::arrange::slice;
use crate::engine::{
    Assessment, BasisPoints, Error, History, Instant, PlainClock, PlainHistory, PlainTerms, Rank,
    Seconds, Span, Terms, Verdict,
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

    fn count(&mut self, verdict: Option<Verdict>, overrun: Option<Overrun>) {
        let count = match verdict {
            Some(Verdict::Met) => &mut self.met,
            Some(Verdict::Missed) => &mut self.missed,
            Some(Verdict::Open) => &mut self.open,
            Some(Verdict::Overdue) => &mut self.overdue,
            None => &mut self.projected,
        };
        *count += 1;
        let worse = |overrun: &Overrun| {
            let worst = self.worst.map(|worst| (worst.counted, worst.wall));
            worst.is_none_or(|worst| worst < (overrun.counted, overrun.wall))
        };
        self.worst = overrun.filter(worse).or(self.worst);
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
    /// By target, then by rank: the counted seconds of each clock that stopped.
    elapsed: Vec<Vec<Vec<u32>>>,
    /// The clocks of the ticket that is looked at.
    clocks: Vec<PlainClock>,
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
            clocks: Vec::with_capacity(targets),
        }
    }

    /// Looks at up to `budget` tickets; gives whether there are more.
    pub fn work(&mut self, board: &Board, budget: usize) -> bool {
        let end = board.tickets().slots();
        let until = self.next.saturating_add(slice(budget)).min(end);
        let ready = PlainTerms::new(board.terms(), self.now);
        for index in self.next..until {
            self.add(board, index, &ready);
        }
        self.next = until.max(self.next);
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

    fn add(&mut self, board: &Board, index: u32, ready: &PlainTerms<'_>) {
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
        let counted = if let Some(seconds) = tickets.seconds(index) {
            self.add_plainly(key, &PlainHistory::from(&seconds), ready)
        } else if let Some(history) = tickets.history(index) {
            history.and_then(|history| self.add_fully(key, &history, board.terms()))
        } else {
            return;
        };
        if counted.is_err() {
            self.summary.faulty += 1;
        }
    }

    fn add_plainly(
        &mut self,
        key: u32,
        plain: &PlainHistory,
        ready: &PlainTerms<'_>,
    ) -> Result<(), Error> {
        self.clocks.clear();
        for target in 0..self.summary.totals.len() {
            let first = self.clocks.first().map(|clock| clock.due);
            self.clocks.push(ready.clock(plain, target, first)?);
        }
        for place in 0..self.clocks.len() {
            let Some(clock) = self.clocks.get(place).copied() else {
                break;
            };
            self.count(&Found {
                key,
                target: clock.target,
                rank: clock.rank,
                verdict: ready.glance(&clock).verdict,
                elapsed: ready.elapsed(&clock).unwrap_or(0),
                seconds: clock.seconds,
                wall_over: clock
                    .stop
                    .map_or(self.now, |stop| stop.min(self.now))
                    .since(clock.due),
            });
        }
        Ok(())
    }

    fn add_fully(&mut self, key: u32, history: &History, terms: &Terms) -> Result<(), Error> {
        let assessment = Assessment::of_first_cycles(terms, history, self.now)?;
        for clock in &assessment.clocks {
            let status = clock.status(terms, self.now)?;
            self.count(&Found {
                key,
                target: clock.target,
                rank: clock.rank,
                verdict: status.verdict,
                elapsed: status.elapsed,
                seconds: clock.seconds,
                wall_over: -status.wall_left,
            });
        }
        Ok(())
    }

    fn count(&mut self, found: &Found) {
        let late = matches!(found.verdict, Some(Verdict::Missed | Verdict::Overdue));
        let overrun = late.then_some(Overrun {
            key: found.key,
            counted: found.elapsed - found.seconds,
            wall: found.wall_over,
        });
        let rank = usize::from(found.rank.0);
        let lines = self.summary.lines.get_mut(found.target);
        let line = lines.and_then(|lines| lines.get_mut(rank));
        let total = self.summary.totals.get_mut(found.target);
        for line in [line, total].into_iter().flatten() {
            line.count(found.verdict, overrun);
        }
        let stopped = matches!(found.verdict, Some(Verdict::Met | Verdict::Missed));
        let ranks = self.elapsed.get_mut(found.target);
        if let Some(all) = ranks.and_then(|ranks| ranks.get_mut(rank))
            && stopped
        {
            all.push(u32::try_from(found.elapsed).unwrap_or(u32::MAX));
        }
    }
}

/// What was found of one clock.
struct Found {
    key: u32,
    target: usize,
    rank: Rank,
    verdict: Option<Verdict>,
    /// Counted seconds until it stopped, or so far.
    elapsed: Seconds,
    /// The length of the target.
    seconds: Seconds,
    /// By the wall clock, how long after due it stopped, or how long ago it was due.
    wall_over: Seconds,
}

fn median(elapsed: &mut [u32]) -> Option<Seconds> {
    let middle = elapsed.len().checked_sub(1)? / 2;
    let (_, median, _) = elapsed.select_nth_unstable(middle);
    Some(Seconds::from(*median))
}
