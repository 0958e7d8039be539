//! Why an instant is when it is, in words.

use chrono::Datelike;

use super::{Lang, Reader, clock_time, length, point, short_date, short_time, zone_name};
use crate::engine::{Clock, DatedKind, Entry, Instant, Ledger, Reason, Terms, Zone};

mod card;
pub mod words;

pub use card::{LedgerCard, RowCard};

/// How many counted stretches are told one by one before they are summed up.
const TOLD: usize = 3;

/// Why a stretch is counted or skipped: `工作时间`, `Holiday (Spring Festival)`.
#[must_use]
pub fn reason(lang: Lang, reason: &Reason) -> String {
    let named = |zh: &str, en: &str, name: &str| {
        if name.is_empty() {
            return lang.pick(zh, en).to_owned();
        }
        lang.pick(format!("{zh}（{name}）"), format!("{en} ({name})"))
    };
    let (zh, en) = match reason {
        Reason::AllHours => ("7×24 计时", "24x7"),
        Reason::WorkingTime => ("工作时间", "working time"),
        Reason::Closed => ("已解决，尚未重开", "resolved, not yet reopened"),
        Reason::Maintenance => ("计划维护窗口", "planned maintenance"),
        Reason::DayOff => ("周末", "weekend"),
        Reason::OutOfHours => ("非工作时间", "out of hours"),
        Reason::Dated {
            kind: DatedKind::MakeUp,
            name,
        } => return named("调休上班日", "make-up working day", lang.of(name)),
        Reason::Dated {
            kind: DatedKind::Special,
            name,
        } => return named("特别时段", "special hours", lang.of(name)),
        Reason::Closure { name } => return named("停业", "closed", lang.of(name)),
        Reason::Holiday { name } => return named("节假日", "holiday", lang.of(name)),
        Reason::Paused { reason } if !reason.trim().is_empty() => {
            return named("暂停", "paused", reason);
        }
        Reason::Paused { .. } => ("暂停", "paused"),
    };
    lang.pick(zh, en).to_owned()
}

/// When a stretch lies: `2月14日（周六）17:50–18:00`, or from one date to another.
#[must_use]
pub fn stretch(lang: Lang, entry: &Entry, zone: Zone, now: Instant) -> String {
    let span = entry.span;
    let (from, until) = (zone.local(span.from), zone.local(span.until));
    let midnight = until.time() == chrono::NaiveTime::MIN;
    // What ends at midnight ends on the date before.
    let last = if midnight {
        until.date().pred_opt().unwrap_or(until.date())
    } else {
        until.date()
    };
    let year = zone.local(now).year();
    let closes = if midnight {
        "24:00".to_owned()
    } else {
        clock_time(until)
    };
    let first = short_date(lang, from.date(), year);
    let space = lang.pick("", ", ");
    if from.date() == last {
        return format!("{first}{space}{}–{closes}", clock_time(from));
    }
    let last = short_date(lang, last, year);
    if midnight && from.time() == chrono::NaiveTime::MIN {
        return format!("{first}–{last}");
    }
    format!("{first}{space}{}–{last}{space}{closes}", clock_time(from))
}

/// The account in one sentence that can be sent to a customer: what was counted, what was not and why, and
/// the clauses and readings it rests on.
#[must_use]
pub fn sentence(
    reader: &Reader,
    terms: &Terms,
    clock: &Clock,
    ledger: &Ledger,
    until: Instant,
) -> String {
    let Reader { lang, now, .. } = *reader;
    let zone = terms.policy().zone;
    let target = terms.policy().targets.get(clock.target);
    let name = target.map_or("", |target| lang.of(&target.name));
    let limit = length(lang, clock.seconds);
    let from = short_time(lang, clock.origin, zone, now);
    let end = short_time(lang, until, zone, now);
    let counted = counted(lang, ledger, zone, now);
    let skipped = skipped(lang, ledger);
    let points: Vec<String> = ledger
        .rests_on
        .iter()
        .map(|point| point::cited(*point))
        .collect();
    let clause = target.map_or("", |target| target.clause.as_str());
    let zone = zone_name(lang, zone);
    match lang {
        Lang::Zh => {
            let skipped = if skipped.is_empty() {
                String::new()
            } else {
                format!("；不计{}", skipped.join("、"))
            };
            format!(
                "{name} {limit}，自{from}起算：{}{skipped}；到{end}用完（{zone}）。依据 {clause}，{}。",
                counted.join("，"),
                points.join("、"),
            )
        }
        Lang::En => {
            let skipped = if skipped.is_empty() {
                String::new()
            } else {
                format!("; not counted: {}", skipped.join(", "))
            };
            format!(
                "{name}, {limit} from {from}: {}{skipped}; used up on {end} ({zone}). By {clause}, {}.",
                counted.join(", "),
                points.join(", "),
            )
        }
    }
}

/// The counted stretches; the ones in the middle summed up where there are many.
fn counted(lang: Lang, ledger: &Ledger, zone: Zone, now: Instant) -> Vec<String> {
    let carried = (ledger.carried > 0).then(|| {
        let carried = length(lang, ledger.carried);
        lang.pick(
            format!("变更前已计 {carried}"),
            format!("{carried} carried over"),
        )
    });
    let told = |entry: &Entry| {
        let when = stretch(lang, entry, zone, now);
        let length = length(lang, entry.counted);
        lang.pick(format!("{when} 计 {length}"), format!("{length} on {when}"))
    };
    let counted: Vec<&Entry> = ledger
        .entries
        .iter()
        .filter(|entry| entry.counted > 0)
        .collect();
    let mut said: Vec<String> = carried.into_iter().collect();
    match counted.as_slice() {
        [first, middle @ .., last] if counted.len() > TOLD => {
            let sum = length(lang, middle.iter().map(|entry| entry.counted).sum());
            let times = middle.len();
            said.push(told(first));
            said.push(lang.pick(
                format!("其间 {times} 段共计 {sum}"),
                format!("{sum} in {times} stretches between"),
            ));
            said.push(told(last));
        }
        _ => said.extend(counted.into_iter().map(told)),
    }
    said
}

/// Why time was skipped, each reason once, in order.
fn skipped(lang: Lang, ledger: &Ledger) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for entry in ledger.entries.iter().filter(|entry| entry.counted == 0) {
        let reason = match &entry.reason {
            // The hours around those of such a day are nights like any other.
            Reason::Dated { .. } => reason(lang, &Reason::OutOfHours),
            other => reason(lang, other),
        };
        if !said.contains(&reason) {
            said.push(reason);
        }
    }
    said
}
