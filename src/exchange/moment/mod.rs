//! Times as people write them. Never a silent guess: what can be meant in two ways is asked.

use chrono::{NaiveDate, NaiveDateTime, Weekday};

use crate::engine::{Instant, Zone, keyed};

mod caution;
mod cities;
mod clock;
mod date;
mod day_part;
mod fold;
mod month;
mod near;
pub(in crate::exchange) mod numerals;
mod numeric;
mod parts;
mod paste;
mod read;
mod relative;
mod resolve;
mod scan;
mod serial;
mod time;
mod vague;
mod weekday;
mod zone;

pub use caution::caution;
pub use cities::{City, cities};
pub(super) use fold::fold;
pub(in crate::exchange) use month::MONTHS;
pub use near::read_near;
pub(super) use numerals::to_digits;
pub use paste::{Paste, read_paste};
pub use read::read;
pub(super) use zone::offset_seconds;

/// The longest text that is read as a time, in characters.
pub const LONGEST: usize = 200;

/// In which order a date's numbers are meant where it can be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 02/03/2026 is 2 March.
    DayFirst,
    /// 02/03/2026 is 3 February.
    MonthFirst,
    /// 26-02-03 is 3 February 2026.
    YearFirst,
}

keyed!(DateOrder: DayFirst = "day-first", MonthFirst = "month-first", YearFirst = "year-first");

/// From which day a spreadsheet counts its days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateSystem {
    /// Day 1 is 1 January 1900: Excel, unless set otherwise.
    #[default]
    From1900,
    /// Day 0 is 1 January 1904: books begun in Excel for the Mac until 2011.
    From1904,
}

keyed!(DateSystem: From1900 = "1900", From1904 = "1904");

impl DateSystem {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::From1900 => Self::From1904,
            Self::From1904 => Self::From1900,
        }
    }
}

/// What a time is understood against.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The instant it is typed at.
    pub now: Instant,
    /// The zone of times written without one.
    pub zone: Zone,
    /// The order the person chose before, if they were asked.
    pub date_order: Option<DateOrder>,
    /// How a spreadsheet's serial numbers are read.
    pub date_system: DateSystem,
}

/// The zone a time was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Written {
    /// None was written: the context's zone.
    Nowhere,
    /// A zone by name or place.
    Zone(Zone),
    /// An offset from UTC in seconds.
    Offset(i64),
    /// The form names an instant by itself, such as `2h ago` or Unix time.
    Absolute,
    /// A spreadsheet's serial number: the context's zone. Under the other system it lies four years and a day
    /// away, which [`Context::date_system`] gives.
    Serial(DateSystem),
}

impl Written {
    /// Whether the text itself says which zone is meant.
    #[must_use]
    pub const fn names_zone(self) -> bool {
        !matches!(self, Self::Nowhere | Self::Serial(_))
    }

    /// The offset from UTC at `at`, where a zone was written.
    fn offset(self, at: Instant) -> Option<i64> {
        match self {
            Self::Zone(zone) => Some(zone.offset(at)),
            Self::Offset(seconds) => Some(seconds),
            Self::Nowhere | Self::Absolute | Self::Serial(_) => None,
        }
    }
}

/// Something about a time that its writer may not have meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caution {
    /// It lies after now.
    Future,
    /// It lies more than two years back.
    LongAgo,
}

/// An understood time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// When it is.
    pub at: Instant,
    /// In which zone it was written.
    pub written: Written,
    /// Whether the date, or its year, was filled in as the latest such time past.
    pub filled_in: bool,
    /// Whether a part below a second was cut off.
    pub cut: bool,
    /// What may not be meant.
    pub caution: Option<Caution>,
}

/// Which way a time can be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// On this date.
    Date(NaiveDate, DateOrder),
    /// The first of two times the clock shows it.
    Earlier,
    /// The second.
    Later,
    /// The clock never shows it: before the change, by as much as is skipped.
    BeforeGap,
    /// After the change.
    AfterGap,
    /// In this zone.
    In(Zone),
}

/// One way a time can be meant, and when it is then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    /// Which way.
    pub meaning: Meaning,
    /// When.
    pub moment: Moment,
}

/// Why a text is not understood yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unclear {
    /// There is nothing.
    Empty,
    /// It is longer than a time can be.
    TooLong,
    /// From `rest` on it is no time.
    NotATime {
        /// The part that was not understood.
        rest: String,
    },
    /// From `rest` on it names a zone that is not known.
    UnknownZone {
        /// The name.
        rest: String,
    },
    /// It names two zones whose clocks differ.
    ZonesContradict {
        /// The one, as written.
        one: String,
        /// The other.
        other: String,
    },
    /// It names a day of the week on which the date does not fall.
    WeekdayContradicts {
        /// The date.
        date: NaiveDate,
        /// The day of the week, as written.
        written: Weekday,
    },
    /// A day of the week that some count from this week and others from today.
    WhichWeek {
        /// Both days it can be.
        days: [NaiveDate; 2],
    },
    /// A word that leaves open when it was.
    Vague {
        /// The word.
        word: String,
    },
    /// More than one time, or a time from and until.
    SeveralTimes,
    /// An hour on a dial, and nothing says which half of the day.
    HalfMissing {
        /// From 1 to 12.
        hour: u32,
    },
    /// A date by the number of its week.
    WeekNumber,
    /// A date of the lunar calendar.
    Lunar,
    /// Such a date or time of day does not exist.
    NoSuchTime,
    /// It lies before 1970 or after 2100.
    OutOfRange,
    /// A date without a time of day.
    TimeMissing {
        /// The date.
        date: NaiveDate,
    },
    /// A date without a time of day, which can be read as several days.
    WhichDay(Vec<(NaiveDate, DateOrder)>),
    /// It can be meant in several ways.
    Which(Vec<Choice>),
}

/// A time of the wall clock as written, before its zone is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Local {
    at: NaiveDateTime,
    filled_in: bool,
    cut: bool,
}
