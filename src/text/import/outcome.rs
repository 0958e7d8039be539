//! What became of the rows of an import.

use serde::Serialize;

use super::understood::both;
use crate::engine::{Bilingual, Misread, Node};
use crate::exchange::import::Session;
use crate::exchange::table::BadRow;
use crate::text::table as words;

/// How many bad rows, and how many that are no tickets, are told one by one; the file has all.
const TOLD: usize = 100;

/// What became of the rows of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// How many are taken.
    pub good: usize,
    /// How many cannot be.
    pub bad: usize,
    /// How many are no tickets.
    pub skipped: usize,
    /// The first of those that cannot be taken.
    pub bad_rows: Vec<BadCard>,
    /// Why the first of those that are no tickets are none.
    pub skips: Vec<Bilingual>,
    /// What may not be as it is meant, and in how many rows.
    pub cautions: Vec<Caution>,
    /// Whether the number of rows is one at which some systems end an export without saying so.
    pub may_be_cut: bool,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BadCard {
    /// Its line in the file.
    pub line: u32,
    /// The column that is wrong; empty where it is none.
    pub column: Bilingual,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub reason: Bilingual,
    /// What to do about it.
    pub mend: Bilingual,
}

/// What may not be as it is meant in some rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Caution {
    /// What.
    pub what: Bilingual,
    /// In how many rows.
    pub rows: usize,
}

impl Outcome {
    /// What became of the rows of `session`.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let bad = session.bad().iter().take(TOLD);
        let skips = session.skipped().iter().take(TOLD);
        let cautions = session.cautions().iter();
        Self {
            good: session.good(),
            bad: session.bad().len(),
            skipped: session.skipped().len(),
            bad_rows: bad.map(|row| BadCard::of(session, row)).collect(),
            skips: skips
                .map(|row| both(&|lang| words::skip(lang, row.line, row.skip)))
                .collect(),
            cautions: cautions
                .map(|(caution, rows)| Caution {
                    what: both(&|lang| words::caution(*caution).say(lang).to_owned()),
                    rows: *rows,
                })
                .collect(),
            may_be_cut: session.may_be_cut(),
        }
    }

    /// It as text.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// It from its text.
    ///
    /// # Errors
    /// [`Misread`] where it is damaged.
    pub fn read(text: &str) -> Result<Self, Misread> {
        let tree = Node::parse(text)?;
        let node = Node::whole(&tree);
        Ok(Self {
            good: node.key("good").number()?,
            bad: node.key("bad").number()?,
            skipped: node.key("skipped").number()?,
            bad_rows: node.key("bad_rows").list(BadCard::read)?,
            skips: node.key("skips").list(Bilingual::read)?,
            cautions: node.key("cautions").list(|caution| {
                Ok(Caution {
                    what: Bilingual::read(&caution.key("what"))?,
                    rows: caution.key("rows").number()?,
                })
            })?,
            may_be_cut: node.key("may_be_cut").flag()?,
        })
    }
}

impl BadCard {
    fn of(session: &Session, row: &BadRow) -> Self {
        let headers = session.table().headers();
        let zone = session.policy().zone;
        Self {
            line: row.line,
            column: row.column.map_or_else(Bilingual::default, |column| {
                both(&|lang| words::column(lang, headers, column))
            }),
            value: row.value.clone(),
            reason: both(&|lang| words::fix(lang, zone, row).reason),
            mend: both(&|lang| words::fix(lang, zone, row).mend),
        }
    }

    fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            line: node.key("line").number()?,
            column: Bilingual::read(&node.key("column"))?,
            value: node.key("value").text()?,
            reason: Bilingual::read(&node.key("reason"))?,
            mend: Bilingual::read(&node.key("mend"))?,
        })
    }
}
