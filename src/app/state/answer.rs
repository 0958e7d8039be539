//! The answer to what was entered.

use std::sync::Arc;

use crate::engine::{Assessment, Error, Instant, Rank, Terms};
use crate::plan::Draft;

/// Terms that compare by identity, so that signals can hold them.
#[derive(Clone)]
pub(in crate::app) struct Read(pub(in crate::app) Arc<Terms>);

impl PartialEq for Read {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Read {
    type Target = Terms;

    fn deref(&self) -> &Terms {
        &self.0
    }
}

/// The answer to what was entered.
#[derive(Clone, PartialEq)]
pub(in crate::app) enum Answer {
    /// Nothing to answer: no time is understood.
    Nothing,
    /// For each priority, until one is chosen.
    Each(Vec<(Rank, Assessment)>),
    /// For the chosen priority.
    One(Box<Assessment>),
    /// What was entered contradicts itself, or cannot be computed.
    Wrong(Error),
}

impl Answer {
    /// The answer to `draft` under `terms`.
    pub(in crate::app) fn to(draft: &Draft, terms: &Terms, now: Instant) -> Self {
        let assess = |rank| {
            let history = draft.history(rank)?;
            Some(history.and_then(|history| Assessment::of(terms, &history, now)))
        };
        match draft.priority {
            Some(rank) => match assess(rank) {
                None => Self::Nothing,
                Some(Ok(assessment)) => Self::One(Box::new(assessment)),
                Some(Err(error)) => Self::Wrong(error),
            },
            None => {
                let each: Option<Result<Vec<_>, _>> = terms
                    .policy()
                    .ranks()
                    .map(|rank| Some(assess(rank)?.map(|assessment| (rank, assessment))))
                    .collect();
                match each {
                    None => Self::Nothing,
                    Some(Ok(each)) => Self::Each(each),
                    Some(Err(error)) => Self::Wrong(error),
                }
            }
        }
    }

    /// The assessment under `rank`, while none is chosen.
    pub(in crate::app) fn of(&self, rank: Rank) -> Option<&Assessment> {
        match self {
            Self::Each(each) => each
                .iter()
                .find(|(found, _)| *found == rank)
                .map(|(_, found)| found),
            _ => None,
        }
    }

    /// The assessment under the chosen priority.
    pub(in crate::app) fn one(&self) -> Option<&Assessment> {
        match self {
            Self::One(assessment) => Some(assessment),
            _ => None,
        }
    }

    /// Whether there is something to explain: the answer, or why there is none.
    pub(in crate::app) fn is_to_explain(&self) -> bool {
        matches!(self, Self::One(_) | Self::Wrong(_))
    }
}
