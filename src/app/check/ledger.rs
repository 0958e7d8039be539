//! The ledger: why the due time is when it is, stretch by stretch.

use leptos::prelude::*;

use crate::app::browser::document;
use crate::app::command;
use crate::app::parts::{field, press, text, word};
use crate::app::state::Page;
use crate::engine::Ledger as Account;
use crate::text::check::COPY;
use crate::text::ledger::{LedgerCard, RowCard, words};

/// The table of the clock of `target`. `lit` is the row that is pointed at, here or on the timeline.
#[component]
pub(super) fn Ledger(target: Signal<usize>, lit: RwSignal<Option<usize>>) -> AnyView {
    let page = Page::get();
    let card = Memo::new(move |_| card(page, target.get()).unwrap_or_default());
    let rows = Memo::new(move |_| card.with(|card| card.rows.len()));
    let shown = move || {
        let rows = 0..rows.get();
        rows.map(|place| view! { <Row card place lit/> })
            .collect::<Vec<_>>()
    };
    let points = move || {
        let points = card.with(|card| card.points.clone()).into_iter();
        points
            .map(|line| view! { <li>{line}</li> }.into_any())
            .collect::<Vec<_>>()
    };
    let copy = move || command::copy_text(page, card.with_untracked(LedgerCard::plain));
    view! {
        <div class="section" id="ledger" tabindex="-1">
            <table class="ledger">
                <caption>
                    {field(card, |card| &card.title)} " " <span class="label">{field(card, |card| &card.about)}</span>
                </caption>
                <thead>
                    <tr>
                        <th scope="col">
                            {page.say(words::STRETCH)} " " <span class="label">{page.service_name()}</span>
                        </th>
                        <th scope="col">{page.say(words::REASON)}</th>
                        <th scope="col" class="number">{page.say(words::COUNTED)}</th>
                        <th scope="col" class="number">{page.say(words::TOTAL)}</th>
                        <th scope="col" class="number">{page.say(words::SHARE)}</th>
                    </tr>
                </thead>
                <tbody>{shown}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{field(card, |card| &card.end)}</th>
                        <td>{page.say(words::SUM)}</td>
                        <td class="number"><strong>{field(card, |card| &card.sum)}</strong></td>
                        <td class="number"></td>
                        <td class="number">{field(card, |card| &card.whole)}</td>
                    </tr>
                </tfoot>
            </table>
            <p class="sentence" id="ledger-sentence">{field(card, |card| &card.sentence)}</p>
            <div>
                <p class="label" id="rests-on">{page.say(words::RESTS_ON)}</p>
                <ul class="rests-on" aria-labelledby="rests-on">{points}</ul>
            </div>
            <p>
                <button class="key" type="button" id="copy-ledger" on:click=press(copy)>{page.say(COPY)}</button>
            </p>
        </div>
    }
    .into_any()
}

/// A stretch. It is pointed at with the pointer or with the focus.
#[component]
fn Row(card: Memo<LedgerCard>, place: usize, lit: RwSignal<Option<usize>>) -> AnyView {
    let row = Memo::new(move |_| {
        card.with(|card| card.rows.get(place).cloned())
            .unwrap_or_default()
    });
    let on = word(row, |row: &RowCard| row.counts);
    let pointed = Signal::derive(move || (lit.get() == Some(place)).then_some(""));
    // One stop for the whole table; the arrows go from row to row.
    let reached = Signal::derive(move || {
        let at = lit.get().unwrap_or(0);
        if at == place { "0" } else { "-1" }
    });
    let leave = move || {
        if lit.get_untracked() == Some(place) {
            lit.set(None);
        }
    };
    view! {
        <tr
            data-counts=on
            data-lit=pointed
            id=format!("ledger-row-{place}")
            tabindex=reached
            on:mouseenter=press(move || lit.set(Some(place)))
            on:mouseleave=press(leave)
            on:focus=move |_| lit.set(Some(place))
            on:blur=move |_| leave()
            on:keydown=move |event: leptos::ev::KeyboardEvent| {
                let to = match event.key().as_str() {
                    "ArrowDown" => Some(place + 1),
                    "ArrowUp" => place.checked_sub(1),
                    _ => None,
                };
                if let Some(to) = to {
                    event.prevent_default();
                    document::focus(&format!("ledger-row-{to}"));
                }
            }
        >
            <th scope="row">{field(row, |row| &row.when)}</th>
            <td>
                {text(move || row.with(|row| row.mark).to_owned())}
                " "
                {field(row, |row| &row.reason)}
            </td>
            <td class="number">{field(row, |row| &row.counted)}</td>
            <td class="number">{field(row, |row| &row.total)}</td>
            <td class="number">{field(row, |row| &row.share)}</td>
        </tr>
    }
    .into_any()
}

/// What is shown; nothing without an answer.
fn card(page: Page, target: usize) -> Option<LedgerCard> {
    let history = page.history()?;
    let reader = page.reader();
    page.terms.with(|terms| {
        page.answer.with(|answer| {
            let clock = answer.one()?.clocks.get(target)?;
            let account = Account::of(terms, &history, clock, clock.due).ok()?;
            Some(LedgerCard::of(&reader, terms, clock, &account))
        })
    })
}
