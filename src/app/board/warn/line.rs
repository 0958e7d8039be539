//! The line that tells what was crossed last.

use leptos::prelude::*;

use super::Warnings;

/// The line: polite, and at most one message in half a minute unless something is breached.
#[component]
pub(in crate::app::board) fn Line(warnings: Warnings) -> AnyView {
    view! { <p class="crossed" id="crossed" role="status" title=warnings.line>{warnings.line}</p> }
        .into_any()
}
