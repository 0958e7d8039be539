//! What a view shows of a clock: every text of it, ready to be put on the page.

use chrono::Datelike;

use super::{
    Lang, Reader, Urgency, check, clock_time, countdown, motion, point, reading, short_date,
    short_time, standing, status, zone_name,
};
use crate::engine::{
    Assessment, Basis, BasisPoints, Clock, Instant, Motion, OpenPoint, Outcome, Readings, Status,
    Terms, Zone,
};

/// An instant in the service zone and, where the reader's clock differs, in theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// For machines: RFC 3339.
    pub iso: String,
    /// In the service zone, without its name.
    pub service: String,
    /// In the reader's zone, with its name; empty where the clocks agree.
    pub reader: String,
}

impl Times {
    /// `at` for `reader`.
    #[must_use]
    pub fn of(reader: &Reader, service: Zone, at: Instant) -> Self {
        let Reader { lang, zone, now } = *reader;
        let elsewhere = zone.offset(at) != service.offset(at);
        let there = || {
            format!(
                "{} {}",
                zone_name(lang, zone),
                short_time(lang, at, zone, now)
            )
        };
        Self {
            iso: at.to_string(),
            service: short_time(lang, at, service, now),
            reader: if elsewhere { there() } else { String::new() },
        }
    }
}

/// A state as its chip shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The key of its colour and shape.
    pub key: &'static str,
    /// Its word.
    pub word: String,
    /// The share of the target that is used up, `92.5 %`, rounded down; empty before it starts.
    pub percent: String,
}

/// A figure that time moves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub label: &'static str,
    /// The figure.
    pub figure: String,
    /// What its parts are; empty where it names them itself.
    pub unit: &'static str,
    /// Whether it is longer than `99:59:59`; for styles, an attribute that is there or not.
    pub long: Option<&'static str>,
}

/// A clock of the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClockCard {
    /// The name of the target.
    pub name: String,
    /// Its length, and from when it runs.
    pub limit: String,
    /// The clause it comes from.
    pub clause: String,
    /// Whether it is due or projected.
    pub due_label: &'static str,
    /// When it is due, for machines.
    pub due_iso: String,
    /// When it is due: the time of day in the service zone.
    pub due_time: String,
    /// When it is due: the date there, with the zone.
    pub due_date: String,
    /// When it is due in the reader's zone; empty where the clocks agree.
    pub due_reader: String,
    /// Counted time left.
    pub counted: Figure,
    /// Wall-clock time left.
    pub wall: Figure,
    /// Where it stands.
    pub state: State,
    /// Who is told, or what the clock rests on.
    pub told: String,
    /// The key of its motion.
    pub motion_key: &'static str,
    /// The word of its motion.
    pub motion: &'static str,
    /// What is said when it has just come to stand here.
    pub crossing: String,
}

impl ClockCard {
    /// What is shown of `clock` at `now`; nothing under terms of another policy.
    #[must_use]
    pub fn of(reader: &Reader, terms: &Terms, clock: &Clock, now: Instant) -> Self {
        let Ok(status) = clock.status(terms, now) else {
            return Self::default();
        };
        let lang = reader.lang;
        let service = terms.policy().zone;
        let target = terms.policy().targets.get(clock.target);
        let working = terms.on_working_time(clock.target, clock.rank);
        let due_label = if clock.basis == Basis::Projected {
            check::DUE_PROJECTED
        } else {
            check::DUE
        };
        let local = service.local(clock.due);
        let this_year = service.local(reader.now).year();
        let date = short_date(lang, local.date(), this_year);
        Self {
            name: target
                .map(|target| lang.of(&target.name).to_owned())
                .unwrap_or_default(),
            limit: standing::limit(lang, terms, clock),
            clause: target
                .map(|target| target.clause.clone())
                .unwrap_or_default(),
            due_label: due_label.say(lang),
            due_iso: clock.due.to_string(),
            due_time: clock_time(local),
            due_date: format!("{date} {}", zone_name(lang, service)),
            due_reader: Times::of(reader, service, clock.due).reader,
            counted: figure(lang, &status, true, working),
            wall: figure(lang, &status, false, working),
            state: state(lang, terms, clock, &status),
            told: standing::told(
                lang,
                terms,
                clock,
                &status,
                clock.start_overdue(now),
                reader.now,
            ),
            motion_key: status::motion_key(status.motion),
            motion: motion(status.motion).say(lang),
            crossing: standing::crossing(lang, terms, clock, &status),
        }
    }
}

fn figure(lang: Lang, status: &Status, counted: bool, working: bool) -> Figure {
    let shown = countdown::shown(lang, status, counted, working);
    Figure {
        label: shown.label.say(lang),
        long: (shown.figure.chars().count() > "99:59:59".len()).then_some(""),
        figure: shown.figure,
        unit: shown.unit.map_or("", |unit| unit.say(lang)),
    }
}

fn state(lang: Lang, terms: &Terms, clock: &Clock, status: &Status) -> State {
    let started = status.motion != Motion::NotStarted;
    State {
        key: Urgency::of(status, terms.policy().thresholds.len()).key(),
        word: standing::word(lang, terms, clock, status),
        percent: if started {
            percent(status.share)
        } else {
            String::new()
        },
    }
}

/// A share as it is agreed: `80 %`.
#[must_use]
pub fn whole_percent(share: BasisPoints) -> String {
    match share.0 % 100 {
        0 => format!("{} %", share.0 / 100),
        rest => format!("{}.{rest:02} %", share.0 / 100),
    }
}

/// `92.5 %`, rounded down; `> 999 %` above that, where the time that is over says more.
pub(super) fn percent(share: BasisPoints) -> String {
    let tenths = share.0 / 10;
    if tenths > 9_990 {
        return "> 999 %".to_owned();
    }
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// A warning level of a clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelCard {
    /// The key of its colour and shape.
    pub key: &'static str,
    /// Its share and name: `80 % 预警`.
    pub name: String,
    /// When it is reached.
    pub times: Times,
    /// Who is told.
    pub told: String,
    /// Whether it is past; for styles, an attribute that is there or not.
    pub past: Option<&'static str>,
    /// `已过`, or nothing.
    pub passed: &'static str,
    /// Whether it comes next: `step`.
    pub next: Option<&'static str>,
}

impl LevelCard {
    /// The level at place `level` of the policy, without a clock.
    #[must_use]
    pub fn of_policy(lang: Lang, terms: &Terms, level: usize) -> Self {
        let thresholds = &terms.policy().thresholds;
        let Some(threshold) = thresholds.get(level) else {
            return Self::default();
        };
        let percent = whole_percent(threshold.share);
        Self {
            key: Urgency::at_level(level, thresholds.len()).key(),
            name: format!("{percent} {}", lang.of(&threshold.name)),
            told: lang.of(&threshold.told).to_owned(),
            ..Self::default()
        }
    }

    /// The level at place `level`, for `clock` at `now`.
    #[must_use]
    pub fn of(reader: &Reader, terms: &Terms, clock: &Clock, level: usize, now: Instant) -> Self {
        let card = Self::of_policy(reader.lang, terms, level);
        let (Ok(status), Some(at)) = (clock.status(terms, now), clock.marks.get(level)) else {
            return card;
        };
        let moving = !matches!(status.motion, Motion::NotStarted | Motion::Stopped);
        let next = status.level.map_or(0, |reached| reached + 1);
        let past = status.motion != Motion::NotStarted && level < next;
        Self {
            times: Times::of(reader, terms.policy().zone, *at),
            past: past.then_some(""),
            passed: if past {
                check::PASSED.say(reader.lang)
            } else {
                ""
            },
            next: (moving && level == next).then_some("step"),
            ..card
        }
    }
}

/// What the thresholds of `clock` rest on; empty when on what happened.
#[must_use]
pub fn assumption(reader: &Reader, terms: &Terms, clock: &Clock) -> String {
    match (clock.basis, clock.status(terms, reader.now)) {
        (Basis::Projected, Ok(status)) => {
            standing::told(reader.lang, terms, clock, &status, false, reader.now)
        }
        _ => String::new(),
    }
}

/// When one priority's target is due, in the table of all priorities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellCard {
    /// When.
    pub times: Times,
    /// What is left by the wall clock.
    pub left: String,
    /// Where it stands.
    pub state: State,
}

impl CellCard {
    /// What is shown of `clock` at `now`.
    #[must_use]
    pub fn of(reader: &Reader, terms: &Terms, clock: &Clock, now: Instant) -> Self {
        let Ok(status) = clock.status(terms, now) else {
            return Self::default();
        };
        let left = figure(reader.lang, &status, false, false);
        Self {
            times: Times::of(reader, terms.policy().zone, clock.due),
            left: format!("{} {}", left.label, left.figure),
            state: state(reader.lang, terms, clock, &status),
        }
    }
}

/// What another reading of an open point would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadingCard {
    /// When each target would be due: its name and the time; nothing where none moves.
    pub dues: Vec<(String, String)>,
    /// How far the first target that moves would move; `当前` for the reading in force.
    pub effect: String,
}

impl ReadingCard {
    /// The reading that gives `other` in the place of `current`; `in_force` when it is the current one.
    #[must_use]
    pub fn of(
        reader: &Reader,
        terms: &Terms,
        current: &Assessment,
        other: &Assessment,
        in_force: bool,
    ) -> Self {
        let Reader { lang, now, .. } = *reader;
        let policy = terms.policy();
        let name = |clock: &Clock| {
            let target = policy.targets.get(clock.target);
            target
                .map(|target| lang.of(&target.name).to_owned())
                .unwrap_or_default()
        };
        let mut shifts = current.clocks.iter().zip(&other.clocks);
        let moved = shifts.find(|(current, other)| current.due != other.due);
        let effect = match moved {
            _ if in_force => check::IN_FORCE.say(lang).to_owned(),
            None => check::NO_CHANGE.say(lang).to_owned(),
            Some((current, other)) => shifted(lang, &name(other), other.due.since(current.due)),
        };
        // What changes nothing need not be read.
        let said = in_force || moved.is_some();
        let clocks = other.clocks.iter().filter(|_| said);
        let dues = clocks
            .map(|clock| (name(clock), short_time(lang, clock.due, policy.zone, now)))
            .collect();
        Self { dues, effect }
    }
}

/// What comes of some of the plausible readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeCard {
    /// When each target is due.
    pub dues: Vec<String>,
    /// How the contract is read then, as near to the present way as can be.
    pub readings: Readings,
    /// Whether that is the way in force.
    pub in_force: bool,
    /// What makes the difference: the points read otherwise, each with how, and what the contract leaves open
    /// there.
    pub decided_by: Vec<(String, &'static str)>,
    /// How many combinations of readings give it.
    pub combinations: usize,
}

impl OutcomeCard {
    /// What is shown of `outcome`.
    #[must_use]
    pub fn of(reader: &Reader, terms: &Terms, outcome: &Outcome) -> Self {
        let Reader { lang, now, .. } = *reader;
        let zone = terms.policy().zone;
        let readings = outcome.readings.first().copied().unwrap_or_default();
        let said = |point: &OpenPoint| {
            let how = reading::cited(lang, *point, readings);
            (how, point::question(*point).say(lang))
        };
        let in_force = outcome.decided_by.is_empty();
        let decided_by = if in_force {
            vec![(check::IN_FORCE.say(lang).to_owned(), "")]
        } else {
            outcome.decided_by.iter().map(said).collect()
        };
        Self {
            dues: outcome
                .dues
                .iter()
                .map(|due| short_time(lang, *due, zone, now))
                .collect(),
            readings,
            in_force,
            decided_by,
            combinations: outcome.readings.len(),
        }
    }

    /// How many combinations were compared, and how many outcomes they have.
    #[must_use]
    pub fn summary(lang: Lang, combinations: usize, outcomes: usize) -> String {
        lang.pick(
            format!("R1、R2、R4、R5、R10 共 {combinations} 种组合，得出 {outcomes} 种结果。"),
            format!(
                "R1, R2, R4, R5 and R10 combine in {combinations} ways, with {outcomes} outcomes."
            ),
        )
    }
}

fn shifted(lang: Lang, name: &str, seconds: i64) -> String {
    let by = super::difference(lang, seconds);
    if seconds < 0 {
        lang.pick(format!("{name}早 {by}"), format!("{name} {by} earlier"))
    } else {
        lang.pick(format!("{name}晚 {by}"), format!("{name} {by} later"))
    }
}
