//! What is told when thresholds are crossed, and where that is chosen.

use super::card::whole_percent;
use super::phrase::{Phrase, phrases};
use super::{Lang, clock_time, short_date, short_time, zone_name};
use crate::board::State;
use crate::board::alert::{Digest, Worst};
use crate::engine::{Instant, Policy, Terms, Zone};
use chrono::Datelike;

phrases! {
    /// Opens the choices; their heading.
    WARNINGS: "提醒", "Alerts";
    /// Something is told.
    ON: "开", "on";
    /// Nothing is told.
    OFF: "关", "off";
    /// It is held back.
    SILENT: "静默中", "silent";
    /// What the table says.
    LEVELS: "到哪一级、通知谁、要不要提醒我", "The levels, who acts, and whether to alert me";
    /// That the page tells nobody.
    NOBODY_ELSE: "“通知谁”是合同规定服务方要做的事。本页只提醒正在用它的你，不会替任何人发消息。",
        "“Who is told” is what the contract has the provider do. This page only alerts you who use it; it sends nothing to anybody.";
    /// The column and heading of notifications.
    NOTICES: "系统通知", "Notifications";
    /// The column and heading of the sound.
    SOUND: "声音", "Sound";
    /// Switches notifications on.
    NOTIFY_ME: "到阈值时通知我", "Notify me at thresholds";
    /// Switches them off.
    NOTIFY_ME_NOT: "不再通知我", "Stop notifying me";
    /// What happens then.
    WILL_ASK: "按下后，浏览器会问一次是否允许。一分钟内超过三条，合成一条。",
        "The browser will then ask once whether to allow it. More than three within a minute become one.";
    /// They are on.
    NOTICES_ON: "系统通知已开启。", "Notifications are on.";
    /// They are off.
    NOTICES_OFF: "系统通知未开启。", "Notifications are off.";
    /// The browser was told never to.
    DENIED: "浏览器已拒绝本站的通知，本页不能再问。请在地址栏旁的网站设置里把“通知”改为允许，再回到这里。",
        "The browser blocks notifications of this site, and the page cannot ask again. Allow them in the site settings beside the address, then come back.";
    /// The browser cannot.
    UNSUPPORTED: "这个浏览器在这里不能显示系统通知。下面的声音和标签页标题仍然可用。",
        "This browser cannot show notifications here. The sound and the title of the tab still work.";
    /// What a page that is not seen cannot do.
    LIMITS: "只有看板开着才会提醒。标签页在后台时也按时提醒，除非浏览器为省电或内存把它冻结、卸载；电脑睡眠时不会，醒来后一次补报。关掉看板就不再有任何提醒。",
        "Alerts come only while the board is open. A tab in the background still keeps time, unless the browser freezes or unloads it to save power or memory; a sleeping computer does not, and tells it all at once when it wakes. Once the board is closed there are none.";
    /// What does it better.
    RELIABLE: "不能错过的，请存成日历文件，由日历来提醒。",
        "For what must not be missed, save a calendar file and let the calendar remind you.";
    /// Saves it.
    CALENDAR: "存日历文件", "Save a calendar file";
    /// Hours of rest.
    QUIET: "静默时段", "Quiet hours";
    /// Their beginning.
    QUIET_FROM: "从", "From";
    /// Their end.
    QUIET_UNTIL: "到", "Until";
    /// What happens then.
    QUIET_WHY: "期间不弹通知、不出声，结束时一次补报。",
        "No notification and no sound meanwhile; all is told at once when they end.";
    /// Puts it off.
    SNOOZE_15: "15 分钟内不打扰", "Do not disturb for 15 min";
    /// The same, longer.
    SNOOZE_60: "60 分钟内不打扰", "Do not disturb for 60 min";
    /// Takes that back.
    SNOOZE_END: "恢复提醒", "Alert me again";
    /// Switches the sound on.
    PLAY: "到阈值时出声", "Play a sound at thresholds";
    /// How loud it is.
    VOLUME: "音量", "Volume";
    /// Plays it once.
    TRY_SOUND: "试听", "Test";
    /// What the browser wants first.
    SOUND_WHY: "重新载入后，要先在页面上点一下，浏览器才允许出声。",
        "After a reload the browser stays silent until you click somewhere on the page.";
    /// The browser cannot.
    NO_SOUND: "这个浏览器不能出声。", "This browser cannot play a sound.";
    /// The tab.
    TAB: "标签页", "The tab";
    /// What it shows.
    TAB_SHOWS: "标题和图标显示最差的状态和张数", "Its title and icon show the worst state and how many there are";
    /// What is chosen cannot be kept.
    NOT_KEPT: "浏览器不让保存这些选择，关闭页面后要重选。",
        "The browser refuses to store these choices; they last until the page is closed.";
    /// A target that is used up, where the policy has no level for that.
    DUE: "到期", "Due";
    /// A ticket without number and title.
    UNNAMED: "未编号的工单", "A ticket without a number";
}

/// A clock of a ticket, with what is told of it.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The number of the ticket.
    pub number: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The target, by its place in the policy.
    pub target: usize,
    /// The level it has reached, by its place in the policy.
    pub level: usize,
    /// When it is due; none where that is not sure.
    pub due: Option<Instant>,
}

/// A notification.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeText {
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: String,
}

/// A ticket as people call it: by its number, else by its title.
#[must_use]
pub fn name(lang: Lang, named: &Named<'_>) -> String {
    let own = [named.number, named.title];
    let own = own.into_iter().find(|own| !own.is_empty());
    own.unwrap_or(UNNAMED.say(lang)).chars().take(60).collect()
}

/// `95 % 紧急`.
#[must_use]
pub fn level(lang: Lang, policy: &Policy, level: usize) -> String {
    match policy.thresholds.get(level) {
        Some(threshold) => format!(
            "{} {}",
            whole_percent(threshold.share),
            lang.of(&threshold.name)
        ),
        None => DUE.say(lang).to_owned(),
    }
}

/// Who is told at a level, with the clause; empty where nobody is.
#[must_use]
pub fn told(lang: Lang, policy: &Policy, level: usize) -> String {
    let threshold = policy.thresholds.get(level);
    threshold.map_or(String::new(), |threshold| {
        format!("{} {}", lang.of(&threshold.told), threshold.clause)
    })
}

/// The line of status: `SPT-1042 首次响应到 95 % 紧急：技术经理介入 §3.1.2`, or several in short, the most
/// urgent of which is `first`.
#[must_use]
pub fn crossed(lang: Lang, terms: &Terms, digest: &Digest, first: &Named<'_>) -> String {
    let policy = terms.policy();
    let (name, target) = (name(lang, first), target(lang, policy, first.target));
    let (reached, told) = (
        level(lang, policy, first.level),
        told(lang, policy, first.level),
    );
    let one = lang.pick(
        format!("{name} {target}到 {reached}：{told}"),
        format!("{name}, {target}, is at {reached}: {told}"),
    );
    let one = stop(lang, one);
    if digest.tickets < 2 {
        return one;
    }
    let (tickets, counts) = (digest.tickets, counts(lang, policy, digest));
    lang.pick(
        format!("{tickets} 张工单越过阈值：{counts}。最急的：{one}"),
        format!("{tickets} tickets crossed a threshold: {counts}. The most urgent: {one}"),
    )
}

/// The notification of one clock.
#[must_use]
pub fn one(lang: Lang, terms: &Terms, named: &Named<'_>, now: Instant) -> NoticeText {
    let policy = terms.policy();
    let target = target(lang, policy, named.target);
    let due = named.due.map_or(target.to_owned(), |due| {
        let (at, zone) = (
            short_time(lang, due, policy.zone, now),
            zone_name(lang, policy.zone),
        );
        lang.pick(
            format!("{target}最迟 {at}（{zone}）"),
            format!("{target} by {at} {zone}"),
        )
    });
    let told = told(lang, policy, named.level);
    NoticeText {
        title: format!(
            "{} · {}",
            name(lang, named),
            level(lang, policy, named.level)
        ),
        body: [stop(lang, due), told].join(lang.pick("", " ")),
    }
}

/// The notification of several, the most urgent of which is `first`; `held` where it waited for quiet hours to
/// end.
#[must_use]
pub fn several(
    lang: Lang,
    terms: &Terms,
    digest: &Digest,
    first: &Named<'_>,
    held: bool,
) -> NoticeText {
    let policy = terms.policy();
    let tickets = digest.tickets;
    let title = match (held, tickets) {
        (false, _) => lang.pick(
            format!("{tickets} 张工单越过阈值"),
            format!("{tickets} {} crossed a threshold", noun(tickets)),
        ),
        (true, _) => lang.pick(
            format!("静默期间 {tickets} 张工单越过阈值"),
            format!("{tickets} {} crossed a threshold meanwhile", noun(tickets)),
        ),
    };
    let counts = counts(lang, policy, digest);
    let (name, target) = (name(lang, first), target(lang, policy, first.target));
    let reached = level(lang, policy, first.level);
    NoticeText {
        title,
        body: lang.pick(
            format!("{counts}。最急的：{name} {target} {reached}"),
            format!("{counts}. The most urgent: {name}, {target}, {reached}"),
        ),
    }
}

/// What the tab is called: the worst state and how many tickets are in it, before the view's name.
#[must_use]
pub fn tab(lang: Lang, policy: &Policy, worst: Option<Worst>) -> String {
    let view = super::board::VIEW.say(lang);
    let Some(Worst { state, tickets }) = worst else {
        return format!("SLA Planner · {view}");
    };
    let mark = match state {
        State::Breached => "✕",
        State::Critical => "⬣",
        State::Warning => "◇",
        _ => "△",
    };
    let name = super::board::state(lang, policy, state);
    format!("{mark} {tickets} {name} · {view} · SLA Planner")
}

/// The button that puts alerts off, and until when they are.
#[must_use]
pub fn silent_until(lang: Lang, zone: Zone, until: Instant, now: Instant, held: usize) -> String {
    let local = zone.local(until);
    let today = zone.local(now);
    let time = clock_time(local);
    let at = if local.date() == today.date() {
        time
    } else {
        let date = short_date(lang, local.date(), today.year());
        lang.pick(format!("{date}{time}"), format!("{date}, {time}"))
    };
    let zone = zone_name(lang, zone);
    let held = match held {
        0 => String::new(),
        _ => lang.pick(
            format!("，已有 {held} 条等着补报"),
            format!("; {held} held back so far"),
        ),
    };
    lang.pick(
        format!("{at}（{zone}）前不打扰{held}。"),
        format!("Nothing disturbs until {at} {zone}{held}."),
    )
}

/// The two fields of the quiet hours: by whose clock they are.
#[must_use]
pub fn quiet_zone(lang: Lang, zone: Zone) -> String {
    let zone = zone_name(lang, zone);
    lang.pick(format!("按{zone}"), format!("by {zone}"))
}

/// The box that has something told at a level: `95 % 紧急时通知`.
#[must_use]
pub fn at_level(lang: Lang, policy: &Policy, place: usize, what: Phrase) -> String {
    let (level, what) = (level(lang, policy, place), what.say(lang));
    lang.pick(format!("{level}：{what}"), format!("{level}: {what}"))
}

/// `违约 2，紧急 3`.
fn counts(lang: Lang, policy: &Policy, digest: &Digest) -> String {
    let count = |(level, clocks): &(usize, usize)| {
        let threshold = policy.thresholds.get(*level);
        let name = threshold.map_or(DUE.say(lang), |threshold| lang.of(&threshold.name));
        format!("{name} {clocks}")
    };
    let counts: Vec<String> = digest.levels.iter().map(count).collect();
    counts.join(lang.pick("，", ", "))
}

fn target(lang: Lang, policy: &Policy, place: usize) -> &str {
    let target = policy.targets.get(place);
    target.map_or("", |target| lang.of(&target.name))
}

fn stop(lang: Lang, sentence: String) -> String {
    let sentence = sentence.trim_end_matches([':', '：', ' ']);
    format!("{sentence}{}", lang.pick("。", "."))
}

const fn noun(count: usize) -> &'static str {
    match count {
        1 => "ticket",
        _ => "tickets",
    }
}
