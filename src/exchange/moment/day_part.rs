//! Parts of the day: 上午, 下午, a.m., p.m.

use super::scan::Scan;

/// How a part of the day turns the hour on a twelve-hour dial into one of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    /// a.m.: 12 o'clock is its beginning.
    BeforeNoon,
    /// 早上, 上午, morning.
    Morning,
    /// 中午: 11, 12, 1 and 2 o'clock.
    Noon,
    /// p.m., 下午, 傍晚.
    Afternoon,
    /// 晚上, 夜里, evening: 12 o'clock is the end of the day.
    Night,
}

use DayPart::{Afternoon, BeforeNoon, Morning, Night, Noon};

/// Words in front of the time, the longer first.
const BEFORE: &[(&str, DayPart)] = &[
    ("凌晨", BeforeNoon),
    ("清晨", Morning),
    ("清早", Morning),
    ("早上", Morning),
    ("早晨", Morning),
    ("上午", Morning),
    ("午前", Morning),
    ("中午", Noon),
    ("正午", Noon),
    ("下午", Afternoon),
    ("午后", Afternoon),
    ("傍晚", Afternoon),
    ("晚上", Night),
    ("晚间", Night),
    ("夜里", Night),
    ("夜间", Night),
    ("夜晚", Night),
    ("深夜", Night),
    ("半夜", Night),
    ("午夜", Night),
    ("早", Morning),
    ("晚", Night),
    ("morning", Morning),
    ("afternoon", Afternoon),
    ("evening", Night),
    ("night", Night),
    ("noon", Noon),
    ("am ", BeforeNoon),
    ("pm ", Afternoon),
    ("a.m. ", BeforeNoon),
    ("p.m. ", Afternoon),
];

/// Words behind the time.
const BEHIND: &[(&str, DayPart)] = &[
    ("a.m.", BeforeNoon),
    ("p.m.", Afternoon),
    ("a.m", BeforeNoon),
    ("p.m", Afternoon),
    ("am", BeforeNoon),
    ("pm", Afternoon),
    ("noon", Noon),
    ("in the morning", Morning),
    ("in the afternoon", Afternoon),
    ("in the evening", Night),
    ("at night", Night),
    ("上午", Morning),
    ("下午", Afternoon),
];

impl DayPart {
    /// Takes a part of the day in front of a time.
    pub(super) fn before(scan: &mut Scan<'_>) -> Option<Self> {
        scan.take_any(BEFORE)
    }

    /// Takes a part of the day behind a time.
    pub(super) fn behind(scan: &mut Scan<'_>) -> Option<Self> {
        scan.attempt(|at| {
            at.space();
            at.take_any(BEHIND)
        })
    }

    /// The hour of the day, 24 being its end; none when they contradict each other.
    pub(super) fn hour(self, hour: u32) -> Option<u32> {
        match (self, hour) {
            (BeforeNoon, 12) => Some(0),
            (BeforeNoon | Morning, 0..=11) => Some(hour),
            (Morning | Noon | Afternoon, 12) => Some(12),
            (Noon, 11 | 13 | 14) => Some(hour),
            (Noon, 1 | 2) => Some(hour + 12),
            (Afternoon, 13..=23) => Some(hour),
            (Afternoon, 1..=11) => Some(hour + 12),
            (Night, 12) => Some(24),
            (Night, 17..=24) => Some(hour),
            (Night, 5..=11) => Some(hour + 12),
            _ => None,
        }
    }

    /// Whether people say `hour` with this part of the day and mean different times: 上午 12 点, 晚上 1 点.
    pub(super) const fn is_loose(self, hour: u32) -> bool {
        matches!((self, hour), (Morning, 12) | (Night, 1..=4))
    }
}
