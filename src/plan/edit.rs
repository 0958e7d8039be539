//! What can be done to a document.

use super::happening::cut;
use super::{Draft, Plan, Submission};
use crate::engine::{EventKind, Instant, Rank, Readings, Zone};

/// One thing done to a document, as data: it can be named, taken back and done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The submission was typed, in this zone where it names none; perhaps with a priority.
    Typed {
        /// The text.
        text: String,
        /// The zone of times without one.
        zone: Option<Zone>,
        /// What was understood.
        submission: Option<Submission>,
        /// The priority it names.
        priority: Option<Rank>,
    },
    /// Which of several meanings the typed time has.
    Meant(Submission),
    /// The priority was chosen.
    Priority(Rank),
    /// The contract is read this way.
    Read(Readings),
    /// Something happened.
    Add {
        /// When.
        at: Instant,
        /// What.
        kind: EventKind,
    },
    /// An event happened at another time.
    Retime {
        /// Its sequence number.
        sequence: u32,
        /// When it happened.
        at: Instant,
    },
    /// A pause has another reason, or a change of priority another priority.
    Rephrase {
        /// Its sequence number.
        sequence: u32,
        /// What happened.
        kind: EventKind,
    },
    /// An event did not happen.
    Remove {
        /// Its sequence number.
        sequence: u32,
    },
    /// A new ticket takes the place of this one; the readings stay.
    Clear,
    /// Another document takes the place of this one.
    Replace(Box<Plan>),
}

/// What an edit is about. Edits of one stroke (a word typed, a mark dragged) that are about the same are
/// taken back together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The time of submission.
    Submission,
    /// The priority.
    Priority,
    /// How the contract is read.
    Readings,
    /// An event of this kind, by its sequence number; none for one that was added or removed.
    Event(EventKind, Option<u32>),
    /// The whole ticket.
    Ticket,
    /// The whole document.
    Plan,
}

impl Edit {
    /// What it is about in `plan`, to which it is going to be applied.
    #[must_use]
    pub fn subject(&self, plan: &Plan) -> Subject {
        let kind = |sequence| plan.draft.event(sequence).map(|event| event.kind.clone());
        let event = |sequence, own: Option<u32>| {
            kind(sequence).map_or(Subject::Ticket, |kind| Subject::Event(kind, own))
        };
        match self {
            Self::Typed { .. } | Self::Meant(_) => Subject::Submission,
            Self::Priority(_) => Subject::Priority,
            Self::Read(_) => Subject::Readings,
            Self::Add { kind, .. } => Subject::Event(kind.clone(), None),
            Self::Retime { sequence, .. } | Self::Rephrase { sequence, .. } => {
                event(*sequence, Some(*sequence))
            }
            Self::Remove { sequence } => event(*sequence, None),
            Self::Clear => Subject::Ticket,
            Self::Replace(_) => Subject::Plan,
        }
    }

    /// Whether it goes on with the stroke before it, such as the next letter of a word.
    #[must_use]
    pub const fn continues(&self) -> bool {
        matches!(
            self,
            Self::Typed { .. } | Self::Meant(_) | Self::Retime { .. } | Self::Rephrase { .. }
        )
    }

    /// Does it.
    pub fn apply(self, plan: &mut Plan) {
        let draft = &mut plan.draft;
        match self {
            Self::Typed {
                text,
                zone,
                submission,
                priority,
            } => {
                draft.text = text;
                draft.zone = zone;
                draft.submission = submission;
                draft.priority = priority.or(draft.priority);
            }
            Self::Meant(submission) => draft.submission = Some(submission),
            Self::Priority(rank) => draft.priority = Some(rank),
            Self::Read(readings) => plan.readings = readings,
            Self::Add { at, kind } => draft.add(at, shortened(kind)),
            Self::Retime { sequence, at } => {
                let mut events = draft.events.iter_mut();
                if let Some(event) = events.find(|event| event.sequence == Some(sequence)) {
                    event.at = at;
                }
            }
            Self::Rephrase { sequence, kind } => {
                let mut events = draft.events.iter_mut();
                if let Some(event) = events.find(|event| event.sequence == Some(sequence)) {
                    event.kind = shortened(kind);
                }
            }
            Self::Remove { sequence } => {
                draft
                    .events
                    .retain(|event| event.sequence != Some(sequence));
            }
            Self::Clear => *draft = Draft::default(),
            Self::Replace(other) => *plan = *other,
        }
    }
}

fn shortened(kind: EventKind) -> EventKind {
    match kind {
        EventKind::Paused { reason } => EventKind::Paused {
            reason: cut(&reason),
        },
        other => other,
    }
}
