//! The deadlines still to come, as a calendar file.

use super::card::whole_percent;
use super::phrase::phrases;
use super::{Lang, Reader, check, footer, ledger, notice, short_time, standing, zone_name};
use crate::engine::{
    Assessment, Basis, Clock, History, Instant, Ledger, Rank, Span, TZDB_VERSION, Terms, Threshold,
};
use crate::exchange::ics::{Alarm, Entry, write};

phrases! {
    /// After the file was saved.
    SAVED: "日历文件已保存", "The calendar file is saved";
    /// When the browser does not save it.
    NOT_SAVED: "浏览器没有保存日历文件，请允许本站下载后再试。",
        "The browser did not save the calendar file; allow this site to download and try again.";
    /// When nothing is to come.
    NOTHING: "没有还要到期的时限，没有存日历文件。", "Nothing is still to come, so no calendar file was saved.";
    /// When all that is to come is paused.
    PAUSED: "时钟暂停中，到期时间未定；恢复后再存日历文件。",
        "The clock is paused, so nothing is sure to come; save the calendar file when it goes on.";
    /// When there is no answer.
    NO_TICKET: "先填提交时间和优先级，才有日历文件可存。",
        "Enter the time of submission and the priority first; then there is a calendar file to save.";
    /// A projected due time.
    PROJECTED: "预计", "projected";
}

/// A calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// What it is called: `spt-001-P2-20260214T0950Z.ics`.
    pub name: String,
    /// What is in it.
    pub text: String,
}

impl CalendarFile {
    /// An event for each clock of `assessment` that is still to come at the reader's present, with an alarm at
    /// each threshold still to come. Clocks that have stopped or are paused have none; without any, the reason
    /// there is no file.
    ///
    /// # Errors
    /// [`NOTHING`] or [`PAUSED`].
    pub fn of(
        reader: &Reader,
        terms: &Terms,
        history: &History,
        assessment: &Assessment,
    ) -> Result<Self, super::Phrase> {
        let to_come = |clock: &&Clock| clock.stop.is_none() && clock.due > reader.now;
        let open = assessment.clocks.iter().filter(to_come);
        let (paused, sure): (Vec<&Clock>, Vec<&Clock>) =
            open.partition(|clock| clock.paused_since.is_some());
        if sure.is_empty() {
            return Err(if paused.is_empty() { NOTHING } else { PAUSED });
        }
        let ticket = ticket(terms, history);
        let entries: Vec<Entry> = sure
            .into_iter()
            .map(|clock| entry(reader, terms, history, clock, &ticket, ""))
            .collect();
        Ok(Self {
            name: format!("{ticket}.ics"),
            text: write(&entries, reader.now),
        })
    }
}

/// What tells a ticket from others: its policy, its priority when it was submitted, and when that was.
fn ticket(terms: &Terms, history: &History) -> String {
    let policy = terms.policy().id.to_lowercase();
    let minute: String = history
        .submitted
        .to_string()
        .chars()
        .filter(|letter| !matches!(letter, '-' | ':'))
        .collect();
    // The seconds are named only where there are any.
    let minute = minute
        .strip_suffix("00Z")
        .map_or(minute.clone(), |cut| format!("{cut}Z"));
    format!("{policy}-{}-{minute}", id(terms, history.priority))
}

fn id(terms: &Terms, rank: Rank) -> &str {
    let priority = terms.policy().priority(rank);
    priority.map_or("", |priority| priority.id.as_str())
}

/// The event of `clock`, whose ticket is told from others by `ticket`; `called` is what people call it, empty or with
/// a space behind it.
pub(super) fn entry(
    reader: &Reader,
    terms: &Terms,
    history: &History,
    clock: &Clock,
    ticket: &str,
    called: &str,
) -> Entry {
    let Reader { lang, now, .. } = *reader;
    let target = terms.policy().targets.get(clock.target);
    let (key, name) = target.map_or(("", ""), |target| {
        (target.id.as_str(), lang.of(&target.name))
    });
    let title = format!("{called}{} {name}", id(terms, clock.rank));
    let assumed = if clock.basis == Basis::Projected {
        let word = PROJECTED.say(lang);
        lang.pick(format!("（{word}）"), format!(" ({word})"))
    } else {
        String::new()
    };
    let thresholds = terms.policy().thresholds.iter().zip(&clock.marks);
    let alarm = |(threshold, at): (&Threshold, &Instant)| Alarm {
        at: *at,
        text: alarm(reader, terms, threshold, *at, &format!("{title}{assumed}")),
    };
    Entry {
        uid: format!("{ticket}-{key}@sla-planner"),
        span: Span::new(clock.due, clock.due),
        summary: lang.pick(
            format!("{title}到期{assumed}"),
            format!("{title} due{assumed}"),
        ),
        description: description(reader, terms, history, clock),
        alarms: thresholds.filter(|(_, at)| **at > now).map(alarm).collect(),
    }
}

/// `90 % 警告：P2 首次响应，2月24日（周二）10:38（北京时间）。升级给高级工程师 §3.1.2`.
fn alarm(reader: &Reader, terms: &Terms, level: &Threshold, at: Instant, title: &str) -> String {
    let Reader { lang, now, .. } = *reader;
    let zone = terms.policy().zone;
    let share = whole_percent(level.share);
    let (name, told) = (lang.of(&level.name), lang.of(&level.told));
    let (when, zone) = (short_time(lang, at, zone, now), zone_name(lang, zone));
    let clause = &level.clause;
    lang.pick(
        format!("{share} {name}：{title}，{when}（{zone}）。{told} {clause}"),
        format!("{share} {name}: {title}, {when} {zone}. {told} {clause}"),
    )
}

/// Why it is due then, what that rests on, and the versions of the data.
fn description(reader: &Reader, terms: &Terms, history: &History, clock: &Clock) -> String {
    let Reader { lang, now, .. } = *reader;
    let account = Ledger::of(terms, history, clock, clock.due);
    let why = account
        .ok()
        .map(|account| ledger::sentence(reader, terms, clock, &account, clock.due));
    let assumed = match (clock.basis, clock.status(terms, now)) {
        (Basis::Projected, Ok(status)) => {
            let overdue = clock.start_overdue(now);
            Some(standing::told(lang, terms, clock, &status, overdue, now))
        }
        _ => None,
    };
    let provisional = notice::provisional(lang, terms, clock, now);
    let lines = [assumed, why, provisional, Some(versions(lang, terms))];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// The versions of the contract, the holidays and the zones that an answer rests on.
#[must_use]
pub fn versions(lang: Lang, terms: &Terms) -> String {
    let zones = format!("{} {TZDB_VERSION}", check::TZDB.say(lang));
    let parts = [
        footer::contract(lang, terms),
        footer::holidays(lang, terms),
        zones,
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(lang.pick("；", "; "))
}
