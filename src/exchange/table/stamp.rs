//! Times as exports write them, taken apart quickly. What is written otherwise, `moment` reads.

use chrono::{Days, NaiveDate};

use crate::exchange::moment::{DateOrder, DateSystem};

/// A time as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// Seconds since 1970.
    Epoch(i64),
    /// By a wall clock.
    Wall {
        date: Date,
        /// Seconds of the day.
        time: Option<u32>,
        /// Seconds east of UTC, where it is written.
        offset: Option<i64>,
    },
}

/// A date as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Date {
    /// One date; none where there is no such day.
    Known(Option<NaiveDate>),
    /// Two numbers up to 12, of which either may be the month, before a year.
    Either(u32, u32, i32),
    /// Two numbers, of which only one can be the month, in this order.
    Told(DateOrder, Option<NaiveDate>),
    /// The number of a day in a spreadsheet.
    Serial(u32),
}

/// The months by three letters.
const MONTHS: [&[u8]; 12] = [
    b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec",
];

/// The day of a spreadsheet that has `number`.
pub(super) fn serial(number: u32, system: DateSystem) -> Option<NaiveDate> {
    let first = match system {
        // Excel takes 1900 for a leap year, so its days count from 30 December.
        DateSystem::From1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
        DateSystem::From1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
    };
    first?.checked_add_days(Days::new(number.into()))
}

pub(super) fn parse(text: &str) -> Option<Stamp> {
    let text = text.trim();
    if let Some(stamp) = plain(text.as_bytes()).or_else(|| number(text)) {
        return Some(stamp);
    }
    let mut at = Scan(text.as_bytes());
    let date = date(&mut at)?;
    at.space();
    if at.0.is_empty() {
        let (time, offset) = (None, None);
        return Some(Stamp::Wall { date, time, offset });
    }
    let time = Some(time(&mut at)?);
    at.space();
    let offset = match at.0 {
        [] | b"h" => None,
        b"Z" | b"z" | b"UTC" | b"GMT" => Some(0),
        [b'+' | b'-', ..] => Some(offset(&mut at)?),
        _ => return None,
    };
    Some(Stamp::Wall { date, time, offset })
}

/// `2026-02-14 17:50`, with or without seconds, as most systems write times: many are read at once.
fn plain(text: &[u8]) -> Option<Stamp> {
    let [
        a,
        b,
        c,
        d,
        b'-',
        e,
        f,
        b'-',
        g,
        h,
        b' ' | b'T',
        i,
        j,
        b':',
        k,
        l,
        rest @ ..,
    ] = text
    else {
        return None;
    };
    let (second, offset) = match rest {
        [] => (0, None),
        [b':', m, n] => (two(*m, *n)?, None),
        [b':', m, n, b'Z'] => (two(*m, *n)?, Some(0)),
        _ => return None,
    };
    let year = two(*a, *b)? * 100 + two(*c, *d)?;
    let (month, day) = (two(*e, *f)?, two(*g, *h)?);
    let (hour, minute) = (two(*i, *j)?, two(*k, *l)?);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    let is_time = hour < 24 && minute < 60 && second < 60;
    is_time.then_some(Stamp::Wall {
        date: Date::Known(date),
        time: Some(hour * 3_600 + minute * 60 + second),
        offset,
    })
}

/// The number of two digits.
const fn two(ten: u8, one: u8) -> Option<u32> {
    if ten.is_ascii_digit() && one.is_ascii_digit() {
        Some((ten - b'0') as u32 * 10 + (one - b'0') as u32)
    } else {
        None
    }
}

/// Unix time, in seconds or milliseconds, or the serial number of a spreadsheet.
fn number(text: &str) -> Option<Stamp> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || !(5..=13).contains(&whole.len()) {
        return None;
    }
    let value: i64 = whole.parse().ok()?;
    match whole.len() {
        10 => Some(Stamp::Epoch(value)),
        13 => Some(Stamp::Epoch(value / 1_000)),
        5 if (20_000..=80_000).contains(&value) => {
            let time = (!fraction.is_empty()).then(|| share_of_day(fraction));
            let next_day = u32::from(time == Some(86_400));
            Some(Stamp::Wall {
                date: Date::Serial(u32::try_from(value).ok()? + next_day),
                time: time.map(|time| time % 86_400),
                offset: None,
            })
        }
        _ => None,
    }
}

/// The digits behind the point of a day, as seconds, rounded.
fn share_of_day(fraction: &str) -> u32 {
    let (mut share, mut whole) = (0_u64, 1_u64);
    for digit in fraction.bytes().take(12) {
        share = share * 10 + u64::from(digit - b'0');
        whole *= 10;
    }
    u32::try_from((share * 86_400 + whole / 2) / whole).unwrap_or_default()
}

fn date(at: &mut Scan<'_>) -> Option<Date> {
    let (first, length) = at.digits(4)?;
    if length == 4 {
        let year = i32::try_from(first).ok()?;
        let month_mark = at.mark()?;
        let (month, _) = at.digits(2)?;
        let day_mark = at.mark()?;
        let same = match month_mark {
            Mark::Year => day_mark == Mark::Month,
            other => day_mark == other,
        };
        let (day, _) = same.then(|| at.digits(2))??;
        at.take("日".as_bytes());
        return Some(Date::Known(NaiveDate::from_ymd_opt(year, month, day)));
    }
    let mark = at.mark().filter(|_| length <= 2)?;
    if let Some(month) = at.month() {
        let year = (at.mark()? == mark).then(|| at.year())??;
        return Some(Date::Known(NaiveDate::from_ymd_opt(year, month, first)));
    }
    let (second, _) = at.digits(2)?;
    if at.mark()? != mark {
        return None;
    }
    let (year, digits) = at.year_digits()?;
    let by = |day, month| NaiveDate::from_ymd_opt(year, month, day);
    Some(match mark {
        // 26-02-03 may begin with its year.
        Mark::Dash if digits == 2 => return None,
        Mark::Dot => Date::Known(by(first, second)),
        _ if first > 12 => Date::Told(DateOrder::DayFirst, by(first, second)),
        _ if second > 12 => Date::Told(DateOrder::MonthFirst, by(second, first)),
        _ => Date::Either(first, second, year),
    })
}

fn time(at: &mut Scan<'_>) -> Option<u32> {
    if !at.take(b"T") {
        at.take(b",");
        at.space();
    }
    let before = at.half();
    at.space();
    let (mut hour, _) = at.digits(2)?;
    let (minute, length) = at.take(b":").then(|| at.digits(2))??;
    let second = if at.take(b":") { at.digits(2)?.0 } else { 0 };
    if at.take(b".") || at.take(b",") {
        at.digits(9)?;
    }
    let mut behind = Scan(at.0);
    behind.space();
    if let Some(half) = before.or_else(|| behind.half()) {
        if before.is_none() {
            *at = behind;
        }
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if half { 12 } else { 0 };
    }
    (length == 2 && hour < 24 && minute < 60 && second < 60)
        .then(|| hour * 3_600 + minute * 60 + second)
}

fn offset(at: &mut Scan<'_>) -> Option<i64> {
    let east = at.take(b"+");
    if !east {
        at.take(b"-");
    }
    let hours = at.two()?;
    at.take(b":");
    let minutes = if at.0.is_empty() { 0 } else { at.two()? };
    let seconds = i64::from(hours * 3_600 + minutes * 60);
    let whole = at.0.is_empty() && hours <= 15 && minutes < 60;
    whole.then_some(if east { seconds } else { -seconds })
}

/// What stands between the numbers of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Dash,
    Slash,
    Dot,
    Year,
    Month,
}

/// The rest of a text.
struct Scan<'a>(&'a [u8]);

impl Scan<'_> {
    fn take(&mut self, what: &[u8]) -> bool {
        let rest = self.0.strip_prefix(what);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn space(&mut self) {
        self.0 = self.0.trim_ascii_start();
    }

    /// A number of at most `most` digits, and how many it has.
    fn digits(&mut self, most: usize) -> Option<(u32, usize)> {
        let mut value = 0;
        let mut length = 0;
        while let [digit @ b'0'..=b'9', rest @ ..] = self.0
            && length < most
        {
            value = value * 10 + u32::from(digit - b'0');
            length += 1;
            self.0 = rest;
        }
        let whole = length > 0 && !self.0.first().is_some_and(u8::is_ascii_digit);
        whole.then_some((value, length))
    }

    /// A number of two digits, whatever comes behind.
    fn two(&mut self) -> Option<u32> {
        let (digits, rest) = self.0.split_at_checked(2)?;
        self.0 = rest;
        Scan(digits)
            .digits(2)
            .filter(|(_, length)| *length == 2)
            .map(|(value, _)| value)
    }

    fn mark(&mut self) -> Option<Mark> {
        let marks: [(&[u8], Mark); 5] = [
            (b"-", Mark::Dash),
            (b"/", Mark::Slash),
            (b".", Mark::Dot),
            ("年".as_bytes(), Mark::Year),
            ("月".as_bytes(), Mark::Month),
        ];
        marks
            .iter()
            .find(|(text, _)| self.take(text))
            .map(|(_, mark)| *mark)
    }

    fn month(&mut self) -> Option<u32> {
        let (name, rest) = self.0.split_at_checked(3)?;
        let place = MONTHS
            .iter()
            .position(|month| name.eq_ignore_ascii_case(month))?;
        self.0 = rest;
        u32::try_from(place + 1).ok()
    }

    fn year(&mut self) -> Option<i32> {
        self.year_digits().map(|(year, _)| year)
    }

    /// A year of two or four digits, and how many it has.
    fn year_digits(&mut self) -> Option<(i32, usize)> {
        let (value, length) = self.digits(4)?;
        let value = i32::try_from(value).ok()?;
        match length {
            2 => Some((2_000 + value, 2)),
            4 => Some((value, 4)),
            _ => None,
        }
    }

    /// Whether it is after noon, where that is written.
    fn half(&mut self) -> Option<bool> {
        let halves: [(&[u8], bool); 6] = [
            (b"AM", false),
            (b"PM", true),
            (b"am", false),
            (b"pm", true),
            ("上午".as_bytes(), false),
            ("下午".as_bytes(), true),
        ];
        halves
            .iter()
            .find(|(text, _)| self.take(text))
            .map(|(_, after)| *after)
    }
}
