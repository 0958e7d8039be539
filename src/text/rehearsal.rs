//! A holiday rehearsed, as a page to print or to send to a customer.

use chrono::Datelike;

use super::phrase::phrases;
use super::{Lang, Reader, column_time, reading, short_date, year, zone_name};
use crate::engine::{ClockReading, Rank, Terms};
use crate::simulate::{HolidayBlock, Part, Rehearsal, WaitHour};

phrases! {
    /// The heading.
    HEADING: "假期演练", "Holiday rehearsal";
    /// The column of the day on which a ticket is opened.
    OPENED: "提交日", "Opened on";
    /// A day before the days off.
    BEFORE: "节前", "before";
    /// A day among them.
    WITHIN: "节中", "during";
    /// A day after them.
    AFTER: "节后", "after";
    /// A target that is never used up.
    NEVER: "算不出", "not known";
}

/// A day of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RehearsalRow {
    /// Before, during or after.
    pub part: &'static str,
    /// The day.
    pub day: String,
    /// When each column's target is due; those that are not sure end in an asterisk.
    pub cells: Vec<String>,
}

/// One priority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RehearsalTable {
    /// The priority.
    pub title: String,
    /// What each column shows: a target under a clock reading, or under several that give the same.
    pub heads: Vec<String>,
    /// The days.
    pub rows: Vec<RehearsalRow>,
}

/// A holiday rehearsed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RehearsalCard {
    /// The holiday and its days off.
    pub title: String,
    /// When tickets are opened, and in which zone times are.
    pub about: String,
    /// A table for each priority.
    pub tables: Vec<RehearsalTable>,
    /// What is not official, and what resolution rests on.
    pub notes: Vec<String>,
}

impl RehearsalCard {
    /// What is shown of `rehearsal`, made under `terms`.
    #[must_use]
    pub fn of(reader: &Reader, terms: &Terms, rehearsal: &Rehearsal) -> Self {
        let lang = reader.lang;
        let zone = terms.calendar().zone;
        let (hour, minute) = (rehearsal.second / 3_600, rehearsal.second / 60 % 60);
        let place = zone_name(lang, zone);
        let about = lang.pick(
            format!("每天 {hour:02}:{minute:02} 提交的工单何时到期；时间均为{place}。"),
            format!(
                "When tickets opened at {hour:02}:{minute:02} each day are due; times are {place}."
            ),
        );
        let mut notes = vec![
            lang.pick(
                "解决按响应到期时确认问题推算。",
                "Resolution is projected as if confirmed when the response is due.",
            )
            .to_owned(),
        ];
        if let Some(first) = rehearsal.first_unknown {
            notes.push(lang.pick(
                format!("* {first} 起的节假日尚未公布，带 * 的时间可能改变。"),
                format!("* Holidays from {first} on are not announced; times with * may change."),
            ));
        }
        let ranks = terms.policy().ranks();
        Self {
            title: block(reader, terms, &rehearsal.block),
            about,
            tables: ranks
                .map(|rank| table(reader, terms, rehearsal, rank))
                .collect(),
            notes,
        }
    }
}

/// A holiday with its days off and make-up days: `春节 2月15日（周日）–2月23日（周一），2月14日（周六）、2月28日（周六）上班`.
#[must_use]
pub fn block(reader: &Reader, terms: &Terms, block: &HolidayBlock) -> String {
    let Reader { lang, now, .. } = *reader;
    let year = terms.policy().zone.local(now).year();
    let names: Vec<&str> = block.names.iter().map(|name| lang.of(name)).collect();
    let names = names.join(lang.pick("、", ", "));
    let said = |date| short_date(lang, date, year);
    let closed = block.closed;
    let mut text = if closed.from == closed.through {
        format!("{names}{}{}", lang.pick(" ", ", "), said(closed.from))
    } else {
        let (from, through) = (said(closed.from), said(closed.through));
        format!("{names}{}{from}–{through}", lang.pick(" ", ", "))
    };
    if !block.make_up_days.is_empty() {
        let days: Vec<String> = block.make_up_days.iter().map(|date| said(*date)).collect();
        let days = days.join(lang.pick("、", ", "));
        text.push_str(&lang.pick(format!("，{days}上班"), format!("; worked: {days}")));
    }
    if block.estimated {
        text.push_str(lang.pick("（推算）", " (estimated)"));
    }
    text
}

/// Which clock readings share a column, as they give the same.
fn columns(rehearsal: &Rehearsal, rank: Rank) -> Vec<Vec<ClockReading>> {
    let mut columns: Vec<Vec<ClockReading>> = Vec::new();
    for clock in Rehearsal::READINGS {
        let alike = |column: &&mut Vec<ClockReading>| {
            let first = column.first();
            first.is_some_and(|first| rehearsal.is_alike(rank, *first, clock))
        };
        match columns.iter_mut().find(alike) {
            Some(column) => column.push(clock),
            None => columns.push(vec![clock]),
        }
    }
    columns
}

fn table(reader: &Reader, terms: &Terms, rehearsal: &Rehearsal, rank: Rank) -> RehearsalTable {
    let Reader { lang, now, .. } = *reader;
    let policy = terms.policy();
    let title = policy.priority(rank).map_or(String::new(), |priority| {
        format!("{} {}", priority.id, lang.of(&priority.name))
    });
    let columns = columns(rehearsal, rank);
    let mut heads = Vec::new();
    for column in &columns {
        let names: Vec<&str> = column
            .iter()
            .map(|clock| clock_name(lang, *clock))
            .collect();
        let names = names.join(lang.pick("、", ", "));
        for target in &policy.targets {
            let target = lang.of(&target.name);
            heads.push(lang.pick(
                format!("{target}（{names}）"),
                format!("{target} ({names})"),
            ));
        }
    }
    let cell = |day: usize, clock: ClockReading, target: usize| {
        let promise = rehearsal.promise(day, rank, clock, target);
        promise.map_or_else(
            || NEVER.say(lang).to_owned(),
            |promise| {
                let due = column_time(lang, promise.due, terms.calendar().zone, now);
                let sign = if promise.provisional.is_some() {
                    " *"
                } else {
                    ""
                };
                format!("{due}{sign}")
            },
        )
    };
    let rows = rehearsal.days.iter().enumerate().map(|(place, day)| {
        let clocks = columns.iter().filter_map(|column| column.first());
        let targets = 0..policy.targets.len();
        let cells =
            clocks.flat_map(|clock| targets.clone().map(|target| cell(place, *clock, target)));
        RehearsalRow {
            part: match day.part {
                Part::Before => BEFORE,
                Part::Within => WITHIN,
                Part::After => AFTER,
            }
            .say(lang),
            day: year::day_name(lang, &day.day),
            cells: cells.collect(),
        }
    });
    let rows = rows.collect();
    RehearsalTable { title, heads, rows }
}

const fn clock_name(lang: Lang, clock: ClockReading) -> &'static str {
    match clock {
        ClockReading::AllHours => reading::ALL_HOURS,
        ClockReading::WorkingTime => reading::WORKING_TIME,
        ClockReading::Mixed => reading::MIXED,
    }
    .say(lang)
}

/// The hour with the longest wait: `最久的是 11月27日（周五）17:00 提交：要等 2 天 18 小时（北京时间）。`
#[must_use]
pub fn worst_hour(reader: &Reader, terms: &Terms, worst: WaitHour) -> String {
    let Reader { lang, now, .. } = *reader;
    let zone = terms.policy().zone;
    let date = short_date(lang, worst.date, zone.local(now).year());
    let (hour, wait) = (worst.hour, super::difference(lang, worst.wait));
    let place = zone_name(lang, zone);
    lang.pick(
        format!("最久的是 {date}{hour:02}:00 提交：要等 {wait}（{place}）。"),
        format!(
            "The longest wait is for tickets opened on {date} at {hour:02}:00 {place}: {wait}."
        ),
    )
}
