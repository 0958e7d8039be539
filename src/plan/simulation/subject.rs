//! What an edit is about, to name a step.

use super::{BASE, CalendarId, Change, Simulation, SimulationEdit, TargetKey};
use crate::engine::OpenPoint;

/// What an edit is about. Edits of one stroke that are about the same are taken back together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SimulationSubject {
    /// Which scenario is shown.
    Shown,
    /// What a scenario assumes, by its place after the edit.
    Assumption(usize, ChangeSubject),
    /// A scenario was copied.
    Duplicate,
    /// The name of a scenario, by its place.
    Name(usize),
    /// Whether a scenario is locked.
    Lock,
    /// A scenario that was reset.
    Reset,
    /// A scenario that was removed.
    Removed,
    /// The name of a calendar.
    CalendarName(CalendarId),
    /// A calendar that was removed.
    CalendarRemoved,
    /// The clock.
    Clock,
    /// The whole.
    Whole,
}

/// What a change in a scenario is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeSubject {
    /// Which calendar.
    Calendar,
    /// Days of the calendar.
    Days,
    /// Days that were imported.
    Import,
    /// Weekly hours.
    Hours,
    /// The service zone.
    Zone,
    /// Whose holidays.
    Place,
    /// An open point.
    Point(OpenPoint),
    /// How long a target is.
    Length(TargetKey),
    /// The monthly rule of maintenance.
    Monthly,
    /// Whether emergencies suspend clocks.
    Emergencies,
    /// A window, by its place; none for one that was added or removed.
    Window(Option<usize>),
}

impl Change {
    /// What it is about.
    #[must_use]
    pub const fn subject(&self) -> ChangeSubject {
        match self {
            Self::Calendar(_) | Self::NewCalendar(_) => ChangeSubject::Calendar,
            Self::Days { .. } | Self::ClearDays => ChangeSubject::Days,
            Self::Import { .. } => ChangeSubject::Import,
            Self::Hours(_) => ChangeSubject::Hours,
            Self::Zone(_) => ChangeSubject::Zone,
            Self::Place(_) => ChangeSubject::Place,
            Self::Read { point, .. } => ChangeSubject::Point(*point),
            Self::Length { key, .. } => ChangeSubject::Length(*key),
            Self::Monthly(_) => ChangeSubject::Monthly,
            Self::EmergenciesSuspend(_) => ChangeSubject::Emergencies,
            Self::AddWindow(_) | Self::RemoveWindow { .. } => ChangeSubject::Window(None),
            Self::ChangeWindow { window, .. } | Self::MoveWindow { window, .. } => {
                ChangeSubject::Window(Some(*window))
            }
        }
    }
}

impl SimulationEdit {
    /// What it is about in `simulation`, to which it is going to be applied.
    #[must_use]
    pub fn subject(&self, simulation: &Simulation) -> SimulationSubject {
        match self {
            Self::Show { .. } => SimulationSubject::Shown,
            Self::Assume { scenario, change } => {
                let place = match *scenario {
                    BASE => simulation.scenarios().len(),
                    variation => variation,
                };
                SimulationSubject::Assumption(place, change.subject())
            }
            Self::Duplicate { .. } => SimulationSubject::Duplicate,
            Self::Rename { scenario, .. } => SimulationSubject::Name(*scenario),
            Self::Lock { .. } => SimulationSubject::Lock,
            Self::Reset { .. } => SimulationSubject::Reset,
            Self::Remove { .. } => SimulationSubject::Removed,
            Self::RenameCalendar { calendar, .. } => SimulationSubject::CalendarName(*calendar),
            Self::RemoveCalendar { .. } => SimulationSubject::CalendarRemoved,
            Self::Clock(_) => SimulationSubject::Clock,
            Self::Replace(_) => SimulationSubject::Whole,
        }
    }
}
