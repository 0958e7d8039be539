//! A field for the time at which something happened.

use leptos::prelude::*;

use super::moment_input::{MomentInput, Typing};
use super::question::Pick;
use crate::app::browser::document;
use crate::app::parts::press;
use crate::app::state::Page;
use crate::engine::Instant;
use crate::text::check as words;

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
    let typing = Typing::new(page, Signal::stored(None));
    let submit = Callback::new(move |()| {
        if let Ok(moment) = typing.understood.get_untracked() {
            keep.run(moment.at);
        }
    });
    let choose = Callback::new(move |pick| match pick {
        Pick::Choice(choice) => keep.run(choice.moment.at),
        order @ Pick::Order(_) => typing.pick(order),
    });
    let unclear = typing.unclear();
    let focus = id.clone();
    request_animation_frame(move || document::focus(&focus));
    view! {
        <MomentInput id label typing submit cancel choose>
            <button
                class="key"
                type="button"
                disabled=Signal::derive(move || unclear.get().is_some())
                on:click=press(move || submit.run(()))
            >
                {page.say(words::KEEP)}
            </button>
            <button class="quiet" type="button" on:click=press(move || cancel.run(()))>
                {page.say(words::CANCEL)}
            </button>
        </MomentInput>
    }
    .into_any()
}
