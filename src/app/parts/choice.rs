//! One of a few: a radio button that looks like a segment.

use leptos::prelude::*;

use super::change;

/// A segment of a group of radio buttons called `name`.
#[component]
pub(in crate::app) fn Segment(
    /// The group.
    name: &'static str,
    /// Its value.
    #[prop(into)]
    value: String,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// The language it is called in, where that is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
    /// Whether it is chosen.
    chosen: Signal<bool>,
    /// Chooses it.
    choose: Callback<()>,
) -> AnyView {
    view! {
        <label class="segment" lang=lang>
            <input type="radio" name=name value=value prop:checked=chosen on:change=change(move || choose.run(()))/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}
