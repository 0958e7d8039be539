//! The search field and what is found, as one combobox.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::state::{Picker, Row};
use crate::app::parts::{If, press, text, whether};
use crate::app::state::Listing;
use crate::text::zone as words;

/// The search field.
#[component]
pub(super) fn Search(picker: Picker) -> AnyView {
    let (page, id) = (picker.page, picker.id);
    let pressed = move |event: KeyboardEvent| {
        // What an input method is given is not meant for the list.
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => picker.step(true),
            "ArrowUp" => picker.step(false),
            "Home" => picker.mark(0),
            "End" => picker.mark(untrack(|| picker.last())),
            "Enter" => picker.enter(),
            _ => return,
        }
        event.prevent_default();
    };
    let marked = Signal::derive(move || {
        let place = picker.active.get()?;
        picker
            .rows
            .with(|rows| (place < rows.len()).then(|| picker.row_id(place)))
    });
    let expanded = Signal::derive(move || {
        let any = picker.rows.with(|rows| !rows.is_empty());
        if any { "true" } else { "false" }
    });
    let search = picker.search_id();
    view! {
        <label class="label" for=search.clone()>{page.say(words::SEARCH)}</label>
        <input
            id=search
            type="text"
            role="combobox"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="done"
            maxlength="80"
            aria-autocomplete="list"
            aria-expanded=expanded
            aria-controls=format!("{id}-list")
            aria-activedescendant=marked
            prop:value=picker.query
            on:input:target=move |event| picker.type_in(event.target().value())
            on:keydown=pressed
        />
    }
    .into_any()
}

/// What is found, or why nothing is.
#[component]
pub(super) fn Results(picker: Picker) -> AnyView {
    let (page, id) = (picker.page, picker.id);
    let empty = whether(move || picker.rows.with(Vec::is_empty));
    let said = text(move || {
        let trouble = picker.listing.with(|listing| listing.trouble(page.lang()));
        if trouble.is_empty() && empty.get() && !picker.query.with(String::is_empty) {
            words::NOTHING.say(page.lang()).to_owned()
        } else {
            trouble
        }
    });
    let count = text(move || {
        let count = picker.rows.with(Vec::len);
        if count == 0 || picker.query.with(String::is_empty) {
            String::new()
        } else {
            words::found(page.lang(), count)
        }
    });
    let options = move || {
        let rows = picker.rows.get().into_iter().enumerate();
        rows.map(|(place, row)| option(picker, place, row))
            .collect::<Vec<_>>()
    };
    view! {
        <p class="unseen" role="status">{count}</p>
        <p class="soft" role="status">{said}</p>
        <If when=whether(move || picker.listing.with(Listing::failed))>
            <button class="key" type="button" id=format!("{id}-retry") on:click=press(move || picker.fetch())>
                {page.say(words::RETRY)}
            </button>
        </If>
        <ul class="places" role="listbox" id=format!("{id}-list") aria-label=page.say(words::FOUND)>
            {options}
        </ul>
    }
    .into_any()
}

/// A place found.
fn option(picker: Picker, place: usize, row: Row) -> AnyView {
    let marked = Signal::derive(move || {
        let marked = picker.active.get() == Some(place);
        if marked { "true" } else { "false" }
    });
    let Row { zone, time, .. } = row;
    let in_use = row
        .in_use
        .then(|| view! { <small>{picker.page.say(words::IN_USE)}</small> }.into_any());
    view! {
        <li
            class="place"
            role="option"
            id=picker.row_id(place)
            aria-selected=marked
            on:click=press(move || picker.take(Some(zone)))
        >
            <span>{row.place} " " {in_use}</span>
            <span class="soft">{time}</span>
        </li>
    }
    .into_any()
}
