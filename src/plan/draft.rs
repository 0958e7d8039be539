//! The ticket being checked.

use serde::Serialize;

use crate::engine::{Event, EventKind, Expected, Instant, Misread, Node, Rank, Zone, keyed};

/// When the ticket was submitted, as it was understood when it was typed. Kept so that `17:50` or `2h ago`
/// still means the same tomorrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Submission {
    /// The instant.
    pub at: Instant,
    /// Whether a zone was written, so that no other can be assumed.
    pub zone_written: bool,
    /// Whether the date or its year was filled in.
    pub filled_in: bool,
    /// Whether a part below a second was cut off.
    pub cut: bool,
}

/// What can be marked as having happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// The first reply.
    Replied,
    /// The problem was confirmed.
    Confirmed,
    /// It was resolved.
    Resolved,
}

keyed!(Mark: Replied = "replied", Confirmed = "confirmed", Resolved = "resolved");

impl Mark {
    /// All of them, in their usual order.
    pub const ALL: [Self; 3] = [Self::Replied, Self::Confirmed, Self::Resolved];

    /// The event it stands for.
    #[must_use]
    pub const fn event(self) -> EventKind {
        match self {
            Self::Replied => EventKind::FirstReply,
            Self::Confirmed => EventKind::Confirmed,
            Self::Resolved => EventKind::Resolved,
        }
    }
}

/// The ticket being checked, as entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The time as typed.
    pub text: String,
    /// The zone of times written without one; the service zone unless chosen.
    pub zone: Option<Zone>,
    /// What was understood; none while nothing is.
    pub submission: Option<Submission>,
    /// The priority; none until chosen.
    pub priority: Option<Rank>,
    /// What happened, each at its instant.
    pub marks: Vec<(Mark, Instant)>,
}

impl Draft {
    /// When `mark` happened.
    #[must_use]
    pub fn marked(&self, mark: Mark) -> Option<Instant> {
        self.marks
            .iter()
            .find(|(marked, _)| *marked == mark)
            .map(|&(_, at)| at)
    }

    /// Marks that it happened at `at`, or takes the mark off.
    pub fn set_mark(&mut self, mark: Mark, at: Option<Instant>) {
        self.marks.retain(|(marked, _)| *marked != mark);
        self.marks.extend(at.map(|at| (mark, at)));
    }

    /// The ticket's events with `priority`; none while the submission is not understood.
    #[must_use]
    pub fn events(&self, priority: Rank) -> Option<Vec<Event>> {
        let submission = self.submission?;
        let submitted = Event::new(submission.at, EventKind::Submitted { priority });
        let marks = self
            .marks
            .iter()
            .map(|(mark, at)| Event::new(*at, mark.event()));
        Some(std::iter::once(submitted).chain(marks).collect())
    }
}

impl Submission {
    fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            at: node.key("at").parsed(Expected::Instant)?,
            zone_written: node.key("zoneWritten").flag()?,
            filled_in: node.key("filledIn").flag()?,
            cut: node.key("cut").flag()?,
        })
    }
}

impl Draft {
    /// A draft from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            text: node.key("text").text()?,
            zone: node
                .key("zone")
                .optional(|zone| zone.parsed(Expected::Zone))?,
            submission: node.key("submission").optional(Submission::read)?,
            priority: node
                .key("priority")
                .optional(|rank| rank.number().map(Rank))?,
            marks: node.key("marks").list(mark)?,
        })
    }
}

fn mark(node: &Node<'_>) -> Result<(Mark, Instant), Misread> {
    Ok((
        Mark::read(&node.place(0))?,
        node.place(1).parsed(Expected::Instant)?,
    ))
}
