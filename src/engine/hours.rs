//! Hours of a day and of a week, by the wall clock.

use std::fmt;

use super::{Error, Expected, Misread, Node};
use chrono::Weekday;

/// Seconds in a day by the wall clock: 24:00.
pub(crate) const DAY: u32 = 86_400;

/// Half-open hours `[open, close)` of one date, in seconds of the day from 00:00 to 24:00.
///
/// ```
/// use sla_planner::engine::TypedHours;
/// let (window, tail) = "22:00-06:00".parse::<TypedHours>()?.split();
/// assert_eq!((window.to_string(), tail.map(|tail| tail.to_string())), ("22:00-24:00".to_owned(), Some("00:00-06:00".to_owned())));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    open: u32,
    close: u32,
}

impl Window {
    /// 00:00-24:00.
    ///
    /// ```
    /// use sla_planner::engine::Window;
    /// assert_eq!(Window::WHOLE_DAY.to_string(), "00:00-24:00");
    /// ```
    pub const WHOLE_DAY: Self = Self {
        open: 0,
        close: DAY,
    };

    /// The first second inside, in seconds of the day.
    ///
    /// ```
    /// use sla_planner::engine::TypedHours;
    /// assert_eq!("09:00-18:00".parse::<TypedHours>()?.split().0.open(), 9 * 3_600);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn open(self) -> u32 {
        self.open
    }

    /// The first second after it, in seconds of the day; at most 86 400 (24:00).
    ///
    /// ```
    /// use sla_planner::engine::TypedHours;
    /// assert_eq!("09:00-24:00".parse::<TypedHours>()?.split().0.close(), 86_400);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn close(self) -> u32 {
        self.close
    }
}

impl fmt::Display for Window {
    /// `09:00-18:00`, with seconds only where they are not zero.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_time(f, self.open)?;
        f.write_str("-")?;
        write_time(f, self.close)
    }
}

fn write_time(f: &mut fmt::Formatter<'_>, second: u32) -> fmt::Result {
    write!(f, "{:02}:{:02}", second / 3600, second / 60 % 60)?;
    match second % 60 {
        0 => Ok(()),
        rest => write!(f, ":{rest:02}"),
    }
}

/// Why hours cannot be read.
///
/// ```
/// use sla_planner::engine::{Error, HoursFault, TypedHours};
/// let found = "09:00-09:00".parse::<TypedHours>();
/// assert!(matches!(found, Err(Error::MalformedHours { fault: HoursFault::Empty, .. })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HoursFault {
    /// Not of the form `09:00-18:00`.
    Malformed,
    /// Opening and closing are the same: write `00:00-24:00` for a whole day.
    Empty,
    /// A time past 24:00, or an opening at 24:00.
    PastMidnight,
    /// A dated window that runs over midnight: enter its tail on the next date.
    OverMidnight,
}

/// Hours as typed: `09:00-18:00`; `22:00-06:00` runs over midnight.
///
/// ```
/// use sla_planner::engine::TypedHours;
/// let night: TypedHours = "22:00-06:00".parse()?;
/// assert_eq!(night.to_string(), "22:00-06:00");
/// assert!("09:00-09:00".parse::<TypedHours>().is_err());
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TypedHours {
    open: u32,
    close: u32,
}

impl TypedHours {
    /// Hours from `open` to `close`, in seconds of the day; over midnight when `close` is before `open`.
    ///
    /// # Errors
    /// [`Error::MalformedHours`] when they are empty or past 24:00.
    ///
    /// ```
    /// use sla_planner::engine::TypedHours;
    /// assert_eq!(TypedHours::new(32_400, 64_800)?.to_string(), "09:00-18:00");
    /// assert!(TypedHours::new(32_400, 90_000).is_err());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn new(open: u32, close: u32) -> Result<Self, Error> {
        let hours = Self { open, close };
        let fault = if open >= DAY || close > DAY {
            HoursFault::PastMidnight
        } else if open == close {
            HoursFault::Empty
        } else {
            return Ok(hours);
        };
        Err(Error::MalformedHours {
            text: hours.to_string(),
            fault,
        })
    }

    /// The part on the date itself and, when it runs over midnight, the part on the next date.
    ///
    /// ```
    /// use sla_planner::engine::TypedHours;
    /// assert!("09:00-18:00".parse::<TypedHours>()?.split().1.is_none());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn split(self) -> (Window, Option<Window>) {
        let Self { open, close } = self;
        if open < close {
            (Window { open, close }, None)
        } else {
            let tail = (close > 0).then_some(Window { open: 0, close });
            (Window { open, close: DAY }, tail)
        }
    }
}

impl fmt::Display for TypedHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_time(f, self.open)?;
        f.write_str("-")?;
        write_time(f, self.close)
    }
}

impl std::str::FromStr for TypedHours {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let malformed = |fault| Error::MalformedHours {
            text: text.to_owned(),
            fault,
        };
        let (open, close) = text
            .split_once('-')
            .ok_or_else(|| malformed(HoursFault::Malformed))?;
        let time = |part| read_time(part).map_err(malformed);
        Self::new(time(open)?, time(close)?).map_err(|error| match error {
            Error::MalformedHours { fault, .. } => malformed(fault),
            other => other,
        })
    }
}

/// Seconds of the day from `9:00`, `09:00` or `09:00:00`.
fn read_time(text: &str) -> Result<u32, HoursFault> {
    let mut parts = text.trim().split(':');
    let mut next = |digits: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        let plain = digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        Some(plain.then(|| part.parse::<u32>().ok()).flatten())
    };
    let hour = next(1..=2).flatten().ok_or(HoursFault::Malformed)?;
    let below_sixty = |part: Option<u32>| {
        part.filter(|number| *number < 60)
            .ok_or(HoursFault::Malformed)
    };
    let minute = below_sixty(next(2..=2).flatten())?;
    let second = next(2..=2).map_or(Ok(0), below_sixty)?;
    if parts.next().is_some() {
        return Err(HoursFault::Malformed);
    }
    let second = hour * 3600 + minute * 60 + second;
    if second > DAY {
        return Err(HoursFault::PastMidnight);
    }
    Ok(second)
}

/// The open hours of one date: windows in order, neither overlapping nor touching.
///
/// ```
/// use sla_planner::engine::DayHours;
/// let hours = DayHours::typed(["09:00-12:00".parse()?, "13:00-18:00".parse()?])?;
/// assert_eq!(hours.length(), 8 * 3_600);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DayHours(Vec<Window>);

impl DayHours {
    /// Closed all day.
    ///
    /// ```
    /// use sla_planner::engine::DayHours;
    /// assert_eq!(DayHours::CLOSED.length(), 0);
    /// ```
    pub const CLOSED: Self = Self(Vec::new());

    /// The union of `windows`.
    ///
    /// ```
    /// use sla_planner::engine::{DayHours, Window};
    /// assert_eq!(DayHours::new([Window::WHOLE_DAY]).length(), 86_400);
    /// ```
    pub fn new(windows: impl IntoIterator<Item = Window>) -> Self {
        let mut hours = Self::CLOSED;
        for window in windows {
            hours.insert(window);
        }
        hours.unite();
        hours
    }

    /// The hours of a single date, as typed.
    ///
    /// # Errors
    /// [`Error::MalformedHours`] when a window runs over midnight: its tail belongs to another date.
    ///
    /// ```
    /// use sla_planner::engine::DayHours;
    /// let united = DayHours::typed(["12:00-18:00".parse()?, "09:00-12:00".parse()?])?;
    /// assert_eq!(united.windows().len(), 1);
    /// assert!(DayHours::typed(["22:00-06:00".parse()?]).is_err());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn typed(hours: impl IntoIterator<Item = TypedHours>) -> Result<Self, Error> {
        let windows: Result<Vec<_>, _> = hours
            .into_iter()
            .map(|typed| match typed.split() {
                (window, None) => Ok(window),
                _ => Err(Error::MalformedHours {
                    text: typed.to_string(),
                    fault: HoursFault::OverMidnight,
                }),
            })
            .collect();
        windows.map(Self::new)
    }

    /// The windows, in order.
    ///
    /// ```
    /// use sla_planner::engine::DayHours;
    /// assert!(DayHours::CLOSED.windows().is_empty());
    /// ```
    #[must_use]
    pub fn windows(&self) -> &[Window] {
        &self.0
    }

    /// Whether nothing is open.
    ///
    /// ```
    /// use sla_planner::engine::DayHours;
    /// assert!(DayHours::CLOSED.is_closed());
    /// ```
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.is_empty()
    }

    /// Open seconds by the wall clock.
    ///
    /// ```
    /// use sla_planner::engine::DayHours;
    /// assert_eq!(DayHours::typed(["09:00-18:00".parse()?])?.length(), 9 * 3_600);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn length(&self) -> u32 {
        self.0.iter().map(|window| window.close - window.open).sum()
    }

    /// When the window that holds `second` closes, in seconds of the day.
    ///
    /// ```
    /// use sla_planner::engine::DayHours;
    /// let hours = DayHours::typed(["09:00-18:00".parse()?])?;
    /// assert_eq!(hours.closing(9 * 3_600), Some(18 * 3_600));
    /// assert_eq!(hours.closing(18 * 3_600), None);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn closing(&self, second: u32) -> Option<u32> {
        self.0
            .iter()
            .find(|window| window.open <= second && second < window.close)
            .map(|window| window.close)
    }

    fn add(&mut self, window: Window) {
        self.insert(window);
        self.unite();
    }

    /// Puts a window in its place in the order.
    fn insert(&mut self, window: Window) {
        let place = self.0.partition_point(|earlier| *earlier < window);
        self.0.insert(place, window);
    }

    fn unite(&mut self) {
        self.0.dedup_by(|next, last| {
            let joined = next.open <= last.close;
            if joined {
                last.close = last.close.max(next.close);
            }
            joined
        });
    }
}

/// The open hours of a week, Monday first.
///
/// Serialised by weekday: `{"mon": ["09:00-12:00", "13:00-18:00"], …}`; days left out are closed.
///
/// ```
/// use chrono::Weekday;
/// use sla_planner::engine::WeeklyHours;
/// let mut hours = WeeklyHours::default();
/// hours.add(Weekday::Fri, "22:00-06:00".parse()?);
/// assert_eq!(hours.day(Weekday::Sat).length(), 6 * 3600);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct WeeklyHours([DayHours; 7]);

impl WeeklyHours {
    /// The same hours on each of `days`.
    ///
    /// ```
    /// use chrono::Weekday::{Mon, Tue};
    /// use sla_planner::engine::WeeklyHours;
    /// let hours = WeeklyHours::on([Mon, Tue], "09:00-18:00".parse()?);
    /// assert!(!hours.day(Tue).is_closed());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn on(days: impl IntoIterator<Item = Weekday>, hours: TypedHours) -> Self {
        let mut week = Self::default();
        for day in days {
            week.add(day, hours);
        }
        week
    }

    /// Opens `hours` on `day`; what runs over midnight goes to the day after.
    ///
    /// ```
    /// use chrono::Weekday::{Sun, Mon};
    /// use sla_planner::engine::WeeklyHours;
    /// let mut hours = WeeklyHours::default();
    /// hours.add(Sun, "22:00-02:00".parse()?);
    /// assert_eq!(hours.day(Mon).length(), 2 * 3_600);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn add(&mut self, day: Weekday, hours: TypedHours) {
        let (window, tail) = hours.split();
        self.entry(day, window);
        if let Some(tail) = tail {
            self.entry(day.succ(), tail);
        }
    }

    /// The hours of `day`.
    ///
    /// ```
    /// use chrono::Weekday::Sat;
    /// use sla_planner::engine::Policy;
    /// assert!(Policy::spt_001()?.working_time.day(Sat).is_closed());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn day(&self, day: Weekday) -> &DayHours {
        let [mon, tue, wed, thu, fri, sat, sun] = &self.0;
        match day {
            Weekday::Mon => mon,
            Weekday::Tue => tue,
            Weekday::Wed => wed,
            Weekday::Thu => thu,
            Weekday::Fri => fri,
            Weekday::Sat => sat,
            Weekday::Sun => sun,
        }
    }

    /// The hours of the first day of the week that is open at all.
    ///
    /// ```
    /// use sla_planner::engine::Policy;
    /// assert_eq!(Policy::spt_001()?.working_time.usual().length(), 9 * 3_600);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn usual(&self) -> &DayHours {
        const CLOSED: &DayHours = &DayHours::CLOSED;
        self.0
            .iter()
            .find(|hours| !hours.is_closed())
            .unwrap_or(CLOSED)
    }

    /// The hours of a week from their place in a document.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let mut week = Self::default();
        for (day, key) in DAYS {
            let typed = |list: &Node<'_>| list.list(|hours| hours.parsed(Expected::Hours));
            for hours in node.key(key).optional(typed)?.into_iter().flatten() {
                week.add(day, hours);
            }
        }
        Ok(week)
    }

    fn entry(&mut self, day: Weekday, window: Window) {
        let index = day.num_days_from_monday() as usize;
        if let Some(hours) = self.0.get_mut(index) {
            hours.add(window);
        }
    }
}

/// The days of the week in order, with their keys in files.
pub(crate) const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];
