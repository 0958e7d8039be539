//! Importing tickets: what the view says, and what it shows of a table.

use super::board::grouped;
use super::phrase::{Phrase, phrases};
use super::{Lang, short_time, table, zone_name};
use crate::board::Merged;
use crate::engine::{Instant, Zone};
use crate::exchange::import::Session;
use crate::exchange::moment::{DateOrder, DateSystem};
use crate::exchange::table::Field;

mod bad_file;
mod examples;
mod outcome;
mod preview;
mod understood;

pub use bad_file::bad_file;
pub use examples::{examples, template};
pub use outcome::{BadCard, Caution, Outcome};
pub use preview::{FieldCard, Preview, SampleCard, SampleCell, WordCard, ZoneCard};

phrases! {
    /// The name of the view, and of the button that opens it.
    IMPORT: "导入工单", "Import tickets";
    /// What can be pasted or dropped.
    INVITE: "在看板任意处粘贴（Ctrl V）或放下文件：表格软件里复制的单元格、CSV、JSON、Markdown 表格，或计划文件。",
        "Paste (Ctrl V) or drop a file anywhere on the board: cells copied from a spreadsheet, CSV, JSON, a Markdown table, or a plan file.";
    /// It stays here.
    LOCAL: "内容只在这个浏览器里读，不会发送到任何地方。",
        "It is read in this browser alone and sent nowhere.";
    /// The field to paste into.
    PASTE_HERE: "粘贴到这里", "Paste here";
    /// Reads what stands in the field.
    READ: "读取", "Read";
    /// Chooses a file.
    CHOOSE_FILE: "选择文件", "Choose a file";
    /// Twelve made-up tickets.
    EXAMPLES: "载入 12 张示例工单", "Try 12 example tickets";
    /// A table with the headers that are known.
    TEMPLATE: "下载空白模板", "Download a template";
    /// A file is over the window.
    DROP: "放下即可导入", "Drop to import";
    /// The import is stopped.
    CANCEL: "取消", "Cancel";
    /// The result is put away.
    DONE: "完成", "Done";
    /// While the text is taken apart.
    READING: "正在读取 …", "Reading …";
    /// Something else was pasted while this was looked at.
    REPLACE_QUESTION: "换成刚粘贴的内容？这里改过的对应关系不会保留。",
        "Replace this with what was just pasted? What you changed here is not kept.";
    /// Yes.
    REPLACE: "换", "Replace";
    /// No.
    KEEP: "保留这个", "Keep this";
    /// What its columns mean.
    COLUMNS: "各列的含义", "What the columns mean";
    /// The column of fields.
    FIELD: "字段", "Field";
    /// The column of columns.
    FROM: "取自", "Taken from";
    /// The column of reasons.
    WHY: "依据", "Why";
    /// The fields that no column was found for.
    OTHER_FIELDS: "其他字段", "Other fields";
    /// In no column.
    NO_COLUMN: "（没有）", "(none)";
    /// What stands between the cells.
    SEPARATOR: "分隔方式", "Separated by";
    /// The words for priorities.
    PRIORITIES: "优先级的对应", "Priorities";
    /// The words for statuses.
    STATUSES: "状态的对应", "Statuses";
    /// What pending, solved and the rest do.
    STATUSES_WHY: "等待中的工单，表里有暂停时间才算暂停；已解决和已关闭的，要有相应的时间。",
        "A waiting ticket is paused only where the table says since when; one that is solved or closed needs the time of that.";
    /// The column of words.
    WORD: "写作", "Written as";
    /// The column of numbers of rows.
    ROWS: "行数", "Rows";
    /// The column of what a word stands for.
    MEANS: "对应", "Stands for";
    /// Not said yet.
    CHOOSE: "请选择", "Choose";
    /// Of tickets without a priority.
    NO_PRIORITY: "没有优先级的工单按", "Tickets without a priority are";
    /// They are bad rows.
    NO_PRIORITY_BAD: "不导入，算有问题", "left out as bad rows";
    /// The zone of times that say none.
    ZONE: "表里没写时区的时间按", "Times without a zone are in";
    /// Chooses another.
    CHANGE_ZONE: "换时区", "Change the zone";
    /// The service zone.
    AS_SERVICE: "没有别的线索，先按服务时区", "Nothing else tells, so the service zone is taken";
    /// The button for the service zone.
    SERVICE_ZONE: "用服务时区", "Use the service zone";
    /// The day comes first.
    DAY_FIRST: "日在前，月在后", "the day comes first";
    /// The month comes first.
    MONTH_FIRST: "月在前，日在后", "the month comes first";
    /// The year comes first.
    YEAR_FIRST: "年在前", "the year comes first";
    /// Days as numbers.
    SERIAL: "数字日期从哪天起算", "Days that are numbers count from";
    /// Excel.
    FROM_1900: "1900 年（Excel 默认）", "1900 (Excel's default)";
    /// Old Macs.
    FROM_1904: "1904 年（旧版 Mac）", "1904 (old Macs)";
    /// A reply counts as confirmation.
    REPLY_CONFIRMS: "表里没有确认时间：首次响应就算问题确认",
        "The table tells no confirmation: count the first reply as one";
    /// What that does.
    REPLY_CONFIRMS_WHY: "解决时限从问题确认起算；不勾选，这些工单的解决时钟就不走。",
        "Resolution runs from confirmation; without this the resolution clocks of these tickets do not run.";
    /// Rows that are taken.
    GOOD: "可以导入", "can be taken";
    /// Rows that are not.
    BAD: "有问题", "bad";
    /// Rows that are no tickets.
    SKIPPED: "跳过", "skipped";
    /// The bad rows.
    BAD_ROWS: "有问题的行", "Bad rows";
    /// The rows that are no tickets.
    SKIPPED_ROWS: "跳过的行", "Skipped rows";
    /// What may not be as it is meant.
    CAUTIONS: "请留意", "Please note";
    /// The rows that contradict what was entered here.
    CONFLICTS: "与这里的记录矛盾", "In conflict with what was entered here";
    /// Saves the bad rows.
    SAVE_BAD: "把有问题的行存成文件", "Save the bad rows as a file";
    /// The line of a bad row.
    BAD_LINE: "行", "Line";
    /// Its column.
    BAD_COLUMN: "列", "Column";
    /// What stands there.
    BAD_VALUE: "内容", "Content";
    /// What is wrong.
    BAD_REASON: "原因", "Reason";
    /// What to do about it.
    BAD_MEND: "怎么改", "What to do";
    /// Nothing can be taken.
    NOTHING_GOOD: "没有可以导入的行", "No row can be taken";
    /// The reading program could not come.
    NO_READER: "读取程序没有载入，请检查网络后再试。",
        "The program that reads did not load. Check the network and try again.";
    /// It broke off.
    BROKE_OFF: "读取中断，什么都没有导入。请再试一次；还不行，就把文件分成几份。",
        "Reading broke off, and nothing was imported. Try again, or split the file.";
    /// Several files.
    ONE_FILE: "一次放一个文件。", "Drop one file at a time.";
    /// The clipboard holds no text.
    NO_TEXT: "剪贴板里没有文字。请从表格里复制含表头的几行，再粘贴。",
        "There is no text on the clipboard. Copy rows with their header from a sheet, and paste them.";
}

/// Which of day and month comes first.
#[must_use]
pub const fn order(order: DateOrder) -> Phrase {
    match order {
        DateOrder::DayFirst => DAY_FIRST,
        DateOrder::MonthFirst => MONTH_FIRST,
        DateOrder::YearFirst => YEAR_FIRST,
    }
}

/// From which day the numbers of days count.
#[must_use]
pub const fn serial(system: DateSystem) -> Phrase {
    match system {
        DateSystem::From1900 => FROM_1900,
        DateSystem::From1904 => FROM_1904,
    }
}

/// Where a table comes from, and how it is written: `Zendesk 的导出 · 逗号 · UTF-8`.
fn about(lang: Lang, session: &Session) -> String {
    let system = session.mapping().system;
    let who = match system.map(|system| table::system(lang, system)) {
        Some(name) => lang.pick(format!("{name} 的导出"), format!("An export of {name}")),
        None => lang
            .pick(
                "没认出是哪个系统的导出",
                "An export of no system that is known",
            )
            .to_owned(),
    };
    let separator = session.table().separator();
    let separator = separator.map(|separator| table::separator(separator).say(lang));
    let encoding = table::encoding(session.table().encoding());
    let parts = [Some(who.as_str()), separator, Some(encoding)];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// The first time of submission among the samples, as it is written, and when it is.
fn samples_time(session: &Session) -> Option<(String, Instant)> {
    session.samples().iter().find_map(|sample| {
        let row = sample.row.as_ref().ok()?;
        let cell = |field| {
            let (_, written) = sample.written.iter().find(|(known, _)| *known == field)?;
            Some(written.as_str())
        };
        let parts = [cell(Field::Created), cell(Field::CreatedTime)];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        Some((parts.join(" "), understood::time(Field::Created, row)?))
    })
}

/// What a time that is written without a zone becomes when it is read in `zone`.
fn zone_echo(lang: Lang, session: &Session, written: &str, at: Instant, zone: Zone) -> String {
    let service = session.policy().zone;
    let said = short_time(lang, at, service, session.now());
    let (named, read_in) = (zone_name(lang, service), zone_name(lang, zone));
    if zone == service {
        return lang.pick(
            format!("例如“{written}”是{named} {said}"),
            format!("For example \"{written}\" is {said}, {named}"),
        );
    }
    lang.pick(
        format!("例如“{written}”是{read_in}，即{named} {said}"),
        format!("For example \"{written}\", {read_in}, is {said}, {named}"),
    )
}

/// How many rows the table has.
#[must_use]
pub fn rows(lang: Lang, rows: usize) -> String {
    let many = grouped(rows);
    match rows {
        1 => lang.pick("1 行", "1 row").to_owned(),
        _ => lang.pick(format!("{many} 行"), format!("{many} rows")),
    }
}

/// In how many rows something may not be as it is meant.
#[must_use]
pub fn caution_rows(lang: Lang, what: &str, count: usize) -> String {
    let many = rows(lang, count);
    lang.pick(format!("{many}：{what}"), format!("{many}: {what}"))
}

/// How far reading is.
#[must_use]
pub fn progress(lang: Lang, read: usize, of: usize) -> String {
    let (read, of) = (grouped(read), grouped(of));
    lang.pick(
        format!("已读 {read} 行，共 {of} 行"),
        format!("{read} of {of} rows read"),
    )
}

/// The button that takes the good rows.
#[must_use]
pub fn take(lang: Lang, good: usize) -> String {
    let many = grouped(good);
    match good {
        1 => lang.pick("导入 1 张工单", "Take 1 ticket").to_owned(),
        _ => lang.pick(
            format!("导入 {many} 张工单"),
            format!("Take {many} tickets"),
        ),
    }
}

/// What was found, for those who listen.
#[must_use]
pub fn found(lang: Lang, outcome: &Outcome) -> String {
    let (good, bad) = (grouped(outcome.good), grouped(outcome.bad));
    let skipped = grouped(outcome.skipped);
    lang.pick(
        format!("读完：{good} 行可以导入，{bad} 行有问题，跳过 {skipped} 行。"),
        format!("Read: {good} rows can be taken, {bad} are bad, {skipped} are skipped."),
    )
}

/// What becomes of the tickets that are on the board.
#[must_use]
pub fn merged(lang: Lang, merged: Merged) -> String {
    let Merged {
        new,
        changed,
        unchanged,
        conflicts,
    } = merged;
    let counts = [new, changed, unchanged, conflicts].map(grouped);
    let [new, changed, unchanged, in_conflict] = counts;
    let mut said = lang.pick(
        format!("新增 {new} 张，更新 {changed} 张，{unchanged} 张没有变化"),
        format!("{new} new, {changed} updated, {unchanged} unchanged"),
    );
    if conflicts > 0 {
        said.push_str(&lang.pick(
            format!("，{in_conflict} 张有矛盾，保持原样"),
            format!(", {in_conflict} in conflict, which stay as they are"),
        ));
    }
    said
}

/// What was done, with the tickets on the board.
#[must_use]
pub fn taken(lang: Lang, merged: Merged) -> String {
    let said = self::merged(lang, merged);
    lang.pick(format!("已导入：{said}。"), format!("Imported: {said}."))
}

/// That only the first of many bad rows are listed.
#[must_use]
pub fn first_of_many(lang: Lang, shown: usize, all: usize) -> String {
    let (few, all) = (grouped(shown), grouped(all));
    lang.pick(
        format!("列出前 {few} 行，共 {all} 行；文件里有全部。"),
        format!("The first {few} of {all}; the file holds them all."),
    )
}

/// That only the first of many rows are listed.
#[must_use]
pub fn first_rows(lang: Lang, shown: usize, all: usize) -> String {
    let (few, all) = (grouped(shown), grouped(all));
    lang.pick(
        format!("以上是前 {few} 行，共 {all} 行。"),
        format!("These are the first {few} of {all}."),
    )
}

/// That only the most frequent words are listed.
#[must_use]
pub fn first_words(lang: Lang, shown: usize, all: usize) -> String {
    let (few, all) = (grouped(shown), grouped(all));
    lang.pick(
        format!("以上是最常见的 {few} 个词，共 {all} 个。"),
        format!("These are the {few} most frequent of {all} words."),
    )
}

/// A heading of words, of some of which it is not known what they stand for.
#[must_use]
pub fn unknown(lang: Lang, name: &str, count: usize) -> String {
    let many = grouped(count);
    match count {
        1 => lang.pick(
            format!("{name}：有 1 个词不认识"),
            format!("{name}: 1 word is not known"),
        ),
        _ => lang.pick(
            format!("{name}：有 {many} 个词不认识"),
            format!("{name}: {many} words are not known"),
        ),
    }
}

/// The order of day and month that is asked for a column.
#[must_use]
pub fn in_dates(lang: Lang, field: &str) -> String {
    lang.pick(
        format!("“{field}”的日期里"),
        format!("In the dates of \"{field}\""),
    )
}

/// A row that contradicts what was entered here.
#[must_use]
pub fn conflict(lang: Lang, line: u32, number: &str, why: &str) -> String {
    lang.pick(
        format!("第 {line} 行，{number}：{why}工单保持原样。"),
        format!("Line {line}, {number}: {why} The ticket stays as it is."),
    )
}

/// A line of the file, as a heading.
#[must_use]
pub fn line(lang: Lang, line: u32) -> String {
    lang.pick(format!("第 {line} 行"), format!("Line {line}"))
}

/// A column that is chosen from: its number, and its name.
#[must_use]
pub fn column_option(headers: &[String], column: usize) -> String {
    let name = headers.get(column).map(|name| name.trim());
    match name.filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => format!("{}", column + 1),
    }
}

/// The heading of the samples: in which zone their times are shown.
#[must_use]
pub fn times_in(lang: Lang, zone: Zone) -> String {
    let name = zone_name(lang, zone);
    lang.pick(
        format!("样例里的时间按{name}显示"),
        format!("Times in the samples are {name}"),
    )
}

/// The name of the file of bad rows.
#[must_use]
pub const fn bad_file_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "有问题的行.csv",
        Lang::En => "bad-rows.csv",
    }
}
