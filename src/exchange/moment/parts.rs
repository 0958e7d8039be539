//! The pieces of a wall-clock time, in any order.

use chrono::{Datelike, NaiveDate, Weekday};

use super::date::{self, Written, date};
use super::day_part::DayPart;
use super::scan::Scan;
use super::time::{TimeOfDay, time};
use super::{DateOrder, Unclear, weekday};

/// What a text says of a date and a time of day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parts {
    pub(super) date: Option<Written>,
    pub(super) time: Option<TimeOfDay>,
    /// The day of the week beside the date.
    weekday: Option<Weekday>,
    /// The part of the day in front of the time.
    part: Option<DayPart>,
}

impl Parts {
    /// The pieces of folded `text`; `today` is the date now where it is written.
    pub(super) fn read(
        text: &str,
        today: NaiveDate,
        order: Option<DateOrder>,
    ) -> Result<Self, Unclear> {
        let mut scan = Scan::new(text);
        let mut parts = Self::default();
        skip_fillers(&mut scan);
        while !scan.is_done() {
            if !parts.take(&mut scan, today, order)? {
                return Err(parts.fault(scan, today));
            }
            skip_fillers(&mut scan);
        }
        Ok(parts)
    }

    /// Takes one piece.
    fn take(
        &mut self,
        scan: &mut Scan<'_>,
        today: NaiveDate,
        order: Option<DateOrder>,
    ) -> Result<bool, Unclear> {
        let weekday = match self.date {
            Some(Written::Weekday(day)) => Some(day),
            _ => None,
        };
        let dateless = self.date.is_none() || weekday.is_some();
        // `Fri 10.50` has no date, `Fri 14 Feb` has.
        if dateless
            && (weekday.is_none() || !looks_like_time(scan))
            && let Some(dated) = date(scan, today, order)
        {
            let dated = dated?;
            // `Sat, 14 Feb 2026`: the weekday repeats the date behind it.
            self.weekday = self.weekday.or(weekday);
            self.date = Some(dated.written);
            self.part = self.part.or(dated.part);
            // `2026-02-14T17:50`, `14/Feb/2026:17:50`.
            scan.attempt(|at| {
                at.one_of("t:_")?;
                at.starts_with_digit().then_some(())
            });
            return Ok(true);
        }
        if self.weekday.is_none()
            && weekday.is_none()
            && self.date.is_some()
            && let Some(day) = weekday::weekday(scan)
        {
            self.weekday = Some(day);
            return Ok(true);
        }
        if self.time.is_some() {
            return Ok(false);
        }
        if let Some(time) = time(scan, self.date.is_some(), self.part) {
            self.time = Some(time?);
            return Ok(true);
        }
        // `周五下午`, `Friday morning`, `5 tonight`.
        let part = DayPart::before(scan);
        self.part = self.part.or(part);
        Ok(part.is_some())
    }

    /// Gives a date without a year the one written behind the zone.
    pub(super) fn set_year(&mut self, year: i32) -> Result<(), Unclear> {
        let dated = self.date.and_then(|date| date::in_year(date, year));
        self.date = Some(dated.ok_or_else(|| Unclear::NotATime {
            rest: year.to_string(),
        })??);
        Ok(())
    }

    /// What the day of the week beside it says against `date`.
    pub(super) fn contradiction(&self, date: NaiveDate) -> Option<Unclear> {
        self.weekday
            .filter(|written| *written != date.weekday())
            .map(|written| Unclear::WeekdayContradicts { date, written })
    }

    /// Why nothing of a time comes next.
    fn fault(&self, scan: Scan<'_>, today: NaiveDate) -> Unclear {
        let rest = scan.rest().to_owned();
        let mut at = scan;
        let joined = at.take_any(&[
            ("到", ()),
            ("至", ()),
            ("~", ()),
            ("-", ()),
            ("to ", ()),
            ("or ", ()),
            ("或", ()),
            ("和", ()),
            ("and ", ()),
            ("/", ()),
        ]);
        at.space();
        let another = self.time.is_some() && looks_like_time(&at)
            || self.date.is_some()
                && date(&mut at, today, None).is_some()
                && (joined.is_some() || self.time.is_some());
        if another {
            Unclear::SeveralTimes
        } else if self.time.is_some() && looks_like_zone(&rest) {
            Unclear::UnknownZone { rest }
        } else {
            Unclear::NotATime { rest }
        }
    }
}

/// Words between the pieces.
fn skip_fillers(scan: &mut Scan<'_>) {
    scan.space();
    scan.take_any(&[
        ("at ", ()),
        ("on ", ()),
        ("@ ", ()),
        ("since ", ()),
        ("from ", ()),
        ("自", ()),
        ("从", ()),
        ("的", ()),
        ("在", ()),
        ("于", ()),
    ]);
    scan.space();
}

/// Whether a time of day comes next, so that its digits are not those of a date.
fn looks_like_time(scan: &Scan<'_>) -> bool {
    let mut at = *scan;
    at.space();
    matches!(time(&mut at, false, None), Some(Ok(_)))
}

fn looks_like_zone(text: &str) -> bool {
    const AREAS: &[&str] = &[
        "africa/",
        "america/",
        "antarctica/",
        "asia/",
        "atlantic/",
        "australia/",
        "europe/",
        "indian/",
        "pacific/",
        "us/",
        "etc/",
        "utc",
        "gmt",
    ];
    let word = !text.contains(' ') && text.is_ascii();
    let signed = text
        .strip_prefix(['+', '-'])
        .is_some_and(|digits| digits.starts_with(|first: char| first.is_ascii_digit()));
    let named = text.ends_with("时间") || text.ends_with(" time");
    word && (signed || AREAS.iter().any(|area| text.starts_with(area)))
        || text.starts_with('@')
        // A sentence can end so, too.
        || named && text.chars().count() <= 16
}
