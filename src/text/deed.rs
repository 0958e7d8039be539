//! What was done to tickets of the board.

use super::board::grouped;
use super::{Lang, Phrase, event, ticket_error};
use crate::engine::{Error, Zone};
use crate::plan::TicketSubject;

/// Which way something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// For the first time.
    Done,
    /// It was taken back.
    TakenBack,
    /// It was done again after that.
    DoneAgain,
}

/// The tickets that stayed as they were.
#[derive(Clone, Debug, Default)]
pub struct Stayed<'a> {
    /// Those that it would contradict.
    pub refused: usize,
    /// What the first of those says.
    pub why: Option<&'a Error>,
    /// Those that another tab changed meanwhile.
    pub changed: usize,
    /// Those that another tab deleted meanwhile.
    pub gone: usize,
}

/// What a step does: `暂停`, `First reply`.
#[must_use]
pub fn about(lang: Lang, subject: TicketSubject) -> &'static str {
    let phrase = match subject {
        TicketSubject::Event(key) => event_phrase(key),
        TicketSubject::EventRemoved => Phrase {
            zh: "删去一件事",
            en: "An event removed",
        },
        TicketSubject::Replaced => Phrase {
            zh: "修改",
            en: "Edited",
        },
        TicketSubject::Imported => Phrase {
            zh: "导入",
            en: "Imported",
        },
        TicketSubject::Deleted => Phrase {
            zh: "删除",
            en: "Deleted",
        },
    };
    phrase.say(lang)
}

fn event_phrase(key: &str) -> Phrase {
    match key {
        "first-reply" => event::REPLIED,
        "confirmed" => event::CONFIRMED,
        "paused" => event::PAUSED,
        "resumed" => event::RESUMED,
        "mitigated" => event::MITIGATED,
        "resolved" => event::RESOLVED,
        "reopened" => event::REOPENED,
        "priority-changed" => event::PRIORITY_CHANGED,
        _ => event::SUBMITTED,
    }
}

/// `1 张`, `3 tickets`.
#[must_use]
pub fn tickets(lang: Lang, count: usize) -> String {
    let many = grouped(count);
    let noun = if count == 1 { "ticket" } else { "tickets" };
    lang.pick(format!("{many} 张"), format!("{many} {noun}"))
}

/// What was done, to how many, and what stayed as it was, and why.
#[must_use]
pub fn said(
    lang: Lang,
    zone: Zone,
    way: Way,
    (subject, count): (TicketSubject, usize),
    stayed: &Stayed<'_>,
) -> String {
    let what = about(lang, subject);
    let many = tickets(lang, count);
    let mut said = match way {
        _ if count == 0 => lang.pick("没有工单改变。", "No ticket changed.").to_owned(),
        Way::Done => lang.pick(format!("{what}：{many}。"), format!("{what}: {many}.")),
        Way::TakenBack => lang.pick(
            format!("已撤销“{what}”：{many}。"),
            format!("Taken back: {what}, {many}."),
        ),
        Way::DoneAgain => lang.pick(
            format!("已重做“{what}”：{many}。"),
            format!("Done again: {what}, {many}."),
        ),
    };
    if stayed.refused > 0 {
        let left = tickets(lang, stayed.refused);
        let why = stayed.why.and_then(|error| ticket_error(lang, zone, error));
        let why = why.unwrap_or_default();
        said.push_str(&lang.pick(
            format!("{left}没有变，因为会有矛盾，例如：{why}"),
            format!(" {left} stayed as they were, because of a contradiction, such as: {why}"),
        ));
    }
    if stayed.changed > 0 {
        let left = tickets(lang, stayed.changed);
        said.push_str(&lang.pick(
            format!("{left}在别的标签页里改过，保持原样。"),
            format!(" {left} changed in another tab meanwhile and stayed so."),
        ));
    }
    if stayed.gone > 0 {
        let left = tickets(lang, stayed.gone);
        said.push_str(&lang.pick(
            format!("{left}已在别的标签页里删除。"),
            format!(" {left} were deleted in another tab."),
        ));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::{Lang, Stayed, Way, said};
    use crate::plan::TicketSubject;

    #[test]
    fn says_what_changed_and_what_did_not() {
        let zone = "Asia/Shanghai".parse().expect("a zone");
        let subject = TicketSubject::Event("paused");
        let stayed = Stayed {
            changed: 1,
            ..Stayed::default()
        };
        assert_eq!(
            said(Lang::En, zone, Way::Done, (subject, 2), &stayed),
            "Paused: 2 tickets. 1 ticket changed in another tab meanwhile and stayed so."
        );
        assert_eq!(
            said(
                Lang::Zh,
                zone,
                Way::TakenBack,
                (subject, 1_000),
                &Stayed::default()
            ),
            "已撤销“暂停”：1\u{202f}000 张。"
        );
    }
}
