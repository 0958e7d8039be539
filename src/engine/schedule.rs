//! A calendar with its timetables, each compiled when first asked for.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use chrono::NaiveDate;

use super::{Calendar, Counts, Instant, LocalTime, MaintenanceRule, Span, Timetable};

/// Which time counts, maintenance apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Base {
    /// 24x7.
    Always,
    /// Working time.
    Working(Counts),
}

/// The most timetables less maintenance that are kept for a calendar: a window that is dragged asks for a new one
/// with each movement.
const MOST_SUSPENDED: usize = 16;

/// A timetable less the windows of maintenance.
#[derive(Debug)]
struct Suspended {
    base: Base,
    rules: Vec<MaintenanceRule>,
    timetable: Arc<Timetable>,
}

/// A calendar and the timetables it has under the readings that touch it. Policies and readings that use
/// the same calendar share it, so that nothing is compiled twice.
///
/// ```
/// use sla_planner::engine::{Counts, Policy, Schedule};
/// let schedule = Schedule::new(Policy::spt_001()?.calendar()?);
/// assert!(std::sync::Arc::ptr_eq(&schedule.working(Counts::default()), &schedule.working(Counts::default())));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Debug)]
pub struct Schedule {
    calendar: Calendar,
    always: OnceLock<Arc<Timetable>>,
    /// By whether make-up days count, then by whether estimated holidays do.
    working: [OnceLock<Arc<Timetable>>; 4],
    suspended: Mutex<Vec<Suspended>>,
}

impl Schedule {
    /// Nothing is compiled yet.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Schedule};
    /// let schedule = Schedule::new(Policy::spt_001()?.calendar()?);
    /// assert!(schedule.calendar().official.is_some());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn new(calendar: Calendar) -> Self {
        Self {
            calendar,
            always: OnceLock::new(),
            working: Default::default(),
            suspended: Mutex::default(),
        }
    }

    /// The calendar.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Schedule};
    /// let schedule = Schedule::new(Policy::spt_001()?.calendar()?);
    /// assert_eq!(schedule.calendar().zone.name(), "Asia/Shanghai");
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// 24x7, less the calendar's closures.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Schedule};
    /// let schedule = Schedule::new(Policy::spt_001()?.calendar()?);
    /// assert!(schedule.always().is_open("2026-02-17T02:10:00+08:00".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn always(&self) -> Arc<Timetable> {
        let compile = || {
            let mut always = Calendar::always(self.calendar.zone);
            always.closures.clone_from(&self.calendar.closures);
            Arc::new(Timetable::compile(&always, Counts::default()))
        };
        Arc::clone(self.always.get_or_init(compile))
    }

    /// Working time, counting the parts of the calendar that `counts` says.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Policy, Schedule};
    /// let schedule = Schedule::new(Policy::spt_001()?.calendar()?);
    /// assert!(!schedule.working(Counts::default()).is_open("2026-02-17T10:00:00+08:00".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn working(&self, counts: Counts) -> Arc<Timetable> {
        let compile = || Arc::new(Timetable::compile(&self.calendar, counts));
        let [plain, make_up, estimated, both] = &self.working;
        let slot = match (counts.make_up_days, counts.estimated) {
            (false, false) => plain,
            (true, false) => make_up,
            (false, true) => estimated,
            (true, true) => both,
        };
        Arc::clone(slot.get_or_init(compile))
    }

    /// The time of `base` less the windows of `rules`.
    pub(crate) fn without(&self, base: Base, rules: &[MaintenanceRule]) -> Arc<Timetable> {
        let whole = match base {
            Base::Always => self.always(),
            Base::Working(counts) => self.working(counts),
        };
        if rules.is_empty() {
            return whole;
        }
        let mut kept = self
            .suspended
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let found = kept
            .iter()
            .find(|kept| kept.base == base && kept.rules == rules);
        if let Some(found) = found {
            return Arc::clone(&found.timetable);
        }
        let windows = MaintenanceRule::all(rules, Span::new(Instant::MIN, Instant::MAX));
        let timetable = Arc::new(whole.without(windows));
        if kept.len() == MOST_SUSPENDED {
            kept.remove(0);
        }
        kept.push(Suspended {
            base,
            rules: rules.to_vec(),
            timetable: Arc::clone(&timetable),
        });
        timetable
    }

    /// The instants for which holidays are official, and the first date after them.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Schedule};
    /// let schedule = Schedule::new(Policy::spt_001()?.calendar()?);
    /// assert_eq!(schedule.official().map(|(_, first)| first.to_string()), Some("2026-12-29".to_owned()));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn official(&self) -> Option<(Span, NaiveDate)> {
        let dates = self.calendar.official?;
        let next = dates.through.succ_opt().unwrap_or(dates.through);
        let span = Span::new(self.midnight(dates.from), self.midnight(next));
        Some((span, next))
    }

    /// When `date` begins in the calendar's zone; dates outside 1970 to 2100 begin at its ends.
    fn midnight(&self, date: NaiveDate) -> Instant {
        let local = date.and_time(chrono::NaiveTime::MIN);
        match self.calendar.zone.resolve(local) {
            Ok(
                LocalTime::Once(at)
                | LocalTime::Twice { first: at, .. }
                | LocalTime::Never { next: at },
            ) => at,
            Err(_) => Instant::saturating(local.and_utc().timestamp()),
        }
    }
}
