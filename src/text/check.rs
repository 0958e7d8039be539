//! What the Check view says.

use super::Lang;
use super::phrase::phrases;

phrases! {
    /// The question the view answers.
    QUESTION: "什么时候到期？", "When is it due?";
    /// The label of the time field.
    SUBMITTED_AT: "工单提交时间", "Ticket submitted at";
    /// The button that enters the present.
    NOW: "现在", "Now";
    /// The label of the priorities.
    PRIORITY: "优先级", "Priority";
    /// The heading of the answer, for screen readers.
    ANSWER: "答案", "The answer";
    /// The button that copies the answer.
    COPY: "复制", "Copy";
    /// The button that copies it in the other language.
    COPY_OTHER: "复制英文", "Copy in Chinese";
    /// The button that saves a calendar file.
    CALENDAR: "存日历", "Save to calendar";
    /// The button that makes a link.
    SHARE: "分享", "Share";
    /// The button that prints.
    PRINT: "打印", "Print";
    /// The name of these buttons together.
    HAND_ON: "把结论交给别人", "Hand the answer on";
    /// While the details are fetched.
    DETAILS_COMING: "正在载入明细 …", "Fetching the details …";
    /// When they cannot be fetched.
    DETAILS_FAILED: "明细没有载入，上面的答案不受影响。请检查网络后再试。",
        "The details did not load; the answer above is not affected. Check the network and try again.";
    /// Tries again.
    TRY_AGAIN: "再试一次", "Try again";
    /// While a link is opened.
    OPENING: "正在打开链接里的工单 …", "Opening the ticket in the link …";
    /// Somebody else's ticket is shown.
    VISITING: "这是别人分享的工单，只读；你自己的内容没有动。",
        "This is a ticket somebody shared with you, to read only; your own is untouched.";
    /// Takes it over.
    COPY_TO_MINE: "复制到我这里", "Copy to mine";
    /// Goes back to one's own.
    BACK_TO_MINE: "回到我自己的", "Back to mine";
    /// Takes a step back.
    UNDO: "撤销", "Undo";
    /// Does it again.
    REDO: "重做", "Redo";
    /// Opens the palette.
    COMMANDS: "命令", "Commands";
    /// Opens the help.
    HELP: "帮助", "Help";
    /// After it was copied.
    COPIED: "已复制", "Copied";
    /// When copying is refused.
    NOT_COPIED: "无法复制，请选中文字自行复制", "Copying was refused; select the text and copy it";
    /// Before the due time.
    DUE: "最迟", "Due";
    /// Before the due time of a projected clock.
    DUE_PROJECTED: "预计最迟", "Projected due";
    /// Counted time left on working time.
    LEFT_WORKING: "还剩（工作时间）", "Left, working time";
    /// Counted time left on 24x7.
    LEFT_ALL_HOURS: "还剩（7×24 计时）", "Left, counted 24x7";
    /// Wall-clock time left.
    LEFT_WALL: "还剩（自然时间）", "Left, wall clock";
    /// Counted time over on working time.
    OVER_WORKING: "超时（工作时间）", "Over, working time";
    /// Counted time over on 24x7.
    OVER_ALL_HOURS: "超时（7×24 计时）", "Over, counted 24x7";
    /// Wall-clock time over.
    OVER_WALL: "超时（自然时间）", "Over, wall clock";
    /// How long ago a projected clock would have been due.
    PROJECTED_PASSED: "预计时刻已过（自然时间）", "Past the projected time, wall clock";
    /// Counted time that was left when the clock stopped.
    SPARE_WORKING: "停止时剩余（工作时间）", "Left at the stop, working time";
    /// The same on 24x7.
    SPARE_ALL_HOURS: "停止时剩余（7×24 计时）", "Left at the stop, counted 24x7";
    /// Wall-clock time that was left when the clock stopped.
    SPARE_WALL: "停止时剩余（自然时间）", "Left at the stop, wall clock";
    /// Units of a countdown below an hour.
    MINUTES: "分:秒", "min:s";
    /// Units of a countdown below a day.
    HOURS: "时:分:秒", "h:min:s";
    /// The state of a projected clock.
    PROJECTED: "预计", "Projected";
    /// Below the first threshold: nobody is told.
    NOBODY: "还无须通知", "Nobody is told yet";
    /// It stopped in time: nobody is told any more.
    NOBODY_MORE: "不再通知", "Nobody is told any more";
    /// The table heads of thresholds.
    THRESHOLD: "阈值", "Threshold";
    /// When it is reached.
    REACHED_AT: "到达时刻", "Reached at";
    /// Who is told.
    TOLD: "通知谁", "Who is told";
    /// A threshold of the past.
    PASSED: "已过", "Passed";
    /// Keeps the time in the field.
    KEEP: "记下", "Keep";
    /// Closes the field.
    CANCEL: "取消", "Cancel";
    /// The heading of the readings.
    READINGS: "合同没有写死的地方", "What the contract leaves open";
    /// The fold with the points about events.
    EVENT_READINGS: "暂停、改优先级、重开、缓解", "Pauses, changes of priority, reopening, mitigation";
    /// The fold with the points about maintenance.
    MAINTENANCE_READINGS: "维护窗口", "Maintenance windows";
    /// The fold with the points that touch no deadline.
    FAR_READINGS: "与到期时间无关的：可用性、通知、百分比", "Without effect on deadlines: availability, notices, percentages";
    /// The list of what is in force.
    IN_FORCE_ALL: "当前的读法", "Readings in force";
    /// After a reading that is not the contract's own.
    CHANGED: "（已改）", " (changed)";
    /// Sets all readings back.
    RESET_READINGS: "都改回合同默认的读法", "Set all back to the contract's own";
    /// The comparison of all plausible readings.
    OUTCOMES: "所有说得通的读法放在一起比", "All plausible readings side by side";
    /// The column of what makes the difference.
    DECIDED_BY: "差别在哪一句", "The sentence that makes the difference";
    /// The column of how many combinations give it.
    COMBINATIONS: "组合数", "Combinations";
    /// Reads the contract this way.
    READ_SO: "按这样读", "Read it this way";
    /// The reading in force.
    IN_FORCE: "当前", "In force";
    /// An alternative that changes nothing.
    NO_CHANGE: "不变", "No change";
    /// The caption of the table of priorities without a ticket.
    PROMISED: "合同承诺的时限", "What the contract promises";
    /// Its caption with a ticket but no priority.
    ALL_FIVE: "选定优先级之前，五种都算给你看", "Until you choose a priority, here are all five";
    /// The heading of the thresholds without a ticket.
    WHO_IS_TOLD: "接近时限时通知谁", "Who is told as the limit nears";
    /// Working time (§1.2.1).
    WORKING_TIME: "工作时间：周一至周五 09:00–18:00，北京时间，节假日除外。工作时间以外由轮班和值班保持同样的标准。",
        "Working time: Monday to Friday 09:00–18:00 Beijing time, except holidays. Outside it, shifts and on-call keep the same standard.";
    /// What is measured (§1.2.1).
    MEASURED: "响应从提交算到技术人员首次回复，解决从问题确认算到给出方案或临时缓解。",
        "Response runs from submission to the first reply by a technician; resolution from confirmation to a solution or a temporary mitigation.";
    /// The response is overdue and nothing is confirmed.
    CONFIRMATION_OVERDUE: "已过响应时限仍未确认问题", "Past the response limit and still not confirmed";
    /// The start was assumed.
    ASSUMED: "没有确认记录，起点按假定", "No confirmation recorded; the start is assumed";
    /// A provisional answer.
    PROVISIONAL: "结果是临时的。", "This answer is provisional.";
    /// The contract in the program cannot be used.
    DAMAGED: "程序里的合同已损坏，请重新载入页面。", "The contract in the program is damaged; reload the page.";
    /// Privacy.
    PRIVACY: "你输入的内容不会离开这个浏览器。", "Nothing you enter leaves this browser.";
    /// Time-zone data.
    TZDB: "时区数据", "Time zones";
    /// The contract.
    CONTRACT: "合同", "Contract";
    /// Storage refused.
    NOT_STORED: "浏览器不让保存，重新载入后输入会丢失。请允许本站存储数据。",
        "The browser refuses to store anything, so a reload loses what you typed. Allow this site to store data.";
    /// What is kept cannot be read.
    SET_ASIDE: "以前保存的内容读不出来，已原样另存在本浏览器中，没有删除。",
        "What was kept before cannot be read. It was set aside in this browser as it is, not deleted.";
}

/// What the tab is called while the view is seen.
#[must_use]
pub fn page_title(lang: Lang) -> String {
    format!("SLA Planner · {}", QUESTION.say(lang))
}
