//! A state as shape, word and percent.

use leptos::prelude::*;

use super::Shape;

/// A state chip.
#[component]
pub(in crate::app) fn Chip(
    /// The key of its colour and shape.
    key: Signal<&'static str>,
    /// The word.
    word: Signal<String>,
    /// The share of the target that is used up; empty before it starts.
    percent: Signal<String>,
) -> AnyView {
    view! {
        <span class="chip" data-state=key>
            <Shape name=key/>
            <span>{word}</span>
            <span class="percent">{percent}</span>
        </span>
    }
    .into_any()
}
