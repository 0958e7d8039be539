//! Public holidays that come with the program, with their source and the dates they are official for.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Bilingual, Calendar, DateSpan, DatedHours, DatedKind, DayHours, Error, Hours, Policy};

mod read;

/// The public holidays of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidaySet {
    /// Its ISO 3166 code.
    pub country: &'static str,
    /// The dates for which these are the official ones.
    pub official: DateSpan,
    /// Where the data comes from and under which licence, a line each.
    pub source: Vec<&'static str>,
    /// Days off, by date.
    pub days: BTreeMap<NaiveDate, Bilingual>,
    /// Make-up working days, with the holiday each makes up for.
    pub make_up_days: BTreeMap<NaiveDate, Bilingual>,
    /// Statutory days estimated for later years; never holidays unless asked for.
    pub estimated: BTreeMap<NaiveDate, Bilingual>,
}

const SETS: &[(&str, &str)] = &[("CN", include_str!("cn.txt"))];

impl HolidaySet {
    /// The holidays of `country`, an ISO 3166 code.
    ///
    /// # Errors
    /// [`Error::NoHolidays`] for a country that does not come with the program;
    /// [`Error::MalformedHolidays`] when the data in the program is damaged.
    ///
    /// ```
    /// use sla_planner::engine::HolidaySet;
    /// let china = HolidaySet::of("CN")?;
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 2, 17).and_then(|date| china.days.get(&date));
    /// assert_eq!(day.map(|name| name.zh.as_str()), Some("春节"));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn of(country: &str) -> Result<Self, Error> {
        let Some((code, text)) = SETS.iter().find(|(code, _)| *code == country) else {
            return Err(Error::NoHolidays {
                country: country.to_owned(),
            });
        };
        read::read(code, text)
    }

    /// The countries whose holidays come with the program.
    pub fn countries() -> impl Iterator<Item = &'static str> {
        SETS.iter().map(|(code, _)| *code)
    }
}

impl Calendar {
    /// The same calendar with the days of `set`. On make-up days it is open as on the first open day of
    /// its week; a 24x7 calendar stays as it is.
    #[must_use]
    pub fn with_holidays(mut self, set: HolidaySet) -> Self {
        let Hours::Weekly(week) = &self.hours else {
            return self;
        };
        let usual: DayHours = week.usual().clone();
        self.official = Some(set.official);
        self.holidays.extend(set.days);
        self.estimated.extend(set.estimated);
        let make_up = set.make_up_days.into_iter().map(|(date, name)| {
            let hours = DatedHours {
                kind: DatedKind::MakeUp,
                hours: usual.clone(),
                name,
            };
            (date, hours)
        });
        self.dated.extend(make_up);
        self
    }
}

impl Policy {
    /// The calendar of the policy's working time, with the holidays it excepts.
    ///
    /// # Errors
    /// As [`HolidaySet::of`].
    pub fn calendar(&self) -> Result<Calendar, Error> {
        let calendar = Calendar::weekly(self.zone, self.working_time.clone());
        match &self.holidays {
            None => Ok(calendar),
            Some(country) => Ok(calendar.with_holidays(HolidaySet::of(country)?)),
        }
    }
}
