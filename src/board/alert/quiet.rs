//! Hours in which nobody is to be disturbed.

use chrono::{Days, NaiveTime, Timelike};

use crate::engine::{Instant, LocalTime, Zone};

/// Hours of every day, by the wall clock of whoever sets them; over midnight where they end before they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    /// From when, in minutes of the day.
    pub from: u16,
    /// Until when.
    pub until: u16,
}

impl Default for QuietHours {
    /// From 22:00 to 08:00.
    fn default() -> Self {
        Self {
            from: 22 * 60,
            until: 8 * 60,
        }
    }
}

impl QuietHours {
    /// Whether it is quiet in `zone` at `now`. Hours that end when they begin are none.
    ///
    /// ```
    /// use sla_planner::board::alert::QuietHours;
    /// let hours = QuietHours { from: 22 * 60, until: 8 * 60 };
    /// let zone = "Europe/Berlin".parse()?;
    /// assert!(hours.hold(zone, "2026-02-24T23:30:00+01:00".parse()?));
    /// assert!(!hours.hold(zone, "2026-02-25T08:00:00+01:00".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn hold(self, zone: Zone, now: Instant) -> bool {
        let local = zone.local(now);
        let minute = local.hour() * 60 + local.minute();
        let (from, until) = (u32::from(self.from), u32::from(self.until));
        if from <= until {
            (from..until).contains(&minute)
        } else {
            minute >= from || minute < until
        }
    }

    /// When the quiet that holds in `zone` at `now` ends; none while none holds.
    #[must_use]
    pub fn end(self, zone: Zone, now: Instant) -> Option<Instant> {
        if !self.hold(zone, now) {
            return None;
        }
        let seconds = u32::from(self.until) * 60;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?;
        let local = zone.local(now);
        let today = local.date();
        let date = if local.time() < time {
            today
        } else {
            today.checked_add_days(Days::new(1))?
        };
        match zone.resolve(date.and_time(time)).ok()? {
            LocalTime::Once(at) | LocalTime::Never { next: at } => Some(at),
            LocalTime::Twice { first, second } => Some(if first > now { first } else { second }),
        }
    }

    /// A time of day as a field has it, `08:00`, in minutes of the day; none where it is none.
    #[must_use]
    pub fn minute(text: &str) -> Option<u16> {
        let (hour, minute) = text.split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    }

    /// A minute of the day as a field has it: `08:00`.
    #[must_use]
    pub fn written(minute: u16) -> String {
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }
}
