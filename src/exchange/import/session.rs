//! A table while it is imported.

use super::{Choices, Repeats};
use crate::board::Batch;
use crate::engine::{Instant, Policy, Zone};
use crate::exchange::table::{
    BadRow, Caution, Field, Given, Import, LikelyZone, Mapping, Row, Skip, Skipped, Table,
    TableFault,
};

/// How many rows a batch has at most.
const BATCH: usize = 4_000;
/// How many rows are shown as samples.
const SAMPLES: usize = 3;
/// In how many rows from the first samples are looked for.
const SAMPLED: usize = 20;

/// Why times that say no zone are read in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneWhy {
    /// A person said so.
    Said,
    /// Times in UTC beside them tell.
    Likely(LikelyZone),
    /// It is the zone of the service.
    Service,
}

/// A row as it is written and as it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What stands in the columns of the fields.
    pub written: Vec<(Field, String)>,
    /// What it is.
    pub row: Result<Row, BadRow>,
}

/// A table while it is imported.
///
/// ```
/// use sla_planner::engine::Policy;
/// use sla_planner::exchange::import::{Choices, Session};
/// use sla_planner::exchange::table::Table;
/// let table = Table::paste("ID,Priority,Created at\n1,High,2026-02-14 17:50\n2,?!,2026-02-14 17:51\n").unwrap();
/// let now = "2026-02-15T00:00:00Z".parse()?;
/// let mut session = Session::open(table, Policy::spt_001()?, now, &[]);
/// while session.step(1_000) {}
/// assert_eq!((session.good(), session.bad().len()), (1, 1));
/// let mut choices = Choices::default();
/// choices.set_priority("?!".to_owned(), sla_planner::engine::Rank(4));
/// session.choose(choices).unwrap();
/// while session.step(1_000) {}
/// assert_eq!((session.good(), session.bad().len()), (2, 0));
/// assert_eq!(session.batches().len(), 1);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Debug)]
pub struct Session {
    policy: Policy,
    now: Instant,
    preferred: Vec<Zone>,
    table: Table,
    guessed: Mapping,
    likely: Option<LikelyZone>,
    choices: Choices,
    mapping: Mapping,
    outcome: Outcome,
}

/// What became of the rows so far.
#[derive(Debug, Default)]
struct Outcome {
    /// How many rows were read.
    read: usize,
    good: usize,
    bad: Vec<BadRow>,
    skipped: Vec<Skipped>,
    cautions: Vec<(Caution, usize)>,
    repeats: Repeats,
    batch: Batch,
    batches: Vec<Vec<u8>>,
    ended: bool,
}

impl Session {
    /// Begins with `table`; nothing of it is read yet but what tells what its columns mean. Of the zones in
    /// which it may have been written, those `preferred` come first.
    #[must_use]
    pub fn open(table: Table, policy: Policy, now: Instant, preferred: &[Zone]) -> Self {
        let guessed = Mapping::guess(&table, &policy);
        let likely = guessed
            .needs_zone()
            .then(|| LikelyZone::find(&table, &guessed, preferred))
            .flatten();
        let choices = Choices::default();
        let mapping = choices.applied(&guessed, &table, &policy);
        Self {
            policy,
            now,
            preferred: preferred.to_vec(),
            table,
            guessed,
            likely,
            choices,
            mapping,
            outcome: Outcome::default(),
        }
    }

    /// Begins again with what a person chose.
    ///
    /// # Errors
    /// [`TableFault`], when it is no table with the separator that was chosen; it stays as it was.
    pub fn choose(&mut self, choices: Choices) -> Result<(), TableFault> {
        let separator = choices.separator;
        if separator != self.choices.separator && separator != self.table.separator() {
            let separator = separator.or_else(|| self.table.separator());
            let table = match separator {
                Some(separator) => self.table.separated(separator)?,
                None => self.table.clone(),
            };
            let policy = self.policy.clone();
            *self = Self::open(table, policy, self.now, &self.preferred);
        }
        self.mapping = choices.applied(&self.guessed, &self.table, &self.policy);
        self.choices = choices;
        self.outcome = Outcome::default();
        Ok(())
    }

    /// Reads that many rows more; whether some are left.
    pub fn step(&mut self, rows: usize) -> bool {
        let outcome = &mut self.outcome;
        if outcome.ended {
            return false;
        }
        let range = outcome.read..outcome.read.saturating_add(rows).min(self.table.len());
        let mut piece = Import::default();
        let given = given(
            &self.choices,
            &self.mapping,
            self.likely,
            &self.policy,
            self.now,
        );
        piece.take(
            &self.table,
            &self.mapping,
            &self.policy,
            &given,
            range.clone(),
        );
        outcome.read = range.end;
        outcome.take(piece);
        if outcome.read < self.table.len() {
            return true;
        }
        outcome.end(&self.table, &self.mapping);
        false
    }

    /// The table.
    #[must_use]
    pub const fn table(&self) -> &Table {
        &self.table
    }

    /// The policy whose priorities its rows have.
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What its columns and words mean, as guessed and as chosen.
    #[must_use]
    pub const fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// The instant of the import.
    #[must_use]
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// What was chosen.
    #[must_use]
    pub const fn choices(&self) -> &Choices {
        &self.choices
    }

    /// In which zone times that say none are read, and why; none where all say theirs.
    #[must_use]
    pub fn zone(&self) -> Option<(Zone, ZoneWhy)> {
        self.mapping
            .needs_zone()
            .then(|| zone(&self.choices, self.likely, &self.policy))
    }

    /// Whether it tells first replies, and no confirmations: then a reply can count as one.
    #[must_use]
    pub fn reply_can_confirm(&self) -> bool {
        let has = |field| self.mapping.guessed(field).is_some();
        !has(Field::Confirmed) && (has(Field::FirstResponse) || has(Field::FirstResponseMinutes))
    }

    /// A few rows as they are written and as they are understood.
    #[must_use]
    pub fn samples(&self) -> Vec<Sample> {
        let mut piece = Import::default();
        let given = given(
            &self.choices,
            &self.mapping,
            self.likely,
            &self.policy,
            self.now,
        );
        piece.take(&self.table, &self.mapping, &self.policy, &given, 0..SAMPLED);
        let good = piece.good.into_iter().map(|row| (row.line, Ok(row)));
        let bad = piece.bad.into_iter().map(|row| (row.line, Err(row)));
        let mut rows: Vec<(u32, Result<Row, BadRow>)> = good.chain(bad).collect();
        rows.sort_by_key(|(line, _)| *line);
        let sample = |(line, row)| {
            let mut records = self.table.rows_at(0..SAMPLED);
            let record = records.find(|record| record.line() == line)?;
            let written = self.mapping.guesses.iter().map(|guess| {
                let value = self.mapping.value(guess.field, &record);
                (guess.field, value.into_owned())
            });
            Some(Sample {
                written: written.collect(),
                row,
            })
        };
        rows.into_iter().take(SAMPLES).filter_map(sample).collect()
    }

    /// How many rows were read so far.
    #[must_use]
    pub const fn read(&self) -> usize {
        self.outcome.read
    }

    /// How many of them are taken.
    #[must_use]
    pub const fn good(&self) -> usize {
        self.outcome.good
    }

    /// Those that cannot be taken.
    #[must_use]
    pub fn bad(&self) -> &[BadRow] {
        &self.outcome.bad
    }

    /// Those that are no tickets.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.outcome.skipped
    }

    /// What may not be as it is meant in rows that are taken, and in how many.
    #[must_use]
    pub fn cautions(&self) -> &[(Caution, usize)] {
        &self.outcome.cautions
    }

    /// Whether the number of rows is one at which some systems end an export without saying so.
    #[must_use]
    pub fn may_be_cut(&self) -> bool {
        self.table.len() == Import::COMMON_LIMIT
    }

    /// The rows that are taken, as the bytes of [`Batch`]es, once all are read; they are handed over, and gone
    /// here.
    pub fn batches(&mut self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.outcome.batches)
    }
}

fn zone(choices: &Choices, likely: Option<LikelyZone>, policy: &Policy) -> (Zone, ZoneWhy) {
    match (choices.zone, likely) {
        (Some(zone), _) => (zone, ZoneWhy::Said),
        (None, Some(likely)) => (likely.zone, ZoneWhy::Likely(likely)),
        (None, None) => (policy.zone, ZoneWhy::Service),
    }
}

fn given(
    choices: &Choices,
    mapping: &Mapping,
    likely: Option<LikelyZone>,
    policy: &Policy,
    now: Instant,
) -> Given {
    Given {
        now,
        zone: mapping
            .needs_zone()
            .then(|| zone(choices, likely, policy).0),
        reply_confirms: choices.reply_confirms,
        no_priority: choices.no_priority,
    }
}

impl Outcome {
    fn take(&mut self, piece: Import) {
        for row in piece.good {
            let place = u32::try_from(row.place).unwrap_or(u32::MAX);
            self.repeats.note(&row.id, row.line, place);
            self.batch.push(row.line, &row.id, &row.title, &row.events);
            for (nth, (_, caution)) in row.cautions.iter().copied().enumerate() {
                // Once a row.
                if row
                    .cautions
                    .iter()
                    .take(nth)
                    .any(|(_, known)| *known == caution)
                {
                    continue;
                }
                match self
                    .cautions
                    .iter_mut()
                    .find(|(known, _)| *known == caution)
                {
                    Some((_, rows)) => *rows += 1,
                    None => self.cautions.push((caution, 1)),
                }
            }
            self.good += 1;
            if self.batch.len() >= BATCH {
                self.end_batch();
            }
        }
        self.bad.extend(piece.bad);
        self.skipped.extend(piece.skipped);
    }

    fn end_batch(&mut self) {
        let batch = std::mem::take(&mut self.batch);
        if !batch.is_empty() {
            self.batches.push(batch.write());
        }
    }

    /// Behind the last row: of several rows of one ticket the last stays.
    fn end(&mut self, table: &Table, mapping: &Mapping) {
        self.ended = true;
        self.end_batch();
        let superseded = self.repeats.superseded(|place| {
            let row = table.row(place as usize);
            let id = row.map(|row| mapping.value(Field::Id, &row).into_owned());
            id.unwrap_or_default()
        });
        if superseded.is_empty() {
            return;
        }
        let stays = |line: u32| {
            superseded
                .binary_search_by_key(&line, |(line, _)| *line)
                .is_err()
        };
        for bytes in &mut self.batches {
            let Some(batch) = Batch::read(bytes) else {
                continue;
            };
            let mut rest = Batch::default();
            for row in batch.rows().filter(|row| stays(row.line())) {
                rest.push(row.line(), row.number(), row.title(), &row.events());
            }
            if rest.len() < batch.len() {
                *bytes = rest.write();
            }
        }
        self.good -= superseded.len();
        let skipped = superseded.iter().map(|(line, by)| Skipped {
            line: *line,
            skip: Skip::Repeated { by: *by },
        });
        self.skipped.extend(skipped);
        self.skipped.sort_by_key(|skipped| skipped.line);
    }
}
