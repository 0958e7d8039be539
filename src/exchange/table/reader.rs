//! One row read by a mapping.

use std::borrow::Cow;
use std::collections::HashMap;

use super::field::fold;
use super::times::{self, is_nothing};
use super::{
    Caution, Field, Given, Guess, Mapping, Reason, Record, Row, Skip, StatusClass, System, Table,
};
use crate::engine::{Error, Event, EventKind, History, Instant, Policy, Rank};
use crate::plan::Ticket;

/// What a row begins with that sums up the others, folded.
const TOTALS: [&str; 6] = ["total", "totals", "合计", "总计", "summe", "gesamt"];

/// What is wrong with a row, with its column and what stands there.
pub(super) type Wrong = (Option<usize>, String, Reason);

/// What is looked up for every row.
pub(super) struct Reader<'a> {
    mapping: &'a Mapping,
    given: &'a Given,
    width: usize,
    /// The guess for each field, in their order.
    fields: Vec<Option<&'a Guess>>,
    priorities: HashMap<&'a str, Option<Rank>>,
    statuses: HashMap<&'a str, Option<StatusClass>>,
    /// How many priorities there are.
    ranks: usize,
    /// The columns that tell of a pull request.
    pull_request: Vec<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        table: &Table,
        mapping: &'a Mapping,
        policy: &Policy,
        given: &'a Given,
    ) -> Self {
        let rank = |rank: Option<Rank>| rank.filter(|rank| policy.priority(*rank).is_some());
        let priorities = mapping
            .priorities
            .iter()
            .map(|word| (word.word.as_str(), rank(word.rank.map(|(rank, _)| rank))));
        let statuses = mapping
            .statuses
            .iter()
            .map(|word| (word.word.as_str(), word.class));
        let fields = Field::ALL.map(|field| mapping.guessed(field));
        let headers = table.headers().iter().enumerate();
        let pull_request = headers.filter(|(_, header)| {
            mapping.system == Some(System::GitHub) && header.starts_with("pull_request")
        });
        Self {
            ranks: policy.priorities.len(),
            mapping,
            given,
            width: table.headers().len(),
            fields: fields.to_vec(),
            priorities: priorities.collect(),
            statuses: statuses.collect(),
            pull_request: pull_request.map(|(column, _)| column).collect(),
        }
    }

    fn guess(&self, field: Field) -> Option<&'a Guess> {
        self.fields.get(field as usize).copied().flatten()
    }

    fn value<'t>(&self, field: Field, row: &Record<'t>) -> Option<(usize, Cow<'t, str>)> {
        self.guess(field)?.value(row)
    }

    fn text(&self, field: Field, row: &Record<'_>) -> String {
        self.value(field, row)
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    }

    /// Why `row` is no ticket, where it is none.
    pub(super) fn skip(&self, row: &Record<'_>) -> Option<Skip> {
        let mut cells = (0..row.width()).map(|column| row.value(column));
        let Some(first) = cells.find(|cell| !cell.is_empty()) else {
            return Some(Skip::Blank);
        };
        if self.value(Field::Created, row).is_none() && TOTALS.contains(&fold(&first).as_str()) {
            return Some(Skip::Total);
        }
        let mut pull_request = self.pull_request.iter();
        let is_one = pull_request.any(|column| !is_nothing(&row.value(*column)));
        is_one.then_some(Skip::PullRequest)
    }

    /// The ticket in `row`, which is at `place`.
    pub(super) fn row(&self, row: &Record<'_>, place: usize) -> Result<Row, Wrong> {
        let surplus = (self.width..row.width()).find(|column| !row.value(*column).is_empty());
        if let Some(column) = surplus {
            return Err((
                Some(column),
                row.value(column).into_owned(),
                Reason::TooManyCells,
            ));
        }
        let mut taken = Taken::default();
        if let Some(events) = self.record(row)? {
            let status = self.status(row, &mut taken);
            return self.finish((row, place), status, Taken { events, ..taken });
        }
        let created = self.created(row, &mut taken)?;
        let priority = self.priority(row)?;
        let status = self.status(row, &mut taken);
        taken.add(created, EventKind::Submitted { priority });
        let reply = self.reply(row, created, &mut taken)?;
        let confirmed = self.time(Field::Confirmed, row, &mut taken)?;
        let resolved = self.resolved(row, status, &mut taken)?;
        let paused = self.time(Field::Paused, row, &mut taken)?;
        let resumed = self.time(Field::Resumed, row, &mut taken)?;
        let paused = match (paused, resumed, status) {
            (None, _, Some(StatusClass::Pending)) => {
                taken.caution(Field::Status, Caution::PausedSinceUnknown);
                None
            }
            (
                Some(_),
                None,
                Some(StatusClass::Open | StatusClass::Solved | StatusClass::Closed),
            ) => {
                taken.caution(Field::Paused, Caution::PausedUntilUnknown);
                None
            }
            _ => paused,
        };
        let before_resolution = |at: &Instant| resolved.is_none_or(|resolved| *at <= resolved);
        let by_reply = reply.filter(|at| self.given.reply_confirms && before_resolution(at));
        let reason = String::new();
        let events = [
            (Field::FirstResponse, reply, EventKind::FirstReply),
            (
                Field::Confirmed,
                confirmed.or(by_reply),
                EventKind::Confirmed,
            ),
            (Field::Paused, paused, EventKind::Paused { reason }),
            (Field::Resumed, resumed, EventKind::Resumed),
            (Field::Resolved, resolved, EventKind::Resolved),
        ];
        for (field, at, kind) in events {
            let Some(at) = at else { continue };
            if at < created {
                // Where only the closing is told, that was taken.
                let (field, told) = match self.value(field, row) {
                    None if field == Field::Resolved => {
                        (Field::Closed, self.value(Field::Closed, row))
                    }
                    told => (field, told),
                };
                let (column, value) = told.unzip();
                let value = value.unwrap_or_default().into_owned();
                return Err((column, value, Reason::BeforeSubmission(field)));
            }
            taken.add(at, kind);
        }
        self.finish((row, place), status, taken)
    }

    fn finish(
        &self,
        (row, place): (&Record<'_>, usize),
        status: Option<StatusClass>,
        taken: Taken,
    ) -> Result<Row, Wrong> {
        History::read(&taken.events).map_err(contradiction)?;
        Ok(Row {
            line: row.line(),
            place,
            id: self.text(Field::Id, row),
            title: self.text(Field::Title, row),
            status,
            events: taken.events,
            cautions: taken.cautions,
        })
    }

    /// What happened by the record of the ticket that the planner wrote, where there is one.
    fn record(&self, row: &Record<'_>) -> Result<Option<Vec<Event>>, Wrong> {
        let Some((column, text)) = self.value(Field::Record, row) else {
            return Ok(None);
        };
        let known = |event: &Event| match event.kind {
            EventKind::Submitted { priority: rank } | EventKind::PriorityChanged { to: rank } => {
                usize::from(rank.0) < self.ranks
            }
            _ => true,
        };
        match Ticket::read(&text) {
            Ok(ticket) if ticket.events.iter().all(known) => Ok(Some(ticket.events)),
            _ => Err((Some(column), text.into_owned(), Reason::NotARecord)),
        }
    }

    fn created(&self, row: &Record<'_>, taken: &mut Taken) -> Result<Instant, Wrong> {
        let at = match self.value(Field::CreatedTime, row) {
            None => self.time(Field::Created, row, taken)?,
            Some((_, time)) => match self.value(Field::Created, row) {
                None => None,
                Some((column, date)) => {
                    let whole = Cow::Owned(format!("{date} {time}"));
                    Some(self.at(Field::Created, column, whole, taken)?)
                }
            },
        };
        let at = at.ok_or_else(|| {
            let column = self.mapping.column(Field::Created);
            (column, String::new(), Reason::CreatedMissing)
        })?;
        if at > self.given.now {
            taken.caution(Field::Created, Caution::Future);
        }
        Ok(at)
    }

    fn time(
        &self,
        field: Field,
        row: &Record<'_>,
        taken: &mut Taken,
    ) -> Result<Option<Instant>, Wrong> {
        let value = self.value(field, row);
        value
            .map(|(column, value)| self.at(field, column, value, taken))
            .transpose()
    }

    fn at(
        &self,
        field: Field,
        column: usize,
        value: Cow<'_, str>,
        taken: &mut Taken,
    ) -> Result<Instant, Wrong> {
        let known = self.guess(field).and_then(|guess| guess.times);
        let Some(known) = known else {
            return Err((Some(column), value.into_owned(), Reason::NotATime));
        };
        match times::instant(&value, known, self.given.zone, self.given.now) {
            Ok((at, caution)) => {
                if let Some(caution) = caution {
                    taken.caution(field, caution);
                }
                Ok(at)
            }
            Err(reason) => Err((Some(column), value.into_owned(), reason)),
        }
    }

    /// The first reply, by its time or by the minutes until it.
    fn reply(
        &self,
        row: &Record<'_>,
        created: Instant,
        taken: &mut Taken,
    ) -> Result<Option<Instant>, Wrong> {
        let at = self.time(Field::FirstResponse, row, taken)?;
        let minutes = self.value(Field::FirstResponseMinutes, row);
        let Some((column, value)) = minutes.filter(|_| at.is_none()) else {
            return Ok(at);
        };
        let later = value
            .parse()
            .ok()
            .filter(|minutes: &u32| *minutes > 0 || value == "0");
        let at = later.and_then(|minutes| created.plus(i64::from(minutes) * 60).ok());
        at.map(Some)
            .ok_or_else(|| (Some(column), value.into_owned(), Reason::NotMinutes))
    }

    fn priority(&self, row: &Record<'_>) -> Result<Rank, Wrong> {
        let value = self.value(Field::Priority, row);
        let (column, word) = value.unzip();
        let word = word.unwrap_or_default();
        let known = self.priorities.get(word.as_ref()).copied().flatten();
        let (rank, reason) = if word.is_empty() {
            (known.or(self.given.no_priority), Reason::PriorityMissing)
        } else {
            (known, Reason::PriorityUnknown)
        };
        let column = column.or_else(|| self.mapping.column(Field::Priority));
        rank.ok_or_else(|| (column, word.into_owned(), reason))
    }

    fn status(&self, row: &Record<'_>, taken: &mut Taken) -> Option<StatusClass> {
        let (_, word) = self.value(Field::Status, row)?;
        let class = self
            .statuses
            .get(word.as_ref())
            .copied()
            .flatten()
            .or_else(|| {
                let (_, category) = self.value(Field::StatusCategory, row)?;
                StatusClass::of(&category)
            });
        if class.is_none() {
            taken.caution(Field::Status, Caution::StatusUnknown);
        }
        class
    }

    /// When it was solved, or else closed.
    fn resolved(
        &self,
        row: &Record<'_>,
        status: Option<StatusClass>,
        taken: &mut Taken,
    ) -> Result<Option<Instant>, Wrong> {
        let solved = self.time(Field::Resolved, row, taken)?;
        let closed = match solved {
            Some(_) => None,
            None => self.time(Field::Closed, row, taken)?,
        };
        match (solved.or(closed), status) {
            (Some(_), Some(StatusClass::Open | StatusClass::Pending)) => {
                taken.caution(Field::Resolved, Caution::OpenDespiteResolution);
                Ok(None)
            }
            (None, Some(StatusClass::Solved | StatusClass::Closed)) => {
                let (column, word) = self.value(Field::Status, row).unzip();
                let word = word.unwrap_or_default().into_owned();
                Err((column, word, Reason::ResolvedWithoutTime))
            }
            (at, _) => {
                if closed.is_some() {
                    taken.caution(Field::Closed, Caution::ClosedForResolved);
                }
                Ok(at)
            }
        }
    }
}

fn contradiction(error: Error) -> Wrong {
    (None, String::new(), Reason::Contradiction(Box::new(error)))
}

/// What was read of a row so far.
#[derive(Default)]
struct Taken {
    events: Vec<Event>,
    cautions: Vec<(Field, Caution)>,
}

impl Taken {
    fn add(&mut self, at: Instant, kind: EventKind) {
        self.events.push(Event::new(at, kind));
    }

    fn caution(&mut self, field: Field, caution: Caution) {
        self.cautions.push((field, caution));
    }
}
