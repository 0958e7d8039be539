//! Plain tickets assessed without lists, many at one instant.

use super::terms::Line;
use super::{
    AtClosing, Basis, BasisPoints, Counting, Error, Glance, Instant, Milestone, PlainHistory, Rank,
    ResolutionStart, Seconds, Terms, Threshold, Timetable, Verdict,
};

/// Terms made ready to look at many plain tickets at one instant.
///
/// ```
/// use sla_planner::engine::{Instant, PlainHistory, PlainTerms, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
/// let plain = PlainHistory { submitted, priority: Rank(2), first_reply: None, confirmed: None, resolved: None };
/// let ready = PlainTerms::new(&terms, submitted);
/// let response = ready.clock(&plain, 0, None)?;
/// let resolution = ready.clock(&plain, 1, Some(response.due))?;
/// assert_eq!(response.due, "2026-02-14T19:50:00+08:00".parse()?);
/// assert_eq!(resolution.due, "2026-02-15T03:50:00+08:00".parse()?);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct PlainTerms<'a> {
    thresholds: &'a [Threshold],
    has_whole: bool,
    at_closing: AtClosing,
    now: Instant,
    /// By target, then by rank.
    targets: Vec<PlainTarget<'a>>,
}

/// A target made ready.
#[derive(Clone, Debug)]
struct PlainTarget<'a> {
    start: Milestone,
    /// Whether a first reply stops it, and whether a solution does.
    stops: [bool; 2],
    lines: Vec<PlainLine<'a>>,
}

/// What a target promises to a priority, made ready.
#[derive(Clone, Copy, Debug)]
struct PlainLine<'a> {
    line: &'a Line,
    timetable: &'a Timetable,
    needs: &'a [Seconds],
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
/// let plain = PlainHistory { submitted, priority: Rank(2), first_reply: None, confirmed: None, resolved: None };
/// let clock = PlainTerms::new(&terms, submitted).clock(&plain, 1, Some(submitted))?;
/// assert_eq!((clock.start, clock.basis, clock.stop), (submitted, Basis::Projected, None));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// When the target is used up.
    pub due: Instant,
    /// When it stopped.
    pub stop: Option<Instant>,
    /// The open seconds before the start.
    before: u32,
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
        let policy = terms.policy();
        let mut targets = Vec::with_capacity(policy.targets.len());
        for (place, target) in policy.targets.iter().enumerate() {
            let lines = policy.ranks().filter_map(|rank| {
                let line = terms.line(place, rank).ok()?;
                Some(PlainLine {
                    line,
                    timetable: &line.timetable,
                    needs: &line.needs,
                    total_now: line.timetable.total_at(now),
                    beyond: line.needs.last().is_some_and(|need| *need > line.seconds),
                })
            });
            let start = match (target.start, terms.readings().resolution_start) {
                (Milestone::Confirmation, ResolutionStart::Confirmation) => Milestone::Confirmation,
                (Milestone::Confirmation, ResolutionStart::FirstReply)
                | (Milestone::FirstReply, _) => Milestone::FirstReply,
                _ => Milestone::Submission,
            };
            targets.push(PlainTarget {
                start,
                stops: [Milestone::FirstReply, Milestone::Resolution]
                    .map(|milestone| target.stops.contains(&milestone)),
                lines: lines.collect(),
            });
        }
        let mut shares = policy.thresholds.iter().map(|threshold| threshold.share);
        Self {
            thresholds: &policy.thresholds,
            has_whole: shares.any(|share| share == BasisPoints::WHOLE),
            at_closing: terms.readings().at_closing,
            now,
            targets,
        }
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
        self.now
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
    /// let plain = PlainHistory { submitted, priority: Rank(9), first_reply: None, confirmed: None, resolved: None };
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
        let rank = history.priority;
        let Some((promise, line)) = self.line(target, rank) else {
            return Err(Error::UnknownPriority { rank: rank.0 });
        };
        let [by_reply, by_resolution] = promise.stops;
        let reply = history.first_reply.filter(|_| by_reply);
        let resolution = history.resolved.filter(|_| by_resolution);
        let stop = earlier(reply, resolution);
        let event = match promise.start {
            Milestone::Confirmation => history.confirmed,
            Milestone::FirstReply => history.first_reply,
            _ => Some(history.submitted),
        };
        let projected = response_due.unwrap_or(history.submitted);
        let (start, basis) = match (event, stop) {
            (Some(at), _) => (at, Basis::Recorded),
            (None, Some(stop)) => {
                let replied = history.first_reply.unwrap_or(Instant::MAX);
                (projected.min(replied).min(stop), Basis::Assumed)
            }
            (None, None) => (projected, Basis::Projected),
        };
        let before = line.timetable.total_at(start);
        let due = self.instant_of(line, start, before, line.line.seconds)?;
        if line.beyond
            && let Some(&most) = line.needs.last()
        {
            // A level above the whole must lie within reach too.
            self.instant_of(line, start, before, most)?;
        }
        Ok(PlainClock {
            target,
            rank,
            start,
            basis,
            seconds: line.line.seconds,
            due,
            stop,
            before,
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
    /// let plain = PlainHistory { submitted, priority: Rank(2), first_reply: None, confirmed: None, resolved: None };
    /// let ready = PlainTerms::new(&terms, submitted);
    /// let glance = ready.glance(&ready.clock(&plain, 0, None)?);
    /// assert_eq!(glance.next, Some(("2026-02-14T19:26:00+08:00".parse()?, 0)));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn glance(&self, clock: &PlainClock) -> Glance {
        let now = self.now;
        let projected = clock.basis == Basis::Projected;
        let stopped = clock.stop.filter(|stop| *stop <= now);
        let in_time = stopped.unwrap_or(now) <= clock.due;
        let verdict = match (stopped.is_some(), in_time) {
            (true, true) => Verdict::Met,
            (true, false) => Verdict::Missed,
            (false, true) => Verdict::Open,
            (false, false) => Verdict::Overdue,
        };
        let started = !projected && clock.start <= now;
        let mut glance = Glance {
            due: clock.due,
            basis: clock.basis,
            verdict: Some(verdict).filter(|_| !projected),
            level: None,
            started,
            paused: false,
            next: None,
            until: None,
        };
        if projected {
            return glance;
        }
        if stopped.is_none() {
            (glance.level, glance.next) = self.levels(clock, started);
            let end = clock.stop;
            glance.next = glance
                .next
                .filter(|(at, _)| end.is_none_or(|end| *at < end));
            glance.until = earlier(end, glance.next.map(|(at, _)| at));
        }
        if !started {
            glance.until = earlier(glance.until, Some(clock.start));
        }
        glance
    }

    /// Counted seconds of a clock until now, or until it stopped; none before it starts.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, PlainHistory, PlainTerms, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let plain = PlainHistory { submitted, priority: Rank(2), first_reply: None, confirmed: None, resolved: None };
    /// let ready = PlainTerms::new(&terms, submitted.plus(60)?);
    /// assert_eq!(ready.elapsed(&ready.clock(&plain, 0, None)?), Some(60));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn elapsed(&self, clock: &PlainClock) -> Option<Seconds> {
        if clock.basis == Basis::Projected || self.now < clock.start {
            return None;
        }
        let (_, line) = self.line(clock.target, clock.rank)?;
        let total = match clock.stop.filter(|stop| *stop < self.now) {
            Some(stop) => line.timetable.total_at(stop),
            None => line.total_now,
        };
        Some(Seconds::from(total.saturating_sub(clock.before)))
    }

    /// The level of an open clock, and when it rises next and to which.
    fn levels(
        &self,
        clock: &PlainClock,
        started: bool,
    ) -> (Option<usize>, Option<(Instant, usize)>) {
        let Some((_, line)) = self.line(clock.target, clock.rank) else {
            return (None, None);
        };
        let used = if started {
            Seconds::from(line.total_now.saturating_sub(clock.before))
        } else {
            0
        };
        let mut reached = 0;
        let mut next: Option<(Instant, usize)> = None;
        let mut above = (BasisPoints::WHOLE, 0);
        for (place, (threshold, &need)) in self.thresholds.iter().zip(line.needs).enumerate() {
            let whole = threshold.share == BasisPoints::WHOLE;
            if next.is_none() {
                let is_reached = if whole {
                    clock.due < self.now
                } else if self.at_closing == AtClosing::Closing {
                    need <= used
                } else {
                    started && self.rise(line, clock, whole, need) <= Some(self.now)
                };
                if is_reached {
                    reached = place + 1;
                    continue;
                }
            } else if above.0 != BasisPoints::WHOLE && above.1 != need {
                // Only thresholds that need the same, and one just above the whole, can be at one instant.
                break;
            }
            above = (threshold.share, need);
            match (next, self.rise(line, clock, whole, need)) {
                (Some((first, _)), Some(at)) if first < at => break,
                (_, Some(at)) => next = Some((at, place)),
                (_, None) => break,
            }
        }
        if !self.has_whole {
            let due = clock.due.plus(1).ok().filter(|at| *at > self.now);
            if let Some(due) = due
                && next.is_none_or(|(first, _)| due <= first)
            {
                next = Some((due, self.thresholds.len()));
            }
        }
        (reached.checked_sub(1), next)
    }

    /// When the level rises to a threshold at which so many seconds are counted; that of the whole holds from
    /// the second after due.
    fn rise(
        &self,
        line: &PlainLine<'_>,
        clock: &PlainClock,
        whole: bool,
        need: Seconds,
    ) -> Option<Instant> {
        if whole {
            return clock.due.plus(1).ok();
        }
        let at = self.instant_of(line, clock.start, clock.before, need);
        at.ok()
    }

    /// When so many seconds are counted from `start`, before which there are `before` open ones.
    fn instant_of(
        &self,
        line: &PlainLine<'_>,
        start: Instant,
        before: u32,
        need: Seconds,
    ) -> Result<Instant, Error> {
        if self.at_closing == AtClosing::Closing
            && let Ok(need) = u32::try_from(need)
            && let Some(total) = before.checked_add(need)
            && let Some(at) = line.timetable.instant_of(total)
        {
            return Ok(at);
        }
        let counting = Counting {
            timetable: line.timetable,
            pauses: &[],
            at_closing: self.at_closing,
        };
        counting.due(start, need)
    }

    fn line(&self, target: usize, rank: Rank) -> Option<(&PlainTarget<'a>, &PlainLine<'a>)> {
        let promise = self.targets.get(target)?;
        Some((promise, promise.lines.get(usize::from(rank.0))?))
    }
}

fn earlier(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
