//! What is wrong and how to mend it, for people.

use super::{Lang, echo, event, full_time, zone_name};
use crate::engine::{Error, Event, Expected, Fault, HoursFault, Misread, Zone};

/// The sentence for what can be wrong with a ticket; times in it are in `zone`. None for what can only be
/// wrong with a policy or a calendar. Apart from those, because the program that answers reads neither.
#[must_use]
pub fn ticket_error(lang: Lang, zone: Zone, error: &Error) -> Option<String> {
    Some(match error {
        Error::InstantOutOfRange { .. } => lang
            .pick(
                "时间须在 1970 年至 2100 年之间，请改为其中的时间。",
                "Times must lie between 1970 and 2100; enter one that does.",
            )
            .to_owned(),
        Error::NeverOpens { after } => {
            let after = echo::zoned(lang, *after, zone);
            lang.pick(
                format!("日历从 {after} 起不再开放，无法到期；请给它开放时间。"),
                format!("The calendar never opens after {after}, so nothing falls due; give it open hours."),
            )
        }
        Error::NeverOpened { before, .. } => {
            let before = echo::zoned(lang, *before, zone);
            lang.pick(
                format!("{before} 之前开放的时间不够；请从更晚的时间算起。"),
                format!("The calendar was not open for long enough before {before}; begin later."),
            )
        }
        Error::TooFar { .. } => lang
            .pick(
                "到期时间晚于 2100 年；请缩短时限或增加开放时间。",
                "It would be due after 2100; shorten the target or open the calendar for longer.",
            )
            .to_owned(),
        Error::Contradiction {
            fault,
            event,
            other,
        } => contradiction(lang, zone, *fault, event.as_deref(), other.as_deref()),
        Error::UnknownPriority { rank } => lang.pick(
            format!(
                "协议里没有第 {} 个优先级，请选已有的。",
                u32::from(*rank) + 1
            ),
            format!(
                "The policy has no priority number {}; choose one it has.",
                u32::from(*rank) + 1
            ),
        ),
        _ => return None,
    })
}

/// The sentence for `error`; times in it are in `zone`.
#[must_use]
pub fn error(lang: Lang, zone: Zone, error: &Error) -> String {
    match error {
        Error::InstantOutOfRange { .. }
        | Error::NeverOpens { .. }
        | Error::NeverOpened { .. }
        | Error::TooFar { .. }
        | Error::Contradiction { .. }
        | Error::UnknownPriority { .. } => ticket_error(lang, zone, error).unwrap_or_default(),
        Error::MalformedInstant { text } => lang.pick(
            format!("“{text}”不是时间，请写成 2026-02-14T17:50:00+08:00 的样子。"),
            format!("\"{text}\" is not a time; write it like 2026-02-14T17:50:00+08:00."),
        ),
        Error::UnknownZone { name } => lang.pick(
            format!("没有名为“{name}”的时区，请写成 Asia/Shanghai 的样子。"),
            format!("There is no time zone \"{name}\"; write it like Asia/Shanghai."),
        ),
        Error::NoHolidays { country } => lang.pick(
            format!("没有内置“{country}”的节假日，请导入。"),
            format!("No holidays of \"{country}\" are built in; import them."),
        ),
        Error::MalformedHolidays { country, .. } => lang.pick(
            format!("内置的“{country}”节假日数据已损坏，请重新载入页面。"),
            format!("The built-in holidays of \"{country}\" are damaged; reload the page."),
        ),
        Error::MalformedHours { text, fault } => hours(lang, text, *fault),
        Error::MalformedPolicy(misread) => self::misread(lang, misread),
        Error::NoPriorities { policy } => lang.pick(
            format!("协议“{policy}”至少要有一个优先级和一个时限。"),
            format!("Policy \"{policy}\" needs at least one priority and one target."),
        ),
        Error::MissingTarget { target, priority } => lang.pick(
            format!("时限“{target}”缺少 {priority} 的时长，请补上。"),
            format!("Target \"{target}\" has no length for {priority}; give it one."),
        ),
        Error::ZeroTarget { target, priority } => lang.pick(
            format!("时限“{target}”对 {priority} 的时长须大于 0。"),
            format!("Target \"{target}\" for {priority} must be longer than zero."),
        ),
        Error::UnorderedThresholds {
            basis_points,
            after,
        } => {
            let (share, last) = (basis_points / 100, after / 100);
            lang.pick(
                format!("预警阈值须从小到大：{share} % 排在 {last} % 之后。"),
                format!("Warning levels must ascend: {share} % comes after {last} %."),
            )
        }
    }
}

/// The sentence for a place in a document that does not hold what it should.
fn misread(lang: Lang, misread: &Misread) -> String {
    let Misread {
        path,
        found,
        expected,
    } = misread;
    let (keys, list);
    let (zh, en) = match expected {
        Expected::Json => {
            return lang.pick(
                format!("第 {path} 处（行:列）不是 JSON：{found}。"),
                format!("This is not JSON at {path} (line:column): {found}."),
            );
        }
        Expected::Text => ("文字", "text"),
        Expected::Number => ("不太大的整数", "a whole number that is not too large"),
        Expected::Flag => ("true 或 false", "true or false"),
        Expected::List => ("列表", "a list"),
        Expected::Date => ("日期，如 2026-02-14", "a date like 2026-02-14"),
        Expected::Instant => (
            "时间，如 2026-02-14T17:50:00+08:00",
            "a time like 2026-02-14T17:50:00+08:00",
        ),
        Expected::Zone => ("时区，如 Asia/Shanghai", "a time zone like Asia/Shanghai"),
        Expected::Hours => ("时段，如 09:00-18:00", "hours like 09:00-18:00"),
        Expected::Weekday => ("mon 至 sun 之一", "one of mon to sun"),
        Expected::OneOf(allowed) => {
            keys = allowed.join(", ");
            (&*keys, &*keys)
        }
        Expected::AtMost(most) => {
            list = (
                format!("不超过 {most} 项的列表"),
                format!("a list of at most {most}"),
            );
            (&*list.0, &*list.1)
        }
    };
    match (lang, found.as_str()) {
        (Lang::Zh, "") => format!("“{path}”缺少内容，请写{zh}。"),
        (Lang::En, "") => format!("\"{path}\" is missing; write {en} there."),
        (Lang::Zh, found) => format!("“{path}”不能是“{found}”，请写{zh}。"),
        (Lang::En, found) => format!("\"{path}\" cannot be \"{found}\"; write {en} there."),
    }
}

fn hours(lang: Lang, text: &str, fault: HoursFault) -> String {
    let (zh, en) = match fault {
        HoursFault::Malformed => ("请写成 09:00-18:00 的样子", "write them like 09:00-18:00"),
        HoursFault::Empty => (
            "起止相同；全天请写 00:00-24:00",
            "they begin when they end; write 00:00-24:00 for a whole day",
        ),
        HoursFault::PastMidnight => (
            "一天到 24:00 为止，开始须早于 24:00",
            "a day ends at 24:00, and hours begin before that",
        ),
        HoursFault::OverMidnight => (
            "跨过了午夜；请把午夜之后的部分填到第二天",
            "they run over midnight; enter the rest on the next date",
        ),
    };
    lang.pick(
        format!("时段“{text}”：{zh}。"),
        format!("Hours \"{text}\": {en}."),
    )
}

fn contradiction(
    lang: Lang,
    zone: Zone,
    fault: Fault,
    event: Option<&Event>,
    other: Option<&Event>,
) -> String {
    let (zh, en) = match fault {
        Fault::NotSubmitted => ("工单没有提交时间", "the ticket has no submission"),
        Fault::SubmittedTwice => ("工单提交了两次", "the ticket was submitted twice"),
        Fault::BeforeSubmission => ("事件早于提交", "it happened before the submission"),
        Fault::RepliedTwice => ("首次响应记了两次", "the first reply is recorded twice"),
        Fault::ConfirmedTwice => ("问题确认了两次", "the problem was confirmed twice"),
        Fault::ConfirmedAfterResolution => {
            ("确认晚于解决", "it was confirmed after it was resolved")
        }
        Fault::PausedWhilePaused => ("暂停中又暂停", "it was paused while paused"),
        Fault::PausedAfterResolution => ("解决后又暂停", "it was paused after it was resolved"),
        Fault::ResumedWhileNotPaused => ("未暂停却恢复", "it was resumed while not paused"),
        Fault::MitigatedAfterResolution => {
            ("缓解晚于解决", "it was mitigated after it was resolved")
        }
        Fault::MitigatedTwice => ("缓解记了两次", "it was mitigated twice"),
        Fault::ResolvedTwice => ("解决记了两次", "it was resolved twice"),
        Fault::ReopenedWhileOpen => ("未解决却重开", "it was reopened while still open"),
    };
    let mut named = String::new();
    for event in [event, other].into_iter().flatten() {
        named.push_str(event::name(&event.kind).say(lang));
        named.push(' ');
        named.push_str(&full_time(lang, event.at, zone));
        named.push_str(lang.pick("，", "; "));
    }
    named.push_str(&zone_name(lang, zone));
    lang.pick(
        format!("事件互相矛盾：{zh}（{named}）。请更正或删去其中之一。"),
        format!("The events contradict each other: {en} ({named}). Correct or remove one of them."),
    )
}
