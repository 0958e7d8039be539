//! Tickets to which little happened, assessed without lists: most of many tickets are such.

use super::terms::Line;
use super::{
    AtClosing, Basis, BasisPoints, Counting, Error, Glance, History, Instant, Milestone, Rank,
    ResolutionStart, Round, Seconds, Target, Terms, Threshold, Verdict,
};

/// What happened to a ticket that was never paused, mitigated nor reopened, and whose priority never changed.
///
/// ```
/// use sla_planner::engine::{History, Instant, PlainHistory, Rank};
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let plain = PlainHistory { submitted, priority: Rank(2), first_reply: None, confirmed: None, resolved: None };
/// assert_eq!(History::from(plain), History::submitted(submitted, Rank(2)));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PlainHistory {
    /// When it was submitted.
    pub submitted: Instant,
    /// With which priority.
    pub priority: Rank,
    /// When it was first replied to.
    pub first_reply: Option<Instant>,
    /// When the problem was confirmed.
    pub confirmed: Option<Instant>,
    /// When it was resolved.
    pub resolved: Option<Instant>,
}

impl From<PlainHistory> for History {
    fn from(plain: PlainHistory) -> Self {
        Self {
            first_reply: plain.first_reply,
            confirmed: plain.confirmed,
            rounds: vec![Round {
                resolved: plain.resolved,
                ..Round::default()
            }],
            ..Self::submitted(plain.submitted, plain.priority)
        }
    }
}

/// One target's clock on such a ticket. It agrees with the [`Clock`](super::Clock) that
/// [`Assessment`](super::Assessment) makes of the same history.
///
/// ```
/// use sla_planner::engine::{Instant, PlainHistory, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
/// let plain = PlainHistory { submitted, priority: Rank(2), first_reply: None, confirmed: None, resolved: None };
/// let response = plain.clock(&terms, 0, None)?;
/// let resolution = plain.clock(&terms, 1, Some(response.due))?;
/// assert_eq!(response.due, "2026-02-14T19:50:00+08:00".parse()?);
/// assert_eq!(resolution.due, "2026-02-15T03:50:00+08:00".parse()?);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PlainClock<'a> {
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
    line: &'a Line,
    thresholds: &'a [Threshold],
    at_closing: AtClosing,
    /// The open seconds before the start.
    before: u32,
}

impl PlainHistory {
    /// The clock of the target at place `target`. `response_due` is when the clock of the first target is due,
    /// none for that one itself.
    ///
    /// # Errors
    /// As [`Assessment::of`](super::Assessment::of).
    ///
    /// ```
    /// use sla_planner::engine::{Error, Instant, PlainHistory, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let plain = PlainHistory { submitted, priority: Rank(9), first_reply: None, confirmed: None, resolved: None };
    /// assert!(matches!(plain.clock(&terms, 0, None), Err(Error::UnknownPriority { rank: 9 })));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn clock<'a>(
        &self,
        terms: &'a Terms,
        target: usize,
        response_due: Option<Instant>,
    ) -> Result<PlainClock<'a>, Error> {
        let line = terms.line(target, self.priority)?;
        let policy = terms.policy();
        let promise = policy.targets.get(target);
        let stop = promise.and_then(|target| self.stop(target));
        let (start, basis) = match promise.and_then(|target| self.start(terms, target)) {
            Some(at) => (at, Basis::Recorded),
            None => {
                let projected = response_due.unwrap_or(self.submitted);
                match stop {
                    Some(stop) => {
                        let replied = self.first_reply.unwrap_or(Instant::MAX);
                        (projected.min(replied).min(stop), Basis::Assumed)
                    }
                    None => (projected, Basis::Projected),
                }
            }
        };
        let at_closing = terms.readings().at_closing;
        let before = line.timetable.total_at(start);
        let mut clock = PlainClock {
            start,
            basis,
            seconds: line.seconds,
            due: start,
            stop,
            line,
            thresholds: &policy.thresholds,
            at_closing,
            before,
        };
        clock.due = clock.instant_of(line.seconds)?;
        // A level above the whole must lie within reach too.
        if let Some(&most) = line.needs.last()
            && most > line.seconds
        {
            clock.instant_of(most)?;
        }
        Ok(clock)
    }

    /// The event that starts `target`.
    fn start(&self, terms: &Terms, target: &Target) -> Option<Instant> {
        match (target.start, terms.readings().resolution_start) {
            (Milestone::Confirmation, ResolutionStart::Confirmation) => self.confirmed,
            (Milestone::Confirmation, ResolutionStart::FirstReply) | (Milestone::FirstReply, _) => {
                self.first_reply
            }
            _ => Some(self.submitted),
        }
    }

    /// The event that stops `target`.
    fn stop(&self, target: &Target) -> Option<Instant> {
        let mut stop = None;
        for milestone in &target.stops {
            let at = match milestone {
                Milestone::FirstReply => self.first_reply,
                Milestone::Resolution => self.resolved,
                Milestone::Mitigation | Milestone::Submission | Milestone::Confirmation => None,
            };
            stop = earlier(stop, at);
        }
        stop
    }
}

impl PlainClock<'_> {
    /// Counted seconds until `now`, or until it stopped; none before it starts.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, PlainHistory, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let plain = PlainHistory { submitted, priority: Rank(2), first_reply: None, confirmed: None, resolved: None };
    /// assert_eq!(plain.clock(&terms, 0, None)?.elapsed(submitted.plus(60)?), Some(60));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn elapsed(&self, now: Instant) -> Option<Seconds> {
        if self.basis == Basis::Projected || now < self.start {
            return None;
        }
        let shown = self.stop.map_or(now, |stop| stop.min(now));
        Some(Seconds::from(self.used(shown)))
    }

    /// What a list shows of it at `now`; agrees with [`Glance::of`].
    ///
    /// ```
    /// use sla_planner::engine::{Instant, PlainHistory, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let plain = PlainHistory { submitted, priority: Rank(2), first_reply: None, confirmed: None, resolved: None };
    /// let glance = plain.clock(&terms, 0, None)?.glance(submitted);
    /// assert_eq!(glance.next, Some(("2026-02-14T19:26:00+08:00".parse()?, 0)));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn glance(&self, now: Instant) -> Glance {
        let projected = self.basis == Basis::Projected;
        let stopped = self.stop.filter(|stop| *stop <= now);
        let in_time = stopped.unwrap_or(now) <= self.due;
        let verdict = match (stopped.is_some(), in_time) {
            (true, true) => Verdict::Met,
            (true, false) => Verdict::Missed,
            (false, true) => Verdict::Open,
            (false, false) => Verdict::Overdue,
        };
        let started = !projected && self.start <= now;
        let (mut level, mut next) = (None, None);
        if !projected && stopped.is_none() {
            (level, next) = self.levels(now, started);
        }
        let ends = self.stop.filter(|stop| *stop > now);
        if let Some(end) = ends
            && next.is_some_and(|(at, _)| at >= end)
        {
            next = None;
        }
        let start = Some(self.start).filter(|start| !projected && *start > now);
        Glance {
            due: self.due,
            basis: self.basis,
            verdict: (!projected).then_some(verdict),
            level,
            started,
            paused: false,
            next,
            until: earlier(earlier(ends, start), next.map(|(at, _)| at)),
        }
    }

    /// The level of an open clock, and when it rises next and to which.
    fn levels(&self, now: Instant, started: bool) -> (Option<usize>, Option<(Instant, usize)>) {
        let used = if started { self.used(now) } else { 0 };
        let steps = || self.thresholds.iter().zip(&*self.line.needs);
        let reached = steps().take_while(|(threshold, need)| {
            if threshold.share == BasisPoints::WHOLE {
                self.due < now
            } else if self.at_closing == AtClosing::Closing {
                **need <= Seconds::from(used)
            } else {
                started && self.rise(threshold, **need).is_some_and(|at| at <= now)
            }
        });
        let reached = reached.count();
        let mut next: Option<(Instant, usize)> = None;
        let mut before = None;
        for (place, (threshold, need)) in steps().enumerate().skip(reached) {
            // Only thresholds that need the same, and one just above the whole, can be at the same instant.
            let may_be_same =
                before.is_none_or(|(share, known)| known == need || share == BasisPoints::WHOLE);
            let Some(at) = self.rise(threshold, *need).filter(|_| may_be_same) else {
                break;
            };
            if next.is_some_and(|(first, _)| first < at) {
                break;
            }
            next = Some((at, place));
            before = Some((threshold.share, need));
        }
        if !self.has_whole() {
            let due = self.due.plus(1).ok().filter(|at| *at > now);
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
    fn rise(&self, threshold: &Threshold, need: Seconds) -> Option<Instant> {
        if threshold.share == BasisPoints::WHOLE {
            self.due.plus(1).ok()
        } else {
            self.instant_of(need).ok()
        }
    }

    fn has_whole(&self) -> bool {
        let mut shares = self.thresholds.iter();
        shares.any(|threshold| threshold.share == BasisPoints::WHOLE)
    }

    /// The seconds counted from the start to `at`.
    fn used(&self, at: Instant) -> u32 {
        self.line.timetable.total_at(at).saturating_sub(self.before)
    }

    /// When so many seconds are counted.
    fn instant_of(&self, need: Seconds) -> Result<Instant, Error> {
        let found = u32::try_from(need).ok().and_then(|need| {
            self.line
                .timetable
                .instant_of(self.before.checked_add(need)?)
        });
        match (found, self.at_closing) {
            (Some(at), AtClosing::Closing) => Ok(at),
            _ => {
                let counting = Counting {
                    timetable: &self.line.timetable,
                    pauses: &[],
                    at_closing: self.at_closing,
                };
                counting.due(self.start, need)
            }
        }
    }
}

fn earlier(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
