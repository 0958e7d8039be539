//! What the board keeps in the browser: how it stands, what is wrong and what to do, and the plan as a file.

use super::Lang;
use super::board::grouped;
use super::phrase::phrases;

mod plan_file;

pub use plan_file::{fault, holds, imported, merging, replacing};

phrases! {
    /// Everything is kept.
    KEPT: "已保存在这个浏览器里", "Saved in this browser";
    /// Nothing is kept at present.
    NOT_KEPT: "没有保存", "Not saved";
    /// The browser keeps nothing.
    REFUSED: "浏览器不让本页保存数据：看板上的内容关掉页面就没了。请允许本站保存数据，不要用隐私窗口，再重试；或者存为文件。",
        "The browser keeps nothing for this page: what is on the board is lost when the page is closed. Allow this site to keep data, outside of private windows, and try again, or save a file.";
    /// There is no room.
    FULL: "没有保存的空间了。请腾出磁盘空间，或清掉别的网站的数据，再重试；或者存为文件。",
        "There is no room to save. Free some space on the disk, or clear the data of other sites, and try again; or save a file.";
    /// A later planner made it.
    NEWER: "这里的数据是更新版的规划器保存的，这一版读不了，也不会动它。请重新载入页面，用最新的规划器打开。",
        "What is kept here was saved by a later version of the planner; this one cannot read it and leaves it untouched. Reload the page to get the latest.";
    /// An earlier planner holds it.
    BLOCKED: "另一个标签页里的旧版规划器还占着数据。请关掉那个标签页。",
        "An earlier version of the planner in another tab still holds what is kept. Close that tab.";
    /// A later planner took it.
    SUPERSEDED: "另一个标签页里打开了更新版的规划器，本页不能再保存。请重新载入本页。",
        "A later version of the planner was opened in another tab, and this one can save nothing any more. Reload this page.";
    /// Tries again.
    RETRY: "重试", "Try again";
    /// Saves the whole plan.
    SAVE_FILE: "存为文件", "Save a file";
    /// Loads the page anew.
    RELOAD: "重新载入", "Reload";
    /// Begins the import anew.
    IMPORT_AGAIN: "重新导入", "Import again";
    /// It was read.
    DISMISS: "知道了", "Dismiss";
    /// Saves what was set aside.
    SAVE_ASIDE: "把它们存为文件", "Save them as a file";
    /// Saves what can be read of the other database.
    SAVE_READABLE: "把读得出的存为文件", "Save what can be read as a file";
    /// Nothing of it can be read.
    NOTHING_READABLE: "里面什么也读不出来。", "Nothing in it can be read.";
    /// The browser did not take the file.
    NOT_SAVED: "浏览器没有存下文件，请再试一次。", "The browser did not save the file; try again.";

    /// The heading of what is done with the whole plan.
    PLAN: "整份计划", "The whole plan";
    /// Saves it.
    EXPORT: "导出（.slaplan）", "Export (.slaplan)";
    /// Reads one.
    IMPORT: "导入（.slaplan）", "Import (.slaplan)";
    /// Deletes everything.
    CLEAR: "清除全部数据", "Clear all data";
    /// While a file is made.
    EXPORTING: "正在导出 …", "Exporting …";

    /// The heading of the dialog of an import.
    IMPORT_TITLE: "导入计划文件", "Import a plan file";
    /// Nothing was taken.
    UNTOUCHED: "没有导入任何内容，这里的内容也没有动。", "Nothing was imported, and what is here is untouched.";
    /// Adds to what is here.
    MERGE: "合并", "Merge";
    /// Takes the place of what is here.
    REPLACE: "替换", "Replace";
    /// What merging leaves alone.
    MERGE_KEEPS: "查询里的内容和读法不变；同名的视图保留这里的。",
        "What is in Check and the readings stay; of views with one name, the one here stays.";
    /// What replacing does beside the tickets.
    REPLACE_TAKES: "查询里的内容和读法也换成文件里的。都可以撤销。",
        "What is in Check and the readings become those of the file. All of it can be undone.";
    /// What was imported is in this tab alone.
    IMPORTED_UNKEPT: "已导入，但没有保存。", "Imported, but not saved.";

    /// The heading of the dialog.
    CLEAR_TITLE: "清除这台设备上的全部数据？", "Clear all data on this device?";
    /// Where it is deleted.
    CLEAR_WHERE: "只清这个浏览器里的，所有打开的标签页都会清空。清除后不能恢复；想留一份，请先存为文件。",
        "It is deleted from this browser only, in every open tab, and cannot be brought back. To keep a copy, save a file first.";
    /// Does it.
    CLEAR_ALL: "全部清除", "Clear everything";
    /// It did not work.
    NOT_CLEARED: "浏览器没有清除成功。请关掉其他标签页再试，或在浏览器设置里清除本站数据。",
        "The browser did not clear it. Close the other tabs and try again, or clear the data of this site in the browser's settings.";
}

/// How much of what is kept has been read.
#[must_use]
pub fn opening(lang: Lang, percent: u8) -> String {
    lang.pick(
        format!("正在读取 {percent} %"),
        format!("Loading {percent} %"),
    )
}

/// How much has been written.
#[must_use]
pub fn writing(lang: Lang, percent: u8) -> String {
    lang.pick(
        format!("正在保存 {percent} %"),
        format!("Saving {percent} %"),
    )
}

/// That the browser failed, by the name of its error, which may be empty.
#[must_use]
pub fn failed(lang: Lang, name: &str) -> String {
    let (zh, en) = if name.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("（{name}）"), format!(" ({name})"))
    };
    lang.pick(
        format!("浏览器没能保存{zh}。请重试；或者存为文件，再重新载入页面。"),
        format!("The browser could not save{en}. Try again, or save a file and reload the page."),
    )
}

/// How many tickets are in this tab alone.
#[must_use]
pub fn unkept(lang: Lang, count: u32) -> String {
    let many = many(count);
    lang.pick(
        format!("{many} 张工单的改动只在这个页面里，关掉就没了。"),
        match count {
            1 => "What was done to 1 ticket is in this page alone, and lost when it is closed."
                .to_owned(),
            _ => format!(
                "What was done to {many} tickets is in this page alone, and lost when it is closed."
            ),
        },
    )
}

/// That an import was interrupted.
#[must_use]
pub fn interrupted(lang: Lang, source: &str, tickets: u32) -> String {
    let many = tickets_of(lang, tickets);
    let (zh, en) = if source.is_empty() {
        ("导入".to_owned(), "The import".to_owned())
    } else {
        (
            format!("导入“{source}”"),
            format!("The import of \"{source}\""),
        )
    };
    lang.pick(
        format!("{zh}（{many}）没有完成：页面中途关掉了，一张也没有保存。请重新导入。"),
        format!("{en} ({many}) was interrupted when the page was closed; none of it is saved. Import it again."),
    )
}

/// That records could not be read and were set aside.
#[must_use]
pub fn damaged(lang: Lang, count: u32) -> String {
    let many = many(count);
    lang.pick(
        format!("{many} 条记录损坏，读不出来，已原样另存；其余的都读到了。"),
        match count {
            1 => "1 record is damaged and cannot be read; it is set aside as it is, and all others are here.".to_owned(),
            _ => format!("{many} records are damaged and cannot be read; they are set aside as they are, and all others are here."),
        },
    )
}

/// That there are records set aside.
#[must_use]
pub fn aside(lang: Lang, count: u32) -> String {
    let many = many(count);
    lang.pick(
        format!("另存着 {many} 条读不出的记录。"),
        match count {
            1 => "1 record that cannot be read is set aside.".to_owned(),
            _ => format!("{many} records that cannot be read are set aside."),
        },
    )
}

/// That the database could not be opened, and another took its place.
#[must_use]
pub fn unopened(lang: Lang, name: &str) -> String {
    lang.pick(
        format!("原来的数据库“{name}”打不开，已原样留着，什么也没有删；现在用的是新的数据库。"),
        format!(
            "The database \"{name}\" cannot be opened. It is left as it is, nothing in it is deleted, and a new one is in use."
        ),
    )
}

/// How much the browser keeps, in megabytes.
#[must_use]
pub fn used(lang: Lang, bytes: u64) -> String {
    let tenths = bytes.saturating_add(50_000) / 100_000;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    lang.pick(
        format!("约占 {whole}.{tenth} MB"),
        format!("about {whole}.{tenth} MB"),
    )
}

/// What clearing deletes.
#[must_use]
pub fn clears(lang: Lang, tickets: usize, aside: u32) -> String {
    let many_tickets = grouped(tickets);
    let (zh, en) = match aside {
        0 => (String::new(), String::new()),
        _ => (
            format!("、另存的 {} 条记录", many(aside)),
            format!(", the {} records set aside", many(aside)),
        ),
    };
    lang.pick(
        format!("将删除：看板上的 {many_tickets} 张工单、保存的视图{zh}、查询里的工单和读法、语言和时区等设置。"),
        format!("This deletes the {many_tickets} tickets of the board, the saved views{en}, the ticket and the readings in Check, and settings such as language and time zone."),
    )
}

fn many(count: u32) -> String {
    grouped(count as usize)
}

fn tickets_of(lang: Lang, count: u32) -> String {
    let many = many(count);
    lang.pick(
        format!("{many} 张工单"),
        match count {
            1 => "1 ticket".to_owned(),
            _ => format!("{many} tickets"),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Expected, Instant, Misread, Zone};
    use crate::exchange::plan_file::{PlanFault, PlanFlaw};
    use crate::exchange::share::Fault;
    use crate::plan::Unreadable;

    fn is_chinese(text: &str) -> bool {
        text.chars()
            .any(|letter| matches!(letter, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'))
    }

    fn beijing() -> Zone {
        "Asia/Shanghai".parse().expect("a zone")
    }

    /// Every sentence in a language.
    fn sentences(lang: Lang) -> Vec<String> {
        let at: Instant = "2026-02-14T09:50:00Z".parse().expect("an instant");
        let damaged_at = |expected| {
            let misread = Misread {
                path: "events[0][1]".to_owned(),
                found: "lost".to_owned(),
                expected,
            };
            PlanFlaw::Unreadable(Unreadable::Damaged(misread))
        };
        let flaws = [
            PlanFlaw::Empty,
            PlanFlaw::NotText,
            PlanFlaw::LongLine,
            PlanFlaw::TooMany,
            damaged_at(Expected::Json),
            damaged_at(Expected::Instant),
            PlanFlaw::Unreadable(Unreadable::Newer { schema: 9 }),
            PlanFlaw::Ticket(Fault::WholePlan),
            PlanFlaw::MissingEnd { received: 1 },
            PlanFlaw::Miscounted {
                received: 1,
                expected: 1_200,
            },
            PlanFlaw::AfterEnd,
        ];
        let faults = flaws.map(|flaw| fault(lang, beijing(), &PlanFault { line: 7, flaw }));
        let mut said = faults.to_vec();
        for count in [1, 2, 1_200] {
            said.extend([
                unkept(lang, count),
                interrupted(lang, "", count),
                interrupted(lang, "plan.slaplan", count),
                damaged(lang, count),
                aside(lang, count),
                holds(lang, beijing(), "plan.slaplan", count, Some((at, at)), 1),
                holds(lang, beijing(), "plan.slaplan", count, None, 3),
                merging(lang, 1, 2, 3, count as usize),
                merging(lang, 1, 2, 3, 0),
                replacing(lang, 1_200, count),
                imported(lang, count as usize),
                clears(lang, 1_200, count),
                clears(lang, 1_200, 0),
            ]);
        }
        said.extend([
            failed(lang, ""),
            failed(lang, "UnknownError"),
            unopened(lang, "sla-planner"),
        ]);
        said
    }

    #[test]
    fn every_sentence_is_whole_and_in_its_language() {
        for said in sentences(Lang::Zh) {
            assert!(is_chinese(&said) && said.ends_with('。'), "{said}");
        }
        for said in sentences(Lang::En) {
            assert!(!is_chinese(&said) && said.ends_with('.'), "{said}");
        }
    }

    #[test]
    fn faults_name_the_line_and_the_place() {
        let misread = Misread {
            path: "events[0][1]".to_owned(),
            found: "lost".to_owned(),
            expected: Expected::OneOf(&["resolved"]),
        };
        let flaw = PlanFlaw::Unreadable(Unreadable::Damaged(misread));
        let said = fault(Lang::En, beijing(), &PlanFault { line: 17, flaw });
        assert_eq!(
            said,
            "Line 17: \"events[0][1]\" cannot be \"lost\"; write resolved there."
        );
    }

    #[test]
    fn bytes_are_megabytes() {
        assert_eq!(used(Lang::En, 0), "about 0.0 MB");
        assert_eq!(used(Lang::En, 1_949_999), "about 1.9 MB");
        assert_eq!(used(Lang::Zh, 23_960_000), "约占 24.0 MB");
    }
}
