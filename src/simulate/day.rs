//! What a date is, as a calendar shows it.

use chrono::{Datelike, NaiveDate};

use super::days;
use crate::engine::{
    Bilingual, Calendar, Counts, DatedKind, DayHours, DayKind, Hours, MaintenanceRule, Span, Terms,
};

/// What kind of day a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateKind {
    /// 24x7: every day is alike.
    AllHours,
    /// Weekly hours apply.
    Working,
    /// Weekly hours leave the day closed.
    DayOff,
    /// A holiday.
    Holiday,
    /// A holiday by estimate, where those are counted.
    Estimated,
    /// 调休: a working day that makes up for a holiday.
    MakeUp,
    /// Hours of its own.
    Special,
}

/// The mark of a date, as calendars print it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayMark {
    /// 休: off, though it might not be.
    Off,
    /// 班: worked, though it might not be.
    Work,
    /// Shorter hours than that weekday has.
    Half,
    /// Other hours than that weekday has.
    Special,
}

/// A date of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The date.
    pub date: NaiveDate,
    /// What kind of day it is.
    pub kind: DateKind,
    /// What the day is called.
    pub name: Option<Bilingual>,
    /// A holiday by estimate that is not counted as one.
    pub estimate: Option<Bilingual>,
    /// Its mark.
    pub mark: Option<DayMark>,
    /// When it is open, closures apart.
    pub hours: DayHours,
    /// The maintenance windows that touch it, whole.
    pub maintenance: Vec<Span>,
    /// The closures of the calendar that touch it, whole.
    pub closures: Vec<Span>,
    /// Whether its holidays are not official.
    pub provisional: bool,
}

impl CalendarDay {
    /// Whether it is open at all, closures apart.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.hours.is_closed()
    }

    /// `date` in the calendar of `terms`.
    #[must_use]
    pub fn of(terms: &Terms, date: NaiveDate) -> Self {
        let rules = terms.readings().maintenance(terms.policy());
        let within = whole(terms.calendar(), date, date);
        let windows = MaintenanceRule::all(&rules, within);
        Self::in_calendar(terms.calendar(), terms.counts(), &windows, date)
    }

    /// `date` in a calendar of which these `counts` count, with those of `windows` that touch it.
    #[must_use]
    pub fn in_calendar(
        calendar: &Calendar,
        counts: Counts,
        windows: &[Span],
        date: NaiveDate,
    ) -> Self {
        let hours = DayHours::new(calendar.windows(date, counts).iter().copied());
        let (kind, name) = match calendar.day(date, counts) {
            DayKind::AllHours => (DateKind::AllHours, None),
            DayKind::Working => (DateKind::Working, None),
            DayKind::DayOff => (DateKind::DayOff, None),
            DayKind::Holiday(name) => (DateKind::Holiday, Some(name)),
            DayKind::Estimated(name) => (DateKind::Estimated, Some(name)),
            DayKind::Dated(dated) => (
                match dated.kind {
                    DatedKind::MakeUp => DateKind::MakeUp,
                    DatedKind::Special => DateKind::Special,
                },
                Some(&dated.name),
            ),
        };
        let weekly = matches!(calendar.hours, Hours::Weekly(_));
        let official = calendar
            .official
            .is_none_or(|official| official.contains(date));
        let day = whole(calendar, date, date);
        let touching = |spans: &mut dyn Iterator<Item = Span>| -> Vec<Span> {
            spans.filter(|span| !span.clip(day).is_empty()).collect()
        };
        Self {
            date,
            kind,
            name: name.cloned(),
            estimate: calendar
                .estimated
                .get(&date)
                .filter(|_| weekly && !official && kind != DateKind::Estimated)
                .cloned(),
            mark: mark(calendar, date, kind, &hours),
            hours,
            maintenance: touching(&mut windows.iter().copied()),
            closures: touching(&mut calendar.closures.iter().map(|closure| closure.span)),
            provisional: weekly && !official,
        }
    }
}

fn mark(calendar: &Calendar, date: NaiveDate, kind: DateKind, hours: &DayHours) -> Option<DayMark> {
    match kind {
        DateKind::AllHours | DateKind::Working | DateKind::DayOff => None,
        DateKind::Holiday | DateKind::Estimated => Some(DayMark::Off),
        _ if hours.is_closed() => Some(DayMark::Off),
        DateKind::MakeUp => Some(DayMark::Work),
        DateKind::Special => {
            let Hours::Weekly(week) = &calendar.hours else {
                return Some(DayMark::Special);
            };
            let usual = week.day(date.weekday());
            Some(if usual.is_closed() {
                DayMark::Work
            } else if hours.length() < usual.length() {
                DayMark::Half
            } else {
                DayMark::Special
            })
        }
    }
}

/// From the first to the last of some dates, whole.
pub(super) fn whole(calendar: &Calendar, from: NaiveDate, through: NaiveDate) -> Span {
    let zone = calendar.zone;
    let end = days::instant(zone, days::next(through), 0);
    Span::new(days::instant(zone, from, 0), end)
}
