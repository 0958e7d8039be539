//! Links and files that hand a ticket on: what they carry, why one cannot be opened, and whether two
//! planners agree.

use super::phrase::phrases;
use super::{Lang, error, short_time, zone_name};
use crate::engine::{Error, Instant, Terms, Zone};
use crate::exchange::share::{Agreement, Disagreement, Fault, LONGEST, Versions, readings_of};
use crate::plan::Unreadable;

phrases! {
    /// The heading of the dialog.
    TITLE: "分享这张工单", "Share this ticket";
    /// Without a ticket.
    NO_TICKET: "还没有可分享的工单，请先填提交时间。", "There is no ticket to share yet; enter when it was submitted.";
    /// The label of the link.
    LINK: "链接", "Link";
    /// Copies it.
    COPY: "复制链接", "Copy the link";
    /// After it was copied.
    COPIED: "链接已复制。", "The link was copied.";
    /// When copying is refused.
    NOT_COPIED: "浏览器不让复制，请选中链接自行复制。", "The browser refused to copy; select the link and copy it.";
    /// Hands it to another program of the device.
    SEND: "发到…", "Send to…";
    /// What is in it.
    INCLUDES: "链接里有提交时间、优先级、读法、发生的事、到期时间和所用数据的版本；不含你输入的原文。",
        "The link holds the time of submission, the priority, the readings, what happened, the due times and the versions of the data behind them, not the text you typed.";
    /// Who can see it.
    PRIVACY: "内容只在链接里，不会发送到任何服务器，但拿到链接的人都能看到。",
        "All of it is in the link itself. Nothing is sent to any server, but whoever has the link can see it.";
    /// Puts the reasons of pauses in.
    REASONS: "附上暂停原因", "Include the reasons for pauses";
    /// Saves a file.
    SAVE: "存为文件（.slaplan）", "Save as a file (.slaplan)";
    /// Opens one.
    OPEN: "打开文件", "Open a plan file";
    /// The heading where a link cannot be opened.
    REFUSED: "这个链接打不开", "This link cannot be opened";
    /// What was not done.
    UNTOUCHED: "没有显示其中任何内容，你自己的内容也没有动。",
        "Nothing of it is shown, and your own content is untouched.";
}

/// How long a link is, and how long it may be.
#[must_use]
pub fn length(lang: Lang, characters: usize) -> String {
    lang.pick(
        format!("{characters} 个字符，最多 {LONGEST} 个"),
        format!("{characters} characters of at most {LONGEST}"),
    )
}

/// Why there is no link, and what there is instead.
#[must_use]
pub fn too_long(lang: Lang, characters: usize) -> String {
    lang.pick(
        format!(
            "链接会有 {characters} 个字符；超过 {LONGEST} 个，聊天软件会截断。请存为文件，把文件发给对方。"
        ),
        format!(
            "The link would have {characters} characters; chat programs cut what is longer than {LONGEST}. Save a file and send that."
        ),
    )
}

/// Why something cannot be opened, and what to do about it. Times in it are in `zone`.
#[must_use]
pub fn fault(lang: Lang, zone: Zone, fault: &Fault) -> String {
    let number = |number: &usize| number.to_string();
    let (zh, en, first, second) = match fault {
        Fault::NotALink => (
            "这不是本规划器的链接。请让对方用“分享”重新复制。",
            "This is not a link of the planner. Ask the sender to copy it anew with Share.",
            String::new(),
            String::new(),
        ),
        Fault::TooLong { received } => (
            "链接有 {} 字节，本规划器的链接没有这么长。请让对方重新复制，或改发文件。",
            "The link has {} bytes, more than any link of the planner. Ask the sender to copy it again or to send a file.",
            number(received),
            String::new(),
        ),
        Fault::MissingEnd { received }
        | Fault::Truncated {
            received,
            expected: None,
        } => (
            "链接不完整：收到 {} 个字符，结尾不见了。请让对方重新复制。",
            "The link is incomplete: {} characters came, and its end is missing. Ask the sender to copy it again.",
            number(received),
            String::new(),
        ),
        Fault::Truncated {
            received,
            expected: Some(expected),
        } => (
            "链接不完整：只收到 {} 个字符，应有 {} 个。请让对方重新复制，或改发文件。",
            "The link is incomplete: {} of {} characters came. Ask the sender to copy it again or to send a file.",
            number(received),
            number(expected),
        ),
        Fault::BadChecksum => (
            "链接在途中被改动，与校验码不符。请让对方重新复制。",
            "The link was changed on its way: it does not match its checksum. Ask the sender to copy it again.",
            String::new(),
            String::new(),
        ),
        Fault::UnknownVersion { version } => (
            "链接的格式是第 {} 版，这里还读不了。请重新载入页面，用最新的规划器打开。",
            "The link is of format {}, which this planner cannot read yet. Reload the page to get the latest.",
            version.clone(),
            String::new(),
        ),
        Fault::Damaged => (
            "链接完整，但里面不是工单。请让对方用最新的规划器重新分享。",
            "The link is whole, but does not hold a ticket. Ask the sender to share it again with the latest planner.",
            String::new(),
            String::new(),
        ),
        Fault::UnknownKey { key } => (
            "链接里的“{}”没有意义。请删去它，或让对方重新复制。",
            "\"{}\" in the link means nothing. Remove it, or ask the sender to copy the link again.",
            key.clone(),
            String::new(),
        ),
        Fault::RepeatedKey { key } => (
            "链接里“{}”写了两次。请只留一个。",
            "\"{}\" stands twice in the link. Keep one of them.",
            key.clone(),
            String::new(),
        ),
        Fault::AfterEnd { key } => (
            "“{}”写在结尾之后。请移到 end=1 之前，或让对方重新复制。",
            "\"{}\" stands behind the end of the link. Move it before end=1, or ask the sender to copy the link again.",
            key.clone(),
            String::new(),
        ),
        Fault::MissingTime => (
            "链接里没有提交时间。请补上 t=2026-02-14T17:50:00+08:00 这样的一项。",
            "The link does not say when the ticket was submitted. Add it, like t=2026-02-14T17:50:00+08:00.",
            String::new(),
            String::new(),
        ),
        Fault::UnknownPriority { id, known } => (
            "合同里没有优先级“{}”。请改为 {} 之一。",
            "The contract has no priority \"{}\". Write one of {}.",
            id.clone(),
            known.join(lang.pick("、", ", ")),
        ),
        Fault::BadValue { key, value } => return bad_value(lang, key, value),
        Fault::FileTooLong { received } => (
            "文件有 {} 字节，一张工单的文件没有这么长。整份计划请到看板里导入。",
            "The file has {} bytes, more than any file of one ticket. A whole plan is imported on the board.",
            number(received),
            String::new(),
        ),
        Fault::WholePlan => (
            "文件里是整份计划，不是一张工单。请到看板里导入。",
            "The file holds a whole plan, not one ticket. Import it on the board.",
            String::new(),
            String::new(),
        ),
        Fault::File(Unreadable::Newer { schema }) => (
            "文件的格式是第 {} 版，这里还读不了。请重新载入页面，用最新的规划器打开。",
            "The file is of format {}, which this planner cannot read yet. Reload the page to get the latest.",
            schema.to_string(),
            String::new(),
        ),
        Fault::File(Unreadable::Damaged(misread)) => {
            let why = error(lang, zone, &Error::MalformedPolicy(misread.clone()));
            (
                "文件里不是工单：{}",
                "The file does not hold a ticket. {}",
                why,
                String::new(),
            )
        }
    };
    fill(lang.pick(zh, en), &[&first, &second])
}

/// `text` with `values` in the places of its `{}`.
fn fill(text: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut filled = String::new();
    for (place, part) in text.split("{}").enumerate() {
        if place > 0 {
            filled.push_str(values.next().copied().unwrap_or_default());
        }
        filled.push_str(part);
    }
    filled
}

fn bad_value(lang: Lang, key: &str, value: &str) -> String {
    let words = readings_of(key).unwrap_or_default();
    if !words.is_empty() {
        let text = lang.pick(
            "链接里“{}”的值“{}”读不出来。请改为 {} 之一。",
            "In the link, \"{}\" is \"{}\", which cannot be read. Write one of {}.",
        );
        return fill(text, &[key, value, &words.join(", ")]);
    }
    let like = match key {
        "t" => "2026-02-14T17:50:00+08:00",
        "e" => "first-reply@2026-02-14T18:00:00+08:00",
        "due" => "response@2026-02-14T19:50:00+08:00",
        "v" => "SPT-001.2026-02-06_cn-2026-12-28_tz-2026f",
        _ => "Asia/Shanghai",
    };
    let text = lang.pick(
        "链接里“{}”的值“{}”读不出来。请写成 {} 的样子，或让对方重新复制。",
        "In the link, \"{}\" is \"{}\", which cannot be read. Write it like {}, or ask the sender to copy the link again.",
    );
    fill(text, &[key, value, like])
}

/// What is to be known about the sender's answer; empty where it is the same. `now` decides whether years
/// are named.
#[must_use]
pub fn agreement(lang: Lang, agreement: &Agreement, terms: &Terms, now: Instant) -> String {
    match agreement {
        Agreement::Same => String::new(),
        Agreement::Edited => lang
            .pick(
                "链接里写的到期时间与内容不符，可能被改过，已忽略；以这里算出的为准。",
                "The due times written in the link do not follow from the rest of it, perhaps because it was changed; they are ignored. What counts is computed here.",
            )
            .to_owned(),
        Agreement::Differs { theirs, own, dues } => {
            let zone = zone_name(lang, terms.policy().zone);
            let given = |at: fn(&Disagreement) -> Instant| {
                let one = |due: &Disagreement| {
                    let target = terms.policy().targets.get(due.target);
                    let name = target.map_or("", |target| lang.of(&target.name));
                    let at = short_time(lang, at(due), terms.policy().zone, now);
                    format!("{name} {at}")
                };
                let all: Vec<String> = dues.iter().map(one).collect();
                all.join(lang.pick("、", "; "))
            };
            let (sent, here) = (given(|due| due.theirs), given(|due| due.own));
            let (theirs, own) = (data(lang, theirs, own), data(lang, own, theirs));
            let text = lang.pick(
                "两边算出的到期时间不同。对方的规划器（{}）：{}；这里（{}）：{}。均为{}。",
                "The two planners differ. The sender's ({}) gave: {}. This one ({}) gives: {}. All in {}.",
            );
            fill(text, &[&theirs, &sent, &own, &here, &zone])
        }
    }
}

/// What a planner computed from, as far as another differs.
fn data(lang: Lang, versions: &Versions, other: &Versions) -> String {
    let mut parts = Vec::new();
    if versions.policy != other.policy {
        let policy = &versions.policy;
        parts.push(lang.pick(format!("合同 {policy}"), format!("contract {policy}")));
    }
    if versions.holidays != other.holidays {
        let through = versions.holidays_through();
        parts.push(lang.pick(
            format!("节假日至 {through}"),
            format!("holidays to {through}"),
        ));
    }
    if versions.zones != other.zones {
        let zones = &versions.zones;
        parts.push(lang.pick(format!("时区 {zones}"), format!("zones {zones}")));
    }
    parts.join(lang.pick("，", ", "))
}
