//! The open points of the contract: what each is about, and what its readings are called.

use super::phrase::phrases;

phrases! {
    /// R1.
    CLOCK: "按哪个时钟", "Which clock";
    /// Why R1 is open.
    CLOCK_WHY: "写了工作时间，又说工作时间以外保持同样的标准。",
        "Working time is defined, and yet outside it the same standard is kept.";
    /// R1: 24x7.
    ALL_HOURS: "7×24", "24x7";
    /// R1: working time.
    WORKING_TIME: "工作时间", "Working time";
    /// R1: mixed.
    MIXED: "P0–P1 7×24，其余工作时间", "P0–P1 24x7, others working time";
    /// R2.
    START: "解决从何时起算", "When resolution starts";
    /// Why R2 is open.
    START_WHY: "写的是从问题确认起，但没说多久之内要确认。",
        "It says from confirmation, but sets no limit for confirming.";
    /// R2: confirmation.
    FROM_CONFIRMATION: "确认", "Confirmation";
    /// R2: submission.
    FROM_SUBMISSION: "提交", "Submission";
    /// R2: first reply.
    FROM_REPLY: "首次回复", "First reply";
    /// R5.
    MAKE_UP: "调休上班日算不算", "Whether make-up days count";
    /// Why R5 is open.
    MAKE_UP_WHY: "写的是周一至周五，没提调休上班的周末。",
        "It says Monday to Friday and does not mention weekends worked in exchange.";
    /// R5: yes.
    COUNTS: "算工作时间", "They are working time";
    /// R5: no.
    COUNTS_NOT: "不算", "They are not";
}
