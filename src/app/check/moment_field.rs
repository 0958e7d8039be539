//! A field for the time at which something happened.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::question::{Choices, Pick};
use super::time_field::context;
use crate::app::browser::document;
use crate::app::parts::{press, text};
use crate::app::state::Page;
use crate::engine::Instant;
use crate::exchange::moment::{Unclear, read};
use crate::text::{check as words, echo, full_time, zone_name};

/// The field, what it understands, and the buttons that keep it or close it.
#[component]
pub(super) fn MomentField(
    /// The id of the field.
    id: String,
    /// What the time is of.
    label: Signal<String>,
    /// Takes the time.
    keep: Callback<Instant>,
    /// Closes the field.
    cancel: Callback<()>,
) -> AnyView {
    let page = Page::get();
    let typed = RwSignal::new(String::new());
    let order = RwSignal::new(None);
    let understood = Memo::new(move |_| {
        let context = context(page, Some(page.typing_zone()), order.get());
        read(&typed.get(), &context)
    });
    let said = text(move || {
        let lang = page.lang();
        understood.with(|understood| match understood {
            Ok(moment) => {
                let service = page.service();
                format!(
                    "{} {}",
                    full_time(lang, moment.at, service),
                    zone_name(lang, service)
                )
            }
            Err(unclear) => echo::unclear(lang, page.typing_zone(), unclear),
        })
    });
    let wrong = Signal::derive(move || {
        let fine = understood.with(|understood| matches!(understood, Ok(_) | Err(Unclear::Empty)));
        (!fine).then_some("true")
    });
    let submit = move || {
        if let Ok(moment) = understood.get_untracked() {
            keep.run(moment.at);
        }
    };
    let unclear = Signal::derive(move || understood.get().err());
    let choose = Callback::new(move |pick| match pick {
        Pick::Choice(choice) => keep.run(choice.moment.at),
        Pick::Order(chosen) => order.set(Some(chosen)),
    });
    let pressed = move |event: KeyboardEvent| match event.key().as_str() {
        // Enter within an input method chooses a character.
        "Enter" if !event.is_composing() && event.key_code() != 229 => submit(),
        "Escape" => cancel.run(()),
        _ => {}
    };
    let says = format!("{id}-says");
    let focus = id.clone();
    request_animation_frame(move || document::focus(&focus));
    view! {
        <div class="moment">
            <input
                id=id
                type="text"
                autocomplete="off"
                spellcheck="false"
                placeholder="17:50"
                maxlength="200"
                aria-label=label
                aria-invalid=wrong
                aria-describedby=says.clone()
                on:input:target=move |event| typed.set(event.target().value())
                on:keydown=pressed
            />
            <button class="key" type="button" disabled=Signal::derive(move || unclear.get().is_some()) on:click=press(submit)>
                {page.say(words::KEEP)}
            </button>
            <button class="quiet" type="button" on:click=press(move || cancel.run(()))>
                {page.say(words::CANCEL)}
            </button>
            <Choices unclear choose/>
            <small id=says>{said}</small>
        </div>
    }
    .into_any()
}
