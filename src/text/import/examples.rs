//! Tickets to try the board with, and a table to fill in.

use super::super::Lang;
use crate::board::Batch;
use crate::engine::{Event, EventKind, Instant, Rank};
use crate::exchange::csv::BOM;

/// What happened to a made-up ticket: its priority, and how many minutes ago it was submitted, replied to,
/// confirmed, paused and resolved, each where it was.
struct Example {
    priority: u8,
    submitted: i64,
    replied: Option<i64>,
    confirmed: Option<i64>,
    paused: Option<i64>,
    resolved: Option<i64>,
    zh: &'static str,
    en: &'static str,
}

const fn example(
    priority: u8,
    submitted: i64,
    [replied, confirmed, paused, resolved]: [Option<i64>; 4],
    zh: &'static str,
    en: &'static str,
) -> Example {
    Example {
        priority,
        submitted,
        replied,
        confirmed,
        paused,
        resolved,
        zh,
        en,
    }
}

/// Some of every state while it is working time.
const EXAMPLES: [Example; 12] = [
    example(
        0,
        13,
        [None, None, None, None],
        "支付全部失败",
        "All payments fail",
    ),
    example(
        0,
        110,
        [Some(104), Some(100), None, None],
        "生产数据库连不上",
        "The production database cannot be reached",
    ),
    example(
        0,
        190,
        [Some(180), Some(175), None, None],
        "控制台无法登录",
        "Nobody can sign in to the console",
    ),
    example(
        1,
        27,
        [None, None, None, None],
        "对象存储上传很慢",
        "Uploads to object storage are slow",
    ),
    example(
        1,
        245,
        [Some(230), Some(225), None, None],
        "北京区域云主机反复重启",
        "Servers in Beijing restart again and again",
    ),
    example(
        1,
        400,
        [Some(385), Some(380), None, Some(200)],
        "负载均衡返回 502",
        "The load balancer answers 502",
    ),
    example(
        2,
        100,
        [None, None, None, None],
        "账单与用量不一致",
        "The invoice differs from the usage",
    ),
    example(
        2,
        420,
        [Some(360), Some(350), Some(240), None],
        "等客户提供日志",
        "Waiting for the customer's logs",
    ),
    example(
        2,
        3_000,
        [Some(2_900), Some(2_890), None, Some(1_500)],
        "证书已续期",
        "The certificate was renewed",
    ),
    example(
        3,
        180,
        [Some(120), None, None, None],
        "导出报表缺一列",
        "A column is missing in the report",
    ),
    example(
        3,
        4_500,
        [Some(4_300), Some(4_290), None, None],
        "邮件通知偶尔延迟",
        "Mail notices are late now and then",
    ),
    example(
        4,
        1_440,
        [Some(1_200), None, None, None],
        "希望支持深色界面",
        "A dark theme would be welcome",
    ),
];

/// Twelve made-up tickets around `now`.
///
/// ```
/// use sla_planner::text::{Lang, import::examples};
/// let batch = examples(Lang::En, "2026-11-24T10:00:00+08:00".parse()?);
/// assert_eq!(batch.len(), 12);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn examples(lang: Lang, now: Instant) -> Batch {
    let mut batch = Batch::default();
    for (place, example) in (1_u32..).zip(EXAMPLES) {
        let at = |minutes: i64| now.plus(-minutes * 60).unwrap_or(now);
        let priority = Rank(example.priority);
        let reason = lang.pick("等客户", "Waiting for the customer").to_owned();
        let later = [
            (example.replied, EventKind::FirstReply),
            (example.confirmed, EventKind::Confirmed),
            (example.paused, EventKind::Paused { reason }),
            (example.resolved, EventKind::Resolved),
        ];
        let mut events = vec![Event::new(
            at(example.submitted),
            EventKind::Submitted { priority },
        )];
        let later = later.into_iter();
        events.extend(later.filter_map(|(ago, kind)| Some(Event::new(at(ago?), kind))));
        let number = lang.pick(format!("示例-{place:02}"), format!("EXAMPLE-{place:02}"));
        batch.push(place, &number, lang.pick(example.zh, example.en), &events);
    }
    batch
}

/// The headers of a table to fill in, and a row that shows how.
#[must_use]
pub fn template(lang: Lang) -> String {
    let (headers, row) = lang.pick(
        (
            "工单编号\t标题\t优先级\t状态\t提交时间\t首次响应时间\t问题确认时间\t暂停时间\t恢复时间\t解决时间",
            "SPT-1042\t无法登录\tP2\t处理中\t2026-02-14 17:50\t2026-02-14 18:30\t\t\t\t",
        ),
        (
            "Ticket number\tTitle\tPriority\tStatus\tSubmitted at\tFirst response at\tConfirmed at\tPaused at\tResumed at\tResolved at",
            "SPT-1042\tCannot sign in\tP2\tOpen\t2026-02-14 17:50\t2026-02-14 18:30\t\t\t\t",
        ),
    );
    format!("{BOM}{headers}\r\n{row}\r\n")
}
