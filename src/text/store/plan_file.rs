//! A plan file: what it holds, what taking it would do, and why it cannot be taken.

use super::{many, tickets_of};
use crate::engine::{Error, Expected, Instant, Misread, Zone};
use crate::exchange::plan_file::{MOST_TICKETS, PlanFault, PlanFlaw};
use crate::plan::Unreadable;
use crate::text::board::grouped;
use crate::text::{Lang, error, full_date, share, zone_name};

/// What a file holds: how many tickets, and from when, in `zone`.
#[must_use]
pub fn holds(
    lang: Lang,
    zone: Zone,
    name: &str,
    tickets: u32,
    submitted: Option<(Instant, Instant)>,
    views: usize,
) -> String {
    let many = tickets_of(lang, tickets);
    let when = submitted.map_or((String::new(), String::new()), |(first, last)| {
        let date = |at: Instant| full_date(lang, zone.local(at).date());
        let (first, last, zone) = (date(first), date(last), zone_name(lang, zone));
        (
            format!("，提交于 {first} 至 {last}（{zone}）"),
            format!(", submitted from {first} to {last} ({zone})"),
        )
    });
    let views = match views {
        0 => (String::new(), String::new()),
        1 => ("，1 个视图".to_owned(), ", 1 view".to_owned()),
        many => (format!("，{many} 个视图"), format!(", {many} views")),
    };
    lang.pick(
        format!("“{name}”里有 {many}{}{}。", when.0, views.0),
        format!("\"{name}\" holds {many}{}{}.", when.1, views.1),
    )
}

/// What merging would do.
#[must_use]
pub fn merging(
    lang: Lang,
    new: usize,
    changed: usize,
    unchanged: usize,
    conflicts: usize,
) -> String {
    let [new, changed, unchanged, few] = [new, changed, unchanged, conflicts].map(grouped);
    let (zh, en) = if conflicts == 0 {
        (String::new(), String::new())
    } else {
        (
            format!("，{few} 张与这里的记录矛盾，保留这里的"),
            format!(", {few} contradict what was entered here and stay as they are"),
        )
    };
    lang.pick(
        format!("新增 {new} 张，更新 {changed} 张，{unchanged} 张相同{zh}。"),
        format!("{new} new, {changed} changed, {unchanged} the same{en}."),
    )
}

/// What replacing would do.
#[must_use]
pub fn replacing(lang: Lang, here: usize, there: u32) -> String {
    let (here, there) = (grouped(here), many(there));
    lang.pick(
        format!("删去这里的 {here} 张工单，换成文件里的 {there} 张。"),
        format!("Deletes the {here} tickets here, and takes the {there} of the file."),
    )
}

/// What was imported.
#[must_use]
pub fn imported(lang: Lang, changed: usize) -> String {
    let many = grouped(changed);
    lang.pick(
        format!("已导入并保存，改动 {many} 张工单。"),
        match changed {
            1 => "Imported and saved; 1 ticket changed.".to_owned(),
            _ => format!("Imported and saved; {many} tickets changed."),
        },
    )
}

/// Why a file cannot be imported, and what to do about it. Times in it are in `zone`.
#[must_use]
pub fn fault(lang: Lang, zone: Zone, fault: &PlanFault) -> String {
    let line = fault.line;
    let again = lang.pick(
        "请从原来的规划器重新导出。",
        "Export it again from the planner it comes from.",
    );
    let why = match &fault.flaw {
        PlanFlaw::Empty => {
            return lang
                .pick(
                    "文件是空的。请选扩展名为 .slaplan 的文件。",
                    "The file is empty. Choose one that ends in .slaplan.",
                )
                .to_owned();
        }
        PlanFlaw::Ticket(fault) => return share::fault(lang, zone, fault),
        PlanFlaw::NotText => lang.pick(
            "不是文本。请选扩展名为 .slaplan 的文件。",
            "it is not text. Choose a file that ends in .slaplan.",
        )
        .to_owned(),
        PlanFlaw::LongLine => lang.pick(
            format!("太长，不会是工单。{again}"),
            format!("it is too long for a ticket. {again}"),
        ),
        PlanFlaw::TooMany => {
            let most = many(MOST_TICKETS);
            lang.pick(
                format!("工单多于 {most} 张。请分成几份导出。"),
                format!("there are more than {most} tickets. Export them in parts."),
            )
        }
        PlanFlaw::MissingEnd { received } => {
            let many = tickets_of(lang, *received);
            lang.pick(
                format!("文件不完整，读到 {many}就断了，结尾不见了。请重新复制或下载；还不行，{again}"),
                format!("the file is incomplete: it breaks off after {many}, and its end is missing. Copy or download it again. {again}"),
            )
        }
        PlanFlaw::Miscounted { received, expected } => {
            let (received, expected) = (many(*received), many(*expected));
            lang.pick(
                format!("应有 {expected} 张工单，却有 {received} 张。{again}"),
                format!("there should be {expected} tickets, and there are {received}. {again}"),
            )
        }
        PlanFlaw::AfterEnd => lang.pick(
            format!("结尾之后还有内容。请删去它；还不行，{again}"),
            format!("something stands behind the end. Remove it. {again}"),
        ),
        PlanFlaw::Unreadable(Unreadable::Newer { schema }) => lang.pick(
            format!("格式是第 {schema} 版，这里还读不了。请重新载入页面，用最新的规划器打开。"),
            format!("it is of format {schema}, which this planner cannot read yet. Reload the page to get the latest."),
        ),
        PlanFlaw::Unreadable(Unreadable::Damaged(misread)) => damaged_line(lang, zone, misread),
    };
    lang.pick(
        format!("第 {line} 行：{why}"),
        format!("Line {line}: {why}"),
    )
}

fn damaged_line(lang: Lang, zone: Zone, misread: &Misread) -> String {
    if misread.expected == Expected::Json {
        return lang
            .pick(
                "不是完整的一条记录。请重新复制或下载文件。",
                "it is no whole record. Copy or download the file again.",
            )
            .to_owned();
    }
    error(lang, zone, &Error::MalformedPolicy(misread.clone()))
}
