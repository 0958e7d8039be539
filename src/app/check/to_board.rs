//! Handing the ticket to the board, or back to it.

use leptos::prelude::*;

use crate::app::parts::{If, press, text, whether};
use crate::app::state::{Handing, Page};
use crate::plan::{Plan, Source};
use crate::text::board as words;

/// Which ticket of the board this is, and keeping it there as it is here; or adding it under a name.
#[component]
pub(in crate::app) fn ToBoard() -> AnyView {
    let page = Page::get();
    let said = RwSignal::new(String::new());
    let handing = Handing::new(move |name| {
        said.set(words::kept_on_board(untrack(|| page.lang()), &name));
    });
    // What was said is about the ticket as it was then.
    let ticket = Memo::new(move |_| {
        page.plan.with(|plan| {
            (
                plan.draft.submission,
                plan.draft.priority,
                plan.draft.events.clone(),
            )
        })
    });
    Effect::new(move |_| {
        ticket.track();
        said.set(String::new());
    });
    let name = RwSignal::new(String::new());
    let source = Memo::new(move |_| page.plan.with(|plan| plan.draft.source.clone()));
    let new = whether(move || source.with(Option::is_none));
    let keep = move || {
        let mut plan: Plan = page.plan.get_untracked();
        let typed = name.get_untracked().trim().to_owned();
        let source = plan.draft.source.take();
        plan.draft.source = Some(source.unwrap_or(Source {
            key: 0,
            name: typed,
        }));
        handing.hand(&plan);
    };
    let label = text(move || {
        source.with(|source| match source {
            Some(source) => words::keep_as(page.lang(), &source.name),
            None => words::ADD_TO_BOARD.say(page.lang()).to_owned(),
        })
    });
    view! {
        <section class="to-board" aria-label=page.say(words::VIEW)>
            <If when=new>
                <input
                    type="text"
                    id="ticket-name"
                    autocomplete="off"
                    maxlength="80"
                    aria-label=page.say(words::NUMBER_OR_TITLE)
                    placeholder=page.say(words::NUMBER_OR_TITLE)
                    on:input=move |event| name.set(event_target_value(&event))
                />
            </If>
            <button class="key" type="button" id="to-board" on:click=press(keep)>{label}</button>
            <p role="status">{text(move || said.get())}</p>
        </section>
    }
    .into_any()
}
