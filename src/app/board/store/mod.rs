//! What the board keeps in this browser. (Signatures first; the bodies follow.)
//!
//! Tickets are kept in blocks of 128 in IndexedDB (one record each took 5 s for 100 000, blocks take 0.2 s), one
//! line of JSON each, which is also what a plan file holds. Every operation runs in one transaction, one operation
//! after another; it is done when the browser says that it is written.

/// What the store tells the board, as it happens: at the start, here, and in other tabs.
pub(in crate::app) enum Told {
    /// These tickets are kept as they are here. New ones, and ones that changed (told by key).
    Tickets(Vec<Ticket>),
    /// No ticket with one of these keys is kept any more.
    Gone(Vec<u32>),
    /// Nothing is kept any more; what is follows as `Tickets`.
    Cleared,
}

/// What the store asks of the board; both are called outside of any signal's guard.
pub(in crate::app) struct Listener {
    /// Is told what is kept now. At the start in batches of about 1000, a task of at most 8 ms each.
    pub(in crate::app) told: Box<dyn Fn(Told)>,
    /// The ticket with this key as the board has it: for when nothing can be kept and edits live in memory.
    pub(in crate::app) have: Box<dyn Fn(u32) -> Option<Ticket>>,
}

/// How it stands with what is kept. `Keeping::key()` for `data-state`; words in `text::store`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Keeping {
    /// It is being read: so many tickets of so many.
    Opening { read: u32, of: u32 },
    /// Everything is kept.
    Kept,
    /// It is being written: per cent.
    Writing { percent: u8 },
    /// Something is wrong; what, and what to do.
    Trouble(Trouble),
}

/// The handle. `Store::open` in the root view of the board; `Store::get()` from context after that.
#[derive(Clone, Copy)]
pub(in crate::app) struct Store { /* … */ }

impl Store {
    /// Opens what is kept, and begins to tell it.
    pub(in crate::app) fn open(page: Page, listener: Listener) -> Self;
    /// The store, from any view of the board.
    pub(in crate::app) fn get() -> Self;
    /// How it stands, followed.
    pub(in crate::app) fn keeping(self) -> Keeping;
    /// Whether every kept ticket has been told, followed.
    pub(in crate::app) fn ready(self) -> bool;
    /// The saved views as text (the board's own format, one JSON value), followed.
    pub(in crate::app) fn views(self) -> String;
    /// Keeps the saved views; other tabs are told.
    pub(in crate::app) fn set_views(self, views: String);

    /// The first of `count` keys that nobody else uses. (A short transaction; in memory where nothing is kept.)
    pub(in crate::app) async fn reserve(self, count: u32) -> Result<u32, Trouble>;
    /// Keeps `count` new tickets whose keys were reserved, whole or not at all. `next` gives some (about 500) each
    /// time, in the order of their keys, none at the end; it is called in slices. The board shows them already:
    /// they are NOT told back here (other tabs read them). On failure nothing of them is kept.
    pub(in crate::app) async fn add(self, count: u32, next: impl FnMut() -> Vec<Ticket> + 'static) -> Result<(), Trouble>;
    /// Applies `edit` to the stored tickets. Told to the board when it is written, before this returns.
    pub(in crate::app) async fn edit(self, keys: Vec<u32>, edit: TicketEdit) -> Result<Edited, Trouble>;
    /// Undo, redo, undelete: each ticket that is still as expected becomes as wanted. Told when written.
    pub(in crate::app) async fn swap(self, swaps: Vec<Swap>) -> Result<Swapped, Trouble>;
    /// Deletes tickets; what they were, for undo (as `swap` from none).
    pub(in crate::app) async fn remove(self, keys: Vec<u32>) -> Result<Vec<Ticket>, Trouble>;
    /// Reads these again and tells them.
    pub(in crate::app) async fn reload(self, keys: Vec<u32>) -> Result<(), Trouble>;
    /// Does again what could not be written.
    pub(in crate::app) fn retry(self);
}

/// What came of an edit.
pub(in crate::app) struct Edited {
    /// The tickets that changed, as they were stored before.
    pub(in crate::app) before: Vec<Ticket>,
    /// The same, as they are stored now.
    pub(in crate::app) after: Vec<Ticket>,
    /// Those it contradicts.
    pub(in crate::app) refused: Vec<(u32, Error)>,
    /// Those another tab deleted.
    pub(in crate::app) gone: Vec<u32>,
}

/// One ticket of an undo: none where there is none.
pub(in crate::app) struct Swap {
    pub(in crate::app) key: u32,
    pub(in crate::app) expected: Option<Ticket>,
    pub(in crate::app) wanted: Option<Ticket>,
}

/// What came of an undo.
pub(in crate::app) struct Swapped {
    /// The keys of those that were swapped.
    pub(in crate::app) done: Vec<u32>,
    /// The keys of those that another tab changed meanwhile, and that were left.
    pub(in crate::app) differ: Vec<u32>,
}

// Views of this module, for the board's header: `kept::Kept` (the line and its dialogs), `kept::PlanMenu`
// (export, import, clear all data).
