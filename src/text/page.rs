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
}
