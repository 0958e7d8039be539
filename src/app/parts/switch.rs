//! Something that is on or off: a check box beside what it is called.

use leptos::prelude::*;

/// A switch.
#[component]
pub(in crate::app) fn Switch(
    /// The identifier of its box.
    id: &'static str,
    /// What it is called.
    label: Signal<String>,
    /// The identifier of what explains it.
    #[prop(optional)]
    why: Option<&'static str>,
    /// Whether it is on.
    on: Signal<bool>,
    /// Sets it.
    set: Callback<bool>,
) -> AnyView {
    view! {
        <label class="switch">
            <input
                type="checkbox"
                id=id
                aria-describedby=why
                prop:checked=on
                on:change=move |event| set.run(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
