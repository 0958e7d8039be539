//! Opening a file that somebody sent.

use leptos::prelude::*;

use super::Sharing;
use crate::app::browser::file;
use crate::app::parts::text;
use crate::app::state::Page;
use crate::exchange::share::{Fault, LONGEST_FILE};
use crate::text::share as words;

/// A field that takes a file, and says why it cannot be opened.
#[component]
pub(super) fn OpenFile(sharing: Sharing) -> AnyView {
    let page = Page::get();
    let fault: RwSignal<Option<Fault>> = RwSignal::new(None);
    let chosen = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
        let Some(chosen) = file::chosen(&event.target()) else {
            return;
        };
        fault.set(None);
        leptos::task::spawn_local(async move {
            let opened = match file::text(&chosen, LONGEST_FILE).await {
                Ok(text) => sharing.open_file(&text),
                Err(received) => Err(Fault::FileTooLong { received }),
            };
            // The dialog may be closed by now.
            let _ = fault.try_set(opened.err());
        });
    };
    let why = text(move || {
        let fault = fault.get();
        fault.map_or(String::new(), |fault| {
            words::fault(page.lang(), page.service(), &fault)
        })
    });
    view! {
        <div class="open-file">
            <label class="key">
                {page.say(words::OPEN)}
                <input class="unseen" type="file" id="open-file" accept=".slaplan,application/json" on:change:target=chosen/>
            </label>
            <p class="error" role="alert">{why}</p>
        </div>
    }
    .into_any()
}
