//! Asking what is to be read: a field to paste into, or a file.

use leptos::prelude::*;
use web_sys::ClipboardEvent;

use super::importing::{Importing, Source};
use super::{ChooseFile, words};
use crate::app::browser::brought::{self, Brought};
use crate::app::parts::{press, text, whether};
use crate::app::state::Page;

/// What the dialog asks when nothing was brought.
#[component]
pub(super) fn Ask() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    view! {
        <p>{page.say(words::INVITE)}</p>
        <Paste id="intake-paste"/>
        <p class="soft">{page.say(words::LOCAL)}</p>
        <p class="hand-on">
            <ChooseFile id="intake-file" importing/>
        </p>
    }
    .into_any()
}

/// A field that reads what is pasted into it at once, and what is typed when that is asked for.
#[component]
pub(super) fn Paste(id: &'static str) -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let typed = importing.typed;
    let pasted = move |event: ClipboardEvent| {
        // What stands there already is added to, and read when that is asked for.
        if !typed.with_untracked(String::is_empty) {
            return;
        }
        let source = match brought::pasted(&event) {
            Brought::Text(text) => Source::Text(text),
            Brought::File(file) => Source::File(file),
            Brought::Several => return importing.refuse_brought(true),
            Brought::Nothing => return,
        };
        event.prevent_default();
        importing.begin(source);
    };
    let read = move || importing.begin(Source::Text(typed.get_untracked().into()));
    view! {
        <label class="label" for=id>{page.say(words::PASTE_HERE)}</label>
        <textarea
            id=id
            class="paste"
            rows="4"
            spellcheck="false"
            autocomplete="off"
            prop:value=text(move || typed.get())
            on:input=move |event| typed.set(event_target_value(&event))
            on:paste=pasted
        ></textarea>
        <p>
            <button
                class="key"
                type="button"
                data-read=id
                disabled=whether(move || typed.with(|typed| typed.trim().is_empty()))
                on:click=press(read)
            >
                {page.say(words::READ)}
            </button>
        </p>
    }
    .into_any()
}
