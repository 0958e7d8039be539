//! What the Board view says.

use super::phrase::phrases;
use super::{Lang, Phrase, status};
use crate::board::{Column, State};
use crate::engine::Policy;

phrases! {
    /// The name of the view.
    VIEW: "看板", "Board";
    /// The table's name.
    TABLE: "工单", "Tickets";
    /// The column of the number and the title.
    TICKET: "工单", "Ticket";
    /// The column of the priority.
    PRIORITY: "优先级", "Priority";
    /// The column of the state.
    STATE: "状态", "State";
    /// The column of the next threshold.
    NEXT: "下一个阈值", "Next threshold";
    /// The column of the share that is used up.
    USED: "已用", "Used";
    /// The column of when it was submitted.
    SUBMITTED: "提交", "Submitted";
    /// The label of what is chosen in a row.
    SELECT: "选中", "Select";
    /// Counted time that is left.
    WORKING: "工时", "working";
    /// Counted time that is left on 24x7.
    COUNTED: "计时", "counted";
    /// Wall-clock time that is left.
    WALL: "自然", "wall";
    /// What is left.
    LEFT: "剩", "Left";
    /// What is over.
    OVER: "超", "Over";
    /// What was left when the clock stopped.
    SPARE: "停时剩", "Spare";
    /// A due time that rests on the confirmation to come.
    AWAITS: "预计；等待确认", "Projected; awaits confirmation";
    /// The confirmation should have come.
    OVERDUE_CONFIRMATION: "预计；早该确认", "Projected; confirmation is overdue";
    /// Nothing is crossed any more.
    NOTHING_NEXT: "—", "—";
    /// While it is paused nothing is crossed.
    PAUSED_NEXT: "暂停中，不到阈值", "Paused: nothing is crossed";
    /// It is out of hours.
    OUT_OF_HOURS: "非工作时间", "Out of hours";
    /// The events contradict each other.
    FAULTY: "事件有矛盾", "Contradictory";
    /// The field that is searched in.
    SEARCH: "搜索编号和标题", "Search numbers and titles";
    /// The heading of the filters.
    FILTERS: "筛选", "Filters";
    /// Takes all filters away.
    CLEAR_FILTERS: "清除筛选", "Clear filters";
    /// Orders anew.
    REORDER: "顺序已变化 · 重新排序", "The order has changed · Sort again";
    /// Nothing passes the filters.
    NONE_FOUND: "没有符合筛选的工单。", "No ticket passes the filters.";
    /// The saved views.
    VIEWS: "视图", "Views";
    /// The view that shows everything.
    ALL_TICKETS: "全部工单", "All tickets";
    /// Saves a view.
    SAVE_VIEW: "存成视图", "Save as a view";
    /// The name of the view to be saved.
    VIEW_NAME: "视图名字", "Name of the view";
    /// Removes a view.
    REMOVE_VIEW: "删除视图", "Remove the view";
    /// Selects everything that is shown.
    SELECT_ALL: "全选", "Select all";
    /// Selects nothing.
    SELECT_NONE: "取消选择", "Select none";
    /// What can be done to what is selected.
    SELECTED_ACTIONS: "对选中的工单", "Do to the selected tickets";
    /// They were replied to now.
    REPLY: "已首次回复", "First reply";
    /// They are confirmed now.
    CONFIRM: "已确认", "Confirmed";
    /// They are paused now.
    PAUSE: "暂停", "Pause";
    /// They go on now.
    RESUME: "恢复", "Resume";
    /// They are resolved now.
    RESOLVE: "已解决", "Resolved";
    /// They are deleted.
    DELETE: "删除", "Delete";
    /// Copies what is selected.
    COPY: "复制成表格", "Copy as a table";
    /// Opens the ticket in Check.
    OPEN: "在查询里打开", "Open in Check";
    /// Adds the ticket in Check to the board.
    ADD_TO_BOARD: "加入看板", "Add to the board";
    /// What the ticket is called.
    NUMBER_OR_TITLE: "工单编号或标题", "Number or title of the ticket";
    /// Takes the last step back.
    UNDO: "撤销", "Undo";
    /// Does it again.
    REDO: "重做", "Redo";
    /// Something is being done already.
    NOT_YET: "上一步还没做完，请稍等再试。", "The last step is not done yet; try again in a moment.";
    /// How the table is used without a pointer.
    KEYS: "上下键移动，空格选中，回车在查询里打开，Ctrl A 全选",
        "Arrow keys move, Space selects, Enter opens in Check, Ctrl A selects all";
}

/// What a state is called.
#[must_use]
pub fn state(lang: Lang, policy: &Policy, state: State) -> String {
    let level = |from_last: usize| {
        let place = policy.thresholds.len().checked_sub(from_last);
        let threshold = place.and_then(|place| policy.thresholds.get(place));
        threshold.map_or("", |threshold| lang.of(&threshold.name))
    };
    let phrase = match state {
        State::Breached => return level(1).to_owned(),
        State::Critical => return level(2).to_owned(),
        State::Warning => return level(3).to_owned(),
        State::Early => return level(4).to_owned(),
        State::Ok => status::ON_TRACK,
        State::Paused => status::PAUSED,
        State::NotStarted => status::NOT_STARTED,
        State::Faulty => FAULTY,
        State::Missed => status::MISSED,
        State::Met => status::MET,
    };
    phrase.say(lang).to_owned()
}

/// What a column is called.
#[must_use]
pub fn column(lang: Lang, policy: &Policy, column: Column) -> String {
    let target = |place: u8| {
        let target = policy.targets.get(usize::from(place));
        target.map_or("", |target| lang.of(&target.name))
    };
    let phrase: Phrase = match column {
        Column::Next => NEXT,
        Column::Number => TICKET,
        Column::Priority => PRIORITY,
        Column::State => STATE,
        Column::Submitted => SUBMITTED,
        Column::Due(place) | Column::Left(place) => return target(place).to_owned(),
        Column::Share(_) => USED,
    };
    phrase.say(lang).to_owned()
}

/// How many tickets there are, and how many of them are shown.
#[must_use]
pub fn how_many(lang: Lang, shown: usize, total: usize) -> String {
    let (few, all) = (grouped(shown), grouped(total));
    match (shown == total, total) {
        (true, 1) => lang.pick("1 张工单", "1 ticket").to_owned(),
        (true, _) => lang.pick(format!("{all} 张工单"), format!("{all} tickets")),
        (false, _) => lang.pick(
            format!("{all} 张中的 {few} 张"),
            format!("{few} of {all} tickets"),
        ),
    }
}

/// Keeps the ticket in Check as the one of the board that it was taken from.
#[must_use]
pub fn keep_as(lang: Lang, name: &str) -> String {
    lang.pick(
        format!("存回看板：{name}"),
        format!("Save to the board: {name}"),
    )
}

/// That the board kept the ticket.
#[must_use]
pub fn kept_on_board(lang: Lang, name: &str) -> String {
    if name.is_empty() {
        return lang
            .pick(
                "看板上的工单已更新。",
                "The ticket on the board was updated.",
            )
            .to_owned();
    }
    lang.pick(
        format!("已加入看板：{name}。"),
        format!("Added to the board: {name}."),
    )
}

/// How many tickets are selected.
#[must_use]
pub fn selected(lang: Lang, count: usize) -> String {
    let many = grouped(count);
    lang.pick(format!("选中 {many} 张"), format!("{many} selected"))
}

/// A number with its thousands apart: `100 000`.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Lang, grouped, how_many};

    #[test]
    fn numbers_and_counts() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1\u{202f}000");
        assert_eq!(grouped(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(how_many(Lang::En, 1, 1), "1 ticket");
        assert_eq!(how_many(Lang::En, 3, 20), "3 of 20 tickets");
        assert_eq!(how_many(Lang::Zh, 20, 20), "20 张工单");
    }
}
