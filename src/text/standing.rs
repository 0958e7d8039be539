//! Where a clock stands, and who is told.

use super::status::{MET, MISSED, ON_TRACK};
use super::{Lang, check, clock_time, length, short_time, zone_name};
use crate::engine::{Basis, Clock, Instant, Milestone, Status, Terms, Threshold, Verdict};

/// How long the target is and from when it runs: `2 小时，提交起算`, `2 h from submission`.
#[must_use]
pub fn limit(lang: Lang, terms: &Terms, clock: &Clock) -> String {
    use crate::engine::ResolutionStart as Start;
    let start = terms
        .policy()
        .targets
        .get(clock.target)
        .map(|target| target.start);
    let (zh, en) = match (start, terms.readings().resolution_start) {
        (Some(Milestone::Confirmation), Start::Confirmation) => ("确认起算", "from confirmation"),
        (Some(Milestone::Confirmation), Start::FirstReply) | (Some(Milestone::FirstReply), _) => {
            ("首次回复起算", "from the first reply")
        }
        _ => ("提交起算", "from submission"),
    };
    let length = length(lang, clock.seconds);
    lang.pick(format!("{length}，{zh}"), format!("{length} {en}"))
}

/// The word of the state: `正常`, `Warning`, `Met`, `Projected`.
#[must_use]
pub fn word(lang: Lang, terms: &Terms, clock: &Clock, status: &Status) -> String {
    let phrase = match (clock.basis, status.verdict) {
        (Basis::Projected, _) => check::PROJECTED,
        (_, Some(Verdict::Met)) => MET,
        (_, Some(Verdict::Missed)) => MISSED,
        _ => match reached(terms, status) {
            Some(threshold) => return lang.of(&threshold.name).to_owned(),
            None => ON_TRACK,
        },
    };
    phrase.say(lang).to_owned()
}

fn reached<'a>(terms: &'a Terms, status: &Status) -> Option<&'a Threshold> {
    terms.policy().thresholds.get(status.level?)
}

/// Who is told at the level reached, with the clause; for a projected clock, what it rests on.
#[must_use]
pub fn told(
    lang: Lang,
    terms: &Terms,
    clock: &Clock,
    status: &Status,
    start_overdue: bool,
    now: Instant,
) -> String {
    if start_overdue {
        return check::CONFIRMATION_OVERDUE.say(lang).to_owned();
    }
    match clock.basis {
        Basis::Projected => {
            let by = short_time(lang, clock.start, terms.policy().zone, now);
            let zone = zone_name(lang, terms.policy().zone);
            lang.pick(
                format!("假定 {by}（{zone}）前确认问题"),
                format!("If confirmed by {by} {zone}"),
            )
        }
        Basis::Assumed => check::ASSUMED.say(lang).to_owned(),
        Basis::Recorded if status.verdict == Some(Verdict::Met) => {
            check::NOBODY_MORE.say(lang).to_owned()
        }
        Basis::Recorded => match reached(terms, status) {
            Some(threshold) => format!("{} {}", lang.of(&threshold.told), threshold.clause),
            None => check::NOBODY.say(lang).to_owned(),
        },
    }
}

/// The level a clock has just reached, for those who listen.
#[must_use]
pub fn crossing(lang: Lang, terms: &Terms, clock: &Clock, status: &Status) -> String {
    let target = terms.policy().targets.get(clock.target);
    let name = target.map_or("", |target| lang.of(&target.name));
    let word = word(lang, terms, clock, status);
    let due = clock_time(terms.policy().zone.local(clock.due));
    let zone = zone_name(lang, terms.policy().zone);
    lang.pick(
        format!("{name}：{word}，最迟 {due} {zone}"),
        format!("{name}: {word}, due {due} {zone}"),
    )
}
