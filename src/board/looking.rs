//! Looking at tickets as time passes.

use std::sync::Arc;

use super::record::{NEVER, second};
use super::standing::Mark;
use super::{Board, Crossed, Crossing, Crossings};
use crate::engine::{BasisPoints, Instant, PlainTerms};

/// How many tickets one tick looks at; what is more is left to [`Board::work`].
const AT_ONCE: usize = 500;

/// A threshold that was reached, behind its share.
type Reached = (BasisPoints, usize);

impl Board {
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

    pub(super) fn look_anew(&mut self) {
        for index in self.tickets.indexes() {
            self.standings.doubt(index);
            self.doubtful.set(index, true);
        }
        self.soon.clear();
        self.stale = true;
    }

    pub(super) fn look(&mut self, index: u32, ready: &PlainTerms<'_>) {
        let now = ready.now();
        let Some(before) = self.standings.mark(index).copied() else {
            return;
        };
        // What is looked at because time passed may have crossed something.
        let by_itself = before.until <= second(now);
        let targets = 0..self.terms.policy().targets.len();
        let reached: Vec<Option<Reached>> = if by_itself {
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
    pub(super) fn cross(
        &mut self,
        index: u32,
        target: usize,
        before: Option<Reached>,
        told: Option<Crossing>,
        now: Instant,
    ) {
        let after = self.standings.reached(index, target);
        let Some((_, threshold)) = after.filter(|_| after > before) else {
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
    pub(super) fn crossed_at(
        &self,
        index: u32,
        target: usize,
        threshold: usize,
        now: Instant,
    ) -> Instant {
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

    /// Counts the ticket at `index` as it stands, or no longer.
    pub(super) fn count(&mut self, index: u32, is: bool) {
        if let Some(mark) = self.standings.mark(index).copied() {
            self.recount(index, mark, is);
        }
    }

    pub(super) fn recount(&mut self, index: u32, mark: Mark, is: bool) {
        let Some(state) = mark.state else { return };
        self.all.count(state, mark.rank, is);
        if !self.words.is_empty() && self.found.has(index) {
            self.hits.count(state, mark.rank, is);
        }
    }
}
