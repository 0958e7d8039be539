//! Handing a ticket from Check to the board, which may have to be fetched for that.

use leptos::prelude::*;

use crate::app::browser::channel;
use crate::plan::Plan;

/// Asks the boot script for the board, and the board to tell that it listens.
const FETCH: &str = "sla-planner:board";
/// The board tells that it listens.
const READY: &str = "sla-planner:board-ready";
/// Tells the board a document whose ticket it is to keep.
const KEEP: &str = "sla-planner:board-keep";
/// The board tells the key and the name of the ticket that it kept.
const KEPT: &str = "sla-planner:board-kept";

/// Hands tickets to the board: for the program of the details.
#[derive(Clone, Copy)]
pub(in crate::app) struct Handing {
    waiting: StoredValue<String>,
}

impl Handing {
    /// Nothing is handed over yet. `kept` is told what the board kept.
    pub(in crate::app) fn new(kept: impl Fn(String) + 'static) -> Self {
        let handing = Self {
            waiting: StoredValue::new(String::new()),
        };
        channel::listen(READY, move |_| {
            let waiting = handing.waiting.get_value();
            if !waiting.is_empty() {
                handing.waiting.set_value(String::new());
                channel::tell(KEEP, &waiting);
            }
        });
        channel::listen(KEPT, kept);
        handing
    }

    /// Has the board keep the ticket of `plan`, when it has come.
    pub(in crate::app) fn hand(self, plan: &Plan) {
        self.waiting.set_value(plan.write());
        channel::tell(FETCH, "");
    }
}

/// Takes what is handed over: for the program of the board.
pub(in crate::app) fn take(keep: impl Fn(Plan) + 'static) {
    channel::listen(KEEP, move |text| {
        if let Ok(plan) = Plan::read(&text) {
            keep(plan);
        }
    });
    channel::listen(FETCH, |_| channel::tell(READY, ""));
    channel::tell(READY, "");
}

/// Tells that a ticket was kept.
pub(in crate::app) fn kept(name: &str) {
    channel::tell(KEPT, name);
}
