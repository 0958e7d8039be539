//! Tables of tickets: why one cannot be read, what its columns mean, and what became of its rows.

use super::Lang;
use super::phrase::{Phrase, phrases};
use crate::exchange::table::{
    Caution, Encoding, Field, LikelyZone, PriorityWhy, Separator, Skip, StatusClass, System, Why,
    Zoning,
};

mod fault;
mod fix;

pub use fault::fault;
pub use fix::{Fix, bad_row, column, fix};

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
