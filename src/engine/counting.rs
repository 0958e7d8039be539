//! Counting on a timetable with pauses.

use super::keyed::keyed;
use super::{Error, Instant, Seconds, Span, Timetable};

/// Reading R10: where a target stands that is used up exactly when the calendar closes.
///
/// ```
/// use sla_planner::engine::{AtClosing, Counting, Counts, Instant, Policy, Timetable};
/// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
/// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
/// let next = Counting { timetable: &timetable, pauses: &[], at_closing: AtClosing::NextOpening };
/// assert_eq!(next.due(at("2026-11-23T10:00")?, 8 * 3_600), at("2026-11-24T09:00"));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AtClosing {
    /// At closing time: the earliest instant.
    #[default]
    Closing,
    /// At the next opening.
    NextOpening,
}

keyed!(AtClosing: Closing = "closing", NextOpening = "next-opening");

/// What counts for one clock: the open seconds of a timetable outside pauses.
///
/// ```
/// use sla_planner::engine::{AtClosing, Counting, Counts, Instant, Policy, Span, Timetable};
/// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
/// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
/// let lunch = [Span::new(at("2026-11-23T12:00")?, at("2026-11-23T13:00")?)];
/// let counting = Counting { timetable: &timetable, pauses: &lunch, at_closing: AtClosing::default() };
/// assert_eq!(counting.due(at("2026-11-23T10:00")?, 4 * 3_600), at("2026-11-23T15:00"));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Counting<'a> {
    /// When the calendar is open.
    pub timetable: &'a Timetable,
    /// The clock's pauses, in order, neither overlapping nor touching (see [`Span::unite`]).
    pub pauses: &'a [Span],
    /// Reading R10.
    pub at_closing: AtClosing,
}

impl Counting<'_> {
    /// Seconds of `[from, until)` that are open and not paused; 0 when `until` is not after `from`.
    ///
    /// ```
    /// use sla_planner::engine::{AtClosing, Counting, Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// let counting = Counting { timetable: &timetable, pauses: &[], at_closing: AtClosing::default() };
    /// assert_eq!(counting.counted(at("2026-11-23T17:00")?, at("2026-11-24T10:00")?), 7_200);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn counted(&self, from: Instant, until: Instant) -> Seconds {
        let paused: Seconds = self
            .pauses
            .iter()
            .map(|pause| pause.clip(Span::new(from, until)))
            .map(|pause| self.timetable.counted(pause.from, pause.until))
            .sum();
        self.timetable.counted(from, until) - paused
    }

    /// The earliest instant `t >= start` with `counted(start, t) == target`; `start` when `target` is not
    /// positive. Under [`AtClosing::NextOpening`] an instant at which counting stops moves on to where it
    /// goes on.
    ///
    /// # Errors
    /// As [`Timetable::due`].
    ///
    /// ```
    /// use sla_planner::engine::{AtClosing, Counting, Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// let counting = Counting { timetable: &timetable, pauses: &[], at_closing: AtClosing::default() };
    /// assert_eq!(counting.due(at("2026-11-23T10:00")?, 0), at("2026-11-23T10:00"));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn due(&self, start: Instant, target: Seconds) -> Result<Instant, Error> {
        let mut from = start;
        let mut left = target;
        for pause in self.pauses {
            if pause.until <= from {
                continue;
            }
            let before = self.timetable.counted(from, pause.from);
            if left <= before {
                break;
            }
            left -= before;
            from = pause.until;
        }
        let due = self.timetable.due(from, left)?;
        match self.at_closing {
            AtClosing::NextOpening if target > 0 => self.going_on(due),
            _ => Ok(due),
        }
    }

    /// Whether `at` is open and not paused.
    ///
    /// ```
    /// use sla_planner::engine::{AtClosing, Counting, Counts, Instant, Policy, Timetable};
    /// let timetable = Timetable::compile(&Policy::spt_001()?.calendar()?, Counts::default());
    /// let at = |text: &str| format!("{text}:00+08:00").parse::<Instant>();
    /// let counting = Counting { timetable: &timetable, pauses: &[], at_closing: AtClosing::default() };
    /// assert!(counting.counts(at("2026-11-23T10:00")?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn counts(&self, at: Instant) -> bool {
        self.timetable.is_open(at) && !self.pauses.iter().any(|pause| pause.contains(at))
    }

    /// The first instant from `at` on that counts.
    fn going_on(&self, at: Instant) -> Result<Instant, Error> {
        let mut at = at;
        loop {
            let open = self
                .timetable
                .roll_forward(at)
                .ok_or(Error::NeverOpens { after: at })?;
            match self.pauses.iter().find(|pause| pause.contains(open)) {
                Some(pause) => at = pause.until,
                None => return Ok(open),
            }
        }
    }
}
