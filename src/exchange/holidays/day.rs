//! A day of an import.

use chrono::NaiveDate;

use crate::engine::{Bilingual, DayHours};

/// What an imported day is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum HolidayKind {
    /// 休: a day off.
    Off,
    /// 班: a working day that makes up for a holiday, with the hours it says; none for the usual ones.
    Working(Option<DayHours>),
    /// Half a day, with the hours it says; none for the usual ones until noon.
    Half(Option<DayHours>),
    /// Not taken.
    Ignored,
}

impl HolidayKind {
    /// Its place among the kinds, hours apart.
    pub(super) const fn class(&self) -> u8 {
        match self {
            Self::Working(_) => 0,
            Self::Half(_) => 1,
            Self::Off => 2,
            Self::Ignored => 3,
        }
    }

    /// Takes the hours of another of the same kind too.
    pub(super) fn join(&mut self, other: Self) {
        if let (
            Self::Working(hours) | Self::Half(hours),
            Self::Working(Some(more)) | Self::Half(Some(more)),
        ) = (self, other)
        {
            let before = hours.take().unwrap_or_default();
            let windows = before.windows().iter().chain(more.windows());
            *hours = Some(DayHours::new(windows.copied()));
        }
    }
}

/// Why a day was taken for what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HolidayWhy {
    /// It is marked for calendars (`X-APPLE-SPECIAL-DAY`).
    Marked,
    /// This word in its name.
    Word(&'static str),
    /// It takes the whole day, and nothing says otherwise.
    AllDay,
    /// It takes a part of the day, and nothing says that it is a working day.
    PartOfDay,
    /// The calendar lists festivals, whether they are days off or not.
    Festival,
    /// The data set says which it is.
    DataSet,
    /// It holds in some regions only.
    Regional,
    /// It is observed, but no public holiday.
    Observance,
    /// The column of kinds says so.
    Column,
    /// The column of kinds says something that is not known.
    ColumnUnknown,
    /// It is listed without a word, as days off are.
    Listed,
    /// The text says 放假 or 上班.
    Sentence,
    /// It is named in a notice that does not say what it is.
    NotSaid,
}

/// Where an entry came from, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A line of the text.
    Line(u32),
    /// An event of a calendar file.
    Event {
        /// Its number.
        number: u32,
        /// The line it begins in.
        line: u32,
    },
    /// An entry of JSON.
    Entry(u32),
}

/// A day of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayDay {
    /// The date.
    pub date: NaiveDate,
    /// What it is.
    pub kind: HolidayKind,
    /// What it was read as.
    pub read_as: HolidayKind,
    /// What it is called; the same in both languages where only one is known.
    pub name: Bilingual,
    /// Why it was read so.
    pub why: HolidayWhy,
    /// Where it came from.
    pub place: Place,
}
