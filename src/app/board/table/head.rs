//! The heads of the columns, by which the table is ordered.

use leptos::prelude::*;

use crate::app::board::desk::Desk;
use crate::app::parts::{change, press, text, whether};
use crate::app::state::Page;
use crate::board::{Column, Order};
use crate::text::board::{self as words, column};

/// The heads of the columns.
#[component]
pub(super) fn Head(
    /// The order.
    order: RwSignal<Order>,
) -> AnyView {
    let page = Page::get();
    let desk = Desk::get();
    let targets = page
        .terms
        .with_untracked(|terms| terms.policy().targets.len());
    let clocks = (0..targets).filter_map(|target| u8::try_from(target).ok());
    let clocks = clocks.map(|target| head(page, order, Column::Due(target), "ticket-clock"));
    let last = u8::try_from(targets.saturating_sub(1)).unwrap_or(0);
    let all = whether(move || {
        let shown = desk.counts.with(|counts| counts.shown);
        shown > 0 && desk.selection.with(|selection| selection.len() >= shown)
    });
    let toggle_all = move || {
        if all.get_untracked() {
            desk.selection.update(crate::board::Selection::clear);
        } else {
            super::select_all(desk);
        }
    };
    view! {
        <div class="ticket head" role="row" aria-rowindex="1">
            <span class="ticket-pick" role="columnheader">
                <input type="checkbox" aria-label=page.say(words::SELECT_ALL) prop:checked=all on:change=change(toggle_all)/>
            </span>
            {head(page, order, Column::Number, "ticket-name")}
            {head(page, order, Column::Priority, "ticket-rank")}
            {head(page, order, Column::State, "ticket-state")}
            {head(page, order, Column::Next, "ticket-next")}
            {clocks.collect_view()}
            {head(page, order, Column::Share(last), "ticket-used")}
        </div>
    }
    .into_any()
}

/// The head of a column. Pressing it orders by the column, pressing it again the other way round.
fn head(page: Page, order: RwSignal<Order>, of: Column, class: &'static str) -> AnyView {
    let name = text(move || {
        page.terms
            .with(|terms| column(page.lang(), terms.policy(), of))
    });
    let ordered = move || order.with(|order| (order.column == of).then_some(order.descending));
    let sort = move || {
        ordered().map(|descending| {
            if descending {
                "descending"
            } else {
                "ascending"
            }
        })
    };
    let arrow = text(move || {
        let arrow = ordered().map_or("", |descending| if descending { "↓" } else { "↑" });
        arrow.to_owned()
    });
    let zone = text(move || match of {
        Column::Due(_) => page.service_name().get(),
        _ => String::new(),
    });
    let turn = move || {
        let descending = order.with_untracked(|order| order.column == of && !order.descending);
        order.set(Order {
            column: of,
            descending,
        });
    };
    view! {
        <span class=class role="columnheader" aria-sort=sort>
            <button class="quiet" type="button" on:click=press(turn)>
                {name}
                <span class="arrow" aria-hidden="true">{arrow}</span>
            </button>
            <small class="soft">{zone}</small>
        </span>
    }
    .into_any()
}
