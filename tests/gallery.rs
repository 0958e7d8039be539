//! The gallery of edge cases; `gallery/README.md` tells the form.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};
use sla_planner::engine::{
    Assessment, Availability, Basis, Bilingual, Clock, DatedHours, DatedKind, DayHours, Error,
    Event, EventKind, History, Instant, Ledger, Motion, Notice, Outage, Period, Policy, Rank,
    Reason, Schedule, Seconds, Standing, Terms, Verdict,
};

const SPT_001: &str = include_str!("../src/engine/policy/spt-001.json");
const FILES: [(&str, &str); 4] = [
    ("clock", include_str!("gallery/clock.json")),
    ("events", include_str!("gallery/events.json")),
    ("calendar", include_str!("gallery/calendar.json")),
    ("availability", include_str!("gallery/availability.json")),
];

/// `2026-02-14 17:50` in Beijing, or RFC 3339.
fn at(text: &str) -> Instant {
    if text.contains('T') {
        return text.parse().expect("an instant in the gallery");
    }
    let seconds = if text.len() == 16 { ":00" } else { "" };
    let text = format!("{}{seconds}+08:00", text.replace(' ', "T"));
    text.parse().expect("a time in the gallery")
}

fn text<'a>(case: &'a Value, key: &str) -> &'a str {
    case[key]
        .as_str()
        .unwrap_or_else(|| panic!("{key} of {case}"))
}

/// RFC 7396.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let target = target.as_object_mut().expect("it was made one");
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}

fn policy(case: &Value) -> Result<Policy, Error> {
    let mut policy: Value = serde_json::from_str(SPT_001).expect("the policy is JSON");
    for (key, patch) in [("", &case["policy"]), ("readings", &case["readings"])] {
        if !patch.is_null() {
            let patch = if key.is_empty() {
                patch.clone()
            } else {
                json!({ key: patch })
            };
            merge(&mut policy, &patch);
        }
    }
    Policy::read(&policy.to_string())
}

fn terms(case: &Value) -> Result<Terms, Error> {
    let policy = policy(case)?;
    let mut calendar = policy.calendar()?;
    for (date, hours) in case["special"].as_object().into_iter().flatten() {
        let hours = hours.as_array().expect("a list of hours");
        let typed = hours
            .iter()
            .map(|hours| hours.as_str().expect("hours").parse().expect("hours"));
        let dated = DatedHours {
            kind: DatedKind::Special,
            hours: DayHours::typed(typed)?,
            name: Bilingual::default(),
        };
        calendar.dated.insert(date.parse().expect("a date"), dated);
    }
    let readings = policy.readings;
    Terms::new(
        Arc::new(policy),
        Arc::new(Schedule::new(calendar)),
        readings,
    )
}

fn event(policy: &Policy, event: &Value) -> Event {
    let detail = event[2].as_str().unwrap_or_default();
    let rank = || {
        let place = policy
            .priorities
            .iter()
            .position(|priority| priority.id == detail);
        Rank(u8::try_from(place.expect("a priority of the policy")).expect("few"))
    };
    let kind = match event[1].as_str().expect("a kind") {
        "submitted" => EventKind::Submitted { priority: rank() },
        "priority-changed" => EventKind::PriorityChanged { to: rank() },
        "confirmed" => EventKind::Confirmed,
        "paused" => EventKind::Paused {
            reason: detail.to_owned(),
        },
        "resumed" => EventKind::Resumed,
        "first-reply" => EventKind::FirstReply,
        "mitigated" => EventKind::Mitigated,
        "resolved" => EventKind::Resolved,
        "reopened" => EventKind::Reopened,
        other => panic!("no event {other}"),
    };
    Event::new(at(event[0].as_str().expect("a time")), kind)
}

/// The name of an error, or of the contradiction it tells.
fn error_name(error: &Error) -> String {
    let debug = match error {
        Error::Contradiction { fault, .. } => format!("{fault:?}"),
        other => format!("{other:?}"),
    };
    let end = debug.find([' ', '(', '{']).unwrap_or(debug.len());
    debug[..end].to_owned()
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Open => "open",
        Verdict::Met => "met",
        Verdict::Missed => "missed",
        Verdict::Overdue => "overdue",
    }
}

const fn reason(reason: &Reason) -> &'static str {
    match reason {
        Reason::AllHours => "all-hours",
        Reason::WorkingTime => "working-time",
        Reason::Dated {
            kind: DatedKind::MakeUp,
            ..
        }
        | Reason::OutOfHours => "out-of-hours",
        Reason::Dated { .. } => "dated",
        Reason::Closed => "closed",
        Reason::Paused { .. } => "paused",
        Reason::Maintenance => "maintenance",
        Reason::Closure { .. } => "closure",
        Reason::Holiday { .. } => "holiday",
        Reason::DayOff => "day-off",
    }
}

/// What can be claimed of a clock.
fn told(terms: &Terms, history: &History, clock: &Clock, now: Instant) -> Value {
    let status = clock.status(terms, now).expect("its own terms");
    let ledger = Ledger::of(terms, history, clock, clock.due).expect("its own terms");
    let mut skipped: Vec<&str> = Vec::new();
    for entry in ledger.entries.iter().filter(|entry| entry.counted == 0) {
        let reason = reason(&entry.reason);
        if !skipped.contains(&reason) {
            skipped.push(reason);
        }
    }
    let level = status
        .level
        .map(|level| terms.policy().thresholds[level].share.0);
    json!({
        "due": clock.due.to_string(),
        "start": clock.start.to_string(),
        "basis": match clock.basis {
            Basis::Recorded => "recorded",
            Basis::Projected => "projected",
            Basis::Assumed => "assumed",
        },
        "marks": clock.marks.iter().map(Instant::to_string).collect::<Vec<_>>(),
        "motion": match status.motion {
            Motion::NotStarted => "not-started",
            Motion::Running => "running",
            Motion::OutOfHours => "out-of-hours",
            Motion::Paused => "paused",
            Motion::Stopped => "stopped",
        },
        "verdict": status.verdict.map(verdict),
        "level": level,
        "elapsed": status.elapsed,
        "left": status.counted_left,
        "wall": status.wall_left,
        "earlier": clock.earlier.iter().map(|cycle| verdict(cycle.verdict)).collect::<Vec<_>>(),
        "less": clock.provisional.map(|provisional| provisional.less_estimated.to_string()),
        "provisional": clock.provisional.map(|provisional| provisional.first_unknown.to_string()),
        "skipped": skipped,
    })
}

fn ticket(case: &Value) -> Value {
    let assessed = || -> Result<Value, Error> {
        let terms = terms(case)?;
        let events: Vec<Event> = case["events"]
            .as_array()
            .expect("events")
            .iter()
            .map(|found| event(terms.policy(), found))
            .collect();
        let history = History::read(&events)?;
        let last = events.iter().map(|event| event.at).max().expect("an event");
        let now = case["now"].as_str().map_or(last, at);
        let assessment = Assessment::of(&terms, &history, now)?;
        let clocks = terms.policy().targets.iter().zip(&assessment.clocks);
        Ok(clocks
            .map(|(target, clock)| (target.id.clone(), told(&terms, &history, clock, now)))
            .collect())
    };
    assessed().unwrap_or_else(|error| json!({ "error": error_name(&error) }))
}

fn availability(case: &Value) -> Value {
    let policy = policy(case).expect("a policy");
    let period = match text(case, "period") {
        "day" => Period::Day,
        "week" => Period::Week,
        "month" => Period::Month,
        "quarter" => Period::Quarter,
        "year" => Period::Year,
        other => panic!("no period {other}"),
    };
    let around = text(case, "around").parse().expect("a date");
    let period = period.around(around, policy.zone).expect("in range");
    let outages: Vec<Outage> = case["outages"]
        .as_array()
        .expect("outages")
        .iter()
        .map(|outage| Outage {
            from: at(outage[0].as_str().expect("a time")),
            until: outage[1].as_str().map(at),
        })
        .collect();
    let now = case["now"].as_str().map_or(period.until, at);
    let found = Availability::of(&policy, policy.readings, period, &outages, now)
        .expect("the policy promises it");
    let used = found.in_force();
    json!({
        "budget": found.budget,
        "used": used.used,
        "left": used.left,
        "counted": found.all_counted.used,
        "ceiling": found.ceiling.of(100_000),
        "used_up": used.used_up.map(|at| at.to_string()),
        "runs_out": used.runs_out.map(|at| at.to_string()),
    })
}

fn notice(case: &Value) -> Value {
    let policy = policy(case).expect("a policy");
    let of = at(text(case, "of"));
    let notice = match text(case, "notice") {
        "planned" => Notice::Planned { opens: of },
        "emergency" => Notice::Emergency { begins: of },
        "restored" => Notice::Restoration {
            restored: of,
            confirmed: case["confirmed"].as_str().map(at),
        },
        "interrupted" => Notice::Interruption { discovered: of },
        other => panic!("no notice {other}"),
    };
    let sent = at(text(case, "sent"));
    let deadline = notice.deadline(policy.notices, policy.readings);
    let told = |key: &str, seconds: Seconds| json!({ key: seconds, "deadline": deadline.map(|at| at.to_string()) });
    match notice.standing(policy.notices, policy.readings, sent) {
        Standing::InTime { spare } => told("spare", spare),
        Standing::Late { by } => told("late", by),
        Standing::Recorded { ahead } => told("ahead", ahead),
        Standing::Delay { after } => told("after", after),
        Standing::NotYet => json!({}),
    }
}

/// What is claimed, with its times as instants.
fn claimed(value: &Value) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| (key.clone(), claimed(value)))
            .collect(),
        Value::Array(list) => list.iter().map(claimed).collect(),
        Value::String(text) if text.len() >= 16 && text.starts_with("20") => {
            at(text).to_string().into()
        }
        other => other.clone(),
    }
}

/// Where `found` is not what is claimed.
fn differences(path: &str, claimed: &Value, found: &Value, wrong: &mut Vec<String>) {
    if let (Value::Object(claims), Value::Object(found)) = (claimed, found) {
        for (key, claim) in claims {
            let found = found.get(key).unwrap_or(&Value::Null);
            differences(&format!("{path}.{key}"), claim, found, wrong);
        }
    } else if claimed != found {
        wrong.push(format!("{path}: {claimed} is claimed, {found} found"));
    }
}

#[test]
fn every_case_holds() {
    let mut wrong = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (file, cases) in FILES {
        let cases: Vec<Value> = serde_json::from_str(cases).expect("a list of cases");
        for case in &cases {
            let id = text(case, "id");
            assert_eq!(seen.insert(id.to_owned(), file), None, "{id} stands twice");
            assert!(text(case, "zh").ends_with('。'), "{id}");
            assert!(text(case, "en").ends_with('.'), "{id}");
            assert!(!text(case, "source").is_empty(), "{id}");
            let found = if case.get("period").is_some() {
                availability(case)
            } else if case.get("notice").is_some() {
                notice(case)
            } else {
                ticket(case)
            };
            differences(id, &claimed(&case["expect"]), &found, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(seen.len() >= 40, "{} cases", seen.len());
}
