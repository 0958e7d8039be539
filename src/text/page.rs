//! What the page itself says.

use super::phrase::phrases;

phrases! {
    /// How often times are shown anew.
    REFRESH: "多久刷新", "Refresh every";
    /// Every second.
    EVERY_SECOND: "每秒", "Second";
    /// Every minute.
    EVERY_MINUTE: "每分", "Minute";
    /// Not at all.
    HELD: "暂停", "Pause";
    /// The language switch.
    LANGUAGE: "语言", "Language";
    /// The theme switch.
    THEME: "主题", "Theme";
    /// As the system has it.
    AUTO: "自动", "Auto";
    /// Light.
    LIGHT: "浅色", "Light";
    /// Dark.
    DARK: "深色", "Dark";
    /// Closes a dialog.
    CLOSE: "关闭", "Close";
    /// The palette.
    PALETTE: "命令面板", "Command palette";
    /// What can be typed there.
    PALETTE_HINT: "输入名字、English 或拼音首字母", "A name, in English or Chinese";
    /// Nothing has that name.
    NOTHING_FOUND: "没有这个名字的命令；少写几个字试试。", "No command has that name; try fewer letters.";
    /// The help.
    HELP: "键盘与帮助", "Keys and help";
    /// What the page does, in short.
    HELP_ABOUT: "写下或粘贴提交时间，选优先级，就知道何时到期、为什么。不点按钮，不上传任何内容。下面的键在没有输入框获得焦点时有效。",
        "Write or paste the time of submission, choose a priority, and read when it is due and why. No button to press, nothing uploaded. The keys below work while no field has the focus.";
    /// Switches keys of one letter on or off.
    KEYS_ON: "单个字母的键有效", "Keys of one letter work";
    /// The column of keys.
    KEY: "键", "Key";
    /// The column of what they do.
    DOES: "做什么", "What it does";
    /// What works in fields.
    HELP_FIELDS: "Ctrl K 随处可用；Esc 关闭；表格和时间线里用方向键移动。",
        "Ctrl K works everywhere; Esc closes; arrow keys move within tables and the timeline.";
}
