//! A calendar that a user made or changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

use super::name::{self, Name};
use super::{DayChange, day_change, hours};
use crate::engine::{
    Bilingual, Calendar, Counts, DateSpan, DatedHours, DatedKind, DayHours, Error, Expected,
    HolidaySet, Hours, Misread, Node, Policy, TypedHours, Window, Zone,
};

/// The most days of a calendar that a user changes or imports.
pub const MOST_DAYS: usize = 4_000;
/// The most years that a calendar has imported.
pub const MOST_YEARS: usize = 131;

/// The countries whose holidays come with the program.
const COUNTRIES: [&str; 9] = ["CN", "US", "HK", "SG", "JP", "DE", "GB", "IN", "AU"];

/// What tells a calendar from the others. 0 is the contract's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CalendarId(pub u32);

impl CalendarId {
    /// The contract's own calendar.
    pub const CONTRACT: Self = Self(0);
}

/// A calendar as entered: where its holidays come from, its hours, and the days a user changed. A changed day
/// goes before the holidays and make-up days of its place, and those before weekly hours.
///
/// ```
/// use sla_planner::engine::Policy;
/// use sla_planner::plan::simulation::OwnCalendar;
/// let policy = Policy::spt_001()?;
/// let contract = OwnCalendar::of(&policy);
/// assert_eq!(contract.calendar()?, policy.calendar()?);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnCalendar {
    /// What tells it from the others.
    pub id: CalendarId,
    /// What it is called.
    pub name: Name,
    /// Whose holidays it has, such as `CN` or `US-CA` (see [`HolidaySet::of`]); none where it has none built in.
    pub place: Option<String>,
    /// The service zone.
    pub zone: Zone,
    /// Weekly hours, or 24x7.
    #[serde(serialize_with = "hours::write")]
    pub hours: Hours,
    /// What the user changed, by date.
    #[serde(serialize_with = "write_days")]
    pub days: Arc<BTreeMap<NaiveDate, DayChange>>,
    /// The years whose official days were imported.
    pub official: BTreeSet<i32>,
}

fn write_days<S: Serializer>(
    days: &BTreeMap<NaiveDate, DayChange>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let days = days.iter();
    serializer.collect_seq(days.map(|(date, change)| day_change::Kept::of(*date, change)))
}

impl OwnCalendar {
    /// The contract's own calendar, nothing changed.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self {
            id: CalendarId::CONTRACT,
            name: Name::default(),
            place: policy.holidays.clone(),
            zone: policy.zone,
            hours: Hours::Weekly(policy.working_time.clone()),
            days: Arc::default(),
            official: BTreeSet::new(),
        }
    }

    /// Whether it opens at the same times as `other`, whatever both are called.
    #[must_use]
    pub fn opens_as(&self, other: &Self) -> bool {
        self.zone == other.zone
            && self.place == other.place
            && self.hours == other.hours
            && (Arc::ptr_eq(&self.days, &other.days) || self.days == other.days)
            && self.official == other.official
    }

    /// The engine's calendar. Names of days that the user changed are the same in both languages; a day that has
    /// none keeps that of its holiday.
    ///
    /// # Errors
    /// As [`HolidaySet::of`].
    ///
    /// ```
    /// use sla_planner::engine::{Counts, DayKind, Policy};
    /// use sla_planner::plan::simulation::{DayChange, OwnCalendar};
    /// let mut calendar = OwnCalendar::of(&Policy::spt_001()?);
    /// let make_up_day = chrono::NaiveDate::from_ymd_opt(2026, 2, 14).unwrap();
    /// let name = "店庆".to_owned();
    /// calendar.days = std::sync::Arc::new([(make_up_day, DayChange::Off { name })].into());
    /// let calendar = calendar.calendar()?;
    /// let DayKind::Holiday(name) = calendar.day(make_up_day, Counts::default()) else { panic!() };
    /// assert_eq!(name.zh, "店庆");
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn calendar(&self) -> Result<Calendar, Error> {
        let Hours::Weekly(week) = &self.hours else {
            return Ok(Calendar::always(self.zone));
        };
        let mut calendar = Calendar::weekly(self.zone, week.clone());
        if let Some(place) = &self.place {
            calendar = calendar.with_holidays(HolidaySet::of(place)?);
        }
        calendar.official = self.official_through(calendar.official);
        if let Some(official) = calendar.official {
            calendar
                .estimated
                .retain(|date, _| !official.contains(*date));
        }
        for (date, change) in &*self.days {
            let known = calendar.holidays.get(date);
            let made_up = || calendar.dated.get(date).map(|dated| &dated.name);
            let name = match change.name() {
                "" => known.or_else(made_up).cloned().unwrap_or_default(),
                name => Bilingual::new(name, name),
            };
            let usual = || match week.day(date.weekday()) {
                closed if closed.is_closed() => week.usual().clone(),
                hours => hours.clone(),
            };
            let (kind, hours) = match change {
                DayChange::Off { .. } => {
                    calendar.dated.remove(date);
                    calendar.holidays.insert(*date, name);
                    continue;
                }
                DayChange::Working { .. } => (DatedKind::Special, usual()),
                DayChange::MakeUp { .. } => (DatedKind::MakeUp, usual()),
                DayChange::Hours { hours, .. } => (DatedKind::Special, hours.clone()),
            };
            let dated = DatedHours { kind, hours, name };
            calendar.dated.insert(*date, dated);
        }
        Ok(calendar)
    }

    /// The official dates, those built in and the years imported that follow them without a gap. Where none are
    /// built in, the first years imported that have no gap.
    fn official_through(&self, built_in: Option<DateSpan>) -> Option<DateSpan> {
        let date = NaiveDate::from_ymd_opt;
        let mut official = match (built_in, self.official.first()) {
            (Some(official), _) => official,
            (None, None) => return None,
            (None, Some(first)) => DateSpan {
                from: date(*first, 1, 1)?,
                through: date(*first, 12, 31)?,
            },
        };
        while let Some(last) = self.official_year_after(official.through) {
            official.through = last;
        }
        Some(official)
    }

    /// The end of the imported year that goes on where `through` ends. The days that a year's notice leaves open
    /// at its end are told by the next.
    fn official_year_after(&self, through: NaiveDate) -> Option<NaiveDate> {
        let end = |year: i32| NaiveDate::from_ymd_opt(year, 12, 31);
        let years = [through.year(), through.year() + 1];
        let mut imported = years
            .into_iter()
            .filter(|year| self.official.contains(year));
        imported.find_map(|year| end(year).filter(|end| *end > through))
    }

    /// Half a working day, in the morning: from opening to noon, or half as long as the day where it does not open
    /// before noon.
    #[must_use]
    pub fn half_day(&self) -> DayHours {
        const NOON: u32 = 12 * 3_600;
        let first = match &self.hours {
            Hours::Always => Window::WHOLE_DAY,
            Hours::Weekly(week) => {
                let first = week.usual().windows().first();
                first.copied().unwrap_or(Window::WHOLE_DAY)
            }
        };
        let (open, close) = (first.open(), first.close());
        let until = if open < NOON && NOON < close {
            NOON
        } else {
            open + (close - open).div_ceil(2)
        };
        TypedHours::new(open, until)
            .and_then(|half| DayHours::typed([half]))
            .unwrap_or_default()
    }

    /// The next change of `date` in the cycle of a day (see [`DayChange::next`]); none for what the calendar says.
    ///
    /// # Errors
    /// As [`OwnCalendar::calendar`].
    pub fn next_change(&self, date: NaiveDate, counts: Counts) -> Result<Option<DayChange>, Error> {
        let mut plain = self.clone();
        if plain.days.contains_key(&date) {
            Arc::make_mut(&mut plain.days).remove(&date);
        }
        let calendar = plain.calendar()?;
        let (now, kind) = (self.days.get(&date), calendar.day(date, counts));
        Ok(DayChange::next(now, kind, &self.half_day()))
    }

    /// A calendar from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let id = node.key("id");
        let place = node.key("place");
        let found = place.optional(|place| place.text())?;
        if found.as_ref().is_some_and(|place| !is_known(place)) {
            return Err(place.misread(Expected::OneOf(&COUNTRIES)));
        }
        let days = name::list(&node.key("days"), MOST_DAYS, day_change::read)?;
        let official = name::list(&node.key("official"), MOST_YEARS, |year| year.number())?;
        Ok(Self {
            id: match id.number()? {
                0 => return Err(id.misread(Expected::Number)),
                number => CalendarId(number),
            },
            name: Name::read(&node.key("name"))?,
            place: found,
            zone: node.key("zone").parsed(Expected::Zone)?,
            hours: hours::read(&node.key("hours"))?,
            days: Arc::new(days.into_iter().collect()),
            official: official.into_iter().collect(),
        })
    }
}

/// Whether the holidays of `place` come with the program.
#[must_use]
pub(super) fn is_known(place: &str) -> bool {
    let (country, region) = match place.split_once('-') {
        Some((country, region)) => (country, Some(region)),
        None => (place, None),
    };
    HolidaySet::countries().any(|known| known == country)
        && region.is_none_or(|code| HolidaySet::regions(country).any(|known| known.code == code))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::NaiveDate;

    use super::{COUNTRIES, OwnCalendar, is_known};
    use crate::engine::{Counts, DayKind, HolidaySet, Hours, Policy, WeeklyHours};
    use crate::plan::simulation::DayChange;

    const PLAIN: Counts = Counts {
        make_up_days: true,
        estimated: false,
    };

    fn contract() -> OwnCalendar {
        OwnCalendar::of(&Policy::spt_001().expect("whole"))
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn open(calendar: &OwnCalendar, day: &str, counts: Counts) -> Vec<String> {
        let calendar = calendar.calendar().expect("a calendar");
        let windows = calendar.windows(date(day), counts).iter();
        windows.map(ToString::to_string).collect()
    }

    fn changed(day: &str, change: DayChange) -> OwnCalendar {
        OwnCalendar {
            days: Arc::new([(date(day), change)].into()),
            ..contract()
        }
    }

    #[test]
    fn a_change_goes_before_holidays_and_make_up_days() {
        let name = String::new;
        let off = DayChange::Off { name: name() };
        assert_eq!(open(&contract(), "2026-02-14", PLAIN), ["09:00-18:00"]);
        assert_eq!(
            open(&changed("2026-02-14", off), "2026-02-14", PLAIN),
            [""; 0]
        );
        let working = changed("2026-02-17", DayChange::Working { name: name() });
        assert_eq!(open(&working, "2026-02-17", PLAIN), ["09:00-18:00"]);
        let without = Counts {
            make_up_days: false,
            ..PLAIN
        };
        assert_eq!(open(&working, "2026-02-17", without), ["09:00-18:00"]);
        let calendar = working.calendar().expect("a calendar");
        let kind = calendar.day(date("2026-02-17"), PLAIN);
        assert!(matches!(kind, DayKind::Dated(dated) if dated.name.zh == "春节"));
    }

    #[test]
    fn imported_make_up_days_follow_their_reading() {
        let name = "班".to_owned();
        let made_up = changed("2026-11-22", DayChange::MakeUp { name });
        assert_eq!(open(&made_up, "2026-11-22", PLAIN), ["09:00-18:00"]);
        let without = Counts {
            make_up_days: false,
            ..PLAIN
        };
        assert_eq!(open(&made_up, "2026-11-22", without), [""; 0]);
    }

    #[test]
    fn imported_years_go_on_where_official_ones_end() {
        let through = |years: &[i32]| {
            let calendar = OwnCalendar {
                official: years.iter().copied().collect(),
                ..contract()
            };
            let calendar = calendar.calendar().expect("a calendar");
            calendar.official.map(|dates| dates.through.to_string())
        };
        assert_eq!(through(&[]).as_deref(), Some("2026-12-28"));
        assert_eq!(through(&[2026]).as_deref(), Some("2026-12-31"));
        assert_eq!(through(&[2027, 2028]).as_deref(), Some("2028-12-31"));
        assert_eq!(
            through(&[2028]).as_deref(),
            Some("2026-12-28"),
            "2027 is missing"
        );
        let nowhere = OwnCalendar {
            place: None,
            official: [2026, 2027, 2029].into(),
            ..contract()
        };
        let official = nowhere.calendar().expect("a calendar").official;
        assert_eq!(
            official.map(|dates| (dates.from.to_string(), dates.through.to_string())),
            Some(("2026-01-01".to_owned(), "2027-12-31".to_owned()))
        );
        let none = OwnCalendar {
            place: None,
            ..contract()
        };
        assert_eq!(none.calendar().expect("a calendar").official, None);
    }

    #[test]
    fn what_was_imported_is_no_estimate_any_more() {
        let imported = OwnCalendar {
            official: [2027].into(),
            ..contract()
        };
        let day = date("2027-10-01");
        let estimated = |calendar: &OwnCalendar| {
            let calendar = calendar.calendar().expect("a calendar");
            calendar.estimated.contains_key(&day)
        };
        assert!(estimated(&contract()));
        assert!(!estimated(&imported));
    }

    #[test]
    fn half_a_day_is_the_morning() {
        let half = |hours: &str| {
            let week = WeeklyHours::on([chrono::Weekday::Mon], hours.parse().expect("hours"));
            let calendar = OwnCalendar {
                hours: Hours::Weekly(week),
                ..contract()
            };
            calendar
                .half_day()
                .windows()
                .first()
                .map(ToString::to_string)
        };
        assert_eq!(half("09:00-18:00").as_deref(), Some("09:00-12:00"));
        assert_eq!(half("13:00-21:00").as_deref(), Some("13:00-17:00"));
    }

    #[test]
    fn a_changed_holiday_goes_round() {
        let day = date("2026-02-17");
        let mut calendar = contract();
        let mut kinds = Vec::new();
        loop {
            let next = calendar.next_change(day, PLAIN).expect("a calendar");
            let Some(change) = next else { break };
            kinds.push(matches!(change, DayChange::Working { .. }));
            calendar.days = Arc::new([(day, change)].into());
        }
        assert_eq!(kinds, [true, false], "working, half a day, and round");
    }

    #[test]
    fn places_are_those_of_the_engine() {
        assert!(HolidaySet::countries().eq(COUNTRIES));
        for (place, known) in [
            ("CN", true),
            ("US-CA", true),
            ("GB-SCT", true),
            ("US-XX", false),
            ("FR", false),
            ("", false),
        ] {
            assert_eq!(is_known(place), known, "{place}");
            assert_eq!(HolidaySet::of(place).is_ok(), known, "{place}");
        }
    }
}
