//! What a countdown shows.

use super::{Lang, Phrase, below_an_hour, check, counted, wall_clock};
use crate::engine::{Motion, Seconds, Status, Verdict};

/// A countdown: a label, a figure, and what the figure's parts are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// What is counted.
    pub label: Phrase,
    /// The figure: `4:12:09`.
    pub figure: String,
    /// What its parts are; none where it names them itself.
    pub unit: Option<Phrase>,
}

/// What is left of `status`: counted time when `counted_time`, else by the wall clock. Past due it is what
/// is over; once stopped in time, what was left.
#[must_use]
pub fn shown(lang: Lang, status: &Status, counted_time: bool, working_time: bool) -> Countdown {
    let seconds = if counted_time {
        status.counted_left
    } else {
        status.wall_left
    };
    let over = matches!(status.verdict, Some(Verdict::Missed | Verdict::Overdue));
    let stopped = status.motion == Motion::Stopped;
    let label = match (counted_time, working_time, over, stopped) {
        (false, ..) if status.verdict.is_none() && seconds < 0 => check::PROJECTED_PASSED,
        (true, true, true, _) => check::OVER_WORKING,
        (true, false, true, _) => check::OVER_ALL_HOURS,
        (false, _, true, _) => check::OVER_WALL,
        (true, true, _, true) => check::SPARE_WORKING,
        (true, false, _, true) => check::SPARE_ALL_HOURS,
        (false, _, _, true) => check::SPARE_WALL,
        (true, true, ..) => check::LEFT_WORKING,
        (true, false, ..) => check::LEFT_ALL_HOURS,
        (false, ..) => check::LEFT_WALL,
    };
    let figure = if counted_time {
        counted(seconds)
    } else {
        wall_clock(lang, seconds)
    };
    Countdown {
        label,
        figure,
        unit: unit(seconds, counted_time),
    }
}

fn unit(seconds: Seconds, counted_time: bool) -> Option<Phrase> {
    const DAY: Seconds = 86_400;
    if below_an_hour(seconds) {
        Some(check::MINUTES)
    } else if counted_time || seconds.abs() < DAY {
        Some(check::HOURS)
    } else {
        None
    }
}
