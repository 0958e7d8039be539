//! Rules by which events repeat.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::when;
use crate::exchange::holidays::fault::HolidayFault;
use crate::exchange::holidays::gather::{Gather, YEARS};

/// A yearly rule: on a day of a month, or on such a weekday of a month.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    interval: i32,
    count: Option<u32>,
    until: Option<NaiveDate>,
    month: Option<u32>,
    day: Option<u32>,
    /// The weekday, and which of the month; from its end where negative.
    weekday: Option<(i32, Weekday)>,
}

impl Rule {
    /// None for a rule that is not yearly, or of another kind.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut rule = Self {
            interval: 1,
            count: None,
            until: None,
            month: None,
            day: None,
            weekday: None,
        };
        let mut yearly = false;
        for part in text.trim().split(';').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=')?;
            match key.trim().to_ascii_uppercase().as_str() {
                "FREQ" => yearly = value.eq_ignore_ascii_case("YEARLY"),
                "INTERVAL" => rule.interval = value.parse().ok().filter(|years| *years > 0)?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(when::date(value.get(..8)?)?),
                "BYMONTH" => rule.month = Some(value.parse().ok()?),
                "BYMONTHDAY" => rule.day = Some(value.parse().ok()?),
                "BYDAY" => rule.weekday = Some(weekday(value)?),
                "WKST" => {}
                _ => return None,
            }
        }
        let whole = rule.weekday.is_none() || rule.month.is_some() && rule.day.is_none();
        (yearly && whole).then_some(rule)
    }

    /// Whether it has no end.
    pub(super) const fn is_endless(&self) -> bool {
        self.count.is_none() && self.until.is_none()
    }

    /// The dates on which it begins anew from `start`, itself included, within the years that calendars have.
    pub(super) fn dates(
        &self,
        start: NaiveDate,
        gather: &mut Gather,
    ) -> Result<Vec<NaiveDate>, HolidayFault> {
        let mut dates = Vec::new();
        let (mut year, mut left) = (start.year(), self.count.unwrap_or(u32::MAX));
        while year <= *YEARS.end() && left > 0 {
            gather.spend(1)?;
            let date = self.in_year(year, start).filter(|date| *date >= start);
            if let (Some(date), Some(until)) = (date, self.until)
                && date > until
            {
                break;
            }
            if let Some(date) = date {
                left -= 1;
                if year >= *YEARS.start() {
                    dates.push(date);
                }
            }
            year = year.saturating_add(self.interval);
        }
        // An event is on its own start, whatever its rule says.
        if !dates.contains(&start) && YEARS.contains(&start.year()) {
            dates.push(start);
        }
        Ok(dates)
    }

    fn in_year(&self, year: i32, start: NaiveDate) -> Option<NaiveDate> {
        let month = self.month.unwrap_or(start.month());
        let Some((which, weekday)) = self.weekday else {
            let day = self.day.unwrap_or(start.day());
            return NaiveDate::from_ymd_opt(year, month, day);
        };
        if let Ok(which) = u8::try_from(which) {
            return NaiveDate::from_weekday_of_month_opt(year, month, weekday, which);
        }
        // Such a weekday of the last seven days, and weeks before it.
        let next = NaiveDate::from_ymd_opt(year, month, 28)? + Days::new(4);
        let last = next.with_day(1)?.pred_opt()?;
        let behind = last.weekday().days_since(weekday);
        let weeks = u64::from(which.unsigned_abs().saturating_sub(1)) * 7;
        let date = last.checked_sub_days(Days::new(u64::from(behind) + weeks))?;
        (date.month() == month).then_some(date)
    }
}

/// `4TH`, `-1MO`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let (which, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let day = match day.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let which: i32 = which.parse().ok()?;
    (which != 0 && (-5..=5).contains(&which)).then_some((which, day))
}
