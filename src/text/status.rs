//! Where a clock stands, in words.

use super::phrase::{Phrase, phrases};
use crate::engine::{Motion, Status, Verdict};

phrases! {
    /// Below the first threshold.
    ON_TRACK: "正常", "On track";
    /// Stopped in time.
    MET: "已达成", "Met";
    /// Stopped too late.
    MISSED: "未达成", "Missed";
    /// Not started.
    NOT_STARTED: "未开始", "Not started";
    /// Counting.
    RUNNING: "计时中", "Running";
    /// Closed.
    OUT_OF_HOURS: "非工作时间", "Out of hours";
    /// Paused.
    PAUSED: "已暂停", "Paused";
    /// Stopped.
    STOPPED: "已停止", "Stopped";
}

/// How urgent a clock is, which decides its chip's shape and colour. A policy's thresholds are spread over
/// the four marked levels by their shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Urgency {
    /// No clock runs yet.
    None,
    /// Below every threshold.
    OnTrack,
    /// The first threshold is reached (80 %).
    Early,
    /// The second (90 %).
    Warning,
    /// The last below the whole (95 %).
    Critical,
    /// Past due (100 %).
    Breached,
    /// Stopped in time.
    Met,
    /// Stopped too late.
    Missed,
}

impl Urgency {
    /// The urgency of `status` under a policy with `thresholds` levels.
    #[must_use]
    pub fn of(status: &Status, thresholds: usize) -> Self {
        match (status.verdict, status.motion) {
            (Some(Verdict::Met), _) => Self::Met,
            (Some(Verdict::Missed), _) => Self::Missed,
            (Some(Verdict::Overdue), _) => Self::Breached,
            (_, Motion::NotStarted) => Self::None,
            _ => status
                .level
                .map_or(Self::OnTrack, |level| Self::at_level(level, thresholds)),
        }
    }

    /// The urgency of the threshold at place `level` of `thresholds`.
    #[must_use]
    pub const fn at_level(level: usize, thresholds: usize) -> Self {
        match thresholds.saturating_sub(level + 1) {
            0 => Self::Breached,
            1 => Self::Critical,
            2 => Self::Warning,
            _ => Self::Early,
        }
    }

    /// Its key in style sheets and tests.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::OnTrack => "ok",
            Self::Early => "early",
            Self::Warning => "warning",
            Self::Critical => "critical",
            Self::Breached => "breached",
            Self::Met => "met",
            Self::Missed => "missed",
        }
    }
}

/// What a motion is called.
#[must_use]
pub const fn motion(motion: Motion) -> Phrase {
    match motion {
        Motion::NotStarted => NOT_STARTED,
        Motion::Running => RUNNING,
        Motion::OutOfHours => OUT_OF_HOURS,
        Motion::Paused => PAUSED,
        Motion::Stopped => STOPPED,
    }
}

/// Its key in style sheets and tests.
#[must_use]
pub const fn motion_key(motion: Motion) -> &'static str {
    match motion {
        Motion::NotStarted => "not-started",
        Motion::Running => "running",
        Motion::OutOfHours => "out-of-hours",
        Motion::Paused => "paused",
        Motion::Stopped => "stopped",
    }
}
