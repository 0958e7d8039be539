//! What can be done by name or by key: the words of the palette and of the keyboard map.

use super::{Lang, Phrase};
use crate::engine::Policy;

/// Declares the commands: the key each is kept by, the keys that call it, its name, and the first letters
/// of its Chinese name in pinyin.
macro_rules! commands {
    ($($name:ident $key:literal $shortcut:literal $zh:literal $en:literal $initials:literal;)*) => {
        /// Something the page can be told to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $(#[doc = $en] $name,)*
            /// Choose the priority at this place of the policy.
            Priority(u8),
            /// Open the link in the address: asked for by the page, not by people.
            Open,
        }

        impl Command {
            /// All of them but the priorities, in the order of the palette.
            const PLAIN: &[Self] = &[$(Self::$name),*];

            /// Its own key, and the key of the keyboard that calls it.
            const fn keys(self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$name => ($key, $shortcut),)*
                    Self::Priority(_) => ("priority", ""),
                    Self::Open => ("open", ""),
                }
            }

            /// Its name, and the first letters of that in pinyin. Apart from its keys, because the program
            /// that listens to those shows no names.
            const fn words(self) -> (Phrase, &'static str) {
                match self {
                    $(Self::$name => (Phrase { zh: $zh, en: $en }, $initials),)*
                    Self::Priority(_) => (Phrase { zh: "优先级", en: "Priority" }, "yxj"),
                    Self::Open => (Phrase { zh: "打开链接", en: "Open the link" }, "dklj"),
                }
            }
        }
    };
}

commands! {
    Time "time" "/" "输入提交时间" "Enter the time of submission" "srtjsj";
    Now "now" "" "提交时间填现在" "Submitted now" "tjsjtxz";
    ClockReading "clock-reading" "m" "换时钟：7×24、工作时间、混合" "Change the clock: 24x7, working time, mixed" "hsz";
    Replied "replied" "e" "已首次回复：现在" "First reply now" "yschf";
    Confirmed "confirmed" "f" "已确认问题：现在" "Confirmed now" "yqrwt";
    Paused "paused" "p" "暂停或恢复：现在" "Pause or resume now" "zthhf";
    Mitigated "mitigated" "v" "已临时缓解：现在" "Mitigated now" "ylshj";
    Resolved "resolved" "r" "已解决：现在" "Resolved now" "yjj";
    Reopened "reopened" "o" "重开：现在" "Reopened now" "ck";
    Undo "undo" "z" "撤销" "Undo" "cx";
    Redo "redo" "Z" "重做" "Redo" "cz";
    Copy "copy" "c" "复制结论" "Copy the answer" "fzjl";
    CopyOther "copy-other" "C" "复制英文结论" "Copy the answer in Chinese" "fzywjl";
    Share "share" "s" "分享链接" "Share a link" "fxlj";
    Calendar "calendar" "i" "存日历文件（.ics）" "Save a calendar file (.ics)" "crlwj";
    Print "print" "" "打印成一页" "Print on one page" "dycyy";
    Clear "clear" "n" "新工单" "New ticket" "xgd";
    Events "events" "" "去：发生了什么" "Go to: what happened" "qfslsm";
    Timeline "timeline" "" "去：时间线" "Go to: timeline" "qsjx";
    Ledger "ledger" "" "去：明细表" "Go to: ledger" "qmxb";
    Readings "readings" "" "去：合同没有写死的地方" "Go to: what the contract leaves open" "qhtmyxsddf";
    Difference "difference" "" "去：别的系统显示的时间不同" "Go to: another system shows another time" "qbdxtxsdsjbt";
    TicketZone "ticket-zone" "" "换工单时区" "Change the ticket's time zone" "hgdsq";
    ViewerZone "viewer-zone" "w" "换我的时区" "Change my time zone" "hwdsq";
    ShowCheck "check" "" "去：查询" "Go to: Check" "qcx";
    ShowBoard "board" "b" "去：看板" "Go to: Board" "qkb";
    Hold "hold" " " "停住或继续走时" "Hold or resume ticking" "tzhjxzs";
    Language "language" "l" "换语言：English" "Change the language: 中文" "hyy";
    Theme "theme" "t" "换主题" "Change the theme" "hzt";
    Palette "palette" "" "命令面板" "Command palette" "mlmb";
    Help "help" "?" "键盘与帮助" "Keys and help" "jpybz";
}

/// The most priorities that have a key of their own.
const DIGITS: u8 = 9;

impl Command {
    /// All of them for `policy`.
    pub fn all(policy: &Policy) -> impl Iterator<Item = Self> {
        let ranks = policy.ranks().map(|rank| Self::Priority(rank.0));
        let (first, rest) = Self::PLAIN.split_at(2);
        first
            .iter()
            .copied()
            .chain(ranks)
            .chain(rest.iter().copied())
    }

    /// Whether it is about the page itself, not about the ticket in Check.
    #[must_use]
    pub const fn is_of_page(self) -> bool {
        matches!(
            self,
            Self::ShowBoard
                | Self::ViewerZone
                | Self::Hold
                | Self::Language
                | Self::Theme
                | Self::Palette
                | Self::Help
        )
    }

    /// The key it is kept by.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Priority(place) => format!("priority-{place}"),
            plain => plain.keys().0.to_owned(),
        }
    }

    /// The command kept by `key`.
    ///
    /// ```
    /// use sla_planner::text::Command;
    /// assert_eq!(Command::read("share"), Some(Command::Share));
    /// assert_eq!(Command::read("priority-2"), Some(Command::Priority(2)));
    /// assert_eq!(Command::read("explode"), None);
    /// ```
    #[must_use]
    pub fn read(key: &str) -> Option<Self> {
        if let Some(place) = key.strip_prefix("priority-") {
            return place.parse().ok().map(Self::Priority);
        }
        let mut plain = Self::PLAIN.iter().chain(&[Self::Open]);
        plain.find(|command| command.keys().0 == key).copied()
    }

    /// The command that a key of the keyboard calls by itself, as browsers name keys.
    ///
    /// ```
    /// use sla_planner::text::Command;
    /// assert_eq!(Command::called_by("3"), Some(Command::Priority(2)));
    /// assert_eq!(Command::called_by("Z"), Some(Command::Redo));
    /// assert_eq!(Command::called_by("Enter"), None);
    /// ```
    #[must_use]
    pub fn called_by(pressed: &str) -> Option<Self> {
        if let Ok(digit @ 1..=DIGITS) = pressed.parse::<u8>() {
            return Some(Self::Priority(digit - 1));
        }
        let mut plain = Self::PLAIN.iter();
        plain
            .find(|command| !pressed.is_empty() && command.keys().1 == pressed)
            .copied()
    }

    /// The key that calls it, as it is shown; empty where there is none.
    #[must_use]
    pub fn shortcut(self, lang: Lang) -> String {
        match self {
            Self::Priority(place) if place < DIGITS => (place + 1).to_string(),
            Self::Priority(_) => String::new(),
            Self::Palette => "Ctrl K".to_owned(),
            Self::Print => "Ctrl P".to_owned(),
            plain => match plain.keys().1 {
                " " => lang.pick("空格", "Space").to_owned(),
                letter if letter.chars().any(char::is_uppercase) => format!("Shift {letter}"),
                letter => letter.to_uppercase(),
            },
        }
    }

    /// What it is called, under `policy`.
    #[must_use]
    pub fn name(self, lang: Lang, policy: &Policy) -> String {
        let (name, _) = self.words();
        let Self::Priority(place) = self else {
            return name.say(lang).to_owned();
        };
        let priority = policy.priorities.get(usize::from(place));
        let (id, called) = priority.map_or(("", ""), |priority| {
            (priority.id.as_str(), lang.of(&priority.name))
        });
        format!("{} {id} {called}", name.say(lang))
    }

    /// Whether what was typed means it: a part of its name in either language, or first letters in pinyin.
    #[must_use]
    pub fn matches(self, typed: &str, policy: &Policy) -> bool {
        let typed = typed.trim().to_lowercase();
        let (_, initials) = self.words();
        let named = |lang| self.name(lang, policy).to_lowercase().contains(&typed);
        named(Lang::Zh) || named(Lang::En) || initials.starts_with(&typed)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Command;
    use crate::engine::Policy;
    use crate::text::Lang;

    fn policy() -> Policy {
        Policy::spt_001().expect("the contract")
    }

    #[test]
    fn keys_and_shortcuts_are_of_one_command_each() {
        let all: Vec<Command> = Command::all(&policy()).collect();
        let keys: HashSet<String> = all.iter().map(|command| command.key()).collect();
        assert_eq!(keys.len(), all.len());
        for command in all {
            assert_eq!(Command::read(&command.key()), Some(command));
        }
        let letters: Vec<&str> = Command::PLAIN
            .iter()
            .map(|command| command.keys().1)
            .filter(|letter| !letter.is_empty())
            .collect();
        let distinct: HashSet<&&str> = letters.iter().collect();
        assert_eq!(distinct.len(), letters.len());
        for letter in letters {
            assert!(Command::called_by(letter).is_some(), "{letter}");
        }
    }

    #[test]
    fn found_by_either_language_and_pinyin() {
        let policy = policy();
        for (typed, command) in [
            ("share", Command::Share),
            ("分享", Command::Share),
            ("fx", Command::Share),
            ("CX", Command::Undo),
            ("p2", Command::Priority(2)),
            ("紧急", Command::Priority(0)),
        ] {
            assert!(command.matches(typed, &policy), "{typed}");
        }
        assert!(!Command::Share.matches("undo", &policy));
    }

    #[test]
    fn every_name_is_in_both_languages() {
        let policy = policy();
        let chinese = |text: &str| {
            text.chars()
                .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
        };
        for command in Command::all(&policy) {
            assert!(chinese(&command.name(Lang::Zh, &policy)), "{command:?}");
            let english = command.name(Lang::En, &policy);
            assert!(
                !chinese(&english) || command == Command::Language,
                "{command:?}"
            );
        }
    }
}
