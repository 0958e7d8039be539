//! One target's clock on one ticket.

use chrono::NaiveDate;

use super::{BasisPoints, Counting, Error, Instant, Rank, Seconds, Span, Terms};

/// What the start of a clock rests on.
///
/// ```
/// use sla_planner::engine::{Assessment, Basis, History, Instant, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// assert_eq!((response.basis, resolution.basis), (Basis::Recorded, Basis::Projected));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// On an event of the ticket.
    Recorded,
    /// On the response being given when it is due: the event has not happened yet, and the clock has no
    /// verdict.
    Projected,
    /// On the earliest of first reply, response due and stop: the ticket was closed without the event.
    Assumed,
}

/// Whether a clock moves.
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Motion, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// assert_eq!(response.status(&terms, submitted)?.motion, Motion::Running);
/// assert_eq!(resolution.status(&terms, submitted)?.motion, Motion::NotStarted);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// It has not started.
    NotStarted,
    /// It counts.
    Running,
    /// The calendar is closed. Never shown as paused.
    OutOfHours,
    /// The ticket is paused.
    Paused,
    /// It has stopped.
    Stopped,
}

/// Whether the promise was kept.
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms, Verdict};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// assert_eq!(response.status(&terms, response.due)?.verdict, Some(Verdict::Open));
/// assert_eq!(response.status(&terms, response.due.plus(1)?)?.verdict, Some(Verdict::Overdue));
/// assert_eq!(resolution.status(&terms, submitted)?.verdict, None);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Not yet due.
    Open,
    /// Stopped at or before due.
    Met,
    /// Stopped after due.
    Missed,
    /// Not stopped, and past due.
    Overdue,
}

/// Where a clock stands at an instant. Motion, verdict and level are independent of each other.
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// let status = response.status(&terms, submitted.plus(720)?)?;
/// // 80 % of 15 minutes are used up: the first level.
/// assert_eq!((status.elapsed, status.counted_left, status.level), (720, 180, Some(0)));
/// # let _ = resolution;
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Status {
    /// Whether it moves.
    pub motion: Motion,
    /// Whether the promise was kept; none for a projected clock.
    pub verdict: Option<Verdict>,
    /// The highest of the policy's thresholds that is reached, by its place; none below the first.
    pub level: Option<usize>,
    /// Counted seconds so far.
    pub elapsed: Seconds,
    /// Counted seconds left; negative when so many were counted after the target was used up.
    pub counted_left: Seconds,
    /// Seconds by the wall clock until due; negative after it. Up to the stop for a stopped clock.
    pub wall_left: Seconds,
    /// The share of the target that is used up, rounded down.
    pub share: BasisPoints,
}

/// An answer that reaches past official holiday data.
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// assert!(response.provisional.is_none(), "24x7 rests on no holidays");
/// # let _ = resolution;
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Provisional {
    /// The first date it touches whose holidays are not official.
    pub first_unknown: NaiveDate,
    /// When it is due less the estimated statutory holidays. Neither answer is a bound.
    pub less_estimated: Instant,
}

/// A round of work that ended and was taken up again (R9).
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// assert!(resolution.earlier.is_empty(), "it was never reopened");
/// # let _ = response;
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cycle {
    /// When it was due.
    pub due: Instant,
    /// When it stopped.
    pub stop: Instant,
    /// Whether it was met.
    pub verdict: Verdict,
}

/// One target's clock on one ticket: what follows from the events, whatever the time is now.
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// assert_eq!(response.due, submitted.plus(900)?);
/// assert_eq!(response.marks.last(), Some(&response.due));
/// # let _ = resolution;
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The target, by its place in the policy.
    pub target: usize,
    /// The priority whose line it runs on.
    pub rank: Rank,
    /// When it starts.
    pub start: Instant,
    /// What its start rests on.
    pub basis: Basis,
    /// From where it counts: the start, unless a change of priority or a reopening moved it.
    pub origin: Instant,
    /// Seconds that were counted before `origin` and carried over (R8).
    pub carried: Seconds,
    /// The length of the target.
    pub seconds: Seconds,
    /// When the target is used up. During an open pause: if work went on now.
    pub due: Instant,
    /// When each of the policy's thresholds is reached.
    pub marks: Vec<Instant>,
    /// When it does not count although the calendar is open: pauses and the time it was closed.
    pub pauses: Vec<Span>,
    /// Since when it is paused, when it is.
    pub paused_since: Option<Instant>,
    /// When it stopped.
    pub stop: Option<Instant>,
    /// Earlier cycles, in order; the first one counts in reports.
    pub earlier: Vec<Cycle>,
    /// Set when the answer reaches past official holiday data.
    pub provisional: Option<Provisional>,
}

impl Clock {
    /// What counts for this clock.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] under terms of another policy.
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
    /// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
    /// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
    /// assert_eq!(response.counting(&terms)?.counted(submitted, response.due), 900);
    /// # let _ = resolution;
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn counting<'a>(&'a self, terms: &'a Terms) -> Result<Counting<'a>, Error> {
        Ok(Counting {
            timetable: terms.timetable(self.target, self.rank)?,
            pauses: &self.pauses,
            at_closing: terms.readings().at_closing,
        })
    }

    /// Where it stands at `now`. The one function that decides, for every view.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] under terms of another policy.
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
    /// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
    /// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
    /// assert_eq!(response.status(&terms, submitted)?.wall_left, 900);
    /// # let _ = resolution;
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn status(&self, terms: &Terms, now: Instant) -> Result<Status, Error> {
        let counting = self.counting(terms)?;
        let stopped = self.stop.filter(|stop| *stop <= now);
        let paused = self.paused_since.filter(|since| *since <= now);
        let shown = stopped.or(paused).unwrap_or(now);
        let started = self.basis != Basis::Projected && self.start <= now;
        let elapsed = if started {
            self.carried + counting.counted(self.origin, shown)
        } else {
            0
        };
        let motion = if !started {
            Motion::NotStarted
        } else if stopped.is_some() {
            Motion::Stopped
        } else if paused.is_some() || self.pauses.iter().any(|pause| pause.contains(now)) {
            Motion::Paused
        } else if counting.timetable.is_open(now) {
            Motion::Running
        } else {
            Motion::OutOfHours
        };
        Ok(Status {
            motion,
            verdict: (self.basis != Basis::Projected).then(|| self.verdict(stopped, shown)),
            level: if started {
                self.level(terms, shown)
            } else {
                None
            },
            elapsed,
            counted_left: self.seconds - elapsed,
            wall_left: self.due.since(stopped.unwrap_or(now)),
            share: BasisPoints::share(elapsed, self.seconds).unwrap_or_default(),
        })
    }

    /// Whether the event that starts it is overdue: the response was due before `now`, and still nothing
    /// has been confirmed.
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
    /// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
    /// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
    /// assert!(!resolution.start_overdue(response.due));
    /// assert!(resolution.start_overdue(response.due.plus(1)?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn start_overdue(&self, now: Instant) -> bool {
        self.basis == Basis::Projected && now > self.start
    }

    /// The verdict that counts in reports: that of the first cycle.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] under terms of another policy.
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms, Verdict};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
    /// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
    /// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
    /// assert_eq!(response.reported(&terms, submitted)?, Some(Verdict::Open));
    /// # let _ = resolution;
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn reported(&self, terms: &Terms, now: Instant) -> Result<Option<Verdict>, Error> {
        match self.earlier.first() {
            Some(cycle) => Ok(Some(cycle.verdict)),
            None => Ok(self.status(terms, now)?.verdict),
        }
    }

    fn verdict(&self, stopped: Option<Instant>, shown: Instant) -> Verdict {
        match (stopped.is_some(), shown <= self.due) {
            (true, true) => Verdict::Met,
            (true, false) => Verdict::Missed,
            (false, true) => Verdict::Open,
            (false, false) => Verdict::Overdue,
        }
    }

    /// A threshold below the whole is reached at its instant, the whole one second after due.
    fn level(&self, terms: &Terms, shown: Instant) -> Option<usize> {
        let thresholds = &terms.policy().thresholds;
        let reached = |(threshold, mark): (&super::Threshold, &Instant)| {
            if threshold.share == BasisPoints::WHOLE {
                *mark < shown
            } else {
                *mark <= shown
            }
        };
        thresholds.iter().zip(&self.marks).rposition(reached)
    }
}
