//! All plausible readings of the contract side by side, by what comes of them.

use leptos::prelude::*;

use crate::app::parts::{If, press, text, whether};
use crate::app::state::Page;
use crate::engine::Outcome;
use crate::plan::Edit;
use crate::text::card::OutcomeCard;
use crate::text::check as words;

/// The comparison, computed once it is opened.
#[component]
pub(super) fn Outcomes() -> AnyView {
    let page = Page::get();
    let open = RwSignal::new(false);
    let cards = Memo::new(move |_| if open.get() { cards(page) } else { Vec::new() });
    let summary = text(move || {
        let combinations = cards.with(|cards| cards.iter().map(|card| card.combinations).sum());
        OutcomeCard::summary(page.lang(), combinations, cards.with(Vec::len))
    });
    let heads = page.terms.with_untracked(|terms| {
        let targets = terms.policy().targets.iter();
        let heads = targets.map(|target| {
            view! { <th scope="col">{page.name(target.name.clone())} " " <span class="label">{page.service_name()}</span></th> }
                .into_any()
        });
        heads.collect::<Vec<_>>()
    });
    let rows = move || {
        let cards = cards.get().into_iter();
        cards.map(|card| row(page, card)).collect::<Vec<_>>()
    };
    let toggled =
        move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlDetailsElement>| {
            open.set(event.target().open());
        };
    view! {
        <details class="fold" id="outcomes" on:toggle:target=toggled>
            <summary>{page.say(words::OUTCOMES)}</summary>
            <p class="soft">{summary}</p>
            <table class="outcomes">
                <caption class="unseen">{page.say(words::OUTCOMES)}</caption>
                <thead>
                    <tr>
                        {heads}
                        <th scope="col">{page.say(words::DECIDED_BY)}</th>
                        <th scope="col">{page.say(words::COMBINATIONS)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn row(page: Page, card: OutcomeCard) -> AnyView {
    let OutcomeCard {
        readings, in_force, ..
    } = card;
    let dues = card.dues.into_iter();
    let dues: Vec<_> = dues
        .map(|due| view! { <td>{due}</td> }.into_any())
        .collect();
    let decided = card.decided_by.into_iter();
    let decided: Vec<_> = decided
        .map(|(how, open)| view! { <p>{how} <small>{open}</small></p> }.into_any())
        .collect();
    let offered = whether(move || !in_force && !page.keeper.visiting());
    view! {
        <tr aria-current=in_force.then_some("true")>
            {dues}
            <td>
                {decided}
                <If when=offered>
                    <button class="key" type="button" on:click=press(move || page.edit(Edit::Read(readings)))>
                        {page.say(words::READ_SO)}
                    </button>
                </If>
            </td>
            <td>{card.combinations.to_string()}</td>
        </tr>
    }
    .into_any()
}

fn cards(page: Page) -> Vec<OutcomeCard> {
    let Some(history) = page.history() else {
        return Vec::new();
    };
    let reader = page.reader();
    page.terms.with(|terms| {
        let outcomes = Outcome::all(terms, &history, reader.now).unwrap_or_default();
        let card = |outcome| OutcomeCard::of(&reader, terms, outcome);
        outcomes.iter().map(card).collect()
    })
}
