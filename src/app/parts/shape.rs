//! The shapes of states, from the sprite in `index.html`.

use leptos::prelude::*;

use super::text;

/// The shape called `i-name` in the sprite; decoration beside its word.
#[component]
pub(in crate::app) fn Shape(#[prop(into)] name: Signal<&'static str>) -> AnyView {
    let href = text(move || format!("#i-{}", name.get()));
    view! {
        <svg class="shape" aria-hidden="true">
            <use_ href=href></use_>
        </svg>
    }
    .into_any()
}
