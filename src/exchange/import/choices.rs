//! What a person chose for an import.

use serde::Serialize;

use crate::engine::{Expected, Misread, Node, Policy, Rank, Zone};
use crate::exchange::moment::{DateOrder, DateSystem};
use crate::exchange::table::{Field, Mapping, PriorityWhy, Separator, StatusClass, Table};

/// What a person chose for an import; the rest is as it was guessed.
///
/// ```
/// use sla_planner::exchange::import::Choices;
/// use sla_planner::exchange::table::Field;
/// let mut choices = Choices::default();
/// choices.set_column(Field::Created, Some(3));
/// choices.reply_confirms = true;
/// assert_eq!(Choices::read(&choices.write()), Ok(choices));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choices {
    /// What stands between the cells.
    pub separator: Option<Separator>,
    /// Which column a field is in, counted from 0, or that it is in none.
    pub columns: Vec<(Field, Option<usize>)>,
    /// Whether the day or the month comes first in the column of a field.
    pub orders: Vec<(Field, DateOrder)>,
    /// From which day the numbers of days count.
    pub date_system: Option<DateSystem>,
    /// The zone of times that say none.
    pub zone: Option<Zone>,
    /// Whether a first reply counts as confirmation where none is told.
    pub reply_confirms: bool,
    /// The priority of tickets that have none.
    pub no_priority: Option<Rank>,
    /// What words for priorities stand for.
    pub priorities: Vec<(String, Rank)>,
    /// What words for statuses stand for.
    pub statuses: Vec<(String, StatusClass)>,
}

impl Choices {
    /// Takes `column` for `field`, or none.
    pub fn set_column(&mut self, field: Field, column: Option<usize>) {
        put(&mut self.columns, field, column);
        self.orders.retain(|(known, _)| *known != field);
    }

    /// Reads the dates of `field` in `order`.
    pub fn set_order(&mut self, field: Field, order: DateOrder) {
        put(&mut self.orders, field, order);
    }

    /// Takes `word` for a priority of `rank`.
    pub fn set_priority(&mut self, word: String, rank: Rank) {
        put(&mut self.priorities, word, rank);
    }

    /// Takes `word` for a status of `class`.
    pub fn set_status(&mut self, word: String, class: StatusClass) {
        put(&mut self.statuses, word, class);
    }

    /// What was guessed of `table`, with what was chosen.
    pub(super) fn applied(&self, guessed: &Mapping, table: &Table, policy: &Policy) -> Mapping {
        let mut mapping = guessed.clone();
        for (field, column) in &self.columns {
            mapping.set(*field, *column, table, policy);
        }
        if let Some(likely) = mapping.likely_order() {
            let asked: Vec<Field> = mapping.order_asked().collect();
            asked
                .into_iter()
                .for_each(|field| mapping.set_order(field, likely));
        }
        for (field, order) in &self.orders {
            mapping.set_order(*field, *order);
        }
        if let Some(system) = self.date_system {
            mapping.set_date_system(system);
        }
        for (word, rank) in &self.priorities {
            let known = mapping
                .priorities
                .iter_mut()
                .find(|known| known.word == *word);
            if let Some(known) = known {
                known.rank = Some((*rank, PriorityWhy::Said));
            }
        }
        for (word, class) in &self.statuses {
            let known = mapping
                .statuses
                .iter_mut()
                .find(|known| known.word == *word);
            if let Some(known) = known {
                known.class = Some(*class);
            }
        }
        mapping
    }

    /// The choices as text.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Choices from their text.
    ///
    /// # Errors
    /// [`Misread`] where it is damaged.
    pub fn read(text: &str) -> Result<Self, Misread> {
        let tree = Node::parse(text)?;
        let node = Node::whole(&tree);
        Ok(Self {
            separator: node.key("separator").optional(Separator::read)?,
            columns: node.key("columns").list(|pair| {
                let column = pair.place(1).optional(Node::number)?;
                Ok((Field::read(&pair.place(0))?, column))
            })?,
            orders: node.key("orders").list(|pair| {
                let order = DateOrder::read(&pair.place(1))?;
                Ok((Field::read(&pair.place(0))?, order))
            })?,
            date_system: node.key("date_system").optional(DateSystem::read)?,
            zone: node
                .key("zone")
                .optional(|zone| zone.parsed(Expected::Zone))?,
            reply_confirms: node.key("reply_confirms").flag()?,
            no_priority: node.key("no_priority").optional(rank)?,
            priorities: node
                .key("priorities")
                .list(|pair| Ok((pair.place(0).text()?, rank(&pair.place(1))?)))?,
            statuses: node.key("statuses").list(|pair| {
                let class = StatusClass::read(&pair.place(1))?;
                Ok((pair.place(0).text()?, class))
            })?,
        })
    }
}

fn rank(node: &Node<'_>) -> Result<Rank, Misread> {
    node.number().map(Rank)
}

fn put<Key: PartialEq, Value>(choices: &mut Vec<(Key, Value)>, key: Key, value: Value) {
    match choices.iter_mut().find(|(known, _)| *known == key) {
        Some((_, known)) => *known = value,
        None => choices.push((key, value)),
    }
}

#[cfg(test)]
mod tests {
    use super::Choices;
    use crate::engine::Rank;
    use crate::exchange::moment::{DateOrder, DateSystem};
    use crate::exchange::table::{Field, Separator, StatusClass};

    #[test]
    fn all_is_read_as_it_was_written() {
        let mut choices = Choices {
            separator: Some(Separator::Semicolon),
            date_system: Some(DateSystem::From1904),
            zone: "America/New_York".parse().ok(),
            reply_confirms: true,
            no_priority: Some(Rank(3)),
            ..Choices::default()
        };
        for field in Field::ALL {
            choices.set_column(field, None);
            choices.set_order(field, DateOrder::MonthFirst);
        }
        choices.set_column(Field::Priority, Some(4));
        choices.set_priority("特急".to_owned(), Rank(1));
        choices.set_priority("特急".to_owned(), Rank(0));
        for class in StatusClass::ALL {
            choices.set_status(format!("{class:?} \"x\""), class);
        }
        assert_eq!(choices.priorities, [("特急".to_owned(), Rank(0))]);
        assert_eq!(choices.orders.len(), Field::ALL.len() - 1);
        assert_eq!(Choices::read(&choices.write()), Ok(choices));
        assert!(Choices::read("{}").is_err());
    }
}
