//! What is wrong with a row, where, and what to do about it.

use crate::engine::Zone;
use crate::exchange::table::{BadRow, Reason};
use crate::text::{Lang, error};

/// What is wrong with a row, where, and what to do about it; `headers` are the table's, times are in `zone`.
#[must_use]
pub fn bad_row(lang: Lang, zone: Zone, headers: &[String], row: &BadRow) -> String {
    let Fix { reason, mend } = fix(lang, zone, row);
    let between = if mend.is_empty() {
        ""
    } else {
        lang.pick("", " ")
    };
    let line = row.line;
    let place = match row.column {
        None => lang.pick(format!("第 {line} 行"), format!("Line {line}")),
        Some(column) => {
            let column = self::column(lang, headers, column);
            lang.pick(
                format!("第 {line} 行{column}"),
                format!("Line {line}, {column}"),
            )
        }
    };
    let colon = lang.colon();
    format!("{place}{colon}{reason}{between}{mend}")
}

/// A column, counted from 0, by its number and its name.
#[must_use]
pub fn column(lang: Lang, headers: &[String], column: usize) -> String {
    let number = column + 1;
    match headers.get(column).filter(|name| !name.is_empty()) {
        Some(name) => lang.pick(
            format!("第 {number} 列“{name}”"),
            format!("column {number} \"{name}\""),
        ),
        None => lang.pick(format!("第 {number} 列"), format!("column {number}")),
    }
}

/// What is wrong with a row, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is wrong.
    pub reason: String,
    /// What to do about it; empty where the reason says it.
    pub mend: String,
}

/// What is wrong with a row, and what to do about it; times are in `zone`.
#[must_use]
pub fn fix(lang: Lang, zone: Zone, row: &BadRow) -> Fix {
    /// As much of a cell as is said back.
    const SAID: usize = 40;
    let (zh, en) = match &row.reason {
        Reason::CreatedMissing => (
            ("没有提交时间。", "请补上，或指定哪一列是提交时间。"),
            (
                "It does not say when it was submitted.",
                "Add that, or choose the column that says it.",
            ),
        ),
        Reason::NotATime => (
            ("“{}”不是时间。", "请改成 2026-02-14 17:50 这样的。"),
            ("\"{}\" is no time.", "Write it like 2026-02-14 17:50."),
        ),
        Reason::TimeMissing => (
            ("“{}”只有日期。", "请补上钟点，如 17:50。"),
            ("\"{}\" is only a date.", "Add the time of day, like 17:50."),
        ),
        Reason::YearMissing => (
            (
                "“{}”没有完整的日期。",
                "请补上年月日，如 2026-02-14 17:50。",
            ),
            (
                "\"{}\" lacks its whole date.",
                "Write it with the year, like 2026-02-14 17:50.",
            ),
        ),
        Reason::DayOrMonth => (
            ("“{}”看不出哪个是月。", "请选这一列日和月的先后。"),
            (
                "\"{}\" can be read with either number as the month.",
                "Choose the order of this column.",
            ),
        ),
        Reason::NoSuchTime => (
            ("没有“{}”这个时刻。", "请核对日期，或这一列日和月的先后。"),
            (
                "There is no such time as \"{}\".",
                "Check the date, or the order of day and month.",
            ),
        ),
        Reason::OutOfRange => (
            ("“{}”不在 1970 至 2100 年之间。", "请核对年份。"),
            ("\"{}\" is not between 1970 and 2100.", "Check the year."),
        ),
        Reason::ZoneNeeded => (
            ("“{}”没写时区。", "请选这张表的时区。"),
            ("\"{}\" says no zone.", "Choose the zone of the table."),
        ),
        Reason::NotMinutes => (
            ("“{}”不是分钟数。", "请改成整数，或不用这一列。"),
            (
                "\"{}\" is no number of minutes.",
                "Write a whole number, or leave this column out.",
            ),
        ),
        Reason::PriorityMissing => (
            ("没有优先级。", "请补上，或选这些工单的优先级。"),
            (
                "It has no priority.",
                "Add one, or choose the priority of such tickets.",
            ),
        ),
        Reason::PriorityUnknown => (
            ("不知道优先级“{}”对应哪一级。", "请在对照表里选。"),
            (
                "It is not known which priority \"{}\" is.",
                "Choose it in the list of priorities.",
            ),
        ),
        Reason::ResolvedWithoutTime => (
            (
                "状态是“{}”，却没有解决或关闭时间。",
                "请补上，或导出那一列。",
            ),
            (
                "Its status is \"{}\", but it does not say when it was resolved or closed.",
                "Add that, or export that column.",
            ),
        ),
        Reason::BeforeSubmission(_) => (
            (
                "“{}”早于提交时间，多半是两列的时区不同。",
                "请核对这两列的时区。",
            ),
            (
                "\"{}\" is before its submission; most likely the two columns are in different zones.",
                "Check both.",
            ),
        ),
        Reason::TooManyCells => (
            (
                "“{}”没有对应的表头。",
                "请补上表头，或给含分隔符的内容加引号。",
            ),
            (
                "\"{}\" has no header.",
                "Add one, or put cells that hold a separator in quotes.",
            ),
        ),
        Reason::NotARecord => (
            ("完整记录“{}”读不出来。", "请清空这一格，就按各时间列读。"),
            (
                "The full record \"{}\" cannot be read.",
                "Empty the cell, and the columns of times are read.",
            ),
        ),
        Reason::Contradiction(found) => {
            return Fix {
                reason: error(lang, zone, found),
                mend: String::new(),
            };
        }
    };
    let value: String = row.value.chars().take(SAID).collect();
    let (reason, mend) = lang.pick(zh, en);
    Fix {
        reason: reason.replacen("{}", &value, 1),
        mend: mend.to_owned(),
    }
}
