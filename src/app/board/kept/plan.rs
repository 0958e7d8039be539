//! What is done with the whole plan: saving it, reading one, deleting everything.

use leptos::prelude::*;

use super::Keep;
use crate::app::board::store::Keeping;
use crate::app::browser::file;
use crate::app::parts::{If, press, text, whether};
use crate::app::state::Page;
use crate::text::store as words;

/// The keys, and how much is kept.
#[component]
pub(in crate::app) fn PlanKeys() -> AnyView {
    let page = Page::get();
    let keep = Keep::get();
    let store = keep.store;
    let used: RwSignal<Option<u64>> = RwSignal::new(None);
    Effect::new(move |_| {
        // Once everything is read, and again whenever something was written.
        if store.keeping() != Keeping::Kept {
            return;
        }
        leptos::task::spawn_local(async move {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a number of bytes"
            )]
            let bytes = store.used().await.map(|bytes| bytes as u64);
            let _ = used.try_set(bytes);
        });
    });
    let much = text(move || {
        used.get()
            .map_or(String::new(), |bytes| words::used(page.lang(), bytes))
    });
    let chosen = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
        if let Some(file) = file::chosen(&event.target()) {
            keep.import(file);
        }
    };
    let aside = Memo::new(move |_| store.found().aside);
    let save_aside = move || {
        leptos::task::spawn_local(async move {
            let saved = super::export::aside(store).await;
            keep.not_saved.set(!saved);
        });
    };
    let exporting = text(move || {
        let phrase = if keep.exporting.get() {
            words::EXPORTING
        } else {
            words::EXPORT
        };
        phrase.say(page.lang()).to_owned()
    });
    view! {
        <section class="whole-plan" aria-label=page.say(words::PLAN)>
            <h2 class="unseen">{page.say(words::PLAN)}</h2>
            <p class="hand-on">
                <button class="key" type="button" id="export-plan" disabled=keep.waits() on:click=press(move || keep.export())>
                    {exporting}
                </button>
                <label class="key">
                    {page.say(words::IMPORT)}
                    <input class="unseen" type="file" id="import-plan" accept=".slaplan,application/json" on:change:target=chosen/>
                </label>
                <button class="quiet" type="button" id="clear-all" on:click=press(move || keep.clearing.ask())>
                    {page.say(words::CLEAR)}
                </button>
                <span class="soft" id="used">{much}</span>
            </p>
            <If when=whether(move || aside.get() > 0)>
                <p class="soft" id="aside">
                    {text(move || words::aside(page.lang(), aside.get()))}
                    " "
                    <button class="quiet" type="button" on:click=press(save_aside)>{page.say(words::SAVE_ASIDE)}</button>
                </p>
            </If>
        </section>
    }
    .into_any()
}
