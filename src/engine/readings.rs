//! The open points of a contract, each read one way (R1 to R16 of SPT-001).

use serde::Serialize;

use super::keyed::keyed;
use super::{AtClosing, Expected, MaintenanceRule, Misread, Node, Policy, Zone};

/// R1 (§1.2.1): which clock targets run on.
///
/// ```
/// use sla_planner::engine::{Readings, ClockReading};
/// assert_eq!(Readings::default().clock, ClockReading::AllHours);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ClockReading {
    /// 24x7 for every priority: outside working time the same standard is kept.
    #[default]
    AllHours,
    /// Working time for every priority.
    WorkingTime,
    /// 24x7 for the priorities that the policy marks urgent, working time for the others.
    Mixed,
}

/// R2 (§1.2.1): when a target that starts at confirmation starts.
///
/// ```
/// use sla_planner::engine::{Readings, ResolutionStart};
/// assert_eq!(Readings::default().resolution_start, ResolutionStart::Confirmation);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ResolutionStart {
    /// When the problem is confirmed; until then projected.
    #[default]
    Confirmation,
    /// When the ticket is submitted.
    Submission,
    /// When it is first replied to; until then projected.
    FirstReply,
}

/// R8: what a change of priority does to a running clock.
///
/// ```
/// use sla_planner::engine::{Readings, PriorityChange};
/// assert_eq!(Readings::default().priority_change, PriorityChange::Recompute);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PriorityChange {
    /// The new target counts from the original start; pauses are kept.
    #[default]
    Recompute,
    /// The new target counts from the change.
    Restart,
    /// The counted seconds so far are carried over to the new target.
    CarryOver,
    /// The old due time stays.
    KeepDue,
}

/// R9: what reopening a resolved ticket does.
///
/// ```
/// use sla_planner::engine::{Readings, Reopening};
/// assert_eq!(Readings::default().reopening, Reopening::Resume);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reopening {
    /// The clock goes on; the time it was closed does not count.
    #[default]
    Resume,
    /// The target counts anew from the reopening.
    Restart,
}

/// R11 (§2.1.1): how long a year of availability is.
///
/// ```
/// use sla_planner::engine::{Readings, YearLength};
/// assert_eq!(Readings::default().year_length, YearLength::Real);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum YearLength {
    /// As long as the period really is.
    #[default]
    Real,
    /// 365 days, in leap years too.
    Days365,
}

/// R12 (§1.1.1, §1.1.2, §1.2.1): whose resolution clock a temporary mitigation stops.
///
/// ```
/// use sla_planner::engine::{Readings, MitigationStops};
/// assert_eq!(Readings::default().mitigation_stops, MitigationStops::EveryPriority);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MitigationStops {
    /// That of every priority.
    #[default]
    EveryPriority,
    /// That of the most urgent priority only.
    MostUrgentOnly,
}

/// R14 (§2.1.1, §3.1.1): whether a late emergency notice is judged.
///
/// ```
/// use sla_planner::engine::{Readings, EmergencyNotice};
/// assert_eq!(Readings::default().emergency_notice, EmergencyNotice::Judged);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EmergencyNotice {
    /// Late by so much, with the exception named.
    #[default]
    Judged,
    /// Recorded only.
    Recorded,
}

/// R15 (§3.1.1): from when a restoration notice has its time.
///
/// ```
/// use sla_planner::engine::{Readings, RestorationFrom};
/// assert_eq!(Readings::default().restoration_from, RestorationFrom::Restoration);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RestorationFrom {
    /// From the restoration.
    #[default]
    Restoration,
    /// From the confirmed full restoration.
    Confirmation,
}

keyed!(ClockReading: AllHours = "all-hours", WorkingTime = "working-time", Mixed = "mixed");
keyed!(ResolutionStart: Confirmation = "confirmation", Submission = "submission", FirstReply = "first-reply");
keyed!(PriorityChange: Recompute = "recompute", Restart = "restart", CarryOver = "carry-over", KeepDue = "keep-due");
keyed!(Reopening: Resume = "resume", Restart = "restart");
keyed!(YearLength: Real = "real", Days365 = "days-365");
keyed!(MitigationStops: EveryPriority = "every-priority", MostUrgentOnly = "most-urgent-only");
keyed!(EmergencyNotice: Judged = "judged", Recorded = "recorded");
keyed!(RestorationFrom: Restoration = "restoration", Confirmation = "confirmation");

/// A switch per kind of target.
///
/// ```
/// use sla_planner::engine::{Readings, PerTarget};
/// assert_eq!(Readings::default().pauses, PerTarget { response: false, resolution: true });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PerTarget {
    /// For the targets that stop at the first reply.
    pub response: bool,
    /// For all others.
    pub resolution: bool,
}

/// How every open point of the contract is read. The default is the contract's own.
///
/// R6 (percents are of counted seconds, rounded up) and R16 (warnings follow each clock) have one reading
/// and therefore no switch here.
///
/// ```
/// use sla_planner::engine::{ClockReading, Readings};
/// let business_hours = Readings { clock: ClockReading::WorkingTime, ..Readings::default() };
/// assert!(business_hours.make_up_days);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Readings {
    /// R1: which clock.
    pub clock: ClockReading,
    /// R2: when resolution starts.
    pub resolution_start: ResolutionStart,
    /// R3: whether planned maintenance is downtime.
    pub maintenance_is_downtime: bool,
    /// R4: whether a maintenance window stops the ticket clock.
    pub maintenance_suspends: PerTarget,
    /// R5: whether make-up days are working days.
    pub make_up_days: bool,
    /// R7: whether a pause stops the ticket clock.
    pub pauses: PerTarget,
    /// R8: what a change of priority does.
    pub priority_change: PriorityChange,
    /// R9: what reopening does.
    pub reopening: Reopening,
    /// R10: a target used up exactly at closing time.
    pub at_closing: AtClosing,
    /// R11: how long a year is.
    pub year_length: YearLength,
    /// R12: whose clock a mitigation stops.
    pub mitigation_stops: MitigationStops,
    /// R13: the zone of the maintenance window, when another than the policy's.
    pub window_zone: Option<Zone>,
    /// R14: whether a late emergency notice is judged.
    pub emergency_notice: EmergencyNotice,
    /// R15: from when a restoration notice has its time.
    pub restoration_from: RestorationFrom,
}

impl Default for Readings {
    fn default() -> Self {
        Self {
            clock: ClockReading::default(),
            resolution_start: ResolutionStart::default(),
            maintenance_is_downtime: false,
            maintenance_suspends: PerTarget::default(),
            make_up_days: true,
            pauses: PerTarget {
                response: false,
                resolution: true,
            },
            priority_change: PriorityChange::default(),
            reopening: Reopening::default(),
            at_closing: AtClosing::default(),
            year_length: YearLength::default(),
            mitigation_stops: MitigationStops::default(),
            window_zone: None,
            emergency_notice: EmergencyNotice::default(),
            restoration_from: RestorationFrom::default(),
        }
    }
}

impl PerTarget {
    fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            response: node.key("response").flag()?,
            resolution: node.key("resolution").flag()?,
        })
    }
}

impl Readings {
    /// The maintenance rules of `policy`, in the zone they are read in (R13).
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings};
    /// let policy = Policy::spt_001()?;
    /// assert_eq!(Readings::default().maintenance(&policy), policy.maintenance);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn maintenance(&self, policy: &Policy) -> Vec<MaintenanceRule> {
        let read = |rule: &MaintenanceRule| match self.window_zone {
            Some(zone) => rule.in_zone(zone),
            None => *rule,
        };
        policy.maintenance.iter().map(read).collect()
    }

    /// Readings from their place in a document; what is absent there is read as the contract has it.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let mut readings = Self::default();
        let give = Give(node);
        give.to(&mut readings.clock, "clock", ClockReading::read)?;
        give.to(
            &mut readings.resolution_start,
            "resolutionStart",
            ResolutionStart::read,
        )?;
        give.to(
            &mut readings.maintenance_is_downtime,
            "maintenanceIsDowntime",
            |node| node.flag(),
        )?;
        give.to(
            &mut readings.maintenance_suspends,
            "maintenanceSuspends",
            PerTarget::read,
        )?;
        give.to(&mut readings.make_up_days, "makeUpDays", |node| node.flag())?;
        give.to(&mut readings.pauses, "pauses", PerTarget::read)?;
        give.to(
            &mut readings.priority_change,
            "priorityChange",
            PriorityChange::read,
        )?;
        give.to(&mut readings.reopening, "reopening", Reopening::read)?;
        give.to(&mut readings.at_closing, "atClosing", AtClosing::read)?;
        give.to(&mut readings.year_length, "yearLength", YearLength::read)?;
        give.to(
            &mut readings.mitigation_stops,
            "mitigationStops",
            MitigationStops::read,
        )?;
        give.to(&mut readings.window_zone, "windowZone", |zone| {
            zone.parsed(Expected::Zone).map(Some)
        })?;
        give.to(
            &mut readings.emergency_notice,
            "emergencyNotice",
            EmergencyNotice::read,
        )?;
        give.to(
            &mut readings.restoration_from,
            "restorationFrom",
            RestorationFrom::read,
        )?;
        Ok(readings)
    }
}

/// Gives a field what stands under its key, if anything does.
struct Give<'a>(&'a Node<'a>);

impl Give<'_> {
    fn to<T>(
        &self,
        field: &mut T,
        key: &str,
        read: impl Fn(&Node<'_>) -> Result<T, Misread>,
    ) -> Result<(), Misread> {
        if let Some(read) = self.0.key(key).optional(read)? {
            *field = read;
        }
        Ok(())
    }
}
