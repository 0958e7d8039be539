//! One ticket under every plausible way to read the contract, by what comes of it.

use super::{
    Assessment, AtClosing, ClockReading, Error, History, Instant, OpenPoint, PerTarget, Readings,
    ResolutionStart, Terms,
};

/// What comes of some of the readings.
///
/// ```
/// use sla_planner::engine::{History, Instant, Outcome, Policy, Rank, Readings, Schedule, Terms};
/// let policy = Policy::spt_001()?;
/// let schedule = Schedule::new(policy.calendar()?);
/// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
/// let submitted: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let outcomes = Outcome::all(&terms, &History::submitted(submitted, Rank(0)), submitted)?;
/// assert!(outcomes[0].decided_by.is_empty());
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// When each target of the policy is due.
    pub dues: Vec<Instant>,
    /// The readings that give this, the nearest to the ones in force first.
    pub readings: Vec<Readings>,
    /// The open points in which the nearest differs from the readings in force: what makes the difference.
    /// Empty for the outcome in force.
    pub decided_by: Vec<OpenPoint>,
}

impl Outcome {
    /// Compares every combination of R1, R2, R4, R5 and R10, the other points read as `terms` do. The
    /// outcome in force comes first, then those that need the fewest points read otherwise, then the
    /// earlier. Combinations under which the ticket cannot be assessed are left out.
    ///
    /// # Errors
    /// Those of [`Assessment::of`] under the readings in force.
    ///
    /// ```
    /// use sla_planner::engine::{History, Instant, OpenPoint, Outcome, Policy, Rank, Readings, Schedule, Terms};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let outcomes = Outcome::all(&terms, &History::submitted(submitted, Rank(2)), submitted)?;
    /// assert_eq!(outcomes[0].dues[0].to_string(), "2026-02-14T11:50:00Z");
    /// assert!(outcomes[1..].iter().any(|outcome| outcome.decided_by == [OpenPoint::R1]));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn all(terms: &Terms, history: &History, now: Instant) -> Result<Vec<Self>, Error> {
        let current = *terms.readings();
        let dues = |terms: &Terms| -> Result<Vec<Instant>, Error> {
            let assessment = Assessment::of(terms, history, now)?;
            Ok(assessment.clocks.iter().map(|clock| clock.due).collect())
        };
        let mut outcomes = vec![Self {
            dues: dues(terms)?,
            readings: vec![current],
            decided_by: Vec::new(),
        }];
        let mut others: Vec<(Vec<OpenPoint>, Readings)> = combinations(current)
            .map(|readings| (differing(current, readings), readings))
            .filter(|(points, _)| !points.is_empty())
            .collect();
        others.sort_by_key(|(points, _)| points.len());
        for (decided_by, readings) in others {
            let read = terms.read_as(readings);
            let Ok(dues) = read.and_then(|terms| dues(&terms)) else {
                continue;
            };
            match outcomes.iter_mut().find(|outcome| outcome.dues == dues) {
                Some(outcome) => outcome.readings.push(readings),
                None => outcomes.push(Self {
                    dues,
                    readings: vec![readings],
                    decided_by,
                }),
            }
        }
        outcomes.sort_by(|one, other| {
            let key = |outcome: &Self| (outcome.decided_by.len(), outcome.dues.clone());
            key(one).cmp(&key(other))
        });
        Ok(outcomes)
    }
}

/// The ways to read R1.
pub(super) const CLOCKS: [ClockReading; 3] = [
    ClockReading::AllHours,
    ClockReading::WorkingTime,
    ClockReading::Mixed,
];
/// The ways to read R2.
pub(super) const STARTS: [ResolutionStart; 3] = [
    ResolutionStart::Confirmation,
    ResolutionStart::Submission,
    ResolutionStart::FirstReply,
];
/// The ways to read R10.
pub(super) const CLOSINGS: [AtClosing; 2] = [AtClosing::Closing, AtClosing::NextOpening];
const EITHER: [bool; 2] = [false, true];

/// Every switch per kind of target.
pub(super) fn per_targets() -> [PerTarget; 4] {
    [(false, false), (false, true), (true, false), (true, true)].map(|(response, resolution)| {
        PerTarget {
            response,
            resolution,
        }
    })
}

/// Every combination of R1, R2, R4, R5 and R10; the other points as `current` reads them.
fn combinations(current: Readings) -> impl Iterator<Item = Readings> {
    let all = CLOCKS.into_iter().flat_map(move |clock| {
        STARTS.map(|resolution_start| Readings {
            clock,
            resolution_start,
            ..current
        })
    });
    let all = all.flat_map(|readings| {
        per_targets().map(|maintenance_suspends| Readings {
            maintenance_suspends,
            ..readings
        })
    });
    all.flat_map(|readings| {
        EITHER.into_iter().flat_map(move |make_up_days| {
            CLOSINGS.map(|at_closing| Readings {
                make_up_days,
                at_closing,
                ..readings
            })
        })
    })
}

/// The points in which two readings differ, of those that touch when a ticket is due.
pub(super) fn differing(one: Readings, other: Readings) -> Vec<OpenPoint> {
    let points = [
        (OpenPoint::R1, one.clock != other.clock),
        (
            OpenPoint::R2,
            one.resolution_start != other.resolution_start,
        ),
        (
            OpenPoint::R4,
            one.maintenance_suspends != other.maintenance_suspends,
        ),
        (OpenPoint::R5, one.make_up_days != other.make_up_days),
        (OpenPoint::R7, one.pauses != other.pauses),
        (OpenPoint::R8, one.priority_change != other.priority_change),
        (OpenPoint::R9, one.reopening != other.reopening),
        (OpenPoint::R10, one.at_closing != other.at_closing),
        (
            OpenPoint::R12,
            one.mitigation_stops != other.mitigation_stops,
        ),
    ];
    let differing = points.into_iter().filter(|(_, differs)| *differs);
    differing.map(|(point, _)| point).collect()
}
