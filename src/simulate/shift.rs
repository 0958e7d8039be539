//! Why a target is due at another time under other terms, by name.

use chrono::NaiveDate;

use super::cause::{Beginning, Cause};
use super::days;
use crate::engine::{
    Assessment, AtClosing, Basis, Clock, Counting, DateSpan, DayHours, Entry, Error, History,
    Instant, Ledger, Reason, Seconds, Span, Terms,
};

/// What one cause adds or takes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Effect {
    /// The cause.
    pub cause: Cause,
    /// The first and the last date it touches, in the zone of the first calendar; none for what is of no date.
    pub dates: Option<DateSpan>,
    /// How many dates it touches.
    pub days: usize,
    /// By how many counted seconds it makes the target due later; negative when earlier. The first terms count
    /// what makes it later, the others what makes it earlier.
    pub later: Seconds,
}

/// What the clock that is due later does not count between the two due times.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Passed {
    /// Why.
    pub reason: Reason,
    /// The first and the last date, in the zone of the first calendar.
    pub dates: DateSpan,
    /// By the wall clock, in seconds.
    pub wall: Seconds,
}

/// How a target's due time moves from some terms to others, and why.
///
/// The effects add up to [`Self::counted`], exactly; that, what is passed over and what is waited for add up to
/// the difference by the wall clock.
///
/// ```
/// use sla_planner::engine::{ClockReading, DatedKind, History, Instant, Policy, Rank, Readings, Schedule, Terms};
/// use sla_planner::simulate::{Cause, Shift};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let readings = Readings { clock: ClockReading::WorkingTime, ..Readings::default() };
/// let base = Terms::new(policy.into(), schedule.into(), readings)?;
/// let without = base.read_as(Readings { make_up_days: false, ..readings })?;
/// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
/// let history = History::submitted(submitted, Rank(2));
/// let shift = Shift::of((&base, &without), &history, 0, submitted)?;
/// assert_eq!(shift.wall(), 600);
/// let [effect] = shift.effects.as_slice() else { unreachable!() };
/// assert!(matches!(effect.cause, Cause::Dated { kind: DatedKind::MakeUp, .. }));
/// assert_eq!(effect.dates.map(|dates| dates.from.to_string()).as_deref(), Some("2026-02-14"));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The target, by its place in the policy.
    pub target: usize,
    /// When it is due under the first terms.
    pub base: Instant,
    /// When it is due under the others.
    pub other: Instant,
    /// By how many counted seconds it is due later: what the clock that is due later still counts after the
    /// other is due; negative when that is the first one.
    pub counted: Seconds,
    /// What makes the difference: of the clock first, then of dates, in their order.
    pub effects: Vec<Effect>,
    /// What is passed over between the two, in the order of its first date.
    pub passed: Vec<Passed>,
    /// How long, by the wall clock, the clock that is due later had not even started when the other was due.
    pub waited: Seconds,
    /// Where the clock would start when the response is due under both: why that is at another time.
    pub start: Option<Box<Shift>>,
}

impl Shift {
    /// How the due time of `target` moves from the first to the second of `terms`, for what happened to a
    /// ticket.
    ///
    /// # Errors
    /// As [`Assessment::of`]; [`Error::UnknownPriority`] when a policy does not have the target.
    pub fn of(
        terms: (&Terms, &Terms),
        history: &History,
        target: usize,
        now: Instant,
    ) -> Result<Self, Error> {
        let (base, other) = terms;
        let first = Assessment::of(base, history, now)?;
        let second = Assessment::of(other, history, now)?;
        Self::between(
            &Side::new(base, &first, target)?,
            &Side::new(other, &second, target)?,
            history,
        )
    }

    /// By how many seconds of the wall clock it is due later.
    #[must_use]
    pub const fn wall(&self) -> Seconds {
        self.other.since(self.base)
    }

    fn between(base: &Side<'_>, other: &Side<'_>, history: &History) -> Result<Self, Error> {
        let mut shift = Self {
            target: base.clock.target,
            base: base.clock.due,
            other: other.clock.due,
            counted: 0,
            effects: Vec::new(),
            passed: Vec::new(),
            waited: 0,
            start: None,
        };
        shift.add_lengths(base, other);
        shift.add_start(base, other)?;
        let until = shift.base.min(shift.other);
        let from = base.clock.origin.max(other.clock.origin);
        let both = Span::new(from, until);
        let entries = (base.across(history, both)?, other.across(history, both)?);
        let mut gathering = Gathering {
            base,
            other,
            effects: &mut shift.effects,
        };
        gathering.add_calendar(&entries.0, &entries.1);
        shift.add_passed(base, other, history)?;
        let projected = |side: &Side<'_>| side.clock.basis == Basis::Projected;
        if projected(base) && projected(other) && base.clock.start != other.clock.start {
            let first = Side::new(base.terms, base.assessment, 0)?;
            let second = Side::new(other.terms, other.assessment, 0)?;
            shift.start = Some(Box::new(Self::between(&first, &second, history)?));
        }
        Ok(shift)
    }

    /// What differs in how much is to be counted, and in what using it up at closing means.
    fn add_lengths(&mut self, base: &Side<'_>, other: &Side<'_>) {
        let target = other.clock.seconds - base.clock.seconds;
        let carried = other.need() - base.need() - target;
        self.add(
            Cause::Target {
                base: base.clock.seconds,
                other: other.clock.seconds,
            },
            target,
        );
        self.add(
            Cause::Carried {
                base: base.clock.carried,
                other: other.clock.carried,
            },
            carried,
        );
    }

    /// What the clock counts that starts first, before the other does.
    fn add_start(&mut self, base: &Side<'_>, other: &Side<'_>) -> Result<(), Error> {
        let (one, two) = (base.clock.origin, other.clock.origin);
        let until = self.base.min(self.other);
        let later = if one < two {
            base.counting()?.counted(one, two.min(until))
        } else {
            -other.counting()?.counted(two, one.min(until))
        };
        let cause = if base.clock.start == other.clock.start {
            Cause::Restart {
                base: one,
                other: two,
            }
        } else {
            Cause::Start {
                base: (one, Beginning::of(base.terms, base.clock)),
                other: (two, Beginning::of(other.terms, other.clock)),
            }
        };
        if one != two {
            self.effects.push(Effect::of_no_date(cause, later));
        }
        if base.is_moved_on()? != other.is_moved_on()? {
            let cause = Cause::AtClosing {
                base: base.terms.readings().at_closing,
                other: other.terms.readings().at_closing,
            };
            self.effects.push(Effect::of_no_date(cause, 0));
        }
        Ok(())
    }

    fn add(&mut self, cause: Cause, later: Seconds) {
        if later != 0 {
            self.effects.push(Effect::of_no_date(cause, later));
        }
    }

    /// What lies between the two due times.
    fn add_passed(
        &mut self,
        base: &Side<'_>,
        other: &Side<'_>,
        history: &History,
    ) -> Result<(), Error> {
        let (late, sign) = if self.base <= self.other {
            (other, 1)
        } else {
            (base, -1)
        };
        let (from, until) = (self.base.min(self.other), self.base.max(self.other));
        let from_start = late.clock.origin.max(from).min(until);
        self.waited = from_start.since(from);
        let span = Span::new(from_start, until);
        for entry in late.across(history, span)? {
            if entry.counted > 0 {
                self.counted += sign * entry.counted;
                continue;
            }
            let dates = base.dates(entry.span);
            let wall = entry.span.length();
            match self
                .passed
                .iter_mut()
                .find(|passed| passed.reason == entry.reason)
            {
                Some(passed) => {
                    passed.dates.through = dates.through;
                    passed.wall += wall;
                }
                None => self.passed.push(Passed {
                    reason: entry.reason,
                    dates,
                    wall,
                }),
            }
        }
        Ok(())
    }
}

impl Effect {
    const fn of_no_date(cause: Cause, later: Seconds) -> Self {
        Self {
            cause,
            dates: None,
            days: 0,
            later,
        }
    }
}

/// One target's clock under some terms.
struct Side<'a> {
    terms: &'a Terms,
    assessment: &'a Assessment,
    clock: &'a Clock,
}

impl<'a> Side<'a> {
    fn new(terms: &'a Terms, assessment: &'a Assessment, target: usize) -> Result<Self, Error> {
        let clock = assessment.clocks.get(target);
        let clock = clock.ok_or(Error::UnknownPriority {
            rank: assessment.rank.0,
        })?;
        Ok(Self {
            terms,
            assessment,
            clock,
        })
    }

    fn counting(&self) -> Result<Counting<'a>, Error> {
        self.clock.counting(self.terms)
    }

    /// What is to be counted from where it counts.
    fn need(&self) -> Seconds {
        (self.clock.seconds - self.clock.carried).max(0)
    }

    /// Whether it is due at an opening only because it would be at closing otherwise.
    fn is_moved_on(&self) -> Result<bool, Error> {
        let counting = Counting {
            at_closing: AtClosing::Closing,
            ..self.counting()?
        };
        Ok(counting.due(self.clock.origin, self.need())? != self.clock.due)
    }

    fn across(&self, history: &History, span: Span) -> Result<Vec<Entry>, Error> {
        Ledger::across(self.terms, history, self.clock, span)
    }

    /// The dates of a span, by the calendar.
    fn dates(&self, span: Span) -> DateSpan {
        let zone = self.terms.calendar().zone;
        let last = span.until.plus(-1).unwrap_or(span.until).max(span.from);
        DateSpan {
            from: zone.local(span.from).date(),
            through: zone.local(last).date(),
        }
    }

    fn hours(&self, date: NaiveDate) -> DayHours {
        let windows = self.terms.calendar().windows(date, self.terms.counts());
        DayHours::new(windows.iter().copied())
    }
}

/// The effects of dates, as they are found.
struct Gathering<'a> {
    base: &'a Side<'a>,
    other: &'a Side<'a>,
    effects: &'a mut Vec<Effect>,
}

impl Gathering<'_> {
    /// Walks both accounts of the same span side by side.
    fn add_calendar(&mut self, base: &[Entry], other: &[Entry]) {
        let (mut base, mut other) = (base.iter(), other.iter());
        let (mut one, mut two) = (base.next(), other.next());
        while let (Some(first), Some(second)) = (one, two) {
            let span = first.span.clip(second.span);
            match (first.counted > 0, second.counted > 0) {
                (true, false) => self.add(span, (&first.reason, &second.reason), 1),
                (false, true) => self.add(span, (&second.reason, &first.reason), -1),
                _ => {}
            }
            if first.span.until <= span.until {
                one = base.next();
            }
            if second.span.until <= span.until {
                two = other.next();
            }
        }
    }

    /// Adds a stretch that one side counts and the other skips, date by date.
    fn add(&mut self, span: Span, (counted, skipped): (&Reason, &Reason), sign: Seconds) {
        let zone = self.base.terms.calendar().zone;
        let cause = Cause::of(counted, skipped);
        let mut from = span.from;
        while from < span.until {
            let date = zone.local(from).date();
            let midnight = days::instant(zone, days::next(date), 0);
            let until = if midnight > from {
                midnight.min(span.until)
            } else {
                span.until
            };
            let cause = cause.clone().unwrap_or_else(|| self.hours(date));
            self.merge(cause, date, sign * until.since(from));
            from = until;
        }
    }

    fn hours(&self, date: NaiveDate) -> Cause {
        let zones = (
            self.base.terms.calendar().zone,
            self.other.terms.calendar().zone,
        );
        if zones.0 != zones.1 {
            return Cause::Zone {
                base: zones.0,
                other: zones.1,
            };
        }
        Cause::Hours {
            base: self.base.hours(date),
            other: self.other.hours(date),
        }
    }

    fn merge(&mut self, cause: Cause, date: NaiveDate, later: Seconds) {
        let same = |effect: &&mut Effect| {
            effect.cause == cause && effect.dates.is_some() && (effect.later < 0) == (later < 0)
        };
        match self.effects.iter_mut().find(same) {
            Some(effect) => {
                effect.later += later;
                if let Some(dates) = &mut effect.dates
                    && dates.through != date
                {
                    dates.through = date;
                    effect.days += 1;
                }
            }
            None => self.effects.push(Effect {
                cause,
                dates: Some(DateSpan {
                    from: date,
                    through: date,
                }),
                days: 1,
                later,
            }),
        }
    }
}
