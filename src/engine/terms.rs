//! A policy under its readings, with its calendar compiled: ready to assess tickets.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    BasisPoints, Calendar, ClockReading, Counts, Error, Instant, LocalTime, Policy, Rank, Readings,
    Seconds, Span, Timetable,
};

/// Until when a calendar's holidays are official, and what estimates would change.
#[derive(Clone, Debug)]
pub(crate) struct Official {
    /// The first official instant.
    pub(crate) from: Instant,
    /// The first instant after the official ones.
    pub(crate) until: Instant,
    /// The date of `until`.
    pub(crate) first_unknown: NaiveDate,
    /// The timetable less the estimated holidays.
    pub(crate) estimated: Arc<Timetable>,
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
    pub(crate) official: Option<Arc<Official>>,
    /// Whether it runs on the working calendar rather than 24x7.
    pub(crate) working_time: bool,
}

/// A policy read one way, with what it needs compiled once.
#[derive(Clone, Debug)]
pub struct Terms {
    policy: Arc<Policy>,
    readings: Readings,
    calendar: Arc<Calendar>,
    /// By target, then by rank.
    lines: Vec<Vec<Line>>,
}

impl Terms {
    /// `policy` read as `readings` say, with working time as `calendar` has it.
    ///
    /// # Errors
    /// As [`Policy::check`].
    pub fn compile(
        policy: Arc<Policy>,
        calendar: Arc<Calendar>,
        readings: Readings,
    ) -> Result<Self, Error> {
        policy.check()?;
        let mut hours = CompiledHours::new(&policy, &calendar, readings);
        let mut lines = Vec::with_capacity(policy.targets.len());
        for target in &policy.targets {
            let suspends = if target.is_response() {
                readings.maintenance_suspends.response
            } else {
                readings.maintenance_suspends.resolution
            };
            let mut ranks = Vec::with_capacity(target.seconds.len());
            for (priority, seconds) in policy.priorities.iter().zip(&target.seconds) {
                let working_time = match readings.clock {
                    ClockReading::AllHours => false,
                    ClockReading::WorkingTime => true,
                    ClockReading::Mixed => !priority.urgent,
                };
                let shares = policy.thresholds.iter().map(|threshold| threshold.share);
                ranks.push(Line {
                    seconds: *seconds,
                    needs: shares
                        .map(|share: BasisPoints| share.of(*seconds))
                        .collect(),
                    timetable: hours.timetable(working_time, suspends),
                    official: if working_time {
                        hours.official(suspends)?
                    } else {
                        None
                    },
                    working_time,
                });
            }
            lines.push(ranks);
        }
        Ok(Self {
            policy,
            readings,
            calendar,
            lines,
        })
    }

    /// The policy.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// How its open points are read.
    #[must_use]
    pub const fn readings(&self) -> &Readings {
        &self.readings
    }

    /// The working calendar.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Whether `target` runs on working time for `rank`; 24x7 otherwise.
    #[must_use]
    pub fn on_working_time(&self, target: usize, rank: Rank) -> bool {
        self.line(target, rank).is_ok_and(|line| line.working_time)
    }

    /// When the clock of `target` counts for `rank`, pauses apart.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] when the policy has no such priority.
    pub fn timetable(&self, target: usize, rank: Rank) -> Result<&Timetable, Error> {
        self.line(target, rank).map(|line| &*line.timetable)
    }

    /// What `target` promises to `rank`.
    pub(crate) fn line(&self, target: usize, rank: Rank) -> Result<&Line, Error> {
        self.lines
            .get(target)
            .and_then(|ranks| ranks.get(usize::from(rank.0)))
            .ok_or(Error::UnknownPriority { rank: rank.0 })
    }
}

/// The timetables that the lines of one policy share, each compiled when first asked for.
struct CompiledHours<'a> {
    calendar: &'a Calendar,
    counts: Counts,
    maintenance: Vec<Span>,
    /// 24x7 and working time, each without and with maintenance that suspends.
    timetables: [[Option<Arc<Timetable>>; 2]; 2],
    official: [Option<Arc<Official>>; 2],
}

impl<'a> CompiledHours<'a> {
    fn new(policy: &Policy, calendar: &'a Calendar, readings: Readings) -> Self {
        let suspends = readings.maintenance_suspends;
        let rule = policy
            .maintenance
            .filter(|_| suspends.response || suspends.resolution);
        let maintenance = match rule {
            Some(mut rule) => {
                rule.zone = readings.window_zone.unwrap_or(rule.zone);
                rule.windows(Span::new(Instant::MIN, Instant::MAX))
            }
            None => Vec::new(),
        };
        Self {
            calendar,
            counts: Counts {
                make_up_days: readings.make_up_days,
                estimated: false,
            },
            maintenance,
            timetables: Default::default(),
            official: Default::default(),
        }
    }

    fn timetable(&mut self, working_time: bool, suspended: bool) -> Arc<Timetable> {
        let compile = || {
            if working_time {
                self.compile(self.counts, suspended)
            } else {
                let mut always = Calendar::always(self.calendar.zone);
                always.closures.clone_from(&self.calendar.closures);
                let timetable = Timetable::compile(&always, self.counts);
                self.suspend(timetable, suspended)
            }
        };
        let [without, with] = &self.timetables;
        let [kept, kept_suspended] = if working_time { with } else { without };
        let kept = if suspended { kept_suspended } else { kept };
        let timetable = kept.clone().unwrap_or_else(|| Arc::new(compile()));
        let [without, with] = &mut self.timetables;
        let [slot, slot_suspended] = if working_time { with } else { without };
        *(if suspended { slot_suspended } else { slot }) = Some(Arc::clone(&timetable));
        timetable
    }

    fn official(&mut self, suspended: bool) -> Result<Option<Arc<Official>>, Error> {
        let Some(dates) = self.calendar.official else {
            return Ok(None);
        };
        let [plain, with_maintenance] = &self.official;
        let kept = if suspended { with_maintenance } else { plain };
        if let Some(official) = kept {
            return Ok(Some(Arc::clone(official)));
        }
        let first_unknown = dates.through.succ_opt().unwrap_or(dates.through);
        let estimated = Counts {
            estimated: true,
            ..self.counts
        };
        let official = Arc::new(Official {
            from: self.midnight(dates.from)?,
            until: self.midnight(first_unknown)?,
            first_unknown,
            estimated: Arc::new(self.compile(estimated, suspended)),
        });
        let [plain, with_maintenance] = &mut self.official;
        *(if suspended { with_maintenance } else { plain }) = Some(Arc::clone(&official));
        Ok(Some(official))
    }

    fn compile(&self, counts: Counts, suspended: bool) -> Timetable {
        self.suspend(Timetable::compile(self.calendar, counts), suspended)
    }

    fn suspend(&self, timetable: Timetable, suspended: bool) -> Timetable {
        if suspended {
            timetable.without(self.maintenance.clone())
        } else {
            timetable
        }
    }

    fn midnight(&self, date: NaiveDate) -> Result<Instant, Error> {
        let local = date.and_time(chrono::NaiveTime::MIN);
        Ok(match self.calendar.zone.resolve(local)? {
            LocalTime::Once(at)
            | LocalTime::Twice { first: at, .. }
            | LocalTime::Never { next: at } => at,
        })
    }
}
