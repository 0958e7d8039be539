//! What tells the states of the timeline apart without colour.

use leptos::prelude::*;

/// The patterns of closed time, and the sign of maintenance, for every drawing on the page.
#[component]
pub(super) fn Patterns() -> AnyView {
    let patterns = [
        ("p-night", "8", "M-2 2l4-4m-4 12L10-2m-4 12l4-4", ""),
        ("p-weekend", "5", "M-1 4l2 2M-1-1l7 7M4-1l2 2", ""),
        ("p-holiday", "6", "M1 1h1.5v1.5H1zm3 3h1.5v1.5H4z", "dot"),
        ("p-maintenance", "7", "M0 0l7 7M7 0L0 7", ""),
        ("p-closure", "6", "M0 3h6", ""),
        ("p-paused", "6", "M3 0v6", ""),
    ]
    .map(|(id, size, drawn, class)| {
        view! {
            <pattern id=id width=size height=size patternUnits="userSpaceOnUse">
                <path d=drawn class=class></path>
            </pattern>
        }
        .into_any()
    });
    view! {
        <svg class="sprite" width="0" height="0" aria-hidden="true">
            <symbol id="i-maintenance" viewBox="0 0 16 16">
                <path
                    d="M2.5 13.5l6-6m1-4.6a3.6 3.6 0 0 0-.6 4.2 3.6 3.6 0 0 0 5.2-3.6L12 5.6 10.4 4z"
                    stroke-width="2"
                ></path>
            </symbol>
            <defs class="patterns">{patterns}</defs>
        </svg>
    }
    .into_any()
}
