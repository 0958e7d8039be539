//! A row before anything is written into it.

use leptos::prelude::*;

use crate::app::parts::{Shape, text};
use crate::app::state::Page;
use crate::board::Column;
use crate::text::board::{self as words, column};

/// An empty row, out of sight; [`super::slot::Slot`] writes into it.
#[component]
pub(super) fn Row() -> AnyView {
    let page = Page::get();
    let name = move |of: Column| {
        let name = text(move || {
            page.terms
                .with(|terms| column(page.lang(), terms.policy(), of))
        });
        view! { <small class="cell">{name}</small> }.into_any()
    };
    let targets = page
        .terms
        .with_untracked(|terms| terms.policy().targets.len());
    let clocks = (0..targets).filter_map(|target| u8::try_from(target).ok());
    let clocks = clocks.map(|target| {
        view! {
            <span class="ticket-clock" role="cell">
                {name(Column::Due(target))}
                <span class="mark">
                    <Shape name="none"/>
                    <span class="unseen clock-word"></span>
                    <time></time>
                </span>
                <small class="ticket-left"></small>
                <small class="ticket-reader"></small>
            </span>
        }
        .into_any()
    });
    view! {
        <div class="ticket" role="row" hidden>
            <span class="ticket-pick" role="cell"><input type="checkbox" tabindex="-1"/></span>
            <span class="ticket-name" role="cell"><a class="ticket-number" href="#/check" tabindex="-1"></a><small class="ticket-title"></small></span>
            <span class="ticket-rank" role="cell"></span>
            <span class="ticket-state" role="cell">
                <span class="chip"><Shape name="none"/><span class="ticket-word"></span></span>
                <small class="ticket-motion"></small>
            </span>
            <span class="ticket-next" role="cell"><span class="ticket-what"></span><small class="ticket-when"></small></span>
            {clocks.collect_view()}
            <span class="ticket-used" role="cell">
                <span class="gauge" aria-hidden="true"><span></span></span>
                <small class="ticket-percent"></small>
                <span class="unseen">{page.say(words::USED)}</span>
            </span>
        </div>
    }
    .into_any()
}
