//! What each stretch of time is.

use crate::engine::{
    Bilingual, Clock, DatedKind, Entry, Error, History, Instant, Ledger, Reason, Seconds, Span,
    Terms,
};

/// What a stretch of time is: one thing, whatever else holds. Pause comes before maintenance, that before
/// holidays, weekends and nights.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SegmentState {
    /// Open.
    Open,
    /// Outside the hours of a day that has some.
    Night,
    /// A day of the week without hours.
    Weekend,
    /// A holiday.
    Holiday {
        /// What it is called.
        name: Bilingual,
    },
    /// The hours of a make-up day.
    MakeUp {
        /// What it makes up for.
        name: Bilingual,
    },
    /// The hours of a day that has its own.
    Special {
        /// What the day is called.
        name: Bilingual,
    },
    /// A planned maintenance window.
    Maintenance {
        /// Whether it suspends the clock (R4).
        suspends: bool,
    },
    /// A closure of the calendar.
    Closure {
        /// What it is called.
        name: Bilingual,
    },
    /// Paused (R7).
    Paused {
        /// Why.
        reason: String,
    },
    /// Resolved, and reopened later (R9).
    Closed,
}

impl SegmentState {
    fn of(reason: Reason, open: bool, suspends: bool) -> Self {
        match reason {
            Reason::AllHours | Reason::WorkingTime => Self::Open,
            Reason::Dated { kind, name } if open => match kind {
                DatedKind::MakeUp => Self::MakeUp { name },
                DatedKind::Special => Self::Special { name },
            },
            Reason::Dated { .. } | Reason::OutOfHours => Self::Night,
            Reason::DayOff => Self::Weekend,
            Reason::Holiday { name } => Self::Holiday { name },
            Reason::Maintenance => Self::Maintenance { suspends },
            Reason::Closure { name } => Self::Closure { name },
            Reason::Paused { reason } => Self::Paused { reason },
            Reason::Closed => Self::Closed,
        }
    }
}

/// A stretch of time that is one thing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Segment {
    /// When.
    pub span: Span,
    /// What it is.
    pub state: SegmentState,
    /// Whether a clock counts here while it runs.
    pub open: bool,
    /// Whether this clock counts here: it is open, and the clock runs.
    pub counted: bool,
    /// How many seconds the clock has counted at the end.
    pub total: Seconds,
}

impl Segment {
    /// The stretches of `within` on `clock`, in order, without gaps. Outside its run nothing is counted.
    ///
    /// # Errors
    /// [`Error::UnknownPriority`] under terms of another policy.
    ///
    /// ```
    /// use sla_planner::engine::{Assessment, History, Policy, Rank, Readings, Schedule, Span, Terms};
    /// use sla_planner::timeline::Segment;
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let history = History::submitted("2026-11-23T10:00:00+08:00".parse()?, Rank(0));
    /// let assessment = Assessment::of(&terms, &history, history.submitted)?;
    /// let around = Span::new(history.submitted.plus(-60)?, history.submitted.plus(900)?);
    /// let segments = Segment::of_clock(&terms, &history, &assessment.clocks[0], around)?;
    /// let counted: Vec<bool> = segments.iter().map(|segment| segment.counted).collect();
    /// assert_eq!(counted, [false, true], "before the submission nothing counts");
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn of_clock(
        terms: &Terms,
        history: &History,
        clock: &Clock,
        within: Span,
    ) -> Result<Vec<Self>, Error> {
        let stop = clock.stop.unwrap_or(Instant::MAX);
        let run = Span::new(clock.origin, stop);
        let before = if clock.origin < within.from {
            let until = within.from.min(stop);
            clock.carried + clock.counting(terms)?.counted(clock.origin, until)
        } else {
            0
        };
        let mut segments = Segments {
            made: Vec::new(),
            total: before,
        };
        for entry in Ledger::across(terms, history, clock, within)? {
            let mut from = entry.span.from;
            for cut in [run.from, run.until, entry.span.until] {
                let piece = Span::new(from, cut.min(entry.span.until));
                if piece.is_empty() {
                    continue;
                }
                if piece.from == run.from {
                    segments.total = clock.carried;
                }
                segments.add(&entry, piece, run.contains(piece.from), true);
                from = piece.until;
            }
        }
        Ok(segments.made)
    }

    /// The stretches of `within` by the calendar of working time: what is open is served by the desk, the
    /// rest by those on call. `target` decides whether maintenance is said to suspend a clock.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Span, Terms};
    /// use sla_planner::timeline::{Segment, SegmentState};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let night = Span::new("2026-11-23T17:00:00+08:00".parse()?, "2026-11-24T10:00:00+08:00".parse()?);
    /// let segments = Segment::of_calendar(&terms, 0, night);
    /// let states: Vec<SegmentState> = segments.into_iter().map(|segment| segment.state).collect();
    /// assert_eq!(states, [SegmentState::Open, SegmentState::Night, SegmentState::Open]);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn of_calendar(terms: &Terms, target: usize, within: Span) -> Vec<Self> {
        let response = terms.policy().targets.get(target);
        let suspends = terms.readings().maintenance_suspends;
        let suspends = match response {
            Some(target) if target.is_response() => suspends.response,
            _ => suspends.resolution,
        };
        let mut segments = Segments {
            made: Vec::new(),
            total: 0,
        };
        for entry in Ledger::of_calendar(terms, within) {
            segments.add(&entry, entry.span, true, suspends);
        }
        segments.made
    }

    /// The one of `segments` in which `at` lies; the last one past their end.
    #[must_use]
    pub fn at(segments: &[Self], at: Instant) -> Option<&Self> {
        let place = segments.partition_point(|segment| segment.span.until <= at);
        segments.get(place).or(segments.last())
    }

    /// How many seconds the clock has counted at `at`, inside.
    #[must_use]
    pub fn counted_by(&self, at: Instant) -> Seconds {
        if self.counted {
            self.total - self.span.until.since(at.min(self.span.until))
        } else {
            self.total
        }
    }
}

/// Segments as they are made: like ones that touch are one.
struct Segments {
    made: Vec<Segment>,
    total: Seconds,
}

impl Segments {
    fn add(&mut self, entry: &Entry, span: Span, runs: bool, suspends: bool) {
        let open = entry.counted > 0;
        let state = SegmentState::of(entry.reason.clone(), open, suspends);
        let counted = open && runs;
        if counted {
            self.total += span.length();
        }
        match self.made.last_mut() {
            Some(last) if last.state == state && last.open == open && last.counted == counted => {
                last.span.until = span.until;
                last.total = self.total;
            }
            _ => self.made.push(Segment {
                span,
                state,
                open,
                counted,
                total: self.total,
            }),
        }
    }
}
