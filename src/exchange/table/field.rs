//! What a column can mean, and by which headers.

/// What a column can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The number or key of the ticket.
    Id,
    /// Its title.
    Title,
    /// When it was submitted.
    Created,
    /// The time of day at which it was submitted, beside a date.
    CreatedTime,
    /// When it was first replied to.
    FirstResponse,
    /// How many minutes after its submission it was first replied to.
    FirstResponseMinutes,
    /// When the problem was confirmed.
    Confirmed,
    /// When it was solved.
    Resolved,
    /// When it was closed: taken for solved where that is missing.
    Closed,
    /// When work was paused.
    Paused,
    /// When work went on.
    Resumed,
    /// Its priority.
    Priority,
    /// Its status.
    Status,
    /// Which kind of status that is.
    StatusCategory,
}

/// Headers, folded, in the order in which they are preferred.
const NAMES: [(Field, &[&str]); 14] = [
    (
        Field::Id,
        &[
            "issue key",
            "clé de ticket",
            "clave de incidencia",
            "vorgangsschlüssel",
            "问题关键字",
            "ticket#",
            "ticket number",
            "ticketnumber",
            "iid",
            "ticket id",
            "bug编号",
            "工单编号",
            "工单号",
            "工单id",
            "编号",
            "issue id",
            "number",
            "display_id",
            "case_id",
            "id",
            "#",
        ],
    ),
    (
        Field::Title,
        &[
            "summary",
            "résumé",
            "resumen",
            "zusammenfassung",
            "概要",
            "short_description",
            "short description",
            "subject",
            "ticket subject",
            "thema",
            "sujet",
            "asunto",
            "betreff",
            "title",
            "titre",
            "título",
            "titulo",
            "标题",
            "主题",
            "bug标题",
            "工单标题",
            "问题标题",
        ],
    ),
    (
        Field::Created,
        &[
            "created",
            "création",
            "creada",
            "creado",
            "créé",
            "erstellt",
            "angelegt",
            "criado",
            "criado em",
            "opened_at",
            "opened",
            "created at",
            "created at (utc)",
            "created time",
            "created_at",
            "created_on",
            "createdat",
            "ticket created - timestamp",
            "date created",
            "opening date",
            "date d'ouverture",
            "data de abertura",
            "fecha de apertura",
            "submitted",
            "submitted at",
            "提交时间",
            "工单提交时间",
            "创建时间",
            "创建日期",
            "创建于",
            "建单时间",
            "作成日",
            "gmtcreated",
            "create_time",
            "sys_created_on",
        ],
    ),
    (Field::CreatedTime, &["opening time"]),
    (
        Field::FirstResponse,
        &[
            "custom field ([chart] date of first response)",
            "first response at",
            "first response",
            "first reply",
            "first_response_at",
            "firstresponse",
            "primeira resposta",
            "first responded on",
            "first_reply_created_at",
            "首次响应",
            "首次响应时间",
            "首次回复时间",
            "响应时间",
        ],
    ),
    (
        Field::FirstResponseMinutes,
        &["first reply time in minutes", "first response in min"],
    ),
    (
        Field::Confirmed,
        &[
            "confirmed",
            "confirmed at",
            "confirmed_at",
            "问题确认",
            "问题确认时间",
            "确认时间",
        ],
    ),
    (
        Field::Resolved,
        &[
            "resolved",
            "résolu",
            "resuelta",
            "erledigt",
            "已解决",
            "resolved_at",
            "resolved at",
            "solved at",
            "ticket solved - timestamp",
            "resolved time",
            "resolution date",
            "date de résolution",
            "data da solução",
            "fecha de solución",
            "解决时间",
            "解决日期",
        ],
    ),
    (
        Field::Closed,
        &[
            "closed_at",
            "closed",
            "closed at",
            "closed at (utc)",
            "close_at",
            "closed date",
            "closed time",
            "closed_on",
            "date de clôture",
            "hora de fechamento",
            "geschlossen am",
            "geschlossen",
            "fermé",
            "已关闭",
            "关闭时间",
            "关闭日期",
            "完结时间",
        ],
    ),
    (
        Field::Paused,
        &["paused", "paused at", "paused_at", "暂停时间", "挂起时间"],
    ),
    (
        Field::Resumed,
        &["resumed", "resumed at", "resumed_at", "恢复时间"],
    ),
    (
        Field::Priority,
        &[
            "priority",
            "priorité",
            "prioridad",
            "prioridade",
            "priorität",
            "ticket priority",
            "优先级",
            "紧急程度",
            "優先度",
            "urgency",
            "severity",
            "严重程度",
        ],
    ),
    (
        Field::Status,
        &[
            "status",
            "state",
            "état",
            "statut",
            "estado",
            "incident_state",
            "current status",
            "ticket status",
            "situação",
            "状态",
            "bug状态",
            "工单状态",
        ],
    ),
    (
        Field::StatusCategory,
        &[
            "status category",
            "catégorie d'état",
            "categoría de estado",
            "statuskategorie",
        ],
    ),
];

/// Headers that stand for a priority only where there is no other.
const FALLBACKS: [&str; 3] = ["urgency", "severity", "严重程度"];

impl Field {
    /// All of them.
    pub const ALL: [Self; 14] = {
        let mut all = [Self::Id; 14];
        let mut place = 0;
        while place < all.len() {
            #[expect(clippy::indexing_slicing, reason = "while compiling, in bounds")]
            {
                all[place] = NAMES[place].0;
            }
            place += 1;
        }
        all
    };

    /// What a column called `header` means.
    ///
    /// ```
    /// use sla_planner::exchange::table::Field;
    /// assert_eq!(Field::of("提交时间"), Some(Field::Created));
    /// assert_eq!(Field::of("Status Category Changed"), None);
    /// ```
    #[must_use]
    pub fn of(header: &str) -> Option<Self> {
        let header = fold(header);
        let known =
            |(field, names): &(Self, &[&str])| names.contains(&header.as_str()).then_some(*field);
        NAMES.iter().find_map(known)
    }

    /// How far down `header`, folded, stands in the list of its names.
    pub(super) fn preference(self, header: &str) -> Option<usize> {
        let names = NAMES
            .iter()
            .find(|(field, _)| *field == self)
            .map(|(_, names)| *names);
        names
            .unwrap_or_default()
            .iter()
            .position(|name| *name == header)
    }

    /// Whether it is an instant.
    #[must_use]
    pub const fn is_time(self) -> bool {
        matches!(
            self,
            Self::Created
                | Self::FirstResponse
                | Self::Confirmed
                | Self::Resolved
                | Self::Closed
                | Self::Paused
                | Self::Resumed
        )
    }
}

/// Whether `header`, folded, stands for a priority only where there is no other.
pub(super) fn is_fallback(header: &str) -> bool {
    FALLBACKS.contains(&header)
}

/// A header in lower case, full-width characters as ASCII, without marks around it.
pub(super) fn fold(header: &str) -> String {
    let narrow = header.chars().map(|character| match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '\u{a0}' | '\u{3000}' | '\t' | '\n' | '\r' => ' ',
        '’' => '\'',
        other => other,
    });
    let narrow: String = narrow.collect();
    let around = |character: char| character == '\u{feff}' || " \"':*".contains(character);
    narrow.trim_matches(around).to_lowercase()
}
