//! Runs the cases of `tests/conformance`, or of the folder named by `SLA_CONFORMANCE_DIR`.
//!
//! `tests/conformance/README.md` describes the format. A line a file, the first failures with both
//! values, and a closing line; fails when a case fails.

#![allow(
    clippy::print_stdout,
    reason = "the report of a test runner of its own"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{NaiveDate, Weekday};
use serde::Deserialize;
use serde_json::Value;
use sla_planner::engine::{
    AtClosing, BasisPoints, Bilingual, Calendar, Closure, Counting, Counts, DatedHours, DatedKind,
    DayHours, Instant, Span, Timetable, TypedHours, WeeklyHours, Zone,
};

/// How many failures of a file are shown.
const SHOWN: usize = 5;

#[derive(Deserialize)]
struct Case {
    op: String,
    calendar: CaseCalendar,
    start: Option<String>,
    seconds: Option<i64>,
    end: Option<String>,
    expect: Value,
    created: Option<String>,
    #[serde(default)]
    targets: BTreeMap<String, i64>,
    #[serde(default)]
    pauses: Vec<CasePause>,
    #[serde(default)]
    events: Vec<CaseEvent>,
    update_from: Option<String>,
    now: Option<String>,
}

#[derive(Deserialize)]
struct CaseCalendar {
    timezone: String,
    #[serde(default)]
    weekly: BTreeMap<String, Vec<(String, String)>>,
    #[serde(default)]
    holidays: Vec<NaiveDate>,
    #[serde(default)]
    working_days: Vec<CaseDay>,
    #[serde(default)]
    closed: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct CaseDay {
    date: NaiveDate,
    hours: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct CasePause {
    from: String,
    to: Option<String>,
    applies_to: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct CaseEvent {
    at: String,
    #[serde(rename = "type")]
    kind: String,
}

type Fallible<T> = Result<T, String>;

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn instant(text: &str) -> Fallible<Instant> {
    text.parse().map_err(told)
}

fn hours(pairs: &[(String, String)]) -> Fallible<Vec<TypedHours>> {
    pairs
        .iter()
        .map(|(from, to)| format!("{from}-{to}").parse().map_err(told))
        .collect()
}

impl CaseCalendar {
    fn compile(&self) -> Fallible<Timetable> {
        let zone: Zone = self.timezone.parse().map_err(told)?;
        let mut week = WeeklyHours::default();
        for (day, pairs) in &self.weekly {
            let day: Weekday = day.parse().map_err(|_| format!("no weekday {day}"))?;
            for window in hours(pairs)? {
                week.add(day, window);
            }
        }
        let mut calendar = Calendar::weekly(zone, week);
        calendar.holidays = self
            .holidays
            .iter()
            .map(|date| (*date, Bilingual::default()))
            .collect();
        let mut dated: BTreeMap<NaiveDate, Vec<TypedHours>> = BTreeMap::new();
        for day in &self.working_days {
            dated
                .entry(day.date)
                .or_default()
                .extend(hours(&day.hours)?);
        }
        for (date, windows) in dated {
            let hours = DatedHours {
                kind: DatedKind::Special,
                hours: DayHours::typed(windows).map_err(told)?,
                name: Bilingual::default(),
            };
            calendar.dated.insert(date, hours);
        }
        for (from, until) in &self.closed {
            calendar.closures.push(Closure {
                span: Span::new(instant(from)?, instant(until)?),
                name: Bilingual::default(),
            });
        }
        Ok(Timetable::compile(&calendar, Counts::default()))
    }
}

/// The answer, in the shape of `expect`; instants as UTC.
fn answer(case: &Case) -> Fallible<Value> {
    let timetable = case.calendar.compile()?;
    if case.op == "sla" {
        return sla(case, &timetable);
    }
    let start = instant(case.start.as_deref().ok_or("no start")?)?;
    let end = || instant(case.end.as_deref().ok_or("no end")?);
    let seconds = || case.seconds.ok_or("no seconds");
    let shown = |at: Option<Instant>| at.map_or(Value::Null, |at| Value::from(at.to_string()));
    Ok(match case.op.as_str() {
        "add" => shown(Some(timetable.due(start, seconds()?).map_err(told)?)),
        "sub" => shown(Some(timetable.start_of(start, seconds()?).map_err(told)?)),
        "between" => timetable.counted(start, end()?).into(),
        "is_open" => timetable.is_open(start).into(),
        "intervals" => {
            let spans = timetable.open_spans(Span::new(start, end()?));
            spans
                .map(|span| Value::from(vec![shown(Some(span.from)), shown(Some(span.until))]))
                .collect()
        }
        "next_open" => shown(timetable.next_opening(start)),
        "next_close" => shown(timetable.next_closing(start)),
        "prev_open" => shown(timetable.previous_opening(start)),
        "prev_close" => shown(timetable.previous_closing(start)),
        "roll_forward" => shown(timetable.roll_forward(start)),
        "roll_back" => shown(timetable.roll_back(start)),
        other => return Err(format!("unknown op {other}")),
    })
}

fn sla(case: &Case, timetable: &Timetable) -> Fallible<Value> {
    let created = instant(case.created.as_deref().ok_or("no created")?)?;
    let now = case.now.as_deref().map(instant).transpose()?;
    let keys = case.expect.as_object().ok_or("expect is no object")?;
    let mut found = serde_json::Map::new();
    for key in keys.keys() {
        let value = if key == "paused_seconds" {
            paused_seconds(case, timetable, now)?
        } else {
            let (clock, what) = key
                .split_once('_')
                .ok_or_else(|| format!("unknown key {key}"))?;
            clock_value(case, timetable, (created, now), clock, what)?
        };
        found.insert(key.clone(), value);
    }
    Ok(found.into())
}

fn spans(case: &Case, clock: Option<&str>, now: Option<Instant>) -> Fallible<Vec<Span>> {
    let mut spans = Vec::new();
    for pause in &case.pauses {
        let applies = match (&pause.applies_to, clock) {
            (Some(clocks), Some(clock)) => clocks.iter().any(|name| name == clock),
            _ => true,
        };
        if applies {
            let until = match &pause.to {
                Some(to) => instant(to)?,
                None => now.ok_or("an open pause needs now")?,
            };
            spans.push(Span::new(instant(&pause.from)?, until));
        }
    }
    Ok(Span::unite(spans))
}

fn paused_seconds(case: &Case, timetable: &Timetable, now: Option<Instant>) -> Fallible<Value> {
    let paused = spans(case, None, now)?;
    Ok(paused
        .iter()
        .map(|span| timetable.counted(span.from, span.until))
        .sum::<i64>()
        .into())
}

fn clock_value(
    case: &Case,
    timetable: &Timetable,
    (created, now): (Instant, Option<Instant>),
    clock: &str,
    what: &str,
) -> Fallible<Value> {
    let target = *case
        .targets
        .get(clock)
        .ok_or_else(|| format!("no target {clock}"))?;
    let pauses = spans(case, Some(clock), now)?;
    let counting = Counting {
        timetable,
        pauses: &pauses,
        at_closing: AtClosing::Closing,
    };
    let start = match &case.update_from {
        Some(from) if clock == "update" => instant(from)?,
        _ => created,
    };
    let stops: &[&str] = match clock {
        "response" => &["first_response"],
        "resolution" => &["resolved"],
        "update" => &["agent_message"],
        other => return Err(format!("unknown clock {other}")),
    };
    let mut stop: Option<Instant> = None;
    for event in case
        .events
        .iter()
        .filter(|event| stops.contains(&event.kind.as_str()))
    {
        let at = instant(&event.at)?;
        if at >= start && stop.is_none_or(|stop| at < stop) {
            stop = Some(at);
        }
    }
    let due = |seconds| counting.due(start, seconds).map_err(told);
    let shown = stop
        .or(now)
        .ok_or("neither now nor an event that stops the clock");
    let elapsed = || shown.map(|shown| counting.counted(start, shown));
    Ok(match what {
        "due" => due(target)?.to_string().into(),
        "elapsed" => elapsed()?.into(),
        "remaining" => (target - elapsed()?).into(),
        "breached" => (shown? > due(target)?).into(),
        other => {
            let percent = other
                .strip_prefix("at_")
                .and_then(|percent| percent.parse::<u32>().ok());
            let percent = percent.ok_or_else(|| format!("unknown key {clock}_{other}"))?;
            due(BasisPoints(percent * 100).of(target))?
                .to_string()
                .into()
        }
    })
}

/// `value` with instants brought to UTC, so that their spelling does not matter.
fn in_utc(value: &Value) -> Value {
    match value {
        Value::String(text) => {
            instant(text).map_or_else(|_| value.clone(), |at| at.to_string().into())
        }
        Value::Array(values) => values.iter().map(in_utc).collect(),
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| (key.clone(), in_utc(value)))
            .collect(),
        other => other.clone(),
    }
}

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

fn run_file(path: &Path, tally: &mut Tally) {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let read = std::fs::read_to_string(path).map_err(told);
    let parsed: Fallible<Value> = read.and_then(|text| serde_json::from_str(&text).map_err(told));
    let cases = match parsed {
        Ok(Value::Array(cases)) => cases,
        Ok(_) if name == "staffing.json" => {
            println!("{name}: no list of cases (queues, for a test of their own)");
            return;
        }
        Ok(_) => {
            println!("{name}: failed: not a list of cases");
            tally.failed += 1;
            return;
        }
        Err(error) => {
            println!("{name}: failed: {error}");
            tally.failed += 1;
            return;
        }
    };
    let mut failures = Vec::new();
    for case in &cases {
        let id = case
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or("without id");
        let outcome = serde_json::from_value::<Case>(case.clone())
            .map_err(told)
            .and_then(|case| {
                let (found, expected) = (in_utc(&answer(&case)?), in_utc(&case.expect));
                if found == expected {
                    Ok(())
                } else {
                    Err(format!("expected {expected}, found {found}"))
                }
            });
        if let Err(error) = outcome {
            failures.push(format!("  {id}: {error}"));
        }
    }
    let passed = cases.len() - failures.len();
    println!(
        "{name}: {passed} passed, {} failed, 0 skipped",
        failures.len()
    );
    for failure in failures.iter().take(SHOWN) {
        println!("{failure}");
    }
    tally.passed += passed;
    tally.failed += failures.len();
}

fn main() -> ExitCode {
    let folder = std::env::var_os("SLA_CONFORMANCE_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance"),
        PathBuf::from,
    );
    let mut files: Vec<PathBuf> = match std::fs::read_dir(&folder) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) => {
            println!("{}: {error}", folder.display());
            return ExitCode::FAILURE;
        }
    };
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    let mut tally = Tally::default();
    for file in &files {
        run_file(file, &mut tally);
    }
    println!(
        "{} passed, {} failed, 0 skipped",
        tally.passed, tally.failed
    );
    if tally.failed == 0 && tally.passed > 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
