//! What is kept of the board: the line that says so, and what is done with all of it.

mod clear;
mod export;
mod found;
mod import;
mod line;
mod plan;

use leptos::prelude::*;

use super::store::Store;
use crate::app::browser::launch;
use crate::app::state::Page;

pub(super) use clear::Clear;
pub(super) use import::Import;
pub(super) use plan::PlanKeys;

use clear::Clearing;
use import::Importing;

/// What can be done with all that is kept, for any view of the board.
#[derive(Clone, Copy)]
pub(in crate::app) struct Keep {
    page: Page,
    store: Store,
    importing: Importing,
    clearing: Clearing,
    /// Whether a file is being made.
    exporting: RwSignal<bool>,
    /// Whether the browser did not save the last one.
    not_saved: RwSignal<bool>,
}

impl Keep {
    /// Provides it to the views of the board. Files that the system hands to the page are opened.
    pub(super) fn open(page: Page, store: Store) -> Self {
        let keep = Self {
            page,
            store,
            importing: Importing::new(),
            clearing: Clearing::new(),
            exporting: RwSignal::new(false),
            not_saved: RwSignal::new(false),
        };
        provide_context(keep);
        launch::files(move |file| keep.import(file));
        keep
    }

    /// What can be done, from any view of the board.
    pub(in crate::app) fn get() -> Self {
        expect_context()
    }

    /// Shows what `file` holds, and imports it where that is wanted.
    pub(in crate::app) fn import(self, file: web_sys::File) {
        import::begin(self, file);
    }
}

/// What was found, what is wrong, and the dialogs.
#[component]
pub(in crate::app) fn Kept() -> AnyView {
    view! {
        <found::FoundNotices/>
        <line::Progress/>
        <Import/>
        <Clear/>
    }
    .into_any()
}
