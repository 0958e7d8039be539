//! What can be done to what is kept.

use std::ops::Range;
use std::rc::Rc;

use crate::engine::Error;
use crate::plan::{Ticket, TicketEdit, TicketStep, TicketSubject, TicketSwap};

/// A change of one ticket.
#[derive(Clone, Debug)]
pub(in crate::app) enum Change {
    /// A new ticket, under a key that was reserved. It is shown while it is being written.
    New(Ticket),
    /// The same; the board shows it already.
    Shown(Ticket),
    /// Something is done to a ticket as it is stored.
    Edit(u32, TicketEdit),
    /// A ticket that is stored as expected becomes as wanted.
    Swap(TicketSwap),
}

/// Gives the changes of a range; always the same.
pub(in crate::app) type Changes = Rc<dyn Fn(Range<u32>) -> Vec<Change>>;

/// What came of changes.
#[derive(Debug)]
pub(in crate::app) struct Done {
    /// What was done, so that it can be taken back.
    step: TicketStep,
    /// How many tickets changed.
    pub(in crate::app) changed: usize,
    /// The tickets that an edit contradicts; they stay as they were.
    pub(in crate::app) refused: Vec<(u32, Error)>,
    /// The tickets that were not as expected; they stay as they were.
    pub(in crate::app) differ: Vec<u32>,
    /// The tickets that were deleted meanwhile.
    pub(in crate::app) gone: Vec<u32>,
    /// Whether it is kept; else it is in this tab alone.
    pub(in crate::app) kept: bool,
}

/// What a change makes of a ticket.
pub(super) enum Made {
    /// It is so now; none where there is none any more.
    So(Option<Ticket>),
    /// It stays as it is.
    Stays,
}

impl Change {
    /// The key of its ticket.
    pub(super) const fn key(&self) -> u32 {
        match self {
            Self::New(ticket) | Self::Shown(ticket) => ticket.key,
            Self::Edit(key, _) => *key,
            Self::Swap(swap) => swap.key,
        }
    }

    /// Whether its ticket is shown before it is kept.
    pub(super) const fn seen(&self) -> bool {
        matches!(self, Self::New(_) | Self::Shown(_))
    }

    /// Whether its ticket is new to the board.
    pub(super) const fn is_new(&self) -> bool {
        matches!(self, Self::New(_))
    }
}

impl Done {
    /// Nothing yet.
    pub(super) const fn nothing(subject: TicketSubject, kept: bool) -> Self {
        Self {
            step: TicketStep::new(subject),
            changed: 0,
            refused: Vec::new(),
            differ: Vec::new(),
            gone: Vec::new(),
            kept,
        }
    }

    /// Gives out what was done.
    pub(super) fn take_step(&mut self) -> TicketStep {
        let nothing = self.step.back();
        std::mem::replace(&mut self.step, nothing)
    }

    /// What `change` makes of the ticket that is `before`, and records it.
    pub(super) fn make(&mut self, change: Change, before: Option<&Ticket>) -> Made {
        let key = change.key();
        let after = match change {
            Change::New(ticket) | Change::Shown(ticket) => Some(ticket),
            Change::Edit(_, edit) => {
                let Some(before) = before else {
                    self.gone.push(key);
                    return Made::Stays;
                };
                match edit.apply(before) {
                    Ok(after) => after,
                    Err(error) => {
                        self.refused.push((key, error));
                        return Made::Stays;
                    }
                }
            }
            Change::Swap(swap) if before == swap.expected.as_ref() => swap.wanted,
            Change::Swap(_) => {
                self.differ.push(key);
                return Made::Stays;
            }
        };
        if after.as_ref() == before {
            return Made::Stays;
        }
        self.step.record(key, before, after.as_ref());
        self.changed += 1;
        Made::So(after)
    }
}
