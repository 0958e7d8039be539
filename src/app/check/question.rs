//! What a typed time can mean.

use leptos::prelude::*;

use crate::app::parts::{press, text};
use crate::app::state::Page;
use crate::exchange::moment::{Choice, DateOrder, Unclear};
use crate::text::{echo, full_date};

/// What is picked where a time can be meant in several ways.
#[derive(Clone, Copy)]
pub(super) enum Pick {
    /// One of the ways.
    Choice(Choice),
    /// The order of day and month; the time of day is still missing.
    Order(DateOrder),
}

/// A button for each way a time can be meant; none where there is no choice.
#[component]
pub(super) fn Choices(unclear: Signal<Option<Unclear>>, choose: Callback<Pick>) -> AnyView {
    let page = Page::get();
    let button = move |pick: Pick, label: Signal<String>| {
        view! { <button class="key" type="button" on:click=press(move || choose.run(pick))>{label}</button> }
            .into_any()
    };
    let one = move |choice: Choice| {
        let label = text(move || echo::choice(page.lang(), page.typing_zone(), &choice));
        button(Pick::Choice(choice), label)
    };
    let day = move |(date, order)| {
        let label = text(move || full_date(page.lang(), date));
        button(Pick::Order(order), label)
    };
    let choices = move || -> Vec<AnyView> {
        match unclear.get() {
            Some(Unclear::Which(choices)) => choices.into_iter().map(one).collect(),
            Some(Unclear::WhichDay(days)) => days.into_iter().map(day).collect(),
            _ => Vec::new(),
        }
    };
    choices.into_any()
}
