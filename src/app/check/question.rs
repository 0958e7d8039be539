//! What a typed time can mean.

use leptos::prelude::*;

use crate::app::parts::{press, text};
use crate::app::state::Page;
use crate::exchange::moment::{Choice, Unclear};
use crate::text::echo;

/// A button for each way a time can be meant; none where there is no choice.
#[component]
pub(super) fn Choices(unclear: Signal<Option<Unclear>>, choose: Callback<Choice>) -> AnyView {
    let page = Page::get();
    let choices = move || {
        let Some(Unclear::Which(choices)) = unclear.get() else {
            return Vec::new();
        };
        let button = |choice: Choice| {
            let label = text(move || echo::choice(page.lang(), page.typing_zone(), &choice));
            view! { <button class="key" type="button" on:click=press(move || choose.run(choice))>{label}</button> }
                .into_any()
        };
        choices.into_iter().map(button).collect()
    };
    choices.into_any()
}
