//! What is handed on: a plan, what it was computed from, and what came out.

use super::{Versions, time};
use crate::engine::{Assessment, Event, EventKind, Instant, Policy, Terms};
use crate::plan::{Draft, Plan, SCHEMA, cut_reason};

/// When a target is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The target, by its key in the policy.
    pub target: String,
    /// When.
    pub at: Instant,
}

/// What is handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// The plan, without what is nobody else's.
    pub plan: Plan,
    /// What the sender's planner computed from; a link that was written by hand need not say.
    pub versions: Option<Versions>,
    /// When each target is due, as far as the sender's planner says.
    pub dues: Vec<Due>,
}

impl Parcel {
    /// `plan` as it is handed on: the time of submission instead of the text that was typed, events with
    /// new numbers, and the reasons of pauses only `with_reasons`. None without a ticket.
    ///
    /// ```
    /// use sla_planner::engine::Policy;
    /// use sla_planner::exchange::share::Parcel;
    /// use sla_planner::plan::Plan;
    /// assert_eq!(Parcel::of(&Plan::default(), &Policy::spt_001()?, true), None);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn of(plan: &Plan, policy: &Policy, with_reasons: bool) -> Option<Self> {
        let draft = &plan.draft;
        let at = draft.submission?.at;
        let offset = time::offset(at, draft.zone.unwrap_or(policy.zone));
        let kinds = draft.events.iter().map(|event| {
            let kind = match &event.kind {
                EventKind::Paused { reason } if with_reasons => EventKind::Paused {
                    reason: cut_reason(reason),
                },
                EventKind::Paused { .. } => EventKind::Paused {
                    reason: String::new(),
                },
                other => other.clone(),
            };
            (event.at, kind)
        });
        let draft = Draft {
            priority: draft.priority,
            events: numbered(kinds),
            ..time::draft(at, offset, draft.zone, policy.zone)
        };
        Some(Self {
            plan: Plan {
                schema: SCHEMA,
                readings: plan.readings,
                draft,
            },
            versions: None,
            dues: Vec::new(),
        })
    }

    /// The same with what this planner computed from, and what came out. A clock that is paused has no due
    /// time of its own: it moves on with the pause.
    #[must_use]
    pub fn computed(self, terms: &Terms, assessment: Option<&Assessment>) -> Self {
        Self {
            versions: Some(Versions::of(terms)),
            dues: dues(terms, assessment),
            ..self
        }
    }

    /// Whether reasons of pauses are in it.
    #[must_use]
    pub fn has_reasons(&self) -> bool {
        let mut events = self.plan.draft.events.iter();
        events
            .any(|event| matches!(&event.kind, EventKind::Paused { reason } if !reason.is_empty()))
    }
}

/// Events in their order, each with a number of its own.
pub(super) fn numbered(events: impl Iterator<Item = (Instant, EventKind)>) -> Vec<Event> {
    let number = |(sequence, (at, kind))| Event {
        at,
        sequence: Some(sequence),
        kind,
    };
    (1..).zip(events).map(number).collect()
}

/// When each target is due; none of those whose clock is paused.
pub(super) fn dues(terms: &Terms, assessment: Option<&Assessment>) -> Vec<Due> {
    let clocks = assessment.map_or(&[][..], |assessment| &assessment.clocks);
    let fixed = clocks.iter().filter(|clock| clock.paused_since.is_none());
    let due = fixed.filter_map(|clock| {
        let target = terms.policy().targets.get(clock.target)?;
        Some(Due {
            target: target.id.clone(),
            at: clock.due,
        })
    });
    due.collect()
}
