//! What is said of time zones: the three roles, the places they are chosen by, and changes of the clocks.

use chrono::{Datelike, TimeDelta, Timelike};

use super::phrase::phrases;
use super::{Lang, clock_time, offset, short_date, zone_name};
use crate::engine::{Instant, Zone};
use crate::exchange::places::{Place, PlacesFault};

phrases! {
    /// The heading of the three roles.
    ZONES: "时区", "Time zones";
    /// The zone of the contract.
    SERVICE: "服务时区", "Service zone";
    /// What it is for.
    SERVICE_WHY: "合同规定，不能改；工作时间和到期时间按它算。",
        "Fixed by the contract; working time and due times are counted in it.";
    /// The zone of times typed without one.
    TICKET: "工单时区", "Ticket zone";
    /// What it is for.
    TICKET_WHY: "没有写明时区的时间按它理解。", "Times written without a zone are read in it.";
    /// The zone of the viewer.
    VIEWER: "我的时区", "My zone";
    /// What it is for.
    VIEWER_WHY: "与服务时区不同时，各个时间也用它再写一遍。",
        "Where it differs from the service zone, times are also told in it.";
    /// Opens the picker.
    CHANGE: "更改", "Change";
    /// The name of the picker for the ticket.
    CHANGE_TICKET: "更改工单时区", "Change the ticket zone";
    /// The name of the picker for the viewer.
    CHANGE_VIEWER: "更改我的时区", "Change my zone";
    /// Chosen by nobody: the contract's.
    AS_SERVICE: "同服务时区", "Same as the service zone";
    /// Chosen by nobody: the browser's.
    AS_BROWSER: "随浏览器", "As the browser has it";
    /// The label of the search field.
    SEARCH: "城市、国家、时区或 UTC+8", "City, country, zone or UTC+8";
    /// The name of the list.
    FOUND: "找到的时区", "Zones found";
    /// Nothing answers the query.
    NOTHING: "没有找到。请换一个附近的大城市、国家，或 UTC+8 这样的时差。",
        "Nothing found. Try a large city nearby, a country, or an offset such as UTC+8.";
    /// The list is being fetched.
    LOADING: "正在载入城市…", "Loading cities…";
    /// The list could not be fetched.
    NOT_LOADED: "城市列表没有载入，可能断网了。请连上网再试。",
        "The list of cities did not load; you may be offline. Connect and try again.";
    /// Fetches it again.
    RETRY: "重试", "Try again";
    /// Closes the picker.
    CLOSE: "关闭", "Close";
    /// The zone in use, in the list.
    IN_USE: "当前", "In use";
    /// Clocks are ahead for the summer.
    DAYLIGHT_SAVING: "夏令时", "DST";
}

/// A place of the list: `上海 · 中国`, `Shanghai · China`; once where city and country are called the same.
#[must_use]
pub fn place(lang: Lang, place: &Place) -> String {
    let (city, country) = (lang.of(&place.city), lang.of(&place.country));
    if city == country {
        city.to_owned()
    } else {
        format!("{city} · {country}")
    }
}

/// The offset now, and whether it is that of the summer: `GMT+1`, `GMT+2 夏令时`.
#[must_use]
pub fn offset_now(lang: Lang, zone: Zone, now: Instant) -> String {
    let offset = offset(zone.offset(now));
    if zone.is_daylight_saving(now) {
        format!("{offset} {}", DAYLIGHT_SAVING.say(lang))
    } else {
        offset
    }
}

/// The offset and the time there, to the minute: `GMT+8 17:50`.
#[must_use]
pub fn time_now(lang: Lang, zone: Zone, now: Instant) -> String {
    let local = zone.local(now);
    let (hour, minute) = (local.hour(), local.minute());
    format!("{} {hour:02}:{minute:02}", offset_now(lang, zone, now))
}

/// How many places were found, for those who cannot see the list.
#[must_use]
pub fn found(lang: Lang, count: usize) -> String {
    lang.pick(
        format!("找到 {count} 个"),
        match count {
            1 => "1 found".to_owned(),
            _ => format!("{count} found"),
        },
    )
}

/// That the server does not give the list of places, and what to do.
#[must_use]
pub fn refused(lang: Lang, status: u16) -> String {
    lang.pick(
        format!("城市列表没有载入：服务器答复 {status}。请稍后再试。"),
        format!("The list of cities did not load: the server answered {status}. Try again later."),
    )
}

/// Why the list of places cannot be used, and what to do.
#[must_use]
pub fn damaged(lang: Lang, fault: &PlacesFault) -> String {
    let line = match fault {
        PlacesFault::Empty => {
            return lang
                .pick(
                    "城市列表是空的，请重新载入页面。",
                    "The list of cities is empty; reload the page.",
                )
                .to_owned();
        }
        PlacesFault::Incomplete { line } | PlacesFault::UnknownZone { line, .. } => line,
    };
    lang.pick(
        format!("城市列表第 {line} 行读不出来，请重新载入页面。"),
        format!("Line {line} of the list of cities cannot be read; reload the page."),
    )
}

/// That the clocks of `zone` change after `from` and by `until`; none when they do not.
#[must_use]
pub fn change(
    lang: Lang,
    zone: Zone,
    from: Instant,
    until: Instant,
    now: Instant,
) -> Option<String> {
    let at = zone.next_transition(from, until)?;
    let before = at.plus(-1).map_or(0, |before| zone.offset(before));
    let forward = zone.offset(at) - before;
    let new = zone.local(at);
    let old = new.checked_sub_signed(TimeDelta::seconds(forward))?;
    let name = zone_name(lang, zone);
    let date = short_date(lang, old.date(), zone.local(now).year());
    let (old, new) = (clock_time(old), clock_time(new));
    let (zh, en) = if forward > 0 {
        ("拨快", "forward")
    } else {
        ("拨回", "back")
    };
    Some(lang.pick(
        format!("期间{name}有变：{date}{old} {zh}到 {new}，已计入。"),
        format!("{name} changes meanwhile: on {date}, clocks go {en} from {old} to {new}. This is taken into account."),
    ))
}
