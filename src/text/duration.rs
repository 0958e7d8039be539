//! Lengths of time: countdowns and targets.

use super::Lang;
use crate::engine::Seconds;

/// A day of 24 hours.
const DAY: Seconds = 86_400;
const HOUR: Seconds = 3_600;

/// Time by the wall clock, at most two units, none of which is broken over lines: `311 天`, `9 天 17 小时`,
/// `4:12:09`, `12:09`.
///
/// ```
/// use sla_planner::text::{Lang, wall_clock};
/// assert_eq!(wall_clock(Lang::En, 9 * 86_400 + 17 * 3_600 + 59), "9\u{a0}d 17\u{a0}h");
/// assert_eq!(wall_clock(Lang::En, 4 * 3_600 + 12 * 60 + 9), "4:12:09");
/// assert_eq!(wall_clock(Lang::En, 12 * 60 + 9), "12:09");
/// ```
#[must_use]
pub fn wall_clock(lang: Lang, seconds: Seconds) -> String {
    let seconds = seconds.abs();
    if seconds >= 100 * DAY {
        let days = seconds / DAY;
        lang.pick(format!("{days}\u{a0}天"), format!("{days}\u{a0}d"))
    } else if seconds >= DAY {
        let (days, hours) = (seconds / DAY, seconds % DAY / HOUR);
        lang.pick(
            format!("{days}\u{a0}天 {hours}\u{a0}小时"),
            format!("{days}\u{a0}d {hours}\u{a0}h"),
        )
    } else {
        clock_face(seconds)
    }
}

/// Counted time, never in days: `47:12:09`, `12:09`.
#[must_use]
pub fn counted(seconds: Seconds) -> String {
    clock_face(seconds.abs())
}

/// Whether a countdown of `seconds` shows minutes and seconds, so that a label must say which.
#[must_use]
pub const fn below_an_hour(seconds: Seconds) -> bool {
    seconds.abs() < HOUR
}

fn clock_face(seconds: Seconds) -> String {
    let (hours, minutes, rest) = (seconds / HOUR, seconds % HOUR / 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes:02}:{rest:02}")
    }
}

/// The length of a target or a difference in words: `2 小时`, `15 min`, `1 h 30 min`. Never in days.
///
/// ```
/// use sla_planner::text::{Lang, length};
/// assert_eq!(length(Lang::En, 900), "15 min");
/// assert_eq!(length(Lang::Zh, 172_800), "48 小时");
/// ```
#[must_use]
pub fn length(lang: Lang, seconds: Seconds) -> String {
    let seconds = seconds.abs();
    let parts = [
        (seconds / HOUR, lang.pick("小时", "h")),
        (seconds % HOUR / 60, lang.pick("分钟", "min")),
        (seconds % 60, lang.pick("秒", "s")),
    ];
    let words: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}"))
        .collect();
    if words.is_empty() {
        lang.pick("0 秒", "0 s").to_owned()
    } else {
        words.join(" ")
    }
}

/// A difference between two instants in calendar days and hours: `9 天 15 小时`, `10 min`.
#[must_use]
pub fn difference(lang: Lang, seconds: Seconds) -> String {
    if seconds.abs() >= DAY {
        let (days, rest) = (seconds.abs() / DAY, seconds.abs() % DAY);
        let days = lang.pick(format!("{days} 天"), format!("{days} d"));
        if rest == 0 {
            days
        } else {
            format!("{days} {}", length(lang, rest))
        }
    } else {
        length(lang, seconds)
    }
}
