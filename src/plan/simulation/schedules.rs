//! Compiled calendars, shared by the scenarios that open at the same times.

use std::sync::Arc;

use super::OwnCalendar;
use crate::engine::{Error, Schedule};

/// The most calendars that are kept compiled: those of four scenarios, and what changing one thing in each makes
/// of them.
const MOST: usize = 20;

/// Calendars with their timetables, so that nothing is compiled twice. Those asked for last are kept.
///
/// ```
/// use std::sync::Arc;
/// use sla_planner::engine::Policy;
/// use sla_planner::plan::simulation::{Name, OwnCalendar, Schedules};
/// let calendar = Arc::new(OwnCalendar::of(&Policy::spt_001()?));
/// let renamed = Arc::new(OwnCalendar { name: Name::given("上海"), ..(*calendar).clone() });
/// let mut schedules = Schedules::default();
/// let schedule = schedules.of(&calendar)?;
/// assert!(Arc::ptr_eq(&schedule, &schedules.of(&renamed)?));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Schedules {
    /// Those asked for last at the end.
    kept: Vec<(Arc<OwnCalendar>, Arc<Schedule>)>,
}

impl Schedules {
    /// The schedule of `calendar`, whatever it is called.
    ///
    /// # Errors
    /// As [`OwnCalendar::calendar`].
    pub fn of(&mut self, calendar: &Arc<OwnCalendar>) -> Result<Arc<Schedule>, Error> {
        let mut kept = self.kept.iter();
        if let Some(place) = kept.position(|(known, _)| known.opens_as(calendar)) {
            let found = self.kept.remove(place);
            let schedule = Arc::clone(&found.1);
            self.kept.push(found);
            return Ok(schedule);
        }
        let schedule = Arc::new(Schedule::new(calendar.calendar()?));
        self.keep(Arc::clone(calendar), Arc::clone(&schedule));
        Ok(schedule)
    }

    /// Keeps the schedule of `calendar`, which is compiled already, such as the contract's.
    pub fn keep(&mut self, calendar: Arc<OwnCalendar>, schedule: Arc<Schedule>) {
        self.kept.retain(|(known, _)| !known.opens_as(&calendar));
        if self.kept.len() == MOST {
            self.kept.remove(0);
        }
        self.kept.push((calendar, schedule));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{MOST, OwnCalendar, Schedules};
    use crate::engine::Policy;

    #[test]
    fn those_asked_for_last_are_kept() {
        let contract = Arc::new(OwnCalendar::of(&Policy::spt_001().expect("whole")));
        let mut schedules = Schedules::default();
        let first = schedules.of(&contract).expect("a calendar");
        let other = |year: i32| {
            Arc::new(OwnCalendar {
                official: [year].into(),
                ..(*contract).clone()
            })
        };
        let old = schedules.of(&other(2027)).expect("a calendar");
        for year in 2028..2027 + i32::try_from(MOST).expect("few") {
            schedules.of(&other(year)).expect("a calendar");
            let again = schedules.of(&contract).expect("a calendar");
            assert!(Arc::ptr_eq(&first, &again));
        }
        assert_eq!(schedules.kept.len(), MOST);
        let again = schedules.of(&other(2027)).expect("a calendar");
        assert!(!Arc::ptr_eq(&old, &again), "it was forgotten");
    }
}
