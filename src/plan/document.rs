//! The whole document, and how it is read back.

use serde::Serialize;

use super::Draft;
use crate::engine::{Misread, Node, Readings};

/// The version of the document's shape. Each change to it adds a migration from the one before.
pub const SCHEMA: u32 = 1;

/// The whole of what a user entered.
///
/// ```
/// use sla_planner::plan::Plan;
/// let plan = Plan::default();
/// assert_eq!(Plan::read(&plan.write()), Ok(plan));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// [`SCHEMA`].
    pub schema: u32,
    /// How the contract's open points are read.
    pub readings: Readings,
    /// The ticket in the Check view.
    pub draft: Draft,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            schema: SCHEMA,
            readings: Readings::default(),
            draft: Draft::default(),
        }
    }
}

/// Why a kept document cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A later version of the planner wrote it.
    Newer {
        /// Its schema.
        schema: u32,
    },
    /// It is damaged.
    Damaged(Misread),
}

impl Plan {
    /// The document as text.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A document from its text.
    ///
    /// # Errors
    /// [`Unreadable`], when it is damaged or of a later schema.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let plan = Node::parse(text).and_then(|tree| plan(&Node::whole(&tree)));
        let plan = plan.map_err(Unreadable::Damaged)?;
        if plan.schema > SCHEMA {
            return Err(Unreadable::Newer {
                schema: plan.schema,
            });
        }
        Ok(plan)
    }
}

fn plan(node: &Node<'_>) -> Result<Plan, Misread> {
    Ok(Plan {
        schema: node.key("schema").number()?,
        readings: Readings::read(&node.key("readings"))?,
        draft: node.key("draft").optional(Draft::read)?.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Plan, Unreadable};

    #[test]
    fn later_and_damaged_documents_are_told_apart() {
        assert_eq!(
            Plan::read(r#"{"schema":2}"#),
            Err(Unreadable::Newer { schema: 2 })
        );
        assert!(matches!(Plan::read("{"), Err(Unreadable::Damaged(_))));
        assert!(matches!(
            Plan::read(r#"{"schema":1,"draft":{"text":7}}"#),
            Err(Unreadable::Damaged(_))
        ));
    }

    #[test]
    fn what_is_missing_has_its_default() {
        assert_eq!(Plan::read(r#"{"schema":1}"#), Ok(Plan::default()));
    }
}
