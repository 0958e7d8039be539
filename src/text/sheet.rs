//! The board as a table for spreadsheets, which the planner itself reads back.

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::phrase::{Phrase, phrases};
use super::{Reader, board, check, event, motion, status, warn, zone_name};
use crate::board::{Board, Crossing};
use crate::engine::{
    Assessment, BasisPoints, Clock, Event, EventKind, History, Instant, Motion, Seconds, Status,
    Terms, Verdict, Zone,
};
use crate::exchange::csv::Csv;
use crate::plan::Ticket;

phrases! {
    /// The number or key of the ticket.
    NUMBER: "工单编号", "Ticket number";
    /// Its title.
    TITLE: "标题", "Title";
    /// Its priority.
    PRIORITY: "优先级", "Priority";
    /// Whether it is open, waits or is solved.
    STATUS: "状态", "Status";
    /// The most urgent of its clocks.
    STATE: "SLA 状态", "SLA state";
    /// The next threshold.
    NEXT: "下一个阈值", "Next threshold";
    /// When it is reached.
    NEXT_AT: "下一个阈值时刻", "Next threshold at";
    /// It is worked on.
    OPEN: "处理中", "Open";
    /// It waits.
    ON_HOLD: "暂停", "On hold";
    /// It is solved.
    SOLVED: "已解决", "Resolved";
    /// Not yet due.
    NOT_DUE: "未到期", "Not yet due";
    /// Past due, and not stopped.
    OVERDUE: "已超时", "Overdue";
    /// From when a target runs.
    START: "起算", "start";
    /// When it is due.
    DUE: "到期", "due";
    /// Whether it moves.
    MOTION: "计时", "clock";
    /// Whether it was kept.
    VERDICT: "判定", "verdict";
    /// Counted time left.
    COUNTED: "计入剩余（分钟）", "counted left (min)";
    /// Wall-clock time left.
    WALL: "自然时间剩余（分钟）", "wall-clock left (min)";
    /// The share that is used up.
    SHARE: "已用", "used";
    /// As of when the row stands.
    AS_OF: "截至", "As of";
    /// The whole ticket, where the columns of times do not tell all that happened.
    RECORD: "完整记录", "Full record";
    /// When it was submitted.
    SUBMITTED_AT: "提交时间", "Submitted at";
    /// When it was first replied to.
    REPLIED_AT: "首次响应时间", "First response at";
    /// When the problem was confirmed.
    CONFIRMED_AT: "确认时间", "Confirmed at";
    /// When it was mitigated.
    MITIGATED_AT: "缓解时间", "Mitigated at";
    /// When it was paused.
    PAUSED_AT: "暂停时间", "Paused at";
    /// When it was resumed.
    RESUMED_AT: "恢复时间", "Resumed at";
    /// When it was resolved.
    RESOLVED_AT: "解决时间", "Resolved at";
}

/// The columns of what happened, which the planner reads back.
const HAPPENED: [Phrase; 7] = [
    SUBMITTED_AT,
    REPLIED_AT,
    CONFIRMED_AT,
    MITIGATED_AT,
    PAUSED_AT,
    RESUMED_AT,
    RESOLVED_AT,
];

/// The board as a table: its rows stand as of the reader's present.
///
/// A due time is told where it is sure: while a clock is paused it would be the one of going on now, so
/// those cells stay empty.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    reader: Reader,
    terms: &'a Terms,
}

impl<'a> Sheet<'a> {
    /// The table for `reader`, under `terms`.
    #[must_use]
    pub const fn new(reader: Reader, terms: &'a Terms) -> Self {
        Self { reader, terms }
    }

    /// What the file is called: `spt-001-board-20260214T0950Z.csv`.
    #[must_use]
    pub fn name(&self) -> String {
        let policy = self.terms.policy().id.to_lowercase();
        format!("{policy}-board-{}.csv", stamp(self.reader.now))
    }

    /// Writes the header.
    pub fn header(&self, csv: &mut Csv) {
        let Reader { lang, zone, .. } = self.reader;
        let service = self.terms.policy().zone;
        let in_zone = |name: String, zone| {
            let zone = zone_name(lang, zone);
            lang.pick(format!("{name}（{zone}）"), format!("{name} ({zone})"))
        };
        for phrase in [NUMBER, TITLE, PRIORITY, STATUS, STATE, NEXT] {
            csv.text(phrase.say(lang));
        }
        csv.text(&in_zone(NEXT_AT.say(lang).to_owned(), service));
        csv.text(&in_zone(event::SUBMITTED.say(lang).to_owned(), service));
        for target in &self.terms.policy().targets {
            let target = lang.of(&target.name);
            let of = |phrase: Phrase| {
                let phrase = phrase.say(lang);
                lang.pick(format!("{target}{phrase}"), format!("{target} {phrase}"))
            };
            csv.text(&in_zone(of(START), service));
            csv.text(&in_zone(of(DUE), service));
            if zone != service {
                csv.text(&in_zone(of(DUE), zone));
            }
            csv.text(&lang.pick(format!("{}（ISO）", of(DUE)), format!("{} (ISO)", of(DUE))));
            for phrase in [MOTION, VERDICT, COUNTED, WALL, SHARE] {
                csv.text(&of(phrase));
            }
        }
        for phrase in HAPPENED {
            csv.text(phrase.say(lang));
        }
        csv.text(RECORD.say(lang));
        csv.text(AS_OF.say(lang));
        csv.end();
    }

    /// Writes the row of the ticket at `index` of `board`.
    pub fn row(&self, csv: &mut Csv, board: &Board, index: u32) {
        let now = self.reader.now;
        let Some(ticket) = board.tickets().get(index) else {
            return;
        };
        csv.text(ticket.number.trim());
        csv.text(ticket.title.trim());
        match (ticket.history(), board.assess(index, now)) {
            (Ok(history), Some(Ok(found))) => self.figures(csv, board, index, &history, &found),
            _ => self.faulty(csv, &ticket),
        }
        csv.figure(&iso(self.terms.policy().zone, now));
        csv.end();
    }

    /// The rest of a row of which nothing can be computed: what is wrong with it, and the ticket as it is kept.
    fn faulty(&self, csv: &mut Csv, ticket: &Ticket) {
        csv.figure("");
        csv.figure("");
        csv.figure(board::FAULTY.say(self.reader.lang));
        for _ in 5..self.columns() - 2 {
            csv.figure("");
        }
        csv.figure(&ticket.write());
    }

    /// How many columns there are.
    fn columns(&self) -> usize {
        let policy = self.terms.policy();
        let dues = if self.reader.zone == policy.zone {
            2
        } else {
            3
        };
        8 + policy.targets.len() * (1 + dues + 5) + HAPPENED.len() + 2
    }

    fn figures(
        &self,
        csv: &mut Csv,
        board: &Board,
        index: u32,
        history: &History,
        found: &Assessment,
    ) {
        let Reader { lang, now, .. } = self.reader;
        let policy = self.terms.policy();
        let priority = policy.priority(found.rank);
        csv.text(priority.map_or("", |priority| &priority.id));
        csv.figure(status(history).say(lang));
        let state = board.state(index);
        csv.figure(&state.map_or(String::new(), |state| board::state(lang, policy, state)));
        let next = board.next(index).and_then(|next| self.next(found, next));
        let (what, at) = next.unwrap_or_default();
        csv.figure(&what);
        csv.figure(&at);
        csv.figure(&local(policy.zone, history.submitted));
        for clock in &found.clocks {
            if let Ok(status) = clock.status(self.terms, now) {
                self.clock(csv, clock, &status);
            }
        }
        self.happened(csv, board, index, history);
    }

    /// The threshold that is reached next: `首次响应 90 % 警告`, and when.
    fn next(&self, found: &Assessment, next: Crossing) -> Option<(String, String)> {
        let lang = self.reader.lang;
        let policy = self.terms.policy();
        let target = lang.of(&policy.targets.get(next.target)?.name);
        let level = warn::level(lang, policy, next.threshold);
        let clock = found.clocks.get(next.target)?;
        // The level of the whole rises a second after due.
        let at = clock.marks.get(next.threshold).unwrap_or(&clock.due);
        Some((format!("{target} {level}"), local(policy.zone, *at)))
    }

    fn clock(&self, csv: &mut Csv, clock: &Clock, status: &Status) {
        let Reader { lang, zone, .. } = self.reader;
        let service = self.terms.policy().zone;
        let sure = clock.paused_since.is_none();
        let due = |text: &dyn Fn() -> String| if sure { text() } else { String::new() };
        csv.figure(&local(service, clock.start));
        csv.figure(&due(&|| local(service, clock.due)));
        if zone != service {
            csv.figure(&due(&|| local(zone, clock.due)));
        }
        csv.figure(&due(&|| iso(service, clock.due)));
        csv.figure(motion(status.motion).say(lang));
        csv.figure(verdict(status).say(lang));
        if status.motion == Motion::NotStarted {
            // It has counted nothing, and what is left is assumed.
            for _ in 0..3 {
                csv.figure("");
            }
            return;
        }
        csv.figure(&minutes(status.counted_left));
        csv.figure(&due(&|| minutes(status.wall_left)));
        csv.figure(&percent(status.share));
    }

    /// What happened, in columns of times; where those do not tell all of it, also as the planner keeps it.
    fn happened(&self, csv: &mut Csv, board: &Board, index: u32, history: &History) {
        let policy = self.terms.policy();
        let pause = history.pauses.last();
        let round = history.rounds.last().copied().unwrap_or_default();
        let told = [
            Some(history.submitted),
            history.first_reply,
            history.confirmed,
            round.mitigated,
            pause.map(|pause| pause.from),
            pause.and_then(|pause| pause.until),
            round.resolved,
        ];
        for at in told {
            csv.figure(&at.map_or(String::new(), |at| iso(policy.zone, at)));
        }
        let ticket = board.tickets().get(index);
        let record = ticket.filter(|_| !columns_tell(history));
        csv.figure(&record.map_or(String::new(), |ticket| ticket.write()));
    }
}

/// Whether whoever reads the columns of times reads the same history.
fn columns_tell(history: &History) -> bool {
    let events = [
        (
            Some(history.submitted),
            EventKind::Submitted {
                priority: history.priority,
            },
        ),
        (history.first_reply, EventKind::FirstReply),
        (history.confirmed, EventKind::Confirmed),
        (
            history.pauses.last().map(|pause| pause.from),
            EventKind::Paused {
                reason: String::new(),
            },
        ),
        (
            history.pauses.last().and_then(|pause| pause.until),
            EventKind::Resumed,
        ),
        (
            history.rounds.last().and_then(|round| round.resolved),
            EventKind::Resolved,
        ),
    ];
    let told = events
        .into_iter()
        .filter_map(|(at, kind)| Some(Event::new(at?, kind)));
    let told: Vec<Event> = told.collect();
    // A pause that the resolution ended is told by no column.
    let open_pause = history
        .pauses
        .last()
        .is_some_and(|pause| pause.until.is_none());
    let solved = history
        .rounds
        .last()
        .is_some_and(|round| round.resolved.is_some());
    !(open_pause && solved) && History::read(&told).as_ref() == Ok(history)
}

/// Whether a ticket is open, waits or is solved: words that tables of tickets have for it.
fn status(history: &History) -> Phrase {
    let solved = history
        .rounds
        .last()
        .is_some_and(|round| round.resolved.is_some());
    let paused = history
        .pauses
        .last()
        .is_some_and(|pause| pause.until.is_none());
    match (solved, paused) {
        (true, _) => SOLVED,
        (_, true) => ON_HOLD,
        _ => OPEN,
    }
}

const fn verdict(status: &Status) -> Phrase {
    match status.verdict {
        None => check::PROJECTED,
        Some(Verdict::Open) => NOT_DUE,
        Some(Verdict::Met) => status::MET,
        Some(Verdict::Missed) => status::MISSED,
        Some(Verdict::Overdue) => OVERDUE,
    }
}

/// `2026-02-14 17:50:00`, which spreadsheets take for a time.
fn local(zone: Zone, at: Instant) -> String {
    written(zone.local(at), ' ')
}

/// `2026-02-14T17:50:00+08:00`.
pub(super) fn iso(zone: Zone, at: Instant) -> String {
    let offset = zone.offset(at);
    let sign = if offset < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset.abs() / 3_600, offset.abs() % 3_600 / 60);
    if offset % 60 != 0 {
        // Offsets of the years before whole minutes cannot be written so.
        return at.to_string();
    }
    let time = written(zone.local(at), 'T');
    format!("{time}{sign}{hours:02}:{minutes:02}")
}

fn written(local: NaiveDateTime, between: char) -> String {
    let (year, month, day) = (local.year(), local.month(), local.day());
    let (hour, minute, second) = (local.hour(), local.minute(), local.second());
    format!("{year:04}-{month:02}-{day:02}{between}{hour:02}:{minute:02}:{second:02}")
}

/// `20260214T0950Z`, for names of files.
pub(super) fn stamp(at: Instant) -> String {
    let utc = at.utc();
    let (year, month, day) = (utc.year(), utc.month(), utc.day());
    format!(
        "{year:04}{month:02}{day:02}T{:02}{:02}Z",
        utc.hour(),
        utc.minute()
    )
}

/// Whole minutes, rounded down: negative as soon as a second is over.
pub(super) fn minutes(seconds: Seconds) -> String {
    seconds.div_euclid(60).to_string()
}

/// `92.5%`, rounded down, as spreadsheets read percents.
pub(super) fn percent(share: BasisPoints) -> String {
    format!("{}.{}%", share.0 / 100, share.0 % 100 / 10)
}
