//! Saved views.

use serde::Serialize;

use super::order::Kept;
use super::{Filter, Order};
use crate::engine::{Misread, Node};

/// The version of the shape in which views are kept.
const SCHEMA: u32 = 1;

/// A view that was saved: an order and a filter under a name.
///
/// ```
/// use sla_planner::board::View;
/// let view = View { name: "夜班".to_owned(), ..View::default() };
/// assert_eq!(View::read_all(&View::write_all(&[view.clone()])), Ok(vec![view]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Its name.
    pub name: String,
    /// The order.
    pub order: Order,
    /// The filter.
    pub filter: Filter,
}

#[derive(Serialize)]
struct KeptView<'a> {
    name: &'a str,
    order: Kept,
    filter: &'a Filter,
}

#[derive(Serialize)]
struct KeptViews<'a> {
    schema: u32,
    views: Vec<KeptView<'a>>,
}

impl View {
    /// Views as text.
    #[must_use]
    pub fn write_all(views: &[Self]) -> String {
        let kept = KeptViews {
            schema: SCHEMA,
            views: views.iter().map(Self::kept).collect(),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    fn kept(&self) -> KeptView<'_> {
        KeptView {
            name: &self.name,
            order: self.order.kept(),
            filter: &self.filter,
        }
    }

    /// Views from their text.
    ///
    /// # Errors
    /// [`Misread`] where it is damaged, or of a later version.
    pub fn read_all(text: &str) -> Result<Vec<Self>, Misread> {
        let tree = Node::parse(text)?;
        let whole = Node::whole(&tree);
        let schema = whole.key("schema");
        if schema.number::<u32>()? != SCHEMA {
            return Err(schema.misread(crate::engine::Expected::OneOf(&["1"])));
        }
        whole.key("views").list(|view| {
            Ok(Self {
                name: view.key("name").text()?,
                order: Order::read(&view.key("order"))?,
                filter: Filter::read(&view.key("filter"))?,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::View;
    use crate::board::{Column, Filter, Order, State};
    use crate::engine::Rank;

    #[test]
    fn every_order_and_filter_is_read_as_it_was_written() {
        let columns = [
            Column::Next,
            Column::Number,
            Column::Priority,
            Column::State,
            Column::Due(1),
            Column::Left(0),
            Column::Share(3),
            Column::Submitted,
        ];
        let view = |column| View {
            name: "夜班 \"2\"".to_owned(),
            order: Order {
                column,
                descending: column == Column::Number,
            },
            filter: Filter {
                states: State::ALL.to_vec(),
                priorities: vec![Rank(0), Rank(4)],
                text: "登录".to_owned(),
            },
        };
        let views: Vec<View> = columns.into_iter().map(view).collect();
        assert_eq!(View::read_all(&View::write_all(&views)), Ok(views));
        assert_eq!(View::read_all(&View::write_all(&[])), Ok(Vec::new()));
    }

    #[test]
    fn damaged_and_later_ones_are_refused() {
        let whole = View::write_all(&[View::default()]);
        for (part, other) in [
            ("\"schema\":1", "\"schema\":2"),
            ("\"next\"", "\"colour\""),
            ("\"next\"", "\"due\""),
            ("\"states\":[]", "\"states\":[\"lost\"]"),
            ("\"name\"", "\"title\""),
            ("}", ""),
        ] {
            let damaged = whole.replacen(part, other, 1);
            assert_ne!(damaged, whole);
            assert!(View::read_all(&damaged).is_err(), "{damaged}");
        }
    }
}
