//! What the board keeps in this browser: its tickets and its saved views.
//!
//! Every change is one transaction on what is stored, so that tabs do not overwrite each other's edits; it is
//! shown when the browser says that it is written. While nothing can be kept, changes stay in this tab.

mod aside;
mod change;
mod memory;
mod open;
mod shape;
mod steps;
mod tabs;
mod trouble;
mod wipe;
mod write;

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::browser::broadcast::Broadcast;
use crate::app::browser::database::Database;
use crate::app::browser::room;
use crate::plan::{Ticket, TicketEdit, TicketJournal, TicketSubject};

pub(in crate::app) use change::{Change, Changes, Done};
pub(in crate::app) use open::percent;
pub(in crate::app) use trouble::{Found, Interrupted, Trouble};

/// How it stands with what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Keeping {
    /// It is being read: so many per cent of it are.
    Opening(u8),
    /// Everything is kept.
    Kept,
    /// It is being written: so many per cent of it are.
    Writing(u8),
    /// Nothing is kept at present.
    Not(Trouble),
}

/// What the board keeps, for any of its views.
#[derive(Clone, Copy)]
pub(in crate::app) struct Store {
    keeping: RwSignal<Keeping>,
    ready: RwSignal<bool>,
    found: RwSignal<Found>,
    views: RwSignal<String>,
    /// How many tickets are only in this tab.
    unkept: RwSignal<u32>,
    /// What was done here, so that it can be taken back.
    journal: RwSignal<TicketJournal>,
    /// Where the tickets are shown.
    desk: Desk,
    inner: StoredValue<Rc<Inner>, LocalStorage>,
}

struct Inner {
    /// The database; none while nothing can be kept.
    database: RefCell<Option<Rc<Database>>>,
    /// Its name.
    name: RefCell<String>,
    /// What is only in this tab.
    memory: RefCell<memory::Memory>,
    /// Other tabs.
    broadcast: RefCell<Option<Broadcast>>,
    /// What other tabs told while the database was being read.
    heard: RefCell<Vec<String>>,
    /// Whether all of it was put on the desk.
    loaded: Cell<bool>,
    /// Whether the saved views are not kept.
    views_unkept: Cell<bool>,
    /// Whether the browser was asked to keep it.
    persisted: Cell<bool>,
}

impl Store {
    /// Opens what is kept, and puts it on `desk`: at the start, when something is changed here, and when it is
    /// in another tab.
    pub(in crate::app) fn open(desk: Desk) -> Self {
        let store = Self {
            keeping: RwSignal::new(Keeping::Opening(0)),
            ready: RwSignal::new(false),
            found: RwSignal::new(Found::default()),
            views: RwSignal::new(String::new()),
            unkept: RwSignal::new(0),
            journal: RwSignal::new(TicketJournal::default()),
            desk,
            inner: StoredValue::new_local(Rc::new(Inner {
                database: RefCell::new(None),
                name: RefCell::new(String::new()),
                memory: RefCell::new(memory::Memory::default()),
                broadcast: RefCell::new(None),
                heard: RefCell::new(Vec::new()),
                loaded: Cell::new(false),
                views_unkept: Cell::new(false),
                persisted: Cell::new(false),
            })),
        };
        provide_context(store);
        store.listen();
        leptos::task::spawn_local(store.begin());
        store
    }

    /// The store, from any view of the board.
    pub(in crate::app) fn get() -> Self {
        expect_context()
    }

    /// How it stands, followed.
    pub(in crate::app) fn keeping(self) -> Keeping {
        self.keeping.get()
    }

    /// Whether everything that is kept is on the desk, followed.
    pub(in crate::app) fn ready(self) -> bool {
        self.ready.get()
    }

    /// Where the tickets are shown.
    pub(in crate::app) const fn desk(self) -> Desk {
        self.desk
    }

    /// What became of what was kept, followed.
    pub(in crate::app) fn found(self) -> Found {
        self.found.get()
    }

    /// How many tickets are only in this tab, followed.
    pub(in crate::app) fn unkept(self) -> u32 {
        self.unkept.get()
    }

    /// The saved views, as text, followed.
    pub(in crate::app) fn views(self) -> String {
        self.views.get()
    }

    /// How many bytes the browser keeps for the page, by its estimate.
    pub(in crate::app) async fn used(self) -> Option<f64> {
        room::used().await
    }

    /// Applies `edit` to the tickets with these keys, as they are stored.
    pub(in crate::app) async fn edit(self, mut keys: Vec<u32>, edit: TicketEdit) -> Done {
        keys.sort_unstable();
        let total = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        let subject = edit.subject();
        let changes = move |range: Range<u32>| {
            let range = range.start as usize..range.end as usize;
            let keys = keys.get(range).unwrap_or_default().iter();
            keys.map(|key| Change::Edit(*key, edit.clone())).collect()
        };
        self.change(subject, None, total, Rc::new(changes)).await
    }

    /// Makes `total` changes, whole or not at all, as one step that can be taken back; `changes` gives those of a
    /// range, again when they have to be made anew. Those of keys beside each other should follow each other.
    /// Where nothing can be kept they are made in this tab alone. An `import` that is interrupted is told at the
    /// next start.
    pub(in crate::app) async fn change(
        self,
        subject: TicketSubject,
        import: Option<Interrupted>,
        total: u32,
        changes: Changes,
    ) -> Done {
        let mut done = self.carry_out(subject, import, total, &changes).await;
        let step = done.take_step();
        self.journal.update(|journal| journal.done(step));
        done
    }

    /// Makes changes where that is possible: in the database, or else in this tab.
    async fn carry_out(
        self,
        subject: TicketSubject,
        import: Option<Interrupted>,
        total: u32,
        changes: &Changes,
    ) -> Done {
        if let Some(database) = self.database() {
            match self.write(&database, subject, import, total, changes).await {
                Ok(done) => return done,
                Err(refusal) => self.give_up(refusal.into()),
            }
        }
        self.remember(subject, total, changes).await
    }

    fn inner(self) -> Rc<Inner> {
        self.inner.get_value()
    }

    fn database(self) -> Option<Rc<Database>> {
        self.inner().database.borrow().clone()
    }

    /// Keeps nothing from now on.
    fn give_up(self, trouble: Trouble) {
        if let Some(database) = self.inner().database.take() {
            database.close();
        }
        self.keeping.set(Keeping::Not(trouble));
    }

    /// The ticket with this key, as the board has it.
    fn have(self, key: u32) -> Option<Ticket> {
        self.desk
            .with(|board| board.tickets().get(board.tickets().index_of(key)?))
    }

    /// Shows tickets as they are kept now.
    fn show(self, tickets: &[Ticket], gone: &[u32]) {
        if !tickets.is_empty() {
            self.desk.put(tickets);
        }
        if !gone.is_empty() {
            self.desk.remove(gone);
        }
    }
}
