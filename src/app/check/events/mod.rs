//! What happened: the ticket's events as a list to be changed, each as of now or at a time.

use leptos::prelude::*;

use crate::app::state::Page;
use crate::text::event as words;

mod add;
mod row;

use add::{AddAtATime, AddNow};
use row::Row;

/// The events of the ticket, in their order.
#[component]
pub(in crate::app) fn Events() -> AnyView {
    let page = Page::get();
    // Rows are made anew only when events come, go or change places.
    let order = Memo::new(move |_| {
        page.plan.with(|plan| {
            let draft = &plan.draft;
            let rank = draft.priority?;
            let mut events = draft.happened(rank)?;
            events.sort();
            let sequences = events.into_iter().filter_map(|event| event.sequence);
            Some(sequences.collect::<Vec<u32>>())
        })
    });
    let rows = move || {
        let order = order.get().unwrap_or_default();
        let rows = order.into_iter();
        rows.map(|sequence| view! { <Row sequence/> })
            .collect::<Vec<_>>()
    };
    let usual = words::REASONS
        .map(|reason| view! { <option value=page.say(reason)></option> }.into_any())
        .collect_view();
    view! {
        <section class="section" id="events" tabindex="-1" aria-labelledby="events-title">
            <h2 id="events-title">{page.say(words::HEADING)}</h2>
            <ol class="events">{rows}</ol>
            <datalist id="reasons">{usual}</datalist>
            <fieldset class="add" disabled=Signal::derive(move || page.keeper.visiting())>
                <legend class="unseen">{page.say(words::HEADING)}</legend>
                <AddNow/>
                <AddAtATime/>
            </fieldset>
        </section>
    }
    .into_any()
}
