//! The open points of the contract: what each is about, and the ways it can be read.

use super::phrase::phrases;
use super::{Lang, Phrase, point};
use crate::engine::{
    AtClosing, ClockReading, EmergencyNotice, MitigationStops, OpenPoint, PerTarget,
    PriorityChange, Readings, Reopening, ResolutionStart, RestorationFrom, YearLength, Zone,
};

phrases! {
    /// R1.
    CLOCK: "按哪个时钟", "Which clock";
    /// R2.
    START: "解决从何时起算", "When resolution starts";
    /// R3.
    DOWNTIME: "计划维护算不算停机", "Whether planned maintenance is downtime";
    /// R4.
    SUSPENDS: "维护窗口停不停工单时钟", "Whether maintenance stops the clock";
    /// R5.
    MAKE_UP: "调休上班日算不算", "Whether make-up days count";
    /// R6.
    PERCENT: "百分比算的是什么", "Percent of what";
    /// R7.
    PAUSES: "等客户时停不停", "Whether pauses stop the clock";
    /// R8.
    CHANGE: "改优先级怎么算", "What a change of priority does";
    /// R9.
    REOPEN: "重开怎么算", "What reopening does";
    /// R10.
    CLOSING: "恰在下班时用完", "Used up exactly at closing";
    /// R11.
    YEAR: "一年有多长", "How long a year is";
    /// R12.
    MITIGATION: "临时缓解停不停", "Whether a mitigation stops the clock";
    /// R13.
    WINDOW_ZONE: "维护窗口的时区", "The zone of the maintenance window";
    /// R14.
    EMERGENCY: "紧急维护通知", "Emergency maintenance notice";
    /// R15.
    RESTORATION: "恢复通知从何时起算", "From when a restoration notice runs";
    /// R16.
    WHOSE: "预警跟哪个时钟", "Which clock the warnings follow";
    /// R1: 24x7.
    ALL_HOURS: "7×24", "24x7";
    /// R1: working time.
    WORKING_TIME: "工作时间", "Working time";
    /// R1: mixed.
    MIXED: "P0–P1 7×24，其余工作时间", "P0–P1 24x7, others working time";
    /// R2: confirmation.
    FROM_CONFIRMATION: "确认", "Confirmation";
    /// R2: submission.
    FROM_SUBMISSION: "提交", "Submission";
    /// R2: first reply.
    FROM_REPLY: "首次回复", "First reply";
    /// R3: no.
    NOT_DOWNTIME: "不算停机", "It is not";
    /// R3: yes.
    IS_DOWNTIME: "算停机", "It is";
    /// R4 and R7: for no target.
    NEITHER: "都不停", "Neither clock";
    /// R4 and R7: for resolution.
    RESOLUTION_ONLY: "停解决时钟", "The resolution clock";
    /// R4 and R7: for response.
    RESPONSE_ONLY: "停响应时钟", "The response clock";
    /// R4 and R7: for both.
    BOTH: "两个都停", "Both clocks";
    /// R5: yes.
    COUNTS: "算工作时间", "They are working time";
    /// R5: no.
    COUNTS_NOT: "不算", "They are not";
    /// R6.
    OF_COUNTED: "计入的秒数，向上取整", "Counted seconds, rounded up";
    /// R8: recompute.
    RECOMPUTE: "从原起点重算", "Anew from the original start";
    /// R8: restart.
    RESTART: "从变更时重新起算", "Anew from the change";
    /// R8: carry over.
    CARRY_OVER: "已计的时间带过去", "Counted time is carried over";
    /// R8: keep.
    KEEP_DUE: "原到期时间不变", "The old due time stays";
    /// R9: resume.
    RESUME: "接着算，关闭的时间不计", "It goes on, closed time apart";
    /// R9: restart.
    FROM_REOPENING: "从重开时重新起算", "Anew from the reopening";
    /// R10: closing.
    AT_CLOSING: "算下班时到期", "Due at closing";
    /// R10: next opening.
    NEXT_OPENING: "算下一个上班时到期", "Due at the next opening";
    /// R11: real.
    REAL_YEAR: "按实际天数", "As long as it is";
    /// R11: 365.
    DAYS_365: "一律 365 天", "Always 365 days";
    /// R12: all.
    EVERY_PRIORITY: "每个优先级都停", "For every priority";
    /// R12: only the most urgent.
    MOST_URGENT: "只有 P0 停", "For P0 only";
    /// R13: Beijing.
    BEIJING: "北京时间", "Beijing time";
    /// R13: UTC.
    UTC: "UTC", "UTC time";
    /// R14: judged.
    JUDGED: "判定准时或迟到", "Judged on time or late";
    /// R14: recorded.
    RECORDED: "只记录，不判定", "Recorded, not judged";
    /// R15: restoration.
    FROM_RESTORATION: "从恢复算起", "From the restoration";
    /// R15: confirmation.
    FROM_FULL: "从确认完全恢复算起", "From confirmed full restoration";
    /// R16.
    EACH_ITS_OWN: "响应和解决各跟各的", "Each its own";
}

/// One way to read an open point.
#[derive(Clone, Copy, Debug)]
pub struct Alternative {
    /// What tells it from the others of its point.
    pub key: &'static str,
    /// What it is called.
    pub name: Phrase,
    /// The readings with this one in the place of another.
    pub with: fn(Readings) -> Readings,
}

impl Alternative {
    /// Whether it is the one in force.
    #[must_use]
    pub fn in_force(&self, readings: Readings) -> bool {
        (self.with)(readings) == readings
    }
}

/// Declares the ways to read a point: the key of each, its name, and the field it sets.
macro_rules! ways {
    ($($key:literal $name:ident $field:ident $value:expr;)+) => {
        &[$(Alternative { key: $key, name: $name, with: |readings| Readings { $field: $value, ..readings } }),+]
    };
}

const fn per_target(response: bool, resolution: bool) -> PerTarget {
    PerTarget {
        response,
        resolution,
    }
}

/// The ways to read R1.
pub const CLOCKS: &[Alternative] = ways! {
    "all-hours" ALL_HOURS clock ClockReading::AllHours;
    "working-time" WORKING_TIME clock ClockReading::WorkingTime;
    "mixed" MIXED clock ClockReading::Mixed;
};

/// The ways to read `point`, the contract's own first; one where nothing can be switched.
#[must_use]
pub const fn alternatives(point: OpenPoint) -> &'static [Alternative] {
    match point {
        OpenPoint::R1 => CLOCKS,
        OpenPoint::R2 => ways! {
            "confirmation" FROM_CONFIRMATION resolution_start ResolutionStart::Confirmation;
            "submission" FROM_SUBMISSION resolution_start ResolutionStart::Submission;
            "first-reply" FROM_REPLY resolution_start ResolutionStart::FirstReply;
        },
        OpenPoint::R3 => ways! {
            "excluded" NOT_DOWNTIME maintenance_is_downtime false;
            "counted" IS_DOWNTIME maintenance_is_downtime true;
        },
        OpenPoint::R4 => ways! {
            "neither" NEITHER maintenance_suspends per_target(false, false);
            "resolution" RESOLUTION_ONLY maintenance_suspends per_target(false, true);
            "response" RESPONSE_ONLY maintenance_suspends per_target(true, false);
            "both" BOTH maintenance_suspends per_target(true, true);
        },
        OpenPoint::R5 => ways! {
            "on" COUNTS make_up_days true;
            "off" COUNTS_NOT make_up_days false;
        },
        OpenPoint::R6 => &[Alternative {
            key: "counted",
            name: OF_COUNTED,
            with: |readings| readings,
        }],
        OpenPoint::R7 => ways! {
            "resolution" RESOLUTION_ONLY pauses per_target(false, true);
            "neither" NEITHER pauses per_target(false, false);
            "response" RESPONSE_ONLY pauses per_target(true, false);
            "both" BOTH pauses per_target(true, true);
        },
        OpenPoint::R8 => ways! {
            "recompute" RECOMPUTE priority_change PriorityChange::Recompute;
            "restart" RESTART priority_change PriorityChange::Restart;
            "carry-over" CARRY_OVER priority_change PriorityChange::CarryOver;
            "keep-due" KEEP_DUE priority_change PriorityChange::KeepDue;
        },
        OpenPoint::R9 => ways! {
            "resume" RESUME reopening Reopening::Resume;
            "restart" FROM_REOPENING reopening Reopening::Restart;
        },
        OpenPoint::R10 => ways! {
            "closing" AT_CLOSING at_closing AtClosing::Closing;
            "next-opening" NEXT_OPENING at_closing AtClosing::NextOpening;
        },
        OpenPoint::R11 => ways! {
            "real" REAL_YEAR year_length YearLength::Real;
            "days-365" DAYS_365 year_length YearLength::Days365;
        },
        OpenPoint::R12 => ways! {
            "every-priority" EVERY_PRIORITY mitigation_stops MitigationStops::EveryPriority;
            "most-urgent-only" MOST_URGENT mitigation_stops MitigationStops::MostUrgentOnly;
        },
        OpenPoint::R13 => ways! {
            "beijing" BEIJING window_zone None;
            "utc" UTC window_zone "UTC".parse::<Zone>().ok();
        },
        OpenPoint::R14 => ways! {
            "judged" JUDGED emergency_notice EmergencyNotice::Judged;
            "recorded" RECORDED emergency_notice EmergencyNotice::Recorded;
        },
        OpenPoint::R15 => ways! {
            "restoration" FROM_RESTORATION restoration_from RestorationFrom::Restoration;
            "confirmation" FROM_FULL restoration_from RestorationFrom::Confirmation;
        },
        OpenPoint::R16 => &[Alternative {
            key: "each",
            name: EACH_ITS_OWN,
            with: |readings| readings,
        }],
    }
}

/// What `point` is about, in few words.
#[must_use]
pub const fn title(point: OpenPoint) -> Phrase {
    match point {
        OpenPoint::R1 => CLOCK,
        OpenPoint::R2 => START,
        OpenPoint::R3 => DOWNTIME,
        OpenPoint::R4 => SUSPENDS,
        OpenPoint::R5 => MAKE_UP,
        OpenPoint::R6 => PERCENT,
        OpenPoint::R7 => PAUSES,
        OpenPoint::R8 => CHANGE,
        OpenPoint::R9 => REOPEN,
        OpenPoint::R10 => CLOSING,
        OpenPoint::R11 => YEAR,
        OpenPoint::R12 => MITIGATION,
        OpenPoint::R13 => WINDOW_ZONE,
        OpenPoint::R14 => EMERGENCY,
        OpenPoint::R15 => RESTORATION,
        OpenPoint::R16 => WHOSE,
    }
}

/// How `point` is read under `readings`; nothing for a reading that is none of those offered.
#[must_use]
pub fn in_force(point: OpenPoint, readings: Readings) -> Option<&'static Alternative> {
    let mut ways = alternatives(point).iter();
    ways.find(|way| way.in_force(readings))
}

/// How `point` is read under `readings`: `调休上班日算不算：算工作时间`.
#[must_use]
pub fn told(lang: Lang, point: OpenPoint, readings: Readings) -> String {
    let way = in_force(point, readings).map_or("", |way| way.name.say(lang));
    format!("{}{}{way}", title(point).say(lang), lang.colon())
}

/// The same, with its clauses before it.
#[must_use]
pub fn cited(lang: Lang, point: OpenPoint, readings: Readings) -> String {
    format!("{} {}", point::cited(point), told(lang, point, readings))
}

/// Whether `point` is read otherwise than the contract's own way.
#[must_use]
pub fn is_changed(point: OpenPoint, readings: Readings) -> bool {
    let own = alternatives(point).first();
    own.is_some_and(|own| !own.in_force(readings))
}

#[cfg(test)]
mod tests {
    use super::{alternatives, in_force, is_changed};
    use crate::engine::{OpenPoint, Readings};

    #[test]
    fn the_first_way_is_the_contracts_own() {
        for point in OpenPoint::ALL {
            let own = alternatives(point).first().map(|way| way.key);
            let default = in_force(point, Readings::default()).map(|way| way.key);
            assert_eq!(own, default, "{point:?}");
            assert!(!is_changed(point, Readings::default()), "{point:?}");
        }
    }

    #[test]
    fn each_way_is_in_force_once_taken_and_touches_no_other_point() {
        for point in OpenPoint::ALL {
            for way in alternatives(point) {
                let readings = (way.with)(Readings::default());
                assert_eq!(
                    in_force(point, readings).map(|found| found.key),
                    Some(way.key)
                );
                for other in OpenPoint::ALL.into_iter().filter(|other| *other != point) {
                    assert!(!is_changed(other, readings), "{point:?} {}", way.key);
                }
            }
        }
    }
}
