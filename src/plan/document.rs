//! The whole document, and how it is read back.

use serde::Serialize;

use super::Draft;
use crate::engine::{Misread, Node, Readings};

/// The version of the document's shape. Each change to it adds a migration from the one before:
/// 2 keeps a list of events where 1 kept marks.
pub const SCHEMA: u32 = 2;

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

    /// A document from its text, whatever schema it has up to [`SCHEMA`].
    ///
    /// # Errors
    /// [`Unreadable`], when it is damaged or of a later schema.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let damaged = Unreadable::Damaged;
        let tree = Node::parse(text).map_err(damaged)?;
        let node = Node::whole(&tree);
        let schema = node.key("schema").number().map_err(damaged)?;
        match schema {
            1 => plan(&node, Draft::read_marks).map_err(damaged),
            SCHEMA => Self::of(&node).map_err(damaged),
            _ => Err(Unreadable::Newer { schema }),
        }
    }

    /// A document of this schema from its place in a text.
    ///
    /// # Errors
    /// [`Misread`], where it is damaged.
    pub fn of(node: &Node<'_>) -> Result<Self, Misread> {
        plan(node, Draft::read)
    }
}

fn plan(node: &Node<'_>, draft: fn(&Node<'_>) -> Result<Draft, Misread>) -> Result<Plan, Misread> {
    Ok(Plan {
        schema: SCHEMA,
        readings: Readings::read(&node.key("readings"))?,
        draft: node.key("draft").optional(draft)?.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Plan, SCHEMA, Unreadable};
    use crate::engine::{Event, EventKind};

    #[test]
    fn later_and_damaged_documents_are_told_apart() {
        assert_eq!(
            Plan::read(r#"{"schema":99}"#),
            Err(Unreadable::Newer { schema: 99 })
        );
        assert!(matches!(Plan::read("{"), Err(Unreadable::Damaged(_))));
        assert!(matches!(
            Plan::read(r#"{"schema":1,"draft":{"text":7}}"#),
            Err(Unreadable::Damaged(_))
        ));
        assert!(matches!(
            Plan::read(
                r#"{"schema":2,"draft":{"text":"","events":[{"at":"2026-02-14T10:00:00Z","kind":"lost"}]}}"#
            ),
            Err(Unreadable::Damaged(_))
        ));
    }

    #[test]
    fn what_is_missing_has_its_default() {
        assert_eq!(Plan::read(r#"{"schema":1}"#), Ok(Plan::default()));
        assert_eq!(Plan::read(r#"{"schema":2}"#), Ok(Plan::default()));
    }

    #[test]
    fn the_marks_of_schema_1_are_events() {
        let text = r#"{"schema":1,"readings":{},"draft":{"text":"17:50","zone":null,"submission":null,"priority":2,
            "marks":[["replied","2026-02-14T10:00:00Z"],["resolved","2026-02-14T11:00:00Z"]]}}"#;
        let plan = Plan::read(text).expect("schema 1 is read");
        let event = |at: &str, sequence, kind| Event {
            at: at.parse().expect("an instant"),
            sequence: Some(sequence),
            kind,
        };
        let expected = [
            event("2026-02-14T10:00:00Z", 1, EventKind::FirstReply),
            event("2026-02-14T11:00:00Z", 2, EventKind::Resolved),
        ];
        assert_eq!(plan.schema, SCHEMA);
        assert_eq!(plan.draft.events, expected);
        assert_eq!(Plan::read(&plan.write()), Ok(plan));
    }

    #[test]
    fn every_kind_of_event_is_kept() {
        let mut plan = Plan::default();
        let reason = "等客户".to_owned();
        let to = crate::engine::Rank(1);
        for kind in [
            EventKind::PriorityChanged { to },
            EventKind::FirstReply,
            EventKind::Confirmed,
            EventKind::Paused { reason },
            EventKind::Resumed,
            EventKind::Mitigated,
            EventKind::Resolved,
            EventKind::Reopened,
        ] {
            let at = "2026-02-14T10:00:00Z".parse().expect("an instant");
            plan.draft.add(at, kind);
        }
        assert_eq!(Plan::read(&plan.write()), Ok(plan));
    }

    #[test]
    fn events_whose_numbers_collide_get_their_own() {
        let text = r#"{"schema":2,"draft":{"text":"","events":[
            {"at":"2026-02-14T10:00:00Z","sequence":3,"kind":"confirmed"},
            {"at":"2026-02-14T10:00:00Z","sequence":3,"kind":"first-reply"},
            {"at":"2026-02-14T10:00:00Z","kind":"resolved"}]}}"#;
        let plan = Plan::read(text).expect("a plan");
        let numbers: Vec<_> = plan
            .draft
            .events
            .iter()
            .map(|event| event.sequence)
            .collect();
        assert_eq!(numbers, [Some(3), Some(4), Some(5)]);
    }
}
