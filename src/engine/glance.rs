//! What a list of tickets shows of a clock.

use super::{Basis, BasisPoints, Clock, Error, Instant, Motion, Terms, Verdict};

/// Where a clock stands, as far as a list of many tickets needs it, and until when it stays so.
///
/// ```
/// use sla_planner::engine::{Assessment, Glance, History, Instant, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let glance = Glance::of(&terms, &assessment.clocks[0], submitted)?;
/// // 80 % of 15 minutes is the first threshold.
/// assert_eq!(glance.next, Some((submitted.plus(720)?, 0)));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Glance {
    /// When the target is used up. During an open pause: if work went on now.
    pub due: Instant,
    /// What its start rests on.
    pub basis: Basis,
    /// Whether the promise was kept; none for a projected clock.
    pub verdict: Option<Verdict>,
    /// The highest of the policy's thresholds that is reached, by its place; none below the first, and none for
    /// a clock that has stopped.
    pub level: Option<usize>,
    /// Whether it has started.
    pub started: bool,
    /// Whether it is paused: until the ticket is resumed, whenever that will be.
    pub paused: bool,
    /// When its level rises next, and to which threshold; the number of thresholds stands for due itself,
    /// where the policy has no threshold there.
    pub next: Option<(Instant, usize)>,
    /// The first instant at which something of this changes, if nothing else happens to the ticket.
    pub until: Option<Instant>,
}

impl Glance {
    /// What a list shows of `clock` at `now`.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] under terms of another policy.
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, Glance, History, Instant, Policy, Rank, Readings, Schedule, Terms, Verdict};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
    /// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
    /// let late = submitted.plus(901)?;
    /// let glance = Glance::of(&terms, &assessment.clocks[0], late)?;
    /// assert_eq!((glance.verdict, glance.next), (Some(Verdict::Overdue), None));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn of(terms: &Terms, clock: &Clock, now: Instant) -> Result<Self, Error> {
        let status = clock.status(terms, now)?;
        let projected = clock.basis == Basis::Projected;
        let stopped = clock.stop.is_some_and(|stop| stop <= now);
        let paused = !stopped && clock.paused_since.is_some_and(|since| since <= now);
        let ends = [clock.stop, clock.paused_since];
        let ends = ends.into_iter().flatten().filter(|end| *end > now).min();
        let next = if projected || stopped || paused {
            None
        } else {
            next(terms, clock, now, status.level).filter(|(at, _)| ends.is_none_or(|end| *at < end))
        };
        let open = !projected && !stopped && !paused;
        let turns = [
            Some(clock.start).filter(|_| !projected),
            clock.due.plus(1).ok().filter(|_| open),
        ];
        let turns = turns.into_iter().flatten().filter(|at| *at > now).min();
        let rises = next.map(|(at, _)| at);
        Ok(Self {
            due: clock.due,
            basis: clock.basis,
            verdict: status.verdict,
            level: status.level.filter(|_| !stopped),
            started: status.motion != Motion::NotStarted,
            paused,
            next,
            until: [ends, turns, rises].into_iter().flatten().min(),
        })
    }
}

/// When the level of an open clock rises next.
fn next(
    terms: &Terms,
    clock: &Clock,
    now: Instant,
    level: Option<usize>,
) -> Option<(Instant, usize)> {
    let thresholds = &terms.policy().thresholds;
    let second_after = |at: Instant| at.plus(1).ok();
    let rises = thresholds.iter().zip(&clock.marks);
    let rises = rises.map(|(threshold, mark)| {
        let whole = threshold.share == BasisPoints::WHOLE;
        let at = if whole {
            second_after(*mark)
        } else {
            Some(*mark)
        };
        // A clock that was restarted may be beyond a mark when the event comes that starts it.
        at.map(|at| at.max(clock.start))
    });
    let has_whole = thresholds
        .iter()
        .any(|threshold| threshold.share == BasisPoints::WHOLE);
    let due = (!has_whole).then(|| second_after(clock.due));
    let all = rises.chain(due).enumerate();
    let coming = all.filter_map(|(place, at)| Some((at?, place)));
    let coming = coming.filter(|(at, place)| *at > now && Some(*place) > level);
    // Of several at one instant the highest.
    coming.min_by_key(|(at, place)| (*at, std::cmp::Reverse(*place)))
}
