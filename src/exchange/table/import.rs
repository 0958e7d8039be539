//! Tickets from the rows of a table.

use std::collections::HashMap;
use std::ops::Range;

use super::reader::Reader;
use super::{BadRow, Mapping, Record, Row, Skip, Skipped, Table};
use crate::engine::{Instant, Policy, Rank, Zone};

/// What is given beside the table.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    /// The instant of the import.
    pub now: Instant,
    /// The zone of times that say none, where it was asked for.
    pub zone: Option<Zone>,
    /// Whether a first reply counts as confirmation where none is told.
    pub reply_confirms: bool,
    /// The priority of tickets that have none.
    pub no_priority: Option<Rank>,
}

/// The rows of a table: each is taken, bad, or skipped for a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Those that were taken.
    pub good: Vec<Row>,
    /// Those that cannot be taken.
    pub bad: Vec<BadRow>,
    /// Those that are no tickets.
    pub skipped: Vec<Skipped>,
}

impl Import {
    /// Rows at which some systems end an export without saying so.
    pub const COMMON_LIMIT: usize = 10_000;

    /// The rows of `table`, read by `mapping`.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Rank};
    /// use sla_planner::exchange::table::{Given, Import, Mapping, Reason, Table};
    /// let policy = Policy::spt_001()?;
    /// let table = Table::paste("ID,Priority,Created at\n1,High,2026-02-14 17:50\n2,High,soon\n").unwrap();
    /// let given = Given {
    ///     now: "2026-02-15T00:00:00Z".parse()?,
    ///     zone: Some("Asia/Shanghai".parse()?),
    ///     reply_confirms: false,
    ///     no_priority: None,
    /// };
    /// let import = Import::rows(&table, &Mapping::guess(&table, &policy), &policy, &given);
    /// assert_eq!(import.good[0].events[0].at, "2026-02-14T17:50:00+08:00".parse()?);
    /// assert_eq!((import.bad[0].line, import.bad[0].column), (3, Some(2)));
    /// assert_eq!(import.bad[0].reason, Reason::NotATime);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn rows(table: &Table, mapping: &Mapping, policy: &Policy, given: &Given) -> Self {
        let mut import = Self::default();
        import.take(table, mapping, policy, given, 0..table.len());
        import.finish(table);
        import
    }

    /// Reads the rows at `range`, so that a large table can be read piece by piece; the first piece also
    /// holds what comes before the header. Behind the last, [`Self::finish`].
    pub fn take(
        &mut self,
        table: &Table,
        mapping: &Mapping,
        policy: &Policy,
        given: &Given,
        range: Range<usize>,
    ) {
        let reader = Reader::new(table, mapping, policy, given);
        if range.start == 0 {
            for row in table.before() {
                self.skip(&row, Skip::BeforeHeader);
            }
        }
        for (place, row) in range.clone().zip(table.rows_at(range)) {
            if let Some(skip) = reader.skip(&row) {
                self.skip(&row, skip);
                continue;
            }
            match reader.row(&row, place) {
                Ok(row) => self.good.push(row),
                Err((column, value, reason)) => self.bad.push(BadRow {
                    line: row.line(),
                    column,
                    reason,
                    value,
                    place,
                }),
            }
        }
    }

    /// How many rows there are in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.good.len() + self.bad.len() + self.skipped.len()
    }

    /// Whether the number of rows is one at which some systems end an export without saying so.
    #[must_use]
    pub fn may_be_cut(&self) -> bool {
        let before = |skipped: &&Skipped| skipped.skip == Skip::BeforeHeader;
        self.total() - self.skipped.iter().filter(before).count() == Self::COMMON_LIMIT
    }

    /// Where several rows are of one ticket, as in logs of events, keeps the last.
    pub fn finish(&mut self, table: &Table) {
        let mut last: HashMap<&str, u32> = HashMap::with_capacity(self.good.len());
        for row in self.good.iter().filter(|row| !row.id.is_empty()) {
            last.insert(&row.id, row.line);
        }
        let by = |row: &Row| {
            last.get(row.id.as_str())
                .copied()
                .filter(|by| *by != row.line)
        };
        let repeated: Vec<(u32, u32)> = self
            .good
            .iter()
            .filter_map(|row| Some((row.line, by(row)?)))
            .collect();
        if repeated.is_empty() {
            return;
        }
        let is_repeated = |line: u32| repeated.binary_search_by_key(&line, |(line, _)| *line).ok();
        self.good.retain(|row| is_repeated(row.line).is_none());
        for row in table.rows() {
            let found = is_repeated(row.line()).and_then(|place| repeated.get(place));
            if let Some((_, by)) = found {
                self.skip(&row, Skip::Repeated { by: *by });
            }
        }
        self.skipped.sort_by_key(|skipped| skipped.line);
    }

    fn skip(&mut self, row: &Record<'_>, skip: Skip) {
        self.skipped.push(Skipped {
            line: row.line(),
            skip,
        });
    }
}
