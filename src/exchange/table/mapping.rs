//! What the columns of a table mean.

use std::borrow::Cow;
use std::collections::HashMap;

use super::field::{fold, is_fallback};
use super::times::{Seen, is_nothing};
use super::{
    Field, PriorityWord, Record, Separator, StatusClass, StatusWord, System, Table, Times, Zoning,
};
use crate::engine::Policy;
use crate::exchange::moment::{DateOrder, DateSystem};

/// How many words of a column are told apart; a row with another is a bad one.
const MOST_WORDS: usize = 500;

/// Why a column is taken for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Its header is known.
    Header,
    /// Its header is one of this system's.
    System(System),
    /// Its header is the nearest there is.
    Fallback,
    /// A person said so.
    Said,
}

/// A column taken for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The field.
    pub field: Field,
    /// The columns, counted from 0: several where a header stands several times, and the first that is not
    /// empty counts.
    pub columns: Vec<usize>,
    /// Why.
    pub why: Why,
    /// What is known of its times, where it has times.
    pub times: Option<Times>,
}

impl Guess {
    /// What stands in the first of its columns that is not empty in `row`, and which that is.
    pub(super) fn value<'t>(&self, row: &Record<'t>) -> Option<(usize, Cow<'t, str>)> {
        let cells = self.columns.iter();
        cells
            .map(|column| (*column, row.value(*column)))
            .find(|(_, value)| !is_nothing(value))
    }
}

/// What the columns of a table mean, and its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The help desk that wrote it, where the headers tell.
    pub system: Option<System>,
    /// The columns that mean something.
    pub guesses: Vec<Guess>,
    /// The words for priorities, the most frequent first.
    pub priorities: Vec<PriorityWord>,
    /// The words for statuses, the most frequent first.
    pub statuses: Vec<StatusWord>,
}

impl Mapping {
    /// What the columns of `table` mean by their headers and values, its priorities by the ranks of `policy`.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Rank};
    /// use sla_planner::exchange::table::{Field, Mapping, System, Table};
    /// let text = "Bug编号,Bug标题,优先级,创建日期\n1,登录失败,紧急,2026-02-14 17:50\n";
    /// let mapping = Mapping::guess(&Table::paste(text).unwrap(), &Policy::spt_001()?);
    /// assert_eq!(mapping.system, Some(System::ZenTao));
    /// assert_eq!(mapping.column(Field::Created), Some(3));
    /// assert_eq!(mapping.priorities[0].rank.map(|(rank, _)| rank), Some(Rank(0)));
    /// assert!(mapping.needs_zone());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn guess(table: &Table, policy: &Policy) -> Self {
        let headers: Vec<String> = table.headers().iter().map(|header| fold(header)).collect();
        let system = System::of(&headers);
        let mut mapping = Self {
            system,
            ..Self::default()
        };
        for field in Field::ALL {
            let preferred = headers.iter().filter_map(|header| {
                let place = field.preference(header)?;
                Some((place, header))
            });
            let Some((_, header)) = preferred.min_by_key(|(place, _)| *place) else {
                continue;
            };
            let same = headers
                .iter()
                .enumerate()
                .filter(|(_, other)| *other == header);
            let why = match system {
                _ if is_fallback(header) => Why::Fallback,
                Some(system) => Why::System(system),
                None => Why::Header,
            };
            let columns = same.map(|(column, _)| column).collect();
            mapping.add(field, columns, why, table);
        }
        mapping.read_words(table, policy);
        mapping
    }

    /// Takes `column` for `field`, or none, because a person said so.
    pub fn set(&mut self, field: Field, column: Option<usize>, table: &Table, policy: &Policy) {
        self.guesses.retain(|guess| guess.field != field);
        if let Some(column) = column {
            self.add(field, vec![column], Why::Said, table);
        }
        if matches!(field, Field::Priority | Field::Status) {
            self.read_words(table, policy);
        }
    }

    /// Reads the dates of `field` in `order`, because a person said so.
    pub fn set_order(&mut self, field: Field, order: DateOrder) {
        let guess = self.guesses.iter_mut().find(|guess| guess.field == field);
        if let Some(times) = guess.and_then(|guess| guess.times.as_mut()) {
            times.order = Some(order);
            times.ask_order = false;
        }
    }

    /// Counts days from where `system` does, because a person said so: a workbook does so in one way.
    pub fn set_date_system(&mut self, system: DateSystem) {
        let times = self
            .guesses
            .iter_mut()
            .filter_map(|guess| guess.times.as_mut());
        for serial in times.filter_map(|times| times.serial.as_mut()) {
            *serial = system;
        }
    }

    /// The order of day and month that every column shows which shows one: likely that of the others.
    #[must_use]
    pub fn likely_order(&self) -> Option<DateOrder> {
        let mut orders = self.guesses.iter().filter_map(|guess| guess.times?.order);
        let first = orders.next()?;
        orders.all(|order| order == first).then_some(first)
    }

    /// The guess for `field`.
    #[must_use]
    pub fn guessed(&self, field: Field) -> Option<&Guess> {
        self.guesses.iter().find(|guess| guess.field == field)
    }

    /// What `row` has for `field`; empty where it has nothing.
    #[must_use]
    pub fn value<'t>(&self, field: Field, row: &Record<'t>) -> Cow<'t, str> {
        let value = self.guessed(field).and_then(|guess| guess.value(row));
        value.map(|(_, value)| value).unwrap_or_default()
    }

    /// The first column of `field`, counted from 0.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.guessed(field)?.columns.first().copied()
    }

    /// Whether a zone is to be asked for, because some times say none.
    #[must_use]
    pub fn needs_zone(&self) -> bool {
        let needs = |guess: &Guess| {
            guess
                .times
                .is_some_and(|times| times.zoning == Zoning::Needed)
        };
        self.guesses.iter().any(needs)
    }

    /// The fields for which the order of day and month is to be asked.
    pub fn order_asked(&self) -> impl Iterator<Item = Field> {
        let asks = |guess: &&Guess| guess.times.is_some_and(|times| times.ask_order);
        self.guesses.iter().filter(asks).map(|guess| guess.field)
    }

    fn add(&mut self, field: Field, columns: Vec<usize>, why: Why, table: &Table) {
        let header = columns
            .first()
            .and_then(|column| table.headers().get(*column));
        let header = header.map(|header| fold(header)).unwrap_or_default();
        // A date beside a time of day is read together with it.
        let times = field.is_time().then(|| {
            let mut seen = Seen::default();
            for row in table.rows() {
                columns
                    .iter()
                    .for_each(|column| seen.take(&row.value(*column)));
            }
            let as_json = table.separator() == Some(Separator::Json);
            let zoning = match self.system {
                _ if !seen.local() => Zoning::Written,
                _ if header.ends_with("(utc)") => Zoning::HeaderUtc,
                // Jira writes this one in UTC whatever the zone of the others.
                Some(_) if header.contains("[chart]") => Zoning::SystemUtc,
                Some(system) if system.is_utc(as_json) => Zoning::SystemUtc,
                _ => Zoning::Needed,
            };
            let (order, ask_order) = seen.order();
            Times {
                zoning,
                order,
                either: seen.either(),
                ask_order,
                serial: seen.serial(),
            }
        });
        self.guesses.push(Guess {
            field,
            columns,
            why,
            times,
        });
    }

    fn read_words(&mut self, table: &Table, policy: &Policy) {
        let priorities = self.words(Field::Priority, table);
        self.priorities = PriorityWord::guess(priorities, self.system, policy);
        let statuses = self.words(Field::Status, table).into_iter();
        let status = |(word, rows): (String, usize)| StatusWord {
            class: StatusClass::guess(&word, self.system),
            word,
            rows,
        };
        self.statuses = statuses.map(status).collect();
    }

    /// The words in the column of `field`, the most frequent first; all that stand for nothing are one.
    fn words(&self, field: Field, table: &Table) -> Vec<(String, usize)> {
        let Some(guess) = self.guessed(field) else {
            return Vec::new();
        };
        let mut counts: HashMap<String, usize> = HashMap::new();
        for row in table.rows() {
            let value = row.value(guess.columns.first().copied().unwrap_or_default());
            let word = if is_nothing(&value) {
                ""
            } else {
                value.as_ref()
            };
            if let Some(count) = counts.get_mut(word) {
                *count += 1;
            } else if counts.len() < MOST_WORDS {
                counts.insert(word.to_owned(), 1);
            }
        }
        let mut words: Vec<(String, usize)> = counts.into_iter().collect();
        words.sort_by(|(one, rows), (other, more)| more.cmp(rows).then_with(|| one.cmp(other)));
        words
    }
}
