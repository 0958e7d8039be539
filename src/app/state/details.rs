//! The program of the details: fetched when there is an answer to explain, or when something of it is
//! asked for.

use leptos::prelude::*;

use super::Page;
use crate::app::browser::channel;
use crate::text::Command;

/// Asks the boot script for the program.
const FETCH: &str = "sla-planner:details";
/// The boot script could not get it.
const FAILED: &str = "sla-planner:details-failed";
/// The program tells that it listens.
pub(in crate::app) const READY: &str = "sla-planner:details-ready";
/// Tells the program to carry out commands, each on a line.
pub(in crate::app) const RUN: &str = "sla-planner:details-run";

/// How far the program has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum Coming {
    /// It was not asked for.
    #[default]
    No,
    /// It is being fetched.
    Fetched,
    /// It listens.
    Ready,
    /// It could not be fetched.
    Failed,
}

/// The program of the details, as the main program sees it.
#[derive(Clone, Copy)]
pub(in crate::app) struct Details {
    coming: RwSignal<Coming>,
    /// What it is to do when it comes, each on a line.
    waiting: StoredValue<String>,
}

impl Details {
    /// Not asked for yet.
    pub(in crate::app) fn new() -> Self {
        let details = Self {
            coming: RwSignal::new(Coming::No),
            waiting: StoredValue::new(String::new()),
        };
        channel::listen(FAILED, move |_| details.coming.set(Coming::Failed));
        channel::listen(READY, move |_| {
            details.coming.set(Coming::Ready);
            channel::tell(RUN, &details.waiting.get_value());
        });
        details
    }

    /// How far it has come.
    pub(in crate::app) fn coming(self) -> Coming {
        self.coming.get()
    }

    /// Fetches it, unless it is here or on its way; only once Check is seen, unless something waits for it.
    pub(in crate::app) fn fetch(self) {
        let coming = self.coming.get_untracked();
        if coming != Coming::Ready {
            self.coming.set(Coming::Fetched);
            channel::tell(FETCH, &self.waiting.get_value());
        }
    }
}

/// Has the details carry out `command`, when they have come.
pub(in crate::app) fn run(page: Page, command: Command) {
    if page.details.coming.get_untracked() == Coming::Ready {
        channel::tell(RUN, &command.key());
        return;
    }
    page.details.waiting.update_value(|waiting| {
        waiting.push_str(&command.key());
        waiting.push('\n');
    });
    page.details.fetch();
}
