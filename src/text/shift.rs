//! Why a target is due at another time in another scenario, by name.

use chrono::Datelike;

use super::phrase::{Phrase, phrases};
use super::{Lang, Reader, difference, ledger, length, reading, short_date, short_time, zone_name};
use crate::engine::{AtClosing, DateSpan, DatedKind, DayHours, Instant, Seconds, Terms};
use crate::simulate::{Beginning, Cause, Effect, Passed, Shift};

phrases! {
    /// The heading.
    HEADING: "为什么不一样", "Why it differs";
    /// When both are due at the same time and nothing differs on the way.
    NOTHING: "到期时间一样，途中也没有不同。", "It is due at the same time, and nothing differs on the way.";
    /// A clock that starts with the submission.
    SUBMISSION: "提交", "submission";
    /// With the first reply.
    FIRST_REPLY: "首次回复", "first reply";
    /// With the confirmation.
    CONFIRMATION: "确认", "confirmation";
    /// With the response due, as nothing else has happened.
    RESPONSE_DUE: "响应到期（假定那时确认）", "the response due (if confirmed then)";
    /// At an assumed instant.
    ASSUMED: "假定的起点", "an assumed start";
}

/// What the two scenarios are called.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The first, which the other is held against.
    pub base: &'a str,
    /// The other.
    pub other: &'a str,
}

/// One cause.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CauseRow {
    /// When: a date or several; empty where it is of no date.
    pub when: String,
    /// What it is.
    pub what: String,
    /// What it adds or takes, in counted time: `+10 min`.
    pub amount: String,
}

/// Why a target is due at another time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShiftCard {
    /// By how much it is due earlier or later, and when.
    pub result: String,
    /// The causes, in order.
    pub causes: Vec<CauseRow>,
    /// Where it starts at another time because the response is due then: why that is so.
    pub start: Vec<CauseRow>,
    /// What they add up to, in counted time; empty without causes.
    pub sum: String,
    /// What is passed over between the two due times; empty where that is nothing.
    pub passed: String,
    /// All of it in one paragraph that can be sent to somebody.
    pub sentence: String,
}

impl ShiftCard {
    /// What is shown of `shift`, found for a ticket under these terms first.
    #[must_use]
    pub fn of(reader: &Reader, terms: &Terms, names: Names<'_>, shift: &Shift) -> Self {
        let lang = reader.lang;
        let result = result(reader, terms, names, shift);
        let rows = |shift: &Shift| -> Vec<CauseRow> {
            let effects = shift.effects.iter();
            effects
                .map(|effect| row(reader, terms, names, effect))
                .collect()
        };
        let causes = rows(shift);
        let start = shift.start.as_deref().map(rows).unwrap_or_default();
        let sum = if causes.is_empty() {
            String::new()
        } else {
            signed(lang, shift.counted)
        };
        let passed = passed(reader, terms, shift);
        let mut sentence = result.clone();
        for row in causes.iter().chain(&start) {
            let space = if row.when.is_empty() {
                ""
            } else {
                lang.pick("", ": ")
            };
            let CauseRow { when, what, amount } = row;
            let said = lang.pick(
                format!("{when}{space}{what}，{amount}。"),
                format!(" {when}{space}{what}, {amount}."),
            );
            sentence.push_str(&said);
        }
        if !passed.is_empty() {
            sentence.push_str(lang.pick("", " "));
            sentence.push_str(&passed);
        }
        Self {
            result,
            causes,
            start,
            sum,
            passed,
            sentence,
        }
    }
}

fn result(reader: &Reader, terms: &Terms, names: Names<'_>, shift: &Shift) -> String {
    let Reader { lang, now, .. } = *reader;
    if shift.wall() == 0 && shift.effects.is_empty() {
        return NOTHING.say(lang).to_owned();
    }
    let zone = terms.policy().zone;
    let target = terms.policy().targets.get(shift.target);
    let name = target.map_or("", |target| lang.of(&target.name));
    let said = |at| short_time(lang, at, zone, now);
    let (base, other, place) = (said(shift.base), said(shift.other), zone_name(lang, zone));
    let Names {
        base: one,
        other: two,
    } = names;
    let apart = moved(lang, shift.wall());
    lang.pick(
        format!("{name}：{one} {base}，{two} {other}（{place}），{apart}。"),
        format!("{name}: {base} in {one}, {other} in {two} ({place}), {apart}."),
    )
}

/// How far something moved: `晚 10 分钟`, `1 d 2 h earlier`.
#[must_use]
pub fn moved(lang: Lang, later: Seconds) -> String {
    let far = difference(lang, later);
    match later.signum() {
        0 => lang.pick("时间一样", "the same time").to_owned(),
        1 => lang.pick(format!("晚 {far}"), format!("{far} later")),
        _ => lang.pick(format!("早 {far}"), format!("{far} earlier")),
    }
}

/// `+10 min`, `−1 h`, in counted time, which is never in days.
#[must_use]
pub fn signed(lang: Lang, seconds: Seconds) -> String {
    let sign = match seconds.signum() {
        0 => "±",
        1 => "+",
        _ => "−",
    };
    format!("{sign}{}", length(lang, seconds))
}

/// What one effect is, and what it adds or takes.
#[must_use]
pub fn row(reader: &Reader, terms: &Terms, names: Names<'_>, effect: &Effect) -> CauseRow {
    let lang = reader.lang;
    let when = effect
        .dates
        .map_or_else(String::new, |dates| when(reader, terms, dates, effect.days));
    CauseRow {
        when,
        what: what(reader, terms, names, effect),
        amount: signed(lang, effect.later),
    }
}

fn when(reader: &Reader, terms: &Terms, dates: DateSpan, days: usize) -> String {
    let Reader { lang, now, .. } = *reader;
    let year = terms.policy().zone.local(now).year();
    let first = short_date(lang, dates.from, year);
    if dates.from == dates.through {
        return first;
    }
    let last = short_date(lang, dates.through, year);
    let span = dates.through - dates.from;
    if i64::try_from(days) == Ok(span.num_days() + 1) || days == 0 {
        return format!("{first}–{last}");
    }
    lang.pick(
        format!("{first}–{last}中的 {days} 天"),
        format!("{days} days of {first}–{last}"),
    )
}

fn what(reader: &Reader, terms: &Terms, names: Names<'_>, effect: &Effect) -> String {
    let lang = reader.lang;
    let Names { base, other } = names;
    // Who counts what makes the difference, and who does not.
    let (counts, skips) = if effect.later > 0 {
        (base, other)
    } else {
        (other, base)
    };
    let against = |zh: &str, en: &str, one: &str, two: &str| {
        lang.pick(
            format!("{zh}{base}为{one}，{other}为{two}"),
            format!("{en} {one} in {base} against {two} in {other}"),
        )
    };
    match &effect.cause {
        Cause::Target {
            base: one,
            other: two,
        } => {
            let (one, two) = (length(lang, *one), length(lang, *two));
            lang.pick(
                format!("时限 {one}，{other}是 {two}"),
                format!("the target is {one} in {base} against {two} in {other}"),
            )
        }
        Cause::Carried {
            base: one,
            other: two,
        } => {
            let (one, two) = (length(lang, *one), length(lang, *two));
            lang.pick(
                format!("改优先级之前已计 {one}，{other}是 {two}"),
                format!("{one} carried over in {base} against {two} in {other}"),
            )
        }
        Cause::Start {
            base: one,
            other: two,
        } => {
            let (one, two) = (start(reader, terms, *one), start(reader, terms, *two));
            lang.pick(
                format!("{base}从{one}起算，{other}从{two}起算"),
                format!("starts at {one} in {base} against {two} in {other}"),
            )
        }
        Cause::Restart {
            base: one,
            other: two,
        } => {
            let (one, two) = (said(reader, terms, *one), said(reader, terms, *two));
            lang.pick(
                format!("{base}从 {one} 起计，{other}从 {two} 起计"),
                format!("counts from {one} in {base} against {two} in {other}"),
            )
        }
        Cause::AtClosing {
            base: one,
            other: two,
        } => {
            let name = |closing: &AtClosing| match closing {
                AtClosing::Closing => reading::AT_CLOSING.say(lang),
                AtClosing::NextOpening => reading::NEXT_OPENING.say(lang),
            };
            let (one, two) = (name(one), name(two));
            let point = reading::CLOSING.say(lang);
            lang.pick(
                format!("{point}：{base}{one}，{other}{two}"),
                format!("{point}: {one} in {base}, {two} in {other}"),
            )
        }
        Cause::Paused { reason } if reason.trim().is_empty() => lang.pick(
            format!("暂停，{skips}不计"),
            format!("paused, which stops the clock in {skips}"),
        ),
        Cause::Paused { reason } => lang.pick(
            format!("暂停（{reason}），{skips}不计"),
            format!("paused ({reason}), which stops the clock in {skips}"),
        ),
        Cause::Closed => lang.pick(
            format!("已解决、尚未重开，{skips}不计"),
            format!("resolved and not yet reopened, not counted in {skips}"),
        ),
        Cause::Maintenance => lang.pick(
            format!("计划维护窗口，{skips}停钟"),
            format!("planned maintenance suspends the clock in {skips}"),
        ),
        Cause::Closure { name } => {
            let name = lang.of(name);
            lang.pick(
                format!("停业（{name}），{skips}不计"),
                format!("closed ({name}) in {skips}"),
            )
        }
        Cause::Holiday { name } => {
            let name = lang.of(name);
            lang.pick(
                format!("{name}，{skips}放假"),
                format!("{name} is a holiday in {skips}"),
            )
        }
        Cause::Dated { kind, name } => {
            let name = lang.of(name);
            let (zh, en) = match kind {
                DatedKind::MakeUp => ("调休上班日", "a make-up day"),
                DatedKind::Special => ("特别时段", "a day of special hours"),
            };
            lang.pick(
                format!("{zh}（{name}），{counts}计入"),
                format!("{en} ({name}), counted in {counts}"),
            )
        }
        Cause::DayOff => lang.pick(
            format!("每周的休息日，{skips}不计"),
            format!("a weekly day off, not counted in {skips}"),
        ),
        Cause::OutOfHours => lang.pick(
            format!("非工作时间，{skips}不计"),
            format!("out of hours, not counted in {skips}"),
        ),
        Cause::Hours {
            base: one,
            other: two,
        } => against("工作时间", "hours", &hours(lang, one), &hours(lang, two)),
        Cause::Zone {
            base: one,
            other: two,
        } => against(
            "日历的时区",
            "the calendar is in",
            &zone_name(lang, *one),
            &zone_name(lang, *two),
        ),
    }
}

/// The hours of a day: `09:00–12:00、13:00–18:00`.
#[must_use]
pub fn hours(lang: Lang, hours: &DayHours) -> String {
    if hours.is_closed() {
        return lang.pick("休息", "closed").to_owned();
    }
    let windows = hours.windows().iter();
    let windows: Vec<String> = windows
        .map(|window| window.to_string().replace('-', "–"))
        .collect();
    windows.join(lang.pick("、", ", "))
}

fn start(reader: &Reader, terms: &Terms, (at, from): (Instant, Beginning)) -> String {
    let lang = reader.lang;
    let name: Phrase = match from {
        Beginning::Submission => SUBMISSION,
        Beginning::FirstReply => FIRST_REPLY,
        Beginning::Confirmation => CONFIRMATION,
        Beginning::ResponseDue => RESPONSE_DUE,
        Beginning::Assumed => ASSUMED,
    };
    let (name, at) = (name.say(lang), said(reader, terms, at));
    lang.pick(format!("{name} {at} "), format!("{name}, {at},"))
}

fn said(reader: &Reader, terms: &Terms, at: Instant) -> String {
    let Reader { lang, now, .. } = *reader;
    let zone = terms.policy().zone;
    format!(
        "{} {}",
        short_time(lang, at, zone, now),
        zone_name(lang, zone)
    )
}

/// What is passed over between the two due times, as a sentence; empty where that is nothing.
fn passed(reader: &Reader, terms: &Terms, shift: &Shift) -> String {
    let lang = reader.lang;
    let told = |passed: &Passed| {
        let when = when(reader, terms, passed.dates, 0);
        let (reason, wall) = (
            ledger::reason(lang, &passed.reason),
            difference(lang, passed.wall),
        );
        lang.pick(
            format!("{reason}（{when}，共 {wall}）"),
            format!("{reason} ({when}, {wall})"),
        )
    };
    let mut parts: Vec<String> = shift.passed.iter().map(told).collect();
    if shift.waited > 0 {
        let waited = difference(lang, shift.waited);
        parts.push(lang.pick(
            format!("起算之前 {waited}"),
            format!("{waited} before it starts"),
        ));
    }
    if parts.is_empty() {
        return String::new();
    }
    let parts = parts.join(lang.pick("、", ", "));
    lang.pick(
        format!("两个到期时间之间不计：{parts}。"),
        format!("Not counted between the two: {parts}."),
    )
}
