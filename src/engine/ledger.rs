//! Why an instant is when it is: what was counted and what was skipped, piece by piece.

use chrono::NaiveDate;

use super::{
    AtClosing, Bilingual, Calendar, Clock, Counting, DatedKind, DayKind, Error, History, Instant,
    MaintenanceRule, Milestone, OpenPoint, Pause, Seconds, Span, Terms, Zone,
};

/// Why a stretch of time is counted or skipped. Where several hold, the first of this order is named:
/// paused, closed, maintenance or closure, dated hours or holiday, day off, out of hours.
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Ledger, Policy, Rank, Readings, Reason, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// let ledger = Ledger::of(&terms, &History::submitted(submitted, Rank(0)), response, response.due)?;
/// assert_eq!(ledger.entries[0].reason, Reason::AllHours);
/// # let _ = resolution;
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Counted: the clock runs 24x7.
    AllHours,
    /// Counted: working time.
    WorkingTime,
    /// Hours of its own on this date: counted within them, skipped outside.
    Dated {
        /// Why the date has hours of its own.
        kind: DatedKind,
        /// What the day is called.
        name: Bilingual,
    },
    /// Skipped: the ticket had been closed and was reopened (R9).
    Closed,
    /// Skipped: work was paused (R7).
    Paused {
        /// Why.
        reason: String,
    },
    /// Skipped: planned maintenance, which suspends the clock (R4).
    Maintenance,
    /// Skipped: a closure of the calendar.
    Closure {
        /// What it is called.
        name: Bilingual,
    },
    /// Skipped: a holiday.
    Holiday {
        /// What it is called.
        name: Bilingual,
    },
    /// Skipped: a day of the week without hours, such as the weekend.
    DayOff,
    /// Skipped: outside the hours of a working day.
    OutOfHours,
}

/// A stretch of time that is counted, or skipped, for one reason.
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Ledger, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// let ledger = Ledger::of(&terms, &History::submitted(submitted, Rank(0)), response, response.due)?;
/// assert_eq!((ledger.entries[0].counted, ledger.entries[0].total), (900, 900));
/// # let _ = resolution;
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// When.
    pub span: Span,
    /// Why.
    pub reason: Reason,
    /// How many of its seconds count: all or none.
    pub counted: Seconds,
    /// How many have been counted at its end.
    pub total: Seconds,
}

/// The account of an instant: consecutive entries from where a clock counts until then.
///
/// ```
/// use sla_planner::engine::{Assessment, History, Instant, Ledger, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
/// let ledger = Ledger::of(&terms, &History::submitted(submitted, Rank(0)), response, response.due)?;
/// assert_eq!(ledger.entries.len(), 1);
/// # let _ = resolution;
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ledger {
    /// Seconds that were counted before and carried over (R8).
    pub carried: Seconds,
    /// The entries, in order, without gaps.
    pub entries: Vec<Entry>,
    /// The open points whose reading this rests on, in order.
    pub rests_on: Vec<OpenPoint>,
}

impl Ledger {
    /// The account of `until` on `clock`, such as its due time or a threshold. It begins where the clock
    /// counts from, and is empty when `until` is not after that.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] under terms of another policy.
    ///
    /// ```
    /// use sla_planner::engine::{
    ///     Assessment, ClockReading, History, Instant, Ledger, Policy, Rank, Readings, Schedule, Terms,
    /// };
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let readings = Readings { clock: ClockReading::WorkingTime, ..Readings::default() };
    /// let terms = Terms::new(policy.into(), schedule.into(), readings)?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let history = History::submitted(submitted, Rank(2));
    /// let assessment = Assessment::of(&terms, &history, submitted)?;
    /// let response = &assessment.clocks[0];
    /// let ledger = Ledger::of(&terms, &history, response, response.due)?;
    /// let counted: Vec<i64> = ledger.entries.iter().map(|entry| entry.counted).collect();
    /// // The last minutes of a make-up Saturday, the night, Spring Festival, the night, the rest.
    /// assert_eq!(counted, [600, 0, 0, 0, 6_600]);
    /// assert_eq!(ledger.counted(), 7_200);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn of(
        terms: &Terms,
        history: &History,
        clock: &Clock,
        until: Instant,
    ) -> Result<Self, Error> {
        let account = Account::of_clock(terms, history, clock, Span::new(clock.origin, until))?;
        let entries = account.entries(clock.carried);
        Ok(Self {
            carried: clock.carried,
            rests_on: account.rests_on(history, clock, &entries),
            entries,
        })
    }

    /// Every stretch of `within` on `clock`, as if the clock ran all the while: before its start, past its
    /// due time and after its stop what is counted is what would count there. The totals begin at
    /// `within.from`.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] under terms of another policy.
    ///
    /// ```
    /// use sla_planner::engine::{
    ///     Assessment, ClockReading, History, Instant, Ledger, Policy, Rank, Readings, Reason, Schedule, Span, Terms,
    /// };
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let readings = Readings { clock: ClockReading::WorkingTime, ..Readings::default() };
    /// let terms = Terms::new(policy.into(), schedule.into(), readings)?;
    /// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
    /// let history = History::submitted(submitted, Rank(2));
    /// let assessment = Assessment::of(&terms, &history, submitted)?;
    /// let day = Span::new("2026-11-23T00:00:00+08:00".parse()?, "2026-11-24T00:00:00+08:00".parse()?);
    /// let entries = Ledger::across(&terms, &history, &assessment.clocks[0], day)?;
    /// let reasons: Vec<&Reason> = entries.iter().map(|entry| &entry.reason).collect();
    /// assert_eq!(reasons, [&Reason::OutOfHours, &Reason::WorkingTime, &Reason::OutOfHours]);
    /// assert_eq!(entries[1].counted, 9 * 3_600);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn across(
        terms: &Terms,
        history: &History,
        clock: &Clock,
        within: Span,
    ) -> Result<Vec<Entry>, Error> {
        Ok(Account::of_clock(terms, history, clock, within)?.entries(0))
    }

    /// Every stretch of `within` by the calendar of working time, whatever any clock does: what is counted
    /// is what the desk serves, the rest is left to those on call. Maintenance windows are named whether or
    /// not they suspend a clock, and take nothing from it.
    ///
    /// ```
    /// use sla_planner::engine::{Ledger, Policy, Readings, Reason, Schedule, Span, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let sunday = Span::new("2026-02-08T00:00:00+08:00".parse()?, "2026-02-09T00:00:00+08:00".parse()?);
    /// let reasons: Vec<Reason> = Ledger::of_calendar(&terms, sunday).into_iter().map(|entry| entry.reason).collect();
    /// assert_eq!(reasons, [Reason::DayOff, Reason::Maintenance, Reason::DayOff]);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn of_calendar(terms: &Terms, within: Span) -> Vec<Entry> {
        let rules = terms.readings().maintenance(terms.policy());
        let timetable = terms.working_time();
        let account = Account {
            terms,
            paused: &[],
            within,
            counting: Counting {
                timetable: &timetable,
                pauses: &[],
                at_closing: AtClosing::default(),
            },
            working_time: true,
            maintenance: MaintenanceRule::all(&rules, within),
        };
        account.entries(0)
    }

    /// How many seconds are accounted for, those carried over among them.
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, History, Instant, Ledger, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
    /// let assessment = Assessment::of(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
    /// let [response, resolution] = assessment.clocks.as_slice() else { unreachable!() };
    /// let ledger = Ledger::of(&terms, &History::submitted(submitted, Rank(0)), response, response.due)?;
    /// assert_eq!(ledger.counted(), 900);
    /// # let _ = resolution;
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn counted(&self) -> Seconds {
        self.entries.last().map_or(self.carried, |last| last.total)
    }
}

/// What an account is made from.
struct Account<'a> {
    terms: &'a Terms,
    /// The pauses with their reasons.
    paused: &'a [Pause],
    within: Span,
    counting: Counting<'a>,
    working_time: bool,
    maintenance: Vec<Span>,
}

impl<'a> Account<'a> {
    fn of_clock(
        terms: &'a Terms,
        history: &'a History,
        clock: &'a Clock,
        within: Span,
    ) -> Result<Self, Error> {
        Ok(Self {
            terms,
            paused: &history.pauses,
            within,
            counting: clock.counting(terms)?,
            working_time: terms.on_working_time(clock.target, clock.rank),
            maintenance: terms.suspensions(clock.target, within),
        })
    }

    /// The entries, when `carried` seconds were counted before.
    fn entries(&self, carried: Seconds) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        if self.within.is_empty() {
            return entries;
        }
        let mut total = carried;
        let cuts = self.cuts();
        let pieces = cuts.iter().zip(cuts.iter().skip(1));
        for piece in pieces.map(|(&from, &until)| Span::new(from, until)) {
            let counts = self.counting.counts(piece.from);
            let counted = if counts { piece.length() } else { 0 };
            total += counted;
            let reason = self.reason(piece.from);
            match entries.last_mut() {
                Some(last) if last.reason == reason && (last.counted > 0) == counts => {
                    last.span.until = piece.until;
                    last.counted += counted;
                    last.total = total;
                }
                _ => entries.push(Entry {
                    span: piece,
                    reason,
                    counted,
                    total,
                }),
            }
        }
        entries
    }

    /// Every instant at which the reason can change, the ends among them.
    fn cuts(&self) -> Vec<Instant> {
        let within = self.within;
        let closures = self.terms.calendar().closures.iter();
        let spans = self.counting.timetable.open_spans(within);
        let mut cuts: Vec<Instant> = spans
            .chain(self.counting.pauses.iter().copied())
            .chain(self.maintenance.iter().copied())
            .chain(closures.map(|closure| closure.span))
            .flat_map(|span| [span.from, span.until])
            .collect();
        let pauses = self.paused.iter();
        cuts.extend(pauses.flat_map(|pause| [Some(pause.from), pause.until].into_iter().flatten()));
        if self.working_time {
            cuts.extend(dates(self.terms.calendar().zone, within));
        }
        cuts.retain(|cut| within.contains(*cut));
        cuts.extend([within.from, within.until]);
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    fn reason(&self, at: Instant) -> Reason {
        if self.counting.pauses.iter().any(|pause| pause.contains(at)) {
            let mut pauses = self.paused.iter();
            let pause = pauses.find(|pause| pause.span(Instant::MAX).contains(at));
            return pause.map_or(Reason::Closed, |pause| Reason::Paused {
                reason: pause.reason.clone(),
            });
        }
        if self.maintenance.iter().any(|window| window.contains(at)) {
            return Reason::Maintenance;
        }
        let calendar = self.terms.calendar();
        let mut closures = calendar.closures.iter();
        if let Some(closure) = closures.find(|closure| closure.span.contains(at)) {
            return Reason::Closure {
                name: closure.name.clone(),
            };
        }
        if !self.working_time {
            return Reason::AllHours;
        }
        self.day(calendar, at)
    }

    fn day(&self, calendar: &Calendar, at: Instant) -> Reason {
        let date = calendar.zone.local(at).date();
        match calendar.day(date, self.terms.counts()) {
            DayKind::AllHours => Reason::AllHours,
            DayKind::Dated(dated) => Reason::Dated {
                kind: dated.kind,
                name: dated.name.clone(),
            },
            DayKind::Holiday(name) | DayKind::Estimated(name) => {
                Reason::Holiday { name: name.clone() }
            }
            DayKind::DayOff => Reason::DayOff,
            DayKind::Working if self.counting.timetable.is_open(at) => Reason::WorkingTime,
            DayKind::Working => Reason::OutOfHours,
        }
    }

    fn rests_on(&self, history: &History, clock: &Clock, entries: &[Entry]) -> Vec<OpenPoint> {
        let Self { terms, within, .. } = self;
        let readings = terms.readings();
        let policy = terms.policy();
        let touches = |span: Span| !span.clip(*within).is_empty();
        let mut points = vec![OpenPoint::R1];
        let mut add = |point, holds: bool| {
            if holds {
                points.push(point);
            }
        };
        let target = policy.targets.get(clock.target);
        let starts = target.map(|target| target.start);
        add(OpenPoint::R2, starts == Some(Milestone::Confirmation));
        let window = !MaintenanceRule::all(&readings.maintenance(policy), *within).is_empty();
        add(OpenPoint::R4, window);
        add(
            OpenPoint::R5,
            self.working_time && self.meets_make_up_days(),
        );
        add(OpenPoint::R6, within.until != clock.due);
        let now = Instant::MAX;
        add(
            OpenPoint::R7,
            history.pauses.iter().any(|pause| touches(pause.span(now))),
        );
        add(OpenPoint::R8, !history.priority_changes.is_empty());
        add(
            OpenPoint::R9,
            history.rounds.iter().any(|round| round.reopened.is_some()),
        );
        add(OpenPoint::R10, self.ends_at_closing(entries));
        add(
            OpenPoint::R12,
            target.is_some_and(|target| target.stops.contains(&Milestone::Mitigation))
                && history.rounds.iter().any(|round| round.mitigated.is_some()),
        );
        add(OpenPoint::R13, window && readings.window_zone.is_some());
        points
    }

    fn meets_make_up_days(&self) -> bool {
        let calendar = self.terms.calendar();
        let date = |at: Instant| -> NaiveDate { calendar.zone.local(at).date() };
        let (first, last) = (date(self.within.from), date(self.within.until));
        first <= last
            && calendar
                .dated
                .range(first..=last)
                .any(|(_, dated)| dated.kind == DatedKind::MakeUp)
    }

    /// Whether the target is used up exactly when counting stops, be the instant there or moved on.
    fn ends_at_closing(&self, entries: &[Entry]) -> bool {
        match self.terms.readings().at_closing {
            AtClosing::Closing => {
                self.working_time
                    && entries.last().is_some_and(|last| last.counted > 0)
                    && !self.counting.counts(self.within.until)
            }
            AtClosing::NextOpening => entries.last().is_some_and(|last| last.counted == 0),
        }
    }
}

/// Where dates begin in `zone` within a span, and where its clock is changed.
fn dates(zone: Zone, within: Span) -> Vec<Instant> {
    const DAY: Seconds = 86_400;
    let mut cuts = Vec::new();
    let mut at = within.from;
    while at < within.until {
        let of_day = (at.epoch() + zone.offset(at)).rem_euclid(DAY);
        let midnight = Instant::saturating(at.epoch() + DAY - of_day);
        let next = zone.next_transition(at, midnight).unwrap_or(midnight);
        if next <= at {
            break;
        }
        cuts.push(next);
        at = next;
    }
    cuts
}
