//! One way to come by the time that another system shows.

use leptos::prelude::*;

use crate::app::parts::{If, field, press, whether};
use crate::app::state::Page;
use crate::plan::Edit;
use crate::text::check::READ_SO;
use crate::text::difference::{DifferenceCard, KNOWN, WayCard};

/// What is read and done otherwise, by whom, and the button that reads the contract so.
#[component]
pub(super) fn Way(card: Memo<DifferenceCard>, place: usize) -> AnyView {
    let page = Page::get();
    let way = Memo::new(move |_| {
        card.with(|card| card.ways.get(place).cloned())
            .unwrap_or_default()
    });
    let lines = move |of: fn(WayCard) -> Vec<String>| {
        let lines = of(way.get()).into_iter();
        lines
            .map(|line| view! { <li>{line}</li> }.into_any())
            .collect::<Vec<_>>()
    };
    let known = whether(move || way.with(|way| !way.help_desks.is_empty()));
    let offered =
        whether(move || way.with(|way| way.readings.is_some()) && !page.keeper.visiting());
    let read_so = move || {
        if let Some(readings) = way.with_untracked(|way| way.readings) {
            page.edit(Edit::Read(readings));
        }
    };
    view! {
        <li class="way">
            <p class="way-title">{field(way, |way| &way.title)}</p>
            <ul>{move || lines(|way| way.lines)}</ul>
            <If when=known>
                <p class="soft">{page.say(KNOWN)}</p>
                <ul class="soft">{move || lines(|way| way.help_desks)}</ul>
            </If>
            <If when=offered>
                <button class="key" type="button" on:click=press(read_so)>{page.say(READ_SO)}</button>
            </If>
        </li>
    }
    .into_any()
}
