//! Doing an edit to a simulation.

use std::sync::Arc;

use chrono::NaiveDate;

use super::hours::{MOST_DAY_WINDOWS, most_windows};
use super::name;
use super::own_calendar::{MOST_DAYS, MOST_YEARS, is_known};
use super::scenario::LONGEST_TARGET;
use super::window::MOST_WINDOWS;
use super::{
    Assumptions, BASE, CalendarId, Change, DayChange, MOST_CALENDARS, MOST_SCENARIOS, Name,
    OwnCalendar, OwnWindow, Refused, Scenario, Simulation, SimulationEdit, day_change,
};
use crate::engine::{DateSpan, Hours, OpenPoint, Policy, Span};

impl Simulation {
    /// Does `edit`; `contract` is whose calendar is copied when it is changed.
    ///
    /// # Errors
    /// [`Refused`]; the simulation may be changed in part then, so apply it to a copy.
    pub fn apply(&mut self, edit: SimulationEdit, contract: &Policy) -> Result<(), Refused> {
        match edit {
            SimulationEdit::Show { scenario } => {
                self.scenario(scenario)?;
                self.active = scenario;
            }
            SimulationEdit::Assume { scenario, change } => {
                self.assume(scenario, change, contract)?
            }
            SimulationEdit::Duplicate { scenario } => {
                self.duplicate(scenario)?;
            }
            SimulationEdit::Rename { scenario, name } => {
                self.unlocked(scenario)?.name = Name::given(&name);
            }
            SimulationEdit::Lock { scenario, locked } => self.variation(scenario)?.locked = locked,
            SimulationEdit::Reset { scenario } => {
                self.unlocked(scenario)?.assumptions = Assumptions::default();
                self.forget_unused();
            }
            SimulationEdit::Remove { scenario } => {
                self.unlocked(scenario)?;
                self.scenarios.remove(scenario);
                if self.active >= scenario {
                    self.active -= 1;
                }
                self.forget_unused();
            }
            SimulationEdit::RenameCalendar { calendar, name } => {
                let place = self.place_of(calendar)?;
                if let Some(calendar) = self.calendars.get_mut(place) {
                    Arc::make_mut(calendar).name = Name::given(&name);
                }
            }
            SimulationEdit::RemoveCalendar { calendar } => self.remove_calendar(calendar)?,
            SimulationEdit::Clock(clock) => self.clock = clock,
            SimulationEdit::Replace(other) => *self = *other,
        }
        Ok(())
    }

    /// The scenario at a place.
    pub(super) fn scenario(&self, scenario: usize) -> Result<&Scenario, Refused> {
        let found = self.scenarios.get(scenario);
        found.ok_or(Refused::NoScenario { scenario })
    }

    fn variation(&mut self, scenario: usize) -> Result<&mut Scenario, Refused> {
        if scenario == BASE {
            return Err(Refused::Base);
        }
        let found = self.scenarios.get_mut(scenario);
        found.ok_or(Refused::NoScenario { scenario })
    }

    fn unlocked(&mut self, scenario: usize) -> Result<&mut Scenario, Refused> {
        match self.variation(scenario)? {
            found if found.locked => Err(Refused::Locked { scenario }),
            found => Ok(found),
        }
    }

    fn duplicate(&mut self, scenario: usize) -> Result<usize, Refused> {
        let original = self.scenario(scenario)?;
        let most = MOST_SCENARIOS;
        if self.scenarios.len() >= most {
            return Err(Refused::TooManyScenarios { most });
        }
        let named = !original.name.text.is_empty();
        let copy = Scenario {
            name: if named {
                original.name.copy()
            } else {
                Name::default()
            },
            locked: false,
            assumptions: original.assumptions.clone(),
        };
        self.scenarios.push(copy);
        self.active = self.scenarios.len() - 1;
        Ok(self.active)
    }

    fn assume(
        &mut self,
        scenario: usize,
        change: Change,
        contract: &Policy,
    ) -> Result<(), Refused> {
        let scenario = match scenario {
            BASE => self.duplicate(BASE)?,
            variation => variation,
        };
        self.unlocked(scenario)?;
        match change {
            Change::Calendar(calendar) => {
                if calendar != CalendarId::CONTRACT {
                    self.place_of(calendar)?;
                }
                self.unlocked(scenario)?.assumptions.calendar = calendar;
            }
            Change::NewCalendar(calendar) => {
                let mut calendar = *calendar;
                check_calendar(&calendar)?;
                for change in Arc::make_mut(&mut calendar.days).values_mut() {
                    *change = change.clone().cut();
                }
                self.take_calendar(scenario, calendar)?;
            }
            Change::Days { dates, change } => {
                self.change_calendar(scenario, contract, |calendar| {
                    change_days(calendar, dates, change)
                })?;
            }
            Change::Import { days, official } => {
                self.change_calendar(scenario, contract, |calendar| {
                    let changed = Arc::make_mut(&mut calendar.days);
                    for (date, change) in days {
                        check_date(date)?;
                        changed.insert(date, change.cut());
                    }
                    let known = official
                        .into_iter()
                        .filter(|year| (1970..=2100).contains(year));
                    calendar.official.extend(known);
                    Ok(())
                })?;
            }
            Change::ClearDays => self.change_calendar(scenario, contract, |calendar| {
                calendar.days = Arc::default();
                calendar.official.clear();
                Ok(())
            })?,
            Change::Hours(hours) => self.change_calendar(scenario, contract, |calendar| {
                calendar.hours = hours;
                Ok(())
            })?,
            Change::Zone(zone) => self.change_calendar(scenario, contract, |calendar| {
                calendar.zone = zone;
                Ok(())
            })?,
            Change::Place(place) => self.change_calendar(scenario, contract, |calendar| {
                calendar.place = place;
                Ok(())
            })?,
            other => assume(&mut self.unlocked(scenario)?.assumptions, other)?,
        }
        Ok(())
    }

    /// Changes the calendar of a scenario, a copy of it where it is the contract's or another's too.
    fn change_calendar(
        &mut self,
        scenario: usize,
        contract: &Policy,
        change: impl FnOnce(&mut OwnCalendar) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let id = self.scenario(scenario)?.assumptions.calendar;
        let current = match self.calendar(id) {
            Some(calendar) => Arc::clone(calendar),
            None => Arc::new(OwnCalendar::of(contract)),
        };
        let mut changed = (*current).clone();
        change(&mut changed)?;
        if changed == *current {
            return Ok(());
        }
        check_calendar(&changed)?;
        let others = self.scenarios.iter().enumerate();
        let shared = others
            .filter(|(place, _)| *place != scenario)
            .any(|(_, other)| other.assumptions.calendar == id);
        if id == CalendarId::CONTRACT || shared {
            // A calendar of the user's own without a name is told by its number, as its copy is.
            if id == CalendarId::CONTRACT || !changed.name.text.is_empty() {
                changed.name = changed.name.copy();
            }
            return self.take_calendar(scenario, changed);
        }
        let place = self.place_of(id)?;
        if let Some(calendar) = self.calendars.get_mut(place) {
            *calendar = Arc::new(changed);
        }
        Ok(())
    }

    /// Adds a calendar under an identity of its own, which the scenario uses from now on.
    fn take_calendar(&mut self, scenario: usize, calendar: OwnCalendar) -> Result<(), Refused> {
        let most = MOST_CALENDARS;
        if self.calendars.len() >= most {
            return Err(Refused::TooManyCalendars { most });
        }
        let last = self.calendars.iter().map(|calendar| calendar.id.0).max();
        // An identity at the very end of the numbers comes from a file; the first free one follows it.
        let id = match last.unwrap_or(0).checked_add(1) {
            Some(next) => CalendarId(next),
            None => (1..)
                .map(CalendarId)
                .find(|id| self.calendar(*id).is_none())
                .unwrap_or_default(),
        };
        let calendar = OwnCalendar {
            id,
            name: Name {
                text: name::cut(&calendar.name.text),
                ..calendar.name
            },
            ..calendar
        };
        self.calendars.push(Arc::new(calendar));
        self.unlocked(scenario)?.assumptions.calendar = id;
        Ok(())
    }

    fn place_of(&self, calendar: CalendarId) -> Result<usize, Refused> {
        let mut calendars = self.calendars.iter();
        let place = calendars.position(|known| known.id == calendar);
        place.ok_or(Refused::NoCalendar { calendar })
    }

    fn remove_calendar(&mut self, calendar: CalendarId) -> Result<(), Refused> {
        let place = self.place_of(calendar)?;
        let uses = |scenario: &Scenario| scenario.assumptions.calendar == calendar;
        let mut scenarios = self.scenarios.iter();
        if let Some(scenario) = scenarios.position(|scenario| scenario.locked && uses(scenario)) {
            return Err(Refused::CalendarLocked { scenario });
        }
        for scenario in self.scenarios.iter_mut().filter(|scenario| uses(scenario)) {
            scenario.assumptions.calendar = CalendarId::CONTRACT;
        }
        self.calendars.remove(place);
        Ok(())
    }

    /// Forgets copies that nobody named and no scenario uses.
    fn forget_unused(&mut self) {
        let scenarios = &self.scenarios;
        self.calendars.retain(|calendar| {
            let mut used = scenarios
                .iter()
                .map(|scenario| scenario.assumptions.calendar);
            !calendar.name.copied || used.any(|used| used == calendar.id)
        });
    }
}

/// Changes what is in the assumptions themselves; what is in the calendar was changed before.
fn assume(assumptions: &mut Assumptions, change: Change) -> Result<(), Refused> {
    match change {
        Change::Read { point, readings } => {
            if matches!(point, OpenPoint::R6 | OpenPoint::R16) {
                return Err(Refused::OneWay { point });
            }
            assumptions.readings.set(point, readings);
        }
        Change::Length { key, seconds: None } => {
            assumptions.lengths.remove(&key);
        }
        Change::Length {
            key,
            seconds: Some(seconds),
        } => {
            let most = LONGEST_TARGET;
            if !(1..=most).contains(&seconds) {
                return Err(Refused::TargetLength { seconds, most });
            }
            assumptions.lengths.insert(key, seconds);
        }
        Change::Monthly(monthly) => assumptions.monthly = monthly,
        Change::EmergenciesSuspend(suspend) => assumptions.emergencies_suspend = suspend,
        Change::AddWindow(window) => {
            let most = MOST_WINDOWS;
            if assumptions.windows.len() >= most {
                return Err(Refused::TooManyWindows { most });
            }
            assumptions.windows.push(checked(window)?);
        }
        Change::ChangeWindow { window, to } => {
            *window_at(assumptions, window)? = checked(to)?;
        }
        Change::MoveWindow { window, to } => {
            check_span(to)?;
            window_at(assumptions, window)?.span = to;
        }
        Change::RemoveWindow { window } => {
            window_at(assumptions, window)?;
            assumptions.windows.remove(window);
        }
        Change::Calendar(_)
        | Change::NewCalendar(_)
        | Change::Days { .. }
        | Change::Import { .. }
        | Change::ClearDays
        | Change::Hours(_)
        | Change::Zone(_)
        | Change::Place(_) => {}
    }
    Ok(())
}

fn window_at(assumptions: &mut Assumptions, window: usize) -> Result<&mut OwnWindow, Refused> {
    let found = assumptions.windows.get_mut(window);
    found.ok_or(Refused::NoWindow { window })
}

fn checked(window: OwnWindow) -> Result<OwnWindow, Refused> {
    check_span(window.span)?;
    Ok(OwnWindow {
        name: name::cut(&window.name),
        ..window
    })
}

fn check_span(span: Span) -> Result<(), Refused> {
    if span.is_empty() {
        return Err(Refused::BackwardWindow { span });
    }
    Ok(())
}

fn check_date(date: NaiveDate) -> Result<(), Refused> {
    if day_change::is_within(date) {
        return Ok(());
    }
    Err(Refused::DateOutOfRange { date })
}

/// What every calendar must hold to.
fn check_calendar(calendar: &OwnCalendar) -> Result<(), Refused> {
    if calendar.days.len() > MOST_DAYS {
        return Err(Refused::TooManyDays { most: MOST_DAYS });
    }
    if calendar.official.len() > MOST_YEARS {
        return Err(Refused::TooManyDays { most: MOST_YEARS });
    }
    let hours = calendar.days.values().map(|change| match change {
        DayChange::Hours { hours, .. } => hours.windows().len(),
        _ => 0,
    });
    let most = MOST_DAY_WINDOWS;
    if most_windows(&calendar.hours).max(hours.max().unwrap_or(0)) > most {
        return Err(Refused::TooManyHours { most });
    }
    for date in calendar.days.keys() {
        check_date(*date)?;
    }
    match &calendar.place {
        Some(place) if !is_known(place) => Err(Refused::UnknownPlace {
            place: name::cut(place),
        }),
        _ => Ok(()),
    }
}

fn change_days(
    calendar: &mut OwnCalendar,
    dates: DateSpan,
    change: Option<DayChange>,
) -> Result<(), Refused> {
    let DateSpan { from, through } = dates;
    if through < from {
        return Err(Refused::BackwardDates { from, through });
    }
    check_date(from)?;
    check_date(through)?;
    if calendar.hours == Hours::Always {
        return Err(Refused::AlwaysOpen);
    }
    let days = Arc::make_mut(&mut calendar.days);
    let Some(change) = change.map(DayChange::cut) else {
        days.retain(|date, _| !dates.contains(*date));
        return Ok(());
    };
    for date in from.iter_days().take_while(|date| *date <= through) {
        days.insert(date, change.clone());
    }
    Ok(())
}
