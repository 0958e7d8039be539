//! What cannot be read, and what may not be as it is meant.

use super::day::Place;

/// Why a file gives no days, or what is to be asked first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolidayFault {
    /// There is nothing in it.
    Empty,
    /// It is larger than any that is read.
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// It is no text.
    NotText,
    /// It is in an encoding that is not known.
    UnknownEncoding {
        /// The line of the first byte that is not understood.
        line: usize,
        /// Its place in that line, in bytes.
        byte: usize,
    },
    /// It is JSON, and broken or nested too deeply.
    BrokenJson {
        /// The line of what is not understood.
        line: usize,
        /// Its place in that line.
        column: usize,
    },
    /// It is JSON of a shape that is not known.
    UnknownJson,
    /// It gives more days than are read.
    TooManyDays,
    /// Reading it takes more than it may.
    TooMuch,
    /// There is no day in it.
    NoDays {
        /// The first entry that was not understood.
        first: Option<BadDay>,
    },
    /// A data set of a year that has no days yet.
    EmptyYear {
        /// The year.
        year: i32,
    },
    /// Dates say no year: ask which.
    YearNeeded,
    /// Day and month can be read either way: ask which comes first.
    OrderNeeded,
    /// It holds several divisions of a country: ask which.
    WhichDivision {
        /// Their names.
        divisions: Vec<String>,
    },
}

/// Why an entry was not understood, or not wholly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadReason {
    /// There is no date.
    NoDate,
    /// It is no date.
    NotADate,
    /// There is no such date.
    NoSuchDate,
    /// It lies before 1970 or after 2100.
    OutOfRange,
    /// It ends before it begins; its first day is taken.
    EndsBefore,
    /// It takes more days than an entry may; none is taken.
    TooLong {
        /// How many.
        days: i64,
    },
    /// How it repeats is not known; its first days are taken.
    Repeats,
    /// Its kind is not known; it is not taken.
    UnknownKind,
    /// Its hours are not understood; the usual ones are taken.
    Hours,
    /// It never ends.
    Unended,
}

/// An entry that was not understood, or not wholly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDay {
    /// Where it is.
    pub place: Place,
    /// What stands there, as much as is said back.
    pub value: String,
    /// What is wrong.
    pub reason: BadReason,
}

/// What may not be as it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolidayCaution {
    /// The calendar lists festivals, not days off: they are not taken.
    Festivals,
    /// Events were called off, and are left out.
    Cancelled,
    /// Events that take a part of a day are not taken.
    PartOfDay,
    /// Days that hold in some regions only are not taken.
    Regional,
    /// Days that are observed but no public holidays are not taken.
    Observances,
    /// Half days do not say their hours: those until noon are taken.
    HalfDayHours,
    /// Working days have hours of their own, taken from their times.
    WorkingHours,
    /// The zone of a time is not known; that of the calendar is taken.
    UnknownZone,
    /// A day repeats without an end; it is taken until 2100.
    Endless,
    /// A very long line was cut.
    LineCut,
    /// The day of the week that is written is not that of the date.
    Weekday,
    /// A day and a month in figures were read with the month first.
    MonthFirst,
    /// The same date has two kinds.
    Conflict,
    /// Days off without any make-up day, where China has them.
    NoMakeUpDays,
}
