//! What the board keeps in this browser: its tickets and its saved views.
//!
//! Every change is one transaction on what is stored, so that tabs do not overwrite each other's edits; it is
//! shown when the browser says that it is written. While nothing can be kept, changes stay in this tab.

mod change;
mod memory;
mod open;
mod shape;
mod tabs;
mod trouble;
mod wipe;
mod write;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::app::browser::broadcast::Broadcast;
use crate::app::browser::database::Database;
use crate::app::browser::room;
use crate::board::Tickets;
use crate::plan::{Ticket, TicketEdit, TicketStep, TicketSubject};

pub(in crate::app) use change::{Change, Done};
pub(in crate::app) use trouble::{Found, Interrupted, Trouble};

/// What the store tells the board.
pub(in crate::app) enum Told {
    /// Tickets as they are kept now, new ones and changed ones.
    Tickets(Vec<Ticket>),
    /// Tickets with these keys are kept no more.
    Gone(Vec<u32>),
}

/// What the store needs of the board. It is called between tasks of at most 8 ms, never while a signal is held.
pub(in crate::app) struct Listener {
    /// Is told what is kept: at the start, when something was changed here, and when it was in another tab.
    pub(in crate::app) told: Box<dyn Fn(Told)>,
    /// Gives the tickets as the board has them.
    pub(in crate::app) tickets: Box<dyn Fn(&mut dyn FnMut(&Tickets))>,
    /// Takes a step that the store did by itself, the import of a plan file, so that it can be taken back.
    pub(in crate::app) did: Box<dyn Fn(TicketStep)>,
}

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
    inner: StoredValue<Rc<Inner>, LocalStorage>,
}

struct Inner {
    listener: Listener,
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
    /// Whether the browser was asked to keep it.
    persisted: Cell<bool>,
}

impl Store {
    /// Opens what is kept, and begins to tell it.
    pub(in crate::app) fn open(listener: Listener) -> Self {
        let store = Self {
            keeping: RwSignal::new(Keeping::Opening(0)),
            ready: RwSignal::new(false),
            found: RwSignal::new(Found::default()),
            views: RwSignal::new(String::new()),
            unkept: RwSignal::new(0),
            inner: StoredValue::new_local(Rc::new(Inner {
                listener,
                database: RefCell::new(None),
                name: RefCell::new(String::new()),
                memory: RefCell::new(memory::Memory::default()),
                broadcast: RefCell::new(None),
                heard: RefCell::new(Vec::new()),
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

    /// Whether everything that is kept has been told, followed.
    pub(in crate::app) fn ready(self) -> bool {
        self.ready.get()
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
    pub(in crate::app) async fn edit(self, keys: Vec<u32>, edit: TicketEdit) -> Done {
        let total = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        let subject = edit.subject();
        let changes = move |range: std::ops::Range<u32>| {
            let range = range.start as usize..range.end as usize;
            let keys = keys.get(range).unwrap_or_default();
            keys.iter()
                .map(|key| Change::Edit(*key, edit.clone()))
                .collect()
        };
        self.change(subject, None, total, Rc::new(changes)).await
    }

    /// Makes `total` changes, whole or not at all; `changes` gives those of a range, again when they have to be
    /// made anew. Those of one block of keys should follow each other. Where nothing can be kept they are made
    /// in this tab alone. `source` names where an import comes from; with it, one that is interrupted is told.
    pub(in crate::app) async fn change(
        self,
        subject: TicketSubject,
        source: Option<String>,
        total: u32,
        changes: change::Changes,
    ) -> Done {
        if let Some(database) = self.database() {
            match self
                .write(&database, subject, source, total, &changes)
                .await
            {
                Ok(done) => return done,
                Err(refusal) => self.give_up(refusal.into()),
            }
        }
        self.remember(subject, total, &changes).await
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

    fn told(self, told: Told) {
        (self.inner().listener.told)(told);
    }

    /// The ticket with this key, as the board has it.
    fn have(self, key: u32) -> Option<Ticket> {
        let mut found = None;
        self.tickets(&mut |tickets| {
            found = tickets.index_of(key).and_then(|index| tickets.get(index));
        });
        found
    }

    /// The tickets as the board has them.
    fn tickets(self, with: &mut dyn FnMut(&Tickets)) {
        (self.inner().listener.tickets)(with);
    }
}
