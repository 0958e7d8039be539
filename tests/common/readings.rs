//! Readings at random: every one that a ticket's clocks depend on.

use proptest::prelude::*;
use sla_planner::engine::{
    AtClosing, ClockReading, MitigationStops, PerTarget, PriorityChange, Readings, Reopening,
    ResolutionStart,
};

/// Readings; confirmation starts most resolutions.
pub(crate) fn readings() -> impl Strategy<Value = Readings> {
    let clock = prop_oneof![
        Just(ClockReading::AllHours),
        Just(ClockReading::WorkingTime),
        Just(ClockReading::Mixed)
    ];
    let start = prop_oneof![
        3 => Just(ResolutionStart::Confirmation),
        1 => Just(ResolutionStart::Submission),
        1 => Just(ResolutionStart::FirstReply)
    ];
    let change = prop_oneof![
        Just(PriorityChange::Recompute),
        Just(PriorityChange::Restart),
        Just(PriorityChange::CarryOver),
        Just(PriorityChange::KeepDue)
    ];
    (clock, start, change, any::<[bool; 5]>()).prop_map(
        |(clock, resolution_start, priority_change, switches)| {
            let [response, resolution, next, restart, urgent_only] = switches;
            Readings {
                clock,
                resolution_start,
                priority_change,
                pauses: PerTarget {
                    response,
                    resolution,
                },
                at_closing: if next {
                    AtClosing::NextOpening
                } else {
                    AtClosing::Closing
                },
                reopening: if restart {
                    Reopening::Restart
                } else {
                    Reopening::Resume
                },
                mitigation_stops: if urgent_only {
                    MitigationStops::MostUrgentOnly
                } else {
                    MitigationStops::EveryPriority
                },
                ..Readings::default()
            }
        },
    )
}
