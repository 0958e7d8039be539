//! SLA arithmetic: pure, without a clock, and without a panic.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::unreachable
    )
)]

mod assessment;
mod availability;
mod bilingual;
mod calendar;
mod clock;
mod comparison;
mod counting;
mod difference;
mod error;
mod event;
mod glance;
mod history;
mod holidays;
mod hours;
mod index;
mod instant;
mod iso;
mod keyed;
mod ledger;
mod maintenance;
mod node;
mod notice;
mod open_point;
mod plain;
mod plain_terms;
mod policy;
mod readings;
mod schedule;
mod sketch;
mod span;
mod terms;
mod timetable;
mod zone;

pub use assessment::Assessment;
pub use availability::{Availability, Downtime, Outage, Period, Share};
pub use bilingual::Bilingual;
pub use calendar::{Calendar, Closure, Counts, DatedHours, DatedKind, DayKind, Hours};
pub use clock::{Basis, Clock, Cycle, Motion, Provisional, Status, Verdict};
pub use comparison::Outcome;
pub use counting::{AtClosing, Counting};
pub use difference::{Difference, Explainer, Explanation, Habit, HelpDesk};
pub use error::Error;
pub use event::{Event, EventKind, Rank};
pub use glance::Glance;
pub use history::{Fault, History, Pause, Round};
pub use holidays::{HolidaySet, Region};
pub(crate) use hours::DAYS;
pub use hours::{DayHours, HoursFault, TypedHours, WeeklyHours, Window};
pub use instant::{Instant, Seconds};
pub(crate) use keyed::keyed;
pub use ledger::{Entry, Ledger, Reason};
pub use maintenance::{MaintenanceRule, MonthlyWindow, Nth};
pub use node::{Expected, Misread, Node};
pub use notice::{Notice, Standing};
pub use open_point::OpenPoint;
pub use plain::PlainHistory;
pub(crate) use plain::{NEVER, PlainSeconds};
pub use plain_terms::{PlainClock, PlainTerms};
pub use policy::{BasisPoints, Milestone, Notices, Policy, Priority, Target, Threshold};
pub use readings::{
    ClockReading, EmergencyNotice, MitigationStops, PerTarget, PriorityChange, Readings, Reopening,
    ResolutionStart, RestorationFrom, YearLength,
};
pub use schedule::Schedule;
pub(crate) use sketch::Sketch;
pub use span::{DateSpan, Span};
pub use terms::Terms;
pub use timetable::Timetable;
pub use zone::{LocalTime, TZDB_VERSION, Zone};
