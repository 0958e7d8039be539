//! What the views of the board share: the tickets, what is derived from them, and what is selected.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::browser::mark::mark;
use crate::app::browser::turn::turn;
use crate::app::state::Page;
use crate::board::{Board, Crossings, Filter, Order, Selection, Tally};
use crate::engine::Instant;
use crate::plan::Ticket;

/// Tickets that are looked at in one task: a few milliseconds.
const SLICE: usize = 10_000;

/// How much there is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::app) struct Counts {
    /// Tickets in all.
    pub(in crate::app) total: usize,
    /// Tickets shown.
    pub(in crate::app) shown: usize,
    /// Tickets of each state and priority.
    pub(in crate::app) tally: Tally,
    /// Tickets that each state and priority would show.
    pub(in crate::app) facets: Tally,
    /// Whether the order shown is no longer the order that was asked for.
    pub(in crate::app) stale: bool,
}

/// The tickets and what is derived from them.
#[derive(Clone, Copy)]
pub(in crate::app) struct Desk {
    board: StoredValue<Board, LocalStorage>,
    /// How much there is, as far as it is worked out.
    pub(in crate::app) counts: RwSignal<Counts>,
    /// What is selected.
    pub(in crate::app) selection: RwSignal<Selection>,
    /// What was crossed last.
    pub(in crate::app) crossings: RwSignal<Crossings>,
    /// Whether something is being worked out.
    pub(in crate::app) busy: RwSignal<bool>,
    /// Is told when rows are to be drawn anew.
    drawn: Trigger,
    page: Page,
}

impl Desk {
    /// A desk without tickets, provided to the views of the board. It follows the page's clock and terms.
    pub(in crate::app) fn open(page: Page) -> Self {
        let terms = page.terms.with_untracked(|terms| Arc::clone(&terms.0));
        let desk = Self {
            board: StoredValue::new_local(Board::new(terms)),
            counts: RwSignal::default(),
            selection: RwSignal::default(),
            crossings: RwSignal::default(),
            busy: RwSignal::new(false),
            drawn: Trigger::new(),
            page,
        };
        provide_context(desk);
        Effect::new(move |before: Option<()>| {
            let terms = page.terms.with(|terms| Arc::clone(&terms.0));
            if before.is_some() {
                desk.change(|board| {
                    board.set_terms(terms);
                    board.reorder();
                });
            }
        });
        Effect::new(move |_| desk.tick(page.clock.now()));
        desk
    }

    /// The desk, from any view of the board.
    pub(in crate::app) fn get() -> Self {
        expect_context()
    }

    /// Reads the board.
    pub(in crate::app) fn with<T>(self, read: impl FnOnce(&Board) -> T) -> T {
        self.board.with_value(read)
    }

    /// Is followed by what shows rows.
    pub(in crate::app) fn follow_rows(self) {
        self.drawn.track();
    }

    /// Changes the board, and works out what follows.
    pub(in crate::app) fn change<T>(self, change: impl FnOnce(&mut Board) -> T) -> T {
        let changed = self.board.try_update_value(change);
        self.work();
        changed.expect("the desk lives as long as the page")
    }

    /// Takes tickets as they are kept now.
    pub(in crate::app) fn put(self, tickets: &[Ticket]) {
        self.change(|board| {
            let empty = board.tickets().is_empty();
            for ticket in tickets {
                board.put(ticket);
            }
            if empty {
                board.reorder();
            }
        });
    }

    /// Takes away the tickets with these keys.
    pub(in crate::app) fn remove(self, keys: &[u32]) {
        self.selection.update(|selection| {
            for key in keys {
                selection.forget(*key);
            }
        });
        self.change(|board| board.remove(keys));
    }

    /// Shows what passes `filter`.
    pub(in crate::app) fn set_filter(self, filter: Filter) {
        self.change(|board| board.set_filter(filter));
    }

    /// Orders by `order`.
    pub(in crate::app) fn set_order(self, order: Order) {
        self.change(|board| board.set_order(order));
    }

    /// Orders anew.
    pub(in crate::app) fn reorder(self) {
        self.change(Board::reorder);
    }

    /// The ticket shown at `position`.
    pub(in crate::app) fn ticket_at(self, position: usize) -> Option<Ticket> {
        self.with(|board| {
            let index = board.rows(position..position + 1).first().copied()?;
            board.tickets().get(index)
        })
    }

    /// The keys of the tickets shown from one position to another.
    pub(in crate::app) fn keys_between(self, from: usize, to: usize) -> Vec<u32> {
        let range = from.min(to)..from.max(to) + 1;
        self.with(|board| {
            let rows = board.rows(range).iter();
            rows.filter_map(|index| board.tickets().key(*index))
                .collect()
        })
    }

    /// The present that the board is worked out for.
    pub(in crate::app) fn now(self) -> Instant {
        untrack(|| self.page.clock.now())
    }

    /// Works out what is to be, a slice in each task, unless that goes on already.
    fn work(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            loop {
                let now = self.now();
                let more = self
                    .board
                    .try_update_value(|board| board.work(now, SLICE))
                    .unwrap_or(false);
                if !more {
                    break;
                }
                turn().await;
            }
            self.busy.set(false);
            self.tell();
            if !self.with(Board::order_changed) {
                mark("board:sorted");
            }
        });
    }

    /// Lets time pass on the board.
    fn tick(self, now: Instant) {
        let crossings = self.board.try_update_value(|board| board.tick(now));
        let Some(crossings) = crossings else { return };
        if self.with(|board| board.unseen_count()) > 0 {
            self.work();
        }
        let changed = crossings.changed > 0;
        if !crossings.crossed.is_empty() {
            self.crossings.set(crossings);
        }
        if changed {
            self.tell();
        } else {
            self.drawn.notify();
        }
    }

    /// Tells the views what was worked out.
    fn tell(self) {
        let counts = self.with(|board| Counts {
            total: board.tickets().len(),
            shown: board.len(),
            tally: board.tally(),
            facets: board.facets(),
            stale: board.order_changed(),
        });
        self.counts.set(counts);
        self.drawn.notify();
    }
}
