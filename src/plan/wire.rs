//! Edits as text, for one program of the page to ask another for them.

use serde::Serialize;

use super::happening::{self, Kept};
use super::{Draft, Edit, Plan, Submission};
use crate::engine::{Event, Expected, Instant, Misread, Node, Rank, Readings, Zone};

/// An edit as it is written: its key, and what it needs.
#[derive(Default, Serialize)]
struct Wire<'a> {
    edit: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<Zone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    submission: Option<Submission>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<Rank>,
    #[serde(skip_serializing_if = "Option::is_none")]
    readings: Option<Readings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<Kept<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sequence: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a Plan>,
}

const KEYS: [&str; 10] = [
    "typed", "meant", "priority", "read", "add", "retime", "rephrase", "remove", "clear", "replace",
];

impl Edit {
    /// The edit as text.
    ///
    /// ```
    /// use sla_planner::engine::Rank;
    /// use sla_planner::plan::Edit;
    /// let edit = Edit::Priority(Rank(2));
    /// assert_eq!(Edit::read(&edit.write()), Ok(edit));
    /// ```
    #[must_use]
    pub fn write(&self) -> String {
        let wire = |edit| Wire {
            edit,
            ..Wire::default()
        };
        let wire = match self {
            Self::Typed {
                text,
                zone,
                submission,
                priority,
            } => Wire {
                text: Some(text),
                zone: *zone,
                submission: *submission,
                priority: *priority,
                ..wire("typed")
            },
            Self::Meant(submission) => Wire {
                submission: Some(*submission),
                ..wire("meant")
            },
            Self::Priority(rank) => Wire {
                priority: Some(*rank),
                ..wire("priority")
            },
            Self::Read(readings) => Wire {
                readings: Some(*readings),
                ..wire("read")
            },
            Self::Add { at, kind } => Wire {
                event: Some(Kept::of(*at, None, kind)),
                ..wire("add")
            },
            Self::Retime { sequence, at } => Wire {
                sequence: Some(*sequence),
                at: Some(*at),
                ..wire("retime")
            },
            Self::Rephrase { sequence, kind } => Wire {
                event: Some(Kept::of(Instant::MIN, Some(*sequence), kind)),
                ..wire("rephrase")
            },
            Self::Remove { sequence } => Wire {
                sequence: Some(*sequence),
                ..wire("remove")
            },
            Self::Clear => wire("clear"),
            Self::Replace(plan) => Wire {
                plan: Some(plan),
                ..wire("replace")
            },
        };
        serde_json::to_string(&wire).unwrap_or_default()
    }

    /// An edit from its text.
    ///
    /// # Errors
    /// [`Misread`] where it is damaged.
    pub fn read(text: &str) -> Result<Self, Misread> {
        let tree = Node::parse(text)?;
        let node = Node::whole(&tree);
        let key = node.key("edit");
        let sequence = || node.key("sequence").number();
        let event = || -> Result<Event, Misread> { happening::read(&node.key("event")) };
        Ok(match key.str()? {
            "typed" => {
                let typed = Draft::read(&node)?;
                Self::Typed {
                    text: typed.text,
                    zone: typed.zone,
                    submission: typed.submission,
                    priority: typed.priority,
                }
            }
            "meant" => Self::Meant(Submission::read(&node.key("submission"))?),
            "priority" => Self::Priority(Rank(node.key("priority").number()?)),
            "read" => Self::Read(Readings::read(&node.key("readings"))?),
            "add" => {
                let Event { at, kind, .. } = event()?;
                Self::Add { at, kind }
            }
            "retime" => Self::Retime {
                sequence: sequence()?,
                at: node.key("at").parsed(Expected::Instant)?,
            },
            "rephrase" => {
                let given = node.key("event");
                let Event { kind, .. } = event()?;
                Self::Rephrase {
                    sequence: given.key("sequence").number()?,
                    kind,
                }
            }
            "remove" => Self::Remove {
                sequence: sequence()?,
            },
            "clear" => Self::Clear,
            "replace" => Self::Replace(Box::new(Plan::of(&node.key("plan"))?)),
            _ => return Err(key.misread(Expected::OneOf(&KEYS))),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::{ClockReading, EventKind, Instant, Rank, Readings};
    use crate::plan::{Edit, Plan, Submission};

    #[test]
    fn every_edit_is_read_as_it_was_written() {
        let at: Instant = "2026-02-14T17:50:00+08:00".parse().expect("an instant");
        let submission = Submission {
            at,
            zone_written: true,
            filled_in: false,
            cut: true,
        };
        let mut plan = Plan::default();
        plan.draft.priority = Some(Rank(3));
        let reason = "等 \"客户\"".to_owned();
        for edit in [
            Edit::Typed {
                text: "17:50".to_owned(),
                zone: "America/New_York".parse().ok(),
                submission: Some(submission),
                priority: Some(Rank(0)),
            },
            Edit::Typed {
                text: String::new(),
                zone: None,
                submission: None,
                priority: None,
            },
            Edit::Meant(submission),
            Edit::Priority(Rank(4)),
            Edit::Read(Readings {
                clock: ClockReading::Mixed,
                ..Readings::default()
            }),
            Edit::Add {
                at,
                kind: EventKind::Paused { reason },
            },
            Edit::Add {
                at,
                kind: EventKind::PriorityChanged { to: Rank(1) },
            },
            Edit::Retime { sequence: 7, at },
            Edit::Rephrase {
                sequence: 7,
                kind: EventKind::PriorityChanged { to: Rank(0) },
            },
            Edit::Remove { sequence: 7 },
            Edit::Clear,
            Edit::Replace(Box::new(plan)),
        ] {
            assert_eq!(Edit::read(&edit.write()), Ok(edit));
        }
    }

    #[test]
    fn damaged_ones_are_refused() {
        for text in ["", "{}", r#"{"edit":"explode"}"#, r#"{"edit":"remove"}"#] {
            assert!(Edit::read(text).is_err(), "{text}");
        }
    }
}
