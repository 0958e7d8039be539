//! Board: many tickets, what breaches next first.

use leptos::prelude::*;

use super::state::Page;
use crate::text::board as words;

/// The view.
#[component]
pub(super) fn BoardView() -> AnyView {
    let page = Page::get();
    view! { <h1 class="unseen">{page.say(words::VIEW)}</h1> }.into_any()
}
