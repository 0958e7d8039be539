//! What is done to tickets, and how it is taken back.

use leptos::prelude::*;

use super::desk::Desk;
use super::store::{Done, Store};
use crate::app::state::Page;
use crate::board::Selection;
use crate::plan::{TicketEdit, TicketSubject};
use crate::text::{board as words, deed};

/// Does things to tickets, one at a time, and says what came of it.
#[derive(Clone, Copy)]
pub(super) struct Deeds {
    page: Page,
    desk: Desk,
    store: Store,
    outcome: RwSignal<String>,
    doing: RwSignal<bool>,
}

impl Deeds {
    /// Nothing was done yet. Provided to the views of the board.
    pub(super) fn new(page: Page, desk: Desk, store: Store) -> Self {
        let deeds = Self {
            page,
            desk,
            store,
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

    /// What would be taken back; with `again`, what would be done again.
    pub(super) fn step(self, again: bool) -> Option<(TicketSubject, usize)> {
        if again {
            self.store.redoable()
        } else {
            self.store.undoable()
        }
    }

    /// Does something to what is selected.
    pub(super) fn edit_selected(self, edit: TicketEdit) {
        let keys = self.desk.selection.with_untracked(Selection::keys);
        if keys.is_empty() {
            return;
        }
        self.act(async move {
            let subject = edit.subject();
            let done = self.store.edit(keys, edit).await;
            self.say(subject, &done, deed::Way::Done);
        });
    }

    /// Takes the last step back.
    pub(super) fn undo(self) {
        let step = untrack(|| self.step(false));
        self.act(async move {
            if let Some(((subject, _), done)) = step.zip(self.store.undo().await) {
                self.show_again(subject);
                self.say(subject, &done, deed::Way::TakenBack);
            }
        });
    }

    /// Does it again.
    pub(super) fn redo(self) {
        let step = untrack(|| self.step(true));
        self.act(async move {
            if let Some(((subject, _), done)) = step.zip(self.store.redo().await) {
                self.show_again(subject);
                self.say(subject, &done, deed::Way::DoneAgain);
            }
        });
    }

    /// Shows tickets that have come back.
    fn show_again(self, subject: TicketSubject) {
        if matches!(subject, TicketSubject::Deleted | TicketSubject::Imported) {
            self.desk.reorder();
        }
    }

    /// Does one thing at a time; what comes meanwhile is not done, and that is said.
    pub(super) fn act(self, deed: impl Future<Output = ()> + 'static) {
        if self.doing.get_untracked() {
            let said = words::NOT_YET.say(untrack(|| self.page.lang()));
            self.outcome.set(said.to_owned());
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

    /// Where the tickets are shown.
    pub(super) const fn desk(self) -> Desk {
        self.desk
    }

    /// Where they are kept.
    pub(super) const fn store(self) -> Store {
        self.store
    }

    /// Says what came of a deed.
    pub(super) fn say(self, subject: TicketSubject, done: &Done, way: deed::Way) {
        let (lang, zone) = untrack(|| (self.page.lang(), self.page.service()));
        let stayed = deed::Stayed {
            refused: done.refused.len(),
            why: done.refused.first().map(|(_, error)| error),
            changed: done.differ.len(),
            gone: done.gone.len(),
        };
        let said = deed::said(lang, zone, way, (subject, done.changed), &stayed);
        self.outcome.set(said);
    }
}
