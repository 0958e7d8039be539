//! Why another system shows another due time: the readings and habits under which it comes about.

use std::sync::Arc;

use super::comparison::{combinations, differing};
use super::{
    Assessment, AtClosing, Calendar, Error, History, Instant, OpenPoint, Readings, ResolutionStart,
    Schedule, Terms,
};

/// A habit of other systems that is no reading of the contract.
///
/// ```
/// use sla_planner::engine::Habit;
/// assert_eq!(Habit::ALL, [Habit::NoHolidays, Habit::HoursInUtc]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Habit {
    /// It knows no holidays, and so no make-up days either.
    NoHolidays,
    /// It takes the hours of the calendar to be UTC.
    HoursInUtc,
}

impl Habit {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::NoHolidays, Self::HoursInUtc];

    /// The calendar as a system with this habit has it.
    fn applied(self, mut calendar: Calendar) -> Result<Calendar, Error> {
        match self {
            Self::NoHolidays => {
                calendar.holidays.clear();
                calendar.dated.clear();
                calendar.estimated.clear();
                calendar.official = None;
            }
            Self::HoursInUtc => calendar.zone = "UTC".parse()?,
        }
        Ok(calendar)
    }
}

/// A help desk whose rules are known from its source or its own tests.
///
/// ```
/// use sla_planner::engine::HelpDesk;
/// assert_eq!(HelpDesk::ALL.len(), 4);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpDesk {
    /// Zammad: from the creation, a target used up at closing is due at the next opening.
    Zammad,
    /// GLPI: the same, without make-up days.
    Glpi,
    /// Frappe Helpdesk: from the creation, due at closing, without make-up days.
    Frappe,
    /// Chatwoot: from the creation, due at closing, without holidays.
    Chatwoot,
}

impl HelpDesk {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Zammad, Self::Glpi, Self::Frappe, Self::Chatwoot];

    /// Whether it would come by a due time this way.
    const fn does(self, readings: &Readings, habits: &[Habit]) -> bool {
        let from_creation = matches!(readings.resolution_start, ResolutionStart::Submission);
        let next_opening = matches!(readings.at_closing, AtClosing::NextOpening);
        let (no_holidays, only_that) = match habits {
            [] => (false, true),
            [Habit::NoHolidays] => (true, true),
            _ => (false, false),
        };
        from_creation
            && only_that
            && match self {
                Self::Zammad => next_opening && !no_holidays,
                Self::Glpi => next_opening && !no_holidays && !readings.make_up_days,
                Self::Frappe => !next_opening && !no_holidays && !readings.make_up_days,
                Self::Chatwoot => !next_opening && no_holidays,
            }
    }
}

/// A way to come by a due time.
///
/// ```
/// use sla_planner::engine::{Explanation, Readings};
/// let as_written = Explanation {
///     readings: Readings::default(),
///     points: Vec::new(),
///     habits: Vec::new(),
///     help_desks: Vec::new(),
/// };
/// assert_eq!(as_written.departures(), 0);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// How the contract is read then.
    pub readings: Readings,
    /// In which points that differs from the readings in force, in order.
    pub points: Vec<OpenPoint>,
    /// What else is done otherwise.
    pub habits: Vec<Habit>,
    /// The help desks known to do so.
    pub help_desks: Vec<HelpDesk>,
}

impl Explanation {
    /// The ways to come by `shown` as the due time of `target`, those with the fewest departures from
    /// `terms` first; none when no combination of R1, R2, R4, R5, R10 and habits gives it. A time without
    /// seconds agrees with any due time in its minute.
    ///
    /// # Errors
    /// Those of [`Assessment::of`] under `terms`.
    ///
    /// ```
    /// use sla_planner::engine::{
    ///     ClockReading, Explanation, History, Instant, OpenPoint, Policy, Rank, Readings, Schedule, Terms,
    /// };
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let readings = Readings { clock: ClockReading::WorkingTime, ..Readings::default() };
    /// let terms = Terms::new(policy.into(), schedule.into(), readings)?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let history = History::submitted(submitted, Rank(2));
    /// // The contract says 10:50; the help desk does not know the make-up Saturday.
    /// let shown = "2026-02-24T11:00:00+08:00".parse()?;
    /// let found = Explanation::of(&terms, &history, submitted, 0, shown)?;
    /// assert_eq!(found[0].points, [OpenPoint::R5]);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn of(
        terms: &Terms,
        history: &History,
        now: Instant,
        target: usize,
        shown: Instant,
    ) -> Result<Vec<Self>, Error> {
        Assessment::of(terms, history, now)?;
        let current = *terms.readings();
        let mut found = Vec::new();
        for habits in [
            vec![],
            vec![Habit::NoHolidays],
            vec![Habit::HoursInUtc],
            Habit::ALL.to_vec(),
        ] {
            let mut calendar = terms.calendar().clone();
            for habit in &habits {
                calendar = habit.applied(calendar)?;
            }
            let schedule = Arc::new(Schedule::new(calendar));
            for readings in combinations(current) {
                let assessed = terms
                    .on(Arc::clone(&schedule), readings)
                    .and_then(|terms| Assessment::of(&terms, history, now));
                let clocks = assessed.map(|assessment| assessment.clocks);
                let clock = clocks
                    .ok()
                    .and_then(|clocks| clocks.into_iter().nth(target));
                if clock.is_some_and(|clock| agrees(shown, clock.due)) {
                    found.push(Self {
                        points: differing(current, readings),
                        help_desks: HelpDesk::ALL
                            .into_iter()
                            .filter(|desk| desk.does(&readings, &habits))
                            .collect(),
                        readings,
                        habits: habits.clone(),
                    });
                }
            }
        }
        found.sort_by_key(|way| (way.departures(), way.habits.len()));
        Ok(found)
    }

    /// In how many things it departs from the readings in force.
    ///
    /// ```
    /// use sla_planner::engine::{Explanation, Habit, OpenPoint, Readings};
    /// let way = Explanation {
    ///     readings: Readings::default(),
    ///     points: vec![OpenPoint::R1],
    ///     habits: vec![Habit::NoHolidays],
    ///     help_desks: Vec::new(),
    /// };
    /// assert_eq!(way.departures(), 2);
    /// ```
    #[must_use]
    pub const fn departures(&self) -> usize {
        self.points.len() + self.habits.len()
    }
}

/// Whether a due time is the one that is shown, to the minute where no seconds are shown.
const fn agrees(shown: Instant, due: Instant) -> bool {
    let (shown, due) = (shown.epoch(), due.epoch());
    shown == due || (shown % 60 == 0 && due / 60 == shown / 60)
}

#[cfg(test)]
mod tests {
    use super::{AtClosing, Habit, HelpDesk, Readings, ResolutionStart};

    /// Those that count from creation, due at closing or at the next opening, with make-up days or without.
    fn desks(next_opening: bool, make_up_days: bool, habits: &[Habit]) -> Vec<HelpDesk> {
        let readings = Readings {
            resolution_start: ResolutionStart::Submission,
            at_closing: if next_opening {
                AtClosing::NextOpening
            } else {
                AtClosing::Closing
            },
            make_up_days,
            ..Readings::default()
        };
        let desks = HelpDesk::ALL.into_iter();
        desks.filter(|desk| desk.does(&readings, habits)).collect()
    }

    #[test]
    fn each_has_its_rules() {
        use HelpDesk::{Chatwoot, Frappe, Glpi, Zammad};
        let no_holidays = [Habit::NoHolidays];
        assert_eq!(desks(true, true, &[]), [Zammad]);
        assert_eq!(desks(true, false, &[]), [Zammad, Glpi]);
        assert_eq!(desks(false, true, &[]), []);
        assert_eq!(desks(false, false, &[]), [Frappe]);
        assert_eq!(desks(false, true, &no_holidays), [Chatwoot]);
        assert_eq!(desks(false, false, &no_holidays), [Chatwoot]);
        assert_eq!(desks(true, true, &no_holidays), []);
        assert_eq!(desks(true, false, &no_holidays), []);
        assert_eq!(desks(true, false, &[Habit::HoursInUtc]), []);
        assert_eq!(desks(false, false, &Habit::ALL), []);
        let from_confirmation = Readings::default();
        let any = HelpDesk::ALL.into_iter();
        assert_eq!(
            any.filter(|desk| desk.does(&from_confirmation, &[]))
                .count(),
            0
        );
    }
}
