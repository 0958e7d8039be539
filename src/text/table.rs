//! Tables of tickets: why one cannot be read, what its columns mean, and what became of its rows.

use super::phrase::{Phrase, phrases};
use super::{Lang, error};
use crate::engine::Zone;
use crate::exchange::table::{
    BadRow, Caution, Encoding, Field, LARGEST, LikelyZone, MOST_COLUMNS, MOST_ROWS, PriorityWhy,
    Reason, Separator, Skip, StatusClass, System, TableFault, Why, Zoning,
};

phrases! {
    /// Nothing to read.
    EMPTY: "里面没有内容。请从表格里复制含表头的几行，再粘贴。",
        "There is nothing in it. Copy rows with their header from a sheet, and paste them.";
    /// No text.
    NOT_TEXT: "这是工作簿或别的二进制文件，不是文本。请在表格软件里另存为 CSV（UTF-8），或直接复制单元格粘贴。",
        "This is a workbook or another binary file, not text. Save it as CSV (UTF-8) in your spreadsheet, or copy the cells and paste them.";
    /// JSON without tickets.
    NO_LIST: "这是 JSON，但里面没有工单列表。请导出或复制含工单对象的列表。",
        "This is JSON without a list of tickets. Export or copy one that holds a list of ticket objects.";
    /// Nothing says the zone.
    ZONE_NEEDED: "表里的时间没写时区。请选它们所在的时区。",
        "The times in the table say no zone. Choose the zone they are in.";
    /// Nothing says the order of day and month.
    ORDER_NEEDED: "日和月的先后看不出来。请选哪个在前。",
        "Nothing tells whether the day or the month comes first. Choose which.";
    /// Exactly ten thousand rows.
    MAY_BE_CUT: "正好一万行：有的系统导出到一万行就停。请核对原系统里有多少工单。",
        "Exactly ten thousand rows: some systems stop an export there. Check how many tickets the system has.";
    /// Its zone is written.
    ZONE_WRITTEN: "时间里写了时区", "the times say their zone";
    /// The header says UTC.
    ZONE_HEADER: "表头写明 UTC", "the header says UTC";
    /// The system writes UTC.
    ZONE_SYSTEM: "该系统默认用 UTC", "the system writes UTC by default";
    /// It is asked.
    ZONE_ASKED: "没写时区", "no zone is written";
    /// A known header.
    WHY_HEADER: "表头是常用名", "its header is a usual name";
    /// The nearest header.
    WHY_FALLBACK: "没有更合适的列", "no column fits better";
    /// Said by a person.
    WHY_SAID: "由你指定", "as you said";
    /// A name in the policy.
    WHY_POLICY: "协议里就叫这个", "the agreement calls it so";
    /// A usual word.
    WHY_WORD: "常用说法", "a usual word for it";
    /// Kinds of status.
    OPEN: "处理中", "open";
    /// Waiting.
    PENDING: "等待中", "waiting";
    /// Solved.
    SOLVED: "已解决", "solved";
    /// Closed.
    CLOSED: "已关闭", "closed";
    /// Tabs.
    TAB: "制表符", "tabs";
    /// Commas.
    COMMA: "逗号", "commas";
    /// Semicolons.
    SEMICOLON: "分号", "semicolons";
    /// Bars.
    BAR: "竖线", "bars";
    /// Markdown.
    MARKDOWN: "Markdown 表格", "a Markdown table";
    /// JSON.
    JSON: "JSON 列表", "a JSON list";
    /// Before the header.
    BEFORE_HEADER: "在表头之前", "comes before the header";
    /// Empty.
    BLANK: "是空行", "is empty";
    /// A sum.
    TOTAL: "是合计行", "sums up the others";
    /// Code to merge.
    PULL_REQUEST: "是合并请求，不是工单", "is a pull request, no ticket,";
    /// The number or key.
    ID: "编号", "number";
    /// Its title.
    TITLE: "标题", "title";
    /// Submission.
    CREATED: "提交时间", "submitted";
    /// Its time of day.
    CREATED_TIME: "提交的钟点", "time of day submitted";
    /// First reply.
    FIRST_RESPONSE: "首次响应时间", "first reply";
    /// Minutes until it.
    FIRST_RESPONSE_MINUTES: "首次响应用时（分钟）", "minutes until the first reply";
    /// Confirmation.
    CONFIRMED: "问题确认时间", "confirmed";
    /// Solution.
    RESOLVED: "解决时间", "resolved";
    /// Closing.
    CLOSED_AT: "关闭时间", "closed at";
    /// A pause.
    PAUSED: "暂停时间", "paused";
    /// The end of it.
    RESUMED: "恢复时间", "resumed";
    /// Priority.
    PRIORITY: "优先级", "priority";
    /// Status.
    STATUS: "状态", "status";
    /// Its kind.
    STATUS_CATEGORY: "状态类别", "status category";
    /// The whole ticket as the planner writes it.
    RECORD: "完整记录（优先于各时间列）", "full record (before the columns of times)";
    /// A time that comes twice.
    CLOCK_TWICE: "当地时钟回拨，这个时刻出现两次，取了第一次。",
        "Clocks were set back and show this time twice; the first is taken.";
    /// A time that never comes.
    CLOCK_SKIPPED: "当地时钟拨快，没有这个时刻，取了拨快的那一刻。",
        "Clocks were set forward over this time; the moment of the change is taken.";
    /// Later than now.
    FUTURE: "晚于现在。请核对时区。", "It is later than now. Check the zone.";
    /// Closed for resolved.
    CLOSED_FOR_RESOLVED: "没有解决时间，以关闭时间代替。",
        "It does not say when it was resolved; when it was closed is taken.";
    /// Reopened.
    OPEN_DESPITE_RESOLUTION: "状态仍未完结，没有采用解决时间。",
        "Its status is open, so the time it was resolved is left out.";
    /// A pause of unknown start.
    PAUSED_SINCE_UNKNOWN: "正在等待，但不知从何时起，没有计暂停。请打开工单补上。",
        "It waits, but does not say since when, so no pause is counted. Open the ticket and add it.";
    /// A pause of unknown end.
    PAUSED_UNTIL_UNKNOWN: "等待已结束，但不知何时结束，没有计暂停。请打开工单补上。",
        "It waits no more, but does not say until when it did, so no pause is counted. Open the ticket and add it.";
    /// An unknown status.
    STATUS_UNKNOWN: "状态不认识，按有没有解决时间判断。",
        "Its status is not known; whether it is resolved is taken from its times.";
}

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

/// Why a row is no ticket.
#[must_use]
pub fn skip(lang: Lang, line: u32, skip: Skip) -> String {
    let why = match skip {
        Skip::BeforeHeader => BEFORE_HEADER,
        Skip::Blank => BLANK,
        Skip::Total => TOTAL,
        Skip::PullRequest => PULL_REQUEST,
        Skip::Repeated { by } => {
            return lang.pick(
                format!("第 {line} 行与第 {by} 行是同一张工单，取了后者。"),
                format!("Line {line} is of the same ticket as line {by}, which is taken."),
            );
        }
    };
    let why = why.say(lang);
    lang.pick(
        format!("第 {line} 行{why}，没有读入。"),
        format!("Line {line} {why} and is not read."),
    )
}

/// What may not be as it is meant.
#[must_use]
pub const fn caution(caution: Caution) -> Phrase {
    match caution {
        Caution::ClockTwice => CLOCK_TWICE,
        Caution::ClockSkipped => CLOCK_SKIPPED,
        Caution::Future => FUTURE,
        Caution::ClosedForResolved => CLOSED_FOR_RESOLVED,
        Caution::OpenDespiteResolution => OPEN_DESPITE_RESOLUTION,
        Caution::PausedSinceUnknown => PAUSED_SINCE_UNKNOWN,
        Caution::PausedUntilUnknown => PAUSED_UNTIL_UNKNOWN,
        Caution::StatusUnknown => STATUS_UNKNOWN,
    }
}

/// What a column means.
#[must_use]
pub const fn field(field: Field) -> Phrase {
    match field {
        Field::Id => ID,
        Field::Title => TITLE,
        Field::Created => CREATED,
        Field::CreatedTime => CREATED_TIME,
        Field::FirstResponse => FIRST_RESPONSE,
        Field::FirstResponseMinutes => FIRST_RESPONSE_MINUTES,
        Field::Confirmed => CONFIRMED,
        Field::Resolved => RESOLVED,
        Field::Closed => CLOSED_AT,
        Field::Paused => PAUSED,
        Field::Resumed => RESUMED,
        Field::Priority => PRIORITY,
        Field::Status => STATUS,
        Field::StatusCategory => STATUS_CATEGORY,
        Field::Record => RECORD,
    }
}

/// What kind of status it is.
#[must_use]
pub const fn status(class: StatusClass) -> Phrase {
    match class {
        StatusClass::Open => OPEN,
        StatusClass::Pending => PENDING,
        StatusClass::Solved => SOLVED,
        StatusClass::Closed => CLOSED,
    }
}

/// What stands between the cells.
#[must_use]
pub const fn separator(separator: Separator) -> Phrase {
    match separator {
        Separator::Tab => TAB,
        Separator::Comma => COMMA,
        Separator::Semicolon => SEMICOLON,
        Separator::Bar => BAR,
        Separator::Markdown => MARKDOWN,
        Separator::Json => JSON,
    }
}

/// Where the zone of a column comes from.
#[must_use]
pub const fn zoning(zoning: Zoning) -> Phrase {
    match zoning {
        Zoning::Written => ZONE_WRITTEN,
        Zoning::HeaderUtc => ZONE_HEADER,
        Zoning::SystemUtc => ZONE_SYSTEM,
        Zoning::Needed => ZONE_ASKED,
    }
}

/// Why a zone is offered for the times that say none.
#[must_use]
pub fn likely_zone(lang: Lang, likely: &LikelyZone) -> String {
    let LikelyZone { agree, of, .. } = likely;
    lang.pick(
        format!("首次响应用 UTC 记录；与评论的时间对照，{of} 行里有 {agree} 行符合这个时区。"),
        format!(
            "The first reply is written in UTC; in {agree} of {of} rows a comment stands at that time in this zone."
        ),
    )
}

/// Why a column is taken for what it is.
#[must_use]
pub fn why(lang: Lang, why: Why) -> String {
    let phrase = match why {
        Why::Header => WHY_HEADER,
        Why::Fallback => WHY_FALLBACK,
        Why::Said => WHY_SAID,
        Why::System(known) => {
            let name = system(lang, known);
            return lang.pick(
                format!("{name} 的导出里就是这个表头"),
                format!("the header {name} exports"),
            );
        }
    };
    phrase.say(lang).to_owned()
}

/// Why a word stands for a priority.
#[must_use]
pub fn why_priority(lang: Lang, why: PriorityWhy) -> String {
    let phrase = match why {
        PriorityWhy::Policy => WHY_POLICY,
        PriorityWhy::Word => WHY_WORD,
        PriorityWhy::Said => WHY_SAID,
        PriorityWhy::System(known) => {
            let name = system(lang, known);
            return lang.pick(
                format!("{name} 这样编号"),
                format!("{name} numbers them so"),
            );
        }
    };
    phrase.say(lang).to_owned()
}

/// The name of a help desk.
#[must_use]
pub fn system(lang: Lang, system: System) -> &'static str {
    match system {
        System::Jira => "Jira",
        System::ServiceNow => "ServiceNow",
        System::Zendesk => "Zendesk",
        System::Freshdesk => "Freshdesk",
        System::Zammad => "Zammad",
        System::Glpi => "GLPI",
        System::Otrs => lang.pick("OTRS 或 Znuny", "OTRS or Znuny"),
        System::OsTicket => "osTicket",
        System::Frappe => "Frappe Helpdesk",
        System::Chatwoot => "Chatwoot",
        System::Redmine => "Redmine",
        System::GitLab => "GitLab",
        System::GitHub => "GitHub",
        System::ZenTao => lang.pick("禅道", "ZenTao"),
        System::Tapd => "TAPD",
        System::Aliyun => lang.pick("阿里云", "Alibaba Cloud"),
        System::Huawei => lang.pick("华为云", "Huawei Cloud"),
        System::Feishu => lang.pick("飞书多维表格", "Feishu Base"),
    }
}

/// The name of an encoding.
#[must_use]
pub const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16 => "UTF-16",
        Encoding::Gb18030 => "GB18030",
        Encoding::Windows1252 => "Windows-1252",
    }
}
