//! All clocks of a ticket.

use super::terms::Line;
use super::{
    Basis, Clock, Counting, Cycle, Error, History, Instant, Milestone, MitigationStops,
    PriorityChange, Provisional, Rank, Readings, Reopening, ResolutionStart, Round, Seconds, Span,
    Target, Terms, Verdict,
};

/// A ticket under terms: a clock for each target of the policy, in its order.
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// assert_eq!(assessment.rank, Rank(0));
/// # let _ = response;
/// # let _ = resolution;
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The clocks.
    pub clocks: Vec<Clock>,
    /// The priority the ticket has now.
    pub rank: Rank,
}

impl Assessment {
    /// Assesses a ticket. `now` matters only while a pause is open: what is due is then what would be due
    /// if work went on now.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] for a priority that the policy does not have; [`Error::NeverOpens`] and
    /// [`Error::TooFar`] when a target cannot be used up.
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, History, Instant, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(2)), submitted)?;
    /// let due: Vec<_> = assessment.clocks.iter().map(|clock| clock.due.to_string()).collect();
    /// assert_eq!(due, ["2026-02-14T11:50:00Z", "2026-02-14T19:50:00Z"]);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn of(terms: &Terms, history: &History, now: Instant) -> Result<Self, Error> {
        Self::new(terms, history, now, false)
    }

    /// As [`Assessment::of`], but what stopped stays so, as if the ticket had never been reopened: the first cycle is
    /// what counts in reports (R9).
    ///
    /// # Errors
    /// As [`Assessment::of`].
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, History, Policy, Rank, Readings, Round, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let mut history = History::submitted("2026-11-23T10:00:00+08:00".parse()?, Rank(2));
    /// let later = |hours: i64| history.submitted.plus(hours * 3_600).ok();
    /// let resolved = Round { resolved: later(1), reopened: later(5), ..Round::default() };
    /// history.rounds = vec![resolved, Round::default()];
    /// let first = Assessment::of_first_cycles(&terms, &history, history.submitted)?;
    /// assert_eq!(first.clocks[1].stop, resolved.resolved);
    /// assert_eq!(Assessment::of(&terms, &history, history.submitted)?.clocks[1].stop, None);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn of_first_cycles(terms: &Terms, history: &History, now: Instant) -> Result<Self, Error> {
        Self::new(terms, history, now, true)
    }

    fn new(
        terms: &Terms,
        history: &History,
        now: Instant,
        stays_stopped: bool,
    ) -> Result<Self, Error> {
        let rank = history
            .priority_changes
            .last()
            .map_or(history.priority, |&(_, rank)| rank);
        let mut clocks: Vec<Clock> = Vec::with_capacity(terms.policy().targets.len());
        for (position, target) in terms.policy().targets.iter().enumerate() {
            let plan = ClockPlan {
                terms,
                readings: terms.readings(),
                history,
                position,
                target,
                now,
                // A response is given once.
                stays_stopped: stays_stopped || target.is_response(),
            };
            plan.add_to(&mut clocks)?;
        }
        Ok(Self { clocks, rank })
    }
}

impl Clock {
    /// When its first cycle was due.
    fn first_due(&self) -> Instant {
        self.earlier.first().map_or(self.due, |cycle| cycle.due)
    }
}

/// What one clock is made from.
struct ClockPlan<'a> {
    terms: &'a Terms,
    readings: &'a Readings,
    history: &'a History,
    position: usize,
    target: &'a Target,
    now: Instant,
    /// Whether a reopening is none of its business.
    stays_stopped: bool,
}

/// From where a clock counts, on which line.
#[derive(Clone, Copy)]
struct Course {
    rank: Rank,
    origin: Instant,
    carried: Seconds,
}

impl Course {
    /// When `need` seconds are counted; at once when they were carried over.
    fn reaches(&self, need: Seconds, counting: &Counting<'_>) -> Result<Instant, Error> {
        counting.due(self.origin, need - self.carried)
    }
}

impl ClockPlan<'_> {
    /// Puts the clock after those before it; to make it there saves moving it.
    fn add_to(&self, clocks: &mut Vec<Clock>) -> Result<(), Error> {
        let response_due = clocks.first().map(Clock::first_due);
        let first_stop = self.stops().next().map(|(stop, _)| stop);
        let (start, basis) = self.start(response_due, first_stop);
        let mut course = Course {
            rank: self.rank_at(start, basis),
            origin: start,
            carried: 0,
        };
        let mut closed: Vec<Span> = Vec::new();
        let mut earlier = Vec::new();
        let mut changed_until = start;
        let mut stopped = None;
        for (stop, reopened) in self.stops() {
            let pauses = self.pauses(&closed, Some(stop));
            self.change(&mut course, &pauses, basis, changed_until, Some(stop))?;
            let Some(reopened) = reopened else {
                stopped = Some((stop, pauses));
                break;
            };
            changed_until = stop;
            let line = self.line(&course)?;
            let due = course.reaches(line.seconds, &self.counting(line, &pauses))?;
            earlier.push(Cycle {
                due,
                stop,
                verdict: if stop <= due {
                    Verdict::Met
                } else {
                    Verdict::Missed
                },
            });
            match self.readings.reopening {
                Reopening::Resume => closed.push(Span::new(stop, reopened)),
                Reopening::Restart => {
                    course.origin = reopened;
                    course.carried = 0;
                }
            }
        }
        let (stop, pauses) = match stopped {
            Some((stop, pauses)) => (Some(stop), pauses),
            None => {
                let pauses = self.pauses(&closed, None);
                self.change(&mut course, &pauses, basis, changed_until, None)?;
                (None, pauses)
            }
        };
        self.finish(course, (start, basis), pauses, stop, earlier, clocks)
    }

    fn finish(
        &self,
        course: Course,
        (start, basis): (Instant, Basis),
        pauses: Vec<Span>,
        stop: Option<Instant>,
        earlier: Vec<Cycle>,
        clocks: &mut Vec<Clock>,
    ) -> Result<(), Error> {
        let line = self.line(&course)?;
        let counting = self.counting(line, &pauses);
        let due = course.reaches(line.seconds, &counting)?;
        let mut marks = Vec::with_capacity(line.needs.len());
        for &need in &*line.needs {
            marks.push(if need == line.seconds {
                due
            } else {
                course.reaches(need, &counting)?
            });
        }
        let open_pause = self
            .history
            .pauses
            .last()
            .filter(|pause| pause.until.is_none());
        let provisional = self.provisional(&course, line, &pauses, due)?;
        clocks.push(Clock {
            target: self.position,
            rank: course.rank,
            start,
            basis,
            origin: course.origin,
            carried: course.carried,
            seconds: line.seconds,
            due,
            marks,
            provisional,
            pauses,
            paused_since: open_pause
                .filter(|_| self.pausable() && stop.is_none())
                .map(|pause| pause.from),
            stop,
            earlier,
        });
        Ok(())
    }

    /// When it starts, and what that rests on.
    fn start(&self, response_due: Option<Instant>, stop: Option<Instant>) -> (Instant, Basis) {
        let history = self.history;
        let event = match (self.target.start, self.readings.resolution_start) {
            (Milestone::Confirmation, ResolutionStart::Confirmation) => history.confirmed,
            (Milestone::Confirmation, ResolutionStart::FirstReply) | (Milestone::FirstReply, _) => {
                history.first_reply
            }
            _ => Some(history.submitted),
        };
        if let Some(at) = event {
            return (at, Basis::Recorded);
        }
        let projected = response_due.unwrap_or(history.submitted);
        match stop {
            Some(stop) => {
                let replied = history.first_reply.unwrap_or(Instant::MAX);
                (projected.min(replied).min(stop), Basis::Assumed)
            }
            None => (projected, Basis::Projected),
        }
    }

    /// When it stopped, and when it was reopened after that; a round of work that did not stop it, as a mitigation may
    /// not (R12), goes on in the next one.
    fn stops(&self) -> impl Iterator<Item = (Instant, Option<Instant>)> {
        let rounds = self.history.rounds.iter();
        rounds.filter_map(|round| {
            let reopened = round.reopened.filter(|_| !self.stays_stopped);
            Some((self.stop(round)?, reopened))
        })
    }

    /// When it stopped in `round`.
    fn stop(&self, round: &Round) -> Option<Instant> {
        let mut first = None;
        for milestone in &self.target.stops {
            let at = match milestone {
                Milestone::FirstReply => self.history.first_reply,
                Milestone::Mitigation => round.mitigated.filter(|at| self.mitigation_stops(*at)),
                Milestone::Resolution => round.resolved,
                Milestone::Submission | Milestone::Confirmation => None,
            };
            first = match (first, at) {
                (Some(first), Some(at)) => Some(at.min(first)),
                (first, at) => first.or(at),
            };
        }
        first
    }

    fn mitigation_stops(&self, at: Instant) -> bool {
        match self.readings.mitigation_stops {
            MitigationStops::EveryPriority => true,
            MitigationStops::MostUrgentOnly => self.rank_at(at, Basis::Recorded) == Rank(0),
        }
    }

    /// The priority at the start; for a projected start, the priority now.
    fn rank_at(&self, start: Instant, basis: Basis) -> Rank {
        let changes = &self.history.priority_changes;
        changes
            .iter()
            .rev()
            .find(|(at, _)| basis == Basis::Projected || *at <= start)
            .map_or(self.history.priority, |&(_, rank)| rank)
    }

    /// Applies the changes of priority after `from` and before `stop` (R8).
    fn change(
        &self,
        course: &mut Course,
        pauses: &[Span],
        basis: Basis,
        from: Instant,
        stop: Option<Instant>,
    ) -> Result<(), Error> {
        if basis == Basis::Projected {
            return Ok(());
        }
        for &(at, rank) in &self.history.priority_changes {
            if at <= from || stop.is_some_and(|stop| at >= stop) || rank == course.rank {
                continue;
            }
            match self.readings.priority_change {
                PriorityChange::Recompute => {}
                PriorityChange::Restart => {
                    course.origin = at;
                    course.carried = 0;
                }
                PriorityChange::CarryOver => {
                    let counting = self.counting(self.line(course)?, pauses);
                    course.carried += counting.counted(course.origin, at);
                    course.origin = at;
                }
                PriorityChange::KeepDue => continue,
            }
            course.rank = rank;
        }
        Ok(())
    }

    fn pausable(&self) -> bool {
        if self.target.is_response() {
            self.readings.pauses.response
        } else {
            self.readings.pauses.resolution
        }
    }

    /// When it does not count: pauses up to the stop, and `closed`.
    fn pauses(&self, closed: &[Span], stop: Option<Instant>) -> Vec<Span> {
        let paused: &[super::Pause] = if self.pausable() {
            &self.history.pauses
        } else {
            &[]
        };
        if paused.is_empty() && closed.is_empty() {
            return Vec::new();
        }
        let all = Span::new(Instant::MIN, stop.unwrap_or(Instant::MAX));
        let spans = paused.iter().map(|pause| pause.span(self.now).clip(all));
        Span::unite(spans.chain(closed.iter().copied()).collect())
    }

    fn line(&self, course: &Course) -> Result<&Line, Error> {
        self.terms.line(self.position, course.rank)
    }

    fn counting<'a>(&self, line: &'a Line, pauses: &'a [Span]) -> Counting<'a> {
        Counting {
            timetable: &line.timetable,
            pauses,
            at_closing: self.readings.at_closing,
        }
    }

    fn provisional(
        &self,
        course: &Course,
        line: &Line,
        pauses: &[Span],
        due: Instant,
    ) -> Result<Option<Provisional>, Error> {
        let Some(official) = &line.official else {
            return Ok(None);
        };
        let first_unknown = if course.origin < official.span.from {
            self.terms.calendar().zone.local(course.origin).date()
        } else if due > official.span.until {
            let started = self.terms.calendar().zone.local(course.origin).date();
            official.first_unknown.max(started)
        } else {
            return Ok(None);
        };
        let counting = Counting {
            timetable: official.estimated.timetable(),
            pauses,
            at_closing: self.readings.at_closing,
        };
        Ok(Some(Provisional {
            first_unknown,
            less_estimated: course.reaches(line.seconds, &counting)?,
        }))
    }
}
