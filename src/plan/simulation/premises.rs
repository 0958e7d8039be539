//! What a scenario comes to: the policy, the calendar and the readings under which tickets are assessed.

use std::sync::Arc;

use super::{
    BASE, Change, Monthly, MonthlyRule, OwnCalendar, OwnWindow, Refused, Scenario, Schedules,
    Simulation, SimulationEdit, WindowKind,
};
use crate::engine::{
    Availability, Error, Hours, Instant, MaintenanceRule, Outage, Policy, Readings, Span, Terms,
};

/// The plan as it is: the contract, and how the plan reads it.
///
/// ```
/// use sla_planner::engine::{Policy, Readings};
/// use sla_planner::plan::simulation::Baseline;
/// let baseline = Baseline { policy: Policy::spt_001()?.into(), readings: Readings::default() };
/// assert_eq!(baseline.policy.id, "SPT-001");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The contract.
    pub policy: Arc<Policy>,
    /// How the plan reads it.
    pub readings: Readings,
}

/// What a scenario comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Premises {
    /// The contract with the targets, the service zone and the maintenance of the scenario; of that what may
    /// suspend clocks.
    pub policy: Arc<Policy>,
    /// The calendar.
    pub calendar: Arc<OwnCalendar>,
    /// The readings.
    pub readings: Readings,
    /// The monthly rule of maintenance.
    pub monthly: Option<MonthlyRule>,
    /// Maintenance that happens once.
    pub windows: Vec<OwnWindow>,
    /// Whether emergencies suspend the clocks that planned maintenance suspends.
    pub emergencies_suspend: bool,
}

impl Premises {
    /// The contract under the plan's readings, or any others.
    #[must_use]
    pub fn of(baseline: &Baseline) -> Self {
        Self {
            policy: Arc::clone(&baseline.policy),
            calendar: Arc::new(OwnCalendar::of(&baseline.policy)),
            readings: baseline.readings,
            monthly: MonthlyRule::of(&baseline.policy),
            windows: Vec::new(),
            emergencies_suspend: false,
        }
    }

    /// The contract under its own readings.
    #[must_use]
    pub fn contract(policy: &Arc<Policy>) -> Self {
        Self::of(&Baseline {
            policy: Arc::clone(policy),
            readings: policy.readings,
        })
    }

    /// What `scenario` comes to, on `calendar` where that is not the contract's.
    fn assumed(
        scenario: &Scenario,
        calendar: Option<&Arc<OwnCalendar>>,
        baseline: &Baseline,
    ) -> Self {
        let mut premises = Self::of(baseline);
        let assumptions = &scenario.assumptions;
        premises.readings = assumptions.readings.over(baseline.readings);
        premises.windows.clone_from(&assumptions.windows);
        premises.emergencies_suspend = assumptions.emergencies_suspend;
        if let Some(calendar) = calendar {
            premises.calendar = Arc::clone(calendar);
        }
        match assumptions.monthly {
            None => {}
            Some(Monthly::None) => premises.monthly = None,
            Some(Monthly::Every(rule)) => premises.monthly = Some(rule),
        }
        let mut policy = (*baseline.policy).clone();
        for (key, seconds) in &assumptions.lengths {
            let target = policy.targets.get_mut(usize::from(key.target));
            let length = target.and_then(|target| target.seconds.get_mut(usize::from(key.rank.0)));
            if let Some(length) = length {
                *length = *seconds;
            }
        }
        policy.zone = premises.calendar.zone;
        policy.holidays.clone_from(&premises.calendar.place);
        if let Hours::Weekly(week) = &premises.calendar.hours {
            policy.working_time.clone_from(week);
        }
        policy.maintenance = premises.rules(&baseline.policy, premises.emergencies_suspend);
        if policy != *baseline.policy {
            premises.policy = Arc::new(policy);
        }
        premises
    }

    /// The rules of maintenance, those of `contract` with what takes the place of its monthly one, and windows.
    fn rules(&self, contract: &Policy, emergencies: bool) -> Vec<MaintenanceRule> {
        let mut rules = Vec::new();
        let mut monthly = self.monthly;
        for rule in &contract.maintenance {
            match rule {
                MaintenanceRule::Dated(_) => rules.push(*rule),
                MaintenanceRule::Monthly(old) => {
                    // A policy with several monthly rules has the first replaced; the others go with it.
                    let in_place = monthly.take().map(|rule| rule.in_zone(old.zone));
                    rules.extend(in_place);
                }
            }
        }
        rules.extend(monthly.map(|rule| rule.in_zone(contract.zone)));
        let windows = self.windows.iter();
        let counted = windows.filter(|window| emergencies || window.kind == WindowKind::Planned);
        rules.extend(counted.map(|window| MaintenanceRule::Dated(window.span)));
        rules
    }

    /// The terms under which tickets are assessed.
    ///
    /// # Errors
    /// As [`Terms::new`] and [`OwnCalendar::calendar`].
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings};
    /// use sla_planner::plan::simulation::{Baseline, Premises, Schedules};
    /// let baseline = Baseline { policy: Policy::spt_001()?.into(), readings: Readings::default() };
    /// let terms = Premises::of(&baseline).terms(&mut Schedules::default())?;
    /// assert_eq!(terms.policy(), &*baseline.policy);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn terms(&self, schedules: &mut Schedules) -> Result<Terms, Error> {
        let schedule = schedules.of(&self.calendar)?;
        Terms::new(Arc::clone(&self.policy), schedule, self.readings)
    }

    /// The availability of `period`: emergencies are never planned maintenance. None as for
    /// [`Availability::of`].
    #[must_use]
    pub fn availability(
        &self,
        period: Span,
        outages: &[Outage],
        now: Instant,
    ) -> Option<Availability> {
        let has = |kind: WindowKind, rule: &MaintenanceRule| {
            let mut windows = self.windows.iter();
            windows
                .any(|window| window.kind == kind && *rule == MaintenanceRule::Dated(window.span))
        };
        let emergency = |rule: &MaintenanceRule| {
            has(WindowKind::Emergency, rule) && !has(WindowKind::Planned, rule)
        };
        let mut policy = (*self.policy).clone();
        policy.maintenance.retain(|rule| !emergency(rule));
        Availability::of(&policy, self.readings, period, outages, now)
    }
}

impl Simulation {
    /// What a scenario comes to; one that is not there is the base.
    #[must_use]
    pub fn premises(&self, scenario: usize, baseline: &Baseline) -> Premises {
        match self.scenarios().get(scenario) {
            Some(found) if scenario != BASE => {
                let calendar = self.calendar(found.assumptions.calendar);
                Premises::assumed(found, calendar, baseline)
            }
            _ => Premises::of(baseline),
        }
    }

    /// The terms of a scenario; one that is not there is the base.
    ///
    /// # Errors
    /// As [`Premises::terms`].
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings};
    /// use sla_planner::plan::simulation::{Baseline, Schedules, Simulation};
    /// let baseline = Baseline { policy: Policy::spt_001()?.into(), readings: Readings::default() };
    /// let terms = Simulation::default().terms(0, &baseline, &mut Schedules::default())?;
    /// assert_eq!(terms.readings(), &baseline.readings);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn terms(
        &self,
        scenario: usize,
        baseline: &Baseline,
        schedules: &mut Schedules,
    ) -> Result<Terms, Error> {
        self.premises(scenario, baseline).terms(schedules)
    }

    /// What a scenario, locked or not, would come to with `change`; the simulation stays as it is.
    ///
    /// # Errors
    /// [`Refused`], when there is no such scenario or the change cannot be made.
    pub fn supposing(
        &self,
        scenario: usize,
        change: Change,
        baseline: &Baseline,
    ) -> Result<Premises, Refused> {
        const ALONE: usize = 1;
        let assumptions = self.scenario(scenario)?.assumptions.clone();
        let mut calendars = self.calendars.clone();
        if !matches!(change, Change::Calendar(_)) {
            calendars.retain(|calendar| calendar.id == assumptions.calendar);
        }
        let alone = Scenario {
            assumptions,
            ..Scenario::default()
        };
        let mut supposed = Self {
            calendars,
            ..Self::default()
        };
        supposed.scenarios.push(alone);
        let edit = SimulationEdit::Assume {
            scenario: ALONE,
            change,
        };
        supposed.apply(edit, &baseline.policy)?;
        Ok(supposed.premises(ALONE, baseline))
    }
}
