//! Whether two planners give the same answer.

use super::parcel::dues;
use super::{Parcel, Versions};
use crate::engine::{Assessment, Instant, Terms};

/// A target that two planners have due at different times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The target, by its place in the policy.
    pub target: usize,
    /// When the sender's planner has it due.
    pub theirs: Instant,
    /// When this one does.
    pub own: Instant,
}

/// What comes of comparing the sender's answer with this planner's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They agree, as far as the sender's is known.
    Same,
    /// They differ though both planners compute from the same, or the sender's does not say from what:
    /// somebody changed the link. Only this planner's answer counts.
    Edited,
    /// They differ, and so does what they are computed from.
    Differs {
        /// What the sender's planner computed from.
        theirs: Versions,
        /// What this one does.
        own: Versions,
        /// Where they differ.
        dues: Vec<Disagreement>,
    },
}

impl Agreement {
    /// Compares what `parcel` says with `assessment` of its plan under `terms`.
    #[must_use]
    pub fn of(parcel: &Parcel, terms: &Terms, assessment: Option<&Assessment>) -> Self {
        let own = dues(terms, assessment);
        let compared = parcel.dues.iter().filter_map(|theirs| {
            let same = own.iter().find(|due| due.target == theirs.target)?;
            let mut targets = terms.policy().targets.iter();
            Some(Disagreement {
                target: targets.position(|target| target.id == theirs.target)?,
                theirs: theirs.at,
                own: same.at,
            })
        });
        let dues: Vec<Disagreement> = compared.filter(|due| due.theirs != due.own).collect();
        let own = Versions::of(terms);
        match &parcel.versions {
            _ if dues.is_empty() => Self::Same,
            Some(theirs) if *theirs != own => Self::Differs {
                theirs: theirs.clone(),
                own,
                dues,
            },
            _ => Self::Edited,
        }
    }
}
