//! Help desks, recognised by the headers of what they export.

/// A help desk whose exports are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum System {
    /// Jira, with Jira Service Management.
    Jira,
    /// ServiceNow.
    ServiceNow,
    /// Zendesk, with Explore.
    Zendesk,
    /// Freshdesk.
    Freshdesk,
    /// Zammad.
    Zammad,
    /// GLPI.
    Glpi,
    /// OTRS and Znuny.
    Otrs,
    /// osTicket.
    OsTicket,
    /// Frappe Helpdesk.
    Frappe,
    /// Chatwoot.
    Chatwoot,
    /// Redmine.
    Redmine,
    /// GitLab.
    GitLab,
    /// GitHub.
    GitHub,
    /// ZenTao.
    ZenTao,
    /// TAPD.
    Tapd,
    /// Alibaba Cloud.
    Aliyun,
    /// Huawei Cloud.
    Huawei,
    /// Feishu's tables (Bitable, Lark Base).
    Feishu,
}

/// Headers, folded, that only this system's exports have together; the more telling first.
const SIGNS: [(System, &[&str]); 48] = [
    (System::Jira, &["issue key", "summary"]),
    (System::Jira, &["clé de ticket", "résumé"]),
    (System::Jira, &["clave de incidencia", "resumen"]),
    (System::Jira, &["vorgangsschlüssel", "zusammenfassung"]),
    (System::Jira, &["问题关键字", "概要"]),
    (System::Jira, &["key", "fields.summary"]),
    (System::ServiceNow, &["number", "opened_at"]),
    (System::ServiceNow, &["number", "opened_at.value"]),
    (System::ServiceNow, &["number", "sys_created_on"]),
    (System::ServiceNow, &["number", "short_description"]),
    (System::ServiceNow, &["number", "state", "last update"]),
    (
        System::ServiceNow,
        &["number", "opened", "short description"],
    ),
    (System::Zendesk, &["id", "requester", "solved at"]),
    (System::Zendesk, &["summation column", "requester"]),
    (System::Zendesk, &["ticket created - timestamp"]),
    (System::Zendesk, &["subject", "raw_subject"]),
    (
        System::Freshdesk,
        &["ticket id", "created time", "resolved time"],
    ),
    (System::Freshdesk, &["subject", "fr_escalated"]),
    (System::Freshdesk, &["stats.first_responded_at"]),
    (System::Zammad, &["first response at", "escalation at"]),
    (System::Zammad, &["number", "first_response_at", "close_at"]),
    (System::Glpi, &["titre", "date d'ouverture"]),
    (System::Glpi, &["título", "data de abertura"]),
    (System::Glpi, &["título", "fecha de apertura"]),
    (System::Otrs, &["age", "firstlock", "created"]),
    (System::Otrs, &["firstresponse", "queue", "created"]),
    (System::Otrs, &["工单编号", "总时长"]),
    (System::Otrs, &["ticket#", "alter", "erstellt"]),
    (
        System::OsTicket,
        &["ticket number", "date created", "current status"],
    ),
    (System::Frappe, &["opening date", "opening time"]),
    (System::Chatwoot, &["display_id", "first_reply_created_at"]),
    (
        System::Chatwoot,
        &["first_reply_created_at", "waiting_since"],
    ),
    (System::GitLab, &["iid", "state", "created_at"]),
    (System::GitLab, &["created at (utc)", "state"]),
    (
        System::GitHub,
        &["number", "state", "created_at", "closed_at"],
    ),
    (System::ZenTao, &["bug编号", "bug标题"]),
    (System::Tapd, &["标题", "处理人", "创建人", "严重程度"]),
    (System::Tapd, &["bug.id", "bug.title"]),
    (System::Aliyun, &["gmtcreated"]),
    (System::Huawei, &["case_id", "create_time"]),
    (System::Huawei, &["caseid", "simpledescribe"]),
    (System::Feishu, &["record_id"]),
    (System::Redmine, &["subject", "created_on", "status.name"]),
    (System::Redmine, &["#", "主题", "创建于"]),
    (System::Redmine, &["#", "angelegt", "thema"]),
    (System::Redmine, &["#", "créé", "sujet"]),
    (System::Redmine, &["#", "creado", "asunto"]),
    (System::Redmine, &["#", "subject", "created", "updated"]),
];

impl System {
    /// The system whose exports have these headers, folded.
    pub(super) fn of(headers: &[String]) -> Option<Self> {
        let has = |name: &&str| headers.iter().any(|header| header == name);
        let sign = SIGNS.iter().find(|(_, names)| names.iter().all(has));
        sign.map(|(system, _)| *system)
    }

    /// Whether a priority of 1 is the most urgent; none where its exports have no bare numbers.
    pub(super) const fn one_is_urgent(self) -> Option<bool> {
        match self {
            Self::ServiceNow | Self::ZenTao => Some(true),
            Self::Otrs | Self::Zammad | Self::Freshdesk | Self::Tapd | Self::Aliyun => Some(false),
            _ => None,
        }
    }

    /// Whether its times without a zone are UTC unless it was set otherwise, in a table or `as_json`.
    pub(super) const fn is_utc(self, as_json: bool) -> bool {
        matches!(self, Self::Otrs) || as_json && matches!(self, Self::ServiceNow)
    }
}
