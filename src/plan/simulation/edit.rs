//! What can be done to a simulation.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    CalendarId, DayChange, Monthly, OwnCalendar, OwnWindow, SimulatedClock, Simulation, TargetKey,
};
use crate::engine::{DateSpan, Hours, OpenPoint, Readings, Seconds, Span, Zone};

/// One thing done to a simulation, as data.
///
/// Edits name a scenario by its place. One that changes what the base assumes begins a variation with that change
/// and shows it. One that changes the calendar of a scenario copies it first where it is the contract's or another
/// scenario uses it too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SimulationEdit {
    /// Another scenario is shown.
    Show {
        /// Its place.
        scenario: usize,
    },
    /// Something that one scenario assumes.
    Assume {
        /// Its place.
        scenario: usize,
        /// What.
        change: Change,
    },
    /// A copy of a scenario, shown.
    Duplicate {
        /// The place of what is copied.
        scenario: usize,
    },
    /// A scenario is called otherwise.
    Rename {
        /// Its place.
        scenario: usize,
        /// The name; empty for none.
        name: String,
    },
    /// A scenario refuses changes, or takes them again.
    Lock {
        /// Its place.
        scenario: usize,
        /// Which of both.
        locked: bool,
    },
    /// A scenario assumes nothing any more.
    Reset {
        /// Its place.
        scenario: usize,
    },
    /// A scenario is removed.
    Remove {
        /// Its place.
        scenario: usize,
    },
    /// A calendar is called otherwise.
    RenameCalendar {
        /// Which.
        calendar: CalendarId,
        /// The name; empty for none.
        name: String,
    },
    /// A calendar is removed; scenarios that use it follow the contract's.
    RemoveCalendar {
        /// Which.
        calendar: CalendarId,
    },
    /// The clock of the page.
    Clock(SimulatedClock),
    /// Another simulation takes the place of this one.
    Replace(Box<Simulation>),
}

/// What changes in a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It uses another calendar.
    Calendar(CalendarId),
    /// It uses a new calendar, which gets an identity of its own.
    NewCalendar(Box<OwnCalendar>),
    /// Days of its calendar are something else; with no change, what the calendar says.
    Days {
        /// Which.
        dates: DateSpan,
        /// What they are.
        change: Option<DayChange>,
    },
    /// Days of its calendar as imported, over those changed before.
    Import {
        /// The days.
        days: Vec<(NaiveDate, DayChange)>,
        /// The years whose official days they are.
        official: BTreeSet<i32>,
    },
    /// No day of its calendar is changed or imported any more.
    ClearDays,
    /// The weekly hours of its calendar.
    Hours(Hours),
    /// The zone of its calendar.
    Zone(Zone),
    /// Where the holidays of its calendar come from.
    Place(Option<String>),
    /// A point is read as in these readings; none where it follows the plan.
    Read {
        /// Which.
        point: OpenPoint,
        /// As in these; the other points in them do not matter.
        readings: Option<Readings>,
    },
    /// How long a target is; none where it follows the contract.
    Length {
        /// Which.
        key: TargetKey,
        /// How long.
        seconds: Option<Seconds>,
    },
    /// The monthly rule of maintenance; none where it follows the contract.
    Monthly(Option<Monthly>),
    /// Whether emergencies suspend the clocks that planned maintenance suspends.
    EmergenciesSuspend(bool),
    /// Maintenance that happens once.
    AddWindow(OwnWindow),
    /// A window is at another time, or something else.
    ChangeWindow {
        /// Its place.
        window: usize,
        /// What it is now.
        to: OwnWindow,
    },
    /// A window is at another time.
    MoveWindow {
        /// Its place.
        window: usize,
        /// When it is now.
        to: Span,
    },
    /// A window does not happen.
    RemoveWindow {
        /// Its place.
        window: usize,
    },
}

impl SimulationEdit {
    /// Whether it goes on with the stroke before it, such as the next movement of a slider.
    #[must_use]
    pub const fn continues(&self) -> bool {
        match self {
            Self::Assume { change, .. } => matches!(
                change,
                Change::Days { .. }
                    | Change::Hours(_)
                    | Change::Length { .. }
                    | Change::Monthly(_)
                    | Change::ChangeWindow { .. }
                    | Change::MoveWindow { .. }
            ),
            Self::Rename { .. }
            | Self::RenameCalendar { .. }
            | Self::Clock(_)
            | Self::Show { .. } => true,
            _ => false,
        }
    }
}
