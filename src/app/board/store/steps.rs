//! Taking back what was done here, and doing it again.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;

use super::{Change, Changes, Done, Store};
use crate::plan::{TicketJournal, TicketStep, TicketSubject};

impl Store {
    /// What could be taken back, and of how many tickets, followed.
    pub(in crate::app) fn undoable(self) -> Option<(TicketSubject, usize)> {
        self.journal.with(|journal| about(journal.undoable()))
    }

    /// What could be done again, and of how many tickets, followed.
    pub(in crate::app) fn redoable(self) -> Option<(TicketSubject, usize)> {
        self.journal.with(|journal| about(journal.redoable()))
    }

    /// Takes the last step back, of each ticket that is still as the step left it; none without one.
    pub(in crate::app) async fn undo(self) -> Option<Done> {
        self.step(TicketJournal::undo, TicketJournal::undone).await
    }

    /// Does again what was taken back last; none without that.
    pub(in crate::app) async fn redo(self) -> Option<Done> {
        self.step(TicketJournal::redo, TicketJournal::redone).await
    }

    async fn step(
        self,
        take: fn(&mut TicketJournal) -> Option<TicketStep>,
        back: fn(&mut TicketJournal, TicketStep),
    ) -> Option<Done> {
        let step = self.journal.try_update(take)??;
        let total = u32::try_from(step.len()).unwrap_or(u32::MAX);
        let subject = step.subject();
        // Those that the board knows to be otherwise are not tried.
        let differ = Rc::new(RefCell::new(Vec::new()));
        let differing = Rc::clone(&differ);
        let changes: Changes = Rc::new(move |range: Range<u32>| {
            let range = range.start as usize..range.end as usize;
            let ready = step.swaps(range, |key| self.have(key));
            differing.borrow_mut().extend(ready.changed);
            ready.swaps.into_iter().map(Change::Swap).collect()
        });
        let mut done = self.carry_out(subject, None, total, &changes).await;
        let taken = done.take_step();
        self.journal.update(|journal| back(journal, taken));
        done.differ.append(&mut differ.borrow_mut());
        done.differ.sort_unstable();
        done.differ.dedup();
        Some(done)
    }
}

fn about(step: Option<&TicketStep>) -> Option<(TicketSubject, usize)> {
    step.map(|step| (step.subject(), step.len()))
}
