//! The open points of the contract: what each leaves open.

use super::phrase::{Phrase, phrases};
use crate::engine::OpenPoint;

phrases! {
    /// R1.
    R1: "工作时间以外也保持同样的标准，那么时限按 7×24 还是按工作时间计？",
        "The same standard is kept outside working time, so do targets run 24x7 or on working time?";
    /// R2.
    R2: "解决从确认问题起算，但没说多久之内要确认，那么确认之前从何时起算？",
        "Resolution starts at confirmation, but nothing limits the time to confirm: from when does it run until then?";
    /// R3.
    R3: "计划维护算不算停机？", "Is planned maintenance downtime?";
    /// R4.
    R4: "计划维护窗口期间，工单时钟停不停？", "Does a maintenance window stop the ticket clock?";
    /// R5.
    R5: "工作时间写的是周一至周五，那么调休上班的周末算不算？",
        "Working time is Monday to Friday, so do weekends worked in exchange for holidays count?";
    /// R6.
    R6: "预警的百分比是什么的百分比？按计入的秒数，向上取整到秒。",
        "The warnings' percents are of what? Of counted seconds, rounded up to a whole second.";
    /// R7.
    R7: "等待客户时，时钟停不停？", "Does the clock stop while waiting for the customer?";
    /// R8.
    R8: "处理中改了优先级，时限怎么算？", "What happens to a running target when the priority changes?";
    /// R9.
    R9: "解决后又重开，时限怎么算？", "What happens to the target when a resolved ticket is reopened?";
    /// R10.
    R10: "时限恰好在下班时用完，算下班时还是下一个上班时？",
        "A target is used up exactly at closing time: is it due then or at the next opening?";
    /// R11.
    R11: "8.76 小时是按 365 天算的，闰年怎么算？", "8.76 h is of 365 days: what about leap years?";
    /// R12.
    R12: "临时缓解停不停解决时钟？", "Does a temporary mitigation stop the resolution clock?";
    /// R13.
    R13: "维护窗口按哪个时区？", "In which zone is the maintenance window?";
    /// R14.
    R14: "紧急维护至少提前 2 小时通知，还是尽可能，特殊情况可更短？",
        "Is notice of emergency maintenance due at least 2 h ahead, or as far as possible and shorter in special cases?";
    /// R15.
    R15: "恢复通知的 30 分钟从恢复算起，还是从确认完全恢复算起？",
        "Do the 30 minutes for a restoration notice run from restoration or from its confirmation?";
    /// R16.
    R16: "预警跟哪个时钟？响应和解决各有各的。",
        "Which clock do the warnings follow? Response and resolution each have their own.";
}

/// What `point` leaves open.
#[must_use]
pub const fn question(point: OpenPoint) -> Phrase {
    match point {
        OpenPoint::R1 => R1,
        OpenPoint::R2 => R2,
        OpenPoint::R3 => R3,
        OpenPoint::R4 => R4,
        OpenPoint::R5 => R5,
        OpenPoint::R6 => R6,
        OpenPoint::R7 => R7,
        OpenPoint::R8 => R8,
        OpenPoint::R9 => R9,
        OpenPoint::R10 => R10,
        OpenPoint::R11 => R11,
        OpenPoint::R12 => R12,
        OpenPoint::R13 => R13,
        OpenPoint::R14 => R14,
        OpenPoint::R15 => R15,
        OpenPoint::R16 => R16,
    }
}

/// The point with its clauses: `R14 (§2.1.1, §3.1.1)`.
///
/// ```
/// use sla_planner::engine::OpenPoint;
/// use sla_planner::text::point::cited;
/// assert_eq!(cited(OpenPoint::R1), "R1 (§1.2.1)");
/// ```
#[must_use]
pub fn cited(point: OpenPoint) -> String {
    format!("{point:?} ({})", point.clauses().join(", "))
}
