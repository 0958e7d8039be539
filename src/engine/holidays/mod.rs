//! Public holidays that come with the program, with their source and the dates they are official for.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Bilingual, Calendar, DateSpan, DatedHours, DatedKind, DayHours, Error, Hours, Policy};

mod read;

/// A part of a country with holidays of its own.
///
/// ```
/// use sla_planner::engine::HolidaySet;
/// let bavaria = HolidaySet::regions("DE").find(|region| region.code == "BY").unwrap();
/// assert_eq!((bavaria.name.zh.as_str(), bavaria.name.en.as_str()), ("巴伐利亚", "Bavaria"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its code, in most cases that of ISO 3166-2 behind the hyphen.
    pub code: &'static str,
    /// What it is called.
    pub name: Bilingual,
}

/// The public holidays of a country or of one of its regions.
///
/// ```
/// use sla_planner::engine::HolidaySet;
/// let japan = HolidaySet::of("JP")?;
/// assert_eq!(japan.official.through.to_string(), "2027-12-31");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidaySet {
    /// Its ISO 3166 code.
    pub country: &'static str,
    /// The region; none for what holds nationwide.
    pub region: Option<Region>,
    /// The dates for which these are the official ones.
    pub official: DateSpan,
    /// Where the data comes from and under which licence, a line each.
    pub source: Vec<&'static str>,
    /// Days off, by date.
    pub days: BTreeMap<NaiveDate, Bilingual>,
    /// Make-up working days, with the holiday each makes up for.
    pub make_up_days: BTreeMap<NaiveDate, Bilingual>,
    /// Days expected for later years; never holidays unless asked for.
    pub estimated: BTreeMap<NaiveDate, Bilingual>,
}

const CHINA: &str = include_str!("cn.txt");

const SETS: [(&str, &str); 9] = [
    ("CN", CHINA),
    ("US", include_str!("us.txt")),
    ("HK", include_str!("hk.txt")),
    ("SG", include_str!("sg.txt")),
    ("JP", include_str!("jp.txt")),
    ("DE", include_str!("de.txt")),
    ("GB", include_str!("gb.txt")),
    ("IN", include_str!("in.txt")),
    ("AU", include_str!("au.txt")),
];

impl HolidaySet {
    /// The holidays of `place`: an ISO 3166 code, with a region behind a hyphen where it has any
    /// (`US-CA`). England's are those of `GB`.
    ///
    /// # Errors
    /// [`Error::NoHolidays`] for a place that does not come with the program;
    /// [`Error::MalformedHolidays`] when the data in the program is damaged.
    ///
    /// ```
    /// use sla_planner::engine::HolidaySet;
    /// let scotland = HolidaySet::of("GB-SCT")?;
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 30).and_then(|date| scotland.days.get(&date));
    /// assert_eq!(day.map(|name| name.en.as_str()), Some("Saint Andrew's Day"));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn of(place: &str) -> Result<Self, Error> {
        let (country, region) = match place.split_once('-') {
            Some((country, region)) => (country, Some(region)),
            None => (place, None),
        };
        let Some((code, text)) = SETS.iter().find(|(code, _)| *code == country) else {
            return Err(Error::NoHolidays {
                country: place.to_owned(),
            });
        };
        read::read(code, text, region)
    }

    /// The holidays of mainland China, those of the contract: by itself, so that a program that needs no
    /// others does not carry them.
    ///
    /// # Errors
    /// [`Error::MalformedHolidays`] when the data in the program is damaged.
    ///
    /// ```
    /// use sla_planner::engine::HolidaySet;
    /// let china = HolidaySet::china()?;
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 2, 17).and_then(|date| china.days.get(&date));
    /// assert_eq!(day.map(|name| name.zh.as_str()), Some("春节"));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn china() -> Result<Self, Error> {
        read::read("CN", CHINA, None)
    }

    /// The countries whose holidays come with the program.
    ///
    /// ```
    /// use sla_planner::engine::HolidaySet;
    /// assert_eq!(HolidaySet::countries().count(), 9);
    /// ```
    pub fn countries() -> impl Iterator<Item = &'static str> {
        SETS.iter().map(|(code, _)| *code)
    }

    /// The regions of `country` with holidays of their own.
    ///
    /// ```
    /// use sla_planner::engine::HolidaySet;
    /// let codes: Vec<_> = HolidaySet::regions("GB").map(|region| region.code).collect();
    /// assert_eq!(codes, ["NIR", "SCT", "WLS"]);
    /// ```
    pub fn regions(country: &str) -> impl Iterator<Item = Region> {
        let sets = SETS.into_iter().filter(move |(code, _)| *code == country);
        sets.flat_map(|(_, text)| read::regions(text))
    }
}

impl Calendar {
    /// The same calendar with the days of `set`. On make-up days it is open as on the first open day of
    /// its week; a 24x7 calendar stays as it is.
    ///
    /// ```
    /// use sla_planner::engine::{Calendar, HolidaySet, WeeklyHours};
    /// let calendar = Calendar::weekly("Europe/London".parse()?, WeeklyHours::default());
    /// let calendar = calendar.with_holidays(HolidaySet::of("GB")?);
    /// assert!(calendar.official.is_some());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
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
    ///
    /// ```
    /// use sla_planner::engine::Policy;
    /// let calendar = Policy::spt_001()?.calendar()?;
    /// assert_eq!(calendar.official.map(|dates| dates.through.to_string()), Some("2026-12-28".to_owned()));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn calendar(&self) -> Result<Calendar, Error> {
        let set = self.holidays.as_deref().map(HolidaySet::of).transpose()?;
        Ok(self.calendar_with(set))
    }

    /// The calendar of the policy's working time, with the days of `set`.
    ///
    /// ```
    /// use sla_planner::engine::Policy;
    /// assert!(Policy::spt_001()?.calendar_with(None).holidays.is_empty());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn calendar_with(&self, set: Option<HolidaySet>) -> Calendar {
        let calendar = Calendar::weekly(self.zone, self.working_time.clone());
        match set {
            None => calendar,
            Some(set) => calendar.with_holidays(set),
        }
    }
}
