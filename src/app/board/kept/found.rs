//! What became of what was kept, told at the start.

use leptos::prelude::*;

use super::Keep;
use super::export;
use crate::app::browser::document;
use crate::app::parts::{If, press, text, whether};
use crate::app::state::Page;
use crate::text::store as words;

/// Notices of an import that was interrupted, of records that were set aside, and of a database that was.
#[component]
pub(super) fn FoundNotices() -> AnyView {
    let page = Page::get();
    let keep = Keep::get();
    let store = keep.store;
    let interrupted = Memo::new(move |_| store.found().interrupted);
    let damaged = Memo::new(move |_| store.found().damaged);
    let unopened = Memo::new(move |_| store.found().unopened);
    let unreadable = RwSignal::new(false);
    let interruption = text(move || {
        interrupted.with(|found| {
            found.as_ref().map_or(String::new(), |found| {
                words::interrupted(page.lang(), &found.source, found.tickets)
            })
        })
    });
    let again = move || {
        let of_plan = interrupted.with_untracked(|found| {
            let found = found.as_ref();
            found.is_some_and(|found| found.source.ends_with(".slaplan"))
        });
        // The dialog of tables is not there while the board is empty: then one pastes into the board itself.
        let asked = document::press(if of_plan {
            "import-plan"
        } else {
            "open-import"
        });
        if !asked {
            document::focus("invitation-paste");
        }
    };
    let dismiss = move || {
        view! {
            <button class="quiet" type="button" on:click=press(move || store.dismiss())>
                {page.say(words::DISMISS)}
            </button>
        }
    };
    let save_aside = move || {
        leptos::task::spawn_local(async move {
            let saved = export::aside(store).await;
            keep.not_saved.set(!saved);
        });
    };
    let save_readable = move || {
        let name = unopened.get_untracked();
        leptos::task::spawn_local(async move {
            let saved = export::readable(store, &name).await;
            unreadable.set(!saved);
        });
    };
    view! {
        <div class="notices" role="status">
            <If when=whether(move || interrupted.with(Option::is_some))>
                <div class="notice" id="interrupted">
                    <p>{interruption}</p>
                    <p class="hand-on">
                        <button class="key" type="button" id="import-again" on:click=press(again)>
                            {page.say(words::IMPORT_AGAIN)}
                        </button>
                        {dismiss()}
                    </p>
                </div>
            </If>
            <If when=whether(move || damaged.get() > 0)>
                <div class="notice" id="damaged">
                    <p>{text(move || words::damaged(page.lang(), damaged.get()))}</p>
                    <p class="hand-on">
                        <button class="key" type="button" id="save-aside" on:click=press(save_aside)>
                            {page.say(words::SAVE_ASIDE)}
                        </button>
                        {dismiss()}
                    </p>
                </div>
            </If>
            <If when=whether(move || unopened.with(|name| !name.is_empty()))>
                <div class="notice" id="unopened">
                    <p>{text(move || words::unopened(page.lang(), &unopened.get()))}</p>
                    <p class="hand-on">
                        <button class="key" type="button" id="save-readable" on:click=press(save_readable)>
                            {page.say(words::SAVE_READABLE)}
                        </button>
                        {dismiss()}
                    </p>
                    <If when=unreadable.into()>
                        <p class="error">{page.say(words::NOTHING_READABLE)}</p>
                    </If>
                </div>
            </If>
        </div>
    }
    .into_any()
}
