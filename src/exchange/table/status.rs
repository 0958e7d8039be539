//! Words for the status of a ticket, and what they become.
//!
//! | class | what becomes of the row |
//! |---|---|
//! | open | its clocks run; a time at which it was solved is left out, as it was opened again ([`Caution::OpenDespiteResolution`]) |
//! | pending | the same; it is paused where the table says since when, else there is a [`Caution::PausedSinceUnknown`]: a start is not invented, so the clocks run |
//! | solved | it ends when it was solved, else when it was closed; without either the row is bad ([`Reason::ResolvedWithoutTime`]) |
//! | closed | the same |
//! | unknown | its category tells ([`Field::StatusCategory`]); else it ends where there is such a time, with a [`Caution::StatusUnknown`] |
//!
//! A pause without an end lasts only while a ticket is pending, or where no status is told: see
//! [`Caution::PausedUntilUnknown`].
//!
//! [`Caution::OpenDespiteResolution`]: super::Caution::OpenDespiteResolution
//! [`Caution::PausedSinceUnknown`]: super::Caution::PausedSinceUnknown
//! [`Caution::PausedUntilUnknown`]: super::Caution::PausedUntilUnknown
//! [`Caution::StatusUnknown`]: super::Caution::StatusUnknown
//! [`Reason::ResolvedWithoutTime`]: super::Reason::ResolvedWithoutTime
//! [`Field::StatusCategory`]: super::Field::StatusCategory

use super::System;
use super::field::fold;
use crate::engine::keyed;

/// What kind of status a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatusClass {
    /// It is worked on, or about to be.
    Open,
    /// It waits, for the customer mostly.
    Pending,
    /// It is solved.
    Solved,
    /// It is closed.
    Closed,
}

/// A word in the column of statuses, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusWord {
    /// The word, as first written.
    pub word: String,
    /// How many rows have it.
    pub rows: usize,
    /// What it is; none where it is not known, and the category or the dates tell.
    pub class: Option<StatusClass>,
}

keyed!(StatusClass: Open = "open", Pending = "pending", Solved = "solved", Closed = "closed");

const OPEN: &[&str] = &[
    "new",
    "open",
    "opened",
    "in progress",
    "work in progress",
    "active",
    "to do",
    "todo",
    "reopened",
    "assigned",
    "dealing",
    "feedback",
    "à faire",
    "a faire",
    "tareas por hacer",
    "por hacer",
    "en curso",
    "en cours",
    "en cours (attribué)",
    "en curso (asignada)",
    "nouveau",
    "nuevo",
    "novo",
    "em atendimento",
    "em atendimento (atribuído)",
    "neu",
    "offen",
    "in bearbeitung",
    "in arbeit",
    "zu erledigen",
    "nueva",
    "新建",
    "激活",
    "打开",
    "进行中",
    "处理中",
    "待处理",
    "待受理",
    "待分配",
    "未开始",
    "open-处理中",
    "未解决",
];
const PENDING: &[&str] = &[
    "pending",
    "on hold",
    "on-hold",
    "hold",
    "snoozed",
    "replied",
    "pending reminder",
    "pending close",
    "pendente",
    "en attente",
    "en espera",
    "挂起",
    "挂起提醒",
    "已挂起",
    "暂停",
    "待反馈",
    "等待客户",
    "wait_feedback",
];
const SOLVED: &[&str] = &[
    "resolved",
    "solved",
    "done",
    "solucionado",
    "résolu",
    "resuelta",
    "resueltas",
    "gelöst",
    "erledigt",
    "finalizada",
    "已解决",
    "待确认结果",
    "wait_confirm",
    "listo",
    "terminé",
    "fertig",
];
const CLOSED: &[&str] = &[
    "closed",
    "closed complete",
    "closed skipped",
    "clos",
    "fechado",
    "fechado com êxito",
    "cerrado",
    "closed successful",
    "closed unsuccessful",
    "closed successful-成功关闭",
    "merged",
    "removed",
    "deleted",
    "archived",
    "cancelled",
    "canceled",
    "rejected",
    "geschlossen",
    "erfolgreich geschlossen",
    "erfolglos geschlossen",
    "cerrada",
    "fermé",
    "已关闭",
    "已完成",
    "已取消",
    "已撤销",
    "无效",
    "confirmed",
    "完成",
    "关闭",
];

impl StatusClass {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Pending, Self::Solved, Self::Closed];

    /// What `word` is.
    ///
    /// ```
    /// use sla_planner::exchange::table::StatusClass;
    /// assert_eq!(StatusClass::of("Waiting on Third Party"), Some(StatusClass::Pending));
    /// assert_eq!(StatusClass::of("已关闭"), Some(StatusClass::Closed));
    /// ```
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let word = fold(word);
        let lists = [
            (Self::Open, OPEN),
            (Self::Pending, PENDING),
            (Self::Solved, SOLVED),
            (Self::Closed, CLOSED),
        ];
        let known = lists
            .iter()
            .find(|(_, words)| words.contains(&word.as_str()));
        let waits = ["waiting", "awaiting", "等待"]
            .iter()
            .any(|start| word.starts_with(start));
        known
            .map(|(class, _)| *class)
            .or(waits.then_some(Self::Pending))
    }

    /// What `word` is in exports of `system`, which may write numbers.
    pub(super) fn guess(word: &str, system: Option<System>) -> Option<Self> {
        Self::of(word).or_else(|| {
            Some(match (system?, word) {
                (System::ServiceNow | System::Zammad, "1" | "2")
                | (System::Freshdesk, "2")
                | (System::Huawei, "0" | "1") => Self::Open,
                (System::ServiceNow | System::Freshdesk, "3")
                | (System::Zammad, "3" | "7")
                | (System::Huawei, "17") => Self::Pending,
                (System::ServiceNow, "6") | (System::Freshdesk, "4") | (System::Huawei, "2") => {
                    Self::Solved
                }
                (System::ServiceNow, "7")
                | (System::Freshdesk, "5")
                | (System::Zammad, "4" | "5" | "6")
                | (System::Huawei, "3" | "4" | "12") => Self::Closed,
                _ => return None,
            })
        })
    }
}
