//! The readings that a scenario assumes; the others follow the plan.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::engine::{
    AtClosing, ClockReading, EmergencyNotice, Misread, MitigationStops, Node, OpenPoint, PerTarget,
    PriorityChange, Readings, Reopening, ResolutionStart, RestorationFrom, YearLength,
};

/// The readings that a scenario assumes, by point.
///
/// ```
/// use sla_planner::engine::{OpenPoint, Readings};
/// use sla_planner::plan::simulation::AssumedReadings;
/// let off = Readings { make_up_days: false, ..Readings::default() };
/// let mut assumed = AssumedReadings::default();
/// assumed.set(OpenPoint::R5, Some(off));
/// assert_eq!(assumed.over(Readings::default()), off);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AssumedReadings {
    /// The points that are assumed.
    points: BTreeSet<OpenPoint>,
    /// How they are read; the other points have their default here.
    values: Readings,
}

impl AssumedReadings {
    /// Assumes that `point` is read as in `readings`, or no more.
    pub fn set(&mut self, point: OpenPoint, readings: Option<Readings>) {
        if readings.is_some() {
            self.points.insert(point);
        } else {
            self.points.remove(&point);
        }
        self.values = taking(point, self.values, readings.unwrap_or_default());
    }

    /// Whether `point` is assumed.
    #[must_use]
    pub fn has(&self, point: OpenPoint) -> bool {
        self.points.contains(&point)
    }

    /// `readings` with what is assumed in their place.
    #[must_use]
    pub fn over(&self, readings: Readings) -> Readings {
        let points = self.points.iter();
        points.fold(readings, |readings, point| {
            taking(*point, readings, self.values)
        })
    }

    /// Readings from their place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let points = node.key("points").list(OpenPoint::read)?;
        let values = Readings::read(&node.key("values"))?;
        let mut assumed = Self::default();
        for point in points {
            assumed.set(point, Some(values));
        }
        Ok(assumed)
    }
}

/// `readings` with `point` read as in `other`.
#[must_use]
pub const fn taking(point: OpenPoint, readings: Readings, other: Readings) -> Readings {
    let mut taken = readings;
    match point {
        OpenPoint::R1 => taken.clock = other.clock,
        OpenPoint::R2 => taken.resolution_start = other.resolution_start,
        OpenPoint::R3 => taken.maintenance_is_downtime = other.maintenance_is_downtime,
        OpenPoint::R4 => taken.maintenance_suspends = other.maintenance_suspends,
        OpenPoint::R5 => taken.make_up_days = other.make_up_days,
        OpenPoint::R7 => taken.pauses = other.pauses,
        OpenPoint::R8 => taken.priority_change = other.priority_change,
        OpenPoint::R9 => taken.reopening = other.reopening,
        OpenPoint::R10 => taken.at_closing = other.at_closing,
        OpenPoint::R11 => taken.year_length = other.year_length,
        OpenPoint::R12 => taken.mitigation_stops = other.mitigation_stops,
        OpenPoint::R13 => taken.window_zone = other.window_zone,
        OpenPoint::R14 => taken.emergency_notice = other.emergency_notice,
        OpenPoint::R15 => taken.restoration_from = other.restoration_from,
        OpenPoint::R6 | OpenPoint::R16 => {}
    }
    taken
}

/// `readings` with `point` read the next way; the same where there is one way only.
///
/// ```
/// use sla_planner::engine::{ClockReading, OpenPoint, Readings};
/// use sla_planner::plan::simulation::next_way;
/// let next = next_way(OpenPoint::R1, Readings::default());
/// assert_eq!(next.clock, ClockReading::WorkingTime);
/// assert_eq!(next_way(OpenPoint::R16, next), next);
/// ```
#[must_use]
pub fn next_way(point: OpenPoint, readings: Readings) -> Readings {
    let mut next = readings;
    match point {
        OpenPoint::R1 => {
            next.clock = match readings.clock {
                ClockReading::AllHours => ClockReading::WorkingTime,
                ClockReading::WorkingTime => ClockReading::Mixed,
                ClockReading::Mixed => ClockReading::AllHours,
            }
        }
        OpenPoint::R2 => {
            next.resolution_start = match readings.resolution_start {
                ResolutionStart::Confirmation => ResolutionStart::Submission,
                ResolutionStart::Submission => ResolutionStart::FirstReply,
                ResolutionStart::FirstReply => ResolutionStart::Confirmation,
            }
        }
        OpenPoint::R3 => next.maintenance_is_downtime = !readings.maintenance_is_downtime,
        OpenPoint::R4 => next.maintenance_suspends = next_targets(readings.maintenance_suspends),
        OpenPoint::R5 => next.make_up_days = !readings.make_up_days,
        OpenPoint::R7 => next.pauses = next_targets(readings.pauses),
        OpenPoint::R8 => {
            next.priority_change = match readings.priority_change {
                PriorityChange::Recompute => PriorityChange::Restart,
                PriorityChange::Restart => PriorityChange::CarryOver,
                PriorityChange::CarryOver => PriorityChange::KeepDue,
                PriorityChange::KeepDue => PriorityChange::Recompute,
            }
        }
        OpenPoint::R9 => {
            next.reopening = match readings.reopening {
                Reopening::Resume => Reopening::Restart,
                Reopening::Restart => Reopening::Resume,
            }
        }
        OpenPoint::R10 => {
            next.at_closing = match readings.at_closing {
                AtClosing::Closing => AtClosing::NextOpening,
                AtClosing::NextOpening => AtClosing::Closing,
            }
        }
        OpenPoint::R11 => {
            next.year_length = match readings.year_length {
                YearLength::Real => YearLength::Days365,
                YearLength::Days365 => YearLength::Real,
            }
        }
        OpenPoint::R12 => {
            next.mitigation_stops = match readings.mitigation_stops {
                MitigationStops::EveryPriority => MitigationStops::MostUrgentOnly,
                MitigationStops::MostUrgentOnly => MitigationStops::EveryPriority,
            }
        }
        OpenPoint::R13 => {
            next.window_zone = match readings.window_zone {
                None => "UTC".parse().ok(),
                Some(_) => None,
            }
        }
        OpenPoint::R14 => {
            next.emergency_notice = match readings.emergency_notice {
                EmergencyNotice::Judged => EmergencyNotice::Recorded,
                EmergencyNotice::Recorded => EmergencyNotice::Judged,
            }
        }
        OpenPoint::R15 => {
            next.restoration_from = match readings.restoration_from {
                RestorationFrom::Restoration => RestorationFrom::Confirmation,
                RestorationFrom::Confirmation => RestorationFrom::Restoration,
            }
        }
        OpenPoint::R6 | OpenPoint::R16 => {}
    }
    next
}

/// Resolution, both, response, neither, and round again.
const fn next_targets(targets: PerTarget) -> PerTarget {
    PerTarget {
        response: targets.resolution,
        resolution: !targets.response,
    }
}

#[cfg(test)]
mod tests {
    use super::{AssumedReadings, next_way, taking};
    use crate::engine::{OpenPoint, Readings};

    #[test]
    fn each_point_goes_round_and_touches_no_other() {
        let plain = Readings::default();
        for point in OpenPoint::ALL {
            let mut readings = plain;
            let mut ways = 0;
            loop {
                readings = next_way(point, readings);
                ways += 1;
                assert_eq!(taking(point, readings, plain), plain, "{point:?}");
                if readings == plain {
                    break;
                }
            }
            let expected = match point {
                OpenPoint::R6 | OpenPoint::R16 => 1,
                OpenPoint::R1 | OpenPoint::R2 => 3,
                OpenPoint::R4 | OpenPoint::R7 | OpenPoint::R8 => 4,
                _ => 2,
            };
            assert_eq!(ways, expected, "{point:?}");
        }
    }

    #[test]
    fn what_is_assumed_no_more_follows() {
        let mut assumed = AssumedReadings::default();
        let other = next_way(OpenPoint::R1, Readings::default());
        assumed.set(OpenPoint::R1, Some(other));
        assert!(assumed.has(OpenPoint::R1));
        // What is assumed may be what the plan says anyway, and stays when the plan changes.
        assumed.set(OpenPoint::R1, Some(Readings::default()));
        assert_eq!(assumed.over(other), Readings::default());
        assumed.set(OpenPoint::R1, None);
        assert_eq!(assumed, AssumedReadings::default());
    }
}
