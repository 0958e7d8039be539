//! Planned maintenance: when windows lie.

use crate::engine::{
    Error, Expected, Instant, LocalTime, Misread, Node, Span, TypedHours, Zone, keyed,
};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Which of a month's days of the week a rule names.
///
/// ```
/// use sla_planner::engine::{MonthlyWindow, Nth};
/// let rule = MonthlyWindow {
///     nth: Nth::Fifth,
///     weekday: chrono::Weekday::Sun,
///     hours: "02:00-06:00".parse()?,
///     zone: "Asia/Shanghai".parse()?,
/// };
/// assert_eq!(rule.window(2026, 12)?, None);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nth {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The fifth; months without one have no window.
    Fifth,
    /// The last, be it the fourth or the fifth.
    Last,
}

keyed!(Nth: First = "first", Second = "second", Third = "third", Fourth = "fourth", Fifth = "fifth", Last = "last");

/// A monthly maintenance window, such as the second Sunday 02:00-06:00 (§2.1.1).
///
/// ```
/// use sla_planner::engine::{MonthlyWindow, Nth};
/// let rule = MonthlyWindow {
///     nth: Nth::Second,
///     weekday: chrono::Weekday::Sun,
///     hours: "02:00-06:00".parse()?,
///     zone: "Asia/Shanghai".parse()?,
/// };
/// let window = rule.window(2026, 12)?.map(|window| window.from.to_string());
/// assert_eq!(window.as_deref(), Some("2026-12-12T18:00:00Z"));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MonthlyWindow {
    /// Which one of the month.
    pub nth: Nth,
    /// Of which day of the week.
    pub weekday: Weekday,
    /// From when to when by the wall clock; over midnight when it closes before it opens.
    pub hours: TypedHours,
    /// In which zone (reading R13).
    pub zone: Zone,
}

impl MonthlyWindow {
    /// A window from its place in a document.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            nth: Nth::read(&node.key("nth"))?,
            weekday: node.key("weekday").parsed(Expected::Weekday)?,
            hours: node.key("hours").parsed(Expected::Hours)?,
            zone: node.key("zone").parsed(Expected::Zone)?,
        })
    }

    /// The window of one month; none when the month has no such day or the hours do not exist on it.
    ///
    /// # Errors
    /// [`Error::InstantOutOfRange`] before 1970 or after 2100.
    ///
    /// ```
    /// use sla_planner::engine::{MonthlyWindow, Nth};
    /// let rule = MonthlyWindow {
    ///     nth: Nth::Second,
    ///     weekday: chrono::Weekday::Sun,
    ///     hours: "02:00-06:00".parse()?,
    ///     zone: "Asia/Shanghai".parse()?,
    /// };
    /// assert_eq!(rule.window(2026, 12)?.map(|window| window.length()), Some(4 * 3_600));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn window(&self, year: i32, month: u32) -> Result<Option<Span>, Error> {
        let Some(date) = self.date(year, month) else {
            return Ok(None);
        };
        let (window, tail) = self.hours.split();
        let opens = self.first_instant(date, window.open())?;
        let closes = match tail {
            None => self.first_instant(date, window.close())?,
            Some(tail) => {
                let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
                self.first_instant(next, tail.close())?
            }
        };
        Ok(Some(Span::new(opens, closes)).filter(|span| !span.is_empty()))
    }

    /// The windows that touch `within`, in order.
    ///
    /// ```
    /// use sla_planner::engine::{MonthlyWindow, Nth, Span};
    /// let rule = MonthlyWindow {
    ///     nth: Nth::Second,
    ///     weekday: chrono::Weekday::Sun,
    ///     hours: "02:00-06:00".parse()?,
    ///     zone: "Asia/Shanghai".parse()?,
    /// };
    /// let year = Span::new("2025-12-31T16:00:00Z".parse()?, "2026-12-31T16:00:00Z".parse()?);
    /// assert_eq!(rule.windows(year).len(), 12);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn windows(&self, within: Span) -> Vec<Span> {
        let local = |at| self.zone.local(at).date();
        // A window over midnight may reach into `within` from the month before.
        let before = local(within.from).checked_sub_days(Days::new(1));
        let Some(first) = before.and_then(|date| date.with_day(1)) else {
            return Vec::new();
        };
        let last = local(within.until);
        (0..)
            .map_while(|months| first.checked_add_months(Months::new(months)))
            .take_while(|month| *month <= last)
            .filter_map(|month| self.window(month.year(), month.month()).ok().flatten())
            .filter(|window| !window.clip(within).is_empty())
            .collect()
    }

    fn date(&self, year: i32, month: u32) -> Option<NaiveDate> {
        let nth = match self.nth {
            Nth::First => 1,
            Nth::Second => 2,
            Nth::Third => 3,
            Nth::Fourth => 4,
            Nth::Fifth => 5,
            Nth::Last => {
                return NaiveDate::from_weekday_of_month_opt(year, month, self.weekday, 5).or_else(
                    || NaiveDate::from_weekday_of_month_opt(year, month, self.weekday, 4),
                );
            }
        };
        NaiveDate::from_weekday_of_month_opt(year, month, self.weekday, nth)
    }

    /// The first instant at or after the wall clock shows `second` of `date`.
    fn first_instant(&self, date: NaiveDate, second: u32) -> Result<Instant, Error> {
        let local =
            date.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::seconds(second.into());
        Ok(match self.zone.resolve(local)? {
            LocalTime::Once(at)
            | LocalTime::Twice { first: at, .. }
            | LocalTime::Never { next: at } => at,
        })
    }
}
