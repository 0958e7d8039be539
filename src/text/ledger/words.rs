//! What the explanation says around its table.

use crate::text::phrase::phrases;

phrases! {
    /// The heading.
    WHY: "为什么是这个时间", "Why this time";
    /// Which clock is explained.
    WHICH: "解释哪个时限", "Which target is explained";
    /// The column of when.
    STRETCH: "时段", "From – to";
    /// The column of why.
    REASON: "原因", "Reason";
    /// The column of what counts.
    COUNTED: "计入", "Counted";
    /// The column of the running total.
    TOTAL: "累计", "Running total";
    /// The column of the share of the target.
    SHARE: "占时限", "Of the target";
    /// What a skipped stretch counts.
    NOT_COUNTED: "不计", "not counted";
    /// The last row.
    SUM: "合计，时限用完", "Sum: the target is used up";
    /// The clauses and readings.
    RESTS_ON: "依据的条款和读法", "The clauses and readings it rests on";
}
