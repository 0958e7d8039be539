//! The answer as sentences that can be sent to a customer.

use super::{Lang, length, short_time, zone_name};
use crate::engine::{Assessment, Basis, Clock, Instant, Terms, Zone};

/// Who reads the answer, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// In which language.
    pub lang: Lang,
    /// In which zone they are; the service zone is always given first.
    pub zone: Zone,
    /// When they read it; decides whether a year is named.
    pub now: Instant,
}

impl Reader {
    /// `at` in the service zone and, where the reader's wall clock differs, in theirs.
    #[must_use]
    pub fn both_times(&self, at: Instant, service: Zone) -> String {
        let Self { lang, zone, now } = *self;
        let there = format!(
            "{} {}",
            short_time(lang, at, service, now),
            zone_name(lang, service)
        );
        let there = match lang {
            Lang::Zh => format!(
                "{}（{}）",
                short_time(lang, at, service, now),
                zone_name(lang, service)
            ),
            Lang::En => there,
        };
        if zone.offset(at) == service.offset(at) {
            return there;
        }
        let here = short_time(lang, at, zone, now);
        let place = zone_name(lang, zone);
        match lang {
            Lang::Zh => format!("{there}，即{place} {here}"),
            Lang::En => format!("{there} ({here} {place})"),
        }
    }
}

/// The whole answer: when the ticket was submitted, and when each target is due, with the clock it runs on.
#[must_use]
pub fn answer(
    reader: &Reader,
    terms: &Terms,
    assessment: &Assessment,
    submitted: Instant,
) -> String {
    let Reader { lang, .. } = *reader;
    let policy = terms.policy();
    let service = policy.zone;
    let priority = policy.priority(assessment.rank);
    let (id, name) = priority.map_or(("", ""), |priority| {
        (priority.id.as_str(), lang.of(&priority.name))
    });
    let when = short_time(lang, submitted, service, reader.now);
    let zone = zone_name(lang, service);
    let opening = lang.pick(
        format!("{id}（{name}）工单，{when}（{zone}）提交："),
        format!("{id} ({name}) ticket, submitted {when} {zone}: "),
    );
    let parts: Vec<String> = assessment
        .clocks
        .iter()
        .map(|clock| clause(reader, terms, clock))
        .collect();
    let joined = parts.join(lang.pick("；", "; "));
    format!("{opening}{joined}{}", lang.pick("。", "."))
}

/// One target of the answer.
fn clause(reader: &Reader, terms: &Terms, clock: &Clock) -> String {
    let lang = reader.lang;
    let policy = terms.policy();
    let target = policy.targets.get(clock.target);
    let name = target.map_or("", |target| lang.of(&target.name));
    let limit = length(lang, clock.seconds);
    let hours = if terms.on_working_time(clock.target, clock.rank) {
        lang.pick("工作时间", "working hours")
    } else {
        lang.pick("7×24", "24x7")
    };
    let due = reader.both_times(clock.due, policy.zone);
    match (lang, clock.basis) {
        (Lang::Zh, Basis::Projected) => {
            format!("{name}预计最迟 {due}，假定首次响应到期时确认问题（{hours} {limit}）")
        }
        (Lang::Zh, _) => format!("{name}最迟 {due}（{hours} {limit}）"),
        (Lang::En, Basis::Projected) => {
            format!(
                "{name} by {due} if confirmed when the first response is due ({limit}, {hours})"
            )
        }
        (Lang::En, _) => format!("{name} by {due} ({limit}, {hours})"),
    }
}
