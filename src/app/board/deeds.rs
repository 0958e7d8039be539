//! What is done to tickets, and how it is taken back.

use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;

use super::desk::Desk;
use super::store::{Change, Done, Store};
use crate::app::state::Page;
use crate::board::Selection;
use crate::plan::{TicketEdit, TicketJournal, TicketStep, TicketSubject};
use crate::text::{board as words, deed};

/// Which way a step is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

/// Does things to tickets.
#[derive(Clone, Copy)]
pub(super) struct Deeds {
    page: Page,
    desk: Desk,
    store: Store,
    journal: StoredValue<TicketJournal>,
    /// What could be taken back, and what could be done again: what it did, and to how many.
    steps: RwSignal<[Option<(TicketSubject, usize)>; 2]>,
    /// What came of the last deed.
    outcome: RwSignal<String>,
    doing: RwSignal<bool>,
}

impl Deeds {
    /// Nothing was done yet. Provided to the views of the board.
    pub(super) fn new(
        page: Page,
        desk: Desk,
        store: Store,
        journal: StoredValue<TicketJournal>,
    ) -> Self {
        let deeds = Self {
            page,
            desk,
            store,
            journal,
            steps: RwSignal::default(),
            outcome: RwSignal::default(),
            doing: RwSignal::new(false),
        };
        provide_context(deeds);
        deeds
    }

    /// The deeds, from any view of the board.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// What came of the last one, followed.
    pub(super) fn said(self) -> String {
        self.outcome.get()
    }

    /// What would be taken back, or done again.
    pub(super) fn step(self, again: bool) -> Option<(TicketSubject, usize)> {
        self.steps
            .with(|[back, forth]| if again { *forth } else { *back })
    }

    /// Takes a step that was done elsewhere.
    pub(super) fn did(self, step: TicketStep) {
        self.journal.update_value(|journal| journal.done(step));
        self.look();
    }

    /// Does something to what is selected.
    pub(super) fn edit_selected(self, edit: TicketEdit) {
        let keys = self.desk.selection.with_untracked(Selection::keys);
        self.edit(keys, edit);
    }

    /// Does something to the tickets with these keys.
    pub(super) fn edit(self, keys: Vec<u32>, edit: TicketEdit) {
        if keys.is_empty() {
            return;
        }
        self.act(async move {
            let done = self.store.edit(keys, edit).await;
            self.say(&done, deed::Way::Done);
            self.did(done.step);
        });
    }

    /// Takes the last step back.
    pub(super) fn undo(self) {
        self.go(Way::Back);
    }

    /// Does it again.
    pub(super) fn redo(self) {
        self.go(Way::Again);
    }

    fn go(self, way: Way) {
        if self.doing.get_untracked() {
            return;
        }
        let given = self.journal.try_update_value(|journal| match way {
            Way::Back => journal.undo(),
            Way::Again => journal.redo(),
        });
        let Some(step) = given.flatten() else { return };
        self.act(async move {
            let (step, desk) = (Rc::new(step), self.desk);
            let total = u32::try_from(step.len()).unwrap_or(u32::MAX);
            let subject = step.subject();
            let changes = move |range: Range<u32>| -> Vec<Change> {
                let range = range.start as usize..range.end as usize;
                let swaps = desk.with(|board| {
                    let tickets = board.tickets();
                    step.swaps(range, |key| tickets.get(tickets.index_of(key)?))
                });
                swaps.swaps.into_iter().map(Change::Swap).collect()
            };
            let done = self
                .store
                .change(subject, None, total, Rc::new(changes))
                .await;
            let said = match way {
                Way::Back => deed::Way::TakenBack,
                Way::Again => deed::Way::DoneAgain,
            };
            self.say(&done, said);
            self.journal.update_value(|journal| match way {
                Way::Back => journal.undone(done.step),
                Way::Again => journal.redone(done.step),
            });
            self.look();
        });
    }

    /// Does one thing at a time; what comes meanwhile is not done.
    pub(super) fn act(self, deed: impl Future<Output = ()> + 'static) {
        if self.doing.get_untracked() {
            self.outcome
                .set(words::NOT_YET.say(untrack(|| self.page.lang())).to_owned());
            return;
        }
        self.doing.set(true);
        leptos::task::spawn_local(async move {
            deed.await;
            self.doing.set(false);
        });
    }

    /// Whether something is being done, followed.
    pub(super) fn doing(self) -> bool {
        self.doing.get()
    }

    pub(super) fn desk(self) -> Desk {
        self.desk
    }

    pub(super) fn store(self) -> Store {
        self.store
    }

    /// Says what came of a deed.
    pub(super) fn say(self, done: &Done, way: deed::Way) {
        let lang = untrack(|| self.page.lang());
        let zone = untrack(|| self.page.service());
        let stayed = deed::Stayed {
            refused: done.refused.len(),
            why: done.refused.first().map(|(_, error)| error),
            changed: done.differ.len(),
            gone: done.gone.len(),
        };
        let said = deed::said(
            lang,
            zone,
            way,
            (done.step.subject(), done.step.len()),
            &stayed,
        );
        self.outcome.set(said);
    }

    fn look(self) {
        let steps = self.journal.with_value(|journal| {
            let about = |step: &TicketStep| (step.subject(), step.len());
            [journal.undoable().map(about), journal.redoable().map(about)]
        });
        self.steps.set(steps);
    }
}
