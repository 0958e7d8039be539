//! What a print of the answer says: a document, not the screen.

use super::card::LevelCard;
use super::phrase::phrases;
use super::{
    Lang, Reader, answer, calendar, event, full_time, ledger, motion, notice, reading, short_time,
    standing, zone_name,
};
use crate::engine::{Assessment, Clock, Event, History, Instant, Ledger, OpenPoint, Policy, Terms};

phrases! {
    /// The column of the targets.
    TARGET: "时限", "Target";
    /// The column of where a clock stands.
    STATE: "状态", "State";
    /// The table of the clocks.
    CLOCKS: "到期与阈值", "Due times and thresholds";
    /// The table of events.
    EVENTS: "发生了什么", "What happened";
    /// The column of when something happened.
    WHEN: "时间", "When";
    /// The column of what happened.
    WHAT: "事件", "Event";
    /// No other reading is changed.
    ALL_ELSE: "其余都按合同默认的读法。", "All else is read as the contract has it by default.";
}

/// A clock on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClockLine {
    /// Its target.
    pub name: String,
    /// How long it is, and from when.
    pub limit: String,
    /// When each threshold is reached; the last is when it is due.
    pub marks: Vec<String>,
    /// Where it stands.
    pub state: String,
    /// Why it is due then, in a sentence.
    pub why: String,
}

/// The document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperCard {
    /// Whose answer it is.
    pub title: String,
    /// When the ticket was submitted.
    pub submitted: String,
    /// How the contract is read: the clock, then whatever is not read by default.
    pub readings: Vec<String>,
    /// The answer in Chinese, then in English, each with its language tag.
    pub answers: Vec<(&'static str, String)>,
    /// What is provisional.
    pub provisional: Vec<String>,
    /// The names of the thresholds.
    pub levels: Vec<String>,
    /// The clocks.
    pub clocks: Vec<ClockLine>,
    /// What happened: when, what, and which or why.
    pub events: Vec<[String; 3]>,
    /// The versions of contract, holidays and zones.
    pub versions: String,
}

impl PaperCard {
    /// The document of a ticket, whose clocks stand as `states` say.
    #[must_use]
    pub fn of(
        reader: &Reader,
        terms: &Terms,
        history: &History,
        events: &[Event],
        assessment: &Assessment,
        states: Vec<String>,
    ) -> Self {
        let lang = reader.lang;
        let policy = terms.policy();
        let priority = policy.priority(assessment.rank);
        let (id, name) = priority.map_or(("", ""), |priority| {
            (priority.id.as_str(), lang.of(&priority.name))
        });
        let clocks = &assessment.clocks;
        let submitted = said(lang, history.submitted, policy);
        let levels = 0..policy.thresholds.len();
        let mut events: Vec<&Event> = events.iter().collect();
        events.sort();
        Self {
            title: lang.pick(
                format!("{} {id}（{name}）工单的到期时间", policy.id),
                format!("{}: when a {id} ({name}) ticket is due", policy.id),
            ),
            submitted: lang.pick(
                format!("提交于 {submitted}"),
                format!("Submitted {submitted}"),
            ),
            readings: readings(lang, terms),
            answers: Lang::ALL
                .map(|lang| {
                    let reader = Reader { lang, ..*reader };
                    let text = answer(&reader, terms, assessment, history.submitted);
                    (lang.tag(), text)
                })
                .to_vec(),
            provisional: clocks
                .iter()
                .filter_map(|clock| notice::provisional(lang, terms, clock, reader.now))
                .collect(),
            levels: levels
                .map(|level| LevelCard::of_policy(lang, terms, level).name)
                .collect(),
            clocks: clocks
                .iter()
                .zip(states)
                .map(|(clock, state)| line(reader, terms, history, clock, state))
                .collect(),
            events: events
                .into_iter()
                .map(|happened| {
                    [
                        said(lang, happened.at, policy),
                        event::name(&happened.kind).say(lang).to_owned(),
                        event::about(lang, policy, &happened.kind),
                    ]
                })
                .collect(),
            versions: calendar::versions(lang, terms),
        }
    }
}

/// As of when the document stands.
#[must_use]
pub fn as_of(lang: Lang, terms: &Terms, now: Instant) -> String {
    let now = said(lang, now, terms.policy());
    lang.pick(format!("截至 {now}"), format!("As of {now}"))
}

/// `2026年2月14日 星期六 17:50（北京时间）`.
pub(super) fn said(lang: Lang, at: Instant, policy: &Policy) -> String {
    let (time, zone) = (
        full_time(lang, at, policy.zone),
        zone_name(lang, policy.zone),
    );
    lang.pick(format!("{time}（{zone}）"), format!("{time} {zone}"))
}

/// The clock, every point that is not read as the contract has it, and that the rest is.
pub(super) fn readings(lang: Lang, terms: &Terms) -> Vec<String> {
    let readings = *terms.readings();
    let told = |point| reading::cited(lang, point, readings);
    let changed = OpenPoint::ALL.into_iter();
    let changed =
        changed.filter(|point| *point == OpenPoint::R1 || reading::is_changed(*point, readings));
    let mut lines: Vec<String> = changed.map(told).collect();
    lines.push(ALL_ELSE.say(lang).to_owned());
    lines
}

/// Where `clock` stands at `now`: `预警，计时中`, `Met, stopped Tue 24 Feb, 10:40`.
#[must_use]
pub fn state(reader: &Reader, terms: &Terms, clock: &Clock, now: Instant) -> String {
    let lang = reader.lang;
    let Ok(status) = clock.status(terms, now) else {
        return String::new();
    };
    let word = standing::word(lang, terms, clock, &status);
    let how = match clock.stop.filter(|stop| *stop <= now) {
        Some(stop) => {
            let stop = short_time(lang, stop, terms.policy().zone, reader.now);
            lang.pick(format!("停于 {stop}"), format!("stopped {stop}"))
        }
        None => motion(status.motion).say(lang).to_owned(),
    };
    format!("{word}{}{how}", lang.pick("，", ", "))
}

fn line(
    reader: &Reader,
    terms: &Terms,
    history: &History,
    clock: &Clock,
    state: String,
) -> ClockLine {
    let Reader { lang, now, .. } = *reader;
    let policy = terms.policy();
    let target = policy.targets.get(clock.target);
    let account = Ledger::of(terms, history, clock, clock.due);
    let why = account.map(|account| ledger::sentence(reader, terms, clock, &account, clock.due));
    ClockLine {
        name: target.map_or(String::new(), |target| lang.of(&target.name).to_owned()),
        limit: standing::limit(lang, terms, clock),
        marks: clock
            .marks
            .iter()
            .map(|mark| short_time(lang, *mark, policy.zone, now))
            .collect(),
        state,
        why: why.unwrap_or_default(),
    }
}
