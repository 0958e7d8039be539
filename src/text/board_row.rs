//! What a row of the board shows: every text of it, ready to be put on the page.

use super::board as words;
use super::card::{percent, whole_percent};
use super::{Lang, Reader, Urgency, column_time, counted, standing, wall_clock, zone_name};
use crate::board::{Crossing, State, Tally};
use crate::engine::{
    Assessment, Basis, BasisPoints, Clock, Instant, Motion, Policy, Status, Terms, Verdict,
};
use crate::plan::Ticket;

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowCard {
    /// The number; the title where it has none, so that there is something to press.
    pub name: String,
    /// The title; empty where it stands for the number.
    pub title: String,
    /// Its priority now: `P2 中`.
    pub priority: String,
    /// The key of the state's colour and shape.
    pub state_key: &'static str,
    /// The state.
    pub state: String,
    /// That it is out of hours; empty otherwise.
    pub motion: &'static str,
    /// What is crossed next: `首次响应 90 %`; else why nothing is.
    pub next: String,
    /// When, and how long until then.
    pub next_at: String,
    /// A cell for each target.
    pub clocks: Vec<ClockCell>,
    /// The share that is used up of the clock that is the furthest: `92.5 %`.
    pub percent: String,
    /// The same, in per cent, at most 100, for the length of a bar.
    pub share: u16,
    /// The key of that bar's colour.
    pub share_key: &'static str,
}

/// A clock in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClockCell {
    /// The key of its shape.
    pub key: &'static str,
    /// Where it stands: `正常`.
    pub word: String,
    /// When it is due, for machines.
    pub iso: String,
    /// When it is due, in the service zone, which the heading names.
    pub due: String,
    /// In the reader's zone, with its name; empty where the clocks agree.
    pub reader: String,
    /// What is left, counted and by the wall clock.
    pub left: String,
}

impl RowCard {
    /// What is shown of `ticket` at `now`. Without an assessment, its events contradict each other, or the
    /// policy does not know its priority.
    #[must_use]
    pub fn of(
        reader: &Reader,
        terms: &Terms,
        ticket: &Ticket,
        assessment: Option<&Assessment>,
        (state, next): (State, Option<Crossing>),
    ) -> Self {
        let (lang, policy) = (reader.lang, terms.policy());
        let numbered = !ticket.number.is_empty();
        let rank = assessment.map(|assessment| assessment.rank);
        let rank = rank.or_else(|| ticket.submission().map(|(_, rank)| rank));
        let mut card = Self {
            name: if numbered {
                &ticket.number
            } else {
                &ticket.title
            }
            .clone(),
            title: if numbered { &ticket.title } else { "" }.to_owned(),
            priority: rank.map_or(String::new(), |rank| priority(lang, policy, rank)),
            state_key: key(state),
            state: words::state(lang, policy, state),
            ..Self::default()
        };
        if card.name.is_empty() {
            card.name = format!("#{}", ticket.key);
        }
        let clocks = assessment.map_or(&[][..], |assessment| &assessment.clocks);
        let mut furthest: Option<(bool, BasisPoints, Urgency)> = None;
        for clock in clocks {
            let Ok(status) = clock.status(terms, reader.now) else {
                continue;
            };
            let urgency = Urgency::of(&status, policy.thresholds.len());
            card.clocks
                .push(ClockCell::of(reader, terms, clock, &status, urgency));
            let runs = !matches!(status.motion, Motion::Stopped | Motion::NotStarted);
            if runs && status.motion == Motion::OutOfHours {
                card.motion = words::OUT_OF_HOURS.say(lang);
            }
            let reached = (runs, status.share, urgency);
            let further =
                furthest.is_none_or(|(ran, share, _)| (ran, share) < (runs, status.share));
            if status.motion != Motion::NotStarted && further {
                furthest = Some(reached);
            }
        }
        if let Some((_, share, urgency)) = furthest {
            card.percent = percent(share);
            card.share = u16::try_from(share.0 / 100).unwrap_or(100).min(100);
            card.share_key = urgency.key();
        }
        (card.next, card.next_at) = next_texts(reader, terms, state, next);
        card
    }
}

/// The key of a state's colour and shape.
const fn key(state: State) -> &'static str {
    match state {
        State::Faulty => "none",
        state => state.key(),
    }
}

/// `P2 中`.
fn priority(lang: Lang, policy: &Policy, rank: crate::engine::Rank) -> String {
    policy.priority(rank).map_or(String::new(), |priority| {
        format!("{} {}", priority.id, lang.of(&priority.name))
    })
}

/// What is crossed next, and when; else why nothing is.
fn next_texts(
    reader: &Reader,
    terms: &Terms,
    state: State,
    next: Option<Crossing>,
) -> (String, String) {
    let lang = reader.lang;
    let Some(next) = next else {
        let why = if state == State::Paused {
            words::PAUSED_NEXT
        } else {
            words::NOTHING_NEXT
        };
        return (why.say(lang).to_owned(), String::new());
    };
    let at = column_time(lang, next.at, terms.policy().zone, reader.now);
    let until = wall_clock(lang, next.at.since(reader.now));
    let until = lang.pick(format!("{until} 后"), format!("in {until}"));
    (
        crossing(lang, terms.policy(), next),
        format!("{until} · {at}"),
    )
}

/// What is crossed: `首次响应 90 %`.
#[must_use]
pub fn crossing(lang: Lang, policy: &Policy, crossing: Crossing) -> String {
    let target = policy.targets.get(crossing.target);
    let name = target.map_or("", |target| lang.of(&target.name));
    let share = policy
        .thresholds
        .get(crossing.threshold)
        .map_or(BasisPoints::WHOLE, |threshold| threshold.share);
    format!("{name} {}", whole_percent(share))
}

impl ClockCell {
    fn of(
        reader: &Reader,
        terms: &Terms,
        clock: &Clock,
        status: &Status,
        urgency: Urgency,
    ) -> Self {
        let lang = reader.lang;
        let service = terms.policy().zone;
        let elsewhere = reader.zone.offset(clock.due) != service.offset(clock.due);
        let there = || {
            let time = column_time(lang, clock.due, reader.zone, reader.now);
            format!("{} {time}", zone_name(lang, reader.zone))
        };
        Self {
            key: urgency.key(),
            word: standing::word(lang, terms, clock, status),
            iso: clock.due.to_string(),
            due: column_time(lang, clock.due, service, reader.now),
            reader: if elsewhere { there() } else { String::new() },
            left: left(
                lang,
                clock,
                status,
                terms.on_working_time(clock.target, clock.rank),
                reader.now,
            ),
        }
    }
}

/// What is left, or over, counted and by the wall clock, each with its unit.
fn left(lang: Lang, clock: &Clock, status: &Status, working: bool, now: Instant) -> String {
    if clock.basis == Basis::Projected {
        return if clock.start_overdue(now) {
            words::OVERDUE_CONFIRMATION.say(lang).to_owned()
        } else {
            words::AWAITS.say(lang).to_owned()
        };
    }
    let over = matches!(status.verdict, Some(Verdict::Missed | Verdict::Overdue));
    let stopped = status.motion == Motion::Stopped;
    let label = match (over, stopped) {
        (true, _) => words::OVER,
        (false, true) => words::SPARE,
        (false, false) => words::LEFT,
    };
    let unit = if working {
        words::WORKING
    } else {
        words::COUNTED
    };
    let (label, unit, wall) = (label.say(lang), unit.say(lang), words::WALL.say(lang));
    let (counted, real) = (
        counted(status.counted_left),
        wall_clock(lang, status.wall_left),
    );
    lang.pick(
        format!("{label}{unit} {counted} · {wall} {real}"),
        format!("{label} {counted} {unit} · {real} {wall}"),
    )
}

/// The board in a line: how many tickets are in the states that matter, and what is crossed next.
#[must_use]
pub fn board_line(
    reader: &Reader,
    policy: &Policy,
    tally: &Tally,
    next: Option<(&Ticket, Crossing)>,
    now: Instant,
) -> String {
    let lang = reader.lang;
    let urgent = [
        State::Breached,
        State::Critical,
        State::Warning,
        State::Early,
    ];
    let mut parts: Vec<String> = urgent
        .into_iter()
        .filter(|state| tally.state(*state) > 0)
        .map(|state| {
            let many = words::grouped(tally.state(state));
            format!("{many} {}", words::state(lang, policy, state))
        })
        .collect();
    if let Some((ticket, next)) = next {
        let at = column_time(lang, next.at, policy.zone, now);
        let zone = zone_name(lang, policy.zone);
        let what = crossing(lang, policy, next);
        let name = ticket.name();
        parts.push(lang.pick(
            format!("下一个 {at}（{zone}）{name} {what}"),
            format!("next {at} {zone}: {name} {what}"),
        ));
    }
    parts.join(" · ")
}
