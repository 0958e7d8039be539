//! The ledger as a table.

use super::{reason, sentence, stretch, words};
use crate::engine::{Basis, BasisPoints, Clock, Entry, Ledger, Terms};
use crate::text::{Lang, Reader, clock_time, length, reading, short_date, zone_name};

use chrono::Datelike;

/// A row of the table: a stretch of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowCard {
    /// When it lies, in the service zone.
    pub when: String,
    /// Whether it counts; for styles, an attribute that is there or not.
    pub counts: Option<&'static str>,
    /// `+` for what counts, `–` for what does not.
    pub mark: &'static str,
    /// Why.
    pub reason: String,
    /// How much of it counts.
    pub counted: String,
    /// How much has been counted at its end.
    pub total: String,
    /// The share of the target that is used up at its end, rounded down.
    pub share: String,
}

/// The ledger of a due time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerCard {
    /// Whose due time it explains.
    pub title: String,
    /// From when it counts, and what was carried over or assumed.
    pub about: String,
    /// The rows.
    pub rows: Vec<RowCard>,
    /// When the target is used up.
    pub end: String,
    /// What the rows add up to.
    pub sum: String,
    /// The share at the end.
    pub whole: String,
    /// The same in one sentence.
    pub sentence: String,
    /// The clauses and readings it rests on, each with how it is read.
    pub points: Vec<String>,
}

impl LedgerCard {
    /// What is shown of the account of when `clock` is due.
    #[must_use]
    pub fn of(reader: &Reader, terms: &Terms, clock: &Clock, ledger: &Ledger) -> Self {
        let Reader { lang, now, .. } = *reader;
        let policy = terms.policy();
        let zone = policy.zone;
        let target = policy.targets.get(clock.target);
        let name = target.map_or("", |target| lang.of(&target.name));
        let said = |at| {
            let local = zone.local(at);
            let date = short_date(lang, local.date(), zone.local(now).year());
            let space = lang.pick("", ", ");
            format!(
                "{date}{space}{} {}",
                clock_time(local),
                zone_name(lang, zone)
            )
        };
        let end = said(clock.due);
        let mut about = lang.pick(
            format!("从 {} 起计", said(clock.origin)),
            format!("counted from {}", said(clock.origin)),
        );
        if ledger.carried > 0 {
            let carried = length(lang, ledger.carried);
            about.push_str(&lang.pick(
                format!("，变更前已计 {carried}"),
                format!(", {carried} carried over"),
            ));
        }
        about.push_str(match clock.basis {
            Basis::Recorded => "",
            Basis::Projected => lang.pick("（假定那时确认问题）", " (if confirmed then)"),
            Basis::Assumed => lang.pick("（起点按假定）", " (an assumed start)"),
        });
        let points = ledger.rests_on.iter();
        let points = points.map(|point| reading::cited(lang, *point, *terms.readings()));
        let clause = target.map_or("", |target| target.clause.as_str());
        let promised = length(lang, clock.seconds);
        let promise = lang.pick(
            format!("{clause} {name}时限 {promised}"),
            format!("{clause} {name} within {promised}"),
        );
        Self {
            title: lang.pick(
                format!("{name}为什么 {end} 到期"),
                format!("{name}: why it is due {end}"),
            ),
            about,
            rows: ledger
                .entries
                .iter()
                .map(|entry| row(reader, terms, clock, entry))
                .collect(),
            end,
            sum: length(lang, ledger.counted()),
            whole: share(ledger.counted(), clock.seconds),
            sentence: sentence(reader, terms, clock, ledger, clock.due),
            points: [promise].into_iter().chain(points).collect(),
        }
    }

    /// The table as text, its cells apart by tabs, as spreadsheets take it.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut lines = vec![format!("{}\t{}", self.title, self.about)];
        lines.extend(self.rows.iter().map(|row| {
            let RowCard {
                when,
                mark,
                reason,
                counted,
                total,
                share,
                ..
            } = row;
            format!("{when}\t{mark} {reason}\t{counted}\t{total}\t{share}")
        }));
        lines.push(format!("{}\t\t{}\t\t{}", self.end, self.sum, self.whole));
        lines.extend(self.points.iter().cloned());
        lines.join("\n")
    }
}

fn row(reader: &Reader, terms: &Terms, clock: &Clock, entry: &Entry) -> RowCard {
    let Reader { lang, now, .. } = *reader;
    let counts = entry.counted > 0;
    RowCard {
        when: stretch(lang, entry, terms.policy().zone, now),
        counts: counts.then_some(""),
        mark: if counts { "+" } else { "–" },
        reason: reason_of(lang, entry),
        counted: if counts {
            length(lang, entry.counted)
        } else {
            words::NOT_COUNTED.say(lang).to_owned()
        },
        total: length(lang, entry.total),
        share: share(entry.total, clock.seconds),
    }
}

/// The hours around those of a day with hours of its own are closed like any other.
fn reason_of(lang: Lang, entry: &Entry) -> String {
    match &entry.reason {
        dated @ crate::engine::Reason::Dated { .. } if entry.counted == 0 => {
            let around = lang.pick("非工作时间，", "out of hours, ");
            format!("{around}{}", reason(lang, dated))
        }
        other => reason(lang, other),
    }
}

/// `92.5 %` of `whole`, rounded down.
fn share(part: i64, whole: i64) -> String {
    let tenths = BasisPoints::share(part, whole).unwrap_or_default().0 / 10;
    format!("{}.{} %", tenths / 10, tenths % 10)
}
