//! What happens to a ticket: the words for events and for marking them.

use super::phrase::phrases;
use super::{Lang, Phrase};
use crate::engine::{EventKind, Policy};

phrases! {
    /// The heading.
    HEADING: "发生了什么", "What happened";
    /// The submission.
    SUBMITTED: "提交", "Submitted";
    /// The first reply.
    REPLIED: "首次回复", "First reply";
    /// The confirmation.
    CONFIRMED: "确认问题", "Confirmed";
    /// A pause.
    PAUSED: "暂停", "Paused";
    /// The end of a pause.
    RESUMED: "恢复", "Resumed";
    /// A temporary mitigation.
    MITIGATED: "临时缓解", "Mitigated";
    /// The resolution.
    RESOLVED: "解决", "Resolved";
    /// The reopening.
    REOPENED: "重开", "Reopened";
    /// A change of priority.
    PRIORITY_CHANGED: "优先级变更", "Priority changed";
    /// Marks a first reply as of now.
    REPLIED_NOW: "已回复：现在", "Replied now";
    /// Marks a confirmation as of now.
    CONFIRMED_NOW: "已确认：现在", "Confirmed now";
    /// Marks a pause as of now.
    PAUSED_NOW: "暂停：现在", "Pause now";
    /// Marks the end of a pause as of now.
    RESUMED_NOW: "恢复：现在", "Resume now";
    /// Marks a mitigation as of now.
    MITIGATED_NOW: "已缓解：现在", "Mitigated now";
    /// Marks a resolution as of now.
    RESOLVED_NOW: "已解决：现在", "Resolved now";
    /// Marks a reopening as of now.
    REOPENED_NOW: "重开：现在", "Reopened now";
    /// Changes the priority as of now.
    PRIORITY_NOW: "改优先级：现在", "Change the priority now";
    /// Opens the field for an event at a time.
    AT_A_TIME: "记下别的时间发生的事", "Record something at another time";
    /// The label of the kind of event.
    WHAT: "什么事", "What";
    /// The label of its time.
    WHEN: "什么时候", "When";
    /// Changes the time of an event.
    CHANGE_TIME: "改时间", "Change the time";
    /// Removes an event.
    REMOVE: "删除", "Remove";
    /// The label of the reason of a pause.
    REASON: "暂停原因", "Reason for the pause";
    /// The usual reason of a pause.
    WAITING_FOR_CUSTOMER: "等待客户回复", "Waiting for the customer";
    /// Another.
    WAITING_FOR_OTHERS: "等待第三方", "Waiting for a third party";
    /// Another.
    WAITING_FOR_WINDOW: "等待变更窗口", "Waiting for a change window";
}

/// The reasons that are offered for a pause.
pub const REASONS: [Phrase; 3] = [WAITING_FOR_CUSTOMER, WAITING_FOR_OTHERS, WAITING_FOR_WINDOW];

/// What a kind of event is called.
#[must_use]
pub const fn name(kind: &EventKind) -> Phrase {
    match kind {
        EventKind::Submitted { .. } => SUBMITTED,
        EventKind::PriorityChanged { .. } => PRIORITY_CHANGED,
        EventKind::Confirmed => CONFIRMED,
        EventKind::Resumed => RESUMED,
        EventKind::Paused { .. } => PAUSED,
        EventKind::FirstReply => REPLIED,
        EventKind::Mitigated => MITIGATED,
        EventKind::Resolved => RESOLVED,
        EventKind::Reopened => REOPENED,
    }
}

/// What the button says that marks it as of now.
#[must_use]
pub const fn now(kind: &EventKind) -> Phrase {
    match kind {
        EventKind::Submitted { .. } | EventKind::PriorityChanged { .. } => PRIORITY_NOW,
        EventKind::Confirmed => CONFIRMED_NOW,
        EventKind::Resumed => RESUMED_NOW,
        EventKind::Paused { .. } => PAUSED_NOW,
        EventKind::FirstReply => REPLIED_NOW,
        EventKind::Mitigated => MITIGATED_NOW,
        EventKind::Resolved => RESOLVED_NOW,
        EventKind::Reopened => REOPENED_NOW,
    }
}

/// What a row says of an event beside its name: to which priority, or why.
#[must_use]
pub fn about(lang: Lang, policy: &Policy, kind: &EventKind) -> String {
    match kind {
        EventKind::Submitted { priority: rank } | EventKind::PriorityChanged { to: rank } => policy
            .priority(*rank)
            .map(|priority| format!("{} {}", priority.id, lang.of(&priority.name)))
            .unwrap_or_default(),
        EventKind::Paused { reason } => reason.clone(),
        _ => String::new(),
    }
}
