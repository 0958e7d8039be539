//! What is said of files that the board hands out.

use super::Lang;
use super::board::grouped;
use super::phrase::phrases;

phrases! {
    /// The name of these buttons together.
    HAND_OUT: "把看板交给别人", "Hand the board on";
    /// Saves the table.
    CSV: "存 CSV", "Save as CSV";
    /// Saves what is to come.
    CALENDAR: "存日历", "Save to calendar";
    /// Stops what is being written.
    CANCEL: "停止", "Stop";
    /// It was stopped.
    CANCELLED: "已停止，没有存文件。", "Stopped; no file was saved.";
    /// The browser did not save the file.
    NOT_SAVED: "浏览器没有保存文件，请允许本站下载后再试。",
        "The browser did not save the file; allow this site to download and try again.";
    /// It was copied.
    COPIED: "已复制", "Copied";
    /// It was not.
    NOT_COPIED: "无法复制，请选中文字自行复制", "Copying was refused; select the text and copy it";
    /// The file of the summary was saved.
    SUMMARY_SAVED: "达成情况已存成 CSV", "The summary is saved as CSV";
    /// Goes back from the summary.
    BACK: "回到看板", "Back to the board";
    /// Works the summary out anew.
    AGAIN: "重新统计", "Count again";
}

/// Which tickets a file is of: the selected ones, those that pass the filters, or all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// How many are selected.
    pub selected: usize,
    /// How many are shown.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
}

impl Scope {
    /// How many the file is of.
    #[must_use]
    pub const fn tickets(self) -> usize {
        if self.selected > 0 {
            self.selected
        } else {
            self.shown
        }
    }

    /// Which those are, behind the name of a button; empty where it is all.
    #[must_use]
    pub fn said(self, lang: Lang) -> String {
        let count = grouped(self.tickets());
        if self.selected > 0 {
            lang.pick(
                format!("（选中的 {count} 张）"),
                format!(" ({count} selected)"),
            )
        } else if self.shown < self.total {
            lang.pick(
                format!("（筛出的 {count} 张）"),
                format!(" ({count} filtered)"),
            )
        } else {
            String::new()
        }
    }
}

/// How far a file is written: `正在写 43 %`.
#[must_use]
pub fn writing(lang: Lang, done: usize, total: usize) -> String {
    let share = done * 100 / total.max(1);
    lang.pick(
        format!("正在写文件 {share} %"),
        format!("Writing the file, {share} %"),
    )
}

/// That the table was saved.
#[must_use]
pub fn csv_saved(lang: Lang, tickets: usize) -> String {
    let count = grouped(tickets);
    match tickets {
        1 => lang
            .pick("已存成 CSV：1 张工单", "Saved as CSV: 1 ticket")
            .to_owned(),
        _ => lang.pick(
            format!("已存成 CSV：{count} 张工单"),
            format!("Saved as CSV: {count} tickets"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Scope, csv_saved, writing};
    use crate::text::Lang;

    #[test]
    fn scopes() {
        let scope = |selected, shown| Scope {
            selected,
            shown,
            total: 1_234,
        };
        assert_eq!(scope(0, 1_234).said(Lang::Zh), "");
        assert_eq!(scope(0, 7).said(Lang::Zh), "（筛出的 7 张）");
        assert_eq!(scope(3, 7).said(Lang::En), " (3 selected)");
        assert_eq!((scope(3, 7).tickets(), scope(0, 7).tickets()), (3, 7));
    }

    #[test]
    fn progress() {
        assert_eq!(writing(Lang::Zh, 999, 1_000), "正在写文件 99 %");
        assert_eq!(writing(Lang::En, 0, 0), "Writing the file, 0 %");
        assert_eq!(csv_saved(Lang::En, 1), "Saved as CSV: 1 ticket");
    }
}
