//! What a scenario assumes, one by one, and what would be otherwise.

use super::assumed_readings::{next_way, taking};
use super::hours::{has_lunch, with_lunch};
use super::{
    Baseline, Change, Monthly, MonthlyRule, OwnWindow, Premises, Simulation, TargetKey, WindowKind,
};
use crate::engine::{Hours, OpenPoint, Readings, Seconds, Zone};

/// What an assumption is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Whose holidays.
    Place,
    /// The service zone.
    Zone,
    /// Weekly hours, lunch apart.
    Hours,
    /// Whether 12:00 to 13:00 is lunch.
    Lunch,
    /// The days that the user changed or imported.
    Days,
    /// An open point of the contract.
    Point(OpenPoint),
    /// How long a target is.
    Length(TargetKey),
    /// The monthly rule of maintenance.
    Monthly,
    /// Whether emergencies suspend the clocks that planned maintenance suspends.
    Emergencies,
    /// Maintenance that happens once, by its place.
    Window(usize),
}

/// What is assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Whose holidays; none where there are none built in.
    Place(Option<String>),
    /// The service zone.
    Zone(Zone),
    /// Weekly hours, open for lunch.
    Hours(Hours),
    /// Whether 12:00 to 13:00 is lunch.
    Lunch(bool),
    /// How many days are changed, and how many years were imported.
    Days {
        /// Days.
        changed: usize,
        /// Years.
        years: usize,
    },
    /// The readings with the point read so; the other points have their default.
    Reading(Readings),
    /// How long a target is.
    Length(Seconds),
    /// The monthly rule; none where there is no monthly maintenance.
    Monthly(Option<MonthlyRule>),
    /// Whether emergencies suspend clocks.
    Emergencies(bool),
    /// Maintenance that happens once.
    Window(OwnWindow),
}

/// One assumption of a scenario: its value, what the contract and the base have in its place, and the change that
/// flips it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// What it is about.
    pub topic: Topic,
    /// What is assumed.
    pub value: Value,
    /// What the contract says; none where it says nothing of it, as of a window of the scenario's own.
    pub contract: Option<Value>,
    /// What the plan as it is says.
    pub base: Option<Value>,
    /// The change to its next value, and to nothing else: back to the contract's where it differs from that and there
    /// are more than two. None where there is no other value.
    pub flip: Option<Change>,
}

impl Assumption {
    /// Whether it differs from the contract.
    #[must_use]
    pub fn is_deviation(&self) -> bool {
        self.contract.as_ref() != Some(&self.value)
    }

    /// Whether it differs from the plan as it is.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.base.as_ref() != Some(&self.value)
    }
}

impl Premises {
    /// What is assumed about `topic`; none where that does not apply.
    #[must_use]
    pub fn value(&self, topic: Topic) -> Option<Value> {
        let calendar = &self.calendar;
        Some(match topic {
            Topic::Place => Value::Place(calendar.place.clone()),
            Topic::Zone => Value::Zone(calendar.zone),
            Topic::Hours => Value::Hours(match &calendar.hours {
                Hours::Always => Hours::Always,
                Hours::Weekly(week) => Hours::Weekly(with_lunch(week, false)),
            }),
            Topic::Lunch => match &calendar.hours {
                Hours::Always => return None,
                Hours::Weekly(week) => {
                    let lunch = has_lunch(week);
                    if with_lunch(week, !lunch) == *week {
                        return None;
                    }
                    Value::Lunch(lunch)
                }
            },
            Topic::Days => Value::Days {
                changed: calendar.days.len(),
                years: calendar.official.len(),
            },
            Topic::Point(OpenPoint::R6 | OpenPoint::R16) => return None,
            Topic::Point(point) => {
                Value::Reading(taking(point, Readings::default(), self.readings))
            }
            Topic::Length(TargetKey { target, rank }) => {
                let target = self.policy.targets.get(usize::from(target))?;
                Value::Length(*target.seconds.get(usize::from(rank.0))?)
            }
            Topic::Monthly => Value::Monthly(self.monthly),
            Topic::Emergencies => {
                let mut windows = self.windows.iter();
                let any = windows.any(|window| window.kind == WindowKind::Emergency);
                if !any && !self.emergencies_suspend {
                    return None;
                }
                Value::Emergencies(self.emergencies_suspend)
            }
            Topic::Window(place) => Value::Window(self.windows.get(place)?.clone()),
        })
    }

    /// All that can be assumed, in order.
    fn topics(&self) -> Vec<Topic> {
        let mut topics = vec![
            Topic::Place,
            Topic::Zone,
            Topic::Hours,
            Topic::Lunch,
            Topic::Days,
        ];
        topics.extend(OpenPoint::ALL.map(Topic::Point));
        for target in (0..).take(self.policy.targets.len()) {
            let keys = self.policy.ranks().map(|rank| TargetKey { target, rank });
            topics.extend(keys.map(Topic::Length));
        }
        topics.push(Topic::Monthly);
        topics.push(Topic::Emergencies);
        topics.extend((0..self.windows.len()).map(Topic::Window));
        topics
    }

    /// The change that flips `topic` alone.
    fn flip(&self, topic: Topic, contract: &Self, base: &Self) -> Option<Change> {
        let differs = self.value(topic) != contract.value(topic);
        Some(match topic {
            Topic::Place => {
                let own = &contract.calendar.place;
                match (differs, own) {
                    (true, own) => Change::Place(own.clone()),
                    (false, Some(_)) => Change::Place(None),
                    (false, None) => return None,
                }
            }
            Topic::Zone if differs => Change::Zone(contract.calendar.zone),
            Topic::Zone => return None,
            Topic::Hours if !differs => Change::Hours(Hours::Always),
            Topic::Hours => match (&contract.calendar.hours, &self.calendar.hours) {
                (Hours::Weekly(own), Hours::Weekly(week)) if has_lunch(week) => {
                    Change::Hours(Hours::Weekly(with_lunch(own, true)))
                }
                (own, _) => Change::Hours(own.clone()),
            },
            Topic::Lunch => match &self.calendar.hours {
                Hours::Always => return None,
                Hours::Weekly(week) => {
                    self.value(topic)?;
                    Change::Hours(Hours::Weekly(with_lunch(week, !has_lunch(week))))
                }
            },
            Topic::Days if differs => Change::ClearDays,
            Topic::Days | Topic::Point(OpenPoint::R6 | OpenPoint::R16) => return None,
            Topic::Point(point) => {
                let next = next_way(point, self.readings);
                let follows = taking(point, base.readings, next) == base.readings;
                Change::Read {
                    point,
                    readings: (!follows).then_some(next),
                }
            }
            Topic::Length(key) => match self.value(topic)? {
                Value::Length(seconds) if !differs => Change::Length {
                    key,
                    seconds: Some(half_of(seconds)),
                },
                _ => Change::Length { key, seconds: None },
            },
            Topic::Monthly if differs => Change::Monthly(None),
            Topic::Monthly => {
                self.monthly?;
                Change::Monthly(Some(Monthly::None))
            }
            Topic::Emergencies => Change::EmergenciesSuspend(!self.emergencies_suspend),
            Topic::Window(window) => Change::RemoveWindow { window },
        })
    }
}

/// Half of a target, up to a whole minute where it has several; a target of one second is doubled.
fn half_of(seconds: Seconds) -> Seconds {
    match seconds {
        ..=1 => 2,
        2..=60 => seconds / 2,
        _ => (seconds + 119) / 120 * 60,
    }
}

impl Simulation {
    /// All that a scenario assumes, in the order of the contract; one that is not there is the base.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings};
    /// use sla_planner::plan::simulation::{Baseline, Simulation};
    /// let baseline = Baseline { policy: Policy::spt_001()?.into(), readings: Readings::default() };
    /// let assumptions = Simulation::default().assumptions(0, &baseline);
    /// assert!(assumptions.iter().all(|assumption| !assumption.is_deviation()));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn assumptions(&self, scenario: usize, baseline: &Baseline) -> Vec<Assumption> {
        let premises = self.premises(scenario, baseline);
        let contract = Premises::contract(&baseline.policy);
        let base = Premises::of(baseline);
        let topics = premises.topics().into_iter();
        let assumption = |topic| {
            Some(Assumption {
                topic,
                value: premises.value(topic)?,
                contract: contract.value(topic),
                base: base.value(topic),
                flip: premises.flip(topic, &contract, &base),
            })
        };
        topics.filter_map(assumption).collect()
    }

    /// All in which a scenario differs from the contract, for print.
    #[must_use]
    pub fn deviations(&self, scenario: usize, baseline: &Baseline) -> Vec<Assumption> {
        let mut assumptions = self.assumptions(scenario, baseline);
        assumptions.retain(Assumption::is_deviation);
        assumptions
    }
}

#[cfg(test)]
mod tests {
    use super::half_of;

    #[test]
    fn half_of_a_target_is_another() {
        for (seconds, half) in [
            (1, 2),
            (2, 1),
            (60, 30),
            (61, 60),
            (900, 480),
            (7_200, 3_600),
        ] {
            assert_eq!(half_of(seconds), half);
        }
    }
}
