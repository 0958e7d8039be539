//! Ways to come by a due time.

use super::habit::within_minutes;
use super::{Habit, HelpDesk};
use crate::engine::comparison::{CLOCKS, CLOSINGS, STARTS, differing, per_targets};
use crate::engine::{
    History, MaintenanceRule, Milestone, MitigationStops, OpenPoint, PriorityChange, Readings,
    Reopening, Span, Terms,
};

/// The most things in which a way departs from the readings in force, unless a help desk is known for it.
/// With more, almost any time can be had.
const MOST: usize = 3;

/// A way to come by a due time: the contract read so, and habits besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) readings: Readings,
    pub(super) habits: Vec<Habit>,
}

impl Way {
    /// Whether all that it does otherwise than `current`, `other` does too.
    pub(super) fn is_within(&self, other: &Self, current: Readings) -> bool {
        let apart = differing(self.readings, other.readings);
        let own = differing(current, self.readings);
        own.iter().all(|point| !apart.contains(point))
            && self.habits.iter().all(|habit| other.habits.contains(habit))
    }

    /// Whether each of its habits can show: beside its readings, and beside its other habits.
    fn is_sensible(&self, current: Readings, is_response: bool) -> bool {
        let Self { readings, habits } = self;
        let pauses = if is_response {
            readings.pauses.response
        } else {
            readings.pauses.resolution
        };
        let no_holidays = habits.contains(&Habit::NoHolidays);
        let of_pauses = habits.iter().filter(|habit| habit.is_of_pauses()).count();
        habits.iter().all(|habit| habit.shows_on(readings.clock))
            && of_pauses <= usize::from(pauses)
            && !(no_holidays && readings.make_up_days != current.make_up_days)
    }
}

/// What can be done otherwise on one ticket.
pub(super) struct Options {
    current: Readings,
    is_response: bool,
    points: Vec<OpenPoint>,
    habits: Vec<Habit>,
}

impl Options {
    /// Those that can make a difference to when `target` is due, on `history`, until the end of `within`.
    pub(super) fn of(terms: &Terms, history: &History, target: usize, within: Span) -> Self {
        let current = *terms.readings();
        let policy = terms.policy();
        let target = policy.targets.get(target);
        let is_response = target.is_some_and(crate::engine::Target::is_response);
        let confirmed = target.is_some_and(|target| target.start == Milestone::Confirmation);
        let windows = MaintenanceRule::all(&current.maintenance(policy), within);
        let rounds = &history.rounds;
        let points = [
            (OpenPoint::R1, true),
            (OpenPoint::R2, confirmed),
            (OpenPoint::R4, !windows.is_empty()),
            (OpenPoint::R5, true),
            (OpenPoint::R7, !history.pauses.is_empty()),
            (OpenPoint::R8, !history.priority_changes.is_empty()),
            (OpenPoint::R9, !is_response && rounds.len() > 1),
            (OpenPoint::R10, true),
            (
                OpenPoint::R12,
                !is_response && rounds.iter().any(|round| round.mitigated.is_some()),
            ),
        ];
        let can_show = |habit: &Habit| match habit {
            Habit::PausesToTheMinute => within_minutes(&history.pauses),
            Habit::PausesOnTarget | Habit::PausesOnDue => !history.pauses.is_empty(),
            _ => true,
        };
        Self {
            current,
            is_response,
            points: points
                .into_iter()
                .filter_map(|(point, touches)| touches.then_some(point))
                .collect(),
            habits: Habit::ALL.into_iter().filter(can_show).collect(),
        }
    }

    /// Every way with few departures, the one in force first, and the ways of the help desks, by their place.
    pub(super) fn ways(&self) -> (Vec<Way>, Vec<(usize, HelpDesk)>) {
        let mut ways = vec![(
            0,
            Way {
                readings: self.current,
                habits: Vec::new(),
            },
        )];
        for point in &self.points {
            let mut more = Vec::new();
            for (count, way) in ways.iter().filter(|(count, _)| *count < MOST) {
                for readings in others(*point, way.readings) {
                    let habits = Vec::new();
                    more.push((count + 1, Way { readings, habits }));
                }
            }
            ways.extend(more);
        }
        for habit in &self.habits {
            let mut more = Vec::new();
            for (count, way) in ways.iter().filter(|(count, _)| *count < MOST) {
                let mut way = way.clone();
                way.habits.push(*habit);
                more.push((count + 1, way));
            }
            ways.extend(more);
        }
        let ways = ways.into_iter().map(|(_, way)| way);
        let mut ways: Vec<Way> = ways
            .filter(|way| way.is_sensible(self.current, self.is_response))
            .collect();
        let mut known = Vec::new();
        for desk in HelpDesk::ALL {
            for clock in CLOCKS {
                let way = desk.way(self.current, clock, &self.habits);
                let place = ways.iter().position(|known| *known == way);
                known.push((place.unwrap_or(ways.len()), desk));
                if place.is_none() {
                    ways.push(way);
                }
            }
        }
        (ways, known)
    }
}

/// The other ways to read `point`.
fn others(point: OpenPoint, readings: Readings) -> Vec<Readings> {
    const CHANGES: [PriorityChange; 4] = [
        PriorityChange::Recompute,
        PriorityChange::Restart,
        PriorityChange::CarryOver,
        PriorityChange::KeepDue,
    ];
    const REOPENINGS: [Reopening; 2] = [Reopening::Resume, Reopening::Restart];
    const MITIGATIONS: [MitigationStops; 2] = [
        MitigationStops::EveryPriority,
        MitigationStops::MostUrgentOnly,
    ];
    let mut all = Vec::new();
    let mut add = |set: &dyn Fn(&mut Readings)| {
        let mut other = readings;
        set(&mut other);
        if other != readings {
            all.push(other);
        }
    };
    match point {
        OpenPoint::R1 => CLOCKS
            .into_iter()
            .for_each(|clock| add(&|other| other.clock = clock)),
        OpenPoint::R2 => STARTS
            .into_iter()
            .for_each(|start| add(&|other| other.resolution_start = start)),
        OpenPoint::R4 => per_targets()
            .into_iter()
            .for_each(|stops| add(&|other| other.maintenance_suspends = stops)),
        OpenPoint::R5 => [false, true]
            .into_iter()
            .for_each(|on| add(&|other| other.make_up_days = on)),
        OpenPoint::R7 => per_targets()
            .into_iter()
            .for_each(|stop| add(&|other| other.pauses = stop)),
        OpenPoint::R8 => CHANGES
            .into_iter()
            .for_each(|change| add(&|other| other.priority_change = change)),
        OpenPoint::R9 => REOPENINGS
            .into_iter()
            .for_each(|reopening| add(&|other| other.reopening = reopening)),
        OpenPoint::R10 => CLOSINGS
            .into_iter()
            .for_each(|closing| add(&|other| other.at_closing = closing)),
        OpenPoint::R12 => MITIGATIONS
            .into_iter()
            .for_each(|stops| add(&|other| other.mitigation_stops = stops)),
        _ => {}
    }
    all
}
