//! Board: many tickets, what breaches next first.

use leptos::prelude::*;

use super::browser::document;
use super::parts::{If, press, text, whether};
use super::state::Page;
use crate::board::{Filter, Order};
use crate::plan::{Draft, Edit, Plan, TicketJournal};
use crate::text::{board as words, echo};

mod actions;
mod deeds;
mod desk;
mod filters;
mod from_check;
mod intake;
mod keys;
mod now_line;
mod store;
mod table;
mod views;

use deeds::Deeds;
use desk::Desk;
use store::{Listener, Store, Told};

/// The view.
#[component]
pub(super) fn BoardView() -> AnyView {
    let page = Page::get();
    let desk = Desk::open(page);
    let journal = StoredValue::new(TicketJournal::default());
    let steps: StoredValue<Option<Deeds>> = StoredValue::new(None);
    let store = Store::open(Listener {
        told: Box::new(move |told| match told {
            Told::Tickets(tickets) => desk.put(&tickets),
            Told::Gone(keys) => desk.remove(&keys),
        }),
        tickets: Box::new(move |read| desk.with(|board| read(board.tickets()))),
        did: Box::new(move |step| {
            if let Some(deeds) = steps.get_value() {
                deeds.did(step);
            }
        }),
    });
    let deeds = Deeds::new(page, desk, store, journal);
    steps.set_value(Some(deeds));
    keys::listen(page, desk, deeds);
    from_check::listen(page, deeds);
    Effect::new(move |_| {
        if store.ready() {
            desk.reorder();
        }
    });
    let filter = RwSignal::new(Filter::default());
    let order = RwSignal::new(Order::default());
    Effect::new(move |before: Option<()>| {
        let filter = filter.get();
        if before.is_some() {
            desk.set_filter(filter);
        }
    });
    Effect::new(move |before: Option<()>| {
        let order = order.get();
        if before.is_some() {
            desk.set_order(order);
        }
    });
    let open = Callback::new(move |key| open_in_check(page, desk, key));
    let some = whether(move || desk.counts.with(|counts| counts.total > 0));
    let count = text(move || {
        desk.counts
            .with(|counts| words::how_many(page.lang(), counts.shown, counts.total))
    });
    let selected = whether(move || desk.selection.with(|selection| !selection.is_empty()));
    let stale = whether(move || desk.counts.with(|counts| counts.stale));
    let none = whether(move || {
        desk.counts
            .with(|counts| counts.total > 0 && counts.shown == 0)
    });
    view! {
        <h1 class="unseen">{page.say(words::VIEW)}</h1>
        <If when=some>
            <filters::Filters filter/>
            <views::Views filter order/>
            <div class="above">
                <If when=whether(move || !selected.get())>
                    <p class="count">{count}</p>
                    <now_line::NowLine/>
                </If>
                <If when=selected>
                    <actions::Actions/>
                </If>
                <If when=stale>
                    <button class="quiet" type="button" id="reorder" on:click=press(move || desk.reorder())>
                        {page.say(words::REORDER)}
                    </button>
                </If>
            </div>
            <table::Table order open/>
            <actions::Steps/>
            <If when=none>
                <p class="soft">{page.say(words::NONE_FOUND)}</p>
            </If>
        </If>
    }
    .into_any()
}

/// Shows the ticket with this key in Check, in the place of what is there, which can be taken back.
fn open_in_check(page: Page, desk: Desk, key: u32) {
    let draft = desk.with(|board| {
        let tickets = board.tickets();
        let ticket = tickets.get(tickets.index_of(key)?)?;
        let (at, _) = ticket.submission()?;
        Draft::of(&ticket, echo::typed(untrack(|| page.service()).local(at)))
    });
    if let Some(draft) = draft {
        let plan = page.plan.with_untracked(|plan| Plan {
            draft,
            ..plan.clone()
        });
        page.edit(Edit::Replace(Box::new(plan)));
        document::go("/check");
    }
}
