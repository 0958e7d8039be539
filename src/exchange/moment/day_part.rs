//! Parts of the day: 上午, 下午, a.m., p.m.

/// How a part of the day turns the hour on a twelve-hour dial into one of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    /// a.m., 凌晨, 早上, 上午.
    Morning,
    /// 中午: 11, 12, 1 and 2 o'clock.
    Noon,
    /// p.m., 下午, 傍晚.
    Afternoon,
    /// 晚上, 夜里: 12 o'clock is the end of the day.
    Night,
}

/// Chinese words for parts of the day, the longer first.
pub(super) const CHINESE: &[(&str, DayPart)] = &[
    ("凌晨", DayPart::Morning),
    ("清晨", DayPart::Morning),
    ("早上", DayPart::Morning),
    ("早晨", DayPart::Morning),
    ("上午", DayPart::Morning),
    ("中午", DayPart::Noon),
    ("下午", DayPart::Afternoon),
    ("傍晚", DayPart::Afternoon),
    ("晚上", DayPart::Night),
    ("夜里", DayPart::Night),
    ("夜间", DayPart::Night),
    ("早", DayPart::Morning),
    ("晚", DayPart::Night),
];

/// English ones, behind the time.
pub(super) const ENGLISH: &[(&str, DayPart)] = &[
    ("a.m.", DayPart::Morning),
    ("p.m.", DayPart::Afternoon),
    ("am", DayPart::Morning),
    ("pm", DayPart::Afternoon),
];

impl DayPart {
    /// The hour of the day, 24 being its end; none when they contradict each other.
    pub(super) fn hour(self, hour: u32) -> Option<u32> {
        match (self, hour) {
            (Self::Morning, 12) => Some(0),
            (Self::Morning, 0..=11) => Some(hour),
            (Self::Noon, 11 | 12) => Some(hour),
            (Self::Noon, 1 | 2) => Some(hour + 12),
            (Self::Afternoon, 12..=23) => Some(hour),
            (Self::Afternoon, 1..=11) => Some(hour + 12),
            (Self::Night, 12) => Some(24),
            (Self::Night, 17..=24) => Some(hour),
            (Self::Night, 5..=11) => Some(hour + 12),
            _ => None,
        }
    }
}
