//! A calendar compiled for arithmetic: open segments in UTC with running totals.

use std::hint::select_unpredictable;

use chrono::{DateTime, Days, NaiveDate};

use super::calendar::{Calendar, Counts, Hours};
use super::index::Index;
use super::{Error, Instant, Seconds, Span};

/// One maximal open stretch `[open, close)`, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    open: u32,
    close: u32,
    /// The closed seconds before it.
    closed: u32,
    /// The open seconds up to its end.
    total: u32,
}

impl Segment {
    /// The open seconds before `second`, which lies after the segment before this and before its end.
    fn total_at(&self, second: u32) -> u32 {
        select_unpredictable(second < self.open, self.open, second) - self.closed
    }

    /// The end of the second that `total` open ones precede, which is one of this segment's.
    fn end_of(&self, total: u32) -> Instant {
        instant(self.closed + total + 1)
    }
}

/// When a calendar is open from 1970 to 2100, compiled: every question is a look-up whose cost does not
/// grow with the length of a target.
///
/// ```
/// use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
/// use sla_planner::engine::{Calendar, Counts, Instant, Timetable, WeeklyHours};
/// let hours = WeeklyHours::on([Mon, Tue, Wed, Thu, Fri], "09:00-18:00".parse()?);
/// let calendar = Calendar::weekly("Asia/Shanghai".parse()?, hours);
/// let timetable = Timetable::compile(&calendar, Counts::default());
/// let start: Instant = "2026-11-20T16:00:00+08:00".parse()?;
/// let due = timetable.due(start, 4 * 3600)?;
/// assert_eq!(due, "2026-11-23T11:00:00+08:00".parse()?);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Timetable {
    segments: Vec<Segment>,
    by_close: Index,
    by_total: Index,
}

impl Timetable {
    /// The open segments of `calendar`, counting the parts that `counts` says.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert!(timetable.is_open(at("2026-11-23T09:00")?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn compile(calendar: &Calendar, counts: Counts) -> Self {
        let mut open = match calendar.hours {
            Hours::Always => vec![Span::new(Instant::MIN, Instant::MAX)],
            Hours::Weekly(_) => open_spans(calendar, counts),
        };
        if !calendar.closures.is_empty() {
            let closed = Span::unite(
                calendar
                    .closures
                    .iter()
                    .map(|closure| closure.span)
                    .collect(),
            );
            open = Span::subtract(&open, &closed);
        }
        Self::from_spans(&open)
    }

    /// The same timetable with nothing open in `closed`.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Span, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// let morning = Span::new(at("2026-11-23T09:00")?, at("2026-11-23T12:00")?);
    /// let timetable = timetable.without(vec![morning]);
    /// assert!(!timetable.is_open(morning.from));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn without(&self, closed: Vec<Span>) -> Self {
        let open: Vec<Span> = self.segments.iter().map(|segment| span(*segment)).collect();
        Self::from_spans(&Span::subtract(&open, &Span::unite(closed)))
    }

    /// From spans in order that neither overlap nor touch nor are empty.
    fn from_spans(open: &[Span]) -> Self {
        let mut total = 0;
        let segments: Vec<Segment> = open
            .iter()
            .map(|span| {
                let (open, close) = (second(span.from), second(span.until));
                let closed = open - total;
                total = close - closed;
                Segment {
                    open,
                    close,
                    closed,
                    total,
                }
            })
            .collect();
        Self {
            by_close: Index::new(segments.iter().map(|segment| segment.close)),
            by_total: Index::new(segments.iter().map(|segment| segment.total)),
            segments,
        }
    }

    /// Open seconds of `[from, until)`; 0 when `until` is not after `from`.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert_eq!(timetable.counted(at("2026-11-20T17:00")?, at("2026-11-23T10:00")?), 7_200);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn counted(&self, from: Instant, until: Instant) -> Seconds {
        Seconds::from(self.total_at(until).saturating_sub(self.total_at(from)))
    }

    /// The earliest instant `t >= start` with `counted(start, t) == target`; `start` when `target` is not positive.
    ///
    /// # Errors
    /// [`Error::NeverOpens`] when the calendar does not open again, [`Error::TooFar`] when the target
    /// reaches past 2100.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert_eq!(timetable.due(at("2026-11-23T10:00")?, 8 * 3_600), at("2026-11-23T18:00"));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[inline]
    pub fn due(&self, start: Instant, target: Seconds) -> Result<Instant, Error> {
        match self.due_at_a_glance(start, target) {
            Some(due) => Ok(due),
            None => self.due_by_search(start, target),
        }
    }

    /// The latest instant `t <= until` with `counted(t, until) == seconds`; `until` when `seconds` is not positive.
    ///
    /// # Errors
    /// [`Error::NeverOpened`] when so many open seconds do not precede `until` since 1970.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert_eq!(timetable.start_of(at("2026-11-23T10:00")?, 7_200), at("2026-11-20T17:00"));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn start_of(&self, until: Instant, seconds: Seconds) -> Result<Instant, Error> {
        if seconds <= 0 {
            return Ok(until);
        }
        let none = || Error::NeverOpened {
            before: until,
            missing: seconds - self.counted(Instant::MIN, until),
        };
        let total = u32::try_from(seconds)
            .ok()
            .and_then(|seconds| self.total_at(until).checked_sub(seconds))
            .ok_or_else(none)?;
        let segment = self.segment_past(total).ok_or_else(none)?;
        Ok(instant(segment.closed + total))
    }

    /// Whether `at` is open.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert!(!timetable.is_open(at("2026-11-23T18:00")?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn is_open(&self, at: Instant) -> bool {
        self.segment_closing_after(at)
            .is_some_and(|segment| segment.open <= second(at))
    }

    /// The first opening strictly after `at`.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert_eq!(timetable.next_opening(at("2026-11-20T18:00")?), Some(at("2026-11-23T09:00")?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn next_opening(&self, at: Instant) -> Option<Instant> {
        let position = self
            .segments
            .partition_point(|segment| segment.open <= second(at));
        self.segments
            .get(position)
            .map(|segment| instant(segment.open))
    }

    /// The first closing strictly after `at`.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert_eq!(timetable.next_closing(at("2026-11-23T10:00")?), Some(at("2026-11-23T18:00")?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn next_closing(&self, at: Instant) -> Option<Instant> {
        self.segment_closing_after(at)
            .map(|segment| instant(segment.close))
    }

    /// The last opening strictly before `at`.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert_eq!(timetable.previous_opening(at("2026-11-23T10:00")?), Some(at("2026-11-23T09:00")?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn previous_opening(&self, at: Instant) -> Option<Instant> {
        let position = self
            .segments
            .partition_point(|segment| segment.open < second(at));
        let segment = self.segments.get(position.checked_sub(1)?)?;
        Some(instant(segment.open))
    }

    /// The last closing strictly before `at`.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert_eq!(timetable.previous_closing(at("2026-11-23T10:00")?), Some(at("2026-11-20T18:00")?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn previous_closing(&self, at: Instant) -> Option<Instant> {
        let position = self
            .segments
            .partition_point(|segment| segment.close < second(at));
        let segment = self.segments.get(position.checked_sub(1)?)?;
        Some(instant(segment.close))
    }

    /// `at` itself when open, else the next opening.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert_eq!(timetable.roll_forward(at("2026-11-21T10:00")?), Some(at("2026-11-23T09:00")?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn roll_forward(&self, at: Instant) -> Option<Instant> {
        self.segment_closing_after(at)
            .map(|segment| instant(segment.open).max(at))
    }

    /// `at` itself when it is open just before it, else the previous closing.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// assert_eq!(timetable.roll_back(at("2026-11-21T10:00")?), Some(at("2026-11-20T18:00")?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn roll_back(&self, at: Instant) -> Option<Instant> {
        let position = self
            .segments
            .partition_point(|segment| segment.open < second(at));
        let segment = self.segments.get(position.checked_sub(1)?)?;
        Some(instant(segment.close).min(at))
    }

    /// The maximal open spans, clipped to `within`, in order.
    ///
    /// ```
    /// use sla_planner::engine::{Counts, Instant, Policy, Span, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// let week = Span::new(at("2026-11-23T00:00")?, at("2026-11-30T00:00")?);
    /// assert_eq!(timetable.open_spans(week).count(), 5);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn open_spans(&self, within: Span) -> impl Iterator<Item = Span> {
        let first = self
            .segments
            .partition_point(|segment| segment.close <= second(within.from));
        self.segments
            .iter()
            .skip(first)
            .map(move |segment| span(*segment).clip(within))
            .take_while(|span| !span.is_empty())
    }

    /// Whether it is always open.
    pub(crate) fn is_always(&self) -> bool {
        let all = |segment: &Segment| (segment.open, segment.close) == (0, second(Instant::MAX));
        matches!(self.segments.as_slice(), [segment] if all(segment))
    }

    /// Open seconds since 1970 before `at`.
    pub(crate) fn total_at(&self, at: Instant) -> u32 {
        match self.segment_closing_after(at) {
            Some(segment) => segment.total_at(second(at)),
            None => self.segments.last().map_or(0, |segment| segment.total),
        }
    }

    fn segment_closing_after(&self, at: Instant) -> Option<&Segment> {
        let close = |segment: &Segment| segment.close;
        self.by_close.above(&self.segments, second(at), close)
    }

    /// The first segment at whose end more than `total` seconds were open.
    fn segment_past(&self, total: u32) -> Option<&Segment> {
        let end = |segment: &Segment| segment.total;
        self.by_total.above(&self.segments, total, end)
    }

    /// The earliest instant with `total` open seconds before it, 1970 apart.
    pub(crate) fn instant_of(&self, total: u32) -> Option<Instant> {
        let last = total.checked_sub(1)?;
        Some(self.segment_past(last)?.end_of(last))
    }

    /// As `due`, where a glance at each index is enough, as it nearly always is. One way out for all that is
    /// left to `due_by_search` keeps the rest in registers, in WebAssembly above all.
    #[inline]
    fn due_at_a_glance(&self, start: Instant, target: Seconds) -> Option<Instant> {
        let (segments, start) = (self.segments.as_slice(), second(start));
        let last = u32::try_from(target.wrapping_sub(1)).ok()?;
        let first = self
            .by_close
            .glance(segments, start, |segment| segment.close)?;
        let total = first.total_at(start).checked_add(last)?;
        self.by_total
            .glance(segments, total, |segment| segment.total)
            .map(|segment| segment.end_of(total))
    }

    #[cold]
    #[inline(never)]
    fn due_by_search(&self, start: Instant, target: Seconds) -> Result<Instant, Error> {
        if target <= 0 {
            return Ok(start);
        }
        let total = Seconds::from(self.total_at(start)).saturating_add(target - 1);
        u32::try_from(total)
            .ok()
            .and_then(|total| Some(self.segment_past(total)?.end_of(total)))
            .ok_or_else(|| self.unreachable(start, target))
    }

    fn unreachable(&self, start: Instant, target: Seconds) -> Error {
        let found = self.counted(start, Instant::MAX);
        if found == 0 {
            Error::NeverOpens { after: start }
        } else {
            Error::TooFar {
                start,
                missing: target - found,
            }
        }
    }
}

/// The open spans of a calendar with weekly hours, 1970 to 2100, in order and united, before closures.
fn open_spans(calendar: &Calendar, counts: Counts) -> Vec<Span> {
    let mut open: Vec<Span> = Vec::new();
    let mut from = Instant::MIN;
    loop {
        let until = calendar.zone.next_transition(from, Instant::MAX);
        let period = Span::new(from, until.unwrap_or(Instant::MAX));
        add_period(&mut open, calendar, counts, period);
        match until {
            Some(next) => from = next,
            None => return open,
        }
    }
}

/// Adds the open spans of `period`, in which the offset from UTC does not change.
fn add_period(open: &mut Vec<Span>, calendar: &Calendar, counts: Counts, period: Span) {
    let offset = calendar.zone.offset(period.from);
    let last = date_at(period.until.epoch() + offset);
    let mut date = date_at(period.from.epoch() + offset);
    let mut midnight = date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp() - offset;
    while date <= last {
        for window in calendar.windows(date, counts) {
            let span = Span::new(
                Instant::saturating(midnight + i64::from(window.open())),
                Instant::saturating(midnight + i64::from(window.close())),
            )
            .clip(period);
            match open.last_mut() {
                _ if span.is_empty() => {}
                Some(previous) if span.from <= previous.until => previous.until = span.until,
                _ => open.push(span),
            }
        }
        midnight += i64::from(super::hours::DAY);
        match date.checked_add_days(Days::new(1)) {
            Some(next) => date = next,
            None => return,
        }
    }
}

fn date_at(local_epoch: i64) -> NaiveDate {
    DateTime::from_timestamp(local_epoch, 0)
        .unwrap_or_default()
        .date_naive()
}

fn span(segment: Segment) -> Span {
    Span::new(instant(segment.open), instant(segment.close))
}

fn second(at: Instant) -> u32 {
    at.second()
}

const fn instant(second: u32) -> Instant {
    Instant::of_second(second)
}
