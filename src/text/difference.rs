//! Why another system shows another due time, in words.

use super::phrase::{Phrase, phrases};
use super::{Lang, Reader, difference, reading, short_time, zone_name};
use crate::engine::{
    Difference, Explanation, Habit, HelpDesk, Instant, OpenPoint, Readings, Terms,
};

phrases! {
    /// The heading.
    HEADING: "别的系统显示的时间不同？", "Does another system show another time?";
    /// What the view does.
    ABOUT: "填上它显示的到期时间，看看怎样读合同、哪些做法会得出这个时间。",
        "Enter the due time it shows, to see which readings of the contract and which habits give it.";
    /// The choice of the target.
    WHICH: "哪个时限", "Which target";
    /// The label of the field.
    SHOWN: "它显示的到期时间", "The due time it shows";
    /// The readings and habits of the nearest way.
    NEAREST: "最接近的算法", "The nearest way";
    /// Before the help desks.
    KNOWN: "按自己的规则得出同一时间的系统：", "Systems whose own rules give the same time:";
    /// What stands at the way in force.
    AS_HERE: "和这里的读法完全一样", "Read just as here";
    /// No holidays.
    NO_HOLIDAYS: "它不知道节假日和调休", "It knows neither holidays nor make-up days";
    /// Hours in UTC.
    HOURS_IN_UTC: "它把工作时间当成 UTC 的 09:00–18:00", "It takes working time to be 09:00–18:00 UTC";
    /// A minute lost.
    LAST_MINUTE_LOST: "它的 7×24 填成 00:00–23:59，每夜少一分钟", "Its 24x7 is 00:00–23:59, a minute short each night";
    /// Pauses cut to the minute.
    PAUSES_TO_THE_MINUTE: "它把暂停的起止截到整分", "It cuts pauses to the minute";
    /// Wall-clock pauses added to the target.
    PAUSES_ON_TARGET: "它把暂停的自然时长当工作时间加进时限", "It adds pauses by the wall clock to the target, as if all were working time";
    /// Wall-clock pauses added to the due time.
    PAUSES_ON_DUE: "它把暂停的自然时长直接加到到期时间上", "It adds pauses by the wall clock to the due time";
    /// Shown in UTC.
    SHOWN_IN_UTC: "它算得一样，但按 UTC 显示", "It counts the same, and shows UTC";
    /// Zammad.
    ZAMMAD: "Zammad：从创建起算，下班时用完算下一个上班时，暂停截到整分",
        "Zammad: from creation; used up at closing means the next opening; pauses are cut to the minute";
    /// GLPI.
    GLPI: "GLPI：从创建起算，下班时用完算下一个上班时，没有调休",
        "GLPI: from creation; used up at closing means the next opening; no make-up days";
    /// Frappe Helpdesk.
    FRAPPE: "Frappe Helpdesk：从创建起算，下班时用完就算下班时，没有调休",
        "Frappe Helpdesk: from creation; used up at closing means closing; no make-up days";
    /// Chatwoot.
    CHATWOOT: "Chatwoot：从创建起算，下班时用完就算下班时，没有节假日，不能暂停",
        "Chatwoot: from creation; used up at closing means closing; neither holidays nor pauses";
}

/// The most ways that are shown.
pub const SHOWN_WAYS: usize = 5;

/// What a habit is.
#[must_use]
pub const fn habit(habit: Habit) -> Phrase {
    match habit {
        Habit::NoHolidays => NO_HOLIDAYS,
        Habit::HoursInUtc => HOURS_IN_UTC,
        Habit::LastMinuteLost => LAST_MINUTE_LOST,
        Habit::PausesToTheMinute => PAUSES_TO_THE_MINUTE,
        Habit::PausesOnTarget => PAUSES_ON_TARGET,
        Habit::PausesOnDue => PAUSES_ON_DUE,
        Habit::ShownInUtc => SHOWN_IN_UTC,
    }
}

/// What is known of a help desk.
#[must_use]
pub const fn help_desk(desk: HelpDesk) -> Phrase {
    match desk {
        HelpDesk::Zammad => ZAMMAD,
        HelpDesk::Glpi => GLPI,
        HelpDesk::Frappe => FRAPPE,
        HelpDesk::Chatwoot => CHATWOOT,
    }
}

/// A way to come by the time that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WayCard {
    /// In how many things it differs, and for the nearest how far off it is.
    pub title: String,
    /// What is read or done otherwise.
    pub lines: Vec<String>,
    /// The help desks whose own rules give the same.
    pub help_desks: Vec<String>,
    /// The readings to take over; none where habits are in it, which are no readings, or where nothing differs.
    pub readings: Option<Readings>,
}

/// What was found for a due time that another system shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DifferenceCard {
    /// The result in a sentence or two.
    pub result: String,
    /// The ways, the one with the fewest differences first; the nearest where none gives the time.
    pub ways: Vec<WayCard>,
}

impl DifferenceCard {
    /// What is shown of `found`, looked for as the due time of `target`.
    #[must_use]
    pub fn of(
        reader: &Reader,
        terms: &Terms,
        target: usize,
        shown: Instant,
        found: &Difference,
    ) -> Self {
        let Reader { lang, now, .. } = *reader;
        let zone = terms.policy().zone;
        let said = |at| {
            let (time, zone) = (short_time(lang, at, zone, now), zone_name(lang, zone));
            lang.pick(format!("{time}（{zone}）"), format!("{time} {zone}"))
        };
        let target = terms.policy().targets.get(target);
        let name = target.map_or("", |target| lang.of(&target.name));
        let (here, tried) = (said(found.due), found.tried);
        if found.is_none() {
            let result = lang.pick(
                format!("和这里一样：{name}最迟 {here}。"),
                format!("The same as here: {name} by {here}."),
            );
            let ways = found.ways.iter().take(1);
            let ways = ways.map(|way| card(lang, terms, way, String::new()));
            return Self {
                result,
                ways: ways.collect(),
            };
        }
        let apart = apart(lang, shown.since(found.due));
        let opening = lang.pick(
            format!("这里是 {here}，它{apart}。"),
            format!("Here it is {here}; there it is {apart}."),
        );
        let (rest, ways) = match &found.nearest {
            None => (
                agreeing(lang, found.ways.len()),
                found
                    .ways
                    .iter()
                    .take(SHOWN_WAYS)
                    .map(|way| card(lang, terms, way, departures(lang, way)))
                    .collect(),
            ),
            Some(nearest) => {
                let off = difference(lang, nearest.shows.since(shown));
                let shows = said(nearest.shows);
                let title = format!("{}{}{shows}", NEAREST.say(lang), lang.colon());
                let way = card(lang, terms, nearest, title);
                let rest = lang.pick(
                    format!(
                        "试了 {tried} 种算法，没有一种给出这个时间；最接近的是 {shows}，相差 {off}。"
                    ),
                    format!(
                        "None of {tried} ways gives this time; the nearest is {shows}, off by {off}."
                    ),
                );
                (rest, vec![way])
            }
        };
        let space = lang.pick("", " ");
        Self {
            result: format!("{opening}{space}{rest}"),
            ways,
        }
    }
}

/// How many ways agree, and how many of them are shown.
fn agreeing(lang: Lang, ways: usize) -> String {
    if ways == 1 {
        return lang
            .pick("有一种算法给出这个时间。", "One way gives this time.")
            .to_owned();
    }
    let shown = SHOWN_WAYS;
    if ways > shown {
        return lang.pick(
            format!("有 {ways} 种算法给出这个时间，列出差别最少的 {shown} 种。"),
            format!(
                "{ways} ways give this time; here are the {shown} with the fewest differences."
            ),
        );
    }
    lang.pick(
        format!("有 {ways} 种算法给出这个时间，差别最少的在前。"),
        format!("{ways} ways give this time, the one with the fewest differences first."),
    )
}

/// `晚 10 分钟`, `10 min later`.
fn apart(lang: Lang, seconds: i64) -> String {
    let by = difference(lang, seconds);
    if seconds < 0 {
        lang.pick(format!("早 {by}"), format!("{by} earlier"))
    } else {
        lang.pick(format!("晚 {by}"), format!("{by} later"))
    }
}

/// In how many things a way differs from here.
fn departures(lang: Lang, way: &Explanation) -> String {
    match way.departures() {
        1 => lang.pick("一处不同", "One difference").to_owned(),
        many => lang.pick(format!("{many} 处不同"), format!("{many} differences")),
    }
}

fn card(lang: Lang, terms: &Terms, way: &Explanation, title: String) -> WayCard {
    let current = *terms.readings();
    let points = way.points.iter();
    let read = points.map(|point| read_so(lang, *point, current, way.readings));
    let habits = way.habits.iter();
    let done = habits.map(|done| habit(*done).say(lang).to_owned());
    let mut lines: Vec<String> = read.chain(done).collect();
    if lines.is_empty() {
        lines.push(AS_HERE.say(lang).to_owned());
    }
    let desks = way.help_desks.iter();
    WayCard {
        title,
        lines,
        help_desks: desks
            .map(|desk| help_desk(*desk).say(lang).to_owned())
            .collect(),
        readings: (way.habits.is_empty() && !way.points.is_empty()).then_some(way.readings),
    }
}

/// How a point is read there, and how here.
fn read_so(lang: Lang, point: OpenPoint, here: Readings, there: Readings) -> String {
    let way = |readings| reading::in_force(point, readings).map_or("", |way| way.name.say(lang));
    let (there, here) = (reading::cited(lang, point, there), way(here));
    lang.pick(
        format!("{there}（这里：{here}）"),
        format!("{there} (here: {here})"),
    )
}
