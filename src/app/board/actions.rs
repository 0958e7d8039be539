//! What can be done to the tickets that are selected.

use leptos::prelude::*;

use super::deeds::Deeds;
use super::desk::Desk;
use crate::app::parts::{press, text};
use crate::app::state::Page;
use crate::board::Selection;
use crate::engine::EventKind;
use crate::plan::TicketEdit;
use crate::text::{Phrase, board as words, event};

/// The deeds for what is selected.
#[component]
pub(super) fn Actions() -> AnyView {
    let page = Page::get();
    let (desk, deeds) = (Desk::get(), Deeds::get());
    let reason = RwSignal::new(String::new());
    let usual = move || event::WAITING_FOR_CUSTOMER.say(page.lang());
    let key = move |name: Phrase, deed: &'static str, kind: fn(String) -> Option<EventKind>| {
        let act = move || {
            let typed = reason.get_untracked();
            let typed = if typed.trim().is_empty() {
                untrack(usual).to_owned()
            } else {
                typed
            };
            let edit = kind(typed).map_or(TicketEdit::Delete, |kind| TicketEdit::Add {
                at: page.clock.read(),
                kind,
            });
            deeds.edit_selected(edit);
        };
        view! {
            <button class="quiet" type="button" data-deed=deed on:click=press(act)>{page.say(name)}</button>
        }
        .into_any()
    };
    let count = text(move || {
        let count = desk.selection.with(Selection::len);
        words::selected(page.lang(), count)
    });
    let reasons = event::REASONS
        .map(|reason| view! { <option value=page.say(reason)></option> }.into_any())
        .collect_view();
    view! {
        <div class="actions" role="group" aria-label=page.say(words::SELECTED_ACTIONS)>
            <strong>{count}</strong>
            {key(words::REPLY, "reply", |_| Some(EventKind::FirstReply))}
            {key(words::CONFIRM, "confirm", |_| Some(EventKind::Confirmed))}
            {key(words::PAUSE, "pause", |reason| Some(EventKind::Paused { reason }))}
            <input
                class="pause-reason"
                type="text"
                list="board-reasons"
                autocomplete="off"
                aria-label=page.say(event::REASON)
                placeholder=text(move || usual().to_owned())
                on:input=move |event| reason.set(event_target_value(&event))
            />
            <datalist id="board-reasons">{reasons}</datalist>
            {key(words::RESUME, "resume", |_| Some(EventKind::Resumed))}
            {key(words::RESOLVE, "resolve", |_| Some(EventKind::Resolved))}
            {key(words::DELETE, "delete", |_| None)}
            <button class="quiet" type="button" id="select-none" on:click=press(move || desk.selection.update(Selection::clear))>
                {page.say(words::SELECT_NONE)}
            </button>
        </div>
    }
    .into_any()
}

/// Taking the last deed back, doing it again, and what came of the last one.
#[component]
pub(super) fn Steps() -> AnyView {
    let page = Page::get();
    let deeds = Deeds::get();
    let key = move |again: bool, name: Phrase, id: &'static str, act: fn(Deeds)| {
        let label = text(move || {
            let about = deeds.step(again).map(|(subject, count)| {
                let lang = page.lang();
                let what = crate::text::deed::about(lang, subject);
                let many = crate::text::deed::tickets(lang, count);
                lang.pick(format!("：{what}，{many}"), format!(": {what}, {many}"))
            });
            format!("{}{}", name.say(page.lang()), about.unwrap_or_default())
        });
        view! {
            <button
                class="quiet"
                type="button"
                id=id
                aria-label=label
                title=label
                disabled=Signal::derive(move || deeds.step(again).is_none())
                on:click=press(move || act(deeds))
            >
                {page.say(name)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="board-steps">
            {key(false, words::UNDO, "board-undo", Deeds::undo)}
            {key(true, words::REDO, "board-redo", Deeds::redo)}
            <p class="outcome" role="status">{text(move || deeds.said())}</p>
        </div>
    }
    .into_any()
}
