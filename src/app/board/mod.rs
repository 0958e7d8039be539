//! Board: many tickets, what breaches next first.

use leptos::prelude::*;

use super::browser::{document, mark::mark};
use super::parts::{If, press, text, whether};
use super::state::Page;
use crate::board::{Filter, Order};
use crate::plan::{Draft, Edit, Plan};
use crate::text::{board as words, echo};

mod actions;
mod deeds;
mod desk;
mod filters;
mod from_check;
mod import;
mod intake;
mod kept;
mod keys;
mod now_line;
mod out;
mod store;
mod table;
mod views;
mod warn;

use deeds::Deeds;
use desk::Desk;
use out::Out;
use store::Store;
use warn::Warnings;

/// The view.
#[component]
pub(super) fn BoardView() -> AnyView {
    let page = Page::get();
    let desk = Desk::open(page);
    let store = Store::open(desk);
    kept::Keep::open(page, store);
    let deeds = Deeds::new(page, desk, store);
    keys::listen(page, desk, deeds);
    from_check::listen(page, deeds);
    import::Importing::new();
    Effect::new(move |_| {
        if store.ready() {
            desk.reorder();
            mark("board:ready");
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
    let out = Out::new(page, desk);
    let warnings = Warnings::start(page, desk, out, open);
    let some = whether(move || desk.counts.with(|counts| counts.total > 0));
    let count = text(move || {
        desk.counts
            .with(|counts| words::how_many(page.lang(), counts.shown, counts.total))
    });
    let empty = whether(move || store.ready() && desk.counts.with(|counts| counts.total == 0));
    let selected = whether(move || desk.selection.with(|selection| !selection.is_empty()));
    let stale = whether(move || desk.counts.with(|counts| counts.stale));
    let none = whether(move || {
        desk.counts
            .with(|counts| counts.total > 0 && counts.shown == 0)
    });
    view! {
        <h1 class="unseen">{page.say(words::VIEW)}</h1>
        <kept::Kept/>
        <import::Import/>
        <If when=empty>
            <import::Invitation/>
        </If>
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
            <warn::Line warnings/>
            <table::Table order open/>
            <actions::Steps/>
            <If when=none>
                <p class="soft">{page.say(words::NONE_FOUND)}</p>
            </If>
            <warn::Legend/>
            <out::Summary out open/>
        </If>
        <div class="board-tools">
            <If when=some>
                <import::OpenImport/>
                <out::Tools out/>
                <warn::Opener warnings/>
            </If>
            <kept::PlanKeys/>
        </div>
        <out::Said out/>
        <warn::Choices warnings/>
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
