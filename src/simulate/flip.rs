//! What one assumption alone would do to a ticket.

use super::Cell;
use crate::engine::{Assessment, Error, History, Instant, Seconds, Terms, Verdict};

/// What one target of a ticket comes to when one assumption alone is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Flipped {
    /// The clock then.
    pub cell: Cell,
    /// By how many seconds of the wall clock it is due later than under the base; negative when earlier.
    pub shift: Seconds,
}

/// What each of `alternatives` alone does to the targets of a ticket, held against `base`: for each alternative,
/// its targets in order, or why it cannot be judged so.
///
/// # Errors
/// As [`Assessment::of`], when the ticket cannot be judged under `base`.
///
/// ```
/// use sla_planner::engine::{ClockReading, History, Instant, Policy, Rank, Readings, Schedule, Terms};
/// use sla_planner::simulate::flips;
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let base = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let working = base.read_as(Readings { clock: ClockReading::WorkingTime, ..Readings::default() })?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let found = flips(&base, [&working], &History::submitted(submitted, Rank(2)), submitted)?;
/// let targets = found[0].as_ref().unwrap();
/// // The response stays, the resolution moves to Tuesday 11:00.
/// assert_eq!((targets[0].shift, targets[1].shift), (0, 15 * 3_600));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
pub fn flips<'a>(
    base: &Terms,
    alternatives: impl IntoIterator<Item = &'a Terms>,
    history: &History,
    now: Instant,
) -> Result<Vec<Result<Vec<Flipped>, Error>>, Error> {
    let base = Assessment::of(base, history, now)?;
    let flipped = |terms| flip(&base, terms, history, now);
    Ok(alternatives.into_iter().map(flipped).collect())
}

fn flip(
    base: &Assessment,
    terms: &Terms,
    history: &History,
    now: Instant,
) -> Result<Vec<Flipped>, Error> {
    let assessment = Assessment::of(terms, history, now)?;
    let mut found = Vec::with_capacity(assessment.clocks.len());
    for (clock, before) in assessment.clocks.iter().zip(&base.clocks) {
        let status = clock.status(terms, now)?;
        let breached = matches!(status.verdict, Some(Verdict::Missed | Verdict::Overdue));
        found.push(Flipped {
            cell: Cell {
                due: clock.due,
                basis: clock.basis,
                verdict: status.verdict,
                over: if breached { -status.counted_left } else { 0 },
            },
            shift: clock.due.since(before.due),
        });
    }
    Ok(found)
}
