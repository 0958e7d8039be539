//! Why another system shows another due time: the readings and habits under which it comes about.

use std::sync::Arc;

use super::comparison::differing;
use super::{
    Assessment, Calendar, Clock, ClockReading, Error, History, Instant, OpenPoint, Readings,
    Schedule, Seconds, Span, Terms,
};

mod habit;
mod help_desk;
mod way;

pub use habit::Habit;
pub use help_desk::HelpDesk;
use way::{Options, Way};

/// A way to come by a due time.
///
/// ```
/// use sla_planner::engine::{Explanation, Instant, Readings};
/// let as_written = Explanation {
///     readings: Readings::default(),
///     points: Vec::new(),
///     habits: Vec::new(),
///     help_desks: Vec::new(),
///     shows: Instant::MIN,
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
    /// The help desks whose own rules give the same time.
    pub help_desks: Vec<HelpDesk>,
    /// The due time it shows.
    pub shows: Instant,
}

impl Explanation {
    /// In how many things it departs from the readings in force.
    ///
    /// ```
    /// use sla_planner::engine::{Explanation, Habit, Instant, OpenPoint, Readings};
    /// let way = Explanation {
    ///     readings: Readings::default(),
    ///     points: vec![OpenPoint::R1],
    ///     habits: vec![Habit::NoHolidays],
    ///     help_desks: Vec::new(),
    ///     shows: Instant::MIN,
    /// };
    /// assert_eq!(way.departures(), 2);
    /// ```
    #[must_use]
    pub const fn departures(&self) -> usize {
        self.points.len() + self.habits.len()
    }
}

/// What is found for a due time that another system shows.
///
/// ```
/// use sla_planner::engine::{Difference, Instant};
/// let nothing = Difference { due: Instant::MIN, ways: Vec::new(), nearest: None, tried: 0 };
/// assert!(!nothing.is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// When it is due under the readings in force.
    pub due: Instant,
    /// The ways to come by the time shown, those with the fewest departures first. A way that departs in all
    /// that another departs in, and more, is left out, and its help desks are named with the other.
    pub ways: Vec<Explanation>,
    /// The way that comes nearest, where none gives the time.
    pub nearest: Option<Explanation>,
    /// How many ways were tried.
    pub tried: usize,
}

impl Difference {
    /// Whether nothing differs: the time shown is the one under the readings in force.
    ///
    /// ```
    /// use sla_planner::engine::{Difference, Explanation, Instant, Readings};
    /// let same = Explanation {
    ///     readings: Readings::default(),
    ///     points: Vec::new(),
    ///     habits: Vec::new(),
    ///     help_desks: Vec::new(),
    ///     shows: Instant::MIN,
    /// };
    /// let found = Difference { due: Instant::MIN, ways: vec![same], nearest: None, tried: 1 };
    /// assert!(found.is_none());
    /// ```
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.ways.first().is_some_and(|way| way.departures() == 0)
    }
}

/// Looks for the ways to come by a due time. It keeps the timetables of other systems, so that it is made
/// once for a calendar.
///
/// ```
/// use sla_planner::engine::{Explainer, Policy};
/// assert!(Explainer::new(&Policy::spt_001()?.calendar()?).is_ok());
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Debug)]
pub struct Explainer {
    /// The calendar with these habits, each time they can go together.
    schedules: Vec<(Vec<Habit>, Arc<Schedule>)>,
}

impl Explainer {
    /// Nothing is compiled yet.
    ///
    /// # Errors
    /// [`Error::UnknownZone`] without UTC, which every zone table has.
    ///
    /// ```
    /// use sla_planner::engine::{Calendar, Explainer};
    /// assert!(Explainer::new(&Calendar::always("UTC".parse()?)).is_ok());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn new(calendar: &Calendar) -> Result<Self, Error> {
        let sets = [
            vec![Habit::NoHolidays],
            vec![Habit::HoursInUtc],
            vec![Habit::NoHolidays, Habit::HoursInUtc],
            vec![Habit::LastMinuteLost],
        ];
        let mut schedules = Vec::new();
        for habits in sets {
            let mut changed = calendar.clone();
            for habit in &habits {
                changed = habit.on_calendar(changed)?;
            }
            schedules.push((habits, Arc::new(Schedule::new(changed))));
        }
        Ok(Self { schedules })
    }

    /// The ways to come by `shown` as the due time of `target` on the calendar this was made for: every
    /// reading that touches this ticket, and every habit that can show on it, with at most three departures
    /// from `terms`; and the rules of the help desks that are known. A time without seconds agrees with any
    /// due time in its minute.
    ///
    /// # Errors
    /// Those of [`Assessment::of`] under `terms`.
    ///
    /// ```
    /// use sla_planner::engine::{
    ///     ClockReading, Explainer, History, Instant, OpenPoint, Policy, Rank, Readings, Schedule, Terms,
    /// };
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let readings = Readings { clock: ClockReading::WorkingTime, ..Readings::default() };
    /// let terms = Terms::new(policy.into(), schedule.into(), readings)?;
    /// let submitted: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let history = History::submitted(submitted, Rank(2));
    /// // The contract says 10:50; the help desk does not know the make-up Saturday.
    /// let shown = "2026-02-24T11:00:00+08:00".parse()?;
    /// let explainer = Explainer::new(terms.calendar())?;
    /// let found = explainer.explain(&terms, &history, submitted, 0, shown)?;
    /// assert_eq!(found.ways[0].points, [OpenPoint::R5]);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn explain(
        &self,
        terms: &Terms,
        history: &History,
        now: Instant,
        target: usize,
        shown: Instant,
    ) -> Result<Difference, Error> {
        let current = *terms.readings();
        let clocks = Assessment::of(terms, history, now)?.clocks;
        let due = clocks.get(target).map_or(Instant::MAX, |clock| clock.due);
        let within = Span::new(history.submitted, shown.max(due));
        let (ways, known) = Options::of(terms, history, target, within).ways();
        let ticket = Ticket {
            explainer: self,
            terms,
            history,
            now,
            target,
        };
        let mut found: Vec<Explanation> = Vec::new();
        let tried = ways.len();
        for (place, way) in ways.into_iter().enumerate() {
            let Ok(Some(shows)) = ticket.shows(&way) else {
                continue;
            };
            let desks = known.iter().filter(|(known, _)| *known == place);
            found.push(Explanation {
                points: differing(current, way.readings),
                help_desks: desks.map(|(_, desk)| *desk).collect(),
                readings: way.readings,
                habits: way.habits,
                shows,
            });
        }
        found.sort_by_key(|way| (way.departures(), way.habits.len()));
        let (agreeing, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|way| agrees(shown, way.shows));
        let nearest = if agreeing.is_empty() {
            let others = others.into_iter();
            others.min_by_key(|way| way.shows.since(shown).abs())
        } else {
            None
        };
        Ok(Difference {
            due,
            ways: simplest(current, agreeing),
            nearest,
            tried,
        })
    }
}

/// The ways of which no other does a part; the help desks of the rest are named with what they share.
fn simplest(current: Readings, ways: Vec<Explanation>) -> Vec<Explanation> {
    let way = |found: &Explanation| Way {
        readings: found.readings,
        habits: found.habits.clone(),
    };
    let mut simplest: Vec<Explanation> = Vec::new();
    for found in ways {
        let part = simplest
            .iter_mut()
            .find(|simple| way(simple).is_within(&way(&found), current));
        match part {
            Some(part) => {
                for desk in found.help_desks {
                    if !part.help_desks.contains(&desk) {
                        part.help_desks.push(desk);
                    }
                }
            }
            None => simplest.push(found),
        }
    }
    simplest
}

/// A ticket whose due time is looked for.
struct Ticket<'a> {
    explainer: &'a Explainer,
    terms: &'a Terms,
    history: &'a History,
    now: Instant,
    target: usize,
}

impl Ticket<'_> {
    /// The due time that `way` shows; none under terms without such a target.
    fn shows(&self, way: &Way) -> Result<Option<Instant>, Error> {
        let of_pauses = way.habits.iter().find(|habit| habit.is_of_pauses());
        let history = of_pauses.map(|habit| habit.on_history(self.history));
        let history = history.as_deref().unwrap_or(self.history);
        let terms = self.terms_of(way)?;
        let assessment = Assessment::of(&terms, history, self.now)?;
        let Some(clock) = assessment.clocks.get(self.target) else {
            return Ok(None);
        };
        let due = match of_pauses {
            Some(Habit::PausesOnDue) => clock.due.plus(self.paused(clock))?,
            Some(Habit::PausesOnTarget) => {
                let left = clock.seconds - clock.carried + self.paused(clock);
                clock.counting(&terms)?.due(clock.origin, left)?
            }
            _ => clock.due,
        };
        if way.habits.contains(&Habit::ShownInUtc) {
            return due.plus(-self.terms.policy().zone.offset(due)).map(Some);
        }
        Ok(Some(due))
    }

    /// The terms as `way` has them.
    fn terms_of(&self, way: &Way) -> Result<Terms, Error> {
        let of_calendar: Vec<Habit> = way
            .habits
            .iter()
            .copied()
            .filter(|habit| habit.is_of_calendar())
            .collect();
        let mut schedules = self.explainer.schedules.iter();
        let schedule = schedules.find(|(habits, _)| *habits == of_calendar);
        let mut readings = way.readings;
        if of_calendar.contains(&Habit::LastMinuteLost) {
            readings.clock = ClockReading::WorkingTime;
        }
        match schedule {
            Some((_, schedule)) => self.terms.on(Arc::clone(schedule), readings),
            None => self.terms.read_as(readings),
        }
    }

    /// How long the ticket was paused by the wall clock while `clock` ran.
    fn paused(&self, clock: &Clock) -> Seconds {
        let ran = Span::new(clock.origin, clock.stop.unwrap_or(Instant::MAX));
        habit::wall_length(&self.history.pauses, ran, self.now)
    }
}

/// Whether a due time is the one that is shown, to the minute where no seconds are shown.
const fn agrees(shown: Instant, due: Instant) -> bool {
    let (shown, due) = (shown.epoch(), due.epoch());
    shown == due || (shown % 60 == 0 && due / 60 == shown / 60)
}
