//! A second implementation, slow and obvious: it looks at every second by local wall time, and takes its
//! offsets from jiff.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// A calendar as plain data. Hours are seconds of the day; closing before opening runs over midnight.
#[derive(Clone, Debug)]
pub(crate) struct SlowCalendar {
    pub(crate) zone: &'static str,
    /// Weekday from 0 (Monday), opening, closing.
    pub(crate) weekly: Vec<(i8, u32, u32)>,
    pub(crate) holidays: BTreeSet<Date>,
    /// Hours that replace everything on their date; closed all day when empty.
    pub(crate) dated: BTreeMap<Date, Vec<(u32, u32)>>,
    /// From, until, in seconds since 1970.
    pub(crate) closures: Vec<(i64, i64)>,
}

pub(crate) fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled()
        .get(name)
        .expect("a zone of the bundled database")
}

impl SlowCalendar {
    /// Whether the second that begins at `second` is open.
    pub(crate) fn is_open(&self, zone: &TimeZone, second: i64) -> bool {
        let closed = |&(from, until): &(i64, i64)| from <= second && second < until;
        if self.closures.iter().any(closed) {
            return false;
        }
        let local = zone.to_datetime(Timestamp::from_second(second).expect("in range"));
        let time = local.time();
        let of_day = i64::from(time.hour()) * 3_600
            + i64::from(time.minute()) * 60
            + i64::from(time.second());
        let date = local.date();
        if let Some(hours) = self.dated.get(&date) {
            let within = |&(open, close): &(u32, u32)| {
                i64::from(open) <= of_day && of_day < i64::from(close)
            };
            return hours.iter().any(within);
        }
        if self.holidays.contains(&date) {
            return false;
        }
        let today = date.weekday().to_monday_zero_offset();
        self.weekly.iter().any(|&(day, open, close)| {
            let (open, close) = (i64::from(open), i64::from(close));
            if open < close {
                day == today && open <= of_day && of_day < close
            } else {
                let tomorrow = (day + 1) % 7;
                (day == today && open <= of_day) || (tomorrow == today && of_day < close)
            }
        })
    }
}

/// Which seconds from a start on count: open, and in no pause.
pub(crate) struct Seconds {
    pub(crate) start: i64,
    open: Vec<bool>,
}

impl Seconds {
    /// The seconds of `[start, start + length)`.
    pub(crate) fn of(
        calendar: &SlowCalendar,
        pauses: &[(i64, i64)],
        start: i64,
        length: usize,
    ) -> Self {
        let zone = zone(calendar.zone);
        let counts = |second: i64| {
            let paused = |&(from, until): &(i64, i64)| from <= second && second < until;
            !pauses.iter().any(paused) && calendar.is_open(&zone, second)
        };
        let seconds = i64::try_from(length).expect("a few days");
        Self {
            start,
            open: (start..start + seconds).map(counts).collect(),
        }
    }

    pub(crate) fn end(&self) -> i64 {
        self.start + i64::try_from(self.open.len()).expect("a few days")
    }

    pub(crate) fn counts(&self, second: i64) -> bool {
        self.open[usize::try_from(second - self.start).expect("not before the start")]
    }

    pub(crate) fn counted(&self, from: i64, until: i64) -> i64 {
        (from..until)
            .map(|second| i64::from(self.counts(second)))
            .sum()
    }

    /// The earliest instant by which `target` seconds from `from` have counted; none within reach.
    pub(crate) fn due(&self, from: i64, target: i64) -> Option<i64> {
        let mut left = target;
        let mut at = from;
        while left > 0 {
            if at >= self.end() {
                return None;
            }
            left -= i64::from(self.counts(at));
            at += 1;
        }
        Some(at)
    }

    /// The first second from `from` on that counts.
    pub(crate) fn going_on(&self, from: i64) -> Option<i64> {
        (from..self.end()).find(|&second| self.counts(second))
    }

    /// The first second after `after` that counts although the one before does not.
    pub(crate) fn next_opening(&self, after: i64) -> Option<i64> {
        (after + 1..self.end()).find(|&second| self.counts(second) && !self.counts(second - 1))
    }

    /// The first second after `after` that does not count although the one before does.
    pub(crate) fn next_closing(&self, after: i64) -> Option<i64> {
        (after + 1..self.end()).find(|&second| !self.counts(second) && self.counts(second - 1))
    }
}
