//! Why a table cannot be read.

use super::{EMPTY, NO_LIST, NOT_TEXT};
use crate::exchange::table::{LARGEST, MOST_COLUMNS, MOST_ROWS, TableFault};
use crate::text::Lang;

/// Why a table cannot be read, and what to do about it.
#[must_use]
pub fn fault(lang: Lang, fault: &TableFault) -> String {
    match fault {
        TableFault::Empty => EMPTY.say(lang).to_owned(),
        TableFault::NotText => NOT_TEXT.say(lang).to_owned(),
        TableFault::TooLarge { bytes } => {
            let (has, most) = (bytes.div_ceil(1 << 20), LARGEST >> 20);
            lang.pick(
                format!("文件有 {has} MB，最多能读 {most} MB。请分成几份，或只导出需要的列。"),
                format!(
                    "The file has {has} MB; at most {most} MB are read. Split it, or export only the columns you need."
                ),
            )
        }
        TableFault::UnknownEncoding { line, byte } => lang.pick(
            format!(
                "第 {line} 行第 {byte} 个字节起读不出文字，编码既不是 UTF-8 也不是 GB18030。请另存为 CSV（UTF-8）。"
            ),
            format!(
                "Line {line} cannot be read from its byte {byte} on: it is neither UTF-8 nor GB18030. Save it as CSV (UTF-8)."
            ),
        ),
        TableFault::UnclosedQuote { line, column } => lang.pick(
            format!("第 {line} 行第 {column} 列的引号没有结束。请补上，或删去这个引号。"),
            format!(
                "The quote in line {line}, column {column} never ends. Close it, or remove it."
            ),
        ),
        TableFault::NoList => NO_LIST.say(lang).to_owned(),
        TableFault::BrokenJson { line, column } => lang.pick(
            format!("这份 JSON 从第 {line} 行第 {column} 个字符起读不懂，可能没有复制完整。请重新导出或复制。"),
            format!(
                "This JSON is not understood from line {line}, character {column} on; it may be cut off. Export or copy it again."
            ),
        ),
        TableFault::TooManyColumns { line } => lang.pick(
            format!("第 {line} 行超过 {MOST_COLUMNS} 列。请只导出需要的列。"),
            format!(
                "Line {line} has more than {MOST_COLUMNS} columns. Export only those you need."
            ),
        ),
        TableFault::TooManyRows { line } => lang.pick(
            format!("从第 {line} 行起超过 {MOST_ROWS} 行。请分成几份。"),
            format!("From line {line} on there are more than {MOST_ROWS} rows. Split the file."),
        ),
    }
}
