//! When service is given: weekly hours, holidays, make-up days, closures.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Bilingual, DateSpan, DayHours, Span, WeeklyHours, Window, Zone};

/// What opens a calendar, before closures.
///
/// ```
/// use sla_planner::engine::{Calendar, Hours};
/// assert_eq!(Calendar::always("Asia/Shanghai".parse()?).hours, Hours::Always);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hours {
    /// 24x7: every second is open, holidays too. A mode of its own, never 00:00-23:59.
    Always,
    /// Weekly hours, less holidays, with dated hours.
    Weekly(WeeklyHours),
}

/// Why a date has hours of its own.
///
/// ```
/// use sla_planner::engine::{DatedKind, Policy};
/// let calendar = Policy::spt_001()?.calendar()?;
/// let saturday = chrono::NaiveDate::from_ymd_opt(2026, 2, 14).unwrap();
/// assert_eq!(calendar.dated[&saturday].kind, DatedKind::MakeUp);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DatedKind {
    /// 调休: a working day that makes up for a holiday; the only kind that reading R5 switches off.
    MakeUp,
    /// A half day, one-off hours.
    Special,
}

/// Hours that replace everything on their date.
///
/// ```
/// use sla_planner::engine::{Bilingual, Calendar, DatedHours, DatedKind, DayHours, WeeklyHours};
/// let mut calendar = Calendar::weekly("Asia/Shanghai".parse()?, WeeklyHours::default());
/// let date = chrono::NaiveDate::from_ymd_opt(2026, 12, 24).unwrap();
/// let hours = DayHours::typed(["09:00-12:00".parse()?])?;
/// let name = Bilingual::new("半天", "Half a day");
/// calendar.dated.insert(date, DatedHours { kind: DatedKind::Special, hours, name });
/// assert_eq!(calendar.windows(date, Default::default()).len(), 1);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedHours {
    /// Why.
    pub kind: DatedKind,
    /// The hours; closed all day when empty.
    pub hours: DayHours,
    /// What the day is called.
    pub name: Bilingual,
}

/// A stretch of time in which nothing is open, such as a maintenance window that suspends the clock.
///
/// ```
/// use sla_planner::engine::{Bilingual, Calendar, Closure, Counts, Span, Timetable};
/// let mut calendar = Calendar::always("Asia/Shanghai".parse()?);
/// let span = Span::new("2026-11-23T10:00:00+08:00".parse()?, "2026-11-23T12:00:00+08:00".parse()?);
/// calendar.closures.push(Closure { span, name: Bilingual::new("搬迁", "Move") });
/// assert!(!Timetable::compile(&calendar, Counts::default()).is_open(span.from));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// When.
    pub span: Span,
    /// What it is called.
    pub name: Bilingual,
}

/// A calendar: an instant is open if and only if its own wall-clock time in `zone` lies in the hours of
/// its own date there. Closures go before dated hours, dated hours before holidays, holidays before
/// weekly hours.
///
/// ```
/// use sla_planner::engine::Policy;
/// let calendar = Policy::spt_001()?.calendar()?;
/// let new_year = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
/// assert_eq!(calendar.holidays[&new_year].zh, "元旦");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The zone of every wall-clock rule in it.
    pub zone: Zone,
    /// Weekly hours, or 24x7.
    pub hours: Hours,
    /// Closed dates, with their names.
    pub holidays: BTreeMap<NaiveDate, Bilingual>,
    /// Dates with hours of their own.
    pub dated: BTreeMap<NaiveDate, DatedHours>,
    /// Closed instants.
    pub closures: Vec<Closure>,
    /// The dates for which holidays are official; none when the user answers for them.
    pub official: Option<DateSpan>,
    /// Estimated statutory holidays outside `official`; never counted as holidays unless asked for.
    pub estimated: BTreeMap<NaiveDate, Bilingual>,
}

/// What kind of day a date is.
///
/// ```
/// use sla_planner::engine::{DayKind, Policy};
/// let calendar = Policy::spt_001()?.calendar()?;
/// let sunday = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
/// assert_eq!(calendar.day(sunday, Default::default()), DayKind::DayOff);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// 24x7: every day is alike.
    AllHours,
    /// Weekly hours apply.
    Working,
    /// Weekly hours leave the day closed.
    DayOff,
    /// A holiday.
    Holiday(&'a Bilingual),
    /// A holiday by estimate, in a timetable that was asked to count those.
    Estimated(&'a Bilingual),
    /// Hours of its own.
    Dated(&'a DatedHours),
}

/// Which parts of a calendar count.
///
/// ```
/// use sla_planner::engine::{Counts, DayKind, Policy};
/// let calendar = Policy::spt_001()?.calendar()?;
/// let saturday = chrono::NaiveDate::from_ymd_opt(2026, 2, 14).unwrap();
/// let without = Counts { make_up_days: false, ..Counts::default() };
/// assert_eq!(calendar.day(saturday, without), DayKind::DayOff);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Counts {
    /// Whether make-up days are working days (reading R5).
    pub make_up_days: bool,
    /// Whether estimated holidays are holidays.
    pub estimated: bool,
}

impl Default for Counts {
    /// Make-up days count, estimates do not.
    fn default() -> Self {
        Self {
            make_up_days: true,
            estimated: false,
        }
    }
}

impl Calendar {
    /// 24x7 in `zone`.
    ///
    /// ```
    /// use sla_planner::engine::{Calendar, Counts, Timetable};
    /// let timetable = Timetable::compile(&Calendar::always("Asia/Shanghai".parse()?), Counts::default());
    /// assert!(timetable.is_open("2026-02-17T02:10:00+08:00".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn always(zone: Zone) -> Self {
        Self::with_hours(zone, Hours::Always)
    }

    /// Weekly hours in `zone`, without holidays.
    ///
    /// ```
    /// use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
    /// use sla_planner::engine::{Calendar, WeeklyHours};
    /// let hours = WeeklyHours::on([Mon, Tue, Wed, Thu, Fri], "09:00-18:00".parse()?);
    /// let calendar = Calendar::weekly("Asia/Shanghai".parse()?, hours);
    /// assert!(calendar.holidays.is_empty());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn weekly(zone: Zone, hours: WeeklyHours) -> Self {
        Self::with_hours(zone, Hours::Weekly(hours))
    }

    fn with_hours(zone: Zone, hours: Hours) -> Self {
        Self {
            zone,
            hours,
            holidays: BTreeMap::new(),
            dated: BTreeMap::new(),
            closures: Vec::new(),
            official: None,
            estimated: BTreeMap::new(),
        }
    }

    /// What kind of day `date` is.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, DayKind, Policy};
    /// let calendar = Policy::spt_001()?.calendar()?;
    /// let monday = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// assert_eq!(calendar.day(monday, Counts::default()), DayKind::Working);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn day(&self, date: NaiveDate, counts: Counts) -> DayKind<'_> {
        let Hours::Weekly(week) = &self.hours else {
            return DayKind::AllHours;
        };
        let dated = self.dated.get(&date);
        if let Some(dated) =
            dated.filter(|dated| counts.make_up_days || dated.kind != DatedKind::MakeUp)
        {
            return DayKind::Dated(dated);
        }
        if let Some(name) = self.holidays.get(&date) {
            return DayKind::Holiday(name);
        }
        if let Some(name) = self.estimated.get(&date).filter(|_| counts.estimated) {
            return DayKind::Estimated(name);
        }
        if week.day(date.weekday()).is_closed() {
            DayKind::DayOff
        } else {
            DayKind::Working
        }
    }

    /// The open hours of `date` in order, before closures.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Policy};
    /// let calendar = Policy::spt_001()?.calendar()?;
    /// let monday = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// assert_eq!(calendar.windows(monday, Counts::default())[0].to_string(), "09:00-18:00");
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn windows(&self, date: NaiveDate, counts: Counts) -> &[Window] {
        match (self.day(date, counts), &self.hours) {
            (DayKind::Dated(dated), _) => dated.hours.windows(),
            (DayKind::Working, Hours::Weekly(week)) => week.day(date.weekday()).windows(),
            (DayKind::AllHours, _) => &[Window::WHOLE_DAY],
            _ => &[],
        }
    }
}
