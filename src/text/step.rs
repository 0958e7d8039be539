//! What was done to the plan, for taking it back.

use super::{Lang, event};
use crate::plan::Subject;

/// What a step is about: `优先级`, `pause`.
#[must_use]
pub const fn about(lang: Lang, subject: &Subject) -> &'static str {
    let (zh, en) = match subject {
        Subject::Submission => ("提交时间", "time of submission"),
        Subject::Priority => ("优先级", "priority"),
        Subject::Readings => ("合同的读法", "how the contract is read"),
        Subject::Event(kind, _) => return event::name(kind).say(lang),
        Subject::Ticket => ("工单", "ticket"),
        Subject::Plan => ("全部内容", "everything"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
