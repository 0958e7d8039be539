//! The document of the Simulate view: calendars, scenarios and what they assume, maintenance, the clock.

mod apply;
mod assumed_readings;
mod assumption;
mod day_change;
mod document;
mod edit;
mod hours;
mod journal;
mod maintenance;
mod name;
mod own_calendar;
mod premises;
mod refused;
mod scenario;
mod schedules;
mod simulated_clock;
mod subject;
mod window;

pub use assumed_readings::{AssumedReadings, next_way, taking};
pub use assumption::{Assumption, Topic, Value};
pub use day_change::DayChange;
pub use document::{BASE, MOST_CALENDARS, MOST_SCENARIOS, SIMULATION_SCHEMA, Simulation};
pub use edit::{Change, SimulationEdit};
pub use hours::{MOST_DAY_WINDOWS, has_lunch, with_lunch};
pub use journal::SimulationJournal;
pub use maintenance::{MaintenanceWindow, TOLD, WindowSource};
pub use name::{LONGEST_NAME, Name};
pub use own_calendar::{CalendarId, MOST_DAYS, MOST_YEARS, OwnCalendar};
pub use premises::{Baseline, Premises};
pub use refused::Refused;
pub use scenario::{Assumptions, LONGEST_TARGET, Monthly, Scenario, TargetKey};
pub use schedules::Schedules;
pub use simulated_clock::{FASTEST, SPEEDS, SimulatedClock};
pub use subject::{ChangeSubject, SimulationSubject};
pub use window::{MOST_WINDOWS, MonthlyRule, OwnWindow, WindowKind};
