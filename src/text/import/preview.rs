//! An import as it is shown before it is taken: ready texts in both languages, as they come from the program
//! that reads.

use serde::Serialize;

use super::understood::{both, understood};
use super::{samples_time, zone_echo};
use crate::engine::{Bilingual, Expected, Misread, Node, Rank, Zone};
use crate::exchange::import::{Session, ZoneWhy};
use crate::exchange::moment::{DateOrder, DateSystem};
use crate::exchange::table::{Field, Guess, Separator, StatusClass, Zoning};
use crate::text::table as words;

/// What was found of a table, and how it will be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// The help desk that wrote it, what stands between its cells, and its encoding.
    pub about: Bilingual,
    /// How many rows it has.
    pub rows: usize,
    /// The names of its columns.
    pub headers: Vec<String>,
    /// What stands between its cells.
    pub separator: Option<Separator>,
    /// What its columns mean, every field in turn.
    pub fields: Vec<FieldCard>,
    /// A few rows.
    pub samples: Vec<SampleCard>,
    /// The words for priorities; the empty one is of rows without any.
    pub priorities: Vec<WordCard<Rank>>,
    /// The words for statuses.
    pub statuses: Vec<WordCard<StatusClass>>,
    /// The zone of times that say none.
    pub zone: Option<ZoneCard>,
    /// From which day the numbers of days count, where there are any.
    pub serial: Option<DateSystem>,
    /// Whether a first reply can count as confirmation.
    pub reply_can_confirm: bool,
    /// Whether some rows have no priority.
    pub asks_priority: bool,
}

/// What a field is taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldCard {
    /// The field.
    pub field: Field,
    /// What it is called.
    pub name: Bilingual,
    /// Its column, counted from 0.
    pub column: Option<usize>,
    /// Why that one.
    pub why: Bilingual,
    /// Whether its dates can be read with either number as the month.
    pub either: bool,
    /// Which comes first in its dates, the day or the month.
    pub order: Option<DateOrder>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleCard {
    /// Its line in the file.
    pub line: u32,
    /// What stands in the column of each field that has one, and what it is understood as.
    pub cells: Vec<SampleCell>,
    /// What is wrong with it; empty where nothing is.
    pub wrong: Bilingual,
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleCell {
    /// Its field.
    pub field: Field,
    /// What stands there.
    pub written: String,
    /// What it is understood as; empty where it says that itself.
    pub understood: Bilingual,
}

/// A word, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordCard<Meaning> {
    /// The word.
    pub word: String,
    /// How many rows have it.
    pub rows: usize,
    /// What it stands for, where that is known.
    pub meaning: Option<Meaning>,
    /// Why.
    pub why: Bilingual,
}

/// The zone of times that say none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ZoneCard {
    /// The zone.
    pub zone: Zone,
    /// Why that one.
    pub why: Bilingual,
    /// What a time of the table becomes by it; empty where none can be read.
    pub echo: Bilingual,
}

impl Preview {
    /// What is found of `session`.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let (table, mapping) = (session.table(), session.mapping());
        let samples: Vec<SampleCard> = session
            .samples()
            .iter()
            .map(|sample| understood(session, sample))
            .collect();
        let priority = |word: &crate::exchange::table::PriorityWord| WordCard {
            word: word.word.clone(),
            rows: word.rows,
            meaning: word.rank.map(|(rank, _)| rank),
            why: word.rank.map_or_else(Bilingual::default, |(_, why)| {
                both(&|lang| words::why_priority(lang, why))
            }),
        };
        let status = |word: &crate::exchange::table::StatusWord| WordCard {
            word: word.word.clone(),
            rows: word.rows,
            meaning: word.class,
            why: Bilingual::default(),
        };
        let guesses = || mapping.guesses.iter();
        let serial = guesses().find_map(|guess| guess.times?.serial);
        let no_word = mapping.priorities.iter().any(|word| word.word.is_empty());
        Self {
            about: both(&|lang| super::about(lang, session)),
            rows: table.len(),
            headers: table.headers().to_vec(),
            separator: table.separator(),
            fields: FIELDS
                .iter()
                .map(|field| field_card(session, *field))
                .collect(),
            zone: session.zone().map(|(zone, why)| ZoneCard {
                zone,
                why: zone_why(why),
                echo: samples_time(session).map_or_else(Bilingual::default, |(written, at)| {
                    both(&|lang| zone_echo(lang, session, &written, at, zone))
                }),
            }),
            samples,
            priorities: mapping.priorities.iter().map(priority).collect(),
            statuses: mapping.statuses.iter().map(status).collect(),
            serial,
            reply_can_confirm: session.reply_can_confirm(),
            asks_priority: no_word || mapping.column(Field::Priority).is_none(),
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
            about: Bilingual::read(&node.key("about"))?,
            rows: node.key("rows").number()?,
            headers: node.key("headers").list(|header| header.text())?,
            separator: node.key("separator").optional(Separator::read)?,
            fields: node.key("fields").list(FieldCard::read)?,
            samples: node.key("samples").list(SampleCard::read)?,
            priorities: node.key("priorities").list(|word| {
                let rank = |node: &Node<'_>| node.number().map(Rank);
                WordCard::read(word, word.key("meaning").optional(rank)?)
            })?,
            statuses: node.key("statuses").list(|word| {
                WordCard::read(word, word.key("meaning").optional(StatusClass::read)?)
            })?,
            zone: node.key("zone").optional(ZoneCard::read)?,
            serial: node.key("serial").optional(DateSystem::read)?,
            reply_can_confirm: node.key("reply_can_confirm").flag()?,
            asks_priority: node.key("asks_priority").flag()?,
        })
    }
}

/// The fields in the order in which they are shown.
const FIELDS: [Field; 14] = [
    Field::Id,
    Field::Title,
    Field::Created,
    Field::CreatedTime,
    Field::Priority,
    Field::Status,
    Field::FirstResponse,
    Field::FirstResponseMinutes,
    Field::Confirmed,
    Field::Resolved,
    Field::Closed,
    Field::Paused,
    Field::Resumed,
    Field::StatusCategory,
];

fn field_card(session: &Session, field: Field) -> FieldCard {
    let guess = session.mapping().guessed(field);
    let times = guess.and_then(|guess| guess.times);
    FieldCard {
        field,
        name: both(&|lang| words::field(field).say(lang).to_owned()),
        column: session.mapping().column(field),
        why: guess.map_or_else(Bilingual::default, why),
        either: times.is_some_and(|times| times.either),
        order: times.and_then(|times| times.order),
    }
}

/// Why a column is taken, and where the zone of its times comes from.
fn why(guess: &Guess) -> Bilingual {
    both(&|lang| {
        let mut said = words::why(lang, guess.why);
        let zoning = guess.times.map(|times| times.zoning);
        if let Some(zoning) = zoning.filter(|zoning| *zoning != Zoning::Needed) {
            said.push_str(lang.pick("；", "; "));
            said.push_str(words::zoning(zoning).say(lang));
        }
        if let Some(order) = guess.times.and_then(|times| times.order) {
            said.push_str(lang.pick("；", "; "));
            said.push_str(super::order(order).say(lang));
        }
        said
    })
}

fn zone_why(why: ZoneWhy) -> Bilingual {
    both(&|lang| match why {
        ZoneWhy::Said => words::WHY_SAID.say(lang).to_owned(),
        ZoneWhy::Likely(likely) => words::likely_zone(lang, &likely),
        ZoneWhy::Service => super::AS_SERVICE.say(lang).to_owned(),
    })
}

impl FieldCard {
    fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            field: Field::read(&node.key("field"))?,
            name: Bilingual::read(&node.key("name"))?,
            column: node.key("column").optional(Node::number)?,
            why: Bilingual::read(&node.key("why"))?,
            either: node.key("either").flag()?,
            order: node.key("order").optional(DateOrder::read)?,
        })
    }
}

impl SampleCard {
    fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            line: node.key("line").number()?,
            cells: node.key("cells").list(|cell| {
                Ok(SampleCell {
                    field: Field::read(&cell.key("field"))?,
                    written: cell.key("written").text()?,
                    understood: Bilingual::read(&cell.key("understood"))?,
                })
            })?,
            wrong: Bilingual::read(&node.key("wrong"))?,
        })
    }
}

impl<Meaning> WordCard<Meaning> {
    fn read(node: &Node<'_>, meaning: Option<Meaning>) -> Result<Self, Misread> {
        Ok(Self {
            word: node.key("word").text()?,
            rows: node.key("rows").number()?,
            meaning,
            why: Bilingual::read(&node.key("why"))?,
        })
    }
}

impl ZoneCard {
    fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            zone: node.key("zone").parsed(Expected::Zone)?,
            why: Bilingual::read(&node.key("why"))?,
            echo: Bilingual::read(&node.key("echo"))?,
        })
    }
}
