//! Counting on a timetable with pauses.

use super::keyed::keyed;
use super::{Error, Instant, Seconds, Span, Timetable};

/// Reading R10: where a target stands that is used up exactly when the calendar closes.
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
