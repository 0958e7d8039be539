//! What other systems do that is no reading of the contract.

use std::borrow::Cow;

use crate::engine::{
    Calendar, ClockReading, Error, History, Hours, Instant, Pause, Seconds, Span, TypedHours,
    WeeklyHours,
};

/// A habit of other systems that is no reading of the contract.
///
/// ```
/// use sla_planner::engine::Habit;
/// assert_eq!(Habit::ALL.len(), 7);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Habit {
    /// It knows no holidays, and so no make-up days either.
    NoHolidays,
    /// It takes the hours of the calendar to be UTC.
    HoursInUtc,
    /// Its 24x7 is 00:00 to 23:59, so that a minute is lost each night.
    LastMinuteLost,
    /// It cuts the ends of pauses to the minute.
    PausesToTheMinute,
    /// It adds the length of pauses by the wall clock to the target, as if all of it were working time.
    PausesOnTarget,
    /// It adds the length of pauses by the wall clock to the due time.
    PausesOnDue,
    /// It counts rightly, and shows the due time in UTC.
    ShownInUtc,
}

impl Habit {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::NoHolidays,
        Self::HoursInUtc,
        Self::LastMinuteLost,
        Self::PausesToTheMinute,
        Self::PausesOnTarget,
        Self::PausesOnDue,
        Self::ShownInUtc,
    ];

    /// Whether it is about when the calendar is open.
    pub(super) const fn is_of_calendar(self) -> bool {
        matches!(
            self,
            Self::NoHolidays | Self::HoursInUtc | Self::LastMinuteLost
        )
    }

    /// Whether it is about pauses; a system has one such habit at most.
    pub(super) const fn is_of_pauses(self) -> bool {
        matches!(
            self,
            Self::PausesToTheMinute | Self::PausesOnTarget | Self::PausesOnDue
        )
    }

    /// Whether it can show where targets run on `clock`.
    pub(super) const fn shows_on(self, clock: ClockReading) -> bool {
        let all_hours = matches!(clock, ClockReading::AllHours);
        match self {
            Self::NoHolidays | Self::HoursInUtc => !all_hours,
            Self::LastMinuteLost => all_hours,
            _ => true,
        }
    }

    /// The calendar as a system with this habit has it. What is official or estimated of its holidays does
    /// not matter there.
    pub(super) fn on_calendar(self, mut calendar: Calendar) -> Result<Calendar, Error> {
        calendar.estimated.clear();
        calendar.official = None;
        match self {
            Self::NoHolidays => {
                calendar.holidays.clear();
                calendar.dated.clear();
            }
            Self::HoursInUtc => calendar.zone = "UTC".parse()?,
            Self::LastMinuteLost => {
                const WEEK: [chrono::Weekday; 7] = {
                    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
                    [Mon, Tue, Wed, Thu, Fri, Sat, Sun]
                };
                let whole = TypedHours::new(0, 23 * 3_600 + 59 * 60)?;
                calendar.holidays.clear();
                calendar.dated.clear();
                calendar.hours = Hours::Weekly(WeeklyHours::on(WEEK, whole));
            }
            _ => {}
        }
        Ok(calendar)
    }

    /// The history as a system with this habit counts it.
    pub(super) fn on_history(self, history: &History) -> Cow<'_, History> {
        match self {
            Self::PausesToTheMinute => {
                let mut cut = history.clone();
                for pause in &mut cut.pauses {
                    pause.from = minute(pause.from);
                    pause.until = pause.until.map(minute);
                }
                Cow::Owned(cut)
            }
            Self::PausesOnTarget | Self::PausesOnDue => {
                let mut whole = history.clone();
                whole.pauses.clear();
                Cow::Owned(whole)
            }
            _ => Cow::Borrowed(history),
        }
    }
}

/// The minute `at` lies in.
fn minute(at: Instant) -> Instant {
    Instant::saturating(at.epoch() - at.epoch() % 60)
}

/// Whether a pause begins or ends within a minute.
pub(super) fn within_minutes(pauses: &[Pause]) -> bool {
    let ends = pauses
        .iter()
        .flat_map(|pause| [Some(pause.from), pause.until]);
    ends.flatten().any(|at| minute(at) != at)
}

/// How long `pauses` are by the wall clock within `span`.
pub(super) fn wall_length(pauses: &[Pause], span: Span, now: Instant) -> Seconds {
    let spans = pauses.iter().map(|pause| pause.span(now).clip(span));
    spans.map(Span::length).sum()
}
