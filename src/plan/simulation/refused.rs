//! Why an edit cannot be done.

use std::fmt;

use chrono::NaiveDate;

use super::CalendarId;
use crate::engine::{OpenPoint, Seconds, Span};

/// Why an edit of a simulation cannot be done; the simulation stays as it is. Its message is for developers; people
/// read the sentence that `text` makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such scenario.
    NoScenario {
        /// Its place.
        scenario: usize,
    },
    /// There is no such calendar of the user's own.
    NoCalendar {
        /// What it would be called by.
        calendar: CalendarId,
    },
    /// The scenario has no such window.
    NoWindow {
        /// Its place.
        window: usize,
    },
    /// The base is the plan as it is: it has no name to change and cannot be locked, reset or removed.
    Base,
    /// The scenario is locked.
    Locked {
        /// Its place.
        scenario: usize,
    },
    /// A locked scenario uses the calendar.
    CalendarLocked {
        /// The place of the scenario.
        scenario: usize,
    },
    /// There are as many scenarios as there can be.
    TooManyScenarios {
        /// How many that is, the base among them.
        most: usize,
    },
    /// There are as many calendars as there can be.
    TooManyCalendars {
        /// How many that is.
        most: usize,
    },
    /// More days would be changed in a calendar than can be.
    TooManyDays {
        /// How many can be.
        most: usize,
    },
    /// The scenario has as many windows as it can have.
    TooManyWindows {
        /// How many that is.
        most: usize,
    },
    /// A day has more hours apart than it can have.
    TooManyHours {
        /// How many it can have.
        most: usize,
    },
    /// The dates end before they begin.
    BackwardDates {
        /// The first.
        from: NaiveDate,
        /// The last.
        through: NaiveDate,
    },
    /// A date outside 1970 to 2100.
    DateOutOfRange {
        /// The date.
        date: NaiveDate,
    },
    /// A window that does not end after it begins.
    BackwardWindow {
        /// The window.
        span: Span,
    },
    /// A target that is not positive, or longer than a year.
    TargetLength {
        /// Its length.
        seconds: Seconds,
        /// How long it may be.
        most: Seconds,
    },
    /// No holidays of this place come with the program.
    UnknownPlace {
        /// The place.
        place: String,
    },
    /// The calendar is open 24x7 and has no days of its own.
    AlwaysOpen,
    /// The point can be read one way only.
    OneWay {
        /// Which.
        point: OpenPoint,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused: {self:?}")
    }
}

impl std::error::Error for Refused {}
