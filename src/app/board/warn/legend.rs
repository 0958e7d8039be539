//! What the states of the board mean: who is told at each.

use leptos::prelude::*;

use super::levels::level_cells;
use crate::app::state::Page;
use crate::text::check as words;

/// The levels of the policy, folded.
#[component]
pub(in crate::app::board) fn Legend() -> AnyView {
    let page = Page::get();
    let levels = page
        .terms
        .with_untracked(|terms| terms.policy().thresholds.len());
    let rows = (0..levels).map(|level| view! { <tr>{level_cells(page, level)}</tr> }.into_any());
    let rows = rows.collect::<Vec<_>>();
    view! {
        <details class="meaning">
            <summary>{page.say(words::WHO_IS_TOLD)}</summary>
            <table class="stops">
                <caption class="unseen">{page.say(words::WHO_IS_TOLD)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{page.say(words::THRESHOLD)}</th>
                        <th scope="col">{page.say(words::TOLD)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}
