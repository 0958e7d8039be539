//! A policy under its readings: ready to assess tickets.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::schedule::Base;
use super::{
    BasisPoints, Calendar, ClockReading, Counts, Error, MaintenanceRule, Policy, Rank, Readings,
    Schedule, Seconds, Span, Target, Timetable,
};

/// Until when a calendar's holidays are official, and what estimates would change.
#[derive(Clone, Debug)]
pub(crate) struct Official {
    /// The official instants.
    pub(crate) span: Span,
    /// The first date after them.
    pub(crate) first_unknown: NaiveDate,
    /// The timetable less the estimated holidays.
    pub(crate) estimated: Arc<Estimated>,
}

/// A timetable less the estimated holidays, compiled when the first answer reaches past the official ones.
#[derive(Debug)]
pub(crate) struct Estimated {
    schedule: Arc<Schedule>,
    counts: Counts,
    rules: Vec<MaintenanceRule>,
    timetable: OnceLock<Arc<Timetable>>,
}

impl Estimated {
    /// It.
    pub(crate) fn timetable(&self) -> &Timetable {
        let base = Base::Working(self.counts);
        self.timetable
            .get_or_init(|| self.schedule.without(base, &self.rules))
    }
}

/// What one target promises to one priority.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its length.
    pub(crate) seconds: Seconds,
    /// The counted seconds at each of the policy's thresholds.
    pub(crate) needs: Arc<[Seconds]>,
    /// What counts.
    pub(crate) timetable: Arc<Timetable>,
    /// Until when that is official; none for 24x7 and for calendars the user answers for.
    pub(crate) official: Option<Official>,
    /// Whether it runs on working time rather than 24x7.
    pub(crate) working_time: bool,
}

/// A policy read one way, on a calendar.
///
/// ```
/// use sla_planner::engine::{Policy, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// assert_eq!(terms.policy().id, "SPT-001");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Terms {
    policy: Arc<Policy>,
    schedule: Arc<Schedule>,
    readings: Readings,
    /// By target, then by rank.
    lines: Vec<Vec<Line>>,
}

impl Terms {
    /// `policy` read as `readings` say, with working time as `schedule` has it.
    ///
    /// # Errors
    /// As [`Policy::check`].
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// assert_eq!(terms.readings(), &Readings::default());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn new(
        policy: Arc<Policy>,
        schedule: Arc<Schedule>,
        readings: Readings,
    ) -> Result<Self, Error> {
        policy.check()?;
        let lines = policy
            .targets
            .iter()
            .map(|target| lines(&policy, &schedule, readings, target))
            .collect();
        Ok(Self {
            policy,
            schedule,
            readings,
            lines,
        })
    }

    /// The same policy on the same calendar, read otherwise.
    ///
    /// # Errors
    /// As [`Terms::new`].
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let other = terms.read_as(Readings { make_up_days: false, ..Readings::default() })?;
    /// assert!(!other.counts().make_up_days);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn read_as(&self, readings: Readings) -> Result<Self, Error> {
        Self::new(
            Arc::clone(&self.policy),
            Arc::clone(&self.schedule),
            readings,
        )
    }

    /// The same policy on another calendar, read otherwise.
    pub(crate) fn on(&self, schedule: Arc<Schedule>, readings: Readings) -> Result<Self, Error> {
        Self::new(Arc::clone(&self.policy), schedule, readings)
    }

    /// The policy.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// assert_eq!(terms.policy().priorities.len(), 5);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// How its open points are read.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// assert!(terms.readings().make_up_days);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn readings(&self) -> &Readings {
        &self.readings
    }

    /// The calendar of working time.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// assert_eq!(terms.calendar().zone, terms.policy().zone);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        self.schedule.calendar()
    }

    /// Working time as the readings count it.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// assert!(!terms.working_time().is_open("2026-11-22T10:00:00+08:00".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn working_time(&self) -> Arc<Timetable> {
        self.schedule.working(counts(&self.readings))
    }

    /// Which parts of the calendar count under the readings.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// assert!(terms.counts().make_up_days && !terms.counts().estimated);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn counts(&self) -> Counts {
        counts(&self.readings)
    }

    /// Whether `target` runs on working time for `rank`; 24x7 otherwise.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Terms, Rank};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// assert!(!terms.on_working_time(0, Rank(2)), "as written, 24x7");
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn on_working_time(&self, target: usize, rank: Rank) -> bool {
        self.line(target, rank).is_ok_and(|line| line.working_time)
    }

    /// When the clock of `target` counts for `rank`, pauses apart.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] when the policy has no such priority.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Terms, Rank};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// assert!(terms.timetable(0, Rank(2))?.is_open("2026-11-22T10:00:00+08:00".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn timetable(&self, target: usize, rank: Rank) -> Result<&Timetable, Error> {
        self.line(target, rank).map(|line| &*line.timetable)
    }

    /// The maintenance windows that touch `within` and suspend the clock of `target` (R4).
    pub(crate) fn suspensions(&self, target: usize, within: Span) -> Vec<Span> {
        let target = self.policy.targets.get(target);
        target
            .map(|target| suspending(&self.policy, self.readings, target))
            .map(|rules| MaintenanceRule::all(&rules, within))
            .unwrap_or_default()
    }

    /// What `target` promises to `rank`.
    pub(crate) fn line(&self, target: usize, rank: Rank) -> Result<&Line, Error> {
        let ranks = self.lines.get(target);
        match ranks.and_then(|ranks| ranks.get(usize::from(rank.0))) {
            Some(line) => Ok(line),
            None => Err(Error::UnknownPriority { rank: rank.0 }),
        }
    }
}

fn counts(readings: &Readings) -> Counts {
    Counts {
        make_up_days: readings.make_up_days,
        estimated: false,
    }
}

/// The lines of `target`, most urgent first.
fn lines(
    policy: &Policy,
    schedule: &Arc<Schedule>,
    readings: Readings,
    target: &Target,
) -> Vec<Line> {
    let rules = suspending(policy, readings, target);
    let runs = |working_time: bool| {
        if !working_time {
            return (schedule.without(Base::Always, &rules), None);
        }
        let counts = counts(&readings);
        let official = schedule.official().map(|(span, first_unknown)| Official {
            span,
            first_unknown,
            estimated: Arc::new(Estimated {
                schedule: Arc::clone(schedule),
                counts: Counts {
                    estimated: true,
                    ..counts
                },
                rules: rules.clone(),
                timetable: OnceLock::new(),
            }),
        });
        (schedule.without(Base::Working(counts), &rules), official)
    };
    let mut kept: [Option<(Arc<Timetable>, Option<Official>)>; 2] = [None, None];
    let shares = policy.thresholds.iter().map(|threshold| threshold.share);
    let line = |(priority, seconds): (&super::Priority, &Seconds)| {
        let working_time = match readings.clock {
            ClockReading::AllHours => false,
            ClockReading::WorkingTime => true,
            ClockReading::Mixed => !priority.urgent,
        };
        let [always, working] = &mut kept;
        let slot = if working_time { working } else { always };
        let (timetable, official) = slot.get_or_insert_with(|| runs(working_time)).clone();
        Line {
            seconds: *seconds,
            needs: shares
                .clone()
                .map(|share: BasisPoints| share.of(*seconds))
                .collect(),
            timetable,
            official,
            working_time,
        }
    };
    policy
        .priorities
        .iter()
        .zip(&target.seconds)
        .map(line)
        .collect()
}

/// The maintenance rules whose windows suspend the clock of `target` (R4); none when they do not.
fn suspending(policy: &Policy, readings: Readings, target: &Target) -> Vec<MaintenanceRule> {
    let suspends = if target.is_response() {
        readings.maintenance_suspends.response
    } else {
        readings.maintenance_suspends.resolution
    };
    if suspends {
        readings.maintenance(policy)
    } else {
        Vec::new()
    }
}
