//! Availability of a period, and the budget of downtime it leaves (§2.1.1).

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{
    Error, Instant, LocalTime, MaintenanceRule, Policy, Readings, Seconds, Span, YearLength, Zone,
};

/// How long availability is looked at.
///
/// ```
/// use sla_planner::engine::Period;
/// let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
/// let week = Period::Week.around(date, "Asia/Shanghai".parse()?)?;
/// assert_eq!(week.from, "2026-11-23T00:00:00+08:00".parse()?);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A day.
    Day,
    /// A week from Monday.
    Week,
    /// A calendar month.
    Month,
    /// A quarter of a calendar year.
    Quarter,
    /// A calendar year.
    Year,
}

impl Period {
    /// The period that `date` lies in, by the clock of `zone`.
    ///
    /// # Errors
    /// [`Error::InstantOutOfRange`] before 1970 or after 2100.
    ///
    /// ```
    /// use sla_planner::engine::Period;
    /// let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let year = Period::Year.around(date, "Asia/Shanghai".parse()?)?;
    /// assert_eq!(year.length(), 365 * 86_400);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn around(self, date: NaiveDate, zone: Zone) -> Result<Span, Error> {
        let month = |number: u32| NaiveDate::from_ymd_opt(date.year(), number, 1);
        let quarter = date.month0() / 3 * 3 + 1;
        let (first, next) = match self {
            Self::Day => (Some(date), date.succ_opt()),
            Self::Week => {
                let back = Days::new(date.weekday().num_days_from_monday().into());
                let monday = date.checked_sub_days(back);
                let week = Days::new(7);
                (
                    monday,
                    monday.and_then(|monday| monday.checked_add_days(week)),
                )
            }
            Self::Month => later(month(date.month()), 1),
            Self::Quarter => later(month(quarter), 3),
            Self::Year => later(month(1), 12),
        };
        let out = Error::InstantOutOfRange {
            seconds: date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp(),
        };
        let (Some(first), Some(next)) = (first, next) else {
            return Err(out);
        };
        Ok(Span::new(midnight(first, zone)?, midnight(next, zone)?))
    }
}

fn later(first: Option<NaiveDate>, months: u32) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let next = first.and_then(|first| first.checked_add_months(Months::new(months)));
    (first, next)
}

fn midnight(date: NaiveDate, zone: Zone) -> Result<Instant, Error> {
    Ok(match zone.resolve(date.and_time(chrono::NaiveTime::MIN))? {
        LocalTime::Once(at)
        | LocalTime::Twice { first: at, .. }
        | LocalTime::Never { next: at } => at,
    })
}

/// A stretch in which the service was down.
///
/// ```
/// use sla_planner::engine::Outage;
/// let ongoing = Outage { from: "2026-11-23T10:00:00+08:00".parse()?, until: None };
/// assert!(ongoing.until.is_none());
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Outage {
    /// From when.
    pub from: Instant,
    /// Until when; none while it lasts.
    pub until: Option<Instant>,
}

/// A part of a whole, exactly.
///
/// ```
/// use sla_planner::engine::Share;
/// assert_eq!(Share { part: 2, whole: 3 }.of(100), 66);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    /// The part.
    pub part: Seconds,
    /// The whole.
    pub whole: Seconds,
}

impl Share {
    /// In units of `scale` to the whole, rounded down: 1 000 000 for parts per million. An empty whole
    /// is all there.
    ///
    /// ```
    /// use sla_planner::engine::Share;
    /// let share = Share { part: 8_712 * 3_600, whole: 8_760 * 3_600 };
    /// assert_eq!(share.of(100_000), 99_452);
    /// ```
    #[must_use]
    pub fn of(self, scale: u32) -> u32 {
        let (part, whole) = (i128::from(self.part.max(0)), i128::from(self.whole.max(0)));
        match (part * i128::from(scale)).checked_div(whole) {
            Some(units) => u32::try_from(units).unwrap_or(scale),
            None => scale,
        }
    }
}

/// Downtime of a period, and what it leaves of the budget.
///
/// ```
/// use sla_planner::engine::{Availability, Period, Policy, Readings};
/// let policy = Policy::spt_001()?;
/// let date = chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
/// let month = Period::Month.around(date, policy.zone)?;
/// let found = Availability::of(&policy, Readings::default(), month, &[], month.until).unwrap();
/// assert_eq!((found.all_counted.used, found.all_counted.left), (0, 2_592));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Downtime {
    /// How long the service was down, up to now.
    pub used: Seconds,
    /// How much of the budget is left; negative when it is overdrawn.
    pub left: Seconds,
    /// The availability if nothing more happens.
    pub share: Share,
    /// Since when the budget is used up, when it is.
    pub used_up: Option<Instant>,
    /// When it runs out within the period if it goes on at the rate so far.
    pub runs_out: Option<Instant>,
}

/// Availability of a period.
///
/// ```
/// use sla_planner::engine::{Availability, Period, Policy, Readings};
/// let policy = Policy::spt_001()?;
/// let date = chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
/// let year = Period::Year.around(date, policy.zone)?;
/// let found = Availability::of(&policy, Readings::default(), year, &[], year.until).unwrap();
/// assert_eq!(found.windows.len(), 12);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Availability {
    /// The period.
    pub period: Span,
    /// How long it counts as: its real length, or 365 days for a year (R11).
    pub length: Seconds,
    /// How much downtime the promise allows, rounded down to a second.
    pub budget: Seconds,
    /// Planned maintenance windows within the period.
    pub windows: Vec<Span>,
    /// Without what lies in planned windows.
    pub planned_excluded: Downtime,
    /// With everything.
    pub all_counted: Downtime,
    /// What is left if every planned window is used in full, and nothing else happens.
    pub ceiling: Share,
    /// Whether planned maintenance is downtime as it is read (R3): which of the two is the contract's.
    pub maintenance_is_downtime: bool,
}

impl Availability {
    /// Availability of `period` under `policy`, with `outages` in any order, up to `now`.
    /// None when the policy promises none.
    ///
    /// ```
    /// use sla_planner::engine::{Availability, Outage, Period, Policy, Readings};
    /// let policy = Policy::spt_001()?;
    /// let date = chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let year = Period::Year.around(date, policy.zone)?;
    /// let outage = Outage {
    ///     from: "2026-03-02T10:00:00+08:00".parse()?,
    ///     until: Some("2026-03-02T18:45:36+08:00".parse()?),
    /// };
    /// let found = Availability::of(&policy, Readings::default(), year, &[outage], year.until).unwrap();
    /// // 8.76 h are exactly what 99.9 % of 365 days allow.
    /// assert_eq!((found.budget, found.planned_excluded.left), (31_536, 0));
    /// assert_eq!(found.planned_excluded.share.of(10_000), 9_990);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn of(
        policy: &Policy,
        readings: Readings,
        period: Span,
        outages: &[Outage],
        now: Instant,
    ) -> Option<Self> {
        const DAY: Seconds = 86_400;
        let promised = policy.availability?;
        let real = period.length();
        let length = match readings.year_length {
            YearLength::Days365 if real == 366 * DAY => 365 * DAY,
            _ => real,
        };
        let budget = length - promised.of(length);
        let windows: Vec<Span> = MaintenanceRule::all(&readings.maintenance(policy), period)
            .into_iter()
            .map(|window| window.clip(period))
            .collect();
        let so_far = period.clip(Span::new(Instant::MIN, now));
        let down = outages
            .iter()
            .map(|outage| Span::new(outage.from, outage.until.unwrap_or(now)).clip(so_far))
            .collect();
        let down = Span::unite(down);
        let unplanned = Span::subtract(&down, &windows);
        let account = Account {
            period,
            length,
            budget,
            now,
        };
        let planned: Seconds = windows.iter().map(|window| window.length()).sum();
        Some(Self {
            period,
            length,
            budget,
            planned_excluded: account.downtime(&unplanned),
            all_counted: account.downtime(&down),
            ceiling: Share {
                part: length - planned,
                whole: length,
            },
            windows,
            maintenance_is_downtime: readings.maintenance_is_downtime,
        })
    }

    /// The figure that is the contract's under the reading in force (R3).
    ///
    /// ```
    /// use sla_planner::engine::{Availability, Period, Policy, Readings};
    /// let policy = Policy::spt_001()?;
    /// let date = chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// let year = Period::Year.around(date, policy.zone)?;
    /// let found = Availability::of(&policy, Readings::default(), year, &[], year.until).unwrap();
    /// assert_eq!(found.in_force(), &found.planned_excluded);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn in_force(&self) -> &Downtime {
        if self.maintenance_is_downtime {
            &self.all_counted
        } else {
            &self.planned_excluded
        }
    }
}

struct Account {
    period: Span,
    length: Seconds,
    budget: Seconds,
    now: Instant,
}

impl Account {
    /// What `down`, in order and apart, does to the budget.
    fn downtime(&self, down: &[Span]) -> Downtime {
        let used: Seconds = down.iter().map(|span| span.length()).sum();
        Downtime {
            used,
            left: self.budget - used,
            share: Share {
                part: self.length - used,
                whole: self.length,
            },
            used_up: self.used_up(down),
            runs_out: self.runs_out(used),
        }
    }

    /// The first instant after which more than the budget is used.
    fn used_up(&self, down: &[Span]) -> Option<Instant> {
        let mut left = self.budget;
        for span in down {
            if span.length() > left {
                return span.from.plus(left).ok();
            }
            left -= span.length();
        }
        None
    }

    fn runs_out(&self, used: Seconds) -> Option<Instant> {
        let left = self.budget - used;
        let elapsed = self.now.since(self.period.from);
        if used <= 0 || left <= 0 || elapsed <= 0 {
            return None;
        }
        let ahead = i128::from(left) * i128::from(elapsed) / i128::from(used);
        let ahead = Seconds::try_from(ahead).ok()?;
        let at = self.now.plus(ahead).ok()?;
        (at < self.period.until).then_some(at)
    }
}
