//! What a comparison shows of a clock, and no more.

use super::PlainTerms;
use crate::engine::plain::{NEVER, PlainSeconds};
use crate::engine::{Basis, Verdict};

/// What a comparison shows of a clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Brief {
    pub(crate) due: u32,
    pub(crate) basis: Basis,
    /// None before the clock starts for sure.
    pub(crate) verdict: Option<Verdict>,
    /// The counted seconds past due, until now or until it stopped.
    pub(crate) over: u32,
    /// When the verdict changes by itself.
    pub(crate) until: u32,
}

impl PlainTerms<'_> {
    /// What a comparison shows of the clock of `target`; none as [`Self::run`].
    pub(crate) fn brief(
        &self,
        history: &PlainSeconds,
        target: usize,
        response_due: u32,
    ) -> Option<Brief> {
        let run = self.run(history, target, response_due)?;
        let mut brief = Brief {
            due: run.due,
            basis: run.basis,
            verdict: None,
            over: 0,
            until: run.stop,
        };
        let stopped = run.stop <= self.now;
        if stopped {
            brief.until = NEVER;
        } else if run.basis == Basis::Projected {
            return Some(brief);
        }
        let shown = self.now.min(run.stop).min(run.since);
        let kept = if stopped {
            run.stop <= run.due
        } else {
            shown <= run.due
        };
        brief.verdict = Some(match (stopped, kept) {
            (true, true) => Verdict::Met,
            (true, false) => Verdict::Missed,
            (false, true) => Verdict::Open,
            (false, false) => Verdict::Overdue,
        });
        if !kept && let Some(line) = self.lines.get(run.line) {
            let used = self.used(line, &run, shown.max(run.start));
            brief.over = used.saturating_sub(line.seconds);
        }
        if kept && !stopped && run.since > self.now {
            brief.until = run.stop.min(run.since).min(run.due.saturating_add(1));
        }
        Some(brief)
    }
}
