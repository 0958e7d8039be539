//! A service level agreement as data: n priorities x n targets.

use chrono::NaiveDate;

use super::keyed::keyed;
use super::{Bilingual, Error, MaintenanceRule, Rank, Readings, Seconds, WeeklyHours, Zone};

mod check;
mod read;

/// A share of a target in basis points: 8 000 is 80 %.
///
/// ```
/// use sla_planner::engine::BasisPoints;
/// assert_eq!(BasisPoints(9_990).of(31_536_000), 31_504_464);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BasisPoints(pub u32);

impl BasisPoints {
    /// The whole target.
    ///
    /// ```
    /// use sla_planner::engine::BasisPoints;
    /// assert_eq!(BasisPoints::WHOLE.of(7_200), 7_200);
    /// ```
    pub const WHOLE: Self = Self(10_000);

    /// This share of `target`, rounded up to a whole second (R6).
    ///
    /// ```
    /// use sla_planner::engine::BasisPoints;
    /// assert_eq!(BasisPoints(8_000).of(7_200), 5_760);
    /// assert_eq!(BasisPoints(9_500).of(1), 1);
    /// ```
    #[must_use]
    pub fn of(self, target: Seconds) -> Seconds {
        let whole = Seconds::from(Self::WHOLE.0);
        let share = Seconds::from(self.0);
        // In two parts, so that nothing overflows.
        let (tens, rest) = (target.div_euclid(whole), target.rem_euclid(whole));
        let rest = (rest * share + whole - 1).div_euclid(whole);
        tens.saturating_mul(share).saturating_add(rest)
    }

    /// The share that `part` is of `whole`, rounded down; none when `whole` is not positive. At most
    /// what a `u32` holds.
    ///
    /// ```
    /// use sla_planner::engine::BasisPoints;
    /// assert_eq!(BasisPoints::share(2, 3), Some(BasisPoints(6_666)));
    /// assert_eq!(BasisPoints::share(1, 0), None);
    /// ```
    #[must_use]
    pub fn share(part: Seconds, whole: Seconds) -> Option<Self> {
        let points = part.max(0).saturating_mul(Seconds::from(Self::WHOLE.0));
        let points = points.checked_div(whole.max(0))?;
        Some(Self(u32::try_from(points).unwrap_or(u32::MAX)))
    }
}

/// One level of urgency (§1.1, §1.2).
///
/// ```
/// use sla_planner::engine::Policy;
/// let policy = Policy::spt_001()?;
/// assert_eq!(policy.priorities[0].name.en, "Urgent");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Its short name, such as `P0`.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// When a ticket has it, in the planner's own words.
    pub definition: Bilingual,
    /// The clause it comes from.
    pub clause: String,
    /// Whether it runs 24x7 when R1 is read as mixed.
    pub urgent: bool,
}

/// What starts or stops the clock of a target.
///
/// ```
/// use sla_planner::engine::{Milestone, Policy};
/// assert_eq!(Policy::spt_001()?.targets[1].start, Milestone::Confirmation);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Milestone {
    /// The submission.
    Submission,
    /// The first reply.
    FirstReply,
    /// The confirmation of the problem (start only; see R2).
    Confirmation,
    /// A temporary mitigation (stop only; see R12).
    Mitigation,
    /// The solution.
    Resolution,
}

keyed!(Milestone: Submission = "submission", FirstReply = "first-reply", Confirmation = "confirmation", Mitigation = "mitigation", Resolution = "resolution");

/// A promise with a time limit (§1.2).
///
/// ```
/// use sla_planner::engine::Policy;
/// let policy = Policy::spt_001()?;
/// assert_eq!(policy.targets[0].seconds, [900, 1_800, 7_200, 14_400, 28_800]);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its key, such as `response`.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The clause that says what it measures.
    pub clause: String,
    /// What starts it.
    pub start: Milestone,
    /// What stops it, whichever is first.
    pub stops: Vec<Milestone>,
    /// Its length in seconds for each priority, most urgent first.
    pub seconds: Vec<Seconds>,
}

impl Target {
    /// Whether it stops at the first reply: the kind that [`PerTarget::response`](super::PerTarget) switches.
    ///
    /// ```
    /// use sla_planner::engine::Policy;
    /// let policy = Policy::spt_001()?;
    /// assert!(policy.targets[0].is_response());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn is_response(&self) -> bool {
        self.stops.contains(&Milestone::FirstReply)
    }
}

/// A warning level (§3.1.2).
///
/// ```
/// use sla_planner::engine::Policy;
/// let policy = Policy::spt_001()?;
/// assert_eq!(policy.thresholds[0].share.0, 8_000);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// At which share of a target's counted seconds.
    pub share: BasisPoints,
    /// What the level is called.
    pub name: Bilingual,
    /// Who is told, and what happens.
    pub told: Bilingual,
    /// The clause it comes from.
    pub clause: String,
}

/// How long before or after an event a notice must go out (§3.1.1).
///
/// ```
/// use sla_planner::engine::Policy;
/// let policy = Policy::spt_001()?;
/// assert_eq!(policy.notices.planned_before, 72 * 3_600);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notices {
    /// Seconds before planned maintenance begins.
    pub planned_before: Seconds,
    /// Seconds before emergency maintenance begins.
    pub emergency_before: Seconds,
    /// Seconds after service is restored.
    pub restored_within: Seconds,
}

/// A service level agreement.
///
/// ```
/// use sla_planner::engine::Policy;
/// let policy = Policy::spt_001()?;
/// assert_eq!((policy.id.as_str(), policy.targets.len()), ("SPT-001", 2));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Its short name, such as `SPT-001`.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The date from which it holds, in its zone.
    pub holds_from: NaiveDate,
    /// Its name.
    pub name: Bilingual,
    /// The service zone: of working time and of times without a zone.
    pub zone: Zone,
    /// The country whose holidays are excepted from working time, as ISO 3166 code; none when none are.
    pub holidays: Option<String>,
    /// Working time (§1.2.1).
    pub working_time: WeeklyHours,
    /// The priorities, most urgent first.
    pub priorities: Vec<Priority>,
    /// The promises; a target that is projected is projected from the first one.
    pub targets: Vec<Target>,
    /// The warning levels, ascending.
    pub thresholds: Vec<Threshold>,
    /// Planned maintenance (§2.1.1).
    pub maintenance: Vec<MaintenanceRule>,
    /// Promised availability of a year (§2.1.1).
    pub availability: Option<BasisPoints>,
    /// Notices (§3.1.1).
    pub notices: Notices,
    /// How its open points are read unless the user reads them otherwise.
    pub readings: Readings,
}

impl Policy {
    /// SPT-001, the contract this planner embodies.
    ///
    /// # Errors
    /// [`Error::MalformedPolicy`] when the file in the program is damaged.
    ///
    /// ```
    /// use sla_planner::engine::Policy;
    /// assert_eq!(Policy::spt_001()?.priorities.len(), 5);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn spt_001() -> Result<Self, Error> {
        Self::read(include_str!("spt-001.json"))
    }

    /// The priority of `rank`.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Rank};
    /// assert!(Policy::spt_001()?.priority(Rank(5)).is_none());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn priority(&self, rank: Rank) -> Option<&Priority> {
        self.priorities.get(usize::from(rank.0))
    }

    /// All ranks, most urgent first.
    ///
    /// ```
    /// use sla_planner::engine::Policy;
    /// let policy = Policy::spt_001()?;
    /// assert_eq!(policy.ranks().count(), 5);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn ranks(&self) -> impl Iterator<Item = Rank> + use<> {
        (0..u8::try_from(self.priorities.len()).unwrap_or(u8::MAX)).map(Rank)
    }
}
