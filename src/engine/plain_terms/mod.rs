//! Plain tickets assessed without lists, many at one instant.
//!
//! Inside, instants are seconds since 1970 and [`NEVER`]: this is what a board of a hundred thousand tickets
//! does most. It is inlined whole, although the page inlines little: it does a third less that way.

mod brief;
mod sketching;

use super::plain::{NEVER, PlainSeconds};
use super::terms::Line;
use super::{
    Assessment, AtClosing, Basis, BasisPoints, Counting, Error, Glance, History, Instant,
    Milestone, PlainHistory, Rank, ResolutionStart, Seconds, Span, Terms, Timetable,
};

/// Terms made ready to look at many plain tickets at one instant.
///
/// ```
/// use sla_planner::engine::{Instant, PlainHistory, PlainTerms, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
/// let plain = PlainHistory::submitted(submitted, Rank(2));
/// let ready = PlainTerms::new(&terms, submitted);
/// let response = ready.clock(&plain, 0, None)?;
/// let resolution = ready.clock(&plain, 1, Some(response.due))?;
/// assert_eq!(response.due, "2026-02-14T19:50:00+08:00".parse()?);
/// assert_eq!(resolution.due, "2026-02-15T03:50:00+08:00".parse()?);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct PlainTerms<'a> {
    terms: &'a Terms,
    now: u32,
    at_closing: AtClosing,
    targets: Vec<PlainTarget>,
    /// By target, then by rank.
    lines: Vec<PlainLine<'a>>,
    ranks: usize,
    /// For each line, the counted seconds at each threshold.
    needs: Vec<u32>,
    thresholds: usize,
    /// Which threshold is the whole; the number of them where none is.
    whole: usize,
}

/// A target made ready.
#[derive(Clone, Copy, Debug)]
struct PlainTarget {
    start: Milestone,
    /// Whether a first reply stops it, and whether a solution does.
    by_reply: bool,
    by_resolution: bool,
    pausable: bool,
}

/// What a target promises to a priority, made ready.
#[derive(Clone, Copy, Debug)]
struct PlainLine<'a> {
    line: &'a Line,
    timetable: &'a Timetable,
    /// Whether every second counts.
    always: bool,
    /// The length of the target; more than all time where it does not fit.
    seconds: u32,
    /// The open seconds before now.
    total_now: u32,
    /// Whether a threshold lies above the whole.
    beyond: bool,
}

/// One target's clock on a plain ticket. It agrees with the [`Clock`](super::Clock) that
/// [`Assessment`](super::Assessment) makes of the same history.
///
/// ```
/// use sla_planner::engine::{Basis, Instant, PlainHistory, PlainTerms, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
/// let plain = PlainHistory::submitted(submitted, Rank(2));
/// let clock = PlainTerms::new(&terms, submitted).clock(&plain, 1, Some(submitted))?;
/// assert_eq!((clock.start, clock.basis, clock.stop), (submitted, Basis::Projected, None));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainClock {
    /// The target, by its place in the policy.
    pub target: usize,
    /// The priority whose line it runs on.
    pub rank: Rank,
    /// When it starts.
    pub start: Instant,
    /// What its start rests on.
    pub basis: Basis,
    /// The length of the target.
    pub seconds: Seconds,
    /// When the target is used up. During an open pause: if work went on now.
    pub due: Instant,
    /// When it stopped.
    pub stop: Option<Instant>,
    run: Run,
}

/// How a clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Which line it runs on.
    line: usize,
    pub(crate) basis: Basis,
    start: u32,
    /// The open seconds before the start.
    before: u32,
    pub(crate) due: u32,
    stop: u32,
    /// When it does not count: from `paused` until before `resumed`; both 0 where it always does.
    paused: u32,
    resumed: u32,
    /// Since when it is paused until the ticket is resumed.
    since: u32,
}

impl<'a> PlainTerms<'a> {
    /// `terms` made ready for `now`.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, PlainTerms, Policy, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let now: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// assert_eq!(PlainTerms::new(&terms, now).now(), now);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn new(terms: &'a Terms, now: Instant) -> Self {
        let (policy, readings) = (terms.policy(), terms.readings());
        let fitting = |seconds: Seconds| u32::try_from(seconds).unwrap_or(NEVER);
        let shares = || policy.thresholds.iter().map(|threshold| threshold.share);
        let mut ready = Self {
            terms,
            now: now.second(),
            at_closing: readings.at_closing,
            targets: Vec::with_capacity(policy.targets.len()),
            lines: Vec::new(),
            ranks: policy.priorities.len(),
            needs: Vec::new(),
            thresholds: policy.thresholds.len(),
            whole: shares()
                .position(|share| share == BasisPoints::WHOLE)
                .unwrap_or(policy.thresholds.len()),
        };
        for (place, target) in policy.targets.iter().enumerate() {
            ready.targets.push(PlainTarget {
                start: match (target.start, readings.resolution_start) {
                    (Milestone::Confirmation, ResolutionStart::FirstReply) => Milestone::FirstReply,
                    (Milestone::Confirmation, ResolutionStart::Submission) => Milestone::Submission,
                    (start, _) => start,
                },
                by_reply: target.is_response(),
                by_resolution: target.stops.contains(&Milestone::Resolution),
                pausable: if target.is_response() {
                    readings.pauses.response
                } else {
                    readings.pauses.resolution
                },
            });
            for line in policy
                .ranks()
                .filter_map(|rank| terms.line(place, rank).ok())
            {
                ready
                    .needs
                    .extend(line.needs.iter().map(|need| fitting(*need)));
                ready.lines.push(PlainLine {
                    line,
                    timetable: &line.timetable,
                    always: line.timetable.is_always(),
                    seconds: fitting(line.seconds),
                    total_now: line.timetable.total_at(now),
                    beyond: line.needs.last().is_some_and(|need| *need > line.seconds),
                });
            }
        }
        ready
    }

    /// The instant at which tickets are looked at.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, PlainTerms, Policy, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// assert_eq!(PlainTerms::new(&terms, Instant::MIN).now(), Instant::MIN);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn now(&self) -> Instant {
        Instant::of_second(self.now)
    }

    /// The clock of the target at place `target` for a ticket to which `history` happened. `response_due` is
    /// when the clock of the first target is due, none for that one itself.
    ///
    /// # Errors
    /// As [`Assessment::of`](super::Assessment::of).
    ///
    /// ```
    /// use sla_planner::engine::{Error, Instant, PlainHistory, PlainTerms, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let plain = PlainHistory::submitted(submitted, Rank(9));
    /// let clock = PlainTerms::new(&terms, submitted).clock(&plain, 0, None);
    /// assert_eq!(clock, Err(Error::UnknownPriority { rank: 9 }));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn clock(
        &self,
        history: &PlainHistory,
        target: usize,
        response_due: Option<Instant>,
    ) -> Result<PlainClock, Error> {
        let seconds = history.into();
        let response_due = response_due.unwrap_or(history.submitted);
        let Some(run) = self.run(&seconds, target, response_due.second()) else {
            // The general way knows why.
            Assessment::of(self.terms, &History::from(*history), self.now())?;
            return Err(Error::UnknownPriority {
                rank: history.priority.0,
            });
        };
        Ok(PlainClock {
            target,
            rank: history.priority,
            start: Instant::of_second(run.start),
            basis: run.basis,
            seconds: self.seconds_of(&run),
            due: Instant::of_second(run.due),
            stop: Instant::from_second(run.stop),
            run,
        })
    }

    /// What a list shows of a clock now; agrees with [`Glance::of`].
    ///
    /// ```
    /// use sla_planner::engine::{Instant, PlainHistory, PlainTerms, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let ready = PlainTerms::new(&terms, submitted);
    /// let clock = ready.clock(&PlainHistory::submitted(submitted, Rank(2)), 0, None)?;
    /// assert_eq!(ready.glance(&clock).next, Some(("2026-02-14T19:26:00+08:00".parse()?, 0)));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn glance(&self, clock: &PlainClock) -> Glance {
        Glance::from(&self.sketch(&clock.run))
    }

    /// Counted seconds of a clock until now, until it stopped or was paused; none before it starts.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, PlainHistory, PlainTerms, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let ready = PlainTerms::new(&terms, submitted.plus(60)?);
    /// let clock = ready.clock(&PlainHistory::submitted(submitted, Rank(2)), 0, None)?;
    /// assert_eq!(ready.elapsed(&clock), Some(60));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn elapsed(&self, clock: &PlainClock) -> Option<Seconds> {
        self.elapsed_of(&clock.run)
    }

    /// How the clock of `target` runs for a ticket to which `history` happened; none where the policy does not
    /// have its priority, or the target reaches past 2100.
    #[inline(always)]
    pub(crate) fn run(
        &self,
        history: &PlainSeconds,
        target: usize,
        response_due: u32,
    ) -> Option<Run> {
        let promise = self.targets.get(target)?;
        let rank = usize::from(history.priority);
        if rank >= self.ranks {
            return None;
        }
        let mut stop = NEVER;
        if promise.by_reply {
            stop = history.replied;
        }
        if promise.by_resolution {
            stop = stop.min(history.resolved);
        }
        let mut start = match promise.start {
            Milestone::Confirmation => history.confirmed,
            Milestone::FirstReply => history.replied,
            _ => history.submitted,
        };
        let mut basis = Basis::Recorded;
        if start == NEVER {
            basis = Basis::Projected;
            start = response_due;
            if stop != NEVER {
                basis = Basis::Assumed;
                start = start.min(history.replied).min(stop);
            }
        }
        let place = target * self.ranks + rank;
        let line = self.lines.get(place)?;
        let mut run = Run {
            line: place,
            basis,
            start,
            before: total_at(line, start),
            due: NEVER,
            stop,
            paused: 0,
            resumed: 0,
            since: NEVER,
        };
        if promise.pausable && history.paused != NEVER {
            self.pause(&mut run, history);
        }
        run.due = self.mark(line, &run, line.seconds);
        if run.due == NEVER || line.beyond && self.last_mark(line, &run) == NEVER {
            return None;
        }
        Some(run)
    }

    #[inline(always)]
    fn pause(&self, run: &mut Run, history: &PlainSeconds) {
        let ended = history.resumed.min(history.resolved);
        if ended == NEVER && run.stop == NEVER {
            run.since = history.paused;
        }
        let until = if ended == NEVER { self.now } else { ended };
        let until = until.min(run.stop);
        if history.paused < until {
            run.paused = history.paused;
            run.resumed = until;
        }
    }

    /// The threshold above all; a level above the whole must lie within reach too.
    fn last_mark(&self, line: &PlainLine<'_>, run: &Run) -> u32 {
        let needs = self.needs_of(run);
        needs
            .last()
            .map_or(run.due, |need| self.mark(line, run, *need))
    }

    #[inline(always)]
    fn needs_of(&self, run: &Run) -> &[u32] {
        let first = run.line * self.thresholds;
        let needs = self.needs.get(first..first + self.thresholds);
        needs.unwrap_or_default()
    }

    /// When so many seconds are counted.
    #[inline(always)]
    fn mark(&self, line: &PlainLine<'_>, run: &Run, need: u32) -> u32 {
        if self.at_closing == AtClosing::NextOpening {
            return self.mark_at_opening(line, run, need);
        }
        let at = second_of(line, run.before, need);
        if run.resumed <= run.start || at <= run.paused {
            return at;
        }
        // The pause comes between.
        let mut left = need;
        if run.paused > run.start {
            left -= total_at(line, run.paused) - run.before;
        }
        second_of(line, total_at(line, run.resumed), left)
    }

    #[cold]
    fn mark_at_opening(&self, line: &PlainLine<'_>, run: &Run, need: u32) -> u32 {
        let at = |second: u32| Instant::from_second(second).unwrap_or(Instant::MAX);
        let pause = [Span::new(at(run.paused), at(run.resumed))];
        let counting = Counting {
            timetable: line.timetable,
            pauses: if run.resumed == 0 { &[] } else { &pause },
            at_closing: self.at_closing,
        };
        let due = counting.due(at(run.start), need.into());
        due.map_or(NEVER, Instant::second)
    }

    /// The seconds counted up to `shown`, which is not before the start.
    #[inline(always)]
    fn used(&self, line: &PlainLine<'_>, run: &Run, shown: u32) -> u32 {
        let total = if shown == self.now {
            line.total_now
        } else {
            total_at(line, shown)
        };
        let mut used = total.saturating_sub(run.before);
        let (from, until) = (run.paused.max(run.start), run.resumed.min(shown));
        if from < until {
            used -= total_at(line, until) - total_at(line, from);
        }
        used
    }

    /// As [`Self::elapsed`].
    pub(crate) fn elapsed_of(&self, run: &Run) -> Option<Seconds> {
        if run.basis == Basis::Projected || run.start > self.now {
            return None;
        }
        let line = self.lines.get(run.line)?;
        let shown = self.now.min(run.stop).min(run.since);
        // It may have stopped before it started.
        Some(self.used(line, run, shown.max(run.start)).into())
    }

    /// The length of the target of a clock.
    pub(crate) fn seconds_of(&self, run: &Run) -> Seconds {
        self.lines.get(run.line).map_or(0, |line| line.line.seconds)
    }
}

/// The open seconds before `second`.
#[inline(always)]
fn total_at(line: &PlainLine<'_>, second: u32) -> u32 {
    if line.always {
        return second;
    }
    line.timetable.total_at(Instant::of_second(second))
}

/// When `need` more seconds are open than the `before` that are at first.
#[inline(always)]
fn second_of(line: &PlainLine<'_>, before: u32, need: u32) -> u32 {
    let Some(total) = before.checked_add(need) else {
        return NEVER;
    };
    if line.always {
        return if total <= Instant::MAX.second() {
            total
        } else {
            NEVER
        };
    }
    line.timetable
        .instant_of(total)
        .map_or(NEVER, Instant::second)
}
