//! Where each ticket stands, in columns.

use super::clock_state::{ClockState, Packed, state_at};
use super::record::{NEVER, instant};
use super::strip::Strip;
use super::{Crossing, State, Tickets};
use crate::engine::{
    Assessment, BasisPoints, Error, Glance, History, Instant, PlainSeconds, PlainTerms, Rank,
    Sketch, Terms, Verdict,
};

/// Where a ticket stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// When it crosses a threshold next.
    next: u32,
    /// When something of it changes by itself; never for one that is to be looked at.
    pub(super) until: u32,
    /// None until it is looked at for the first time.
    pub(super) state: Option<State>,
    /// Whose clock crosses next, and which threshold.
    target: u8,
    threshold: u8,
    /// The priority it has now.
    pub(super) rank: Rank,
}

impl Mark {
    const UNSEEN: Self = Self {
        next: NEVER,
        until: NEVER,
        state: None,
        target: 0,
        threshold: 0,
        rank: Rank(0),
    };

    /// What it crosses next.
    pub(super) fn next(&self) -> Option<Crossing> {
        Some(Crossing {
            at: instant(self.next)?,
            target: self.target.into(),
            threshold: self.threshold.into(),
        })
    }
}

/// Where each ticket stands under terms.
#[derive(Clone, Debug)]
pub(super) struct Standings {
    marks: Strip<Mark>,
    /// A clock for each target.
    clocks: Strip<Packed>,
    targets: usize,
    /// The shares of the policy's thresholds, and the state of an open clock at each.
    shares: Vec<BasisPoints>,
    levels: Vec<State>,
}

impl Standings {
    /// Of no ticket yet.
    pub(super) fn under(terms: &Terms) -> Self {
        let policy = terms.policy();
        let shares: Vec<BasisPoints> = policy
            .thresholds
            .iter()
            .map(|threshold| threshold.share)
            .collect();
        let below = shares.partition_point(|share| *share < BasisPoints::WHOLE);
        Self {
            marks: Strip::default(),
            clocks: Strip::of_rows(policy.targets.len()),
            targets: policy.targets.len(),
            levels: (0..shares.len())
                .map(|level| state_at(level, below))
                .collect(),
            shares,
        }
    }

    /// Whether tickets have as many clocks under `terms`, each with the same thresholds.
    pub(super) fn fits(&self, terms: &Terms) -> bool {
        let other = Self::under(terms);
        self.targets == other.targets && self.shares == other.shares
    }

    /// Makes room for the ticket at `index`.
    pub(super) fn hold(&mut self, index: u32) {
        let length = index as usize + 1;
        self.marks.extend_to(length, Mark::UNSEEN);
        self.clocks.extend_to(length, Packed::NONE);
    }

    /// Where the ticket at `index` stands.
    #[inline(always)]
    pub(super) fn mark(&self, index: u32) -> Option<&Mark> {
        self.marks.get(index as usize)
    }

    /// Where each ticket stands, in the order of their indexes.
    pub(super) fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter()
    }

    /// How many bytes it holds.
    pub(super) fn size(&self) -> usize {
        self.marks.len() * (size_of::<Mark>() + self.targets * size_of::<Packed>())
    }

    /// Forgets where the ticket at `index` stands.
    pub(super) fn forget(&mut self, index: u32) {
        self.marks.set(index as usize, Mark::UNSEEN);
    }

    /// That the ticket at `index` is to be looked at, whenever that will be.
    pub(super) fn doubt(&mut self, index: u32) {
        if let Some(mark) = self.marks.get_mut(index as usize) {
            mark.until = NEVER;
        }
    }

    /// Where the clock of `target` of the ticket at `index` stands.
    pub(super) fn clock(&self, index: u32, target: usize) -> Option<ClockState> {
        self.clocks.row(index as usize)?.get(target)?.unpack()
    }

    /// The threshold that the clock of `target` of the ticket at `index` reached while it was open, and its
    /// share; due itself, where the policy has no threshold there.
    pub(super) fn reached(&self, index: u32, target: usize) -> Option<(BasisPoints, usize)> {
        let clock = self.clock(index, target)?;
        let level = clock
            .level
            .and_then(|level| Some((*self.shares.get(level)?, level)));
        let overdue = clock.verdict == Some(Verdict::Overdue);
        let due = (overdue && !self.shares.contains(&BasisPoints::WHOLE))
            .then_some((BasisPoints::WHOLE, self.shares.len()));
        level.max(due)
    }

    /// Looks at the ticket at `index`, under `terms` and under the same made ready; gives where it stands.
    #[inline(always)]
    pub(super) fn look(
        &mut self,
        index: u32,
        tickets: &Tickets,
        terms: &Terms,
        ready: &PlainTerms<'_>,
    ) -> Option<Mark> {
        let found = match tickets.seconds(index) {
            Some(seconds) => self.look_plainly(index, &seconds, ready),
            None => {
                let history = tickets.history(index)?;
                let looked = history
                    .and_then(|history| self.look_fully(index, &history, terms, ready.now()));
                looked.ok()
            }
        };
        let mark = match found {
            Some(looked) => looked.mark(),
            None => self.fault(index, tickets),
        };
        self.marks.set(index as usize, mark);
        Some(mark)
    }

    #[inline(always)]
    fn look_plainly(
        &mut self,
        index: u32,
        seconds: &PlainSeconds,
        ready: &PlainTerms<'_>,
    ) -> Option<Looked> {
        let mut looked = Looked::of(Rank(seconds.priority));
        let mut response_due = seconds.submitted;
        for (target, clock) in self.clocks.row_mut(index as usize)?.iter_mut().enumerate() {
            let run = ready.run(seconds, target, response_due)?;
            if target == 0 {
                response_due = run.due;
            }
            let sketch = ready.sketch(&run);
            *clock = Packed::of(&sketch);
            looked.take(target, &sketch, &self.levels);
        }
        Some(looked)
    }

    fn look_fully(
        &mut self,
        index: u32,
        history: &History,
        terms: &Terms,
        now: Instant,
    ) -> Result<Looked, Error> {
        let assessment = Assessment::of(terms, history, now)?;
        let mut looked = Looked::of(assessment.rank);
        let row = self.clocks.row_mut(index as usize).unwrap_or_default();
        for (clock, packed) in assessment.clocks.iter().zip(row) {
            let sketch = Sketch::from(&Glance::of(terms, clock, now)?);
            *packed = Packed::of(&sketch);
            looked.take(clock.target, &sketch, &self.levels);
        }
        Ok(looked)
    }

    /// Where a ticket stands that cannot be judged.
    fn fault(&mut self, index: u32, tickets: &Tickets) -> Mark {
        let row = self.clocks.row_mut(index as usize);
        row.unwrap_or_default().fill(Packed::NONE);
        let rank = tickets.submission(index).map(|(_, rank)| rank);
        Mark {
            state: Some(State::Faulty),
            rank: rank.unwrap_or(Rank(0)),
            ..Mark::UNSEEN
        }
    }
}

/// What was found of a ticket so far.
struct Looked {
    rank: Rank,
    worst: State,
    until: u32,
    next: u32,
    target: u8,
    threshold: u8,
}

impl Looked {
    const fn of(rank: Rank) -> Self {
        Self {
            rank,
            worst: State::Met,
            until: NEVER,
            next: NEVER,
            target: 0,
            threshold: 0,
        }
    }

    /// Takes where a clock stands, with the state of an open one at each threshold.
    #[inline(always)]
    fn take(&mut self, target: usize, sketch: &Sketch, levels: &[State]) {
        let state = match sketch.verdict {
            Some(Verdict::Met) => State::Met,
            Some(Verdict::Missed) => State::Missed,
            Some(Verdict::Overdue) => State::Breached,
            _ if sketch.paused => State::Paused,
            _ if !sketch.started => State::NotStarted,
            _ => {
                let level = usize::from(sketch.level).checked_sub(1);
                let state = level.and_then(|level| levels.get(level));
                state.copied().unwrap_or(State::Ok)
            }
        };
        self.worst = self.worst.min(state);
        self.until = self.until.min(sketch.until);
        // Of several crossings at one instant the highest counts, then the first.
        let (at, threshold) = (sketch.next, sketch.threshold);
        if at < self.next || (at == self.next && at != NEVER && threshold > self.threshold) {
            self.next = at;
            self.target = u8::try_from(target).unwrap_or(u8::MAX);
            self.threshold = threshold;
        }
    }

    const fn mark(&self) -> Mark {
        Mark {
            next: self.next,
            until: self.until,
            state: Some(self.worst),
            target: self.target,
            threshold: self.threshold,
            rank: self.rank,
        }
    }
}
