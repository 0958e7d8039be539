//! The priority: five radio buttons with the contract's definitions.

use leptos::prelude::*;

use crate::app::parts::{change, text, whether};
use crate::app::state::Page;
use crate::plan::Edit;
use crate::text::check as words;

/// The priorities of the policy.
#[component]
pub(super) fn Priorities() -> AnyView {
    let page = Page::get();
    let policy = page.terms.with_untracked(|terms| terms.policy().clone());
    let chosen = move || page.plan.with(|plan| plan.draft.priority);
    let options = policy
        .ranks()
        .zip(policy.priorities)
        .map(|(rank, priority)| {
            let choose = move || page.edit(Edit::Priority(rank));
            let (name, definition) = (priority.name, page.name(priority.definition));
            let id = priority.id.clone();
            let title = text(move || format!("{id} {}", page.lang().of(&name)));
            view! {
                <label class="priority">
                    <input
                        type="radio"
                        name="priority"
                        value=priority.id
                        prop:checked=whether(move || chosen() == Some(rank))
                        on:change=change(choose)
                    />
                    <strong>{title}</strong>
                    <small>{definition}</small>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset>
            <legend class="label">{page.say(words::PRIORITY)}</legend>
            <div class="priorities">{options}</div>
        </fieldset>
    }
    .into_any()
}
