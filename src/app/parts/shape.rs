//! The shapes of states, from the sprite in `index.html`.

use leptos::prelude::*;

/// The shape called `i-name` in the sprite; decoration beside its word.
#[component]
pub(in crate::app) fn Shape(#[prop(into)] name: Signal<&'static str>) -> impl IntoView {
    view! {
        <svg class="shape" aria-hidden="true">
            <use_ href=move || format!("#i-{}", name.get())></use_>
        </svg>
    }
}
