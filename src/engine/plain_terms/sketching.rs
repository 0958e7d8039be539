//! What a list shows of a clock, worked out from its run.

use super::{PlainLine, PlainTerms, Run};
use crate::engine::plain::NEVER;
use crate::engine::sketch::Sketch;
use crate::engine::{AtClosing, Basis, Verdict};

impl PlainTerms<'_> {
    /// What a list shows of a clock now.
    #[inline(always)]
    pub(crate) fn sketch(&self, run: &Run) -> Sketch {
        let now = self.now;
        let mut sketch = Sketch {
            due: run.due,
            next: NEVER,
            until: NEVER,
            threshold: 0,
            level: 0,
            basis: run.basis,
            verdict: None,
            started: run.start <= now,
            paused: false,
        };
        if run.stop <= now {
            let met = run.stop <= run.due;
            sketch.verdict = Some(if met { Verdict::Met } else { Verdict::Missed });
            if !sketch.started {
                sketch.until = run.start;
            }
            return sketch;
        }
        sketch.paused = run.since <= now;
        // What ends it as it runs now: that it stops, or is paused.
        let mut end = run.stop;
        if !sketch.paused {
            end = end.min(run.since);
        }
        if run.basis == Basis::Projected {
            sketch.started = false;
            sketch.until = end;
            return sketch;
        }
        let shown = now.min(run.since);
        let open = shown <= run.due;
        sketch.verdict = Some(if open {
            Verdict::Open
        } else {
            Verdict::Overdue
        });
        self.level(run, shown, &mut sketch);
        if sketch.next >= end {
            sketch.next = NEVER;
        }
        if !sketch.started {
            end = end.min(run.start);
        }
        sketch.until = end.min(sketch.next);
        sketch
    }

    /// The level of an open clock, and when it rises next and to which.
    #[inline(always)]
    fn level(&self, run: &Run, shown: u32, sketch: &mut Sketch) {
        let Some(line) = self.lines.get(run.line) else {
            return;
        };
        let needs = self.needs_of(run);
        let mut reached = 0;
        if sketch.started {
            let used = self.used(line, run, shown);
            while let Some(&need) = needs.get(reached) {
                let is_reached = if reached == self.whole {
                    run.due < shown
                } else if self.at_closing == AtClosing::Closing {
                    need <= used
                } else {
                    self.mark(line, run, need) <= shown
                };
                if !is_reached {
                    break;
                }
                reached += 1;
            }
        }
        let byte = |place: usize| u8::try_from(place).unwrap_or(u8::MAX);
        sketch.level = byte(reached);
        if sketch.paused {
            return;
        }
        let mut threshold = reached;
        if let Some(&need) = needs.get(reached) {
            sketch.next = self.rise(line, run, reached, need);
            // Only thresholds that need the same, and one just above the whole, can be at one instant; the
            // highest of them counts.
            let (mut place, mut before) = (reached + 1, need);
            while let Some(&need) = needs.get(place) {
                let may_be_same = place - 1 == self.whole || need == before;
                if !may_be_same || self.rise(line, run, place, need) != sketch.next {
                    break;
                }
                threshold = place;
                before = need;
                place += 1;
            }
        }
        if self.whole == self.thresholds && self.now <= run.due && run.due < sketch.next {
            sketch.next = run.due + 1;
            threshold = self.thresholds;
        }
        sketch.threshold = byte(threshold);
    }

    /// When the level rises to the threshold at `place`; that of the whole holds from the second after due.
    #[inline(always)]
    fn rise(&self, line: &PlainLine<'_>, run: &Run, place: usize, need: u32) -> u32 {
        if place == self.whole {
            run.due + 1
        } else {
            self.mark(line, run, need)
        }
    }
}
