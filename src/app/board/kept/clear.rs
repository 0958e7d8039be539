//! Deleting everything, after it was said what that is.

use leptos::prelude::*;

use super::Keep;
use super::export::SaveFile;
use crate::app::board::desk::Desk;
use crate::app::parts::{Dialog, If, press, text};
use crate::app::state::Page;
use crate::text::store as words;

/// Whether it is being asked for.
#[derive(Clone, Copy)]
pub(super) struct Clearing {
    open: RwSignal<bool>,
    failed: RwSignal<bool>,
}

impl Clearing {
    /// Nobody asked.
    pub(super) fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            failed: RwSignal::new(false),
        }
    }

    /// Asks whether everything is to be deleted.
    pub(super) fn ask(self) {
        self.failed.set(false);
        self.open.set(true);
    }
}

/// The dialog that says what is going to be deleted.
#[component]
pub(in crate::app) fn Clear() -> AnyView {
    let page = Page::get();
    let keep = Keep::get();
    let desk = Desk::get();
    let Clearing { open, failed } = keep.clearing;
    let what = text(move || {
        let tickets = desk.counts.with(|counts| counts.total);
        words::clears(page.lang(), tickets, keep.store.found().aside)
    });
    let clear = move || {
        leptos::task::spawn_local(async move {
            let cleared = keep.store.wipe().await;
            failed.set(cleared.is_err());
        });
    };
    view! {
        <Dialog open id="clear" title=page.say(words::CLEAR_TITLE)>
            <p id="clears">{what}</p>
            <p>{page.say(words::CLEAR_WHERE)}</p>
            <p class="hand-on">
                <SaveFile/>
                <button class="key danger" type="button" id="clear-everything" on:click=press(clear)>
                    {page.say(words::CLEAR_ALL)}
                </button>
            </p>
            <If when=failed.into()>
                <p class="error" role="alert">{page.say(words::NOT_CLEARED)}</p>
            </If>
        </Dialog>
    }
    .into_any()
}
