//! A dialog in which a time zone is searched for.

use leptos::html;
use leptos::prelude::*;

use super::{press, text};
use crate::app::browser::document;
use crate::app::state::Page;
use crate::engine::Zone;
use crate::text::zone as words;

mod search;
mod state;

use search::{Results, Search};
use state::Picker;

/// The dialog. While `open` holds it is shown above everything else.
#[component]
pub(in crate::app) fn ZonePicker(
    /// What its ids begin with.
    id: &'static str,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is chosen in it.
    title: Signal<String>,
    /// The zone in use.
    current: Signal<Zone>,
    /// Takes the zone; none for the one that nobody has to choose.
    choose: Callback<Option<Zone>>,
    /// What the zone that nobody has to choose is called.
    reset_label: Signal<String>,
) -> AnyView {
    let page = Page::get();
    let picker = Picker::new(page, id, open, current, choose);
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), open) = (dialog.get(), open.get()) else {
            return;
        };
        if open && !dialog.open() {
            picker.begin();
            let _ = dialog.show_modal();
            document::focus(&picker.search_id());
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    let heading = format!("{id}-title");
    view! {
        <dialog
            class="picker"
            closedby="any"
            aria-labelledby=heading
            node_ref=dialog
            on:close=move |_| open.set(false)
        >
            <div class="picker-head">
                <h2 id=heading.clone()>{title}</h2>
                <button class="quiet" type="button" on:click=press(move || open.set(false))>
                    {page.say(words::CLOSE)}
                </button>
            </div>
            <Search picker/>
            <Results picker/>
            <button class="key" type="button" id=format!("{id}-reset") on:click=press(move || picker.take(None))>
                {text(move || reset_label.get())}
            </button>
        </dialog>
    }
    .into_any()
}
